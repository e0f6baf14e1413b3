"""Two sides into one record: what changed in plan, figures and reports, and what it moved."""

from dataclasses import dataclass

from jdzplan.comparing.causes import Because, Causes
from jdzplan.comparing.changes import FigureChange, ReportChange, figure_changes, report_changes
from jdzplan.comparing.history import promises_changed
from jdzplan.comparing.moves import Direction, Outcome, Subject, direction, outcomes
from jdzplan.comparing.plans import PlanChange, Renames, plan_changes, renames
from jdzplan.comparing.sides import Side
from jdzplan.findings import Finding
from jdzplan.plan import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A verdict that is another on the new side, or stands on one side only, and why."""

    subject: Subject
    old: Outcome | None
    new: Outcome | None
    causes: tuple[Because, ...]

    @property
    def direction(self) -> Direction:
        """Whether it got better or worse."""
        return direction(self.old, self.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """All that lies between two sides; ids are those of the new plan."""

    old: Side
    new: Side
    plan: tuple[PlanChange, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    reports: tuple[ReportChange, ...] = ()
    moves: tuple[Move, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.plan or self.figures or self.reports or self.moves)

    def name_of(self, section: str, key: str) -> Text | None:
        """What something is called, by the section of its id (`measures` for all figures)."""
        plans = [side.plan for side in (self.new, self.old) if side.plan]
        entries = (getattr(plan, section).get(key) for plan in plans)
        return next((entry.name for entry in entries if entry), None)

    def reading_of(self, indicator: str, reading: str) -> Text | None:
        """What another reading of an indicator is called."""
        plans = [side.plan for side in (self.new, self.old) if side.plan]
        found = (plan.indicators[indicator] for plan in plans if indicator in plan.indicators)
        readings = (each.readings[reading] for each in found if reading in each.readings)
        return next((each.name for each in readings), None)


def compare(old: Side, new: Side) -> Diff:
    """What lies between two sides; where one is a single table, of what it holds alone."""
    renamed = renames(old.plan, new.plan)
    plan = plan_changes(old.plan, new.plan, renamed)
    figures = figure_changes(old, new, renamed)
    reports = report_changes(old, new, renamed)
    causes = Causes(old, new, renamed, figures, reports, plan)
    before, after = outcomes(old.result, renamed), outcomes(new.result, Renames())
    scope = _scope(old, new)
    years = {year for year, _ in scope}
    moved = [
        subject
        for subject in dict.fromkeys((*after, *before))
        if before.get(subject) != after.get(subject) and subject.year in years
    ]
    return Diff(
        old=old,
        new=new,
        plan=plan,
        figures=tuple(each for each in figures if (each.key.year, False) in scope),
        reports=tuple(each for each in reports if (each.key.year, True) in scope),
        moves=tuple(
            Move(
                subject=subject,
                old=before.get(subject),
                new=after.get(subject),
                causes=causes.of(subject, before.get(subject), after.get(subject)),
            )
            for subject in moved
        ),
        findings=tuple(promises_changed(old, new, plan)),
    )


def _scope(old: Side, new: Side) -> set[tuple[int, bool]]:
    """The tables to tell of, each by its year and whether it is of tasks."""
    tables = [{(file.year, file.is_tasks) for file in side.result.files} for side in (old, new)]
    asked = [each for each, side in zip(tables, (old, new), strict=True) if side.is_file]
    return set().union(*(asked or tables))
