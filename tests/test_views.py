"""What is shown of a year: folded or grouped, and the same in the machine formats."""

import csv
import json
from decimal import Decimal
from io import StringIO
from typing import Any

import jsonschema
import pytest

from jdzplan.actuals import Stage, TaskRow, YearFile
from jdzplan.check import Result, check
from jdzplan.findings import Place
from jdzplan.formats import By, Format, render, terminal
from jdzplan.formats.layout import Block, blocks
from jdzplan.formats.schema import result_schema
from jdzplan.plan import Indicator, Plan
from jdzplan.verdicts import Verdict
from jdzplan.wording.en import EN
from jdzplan.wording.zh import ZH
from tests.builders import a_plan, a_row, a_target, a_year, an_indicator
from tests.duties import a_relation, a_series, a_task, with_duties

EVERYTHING = ["x", "late", "gone", "yearly", "rise", "hold", "words", "due", "said", "done"]


def named(name: str, goal: str, chapter: int | str | None) -> dict[str, Any]:
    source = {"document": "D"} if chapter is None else {"chapter": chapter}
    return {"name": {"zh": name, "en": name}, "goal": goal, "source": source}


def an_x(name: str, goal: str, chapter: int | str | None, tier: str, **more: Any) -> Indicator:
    return an_indicator(**named(name, goal, chapter), tier=tier, **more)


# "late" read otherwise: twice the 200 of 2020 are the same 400.
DOUBLED = {"name": {"en": "doubled"}, "target": a_target("at_least 2", times_baseline=True)}
INDICATORS = {
    "x": an_x("x", "G1", 1, "core"),
    "late": an_x("late", "G1", 2, "chapter", readings={"twice": DOUBLED}),
    "gone": an_x("gone", "G2", 2, "goal"),
    "yearly": an_x(
        "yearly",
        "G2",
        4,
        "implied",
        baseline=None,
        target=a_target("at_least 2", form="every_year"),
    ),
}
RELATIONS = {
    "rise": a_relation("rise", "a", **named("rise", "G2", 7)),
    "hold": a_relation("not_fall", "a", span="period", **named("hold", "G1", 7)),
    "words": a_relation("statement", strength="soft", **named("words", "G2", 5)),
}
TASKS = {
    "due": a_task(due=2023, due_reading="assumed", **named("due", "G1", 2)),
    "said": a_task(**named("said", "G2", 4)),
    "done": a_task(**named("done", "G2", 7)),
}
GOALS = {
    key: {"name": {"en": name}, "source": {"chapter": 1}}
    for key, name in (("G1", "Grow"), ("G2", "Spend"), ("G3", "Nothing"))
}


def the_plan(indicators: dict[str, Indicator] | None = None, **parts: Any) -> Plan:
    series = {"a": a_series(known={2020: "10"}, name={"zh": "甲", "en": "A"})}
    duties = {"series": series, "relations": RELATIONS, "tasks": TASKS, "goals": GOALS}
    chosen = indicators or INDICATORS
    return with_duties(**({"indicators": chosen} | duties | parts))


def a_task_row(line: int, task: str, stage: Stage, evidence: str | None) -> TaskRow:
    columns = ("task", "stage", "evidence")
    cells = {c: Place("2023.tasks.csv", line, i) for i, c in enumerate(columns, start=1)}
    return TaskRow(task=task, stage=stage, evidence=evidence, cells=cells)


def the_result(plan: Plan | None = None) -> Result:
    """2023: x on its way, late a quarter of it, yearly broken, a no larger than in 2022."""
    filed = {"x": "320", "late": "230", "yearly": "1"}
    whole = plan or the_plan()
    rows = [a_row(key, value) for key, value in filed.items() if key in whole.indicators]
    tasks = (
        a_task_row(2, "due", Stage.UNDER_WAY, None),
        a_task_row(3, "said", Stage.DONE, None),
        a_task_row(4, "done", Stage.DONE, "Decision 7"),
    )
    return check(
        whole,
        [
            a_year(2023, *rows, a_row("a", "12", "亿元")),
            YearFile(path="2023.tasks.csv", year=2023, tasks=tasks, is_tasks=True),
        ],
        [a_year(2022, a_row("a", "12", "亿元"))],
    )


def page(by: By | None = None, plan: Plan | None = None) -> list[Block]:
    result = the_result(plan)
    assert result.plan is not None
    return blocks(result, result.plan, 2023, by, EN)


def names(block: Block) -> list[str]:
    """The indicators of the table, then the relations and tasks below it, without the counts."""
    duties = [item.text.partition(": ")[2].partition(" (")[0] for item in block.items[:-1]]
    return [line.cells[0] for line in block.lines] + duties


def test_by_itself_a_page_has_the_core_table_and_the_rest_in_numbers() -> None:
    core, rest, attention = page()
    assert core.heading == ""
    assert [(line.cells[0], line.verdict) for line in core.lines] == [("x", Verdict.ON_TRACK)]
    assert [item.text for item in core.items] == ["indicators 1, judged 1: 1 on track"]
    assert rest.heading == "The rest by goal (--all lists everything)"
    assert rest.lines == ()
    assert [item.text for item in rest.items] == [
        (
            "Grow (G1): indicators 1, judged 1: 1 behind; worst: behind; "
            "relations 1, judged 1: 1 on track; tasks 1, judged 1: 1 missed"
        ),
        (
            "Spend (G2): indicators 2, judged 1: 1 missed; worst: missed; "
            "relations 2, judged 1: 1 missed; tasks 2, judged 1: 1 achieved"
        ),
    ]
    assert attention.heading == "Needs attention"


def test_what_needs_attention_stands_worst_first_and_what_lacks_evidence_last() -> None:
    attention = page()[-1]
    assert [(item.verdict, item.text) for item in attention.items] == [
        (
            Verdict.MISSED,
            "missed: yearly (missed this year's bound by 1)",
        ),
        (
            Verdict.MISSED,
            ("missed: rise (demand; A 2022: 12 100m yuan, 2023: 12 100m yuan)"),
        ),
        (
            Verdict.MISSED,
            (
                "missed (overdue): due (under way; no date in the plan, taken as the end of 2023; "
                "would be shown by: 批复)"
            ),
        ),
        # 400 - 230 = 170 in two years, 30 in the last three.
        (
            Verdict.BEHIND,
            (
                "behind: late (170 short of the 2025 target; needs +85 a year for 2 more, "
                'against +10 a year so far; read as "doubled": behind)'
            ),
        ),
        (
            Verdict.NOT_ASSESSED,
            (
                "not assessed: said (reported as done, without evidence; due by the end of 2025; "
                "would be shown by: 批复)"
            ),
        ),
    ]


def test_what_is_fine_or_unknown_needs_no_attention() -> None:
    relations = {key: RELATIONS[key] for key in ("hold", "words")}
    fine = {"x": INDICATORS["x"], "gone": INDICATORS["gone"]}
    plan = the_plan(fine, relations=relations, tasks={"done": TASKS["done"]})
    tasks = YearFile(
        path="2023.tasks.csv",
        year=2023,
        tasks=(a_task_row(2, "done", Stage.DONE, "Decision 7"),),
        is_tasks=True,
    )
    result = check(plan, [a_year(2023, a_row("x", "320"), a_row("a", "12", "亿元")), tasks])
    assert [block.heading for block in blocks(result, plan, 2023, None, EN)] == [
        "",
        "The rest by goal (--all lists everything)",
    ]


def test_a_core_table_alone_is_all_there_is() -> None:
    plan = a_plan()
    result = check(plan, [a_year(2023, a_row("x", "320"))])
    [core] = blocks(result, plan, 2023, None, EN)
    assert [line.cells[0] for line in core.lines] == ["X"]
    assert [item.text for item in core.items] == ["indicators 1, judged 1: 1 on track"]


def test_a_plan_without_a_core_table_shows_every_indicator() -> None:
    chosen = INDICATORS | {"x": an_x("x", "G1", 1, "goal")}
    shown, rest, attention = page(plan=the_plan(chosen))
    assert [line.cells[0] for line in shown.lines] == ["x", "late", "gone", "yearly"]
    assert [item.text for item in shown.items] == [
        "indicators 4, judged 3: 1 on track, 1 behind, 1 missed; worst: missed"
    ]
    assert [item.text for item in rest.items] == [
        "Grow (G1): relations 1, judged 1: 1 on track; tasks 1, judged 1: 1 missed",
        "Spend (G2): relations 2, judged 1: 1 missed; tasks 2, judged 1: 1 achieved",
    ]
    # What stands in the table is not told twice.
    assert [item.verdict for item in attention.items] == [
        Verdict.MISSED,
        Verdict.MISSED,
        Verdict.NOT_ASSESSED,
    ]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (
            By.GOAL,
            [
                ("Grow (G1)", ["x", "late", "hold", "due"]),
                ("Spend (G2)", ["gone", "yearly", "rise", "words", "said", "done"]),
            ],
        ),
        (
            By.CHAPTER,
            [
                ("Chapter 1", ["x"]),
                ("Chapter 2", ["late", "gone", "due"]),
                ("Chapter 4", ["yearly", "said"]),
                ("Chapter 5", ["words"]),
                ("Chapter 7", ["rise", "hold", "done"]),
            ],
        ),
        (
            By.TIER,
            [
                ("core table", ["x"]),
                ("goal text", ["gone"]),
                ("chapters", ["late"]),
                ("full coverage and yearly demands", ["yearly"]),
                ("relations", ["rise", "hold", "words"]),
                ("tasks", ["due", "said", "done"]),
            ],
        ),
        (
            By.FORM,
            [
                ("level by a year", ["x", "late", "gone"]),
                ("every year", ["yearly"]),
                ("relations", ["rise", "hold", "words"]),
                ("tasks", ["due", "said", "done"]),
            ],
        ),
    ],
)
def test_grouped_a_page_lists_everything_once(
    by: By, expected: list[tuple[str, list[str]]]
) -> None:
    listed = [(block.heading, names(block)) for block in page(by)]
    assert listed == expected
    assert sorted(name for _, group in listed for name in group) == sorted(EVERYTHING)


def test_each_group_ends_with_its_counts() -> None:
    assert [block.items[-1].text for block in page(By.TIER)] == [
        "indicators 1, judged 1: 1 on track",
        "indicators 1, none judged",
        "indicators 1, judged 1: 1 behind; worst: behind",
        "indicators 1, judged 1: 1 missed; worst: missed",
        "relations 3, judged 2: 1 on track, 1 missed",
        "tasks 3, judged 2: 1 achieved, 1 missed",
    ]


def test_relations_and_tasks_are_told_with_what_they_rest_on() -> None:
    relations, tasks = page(By.TIER)[-2:]
    assert [item.text for item in relations.items[1:-1]] == [
        "on track: hold (demand; A 2020: 10 100m yuan, 2023: 12 100m yuan)",
        "not assessed: words (direction; a principle: listed, never judged)",
    ]
    assert tasks.items[2].text == "achieved: done (evidence: Decision 7)"


def chaptered(*chapters: int | str | None) -> Plan:
    """A plan whose first chapter has x, and the others a task each."""
    tasks = {f"t{i}": a_task(**named(f"t{i}", "G1", c)) for i, c in enumerate(chapters)}
    return with_duties(a_plan(an_x("x", "G1", 1, "core")), tasks=tasks)


def headings(plan: Plan) -> list[str]:
    result = check(plan, [a_year(2023, a_row("x", "320"))])
    return [block.heading for block in blocks(result, plan, 2023, By.CHAPTER, EN)]


def test_chapters_stand_as_they_are_counted() -> None:
    assert headings(chaptered(10, 2, 9)) == ["Chapter 1", "Chapter 2", "Chapter 9", "Chapter 10"]


def test_chapters_with_a_name_stand_behind_the_others() -> None:
    first, second, third = headings(chaptered("附则", 2))
    assert (first, second) == ("Chapter 1", "Chapter 2")
    assert "附则" in third


def test_what_another_document_states_has_no_chapter() -> None:
    first, other = headings(chaptered(None))
    assert first == "Chapter 1"
    assert "None" not in other


def test_a_page_is_about_its_year_alone() -> None:
    plan = the_plan()
    result = check(plan, [a_year(2022, a_row("x", "250")), a_year(2023, a_row("x", "320"))])
    verdicts = [
        [line.verdict for line in blocks(result, plan, year, None, EN)[0].lines]
        for year in (2022, 2023)
    ]
    # 50 of 200 in two of five years is a pace of 0.625.
    assert verdicts == [[Verdict.LAGGING], [Verdict.ON_TRACK]]
    for year in (2022, 2023):
        listed = [
            name for block in blocks(result, plan, year, By.GOAL, EN) for name in names(block)
        ]
        assert sorted(listed) == sorted(EVERYTHING)


@pytest.mark.parametrize("by", [None, *By])
@pytest.mark.parametrize("words", [EN, ZH])
def test_text_and_terminal_show_every_block(words: Any, by: By | None) -> None:
    result = the_result()
    assert result.plan is not None
    shown = render(result, Format.TEXT, words, by)
    wide = terminal.render(result, words, by, width=500, colour=False)
    for block in blocks(result, result.plan, 2023, by, words):
        for told in (block.heading, *(item.text for item in block.items)):
            assert told in shown
            assert told in wide
        for line in block.lines:
            assert line.cells[0] in shown
            assert line.remark in shown
            assert line.remark in wide


def counts(**verdicts: int) -> dict[str, int]:
    return dict.fromkeys((verdict.value for verdict in Verdict), 0) | verdicts


def a_rollup(total: int, judged: int, worst: str, **verdicts: int) -> dict[str, Any]:
    return {"total": total, "judged": judged, "worst": worst, "verdicts": counts(**verdicts)}


NONE = a_rollup(0, 0, "not_assessed")


def as_json(result: Result) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(render(result, Format.JSON, EN))
    jsonschema.Draft7Validator(json.loads(result_schema())).validate(content)
    return content


def test_json_counts_the_plan_its_core_table_and_each_goal() -> None:
    whole, core, *goals = as_json(the_result())["rollup"]
    assert whole == {
        "year": 2023,
        "group": "plan",
        "goal": None,
        "region": None,
        "indicators": a_rollup(4, 3, "missed", on_track=1, behind=1, missed=1, not_assessed=1),
        "relations": a_rollup(3, 2, "missed", on_track=1, missed=1, not_assessed=1),
        "tasks": a_rollup(3, 2, "missed", achieved=1, missed=1, not_assessed=1),
    }
    assert core == {
        "year": 2023,
        "group": "core",
        "goal": None,
        "region": None,
        "indicators": a_rollup(1, 1, "on_track", on_track=1),
        "relations": NONE,
        "tasks": NONE,
    }
    assert goals == [
        {
            "year": 2023,
            "group": "goal",
            "goal": "G1",
            "region": None,
            "indicators": a_rollup(2, 2, "behind", on_track=1, behind=1),
            "relations": a_rollup(1, 1, "on_track", on_track=1),
            "tasks": a_rollup(1, 1, "missed", missed=1),
        },
        {
            "year": 2023,
            "group": "goal",
            "goal": "G2",
            "region": None,
            "indicators": a_rollup(2, 1, "missed", missed=1, not_assessed=1),
            "relations": a_rollup(2, 1, "missed", missed=1, not_assessed=1),
            "tasks": a_rollup(2, 1, "achieved", achieved=1, not_assessed=1),
        },
        {
            "year": 2023,
            "group": "goal",
            "goal": "G3",
            "region": None,
            "indicators": NONE,
            "relations": NONE,
            "tasks": NONE,
        },
    ]


def test_json_counts_every_year_apart() -> None:
    result = check(the_plan(), [a_year(2022), a_year(2023, a_row("x", "320"))])
    told = [(r["year"], r["group"], r["indicators"]["judged"]) for r in as_json(result)["rollup"]]
    assert told == [
        *[(2022, group, 0) for group in ("plan", "core", "goal", "goal", "goal")],
        *[(2023, "plan", 1), (2023, "core", 1), (2023, "goal", 1)],
        *[(2023, "goal", 0), (2023, "goal", 0)],
    ]


def test_json_sums_up_the_verdicts_on_indicators_alone() -> None:
    summary = as_json(the_result())["summary"]
    assert summary["verdicts"] == counts(on_track=1, behind=1, missed=1, not_assessed=1)
    assert summary["findings"] == {"error": 1, "warning": 0, "info": 0}  # done without evidence


def a_side(year: int, value: int) -> dict[str, Any]:
    return {
        "id": "a",
        "year": year,
        "value": value,
        "upper": None,
        "qualifier": "exact",
        "printed": str(value),
        "status": None,
        "released": None,
        "basis": None,
    }


def test_json_has_a_relation_with_its_sides() -> None:
    rise, hold, words = as_json(the_result())["relations"]
    assert rise == {
        "relation": "rise",
        "name": "rise",
        "goal": "G2",
        "owner": {"lead": None, "support": [], "provider": None},
        "year": 2023,
        "rule": "rise",
        "strength": "hard",
        "span": "each_year",
        "of": ["a"],
        "than": None,
        "rate": None,
        "verdict": "missed",
        "reason": None,
        "lacking": [],
        "flags": [],
        "sides": [a_side(2022, 12), a_side(2023, 12)],
        "period": {
            "verdict": "missed",
            "reason": None,
            "missed_years": [2023],
            "unknown_years": [2021, 2022],
        },
        "amendments": [],
        "original": None,
    }
    assert (hold["verdict"], hold["span"], hold["period"]) == ("on_track", "period", None)
    assert hold["sides"] == [a_side(2020, 10), a_side(2023, 12)]
    assert (words["verdict"], words["reason"]) == ("not_assessed", "never_judged")
    assert (words["strength"], words["of"], words["sides"]) == ("soft", [], [])


@pytest.mark.parametrize(("rate", "told"), [("7.50", "7.50"), ("", None)])
def test_json_has_the_rate_as_printed(rate: str, told: str | None) -> None:
    relation = a_relation("average_growth", "a", rate=rate, **named("r", "G1", 7))
    plan = the_plan(relations={"r": relation})
    text = render(check(plan, [a_year(2023)]), Format.JSON, EN)
    [found] = json.loads(text, parse_float=str)["relations"]
    assert found["rate"] == told


def test_json_names_what_a_relation_lacks() -> None:
    relation = a_relation("faster_than", "a", than="b", **named("r", "G1", 7))
    plan = the_plan(
        series={"a": a_series(known={2022: "1", 2023: "2"}), "b": a_series()},
        relations={"r": relation},
    )
    [found] = as_json(check(plan, [a_year(2023)]))["relations"]
    assert (found["than"], found["reason"], found["lacking"]) == ("b", "no_reference", ["b"])
    assert [(side["id"], side["year"]) for side in found["sides"]] == [("a", 2022), ("a", 2023)]


def test_json_has_a_task_with_what_was_reported() -> None:
    due, said, done = as_json(the_result())["tasks"]
    assert due == {
        "task": "due",
        "name": "due",
        "goal": "G1",
        "owner": {"lead": None, "support": [], "provider": None},
        "year": 2023,
        "due": 2023,
        "due_reading": "assumed",
        "yearly": False,
        "verdict": "missed",
        "reason": None,
        "overdue": True,
        "stage": "under_way",
        "reported_in": 2023,
        "evidence": None,
        "expected_evidence": "批复",
        "note": None,
        "amendments": [],
        "original": None,
    }
    assert (said["verdict"], said["reason"], said["stage"]) == (
        "not_assessed",
        "no_evidence",
        "done",
    )
    assert (said["due"], said["due_reading"], said["overdue"]) == (2025, "printed", False)
    assert (done["verdict"], done["evidence"]) == ("achieved", "Decision 7")


def test_json_has_a_task_that_nobody_reported_on() -> None:
    result = check(the_plan(), [a_year(2023)])
    due = as_json(result)["tasks"][0]
    assert (due["verdict"], due["reason"]) == ("not_assessed", "not_reported")
    assert (due["stage"], due["reported_in"], due["evidence"]) == (None, None, None)


def as_rows(result: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render(result, Format.CSV, EN))))


def filled(row: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in row.items() if value}


def test_csv_has_a_row_for_every_indicator_reading_relation_and_task() -> None:
    assert [(row["type"], row["indicator"]) for row in as_rows(the_result())] == [
        ("indicator", "x"),
        ("indicator", "late"),
        ("reading", "late"),
        ("indicator", "gone"),
        ("indicator", "yearly"),
        ("relation", "rise"),
        ("relation", "hold"),
        ("relation", "words"),
        ("task", "due"),
        ("task", "said"),
        ("task", "done"),
    ]


def test_csv_has_relations_with_what_they_rest_on() -> None:
    rows = [filled(row) for row in as_rows(the_result()) if row["type"] == "relation"]
    assert rows == [
        {
            "type": "relation",
            "indicator": "rise",
            "name": "rise",
            "year": "2023",
            "verdict": "missed",
            "form": "rise",
            "period_verdict": "missed",
            "missed_years": "2023",
            "inputs": "a@2022=12 a@2023=12",
        },
        {
            "type": "relation",
            "indicator": "hold",
            "name": "hold",
            "year": "2023",
            "verdict": "on_track",
            "form": "not_fall",
            "inputs": "a@2020=10 a@2023=12",
        },
        {
            "type": "relation",
            "indicator": "words",
            "name": "words",
            "year": "2023",
            "verdict": "not_assessed",
            "reason": "never_judged",
            "form": "statement",
        },
    ]


def test_csv_has_the_rate_of_a_relation() -> None:
    relation = a_relation("average_growth", "a", rate="7.50", **named("r", "G1", 7))
    plan = the_plan(relations={"r": relation}, tasks={})
    result = check(plan, [a_year(2021, a_row("a", "10.75", "亿元"))])
    row = as_rows(result)[-1]
    assert (row["target"], row["inputs"]) == ("7.50", "a@2020=10 a@2021=10.75")
    assert (row["verdict"], row["period_verdict"]) == ("achieved", "on_track")


def test_csv_tells_a_bound_from_a_figure() -> None:
    plan = the_plan(relations={"rise": RELATIONS["rise"]}, tasks={})
    inputs = [
        as_rows(check(plan, [a_year(2021, a_row("a", value, "亿元"))]))[-1]["inputs"]
        for value in ("12", ">=12", "<12", "12..13")
    ]
    assert len(set(inputs)) == 4


def test_csv_has_tasks_with_their_stage_and_evidence() -> None:
    rows = [filled(row) for row in as_rows(the_result()) if row["type"] == "task"]
    common = {"type": "task", "year": "2023"}
    assert rows == [
        common
        | {
            "indicator": "due",
            "name": "due",
            "verdict": "missed",
            "target_year": "2023",
            "printed": "under_way",
        },
        common
        | {
            "indicator": "said",
            "name": "said",
            "verdict": "not_assessed",
            "reason": "no_evidence",
            "target_year": "2025",
            "printed": "done",
        },
        common
        | {
            "indicator": "done",
            "name": "done",
            "verdict": "achieved",
            "target_year": "2025",
            "printed": "done",
            "source": "Decision 7",
        },
    ]


def test_csv_has_a_reading_that_can_be_redone() -> None:
    row = filled(as_rows(the_result())[2])
    expected = {
        "type": "reading",
        "indicator": "late",
        "reading": "twice",
        "year": "2023",
        "verdict": "behind",
        "form": "by_year",
        "kind": "count",
        "better": "higher",
        "baseline_year": "2020",
        "baseline": "200",
        "target_year": "2025",
        "bound": "at_least",
        "target": "400",
        "actual_year": "2023",
        "actual": "230",
        "qualifier": "exact",
        "printed": "230",
        "share": "0.15",
        "elapsed": "0.6",
        "pace": "0.25",
        "distance": "170",
        "needed_per_year": "85",
        "achieved_per_year": "10",
    }
    assert {name: row.get(name) for name in expected} == expected
    share = (Decimal(row["actual"]) - 200) / (Decimal(row["target"]) - 200)
    assert share == Decimal(row["share"])


def test_csv_leaves_no_formula_in_what_was_reported() -> None:
    plan = the_plan(tasks={"done": TASKS["done"]})
    rows = (a_task_row(2, "done", Stage.DONE, "=1+1"),)
    file = YearFile(path="2023.tasks.csv", year=2023, tasks=rows, is_tasks=True)
    assert as_rows(check(plan, [file]))[-1]["source"] == "'=1+1"
