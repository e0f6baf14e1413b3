"""Tasks: done only by a named piece of evidence, judged at 31 December of the year."""

from collections.abc import Mapping
from typing import NamedTuple

from jdzplan.actuals import Stage, TaskReport
from jdzplan.plan import Amendment, Grounds, Plan
from jdzplan.verdicts import Reason, Verdict

TaskReports = Mapping[int, TaskReport]
"""What was reported on a task, by year."""


class TaskAssessment(NamedTuple):
    """A verdict on one task in one year, with the latest report on it."""

    task: str
    year: int
    due: int
    verdict: Verdict
    reason: Reason | None = None
    report: TaskReport | None = None
    due_reading: Grounds = Grounds.PRINTED
    amendments: tuple[Amendment, ...] = ()
    original: "TaskAssessment | None" = None

    @property
    def is_overdue(self) -> bool:
        """Whether it was due and is not done, rather than stopped."""
        stage = self.report.stage if self.report else None
        return self.verdict is Verdict.MISSED and stage is not Stage.STOPPED


def assess_task(
    plan: Plan, name: str, year: int, reports: TaskReports, *, is_told: bool = True
) -> TaskAssessment:
    """Judge task `name` in `year` by the latest report up to then; of a yearly one, the year's.

    `is_told` says whether tasks were reported on at all in the year: a due task on which a
    report is silent is not done; without any report nobody knows.
    """
    task, period = plan.tasks[name], plan.plan.period
    due = year if task.yearly else task.due or period.last
    told = [
        y
        for y, each in reports.items()
        if (each.stage or each.is_rejected) and y <= year and (y == year or not task.yearly)
    ]
    report = reports[max(told)] if told else None
    blank = TaskAssessment(
        task=name,
        year=year,
        due=due,
        verdict=Verdict.NOT_ASSESSED,
        report=report,
        due_reading=task.due_reading,
    )
    if not period.first <= year <= period.last:
        return blank._replace(reason=Reason.OUTSIDE_PERIOD)
    if report is not None and report.is_rejected:
        return blank._replace(reason=Reason.ROW_REJECTED)
    stage = report.stage if report else None
    if report is not None and stage is Stage.DONE:
        if report.evidence is None:
            return blank._replace(reason=Reason.NO_EVIDENCE)
        return blank._replace(verdict=Verdict.ACHIEVED)
    if stage is Stage.STOPPED:
        return blank._replace(verdict=Verdict.MISSED)
    if due > year:
        return blank._replace(reason=Reason.NOT_DUE)
    if not is_told and (report is None or report.year < due):
        return blank._replace(reason=Reason.NOT_REPORTED)
    return blank._replace(verdict=Verdict.MISSED)
