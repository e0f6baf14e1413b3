"""One record of a table into a row: each cell by its grammar, each fault at its cell."""

from collections.abc import Mapping
from typing import Any

from jdzplan.actuals import Row, TaskRow
from jdzplan.catalogue import Rule
from jdzplan.findings import Finding
from jdzplan.reading.figures import is_cut
from jdzplan.reading.headers import Header
from jdzplan.reading.sheets import FIGURES, CellError, Sheet
from jdzplan.reading.tables import Record


def key_cell(record: Record, header: Header, sheet: Sheet) -> tuple[int, str]:
    """The cell that says what a row is about; a header over several columns has one of them."""
    key = next((i for i, name in header.columns.items() if name == sheet.key), len(record.cells))
    for i in (*reversed(header.spanned), key):
        if i < len(record.cells) and record.cells[i].strip():
            return i, record.cells[i]
    return key, ""


def cell_of(record: Record, columns: Mapping[int, str], column: str) -> str:
    """What a row has in a column; nothing where the table has no such column."""
    index = next((i for i, name in columns.items() if name == column), len(record.cells))
    return record.cells[index].strip() if index < len(record.cells) else ""


def read_row(
    record: Record, header: Header, path: str, sheet: Sheet
) -> tuple[Row | TaskRow | None, list[Finding]]:
    """The row that a record holds, or None and what is wrong with its cells."""
    columns, width = header.columns, len(header.cells)
    key, name = key_cell(record, header, sheet)
    found: Finding | None = None
    if record.fault:
        place = record.place(path, 0)
        found = Finding(rule=record.fault, place=place, indicator=name.strip())
    elif any(cell.strip() for cell in record.cells[width:]):
        params: dict[str, object] = {"found": len(record.cells), "expected": width}
        place = record.place(path, width)
        found = Finding(rule=Rule.ROW_TOO_LONG, place=place, params=params, indicator=name.strip())
    elif cut := _cut_figure(record, header):
        index, both = cut
        found = Finding(
            rule=Rule.NOT_A_FIGURE,
            place=record.place(path, index),
            params={"kind": "cut", "found": both},
            indicator=name.strip(),
        )
    if found is not None:
        return None, [found]
    if bare := sorted(record.bare & {key, *columns}):
        return None, [
            Finding(
                rule=Rule.FORMULA_NOT_CALCULATED,
                place=record.place(path, i),
                params={"found": record.cells[i]},
                indicator=name.strip(),
            )
            for i in bare
        ]
    at = {column: key if column == sheet.key else i for i, column in columns.items()}
    cells = {column: record.cells[i] if i < len(record.cells) else "" for column, i in at.items()}
    known = record.places(path, max(at.values()) + 1)
    places = {
        column: known[i] if i < len(known) else record.place(path, i) for column, i in at.items()
    }
    values: dict[str, Any] = {"cells": places}
    if sheet is FIGURES:
        values["table_unit"] = header.units.get(at["value"]) or header.unit
    problems = []
    for column, grammar in sheet.grammars.items():
        if column not in cells:
            continue
        try:
            values[column] = grammar(cells[column])
        except CellError as error:
            params = {**error.params, "found": cells[column].strip()}
            problem = Finding(
                rule=error.rule, place=places[column], params=params, indicator=name.strip()
            )
            problems.append(problem)
    return (None, problems) if problems else (sheet.record(**values), [])


def _cut_figure(record: Record, header: Header) -> tuple[int, str] | None:
    """The figure that a thousands separator without quotes cut in two: 1 | 318 for 1,318.

    Not where the next column has a header that is none of ours: it may hold another year's figure.
    """
    columns = header.columns
    index = next((i for i, name in columns.items() if name == "value"), len(record.cells))
    if index + 1 not in columns and "".join(header.cells[index + 1 : index + 2]).strip():
        return None
    pair = record.cells[index : index + 2]
    is_comma = record.separator in (",", "，")
    return (index, ",".join(pair)) if len(pair) > 1 and is_comma and is_cut(*pair) else None
