"""`jdzplan check`: find the plan, read the years, judge, write, exit."""

import os
import shutil
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdzplan.catalogue import Severity
from jdzplan.cli.exits import Exit, leave
from jdzplan.cli.inputs import Lang, known_encoding, the_repository
from jdzplan.cli.language import reader_language, stated_language
from jdzplan.cli.outputs import is_terminal, to_stdout
from jdzplan.formats import By, Format
from jdzplan.verdicts import Verdict
from jdzplan.wording.commands import command_words

if TYPE_CHECKING:
    from jdzplan.check import Result
    from jdzplan.reading.repository import Repository

_HELP = command_words(reader_language())


class FailOn(StrEnum):
    """Findings that make a check fail."""

    ERROR = Severity.ERROR.value
    WARNING = Severity.WARNING.value
    INFO = Severity.INFO.value
    NEVER = "never"


class Color(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def check(
    files: Annotated[list[str] | None, typer.Argument(help=_HELP["files"], metavar="FILE")] = None,
    *,
    plan: Annotated[Path | None, typer.Option(help=_HELP["plan"])] = None,
    year: Annotated[int | None, typer.Option(help=_HELP["year"], min=1900, max=2200)] = None,
    format_: Annotated[Format, typer.Option("--format", help=_HELP["format"])] = Format.TEXT,
    output: Annotated[
        list[str] | None, typer.Option(help=_HELP["output"], metavar="FORMAT=PATH")
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help=_HELP["lang"])] = None,
    fail_on: Annotated[FailOn, typer.Option(help=_HELP["fail_on"])] = FailOn.ERROR,
    fail_on_verdict: Annotated[
        Verdict | None,
        typer.Option(help=_HELP["fail_on_verdict"]),
    ] = None,
    color: Annotated[Color, typer.Option(help=_HELP["color"])] = Color.AUTO,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=_HELP["quiet"])] = False,
    everything: Annotated[bool, typer.Option("--all", help=_HELP["all"])] = False,
    by: Annotated[By | None, typer.Option(help=_HELP["by"])] = None,
    encoding: Annotated[str | None, typer.Option(help=_HELP["encoding"])] = None,
    strict: Annotated[bool, typer.Option("--strict", help=_HELP["strict"])] = False,
) -> None:
    """Wire one check together."""
    from jdzplan.check import Gate

    outputs = [_output(word) for word in output or ()]
    repository = the_repository(plan, files or [])
    for _, path in outputs:
        _spare_inputs(path, repository, files or [])
    known_encoding(encoding)
    result, looked = _result(repository, files or [], year, encoding, strict=strict)
    default = result.plan.plan.language if result.plan else "zh"
    language = stated_language(lang) or default
    by = by or (By.TIER if everything else None)
    for target, path in outputs:
        _write(result, target, path, language, by)
    _print(result, format_, language, color, by, quiet=quiet)
    if result.plan is None:
        raise typer.Exit(Exit.UNUSABLE)
    if not result.files:
        leave(Exit.NOTHING_CHECKED, "nothing", looked="、".join(looked))
    gate = Gate(None if fail_on is FailOn.NEVER else Severity(fail_on.value), fail_on_verdict)
    raise typer.Exit(Exit.GATE if gate.stops(result) else Exit.FINE)


def _output(word: str) -> tuple[Format, Path]:
    name, separator, path = word.partition("=")
    if name not in list(Format) or not separator or not path:
        leave(Exit.UNUSABLE, "bad_output", found=word, known=", ".join(Format))
    return Format(name), Path(path)


def _spare_inputs(path: Path, repository: "Repository", files: list[str]) -> None:
    """Never write a result over the plan, over a year's figures, or over what is checked."""
    from jdzplan.reading.repository import real

    target = real(path)
    inputs = [repository.plan_file, *(Path(name) for name in files)]
    in_actuals = target.parent == real(repository.actuals)
    if in_actuals or any(_is_same(target, known) for known in inputs):
        leave(Exit.UNUSABLE, "would_overwrite", path=path)


def _is_same(path: Path, other: Path) -> bool:
    """Whether two paths lead to one file, by whatever links."""
    try:
        return path.samefile(other)
    except (OSError, ValueError):  # one of them is not there
        return False


def _result(
    repository: "Repository",
    files: list[str],
    year: int | None,
    encoding: str | None,
    *,
    strict: bool,
) -> tuple["Result", tuple[str, ...]]:
    """The check itself, and the places where files were looked for."""
    from jdzplan import check as core
    from jdzplan.reading.repository import load_plan, load_years

    plan, findings = load_plan(repository.plan_file, strict=strict)
    if plan is None or any(finding.severity is Severity.ERROR for finding in findings):
        return core.Result(plan=None, findings=core.ordered(findings)), ()
    years = load_years(repository, files, year, encoding)
    everything = (*findings, *years.findings)
    return core.check(plan, years.checked, years.earlier, everything), years.looked


def _render(result: "Result", target: Format, language: str, by: By | None) -> str:
    from jdzplan.formats import render
    from jdzplan.wording import words_in

    return render(result, target, words_in(language), by)


def _write(result: "Result", target: Format, path: Path, language: str, by: By | None) -> None:
    # Excel takes a CSV for the local code page unless it begins with the mark of UTF-8.
    encoding = "utf-8-sig" if target is Format.CSV else "utf-8"
    try:
        path.write_text(_render(result, target, language, by), encoding=encoding, newline="\n")
    except OSError as error:
        leave(Exit.UNUSABLE, "cannot_write", path=path, problem=error.strerror)


def _print(
    result: "Result",
    target: Format,
    language: str,
    color: Color,
    by: By | None,
    *,
    quiet: bool,
) -> None:
    if target is not Format.TEXT:
        text = _render(result, target, language, by)
    elif quiet:
        from jdzplan.formats.text import render_findings
        from jdzplan.wording import words_in

        text = render_findings(result, words_in(language))
    elif is_terminal() or color is Color.ALWAYS:
        from jdzplan.formats import terminal
        from jdzplan.wording import words_in

        width = shutil.get_terminal_size().columns if is_terminal() else 200
        words, colour = words_in(language), _coloured(color)
        text = terminal.render(result, words, by, width=width, colour=colour)
    else:
        text = _render(result, target, language, by)
    to_stdout(text, is_machine=target is not Format.TEXT)


def _coloured(color: Color) -> bool:
    if color is Color.AUTO:
        return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return color is Color.ALWAYS
