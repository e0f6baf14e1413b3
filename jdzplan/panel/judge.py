"""The panel judged: figures beside their targets, what was filed twice, what was not filed.

The database judges row by row. What is rare is looked for first and costs only where there is some:
cells for the row code, figures filed twice, years after a target year, figures that lack.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ibis
from ibis import Table, Value

from jdzplan.panel.cells import read_cells
from jdzplan.panel.expressions import FIGURE
from jdzplan.panel.filed import Dictionary, as_table, in_years, looked_up
from jdzplan.panel.folding import both, is_known, no
from jdzplan.panel.job import Job
from jdzplan.panel.outcomes import Cell, Outcome
from jdzplan.panel.promises import Promises, promises_of

MOST_CELLS = 100_000


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel judged: `rows` have region, key, year, value and code; `promises` are its targets.

    `counts` are all filed rows by what became of them, those among them that are in no row since
    their year or indicator is none of the plan's; `years` are the years judged.
    """

    job: Job
    promises: Promises
    rows: Table
    counts: Mapping[Outcome, int]
    years: tuple[int, ...]


_ASTRAY = (
    Outcome.OUTSIDE_PERIOD,
    Outcome.YEAR_UNREADABLE,
    Outcome.INDICATOR_UNKNOWN,
    Outcome.SERIES,
)


def judge(job: Job) -> Panel:
    """Judge a panel."""
    job.tell("targets")
    promises = promises_of(job)
    job.tell("figures", count=promises.size)
    known = Dictionary(_spellings(job), {})
    rows = _judged(job, promises.table, known)
    counts, years = _counts(job, rows)
    if Outcome.LOOK in counts:
        known = _looked_at(job, known)
        job.tell("cells", count=len(known.cells))
        rows = _judged(job, promises.table, known)
        counts, years = _counts(job, rows)
    here = rows.filter(~rows.code.isin([int(outcome) for outcome in _ASTRAY]), rows.key.notnull())
    mine = here.filter(here.id.notnull())
    place = mine.id.cast("int64") * len(job.terms) + (mine.year - job.period[0])
    count, places = job.engine.count(mine.select(place=place), promises.most * len(job.terms))
    strange = here.filter(here.id.isnull())
    if places < count:
        job.tell("twice", count=count - places)
        mine = _once(job, mine, "id")
    if count < sum(counts.values()):
        strange = _once(job, strange, "region")
    here = strange.union(mine)
    done = here.filter(here.code != int(Outcome.AFTER_DUE))
    if places < promises.size * len(years) or Outcome.AFTER_DUE in counts:
        job.tell("missing", count=promises.size * len(years) - places)
        done = done.union(_not_filed(job, promises.table, here, years))
    return Panel(job, promises, done, counts, years)


def _spellings(job: Job) -> dict[tuple[str, str], Cell]:
    """Every name of the plan, with every spelling of its unit where rows state one."""
    measures = job.plan.measures
    return {
        (name, unit): Cell(job.numbers[key])
        for key, measure in measures.items()
        for name in (key, *measure.names)
        for unit in ((measure.unit, *measure.unit_aliases) if job.has_units else ("",))
        if job.names.find(name) == key
    }


def _judged(job: Job, promises: Table, known: Dictionary) -> Table:
    """Every filed row with its outcome."""
    rows = looked_up(in_years(job.actuals.table, job.period), known)
    rows = rows.join(
        promises, [rows.region == promises.region, rows.key == promises.key], how="left"
    ).select(rows, "id", "baseline", "target", "upper", "unusable")
    code = job.outcome(rows)
    if known.cells:  # what was not looked at by now are too many different cells
        code = ibis.ifelse(code == int(Outcome.LOOK), int(Outcome.TOO_MANY), code)
    return job.engine.kept(
        rows.select(
            "id",
            "key",
            "year",
            "is_sample",
            region=ibis.ifelse(rows.id.isnull(), rows.region, None),  # else its target has it
            value=rows.value if job.is_whole else ibis.null(FIGURE),
            code=code.cast("int16"),
        )
    )


def _counts(job: Job, rows: Table) -> tuple[dict[Outcome, int], tuple[int, ...]]:
    """How many rows have each outcome, and the years that there are rows of."""
    found = job.engine.rows(rows.group_by("code", "year").aggregate(count=rows.count()))
    counts: dict[Outcome, int] = {}
    for each in found:
        outcome = Outcome(each["code"])
        counts[outcome] = counts.get(outcome, 0) + each["count"]
    years = {each["year"] for each in found if each["year"] is not None}
    return counts, tuple(sorted(years))


def _looked_at(job: Job, known: Dictionary) -> Dictionary:
    """What the row code makes of words that the first run did not know."""
    filed = in_years(job.actuals.table, job.period)
    rows = looked_up(filed.filter(filed.year.notnull()), known)
    new = rows.filter(rows.key.isnull()).select("indicator", "unit").distinct().limit(MOST_CELLS)
    pairs = [(row["indicator"], row["unit"]) for row in job.engine.rows(new)]
    # A figure of 1 shows what a name and a unit do to every figure, if they leave it as it is.
    tried = [
        (name, unit if job.has_units else None, "1")
        for name, unit in pairs
        if unit or not job.has_units
    ]
    read = read_cells(job.plan, job.names, job.numbers, tried)
    found = {
        (name, unit or ""): Cell(cell.key, outcome=cell.outcome)
        for (name, unit, _), cell in read.items()
        if cell.outcome is not None or cell.value == "1"
    }
    known = Dictionary({**known.pairs, **found}, {})
    rows = looked_up(filed.filter(filed.year.notnull()), known)
    odd = rows.filter(
        (rows.key.isnull() & rows.absent.isnull()) | (rows.absent == int(Outcome.LOOK))
    )
    wanted = odd.select("indicator", "unit", "text").distinct().limit(MOST_CELLS)
    triples = [
        (row["indicator"], row["unit"] if job.has_units else None, row["text"])
        for row in job.engine.rows(wanted)
    ]
    return Dictionary(known.pairs, read_cells(job.plan, job.names, job.numbers, triples))


def _once(job: Job, rows: Table, place: str) -> Table:
    """One row for each region, indicator and year; where several were filed none is judged.

    A region is known by the `id` of its target or, without one, by its name: by the column `place`.
    """
    settled = [int(outcome) for outcome in Outcome if outcome.is_settled]
    other = "region" if place == "id" else "id"
    groups = rows.group_by(place, "key", "year").aggregate(
        times=rows.count(),
        code=rows.code.max(),
        value=rows.value.max(),
        is_sample=rows.is_sample.any(),
        **{other: rows[other].max()},
    )
    kept = groups.code.isin(settled) | (groups.times == 1)
    return job.engine.kept(
        groups.select(
            "id",
            "key",
            "year",
            "is_sample",
            "region",
            value=ibis.ifelse(groups.times == 1, groups.value, None),
            code=ibis.ifelse(kept, groups.code, int(Outcome.FILED_TWICE)).cast("int16"),
        )
    )


def _not_filed(job: Job, promises: Table, filed: Table, years: Sequence[int]) -> Table:
    """Every region, indicator and year that has a target, and no figure to be judged by."""
    grid = promises.cross_join(as_table({"year": ([*years], "int16")}))
    held = job.held(grid)
    judged = both(no(held.is_yearly), no(is_known(held.settled)))
    is_after = both(judged, ~grid.unusable & (grid.year > held.due))
    found = filed.filter(filed.id.notnull()).select("id", "year", "value", "is_sample", "code")
    grid = grid.mutate(
        is_after=is_after,
        due=ibis.literal(held.due, "int16")
        if isinstance(held.due, int)
        else held.due.cast("int16"),
    )
    plain = grid.filter(~grid.is_after)
    lacking = plain.anti_join(found, ["id", "year"]).mutate(
        value=ibis.null(FIGURE), absent=ibis.literal(int(Outcome.NOT_REPORTED), "int16")
    )
    parts = [_row(lacking, lacking.value, ibis.literal(value=False), job.outcome(lacking))]
    if any(each.due < job.period[1] for terms in job.terms.values() for each in terms):
        after = grid.filter(grid.is_after)
        due = after.join(found, [after.id == found.id, after.due == found.year], how="left")
        due = due.select(after, value=found.value, is_sample=found.is_sample, code=found.code)
        code = ibis.coalesce(due.code, int(Outcome.NOT_REPORTED))
        parts.append(_row(due, due.value, ibis.coalesce(due.is_sample, False), code))
    return job.engine.kept(ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0])


def _row(rows: Table, value: Value, sample: Value, code: Value) -> Table:
    """Rows in the shape of filed ones."""
    return rows.select(
        "id",
        "key",
        "year",
        is_sample=sample,
        region=ibis.null("string"),
        value=value,
        code=code.cast("int16"),
    )
