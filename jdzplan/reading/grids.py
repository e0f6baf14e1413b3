"""The sheets of a workbook into one table, by the rules that hold for CSV.

A sheet without a header stands beside the figures and is passed over, unless no sheet has one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from jdzplan.catalogue import Rule, Severity
from jdzplan.findings import Finding, Place
from jdzplan.reading.headers import Header, find_header, likeliest_header
from jdzplan.reading.rows import HEADER_WITHIN, Table, file_empty, table_of
from jdzplan.reading.sheets import Sheet
from jdzplan.reading.tables import Record, column_letters
from jdzplan.reading.titles import Title, years_of

MAX_ROWS, MAX_COLUMNS = 20_000, 200
# What a cell merged over several rows says of each; a name or a figure is that of the first.
_SHARED = ("unit", "region", "status", "released", "basis", "source", "year")


@dataclass(frozen=True, slots=True)
class Grid:
    """A visible sheet: its name and its cells as text, row by row, from A1.

    `bare` are cells (row, column, from 1) whose formula was never calculated; their text is the
    formula. `tall` are the first cells of merged areas over several rows, with their last rows.
    `beyond` is the first filled cell behind the rows or columns that are read. `is_titled` says
    that the name is a title: it names one year. `empty` are formulas of the older format whose
    result is an empty text, which is also what some programs write for one never calculated.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    bare: frozenset[tuple[int, int]] = frozenset()
    tall: Mapping[tuple[int, int], int] = field(default_factory=dict)
    beyond: tuple[int, int] | None = None
    is_titled: bool = False
    empty: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Workbook:
    """The visible sheets, and the names of the hidden ones."""

    grids: tuple[Grid, ...]
    hidden: tuple[str, ...] = ()


class SheetRecord(Record):
    """A row of a sheet: its line is its row, the columns of its places are those of the sheet."""

    __slots__ = ()

    def places(self, path: str, most: int) -> list[Place]:
        """Where the first cells stand: row, column, spreadsheet name with its sheet."""
        first = range(min(most, len(self.cells)))
        return [place_in(self.sheet, path, self.row, i + 1) for i in first]

    def place(self, path: str, index: int) -> Place:
        """Where one cell stands, filled or not."""
        return place_in(self.sheet, path, self.row, index + 1)


def place_in(sheet: str, path: str, row: int, column: int) -> Place:
    """A cell as a formula of another sheet would name it; `sheet` is quoted already."""
    return Place(path, row, column, f"{sheet}!{column_letters(column - 1)}{row}")


def quoted(name: str) -> str:
    """The name of a sheet as a formula quotes it.

    >>> quoted("Sheet1"), quoted("2023 年")
    ('Sheet1', "'2023 年'")
    """
    return name if re.fullmatch(r"[^\W\d]\w*", name) else "'" + name.replace("'", "''") + "'"


def records_of(grid: Grid) -> list[Record]:
    """The rows of a sheet, all as wide as the widest."""
    sheet = quoted(grid.name)
    width = max((len(row) for row in grid.rows), default=0)
    bare: dict[int, set[int]] = {}
    for row, column in grid.bare:
        bare.setdefault(row, set()).add(column - 1)
    return [
        SheetRecord(
            cells=cells + ("",) * (width - len(cells)),
            line=number,
            row=number,
            lines=(),
            separator="",
            bare=frozenset(bare.get(number, ())),
            sheet=sheet,
        )
        for number, cells in enumerate(grid.rows, start=1)
    ]


@dataclass(frozen=True, slots=True)
class _Found:
    """A sheet with the header to read it by."""

    grid: Grid
    header: Header
    records: Sequence[Record] = field(repr=False)


def table_of_workbook(workbook: Workbook, path: str, sheet: Sheet, year: int | None) -> Table:
    """Every sheet that has a header, as one table; else what the likeliest header lacks."""
    hidden = [
        Finding(rule=Rule.SHEET_HIDDEN, place=Place(path), params={"found": name})
        for name in workbook.hidden
    ]
    tables = []
    of_year, others = _of_year(workbook.grids, year)
    hidden += [
        Finding(rule=Rule.SHEET_OF_OTHER_YEAR, place=Place(path), params={"found": name})
        for name in others
    ]
    for found in _with_header(of_year, sheet, year):
        table = table_of(found.header, list(_below(found)), path, sheet)
        hidden += _empty_results(found, path)
        tables.append((table, [*_bare_headers(found, path), *_beyond(found.grid, path)]))
    if not tables:
        hidden.append(file_empty(path, sheet))
    filled = [both for both in tables if not both[0].is_bare]
    return _joined(filled or tables[:1], hidden)


def _of_year(grids: Sequence[Grid], year: int | None) -> tuple[Sequence[Grid], list[str]]:
    """The sheets to read, and the names of those that other years' sheets stand beside.

    A sheet named after another year is passed over where one is named after the year that is
    read; else its name counts as a title above its table.
    """
    named = {grid.name: years_of(grid.name) for grid in grids}
    if year is None or {year} not in named.values():
        return [_titled(grid) if len(named[grid.name]) == 1 else grid for grid in grids], []
    others = [name for name, years in named.items() if len(years) == 1 and years != {year}]
    return [grid for grid in grids if grid.name not in others], others


def _titled(grid: Grid) -> Grid:
    """The sheet, to be refused for its name where that is another year's."""
    return replace(grid, is_titled=True)


def _with_header(grids: Sequence[Grid], sheet: Sheet, year: int | None) -> list[_Found]:
    found, likely = [], []
    for grid in grids:
        records = records_of(grid)
        top = records[:HEADER_WITHIN]
        if header := find_header(top, sheet, year):
            header = _whole(header, grid, top, sheet, year)
            if grid.is_titled and header.title is None:
                header = header._replace(title=_name_of(grid, records))
            found.append(_Found(grid, header, records))
        elif header := likeliest_header(top, sheet, year):
            likely.append(_Found(grid, header, records))
    return found or sorted(likely, key=lambda one: -len(one.header.columns))[:1]


def _name_of(grid: Grid, records: Sequence[Record]) -> Title:
    """The name of a sheet as its title, at its first cell."""
    return Title(next(iter(years_of(grid.name))), grid.name, records[0], 0)


def _whole(
    header: Header, grid: Grid, top: Sequence[Record], sheet: Sheet, year: int | None
) -> Header:
    """A header of one row with the row below it, where one of its columns is merged into that."""
    row = header.rows[-1].row
    if len(header.rows) > 1 or not any((row, i + 1) in grid.tall for i in header.columns):
        return header
    pair = find_header(top[row - 1 : row + 1], sheet, year, heights=(2,))
    if pair is None:
        return header
    return pair._replace(unit=header.unit, title=header.title, year=header.year)


def _below(found: _Found) -> Iterator[Record]:
    """The rows below a header; a region or a unit merged over several of them holds for each."""
    columns, end = found.header.columns, found.header.rows[-1].row
    value = next((i for i, name in columns.items() if name in ("value", "stage")), None)
    shared: dict[int, dict[int, str]] = {}
    for (top, left), bottom in found.grid.tall.items():
        if top > end and columns.get(left - 1) in _SHARED:
            for row in range(top + 1, min(bottom, len(found.records)) + 1):
                shared.setdefault(row, {})[left - 1] = found.records[top - 1].cells[left - 1]
    for record in found.records[end:]:
        more = shared.get(record.row)
        if more and value is not None and record.cells[value].strip():
            cells = tuple(more.get(i, cell) for i, cell in enumerate(record.cells))
            yield record._replace(cells=cells)
        else:
            yield record


def _bare_headers(found: _Found, path: str) -> list[Finding]:
    return [
        Finding(rule=Rule.FORMULA_NOT_CALCULATED, place=row.place(path, i), params=_said(row, i))
        for row in found.header.rows
        for i in sorted(row.bare)
    ]


def _empty_results(found: _Found, path: str) -> list[Finding]:
    """Figures that are formulas with nothing as their result: not reported, or not calculated."""
    columns, end = found.header.columns, found.header.rows[-1].row
    return [
        Finding(
            rule=Rule.FORMULA_NOT_CALCULATED,
            place=found.records[row - 1].place(path, column - 1),
            params={"kind": "empty"},
            reported_as=Severity.WARNING,
        )
        for row, column in sorted(found.grid.empty)
        if row > end and row <= len(found.records) and columns.get(column - 1) == "value"
    ]


def _said(row: Record, index: int) -> Mapping[str, object]:
    return {"found": row.cells[index]}


def _beyond(grid: Grid, path: str) -> list[Finding]:
    """That something stands where nothing is read any more."""
    if grid.beyond is None:
        return []
    row, column = grid.beyond
    params = {"kind": "beyond", "rows": MAX_ROWS, "columns": MAX_COLUMNS}
    place = place_in(quoted(grid.name), path, row, column)
    return [Finding(rule=Rule.FILE_UNREADABLE, place=place, params=params)]


def _joined(tables: Sequence[tuple[Table, list[Finding]]], others: Sequence[Finding]) -> Table:
    return Table(
        rows=tuple(row for table, _ in tables for row in table.rows),
        tasks=tuple(row for table, _ in tables for row in table.tasks),
        rejected=frozenset(name for table, _ in tables for name in table.rejected),
        rejected_parts=frozenset(part for table, _ in tables for part in table.rejected_parts),
        broken=not tables or any(table.broken or unread for table, unread in tables),
        findings=(*others, *(f for table, more in tables for f in (*table.findings, *more))),
        size=sum(table.size for table, _ in tables),
    )
