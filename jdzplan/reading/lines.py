"""The lines of a table below its header: which are rows, which a header, a title, a unit or a note.

What is passed over holds no figure; whatever else stands there is a row and has to be right.
"""

import re
from collections.abc import Iterator, Sequence

from jdzplan.catalogue import Rule, Severity
from jdzplan.findings import Finding
from jdzplan.patterns import Pattern
from jdzplan.reading.figures import is_figure
from jdzplan.reading.filed import cell_of, key_cell
from jdzplan.reading.headers import Header, header_again, header_findings, title_finding
from jdzplan.reading.sheets import FIGURES, Sheet
from jdzplan.reading.tables import Record
from jdzplan.reading.titles import (
    Title,
    is_between,
    is_note,
    is_numeral,
    is_signed,
    unit_line,
    years_of,
)

_TOTAL = Pattern(r"\s*[小合总共]\s*计\s*[:：]?\s*")
_NUMBER = Pattern(r"[0-9]+(?:\.[0-9]+)?")
Line = tuple[Record, Header, bool]


def lines_below(
    header: Header, below: Sequence[Record], path: str, sheet: Sheet
) -> Iterator[Line | Finding]:
    """Every row with the header it stands below and whether that is refused; why it is.

    Another header holds from there on, and so do a line of units and the title of a year.
    """
    above: list[Record] = []  # what was passed over since the last row
    is_noted = is_broken = False
    told: Finding | None = None  # why the next row is refused, until it is said
    at = 0
    while at < len(below):
        record = below[at]
        at += 1
        if record.is_blank:
            continue
        if not record.fault and (
            again := header_again(below[at - 1 : at + 1], above, header, sheet)
        ):
            header, above, is_noted = again, [], False
            at += len(again.rows) - 1
            found = list(header_findings(again, path, sheet))
            yield from found
            is_broken = any(each.severity is Severity.ERROR for each in found)
            told = None
            continue
        filled = _filled(record, header)
        if not is_row(record, header, sheet) and _is_aside(
            record, filled, header, sheet, is_noted=is_noted
        ):
            above.append(record)
            is_noted = is_noted or any(map(is_note, filled.values()))
            if unit := unit_line(record):
                header = header._replace(unit=unit, units={})  # of the rows from here on
            if not is_noted and (title := _title(record, filled)):
                header = header._replace(title=title)
                told = title_finding(header, path)
            continue
        if told:
            yield told
            told = None
        if sheet is FIGURES and _TOTAL.fullmatch(key_cell(record, header, sheet)[1]):
            index, name = key_cell(record, header, sheet)
            params = {"found": name.strip()}
            yield Finding(rule=Rule.TOTAL_ROW, place=record.place(path, index), params=params)
            continue
        above, is_noted = [], False
        yield record, header, is_broken or title_finding(header, path) is not None


def _filled(record: Record, header: Header) -> dict[int, str]:
    """The cells that hold something, the row's number in its table aside."""
    cells = enumerate(map(str.strip, record.cells))
    return {i: cell for i, cell in cells if cell and i != header.serial}


def _title(record: Record, filled: dict[int, str]) -> Title | None:
    """The title of one year that stands alone in a line within a table."""
    for index, cell in filled.items():
        years = years_of(cell)
        if len(filled) == 1 and len(years) == 1:
            return Title(years.pop(), cell, record, index)
    return None


def is_row(record: Record, header: Header, sheet: Sheet) -> bool:
    """Whether a line is surely a row, as nearly all are: a name and a plain number."""
    if record.fault:
        return True
    name = key_cell(record, header, sheet)[1]
    is_number = _NUMBER.fullmatch(cell_of(record, header.columns, "value"))
    return bool(is_number and name and name[-1] not in ":：")


def _is_aside(
    record: Record, filled: dict[int, str], header: Header, sheet: Sheet, *, is_noted: bool
) -> bool:
    """Whether a line is no row: notes, headings, signatures, units, whatever has no figure."""
    name = key_cell(record, header, sheet)[1].strip()
    value = cell_of(record, header.columns, "value")
    if not filled or is_between(list(filled.values())) or is_signed(list(filled.values())):
        return True
    if any(is_figure(cell) for cell in filled.values()):
        return False
    number = "" if header.serial is None else "".join(record.cells[header.serial :][:1])
    if len(filled) == 1 and (is_noted or is_numeral(number.strip())):
        return True
    if unit_line(record) and (not value or "单位" in value):
        return True
    is_empty = not value or (len(filled) == 1 and not re.search(r"\d", value))
    return sheet is FIGURES and not name and is_empty
