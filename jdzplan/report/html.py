"""A report as one page that needs nothing else: no network, no script, pictures inside."""

from base64 import b64encode
from collections.abc import Sequence
from typing import Any

from jinja2 import BaseLoader
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from jdzplan.report.environment import fill
from jdzplan.report.records import Picture, Report

_NO_WIDTH = "\u200b"  # parts what hosts of Markdown would link; a page has no need of it


def page(report: Report, text: str, loader: BaseLoader) -> str:
    """The page of a report whose Markdown is `text`, by the template `page.html.j2`.

    Raises `TemplateFaultError` for whatever is wrong with a template.
    """
    renderer = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer).enable("table")
    pictures = {each.path: each for each in report.pictures}
    body = renderer.render(text, {"pictures": pictures, "table": report.words["table_region"]})
    inside = Markup(body.replace(_NO_WIDTH, ""))  # noqa: S704 - the renderer escapes all text
    values = {"report": report, "words": report.words, "body": inside}
    return fill("page.html.j2", loader, values, filters={})


class _Renderer(RendererHTML):
    """Pictures inside the page, tables that scroll."""

    def table_open(self, *told: Any) -> str:
        """A region that scrolls where the window is narrow, also from the keyboard."""
        label = escape(told[-1]["table"])
        return f'<div class="table" role="region" aria-label="{label}" tabindex="0">\n<table>\n'

    def table_close(self, *_: Any) -> str:
        """The end of the region."""
        return "</table>\n</div>\n"

    def image(self, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
        """The picture itself where it is ours; otherwise its words alone."""
        token = tokens[at]
        alt = self.renderInlineAsText(token.children or [], options, env)
        each: Picture | None = env["pictures"].get(token.attrs.get("src"))
        if each is None:
            return str(escape(alt))
        data = b64encode(each.svg.encode("utf-8")).decode("ascii")
        return f'<img alt="{escape(alt)}" src="data:image/svg+xml;base64,{data}">'

    def th_open(self, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
        """A heading says that it is one of a column."""
        tokens[at].attrSet("scope", "col")
        return self.renderToken(tokens, at, options, env)
