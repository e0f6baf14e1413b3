"""Finding the header of a table: below titles and a line of units, in one row or in two.

Office tables begin with their name and `单位：亿元`, span names over two columns, and put the year
above the figures; nothing of that is guessed at: a header is what has the columns that are needed.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.narrow import visible
from jdzplan.nearest import near
from jdzplan.patterns import Pattern
from jdzplan.reading.figures import is_figure, missing_reason
from jdzplan.reading.sheets import ACTUAL_FIGURES, SERIAL, Sheet, plain_header
from jdzplan.reading.tables import Record
from jdzplan.reading.titles import Title, plain_years, title_of, unit_above, years_of

SEPARATORS = (",", "\t", ";", "，", "；", "|")
WIDEST = 300  # columns beyond are not told one by one
_LONGEST = 300  # characters at the end of a header, with its unit among them
_MOST_COLUMNS = 1_000  # a table has fewer; what stands beyond is no column of ours
_DEEPEST = 12  # how many records may stand above a header
_BRACKET = Pattern(r"[(（\[【]\s*(?:单位[:：]\s*)?([^)）\]】]+?)\s*[)）\]】]\s*$")
_YEAR_COLUMN = Pattern(
    rf"(?P<year>(?:19|20)[0-9]{{2}})年?[度末底]?[(（]?(?:{ACTUAL_FIGURES.pattern})?[)）]?"
)
_OTHER_YEAR = Pattern(r"(?:19|20)[0-9]{2}年?.*")
# What stands below a header of figures: another figure, a part of the year, or the unit.
_TIME = Pattern("[月季年半]")
_BESIDE = Pattern(
    "目标|计划|任务|预期|预计|预算|同比|环比|增[长速减幅量]|上年|去年|同期|比重|率|进度"
)
_UNIT = Pattern(r"[(（][^()（）0-9]+[)）]|[万亿]*元|%|％|‰|[家个项件位人户]|人年")


class Header(NamedTuple):
    """A header: which column stands where, and what it says besides.

    `rows` are the records it takes. `spanned` are columns without a header to the right of the
    key, which belong to it. `serial` is that of the rows' numbers. `beside` are columns of a year
    that hold no figure of it: 目标, 同比. `unit` is the unit of a whole table, `units` those of
    single columns. `title` is what stands above and gives the table its year, `year` the one that
    is read. `is_sideways` says that what should be rows are columns.
    """

    columns: Mapping[int, str]
    cells: tuple[str, ...]
    rows: tuple[Record, ...]
    spanned: range = range(0)
    serial: int | None = None
    beside: tuple[int, ...] = ()
    unit: str | None = None
    units: Mapping[int, str] = MappingProxyType({})
    title: Title | None = None
    year: int | None = None
    is_sideways: bool = False

    def place(self, path: str, index: int) -> Place:
        """Where the header of a column stands."""
        for row in reversed(self.rows):
            if index < len(row.cells) and row.cells[index].strip():
                return row.place(path, index)
        return self.rows[0].place(path, index)


def bracket_of(text: str) -> str | None:
    """What stands in brackets at the end of a name: its unit, if anything.

    >>> bracket_of("成交额【亿元】 "), bracket_of("成交额[亿元]"), bracket_of("【亿元】成交额")
    ('亿元', '亿元', None)
    """
    if not text.rstrip().endswith((")", "）", "]", "】")):
        return None
    found = _BRACKET.search(text[-_LONGEST:])
    return found[1] if found else None


def separator_of(text: str, sheet: Sheet, year: int | None) -> str:
    """The character between the cells: that with which a header is found, else the comma."""
    first = text.partition("\n")[0]
    if stated := re.fullmatch(r'"?sep=(.)"?\s*', first.lstrip("\ufeff")):
        return stated[1]
    lines = visible(text[:20_000]).splitlines()[: 4 * _DEEPEST]
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
            if header := header_at(records[at : at + 2], sheet, year, height):
                return under(header, records[:at])
    return None


def header_at(
    rows: Sequence[Record], sheet: Sheet, year: int | None, height: int = 1
) -> Header | None:
    """The header that the first of two records is, or both are; None where columns lack."""
    header = _header_of(tuple(rows[:height]), sheet, year)
    if not set(sheet.required) <= set(header.columns.values()):
        return None
    if height == 1 and (pair := _spelt_out(rows, header, sheet, year)):
        header = pair
    return header


def under(header: Header, above: Sequence[Record]) -> Header:
    """A header with what the lines above it say of the table: its year, its unit."""
    return header._replace(unit=unit_above(above), title=header.title or title_of(above))


def header_again(
    rows: Sequence[Record], above: Sequence[Record], header: Header, sheet: Sheet
) -> Header | None:
    """The header that the first of two records below `header` is, complete or not; None for a row.

    `above` are the lines between it and the last row.
    """
    if not sheet.key_words.search("\0".join(rows[0].cells)):  # no word goes from cell to cell
        return None
    again = header_at(rows, sheet, header.year) or _header_of((rows[0],), sheet, header.year)
    is_key = sheet.key in again.columns.values()
    others = any(_OTHER_YEAR.match(plain_years(cell)) for cell in again.cells[:_MOST_COLUMNS])
    if not is_key or len(again.columns) + others < 2:
        return None
    again = under(again, above)
    return again if again.unit else again._replace(unit=header.unit)


def likeliest_header(records: Sequence[Record], sheet: Sheet, year: int | None) -> Header | None:
    """What comes nearest to a header, for saying what it lacks."""
    found = [
        _header_of((record,), sheet, year) for record in records[:_DEEPEST] if not record.is_blank
    ]
    if not found:
        return None
    header = max(found, key=lambda header: len(header.columns))
    names = header.columns.values()
    down = {sheet.column_of(record.cells[0]) for record in records if record.cells}
    is_sideways = set(sheet.required) <= down or ("year" in names and sheet.key not in names)
    return header._replace(is_sideways=is_sideways)


def header_findings(header: Header, path: str, sheet: Sheet) -> Iterator[Finding]:
    """What is wrong with a header: columns that lack, that are unknown, that stand twice."""
    if fault := header.rows[0].fault:
        yield Finding(rule=fault, place=header.rows[0].place(path, 0))
        return
    columns = header.columns
    if other := title_finding(header, path):
        yield other
    cells = [cell.strip() for cell in header.cells]
    if header.is_sideways:
        params: dict[str, object] = {"kind": "sideways", "column": sheet.key, "found": cells}
        yield Finding(rule=Rule.COLUMN_MISSING, place=header.rows[0].place(path, 0), params=params)
        return
    for name in sheet.required:
        if name not in columns.values():
            params = {"column": name, "found": cells}
            yield Finding(
                rule=Rule.COLUMN_MISSING, place=header.rows[0].place(path, 0), params=params
            )
    for i, word in enumerate(cells[:WIDEST]):
        known = i in columns or i in header.spanned or i in (*header.beside, header.serial)
        if word and not known and not _OTHER_YEAR.match(plain_years(word)):
            params = {"found": word, "near": near(word, sheet.by_header)}
            yield Finding(rule=Rule.COLUMN_UNKNOWN, place=header.place(path, i), params=params)
    seen: set[str] = set()
    for i, name in columns.items():
        if name in seen:
            params = {"found": cells[i], "column": name}
            yield Finding(rule=Rule.COLUMN_TWICE, place=header.place(path, i), params=params)
        seen.add(name)


def title_finding(header: Header, path: str) -> Finding | None:
    """That the title above a table gives it another year than the one that is read."""
    title = header.title
    if title is None or header.year in (None, title.year):
        return None
    told = {"kind": "title", "found": title.text, "expected": header.year}
    return Finding(rule=Rule.YEAR_DISAGREES, place=title.place(path), params=told)


def _spelt_out(
    rows: Sequence[Record], header: Header, sheet: Sheet, year: int | None
) -> Header | None:
    """A header of figures over several columns, with the row below that says which is which.

    `2023年` over 目标 and 实际: the figure is what was achieved. Where no column says so, or
    several do, there is no column of figures, and that is told. A unit below stays a unit.
    """
    values = [i for i, name in header.columns.items() if name == "value"]
    keys = [i for i, name in header.columns.items() if name == sheet.key]
    if len(rows) < 2 or not values or any(_at(rows[1].cells, i) for i in keys):
        return None
    spread = [j for i in values for j in range(i, _end_of_span(header.cells, i))]
    below = {i: word for i in spread if (word := _at(rows[1].cells, i))}
    if not _say_which(list(below.values())):
        return None
    pair = _header_of((rows[0], rows[1]), sheet, year)
    if all(map(_UNIT.fullmatch, below.values())):
        units = {i: word.strip("()（）") for i, word in below.items()}
        return pair._replace(columns=header.columns, cells=header.cells, units=units)
    achieved = [i for i, word in below.items() if ACTUAL_FIGURES.fullmatch(plain_header(word))]
    columns = {i: name for i, name in pair.columns.items() if i not in spread and name != "value"}
    if len(achieved) == 1:
        columns[achieved[0]] = "value"
    others = [
        j
        for i, cell in enumerate(header.cells[:_MOST_COLUMNS])
        if _OTHER_YEAR.match(plain_years(cell))
        for j in range(i, _end_of_span(header.cells, i))
    ]
    beside = tuple(i for i in (*spread, *others) if i not in columns)
    return pair._replace(columns=dict(sorted(columns.items())), beside=beside)


def _say_which(words: Sequence[str]) -> bool:
    """Whether cells below a header go on with it; one alone has to be a word that stands there."""
    if len(words) != 1:
        return not all(is_figure(word) or missing_reason(word) for word in words)
    plain = plain_header(words[0])
    known = ACTUAL_FIGURES.fullmatch(plain) or _BESIDE.search(plain) or _UNIT.fullmatch(words[0])
    return bool(known or (_TIME.search(plain) and not _OTHER_YEAR.match(plain)))


def _at(cells: Sequence[str], index: int) -> str:
    return cells[index].strip() if index < len(cells) else ""


def _end_of_span(cells: Sequence[str], start: int) -> int:
    """The column behind those that a header cell stands over: they are empty in its row."""
    end = start + 1
    while end < min(len(cells), _MOST_COLUMNS) and not cells[end].strip():
        end += 1
    return end


def _header_of(rows: tuple[Record, ...], sheet: Sheet, year: int | None) -> Header:
    cells = _joined(rows)
    near = cells[:_MOST_COLUMNS]
    found = {i: sheet.column_of(cell) for i, cell in enumerate(near)}
    if sheet.key not in found.values():
        found = {i: sheet.key if name == "name" else name for i, name in found.items()}
    if "value" in sheet.required and "value" not in found.values():
        for i, cell in enumerate(near):
            named = _YEAR_COLUMN.fullmatch("".join(plain_years(cell).split()))
            if named and int(named["year"]) == year:
                found[i] = "value"
    columns = {i: name for i, name in found.items() if name}
    key = next((i for i, name in columns.items() if name == sheet.key), len(cells))
    spanned = range(key + 1, _end_of_span(cells, key))
    units = {i: unit for i in columns if (unit := bracket_of(cells[i])) and not years_of(cells[i])}
    value = next((i for i, name in columns.items() if name == "value"), None)
    others = years_of(cells[value]) - {year} if value is not None and year is not None else set()
    title = Title(min(others), cells[value or 0], rows[0], value or 0) if others else None
    serial = next((i for i, cell in enumerate(near) if plain_header(cell) in SERIAL), None)
    return Header(columns, cells, rows, spanned, serial, units=units, title=title, year=year)


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
