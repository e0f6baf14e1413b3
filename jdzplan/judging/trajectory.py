"""The road from baseline to target: what was to be expected, and how fast things went.

Exact fractions throughout; the compound comparison alone needs roots and uses 50 digits.
"""

from decimal import Context, Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

_PRECISE = Context(prec=50)


class Trajectory(NamedTuple):
    """Points (year, value) in order of year, from the baseline to the target, at least two.

    >>> road = Trajectory(((2020, Fraction(200)), (2025, Fraction(400))))
    >>> road.expected(2023), road.share(Fraction(300)), road.elapsed(2023)
    (Fraction(320, 1), Fraction(1, 2), Fraction(3, 5))
    """

    points: tuple[tuple[int, Fraction], ...]

    @property
    def start(self) -> tuple[int, Fraction]:
        """Baseline year and value."""
        return self.points[0]

    @property
    def end(self) -> tuple[int, Fraction]:
        """Target year and value."""
        return self.points[-1]

    def expected(self, year: int) -> Fraction:
        """应达值: the path's value in `year`, x_b + (T - x_b)·e on a single straight stretch.

        Years before the first or after the last point have the value of that point.
        """
        for (y0, v0), (y1, v1) in pairwise(self.points):
            if y0 <= year <= y1:
                return v0 + (v1 - v0) * Fraction(year - y0, y1 - y0)
        return self.start[1] if year < self.start[0] else self.end[1]

    def share(self, value: Fraction) -> Fraction:
        """完成进度 s = (x - x_b) / (T - x_b); the ends must differ."""
        return (value - self.start[1]) / (self.end[1] - self.start[1])

    def elapsed(self, year: int) -> Fraction:
        """时序进度 e = (t - b) / (Y - b)."""
        return Fraction(year - self.start[0], self.end[0] - self.start[0])


def compound_pace(road: Trajectory, year: int, value: Fraction) -> Decimal | None:
    """Growth achieved a year over growth required a year, or None where growth is undefined.

    g_actual = (x_t / x_b)^(1/(t-b)) - 1 over g_required = (T / x_b)^(1/(Y-b)) - 1, defined only
    where all three values are non-zero and of one sign (Eurostat, EU SDG monitoring report;
    Statistics Canada, CIF progress measure).
    """
    (b, base), (last, goal) = road.start, road.end
    actual, required = mean_growth(base, value, year - b), mean_growth(base, goal, last - b)
    return _PRECISE.divide(actual, required) if required and actual is not None else None


def compound_expected(road: Trajectory, year: int) -> Fraction | None:
    """The value in `year` on the path of equal growth, x_b (T / x_b)^e; None where undefined."""
    (b, base), (last, goal) = road.start, road.end
    growth = mean_growth(base, goal, last - b)
    if growth is None:
        return None
    return base * Fraction(_PRECISE.power(1 + growth / 100, year - b))


def mean_growth(first: Fraction, last: Fraction, years: int) -> Decimal | None:
    """Geometric mean growth in per cent a year; None unless both are non-zero with one sign.

    >>> round(mean_growth(Fraction(200), Fraction(400), 5), 2)
    Decimal('14.87')
    """
    if first * last <= 0:
        return None
    factor = last / first
    ratio = _PRECISE.divide(Decimal(factor.numerator), Decimal(factor.denominator))
    root = _PRECISE.power(ratio, _PRECISE.divide(Decimal(1), Decimal(years)))
    return _PRECISE.multiply(_PRECISE.subtract(root, Decimal(1)), Decimal(100))


def years_of_growth(first: Fraction, last: Fraction, rate: Decimal) -> Decimal | None:
    """How many years growth of `rate` per cent takes: ln(last / first) / ln(1 + rate / 100).

    None where it never leads there. Rounded to 20 digits, so that whole years stay whole.

    >>> years_of_growth(Fraction(100), Fraction(121), Decimal(10))
    Decimal('2.0000000000000000000')
    """
    if first * last <= 0 or not rate or rate <= -100:
        return None
    way = Fraction(last / first)
    ratio = _PRECISE.divide(Decimal(way.numerator), Decimal(way.denominator))
    yearly = _PRECISE.add(1, _PRECISE.divide(rate, Decimal(100)))
    return Context(prec=20).divide(_PRECISE.ln(ratio), _PRECISE.ln(yearly))
