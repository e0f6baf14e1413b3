"""Examples of the rules about `policy.gate` (1xx)."""

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.wording.guide import Example
from jdzplan.wording.guide.examples.common import PLAN_FILE


def _gate(*severities: str) -> tuple[str, ...]:
    return ("policy:", "  gate:", "    severity:", *(f"      {each}" for each in severities))


GATE = (
    Example(
        Finding(
            rule=Rule.GATE_RULE_UNKNOWN,
            place=Place(PLAN_FILE, 4, 7),
            params={"found": "sample-value", "near": "sample-values"},
        ),
        _gate("sample-value: error"),
        _gate("sample-values: error"),
    ),
    Example(
        Finding(
            rule=Rule.GATE_RULE_FIXED,
            place=Place(PLAN_FILE, 5, 20),
            params={"found": "unknown-key", "code": "JDZ104"},
        ),
        _gate("sample-values: error", "unknown-key: info"),
        _gate("sample-values: error"),
    ),
    Example(
        Finding(
            rule=Rule.GATE_RULE_TWICE,
            place=Place(PLAN_FILE, 5, 7),
            params={"found": "sample-values", "first": "JDZ310"},
        ),
        _gate("JDZ310: error", "sample-values: warning"),
        _gate("JDZ310: error"),
    ),
)
