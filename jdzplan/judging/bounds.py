"""Figures against bounds: which values a published figure allows, and whether one meets a target.

A strict end (`<2.5`) is approached from inside: a `Point` may stand just beside its value, so
that no tolerance is ever needed.
"""

from decimal import Context, Decimal
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from jdzplan.actuals import Figure, Qualifier
from jdzplan.plan import Target

_EXACT = Context(prec=1000)


class Point(NamedTuple):
    """A value (`side` 0), or the place just below (-1) or just above (1) it; ordered as such."""

    value: Fraction
    side: int = 0


def meets(point: Point, target: Target) -> bool:
    """Whether a value lies inside the target's bound, ends counted as the bound says."""
    if (low := target.lower) is not None:
        end = Point(Fraction(low.value))
        if point < end or (low.strict and point == end):
            return False
    if (high := target.upper) is not None:
        end = Point(Fraction(high.value))
        if point > end or (high.strict and point == end):
            return False
    return True


def nearest(target: Target, value: Fraction) -> Fraction:
    """The bound that `value` is held against; inside a band, `value` itself."""
    low, high = target.lower, target.upper
    if low is None or high is None:
        end = low or high
        assert end is not None  # `Target` refuses a target without a bound
        return Fraction(end.value)
    return min(max(value, Fraction(low.value)), Fraction(high.value))


def printed_point(figure: Figure) -> Point:
    """The printed end of a figure, seen from inside what it allows."""
    sides = {Qualifier.LESS_THAN: -1, Qualifier.MORE_THAN: 1}
    return Point(figure.fraction, sides.get(figure.qualifier, 0))


def whole(figure: Figure) -> Figure:
    """A count or a rank as what it can be: below 3 is 2 at most, above 2 is 3 at least."""
    step = {Qualifier.LESS_THAN: Qualifier.AT_MOST, Qualifier.MORE_THAN: Qualifier.AT_LEAST}
    if figure.qualifier not in step:
        return figure
    up = figure.qualifier is Qualifier.MORE_THAN
    end = floor(figure.value) + 1 if up else ceil(figure.value) - 1
    return figure._replace(value=Decimal(end), qualifier=step[figure.qualifier])


def whole_target(target: Target) -> Target:
    """A target for counts or ranks as what it can be: below 5 is 4 at most, above 2 is 3 at least.

    So the way to it, and what is lacking, are told in whole numbers.
    """
    bounds: dict[str, Decimal] = {}
    if target.less_than is not None:
        bounds["at_most"] = Decimal(ceil(target.less_than) - 1)
    elif target.more_than is not None:
        bounds["at_least"] = Decimal(floor(target.more_than) + 1)
    return target.bounded_by(bounds) if bounds else target


def allowed(figure: Figure, landmarks: tuple[Fraction, ...]) -> tuple[Point, ...]:
    """Points that stand for every value a figure allows, the printed end first.

    `landmarks` are the values at which a verdict can change its kind: baseline and bounds. An
    open end is represented by a value further beyond all of them than they lie apart, and each
    landmark inside counts too.
    """
    first = printed_point(figure)
    marks = (*landmarks, first.value)
    beyond = max(marks) - min(marks) + 1
    match figure.qualifier:
        case Qualifier.EXACT | Qualifier.APPROXIMATE:
            return (first,)
        case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
            last = Point(max(marks) + beyond)
        case Qualifier.AT_MOST | Qualifier.LESS_THAN:
            last = Point(min(marks) - beyond)
        case _:  # an interval
            last = Point(Fraction(figure.upper if figure.upper is not None else figure.value))
    low, high = sorted((first, last))
    inside = tuple(p for p in map(Point, landmarks) if low < p < high)
    return (first, last, *inside)


def ends(figure: Figure) -> tuple[Point | None, Point | None]:
    """The lowest and the highest value that a figure allows; None where it is open."""
    first = printed_point(figure)
    match figure.qualifier:
        case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
            return first, None
        case Qualifier.AT_MOST | Qualifier.LESS_THAN:
            return None, first
        case Qualifier.BETWEEN:
            assert figure.upper is not None  # the grammar reads no interval without two ends
            return first, Point(Fraction(figure.upper))
        case _:
            return first, first


def exact_decimal(value: Fraction) -> Decimal:
    """A fraction made of decimal numbers (a sum, a product, a half) as the decimal it is."""
    return _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
