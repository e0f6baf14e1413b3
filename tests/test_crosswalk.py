"""Counterparts in higher plans: how they differ, and the numbers that this plan leaves to them."""

import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jdzplan.catalogue import Rule
from jdzplan.check import check
from jdzplan.judging.crosswalk import crosswalk, with_standards
from jdzplan.plan import Indicator, Plan
from jdzplan.rules.plan_rules import check_plan
from tests.builders import a_plan, a_row, a_target, a_year, an_indicator
from tests.conftest import ROOT, Cli
from tests.duties import a_relation, a_series, a_task, with_duties

CASE = ROOT / "tests" / "cases" / "counterparts_in_a_higher_plan"


def a_counterpart(**more: Any) -> Any:
    return {"plan": {"zh": "省规划", "en": "Province"}, "source": {"document": "公报"}} | more


def firms(target: Any = "at_least 400", **more: Any) -> Indicator:
    return an_indicator("200", target, counterparts=[a_counterpart(**more)])


DOUBLE = a_target("at_least 2", times_baseline=True)
YEARLY = a_target("at_least 12", form="every_year")


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        (firms(value=400, year=2025, unit="家"), []),
        (firms(value=400, year=2025, unit="户"), []),  # another word for the same count
        (firms(), []),
        (firms(value=450), ["value"]),
        (firms(year=2024), ["year"]),
        (firms(value=400, unit="件"), ["unit"]),  # not to be compared
        (firms(value=Decimal("0.04"), unit="万家"), ["unit"]),
        (firms(value=Decimal("0.05"), unit="万家", year=2030), ["value", "unit", "year"]),
        (firms(DOUBLE, value=400), []),
        (firms(DOUBLE, value=2), ["value"]),
        (firms(YEARLY, value=12, year=2025), []),
        (firms(YEARLY, value=12, year=2024), ["year"]),
        (firms({"form": "average_growth", "figures": "levels"}, value=7), []),
    ],
)
def test_value_unit_and_year_are_compared(indicator: Indicator, expected: list[str]) -> None:
    [match] = crosswalk(a_plan(indicator))
    assert [each.value for each in match.differs] == expected


def with_counterparts(*counterparts: Any) -> Plan:
    """Three things that leave nothing, a rate and nothing open."""
    return with_duties(
        a_plan(),
        series={"a": a_series(known={2020: "100"})},
        relations={
            "growth": a_relation(
                "average_growth", "a", rate="", span="period", counterparts=counterparts
            )
        },
        tasks={"each": a_task(yearly=True, counterparts=[a_counterpart(year=2025)])},
    )


def test_a_yearly_task_has_no_year_to_compare() -> None:
    [match] = crosswalk(with_counterparts())
    assert (match.thing, match.year, match.differs) == (("tasks", "each"), None, ())


@pytest.mark.parametrize(
    ("counterparts", "verdict", "rate"),
    [
        # 100 to 121 in two years is 10 % a year
        ([a_counterpart(value=10, standard=True)], "on_track", "10"),
        ([a_counterpart(value=11, unit="%", standard=True)], "behind", "11"),
        ([a_counterpart(value=11), a_counterpart(value=9, standard=True)], "on_track", "9"),
        ([a_counterpart(value=10)], "not_assessed", None),
        ([], "not_assessed", None),
    ],
)
def test_the_rate_that_is_left_open_is_that_of_the_standard(
    counterparts: list[Any], verdict: str, rate: str | None
) -> None:
    plan = with_counterparts(*counterparts)
    [found] = check(plan, [a_year(2022, a_row("a", "121", "亿元"))]).relations
    assert (found.verdict.value, found.rate and str(found.rate)) == (verdict, rate)


@pytest.mark.parametrize(
    ("better", "value", "verdict"),
    [("higher", 10, "achieved"), ("higher", 11, "missed"), ("lower", 11, "achieved")],
)
def test_so_is_an_average_growth(better: str, value: int, verdict: str) -> None:
    """100 to 161.051 in five years is 10 % a year."""
    growth = an_indicator(
        "100",
        {"form": "average_growth", "figures": "levels"},
        kind="measured",
        better=better,
        counterparts=[a_counterpart(value=value, standard=True)],
    )
    [found] = check(a_plan(growth), [a_year(2025, a_row("x", "161.051"))]).assessments
    assert found.verdict == verdict


def test_without_a_standard_the_plan_is_as_it_was() -> None:
    plan = with_counterparts(a_counterpart(value=10))
    assert with_standards(plan) is plan


@pytest.mark.parametrize(
    ("counterparts", "expected"),
    [
        ([a_counterpart(value=7, standard=True)], []),
        ([a_counterpart(value=7), a_counterpart()], []),
        ([a_counterpart(standard=True)], ["lacking"]),
        ([a_counterpart(value=7, unit="亿元", standard=True)], ["lacking"]),
        ([a_counterpart(value=7, standard=True), a_counterpart(value=8, standard=True)], [None]),
    ],
)
def test_what_is_wrong_with_a_standard(counterparts: list[Any], expected: Any) -> None:
    found = check_plan(with_counterparts(*counterparts))
    assert [rule for rule, _, _ in found] == [Rule.COUNTERPART_CONFLICT] * len(expected)
    assert [params.get("kind") for _, _, params in found] == expected


def test_a_standard_is_for_a_number_left_open() -> None:
    plan = a_plan(firms(value=7, standard=True))
    [(_, where, params)] = check_plan(plan)
    assert (where[-2:], params["kind"]) == ((0, "standard"), "closed")
    task = a_task(counterparts=[a_counterpart(value=7, standard=True)])
    [(_, _, params)] = check_plan(with_duties(tasks={"t": task}))
    assert params["kind"] == "closed"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    actuals = tmp_path / "data" / "actuals"
    actuals.mkdir(parents=True)
    shutil.copy(CASE / "plan.yaml", tmp_path / "data")
    shutil.copy(CASE / "2023.csv", actuals)
    return tmp_path


def test_the_list_as_text_and_as_a_table(home: Path, cli: Cli) -> None:
    asked = ("check", "--plan", home, "--crosswalk", "--lang")
    lines = cli(*asked, "zh").out.splitlines()
    assert lines[0] == "某市科技规划与上级规划衔接对照：共5项，有差异3项"
    assert lines[1] == (
        "  研发投入强度：本规划2025年2.5%；《省科技创新规划》（专栏1）2025年2.0%；差异：数值"
    )
    assert lines[5] == "  研究院挂牌：本规划2024年；《省科技创新规划》（专栏5）2023年；差异：年份"
    assert cli(*asked, "en").out.splitlines()[2] == (
        "  Technology contracts: 30 100m yuan by 2025; "
        "Economic plan of the city: 300000 10k yuan by 2024; differs: unit, year"
    )
    rows = cli(*asked, "zh", "--format", "csv").out.splitlines()
    assert rows[1] == "研发投入强度,2.5,%,2025,省科技创新规划,专栏1,2.0,%,2025,数值"


def test_an_empty_list_says_so_and_what_stops_the_check_is_told_apart(
    tmp_path: Path, cli: Cli
) -> None:
    (tmp_path / "2023.csv").write_text("indicator,value\nno-such,3\n", encoding="utf-8")
    run = cli("check", tmp_path / "2023.csv", "--plan", ROOT, "--crosswalk", "--lang", "en")
    assert run.code == 1
    assert run.out.splitlines()[1] == (
        "  no indicator, relation or task names one; add counterparts to plan.yaml"
    )
    assert run.err.count("JDZ301") == 1
    assert "JDZ" not in run.out


@pytest.mark.parametrize("more", [("--format", "github"), ("--overdue", "--as-of", "2024-01-01")])
def test_the_list_has_three_formats(more: tuple[str, ...], home: Path, cli: Cli) -> None:
    run = cli("check", "--plan", home, "--crosswalk", *more)
    assert (run.code, run.out) == (2, "")
    assert "--crosswalk" in run.err


def test_json_always_has_it_and_a_plan_that_cannot_be_used_has_none(home: Path, cli: Cli) -> None:
    run = cli("check", "--plan", home, "--crosswalk", "--format", "json")
    assert '"differs"' in run.out
    (home / "data" / "plan.yaml").write_text("plan: {}\n", encoding="utf-8")
    assert "JDZ105" in cli("check", "--plan", home, "--crosswalk").out
