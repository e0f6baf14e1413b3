"""The bound holds each year: no averaging, one verdict a year and one for the period."""

from collections.abc import Mapping

from jdzplan.judging.assessment import Assessment, Case, Numbers, Outcome, PeriodVerdict
from jdzplan.judging.bounds import Point, meets, nearest
from jdzplan.judging.by_year import absence, of_allowed_values
from jdzplan.verdicts import Reason, Verdict


def judge_every_year(case: Case, blank: Assessment) -> Assessment:
    """Fill `blank`: the year alone is achieved or missed, the period only kept if each year was."""
    target, years = case.target, case.rule_years
    so_far = {year: _of_one_year(case._replace(year=year)) for year in years if year <= case.year}
    if case.year not in years:  # before the first year nothing counts; after the last it is over
        over = period_of(so_far, is_over=True) if so_far else None
        return blank._replace(reason=Reason.NOT_DUE, period=over)
    verdict, reason = so_far[case.year]
    figure = case.actual.figure if case.actual else None
    distance = None
    if figure is not None:
        distance = nearest(target, figure.fraction) - figure.fraction
    return blank._replace(
        verdict=verdict,
        reason=reason,
        numbers=Numbers(distance=distance),
        period=period_of(so_far, is_over=case.year == years[-1]),
    )


def _of_one_year(case: Case) -> Outcome:
    if case.actual is None or case.actual.figure is None:
        return Verdict.NOT_ASSESSED, absence(case.actual)

    def decide(point: Point) -> Outcome:
        kept = meets(point, case.target)
        return (Verdict.ACHIEVED if kept else Verdict.MISSED), None

    return of_allowed_values(case.actual.figure, case, decide)[0]


def period_of(so_far: Mapping[int, Outcome], *, is_over: bool) -> PeriodVerdict:
    """The years so far taken together: one broken year breaks it, one unknown leaves it open."""
    missed = tuple(y for y, (verdict, _) in so_far.items() if verdict is Verdict.MISSED)
    unknown = tuple(y for y, (verdict, _) in so_far.items() if verdict is Verdict.NOT_ASSESSED)
    reason = None
    if missed:
        verdict = Verdict.MISSED
    elif unknown:
        verdict, reason = Verdict.NOT_ASSESSED, Reason.MISSING_YEARS
    else:
        verdict = Verdict.ACHIEVED if is_over else Verdict.ON_TRACK
    return PeriodVerdict(verdict=verdict, reason=reason, missed_years=missed, unknown_years=unknown)
