"""Figures as decimals of a database: short ones first, since almost all are, at half the cost."""

from typing import NamedTuple

import ibis
from ibis import Value

from jdzplan.panel.folding import first_of


class Width(NamedTuple):
    """How many digits a figure may have before and behind the point.

    >>> SHORT.type
    'decimal(14, 4)'
    """

    whole: int
    places: int

    @property
    def type(self) -> str:
        """The decimal that holds such figures."""
        return f"decimal({self.whole + self.places}, {self.places})"

    @property
    def pattern(self) -> str:
        """What such a figure looks like; cells of other looks are for the row code."""
        return rf"^-?[0-9]{{1,{self.whole}}}(\.[0-9]{{1,{self.places}}})?$"

    def holds(self, digits: int, places: int) -> bool:
        """Whether every decimal of so many digits, so many of them behind the point, fits."""
        return places <= self.places and digits - places <= self.whole


SHORT = Width(10, 4)
"""Differences and products of these are whole numbers of 64 bits."""
FULL = Width(15, 15)
"""With one digit more for each of two differences and six for a factor these just fit 38."""


def figure_of(column: Value, width: Width) -> tuple[Value, Value]:
    """The number where it is a plain one of that width, and the cell as text."""
    kind = column.type()
    if kind.is_integer():
        most = 10**width.whole - 1
        inside = column.between(-most, most)
        return ibis.ifelse(inside, column, None).cast(width.type), column.cast("string")
    if kind.is_decimal() and kind.precision:
        for each in (width, FULL):
            if each.holds(kind.precision, kind.scale):
                return column.cast(each.type), ibis.null("string")
    text = column if kind.is_string() else column.cast("string")
    widths = [each for each in (SHORT, FULL) if each <= width]
    plain = [(text.re_search(w.pattern), text.cast(w.type).cast(width.type)) for w in widths]
    return first_of(plain, ibis.null(width.type)), text
