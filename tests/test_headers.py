"""Headers below titles and units, in two rows, over two columns, of a year; other separators."""

import pytest

from jdzplan.actuals import Figure, YearFile
from jdzplan.check import check
from jdzplan.reading.repository import load_plan
from jdzplan.reading.rows import Table, read_table
from jdzplan.reading.sheets import TASKS
from tests.conftest import ROOT


def read(*lines: str, year: int | None = 2023) -> Table:
    return read_table("".join(f"{line}\n" for line in lines), "2023.csv", year=year)


def told(table: Table) -> list[tuple[str, str, str | None]]:
    """What each row is about, its figure as printed, and its unit or that of the table."""
    assert [f.rule.code for f in table.findings] == []
    return [(row.indicator, row.value.printed, row.unit or row.table_unit) for row in table.rows]


@pytest.mark.parametrize(
    "lines",
    [
        ["2023年科技创新主要指标", "", "指标,数值,单位", "rd,2.37,%"],
        ["2023年科技创新主要指标,,", "填报单位：科技局,,", "指标,数值,单位", "rd,2.37,%"],
        ["sep=,", "指标,数值,单位", "rd,2.37,%"],
        ['"sep=;"', "指标;数值;单位", "rd;2.37;%"],
        ["指标;数值;单位", "rd;2.37;%"],
        ["指标\t数值\t单位", "rd\t2.37\t%"],
        ["指标，数值，单位", "rd，2.37，%"],
        ["指标,数值,单位,,", "rd,2.37,%,,", ",,,,", ",,,,"],
        [",指标,数值,单位", ",rd,2.37,%"],
        ["指标,数值,单位", "rd,2.37,%", "注：初步核算数。", "资料来源：统计局,,"],
        ["指标,数值,单位", "一、投入指标,,", "rd,2.37,%", "（二）产出指标"],
        ["指标,数值,单位", "rd,2.37,%", "指标,数值,单位"],
        ["单位：%", "指标,数值", "rd,2.37"],
        ["（单位：%）,", "指标,数值", "rd,2.37"],
        ["指标,数值（%）", "rd,2.37"],
        ["指标,2022年,2023年,单位", "rd,2.30,2.37,%"],
        ["指标,单位,2023年实际", "rd,%,2.37"],
        ["指标,单位,科技创新情况", ",,数值", "rd,%,2.37"],
        ["指标,单位,完成情况,", ",,数值,同比增长", "rd,%,2.37,"],
    ],
)
def test_the_same_table_in_many_dresses(lines: list[str]) -> None:
    codes = {f.rule.code for f in read(*lines).findings} - {"JDZ207"}
    assert codes == set()
    (row,) = read(*lines).rows
    assert (row.indicator, row.value.printed) == ("rd", "2.37")
    assert row.unit == "%" or row.table_unit == "%"


def test_places_stay_those_of_the_file() -> None:
    table = read("2023年指标", "单位：亿元", "指标\t数值", "rd\tabc")
    (finding,) = table.findings
    assert (finding.place.line, finding.place.column, finding.place.cell) == (4, 4, "B4")


def test_a_name_over_two_columns_has_the_narrower_one() -> None:
    table = read("指标名称\t\t2022年\t2023年", "投入 指标\trd\t2.2\t2.5", "\tfirms\t200\t400")
    assert told(table) == [("rd", "2.5", None), ("firms", "400", None)]


def test_without_a_year_no_column_of_a_year_is_taken() -> None:
    table = read("指标,2022年,2023年", "rd,2.2,2.5", year=None)
    assert [f.rule.code for f in table.findings] == ["JDZ206"]
    assert table.broken


def test_a_header_comes_from_the_row_that_is_most_like_one() -> None:
    table = read("2023年指标", "指标,数量,单位", "rd,2.37,%")
    assert [(f.rule.code, f.place.line) for f in table.findings] == [("JDZ206", 2), ("JDZ207", 2)]


def test_task_tables_may_have_titles_too() -> None:
    text = "重点任务进展\n任务,阶段,佐证材料\n甲,完成,批复\n"
    (row,) = read_table(text, "2023.tasks.csv", TASKS).tasks
    assert (row.task, row.evidence) == ("甲", "批复")


# Table 1 of the plan as it is pasted from the document: names of groups over two columns, units
# behind the names, a blank line.
TABLE_1 = """指标名称\t\t2020年\t2025年
综合 指标\t综合科技创新水平（位）\t2\t2

投入 指标\tR&D投入占GDP的比例 (%)\t2.2\t2.5
\t万人R&D人员数 (人年)\t6\t6.5
产出 指标\t每万人口高价值发明专利拥有量 (件)\t5.8\t8
\t技术市场合同成交额 (亿元)\t13.1\t30
\t高新技术企业数量 (家)\t200\t400
"""


@pytest.mark.parametrize(
    ("year", "figures"),
    [(2020, "2 2.2 6 5.8 13.1 200"), (2025, "2 2.5 6.5 8 30 400")],
)
def test_the_plans_own_table_reads_as_it_is(year: int, figures: str) -> None:
    table = read_table(TABLE_1, f"{year}.csv", year=year)
    plan, _ = load_plan(ROOT / "data" / "plan.yaml")
    assert plan is not None
    result = check(plan, [YearFile(path=f"{year}.csv", year=year, rows=table.rows)])
    assert (table.findings, result.findings) == ((), ())
    filed = [a.actual.figure for a in result.assessments if a.actual and a.actual.place.path]
    assert [f"{f.value:f}" for f in filed if isinstance(f, Figure)] == figures.split()


@pytest.mark.parametrize(
    ("stated", "is_fine"),
    [("亿元", True), ("万元", True), ("位", False)],
)
def test_the_unit_of_a_table_counts_where_it_fits(stated: str, *, is_fine: bool) -> None:
    plan, _ = load_plan(ROOT / "data" / "plan.yaml")
    assert plan is not None
    table = read(f"单位：{stated}", "指标,数值", "technology-contracts,24.6")
    result = check(plan, [YearFile(path="2023.csv", year=2023, rows=table.rows)])
    codes = {f.rule.code for f in result.findings} - {"JDZ408"}  # in 万元 it is far too small
    assert codes == (set() if is_fine else {"JDZ303"})


@pytest.mark.parametrize(
    ("header", "column"),
    [
        (["指标,单位,2023年,,", ",,目标,实际,完成率"], 3),
        (["指标,单位,2023年,2023年,", ",,目标值,实际值,备注"], 3),
        (["指标,单位,2022年,2023年,", ",,完成,完成,同比增长"], 3),
        (["指标,单位,数值,,", ",,目标,实际,比上年"], 3),
        (["指标,单位,完成情况,,", ",,计划,实际,同比"], 3),
        (["指标,单位,2023年,,", ",,全年,上年,增速"], 2),
        (["指标,单位,2023年,,", ",,计划数,1-12月完成数,完成率"], 3),
        (["指标,单位,2023年,,", ",,1-12月,1-12月目标,同比"], 2),
        (["指标,单位,2023年,", ",,上半年,全年"], 3),
        (["指标,单位,一季度,上半年,全年"], 4),
        (["指标,单位,12月,1-12月累计,同比（%）"], 3),
        (["指标,单位,上年同期,本年实际,增减"], 3),
        (["指标,单位,２０２２年,２０２３年"], 3),
        (["指标,单位,二〇二三年,二〇二二年"], 2),
        (["指标,单位,2023年（目标）,2023年（实际）"], 3),
        (["指标,单位,2022年末,2023年末"], 3),
    ],
)
def test_of_several_columns_the_actual_one_of_the_year_is_taken(
    header: list[str], column: int
) -> None:
    cells = ["rd", "%", "9.1", "9.2", "9.3"]
    cells[column] = "2.37"
    table = read(*header, ",".join(cells[: header[0].count(",") + 1]))
    assert [row.value.printed for row in table.rows] == ["2.37"]
    assert {f.rule.code for f in table.findings} <= {"JDZ207"}


@pytest.mark.parametrize(
    "header",
    [
        ["指标,单位,2023年,", ",,全市,市本级"],
        ["指标,单位,2023年,", ",,1-6月,1-9月"],
        ["指标,单位,2023年,", ",,1-12月完成,全年完成"],
        ["指标,单位,2023年,", ",,目标,同比"],
        ["指标,单位,数值,", ",,目标,"],
        ["指标,单位,一季度,二季度"],
        ["指标,单位,2023年目标,2023年预计"],
    ],
)
def test_where_no_column_is_surely_the_actual_one_that_is_told(header: list[str]) -> None:
    table = read(*header, "rd,%,2.4,2.5")
    assert "JDZ206" in {f.rule.code for f in table.findings}
    assert table.broken


def test_a_first_row_without_a_name_is_no_second_header() -> None:
    table = read("指标,2023年,单位", ",2.4,%", "rd,2.5,%")
    assert [(f.rule.code, f.place.line) for f in table.findings] == [("JDZ309", 2)]


@pytest.mark.parametrize("unit", ["亿元", "（亿元）"])
def test_a_unit_below_a_header_is_that_of_the_column(unit: str) -> None:
    assert told(read("指标,数值,备注", f",{unit},", "a,1,")) == [("a", "1", "亿元")]


def test_another_header_holds_from_there_on() -> None:
    table = read("指标,2023年,2022年", "a,1,9", "表2,,", "指标,2022年,2023年", "b,9,2")
    assert told(table) == [("a", "1", None), ("b", "2", None)]
    table = read(
        "指标,数值（亿元）", "a,1", "指标,数值（万元）", "b,2", "单位：家", "指 标,数值", "c,3"
    )
    assert told(table) == [("a", "1", "亿元"), ("b", "2", "万元"), ("c", "3", "家")]


def test_what_stands_below_a_header_that_is_refused_is_refused() -> None:
    table = read("指标,2023年", "a,1", "指标,2022年", "a,9", "b,9", "指标,2023年", "c,2")
    assert [row.indicator for row in table.rows] == ["a", "c"]
    assert [(f.rule.code, f.place.line) for f in table.findings] == [("JDZ206", 3)]
    assert table.rejected == {"b"}


def test_a_title_of_another_year_holds_until_the_next_one() -> None:
    lines = ["2022年", "a,9", "2023年", "a,1", "二、2022年产出", "b,9"]
    table = read("指标,数值", *lines)
    assert [row.value.printed for row in table.rows] == ["1"]
    assert [(f.rule.code, f.place.line) for f in table.findings] == [("JDZ401", 2), ("JDZ401", 6)]
    assert table.rejected == {"b"}
    assert not read("指标,数值", "a,1", "注：初步数", "2022年起口径调整").findings


@pytest.mark.parametrize(
    "line",
    [
        "4,,",
        "三、,创新环境,",
        ",（公章）,",
        ",,景德镇市科学技术局",
        "注：初步数,,",
        "2,审核：,",
        "2,,%",
    ],
)
def test_lines_without_a_figure_are_no_rows(line: str) -> None:
    table = read("序号,指标,数值", "1,a,1", line)
    assert (told(table), table.findings) == ([("a", "1", None)], ())


def test_a_note_goes_on_in_the_lines_below_it() -> None:
    table = read("指标,数值", "a,1", "注：1.初步数,", "2.口径为登记数,", "b,2", "3.口径,")
    assert told(table) == [("a", "1", None), ("b", "2", None), ("3.口径", "", None)]


@pytest.mark.parametrize("line", [",2.37,%", ",,2.37"])
def test_a_figure_without_a_name_is_told(line: str) -> None:
    table = read("指标,数值,单位", line, "a,1,家")
    assert [(f.rule.code, f.place.line) for f in table.findings] == [("JDZ309", 2)]


def test_a_hundred_thousand_columns_are_told_in_a_moment() -> None:
    wide = ",".join(["指标", "数值", *(f"列{i}" for i in range(100_000))])
    blank = ",".join(["指标", "数值", *[""] * 100_000])
    assert len(read(wide, "rd,2.4").findings) < 300
    assert len(read(blank, "rd,2.4" + ",x" * 100_000).findings) < 300
