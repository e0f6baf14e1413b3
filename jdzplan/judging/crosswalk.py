"""The crosswalk: promises beside their counterparts in higher plans, and how they differ."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from jdzplan.plan import Better, Counterpart, Form, Indicator, Plan, Rate, Relation, Task, Thing
from jdzplan.plan.counterparts import standard_in
from jdzplan.units import parse_unit, shift

_IN_PER_CENT = (Form.AVERAGE_GROWTH, Form.CUMULATIVE_REDUCTION)


class Differs(StrEnum):
    """In what a promise and its counterpart differ."""

    VALUE = "value"
    UNIT = "unit"
    YEAR = "year"


class Match(NamedTuple):
    """A promise beside one counterpart; values are compared in this plan's unit."""

    thing: Thing
    value: Decimal | None
    unit: str | None
    year: int | None
    counterpart: Counterpart
    differs: tuple[Differs, ...]


def crosswalk(plan: Plan) -> Iterator[Match]:
    """Everything that names a counterpart, in the plan's order."""
    for room in ("indicators", "relations", "tasks"):
        for name, promise in getattr(plan, room).items():
            value, unit, year = _stated(plan, promise)
            for each in promise.counterparts:
                yield Match(
                    thing=(room, name),
                    value=value,
                    unit=unit,
                    year=year,
                    counterpart=each,
                    differs=tuple(_differences(value, unit, year, each)),
                )


def _stated(
    plan: Plan, promise: Indicator | Relation | Task
) -> tuple[Decimal | None, str | None, int | None]:
    """What is promised here: a value with its unit, and a year; a doubling as what it comes to."""
    if isinstance(promise, Task):
        return None, None, None if promise.yearly else promise.due or plan.plan.period.last
    if isinstance(promise, Relation):
        rate = promise.rate.value if promise.rate else None
        return rate, None if rate is None else "%", plan.plan.period.last
    target = promise.target
    is_yearly = target.form is Form.EVERY_YEAR
    year = plan.rule_years(target)[-1] if is_yearly else plan.target_year(target)
    if target.times_baseline and promise.start:
        target = target.times(promise.start[1])
    value = target.bound[1] if target.bound else None
    return value, "%" if target.form in _IN_PER_CENT else promise.unit, year


def _differences(
    value: Decimal | None, unit: str | None, year: int | None, other: Counterpart
) -> Iterator[Differs]:
    """A value that cannot be put into this plan's unit is not compared; the units differ then."""
    theirs = other.unit or unit
    power = shift(theirs, unit) if theirs and unit else 0
    theirs_here = None
    if other.value is not None and power is not None:
        theirs_here = Fraction(other.value) * Fraction(10) ** power
    if value is not None and theirs_here is not None and theirs_here != value:
        yield Differs.VALUE
    if unit and theirs and parse_unit(theirs) != parse_unit(unit):
        yield Differs.UNIT
    if year is not None and other.year is not None and other.year != year:
        yield Differs.YEAR


def with_standards(plan: Plan) -> Plan:
    """The plan with every number that it leaves to a higher plan, as far as that sets it."""
    indicators: dict[str, Indicator] = {}
    for name, indicator in plan.indicators.items():
        found = standard_in(indicator.counterparts)
        if found and found.value is not None and leaves_open(indicator):
            key = "at_most" if indicator.better is Better.LOWER else "at_least"
            target = indicator.target.bounded_by({key: found.value})
            indicators[name] = indicator.changed(target=target)
    relations = {
        name: relation.changed(rate=Rate(value=found.value, source=found.source))
        for name, relation in plan.relations.items()
        if (found := standard_in(relation.counterparts)) and leaves_open(relation)
    }
    if not indicators and not relations:
        return plan
    return plan.changed(
        indicators=plan.indicators | indicators, relations=plan.relations | relations
    )


def leaves_open(promise: Indicator | Relation | Task) -> bool:
    """Whether a number is left to another document."""
    if isinstance(promise, Indicator):
        return promise.target.form is Form.AVERAGE_GROWTH and promise.target.bound is None
    if isinstance(promise, Relation):
        return promise.rate is not None and promise.rate.value is None
    return False
