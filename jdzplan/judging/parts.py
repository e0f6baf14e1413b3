"""Figures of regions put together, and held against the figure of the whole."""

from collections.abc import Sequence

from jdzplan.actuals import Figure
from jdzplan.judging.derive import reach
from jdzplan.judging.prepare import NotReadyError, sum_of
from jdzplan.plan import Kind


def excess(
    parts: Sequence[Figure], whole: Figure, kind: Kind, *, is_complete: bool
) -> Figure | None:
    """What the parts come to, if print cannot explain how far that lies from the whole.

    Each figure of a measured quantity may have lost half a unit of its last printed digit. Parts
    that are not all there is (`is_complete` says that they are) can only come to too much.
    """
    try:
        total = sum_of([*parts], kind, is_floor=False)
    except NotReadyError:  # one is only a floor, another only a ceiling
        return None
    is_measured = kind is Kind.MEASURED
    least, most = reach(total, is_measured=is_measured)
    low, high = reach(whole, is_measured=is_measured)
    is_above = least is not None and high is not None and least > high
    is_below = most is not None and low is not None and most < low
    return total if is_above or (is_below and is_complete) else None
