"""One year's table into rows and findings.

What a row means for a plan (whether the indicator exists, whether the unit fits) is for `rules`.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from jdzplan.actuals import Row, Sum, TaskRow
from jdzplan.catalogue import Rule, Severity
from jdzplan.findings import Finding, Place
from jdzplan.reading.filed import cell_of, key_cell, read_row
from jdzplan.reading.headers import (
    WIDEST,
    Header,
    find_header,
    header_findings,
    likeliest_header,
    separator_of,
)
from jdzplan.reading.lines import lines_below
from jdzplan.reading.sheets import FIGURES, FREE_TEXT, TASKS, Sheet
from jdzplan.reading.tables import Record, read_records

# After one of these a row's cells may stand in the wrong columns, its region among them.
_SHIFTING = (Rule.ROW_TOO_LONG, Rule.BROKEN_QUOTES, Rule.CELL_TOO_LONG)
HEADER_WITHIN = 40


class Table(NamedTuple):
    """What one file holds: good rows, the names in bad ones, whether it could be read at all."""

    rows: tuple[Row, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    rejected: frozenset[str] = frozenset()
    rejected_parts: frozenset[tuple[str, str]] = frozenset()
    broken: bool = False
    findings: tuple[Finding, ...] = ()
    size: int = 0
    separator: str = ","
    headers: Mapping[str, str] = MappingProxyType({})
    passed: int = 0
    sums: Mapping[tuple[str, str], Sum] = MappingProxyType({})

    @property
    def is_bare(self) -> bool:
        """Whether there is a header, and nothing else."""
        return self.broken and [f.params.get("kind") for f in self.findings][-1:] == ["no_rows"]


def read_table(text: str, path: str, sheet: Sheet = FIGURES, year: int | None = None) -> Table:
    """Rows and findings of a file's text; `path` is how findings print the file.

    With `year`, a column headed by that year may hold the figures.
    """
    text, may_span, header = head_of(text, sheet, year)
    if header is None:
        return Table(broken=True, findings=(file_empty(path, sheet),))
    top = header.rows[-1]
    return table_of(header, [*read_records(text, may_span, top.separator, top)], path, sheet)


def head_of(
    text: str, sheet: Sheet, year: int | None
) -> tuple[str, Callable[[Sequence[str]], bool], Header | None]:
    """The header of a table, or what comes nearest to one; None of an empty text.

    With it come the text without what only spreadsheets read, and what tells of a record over
    several lines whether its cells make sense so.
    """
    separator = separator_of(text, sheet, year)
    text = re.sub(r'\A"?sep=[^\r\n]+', "", text)  # its line end stays, whichever it is
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
    if header is not None:
        # Now that the columns are known, quotes that do not close can be told from long notes.
        columns.update(header.columns)
    return text, may_span, header


def file_empty(path: str, sheet: Sheet) -> Finding:
    """That a file holds nothing, and what it should begin with."""
    kind = {"kind": "tasks"} if sheet is TASKS else {}
    return Finding(rule=Rule.FILE_EMPTY, place=Place(path), params=kind)


def table_of(
    header: Header, below: Sequence[Record], path: str, sheet: Sheet, passed: int = 0
) -> Table:
    """The rows below a header, wherever both come from; further ones were `passed` unread."""
    findings = list(header_findings(header, path, sheet))
    if any(finding.severity is Severity.ERROR for finding in findings):
        return Table(broken=True, findings=tuple(findings))
    headless: dict[int, Place] = {}
    rows: list[Row | TaskRow] = []
    rejected: set[str] = set()
    stale: set[str] = set()  # below a header or a title that is refused
    parts: set[tuple[str, str]] = set()
    refused = 0
    for line in lines_below(header, below, path, sheet):
        if isinstance(line, Finding):
            findings.append(line)
            continue
        record, in_force, is_refused = line
        if is_refused:
            refused += 1
            stale.add(key_cell(record, in_force, sheet)[1].strip())
            continue
        row, problems = read_row(record, in_force, path, sheet)
        for i, cell in enumerate(record.cells[: min(len(in_force.cells), WIDEST)]):
            if i in headless or i in in_force.spanned or in_force.cells[i].strip():
                continue
            if cell.strip():
                headless[i] = record.place(path, i)
        findings += problems
        if row is None:
            refused += 1
            name = key_cell(record, in_force, sheet)[1].strip()
            name = name or cell_of(record, in_force.columns, "name")
            region = cell_of(record, in_force.columns, "region")
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
    size = len(rows) + refused + passed
    if not size:
        place = header.rows[0].place(path, 0)
        findings.append(Finding(rule=Rule.FILE_EMPTY, place=place, params={"kind": "no_rows"}))
    return Table(
        rows=tuple(row for row in rows if isinstance(row, Row)),
        tasks=tuple(row for row in rows if isinstance(row, TaskRow)),
        rejected=frozenset(rejected | (stale - _names(rows))),
        rejected_parts=frozenset(parts),
        broken=not size,
        findings=tuple(findings),
        size=size,
        passed=passed,
        separator=header.rows[-1].separator,
        headers={name: header.cells[i].strip() for i, name in header.columns.items()},
    )


def _names(rows: Iterable[Row | TaskRow]) -> set[str]:
    return {row.indicator if isinstance(row, Row) else row.task for row in rows}


def _is_shifted(problem: Finding) -> bool:
    return problem.rule in _SHIFTING or problem.params.get("kind") == "cut"
