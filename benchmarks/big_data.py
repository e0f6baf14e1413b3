"""The data of a big year: what every county of a country files, a dozen targets shared out."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.data import COLUMNS, EVERY, Cells

INDICATORS = 334
SHARED = 12  # of them have targets for every county
COUNTIES = 2_993  # and the whole: 999,996 rows
UNITS = ("家", "项", "%", "亿元")  # counts and amounts add up, shares do not


def write_big(folder: Path, counties: int = COUNTIES, *, is_bad: bool) -> Path:
    """A data repository with a plan of so many counties and the year 2023; the path of the year."""
    actuals = folder / "data" / "actuals"
    actuals.mkdir(parents=True)
    (folder / "data" / "plan.yaml").write_text(_plan(counties), encoding="utf-8")
    with (actuals / "2023.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_year(counties, is_bad=is_bad))
    return actuals / "2023.csv"


def _value(indicator: int, county: int) -> int:
    return 100 + (indicator * 7919 + county * 104729) % 150


def _year(counties: int, *, is_bad: bool) -> Iterator[Cells]:
    """Row by row of the counties, the whole last; every hundredth with one of three faults."""
    for county in range(counties + 1):
        for indicator in range(INDICATORS):
            unit = UNITS[indicator % len(UNITS)]
            value, region = _value(indicator, county), f"County {county:04}"
            if county == counties:
                region = "Whole"
                if unit != "%":
                    value = sum(_value(indicator, each) for each in range(counties))
            row = (f"quantity-{indicator:03}", str(value), unit, region, "final", "Yearbook 2024")
            turn, place = divmod(county * INDICATORS + indicator, EVERY)
            yield _spoilt(row, turn) if is_bad and place == EVERY // 2 else row


def _spoilt(row: Cells, turn: int) -> Cells:
    at, cell = ((1, "many"), (2, "km"), (0, f"unknown-{turn}"))[turn % 3]
    return (*row[:at], cell, *row[at + 1 :])


def _indicator(number: int, counties: int) -> dict[str, object]:
    unit = UNITS[number % len(UNITS)]
    is_sum = unit != "%"
    shares = {f"c{county:04}": {"at_least": 200} for county in range(counties)}
    breakdown = {"division": "counties", "targets": shares, "source": {"chapter": 2}}
    return {
        "name": {"en": f"Quantity {number:03}"},
        "goal": "g",
        "tier": "core",
        "unit": unit,
        "kind": "count" if unit in ("家", "项") else "measured",
        "additive": is_sum,
        "better": "higher",
        "baseline": {"2020": 100 * counties if is_sum else 100},
        "target": {"at_least": 200 * counties if is_sum else 200},
        "source": {"chapter": 1},
        **({"breakdown": breakdown} if number < SHARED else {}),
    }


def _plan(counties: int) -> str:
    """Quantities that are to double from 2020 to 2025. JSON is YAML as well."""
    source = {"chapter": 1}
    head = {
        "id": "big",
        "title": {"en": "A plan of counties"},
        "area": {"en": "Whole"},
        "period": {"baseline": 2020, "first": 2021, "last": 2025},
        "language": "en",
    }
    regions = {
        f"c{county:04}": {
            "name": {"en": f"County {county:04}"},
            "kind": "county",
            "division": "counties",
            "source": source,
        }
        for county in range(counties)
    }
    plan = {
        "plan": head,
        "goals": {"g": {"name": {"en": "Goal"}, "source": source}},
        "divisions": {"counties": {"name": {"en": "counties"}, "complete": True, "source": source}},
        "regions": regions,
        "indicators": {
            f"quantity-{number:03}": _indicator(number, counties) for number in range(INDICATORS)
        },
    }
    return json.dumps(plan, indent=1)
