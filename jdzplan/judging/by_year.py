"""The level reaches the bound by a year: the order of decision and its arithmetic."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from jdzplan.actuals import Actual, Figure, Missing, Qualifier
from jdzplan.judging.assessment import Assessment, Case, Decider, Numbers, Outcome
from jdzplan.judging.bounds import Point, allowed, meets, nearest, whole
from jdzplan.judging.pace import Climb, band
from jdzplan.judging.trajectory import compound_pace, mean_growth, years_of_growth
from jdzplan.plan import Better, Kind, Path
from jdzplan.verdicts import ORDER, Reason, Verdict

Rate = Fraction | Decimal


def _trajectory(climb: Climb | None) -> tuple[tuple[int, Fraction], ...]:
    """The expected value of every year; of no climb, or one without growth, there is none."""
    if climb is None:
        return ()
    values = ((year, climb.expected(year)) for year in range(climb.start[0], climb.target_year + 1))
    return tuple((year, value) for year, value in values if value is not None)


def judge_by_year(case: Case, blank: Assessment) -> Assessment:
    """Fill `blank` with the verdict of `case`."""
    due = case.target_year
    figure = case.actual.figure if case.actual else None
    if figure is None:
        return blank._replace(reason=absence(case.actual))
    climb = climb_of(case)

    def decide(point: Point) -> Outcome:
        if meets(point, case.target):
            return Verdict.ACHIEVED, None
        if case.year == due:
            return Verdict.MISSED, None
        if case.start is None:
            return Verdict.NOT_ASSESSED, Reason.NO_BASELINE
        if climb is None:
            return Verdict.REGRESSED, None
        return climb.outcome(case.year, point)

    (verdict, reason), point = of_allowed_values(figure, case, decide)
    numbers = _numbers(case, climb, point)
    paced = climb if verdict.rests_on_pace else None
    blank = blank._replace(
        verdict=verdict, reason=reason, numbers=numbers, trajectory=_trajectory(climb)
    )
    if paced is not None and case.kind is Kind.MEASURED:
        blank = _with_corners(case, paced, figure, point, blank)
    return blank._replace(
        disagrees=paced is not None and _methods_disagree(paced, verdict, numbers, point),
    )


def climb_of(case: Case) -> Climb | None:
    """The climb to the target; None without a baseline, or with one that meets it already."""
    if case.start is None or meets(Point(case.start[1]), case.target):
        return None
    return Climb(
        target=case.target,
        better=case.better,
        start=case.start,
        target_year=case.target_year,
        bands=case.bands,
        path=case.path or Path.LINEAR,
        multiple=case.multiple,
        milestones=case.milestones,
    )


def of_allowed_values(
    figure: Figure, case: Case, decide: Callable[[Point], Outcome]
) -> tuple[Outcome, Point]:
    """One outcome for all values that a figure allows, if they agree on being fine or not.

    With it comes the printed end that it is the outcome of; of an interval, whose ends are both
    printed, the worse one.
    """
    outcomes = [(decide(point), point) for point in possible(figure, case)]
    # An open bound allows values without growth, too, which say nothing.
    outcomes = [o for o in outcomes if o[0][1] is not Reason.GROWTH_UNDEFINED] or outcomes
    if len({(v is Verdict.NOT_ASSESSED, v.is_fine) for (v, _), _ in outcomes}) > 1:
        return (Verdict.NOT_ASSESSED, case.gap_reason or Reason.BOUNDS_DISAGREE), outcomes[0][1]
    if figure.qualifier is Qualifier.BETWEEN:
        worse = {Better.HIGHER: -1, Better.LOWER: 1}.get(case.better, 0)

        def badness(end: tuple[Outcome, Point]) -> tuple[int, Fraction]:
            return list(Verdict).index(end[0][0]), end[1].value * worse

        return max(outcomes[:2], key=badness)
    return outcomes[0]


def possible(figure: Figure, case: Case) -> tuple[Point, ...]:
    """Points for every value that a figure of this kind allows, the printed end first."""
    can_be = figure if case.kind is Kind.MEASURED else whole(figure)
    return allowed(can_be, landmarks(case))


def landmarks(case: Case) -> tuple[Fraction, ...]:
    """The values at which a verdict can change its kind: baseline and bounds."""
    bounds = tuple(Fraction(b.value) for b in (case.target.lower, case.target.upper) if b)
    return bounds if case.start is None else (*bounds, case.start[1])


def absence(actual: Actual | None) -> Reason:
    """Why a year has no figure: nothing was filed, or the mark that was filed instead."""
    if actual is not None and isinstance(actual.value, Missing):
        return actual.value.reason
    return Reason.NOT_REPORTED


def _numbers(case: Case, climb: Climb | None, point: Point) -> Numbers:
    """Every number of the arithmetic that is defined, for the printed end of the figure.

    s = (x_t - x_b) / (T - x_b), e = (t - b) / (Y - b), p = s / e,
    expected = x_b + (T - x_b)·e, projected = x_b + (x_t - x_b) / e,
    needed = (T - x_t) / (Y - t); on the compound path the same with growth rates.
    """
    year, due, value = case.year, case.target_year, point.value
    distance = nearest(case.target, value) - value
    needed = distance / (due - year) if year < due else None
    if climb is None:
        return Numbers(distance=distance, needed_per_year=needed)
    first, base = climb.start
    elapsed, expected = climb.road.elapsed(year), climb.expected(year)
    achieved = (value - base) / (year - first)
    one_way = case.better is not Better.WITHIN
    growth = needed_growth = None
    years: Rate | None = distance / achieved if achieved else None
    factor = _factor(needed, achieved)
    if climb.path is Path.COMPOUND or case.is_compounded:
        growth = _mean_rate(case, base, value, year - first)
        needed_growth = _mean_rate(case, value, climb.goal, due - year)
        years = _years_of_growth(case, value, climb.goal, growth)
        factor = _factor(needed_growth, growth)
    return Numbers(
        expected=expected,
        share=climb.share(value),
        elapsed=elapsed,
        pace=climb.pace(year, value, climb.path),
        pace_compound=compound_pace(climb.road, year, value) if climb.can_grow else None,
        gap=None if expected is None else climb.height(value) - climb.height(expected),
        distance=distance,
        projected=climb.projected(year, value) if one_way else None,
        needed_per_year=needed,
        achieved_per_year=achieved,
        growth=growth,
        needed_growth=needed_growth,
        acceleration=factor,
        reached_in=None if years is None or years <= 0 else year + _whole_years(case, years),
    )


def _factor(needed: Rate | None, achieved: Rate | None) -> Fraction | None:
    """Change needed over change achieved; none where it went the other way, or not at all."""
    if not needed or not achieved:
        return None
    factor = Fraction(needed) / Fraction(achieved)
    return factor if factor > 0 else None


def _mean_rate(case: Case, first: Fraction, last: Fraction, years: int) -> Decimal | None:
    """Mean growth from one value to another; of a compounded reduction the mean loss a year."""
    if years <= 0:
        return None
    if not case.is_compounded:
        return mean_growth(first, last, years)
    loss = mean_growth(100 - first, 100 - last, years)
    return None if loss is None else -loss


def _years_of_growth(
    case: Case, value: Fraction, goal: Fraction, rate: Decimal | None
) -> Decimal | None:
    """How long a mean rate takes from a value to the goal; a mean loss eats what is left."""
    if rate is None:
        return None
    if case.is_compounded:
        return years_of_growth(100 - value, 100 - goal, -rate)
    return years_of_growth(value, goal, rate)


def _whole_years(case: Case, years: Rate) -> int:
    """Years until a bound is met; just reaching a strict one is not meeting it."""
    is_strict = any(bound.strict for bound in (case.target.lower, case.target.upper) if bound)
    return floor(years) + 1 if is_strict else ceil(years)


def _methods_disagree(climb: Climb, verdict: Verdict, numbers: Numbers, point: Point) -> bool:
    """Whether linear and compound pace, where both are defined, lie in different bands.

    Milestones are the plan's own, so that no other path speaks against them.
    """
    if numbers.pace_compound is None or numbers.share is None or numbers.elapsed is None:
        return False
    if climb.path is Path.POINTS:
        return False
    is_linear = climb.path is Path.LINEAR
    other = numbers.pace_compound if is_linear else numbers.share / numbers.elapsed
    return band(other, climb.bands, point.side * climb.slope(point.value)) is not verdict


def _with_corners(
    case: Case, climb: Climb, figure: Figure, point: Point, done: Assessment
) -> Assessment:
    """Every verdict between the best and the worst that rounding leaves, if there are several.

    Baseline and actual of a measured quantity are moved by half a unit of their last printed
    digit; the end of a bound stays, and so do counts, ranks and targets. Met or missed is
    settled by the published figure alone, so only a verdict that rests on the pace is moved.
    """
    ranks = _reached(case, climb, point, case.start_slack, figure.rounding)
    best, worst = min(ranks), max(ranks)
    if best == worst:
        return done
    of_baseline = _reached(case, climb, point, case.start_slack, Fraction(0))
    of_actual = _reached(case, climb, point, Fraction(0), figure.rounding)
    alone = (len(of_baseline) > 1, len(of_actual) > 1)
    decided_by: Decider = "both"
    if alone == (True, False):
        decided_by = "baseline"
    elif alone == (False, True):
        decided_by = "actual"
    return done._replace(alternatives=ORDER[best : worst + 1], decided_by=decided_by)


def _reached(
    case: Case, climb: Climb, point: Point, base_slack: Fraction, slack: Fraction
) -> set[int]:
    """The ranks of the verdicts at every corner, the printed numbers among them.

    A corner at or beyond zero has no growth, and so no verdict to count.
    """
    corners = {
        climb.from_baseline(climb.start[1] + b).outcome(
            case.year, Point(point.value + x, point.side)
        )[0]
        for b in {-base_slack, Fraction(0), base_slack}
        for x in {-slack, Fraction(0), slack}
    }
    return {verdict.rank for verdict in corners if verdict is not Verdict.NOT_ASSESSED}
