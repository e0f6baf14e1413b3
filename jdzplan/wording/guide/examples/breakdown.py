"""Examples of the rules about regions and targets broken down to them."""

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.plan import Text
from jdzplan.wording.guide import Example
from jdzplan.wording.guide.examples.common import FIRMS, PLAN_FILE, RD, YEAR

_DISTRICTS = Text(zh="各区", en="the districts")


def _firms(*shares: str, more: tuple[str, ...] = ()) -> tuple[str, ...]:
    return (
        "indicators:",
        "  high-tech-firms:",
        "    name: {zh: 高新技术企业数量, en: High-tech firms}",
        "    unit: 家",
        "    kind: count",
        "    baseline: {2020: 200}",
        "    target: {at_least: 400}",
        "    breakdown:",
        "      division: districts",
        "      source: {document: 市政发〔2022〕9号}",
        *more,
        "      targets:",
        *(f"        {share}" for share in shares),
    )


def _intensity(*more: str) -> tuple[str, ...]:
    return (
        "indicators:",
        "  rd-intensity:",
        "    name: {zh: 研发投入强度, en: R&D intensity}",
        "    target: {at_least: 2.5}",
        "    breakdown:",
        "      division: districts",
        "      source: {document: 市政发〔2022〕9号}",
        "      targets: {east: {at_least: 2.6}}",
        *more,
    )


_HEADER = "indicator,value,unit,region"
_WHOLE = "high-tech-firms,300,家,"
_EAST = "high-tech-firms,170,家,东区"

BREAKDOWN = (
    Example(
        Finding(
            rule=Rule.REGION_UNLISTED,
            place=Place(PLAN_FILE, 13, 15),
            params={"found": "wset", "near": "west"},
        ),
        _firms("east: {at_least: 240}", "wset: {at_least: 160}"),
        _firms("east: {at_least: 240}", "west: {at_least: 160}"),
    ),
    Example(
        Finding(
            rule=Rule.BREAKDOWN_CONFLICT,
            place=Place(PLAN_FILE, 9, 16),
            params={"kind": "reserve", "indicator": RD},
        ),
        _intensity("      reserve: 0.1"),
        _intensity(),
    ),
    Example(
        Finding(
            rule=Rule.BREAKDOWN_SHORT,
            place=Place(PLAN_FILE, 12, 9),
            params={"indicator": FIRMS, "found": 390, "expected": 400, "reserve": 0},
        ),
        _firms("east: {at_least: 240}", "west: {at_least: 150}"),
        _firms("east: {at_least: 240}", "west: {at_least: 150}", more=("      reserve: 10",)),
    ),
    Example(
        Finding(
            rule=Rule.BREAKDOWN_BASELINES,
            place=Place(PLAN_FILE, 12, 9),
            params={
                "indicator": FIRMS,
                "division": _DISTRICTS,
                "year": 2020,
                "found": 210,
                "expected": 200,
            },
        ),
        _firms(
            "east: {baseline: {2020: 120}, at_least: 240}",
            "west: {baseline: {2020: 90}, at_least: 160}",
        ),
        _firms(
            "east: {baseline: {2020: 120}, at_least: 240}",
            "west: {baseline: {2020: 80}, at_least: 160}",
        ),
    ),
    Example(
        Finding(
            rule=Rule.PARTS_DIFFER,
            place=Place(YEAR, 2, 17, "B2"),
            params={
                "indicator": FIRMS,
                "division": _DISTRICTS,
                "found": "310",
                "expected": "300",
            },
        ),
        (_HEADER, _WHOLE, _EAST, "high-tech-firms,140,家,西区"),
        (_HEADER, _WHOLE, _EAST, "high-tech-firms,130,家,西区"),
    ),
    Example(
        Finding(
            rule=Rule.PARTS_MISSING,
            place=Place(YEAR, 2, 17, "B2"),
            params={
                "indicator": FIRMS,
                "division": _DISTRICTS,
                "missing": (Text(zh="西区", en="West"),),
                "found": "170",
                "expected": "300",
            },
        ),
        (_HEADER, _WHOLE, _EAST, "high-tech-firms,,家,西区"),
        (_HEADER, _WHOLE, _EAST, "high-tech-firms,130,家,西区"),
    ),
)
