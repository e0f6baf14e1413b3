"""A small chart in plain text: the path to a target, and the actuals beside it."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from jdzplan.wording.sentences import decimals

_HEIGHT, _STEP = 9, 9  # lines, and columns from one year to the next
ACTUAL, SAMPLE, EXPECTED, TARGET = "*", "o", ".", "#"  # straight on every console


class Mark(NamedTuple):
    """What stands in the chart in one year: a value and its glyph."""

    year: int
    value: Fraction
    glyph: str


def chart(marks: Sequence[Mark], years: range) -> list[str]:
    """Lines of a chart of values by year; of two marks in one place the first counts."""
    values = [mark.value for mark in marks]
    low, high = min(values), max(values)
    span = high - low or Fraction(1)
    glyphs: dict[tuple[int, int], str] = {}
    for mark in marks:
        line = round((high - mark.value) / span * (_HEIGHT - 1))
        glyphs.setdefault((line, mark.year), mark.glyph)
    places = 0 if span >= 20 else 1 if span >= 2 else 2
    labels = [decimals(high - span * i / (_HEIGHT - 1), places) for i in range(_HEIGHT)]
    width = max(map(len, labels))
    lines = []
    for i, label in enumerate(labels):
        row = "".join(f" {glyphs.get((i, year), ''):<{_STEP - 1}}" for year in years)
        lines.append(f"{label:>{width}} |  {row}".rstrip())
    axis = " " * (width + 1) + "+" + "-" * (len(years) * _STEP - 2)
    names = " " * (width + 2) + "".join(f"{year:<{_STEP}}" for year in years)
    return [*lines, axis, names.rstrip()]
