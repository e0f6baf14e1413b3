"""What stops at the gate, how grave rules are reported, and whose word counts."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from jdzplan.actuals import Status
from jdzplan.catalogue import Rule, Severity, find_rule
from jdzplan.check import Result, check
from jdzplan.findings import Finding, Place
from jdzplan.gate import USUAL, FailOn, FailOnVerdict, Gate, Samples, VerdictsOf, may_be
from jdzplan.plan import Plan
from jdzplan.policy import SETTINGS, Origin, Said, gate_of, in_force
from jdzplan.rules.gate_rules import check_gate
from jdzplan.verdicts import Verdict
from tests.builders import a_plan, a_row, a_year, an_indicator, judge
from tests.duties import a_task, with_duties

ERROR, WARNING = Rule.UNIT_MISSING, Rule.SAMPLE_VALUES
PLAN = a_plan(y=an_indicator(name={"zh": "乙"}, binding="binding"))


def a_result(rules: Sequence[Rule] = (), said: Sequence[Verdict] = (), on: str = "x") -> Result:
    done = judge(an_indicator(), 2023, {2023: "320"})._replace(indicator=on)
    return Result(
        plan=PLAN,
        findings=tuple(Finding(rule=rule, place=Place("2023.csv", 2, 1)) for rule in rules),
        assessments=tuple(done._replace(verdict=verdict) for verdict in said),
    )


def a_gate(fail_on: str = "never", verdict: str = "never", of: str = "all") -> Gate:
    return Gate(
        fail_on=FailOn(fail_on),
        fail_on_verdict=FailOnVerdict(verdict),
        verdicts_of=VerdictsOf(of),
    )


@pytest.mark.parametrize(
    ("gate", "result", "stops"),
    [
        (USUAL, a_result(), False),
        (USUAL, a_result([WARNING], [Verdict.MISSED, Verdict.NOT_ASSESSED]), False),
        (USUAL, a_result([WARNING, ERROR]), True),
        (a_gate("warning"), a_result([WARNING]), True),
        (a_gate("warning"), a_result([ERROR]), True),
        (a_gate("info"), a_result([WARNING]), True),
        (a_gate("info"), a_result(), False),
        (a_gate(), a_result([ERROR], [Verdict.MISSED]), False),
        (a_gate(verdict="behind"), a_result([ERROR], [Verdict.LAGGING]), False),
        (a_gate(verdict="behind"), a_result([], [Verdict.ACHIEVED, Verdict.BEHIND]), True),
        (a_gate(verdict="behind"), a_result([], [Verdict.MISSED]), True),
        (a_gate(verdict="achieved"), a_result([], [Verdict.NOT_ASSESSED]), False),
        (a_gate(verdict="not_assessed"), a_result([], [Verdict.NOT_ASSESSED]), True),
        (a_gate(verdict="not_assessed"), a_result([], [Verdict.MISSED]), False),
        (a_gate("error", "behind"), a_result([ERROR], [Verdict.AHEAD]), True),
        (a_gate("error", "behind"), a_result([WARNING], [Verdict.AHEAD]), False),
        (a_gate("never", "behind", "binding"), a_result([], [Verdict.MISSED]), False),
        (a_gate("never", "behind", "binding"), a_result([], [Verdict.MISSED], on="y"), True),
        (a_gate("never", "behind", "binding"), a_result([], [Verdict.LAGGING], on="y"), False),
    ],
)
def test_the_gate(gate: Gate, result: Result, stops: bool) -> None:
    assert result._replace(gate=gate).is_stopped is stops


def test_of_tasks_and_relations_none_is_binding() -> None:
    plan = with_duties(PLAN, tasks={"t": a_task(due=2021)})
    missed = check(plan, [a_year(2023)], gate=a_gate(verdict="missed"))
    assert not missed.is_stopped  # nothing was told of tasks, so nothing is known
    told = missed._replace(tasks=tuple(t._replace(verdict=Verdict.MISSED) for t in missed.tasks))
    assert told.is_stopped
    assert not told._replace(gate=a_gate(verdict="missed", of="binding")).is_stopped


def test_the_gate_can_be_set_at_every_severity_and_verdict() -> None:
    assert list(FailOn) == [*Severity, "never"]
    assert list(FailOnVerdict) == [*Verdict, "never"]


def test_policy_changes_how_a_rule_is_reported_and_nothing_of_the_judging() -> None:
    file = a_year(2023, a_row("y", "300", unit=None), a_row(status=Status.SAMPLE))
    usual = check(PLAN, [file])
    gate = Gate(severity={Rule.UNIT_MISSING: Severity.INFO, Rule.SAMPLE_VALUES: Severity.ERROR})
    policed = check(PLAN, [file], gate=gate)
    assert [f.severity for f in usual.findings] == [Severity.ERROR, Severity.WARNING]
    assert [f.severity for f in policed.findings] == [Severity.INFO, Severity.ERROR]
    assert policed.count_findings() == {Severity.ERROR: 1, Severity.WARNING: 0, Severity.INFO: 1}
    assert policed.assessments == usual.assessments
    assert policed.is_stopped
    assert not check(PLAN, [file], gate=gate._replace(fail_on=FailOn.NEVER)).is_stopped


def a_policy(policy: Mapping[str, Any]) -> Plan:
    return Plan.model_validate(PLAN.model_dump() | {"policy": policy})


def asked(**values: str) -> dict[str, Said]:
    return {key: Said(value, Origin.COMMAND_LINE, key) for key, value in values.items()}


def test_nothing_said_is_the_usual_gate() -> None:
    plain = Plan.model_validate(PLAN.model_dump(exclude={"policy"}))
    policy = in_force({}, plain)
    assert {said.origin for said in policy.values()} == {Origin.DEFAULT}
    assert {key: policy[key].value for key in list(policy)[:8]} == {
        "fail_on": "error",
        "fail_on_verdict": "never",
        "verdicts_of": "all",
        "samples": "allowed",
        "path": "linear",
        "bands.ahead": "1.30",
        "bands.on_track": "0.95",
        "bands.lagging": "0.60",
    }
    gate = gate_of(policy)
    assert gate._replace(severity={}) == USUAL
    assert all(gate.severity_of(rule) is rule.severity for rule in Rule)


def test_what_is_asked_for_goes_before_the_plan_and_the_plan_before_the_default() -> None:
    plan = a_policy(
        {
            "path": "compound",
            "bands": {"lagging": 0},
            "gate": {
                "fail_on": "warning",
                "fail_on_verdict": "never",
                "severity": {"JDZ310": "info", "unit-missing": "warning"},
            },
        }
    )
    policy = in_force(asked(fail_on="never", JDZ310="error"), plan)
    told = {key: said for key, said in policy.items() if said.origin is not Origin.DEFAULT}
    assert told == {
        "fail_on": ("never", "command_line", "fail_on"),
        "fail_on_verdict": ("never", "plan", "gate.fail_on_verdict"),
        "path": ("compound", "plan", "path"),
        "bands.lagging": ("0", "plan", "bands.lagging"),
        "JDZ303": ("warning", "plan", "gate.severity.unit-missing"),
        "JDZ310": ("error", "command_line", "JDZ310"),
    }
    assert gate_of(policy).severity_of(Rule.UNIT_MISSING) is Severity.WARNING


def test_refused_samples_are_an_error_whatever_is_said_of_their_rule() -> None:
    plan = a_policy({"gate": {"samples": "refused", "severity": {"sample-values": "info"}}})
    policy = in_force({}, plan)
    assert policy["JDZ310"] == ("error", "plan", "gate.samples")
    assert in_force(asked(samples="allowed"), plan)["JDZ310"].value == "info"
    file = a_year(2023, a_row(status=Status.SAMPLE))
    refused = check(plan, [file], gate=gate_of(policy))
    assert refused.is_stopped
    assert refused.assessments == check(plan, [file]).assessments


@pytest.mark.parametrize(
    ("severity", "found"),
    [
        ({}, []),
        ({"JDZ303": "warning", "sample-values": "error", "Jdz112": "error"}, []),
        ({"JDZ102": "error"}, []),
        ({"JDZ120": "error", "definition-incomplete": "info"}, []),
        ({"JDZ999": "info"}, [("gate-rule-unknown", "JDZ999")]),
        ({"unit-mising": "info"}, [("gate-rule-unknown", "unit-mising")]),
        ({"JDZ102": "info"}, [("gate-rule-fixed", "JDZ102")]),
        ({"unknown-key": "warning"}, [("gate-rule-fixed", "unknown-key")]),
        ({"JDZ303": "info", "unit-missing": "info"}, [("gate-rule-twice", "unit-missing")]),
    ],
)
def test_severities_in_the_plan(severity: dict[str, str], found: list[tuple[str, str]]) -> None:
    plan = a_policy({"gate": {"severity": severity}})
    problems = list(check_gate(plan))
    assert [(rule.label, params["found"]) for rule, _, params in problems] == found
    assert all(where[:4] == ("policy", "gate", "severity", found[0][1]) for _, where, _ in problems)


def test_a_misspelt_rule_is_told_with_the_nearest() -> None:
    [(_, _, params)] = check_gate(a_policy({"gate": {"severity": {"unit-mising": "info"}}}))
    assert params["near"] == "unit-missing"


def test_a_rule_goes_by_its_code_or_its_name() -> None:
    assert find_rule("JDZ310") is find_rule("jdz310") is find_rule("Sample-Values") is WARNING
    assert find_rule("") is find_rule("JDZ31") is None


def test_only_errors_of_the_plan_are_fixed() -> None:
    fixed = [rule for rule in Rule if not may_be(rule, Severity.WARNING)]
    assert {rule.code[:4] for rule in fixed} == {"JDZ1"}
    assert all(rule.severity is Severity.ERROR for rule in fixed)
    assert all(may_be(rule, Severity.ERROR) for rule in Rule)


def test_every_setting_takes_its_values() -> None:
    assert dict(SETTINGS) == {
        "fail_on": FailOn,
        "fail_on_verdict": FailOnVerdict,
        "verdicts_of": VerdictsOf,
        "samples": Samples,
    }
