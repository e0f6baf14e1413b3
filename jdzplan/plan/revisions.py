"""Revisions: what the plan's numbers rest on, counted or defined anew. What was printed is kept."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from jdzplan.plan.amendments import Thing
from jdzplan.plan.base import Day, Name, Number, Record, Text


class RevisionKind(StrEnum):
    """What was revised: a baseline, a definition, or a standard that others set."""

    BASELINE = "baseline"
    DEFINITION = "definition"
    STANDARD = "standard"


class Revision(Record):
    """One thing that others counted or defined anew, which is no decision to change the plan."""

    model_config = ConfigDict(populate_by_name=True)

    indicator: Name | None = None
    """Id of the indicator that it bears on."""
    relation: Name | None = None
    """Id of the relation that it bears on; not of a baseline."""
    kind: RevisionKind
    """baseline: the value of the baseline year was revised, as by a census. definition: what is
    counted was defined anew. standard: a number was changed that another body sets."""
    before: Annotated[Number | None, Field(alias="from")] = None
    """The value until then; of a baseline the printed one, or that of the revision before."""
    after: Annotated[Number | None, Field(alias="to")] = None
    """The value since then, in the indicator's unit; of a rate in per cent."""
    basis: Name | None = None
    """The basis (口径) of a revised baseline, where it is another than that of the printed one."""
    published: Day
    """Date of publication, as 2021-05-11."""
    body: Text
    """The body that published it."""
    document: Name
    """Title or number of the document."""
    reason: Text
    """Why it was revised."""
    reviewed: Day | None = None
    """Date on which it was decided that nothing changes; until then, or until an amendment of the
    same thing, a review is proposed."""

    @property
    def thing(self) -> Thing:
        """What it bears on, as the path to it in the plan."""
        named = ("indicators", self.indicator), ("relations", self.relation)
        return next((room, name) for room, name in named if name)  # there is one, as checked below

    @property
    def numbers(self) -> tuple[Decimal | None, Decimal | None]:
        """The values before and after, as far as they are given."""
        return self.before, self.after

    @model_validator(mode="after")
    def _has_one_thing(self) -> "Revision":
        if (self.indicator is None) == (self.relation is None):
            given = "indicator, relation" if self.indicator else ""
            raise PydanticCustomError("one_promise", "one promise", {"given": given})
        return self
