"""`jdzplan diff`: read both sides, compare, write, exit."""

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdzplan.cli.exits import Exit, leave
from jdzplan.cli.inputs import Lang
from jdzplan.cli.language import reader_language, stated_language
from jdzplan.cli.outputs import is_terminal, to_stdout
from jdzplan.cli.reports import Color, coloured
from jdzplan.formats.diff import DiffFormat
from jdzplan.wording.commands import command_words

if TYPE_CHECKING:
    from jdzplan.comparing.diff import Diff

_HELP = command_words(reader_language())
# Two revisions in one word, as git takes them; ../folder is none.
_RANGE = re.compile(r"(.*[^.]|)(\.{2,3})([^./].*|)")
_TABLES = (".csv", ".xlsx", ".xls", ".yaml", ".yml")


def diff(
    old: Annotated[str, typer.Argument(help=_HELP["diff_old"], metavar="OLD")],
    new: Annotated[str | None, typer.Argument(help=_HELP["diff_new"], metavar="NEW")] = None,
    *,
    plan: Annotated[Path | None, typer.Option(help=_HELP["plan"])] = None,
    format_: Annotated[DiffFormat, typer.Option("--format", help=_HELP["format"])] = (
        DiffFormat.TEXT
    ),
    output: Annotated[
        list[str] | None, typer.Option(help=_HELP["output"], metavar="FORMAT=PATH")
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help=_HELP["lang"])] = None,
    color: Annotated[Color, typer.Option(help=_HELP["color"])] = Color.AUTO,
    exit_code: Annotated[bool, typer.Option("--exit-code", help=_HELP["exit_code"])] = False,
) -> None:
    """Wire one comparison together."""
    from jdzplan.cli.sides import side_of
    from jdzplan.comparing.diff import compare

    outputs = [_output(word) for word in output or ()]
    before, after = _names(old, new)
    found = compare(side_of(before, plan), side_of(after, plan))
    the = found.new.plan or found.old.plan
    language = stated_language(lang) or (the.plan.language if the else reader_language())
    for target, path in outputs:
        _write(found, target, path, language)
    _print(found, format_, language, color)
    raise typer.Exit(Exit.GATE if exit_code and not found.is_empty else Exit.FINE)


def _names(old: str, new: str | None) -> tuple[str, str | None]:
    """Both sides; A..B is one word for two of them, and so is A...B, from where they parted."""
    from jdzplan.reading.repository import exists

    parts = _RANGE.fullmatch(old)
    if new is not None or parts is None or exists(Path(old)):
        return old, new
    ours, dots, theirs = parts[1], parts[2], parts[3]
    return (ours or "HEAD") if dots == ".." else old, theirs or "HEAD"


def _output(word: str) -> tuple[DiffFormat, Path]:
    """`FORMAT=PATH` taken apart; what could be an input is never written over."""
    name, separator, path = word.partition("=")
    if name not in list(DiffFormat) or not separator or not path:
        leave(Exit.UNUSABLE, "bad_output", found=word, known=", ".join(DiffFormat))
    if Path(path).suffix.lower() in _TABLES:
        leave(Exit.UNUSABLE, "would_overwrite", path=path)
    return DiffFormat(name), Path(path)


def _render(found: "Diff", target: DiffFormat, language: str) -> str:
    from jdzplan.formats.diff import render
    from jdzplan.wording import words_in

    return render(found, target, words_in(language))


def _write(found: "Diff", target: DiffFormat, path: Path, language: str) -> None:
    try:
        path.write_text(_render(found, target, language), encoding="utf-8", newline="\n")
    except OSError as error:
        leave(Exit.UNUSABLE, "cannot_write", path=path, problem=error.strerror)


def _print(found: "Diff", target: DiffFormat, language: str, color: Color) -> None:
    if target is DiffFormat.TEXT and (is_terminal() or color is Color.ALWAYS):
        from jdzplan.formats.diff import terminal
        from jdzplan.wording import words_in

        width = shutil.get_terminal_size().columns if is_terminal() else 200
        words, colour = words_in(language), coloured(color)
        text = terminal.render(found, words, width=width, colour=colour)
    else:
        text = _render(found, target, language)
    to_stdout(text, is_machine=target is not DiffFormat.TEXT)
