"""Verdicts on what is in force, with those on what was first printed, or revised, beside them."""

from collections.abc import Callable

from jdzplan.judging.assessment import Assessment, Known, Outcome, PeriodVerdict
from jdzplan.judging.derive import Figures
from jdzplan.judging.every_year import period_of
from jdzplan.judging.in_force import Versions, rebased
from jdzplan.judging.judge import assess
from jdzplan.judging.relations import RelationAssessment, assess_relation
from jdzplan.judging.tasks import TaskAssessment, TaskReports, assess_task
from jdzplan.plan import Form, Plan, RevisionKind
from jdzplan.verdicts import Flag, Reason, Verdict


def assess_in_force(versions: Versions, name: str, year: int, known: Known) -> Assessment:
    """Judge an indicator and its readings as amended, on the baseline that was printed.

    `original` stands beside where an amendment touched it, `revised` where its baseline changed.
    """
    done = _beside(versions, name, year, known)
    readings = (_beside(versions, name, year, known, each.reading) for each in done.readings)
    return done._replace(readings=tuple(readings))


def _beside(
    versions: Versions, name: str, year: int, known: Known, reading: str | None = None
) -> Assessment:
    """The verdict on one reading of an indicator."""

    def judged(plan: Plan, in_year: int) -> Assessment:
        whole = assess(plan, name, in_year, known)
        return next((each for each in whole.readings if each.reading == reading), whole)

    done = judged(versions.of(year), year)
    done = _with_revisions(versions, done, lambda plan: judged(plan, year))
    at = ("indicators", name) if reading is None else ("indicators", name, "readings", reading)
    amendments = versions.decided(year, at)
    if not amendments:
        return done
    if done.stated.form is Form.EVERY_YEAR and done.period is not None:
        years = versions.of(year).rule_years(done.stated)

        def outcome(in_year: int) -> Outcome:
            each = judged(versions.of(in_year), in_year)
            return each.verdict, each.reason

        done = done._replace(period=_period(years, year, outcome))
    return done._replace(
        flags=(*done.flags, Flag.AMENDED),
        amendments=amendments,
        original=judged(versions.plan, year)._replace(readings=()),
    )


def _with_revisions(
    versions: Versions, done: Assessment, judged: Callable[[Plan], Assessment]
) -> Assessment:
    """The verdict with what was revised, and with that on the baseline as last revised."""
    name, year = done.indicator, done.year
    revisions = versions.revisions(("indicators", name))
    baselines = [each for each in revisions if each.kind is RevisionKind.BASELINE]
    revised = None
    # An every-year rule does not look at the baseline, and a total has a start of its own.
    if baselines and done.stated.form is not Form.EVERY_YEAR:
        anew = judged(rebased(versions.of(year), name, baselines[-1]))._replace(readings=())
        revised = None if anew == done._replace(readings=()) else anew
    return done._replace(revisions=revisions, revised=revised)


def _period(years: range, year: int, outcome: Callable[[int], Outcome]) -> PeriodVerdict | None:
    """A yearly rule over the years so far, each held against what was in force then."""
    each = {y: outcome(y) for y in years if y <= year}
    so_far = {y: told for y, told in each.items() if told[1] is not Reason.NOT_DUE}
    return period_of(so_far, is_over=year >= years[-1]) if so_far else None


def relation_in_force(
    versions: Versions, figures: Figures, name: str, year: int
) -> RelationAssessment:
    """Judge a relation with the rate in force; `original` where an amendment set another."""
    amendments = versions.decided(year, ("relations", name))
    if not amendments:
        return assess_relation(figures, name, year)

    def judged(in_year: int) -> RelationAssessment:
        return assess_relation(Figures(versions.of(in_year), figures.known), name, in_year)

    done, original = judged(year), assess_relation(figures, name, year)
    if done.period is not None:
        period = versions.plan.plan.period
        years = range(period.first, period.last + 1)
        told = {y: judged(y) for y in years if y <= year}
        done = done._replace(
            period=_period(years, year, lambda y: (told[y].verdict, told[y].reason))
        )
    flags = (*done.flags, Flag.AMENDED)
    return done._replace(flags=flags, amendments=amendments, original=original)


def task_in_force(
    versions: Versions, name: str, year: int, reports: TaskReports, *, is_told: bool = True
) -> TaskAssessment:
    """Judge a task by the date in force; one that was withdrawn is not judged any more."""
    original = assess_task(versions.plan, name, year, reports, is_told=is_told)
    amendments = versions.decided(year, ("tasks", name))
    if not amendments or original.reason is Reason.OUTSIDE_PERIOD:
        return original
    now = versions.of(year)
    if name in now.tasks:
        done = assess_task(now, name, year, reports, is_told=is_told)
    else:
        done = original._replace(verdict=Verdict.NOT_ASSESSED, reason=Reason.WITHDRAWN)
    return done._replace(amendments=amendments, original=original)
