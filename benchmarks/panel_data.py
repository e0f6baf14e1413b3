"""The data of the panel's benchmark: a plan, targets of every region, figures of five years."""

import json
from pathlib import Path

import duckdb

INDICATORS = 50
YEARS = range(2021, 2026)
KINDS = ("csv", "parquet")
MISSING = 200  # of so many figures one is not filed


def write(folder: Path, rows: int) -> Path:
    """A plan, targets and about so many figures, as CSV and as Parquet; the folder they are in."""
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text(_plan(), encoding="utf-8")
    regions = max(1, rows // (INDICATORS * len(YEARS)))
    with duckdb.connect() as db:
        db.execute(_TARGETS.format(regions=regions, indicators=INDICATORS))
        _copy(db, "SELECT * FROM targets", folder / "targets")
        for year in YEARS:
            figures = _FIGURES.format(year=year, elapsed=year - YEARS[0] + 1, missing=MISSING)
            _copy(db, figures, folder / f"actuals-{year}")
    return folder


def _copy(db: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    for kind in KINDS:
        db.execute(f"COPY ({query}) TO '{path}.{kind}'")


# Even indicators are to grow by a half, odd ones to fall by two fifths.
_TARGETS = """
CREATE TABLE targets AS
SELECT *, (baseline * if(number % 2 = 0, 1.5, 0.6))::DECIMAL(12, 2) AS target
FROM (
  SELECT printf('%012d', 360000000000 + region * 1000) AS region,
    printf('indicator-%02d', number) AS indicator,
    (100 + hash(region, number) % 90000 / 100)::DECIMAL(12, 2) AS baseline,
    printf('P%02d', region % 31) AS province,
    number
  FROM range({regions}) AS regions(region), range({indicators}) AS numbers(number)
)
"""
# From a third of the way back to twice the way that should be done by then.
_FIGURES = """
SELECT region, indicator, {year} AS year,
  (baseline + (target - baseline) * {elapsed} / 5
    * (hash(region, number, {year}) % 2300 / 1000.0 - 0.3))::DECIMAL(12, 2) AS value
FROM targets
WHERE hash(number, {year}, region) % {missing} > 0
"""


def _plan() -> str:
    """Fifty levels by 2025; their numbers are the regions' own. JSON is YAML as well."""
    source = {"chapter": 1}
    indicators = {
        f"indicator-{number:02}": {
            "name": {"en": f"Indicator {number:02}"},
            "goal": "g",
            "tier": "core",
            "unit": "1",
            "kind": "measured",
            "better": "lower" if number % 2 else "higher",
            "baseline": {"2020": 100},
            "target": {"at_most": 60} if number % 2 else {"at_least": 150},
            "source": source,
        }
        for number in range(INDICATORS)
    }
    plan = {
        "id": "panel",
        "title": {"en": "Panel"},
        "period": {"baseline": 2020, "first": YEARS[0], "last": YEARS[-1]},
        "language": "en",
    }
    goals = {"g": {"name": {"en": "Goal"}, "source": source}}
    return json.dumps({"plan": plan, "goals": goals, "indicators": indicators}, indent=1)
