"""What the plan promises besides levels: relations between series, subsets, and tasks."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictBool

from jdzplan.plan.base import Name, Number, Owner, Record, Sources, StrictYear, Text
from jdzplan.plan.counterparts import Counterpart
from jdzplan.plan.indicator import Note
from jdzplan.plan.target import Grounds


class RelationRule(StrEnum):
    """What is held against what."""

    NOT_FALL = "not_fall"
    RISE = "rise"
    NOT_RISE = "not_rise"
    FALL = "fall"
    FASTER_THAN = "faster_than"
    MORE_THAN = "more_than"
    AT_LEAST_RATIO = "at_least_ratio"
    AVERAGE_GROWTH = "average_growth"
    ANY_IMPROVES = "any_improves"
    STATEMENT = "statement"

    @property
    def takes_other(self) -> bool:
        """Whether it compares with another series."""
        return self in (self.FASTER_THAN, self.MORE_THAN, self.AT_LEAST_RATIO)

    @property
    def takes_rate(self) -> bool:
        """Whether it needs a number."""
        return self in (self.AT_LEAST_RATIO, self.AVERAGE_GROWTH)


class Strength(StrEnum):
    """Whether the plan demands it, or gives a direction only."""

    HARD = "hard"
    SOFT = "soft"


class Span(StrEnum):
    """Held against the year before, each year; or against the baseline year, over the period."""

    EACH_YEAR = "each_year"
    PERIOD = "period"


class Rate(Record):
    """A number that a relation needs; empty while the document that sets it is not at hand."""

    value: Number | None = None
    """The number, in per cent."""
    source: Sources | None = None
    """Where the number is printed."""
    note: Text | None = None
    """Whose number it is."""


class Relation(Record):
    """One series against another, or against its own past."""

    name: Text
    """Name of the requirement."""
    goal: Name
    """Key of its goal."""
    rule: RelationRule
    """not_fall, rise, not_rise, fall: against the year before, or the baseline year; every one of
    `of`; a rank that must not get worse is not_rise.
    faster_than: grows faster than `than`. more_than: is larger than `than`. at_least_ratio:
    `of` / `than` reaches `rate`. average_growth: mean growth reaches `rate`. any_improves: at
    least one rank is better than at the baseline. statement: listed, never judged."""
    of: tuple[Name, ...] = ()
    """Ids of the series or indicators it is about."""
    than: Name | None = None
    """Id of the series compared with."""
    rate: Rate | None = None
    """The number needed, in per cent."""
    strength: Strength = Strength.HARD
    """hard: a demand; soft: a direction without a number, or a wish."""
    span: Span | None = None
    """each_year, or period: from the baseline year on. Left out it is each_year, but period for
    average_growth and any_improves, which speak of the baseline."""
    owner: Owner = Owner.model_construct()
    """Who answers for it."""
    source: Sources
    """Where the plan states it."""
    counterparts: tuple[Counterpart, ...] = ()
    """Where higher plans promise the same."""
    notes: tuple[Note, ...] = ()
    """Open questions and the readings chosen."""

    @property
    def is_yearly(self) -> bool:
        """Whether each year is held against the year before."""
        over_all = (RelationRule.AVERAGE_GROWTH, RelationRule.ANY_IMPROVES)
        return (self.span or (Span.PERIOD if self.rule in over_all else Span.EACH_YEAR)) is (
            Span.EACH_YEAR
        )


class Subset(Record):
    """A part that can never exceed its whole."""

    part: Name
    """Id of the part."""
    whole: Name
    """Id of the whole."""
    source: Sources
    """Where the plan shows that it is a part."""


class Task(Record):
    """Something to be done, which a document can show."""

    name: Text
    """Name of the task."""
    goal: Name
    """Key of its goal."""
    due: StrictYear | None = None
    """Year by whose end it is due; the plan's last year if left out."""
    due_reading: Grounds = Grounds.PRINTED
    """printed where the plan states the year, assumed where it does not."""
    yearly: StrictBool = False
    """Whether it is due anew each year."""
    evidence: Text
    """What would show that it is done."""
    owner: Owner = Owner.model_construct()
    """Who answers for it."""
    provider: Name | None = None
    """The unit that reports on it."""
    source: Annotated[Sources, Field(min_length=1)]
    """Where the plan states it; several where it is stated several times."""
    counterparts: tuple[Counterpart, ...] = ()
    """Where higher plans promise the same."""
    notes: tuple[Note, ...] = ()
    """Open questions and the readings chosen."""
