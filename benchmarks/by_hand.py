"""What somebody who knows DuckDB would write for this one plan, with the panel's buckets.

    python -m benchmarks.by_hand FOLDER csv|parquet [careful]

It reads typed columns and trusts them: every figure is a number, every name is spelt as in the
targets. Without `careful` it trusts, too, that no figure was filed twice. Prints counts as CSV.
"""

import sys
from pathlib import Path

import duckdb

READ = {
    "csv": "read_csv('{path}', header = true, auto_detect = false, columns = {{{columns}}})",
    "parquet": "read_parquet('{path}')",
}
ACTUALS = {"region": "TEXT", "indicator": "TEXT", "year": "SMALLINT", "value": "DECIMAL(12, 2)"}
TARGETS = {
    "region": "TEXT",
    "indicator": "TEXT",
    "baseline": "DECIMAL(12, 2)",
    "province": "TEXT",
    "number": "INT",
    "target": "DECIMAL(12, 2)",
}
FILED = "SELECT region, indicator, year, value, 1 AS times FROM {actuals}"
FILED_ONCE = """
SELECT region, indicator, year, max(value) AS value, count(*) AS times
FROM {actuals} GROUP BY ALL
"""
QUERY = """
WITH filed AS ({filed}),
compared AS (
  SELECT indicator, year, times, target,
    if(number % 2 = 0, value - baseline, baseline - value) AS gain,
    if(number % 2 = 0, target - baseline, baseline - target) AS way
  FROM filed LEFT JOIN {targets} USING (region, indicator)
),
judged AS (
  SELECT indicator, year,
    CASE
      WHEN target IS NULL THEN 'not_assessed,no_target'
      WHEN times > 1 THEN 'not_assessed,row_rejected'
      WHEN gain IS NULL THEN 'not_assessed,not_reported'
      WHEN gain >= way THEN 'achieved,'
      WHEN year = 2025 THEN 'missed,'
      WHEN way <= 0 THEN 'regressed,'
      WHEN gain * 500 >= way * (130 * (year - 2020)) THEN 'ahead,'
      WHEN gain * 500 >= way * (95 * (year - 2020)) THEN 'on_track,'
      WHEN gain * 500 >= way * (60 * (year - 2020)) THEN 'lagging,'
      WHEN gain >= 0 THEN 'behind,'
      ELSE 'deteriorating,'
    END AS verdict
  FROM compared
),
counted AS (SELECT indicator, year, verdict, count(*) AS count FROM judged GROUP BY ALL),
promised AS (SELECT indicator, count(*) AS count FROM {targets} GROUP BY ALL),
lacking AS (
  SELECT indicator, year, 'not_assessed,not_reported' AS verdict,
    any_value(promised.count) - sum(counted.count) AS count
  FROM counted JOIN promised USING (indicator) GROUP BY ALL
)
SELECT indicator, year, verdict, sum(count)::BIGINT
FROM (FROM counted UNION ALL FROM lacking WHERE count > 0)
GROUP BY ALL ORDER BY ALL
"""


def main(folder: Path, kind: str, *, is_careful: bool) -> None:
    """Count and print."""
    actuals = _table(folder / f"actuals-*.{kind}", kind, ACTUALS)
    filed = (FILED_ONCE if is_careful else FILED).format(actuals=actuals)
    targets = _table(folder / f"targets.{kind}", kind, TARGETS)
    with duckdb.connect() as db:
        db.execute("SET preserve_insertion_order = false")
        db.execute("SET memory_limit = '600MB'")
        rows = db.execute(QUERY.format(filed=filed, targets=targets)).fetchall()
    print("indicator,year,verdict,reason,count")
    for row in rows:
        print(*row, sep=",")


def _table(path: Path, kind: str, columns: dict[str, str]) -> str:
    told = ", ".join(f"'{name}': '{type_}'" for name, type_ in columns.items())
    return READ[kind].format(path=path, columns=told)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], is_careful="careful" in sys.argv[3:])
