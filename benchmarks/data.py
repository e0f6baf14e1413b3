"""The data of the benchmark: one plan, and years of any length, plainly good or with bad rows."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

INDICATORS = 30
WHOLE = "Whole"  # the plan's area: rows filed for it are of no region
COLUMNS = ("indicator", "value", "unit", "region", "status", "source")
UNITS = ("家", "项", "%")
EVERY = 100  # of so many rows one is bad
FIRST = 5  # so that one is in the shortest table, too
Cells = tuple[str, ...]


def write(folder: Path, rows: int, *, is_bad: bool) -> Path:
    """A data repository with a plan and the year 2023 of so many rows; the path of the year."""
    actuals = folder / "data" / "actuals"
    actuals.mkdir(parents=True)
    regions = [_region(i) for i in range(1, -(-rows // INDICATORS))]
    (folder / "data" / "plan.yaml").write_text(_plan(regions), encoding="utf-8")
    (folder / "schema.json").write_text(json.dumps(_schema()), encoding="utf-8")
    with (actuals / "2023.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_year(rows, is_bad=is_bad))
    return actuals / "2023.csv"


def _region(number: int) -> str:
    return f"R{number:06}"


def _unit(number: int) -> str:
    return UNITS[number % len(UNITS)]


def _year(rows: int, *, is_bad: bool) -> Iterator[Cells]:
    for i in range(rows):
        region, number = divmod(i, INDICATORS)
        row = (
            f"count-{number:02}",
            f"{100 + (i * 7919) % 150}",
            _unit(number),
            _region(region) if region else WHOLE,
            "final",
            "Yearbook 2024",
        )
        yield _spoilt(row, i // EVERY) if is_bad and i % EVERY == FIRST else row


def _spoilt(row: Cells, turn: int) -> Cells:
    """The row with one of three faults: no number, an unknown unit, an unknown indicator."""
    at, cell = ((1, "many"), (2, "km"), (0, f"unknown-{turn}"))[turn % 3]
    return (*row[:at], cell, *row[at + 1 :])


def _plan(regions: list[str]) -> str:
    """Thirty counted indicators that are to double from 2020 to 2025. JSON is YAML as well."""
    source = {"chapter": 1}
    indicators = {
        f"count-{number:02}": {
            "name": {"en": f"Count {number:02}"},
            "goal": "g",
            "tier": "core",
            "unit": _unit(number),
            "kind": "measured",
            "better": "higher",
            "baseline": {"2020": 100},
            "target": {"at_least": 200},
            "source": source,
        }
        for number in range(INDICATORS)
    }
    plan = {
        "id": "benchmark",
        "title": {"en": "Benchmark"},
        "area": {"en": WHOLE},
        "period": {"baseline": 2020, "first": 2021, "last": 2025},
        "language": "en",
    }
    goals = {"g": {"name": {"en": "Goal"}, "source": source}}
    parts: dict[str, object] = {
        "divisions": {"all": {"name": {"en": "Regions"}, "complete": False, "source": source}},
        "regions": {
            name: {"name": {"en": name}, "kind": "county", "division": "all", "source": source}
            for name in regions
        },
    }
    whole = {"plan": plan, "goals": goals, "indicators": indicators}
    return json.dumps(whole | (parts if regions else {}), indent=1)


def _schema() -> dict[str, object]:
    """What a table schema can say of such a year: types, choices, one row each."""
    known = [f"count-{number:02}" for number in range(INDICATORS)]
    choices = {"indicator": known, "unit": list(UNITS), "status": ["final", "preliminary"]}
    fields = [
        {
            "name": name,
            "type": "number" if name == "value" else "string",
            "constraints": {
                "required": True,
                **({"enum": choices[name]} if name in choices else {}),
            },
        }
        for name in COLUMNS
    ]
    return {"fields": fields, "primaryKey": ["indicator", "region"]}
