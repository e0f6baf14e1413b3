"""A table on its way out: headers, rows of texts, and the cells that offer a choice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jdzplan.plan import Kind, Measure, Plan
from jdzplan.wording.words import Words

_FIGURES = (
    *("indicator", "name", "value", "unit", "region", "status", "released", "basis"),
    *("source", "note", "definition"),
)
_ONLY_WHERE_USED = ("region", "basis")
_TASKS = ("task", "name", "stage", "evidence", "note", "due")


@dataclass(frozen=True, slots=True)
class Choice:
    """Cells of one column, rows counted from 0 below the header, that take one of `words`."""

    column: int
    rows: tuple[int, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts; `columns` are the names that reading knows its headers by."""

    columns: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    choices: tuple[Choice, ...] = ()


def figures_grid(plan: Plan, rows: Sequence[Mapping[str, str]], words: Words) -> Grid:
    """Rows by column name, each with its `indicator`, into the table of a year's figures.

    The plan's name, unit, basis and definition are put in where a row has none. Regions and bases
    have a column only where there are any.
    """
    measures = [plan.measures[row["indicator"]] for row in rows]
    whole = [{**_plan_cells(m, words), **row} for m, row in zip(measures, rows, strict=True)]
    columns = tuple(
        c for c in _FIGURES if c not in _ONLY_WHERE_USED or any(row.get(c) for row in whole)
    )
    answers = tuple(i for i, measure in enumerate(measures) if measure.kind is Kind.ANSWER)
    choices = (
        Choice(columns.index("value"), answers, (words.sheet["yes"], words.sheet["no"])),
        Choice(columns.index("status"), tuple(range(len(rows))), tuple(words.statuses.values())),
    )
    return _grid(columns, words.sheet, whole, choices)


def tasks_grid(plan: Plan, year: int, rows: Sequence[Mapping[str, str]], words: Words) -> Grid:
    """Rows by column name, each with its `task`, into the table of a year's tasks."""
    whole = []
    for row in rows:
        task = plan.tasks[row["task"]]
        due = year if task.yearly else task.due or plan.plan.period.last
        whole.append({"name": task.name.get(words.language), "due": str(due), **row})
    choice = Choice(_TASKS.index("stage"), tuple(range(len(rows))), tuple(words.stages.values()))
    headers = {**words.sheet, "name": words.sheet["task_name"]}
    return _grid(_TASKS, headers, whole, (choice,))


def _plan_cells(measure: Measure, words: Words) -> dict[str, str]:
    return {
        "name": measure.name.get(words.language),
        "unit": measure.unit,
        "basis": measure.basis or "",
        "definition": measure.definition.get(words.language) if measure.definition else "",
    }


def _grid(
    columns: tuple[str, ...],
    headers: Mapping[str, str],
    rows: Iterable[Mapping[str, str]],
    choices: tuple[Choice, ...],
) -> Grid:
    return Grid(
        columns,
        tuple(headers[column] for column in columns),
        tuple(tuple(row.get(column, "") for column in columns) for row in rows),
        tuple(choice for choice in choices if choice.rows),
    )
