"""Examples of the rules about amendments (1xx)."""

from datetime import date

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.wording.guide import Example
from jdzplan.wording.guide.examples.common import FIRMS, PLAN_FILE


def _amendment(*changes: str, decided: str = "2023-11-20") -> tuple[str, ...]:
    return ("amendments:", f"  - decided: {decided}", "    changes:", *changes)


_LOWERED = (
    "      - indicator: high-tech-firms",
    "        from: {at_least: 400}",
    "        to: {at_least: 360}",
)

AMENDMENTS = (
    Example(
        Finding(
            rule=Rule.AMENDMENT_UNKNOWN,
            place=Place(PLAN_FILE, 4, 20),
            params={"found": "hightech-firms", "near": "high-tech-firms"},
        ),
        _amendment("      - indicator: hightech-firms", *_LOWERED[1:]),
        _amendment(*_LOWERED),
    ),
    Example(
        Finding(
            rule=Rule.AMENDMENT_DIFFERS,
            place=Place(PLAN_FILE, 5, 15),
            params={"found": "{at_least: 450}", "expected": "{at_least: 400}"},
        ),
        _amendment(_LOWERED[0], "        from: {at_least: 450}", _LOWERED[2]),
        _amendment(*_LOWERED),
    ),
    Example(
        Finding(
            rule=Rule.AMENDMENT_TWICE,
            place=Place(PLAN_FILE, 7, 9),
            params={"found": "high-tech-firms", "date": date(2023, 11, 20)},
        ),
        _amendment(
            *_LOWERED,
            "      - indicator: high-tech-firms",
            "        from: {by: 2025}",
            "        to: {by: 2024}",
        ),
        _amendment(
            "      - indicator: high-tech-firms",
            "        from: {at_least: 400, by: 2025}",
            "        to: {at_least: 360, by: 2024}",
        ),
    ),
    Example(
        Finding(
            rule=Rule.AMENDMENT_DATE,
            place=Place(PLAN_FILE, 2, 14),
            params={"kind": "after_plan", "date": date(2026, 11, 20), "limit": 2025},
        ),
        _amendment(*_LOWERED, decided="2026-11-20"),
        _amendment(*_LOWERED),
    ),
    Example(
        Finding(
            rule=Rule.AMENDMENT_CONFLICT,
            place=Place(PLAN_FILE, 6, 19),
            params={"key": "due", "found": FIRMS},
        ),
        _amendment(
            "      - indicator: high-tech-firms",
            "        from: {by: 2025}",
            "        to: {due: 2024}",
        ),
        _amendment(
            "      - indicator: high-tech-firms",
            "        from: {by: 2025}",
            "        to: {by: 2024}",
        ),
    ),
)
