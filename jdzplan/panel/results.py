"""What a panel gives: a verdict for every row, or how many there are by any key; and writing it."""

import csv
from collections.abc import Sequence
from pathlib import Path

import ibis
from ibis import Table, Value

from jdzplan.formats.csv import neutral
from jdzplan.panel.engine import Engine, refusals
from jdzplan.panel.figures import FULL
from jdzplan.panel.filed import as_table
from jdzplan.panel.judge import Panel
from jdzplan.panel.outcomes import Outcome

OWN_KEYS = ("region", "indicator", "year", "goal")


def verdicts(panel: Panel, year: int | None = None) -> Table:
    """One row for each region, indicator and year, in no particular order."""
    rows = _named(panel, panel.rows if year is None else panel.rows.filter(panel.rows.year == year))
    promises = panel.promises.table.select("id", "baseline", "target", "upper", own="region")
    rows = rows.join(promises, "id", how="left").select(rows, *promises.columns[1:])
    numbers = ("value", "baseline", "target", "upper")
    sample = {"sample": rows.is_sample} if "status" in panel.job.actuals.table.columns else {}
    return rows.select(
        region=ibis.coalesce(rows.own, rows.region),
        indicator=rows.indicator,
        year=rows.year,
        **{name: rows[name].cast(FULL.type) for name in numbers},
        verdict=rows.verdict,
        reason=rows.reason,
        **sample,
    )


def counts(panel: Panel, keys: Sequence[str], year: int | None = None) -> Table:
    """How many of each verdict and reason there are for every value of the keys, in order."""
    rows = panel.rows if year is None else panel.rows.filter(panel.rows.year == year)
    theirs = [key for key in keys if key not in OWN_KEYS]
    if theirs or "region" in keys:
        promises = panel.promises.table.select("id", *theirs, own="region")
        rows = rows.join(promises, "id", how="left").select(rows, *theirs, "own")
        rows = rows.mutate(region=ibis.coalesce(rows.own, rows.region))
    # The database counts by numbers; names come to the few rows that are left.
    firsts = ["key" if key in ("indicator", "goal") else key for key in keys]
    groups = [*dict.fromkeys((*firsts, "code"))]
    few = rows.group_by(*groups).aggregate(count=rows.times.sum())
    named = _named(panel, few)
    last = named.group_by(*keys, "verdict", "reason").aggregate(count=named["count"].sum())
    return last.order_by(*keys, "verdict", "reason")


def _named(panel: Panel, rows: Table) -> Table:
    """Rows with the words for their numbers."""
    plan = panel.job.plan
    names = [*plan.indicators]
    indicators = as_table(
        {
            "key": ([*range(len(names))], "int16"),
            "indicator": (names, "string"),
            "goal": ([each.goal for each in plan.indicators.values()], "string"),
        }
    )
    outcomes = as_table(
        {
            "code": ([int(each) for each in Outcome], "int16"),
            "verdict": ([each.verdict.value for each in Outcome], "string"),
            "reason": ([each.reason and each.reason.value for each in Outcome], "string"),
        }
    )
    if "key" in rows.columns:
        rows = rows.join(indicators, "key", how="left").select(rows, "indicator", "goal")
    return rows.join(outcomes, "code").select(rows, "verdict", "reason")


def write(engine: Engine, rows: Table, to: str, *, force: bool) -> None:
    """Rows into a Parquet or a CSV file, or else into a table of the database."""
    with refusals("not_written", path=to):
        if to.lower().endswith(".parquet"):
            engine.write_parquet(rows, to, force=force)
        elif to.lower().endswith(".csv"):
            _write_csv(engine, rows, Path(to))
        else:
            engine.write(rows, to, force=force)


def _write_csv(engine: Engine, rows: Table, path: Path) -> None:
    """Text that a spreadsheet shows and does not compute; numbers without zeros at the end."""
    columns = {name: _as_text(rows[name]) for name in rows.columns}
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow([neutral(name) for name in rows.columns])
        for row in engine.lines(rows.select(**columns)):
            out.writerow(["" if cell is None else neutral(cell) for cell in row])


def _as_text(column: Value) -> Value:
    kind, text = column.type(), column.cast("string")
    if not (kind.is_decimal() and kind.scale):
        return text
    return text.re_replace("0+$", "").re_replace(
        r"\.$", ""
    )  # no group: engines write it each its way
