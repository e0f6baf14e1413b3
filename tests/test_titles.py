"""Titles, lines of units and headers of two rows, as offices lay tables out."""

import time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from jdzplan.actuals import Figure
from jdzplan.reading.excel import read_workbook
from jdzplan.reading.rows import Table, read_table
from jdzplan.reading.sheets import FIGURES
from jdzplan.reading.titles import is_between, unit_told, years_of


def read(*lines: str, year: int | None = 2023) -> Table:
    return read_table("\n".join(lines) + "\n", "t.csv", year=year)


def told(table: Table) -> list[tuple[str, object, int, int]]:
    """Every finding: code, kind, line and column."""
    return [
        (f.rule.code, f.params.get("kind"), f.place.line, f.place.column) for f in table.findings
    ]


def figures(table: Table) -> dict[str, str]:
    """The figure of each row with the unit that the table gives it."""
    return {
        row.indicator: f"{row.value.printed}{row.unit or row.table_unit or ''}"
        for row in table.rows
    }


@pytest.mark.parametrize(
    "title",
    [
        "2022年科技指标完成情况",
        "2022年度景德镇市主要指标",
        "附件1：2022",
        "2022",
        "科技指标（2022）",
        "2022科技指标",
        "Figures of 2022",
        "２０２２ 年指标",
        "二〇二二年指标",
        "2022年1-12月完成情况",
        "2022年12月主要指标",
        "截至2022年12月31日",
        "“十四五”规划2022年进展",
        "规划（2021-2025年）2022年完成情况",
        "2022年规划目标完成情况",
        "2022年完成情况（较2021年）",
        "2022年指标 填报日期：2024年3月5日",
        "表1 2022年主要指标 单位：亿元",
    ],
)
def test_a_title_names_the_year_of_its_table(title: str) -> None:
    assert years_of(title) == {2022}


@pytest.mark.parametrize(
    "title",
    [
        "“十四五”科技创新主要指标",
        "2021—2025年规划指标",
        "2021-25年",
        "2021年至2025年规划指标",
        "2022年与2023年对比",
        "指标完成情况（较2022年）",
        "同比2022年增长情况",
        "按2020年不变价计算",
        "以2020年为基期",
        "2022年=100",
        "2024年3月5日",
        "2024-03",
        "2023年12月31日",
        "填报日期：2024年3月15日",
        "制表时间 2024-03-15",
        "印发于2024年1月",
        "2024年印发",
        "景科字〔2022〕49号",
        "《2022年统计年鉴》",
        "资料来源：2022年统计年鉴",
        "注：2022年为初步数",
        "到2025年",
        "2025年规划目标",
        "2000家企业名单",
        "编号120222",
        "2022年规划目标" * 15_000,  # a page pasted above a table
    ],
)
def test_other_years_are_not_that_of_the_table(title: str) -> None:
    assert years_of(title) == set()


def test_a_title_may_name_several_years() -> None:
    assert years_of("1998—2000年") == set()
    assert years_of("1999年主要指标") == {1999}
    assert years_of("2021、2022年主要指标") == {2021, 2022}


@pytest.mark.parametrize(
    ("cell", "unit"),
    [
        ("单位：亿元", "亿元"),
        ("（单位：万元）", "万元"),
        ("单 位：%", "%"),
        ("货币单位：万元", "万元"),
        ("单位：亿元、家，%", "亿元、家，%"),
        ("二、产出（单位：万元）", "万元"),
        ("2023年主要指标 单位：亿元", "亿元"),
        ("填报单位：科技局", None),
        ("单位：市科技局", None),
        ("单位：", None),
        ("注：单位：万元", None),
        ("指标", None),
        ("单 " + " " * 90_000 + "位", None),
    ],
)
def test_a_line_gives_a_unit(cell: str, unit: str | None) -> None:
    assert unit_told(cell) == unit


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["注：初步数"], True),
        (["*为预计数"], True),
        (["①2023年起，口径调整"], True),
        (["①高新技术企业数量"], False),
        (["一、投入"], True),
        (["单位："], True),
        (["2023年科技指标（续）"], True),
        (["（公章）"], True),
        (["第2页 共2页"], True),
        (["二、产出", "单位：万元"], True),
        (["单位负责人：张三", "填表人：李四", "联系电话：0798-1234567"], True),
        (["填报人：张三", "2024年1月10日"], True),
        (["审核：", "填报：", "日期："], True),
        (["审核人：张三", "2.4"], False),
        (["二、产出", "说明：见附件"], False),
        (["注册企业数"], False),
        (["研发投入强度", "2.4", "单位：%"], False),
    ],
)
def test_what_stands_between_the_rows_of_a_table(cells: list[str], *, expected: bool) -> None:
    assert is_between(cells) is expected


HEADER, ROW = "指标,数值,单位", "甲,2,家"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (["2023年科技指标完成情况,,"], []),
        (["2021—2025年规划指标,,", "填报日期：2024年3月15日,,"], []),
        (["2022年和2023年指标,,"], []),
        (["2021年、2022年指标,,"], []),  # several years: nobody can tell
        (["2022年科技指标完成情况,,"], [("JDZ401", "title", 1, 1)]),
        (["科技指标,,", ",2022年,"], [("JDZ401", "title", 2, 2)]),
    ],
)
def test_a_title_of_another_year_withholds_the_table(
    above: list[str], expected: list[tuple[str, str, int, int]]
) -> None:
    table = read(*above, HEADER, ROW)
    assert told(table) == expected
    assert (table.broken, len(table.rows)) == (bool(expected), 0 if expected else 1)
    assert told(read(*above, HEADER, ROW, year=None)) == []


def test_each_line_of_a_unit_counts_from_there_on() -> None:
    table = read(
        "单位：亿元,",
        "指标,数值",
        "甲,24.6",
        "二、投入,单位：万元",
        "乙,210100",
        ",",
        "（单位：家）,",
        "丙,318",
        "丁,单位：个",
        "戊,5",
    )
    assert figures(table) == {"甲": "24.6亿元", "乙": "210100万元", "丙": "318家", "戊": "5个"}
    assert told(table) == []


def test_a_unit_further_down_goes_before_that_of_a_column() -> None:
    table = read("指标,数值（亿元）", "甲,24.6", "单位：万元,", "乙,210100")
    assert figures(table) == {"甲": "24.6亿元", "乙": "210100万元"}


@pytest.mark.parametrize(
    ("lower", "row", "found"),
    [
        (",目标,实际", "甲,300,318", "318"),
        (",实际,目标", "甲,318,300", "318"),
        (",计划,完成", "甲,300,318", "318"),
        (",目标值,完 成 值", "甲,300,318", "318"),
        (",年初目标,实际完成数,", "甲,300,318", "318"),
        (",计划,同比", "甲,300,5", None),
        (",实际,完成", "甲,300,318", None),
    ],
)
def test_below_a_year_the_figure_is_what_was_achieved(
    lower: str, row: str, found: str | None
) -> None:
    table = read("指标,2023年,", lower, row)
    if found:
        assert (figures(table), told(table)) == ({"甲": found}, [])
        return
    assert table.rows == ()
    assert [code for code, *_ in told(table)] == ["JDZ206"]


def test_a_year_over_one_column_is_that_column() -> None:
    table = read("指标,2022年,2023年,备注", "甲,300,318,无")
    assert figures(table) == {"甲": "318"}
    below = read("指标,2023年,", "甲,318,", "乙,5,")
    assert figures(below) == {"甲": "318", "乙": "5"}


@pytest.mark.parametrize(
    ("cell", "read_as"),
    [
        ('"2.37\n"', "2.37"),
        ('"2.37\n%"', "2.37%"),
        ('"约\n12"', "约12"),
    ],
)
def test_a_line_break_in_a_figure_is_folded(cell: str, read_as: str) -> None:
    table = read("指标,数值", f"甲,{cell}", "乙,5")
    value = table.rows[0].value
    assert isinstance(value, Figure)
    assert value.printed.replace("\n", "") == read_as
    assert table.rows[1].indicator == "乙"
    assert table.rows[1].cells["value"].line == 3 + cell.count("\n")


def test_two_lines_of_digits_are_two_figures_or_one() -> None:
    table = read("指标,数值", '甲,"12\n34"', "乙,5")
    assert told(table) == [("JDZ302", "two_lines", 2, 3)]
    assert figures(table) == {"乙": "5"}


def test_a_line_break_in_a_name_a_unit_or_a_header_is_folded() -> None:
    table = read('"指标\n名称","数\n值",单位', '"高新技术\n企业数量",318,"亿\n元"', "乙,5,家")
    assert figures(table) == {"高新技术企业数量": "318亿元", "乙": "5家"}
    latin = read("indicator,value", '"R&D\nintensity",2.37')
    assert [row.indicator for row in latin.rows] == ["R&D intensity"]
    assert told(table) == []


@pytest.mark.parametrize(
    "rows",
    [
        ('甲,"2.37,%', "乙,5,家", "丙,6,家"),
        ('"甲,2.37,%', "乙,5,家", "丙,6,家"),
        ('甲,"2.37,%', '乙,"5",家', "丙,6,家"),
    ],
)
def test_an_open_quote_swallows_no_row(rows: tuple[str, ...]) -> None:
    table = read("指标,数值,单位", *rows)
    assert ("JDZ205", None, 2, 1) in told(table)
    assert [row.indicator for row in table.rows] == ["乙", "丙"]


def workbook(path: Path, sheets: dict[str, str]) -> Table:
    """The table of a workbook whose sheets hold one row each: 甲 with that figure."""
    book = Workbook()
    for name, value in sheets.items():
        sheet = book.create_sheet(name)
        for row in (["指标", "数值", "单位"], ["甲", value, "家"]):
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(path)
    table = read_workbook(path.read_bytes(), "t.xlsx", ".xlsx", FIGURES, 2023)
    assert isinstance(table, Table)
    return table


@pytest.mark.parametrize(
    ("sheets", "found", "findings"),
    [
        ({"Sheet1": "5"}, {"甲": "5家"}, []),
        ({"2023年": "5"}, {"甲": "5家"}, []),
        ({"2022年": "5"}, {}, [("JDZ401", "title")]),
        ({"2022年": "4", "2023年": "5", "说明": "—"}, {"甲": "—家"}, [("JDZ222", None)]),
        ({"2022年": "4", "2023年": "5"}, {"甲": "5家"}, [("JDZ222", None)]),
        ({"2021-2025年": "5"}, {"甲": "5家"}, []),
    ],
)
def test_a_sheet_of_another_year_is_not_read(
    tmp_path: Path,
    sheets: dict[str, str],
    found: dict[str, str],
    findings: list[tuple[str, str | None]],
) -> None:
    table = workbook(tmp_path / "t.xlsx", sheets)
    assert figures(table) == found
    assert [(code, kind) for code, kind, *_ in told(table)] == findings


def test_a_raised_digit_is_a_footnote_mark(tmp_path: Path) -> None:
    """12 with a raised 1 is not 121; in a name the mark does not matter."""
    raised = CellRichText("12", TextBlock(InlineFont(vertAlign="superscript"), "1"))
    lowered = CellRichText("CO", TextBlock(InlineFont(vertAlign="subscript"), "2"))
    book = Workbook()
    for row in (["指标", "数值", "单位"], ["甲", raised, "家"], [lowered, "5", "家"]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "t.xlsx")
    data = (tmp_path / "t.xlsx").read_bytes()
    table = read_workbook(data, "t.xlsx", ".xlsx", FIGURES, 2023)
    assert isinstance(table, Table)
    assert [(f.rule.code, f.params["kind"], f.params["found"]) for f in table.findings] == [
        ("JDZ302", "trailing_mark", "12¹")
    ]
    assert [row.indicator for row in table.rows] == ["CO2"]


@pytest.mark.parametrize(
    "line",
    [
        "填报日期：,2024-01-10,",
        "联系电话：,13800000000,",
        "填表人：,张三,",
        "表2 产出,,",
        "- 2 -,,",
    ],
)
def test_signatures_and_marks_of_pages_are_no_rows(line: str) -> None:
    table = read("指标,数值,单位", "甲,2,家", line)
    assert (figures(table), told(table)) == ({"甲": "2家"}, [])


@pytest.mark.parametrize(
    "lines",
    [
        ["指标,数值", "单" + " " * 90_000 + "位,"],
        ["指标,数值", "指" + " " * 90_000 + "标,1"],
        ["指标,数值", "(" * 90_000 + ","],
        ["指标,数值", "①" * 90_000 + ","],
        ["指标,数值", "填报(" * 30_000 + ","],
        ["指标,数值", "甲," + "预计1" * 30_000],
        ["指标,数值", "甲,1" + "家" * 90_000 + "-2"],
        ["指标,数值" + "(" * 90_000, "甲,1"],
        ["数值,指标" + "," * 90_000, *["1,甲" + "," * 90_000] * 3],
    ],
)
def test_what_is_far_too_long_is_looked_at_in_a_moment(lines: list[str]) -> None:
    start = time.process_time()
    read(*lines)
    assert time.process_time() - start < 5
