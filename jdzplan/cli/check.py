"""`jdzplan check`: find the plan, read the years, judge, write, exit."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from jdzplan.catalogue import Severity
from jdzplan.cli.exits import Exit, leave
from jdzplan.cli.hosts import Annotations, annotates, on_actions
from jdzplan.cli.inputs import Lang, known_encoding, the_plan, the_repository
from jdzplan.cli.language import reader_language, stated_language
from jdzplan.cli.lists import folders_in, spare_actuals, write_lists
from jdzplan.cli.outputs import to_stdout
from jdzplan.cli.policy import asked_for, policy_text
from jdzplan.cli.reports import Color, Report, outputs_in, spare_inputs
from jdzplan.formats import By, Format
from jdzplan.gate import FailOn, FailOnVerdict, Samples, VerdictsOf
from jdzplan.wording.commands import command_words

if TYPE_CHECKING:
    from jdzplan.check import Result
    from jdzplan.plan import Plan
    from jdzplan.policy import Policy
    from jdzplan.reading.repository import Repository
    from jdzplan.rules.calendar_rules import AsOf

_HELP = command_words(reader_language())


class Method(StrEnum):
    """Paths that every target by a year can be judged on; `jdzplan.plan.Path` in the open."""

    LINEAR = "linear"
    COMPOUND = "compound"
    POINTS = "points"


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
    """Wire one check together."""
    folders = folders_in(output or (), by)
    outputs = outputs_in(word for word in output or () if word not in folders)
    annotated = annotates(annotations, format_)
    settings = {
        "fail_on": fail_on,
        "fail_on_verdict": fail_on_verdict,
        "verdicts_of": verdicts_of,
        "samples": samples,
    }
    repository = the_repository(plan, files or [])
    asked = asked_for(settings, severity or ())
    if show_policy:
        _show_policy(repository, asked, lang)
    spare_actuals(folders.values(), repository)
    spare_inputs(outputs, repository, files or [])
    known_encoding(encoding)
    day = _day(as_of, format_, overdue=overdue)
    if crosswalk and (overdue or format_ not in (Format.TEXT, Format.CSV, Format.JSON)):
        leave(Exit.UNUSABLE, "crosswalk_needs")
    wanted = _Wanted(
        files or [], year, encoding, method, day, since, strict=strict, compare=compare
    )
    result, looked = _result(repository, wanted, asked)
    default = result.plan.plan.language if result.plan else "zh"
    report = Report(
        language=stated_language(lang) or default, by=by or (By.TIER if everything else None)
    )
    report.write(result, outputs)
    if folders:
        write_lists(result, folders.values(), report.language, repository, force=force)
    if overdue and day:
        report.print_agenda(result, day, format_)
    elif crosswalk and format_ is not Format.JSON:
        report.print_crosswalk(result, format_)
    else:
        report.print(result, format_, color, quiet=quiet, annotated=annotated)
    code = _exit_code(result)
    if on_actions():
        report.tell_step(result, code)
    if code is Exit.NOTHING_CHECKED:
        leave(code, "nothing", looked="、".join(looked))
    raise typer.Exit(code)


class _Wanted(NamedTuple):
    """What is to be checked, and how."""

    files: list[str]
    year: int | None
    encoding: str | None
    method: Method | None
    as_of: date | None
    since: str | None
    strict: bool
    compare: bool


def _result(
    repository: "Repository", wanted: _Wanted, asked: "Policy"
) -> tuple["Result", tuple[str, ...]]:
    """The check itself, and the places where files were looked for."""
    from jdzplan import check as core
    from jdzplan.plan import Path as Road
    from jdzplan.policy import gate_of, in_force
    from jdzplan.reading.repository import load_plan, load_years

    plan, findings = load_plan(repository.plan_file, strict=wanted.strict)
    if plan is None or any(finding.severity is Severity.ERROR for finding in findings):
        return core.Result(plan=None, findings=core.ordered(findings)), ()
    years = load_years(repository, wanted.files, wanted.year, wanted.encoding)
    everything, gate = (*findings, *years.findings), gate_of(in_force(asked, plan))
    if wanted.since is not None:
        from jdzplan.cli.sides import findings_since

        are_all = not (wanted.files or wanted.year)
        everything += findings_since(wanted.since, repository, plan, years, are_all=are_all)
    checked = {file.year for file in years.checked}
    as_of = _as_of(repository, wanted, plan, checked) if wanted.as_of else None

    def judged(by: "Plan") -> "Result":
        return core.check(by, years.checked, years.earlier, everything, gate, as_of=as_of)

    result = judged(plan if wanted.method is None else plan.judged_on(Road(wanted.method)))
    if wanted.compare:
        from jdzplan.judging.compare import comparisons

        by_path = {road: judged(plan.judged_on(road)).assessments for road in Road}
        result = result._replace(compared=comparisons(by_path))
    return result, years.looked


def _day(as_of: str | None, format_: Format, *, overdue: bool) -> date | None:
    """The day that overdue is told for; leaves where there is no telling."""
    if overdue and (as_of is None or format_ not in (Format.TEXT, Format.CSV)):
        leave(Exit.UNUSABLE, "overdue_needs")
    try:
        return None if as_of is None else date.fromisoformat(as_of)
    except ValueError:
        leave(Exit.UNUSABLE, "bad_day", found=as_of)


def _as_of(repository: "Repository", wanted: _Wanted, plan: "Plan", checked: set[int]) -> "AsOf":
    """Which years are looked at: those named, or else all of the plan up to the day."""
    from jdzplan.reading.repository import shown
    from jdzplan.rules.calendar_rules import AsOf

    assert wanted.as_of is not None  # asked for
    period = plan.plan.period
    years = set(range(period.first, min(period.last, wanted.as_of.year) + 1))
    named = checked if wanted.files or wanted.year else set()
    folder = f"{shown(repository.actuals)}/"
    return AsOf(wanted.as_of, sorted(years & named if named else years), folder)


def _exit_code(result: "Result") -> Exit:
    if result.plan is None:
        return Exit.UNUSABLE
    if not result.files:
        return Exit.NOTHING_CHECKED
    return Exit.GATE if result.is_stopped else Exit.FINE


def _show_policy(repository: "Repository", asked: "Policy", lang: Lang | None) -> None:
    from jdzplan.policy import in_force
    from jdzplan.wording import words_in

    plan = the_plan(repository)
    words = words_in(stated_language(lang) or plan.plan.language)
    to_stdout(policy_text(in_force(asked, plan), repository, words), is_machine=False)
    raise typer.Exit(Exit.FINE)
