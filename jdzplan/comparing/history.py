"""What may not change in silence: figures that stood as final, and what the plan promises."""

from collections.abc import Iterator, Sequence
from posixpath import basename, dirname, join

from jdzplan.actuals import Figure, Status
from jdzplan.catalogue import Rule
from jdzplan.comparing.plans import (
    Change,
    PlanChange,
    decisions_lost,
    plan_changes,
    promises_in,
    renames,
)
from jdzplan.comparing.sides import Filed, Key, Side, filings
from jdzplan.findings import Finding, Place

# What is said to be unsettled may change; a figure without a status is settled.
_FINAL = (Status.FINAL, Status.REVISED, None)


def changed_in_silence(old: Side, new: Side, last: int | None = None) -> Iterator[Finding]:
    """All that the new side has otherwise than the old one without saying so."""
    yield from rewritten(old, new, last)
    yield from promises_changed(
        old, new, plan_changes(old.plan, new.plan, renames(old.plan, new.plan))
    )


def rewritten(old: Side, new: Side, last: int | None = None) -> Iterator[Finding]:
    """Final figures of the old side, up to the year `last`, that are other now or gone.

    A row of the new side with the status `revised` says so itself, and one that cannot be read
    has its own finding. Rows of the old side that had an error never counted.
    """
    if new.plan is None:
        return
    renamed, after = renames(old.plan, new.plan), filings(new)
    for key, rows in filings(old).items():
        here = key._replace(measure=renamed.new_measure(key.measure))
        for row in rows if last is None or key.year <= last else ():
            if isinstance(row.value, Figure) and not row.is_rejected and row.status in _FINAL:
                yield from _rewritten(here, row, after.get(here, ()), old, new)


def _rewritten(
    key: Key, row: Filed, standing: tuple[Filed, ...], old: Side, new: Side
) -> Iterator[Finding]:
    if any(each.value is None or each.status is Status.REVISED for each in standing):
        return
    same = [each for each in standing if each.content == row.content]
    if any(each.status in _FINAL for each in same):
        return
    now = next(iter((*same, *standing)), None)
    names = [side.plan.measures.get(key.measure) for side in (new, old) if side.plan]
    params: dict[str, object] = {
        "indicator": next((each.name for each in names if each), key.measure),
        "year": key.year,
        "since": old.name,
        "old": row.typed,
    }
    if same:
        params |= {"kind": "unsettled", "status": same[0].status}
    elif now is None or not isinstance(now.value, Figure):
        params |= {"kind": "gone"}
    else:
        params |= {"found": now.typed}
    yield Finding(
        rule=Rule.HISTORY_REWRITTEN,
        place=now.place if now else Place(_path_of(key.year, row, new)),
        params=params,
        indicator=key.measure,
        region=key.region,
    )


def _path_of(year: int, row: Filed, side: Side) -> str:
    """The year's file on a side, or where it should be."""
    files = (file.path for file in side.files if file.year == year and not file.is_tasks)
    expected = join(dirname(side.plan_path), "actuals", basename(row.place.path))
    return next(files, expected)


def promises_changed(old: Side, new: Side, plan: Sequence[PlanChange]) -> Iterator[Finding]:
    """Promises of the plan that are other than they were: what a decision changed is an amendment.

    An amendment that stood there and is gone, or says something else, is one of them.
    """
    if old.plan is None or new.plan is None:
        return
    for (_, key), changes in promises_in(plan).items():
        params: dict[str, object] = {"indicator": changes[0].name or key, "since": old.name}
        if any(change.change is Change.REMOVED for change in changes):
            params["kind"] = "removed"
        else:
            params["changes"] = changes
        yield _unamended(new, params, key)
    for amendment in decisions_lost(old.plan, new.plan):
        yield _unamended(new, {"kind": "decision", "found": amendment.document, "since": old.name})


def _unamended(side: Side, params: dict[str, object], indicator: str | None = None) -> Finding:
    place = Place(side.plan_path)
    return Finding(rule=Rule.UNAMENDED, place=place, params=params, indicator=indicator)
