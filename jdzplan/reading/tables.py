"""CSV text to records that know where each cell stands, without ever losing a row.

The csv module reads strictly. Where a quote is broken it would swallow the lines that follow, and
a cell may be longer than it takes; such a record becomes a finding at its first line, and reading
goes on at the next.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from jdzplan.catalogue import Rule
from jdzplan.findings import Place
from jdzplan.narrow import visible

# A quote left open runs to the end of the file; without a limit every such row would read it all.
LONGEST_RECORD = 200


class Record(NamedTuple):
    """One record: its cells, its first physical line (from 1) and its spreadsheet row.

    `fault` is what keeps the row from being read; `cells` are then the line split at commas.
    `bare` are cells with a formula and without its result, `sheet` is the sheet's name as a formula
    quotes it: only a workbook has them.
    """

    cells: tuple[str, ...]
    line: int
    row: int
    lines: tuple[str, ...]
    fault: Rule | None = None
    separator: str = ","
    bare: frozenset[int] = frozenset()
    sheet: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell.strip() for cell in self.cells)

    def places(self, path: str, most: int) -> list[Place]:
        """Where the first cells stand: physical line, character column, spreadsheet name."""
        return [
            Place(path, line, column, f"{column_letters(i)}{self.row}")
            for i, (line, column) in enumerate(islice(self._starts(), most))
        ]

    def _starts(self) -> Iterator[tuple[int, int]]:
        """Line and column of each cell, in order."""
        yield self.line, 1
        quoted = in_quotes = False
        fresh = True  # only a quote at the very start of a cell opens one
        for offset, text in enumerate(self.lines):
            for position, character in enumerate(text):
                if character == '"' and self.fault is None and (in_quotes or fresh):
                    quoted, in_quotes = not quoted, True
                fresh = character == self.separator and not quoted
                if fresh:
                    in_quotes = False
                    yield self.line + offset, position + 2

    def place(self, path: str, index: int) -> Place:
        """Where one cell stands; the end of the record where it is absent."""
        last = self.line + len(self.lines) - 1
        end = len(self.lines[-1].rstrip("\r\n")) + 1
        line, column = next(islice(self._starts(), index, None), (last, end))
        return Place(path, line, column, f"{column_letters(index)}{self.row}")


def column_letters(index: int) -> str:
    """The spreadsheet's name of a column.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def read_records(
    text: str,
    may_span: Callable[[Sequence[str]], bool],
    separator: str = ",",
    after: Record | None = None,
) -> Iterator[Record]:
    """Every record of a CSV text, blank ones included, in order; those below `after` if given.

    `may_span` says of a record that takes several lines whether its cells make sense so; if
    not, a quote was left open and swallowed the next rows.
    """
    # Not splitlines: editors and csv do not end a line at a form feed or U+2028.
    lines = [line + "\n" for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    if lines[-1] == "\n":
        lines.pop()
    is_visible = visible(text) == text
    start = row = 0
    if after is not None:
        start, row = after.line - 1 + len(after.lines), after.row
    fed = start

    def feed() -> Iterator[str]:
        nonlocal fed
        while fed < len(lines) and fed - start < LONGEST_RECORD:
            fed += 1
            yield lines[fed - 1]

    reader = csv.reader(feed(), strict=True, delimiter=separator)
    while start < len(lines):
        row += 1
        fault = None
        try:
            cells = tuple(next(reader)) if is_visible else tuple(map(visible, next(reader)))
            if fed - start > 1 and not may_span(cells):
                fault = Rule.BROKEN_QUOTES
        except csv.Error:
            is_long = len(lines[start]) > csv.field_size_limit()
            fault = Rule.CELL_TOO_LONG if is_long else Rule.BROKEN_QUOTES
        if fault:
            fed = start + 1
            cells = tuple(cell.strip(' "\n') for cell in lines[start].split(separator))
            reader = csv.reader(feed(), strict=True, delimiter=separator)
        yield Record(cells, start + 1, row, tuple(lines[start:fed]), fault, separator)
        start = fed
