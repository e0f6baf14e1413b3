"""Rules about a year's task rows, held against the plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from jdzplan.actuals import Stage, TaskReport, TaskRow
from jdzplan.catalogue import Rule
from jdzplan.findings import Finding
from jdzplan.nearest import near, plain_name
from jdzplan.plan import Plan


@dataclass(frozen=True)
class TaskNames:
    """The plan's tasks by every name that a row may use."""

    plan: Plan

    @cached_property
    def by_name(self) -> Mapping[str, str]:
        """Task id by compared name."""
        return {
            plain_name(name): key
            for key, task in self.plan.tasks.items()
            for name in (key, task.name.zh, task.name.en)
            if name
        }

    def find(self, name: str) -> str | None:
        """The id that a name stands for."""
        return self.by_name.get(plain_name(name))

    def filing(self, row: TaskRow, year: int) -> "TaskFiling | None":
        """A row together with its task; None where the plan does not know its name."""
        key = self.find(row.task)
        if key is None:
            return None
        named = self.guess(row.name) or "?" if row.name else None
        return TaskFiling(row, key, self.plan, year, named)

    def nearest(self, name: str) -> str | None:
        """The nearest name, as the plan writes it."""
        tasks = self.plan.tasks.items()
        words = (word for key, each in tasks for word in (each.name.zh, each.name.en, key))
        return near(name, filter(None, words))

    def guess(self, name: str) -> str | None:
        """The id that a name stands for, or most likely was meant to."""
        return self.find(name) or self.find(self.nearest(name) or "")


@dataclass(frozen=True, slots=True)
class TaskFiling:
    """A task row together with the task it is about."""

    row: TaskRow
    key: str
    plan: Plan
    year: int
    named: str | None = None

    def finding(self, rule: Rule, column: str, **params: object) -> Finding:
        """A finding at one of the row's cells."""
        params = {"indicator": self.plan.tasks[self.key].name, **params}
        return Finding(rule=rule, place=self.row.place(column), params=params, indicator=self.key)

    def report(self, *, is_rejected: bool) -> TaskReport:
        """The row as a report; a bad row keeps its place alone."""
        row = self.row
        place = row.place("stage")
        if is_rejected:
            return TaskReport(year=self.year, place=place, is_rejected=True)
        return TaskReport(
            year=self.year, stage=row.stage, evidence=row.evidence, note=row.note, place=place
        )


def unknown_task(row: TaskRow, names: TaskNames) -> Finding:
    """A name that the plan does not know."""
    params = {"found": row.task, "near": names.nearest(row.task)}
    return Finding(rule=Rule.TASK_UNKNOWN, place=row.place("task"), params=params)


def year_disagrees(filing: TaskFiling) -> Iterator[Finding]:
    """The year in a cell is not the year of the file."""
    if filing.row.year not in (None, filing.year):
        yield filing.finding(
            Rule.YEAR_DISAGREES, "year", found=filing.row.year, expected=filing.year
        )


def name_disagrees(filing: TaskFiling) -> Iterator[Finding]:
    """The id says one task, the name beside it another."""
    if filing.named not in (None, filing.key):
        yield filing.finding(Rule.NAME_DISAGREES, "name", found=filing.row.name)


def tasks_filed_twice(filings: Sequence[TaskFiling]) -> Iterator[Finding]:
    """One task in two rows of a year; neither counts."""
    first: dict[str, TaskFiling] = {}
    for filing in filings:
        earlier = first.setdefault(filing.key, filing)
        if earlier is not filing:
            place = earlier.row.place("task")
            yield filing.finding(Rule.FILED_TWICE, "task", first=place.row)


def no_evidence(filing: TaskFiling) -> Iterator[Finding]:
    """Reported as done, and nothing that shows it."""
    if filing.row.stage is Stage.DONE and filing.row.evidence is None:
        wanted = filing.plan.tasks[filing.key].evidence
        yield filing.finding(Rule.NO_EVIDENCE, "evidence", expected=wanted)


TASK_RULES = (year_disagrees, name_disagrees, no_evidence)
