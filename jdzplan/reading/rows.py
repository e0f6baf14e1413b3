"""One year's table into rows: each cell through pydantic, each fault at its cell.

What a row means for a plan (whether the indicator exists, whether the unit fits) is for `rules`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from pydantic import ValidationError

from jdzplan.catalogue import Rule, Severity
from jdzplan.findings import Finding, Place
from jdzplan.reading.figures import is_cut
from jdzplan.reading.headers import (
    Header,
    find_header,
    header_findings,
    likeliest_header,
    separator_of,
)
from jdzplan.reading.sheets import FIGURES, FREE_TEXT, TASKS, FiledRow, FiledTask, Sheet
from jdzplan.reading.tables import Record, read_records
from jdzplan.reading.titles import unit_of

# After one of these a row's cells may stand in the wrong columns, its region among them.
_SHIFTING = (Rule.ROW_TOO_LONG, Rule.BROKEN_QUOTES, Rule.CELL_TOO_LONG)
_MOST_ROWS = 100_000  # a year of every county in the country has fewer
# What stands alone in a row of an office table and is no figure: notes below it, headings in it.
_ALONE = re.compile(
    r"[(（*※]*(?:注|说明|备注|资料来源|数据来源|填表|单位[:：]|note).*"
    r"|[(（]?[一二三四五六七八九十]+[)）、.．].*",
    re.IGNORECASE | re.DOTALL,
)
HEADER_WITHIN = 40
_RULE_OF_ERROR = {
    "stage": Rule.STAGE_UNKNOWN,
    "figure": Rule.NOT_A_FIGURE,
    "status": Rule.STATUS_UNKNOWN,
    "release": Rule.RELEASE_UNKNOWN,
    "year": Rule.YEAR_INVALID,
    "empty": Rule.INDICATOR_EMPTY,
}


@dataclass(frozen=True, slots=True)
class Table:
    """What one file holds: good rows, the names in bad ones, whether it could be read at all."""

    rows: tuple[FiledRow, ...] = ()
    tasks: tuple[FiledTask, ...] = ()
    rejected: frozenset[str] = frozenset()
    rejected_parts: frozenset[tuple[str, str]] = frozenset()
    broken: bool = False
    findings: tuple[Finding, ...] = ()
    size: int = 0
    separator: str = ","
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_bare(self) -> bool:
        """Whether there is a header, and nothing else."""
        return self.broken and [f.params.get("kind") for f in self.findings][-1:] == ["no_rows"]


def read_table(text: str, path: str, sheet: Sheet = FIGURES, year: int | None = None) -> Table:
    """Rows and findings of a file's text; `path` is how findings print the file.

    With `year`, a column headed by that year may hold the figures.
    """
    separator = separator_of(text, sheet, year)
    if re.match(r'"?sep=.', text):
        text = "\n" + text.partition("\n")[2]
    columns: dict[int, str] = {}

    def may_span(cells: Sequence[str]) -> bool:
        spread = [(columns.get(i, "note"), cell) for i, cell in enumerate(cells) if "\n" in cell]
        # A line inside a cell with as many separators as a row has is a row that was swallowed;
        # in a name or a figure no line has any, for every row has one.
        return not any(
            line.count(separator) >= (max(columns, default=1) if name in FREE_TEXT else 1)
            for name, cell in spread
            for line in cell.split("\n")[1:]
            if columns or name not in FREE_TEXT
        )

    top = list(islice(read_records(text, may_span, separator), HEADER_WITHIN))
    header = find_header(top, sheet, year) or likeliest_header(top, sheet, year)
    if header is None:
        return Table(broken=True, findings=(file_empty(path, sheet),))
    # Now that the columns are known, quotes that do not close can be told from long notes.
    columns.update(header.columns)
    below = list(islice(read_records(text, may_span, separator, header.rows[-1]), _MOST_ROWS + 1))
    if len(below) > _MOST_ROWS:
        params = {"kind": "rows", "limit": _MOST_ROWS}
        many = Finding(rule=Rule.FILE_TOO_LARGE, place=Place(path), params=params)
        return Table(broken=True, findings=(many,))
    return table_of(header, below, path, sheet)


def file_empty(path: str, sheet: Sheet) -> Finding:
    """That a file holds nothing, and what it should begin with."""
    kind = {"kind": "tasks"} if sheet is TASKS else {}
    return Finding(rule=Rule.FILE_EMPTY, place=Place(path), params=kind)


def table_of(header: Header, below: Iterable[Record], path: str, sheet: Sheet) -> Table:
    """The rows below a header, wherever both come from."""
    findings = list(header_findings(header, path, sheet))
    if any(finding.severity is Severity.ERROR for finding in findings):
        return Table(broken=True, findings=tuple(findings))
    headless: dict[int, Place] = {}
    rows: list[FiledRow | FiledTask] = []
    rejected: set[str] = set()
    parts: set[tuple[str, str]] = set()
    refused = 0
    for record in below:
        if not record.fault and (unit := unit_of(record)) and _states_nothing(record, header):
            header = replace(header, unit=unit, units={})  # of the rows from here on
            continue
        if record.is_blank or _is_no_row(record, header):
            continue
        row, problems = _read_row(record, header, path, sheet)
        for i, cell in enumerate(record.cells[: len(header.cells)]):
            if i in headless or i in header.spanned or header.cells[i].strip():
                continue
            if cell.strip():
                headless[i] = record.place(path, i)
        findings += problems
        if row is None:
            refused += 1
            name = _key_cell(record, header, sheet)[1].strip()
            name = name or _cell(record, header.columns, "name")
            region = _cell(record, header.columns, "region")
            if region and not _is_shifted(problems[0]):
                parts.add((name, region))
            else:
                rejected.add(name)
        else:
            rows.append(row)
    findings += (
        Finding(rule=Rule.COLUMN_UNKNOWN, place=place, params={"kind": "headless"})
        for place in headless.values()
    )
    if not rows and not refused:
        place = header.rows[0].place(path, 0)
        findings.append(Finding(rule=Rule.FILE_EMPTY, place=place, params={"kind": "no_rows"}))
    return Table(
        rows=tuple(row for row in rows if isinstance(row, FiledRow)),
        tasks=tuple(row for row in rows if isinstance(row, FiledTask)),
        rejected=frozenset(rejected),
        rejected_parts=frozenset(parts),
        broken=not (rows or refused),
        findings=tuple(findings),
        size=len(rows) + refused,
        separator=header.rows[-1].separator,
        headers={name: header.cells[i].strip() for i, name in header.columns.items()},
    )


def _states_nothing(record: Record, header: Header) -> bool:
    """Whether a row has no figure: its cell is empty, or is the very line of a unit."""
    value = _cell(record, header.columns, "value")
    return not value or "单位" in value


def _is_no_row(record: Record, header: Header) -> bool:
    """A note or a heading that stands alone in its row, or the header over again."""
    filled = [cell.strip() for cell in record.cells if cell.strip()]
    if len(filled) == 1 and not record.fault:
        return bool(_ALONE.fullmatch(filled[0]))
    return [c.strip() for c in record.cells] == [c.strip() for c in header.rows[-1].cells]


def _key_cell(record: Record, header: Header, sheet: Sheet) -> tuple[int, str]:
    """The cell that says what a row is about; a header over several columns has one of them."""
    key = next((i for i, name in header.columns.items() if name == sheet.key), len(record.cells))
    for i in (*reversed(header.spanned), key):
        if i < len(record.cells) and record.cells[i].strip():
            return i, record.cells[i]
    return key, ""


def _cell(record: Record, columns: Mapping[int, str], column: str) -> str:
    index = next((i for i, name in columns.items() if name == column), len(record.cells))
    return record.cells[index].strip() if index < len(record.cells) else ""


def _is_shifted(problem: Finding) -> bool:
    return problem.rule in _SHIFTING or problem.params.get("kind") == "cut"


def _read_row(
    record: Record, header: Header, path: str, sheet: Sheet
) -> tuple[FiledRow | FiledTask | None, list[Finding]]:
    columns, width = header.columns, len(header.cells)
    key, name = _key_cell(record, header, sheet)
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
    cells: dict[str, object] = {
        column: record.cells[i] if i < len(record.cells) else "" for column, i in at.items()
    }
    known = record.places(path)
    places = {
        column: known[i] if i < len(known) else record.place(path, i) for column, i in at.items()
    }
    if sheet is FIGURES:
        cells["table_unit"] = header.units.get(at["value"]) or header.unit
    try:
        return sheet.record.model_validate(cells | {"cells": places}), []
    except ValidationError as error:
        return None, [
            Finding(
                rule=_RULE_OF_ERROR[problem["type"]],
                place=places[str(problem["loc"][0])],
                params=dict(problem.get("ctx", {})) | {"found": str(problem["input"]).strip()},
                indicator=name.strip(),
            )
            for problem in error.errors()
        ]


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
