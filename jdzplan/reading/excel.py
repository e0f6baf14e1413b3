"""Excel workbooks, .xlsx and .xls: bytes to sheets of text.

Only this module knows the libraries. They come with the extra `excel` and are loaded when the
first workbook is read.
"""

import io
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile, is_zipfile

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.reading.cells import cell_text, raised_text
from jdzplan.reading.grids import MAX_COLUMNS, MAX_ROWS, Grid, Workbook, table_of_workbook
from jdzplan.reading.packages import LAST_ROW, Marks, PackageError, covered, inspect, marks_of
from jdzplan.reading.rows import Table
from jdzplan.reading.sheets import Sheet
from jdzplan.reading.text import decode

if TYPE_CHECKING:
    import xlrd

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # how the format writes a character XML forbids
Cell = tuple[int, int, str]


def read_workbook(
    data: bytes, path: str, suffix: str, sheet: Sheet, year: int | None
) -> Table | Finding:
    """Rows and findings of a workbook, or why it is not opened; `suffix` is what it is named."""
    problem = _disguise(data, suffix)
    if problem is None:
        try:
            # The libraries warn of drawings and validations that we have no use for.
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                workbook = _read_xlsx(data) if suffix == ".xlsx" else _read_xls(data)
            return table_of_workbook(workbook, path, sheet, year)
        except ImportError:
            problem = {"kind": "no_excel"}
        except PackageError as error:
            problem = {"kind": error.kind}
        except Exception as error:  # noqa: BLE001 - damaged bytes make the libraries raise anything
            kind = "password" if "encrypted" in str(error).lower() else "not_a_workbook"
            problem = {"kind": kind}
    return Finding(rule=Rule.FILE_UNREADABLE, place=Place(path), params=problem)


def _disguise(data: bytes, suffix: str) -> dict[str, object] | None:
    """What is wrong with a file by its first bytes: locked, or another format under this name."""
    if not data:
        return {"kind": "not_a_workbook"}
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return {"kind": "password"}
        actual = ".xls"
    elif is_zipfile(io.BytesIO(data)):
        actual = ".xlsx"
    elif decoded := decode(data):
        actual = ".html" if decoded[0].lstrip("\ufeff \r\n\t").startswith("<") else ".csv"
    else:
        return None  # .xls older than its container begins otherwise; the library decides
    if actual == suffix:
        return None
    return {"kind": "renamed", "found": actual, "expected": suffix}


def _read_xlsx(data: bytes) -> Workbook:
    from openpyxl.reader.excel import ExcelReader

    with ZipFile(io.BytesIO(data)) as archive:
        inspect(archive)
        reader = ExcelReader(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False, rich_text=True
        )
        reader.read()
        parts = {sheet.name: part.target for sheet, part in reader.parser.find_sheets()}
        grids, hidden = [], []
        for sheet in reader.wb.worksheets:
            if sheet.sheet_state != "visible":
                hidden.append(sheet.title)
                continue
            with archive.open(parts[sheet.title]) as stream:
                marks = marks_of(stream)
            sheet.reset_dimensions()  # what a file says of its size need not be so
            rows = sheet.iter_rows(max_row=LAST_ROW)
            grids.append(grid_of(sheet.title, _xlsx_cells(rows), marks))
    if not grids and not hidden:
        raise PackageError("not_a_workbook")
    return Workbook(tuple(grids), tuple(hidden))


def _xlsx_cells(rows: Iterable[Iterable[Any]]) -> Iterator[Cell]:
    from openpyxl.cell.rich_text import CellRichText

    for row, cells in enumerate(rows, start=1):
        for column, cell in enumerate(cells, start=1):
            if cell.value is not None:
                value = cell.value
                if isinstance(value, CellRichText):
                    value = "".join(map(_xlsx_run, value))
                if isinstance(value, str):
                    value = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
                yield row, column, cell_text(value, cell.number_format)


def _xlsx_run(run: Any) -> str:
    """A part of a cell that is set apart: a digit set high is a footnote mark, not a digit."""
    raised = not isinstance(run, str) and run.font.vertAlign == "superscript"
    return raised_text(str(run)) if raised else str(run)


def _read_xls(data: bytes) -> Workbook:
    import xlrd

    book = xlrd.open_workbook(
        file_contents=data,
        logfile=io.StringIO(),
        formatting_info=True,
        ragged_rows=True,
        on_demand=True,
    )
    grids, hidden = [], []
    for index, name in enumerate(book.sheet_names()):
        sheet = book.sheet_by_index(index)
        if sheet.visibility:
            hidden.append(name)
            continue
        merged = [(top + 1, left + 1, end, last) for top, end, left, last in sheet.merged_cells]
        empty = frozenset(
            (row + 1, column + 1)
            for row in range(sheet.nrows)
            for column, cell in enumerate(sheet.row(row))
            if cell.ctype == xlrd.XL_CELL_TEXT and cell.value == ""
        )
        grid = grid_of(name, _xls_cells(sheet, book), Marks(merged))
        grids.append(replace(grid, empty=empty))
    return Workbook(tuple(grids), tuple(hidden))


def _xls_cells(sheet: "xlrd.sheet.Sheet", book: "xlrd.book.Book") -> Iterator[Cell]:
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            shape = book.format_map[book.xf_list[cell.xf_index or 0].format_key].format_str
            runs = sheet.rich_text_runlist_map.get((row, column))
            value = _xls_runs(str(cell.value), runs, book) if runs else cell.value
            yield row + 1, column + 1, xls_text(cell.ctype, value, shape, book.datemode)


def _xls_runs(text: str, runs: list[tuple[int, int]], book: "xlrd.book.Book") -> str:
    """The text of a cell, of which some parts may be set high; each run begins at an offset."""
    starts = [(0, -1), *runs]
    ends = [start for start, _ in runs] + [len(text)]
    parts = []
    for (start, font), end in zip(starts, ends, strict=True):
        raised = font >= 0 and book.font_list[font].escapement == 1
        parts.append(raised_text(text[start:end]) if raised else text[start:end])
    return "".join(parts)


def xls_text(kind: int, value: Any, number_format: str, datemode: int) -> str:
    """A cell of the older format, where a number says by its kind what it stands for."""
    import xlrd

    if kind == xlrd.XL_CELL_DATE:
        try:
            return cell_text(xlrd.xldate_as_datetime(value, 1 if datemode else 0))
        except (ValueError, OverflowError):
            return "#VALUE!"
    if kind == xlrd.XL_CELL_BOOLEAN:
        return cell_text(bool(value))
    if kind == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(value, "#VALUE!")
    return cell_text(value, number_format)


def grid_of(name: str, cells: Iterable[Cell], marks: Marks) -> Grid:
    """The filled cells of a sheet, given row by row, put where they stand.

    A merged area has the value of its first cell only. Reading ends at the first filled cell
    that lies too far down; those too far to the right are passed over, and both are told.
    """
    hidden = covered(marks.merged, MAX_ROWS, MAX_COLUMNS)
    rows: dict[int, dict[int, str]] = {}
    beyond: tuple[int, int] | None = None
    for row, column, plain in cells:
        text = marks.raised.get((row, column), plain)
        if not text.strip() or (row, column) in hidden:
            continue
        if row > MAX_ROWS or column > MAX_COLUMNS:
            beyond = beyond or (row, column)
            if row > MAX_ROWS:
                break
            continue
        rows.setdefault(row, {})[column] = text
    bare = {at: text for at, text in marks.bare.items() if at not in hidden}
    for (row, column), text in bare.items():
        if row > MAX_ROWS or column > MAX_COLUMNS:
            beyond = beyond or (row, column)
        else:
            rows.setdefault(row, {})[column] = text
    lines = []
    for row in range(1, max(rows, default=0) + 1):
        filled = rows.get(row, {})
        lines.append(tuple(filled.get(i, "") for i in range(1, max(filled, default=0) + 1)))
    tall = {(top, left): bottom for top, left, bottom, _ in marks.merged if bottom > top}
    return Grid(name, tuple(lines), frozenset(bare), tall, beyond)
