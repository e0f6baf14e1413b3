"""The returns of a year, as read, into the rows of one table: mended, merged, or refused."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jdzplan.actuals import YearFile
from jdzplan.catalogue import Rule, Severity
from jdzplan.check import check, ordered
from jdzplan.collecting.grid import Grid, figures_grid, tasks_grid
from jdzplan.collecting.merge import Merged, first_cell, merge
from jdzplan.findings import Finding, Place
from jdzplan.judging.needed import in_order
from jdzplan.narrow import narrow
from jdzplan.patterns import Pattern
from jdzplan.plan import Kind, Plan
from jdzplan.rules.areas import regions_of
from jdzplan.rules.row_rules import (
    ROW_RULES,
    Filing,
    filing_of,
    names_of,
    power_of,
    unknown_indicator,
)
from jdzplan.rules.task_rules import (
    TASK_RULES,
    TaskFiling,
    task_filing_of,
    task_names_of,
    unknown_task,
)
from jdzplan.wording.words import Words

CHANGES = (
    *("encoding", "separator", "headers", "ids", "names", "regions", "units", "figures"),
    *("merged", "blank"),
)
"""The kinds of change, in the order of telling."""

_UTF8 = ("utf-8", "utf-8-sig", "")
_THOUSANDS = Pattern(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """The tables of a year, None where no return had rows of that sort.

    `changes` are the places that were changed, by kind; `findings` what somebody has to decide or
    should know. Rows with an error among them are not in the tables.
    """

    figures: Grid | None
    tasks: Grid | None
    findings: tuple[Finding, ...]
    changes: Mapping[str, tuple[Place, ...]]

    @property
    def errors(self) -> int:
        """How many findings ask for a decision."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)


def collect(
    plan: Plan, year: int, files: Sequence[YearFile], findings: Sequence[Finding], words: Words
) -> Collected:
    """All returns of `year` as one table of figures and one of tasks; `findings` of reading them.

    What is left after merging is checked as a year's own files would be, so that nothing is
    written that `check` calls an error.
    """
    figures, tasks, refusals = _good(plan, files)
    merged = merge(figures, tasks)
    found = [*findings, *refusals, *merged.findings]
    found += check(plan, [_only(file, merged) for file in files]).findings
    errors = [finding.place for finding in found if finding.severity is Severity.ERROR]
    bad = {(place.path, place.line) for place in errors}
    changes: dict[str, list[Place]] = defaultdict(list)
    for file in files:
        _note_file(file, words, changes)
    changes["merged"] += merged.alike
    changes["blank"] += merged.blank
    rank = {key: i for i, key in enumerate((*in_order(plan), *plan.tasks))}
    # Of rows that nobody can put in order only the later ones are named; none is taken.
    twice = {(f.indicator, f.region) for f in found if f.rule is Rule.FILED_TWICE}
    kept = [
        each
        for each in merged.figures
        if _line(first_cell(each)) not in bad and (each.key, each.region) not in twice
    ]
    part = {region: i for i, region in enumerate((None, *plan.regions))}
    kept.sort(
        key=lambda each: (
            rank[each.key],
            part.get(each.region, len(part)),
            each.region or "",
            _age(each),
        )
    )
    told = [each for each in merged.tasks if _line(first_cell(each)) not in bad]
    told.sort(key=lambda each: rank[each.key])
    rows = [_cells(each, plan, words, changes) for each in kept]
    reports = [_task_cells(each, plan, words, changes) for each in told]
    return Collected(
        figures=figures_grid(plan, rows, words) if rows else None,
        tasks=tasks_grid(plan, year, reports, words) if reports else None,
        findings=ordered(found),
        changes={kind: tuple(changes[kind]) for kind in CHANGES if changes[kind]},
    )


def plain_figure(printed: str) -> str:
    """A figure as published, in narrow characters and without separators of thousands.

    >>> plain_figure("１，３１８．５０"), plain_figure("≥1,200")
    ('1318.50', '≥1200')
    """
    return _THOUSANDS.sub("", narrow(printed))


def _good(
    plan: Plan, files: Sequence[YearFile]
) -> tuple[list[Filing], list[TaskFiling], list[Finding]]:
    """The rows without an error, and the findings on the others."""
    names, regions, task_names = names_of(plan), regions_of(plan), task_names_of(plan)
    figures: list[Filing] = []
    tasks: list[TaskFiling] = []
    refusals: list[Finding] = []
    for file in files:
        for row in file.rows:
            filing = filing_of(plan, names, regions, row, file.year)
            if filing is None:
                refusals.append(unknown_indicator(row, names, task_names))
            elif problems := _errors(f for rule in ROW_RULES for f in rule(filing)):
                refusals += problems
            else:
                figures.append(filing)
        for report in file.tasks:
            told = task_filing_of(plan, task_names, report, file.year)
            if told is None:
                refusals.append(unknown_task(report, task_names))
            elif problems := _errors(f for rule in TASK_RULES for f in rule(told)):
                refusals += problems
            else:
                tasks.append(told)
    return figures, tasks, refusals


def _errors(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def _age(filing: Filing) -> tuple[int, ...]:
    """Releases stand oldest first."""
    return filing.row.released.parts if filing.row.released else ()


def _line(place: Place) -> tuple[str, int]:
    return place.path, place.line


def _only(file: YearFile, merged: Merged) -> YearFile:
    """A file with those of its rows that were kept, as if nothing else had stood in it."""
    return file._replace(
        rows=tuple(f.row for f in merged.figures if first_cell(f).path == file.path),
        tasks=tuple(f.row for f in merged.tasks if first_cell(f).path == file.path),
        rejected=frozenset(),
        rejected_parts=frozenset(),
        broken=False,
    )


def _note_file(file: YearFile, words: Words, changes: dict[str, list[Place]]) -> None:
    place = Place(file.path)
    if file.encoding not in _UTF8:
        changes["encoding"].append(place)
    if file.separator != ",":
        changes["separator"].append(place)
    expected = {**words.sheet, "name": words.sheet["task_name" if file.is_tasks else "name"]}
    for column, printed in file.headers.items():
        if column != "year" and printed.lstrip("\ufeff") != expected[column]:
            changes["headers"].append(place)


def _cells(
    filing: Filing, plan: Plan, words: Words, changes: dict[str, list[Place]]
) -> dict[str, str]:
    """A row's cells for the table; what differs from the cells as they were filed is noted."""
    row, measure = filing.row, filing.measure
    is_same = filing.unit is None or power_of(filing.unit, measure) == 0
    is_plan_unit = is_same or measure.kind is Kind.ANSWER
    unit = measure.unit if is_plan_unit else filing.unit or ""
    value = plain_figure(row.value.printed)
    listed = plan.regions.get(filing.region or "")
    region = listed.name.get(words.language) if listed else filing.region or ""
    filed = {
        "ids": ("indicator", row.indicator, filing.key),
        "regions": ("region", row.region, region),
        "names": ("name", row.name, measure.name.get(words.language)),
        "units": ("unit", row.unit, unit),
        "figures": ("value", row.value.printed.strip(), value),
    }
    _note_row(filing, filed, changes)
    return {
        "indicator": filing.key,
        "value": value,
        "unit": unit,
        "region": region,
        "status": words.statuses[row.status] if row.status else "",
        "released": str(row.released or ""),
        "basis": row.basis or "",
        "source": row.source or "",
        "note": row.note or "",
    }


def _task_cells(
    filing: TaskFiling, plan: Plan, words: Words, changes: dict[str, list[Place]]
) -> dict[str, str]:
    row = filing.row
    name = plan.tasks[filing.key].name.get(words.language)
    filed = {"ids": ("task", row.task, filing.key), "names": ("name", row.name, name)}
    _note_row(filing, filed, changes)
    return {
        "task": filing.key,
        "stage": words.stages[row.stage] if row.stage else "",
        "evidence": row.evidence or "",
        "note": row.note or "",
    }


def _note_row(
    filing: Filing | TaskFiling,
    filed: Mapping[str, tuple[str, str | None, str]],
    changes: dict[str, list[Place]],
) -> None:
    for kind, (column, before, after) in filed.items():
        if (before or "") != after:
            changes[kind].append(filing.row.place(column))
