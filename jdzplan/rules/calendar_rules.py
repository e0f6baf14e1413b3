"""What is overdue at a date that is given: figures past their publication lag, tasks not done.

There is no clock here: without a date nothing is overdue.
"""

from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from jdzplan.actuals import Actual, Missing, TaskReport
from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.judging.assessment import Known
from jdzplan.judging.beside import task_in_force
from jdzplan.judging.in_force import Versions
from jdzplan.judging.needed import needed, owner_of
from jdzplan.judging.prepare import answers_of
from jdzplan.plan import Plan, Text
from jdzplan.verdicts import Reason

_NOT_FILED = (Reason.NOT_REPORTED, Reason.NOT_YET_PUBLISHED)


class AsOf(NamedTuple):
    """The day that overdue is told for, the years that are looked at, and their folder.

    `folder` is that of the yearly files, as findings print it.
    """

    day: date
    years: Collection[int]
    folder: str


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the month's last where it has none such.

    >>> months_after(date(2023, 12, 31), 2), months_after(date(2023, 12, 31), 9)
    (datetime.date(2024, 2, 29), datetime.date(2024, 9, 30))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def figures_overdue(plan: Plan, known: Known, as_of: AsOf) -> Iterator[Finding]:
    """A figure that should be out, by the lag of its publication, and was not filed."""
    for year in as_of.years:
        for key in needed(plan, year):
            if key not in plan.indicators and key not in plan.series:
                continue  # a member comes with its set
            lag = plan.measures[key].publication_lag or plan.policy.publication_lag
            if lag is None or lag.months is None:
                continue
            due, filed = months_after(date(year, 12, 31), lag.months), known.get(key, {}).get(year)
            if as_of.day > due and _is_missing(plan, key, year, known):
                place = filed.place if filed else Place(f"{as_of.folder}{year}.csv")
                owner = owner_of(plan, key)
                name = plan.measures[key].name
                yield _finding(
                    Rule.FIGURE_OVERDUE, place, key, name=name, year=year, due=due, owner=owner
                )


def _is_missing(plan: Plan, key: str, year: int, known: Known) -> bool:
    """Nothing filed, or filed as not yet published; of a set neither a number nor all members."""
    actual: Actual | None = known.get(key, {}).get(year)
    if actual is not None and not (
        isinstance(actual.value, Missing) and actual.value.reason in _NOT_FILED
    ):
        return False
    indicator = plan.indicators.get(key)
    if indicator is None or not indicator.members:
        return True
    return len(answers_of(key, indicator, year, known)) < len(indicator.members)


def tasks_overdue(
    versions: Versions, reports: Mapping[str, Mapping[int, TaskReport]], as_of: AsOf
) -> Iterator[Finding]:
    """A task past its date and not done: of a yearly one each year, else by its year."""
    over = [year for year in as_of.years if year < as_of.day.year]
    plan = versions.of(max(over)) if over else versions.plan
    for name, task in plan.tasks.items() if over else ():
        for year in over if task.yearly else over[-1:]:
            done = task_in_force(versions, name, year, reports.get(name, {}), is_told=True)
            if done.is_overdue:
                path = f"{as_of.folder}{done.due}.tasks.csv"
                place = done.report.place if done.report else Place(path)
                due, owner = date(done.due, 12, 31), task.owner.lead
                yield _finding(
                    Rule.TASK_OVERDUE,
                    place,
                    name,
                    name=task.name,
                    year=done.due,
                    due=due,
                    owner=owner,
                )


def _finding(
    rule: Rule, place: Place, key: str, *, name: Text, year: int, due: date, owner: str | None
) -> Finding:
    said = {"indicator": name, "year": year, "since": due, "owner": owner}
    params: dict[str, object] = said if owner else {**said, "kind": "nobody"}
    return Finding(rule=rule, place=place, params=params, indicator=key)
