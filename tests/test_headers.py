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
