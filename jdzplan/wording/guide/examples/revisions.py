"""Examples of the rules about revisions (1xx)."""

from datetime import date
from decimal import Decimal

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.wording.guide import Example
from jdzplan.wording.guide.examples.common import FIRMS, PLAN_FILE


def _revision(
    kind: str,
    *numbers: str,
    indicator: str = "high-tech-firms",
    reviewed: tuple[str, ...] = ("2021-09-30",),
) -> tuple[str, ...]:
    return (
        "revisions:",
        f"  - indicator: {indicator}",
        f"    kind: {kind}",
        *(f"    {number}" for number in numbers),
        *(f"    reviewed: {day}" for day in reviewed),
    )


_OF_FIRMS = (
    "indicators:",
    "  high-tech-firms:",
    "    name: {zh: 高新技术企业数量, en: High-tech firms}",
    "    target: {at_least: 400}",
    "    counterparts:",
    "      - plan: {zh: 省科技创新规划, en: Innovation plan of the province}",
    "        value: 10000",
    "        source: {document: 省府发〔2021〕20号}",
)
_COUNTED_ANEW = _revision("baseline", "from: 200", "to: 214")

REVISIONS = (
    Example(
        Finding(
            rule=Rule.REVISION_UNKNOWN,
            place=Place(PLAN_FILE, 2, 16),
            params={"found": "hightech-firms", "near": "high-tech-firms"},
        ),
        _revision("baseline", "from: 200", "to: 214", indicator="hightech-firms"),
        _COUNTED_ANEW,
    ),
    Example(
        Finding(
            rule=Rule.REVISION_DIFFERS,
            place=Place(PLAN_FILE, 4, 11),
            params={"found": Decimal(210), "expected": Decimal(200)},
        ),
        _revision("baseline", "from: 210", "to: 214"),
        _COUNTED_ANEW,
    ),
    Example(
        Finding(
            rule=Rule.REVISION_CONFLICT,
            place=Place(PLAN_FILE, 4, 9),
            params={"key": "to", "of": "definition", "found": FIRMS},
        ),
        _revision("definition", "to: 214"),
        _revision("definition"),
    ),
    Example(
        Finding(
            rule=Rule.COUNTERPART_CONFLICT,
            place=Place(PLAN_FILE, 9, 19),
            params={"kind": "closed", "found": FIRMS},
        ),
        (*_OF_FIRMS, "        standard: true"),
        _OF_FIRMS,
    ),
    Example(
        Finding(
            rule=Rule.REVIEW_REVISED,
            place=Place(PLAN_FILE, 2, 5),
            params={
                "kind": "baseline",
                "indicator": FIRMS,
                "before": Decimal(200),
                "after": Decimal(214),
                "document": "第七次全国人口普查公报",
                "date": date(2021, 5, 11),
            },
        ),
        _revision("baseline", "from: 200", "to: 214", reviewed=()),
        _COUNTED_ANEW,
    ),
)
