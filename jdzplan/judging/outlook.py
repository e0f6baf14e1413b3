"""The odds: how likely the target is met, from the yearly changes so far, and where that leads.

What is said here never touches a verdict, so it is the one place that reckons in floats.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import atan, cos, pi, sin, sqrt

from jdzplan.actuals import Status
from jdzplan.judging.assessment import Case, Outlook
from jdzplan.judging.basis import bases_of
from jdzplan.plan import Form, Kind

_WIDER = 1.25  # the spread of a few changes is too small to be believed as it is
_LEAST, _MOST = 0.01, 0.99  # nothing is said to be certain
COVERED = 0.8  # of the interval: four outcomes in five
_COUNTED = (Form.BY_YEAR, Form.CUMULATIVE, Form.CUMULATIVE_REDUCTION, Form.AVERAGE_GROWTH)


def outlook(case: Case, form: Form) -> Outlook | None:
    """The odds of a case in a year before its target year; None where there are none.

    With m the mean and sd the standard deviation (ddof 1) of the k yearly changes since the
    baseline, and h years to go,

        P = F((x_t + m·h - T) / (1.25·sd·sqrt(h + h²/k))), F Student's t with k - 1 degrees

    (drift of a random walk; 1.25 from a back-test, in which plain spreads were too sure of
    themselves). A gap of some years gives one change, by the year. There are no odds for ranks,
    answers, sets and yearly rules, with fewer than two changes, or with a bounded figure among
    them.
    """
    points = _points(case)
    left = case.target_year - case.year
    is_judged = case.actual is not None and case.actual.figure is not None
    counts = form in _COUNTED and case.kind in (Kind.MEASURED, Kind.COUNT)
    if not (counts and is_judged and points and left > 0):
        return None
    changes = [(v - u) / (y - x) for (x, u), (y, v) in pairwise(points)]
    k = len(changes)
    if k < 2:
        return None
    mean = sum(changes, Fraction(0)) / k
    projected = points[-1][1] + mean * left
    variance = sum(((change - mean) ** 2 for change in changes), Fraction(0)) / (k - 1)
    spread = _WIDER * sqrt(variance * (left + Fraction(left**2, k)))

    def below(bound: Fraction) -> float:
        """The probability of a value below a bound."""
        away = float(bound - projected)
        return t_share(away / spread, k - 1) if spread else float(away > 0)

    reach = _t_value((1 + COVERED) / 2, k - 1) * spread
    low, high = case.target.lower, case.target.upper
    from_below = below(Fraction(low.value)) if low else 0.0
    up_to = below(Fraction(high.value)) if high else 1.0
    if not spread and high and projected == high.value:
        up_to = 1.0
    return Outlook(
        probability=min(max(up_to - from_below, _LEAST), _MOST),
        projected=projected,
        low=float(projected) - reach,
        high=float(projected) + reach,
        changes=k,
        is_constant=not spread,
        has_sample=any(each.status is Status.SAMPLE for each in case.known.values()),
    )


def _points(case: Case) -> Sequence[tuple[int, Fraction]]:
    """Beginning and figures by year, since the last break in the series; none with a bound."""
    newest = case.actual
    start = case.start and (case.start[0], case.start[1], case.start_basis)
    told = [
        (year, actual.figure, actual.basis)
        for year, actual in sorted(case.known.items())
        if actual.figure and not (start and year <= start[0])
    ]
    if any(figure.is_bounded for _, figure, _ in told):
        return ()
    values = [(year, figure.fraction, basis) for year, figure, basis in told]
    points: list[tuple[int, Fraction]] = []
    for year, value, basis in reversed([*([start] if start else []), *values]):
        if newest and len(bases_of((basis, newest.basis))) > 1:
            break
        points.insert(0, (year, value))
    return points


def t_share(t: float, degrees: int) -> float:
    """The share of Student's t distribution below `t`.

    The finite sums for whole degrees of freedom (Abramowitz and Stegun, Handbook of
    Mathematical Functions, 26.7.3 and 26.7.4).

    >>> round(t_share(1.0, 1), 4), round(t_share(2.353, 3), 3), round(t_share(-2.132, 4), 3)
    (0.75, 0.95, 0.05)
    """
    angle = atan(t / sqrt(degrees))
    is_odd = degrees % 2
    term = cos(angle) if is_odd else 1.0
    total = 0.0 if degrees == 1 else term
    for i in range(2 if is_odd else 1, degrees - 2, 2):
        term *= cos(angle) ** 2 * i / (i + 1)
        total += term
    within = 2 / pi * (angle + sin(angle) * total) if is_odd else sin(angle) * total
    return (1 + within) / 2


def _t_value(share: float, degrees: int) -> float:
    """The t below which a share (above one half) of the distribution lies."""
    low, high = 0.0, 1.0
    while t_share(high, degrees) < share:
        high *= 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if t_share(middle, degrees) < share else (low, middle)
    return high
