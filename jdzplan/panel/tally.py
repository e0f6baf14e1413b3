"""Counts without rows: where every figure was filed once, one pass over the rows is enough.

Each group of an indicator, a year and an outcome has a bit for every region. As many bits as rows:
nothing was filed twice. The regions without a bit in any group have not filed.
"""

from collections import Counter

import ibis
from ibis import Table

from jdzplan.panel.embedded import bits, bits_of_any, set_bits
from jdzplan.panel.filed import as_table
from jdzplan.panel.grid import unfiled
from jdzplan.panel.job import Job
from jdzplan.panel.outcomes import ASTRAY
from jdzplan.panel.promises import Promises


def tally(job: Job, promises: Promises, rows: Table) -> Table:
    """How many rows of each key, year and code there are, and how many regions filed at all."""
    groups = rows.group_by("key", "year", "unusable", "code").aggregate(
        times=rows.count(),
        placed=rows.place.count(),
        places=bits(rows.place, 0, max(promises.places, 1)),
    )
    of_any = bits_of_any(groups.places).over(group_by=["key", "year", "unusable"])
    return job.engine.kept(groups.mutate(different=set_bits(of_any)).drop("places"))


def closed(job: Job, promises: Promises, groups: Table, years: tuple[int, ...]) -> Table | None:
    """The tally with what was not filed, or None where rows have to be told apart.

    That is where figures were filed twice or without a target, and after a target year.
    """
    if any(each.is_over for year in years for each in job.terms[year]):
        return None
    here = groups.filter(~groups.code.isin([int(each) for each in ASTRAY]), groups.key.notnull())
    filed = here.group_by("key", "year", "unusable").aggregate(
        times=here.times.sum(),
        placed=here.placed.sum(),
        different=ibis.coalesce(here.different.max(), 0),
    )
    found = job.engine.rows(filed)
    if any(each["times"] > min(each["placed"], each["different"]) for each in found):
        return None
    counts = Counter[tuple[int, int, int]]()
    for each in job.engine.rows(here.select("key", "year", "code", "times")):
        counts[each["key"], each["year"], each["code"]] += each["times"]
    there = {(each["key"], each["year"], each["unusable"]): each["different"] for each in found}
    for each in job.engine.rows(_promised(job, promises, years)):
        lacking = each["size"] - there.get((each["key"], each["year"], each["unusable"]), 0)
        counts[each["key"], each["year"], each["code"]] += lacking
    told = [(*place, times) for place, times in counts.items() if times]
    kinds = {"key": "int16", "year": "int16", "code": "int16", "times": "int64"}
    return as_table(
        {name: ([each[i] for each in told], kind) for i, (name, kind) in enumerate(kinds.items())}
    )


def _promised(job: Job, promises: Promises, years: tuple[int, ...]) -> Table:
    """How many targets there are of each key, and what is said of one that is not filed."""
    table = promises.table
    one_of_each = table.group_by("key", "unusable").aggregate(
        size=table.count(),
        **{name: table[name].max() for name in ("id", "baseline", "target", "upper")},
    )
    return unfiled(job, one_of_each, years).select("key", "year", "unusable", "size", "code")
