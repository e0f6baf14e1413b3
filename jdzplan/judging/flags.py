"""What stands beside a verdict: each flag with the test that raises it. Never a verdict."""

from jdzplan.actuals import Actual, Figure, Qualifier, Status
from jdzplan.judging.assessment import Assessment, Case
from jdzplan.judging.basis import bases_of, is_mixed
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
            Flag.FELL_BACK: done.verdict.rests_on_pace and _was_met(case, done.actual),
            Flag.PROVISIONAL: status in (Status.PRELIMINARY, Status.ESTIMATED),
            Flag.SAMPLE: status is Status.SAMPLE,
            Flag.BOUNDED: figure.is_bounded and done.verdict is not Verdict.NOT_ASSESSED,
            Flag.APPROXIMATE: figure.qualifier is Qualifier.APPROXIMATE,
            Flag.ROUNDING_SENSITIVE: bool(done.alternatives),
            Flag.METHOD_DISAGREEMENT: done.disagrees,
            Flag.SERIES_BREAK: _breaks(case, done.actual),
        }
    return tuple(flag for flag in Flag if raised.get(flag))


def _breaks(case: Case, actual: Actual) -> bool:
    """Whether the way to this figure, from the baseline on, leads over another basis."""
    so_far = (
        each.basis for year, each in case.known.items() if year <= actual.year and each.figure
    )
    return actual.basis is not None and len(bases_of((case.start_basis, *so_far))) > 1


def _was_met(case: Case, actual: Actual) -> bool:
    """Whether every value that some earlier year's figure, of one basis with it, met the target."""
    return any(
        all(meets(point, case.target) for point in possible(other.figure, case))
        for year, other in case.known.items()
        if year < actual.year and other.figure is not None and not is_mixed((other, actual))
    )


def _is_at_risk(case: Case, verdict: Verdict, actual: Actual, figure: Figure) -> bool:
    """Met, but worse than the latest earlier figure, the baseline counting as the first.

    Bounded years and those of another basis are left out; inside a band nothing is better or worse.
    """
    if verdict is not Verdict.ACHIEVED or figure.is_bounded:
        return False
    is_one = len(bases_of((case.start_basis, actual.basis))) < 2
    values = dict([case.start] if case.start and is_one else [])
    for year, other in case.known.items():
        if is_mixed((other, actual)):
            continue
        if other.figure is not None and not other.figure.is_bounded:
            values[year] = other.figure.fraction
    earlier = [year for year in values if year < actual.year]
    if not earlier:
        return False
    change = figure.fraction - values[max(earlier)]
    return {Better.HIGHER: change < 0, Better.LOWER: change > 0}.get(case.better, False)
