"""A result into a report: every part of it, in one language, for one kind."""

from collections.abc import Iterator, Mapping
from datetime import date

from jdzplan.actuals import Status
from jdzplan.check import Result
from jdzplan.plan import Plan
from jdzplan.report import Kind
from jdzplan.report.attention import attention, attention_lists
from jdzplan.report.changes import amendments, changes
from jdzplan.report.goals import goals
from jdzplan.report.method import glossary, method
from jdzplan.report.periods import assessed
from jdzplan.report.quality import filed, quality
from jdzplan.report.records import OVERVIEW, TASKS, Picture, Report
from jdzplan.report.scope import Scope, is_core, scope_of
from jdzplan.report.summary import summary, worst_first
from jdzplan.report.tables import over_years, standing
from jdzplan.report.tasks import tasks
from jdzplan.verdicts import Flag
from jdzplan.wording.adjustments import full_remark
from jdzplan.wording.sentences import inert, percent
from jdzplan.wording.words import Words


def compose(
    result: Result,
    plan: Plan,
    year: int,
    kind: Kind,
    words: Words,
    *,
    day: date | None = None,
    stem: str | None = None,
) -> Report:
    """The report on a year of a result that holds every year up to it.

    `stem` is the name of its file without the ending; without one there are no pictures.
    """
    scope = scope_of(result, plan, year, kind, words)
    drawn = _drawn(scope, stem) if stem else {}
    core = [each for each in scope.now.assessments if is_core(plan)(each)]
    bad = {each.indicator for each in worst_first(scope.now.assessments)}
    remarks = (
        (scope.name(each), full_remark(each, plan, scope.words))
        for each in core
        if each.indicator not in bad
    )
    return Report(
        kind=kind,
        year=year,
        language=words.language,
        plan=_plan_name(scope),
        title=scope.say(f"title_{kind.value}", plan=_plan_name(scope), year=year),
        facts=tuple(_facts(scope, day)),
        warnings=tuple(_warnings(scope)),
        summary=tuple(summary(scope)),
        overview=drawn.get(OVERVIEW),
        core_heading=scope.says["core" if len(core) < len(plan.indicators) else "all_indicators"],
        core=standing(core, scope),
        core_remarks=tuple(scope.say("remark", name=n, remark=r) for n, r in remarks if r),
        years=over_years(scope.now.assessments, scope),
        assessed=tuple(assessed(scope)),
        attention=tuple(attention(scope, drawn)),
        attention_lists=tuple(attention_lists(scope)),
        goals=tuple(goals(scope, {k: p for k, p in drawn.items() if k not in bad})),
        tasks=tasks(scope, drawn.get(TASKS)),
        changes=tuple(changes(scope)) if year - 1 in result.years else None,
        amendments=amendments(scope),
        quality=quality(scope),
        method=method(scope),
        glossary=glossary(scope),
        words=dict(scope.says),
    )


def _drawn(scope: Scope, stem: str) -> dict[str, Picture]:
    from jdzplan.report.pictures import pictures  # the plotting library is loaded only to draw

    return pictures(scope, f"img/{stem}")


def _plan_name(scope: Scope) -> str:
    return inert(scope.plan.plan.title.get(scope.words.language))


def _facts(scope: Scope, day: date | None) -> Iterator[str]:
    """Which plan, which years, which files; the day only if it was given."""
    head = scope.plan.plan
    told: Mapping[str, object] = {
        "document": inert(head.document) if head.document else None,
        "issuer": inert(head.issuer.get(scope.words.language)) if head.issuer else None,
        "issued": _dated(head.issued, scope) if head.issued else None,
    }
    for key, value in told.items():
        if value:
            yield scope.say(f"fact_{key}", value=value)
    yield scope.say(
        "fact_period",
        baseline=head.period.baseline,
        first=head.period.first,
        last=head.period.last,
    )
    yield scope.say("fact_year", year=scope.year, elapsed=percent(scope.elapsed))
    files = [inert(file.path.rpartition("/")[2]) for file in scope.result.files]
    yield scope.say("fact_files", files=scope.listed(files))
    if day:
        yield scope.say("fact_day", value=_dated(day, scope))


def _dated(day: date, scope: Scope) -> str:
    return scope.words.adjusted["date"].format(year=day.year, month=day.month, day=day.day)


def _warnings(scope: Scope) -> Iterator[str]:
    """What a reader has to know before anything else: samples stand in, rows were refused."""
    now = scope.now
    samples = sum(each.status is Status.SAMPLE for each in filed(scope))
    flagged = sum(Flag.SAMPLE in each.flags for each in now.assessments)
    if samples or flagged:
        yield scope.say("samples", count=samples or flagged)
    if scope.result.is_stopped:
        yield scope.says["refused"]
