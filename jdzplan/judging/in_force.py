"""The plan as it is in force: what was decided by 31 December of a year, upon what was printed.

An every-year rule, and a relation each year, are held in each year against what was in force in
that year; everything else runs from the baseline to the target in force in the year judged. A
revised baseline is never in force: it makes a second plan, whatever the year, since the newest
figures of every year are counted as it was.
"""

from collections.abc import Iterable, Iterator, Mapping

from jdzplan.plan import (
    BOUNDS,
    Amendment,
    Change,
    Form,
    Grounds,
    Plan,
    Rate,
    Relation,
    Revision,
    Target,
    Task,
    Terms,
    Thing,
)


def in_order(plan: Plan) -> list[Amendment]:
    """The amendments by their dates."""
    return sorted(plan.amendments, key=lambda amendment: amendment.decided)


def amended(plan: Plan, amendments: Iterable[Amendment]) -> Plan:
    """The plan with amendments applied one after the other; what it does not have is skipped."""
    for amendment in amendments:
        for change in amendment.changes:
            if find(plan, change.thing) is not None:
                plan = _changed(plan, change, amendment)
    return plan


class Versions:
    """The plan as it was printed, and as it was in force in each year."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._made: dict[int, Plan] = {}

    def decided(self, year: int, thing: Thing) -> tuple[Amendment, ...]:
        """The amendments of one part of the plan that were decided by 31 December of a year."""
        all_of = in_order(self.plan)
        return tuple(a for a in all_of if a.decided.year <= year and a.touches(thing))

    def of(self, year: int) -> Plan:
        """The plan in force in a year."""
        if year not in self._made:
            decided = [a for a in in_order(self.plan) if a.decided.year <= year]
            self._made[year] = amended(self.plan, decided)
        return self._made[year]

    def revisions(self, thing: Thing) -> tuple[Revision, ...]:
        """The revisions that bear on one part of the plan, by their dates."""
        found = (each for each in self.plan.revisions if each.thing == thing)
        return tuple(sorted(found, key=lambda each: each.published))


def unanswered(plan: Plan) -> Iterator[tuple[int, Revision]]:
    """The revisions by date, each with its number, that no decision on the same thing followed."""
    for i, revision in sorted(enumerate(plan.revisions), key=lambda each: each[1].published):
        if revision.reviewed is None and not any(
            amendment.decided >= revision.published
            and any(change.thing[:2] == revision.thing for change in amendment.changes)
            for amendment in plan.amendments
        ):
            yield i, revision


def rebased(plan: Plan, name: str, revision: Revision) -> Plan:
    """The plan with an indicator's baseline as revised; multiples of it and growth follow."""
    indicator = plan.indicators[name]
    assert revision.after is not None  # as the rules of the plan demand
    start = dict.fromkeys(indicator.baseline, revision.after)
    new = indicator.changed(baseline=start, baseline_basis=revision.basis)
    return plan.changed(indicators={**plan.indicators, name: new})


def find(plan: Plan, thing: Thing) -> Target | Relation | Task | None:
    """What a change speaks of, or None where the plan has no such thing."""
    room, name, *reading = thing
    if room == "relations":
        return plan.relations.get(name)
    if room == "tasks":
        return plan.tasks.get(name)
    indicator = plan.indicators.get(name)
    stated = indicator.readings.get(reading[-1]) if indicator and reading else indicator
    return stated.target if stated else None


def terms_in_force(plan: Plan, thing: Thing) -> Terms:
    """What can be changed of a thing, as it stands; of something unknown nothing."""
    match find(plan, thing):
        case Target() as target:
            kept = {key: getattr(target, key) for key in (*BOUNDS, "times_baseline", "stretch")}
            if target.form is Form.EVERY_YEAR:
                years = plan.rule_years(target)
                return Terms(**kept, first=years.start, last=years.stop - 1)
            return Terms(**kept, by=plan.target_year(target))
        case Relation() as relation:
            return Terms(rate=relation.rate.value if relation.rate else None)
        case Task() as task:
            return Terms(due=None if task.yearly else task.due or plan.plan.period.last)
    return Terms()


def _changed(plan: Plan, change: Change, amendment: Amendment) -> Plan:
    """The plan after one change, in a new record."""
    room, name, *reading = change.thing
    parts: dict[str, object] = dict(getattr(plan, room))
    match find(plan, change.thing):
        case Target() as target:
            indicator, new = plan.indicators[name], _retargeted(target, change)
            if reading:
                stated = indicator.readings[reading[-1]].model_copy(update={"target": new})
                update: Mapping[str, object] = {
                    "readings": {**indicator.readings, reading[-1]: stated}
                }
            else:
                update = {"target": new}
            parts[name] = indicator.model_copy(update=update)
        case Relation() as relation:
            rate = Rate(value=change.after.rate, source=amendment.source)
            parts[name] = relation.model_copy(update={"rate": rate})
        case task:
            assert isinstance(task, Task)  # only what is found is changed
            dated = {"due": change.after.due, "due_reading": Grounds.PRINTED}
            parts[name] = task.model_copy(update=dated)
            if change.after.withdrawn:
                del parts[name]
    return plan.changed(**{room: parts})


def _retargeted(target: Target, change: Change) -> Target:
    """The target with what the change names; a bound is replaced as a whole."""
    after = change.after
    said = {key: getattr(after, key) for key in after.given if key in Target.model_fields}
    if after.bound is not None:
        said |= {key: getattr(after, key) for key in (*BOUNDS, "times_baseline")}
        said |= {"printed": change.printed, "reading": Grounds.PRINTED}
    if after.by is not None:
        said["by_reading"] = Grounds.PRINTED
    return Target.model_validate(target.model_dump() | said)
