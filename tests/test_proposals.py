"""Reviews that are proposed: what calls for them, and the figures that caused it."""

from typing import Any

import pytest

from jdzplan.check import Result, check
from jdzplan.judging.proposals import Proposal, Trigger
from jdzplan.plan import AdjustmentPolicy, Indicator, Plan, Policy, Revision
from jdzplan.rules.plan_rules import check_plan
from jdzplan.wording.en import EN
from jdzplan.wording.proposals import proposal_text
from jdzplan.wording.zh import ZH
from tests.builders import a_plan, a_row, a_target, a_year, an_indicator
from tests.duties import a_relation, a_revision, a_series, amend, an_amendment, with_duties

Values = dict[int, str]


def watched(plan: Plan | Indicator, years: int | None = 2) -> Plan:
    """A plan that is to be reviewed after so many years behind."""
    whole = a_plan(plan) if isinstance(plan, Indicator) else plan
    return whole.changed(policy=Policy(adjustment=AdjustmentPolicy(behind_years=years)))


def checked(plan: Plan, values: Values) -> Result:
    """The last of the years, the others beside it."""
    *earlier, last = (a_year(year, a_row("x", value)) for year, value in sorted(values.items()))
    return check(plan, [last], earlier)


def told(result: Result) -> list[tuple[str, list[int]]]:
    return [(p.trigger.value, [done.year for done in p.history]) for p in result.proposals]


BY_2022 = an_indicator(target=a_target(by=2022))
YEARLY = an_indicator(None, a_target("at_least 20", form="every_year"))


@pytest.mark.parametrize(
    ("plan", "years", "values", "expected"),
    [
        # of 200 to 400 by 2025: .05 / .2 = .25, .1 / .4 = .25, .15 / .6 = .25: behind
        (a_plan(), 3, {2021: "210", 2022: "220", 2023: "230"}, [2021, 2022, 2023]),
        (a_plan(), 2, {2021: "210", 2022: "220", 2023: "230"}, [2021, 2022, 2023]),
        (a_plan(), 4, {2021: "210", 2022: "220", 2023: "230"}, None),
        (a_plan(), None, {2021: "210", 2022: "220", 2023: "230"}, None),
        (a_plan(), 1, {2023: "230"}, [2023]),
        (a_plan(), 2, {2022: "190", 2023: "180"}, [2022, 2023]),  # deteriorating
        (a_plan(), 2, {2022: "280", 2023: "230"}, None),  # on track before
        (a_plan(), 2, {2022: "220", 2023: "290"}, None),  # .45 / .6 = .75, lagging
        (a_plan(), 2, {2021: "210", 2023: "230"}, None),  # 2022 is not known
        (a_plan(BY_2022), 2, {2021: "220", 2022: "300"}, [2021, 2022]),  # behind, then missed
        (a_plan(BY_2022), 2, {2021: "220", 2022: "300", 2023: "310"}, None),  # it stands only
        (a_plan(YEARLY), 2, {2022: "19", 2023: "18"}, [2022, 2023]),
        (a_plan(YEARLY), 2, {2022: "20", 2023: "18"}, None),
    ],
)
def test_behind_or_worse_for_years_running(
    plan: Plan, years: int | None, values: Values, expected: list[int] | None
) -> None:
    result = checked(watched(plan, years), values)
    assert told(result) == ([("behind", expected)] if expected else [])
    found = [(f.place.path, f.place.line, f.params["years"]) for f in result.findings]
    last = max(values)
    assert found == ([(f"{last}.csv", 2, tuple(expected))] if expected else [])
    assert not result.is_stopped


def test_the_verdicts_are_those_of_the_target_in_force_in_each_year() -> None:
    # 270: of 200 to 400 .35 / .6 is behind, of 200 to 320 .58 / .6 is on track
    lowered = {"indicator": "x", "from": {"at_least": 400}, "to": {"at_least": 320}}
    values = {2022: "220", 2023: "270"}
    assert told(checked(watched(a_plan()), values)) == [("behind", [2022, 2023])]
    plan = amend(watched(a_plan()), an_amendment("2023-05-01", lowered))
    assert told(checked(plan, values)) == []


def test_it_is_proposed_as_of_the_last_year_checked_and_changes_nothing() -> None:
    plan = watched(a_plan())
    files = [a_year(year, a_row("x", value)) for year, value in ((2022, "220"), (2023, "230"))]
    result, plain = check(plan, files), check(a_plan(), files)
    assert [(p.year, p.thing) for p in result.proposals] == [(2023, ("indicators", "x"))]
    assert result.assessments == plain.assessments
    assert plain.proposals == ()
    assert check(plan, ()).proposals == ()


def test_each_of_a_whole_column_is_told_by_itself() -> None:
    many: Any = {f"i{n}": an_indicator(name={"zh": f"第{n}项"}) for n in range(6)}
    rows = [a_row(name, "230") for name in many]
    result = check(watched(a_plan(**many), 1), [a_year(2023, *rows)])
    assert [finding.rows for finding in result.findings] == [1] * 6


DEFINED = a_revision("", "", "2022-03-01", kind="definition")
STANDARD: Any = {"kind": "standard", "indicator": None, "relation": "growth"}
LOWERED = {"indicator": "x", "from": {"at_least": 400}, "to": {"at_least": 320}}
OF_READING = {
    "indicator": "x",
    "reading": "double",
    "from": {"at_least": 2, "times_baseline": True},
    "to": {"at_least": 1, "times_baseline": True},
}
RATE = {"relation": "growth", "from": {"rate": 7}, "to": {"rate": 8}}


@pytest.mark.parametrize(
    ("revisions", "amendments", "expected"),
    [
        ([DEFINED], [], ["definition"]),
        ([a_revision("200", "220")], [], ["baseline"]),
        ([a_revision("7", "8", **STANDARD)], [], ["standard"]),
        ([DEFINED, a_revision("200", "220")], [], ["baseline", "definition"]),  # by date
        ([DEFINED], [("2022-03-01", LOWERED)], []),
        ([DEFINED], [("2022-02-28", LOWERED)], ["definition"]),
        ([DEFINED], [("2022-06-01", OF_READING)], []),
        ([DEFINED], [("2022-06-01", RATE)], ["definition"]),
        ([a_revision("7", "8", **STANDARD)], [("2022-06-01", RATE)], []),
        ([a_revision("", "", kind="definition", reviewed="2022-04-01")], [], []),
    ],
)
def test_what_was_revised_is_to_be_reviewed_until_it_was_decided_upon(
    revisions: list[Revision], amendments: list[Any], expected: list[str]
) -> None:
    double = {"name": {"en": "Double"}, "target": a_target("at_least 2", times_baseline=True)}
    plan = with_duties(
        a_plan(an_indicator(readings={"double": double})),
        series={"a": a_series()},
        relations={"growth": a_relation("average_growth", "a", rate="7", span="period")},
    )
    plan = amend(plan, *(an_amendment(day, change) for day, change in amendments))
    plan = plan.changed(revisions=tuple(revisions))
    result = checked(plan, {2023: "320"})
    assert [proposal.trigger.value for proposal in result.proposals] == expected
    kinds = [params["kind"] for rule, _, params in check_plan(plan) if rule.code == "JDZ511"]
    told_kinds = ["standard_numbers" if kind == "standard" else kind for kind in expected]
    assert kinds == told_kinds


def test_the_figures_that_caused_it_are_told() -> None:
    plan = watched(a_plan())
    [proposal] = checked(plan, {2022: "220", 2023: "230"}).proposals
    assert proposal_text(proposal, plan, ZH) == (
        "甲：已连续2年滞后或更差：2022年滞后（实际值220，应达值280，进度比0.25）、"
        "2023年滞后（实际值230，应达值320，进度比0.25）"
    )
    plan = watched(YEARLY)
    [proposal] = checked(plan, {2022: "19", 2023: "18"}).proposals
    assert proposal_text(proposal, plan, EN) == (
        "X: behind or worse for 2 years running: 2022 missed (actual 19), 2023 missed (actual 18)"
    )


def test_a_revised_standard_of_a_relation_is_told_without_a_figure() -> None:
    plan = with_duties(
        series={"a": a_series()},
        relations={"growth": a_relation("average_growth", "a", rate="7", span="period")},
    )
    revision = a_revision("7", "8", kind="standard", indicator=None, relation="growth")
    proposal = Proposal(
        trigger=Trigger.STANDARD, thing=revision.thing, year=2023, revision=revision
    )
    assert proposal_text(proposal, plan, ZH) == (
        "关系：上级标准由7调整为8：Census 2021（统计局，2021年5月11日）；census"
    )
