"""`jdzplan explain`: what a code, a verdict, a reason or a flag means; a verdict redone on paper.

Files are read for an indicator only.
"""

import shutil
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdzplan.cli.exits import Exit, leave, say
from jdzplan.cli.inputs import Lang
from jdzplan.cli.language import reader_language, stated_language
from jdzplan.cli.outputs import is_terminal, to_stdout
from jdzplan.cli.redo import Redone, redo
from jdzplan.wording.commands import command_words

if TYPE_CHECKING:
    from jdzplan.formats.pages import Page
    from jdzplan.wording.guide import Guide
    from jdzplan.wording.guide.topics import Topics

_HELP = command_words(reader_language())
_WIDTH, _WIDEST = 80, 100  # where nobody's terminal says; what is still easy to read


class GuideFormat(StrEnum):
    """What the guide can be written as."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def explain(
    names: Annotated[list[str] | None, typer.Argument(help=_HELP["topics"], metavar="NAME")] = None,
    *,
    format_: Annotated[
        GuideFormat, typer.Option("--format", help=_HELP["format"])
    ] = GuideFormat.TEXT,
    lang: Annotated[Lang | None, typer.Option(help=_HELP["lang"])] = None,
    year: Annotated[
        int | None, typer.Option(help=_HELP["explain_year"], min=1900, max=2200)
    ] = None,
    plan: Annotated[Path | None, typer.Option(help=_HELP["plan"])] = None,
) -> None:
    """Wire one look-up together."""
    from jdzplan.formats.pages import page_of
    from jdzplan.wording import words_in
    from jdzplan.wording.guide import guide_in
    from jdzplan.wording.guide.topics import TOPICS, Topics

    language = stated_language(lang) or reader_language()
    topics = Topics((words_in("zh"), words_in("en")))
    found = [topics.find(name) for name in names or ()]
    wanted = [topic for each in found for topic in each] if names else TOPICS
    words, guide = words_in(language), guide_in(language)
    pages = tuple(dict.fromkeys(page_of(topic, words, guide) for topic in wanted))
    if pages:
        to_stdout(
            _render(pages, guide, format_, language, in_full=bool(names)),
            is_machine=format_ is not GuideFormat.TEXT,
        )
    others = [name for name, each in zip(names or (), found, strict=True) if not each]
    redone = redo(others, plan, year, stated_language(lang)) if others else Redone()
    if redone.texts and format_ is not GuideFormat.TEXT:
        leave(Exit.UNUSABLE, "redone_is_text")
    if redone.texts:
        to_stdout("\n".join(redone.texts), is_machine=False)
    for name in redone.unknown:
        _say_unknown(name, topics, redone.names)
    if redone.unknown:
        raise typer.Exit(Exit.UNUSABLE)


def _render(
    pages: Sequence["Page"], guide: "Guide", target: GuideFormat, language: str, *, in_full: bool
) -> str:
    from jdzplan.formats import guide as formats

    if target is GuideFormat.JSON:
        return formats.as_json(pages, language)
    if target is GuideFormat.MARKDOWN:
        return formats.markdown(pages, guide)
    width = min(shutil.get_terminal_size().columns, _WIDEST) if is_terminal() else _WIDTH
    return formats.text(pages, width) if in_full else formats.text_list(pages, guide, width)


def _say_unknown(name: str, topics: "Topics", indicators: Sequence[str]) -> None:
    from jdzplan.nearest import nearest
    from jdzplan.wording.sentences import inert

    words = command_words(reader_language())
    near = nearest(name, [*topics.near(name), *nearest(name, indicators, 3)], 3)
    told = words["near_topics"].format(names=words["between"].join(near)) if near else ""
    say("unknown_topic", found=inert(name), near=told)
