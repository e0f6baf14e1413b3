"""What is measured and promised: one indicator with its baseline, target and open questions."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictBool

from jdzplan.plan.base import Name, Number, Record, Sources, Text, Year
from jdzplan.plan.target import Target


class Better(StrEnum):
    """Which way is progress. Always stated, never guessed."""

    HIGHER = "higher"
    LOWER = "lower"
    WITHIN = "within"


class Kind(StrEnum):
    """What sort of quantity: only measured ones have digits that rounding took away."""

    MEASURED = "measured"
    COUNT = "count"
    RANK = "rank"


class Note(Record):
    """An open question of the plan's wording, and the reading in force."""

    question: Text
    """What the plan leaves open."""
    reading: Text
    """How it is read here."""
    decided_by: Name = "tool default"
    """Who chose the reading; "tool default" until a person decides."""
    could_change_verdict: StrictBool = False
    """Whether another reading could change a verdict; then, while undecided, it is flagged."""

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.decided_by == "tool default"


class Owner(Record):
    """Who answers for it. What the plan does not say stays empty."""

    lead: Name | None = None
    """The one responsible unit (责任单位)."""
    note: str | None = None
    """Remark, such as that the plan names none."""


class Tier(StrEnum):
    """Where the promise stands in the plan, the most prominent place first."""

    CORE = "core"
    GOAL = "goal"
    CHAPTER = "chapter"
    IMPLIED = "implied"
    SET = "set"


class Binding(StrEnum):
    """约束性, 预期性, or not stated by the plan."""

    BINDING = "binding"
    EXPECTED = "expected"
    UNSTATED = "unstated"


class Indicator(Record):
    """One measured quantity of the plan, with its baseline and its target."""

    name: Text
    """Name as the plan prints it."""
    aliases: tuple[Name, ...] = ()
    """Other names it is filed under."""
    goal: Name
    """Key of its goal."""
    tier: Tier
    """core: core table, goal: goal text, chapter, implied, set: named set."""
    binding: Binding = Binding.UNSTATED
    """binding (约束性), expected (预期性), or unstated."""
    unit: Name
    """Unit of every number here."""
    unit_aliases: tuple[Name, ...] = ()
    """Other spellings of that very unit."""
    kind: Kind
    """measured, count or rank; counts and ranks are whole numbers and exact."""
    better: Better
    """higher, lower, or within a band."""
    owner: Owner = Owner()
    """Who answers for it."""
    baseline: Annotated[dict[Year, Number], Field(max_length=1)] = {}
    """The known value at the start, as {2020: 2.20}, in the finest printing."""
    target: Target
    """What is promised."""
    assess: StrictBool = True
    """false withholds every verdict; assess_reason then says why."""
    assess_reason: Text | None = None
    """Why no verdict is given."""
    source: Sources
    """Where the plan states it; several where it is stated several times."""
    notes: tuple[Note, ...] = ()
    """Open questions and the readings chosen."""

    @property
    def start(self) -> tuple[int, Decimal] | None:
        """Baseline year and value, if the plan gives them."""
        return next(iter(self.baseline.items()), None)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it may be filed under, besides its id."""
        return tuple(n for n in (self.name.zh, self.name.en, *self.aliases) if n)
