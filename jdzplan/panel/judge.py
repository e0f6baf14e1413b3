"""The panel judged: figures beside their targets, what was filed twice, what was not filed.

The database judges row by row. What is rare is looked for first and costs only where there is some:
cells for the row code, figures filed twice, years after a target year, figures that lack.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import ibis
from ibis import Table, Value

from jdzplan.panel.figures import FULL, SHORT, Width
from jdzplan.panel.filed import Dictionary, in_years, looked_up
from jdzplan.panel.grid import unfiled
from jdzplan.panel.job import Job
from jdzplan.panel.looking import cells_read, names_read
from jdzplan.panel.outcomes import ASTRAY, Cell, Outcome
from jdzplan.panel.promises import Promises, promises_of
from jdzplan.panel.tally import closed, tally


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel judged: `rows` have key, year, code and how many `times`; `promises` are its targets.

    Where rows are wanted each stands there once, with id or region, value and is_sample. `counts`
    are all filed rows by what became of them, those among them that are in no row since their
    year or indicator is none of the plan's; `years` are the years judged. `twice` are the figures
    that were filed more than once; `read` is what the row code was asked.
    """

    job: Job
    promises: Promises
    rows: Table
    counts: Mapping[Outcome, int]
    years: tuple[int, ...]
    read: Dictionary
    twice: int = 0


@dataclass(frozen=True, slots=True)
class _Run:
    """Filed rows judged: every one, or how many of each kind; `lacks_names` of names unread."""

    table: Table
    counts: Mapping[Outcome, int]
    years: tuple[int, ...]
    lacks_names: bool


def judge(job: Job) -> Panel:
    """Judge a panel."""
    job.tell("targets")
    promises = promises_of(job)
    job.tell("figures", count=promises.size)
    rows = _judged(job, promises.table, known := Dictionary(_spellings(job), {}), SHORT)
    run = _run(job, promises, rows)
    if Outcome.LOOK in run.counts:
        known = cells_read(job, names_read(job, known) if run.lacks_names else known)
        job.tell("cells", count=len(known.cells))
        rows = _judged(job, promises.table, known, FULL)
        run = _run(job, promises, rows)
    if job.is_tally:
        done = closed(job, promises, run.table, run.years)
        if done is not None:
            return Panel(job, promises, done, run.counts, run.years, known)
        job.tell("rows")
        run = replace(run, table=_kept(job, rows))
    rows, twice = _all_rows(job, promises, run)
    return Panel(job, promises, rows, run.counts, run.years, known, twice)


def _run(job: Job, promises: Promises, rows: Table) -> _Run:
    if job.is_tally:
        table = tally(job, promises, rows)
        groups = table.group_by("key", "year", "code").aggregate(times=table.times.sum())
    else:
        table = _kept(job, rows)
        groups = table.group_by("key", "year", "code").aggregate(times=table.count())
    counts, years, lacks_names = Counter[Outcome](), set(), False
    for each in job.engine.rows(groups):
        outcome = Outcome(each["code"])
        counts[outcome] += each["times"]
        years.add(each["year"])
        lacks_names |= outcome is Outcome.LOOK and each["key"] is None
    return _Run(table, counts, tuple(sorted(years - {None})), lacks_names)


def _all_rows(job: Job, promises: Promises, run: _Run) -> tuple[Table, int]:
    """One row for all that was filed or should have been; how many of them were filed twice."""
    rows = run.table
    here = rows.filter(~rows.code.isin([int(outcome) for outcome in ASTRAY]), rows.key.notnull())
    mine, strange = here.filter(here.id.notnull()), here.filter(here.id.isnull())
    place = mine.id.cast("int64") * len(job.terms) + (mine.year - job.period[0])
    count, places = job.engine.count(mine.select(place=place), promises.most * len(job.terms))
    twice = 0
    if places < count:
        job.tell("twice", count=count - places)
        mine = _once(job, mine, "id")
        of_them = mine.filter(mine.code == int(Outcome.FILED_TWICE))
        [found] = job.engine.rows(of_them.aggregate(count=of_them.count()))
        twice = found["count"]
    if count < sum(times for outcome, times in run.counts.items() if outcome not in ASTRAY):
        strange = _once(job, strange, "region")
    here = strange.union(mine)
    done = here.filter(here.code != int(Outcome.AFTER_DUE))
    if places < promises.size * len(run.years) or Outcome.AFTER_DUE in run.counts:
        job.tell("missing", count=promises.size * len(run.years) - places)
        done = done.union(_not_filed(job, promises.table, here, run.years))
    return done.mutate(times=1), twice


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


def _judged(job: Job, promises: Table, known: Dictionary, width: Width) -> Table:
    """Every filed row with its outcome."""
    rows = looked_up(in_years(job.actuals.table, job.period, width), known)
    on = [rows.region == promises.region, rows.key == promises.key]
    columns = ["id", "place", "baseline", "target", "upper", "unusable"]
    rows = job.with_code(rows.join(promises, on, how="left").select(rows, *columns))
    if width == FULL:  # what was not looked at by now are too many different cells
        look, too_many = int(Outcome.LOOK), int(Outcome.TOO_MANY)
        rows = rows.mutate(code=ibis.ifelse(rows.code == look, too_many, rows.code).cast("int16"))
    return rows


def _kept(job: Job, rows: Table) -> Table:
    """Rows as they are kept; a region's name only where no target has it."""
    return job.engine.kept(
        rows.select(
            "id",
            "key",
            "year",
            "is_sample",
            region=ibis.ifelse(rows.id.isnull(), rows.region, None),
            value=rows.value if job.is_whole else ibis.null(rows.value.type()),
            code=rows.code,
        )
    )


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
    """Every region, indicator and year that has a target, and no figure to be judged by.

    Where the target year is past it is the year's own figure that is judged, or lacking.
    """
    grid = unfiled(job, promises, years)
    found = filed.filter(filed.id.notnull()).select("id", "year", "value", "is_sample", "code")
    is_over = grid.code == int(Outcome.AFTER_DUE)
    lacking = grid.filter(~is_over).anti_join(found, ["id", "year"])
    parts = [_row(lacking, ibis.null(filed.value.type()), ibis.literal(value=False), lacking.code)]
    if any(each.is_over for terms in job.terms.values() for each in terms):
        over = grid.filter(is_over).select("id", "key", "year", "due")
        due = over.join(found, [over.id == found.id, over.due == found.year], how="left")
        due = due.select(over, value=found.value, is_sample=found.is_sample, code=found.code)
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
