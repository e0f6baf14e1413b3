"""A table of texts as an Excel workbook, with a choice offered where only some words will do."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby

from jdzplan.collecting.grid import Grid
from jdzplan.formats.csv import neutral
from jdzplan.formats.text import width

_NARROWEST, _WIDEST = 8, 48


def render(grid: Grid, title: str) -> bytes:
    """The workbook; ImportError where openpyxl, the extra `excel`, is not installed."""
    # Slow to load, and not installed by default.
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(title)
    for row in (grid.headers, *(tuple(map(neutral, row)) for row in grid.rows)):
        # An empty cell stays empty, so that a spreadsheet's own tools see it so.
        sheet.append([cell or None for cell in row])
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.data_type = "s"  # never a formula
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for i, cells in enumerate(zip(grid.headers, *grid.rows, strict=True), start=1):
        widest = max(width(line) for cell in cells for line in (cell.split("\n")))
        sheet.column_dimensions[get_column_letter(i)].width = min(
            max(widest + 2, _NARROWEST), _WIDEST
        )
    for choice in grid.choices:
        offered = DataValidation(
            type="list", formula1='"' + ",".join(choice.words) + '"', allow_blank=True
        )
        letter = get_column_letter(choice.column + 1)
        for first, last in _runs(choice.rows):
            offered.add(f"{letter}{first + 2}:{letter}{last + 2}")
        sheet.add_data_validation(offered)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of every run of neighbours.

    >>> list(_runs([1, 2, 3, 7]))
    [(1, 3), (7, 7)]
    """
    for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
        found = [row for _, row in run]
        yield found[0], found[-1]
