"""Revised baselines: the verdict on the printed one stands, the one on the revision beside it."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from jdzplan.catalogue import Rule
from jdzplan.judging.assessment import Assessment
from jdzplan.judging.beside import assess_in_force
from jdzplan.judging.in_force import Versions
from jdzplan.plan import Indicator, Plan, Revision
from jdzplan.rules.plan_rules import check_plan
from tests.builders import a_plan, a_target, actuals_for, an_indicator, in_words
from tests.duties import (
    Values,
    a_relation,
    a_revision,
    a_series,
    amend,
    an_amendment,
    with_duties,
)


def revise(plan: Plan, *revisions: Revision) -> Plan:
    return plan.changed(revisions=revisions)


def judged(plan: Plan, year: int, values: Values, **more: Any) -> Assessment:
    return assess_in_force(Versions(plan), "x", year, {"x": actuals_for(values, **more)})


def both(assessment: Assessment) -> tuple[str, str | None]:
    """The verdict in force, and the one on the revised baseline."""
    revised = assessment.revised
    return in_words(assessment), in_words(revised) if revised else None


LEVELS: dict[str, Any] = {"kind": "measured"}


@pytest.mark.parametrize(
    ("indicator", "to", "values", "expected", "target"),
    [
        pytest.param(  # 120 of 200 up is .6 / .6; 100 of 180 is .556 / .6 = .93
            an_indicator(), "220", {2023: "320"}, ("on_track", "lagging"), 400, id="absolute"
        ),
        pytest.param(  # of 220 to 440 it is .4545 / .6 = .76
            an_indicator(target=a_target("at_least 2", times_baseline=True)),
            "220",
            {2023: "320"},
            ("on_track", "lagging"),
            440,
            id="a multiple follows",
        ),
        pytest.param(
            an_indicator(target=a_target("at_least 2", times_baseline=True)),
            "220",
            {2025: "430"},
            ("achieved", "missed"),
            440,
            id="a multiple in its year",
        ),
        pytest.param(  # 1.1^5 of 100 is 161.051, of 120 it is 193.2612
            an_indicator(
                "100",
                a_target("at_least 10", form="average_growth", figures="levels"),
                **LEVELS,
            ),
            "120",
            {2025: "170"},
            ("achieved", "missed"),
            "193.2612",
            id="growth follows",
        ),
        pytest.param(  # 18 % down from 100 is 82; from 90 it is 73.8, and 80 is 11.1 % down
            an_indicator(
                "100",
                a_target("at_least 18", form="cumulative_reduction", figures="levels"),
                **LEVELS,
            ),
            "90",
            {2025: "80"},
            ("achieved", "missed"),
            18,
            id="a reduction is reckoned from it",
        ),
        pytest.param(  # the revised baseline has met the target, and it is not met now
            an_indicator("60", "at_least 65", **LEVELS),
            "66",
            {2023: "63.2"},
            ("on_track", "regressed"),
            65,
            id="nothing left to climb",
        ),
    ],
)
def test_the_verdict_on_the_revised_baseline_stands_beside(
    indicator: Indicator, to: str, values: Values, expected: tuple[str, str], target: str | int
) -> None:
    assert indicator.start is not None
    year, printed = max(values), str(indicator.start[1])
    found = judged(revise(a_plan(indicator), a_revision(printed, to)), year, values)
    before, after = both(found)
    assert (before.partition(" ")[0], after and after.partition(" ")[0]) == expected
    assert found.revised is not None
    assert found.revised.target.bound is not None
    assert found.revised.target.bound[1] == Decimal(target)
    assert [each.document for each in found.revisions] == ["Census 2021"]


@pytest.mark.parametrize(
    "target",
    [
        a_target("at_least 50", form="cumulative", figures="flows"),
        a_target("at_least 2", form="every_year"),
        a_target("at_least 10", form="average_growth", figures="rates"),
    ],
    ids=["a total", "every year", "growth from rates"],
)
def test_what_does_not_start_from_the_baseline_has_one_verdict(target: dict[str, Any]) -> None:
    plan = revise(a_plan(an_indicator("200", target)), a_revision("200", "220"))
    found = judged(plan, 2021, {2021: "12"})
    assert found.revised is None
    assert len(found.revisions) == 1


def test_the_last_revision_counts_whatever_their_order_and_the_year() -> None:
    later, first = a_revision("210", "220", "2024-03-01"), a_revision("200", "210")
    for revisions in ((later, first), (first, later)):
        found = judged(revise(a_plan(), *revisions), 2022, {2022: "280"})
        assert found.baseline == (2020, Decimal(200))
        assert found.revised is not None
        assert found.revised.baseline == (2020, Decimal(220))
        assert [each.document for each in found.revisions] == ["Census 2021", "Census 2024"]


def test_the_revised_verdict_is_on_the_target_in_force_and_the_original_on_what_was_printed() -> (
    None
):
    # 270: of 200 to 320 .583 / .6 = .97; of 220 to 320 .5 / .6 = .83; of 200 to 400 .58
    lowered = {"indicator": "x", "from": {"at_least": 400}, "to": {"at_least": 320}}
    plan = amend(a_plan(), an_amendment("2023-05-01", lowered))
    found = judged(revise(plan, a_revision("200", "220")), 2023, {2023: "270"})
    assert both(found) == ("on_track +amended", "lagging")
    assert found.original is not None
    assert found.original.verdict == "behind"


def test_readings_are_judged_on_the_revised_baseline_too() -> None:
    double = {"name": {"en": "Double"}, "target": a_target("at_least 2", times_baseline=True)}
    plan = revise(a_plan(an_indicator(readings={"double": double})), a_revision("200", "220"))
    found = judged(plan, 2025, {2025: "430"})
    [reading] = found.readings
    assert both(found) == ("achieved", "achieved")
    assert both(reading) == ("achieved", "missed")
    assert reading.revised is not None
    assert reading.revised.reading == "double"


def test_a_revised_baseline_has_its_own_basis() -> None:
    growth = an_indicator(
        "100",
        a_target("at_least 10", form="average_growth", figures="levels"),
        baseline_basis="普查前",
        **LEVELS,
    )
    plan = revise(a_plan(growth), a_revision("100", "105", basis="普查后"))
    assert both(judged(plan, 2025, {2025: "170"}, basis="普查后")) == (
        "not_assessed(basis_differs)",
        "achieved",  # 1.1^5 of 105 is 169.1
    )


def test_a_new_definition_or_standard_moves_no_verdict() -> None:
    kinds = [a_revision("", "", kind="definition"), a_revision("400", "380", kind="standard")]
    found = judged(revise(a_plan(), *kinds), 2023, {2023: "320"})
    assert both(found) == ("on_track", None)
    assert found.revisions == tuple(kinds)


REVIEW = Rule.REVIEW_REVISED
RELATION: dict[str, Any] = {"indicator": None, "relation": "growth"}


@pytest.mark.parametrize(
    ("revisions", "expected"),
    [
        ([a_revision("200", "220")], []),
        ([a_revision("210", "220", "2022-01-01"), a_revision("200", "210")], []),
        ([a_revision("", "", kind="definition")], []),
        ([a_revision("", "", kind="standard")], []),
        ([a_revision("7", "8", kind="standard", **RELATION)], []),
        (
            [a_revision("200", "220", indicator="y")],
            [(Rule.REVISION_UNKNOWN, "indicator", {"found": "y"})],
        ),
        (
            [a_revision("7", "8", kind="standard", indicator=None, relation="grow")],
            [(Rule.REVISION_UNKNOWN, "relation", {"found": "grow", "near": "growth"})],
        ),
        (
            [a_revision("210", "220")],
            [(Rule.REVISION_DIFFERS, "from", {"found": "210", "expected": "200"})],
        ),
        (  # the later one goes on from the printed value again
            [a_revision("200", "210"), a_revision("200", "220", "2022-01-01")],
            [(Rule.REVISION_DIFFERS, "from", {"found": "200", "expected": "210"})],
        ),
        (
            [a_revision("200", "200")],
            [(Rule.REVISION_CONFLICT, "to", {"kind": "same"})],
        ),
        (
            [a_revision("200", "")],
            [(Rule.REVISION_CONFLICT, 0, {"kind": "missing", "key": "to"})],
        ),
        (
            [a_revision("", "220")],
            [(Rule.REVISION_CONFLICT, 0, {"kind": "missing", "key": "from"})],
        ),
        (
            [a_revision("7", "8", **RELATION)],
            [(Rule.REVISION_CONFLICT, "kind", {"kind": "no_baseline"})],
        ),
        (
            [a_revision("7", "8", indicator="bare")],
            [(Rule.REVISION_CONFLICT, "kind", {"kind": "no_baseline"})],
        ),
        (
            [a_revision("", "8", kind="definition")],
            [(Rule.REVISION_CONFLICT, "to", {"key": "to", "of": "definition"})],
        ),
        (
            [a_revision("", "8", kind="standard", basis="新")],
            [(Rule.REVISION_CONFLICT, "basis", {"key": "basis", "of": "standard"})],
        ),
        (
            [a_revision("", "", kind="definition"), a_revision("", "", kind="definition")],
            [(Rule.REVISION_CONFLICT, 1, {"kind": "twice"})],
        ),
    ],
)
def test_what_is_wrong_with_a_revision(revisions: list[Revision], expected: Any) -> None:
    plan = with_duties(
        a_plan(bare=an_indicator(None, name={"en": "Bare"})),
        series={"a": a_series()},
        relations={"growth": a_relation("average_growth", "a", rate="7", span="period")},
    )
    found = [each for each in check_plan(revise(plan, *revisions)) if each[0] is not REVIEW]
    told = [
        (rule, where[-1], {key: str(params[key]) for key in wanted})
        for (rule, where, params), (_, _, wanted) in zip(found, expected, strict=True)
    ]
    assert told == expected


@pytest.mark.parametrize("named", [{"indicator": None}, {"relation": "growth"}])
def test_a_revision_bears_on_one_thing(named: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="one promise"):
        a_revision("200", "220", **named)
