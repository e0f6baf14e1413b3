"""What the database could not read of filed rows, read by the row code and told to it."""

from ibis import Table

from jdzplan.panel.cells import read_cells
from jdzplan.panel.figures import FULL
from jdzplan.panel.filed import Dictionary, in_years, looked_up
from jdzplan.panel.job import Job
from jdzplan.panel.outcomes import Cell, Outcome

MOST_CELLS = 100_000


def names_read(job: Job, known: Dictionary) -> Dictionary:
    """With what the row code makes of names and units that are not known yet."""
    filed = _filed_in_years(job, known)
    new = filed.filter(filed.key.isnull()).select("indicator", "unit").distinct().limit(MOST_CELLS)
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
    return Dictionary({**known.pairs, **found}, {})


def cells_read(job: Job, known: Dictionary) -> Dictionary:
    """With what the row code makes of cells that are no plain numbers."""
    filed = _filed_in_years(job, known)
    odd = filed.filter(
        (filed.key.isnull() & filed.absent.isnull()) | (filed.absent == int(Outcome.LOOK))
    )
    wanted = odd.select("indicator", "unit", "text").distinct().limit(MOST_CELLS)
    triples = [
        (row["indicator"], row["unit"] if job.has_units else None, row["text"])
        for row in job.engine.rows(wanted)
    ]
    return Dictionary(known.pairs, read_cells(job.plan, job.names, job.numbers, triples))


def _filed_in_years(job: Job, known: Dictionary) -> Table:
    filed = in_years(job.actuals.table, job.period, FULL)
    return looked_up(filed.filter(filed.year.notnull()), known)
