"""`jdzplan check`: the options of the command line; `checking` does what they ask for."""

from pathlib import Path
from typing import Annotated

import typer

from jdzplan.cli.checking import Asked, Method, run
from jdzplan.cli.hosts import Annotations
from jdzplan.cli.inputs import Lang
from jdzplan.cli.language import reader_language
from jdzplan.cli.reports import Color
from jdzplan.formats import By, Format
from jdzplan.gate import FailOn, FailOnVerdict, Samples, VerdictsOf
from jdzplan.wording.commands import command_words

_HELP = command_words(reader_language())


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
    fail_on: Annotated[FailOn | None, typer.Option(help=_HELP["fail_on"])] = None,
    fail_on_verdict: Annotated[
        FailOnVerdict | None, typer.Option(help=_HELP["fail_on_verdict"])
    ] = None,
    verdicts_of: Annotated[VerdictsOf | None, typer.Option(help=_HELP["verdicts_of"])] = None,
    samples: Annotated[Samples | None, typer.Option(help=_HELP["samples"])] = None,
    severity: Annotated[
        list[str] | None, typer.Option(help=_HELP["severity"], metavar="RULE=SEVERITY")
    ] = None,
    show_policy: Annotated[bool, typer.Option("--show-policy", help=_HELP["show_policy"])] = False,
    annotations: Annotated[Annotations, typer.Option(help=_HELP["annotations"])] = Annotations.AUTO,
    color: Annotated[Color, typer.Option(help=_HELP["color"])] = Color.AUTO,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=_HELP["quiet"])] = False,
    everything: Annotated[bool, typer.Option("--all", help=_HELP["all"])] = False,
    by: Annotated[By | None, typer.Option(help=_HELP["by"])] = None,
    force: Annotated[bool, typer.Option("--force", help=_HELP["force_lists"])] = False,
    encoding: Annotated[str | None, typer.Option(help=_HELP["encoding"])] = None,
    as_of: Annotated[str | None, typer.Option(help=_HELP["as_of"], metavar="DATE")] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help=_HELP["overdue"])] = False,
    crosswalk: Annotated[bool, typer.Option("--crosswalk", help=_HELP["crosswalk"])] = False,
    method: Annotated[Method | None, typer.Option(help=_HELP["method"])] = None,
    compare: Annotated[bool, typer.Option("--compare", help=_HELP["compare"])] = False,
    strict: Annotated[bool, typer.Option("--strict", help=_HELP["strict"])] = False,
    since: Annotated[str | None, typer.Option(help=_HELP["since"], metavar="REV")] = None,
) -> None:
    """Run one check as asked for."""
    asked = Asked(
        plan=plan,
        year=year,
        format=format_,
        output=output or (),
        lang=lang,
        fail_on=fail_on,
        fail_on_verdict=fail_on_verdict,
        verdicts_of=verdicts_of,
        samples=samples,
        severity=severity or (),
        show_policy=show_policy,
        annotations=annotations,
        color=color,
        quiet=quiet,
        everything=everything,
        by=by,
        force=force,
        encoding=encoding,
        as_of=as_of,
        overdue=overdue,
        crosswalk=crosswalk,
        method=method,
        compare=compare,
        strict=strict,
        since=since,
    )
    raise typer.Exit(run(files or [], asked))
