"""Rules about a year's task rows, held against the plan."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jdzplan.actuals import Stage, TaskReport, TaskRow
from jdzplan.catalogue import Rule
from jdzplan.findings import Finding
from jdzplan.plan import Plan
from jdzplan.rules.names import Names, words_of


def task_names_of(plan: Plan) -> Names:
    """The plan's tasks by name."""
    return Names({key: words_of(task.name) for key, task in plan.tasks.items()})


class TaskFiling(NamedTuple):
    """A task row with its task; `named` is what its name column means where that differs."""

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


def task_filing_of(plan: Plan, names: Names, row: TaskRow, year: int) -> TaskFiling | None:
    """A row together with its task; None where the plan does not know its name."""
    key = names.find(row.task)
    return TaskFiling(row, key, plan, year, names.contradicts(row.name, key)) if key else None


def unknown_task(row: TaskRow, names: Names) -> Finding:
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
    if filing.named is not None:
        yield filing.finding(Rule.NAME_DISAGREES, "name", found=filing.row.name)


def tasks_filed_twice(filings: Sequence[TaskFiling]) -> Iterator[Finding]:
    """One task in two rows of a year; neither counts."""
    first: dict[str, TaskFiling] = {}
    for filing in filings:
        earlier = first.setdefault(filing.key, filing)
        if earlier is not filing:
            place = earlier.row.place("task")
            yield filing.finding(Rule.FILED_TWICE, "task", kind="task", first=place.row)


def no_evidence(filing: TaskFiling) -> Iterator[Finding]:
    """Reported as done, and nothing that shows it."""
    if filing.row.stage is Stage.DONE and filing.row.evidence is None:
        wanted = filing.plan.tasks[filing.key].evidence
        yield filing.finding(Rule.NO_EVIDENCE, "evidence", expected=wanted)


TASK_RULES = (year_disagrees, name_disagrees, no_evidence)
