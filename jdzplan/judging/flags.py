"""What stands beside a verdict: each flag with the test that raises it. Never a verdict."""

from jdzplan.actuals import Actual, Figure, Qualifier, Status
from jdzplan.judging.assessment import Assessment, Case
from jdzplan.judging.bounds import meets
from jdzplan.judging.by_year import possible
from jdzplan.plan import Better
from jdzplan.verdicts import Flag, Verdict


def flags_of(case: Case, done: Assessment, *, is_unconfirmed: bool) -> tuple[Flag, ...]:
    """The flags of an assessment that is otherwise complete, in the order of the enum."""
    raised = {Flag.DEFINITION_UNCONFIRMED: is_unconfirmed}
    if done.actual is not None and done.actual.figure is not None:
        figure, status = done.actual.figure, done.actual.status
        raised |= {
            Flag.AT_RISK: _is_at_risk(case, done.verdict, done.actual, figure),
            Flag.FELL_BACK: done.verdict.rests_on_pace and _was_met(case, done.actual.year),
            Flag.PROVISIONAL: status in (Status.PRELIMINARY, Status.ESTIMATED),
            Flag.SAMPLE: status is Status.SAMPLE,
            Flag.BOUNDED: figure.is_bounded and done.verdict is not Verdict.NOT_ASSESSED,
            Flag.APPROXIMATE: figure.qualifier is Qualifier.APPROXIMATE,
            Flag.ROUNDING_SENSITIVE: bool(done.alternatives),
            Flag.METHOD_DISAGREEMENT: done.disagrees,
        }
    return tuple(flag for flag in Flag if raised.get(flag))


def _was_met(case: Case, year: int) -> bool:
    """Whether every value that some earlier year's figure allows met the target."""
    return any(
        all(meets(point, case.target) for point in possible(actual.figure, case))
        for earlier, actual in case.known.items()
        if earlier < year and actual.figure is not None
    )


def _is_at_risk(case: Case, verdict: Verdict, actual: Actual, figure: Figure) -> bool:
    """Met, but worse than the latest earlier figure, the baseline counting as the first.

    Bounded years are left out; inside a band nothing is better or worse.
    """
    if verdict is not Verdict.ACHIEVED or figure.is_bounded:
        return False
    values = dict([case.start] if case.start else [])
    for year, other in case.known.items():
        if other.figure is not None and not other.figure.is_bounded:
            values[year] = other.figure.fraction
    earlier = [year for year in values if year < actual.year]
    if not earlier:
        return False
    change = figure.fraction - values[max(earlier)]
    return {Better.HIGHER: change < 0, Better.LOWER: change > 0}.get(case.better, False)
