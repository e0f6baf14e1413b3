"""What changed in the figures and in the reports on tasks, row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from jdzplan.actuals import TaskReport
from jdzplan.comparing.plans import Change, Renames
from jdzplan.comparing.sides import Filed, Key, Side, filings

_FIGURE = ("content", "status", "released", "basis", "source", "note", "is_rejected")
_UNREAD = ("content", "is_rejected")  # nothing else is known of a row that cannot be read
_REPORT = ("stage", "evidence", "note", "is_rejected")


class TaskKey(NamedTuple):
    """What a report is on."""

    year: int
    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChange:
    """A row that is new, gone or says something else; `key` is by the ids of the new plan.

    `fields` are the parts of `Filed` that differ, where it is on both sides.
    """

    key: Key
    old: Filed | None
    new: Filed | None

    @property
    def change(self) -> Change:
        """What happened to it."""
        return _change(self.old, self.new)

    @property
    def fields(self) -> tuple[str, ...]:
        """The parts of `Filed` that differ; none where one side has no such row."""
        is_read = all(row is None or row.value is not None for row in (self.old, self.new))
        return _differing(self.old, self.new, _FIGURE if is_read else _UNREAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChange:
    """A report on a task that is new, gone or says something else, as of a figure."""

    key: TaskKey
    old: TaskReport | None
    new: TaskReport | None

    @property
    def change(self) -> Change:
        """What happened to it."""
        return _change(self.old, self.new)

    @property
    def fields(self) -> tuple[str, ...]:
        """The parts of the report that differ."""
        return _differing(self.old, self.new, _REPORT)


RowChange = FigureChange | ReportChange


def _change(old: object, new: object) -> Change:
    if old is None:
        return Change.ADDED
    return Change.REMOVED if new is None else Change.CHANGED


def _differing(old: object, new: object, names: Sequence[str]) -> tuple[str, ...]:
    if old is None or new is None:
        return ()
    return tuple(name for name in names if getattr(old, name) != getattr(new, name))


def figure_changes(old: Side, new: Side, renamed: Renames) -> tuple[FigureChange, ...]:
    """Every row of figures that differs, by year, then as the plan lists them."""
    before = {
        key._replace(measure=renamed.new_measure(key.measure)): rows
        for key, rows in _filled(old).items()
    }
    after = _filled(new)
    listed = (key for side in (new, old) if side.plan for key in side.plan.measures)
    rank = {key: i for i, key in enumerate(dict.fromkeys(listed))}

    def order(key: Key) -> tuple[int, int, str, str]:
        # A member that left its set when that was renamed is in neither plan by this id.
        return key.year, rank.get(key.measure, len(rank)), key.measure, key.region or ""

    return tuple(
        FigureChange(key=key, old=left, new=right)
        for key in sorted({*before, *after}, key=order)
        for left, right in _pairs(before.get(key, ()), after.get(key, ()))
    )


def _filled(side: Side) -> dict[Key, tuple[Filed, ...]]:
    """The rows that say anything."""
    return {
        key: tuple(row for row in rows if not row.is_blank) for key, rows in filings(side).items()
    }


def _pairs(
    before: Sequence[Filed], after: Sequence[Filed]
) -> Iterator[tuple[Filed | None, Filed | None]]:
    """The rows of one quantity that differ, put side by side in the order of the files."""
    left, right = list(before), list(after)
    for row in before:
        twin = next((each for each in right if not _differing(row, each, _FIGURE)), None)
        if twin is not None:
            left.remove(row)
            right.remove(twin)
    for old, new in zip_longest(left, right):
        # A row that cannot be read where none was before is what a check tells of.
        if any(row is not None and row.value is not None for row in (old, new)):
            yield old, new


def report_changes(old: Side, new: Side, renamed: Renames) -> tuple[ReportChange, ...]:
    """Every report on a task that differs, by year, then by id."""
    before = {
        key._replace(task=renamed.new_id("tasks", key.task)): report
        for key, report in _reports(old)
    }
    after = dict(_reports(new))
    return tuple(
        ReportChange(key=key, old=before.get(key), new=after.get(key))
        for key in sorted({*before, *after})
        if _tells(before.get(key), after.get(key))
    )


def _reports(side: Side) -> Iterator[tuple[TaskKey, TaskReport]]:
    for task, reports in side.result.reports.items():
        for year, report in reports.items():
            if report.stage or report.evidence or report.note or report.is_rejected:
                yield TaskKey(year, task), report


def _tells(old: TaskReport | None, new: TaskReport | None) -> bool:
    """Whether two reports differ; a bad one where none was is what a check tells of."""
    there = [report for report in (old, new) if report is not None]
    if len(there) == 1:
        return not there[0].is_rejected
    return bool(_differing(old, new, _REPORT))
