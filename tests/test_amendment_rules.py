"""What is wrong with an amendment, and where: tables of accepted and rejected ones."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from jdzplan.catalogue import Rule
from jdzplan.plan import Change, Plan
from jdzplan.rules.plan_rules import check_plan
from tests.builders import a_plan, a_target, an_indicator
from tests.duties import a_relation, a_series, a_task, amend, an_amendment, with_duties

C = ("amendments", 0, "changes", 0)


def a_whole_plan() -> Plan:
    """A target, a reading, a yearly rule, a set, relations and tasks."""
    reading = {"name": {"en": "Double"}, "target": a_target("at_least 2", times_baseline=True)}
    plan = a_plan(
        an_indicator(readings={"double": reading}),
        yearly=an_indicator(
            None, a_target("at_least 2", form="every_year", stretch="3"), name={"en": "Yearly"}
        ),
        set=an_indicator(
            None,
            {"form": "named_set"},
            name={"en": "Set"},
            members={"a": {"en": "A"}, "b": {"en": "B"}},
        ),
        soon=an_indicator(target=a_target(by=2022), name={"en": "Soon"}),
    )
    plan = with_duties(
        plan,
        series={"a": a_series()},
        relations={
            "growth": a_relation("average_growth", "a", rate="", span="period"),
            "rise": a_relation("rise", "a"),
        },
        tasks={"t": a_task(due=2022), "each": a_task(yearly=True, name={"en": "Each year"})},
    )
    head = plan.plan.model_copy(update={"issued": date(2022, 6, 20)})
    return plan.changed(plan=head)


def change(thing: str, before: dict[str, Any], after: dict[str, Any], **more: Any) -> Any:
    """A change of `x`, `x/double`, `relation growth` or `task t`."""
    kind, _, name = thing.rpartition(" ")
    name, _, reading = name.partition("/")
    named = {kind or "indicator": name} | ({"reading": reading} if reading else {})
    return {**named, "from": before, "to": after, **more}


def problems(*amendments: Any) -> list[tuple[Rule, Any, dict[str, object]]]:
    return check_plan(amend(a_whole_plan(), *amendments))


@pytest.mark.parametrize(
    ("decided", "told"),
    [
        ("2022-06-20", change("x", {"at_least": 400}, {"at_least": 320})),
        ("2025-12-31", change("x", {"at_least": 400}, {"more_than": 320})),
        ("2023-01-01", change("x", {"at_least": 400, "by": 2025}, {"at_least": 320})),
        ("2023-01-01", change("x", {"at_least": 400, "by": 2025}, {"at_least": 320, "by": 2024})),
        (
            "2023-01-01",
            change("x/double", {"at_least": 2, "times_baseline": True}, {"at_least": 350}),
        ),
        ("2023-01-01", change("yearly", {"last": 2025}, {"last": 2023})),
        ("2023-01-01", change("yearly", {"stretch": 3}, {"stretch": 4})),
        ("2023-01-01", change("set", {}, {"at_least": 1})),
        ("2022-07-01", change("soon", {"by": 2022}, {"by": 2024})),
        ("2024-07-01", change("soon", {"by": 2022}, {"by": 2024})),
        ("2023-01-01", change("relation growth", {}, {"rate": 14})),
        ("2023-01-01", change("relation growth", {"rate": None}, {"rate": 14})),
        ("2023-01-01", change("task t", {"due": 2022}, {"due": 2023})),
        ("2023-01-01", change("task t", {}, {"withdrawn": True})),
        ("2023-01-01", change("task t", {"due": 2022}, {"withdrawn": True})),
        ("2023-01-01", change("task each", {}, {"withdrawn": True})),
    ],
)
def test_an_amendment_that_fits_is_accepted(decided: str, told: Any) -> None:
    assert problems(an_amendment(decided, told)) == []


@pytest.mark.parametrize(
    ("told", "where", "params"),
    [
        (change("y", {}, {"at_least": 1}), "indicator", {"found": "y"}),
        (change("yearl", {}, {"at_least": 1}), "indicator", {"near": "yearly"}),
        (change("x/doubl", {}, {"at_least": 1}), "reading", {"found": "doubl", "near": "double"}),
        (change("y/double", {}, {"at_least": 1}), "indicator", {"found": "y"}),
        (change("relation x", {}, {"rate": 1}), "relation", {"found": "x"}),
        (change("task each", {}, {"withdrawn": True}), "task", {"kind": "withdrawn"}),
    ],
)
def test_what_the_plan_does_not_have_cannot_be_amended(
    told: Any, where: str, params: dict[str, object]
) -> None:
    earlier = an_amendment("2022-07-01", change("task each", {}, {"withdrawn": True}))
    [(rule, at, said)] = problems(an_amendment("2023-01-01", told), earlier)
    assert (rule, at) == (Rule.AMENDMENT_UNKNOWN, (*C, where))
    assert said.items() >= params.items()


@pytest.mark.parametrize(
    ("told", "at", "found", "expected"),
    [
        (
            change("x", {"at_least": 390}, {"at_least": 320}),
            "from",
            "{at_least: 390}",
            "{at_least: 400}",
        ),
        (
            change("x", {"more_than": 400}, {"at_least": 320}),
            "from",
            "{more_than: 400}",
            "{at_least: 400}",
        ),
        (change("x", {}, {"at_least": 320}), None, "{}", "{at_least: 400}"),
        (
            change("x", {"at_least": 400}, {"at_least": 320, "by": 2024}),
            "from",
            "{at_least: 400}",
            "{at_least: 400, by: 2025}",
        ),
        (
            change("x", {"at_least": 400, "by": 2024}, {"at_least": 320}),
            "from",
            "{at_least: 400, by: 2024}",
            "{at_least: 400, by: 2025}",
        ),
        (
            change("x/double", {"at_least": 2}, {"at_least": 350}),
            "from",
            "{at_least: 2}",
            "{at_least: 2, times_baseline: true}",
        ),
        (change("set", {"between": [1, 2]}, {"at_least": 1}), "from", "{between: [1, 2]}", "{}"),
        (change("relation growth", {"rate": 12}, {"rate": 14}), "from", "{rate: 12}", "{}"),
        (change("task t", {"due": 2023}, {"due": 2024}), "from", "{due: 2023}", "{due: 2022}"),
        (change("task t", {"withdrawn": True}, {"due": 2024}), "from", None, None),
    ],
)
def test_from_is_checked_against_what_was_in_force(
    told: Any, at: str | None, found: str | None, expected: str | None
) -> None:
    [(rule, where, said)] = problems(an_amendment("2023-01-01", told))
    assert (rule, where) == (Rule.AMENDMENT_DIFFERS, (*C, at) if at else C)
    assert found is None or said == {"found": found, "expected": expected}


def test_the_second_amendment_starts_from_the_first() -> None:
    first = an_amendment("2022-07-01", change("x", {"at_least": 400}, {"at_least": 360}))
    second = an_amendment("2023-07-01", change("x", {"at_least": 360}, {"at_least": 320}))
    late = an_amendment("2023-07-01", change("x", {"at_least": 400}, {"at_least": 320}))
    assert problems(first, second) == problems(second, first) == []
    assert [(r.code, at) for r, at, _ in problems(first, late)] == [
        ("JDZ123", ("amendments", 1, "changes", 0, "from"))
    ]


def test_one_thing_is_amended_once_a_day() -> None:
    by = change("x", {"by": 2025}, {"by": 2024})
    lower = change("x", {"at_least": 400}, {"at_least": 320})
    together = change("x", {"at_least": 400, "by": 2025}, {"at_least": 320, "by": 2024})
    assert problems(an_amendment("2023-07-01", together)) == []
    [(rule, at, said)] = problems(an_amendment("2023-07-01", lower), an_amendment("2023-07-01", by))
    assert (rule, at) == (Rule.AMENDMENT_TWICE, ("amendments", 1, "changes", 0))
    assert said["found"] == "x"
    assert [r for r, _, _ in problems(an_amendment("2023-07-01", lower, by))] == [rule]
    reading = change("x/double", {"at_least": 2, "times_baseline": True}, {"at_least": 350})
    assert problems(an_amendment("2023-07-01", lower, reading)) == []


@pytest.mark.parametrize(
    ("decided", "told", "at", "params"),
    [
        ("2022-06-19", change("x", {"by": 2025}, {"by": 2024}), "decided", {}),
        (
            "2026-01-01",
            change("x", {"by": 2025}, {"by": 2024}),
            "decided",
            {"kind": "after_plan", "limit": 2025},
        ),
        (
            "2023-01-01",
            change("soon", {"at_least": 400}, {"at_least": 320}),
            None,
            {"kind": "too_late", "limit": 2022},
        ),
        (
            "2024-01-01",
            change("soon", {"by": 2022}, {"by": 2023}),
            None,
            {"kind": "too_late", "limit": 2023},
        ),
        ("2024-01-01", change("yearly", {"last": 2025}, {"last": 2023}), None, {"limit": 2023}),
        ("2024-01-01", change("task t", {"due": 2022}, {"due": 2023}), None, {"limit": 2023}),
    ],
)
def test_a_decision_has_its_time(
    decided: str, told: Any, at: str | None, params: dict[str, object]
) -> None:
    [(rule, where, said)] = problems(an_amendment(decided, told))
    assert (rule, where) == (Rule.AMENDMENT_DATE, ("amendments", 0, at) if at else C)
    assert said.items() >= params.items()


@pytest.mark.parametrize(
    ("told", "where", "key"),
    [
        (change("x", {}, {"rate": 5}), ("to", "rate"), "rate"),
        (change("relation growth", {}, {"at_least": 5}), ("to", "bound"), "bound"),
        (change("task each", {}, {"due": 2023}), ("to", "due"), "due"),
        (change("task t", {}, {"by": 2023}), ("to", "by"), "by"),
    ],
)
def test_some_keys_cannot_be_amended(told: Any, where: tuple[str, ...], key: str) -> None:
    [(rule, at, said)] = problems(an_amendment("2023-01-01", told))
    assert (rule, at, said["key"]) == (Rule.AMENDMENT_CONFLICT, (*C, *where), key)


@pytest.mark.parametrize(
    "told",
    [
        change("x", {"at_least": 400}, {"at_least": 400}),
        change("x", {"at_least": 400, "by": 2025}, {"by": 2025}),
        change("x", {}, {}),
    ],
)
def test_a_change_changes_something(told: Any) -> None:
    [(rule, at, said)] = problems(an_amendment("2023-01-01", told))
    assert (rule, at, said["kind"]) == (Rule.AMENDMENT_CONFLICT, (*C, "to"), "same")


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        (change("x", {"at_least": 400}, {"at_most": 320}), ["JDZ108"]),
        (change("x", {"by": 2025}, {"by": 2026}), ["JDZ111"]),
        (change("x", {}, {"last": 2024}), ["JDZ115"]),
        (change("set", {}, {"at_least": 3}), ["JDZ115"]),
        (change("yearly", {"at_least": 2}, {"at_least": 3}), ["JDZ115"]),
        (change("relation rise", {}, {"rate": 3}), ["JDZ119"]),
    ],
)
def test_the_plan_as_amended_must_be_in_order(told: Any, codes: list[str]) -> None:
    found = problems(an_amendment("2023-01-01", told))
    assert [rule.code for rule, _, _ in found] == codes
    assert found[-1][1] == ("amendments", 0)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"to": {"by": 2024}}, "one_thing"),
        ({"indicator": "x", "task": "t", "to": {"by": 2024}}, "one_thing"),
        ({"task": "t", "reading": "double", "to": {"due": 2024}}, "one_thing"),
        ({"indicator": "x", "to": {"at_least": 1, "at_most": 2}}, "one_bound"),
        ({"indicator": "x", "to": {"times_baseline": True}}, "one_bound"),
        ({"indicator": "x", "to": {"between": [2, 1]}}, "empty_band"),
        ({"indicator": "x", "to": {"baseline": {2020: 3}}}, "extra_forbidden"),
        ({"indicator": "x"}, "missing"),
    ],
)
def test_a_change_names_one_thing_and_one_bound(told: Any, kind: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Change.model_validate(told)
    assert [error["type"] for error in refused.value.errors()] == [kind]
