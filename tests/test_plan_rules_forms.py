"""Rules of the plan about forms, series, relations, subsets and tasks: each told where it is."""

from decimal import Decimal
from typing import Any

import pytest

from jdzplan.findings import Finding, Place
from jdzplan.plan import Indicator, Plan
from jdzplan.rules.plan_rules import check_plan
from jdzplan.rules.task_rules import task_names_of
from jdzplan.wording.en import EN
from jdzplan.wording.sentences import message
from tests.builders import a_plan, a_target, an_indicator
from tests.duties import a_relation, a_series, a_task, with_duties

BOUND = "at_least 5"


def told(plan: Plan, *, strict: bool = False) -> list[tuple[str, str]]:
    problems = check_plan(plan, strict=strict)
    return [(rule.code, ".".join(map(str, where))) for rule, where, _ in problems]


def with_target(target: dict[str, Any], **more: Any) -> Indicator:
    return an_indicator("1", target, **({"kind": "measured"} | more))


def members(*names: str) -> dict[str, Any]:
    return {name: {"zh": name} for name in names}


@pytest.mark.parametrize(
    ("form", "keys", "at"),
    [
        ("by_year", {"first": 2021}, "target.first"),
        ("by_year", {"figures": "flows"}, "target.figures"),
        ("every_year", {"by": 2023}, "target.by"),
        ("every_year", {"times_baseline": True}, "target.times_baseline"),
        ("cumulative", {"figures": "flows", "last": 2023}, "target.last"),
        ("cumulative", {"figures": "flows", "times_baseline": True}, "target.times_baseline"),
        ("cumulative", {"figures": "rates"}, "target.figures"),
        ("cumulative_reduction", {"figures": "flows"}, "target.figures"),
        ("average_growth", {"figures": "running"}, "target.figures"),
        ("average_growth", {"figures": "levels", "first": 2021}, "target.first"),
        ("named_set", {"figures": "flows"}, "target.figures"),
    ],
)
def test_a_form_has_no_use_for_some_keys(form: str, keys: dict[str, Any], at: str) -> None:
    plan = a_plan(with_target(a_target(BOUND, form=form, **keys)))
    assert told(plan) == [("JDZ115", f"indicators.x.{at}")]


@pytest.mark.parametrize(
    ("bound", "better", "key"),
    [
        ("at_most 5", "lower", "at_most"),
        ("less_than 5", "lower", "less_than"),
        ("between 5 6", "within", "between"),
    ],
)
def test_a_total_is_reached_from_below(bound: str, better: str, key: str) -> None:
    target = a_target(bound, form="cumulative", figures="flows")
    plan = a_plan(with_target(target, better=better))
    assert told(plan) == [("JDZ115", f"indicators.x.target.{key}")]


@pytest.mark.parametrize(
    "target",
    [
        a_target(BOUND, form="cumulative", figures="running"),
        a_target(BOUND, form="cumulative_reduction", figures="levels"),
        a_target(BOUND, form="average_growth", figures="rates"),
        {"form": "average_growth", "figures": "levels"},
        a_target("at_least 1", form="named_set"),
        a_target("at_least 2", times_baseline=True),
    ],
)
def test_every_form_can_be_written(target: dict[str, Any]) -> None:
    assert told(a_plan(with_target(target))) == []


def test_members_belong_to_a_named_set() -> None:
    assert told(a_plan(an_indicator(members=members("a")))) == [("JDZ115", "indicators.x.members")]


def test_a_reading_follows_the_same_rules() -> None:
    reading = {"name": {"zh": "读法"}, "target": a_target("at_most 5", by=2030)}
    plan = a_plan(an_indicator(readings={"other": reading}))
    assert told(plan) == [
        ("JDZ108", "indicators.x.better"),
        ("JDZ111", "indicators.x.readings.other.target.by"),
    ]


@pytest.mark.parametrize(
    ("parts", "at"),
    [
        ({"series": {"s": a_series(formula="x / nothing")}}, "series.s.formula"),
        ({"relations": {"r": a_relation("rise", "x", "nothing")}}, "relations.r.of.1"),
        (
            {"relations": {"r": a_relation("faster_than", "x", than="nothing")}},
            "relations.r.than",
        ),
        (
            {"subsets": [{"part": "nothing", "whole": "x", "source": {"chapter": 1}}]},
            "subsets.0.part",
        ),
        (
            {"subsets": [{"part": "x", "whole": "nothing", "source": {"chapter": 1}}]},
            "subsets.0.whole",
        ),
    ],
)
def test_every_reference_leads_somewhere(parts: dict[str, Any], at: str) -> None:
    plan = with_duties(**parts)
    assert told(plan) == [("JDZ116", at)]


def test_a_reading_is_filed_as_something() -> None:
    reading = {"name": {"zh": "新建"}, "filed_as": "built", "target": a_target(BOUND)}
    plan = a_plan(an_indicator(readings={"new": reading}))
    assert told(plan) == [("JDZ116", "indicators.x.readings.new.filed_as")]
    assert told(with_duties(plan, series={"built": a_series("户", kind="count")})) == []
    in_tons = with_duties(plan, series={"built": a_series("吨")})
    assert told(in_tons) == [("JDZ118", "indicators.x.readings.new.filed_as")]


@pytest.mark.parametrize(
    ("formulas", "at"),
    [
        ({"a": "a + 1"}, ["a"]),
        ({"a": "b", "b": "a"}, ["a", "b"]),
        ({"a": "b", "b": "c", "c": "a * 2"}, ["a", "b", "c"]),
        ({"a": "b", "b": "b"}, ["b"]),
        ({"a": "b +"}, ["a"]),
        ({"a": "x / 2", "b": "a / x"}, []),
    ],
)
def test_no_formula_needs_its_own_result(formulas: dict[str, str], at: list[str]) -> None:
    names = {"a", "b", "c"}
    series = {n: a_series(formula=formulas.get(n), name={"zh": n * 2}) for n in sorted(names)}
    assert told(with_duties(series=series)) == [("JDZ117", f"series.{n}.formula") for n in at]


def test_printed_values_are_held_against_the_formula() -> None:
    share = an_indicator("2.30", "at_least 2.5", kind="measured", unit="%", formula="a / b * 100")
    values = {"a": a_series(known={2020: "21.01"}), "b": a_series(known={2020: "957.14"})}
    assert told(with_duties(a_plan(share), series=values)) == [
        ("JDZ405", "indicators.x.baseline.2020")
    ]
    fits = share.model_copy(update={"baseline": {2020: Decimal("2.20")}})
    assert told(with_duties(a_plan(fits), series=values)) == []
    known = {"c": a_series("%", known={2020: "2.30"}, formula="a / b * 100", name={"zh": "比"})}
    assert told(with_duties(series=values | known)) == [("JDZ405", "series.c.known.2020")]


@pytest.mark.parametrize("rule", ["more_than", "at_least_ratio"])
def test_what_is_compared_has_one_unit(rule: str) -> None:
    rate = {"rate": "50"} if rule == "at_least_ratio" else {}
    relation = a_relation(rule, "a", "b", than="c", **rate)
    series = {"a": a_series("亿元"), "b": a_series("家"), "c": a_series("亿元")}
    plan = with_duties(series=series, relations={"r": relation})
    assert told(plan) == [("JDZ118", "relations.r.of.1")]


def test_a_part_is_counted_as_its_whole_is() -> None:
    subset = {"part": "a", "whole": "x", "source": {"chapter": 1}}
    plan = with_duties(series={"a": a_series("万家")}, subsets=[subset])
    assert told(plan) == [("JDZ118", "subsets.0.part")]


@pytest.mark.parametrize(
    ("relation", "keys"),
    [
        (a_relation("rise"), ["of"]),
        (a_relation("rise", "x", than="x"), ["than"]),
        (a_relation("rise", "x", rate="5"), ["rate"]),
        (a_relation("faster_than", "x"), ["than"]),
        (a_relation("average_growth", "x"), ["rate"]),
        (a_relation("at_least_ratio", "x"), ["than", "rate"]),
        (a_relation("statement", "x"), ["of"]),
        (a_relation("statement"), []),
        (a_relation("average_growth", "x", rate=""), []),
    ],
)
def test_a_relation_has_what_its_rule_needs(relation: Any, keys: list[str]) -> None:
    plan = with_duties(relations={"r": relation})
    problems = check_plan(plan)
    assert [(rule.code, params["key"]) for rule, _, params in problems] == [
        ("JDZ119", key) for key in keys
    ]


def test_only_ranks_move_up() -> None:
    relation = a_relation("any_improves", "x", span="period")
    assert told(with_duties(relations={"r": relation})) == [("JDZ119", "relations.r.of.0")]


def test_goals_of_relations_and_tasks_are_listed() -> None:
    plan = with_duties(
        relations={"r": a_relation("rise", "x", goal="G7")}, tasks={"t": a_task(goal="G8")}
    )
    assert told(plan) == [("JDZ109", "relations.r.goal"), ("JDZ109", "tasks.t.goal")]


def test_names_of_series_and_of_tasks_are_their_own() -> None:
    series = {"s": a_series(name={"zh": "甲"}), "t": a_series(aliases=["X"])}
    tasks = {"a": a_task(), "b": a_task(name={"zh": "任 务"})}
    assert told(with_duties(series=series, tasks=tasks)) == [
        ("JDZ110", "series.s.name.zh"),
        ("JDZ110", "series.t.aliases.0"),
        ("JDZ110", "tasks.b.name.zh"),
    ]


def test_a_task_is_due_within_the_plan() -> None:
    plan = with_duties(tasks={"t": a_task(due=2026), "u": a_task(due=2021, name={"zh": "丙"})})
    assert told(plan) == [("JDZ111", "tasks.t.due")]


def test_gaps_of_the_dictionary_are_listed_when_asked_for() -> None:
    whole: dict[str, Any] = {
        "definition": {"zh": "定义"},
        "frequency": {"zh": "年度"},
        "publication_lag": {"zh": "10个月"},
        "provider": "统计局",
    }
    plan = with_duties(
        a_plan(an_indicator(**whole)), series={"s": a_series("%", provider="财政局")}
    )
    assert told(plan) == []
    ((rule, where, params),) = check_plan(plan, strict=True)
    assert (rule.code, where) == ("JDZ120", ("series", "s"))
    assert params["lacking"] == ("definition", "formula", "frequency", "publication_lag")


def test_a_formula_that_ends_early_is_not_told_with_empty_quotes() -> None:
    plan = with_duties(series={"s": a_series(formula="x +")})
    for rule, _, params in check_plan(plan):
        assert '""' not in "".join(message(Finding(rule=rule, place=Place("p"), params=params), EN))


def test_a_bound_of_zero_is_a_bound() -> None:
    target = a_target("at_most 0", form="cumulative", figures="flows")
    plan = a_plan(an_indicator(None, target, better="lower"))
    assert told(plan) == [("JDZ115", "indicators.x.target.at_most")]


def test_members_are_told_once_with_the_indicators_form() -> None:
    reading = {"name": {"zh": "读法"}, "target": a_target(form="every_year")}
    plan = a_plan(an_indicator(members={"a": {"zh": "子"}}, readings={"r": reading}))
    assert [(r.code, p["form"]) for r, _, p in check_plan(plan)] == [("JDZ115", "by_year")]


def test_a_tasks_name_is_not_another_tasks_id() -> None:
    plan = with_duties(
        tasks={"t1": a_task(name={"zh": "子"}), "t2": a_task(name={"zh": "丑", "en": "T1"})}
    )
    assert task_names_of(plan).find("t1") == "t1" or told(plan)
    assert told(plan) == [("JDZ110", "tasks.t2.name.en")]


def test_lacking_stands_in_the_order_of_the_record() -> None:
    plan = with_duties(a_plan(an_indicator(unit="%", definition={"zh": "定义"})))
    [(_, _, p)] = check_plan(plan, strict=True)
    assert p["lacking"] == ("formula", "frequency", "publication_lag", "provider")


def test_a_formula_without_a_name_computes_nothing_and_is_told() -> None:
    assert told(with_duties(series={"s": a_series(formula="1 + 2")})) == [
        ("JDZ117", "series.s.formula")
    ]


@pytest.mark.parametrize(
    ("target", "baseline", "field"),
    [
        (a_target(BOUND, form="cumulative"), None, "figures"),
        (a_target(BOUND, form="average_growth", figures="levels"), None, "baseline"),
        (a_target(BOUND, form="cumulative_reduction", figures="levels"), None, "baseline"),
        (a_target("at_least 2", times_baseline=True), None, "baseline"),
        ({"form": "named_set"}, None, "members"),
        (a_target(BOUND, form="average_growth", figures="rates"), None, None),
        (a_target(BOUND, form="cumulative", figures="running"), None, None),
    ],
)
def test_what_can_never_be_judged_is_told_with_the_plan(
    target: dict[str, Any], baseline: str | None, field: str | None
) -> None:
    problems = check_plan(a_plan(an_indicator(baseline, target, kind="measured")))
    assert [(rule.code, params["field"]) for rule, _, params in problems] == (
        [("JDZ121", field)] if field else []
    )


def test_a_set_asks_for_no_more_than_its_members() -> None:
    target = a_target("at_least 3", form="named_set")
    plan = a_plan(an_indicator(None, target, members=members("a", "b")))
    assert told(plan) == [("JDZ115", "indicators.x.target")]


@pytest.mark.parametrize(("stretch", "is_wrong"), [("3", False), ("2", True), ("1", True)])
def test_a_stretch_lies_beyond_the_bound(stretch: str, *, is_wrong: bool) -> None:
    target = a_target("at_least 2", form="every_year", stretch=stretch)
    found = told(a_plan(an_indicator(None, target)))
    assert found == ([("JDZ115", "indicators.x.target.stretch")] if is_wrong else [])


def test_nothing_is_a_part_of_itself() -> None:
    plan = with_duties(subsets=[{"part": "x", "whole": "x", "source": {"chapter": 1}}])
    assert told(plan) == [("JDZ115", "subsets.0.whole")]


@pytest.mark.parametrize("rule", ["not_fall", "rise"])
def test_a_rank_does_not_rise_to_be_better(rule: str) -> None:
    rank = an_indicator("2", "at_most 2", kind="rank", better="lower", unit="位")
    plan = with_duties(a_plan(rank), relations={"r": a_relation(rule, "x")})
    assert told(plan) == [("JDZ119", "relations.r.of.0")]
    assert told(with_duties(a_plan(rank), relations={"r": a_relation("not_rise", "x")})) == []


def test_parts_and_wholes_of_other_years_say_nothing() -> None:
    subset = {"part": "a", "whole": "x", "source": {"chapter": 1}}
    part = a_series("家", kind="count", known={2019: "900"})
    assert told(with_duties(series={"a": part}, subsets=[subset])) == []
