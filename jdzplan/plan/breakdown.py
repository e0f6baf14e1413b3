"""The parts of the plan's area: divisions, their regions, and each region's share of a target.

Regions of one division do not overlap, so that their figures may be added up; those of two
divisions, a park and the district that it lies in, never are.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from jdzplan.plan.base import Name, Number, Owner, Record, Sources, Text, Year
from jdzplan.plan.target import BOUNDS, Bounded, Target


class RegionKind(StrEnum):
    """What sort of region."""

    DISTRICT = "district"
    COUNTY = "county"
    CITY = "city"
    PARK = "park"
    OTHER = "other"


class Division(Record):
    """Regions that do not overlap, such as all counties, or all parks."""

    name: Text
    """What its regions are called together, such as 县（市、区）."""
    complete: StrictBool
    """Whether its regions make up the whole area. Their figures then have to come to the figure of
    the whole; otherwise they cannot exceed it."""
    source: Sources
    """Where the division is stated."""


class Region(Record):
    """A county, a district, a park: a part of the plan's area that figures are filed for."""

    name: Text
    """Name of the region."""
    aliases: tuple[Name, ...] = ()
    """Other names it is filed under."""
    kind: RegionKind
    """district, county, city (a city at the rank of a county), park or other."""
    division: Name
    """Key of the division it belongs to."""
    within: Name | None = None
    """Id of the region, of another division, that it lies in."""
    owner: Owner = Owner.model_construct()
    """Who answers for its share of every target."""
    source: Sources
    """Where the region is stated."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it may be filed under, besides its id."""
        return tuple(n for n in (self.name.zh, self.name.en, *self.aliases) if n)


class SubTarget(Bounded):
    """A region's share of a target: a bound of its own; form and years are those of the whole."""

    baseline: Annotated[dict[Year, Number], Field(max_length=1)] = {}
    """The region's known value at the start, as {2020: 80}."""
    printed: Name | None = None
    """The share as the document words it."""
    source: Sources | None = None
    """Where it is printed, if not where the breakdown is."""

    @model_validator(mode="after")
    def _has_a_bound(self) -> "SubTarget":
        if self.bound is None:
            raise PydanticCustomError("one_bound", "exactly one bound", {"given": ""})
        return self

    def of_whole(self, target: Target) -> Target:
        """The region's target, whose whole is `target`."""
        bound = {key: getattr(self, key) for key in BOUNDS}
        return target.changed(
            **bound,
            printed=self.printed,
            times_baseline=False,
            stretch=None,
            milestones={},
            milestones_source=None,
        )


class Breakdown(Record):
    """How a target is broken down to the regions of one division."""

    division: Name
    """Key of the division."""
    targets: Annotated[dict[Name, SubTarget], Field(min_length=1)]
    """Each region's share, by the region's id. Where the quantity adds up, shares and reserve have
    to come to the target of the whole."""
    reserve: Number = Decimal(0)
    """What of the whole is left to no region, in the indicator's unit."""
    source: Sources
    """Where the breakdown is printed."""


Breakdowns = Annotated[
    tuple[Breakdown, ...],
    BeforeValidator(
        lambda value: [value] if isinstance(value, dict) else value,
        json_schema_input_type=Breakdown | list[Breakdown],
    ),
]
