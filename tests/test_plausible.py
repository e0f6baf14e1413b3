"""Figures far off what they can be compared with, and faults that a whole column shares."""

from typing import Any

import pytest

from jdzplan.actuals import Row
from jdzplan.check import Result, check
from tests.builders import a_plan, a_row, a_target, a_year, an_indicator
from tests.duties import a_series, with_duties

MEASURED: dict[str, Any] = {"kind": "measured", "unit": "亿元"}


def codes(result: Result) -> list[tuple[str, object]]:
    return [(f.rule.code, f.params.get("times")) for f in result.findings]


@pytest.mark.parametrize(
    ("value", "times"),
    [
        ("2.46", 10),
        ("24.6", None),
        ("93", None),  # sevenfold in a year is much, but it has been seen
        ("246", 10),
        ("2460", 100),
        ("0.246", 100),
        ("246000", 10_000),
        ("0.00246", 10_000),
        ("2460000000", 100_000_000),
        ("0", None),
        ("-246", None),
        (">=246000", None),
    ],
)
def test_a_slip_of_the_unit_is_told(value: str, times: int | None) -> None:
    # 20.0 last year, 30 to be reached.
    plan = a_plan(an_indicator("13.1", "at_least 30", **MEASURED))
    last_year = a_year(2022, a_row("x", "20.0", "亿元"))
    result = check(plan, [a_year(2023, a_row("x", value, "亿元"))], [last_year])
    assert codes(result) == ([("JDZ408", times)] if times else [])


@pytest.mark.parametrize(
    ("indicator", "value", "is_told"),
    [
        # From 1 to 12 on the way to 50: far from the one, not from the other.
        (an_indicator("1", "at_least 50"), "12", False),
        (an_indicator(None, "at_least 50"), "600", True),
        (an_indicator("0", "at_least 50"), "5", True),  # with nothing to start from
        (an_indicator("0", "at_least 50"), "7", False),
        (an_indicator("2", "at_most 2", kind="rank", better="lower", unit="位"), "30", False),
        (an_indicator("200", a_target("at_least 2", times_baseline=True)), "300", False),
        (an_indicator("200", a_target("at_least 2", times_baseline=True)), "30000", True),
        (an_indicator(None, a_target("at_least 2", form="every_year")), "90", False),
        (an_indicator("2", "at_least 3"), "40", True),
        (
            an_indicator("2", a_target("at_least 9", form="average_growth", figures="rates")),
            "40",
            False,
        ),
    ],
)
def test_every_comparison_must_be_off(indicator: Any, value: str, *, is_told: bool) -> None:
    result = check(a_plan(indicator), [a_year(2023, a_row("x", value, indicator.unit))])
    assert bool(codes(result)) is is_told


def test_a_bounded_year_is_no_comparison_and_the_plans_own_is() -> None:
    plan = with_duties(series={"s": a_series(known={2020: "20"})})
    result = check(
        plan,
        [a_year(2023, a_row("s", "300", "亿元"))],
        [a_year(2022, a_row("s", ">=250", "亿元"))],
    )
    assert codes(result) == [("JDZ408", 10)]


def in_a_spreadsheet(row: Row) -> Row:
    cells = {
        column: place._replace(cell=f"{chr(64 + place.column)}{place.line}")
        for column, place in row.cells.items()
    }
    return row._replace(cells=cells)


def rows(count: int, bad: int) -> list[Any]:
    names = [f"s{i}" for i in range(count)]
    return [a_row(n, "1", "亿元" if i >= bad else "元吨") for i, n in enumerate(names)]


@pytest.mark.parametrize(
    ("count", "bad", "told"),
    [
        (10, 10, [10]),
        (10, 8, [8]),
        (10, 7, [1] * 7),
        (5, 5, [5]),
        (4, 4, [1] * 4),
    ],
)
def test_what_a_whole_column_shares_is_told_once(count: int, bad: int, told: list[int]) -> None:
    plan = with_duties(series={f"s{i}": a_series() for i in range(count)})
    year = a_year(2023, *rows(count, bad), size=count)
    result = check(plan, [year._replace(rows=tuple(map(in_a_spreadsheet, year.rows)))])
    assert [finding.rows for finding in result.findings] == told
    assert {finding.rule.code for finding in result.findings} == {"JDZ304"}


@pytest.mark.parametrize(("count", "told"), [(6, [1] * 6), (29, [1] * 29), (30, [30])])
def test_cells_that_differ_are_told_one_by_one_until_they_are_very_many(
    count: int, told: list[int]
) -> None:
    plan = with_duties(series={f"s{i}": a_series() for i in range(count)})
    wrong = [a_row(f"s{i}", "1", f"吨{i}") for i in range(count)]
    year = a_year(2023, *wrong, size=count)
    result = check(plan, [year._replace(rows=tuple(map(in_a_spreadsheet, year.rows)))])
    assert [finding.rows for finding in result.findings] == told
