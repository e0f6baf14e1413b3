"""A small table of texts: aligned for the eye, or as CSV."""

import csv
from collections.abc import Sequence
from io import StringIO

from jdzplan.formats.csv import neutral
from jdzplan.formats.text import width
from jdzplan.wording.sentences import inert


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Columns side by side, whole numbers to the right.

    >>> print(aligned([["key", "count"], ["a", "12"]]), end="")
    key  count
    a       12
    """
    safe = [[inert(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*safe, strict=True)]
    numeric = [all(cell.isdigit() for cell in column[1:]) for column in zip(*safe, strict=True)]
    lines = []
    for row in safe:
        cells = [
            " " * (size - width(cell)) + cell if right else cell + " " * (size - width(cell))
            for cell, size, right in zip(row, widths, numeric, strict=True)
        ]
        lines.append("  ".join(cells).rstrip() + "\n")
    return "".join(lines)


def as_csv(rows: Sequence[Sequence[str]]) -> str:
    """The same as CSV, harmless to a spreadsheet."""
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue()
