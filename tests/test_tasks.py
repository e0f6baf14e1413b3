"""Tasks: done only with evidence, judged at the end of the year by the latest report."""

from typing import Any

import pytest

from jdzplan.actuals import Stage, TaskReport, TaskRow, YearFile
from jdzplan.catalogue import Rule, Severity
from jdzplan.check import Result, check
from jdzplan.findings import Place
from jdzplan.gate import FailOn, FailOnVerdict, Gate
from jdzplan.judging.tasks import TaskAssessment, assess_task
from jdzplan.plan import Text
from jdzplan.verdicts import Verdict
from tests.builders import a_row, a_year
from tests.duties import a_report, a_task, with_duties

COLUMNS = ("task", "name", "stage", "evidence", "note", "year")


def told(done: TaskAssessment) -> str:
    reason = f"({done.reason})" if done.reason else ""
    return f"{done.verdict}{reason}" + (" overdue" if done.is_overdue else "")


@pytest.mark.parametrize(
    ("task", "year", "reports", "expected"),
    [
        ({}, 2023, [(2023, "done", "批复")], "achieved"),
        ({}, 2023, [(2023, "done", None)], "not_assessed(no_evidence)"),
        ({}, 2023, [(2023, "stopped", None)], "missed"),
        ({}, 2023, [(2023, "under_way", None)], "not_assessed(not_due)"),
        ({}, 2023, [(2023, "not_started", None)], "not_assessed(not_due)"),
        ({}, 2025, [(2025, "under_way", None)], "missed overdue"),
        ({}, 2025, [(2025, "not_started", None)], "missed overdue"),
        ({}, 2025, [(2025, "done", "批复")], "achieved"),
        ({"due": 2023}, 2023, [(2023, "under_way", None)], "missed overdue"),
        ({"due": 2023}, 2024, [(2023, "under_way", None)], "missed overdue"),
        ({"due": 2023}, 2024, [(2024, "done", "批复")], "achieved"),  # late, but done
        # What was done stays done; what was not, nobody knows.
        ({}, 2025, [(2022, "done", "批复")], "achieved"),
        ({}, 2024, [(2022, "under_way", None)], "not_assessed(not_due)"),
        ({}, 2025, [(2022, "under_way", None)], "missed overdue"),
        ({}, 2025, [], "missed overdue"),
        ({}, 2023, [], "not_assessed(not_due)"),
        ({}, 2023, [(2023, None, None)], "not_assessed(not_due)"),
        ({}, 2022, [(2023, "done", "批复")], "not_assessed(not_due)"),
        # Due anew each year.
        ({"yearly": True}, 2023, [(2023, "done", "通知")], "achieved"),
        ({"yearly": True}, 2023, [(2022, "done", "通知")], "missed overdue"),
        ({"yearly": True}, 2023, [(2023, "under_way", None)], "missed overdue"),
        ({}, 2020, [(2020, "done", "批复")], "not_assessed(outside_period)"),
        ({}, 2026, [(2025, "done", "批复")], "not_assessed(outside_period)"),
    ],
)
def test_a_task_is_judged_by_its_latest_report(
    task: dict[str, Any], year: int, reports: list[tuple[int, str, str]], expected: str
) -> None:
    plan = with_duties(tasks={"t": a_task(**task)})
    known = {when: a_report(when, stage, evidence) for when, stage, evidence in reports}
    assert told(assess_task(plan, "t", year, known)) == expected


def a_task_row(task: str = "t", stage: str | None = "done", **more: Any) -> TaskRow:
    line = more.pop("line", 2)
    return TaskRow(
        task=task,
        stage=None if stage is None else Stage(stage),
        cells={c: Place("2023.tasks.csv", line, i) for i, c in enumerate(COLUMNS, start=1)},
        **({"evidence": "批复"} | more),
    )


def checked(*rows: TaskRow, figures: YearFile | None = None, **more: Any) -> Result:
    tasks = {"t": a_task(), "u": a_task(name={"zh": "研究院"}, due=2023)}
    file = YearFile(path="2023.tasks.csv", year=2023, tasks=rows, is_tasks=True, **more)
    plan = with_duties(tasks=tasks)
    return check(plan, [figures], [file]) if figures else check(plan, [file])


def found(result: Result) -> list[tuple[str, int, int]]:
    return [(f.rule.code, f.place.line, f.place.column) for f in result.findings]


@pytest.mark.parametrize(
    ("rows", "expected", "of_t", "of_u"),
    [
        ([a_task_row()], [], "achieved", "missed overdue"),
        ([a_task_row("任务")], [], "achieved", "missed overdue"),
        ([a_task_row("task")], [], "achieved", "missed overdue"),
        (
            [a_task_row(evidence=None)],
            [("JDZ407", 2, 4)],
            "not_assessed(no_evidence)",
            "missed overdue",
        ),
        (
            [a_task_row(), a_task_row(line=3)],
            [("JDZ402", 3, 1)],
            "not_assessed(row_rejected)",
            "missed overdue",
        ),
        (
            [a_task_row("研究员")],  # most likely meant the other one
            [("JDZ312", 2, 1)],
            "not_assessed(not_due)",
            "not_assessed(row_rejected)",
        ),
        (
            [a_task_row("完全无关的事情")],
            [("JDZ312", 2, 1)],
            "not_assessed(not_due)",
            "missed overdue",
        ),
        (
            [a_task_row(year=2022)],
            [("JDZ401", 2, 6)],
            "not_assessed(row_rejected)",
            "missed overdue",
        ),
        (
            [a_task_row(name="研究院")],
            [("JDZ403", 2, 2)],
            "not_assessed(row_rejected)",
            "missed overdue",
        ),
        ([a_task_row(name="任务")], [], "achieved", "missed overdue"),
        ([a_task_row("u", "under_way")], [], "not_assessed(not_due)", "missed overdue"),
    ],
)
def test_rows_are_held_against_the_plan(
    rows: list[TaskRow], expected: list[tuple[str, int, int]], of_t: str, of_u: str
) -> None:
    result = checked(*rows)
    assert found(result) == expected
    assert [told(task) for task in result.tasks] == [of_t, of_u]


def test_a_file_that_cannot_be_read_withholds_every_task() -> None:
    result = checked(broken=True)
    assert {told(task) for task in result.tasks} == {"not_assessed(row_rejected)"}


def test_a_row_that_cannot_be_read_withholds_its_task() -> None:
    result = checked(rejected=frozenset({"t"}))
    assert [told(task) for task in result.tasks] == [
        "not_assessed(row_rejected)",
        "missed overdue",
    ]


def test_tasks_after_the_plan_are_a_finding() -> None:
    late = YearFile(path="2026.tasks.csv", year=2026, tasks=(), is_tasks=True)
    assert found(check(with_duties(tasks={"t": a_task()}), [late])) == [("JDZ211", 0, 0)]


def test_tasks_beside_the_figures_give_one_warning_at_most() -> None:
    figures = a_year(2023, a_row("x", "320"))
    assert found(checked(a_task_row(), figures=figures)) == []
    bad = checked(a_task_row(evidence=None), a_task_row("v", line=3), figures=figures)
    assert [(f.rule.code, f.place.path) for f in bad.findings] == [("JDZ212", "2023.tasks.csv")]
    assert told(bad.tasks[0]) == "not_assessed(no_evidence)"


@pytest.mark.parametrize(
    ("task", "year", "reports", "expected"),
    [
        # A blank row says as little as no row: what was known stands.
        ({}, 2023, [(2022, "done", "批复"), (2023, None, None)], "achieved"),
        ({}, 2023, [(2022, "stopped", None), (2023, None, None)], "missed"),
        ({}, 2023, [(2022, "under_way", None), (2023, None, None)], "not_assessed(not_due)"),
        (
            {"due": 2022},
            2023,
            [(2022, "under_way", None), (2023, None, None)],
            "missed overdue",
        ),
        # But a later word replaces an earlier one.
        ({}, 2023, [(2022, "done", "批复"), (2023, "under_way", None)], "not_assessed(not_due)"),
        ({}, 2023, [(2022, "under_way", None), (2023, "done", "批复")], "achieved"),
        ({}, 2023, [(2022, "stopped", None), (2023, "under_way", None)], "not_assessed(not_due)"),
        ({}, 2023, [(2022, "done", None), (2023, "done", "批复")], "achieved"),
        ({}, 2023, [(2022, "done", None)], "not_assessed(no_evidence)"),
        ({}, 2025, [(2022, "stopped", None)], "missed"),
        ({}, 2021, [(2020, "done", "批复")], "achieved"),
        # Stopped is not overdue, and no date excuses it.
        ({"due": 2023}, 2023, [(2023, "stopped", "决定")], "missed"),
        ({"due": 2023}, 2025, [(2023, "stopped", None)], "missed"),
        # Before it is due nothing is late; from then on only a word of that year or later says so.
        ({"due": 2024}, 2023, [(2023, "under_way", None)], "not_assessed(not_due)"),
        ({"due": 2024}, 2024, [(2023, "under_way", None)], "missed overdue"),
        ({"due": 2024}, 2025, [(2023, "under_way", None)], "missed overdue"),
        ({"due": 2024}, 2025, [(2024, "not_started", None)], "missed overdue"),
        ({"due": 2021}, 2025, [(2023, "under_way", None)], "missed overdue"),
        ({"due": 2021}, 2025, [(2022, "done", "批复")], "achieved"),
        # Each year anew: neither what was done nor what was stopped before counts.
        ({"yearly": True}, 2023, [(2022, "stopped", None)], "missed overdue"),
        ({"yearly": True}, 2023, [(2023, "done", None)], "not_assessed(no_evidence)"),
        ({"yearly": True}, 2023, [(2023, "stopped", None)], "missed"),
        ({"yearly": True, "due": 2025}, 2023, [(2023, "not_started", None)], "missed overdue"),
        ({"yearly": True}, 2023, [(2022, "under_way", None), (2023, "done", "通知")], "achieved"),
    ],
)
def test_the_latest_word_counts(
    task: dict[str, Any], year: int, reports: list[tuple[int, str, str]], expected: str
) -> None:
    plan = with_duties(tasks={"t": a_task(**task)})
    known = {when: a_report(when, stage, evidence) for when, stage, evidence in reports}
    assert told(assess_task(plan, "t", year, known)) == expected


@pytest.mark.parametrize(
    ("task", "due"),
    [({}, 2025), ({"due": 2022}, 2022), ({"yearly": True}, 2023)],
)
def test_when_a_task_is_due(task: dict[str, Any], due: int) -> None:
    plan = with_duties(tasks={"t": a_task(**task)})
    report = a_report(2023, "under_way")
    done = assess_task(plan, "t", 2023, {2022: a_report(2022, "done", "批复"), 2023: report})
    assert (done.task, done.year, done.due, done.report) == ("t", 2023, due, report)


@pytest.mark.parametrize(
    "reports",
    [
        {2023: a_report(2023, None)._replace(is_rejected=True)},
        {
            2022: a_report(2022, "done", "批复"),
            2023: a_report(2023, None)._replace(is_rejected=True),
        },
    ],
)
def test_a_bad_row_is_not_a_missing_one(reports: dict[int, TaskReport]) -> None:
    plan = with_duties(tasks={"t": a_task()})
    assert told(assess_task(plan, "t", 2023, reports)) == "not_assessed(row_rejected)"


def a_task_file(year: int, *rows: TaskRow, path: str | None = None, **more: Any) -> YearFile:
    name = path or f"{year}.tasks.csv"
    placed = tuple(
        row._replace(cells={c: Place(name, p.line, p.column) for c, p in row.cells.items()})
        for row in rows
    )
    return YearFile(path=name, year=year, tasks=placed, is_tasks=True, **more)


def told_of(result: Result) -> list[str]:
    return [f"{each.year} {each.task} {told(each)}" for each in result.tasks]


@pytest.mark.parametrize("rows", [(a_task_row(),), (a_task_row(stage=None), a_task_row("u"))])
def test_a_task_in_a_bad_row_is_not_judged_by_a_good_one(rows: tuple[TaskRow, ...]) -> None:
    # It was filed twice, and one of the two could not be read; nobody knows which one counts.
    result = checked(*rows, rejected=frozenset({"任务"}))
    assert told(result.tasks[0]) == "not_assessed(row_rejected)"


def test_a_broken_file_withholds_what_another_one_says() -> None:
    plan = with_duties(tasks={"t": a_task()})
    files = [a_task_file(2023, a_task_row()), a_task_file(2023, path="b.csv", broken=True)]
    assert told_of(check(plan, files)) == ["2023 t not_assessed(row_rejected)"]
    assert told_of(check(plan, files[::-1])) == ["2023 t not_assessed(row_rejected)"]


def test_a_misspelt_name_beside_the_right_one_hurts_nobody() -> None:
    result = checked(a_task_row("u"), a_task_row("研究员", line=3))
    assert found(result) == [("JDZ312", 3, 1)]
    assert told(result.tasks[1]) == "achieved"


@pytest.mark.parametrize(
    ("name", "near"), [("研究员", "研究院"), ("Tasks", "Task"), ("某某", None)]
)
def test_an_unknown_task_is_told_with_the_nearest_name(name: str, near: str | None) -> None:
    [finding] = checked(a_task_row(name)).findings
    assert finding.rule is Rule.TASK_UNKNOWN
    assert finding.params == {"found": name, "near": near}


def test_done_without_evidence_is_an_error_in_the_file_that_names_what_is_wanted() -> None:
    result = checked(a_task_row(evidence=None))
    [finding] = result.findings
    assert (finding.rule, finding.severity) == (Rule.NO_EVIDENCE, Severity.ERROR)
    assert (finding.indicator, finding.params["expected"]) == ("t", Text(zh="批复"))
    assert result.is_stopped


@pytest.mark.parametrize("stage", [None, "not_started", "under_way", "stopped"])
def test_only_what_is_done_needs_evidence(stage: str | None) -> None:
    assert found(checked(a_task_row(stage=stage, evidence=None))) == []


def test_filed_twice_names_the_first_row() -> None:
    [finding] = checked(a_task_row(), a_task_row("任务", line=5)).findings
    assert (finding.place.line, finding.params["first"]) == (5, "2023.tasks.csv:2")


def test_a_report_keeps_what_the_row_said() -> None:
    [first, _] = checked(a_task_row(stage="under_way", note="待批")).tasks
    assert first.report == TaskReport(
        year=2023,
        stage=Stage.UNDER_WAY,
        evidence="批复",
        note="待批",
        place=Place("2023.tasks.csv", 2, 3),
    )


def test_what_is_wrong_with_a_row_leaves_its_place_alone() -> None:
    [first, _] = checked(a_task_row(year=2022)).tasks
    place = Place("2023.tasks.csv", 2, 3)
    assert first.report == TaskReport(year=2023, place=place, is_rejected=True)


@pytest.mark.parametrize("order", [1, -1])
def test_years_stand_in_order_and_earlier_ones_beside(order: int) -> None:
    plan = with_duties(tasks={"t": a_task(due=2022), "u": a_task(name={"zh": "研究院"})})
    early = a_task_file(2021, a_task_row(), a_task_row("u", "under_way", line=3))
    files = [a_task_file(2022, a_task_row("u", "stopped")), a_task_file(2023)]
    assert told_of(check(plan, files[::order], [early])) == [
        "2022 t achieved",
        "2022 u missed",
        "2023 t achieved",
        "2023 u missed",
    ]


def test_figures_and_tasks_of_a_year_are_judged_together() -> None:
    plan = with_duties(tasks={"t": a_task()})
    result = check(plan, [a_year(2023, a_row("x", "320")), a_task_file(2023, a_task_row())])
    assert found(result) == []
    assert result.years == (2023,)
    assert told_of(result) == ["2023 t achieved"]
    assert [done.verdict for done in result.assessments] == [Verdict.ON_TRACK]


def test_a_broken_task_file_leaves_the_figures_alone() -> None:
    plan = with_duties(tasks={"t": a_task()})
    broken = a_task_file(2023, broken=True)
    result = check(plan, [a_year(2023, a_row("x", "320"))], [broken])
    [finding] = result.findings
    assert (finding.rule, finding.severity) == (Rule.EARLIER_YEAR_BAD, Severity.WARNING)
    assert (finding.place, finding.params) == (Place("2023.tasks.csv"), {"year": 2023})
    assert told_of(result) == ["2023 t not_assessed(row_rejected)"]
    assert [done.verdict for done in result.assessments] == [Verdict.ON_TRACK]


def test_broken_figures_leave_the_tasks_alone() -> None:
    plan = with_duties(tasks={"t": a_task()})
    result = check(plan, [a_task_file(2023, a_task_row())], [a_year(2023, broken=True)])
    assert told_of(result) == ["2023 t achieved"]


@pytest.mark.parametrize(
    ("row", "worst", "stops"),
    [
        (a_task_row("u", "under_way"), FailOnVerdict.MISSED, True),
        (a_task_row("u"), FailOnVerdict.MISSED, False),
        (a_task_row("u", "stopped"), FailOnVerdict.BEHIND, True),
    ],
)
def test_a_missed_task_stops_at_the_gate_when_asked(
    row: TaskRow, worst: FailOnVerdict, stops: bool
) -> None:
    result = checked(row)
    gate = Gate(fail_on=FailOn.NEVER, fail_on_verdict=worst)
    assert result._replace(gate=gate).is_stopped is stops
    assert not result.is_stopped


@pytest.mark.parametrize(
    ("due", "reports", "expected"),
    [
        (2025, [], "not_assessed(not_due)"),
        (2023, [], "not_assessed(not_reported)"),
        (2023, [(2022, "under_way", None)], "not_assessed(not_reported)"),
        (2022, [(2022, "under_way", None)], "missed overdue"),
        (2023, [(2022, "done", "批复")], "achieved"),
    ],
)
def test_in_a_year_without_any_report_silence_says_nothing(
    due: int, reports: list[tuple[int, str, str]], expected: str
) -> None:
    plan = with_duties(tasks={"t": a_task(due=due)})
    known = {when: a_report(when, stage, evidence) for when, stage, evidence in reports}
    assert told(assess_task(plan, "t", 2023, known, is_told=False)) == expected
