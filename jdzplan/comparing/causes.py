"""Why a verdict moved: which one of the changes, made or undone alone, moves it too."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from jdzplan.check import check
from jdzplan.comparing.changes import FigureChange, ReportChange, RowChange
from jdzplan.comparing.moves import Kind, Outcome, Subject, outcomes
from jdzplan.comparing.plans import PlanChange, Renames
from jdzplan.comparing.sides import Side
from jdzplan.judging.formula import names_in
from jdzplan.plan import Indicator, Plan

_Lever = int | None  # a year whose files change, or the plan
# What bears on every verdict, by section; and what bears on none.
_FOR_ALL = {"plan": re.compile(r"period\..*|area\..*"), "policy": re.compile(r"path|bands\..*")}
_BESIDE = re.compile(
    r"(?:notes|owner|provider|definition|frequency|publication_lag|evidence)\b.*|.*\bsource\b.*"
    r"|.*\.printed"
)


class Cause(StrEnum):
    """What moved a verdict."""

    FIGURE = "figure"
    EARLIER_FIGURE = "earlier_figure"
    REJECTED = "rejected"
    PLAN = "plan"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """One cause with the changes that it consists of, as far as they can be named.

    `year` is the year of the figures or reports; None for the plan. A cause `YEAR` says that
    only one side has the year.
    """

    cause: Cause
    year: int | None = None
    figures: tuple[FigureChange, ...] = ()
    reports: tuple[ReportChange, ...] = ()
    plan: tuple[PlanChange, ...] = ()


@dataclass(frozen=True)
class Causes:
    """Everything that changed between two sides, to be made and undone one by one."""

    old: Side
    new: Side
    renamed: Renames
    figures: Sequence[FigureChange]
    reports: Sequence[ReportChange]
    plan: Sequence[PlanChange]

    def of(self, subject: Subject, old: Outcome | None, new: Outcome | None) -> tuple[Because, ...]:
        """Why a verdict is another, or is on one side only.

        A change is a cause where it moves the old verdict by itself, or where the new one would
        move without it; where several act only together, each is one.
        """
        if old is None or new is None:
            lacking = self.old if old is None else self.new
            if subject.year in lacking.result.years:
                return (self._because(subject, None),)
            return (replace(self._because(subject, subject.year), cause=Cause.YEAR),)
        levers = [lever for lever in self._levers if lever is None or lever <= subject.year]
        acting = [
            lever
            for lever in levers
            if self._made[lever].get(subject) != old or self._undone[lever].get(subject) != new
        ]
        return tuple(self._because(subject, lever) for lever in acting or levers)

    @cached_property
    def _levers(self) -> tuple[_Lever, ...]:
        """What can be changed by itself: the files of a year, or the plan (None)."""
        years = {change.key.year for change in self.figures}
        years |= {change.key.year for change in self.reports}
        there = [
            {(file.year, file.is_tasks, file.broken) for file in side.files}
            for side in (self.old, self.new)
        ]
        years |= {year for year, *_ in there[0] ^ there[1]}
        return (*sorted(years), *(None,) * bool(self.plan))

    @cached_property
    def _made(self) -> Mapping[_Lever, Mapping[Subject, Outcome]]:
        """What the old side would say with one change made."""
        return {lever: self._moved(self.old, self.new, lever) for lever in self._levers}

    @cached_property
    def _undone(self) -> Mapping[_Lever, Mapping[Subject, Outcome]]:
        """What the new side would say with one change undone."""
        return {lever: self._moved(self.new, self.old, lever) for lever in self._levers}

    def _moved(self, base: Side, donor: Side, lever: _Lever) -> Mapping[Subject, Outcome]:
        plan = donor.plan if lever is None else base.plan
        if plan is None:
            return {}
        theirs = [file for file in donor.files if file.year == lever]
        is_checked = lever in base.result.years
        checked = [file for file in base.result.files if file.year != lever]
        beside = [file for file in base.earlier if file.year != lever]
        (checked if is_checked else beside).extend(theirs if lever else ())
        result = check(plan, checked, beside)
        return outcomes(result, self.renamed if plan is self.old.plan else Renames())

    def _because(self, subject: Subject, lever: _Lever) -> Because:
        inputs = self._inputs(subject)
        if lever is None:
            plan = (each for each in self.plan if _bears_on(each, subject, inputs))
            return Because(cause=Cause.PLAN, plan=tuple(plan))
        is_task = subject.kind is Kind.TASK
        figures = [f for f in self.figures if f.key.year == lever and f.key.measure in inputs]
        # A figure that was filed itself is never computed from others.
        figures = [f for f in figures if f.key.measure == subject.id] or figures
        reports = (r for r in self.reports if is_task and r.key == (lever, subject.id))
        because = Because(
            cause=Cause.FIGURE if lever == subject.year else Cause.EARLIER_FIGURE,
            year=lever,
            figures=tuple(figures),
            reports=tuple(reports),
        )
        changes: list[RowChange] = [*because.figures, *because.reports]
        flips = ("is_rejected" in each.fields for each in changes)
        return replace(because, cause=Cause.REJECTED) if any(flips) else because

    def _inputs(self, subject: Subject) -> frozenset[str]:
        """The figures that a verdict may rest on, by the ids of the new plan."""
        old, new = self.old.plan, self.new.plan
        before = {
            self.renamed.new_measure(key)
            for own in (getattr(old, subject.kind, {}) if old else ())
            if old and self.renamed.new_id(subject.kind, own) == subject.id
            for key in _inputs(old, subject.kind, own)
        }
        return frozenset(before | set(_inputs(new, subject.kind, subject.id) if new else ()))


def _bears_on(change: PlanChange, subject: Subject, inputs: frozenset[str]) -> bool:
    """Whether a change of the plan may be why a verdict moved."""
    if change.section in _FOR_ALL:
        return _FOR_ALL[change.section].fullmatch(change.field) is not None
    own = (str(subject.kind), subject.id)
    if (change.section, change.key) == own:
        is_about = _is_of(change.field, subject.reading)
    else:
        is_about = change.section in ("indicators", "series") and change.key in inputs
    return own in change.about or (is_about and not _BESIDE.fullmatch(change.field))


def _is_of(field: str, reading: str) -> bool:
    """Whether a key of an indicator bears on one of its readings, or on that in force, ""."""
    if field.startswith("readings."):
        return field.startswith(f"readings.{reading}.")
    return not (reading and field.startswith("target."))


def _inputs(plan: Plan, kind: Kind, key: str) -> set[str]:
    """The ids of all figures that an entry of a plan rests on, formulas and members included."""
    indicator, relation = plan.indicators.get(key), plan.relations.get(key)
    todo: list[str] = []
    if kind is Kind.INDICATOR and indicator is not None:
        todo = [key, *(each.filed_as for each in indicator.readings.values() if each.filed_as)]
    elif kind is Kind.RELATION and relation is not None:
        todo = [*relation.of, *filter(None, [relation.than])]
    found: set[str] = set()
    while todo:
        each = todo.pop()
        measure = plan.measures[each]
        members = measure.members if isinstance(measure, Indicator) else ()
        parts = [
            *(f"{each}/{name}" for name in members),
            *(names_in(measure.formula) if measure.formula else ()),
        ]
        found.add(each)
        todo += (part for part in parts if part not in found)
    return found
