"""The policy in force: what is asked for from outside, then the plan, then the defaults."""

from collections import ChainMap
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from jdzplan.catalogue import Rule, Severity, find_rule
from jdzplan.gate import FailOn, FailOnVerdict, Gate, Samples, VerdictsOf
from jdzplan.plan import AdjustmentPolicy, Bands, GatePolicy, Path, Plan, Record

SETTINGS: Mapping[str, type[StrEnum]] = {
    "fail_on": FailOn,
    "fail_on_verdict": FailOnVerdict,
    "verdicts_of": VerdictsOf,
    "samples": Samples,
}
"""The settings of the gate beside the severities of rules, with the values they take."""


class Origin(StrEnum):
    """Who says what a setting is, the stronger first."""

    COMMAND_LINE = "command_line"
    ENVIRONMENT = "environment"
    PLAN = "plan"
    DEFAULT = "default"


class Said(NamedTuple):
    """A setting's value, who says so, and where: an option, a variable, a key of the policy."""

    value: str
    origin: Origin
    where: str = ""


Policy = Mapping[str, Said]
"""Settings by name: `fail_on`, `bands.ahead`; the severity of a rule stands under its code."""


def in_force(asked: Policy, plan: Plan) -> Policy:
    """Every setting there is; `asked` is what the command line and the environment say."""
    settled = ChainMap(dict(asked), _of_plan(plan), _defaults())
    if settled["samples"].value == Samples.REFUSED:  # whatever else is said of the rule
        refused = settled["samples"]._replace(value=Severity.ERROR)
        return settled.new_child({Rule.SAMPLE_VALUES.code: refused})
    return settled


def gate_of(policy: Policy) -> Gate:
    """The gate that a whole policy comes to."""
    return Gate(
        fail_on=FailOn(policy["fail_on"].value),
        fail_on_verdict=FailOnVerdict(policy["fail_on_verdict"].value),
        verdicts_of=VerdictsOf(policy["verdicts_of"].value),
        severity={rule: Severity(policy[rule.code].value) for rule in Rule},
    )


def _defaults() -> dict[str, Said]:
    gate, bands = GatePolicy.model_construct(), Bands.model_construct()
    values = {key: str(getattr(gate, key)) for key in SETTINGS}
    values |= {"path": Path.LINEAR.value}
    values |= {f"bands.{key}": f"{getattr(bands, key):f}" for key in Bands.model_fields}
    values |= {f"adjustment.{key}": "off" for key in AdjustmentPolicy.model_fields}
    values |= {rule.code: rule.severity for rule in Rule}
    return {key: Said(value, Origin.DEFAULT) for key, value in values.items()}


def _of_plan(plan: Plan) -> dict[str, Said]:
    """What the plan says itself; the defaults of its records are not said."""
    policy = plan.policy
    said: dict[str, tuple[str, str]] = {}
    for key in _said_by(policy.gate, SETTINGS):
        said[key] = str(getattr(policy.gate, key)), f"gate.{key}"
    for key in _said_by(policy, ("path",)):
        said[key] = policy.path, key
    for key in _said_by(policy.bands, Bands.model_fields):
        said[f"bands.{key}"] = f"{getattr(policy.bands, key):f}", f"bands.{key}"
    for key in _said_by(policy.adjustment, AdjustmentPolicy.model_fields):
        said[f"adjustment.{key}"] = str(getattr(policy.adjustment, key)), f"adjustment.{key}"
    for word, severity in policy.gate.severity.items():
        rule = find_rule(word)
        assert rule is not None  # a plan with an unknown one is not used
        said[rule.code] = severity, f"gate.severity.{word}"
    return {key: Said(value, Origin.PLAN, where) for key, (value, where) in said.items()}


def _said_by(record: Record, keys: Mapping[str, object] | tuple[str, ...]) -> list[str]:
    return [key for key in keys if key in record.model_fields_set]
