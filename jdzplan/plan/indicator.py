"""What is measured: series, and indicators with their baseline, target and open questions."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictBool

from jdzplan.plan.base import Lag, Name, Number, Owner, Record, Sources, Text, Year
from jdzplan.plan.breakdown import Breakdowns, SubTarget
from jdzplan.plan.counterparts import Counterpart
from jdzplan.plan.head import Path
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
    ANSWER = "answer"


# Signs, in a unit or a name, of a figure per something.
_RATIOS = ("%", "‰", "/", "=100", "每", "人均", "per ")


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


class Measure(Record):
    """Anything that figures are filed for: what it is called, counted in, and how it is made."""

    name: Text
    """Name as the plan prints it."""
    aliases: tuple[Name, ...] = ()
    """Other names it is filed under."""
    unit: Name
    """Unit of every number here."""
    unit_aliases: tuple[Name, ...] = ()
    """Other spellings of that very unit."""
    kind: Kind
    """measured, count, rank or answer; counts and ranks are whole numbers and exact, an answer
    is 是 or 否."""
    additive: StrictBool | None = None
    """Whether figures of regions add up to the figure of the whole, as counts and amounts do and
    ratios, ranks and figures per head do not. Left out, counts do; of measured quantities it is
    not known."""
    definition: Text | None = None
    """What exactly is counted."""
    basis: Name | None = None
    """The basis (口径) that is judged, as 不变价; rows that state another are kept, not judged."""
    formula: Name | None = None
    """How it follows from other series or indicators, by their ids, as "spending / gdp * 100";
    + - * / with spaces around them, and parentheses."""
    frequency: Text | None = None
    """How often it is published."""
    publication_lag: Lag | None = None
    """How long after the year its figure appears, as {months: 9}; what is overdue rests on it."""
    provider: Name | None = None
    """The unit that provides the figures."""
    owner: Owner = Owner.model_construct()
    """Who answers for it."""
    source: Sources
    """Where the plan states it; several where it is stated several times."""
    notes: tuple[Note, ...] = ()
    """Open questions and the readings chosen."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it may be filed under, besides its id."""
        return tuple(n for n in (self.name.zh, self.name.en, *self.aliases) if n)

    @property
    def is_ratio(self) -> bool:
        """Whether it is a rank, an answer, a share or a figure per something: none adds up."""
        unit = self.unit.removesuffix("/年")
        return self.kind in (Kind.RANK, Kind.ANSWER) or any(sign in unit for sign in _RATIOS)

    @property
    def adds_up(self) -> bool | None:
        """Whether figures of regions may be added up; None where the plan leaves it open."""
        if self.is_ratio or self.additive is not None:
            return bool(self.additive) and not self.is_ratio
        is_per_head = any(sign in name for name in self.names for sign in _RATIOS)
        return True if self.kind is Kind.COUNT and not is_per_head else None

    @property
    def in_plan(self) -> dict[int, Decimal]:
        """The values that the plan itself prints, by year."""
        return {}

    @property
    def basis_in_plan(self) -> str | None:
        """The basis of those values, where it is stated."""
        return self.basis


class Series(Measure):
    """Figures without a target of their own, which others are computed from or compared with."""

    known: dict[Year, Number] = {}
    """Values that the plan, or another source named under `source`, prints, as {2020: 21.01}."""

    @property
    def in_plan(self) -> dict[int, Decimal]:
        """The values that the plan itself prints, by year."""
        return self.known

    @classmethod
    def of(cls, measure: Measure) -> "Series":
        """A quantity as no more than what figures are filed for; nothing of it is known."""
        return cls.model_construct(**{key: getattr(measure, key) for key in Measure.model_fields})


class Reading(Record):
    """Another way to read a promise, judged and shown beside the reading in force."""

    name: Text
    """What this reading counts."""
    filed_as: Name | None = None
    """The series that holds its figures; the indicator's own figures if left out."""
    target: Target
    """What is promised so read."""


class Indicator(Measure):
    """One measured quantity of the plan, with its baseline and its target."""

    goal: Name
    """Key of its goal."""
    tier: Tier
    """core: core table, goal: goal text, chapter, implied, set: named set."""
    binding: Binding = Binding.UNSTATED
    """binding (约束性), expected (预期性), or unstated."""
    better: Better
    """higher, lower, or within a band."""
    baseline: Annotated[dict[Year, Number], Field(max_length=1)] = {}
    """The known value at the start, as {2020: 2.20}, in the finest printing."""
    baseline_basis: Name | None = None
    """The basis (口径) of the baseline, where figures have come to be counted on another."""
    target: Target
    """What is promised."""
    path: Path | None = None
    """Path of a by_year target where it is not the policy's: linear, compound or points. A target
    with milestones is judged on points."""
    members: dict[Name, Text] = {}
    """Of a named set: every member by id. Each is filed as set-id/member-id with 是 or 否, or the
    set with the number of members that count."""
    readings: dict[Name, Reading] = {}
    """Other ways to read the promise, by id."""
    breakdown: Breakdowns = ()
    """How the target is broken down to regions; several where it is to several divisions."""
    counterparts: tuple[Counterpart, ...] = ()
    """Where higher plans promise the same."""
    assess: StrictBool = True
    """false withholds every verdict; assess_reason then says why."""
    assess_reason: Text | None = None
    """Why no verdict is given."""

    def share_of(self, region: str) -> SubTarget | None:
        """The region's share of the target, if it has one."""
        shares = (each.targets[region] for each in self.breakdown if region in each.targets)
        return next(shares, None)

    def of_region(self, region: str) -> "Indicator":
        """The promise as a region that has a share of it has to keep it."""
        share = self.share_of(region)
        assert share is not None  # only shares are judged
        target = share.of_whole(self.target)
        return self.changed(baseline=share.baseline, target=target, readings={}, breakdown=())

    @property
    def start(self) -> tuple[int, Decimal] | None:
        """Baseline year and value, if the plan gives them."""
        return next(iter(self.baseline.items()), None)

    @property
    def in_plan(self) -> dict[int, Decimal]:
        """The values that the plan itself prints, by year."""
        return self.baseline

    @property
    def basis_in_plan(self) -> str | None:
        """The basis of the baseline, where it is stated."""
        return self.baseline_basis or self.basis

    @property
    def is_unconfirmed(self) -> bool:
        """Whether a question is open that could change a verdict."""
        return any(note.could_change_verdict and note.is_open for note in self.notes)


class Member(Measure):
    """A member of a named set, filed with 是 or 否. Its bare name may stand in several sets."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its names behind the set's."""
        return self.aliases

    @classmethod
    def of(cls, key: str, group: Indicator, member: str, name: Text) -> "Member":
        """The member with id `member` of the set with id `key`; each may go by id or by name."""
        own = tuple(filter(None, (name.zh, name.en, member)))
        pairs = [(a, b) for a in (*group.names, key) for b in own if (a, b) != (key, member)]
        return cls.model_construct(  # of what is known to be valid
            name=name,
            aliases=tuple(f"{a}/{b}" for a, b in pairs),
            unit="是/否",
            kind=Kind.ANSWER,
            provider=group.provider,
            owner=group.owner,
            source=group.source,
        )
