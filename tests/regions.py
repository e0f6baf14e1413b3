"""A city of three counties with two parks inside two of them, and rows of figures by region."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from jdzplan.actuals import Row
from jdzplan.plan import Indicator, Plan, Series
from jdzplan.verdicts import Reason
from tests.builders import a_row, an_indicator

SOURCE = {"document": "市政发〔2022〕9号"}


def a_share(bound: str = "at_least 100", baseline: str | None = None) -> dict[str, Any]:
    word, number = bound.split()
    start = {} if baseline is None else {2020: Decimal(baseline)}
    return {word: Decimal(number), "baseline": start}


def broken_down(division: Any = "counties", reserve: Any = "0", **targets: Any) -> dict[str, Any]:
    return {
        "division": division,
        "reserve": Decimal(reserve),
        "targets": targets,
        "source": SOURCE,
    }


# 400 in all: 160 + 140 + 90 = 390, and 10 in reserve. At the start 80 + 70 + 50 = 200.
SHARES = broken_down(
    reserve="10",
    east=a_share("at_least 160", "80"),
    west=a_share("at_least 140", "70"),
    south=a_share("at_least 90", "50"),
)


def a_region(zh: str, division: str = "counties", **overrides: Any) -> dict[str, Any]:
    kind = "park" if division == "parks" else "district"
    own = {"name": {"zh": zh}, "kind": kind, "division": division, "source": SOURCE}
    return own | overrides


REGIONS = {
    "east": a_region("城东区", aliases=["东区"]),
    "west": a_region("西区"),
    "south": a_region("南县", kind="county"),
    "park": a_region("高新园", "parks", within="east"),
    "zone": a_region("陶瓷园", "parks", within="west"),
}


def a_division(zh: str, *, complete: bool) -> dict[str, Any]:
    return {"name": {"zh": zh}, "complete": complete, "source": SOURCE}


def a_city(
    indicator: Indicator | None = None,
    *,
    regions: Mapping[str, Any] = REGIONS,
    series: Mapping[str, Series] | None = None,
    **others: Indicator,
) -> Plan:
    """A city of three counties, with two parks inside two of them."""
    return Plan.model_validate(
        {
            "plan": {
                "id": "p",
                "title": {"zh": "规划"},
                "area": {"zh": "某市"},
                "period": {"baseline": 2020, "first": 2021, "last": 2025},
            },
            "goals": {"G1": {"name": {"zh": "增长"}, "source": {"chapter": 1}}},
            "divisions": {
                "counties": a_division("县（市、区）", complete=True),
                "parks": a_division("园区", complete=False),
            },
            "regions": regions,
            "indicators": {"x": indicator or an_indicator(breakdown=SHARES), **others},
            "series": series or {},
        }
    )


def rows(unit: str = "家", key: str = "x", **values: str | Row | None) -> list[Row]:
    """A row for each region, `whole` for the whole area; None is an empty cell."""
    return [
        value
        if isinstance(value, Row)
        else a_row(
            key,
            Reason.NOT_REPORTED if value is None else value,
            unit,
            region=None if region == "whole" else region,
        )
        for region, value in values.items()
    ]


ALL = {"whole": "300", "east": "120", "west": "110", "south": "70"}
