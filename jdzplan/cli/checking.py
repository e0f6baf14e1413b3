"""A check from end to end: find the plan, read the years, judge, write, and how it came out."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jdzplan.catalogue import Severity
from jdzplan.cli.exits import Exit, leave, say
from jdzplan.cli.hosts import Annotations, annotates, on_actions
from jdzplan.cli.inputs import Lang, known_encoding, the_plan, the_repository
from jdzplan.cli.language import stated_language
from jdzplan.cli.lists import folders_in, spare_actuals, write_lists
from jdzplan.cli.outputs import to_stdout
from jdzplan.cli.policy import asked_for, policy_text
from jdzplan.cli.reports import Color, Report, outputs_in, spare_inputs
from jdzplan.formats import By, Format
from jdzplan.gate import FailOn, FailOnVerdict, Samples, VerdictsOf

if TYPE_CHECKING:
    from jdzplan.check import Result
    from jdzplan.plan import Plan
    from jdzplan.policy import Policy
    from jdzplan.reading.repository import Repository
    from jdzplan.rules.calendar_rules import AsOf


class Method(StrEnum):
    """Paths that every target by a year can be judged on; `jdzplan.plan.Path` in the open."""

    LINEAR = "linear"
    COMPOUND = "compound"
    POINTS = "points"


class Asked(NamedTuple):
    """What the options of the command line say; what they do stands in their help."""

    plan: Path | None = None
    year: int | None = None
    format: Format = Format.TEXT
    output: Sequence[str] = ()
    lang: Lang | None = None
    fail_on: FailOn | None = None
    fail_on_verdict: FailOnVerdict | None = None
    verdicts_of: VerdictsOf | None = None
    samples: Samples | None = None
    severity: Sequence[str] = ()
    show_policy: bool = False
    annotations: Annotations = Annotations.AUTO
    color: Color = Color.AUTO
    quiet: bool = False
    everything: bool = False
    by: By | None = None
    force: bool = False
    encoding: str | None = None
    as_of: str | None = None
    overdue: bool = False
    crosswalk: bool = False
    method: Method | None = None
    compare: bool = False
    strict: bool = False
    since: str | None = None


def run(files: Sequence[str], asked: Asked) -> Exit:
    """Check, write and tell; leaves where there is no result."""
    from jdzplan.policy import SETTINGS

    folders = folders_in(asked.output, asked.by)
    outputs = outputs_in(word for word in asked.output if word not in folders)
    annotated = annotates(asked.annotations, asked.format)
    settings = {key: getattr(asked, key) for key in SETTINGS}
    repository = the_repository(asked.plan, files)
    said = asked_for(settings, asked.severity)
    if asked.show_policy:
        _show_policy(repository, said, asked.lang)
        return Exit.FINE
    spare_actuals(folders.values(), repository)
    spare_inputs(outputs, repository, files)
    known_encoding(asked.encoding)
    day = _day(asked)
    if asked.crosswalk and (
        asked.overdue or asked.format not in (Format.TEXT, Format.CSV, Format.JSON)
    ):
        leave(Exit.UNUSABLE, "crosswalk_needs")
    result, looked = _result(repository, files, asked, said, day)
    default = result.plan.plan.language if result.plan else "zh"
    by = asked.by or (By.TIER if asked.everything else None)
    report = Report(language=stated_language(asked.lang) or default, by=by)
    report.write(result, outputs)
    if folders:
        write_lists(result, folders.values(), report.language, repository, force=asked.force)
    if asked.overdue and day:
        report.print_agenda(result, day, asked.format)
    elif asked.crosswalk and asked.format is not Format.JSON:
        report.print_crosswalk(result, asked.format)
    else:
        report.print(result, asked.format, asked.color, quiet=asked.quiet, annotated=annotated)
    code = _exit_code(result)
    if on_actions():
        report.tell_step(result, code)
    if code is Exit.NOTHING_CHECKED:
        say("nothing", looked="、".join(looked))
    return code


def _result(
    repository: "Repository",
    files: Sequence[str],
    asked: Asked,
    said: "Policy",
    day: date | None,
) -> tuple["Result", tuple[str, ...]]:
    """The check itself, and the places where files were looked for."""
    from jdzplan import check as core
    from jdzplan.plan import Path as Road
    from jdzplan.policy import gate_of, in_force
    from jdzplan.reading.repository import load_plan, load_years

    plan, findings = load_plan(repository.plan_file, strict=asked.strict)
    if plan is None or any(finding.severity is Severity.ERROR for finding in findings):
        return core.Result(plan=None, findings=core.ordered(findings)), ()
    # What is held against a revision is held row by row.
    by = plan if asked.since is None else None
    years = load_years(repository, files, asked.year, asked.encoding, by)
    everything, gate = (*findings, *years.findings), gate_of(in_force(said, plan))
    if asked.since is not None:
        from jdzplan.cli.sides import findings_since

        are_all = not (files or asked.year)
        everything += findings_since(asked.since, repository, plan, years, are_all=are_all)
    checked = {file.year for file in years.checked}
    named = checked if files or asked.year else set()
    as_of = _as_of(repository, plan, day, named) if day else None

    def judged(by: "Plan") -> "Result":
        return core.check(by, years.checked, years.earlier, everything, gate, as_of=as_of)

    result = judged(plan if asked.method is None else plan.judged_on(Road(asked.method)))
    if asked.compare:
        from jdzplan.judging.compare import comparisons

        by_path = {road: judged(plan.judged_on(road)).assessments for road in Road}
        result = result._replace(compared=comparisons(by_path))
    return result, years.looked


def _day(asked: Asked) -> date | None:
    """The day that overdue is told for; leaves where there is no telling."""
    if asked.overdue and (asked.as_of is None or asked.format not in (Format.TEXT, Format.CSV)):
        leave(Exit.UNUSABLE, "overdue_needs")
    try:
        return None if asked.as_of is None else date.fromisoformat(asked.as_of)
    except ValueError:
        leave(Exit.UNUSABLE, "bad_day", found=asked.as_of)


def _as_of(repository: "Repository", plan: "Plan", day: date, named: set[int]) -> "AsOf":
    """Which years are looked at: those named, or else all of the plan up to the day."""
    from jdzplan.reading.repository import shown
    from jdzplan.rules.calendar_rules import AsOf

    period = plan.plan.period
    years = set(range(period.first, min(period.last, day.year) + 1))
    folder = f"{shown(repository.actuals)}/"
    return AsOf(day, sorted(years & named if named else years), folder)


def _exit_code(result: "Result") -> Exit:
    if result.plan is None:
        return Exit.UNUSABLE
    if not result.files:
        return Exit.NOTHING_CHECKED
    return Exit.GATE if result.is_stopped else Exit.FINE


def _show_policy(repository: "Repository", said: "Policy", lang: Lang | None) -> None:
    from jdzplan.policy import in_force
    from jdzplan.wording import words_in

    plan = the_plan(repository)
    words = words_in(stated_language(lang) or plan.plan.language)
    to_stdout(policy_text(in_force(said, plan), repository, words), is_machine=False)
