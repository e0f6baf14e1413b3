"""Finding the header of a table: below titles and a line of units, in one row or in two.

Office tables begin with their name and `单位：亿元`, span names over two columns, and put the year
above the figures; nothing of that is guessed at: a header is what has the columns that are needed.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.nearest import near
from jdzplan.reading.sheets import Sheet, plain_header
from jdzplan.reading.tables import Record
from jdzplan.reading.titles import Title, title_of, unit_above

SEPARATORS = (",", "\t", ";", "，")
_WIDEST = 300  # columns beyond are not told one by one
_DEEPEST = 12  # how many records may stand above a header
_BRACKET = re.compile(r"[(（\[【]\s*(?:单位[:：]\s*)?([^)）\]】]+?)\s*[)）\]】]\s*$")
_YEAR_COLUMN = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})年?(?:度)?(?P<what>实际|完成|数值|实际值|完成值|完成数|实际数)?"
)
# What stands below a year: words, and those of them that mean the figure itself.
_WORD = re.compile(r"[^\W\d_]+(?:[(（].*)?")
_ACHIEVED = ("实际", "完成", "实际值", "完成值", "实际数", "完成数", "完成情况", "实绩", "数值")
_OTHER_YEAR = re.compile(r"(?:19|20)[0-9]{2}年?.*")


@dataclass(frozen=True, slots=True)
class Header:
    """A header: which column stands where, and what it says besides.

    `rows` are the records it takes. `spanned` are columns without a header to the right of the
    key, which belong to it. `beside` are columns of the year that hold no figure of it: 目标,
    同比. `unit` is the unit of a whole table, `units` those of single columns.
    `title` is what stands above and gives the table its year, `year` the one that is read.
    """

    columns: Mapping[int, str]
    cells: tuple[str, ...]
    rows: tuple[Record, ...]
    spanned: tuple[int, ...] = ()
    beside: tuple[int, ...] = ()
    unit: str | None = None
    units: Mapping[int, str] = field(default_factory=dict)
    title: Title | None = None
    year: int | None = None

    def place(self, path: str, index: int) -> Place:
        """Where the header of a column stands."""
        for row in reversed(self.rows):
            if index < len(row.cells) and row.cells[index].strip():
                return row.place(path, index)
        return self.rows[0].place(path, index)


def bracket_of(text: str) -> str | None:
    """What stands in brackets at the end of a name: its unit, if anything."""
    found = _BRACKET.search(text)
    return found[1] if found else None


def separator_of(text: str, sheet: Sheet, year: int | None) -> str:
    """The character between the cells: that with which a header is found, else the comma."""
    first = text.partition("\n")[0]
    if stated := re.fullmatch(r'"?sep=(.)"?\s*', first.lstrip("\ufeff")):
        return stated[1]
    lines = text[:20_000].splitlines()[: 4 * _DEEPEST]
    for separator in SEPARATORS:
        records = []
        for number, line in enumerate(lines, start=1):
            try:
                cells = tuple(next(csv.reader([line], delimiter=separator), []))
            except csv.Error:
                continue
            records.append(Record(cells, number, number, (line,)))
        if find_header(records, sheet, year):
            return separator
    return ","


def find_header(
    records: Sequence[Record],
    sheet: Sheet,
    year: int | None,
    heights: Sequence[int] = (1, 2),
) -> Header | None:
    """The first record, or pair of records, that has all the columns the sheet needs."""
    filled = [i for i, record in enumerate(records) if not record.is_blank][:_DEEPEST]
    for height in heights:
        for at in filled:
            rows = tuple(records[at : at + height])
            header = _header_of(rows, sheet, year)
            if set(sheet.required) <= set(header.columns.values()):
                if height == 1 and (pair := _spelt_out(records[at : at + 2], header, sheet, year)):
                    header = pair
                above = records[:at]
                return replace(header, unit=unit_above(above), title=title_of(above), year=year)
    return None


def likeliest_header(records: Sequence[Record], sheet: Sheet, year: int | None) -> Header | None:
    """What comes nearest to a header, for saying what it lacks."""
    found = [
        _header_of((record,), sheet, year) for record in records[:_DEEPEST] if not record.is_blank
    ]
    return max(found, key=lambda header: len(header.columns), default=None)


def header_findings(header: Header, path: str, sheet: Sheet) -> Iterator[Finding]:
    """What is wrong with a header: columns that lack, that are unknown, that stand twice."""
    if fault := header.rows[0].fault:
        yield Finding(rule=fault, place=header.rows[0].place(path, 0))
        return
    columns, title = header.columns, header.title
    if title and header.year is not None and title.year != header.year:
        told = {"kind": "title", "found": title.text, "expected": header.year}
        yield Finding(rule=Rule.YEAR_DISAGREES, place=title.place(path), params=told)
    cells = [cell.strip() for cell in header.cells]
    for name in sheet.required:
        if name not in columns.values():
            params: dict[str, object] = {"column": name, "found": cells}
            yield Finding(
                rule=Rule.COLUMN_MISSING, place=header.rows[0].place(path, 0), params=params
            )
    for i, word in enumerate(cells[:_WIDEST]):
        known = i in columns or i in header.spanned or i in header.beside
        if word and not known and not _OTHER_YEAR.match(word):
            params = {"found": word, "near": near(word, sheet.by_header)}
            yield Finding(rule=Rule.COLUMN_UNKNOWN, place=header.place(path, i), params=params)
    seen: set[str] = set()
    for i, name in columns.items():
        if name in seen:
            params = {"found": cells[i], "column": name}
            yield Finding(rule=Rule.COLUMN_TWICE, place=header.place(path, i), params=params)
        seen.add(name)


def _spelt_out(
    rows: Sequence[Record], header: Header, sheet: Sheet, year: int | None
) -> Header | None:
    """A header whose year stands over several columns, with the row below that says which is which.

    `2023年` over 目标 and 实际: the figure is what was achieved. Where no column says so, or
    several do, there is no column of figures, and that is told.
    """
    value = next((i for i, name in header.columns.items() if name == "value"), None)
    if len(rows) < 2 or value is None or not _YEAR_COLUMN.fullmatch(_close(header.cells[value])):
        return None
    lower = [cell.strip() for cell in rows[1].cells]
    spread = range(value, _end_of_span(header.cells, value))
    key = next(i for i, name in header.columns.items() if name == sheet.key)
    below = [lower[i] if i < len(lower) else "" for i in spread]
    if "".join(lower[key : key + 1]) or not any(_WORD.fullmatch(_close(word)) for word in below):
        return None
    pair = _header_of((rows[0], rows[1]), sheet, year)
    achieved = [i for i, word in zip(spread, below, strict=True) if _close(word) in _ACHIEVED]
    columns = {i: name for i, name in pair.columns.items() if i not in spread and name != "value"}
    if len(achieved) == 1:
        columns[achieved[0]] = "value"
    beside = tuple(i for i in spread if i not in columns)
    return replace(pair, columns=dict(sorted(columns.items())), beside=beside)


def _close(cell: str) -> str:
    return "".join(cell.split())


def _end_of_span(cells: Sequence[str], start: int) -> int:
    """The column behind those that a header cell stands over: they are empty in its row."""
    end = start + 1
    while end < len(cells) and not cells[end].strip():
        end += 1
    return end


def _header_of(rows: tuple[Record, ...], sheet: Sheet, year: int | None) -> Header:
    cells = _joined(rows)
    known = sheet.by_header
    found = {i: known.get(plain_header(cell)) for i, cell in enumerate(cells)}
    if sheet.key not in found.values():
        found = {i: sheet.key if name == "name" else name for i, name in found.items()}
    if "value" in sheet.required and "value" not in found.values():
        for i, cell in enumerate(cells):
            named = _YEAR_COLUMN.fullmatch("".join(cell.split()))
            if named and int(named["year"]) == year:
                found[i] = "value"
    columns = {i: name for i, name in found.items() if name}
    key = next((i for i, name in columns.items() if name == sheet.key), len(cells))
    spanned = []
    while key + 1 < len(cells) and not cells[key + 1].strip():
        key += 1
        spanned.append(key)
    units = {i: unit for i in columns if (unit := bracket_of(cells[i]))}
    return Header(columns, cells, rows, spanned=tuple(spanned), units=units)


def _joined(rows: tuple[Record, ...]) -> tuple[str, ...]:
    """The cells of one row; of two, the lower one's words behind those above them."""
    if len(rows) == 1:
        return rows[0].cells
    width = max(len(row.cells) for row in rows)
    upper, lower = (
        [row.cells[i].strip() if i < len(row.cells) else "" for i in range(width)] for row in rows
    )
    # A name above several columns stands in the first of them only.
    return tuple(b or a for a, b in zip(upper, lower, strict=True))
