"""Several returns of one year into one row for each figure, deciding nothing.

A row that stayed blank gives way to one that was filled in; rows that say the same become one,
but each release of a figure keeps its row. Rows of one release that do not say the same are a
finding that names both cells, and none of them is taken.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from jdzplan.actuals import Missing, Release
from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.nearest import plain_name
from jdzplan.rules.row_rules import Filing
from jdzplan.rules.task_rules import TaskFiling
from jdzplan.verdicts import Reason

_F = TypeVar("_F", Filing, TaskFiling)
_T = TypeVar("_T")


@dataclass(slots=True)
class Merged:
    """One row for each figure or task; what could not be merged; what was merged or left out."""

    figures: list[Filing] = field(default_factory=list)
    tasks: list[TaskFiling] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    alike: list[Place] = field(default_factory=list)
    blank: list[Place] = field(default_factory=list)


def merge(figures: Sequence[Filing], tasks: Sequence[TaskFiling]) -> Merged:
    """The good rows of all returns, those of each figure and region, and of each task, as one."""
    merged = Merged()
    for group in _groups(figures, lambda each: (each.key, each.region)):
        filled = [each for each in group if not _is_blank(each)] or group[:1]
        for told in _releases(filled):
            problems = list(_differing(told))
            merged.findings += problems
            if not problems:
                speaking = [each for each in group if each in told or each not in filled]
                kept = max(told, key=_fineness)
                merged.figures.append(_as_one(kept, told, speaking))
                merged.alike += (each.row.place("value") for each in told if each is not kept)
        merged.blank += (each.row.place("value") for each in group if each not in filled)
    for several in _groups(tasks, lambda each: each.key):
        staged = [each for each in several if each.row.stage]
        problems = list(_differing_tasks(staged))
        merged.findings += problems
        if not problems:
            kept_task = (staged or several)[0]
            texts = {
                "evidence": _joined(each.row.evidence for each in several),
                "note": _joined(each.row.note for each in several),
            }
            merged.tasks.append(_with(kept_task, texts))
            merged.alike += (each.row.place("stage") for each in staged[1:])
        left = [each for each in several if each not in (staged or several[:1])]
        merged.blank += (each.row.place("stage") for each in left)
    return merged


def _as_one(kept: Filing, told: Sequence[Filing], speaking: Sequence[Filing]) -> Filing:
    """The row that is kept, with what the others that say the same add to it."""
    filled = [each for each in speaking if not _is_blank(each)]
    texts = {
        "status": _first(each.row.status for each in told),
        "released": _first(each.row.released for each in told),
        "basis": _first(each.row.basis for each in told),
        "source": _joined(each.row.source for each in filled or speaking),
        "note": _joined(each.row.note for each in speaking),
    }
    return _with(kept, texts)


def _groups(filings: Sequence[_F], key_of: Callable[[_F], Hashable]) -> Iterator[list[_F]]:
    """Rows of one key together, in the order of files and lines, whatever order they came in."""
    groups: dict[Hashable, list[_F]] = {}
    for filing in sorted(filings, key=lambda each: _order(first_cell(each))):
        groups.setdefault(key_of(filing), []).append(filing)
    yield from groups.values()


def first_cell(filing: Filing | TaskFiling) -> Place:
    """The place that stands for the whole row."""
    return filing.row.place("indicator" if isinstance(filing, Filing) else "task")


def _order(place: Place) -> tuple[str, int]:
    return place.path, place.line


def _is_blank(filing: Filing) -> bool:
    value = filing.row.value
    return isinstance(value, Missing) and value.reason is Reason.NOT_REPORTED


def _releases(rows: Sequence[Filing]) -> Iterator[list[Filing]]:
    """Rows of one release together; those that state none go with the others if these are one."""
    stated = {_release(each) for each in rows if any(_release(each))}
    yield from _groups(rows, _release if len(stated) > 1 else lambda _: None)


def _release(filing: Filing) -> tuple[Release | None, str]:
    return filing.row.released, plain_name(filing.row.basis or "")


def _says(filing: Filing) -> Hashable:
    """What a row says, in the plan's unit: rows that say the same need no decision."""
    value = filing.actual().value
    if isinstance(value, Missing):
        return value.reason
    return value.value, value.qualifier, value.upper


def _fineness(filing: Filing) -> tuple[bool, int]:
    """Which of equal figures is kept: one in the plan's own unit, then the one printed finest."""
    value = filing.actual().value
    if isinstance(value, Missing):
        return True, 0
    return not value.is_converted, -int(value.value.as_tuple().exponent)


def _differing(told: Sequence[Filing]) -> Iterator[Finding]:
    first, *others = told
    for other in others:
        if _says(other) != _says(first):
            yield _twice(other, first, "value", _shown(other), _shown(first))
    stated = [each for each in told if each.row.status]
    for other in stated[1:]:
        if (mine := other.row.status) != (theirs := stated[0].row.status):
            yield _twice(other, stated[0], "status", mine, theirs)


def _differing_tasks(staged: Sequence[TaskFiling]) -> Iterator[Finding]:
    for other in staged[1:]:
        if (mine := other.row.stage) is not (theirs := staged[0].row.stage):
            yield _twice(other, staged[0], "stage", mine, theirs)


def _twice(
    other: Filing | TaskFiling,
    first: Filing | TaskFiling,
    column: str,
    mine: object,
    theirs: object,
) -> Finding:
    place = first.row.place(column)
    where = f"{place.path}:{place.line}:{place.column} [{place.cell}]"
    return other.finding(
        Rule.FILED_TWICE, column, kind="differs", first=where, found=mine, other=theirs
    )


def _shown(filing: Filing) -> str:
    printed, unit = filing.row.value.printed.strip(), filing.row.unit or ""
    return printed if printed.endswith(unit) else printed + unit


def _joined(texts: Iterable[str | None]) -> str | None:
    """Different texts one after the other; one that another holds already is not repeated."""
    known = list(dict.fromkeys(text for text in texts if text))
    parts = [t for t in known if not any(t != other and t in other for other in known)]
    return "；".join(parts) or None


def _first(cells: Iterable[_T | None]) -> _T | None:
    return next((cell for cell in cells if cell), None)


def _with(filing: _F, texts: Mapping[str, Any]) -> _F:
    return filing._replace(row=filing.row._replace(**texts))
