"""The one door to judging: one indicator, one year, one assessment with all its readings."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from jdzplan.judging.assessment import Assessment, Known, Vintage
from jdzplan.judging.bounds import exact_decimal
from jdzplan.judging.by_year import judge_by_year
from jdzplan.judging.every_year import judge_every_year
from jdzplan.judging.flags import flags_of
from jdzplan.judging.outlook import outlook
from jdzplan.judging.prepare import NotReadyError, Promise, blank_case, prepare
from jdzplan.plan import Form, Indicator, Plan
from jdzplan.verdicts import Reason, Verdict


def assess(plan: Plan, name: str, year: int, known: Known) -> Assessment:
    """Judge indicator `name` of `plan` in `year`, given what is known of each id and year.

    Later years in `known` are not looked at; a year it lacks counts as not reported. Figures
    must be in their indicator's unit. Raises KeyError for an unknown name only.
    """
    indicator = plan.indicators[name]
    in_force = Promise(
        plan=plan,
        name=name,
        indicator=indicator,
        target=indicator.target,
        key=name,
        year=year,
        known=known,
    )
    readings = (
        _assess(in_force._replace(target=reading.target, key=reading.filed_as or name))._replace(
            reading=key,
        )
        for key, reading in indicator.readings.items()
    )
    return _assess(in_force)._replace(readings=tuple(readings))


def _assess(promise: Promise) -> Assessment:
    indicator, target, year = promise.indicator, promise.target, promise.year
    is_yearly = target.form is Form.EVERY_YEAR
    due = year if is_yearly else promise.plan.target_year(target)
    if due < year <= promise.plan.plan.period.last:  # after the target year its verdict stands
        return _assess(promise._replace(year=due))._replace(year=year)
    blank = Assessment(
        indicator=promise.name,
        year=year,
        verdict=Verdict.NOT_ASSESSED,
        target=target,
        stated=target,
        target_year=due,
        unit=indicator.unit,
        baseline=indicator.start,
        actual=promise.filed.get(year),
    )
    period = promise.plan.plan.period
    reason = None
    if not period.first <= year <= period.last:
        return blank._replace(reason=Reason.OUTSIDE_PERIOD)
    if not indicator.assess:
        reason = Reason.DEFINITION_UNCONFIRMED
    case = blank_case(promise)
    try:
        case = prepare(promise)
    except NotReadyError as lack:
        blank = blank._replace(reason=reason or lack.reason, lacking=lack.lacking)
    else:
        blank = blank._replace(
            reason=reason,
            target=case.target,
            actual=case.actual,
            path=case.path,
            unit=case.unit,
            baseline=_printed(indicator, case.start),
        )
        if reason is None:
            blank = (judge_every_year if is_yearly else judge_by_year)(case, blank)
            if blank.reason in (None, Reason.NO_BASELINE):
                blank = blank._replace(outlook=outlook(case, target.form))
    flags = flags_of(case, blank, is_unconfirmed=indicator.is_unconfirmed)
    return blank._replace(flags=flags, vintages=tuple(_vintages(promise)))


def _vintages(promise: Promise) -> Iterator[Vintage]:
    """What would be said if an earlier release were the newest of the year."""
    key, year, known = promise.key, promise.year, promise.known
    newest = known.get(key, {}).get(year)
    for release in newest.earlier if newest else ():
        then = {**known, key: {**known[key], year: release}}
        done = _assess(promise._replace(known=then))
        yield Vintage(actual=release, verdict=done.verdict, reason=done.reason)


def _printed(
    indicator: Indicator, start: tuple[int, Fraction] | None
) -> tuple[int, Decimal] | None:
    """The start of a case, with its published digits where it is the plan's own baseline."""
    if start is None:
        return None
    printed = (start[0], exact_decimal(start[1]))
    return indicator.start if indicator.start == printed else printed
