"""The form "the level reaches the bound by a year": the order of decision and its arithmetic."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from jdzplan.actuals import Actual, Figure, Missing, Qualifier
from jdzplan.judging.assessment import Assessment, Case, Numbers, Outcome
from jdzplan.judging.bounds import (
    Point,
    allowed,
    half_unit,
    meets,
    nearest,
    whole,
)
from jdzplan.judging.pace import Climb, band
from jdzplan.judging.trajectory import compound_pace
from jdzplan.plan import Better, Indicator, Kind
from jdzplan.verdicts import ORDER, Reason, Verdict


def judge_by_year(case: Case, blank: Assessment) -> Assessment:
    """Fill `blank` with the verdict of `case`; after the target year its verdict stands."""
    due = case.target_year
    if case.year > due:
        then = replace(case, year=due, known={y: a for y, a in case.known.items() if y <= due})
        return replace(judge_by_year(then, replace(blank, actual=then.actual)), year=case.year)
    figure = case.actual.figure if case.actual else None
    if figure is None:
        return replace(blank, reason=absence(case.actual))
    climb = climb_of(case)

    def decide(point: Point) -> Outcome:
        if meets(point, case.indicator.target):
            return Verdict.ACHIEVED, None
        if case.year == due:
            return Verdict.MISSED, None
        if case.indicator.start is None:
            return Verdict.NOT_ASSESSED, Reason.NO_BASELINE
        if climb is None:
            return Verdict.REGRESSED, None
        return climb.verdict(case.year, point), None

    (verdict, reason), point = of_allowed_values(figure, case.indicator, decide)
    numbers = _numbers(case, climb, point)
    paced = climb if verdict.rests_on_pace else None
    return replace(
        blank,
        verdict=verdict,
        reason=reason,
        numbers=numbers,
        alternatives=_corners(case, paced, figure, point) if paced else (),
        disagrees=paced is not None and _methods_disagree(paced, verdict, numbers, point),
    )


def climb_of(case: Case) -> Climb | None:
    """The climb to the target; None without a baseline, or with one that meets it already."""
    indicator = case.indicator
    if indicator.start is None or meets(Point(Fraction(indicator.start[1])), indicator.target):
        return None
    start = (indicator.start[0], Fraction(indicator.start[1]))
    bands = case.plan.policy.bands
    return Climb(indicator.target, indicator.better, start, case.target_year, bands)


def of_allowed_values(
    figure: Figure, indicator: Indicator, decide: Callable[[Point], Outcome]
) -> tuple[Outcome, Point]:
    """One outcome for all values that a figure allows, if they agree on being fine or not.

    With it comes the printed end that it is the outcome of; of an interval, whose ends are both
    printed, the worse one.
    """
    outcomes = [(decide(point), point) for point in possible(figure, indicator)]
    if len({(v is Verdict.NOT_ASSESSED, v.is_fine) for (v, _), _ in outcomes}) > 1:
        return (Verdict.NOT_ASSESSED, Reason.BOUNDS_DISAGREE), outcomes[0][1]
    if figure.qualifier is Qualifier.BETWEEN:
        worse = {Better.HIGHER: -1, Better.LOWER: 1}.get(indicator.better, 0)

        def badness(end: tuple[Outcome, Point]) -> tuple[int, Fraction]:
            return list(Verdict).index(end[0][0]), end[1].value * worse

        return max(outcomes[:2], key=badness)
    return outcomes[0]


def possible(figure: Figure, indicator: Indicator) -> tuple[Point, ...]:
    """Points for every value that a figure of this indicator allows, the printed end first."""
    can_be = figure if indicator.kind is Kind.MEASURED else whole(figure)
    return allowed(can_be, landmarks(indicator))


def landmarks(indicator: Indicator) -> tuple[Fraction, ...]:
    """The values at which a verdict can change its kind: baseline and bounds."""
    bounds = (indicator.target.lower, indicator.target.upper)
    values = [bound.value for bound in bounds if bound]
    return tuple(map(Fraction, (*values, *indicator.baseline.values())))


def absence(actual: Actual | None) -> Reason:
    """Why a year has no figure: nothing was filed, or the mark that was filed instead."""
    if actual is not None and isinstance(actual.value, Missing):
        return actual.value.reason
    return Reason.NOT_REPORTED


def _numbers(case: Case, climb: Climb | None, point: Point) -> Numbers:
    """Every number of the arithmetic that is defined, for the printed end of the figure.

    s = (x_t - x_b) / (T - x_b), e = (t - b) / (Y - b), p = s / e,
    expected = x_b + (T - x_b)·e, projected = x_b + (x_t - x_b) / e,
    needed = (T - x_t) / (Y - t).
    """
    year, due, value = case.year, case.target_year, point.value
    distance = nearest(case.indicator.target, value) - value
    needed = distance / (due - year) if year < due else None
    if climb is None:
        return Numbers(distance=distance, needed_per_year=needed)
    first, base = climb.start
    share = climb.share(value)
    elapsed, expected = climb.road.elapsed(year), climb.road.expected(year)
    one_way = case.indicator.better is not Better.WITHIN
    return Numbers(
        expected=expected,
        share=share,
        elapsed=elapsed,
        pace=None if share is None else share / elapsed,
        pace_compound=compound_pace(climb.road, year, value) if one_way else None,
        gap=climb.height(value) - climb.height(expected),
        distance=distance,
        projected=base + (value - base) / elapsed if one_way else None,
        needed_per_year=needed,
        achieved_per_year=(value - base) / (year - first),
    )


def _methods_disagree(climb: Climb, verdict: Verdict, numbers: Numbers, point: Point) -> bool:
    """Whether growth rates, where they are defined, would put the pace into another band."""
    if numbers.pace_compound is None:
        return False
    side = point.side * climb.slope(point.value)
    return band(numbers.pace_compound, climb.bands, side) is not verdict


def _corners(case: Case, climb: Climb, figure: Figure, point: Point) -> tuple[Verdict, ...]:
    """Every verdict between the best and the worst that rounding leaves; empty if there is one.

    Baseline and actual of a measured quantity are moved by half a unit of their last printed
    digit; the end of a bound stays, and so do counts, ranks and targets. Met or missed is
    settled by the published figure alone, so only a verdict that rests on the pace is moved.
    """
    if case.indicator.kind is not Kind.MEASURED:
        return ()
    base = case.indicator.baseline[climb.start[0]]
    around = Fraction(0) if figure.is_bounded else half_unit(figure.value)
    ranks = [
        climb.from_baseline(Fraction(base) + b)
        .verdict(case.year, Point(point.value + x, point.side))
        .rank
        for b in _either_way(half_unit(base))
        for x in _either_way(around)
    ]
    best, worst = min(ranks), max(ranks)
    return ORDER[best : worst + 1] if best < worst else ()


def _either_way(step: Fraction) -> tuple[Fraction, Fraction, Fraction]:
    return (-step, Fraction(0), step)
