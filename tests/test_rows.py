"""One year's file into rows: headers in any dress, and each fault at its own cell."""

from decimal import Decimal

import pytest

from jdzplan.actuals import Figure, Missing, Row, Status
from jdzplan.catalogue import Rule
from jdzplan.findings import Place
from jdzplan.reading.rows import Table, read_table
from jdzplan.reading.sheets import FIGURES, STATUS_BY_WORD

Fault = tuple[str, int, int, str]


def read(*lines: str) -> Table:
    """The table of these lines."""
    return read_table("".join(f"{line}\n" for line in lines), "2023.csv")


def faults(table: Table) -> list[Fault]:
    """Code, line, column and cell of every finding."""
    assert all(finding.place.path == "2023.csv" for finding in table.findings)
    return [(f.rule.code, f.place.line, f.place.column, f.place.cell) for f in table.findings]


def only_row(*lines: str) -> Row:
    """The one row of a file without faults."""
    table = read(*lines)
    assert faults(table) == []
    assert not table.broken
    (row,) = table.rows
    return row


def value_of(row: Row) -> str:
    """The figure as text, or the reason for having none."""
    value = row.value
    return str(value.value) if isinstance(value, Figure) else value.reason.value


def names_and_values(table: Table) -> list[tuple[str, str]]:
    """What was read, in short."""
    return [(row.indicator, value_of(row)) for row in table.rows]


def test_a_row_has_every_column() -> None:
    row = only_row(
        "指标,指标名称,数值,单位,地区,状态,来源,备注,年份",
        "rd,研发强度, 2.40 ,%,昌江区,初步,统计公报,快报数,2023",
    )
    assert row.indicator == "rd"
    assert row.name == "研发强度"
    assert row.value == Figure(Decimal("2.40"), printed="2.40")
    assert row.unit == "%"
    assert row.region == "昌江区"
    assert row.status is Status.PRELIMINARY
    assert row.source == "统计公报"
    assert row.note == "快报数"
    assert row.year == 2023


def test_an_empty_cell_is_nothing() -> None:
    row = only_row("指标,指标名称,数值,单位,地区,状态,来源,备注,年份", "rd,, , ,,,,,")
    assert (row.name, row.unit, row.region, row.status) == (None, None, None, None)
    assert (row.source, row.note, row.year) == (None, None, None)
    assert value_of(row) == "not_reported"


def test_every_cell_has_its_place() -> None:
    row = only_row("指标,数值,单位", "rd,2.40,%")
    assert row.cells == {
        "indicator": Place("2023.csv", 2, 1, "A2"),
        "value": Place("2023.csv", 2, 4, "B2"),
        "unit": Place("2023.csv", 2, 9, "C2"),
    }
    assert row.place("value") == Place("2023.csv", 2, 4, "B2")
    assert row.place("region") == Place("2023.csv", 2, 1, "A2")


@pytest.mark.parametrize(
    "header",
    [
        "指标,数值,单位",
        "indicator,value,unit",
        "Indicator,VALUE,Unit",
        " 指 标 , 数　值 ,单位\u00a0",
        "指标（编号）,数值（按单位填写）,单位",
        "指标(id),数值 (number),单位[见说明]",
        "指标*,数值*,单位",
        "\ufeff指标,数值,单位",
        '"指标","数值","单位"',
        '"指\n标",数值,单位',
        "指标编号,完成值,计量单位",
        "编号,实际值,单位",
        "编号,数据,单位",
        "指标名称,数值,单位",
        "名称,数值,单位",
        "indicator name,figure,unit",
        "name,value,unit",
    ],
)
def test_a_header_may_be_dressed_in_many_ways(header: str) -> None:
    row = only_row(header, "rd,2.40,%")
    assert (row.indicator, value_of(row), row.unit) == ("rd", "2.40", "%")


@pytest.mark.parametrize(
    ("column", "word"),
    [(column, word) for column, words in FIGURES.columns.items() for word in (column, *words)],
)
def test_every_name_of_a_column_is_known(column: str, word: str) -> None:
    others = [name for name in ("indicator", "value") if name != column]
    cell = "final" if column == "status" else "2023"
    row = only_row(",".join([word, *others]), ",".join([cell, *("1" for _ in others)]))
    assert row.cells[column] == Place("2023.csv", 2, 1, "A2")


def test_columns_stand_in_any_order() -> None:
    row = only_row("备注,单位,数值,指标", "甲,%,2.40,rd")
    assert (row.indicator, value_of(row), row.unit, row.note) == ("rd", "2.40", "%", "甲")
    assert row.place("value") == Place("2023.csv", 2, 5, "C2")


def test_a_name_beside_an_id_stays_a_name() -> None:
    row = only_row("指标名称,指标,数值", "研发强度,rd,2.40")
    assert (row.indicator, row.name) == ("rd", "研发强度")


def test_blank_lines_above_the_header_are_skipped() -> None:
    row = only_row("", ",,", "指标,数值", "rd,2.40")
    assert row.place("value") == Place("2023.csv", 4, 4, "B4")


def test_blank_lines_between_rows_are_skipped() -> None:
    table = read("指标,数值", "rd,1", "", " , ", ",,,", "firms,2")
    assert names_and_values(table) == [("rd", "1"), ("firms", "2")]
    assert faults(table) == []


def test_an_empty_file_is_broken() -> None:
    for text in ("", "\n", ",,\n\n ,\n", "  \n"):
        table = read_table(text, "2023.csv")
        assert faults(table) == [("JDZ203", 0, 0, "")]
        assert table.broken


def test_a_header_without_rows_is_broken() -> None:
    table = read("指标,数值", "", ",")
    assert faults(table) == [("JDZ203", 1, 1, "A1")]
    assert table.findings[0].params == {"kind": "no_rows"}
    assert table.broken


@pytest.mark.parametrize(
    ("header", "expected", "columns"),
    [
        ("指标,单位", [("JDZ206", 1, 1, "A1")], ["value"]),
        ("数值,单位", [("JDZ206", 1, 1, "A1")], ["indicator"]),
        ("单位,备注", [("JDZ206", 1, 1, "A1"), ("JDZ206", 1, 1, "A1")], ["indicator", "value"]),
        (
            "指标,valeu",
            [("JDZ206", 1, 1, "A1"), ("JDZ207", 1, 4, "B1")],
            ["value"],
        ),
    ],
)
def test_a_column_that_is_missing_breaks_the_file(
    header: str, expected: list[Fault], columns: list[str]
) -> None:
    table = read(header, "rd,2.40")
    assert faults(table) == expected
    missing = [f.params["column"] for f in table.findings if f.rule is Rule.COLUMN_MISSING]
    assert missing == columns
    assert table.broken
    assert table.rows == ()


def test_a_missing_column_tells_what_there_is() -> None:
    table = read("指标, 单位 ", "rd,%")
    assert table.findings[0].params == {"column": "value", "found": ["指标", "单位"]}


@pytest.mark.parametrize(
    ("word", "near"),
    [("valeu", "value"), ("UNITS", "unit"), ("状 况态", "状态"), ("负责人电话", None)],
)
def test_an_unknown_column_is_a_warning_with_the_nearest_name(word: str, near: str | None) -> None:
    table = read(f"指标,数值,{word}", "rd,2.40,x")
    assert faults(table) == [("JDZ207", 1, 7, "C1")]
    assert table.findings[0].params == {"found": word, "near": near}
    assert names_and_values(table) == [("rd", "2.40")]


@pytest.mark.parametrize(
    ("header", "column", "expected"),
    [
        ("指标,数值,数值", "value", ("JDZ208", 1, 7, "C1")),
        ("指标,数值,value", "value", ("JDZ208", 1, 7, "C1")),
        ("指标,数值,完成值（亿元）", "value", ("JDZ208", 1, 7, "C1")),
        ("指标,编号,数值", "indicator", ("JDZ208", 1, 4, "B1")),
        ("名称,指标名称,数值", "indicator", ("JDZ208", 1, 4, "B1")),
    ],
)
def test_a_column_that_stands_twice_breaks_the_file(
    header: str, column: str, expected: Fault
) -> None:
    table = read(header, "rd,1,2")
    assert faults(table) == [expected]
    assert table.findings[0].params["column"] == column
    assert table.broken


def test_a_header_with_an_open_quote_breaks_the_file() -> None:
    table = read('指标,"数值', "rd,2.40")
    assert faults(table) == [("JDZ205", 1, 1, "A1")]
    assert table.broken


def test_a_short_row_has_empty_cells_at_its_end() -> None:
    row = only_row("指标,数值,单位", "rd,2.40")
    assert row.unit is None
    assert row.place("unit") == Place("2023.csv", 2, 8, "C2")


def test_a_row_of_a_name_alone_is_not_reported() -> None:
    assert value_of(only_row("指标,数值,单位", "rd")) == "not_reported"


def test_empty_cells_behind_a_row_do_not_count() -> None:
    assert value_of(only_row("指标,数值", "rd,2.40,, ,")) == "2.40"


def test_a_row_that_is_too_long_is_refused_at_the_first_cell_too_many() -> None:
    table = read("指标,数值", "firms,1,234", "rd,2.40")
    assert faults(table) == [("JDZ209", 2, 9, "C2")]
    assert table.findings[0].params == {"found": 3, "expected": 2}
    assert table.findings[0].indicator == "firms"
    assert table.rejected == {"firms"}
    assert names_and_values(table) == [("rd", "2.40")]


def test_a_separator_never_cuts_a_figure_under_a_header_with_an_empty_cell() -> None:
    table = read("指标,数值,", "firms,1,234")
    assert names_and_values(table) == []
    assert table.rejected == {"firms"}


@pytest.mark.parametrize("figure", ["1,234", "1,234家", "≥1,234", "约1,234", "１,２３４"])
def test_a_separator_never_cuts_a_figure_into_value_and_note(figure: str) -> None:
    # Read as 1 with a note of 234, the figure would be wrong by a factor of a thousand.
    table = read("指标,单位,数值,备注", f"firms,家,{figure}")
    assert names_and_values(table) == []
    assert table.rejected == {"firms"}


def test_a_separator_in_quotes_is_read() -> None:
    assert value_of(only_row("指标,数值", 'firms,"1,234"')) == "1234"


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("final", Status.FINAL),
        ("Final", Status.FINAL),
        (" FINAL ", Status.FINAL),
        ("最终", Status.FINAL),
        ("最终数", Status.FINAL),
        ("终值", Status.FINAL),
        ("正式", Status.FINAL),
        ("定案", Status.FINAL),
        ("preliminary", Status.PRELIMINARY),
        ("初步", Status.PRELIMINARY),
        ("初步数", Status.PRELIMINARY),
        ("快报", Status.PRELIMINARY),
        ("estimated", Status.ESTIMATED),
        ("估计", Status.ESTIMATED),
        ("估计数", Status.ESTIMATED),
        ("预计", Status.ESTIMATED),
        ("预计数", Status.ESTIMATED),
        ("revised", Status.REVISED),
        ("修订", Status.REVISED),
        ("修订数", Status.REVISED),
        ("sample", Status.SAMPLE),
        ("样例", Status.SAMPLE),
        ("示例", Status.SAMPLE),
        ("样本数据", Status.SAMPLE),
        ("", None),
        ("\u3000", None),
    ],
)
def test_a_status_is_known_in_both_languages(word: str, status: Status | None) -> None:
    assert only_row("指标,数值,状态", f"rd,2.40,{word}").status is status


def test_every_status_has_words_of_both_languages() -> None:
    for status in Status:
        words = [word for word, meant in STATUS_BY_WORD.items() if meant is status]
        assert status.value in words
        assert any(not word.isascii() for word in words)


@pytest.mark.parametrize("word", ["finall", "初", "1", "sample?"])
def test_an_unknown_status_is_refused(word: str) -> None:
    table = read("指标,数值,状态", f"rd,2.40, {word} ")
    assert faults(table) == [("JDZ306", 2, 9, "C2")]
    assert table.findings[0].params == {"found": word}
    assert table.rejected == {"rd"}


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        ("2023", 2023),
        ("2023年", 2023),
        (" 2023 ", 2023),
        ("2023年度", 2023),
        ("2023.0", 2023),
        ("二〇二三", 2023),
        ("２０２３年", 2023),
        ("二零二三年", 2023),
        ("", None),
        (" ", None),
    ],
)
def test_a_year_has_four_digits(cell: str, year: int | None) -> None:
    assert only_row("指标,数值,年份", f"rd,2.40,{cell}").year == year


@pytest.mark.parametrize("cell", ["23", "2023.5", "二〇二", "2023-24", "20233", "年", "年度"])
def test_anything_else_is_no_year(cell: str) -> None:
    table = read("指标,数值,年份", f"rd,2.40,{cell}")
    assert faults(table) == [("JDZ307", 2, 9, "C2")]
    assert table.findings[0].params == {"found": cell}


def test_a_row_without_an_indicator_is_refused() -> None:
    table = read("指标,数值", "  ,5")
    assert faults(table) == [("JDZ309", 2, 1, "A2")]
    assert table.rejected == {""}


@pytest.mark.parametrize(
    ("cell", "kind", "near"), [("十二", "nothing_but_words", "12"), ("5.", "other", None)]
)
def test_a_cell_that_is_no_figure_says_what_it_looks_like(
    cell: str, kind: str, near: str | None
) -> None:
    table = read("指标,数值", f"rd, {cell} ")
    assert faults(table) == [("JDZ302", 2, 4, "B2")]
    assert table.findings[0].params == {"kind": kind, "found": cell, "near": near}
    assert table.findings[0].indicator == "rd"
    assert table.rejected == {"rd"}
    assert not table.broken


def test_a_mark_is_a_reason_and_no_fault() -> None:
    table = read("指标,数值", "a,—", "b,未公布", "c,", "d,0")
    assert names_and_values(table) == [
        ("a", "no_data"),
        ("b", "not_yet_published"),
        ("c", "not_reported"),
        ("d", "0"),
    ]
    assert isinstance(table.rows[0].value, Missing)
    assert table.rows[0].value.printed == "—"


def test_every_fault_of_a_row_is_told() -> None:
    table = read("指标,数值,状态,年份", ",x,y,z")
    assert sorted(faults(table)) == [
        ("JDZ302", 2, 2, "B2"),
        ("JDZ306", 2, 4, "C2"),
        ("JDZ307", 2, 6, "D2"),
        ("JDZ309", 2, 1, "A2"),
    ]


def test_every_bad_row_is_told_and_every_good_one_kept() -> None:
    table = read("指标,数值", "a,1", "b,x", "c,2", "d,y", "e,3")
    assert faults(table) == [("JDZ302", 3, 3, "B3"), ("JDZ302", 5, 3, "B5")]
    assert names_and_values(table) == [("a", "1"), ("c", "2"), ("e", "3")]
    assert table.rejected == {"b", "d"}


def test_a_file_of_bad_rows_only_is_not_broken_as_a_whole() -> None:
    assert not read("指标,数值", "a,x").broken


def test_lines_below_a_quoted_newline_are_physical() -> None:
    table = read("指标,数值,备注", 'rd,1,"甲', '乙"', "", "firms,x,")
    assert faults(table) == [("JDZ302", 5, 7, "B4")]
    assert table.rows[0].note == "甲\n乙"


def test_columns_behind_quotes_and_commas_are_those_of_the_line() -> None:
    table = read("备注,指标,数值", '"甲，""乙"", 丙",rd,x')
    assert faults(table) == [("JDZ302", 2, 17, "C2")]


def test_a_fault_behind_a_quote_inside_a_cell_is_at_its_own_column() -> None:
    table = read("指标,数值,单位", '12"屏,x,台')
    assert faults(table) == [("JDZ302", 2, 6, "B2")]


def test_an_open_quote_loses_its_own_row_only() -> None:
    table = read("指标,数值,备注", 'rd,1,"甲', "firms,2,", "rank,3,")
    assert faults(table) == [("JDZ205", 2, 1, "A2")]
    assert table.findings[0].indicator == "rd"
    assert table.rejected == {"rd"}
    assert names_and_values(table) == [("firms", "2"), ("rank", "3")]


def test_an_open_quote_before_the_name_still_tells_the_name() -> None:
    table = read("指标,数值", '"rd,1', "firms,2")
    assert faults(table) == [("JDZ205", 2, 1, "A2")]
    assert table.rejected == {"rd"}


def test_a_broken_row_too_short_for_a_name_is_told_without_one() -> None:
    table = read("数值,指标", '"1', "2,firms")
    assert faults(table) == [("JDZ205", 2, 1, "A2")]
    assert table.rejected == {""}
    assert names_and_values(table) == [("firms", "2")]


def test_a_quote_that_closes_in_a_later_figure_swallows_nothing() -> None:
    table = read("指标,数值,备注", 'rd,"1,', "firms,2,", 'rank,3",', "gdp,4,")
    assert faults(table) == [("JDZ205", 2, 1, "A2"), ("JDZ302", 4, 6, "B4")]
    assert names_and_values(table) == [("firms", "2"), ("gdp", "4")]
    assert table.rejected == {"rd", "rank"}


@pytest.mark.parametrize("column", ["备注", "来源", "其他"])
def test_free_text_may_take_several_lines(column: str) -> None:
    table = read(f"指标,数值,{column}", 'rd,1,"一、甲', '二、乙"', "firms,2,")
    assert names_and_values(table) == [("rd", "1"), ("firms", "2")]


@pytest.mark.parametrize("column", ["指标名称", "单位", "地区", "状态", "年份"])
def test_no_other_cell_may_take_several_lines(column: str) -> None:
    table = read(f"指标,数值,{column}", 'rd,1,"甲', '乙,2,"', "firms,2,")
    assert ("JDZ205", 2, 1, "A2") in faults(table)
    assert ("firms", "2") in names_and_values(table)


def test_a_note_never_swallows_a_row() -> None:
    # The first quote was forgotten, and so was the one in the next row: a figure would vanish.
    table = read("指标,数值,备注", 'rd,1,"甲', 'firms,2,乙"', "rank,3,")
    assert "firms" in {name for name, _ in names_and_values(table)} | table.rejected
    assert ("rank", "3") in names_and_values(table)


def test_an_unknown_column_never_swallows_a_row_beside_a_note_of_several_lines() -> None:
    table = read("指标,数值,其他,备注", 'rd,1,"甲', 'firms,2,a,乙","丙', '丁"', "rank,3,,")
    assert "firms" in {name for name, _ in names_and_values(table)} | table.rejected


@pytest.mark.parametrize(
    "lines",
    [
        ("指标,单位,2023年,2022年", "rd,家,318,300"),
        ("指标,数值,上年", "rd,318,300"),
        ("指标,单位,数值,预计", "rd,家,31,330"),
    ],
)
def test_a_figure_beside_that_of_another_year_was_not_cut(lines: tuple[str, ...]) -> None:
    table = read_table("\n".join(lines), "2023.csv", year=2023)
    assert "JDZ302" not in {f.rule.code for f in table.findings}
    assert [row.value.printed for row in table.rows] in (["318"], ["31"])
