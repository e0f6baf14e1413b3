"""What is overdue, and only as of a day that is given."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jdzplan.actuals import Actual, Stage, TaskReport
from jdzplan.findings import Place
from jdzplan.judging.in_force import Versions
from jdzplan.plan import Plan, Policy, Series, Task
from jdzplan.rules.calendar_rules import AsOf, figures_overdue, months_after, tasks_overdue
from jdzplan.verdicts import Reason
from tests.builders import a_figure, a_plan, a_target, an_actual, an_indicator
from tests.conftest import Cli

NINE: dict[str, Any] = {"publication_lag": {"months": 9}}


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        ("2023-12-31", 0, "2023-12-31"),
        ("2023-12-31", 1, "2024-01-31"),
        ("2023-12-31", 2, "2024-02-29"),
        ("2022-12-31", 2, "2023-02-28"),
        ("2023-12-31", 9, "2024-09-30"),
        ("2023-12-31", 12, "2024-12-31"),
        ("2023-12-31", 14, "2025-02-28"),
    ],
)
def test_months_are_those_of_the_calendar(day: str, months: int, due: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(due)


def overdue(
    plan: Plan, day: str, known: dict[str, dict[int, Actual]] | None = None, *years: int
) -> list[tuple[str, object, object]]:
    """Who is late with what: indicator, year, due date."""
    as_of = AsOf(date.fromisoformat(day), years or (2021, 2022, 2023), "actuals/")
    found = figures_overdue(plan, known or {}, as_of)
    return [(str(f.indicator), f.params["year"], str(f.params["since"])) for f in found]


@pytest.mark.parametrize(
    ("day", "years"),
    [
        ("2022-09-30", []),  # the last day is not over
        ("2022-10-01", [2021]),
        ("2023-10-01", [2021, 2022]),
        ("2024-10-01", [2021, 2022, 2023]),
        ("2021-01-01", []),
    ],
)
def test_a_figure_is_overdue_when_its_lag_is_over(day: str, years: list[int]) -> None:
    plan = a_plan(an_indicator(**NINE), other=an_indicator())
    assert overdue(plan, day) == [("x", year, f"{year + 1}-09-30") for year in years]


@pytest.mark.parametrize(
    ("filed", "is_late"),
    [
        (a_figure("300"), False),
        (Reason.NO_DATA, False),
        (Reason.ROW_REJECTED, False),  # it was filed, and has an error of its own
        (Reason.NOT_REPORTED, True),
        (Reason.NOT_YET_PUBLISHED, True),
    ],
)
def test_what_counts_as_filed(filed: Any, is_late: bool) -> None:
    known = {"x": {2023: an_actual(2023, filed)}}
    plan = a_plan(an_indicator(**NINE))
    assert bool(overdue(plan, "2024-12-31", known, 2023)) is is_late
    late = figures_overdue(plan, known, AsOf(date(2024, 12, 31), (2023,), "actuals/"))
    assert [f.place.line for f in late] == [2] * is_late  # at its cell
    (nowhere,) = figures_overdue(plan, {}, AsOf(date(2024, 12, 31), (2023,), "actuals/"))
    assert nowhere.place == Place("actuals/2023.csv")


def test_a_lag_of_the_policy_holds_where_there_is_none_of_its_own() -> None:
    policy = Policy.model_validate({"publication_lag": {"months": 1, "en": "agreed"}})
    words_only = an_indicator(publication_lag={"en": "in autumn"})
    plan = a_plan(an_indicator(**NINE), other=an_indicator(), words=words_only)
    found = overdue(plan.changed(policy=policy), "2024-03-01", {}, 2023)
    assert found == [("other", 2023, "2024-01-31")]


def test_a_set_is_filed_by_a_number_or_by_all_its_members() -> None:
    members = {"a": {"en": "A"}, "b": {"en": "B"}}
    target = a_target("at_least 2", form="named_set")
    plan = a_plan(an_indicator(None, target, members=members, **NINE))
    one = {"x/a": {2023: an_actual(2023, "1")}}
    both = one | {"x/b": {2023: an_actual(2023, "0")}}
    number = {"x": {2023: an_actual(2023, "1")}}
    assert [bool(overdue(plan, "2024-10-01", k, 2023)) for k in ({}, one, both, number)] == [
        True,
        True,
        False,
        False,
    ]


def test_a_figure_that_nothing_needs_is_not_asked_for() -> None:
    spare = Series.model_validate(
        {"name": {"en": "S"}, "unit": "1", "kind": "count", "source": {"chapter": 1}, **NINE}
    )
    plan = a_plan().changed(series={"s": spare})
    assert overdue(plan, "2026-01-01") == []


def a_task(**fields: Any) -> Task:
    base = {"name": {"en": "T"}, "goal": "G1", "evidence": {"en": "E"}, "source": {"chapter": 1}}
    return Task.model_validate(base | fields)


def report(year: int, stage: Stage, evidence: str | None = "No. 8") -> dict[int, TaskReport]:
    place = Place(f"{year}.tasks.csv", 2, 3, "C2")
    return {year: TaskReport(year=year, stage=stage, evidence=evidence, place=place)}


@pytest.mark.parametrize(
    ("task", "day", "reports", "due"),
    [
        (a_task(due=2023), "2023-12-31", {}, []),
        (a_task(due=2023), "2024-01-01", {}, ["2023-12-31"]),
        (a_task(due=2023), "2024-01-01", report(2022, Stage.UNDER_WAY), ["2023-12-31"]),
        (a_task(due=2023), "2024-01-01", report(2022, Stage.DONE), []),
        (a_task(due=2023), "2024-01-01", report(2023, Stage.STOPPED), []),
        (a_task(due=2023), "2024-01-01", report(2023, Stage.DONE, None), []),  # its own finding
        (a_task(due=2021), "2024-01-01", report(2023, Stage.DONE), []),
        (a_task(), "2024-01-01", {}, []),
        (
            a_task(yearly=True),
            "2024-01-01",
            report(2022, Stage.DONE),
            ["2021-12-31", "2023-12-31"],
        ),
    ],
)
def test_a_task_is_overdue_after_its_year(
    task: Task, day: str, reports: dict[int, TaskReport], due: list[str]
) -> None:
    plan = a_plan().changed(tasks={"t": task})
    as_of = AsOf(date.fromisoformat(day), (2021, 2022, 2023), "actuals/")
    found = tasks_overdue(Versions(plan), {"t": reports}, as_of)
    assert [str(each.params["since"]) for each in found] == due


def test_before_the_first_year_is_over_no_task_is_late() -> None:
    plan = a_plan().changed(tasks={"t": a_task(yearly=True)})
    as_of = AsOf(date(2021, 6, 30), (2021,), "actuals/")
    assert list(tasks_overdue(Versions(plan), {}, as_of)) == []


PLAN = """\
plan: {id: p, title: {zh: 某规划, en: A plan}, period: {baseline: 2020, first: 2021, last: 2025}}
goals:
  G1: {name: {zh: 目标, en: Goal}, source: {chapter: 1}}
indicators:
  firms:
    name: {zh: 高企数量, en: Firms}
    goal: G1
    tier: core
    unit: 家
    kind: count
    better: higher
    owner: {lead: 科技局, support: [统计局]}
    publication_lag: {months: 2}
    baseline: {2020: 200}
    target: {at_least: 400}
    source: {chapter: 1}
tasks:
  rules:
    name: {zh: 办法印发, en: Rules issued}
    goal: G1
    due: 2022
    evidence: {zh: 文件, en: Document}
    source: {chapter: 1}
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data" / "actuals").mkdir(parents=True)
    (tmp_path / "data" / "plan.yaml").write_text(PLAN, "utf-8")
    rows = "编号,数值,单位\nfirms,231,家\n"
    (tmp_path / "data" / "actuals" / "2021.csv").write_text(rows, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_agenda_goes_by_unit(repository: Path, cli: Cli) -> None:
    run = cli("check", "--as-of", "2023-03-01", "--overdue", "--lang", "zh")
    assert (run.code, run.out.splitlines()) == (
        0,
        [
            "某规划　截至2023年3月1日的逾期事项：2项",
            "",
            "科技局",
            "  高企数量　2022年数据，应于2023年2月28日前公布",
            "",
            "统计局",
            "  〔配合〕高企数量　2022年数据，应于2023年2月28日前公布",
            "",
            "责任单位未明确",
            "  任务：办法印发，应于2022年12月31日前完成",
        ],
    )
    table = cli("check", "--as-of", "2023-03-01", "--overdue", "--lang", "en", "--format", "csv")
    rows = list(csv.DictReader(table.out.splitlines()))
    assert [(r["unit"], r["role"], r["name"], r["due"]) for r in rows] == [
        ("科技局", "lead", "Firms", "2023-02-28"),
        ("统计局", "supporting", "Firms", "2023-02-28"),
        ("no owner stated", "lead", "Rules issued", "2022-12-31"),
    ]


def test_a_finding_names_who_is_to_be_asked(repository: Path, cli: Cli) -> None:
    run = cli("check", "--as-of", "2023-03-01", "--quiet", "--lang", "zh")
    figure, task = run.out.splitlines()
    assert figure == (
        "data/actuals/2022.csv: JDZ501 警告 “高企数量”2022年的数应于2023年2月28日前公布，尚未填报；"
        "请向责任单位（科技局）催报"
    )
    assert task == (
        "data/actuals/2022.tasks.csv: JDZ502 警告 任务“办法印发”应于2022年12月31日前完成，"
        "尚未完成；规划未明确责任单位，请先落实；已完成的请补报并附佐证材料"
    )
    assert cli("check", "--quiet").out == ""
    assert cli("check", "2021.csv", "--as-of", "2023-03-01", "--quiet").out == ""
    strict = cli("check", "--as-of", "2023-03-01", "--fail-on", "warning", "--quiet")
    assert strict.code == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--overdue",), "--as-of"),
        (("--as-of", "2023-02-30"), "2023-02-30"),
        (("--as-of", "tomorrow"), "tomorrow"),
        (("--as-of", "2023-03-01", "--overdue", "--format", "json"), "csv"),
    ],
)
def test_what_cannot_be_told_is_said(
    repository: Path, cli: Cli, options: tuple[str, ...], told: str
) -> None:
    run = cli("check", *options)
    assert (run.code, told in run.err) == (2, True)


def test_a_plan_that_cannot_be_used_has_no_agenda(repository: Path, cli: Cli) -> None:
    (repository / "data" / "plan.yaml").write_text("plan: {}\n", "utf-8")
    run = cli("check", "--as-of", "2023-03-01", "--overdue")
    assert (run.code, "JDZ105" in run.out) == (2, True)
