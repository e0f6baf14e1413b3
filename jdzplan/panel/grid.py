"""What is said where nothing was filed."""

from collections.abc import Sequence

import ibis
from ibis import Table

from jdzplan.panel.figures import FULL
from jdzplan.panel.filed import as_table
from jdzplan.panel.job import Job
from jdzplan.panel.outcomes import Outcome


def unfiled(job: Job, promises: Table, years: Sequence[int]) -> Table:
    """Every target in every year, with the code of what is said if no figure was filed."""
    grid = promises.cross_join(as_table({"year": ([*years], "int16")}))
    absent = ibis.literal(int(Outcome.NOT_REPORTED), "int16")
    return job.with_code(grid.mutate(value=ibis.null(FULL.type), absent=absent))
