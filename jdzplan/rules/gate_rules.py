"""Rules about `policy.gate`: it names rules that exist, each once, and lowers no plan error."""

from collections.abc import Iterator

from jdzplan.catalogue import Rule, find_rule
from jdzplan.gate import may_be
from jdzplan.nearest import near
from jdzplan.plan import Plan
from jdzplan.rules.plan_rules import Problem, Where

_HERE = ("policy", "gate", "severity")


def check_gate(plan: Plan) -> Iterator[Problem]:
    """Every problem of the severities that the plan sets, with the path to its place."""
    first: dict[Rule, str] = {}
    for word, severity in plan.policy.gate.severity.items():
        at_key: Where = (*_HERE, word, "[key]")
        rule = find_rule(word)
        if rule is None:
            names = [name for rule in Rule for name in (rule.code, rule.label)]
            yield Rule.GATE_RULE_UNKNOWN, at_key, {"found": word, "near": near(word, names)}
        elif not may_be(rule, severity):
            params: dict[str, object] = {"found": word, "code": rule.code}
            yield Rule.GATE_RULE_FIXED, (*_HERE, word), params
        elif first.setdefault(rule, word) != word:
            yield Rule.GATE_RULE_TWICE, at_key, {"found": word, "first": first[rule]}
