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
    printed_point,
)
from jdzplan.judging.pace import Climb
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

    verdict, reason = of_allowed_values(figure, case.indicator, decide)
    return replace(
        blank,
        verdict=verdict,
        reason=reason,
        numbers=_numbers(case, climb, Fraction(figure.value)),
        alternatives=_corners(case, climb, figure) if climb and verdict.rests_on_pace else (),
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
) -> Outcome:
    """One outcome for all values that a figure allows, if they agree on being fine or not."""
    outcomes = [decide(point) for point in allowed(figure, landmarks(indicator))]
    if len({(v is Verdict.NOT_ASSESSED, v.is_fine) for v, _ in outcomes}) > 1:
        return Verdict.NOT_ASSESSED, Reason.BOUNDS_DISAGREE
    # Both ends of an interval are printed, so the worse one speaks; other bounds have one end.
    ends = outcomes[:2] if figure.qualifier is Qualifier.BETWEEN else outcomes[:1]
    return max(ends, key=lambda outcome: list(Verdict).index(outcome[0]))


def landmarks(indicator: Indicator) -> tuple[Fraction, ...]:
    """The values at which a verdict can change its kind: baseline and bounds."""
    bounds = (indicator.target.lower, indicator.target.upper)
    values = [bound.value for bound in bounds if bound] + [v for _, v in indicator.baseline.items()]
    return tuple(map(Fraction, values))


def absence(actual: Actual | None) -> Reason:
    """Why a year has no figure: nothing was filed, or the mark that was filed instead."""
    return (
        actual.value.reason
        if actual and isinstance(actual.value, Missing)
        else (Reason.NOT_REPORTED)
    )


def _numbers(case: Case, climb: Climb | None, value: Fraction) -> Numbers:
    """Every number of the arithmetic that is defined, for the printed end of the figure.

    s = (x_t - x_b) / (T - x_b), e = (t - b) / (Y - b), p = s / e,
    expected = x_b + (T - x_b)·e, projected = x_b + (x_t - x_b) / e,
    needed = (T - x_t) / (Y - t).
    """
    year, due = case.year, case.target_year
    distance = nearest(case.indicator.target, value) - value
    needed = distance / (due - year) if year < due else None
    if climb is None:
        return Numbers(distance=distance, needed_per_year=needed)
    first, base = climb.start
    share, elapsed, expected = (
        climb.share(value),
        climb.road.elapsed(year),
        climb.road.expected(year),
    )
    one_way = case.indicator.better is not Better.WITHIN
    return Numbers(
        expected=expected,
        share=share,
        elapsed=elapsed,
        pace=None if share is None else share / elapsed,
        pace_compound=compound_pace(climb.road, year, value) if one_way else None,
        gap=(value - expected) * (1 if climb.goal > base else -1),
        distance=distance,
        projected=base + (value - base) / elapsed,
        needed_per_year=needed,
        achieved_per_year=(value - base) / (year - first),
    )


def _corners(case: Case, climb: Climb, figure: Figure) -> tuple[Verdict, ...]:
    """Every verdict between the best and the worst that rounding leaves; empty if there is one.

    Baseline and actual of a measured quantity are moved by half a unit of their last printed
    digit; the end of a bound stays, and so do counts, ranks and targets. Met or missed is
    settled by the published figure alone, so only a verdict that rests on the pace is moved.
    """
    if case.indicator.kind is not Kind.MEASURED:
        return ()
    base, point = case.indicator.baseline[climb.start[0]], printed_point(figure)
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
