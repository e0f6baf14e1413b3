"""A report as Markdown, by templates. Whatever a template prints is escaped, user text or not."""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import count

from jinja2 import BaseLoader
from markupsafe import Markup

from jdzplan.formats.markdown import bullets, escaped, line, table
from jdzplan.report.environment import fill
from jdzplan.report.records import Labelled, Picture, Report, Table
from jdzplan.wording.sentences import inert

_BLANK = re.compile(r"\n{3,}")


def render(report: Report, loader: BaseLoader) -> str:
    """The report by the template of its kind, `yearly.md.j2` and so on.

    Raises `TemplateFaultError` for whatever is wrong with a template.
    """
    values = {"report": report, "words": report.words, "section": _Sections(report.words)}
    name = f"{report.kind.value}.md.j2"
    text = fill(name, loader, values, shown=_shown, filters=_FILTERS)
    return _BLANK.sub("\n\n", text).strip("\n") + "\n"


def _shown(value: object) -> object:
    """What an expression of a template prints: text as it stands, never as markup."""
    if isinstance(value, Markup):
        return value
    return "" if value is None else line(inert(str(value)))


class _Sections:
    """Headings of the second level, numbered as they come."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words, self._numerals = words, words["numerals"].split()
        self._next = count()

    def __call__(self, text: str) -> Markup:
        number = self._numerals[next(self._next)]
        return _markup("## " + escaped(self._words["numbered"].format(number=number, text=text)))


def _markup(text: str) -> Markup:
    """Markdown of our own making, whose text was escaped where it was put in."""
    return Markup(text)  # noqa: S704


def _table(each: Table | None) -> Markup:
    """A table; nothing where there is none."""
    return _markup("" if each is None else table(each.head, each.rows, each.numbers))


def _bullets(lines: Iterable[str]) -> Markup:
    """A list of lines."""
    return _markup(bullets(lines))


def _labelled(part: Labelled) -> Markup:
    """Lines below their label."""
    lines = bullets(part.lines, is_ordered=part.is_ordered)
    return _markup(f"{escaped(part.label)}\n\n{lines}")


def _picture(each: Picture | None) -> Markup:
    """A picture with what it shows in words; nothing where there is none."""
    return _markup("" if each is None else f"![{escaped(each.alt)}]({each.path})")


_FILTERS: dict[str, Callable[..., object]] = {
    "table": _table,
    "bullets": _bullets,
    "labelled": _labelled,
    "picture": _picture,
}
