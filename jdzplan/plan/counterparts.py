"""Counterparts: where a higher plan promises the same, and the numbers it sets for this one."""

from pydantic import StrictBool

from jdzplan.plan.base import Name, Number, Record, Sources, StrictYear, Text


class Counterpart(Record):
    """What a higher plan promises of the same thing."""

    plan: Text
    """Title of the higher plan."""
    clause: Name | None = None
    """Where it stands in that plan, as 专栏1 or 第二章第三节."""
    value: Number | None = None
    """Its target, in its own unit."""
    year: StrictYear | None = None
    """Its target year."""
    unit: Name | None = None
    """Its unit; the same as here if left out."""
    standard: StrictBool = False
    """Whether its value, in per cent, is the number that this plan leaves to it: the rate of a
    relation, or of an average growth."""
    source: Sources
    """Where the numbers were taken from."""


def standard_in(counterparts: tuple[Counterpart, ...]) -> Counterpart | None:
    """The counterpart that sets the number which this plan leaves open, if there is one."""
    return next((each for each in counterparts if each.standard and each.value is not None), None)
