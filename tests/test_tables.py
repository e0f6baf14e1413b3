"""CSV records: no row is ever lost, and every cell knows its line, column and spreadsheet name."""

import csv
import io
import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdzplan.catalogue import Rule
from jdzplan.findings import Place
from jdzplan.reading.tables import Record, column_letters, read_records

PROPERTY = settings(derandomize=True, max_examples=200, deadline=None)


def records(text: str, *, spans: bool = True) -> list[Record]:
    """All records; `spans` says whether any may take several lines."""

    def may_span(cells: Sequence[str]) -> bool:
        return spans

    return list(read_records(text, may_span))


def outline(text: str, *, spans: bool = True) -> list[tuple[int, tuple[str, ...]]]:
    """Line and cells of every record, a broken one with "!" before its cells."""
    return [
        (record.line, ("!", *record.cells) if record.fault else record.cells)
        for record in records(text, spans=spans)
    ]


def places(record: Record) -> list[tuple[int, int, str]]:
    """Line, column and spreadsheet name of every cell."""
    found = [record.place("f.csv", i) for i in range(len(record.cells))]
    assert all(place.path == "f.csv" for place in found)
    return [(place.line, place.column, place.cell) for place in found]


@pytest.mark.parametrize(
    ("index", "letters"),
    [
        (0, "A"),
        (25, "Z"),
        (26, "AA"),
        (27, "AB"),
        (51, "AZ"),
        (52, "BA"),
        (701, "ZZ"),
        (702, "AAA"),
    ],
)
def test_columns_are_named_as_in_a_spreadsheet(index: int, letters: str) -> None:
    assert column_letters(index) == letters


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2"])
def test_line_ends_of_every_system_are_the_same(text: str) -> None:
    assert outline(text) == [(1, ("a", "b")), (2, ("1", "2"))]


@pytest.mark.parametrize("text", ["", "\n", "\r\n"], ids=["nothing", "lf", "crlf"])
def test_a_file_without_text_has_no_cells(text: str) -> None:
    assert all(record.is_blank for record in records(text))


def test_blank_lines_are_counted_and_known_as_blank() -> None:
    found = records("a,b\n\n , \n1,2\n")
    assert [(r.line, r.row, r.is_blank) for r in found] == [
        (1, 1, False),
        (2, 2, True),
        (3, 3, True),
        (4, 4, False),
    ]


def test_cells_stand_at_character_columns() -> None:
    assert places(records("指标,数值,单位\n")[0]) == [(1, 1, "A1"), (1, 4, "B1"), (1, 7, "C1")]


def test_empty_cells_stand_where_they_would_be() -> None:
    assert places(records(",,x,\n")[0]) == [(1, 1, "A1"), (1, 2, "B1"), (1, 3, "C1"), (1, 5, "D1")]


def test_a_quoted_cell_starts_at_its_quote() -> None:
    record = records('a,"b,c",d\n')[0]
    assert record.cells == ("a", "b,c", "d")
    assert places(record) == [(1, 1, "A1"), (1, 3, "B1"), (1, 9, "C1")]


def test_doubled_quotes_are_one_quote() -> None:
    record = records('"a ""b"", c",d\n')[0]
    assert record.cells == ('a "b", c', "d")
    assert places(record) == [(1, 1, "A1"), (1, 14, "B1")]


def test_a_quote_inside_an_unquoted_cell_is_a_character() -> None:
    record = records('12"屏,abc,d\n')[0]
    assert record.cells == ('12"屏', "abc", "d")
    assert places(record) == [(1, 1, "A1"), (1, 6, "B1"), (1, 10, "C1")]


def test_a_quote_behind_a_space_is_a_character() -> None:
    record = records('甲, "a,b"\n')[0]
    assert record.cells == ("甲", ' "a', 'b"')
    assert places(record) == [(1, 1, "A1"), (1, 3, "B1"), (1, 7, "C1")]


def test_lines_are_physical_below_a_quoted_newline() -> None:
    text = 'a,b\nx,"one\ntwo, three",y\nz,1\n'
    found = records(text)
    assert [(r.line, r.row, r.cells) for r in found] == [
        (1, 1, ("a", "b")),
        (2, 2, ("x", "one\ntwo, three", "y")),
        (4, 3, ("z", "1")),
    ]
    assert places(found[1]) == [(2, 1, "A2"), (2, 3, "B2"), (3, 13, "C2")]
    assert places(found[2]) == [(4, 1, "A3"), (4, 3, "B3")]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_a_quoted_line_end_is_one_newline(end: str) -> None:
    found = outline(f'x,"one{end}two"{end}z,1{end}')
    assert found == [(1, ("x", "one\ntwo")), (3, ("z", "1"))]


@pytest.mark.parametrize("character", ["\f", "\v", "\u2028", "\u2029", "\x85", "\x1c", "\x1e"])
def test_only_line_ends_end_a_line(character: str) -> None:
    found = records(f"x{character}y,1\nz,2\n")
    assert [(r.line, r.cells) for r in found] == [(1, (f"x{character}y", "1")), (2, ("z", "2"))]
    assert places(found[0]) == [(1, 1, "A1"), (1, 5, "B1")]


def test_a_cell_beyond_the_row_stands_behind_its_end() -> None:
    record = records("abc\r\n")[0]
    assert record.place("f.csv", 1) == Place("f.csv", 1, 4, "B1")
    assert record.place("f.csv", 2) == Place("f.csv", 1, 4, "C1")


def test_a_cell_beyond_a_row_of_several_lines_stands_behind_its_last_line() -> None:
    record = records('a,"b\ncd"\n')[0]
    assert record.place("f.csv", 2) == Place("f.csv", 2, 4, "C1")


@pytest.mark.parametrize(
    "text",
    ['a,"b\nc,d\ne,f\n', 'a,"b\nc,d\ne,f', 'a,"b\r\nc,d\r\ne,f\r\n'],
)
def test_an_unclosed_quote_loses_no_row(text: str) -> None:
    assert outline(text) == [(1, ("!", "a", "b")), (2, ("c", "d")), (3, ("e", "f"))]


def test_text_behind_a_closing_quote_loses_no_row() -> None:
    assert outline('a,b\n"x"y,1\nc,d\n') == [
        (1, ("a", "b")),
        (2, ("!", 'x"y', "1")),
        (3, ("c", "d")),
    ]


def test_every_unclosed_quote_loses_only_its_own_row() -> None:
    found = outline('a,"b\nc,d\n"e,f\ng,h\n', spans=False)
    assert found == [(1, ("!", "a", "b")), (2, ("c", "d")), (3, ("!", "e", "f")), (4, ("g", "h"))]


def test_a_quote_that_swallows_a_row_and_closes_again_loses_no_row() -> None:
    found = outline('a,"b\nc,d"\ne,f\n', spans=False)
    assert found == [(1, ("!", "a", "b")), (2, ("c", 'd"')), (3, ("e", "f"))]


def test_broken_rows_keep_places_line_by_line() -> None:
    found = records('a,"b,c\nd,e\n')
    assert found[0].fault
    assert places(found[0]) == [(1, 1, "A1"), (1, 3, "B1"), (1, 6, "C1")]
    assert places(found[1]) == [(2, 1, "A2"), (2, 3, "B2")]


def test_a_note_of_many_lines_is_one_record() -> None:
    note = "\n".join(f"line {n}" for n in range(150))
    found = records(f'a,"{note}"\nb,1\n')
    assert [(r.line, r.cells, r.fault) for r in found] == [
        (1, ("a", note), None),
        (151, ("b", "1"), None),
    ]


@pytest.mark.parametrize("last", ["row 299,x\n", 'row 299,x"\n'], ids=["open", "closed far below"])
def test_a_quote_over_hundreds_of_lines_loses_no_row(last: str) -> None:
    text = "".join(["first,1\n", '"row 1,x\n', *(f"row {n},x\n" for n in range(2, 299)), last])
    found = records(text)
    assert [record.line for record in found] == list(range(1, 301))
    assert [record.cells[0] for record in found[1:]] == [f"row {n}" for n in range(1, 300)]
    assert [record.line for record in found if record.fault] == [2]


def test_a_cell_too_long_for_the_csv_module_loses_no_row() -> None:
    long = "x" * (csv.field_size_limit() + 1)
    assert [line for line, _ in outline(f"a,{long}\nb,1\n")] == [1, 2]
    faults = [record.fault for record in records(f'a,{long}\nb,1\n"c,1\n')]
    assert faults == [Rule.CELL_TOO_LONG, None, Rule.BROKEN_QUOTES]


# No carriage return: inside a cell it becomes a newline, as everywhere.
cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=6)
awkward = st.text(",\"\n 'a指\f\u2028", max_size=6)
tables = st.lists(st.lists(st.one_of(cells, awkward), min_size=1, max_size=4), max_size=6)


def as_written(table: list[list[str]], end: str) -> str:
    """A table as the csv module writes it, which leaves "\\n" bare where lines end in "\\r"."""
    written = io.StringIO()
    if end == "\r":
        csv.writer(written, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(table)
    else:
        csv.writer(written, lineterminator=end).writerows(table)
    return written.getvalue()


ends = st.sampled_from(["\n", "\r\n", "\r"])


@PROPERTY
@given(tables, ends)
def test_what_the_csv_module_writes_comes_back(table: list[list[str]], end: str) -> None:
    found = records(as_written(table, end))
    assert [list(record.cells) for record in found] == table
    assert not any(record.fault for record in found)


@PROPERTY
@given(tables, ends)
def test_every_cell_stands_where_it_says(table: list[list[str]], end: str) -> None:
    text = as_written(table, end)
    lines = re.split("\r\n|\r|\n", text)
    for row, record in enumerate(records(text), start=1):
        for index, cell in enumerate(record.cells):
            place = record.place("f.csv", index)
            here = lines[place.line - 1][place.column - 1 :]
            assert here.startswith(('"', cell))
            assert place.cell == f"{'ABCD'[index]}{row}"


@PROPERTY
@given(st.text('ab,"\n', max_size=40))
def test_every_line_belongs_to_one_record(text: str) -> None:
    for spans in (True, False):
        covered = [
            record.line + offset
            for record in records(text, spans=spans)
            for offset in range(len(record.lines))
        ]
        count = text.count("\n") + (0 if text.endswith("\n") or not text else 1)
        assert covered == list(range(1, count + 1))
