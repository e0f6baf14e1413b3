"""Amendments: what a decision changed in the plan, from what to what. The original is kept."""

from typing import Annotated

from pydantic import ConfigDict, Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from jdzplan.plan.base import Day, Name, Number, Record, Sources, StrictYear, Text
from jdzplan.plan.target import BOUNDS, Bounded

ROOMS = {"indicator": "indicators", "relation": "relations", "task": "tasks"}
Thing = tuple[str, ...]


class Terms(Bounded):
    """What a change speaks of: a bound as a whole, years, the rate of a relation, a task's date."""

    times_baseline: StrictBool = False
    """Whether the bound is a multiple of the baseline value."""
    stretch: Number | None = None
    """The upper end of a wording such as "2-3 a year"."""
    by: StrictYear | None = None
    """The target year."""
    first: StrictYear | None = None
    """every_year: first year the rule counts."""
    last: StrictYear | None = None
    """every_year: last year the rule counts."""
    rate: Number | None = None
    """The number of a relation, in per cent."""
    due: StrictYear | None = None
    """Year by whose end a task is due."""
    withdrawn: StrictBool = False
    """Whether a task is no longer part of the plan."""

    @model_validator(mode="after")
    def _is_a_multiple_of_something(self) -> "Terms":
        if self.times_baseline and self.bound is None:
            raise PydanticCustomError("one_bound", "exactly one bound", {"given": ""})
        return self

    @property
    def given(self) -> dict[str, object]:
        """What is said, by key; the bound, a multiple or not, is one."""
        fields = ((key, getattr(self, key)) for key in Terms.model_fields)
        said = {key: value for key, value in fields if value is not None and value is not False}
        bound = {key: said.pop(key) for key in (*BOUNDS, "times_baseline") if key in said}
        return {"bound": bound, **said} if bound else said


class Change(Record):
    """One thing that an amendment changed."""

    model_config = ConfigDict(populate_by_name=True)

    indicator: Name | None = None
    """Id of the indicator whose target is changed."""
    reading: Name | None = None
    """Id of the indicator's reading whose target is changed; the target in force if left out."""
    relation: Name | None = None
    """Id of the relation whose rate is set or changed."""
    task: Name | None = None
    """Id of the task whose date is changed, or that is withdrawn."""
    before: Annotated[Terms, Field(alias="from")] = Terms.model_construct()
    """What was in force, as {at_least: 400}; left out where there was nothing."""
    after: Annotated[Terms, Field(alias="to")]
    """What is in force from then on, as {at_least: 360}; what it does not name is kept."""
    printed: Name | None = None
    """The new target as the document words it."""

    @property
    def thing(self) -> Thing:
        """What is changed, as the path to it in the plan."""
        key = next(key for key in ROOMS if getattr(self, key))  # there is one, as checked below
        place = (ROOMS[key], getattr(self, key))
        return (*place, "readings", self.reading) if self.reading else place

    @model_validator(mode="after")
    def _has_one_thing(self) -> "Change":
        named = [key for key in ROOMS if getattr(self, key)]
        if len(named) != 1 or (self.reading and not self.indicator):
            raise PydanticCustomError("one_thing", "one thing", {"given": ", ".join(named)})
        return self


class Amendment(Record):
    """A dated, approved change of the plan."""

    decided: Day
    """Date of the decision, as 2023-11-20; in force from the verdicts of that year on."""
    body: Text
    """The body that approved it."""
    document: Name
    """Number of the document, or its title where it has none."""
    reason: Text
    """Why the plan was changed."""
    source: Sources
    """Where it is printed."""
    changes: tuple[Change, ...]
    """What was changed."""

    def touches(self, thing: Thing) -> bool:
        """Whether it changed this part of the plan."""
        return any(change.thing == thing for change in self.changes)
