"""A table of texts as CSV, harmless to the spreadsheet that opens it."""

import csv
from io import StringIO

from jdzplan.collecting.grid import Grid
from jdzplan.formats.csv import neutral


def render(grid: Grid) -> str:
    """The header and the rows; whoever writes it puts the mark of UTF-8 before it."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(grid.headers)
    writer.writerows([neutral(cell) for cell in row] for row in grid.rows)
    return out.getvalue()
