"""The plan as a record: head, policy, goals and indicators, each number with its source.

Nothing here reads a file or judges; the fields' descriptions are the editor's hover help and
the reference of `plan.yaml`.
"""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, NamedTuple

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError


def _only_numbers(value: Any) -> Any:
    """Let typed numbers through; text such as "012" or "1_000" is never cast into one."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("number", "a plain number is expected")
    return value


Number = Annotated[
    Decimal,
    Field(allow_inf_nan=False),
    BeforeValidator(_only_numbers),
    WithJsonSchema({"type": "number"}),
]


def _only_years(value: Any) -> Any:
    """A key of years by value; the file's keys are text, and only four digits are a year."""
    if isinstance(value, str) and re.fullmatch("[0-9]{4}", value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise PydanticCustomError("year", "a year is expected")


def _only_dates(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("date", "a date is expected")


def _word_or_number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | str) or value == "":
        raise PydanticCustomError("word_or_number", "a number or a word is expected")
    return value


def _two_numbers(value: Any) -> Any:
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise PydanticCustomError("band", "two numbers are expected")
    return value


Year = Annotated[int, BeforeValidator(_only_years), Field(ge=1900, le=2200)]
Day = Annotated[date, BeforeValidator(_only_dates)]
Locator = Annotated[int | str, BeforeValidator(_word_or_number)]
StrictYear = Annotated[int, Field(strict=True, ge=1900, le=2200)]
Name = Annotated[str, Field(min_length=1)]


class Record(BaseModel):
    """A part of the plan: frozen, and strict about its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Text(Record):
    """Words a person reads, in Chinese, in English, or in both."""

    zh: Name | None = None
    """Chinese text."""
    en: Name | None = None
    """English text."""

    @model_validator(mode="after")
    def _has_a_language(self) -> "Text":
        if not (self.zh or self.en):
            raise PydanticCustomError("empty_text", "zh or en is needed")
        return self

    def get(self, language: str) -> str:
        """The text in `language`, or else in the other one."""
        first, second = (self.zh, self.en) if language == "zh" else (self.en, self.zh)
        return first or second or ""


class Source(Record):
    """Where a statement is printed: a place in the plan, or another document with its date."""

    chapter: Locator | None = None
    """Chapter number or name."""
    section: Locator | None = None
    """Section within the chapter."""
    table: Locator | None = None
    """Number of the table."""
    box: Locator | None = None
    """Number of the box (专栏)."""
    item: Locator | None = None
    """Numbered item within the section, table or box."""
    document: Name | None = None
    """Title of another document, where it is not the plan itself."""
    date: str | None = None
    """Date of that document."""

    @model_validator(mode="after")
    def _points_somewhere(self) -> "Source":
        if self.chapter is None and self.document is None:
            raise PydanticCustomError("empty_source", "chapter or document is needed")
        return self


def _as_list(value: Any) -> Any:
    value = [value] if isinstance(value, dict | Source) else value
    if not isinstance(value, list | tuple) or not value:
        raise PydanticCustomError("source", "a source is expected")
    return value


Sources = Annotated[
    tuple[Source, ...],
    BeforeValidator(_as_list, json_schema_input_type=Source | list[Source]),
]


class Period(Record):
    """The plan's years: a baseline year, then the first to the last year judged."""

    baseline: StrictYear
    """Year of the baseline values."""
    first: StrictYear
    """First year of the plan."""
    last: StrictYear
    """Last year of the plan."""


class Head(Record):
    """Which document this is."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    """Short name: lower-case letters, digits and hyphens."""
    title: Text
    """Title of the plan."""
    document: Name | None = None
    """Document number."""
    issuer: Text | None = None
    """Issuing body."""
    issued: Day | None = None
    """Date of issue, as 2022-06-20."""
    period: Period
    """Years of the plan."""
    language: Annotated[str, Field(pattern="^(zh|en)$")] = "zh"
    """Language of the plan and of its reports: zh or en."""


class Bands(Record):
    """Cut-offs of the pace, share of the way done by share of the time gone; each is included."""

    ahead: Number = Decimal("1.30")
    """From here on: ahead."""
    on_track: Number = Decimal("0.95")
    """From here on: on_track."""
    lagging: Number = Decimal("0.60")
    """From here on: lagging; below it behind, below 0 deteriorating."""


class Path(StrEnum):
    """The road from baseline to target that an actual is held against."""

    LINEAR = "linear"


class Policy(Record):
    """How progress is judged."""

    path: Path = Path.LINEAR
    """Path from baseline to target."""
    bands: Bands = Bands()
    """Cut-offs of the pace."""
    reason: Text | None = None
    """Why these cut-offs."""


class Goal(Record):
    """A group of indicators."""

    name: Text
    """Name of the goal."""
    source: Sources
    """Where the plan states it."""


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


class Grounds(StrEnum):
    """Whether the plan prints something, or it is assumed here."""

    PRINTED = "printed"
    ASSUMED = "assumed"


class Form(StrEnum):
    """What the bound is held against."""

    BY_YEAR = "by_year"
    EVERY_YEAR = "every_year"


class Bound(NamedTuple):
    """One end of a target: a value, and whether the value itself is left out."""

    value: Decimal
    strict: bool


BOUNDS = ("at_least", "more_than", "at_most", "less_than", "between")


class Target(Record):
    """A bound (at_least, more_than, at_most, less_than or between) held against a span of years."""

    form: Form = Form.BY_YEAR
    """by_year: the level reaches the bound by a year. every_year: the bound holds each year."""
    by: StrictYear | None = None
    """by_year: the target year; the plan's last year if left out."""
    by_reading: Grounds = Grounds.PRINTED
    """printed where the plan states the target year, assumed where it does not."""
    first: StrictYear | None = None
    """every_year: first year the rule counts; the plan's first year if left out."""
    last: StrictYear | None = None
    """every_year: last year the rule counts; the plan's last year if left out."""
    at_least: Number | None = None
    """The value or more (达到, 以上, 不少于, 不低于)."""
    more_than: Number | None = None
    """More than the value (超过, 高于)."""
    at_most: Number | None = None
    """The value or less (不超过, 以内, 以下)."""
    less_than: Number | None = None
    """Less than the value (低于, 少于)."""
    between: Annotated[tuple[Number, Number], BeforeValidator(_two_numbers)] | None = None
    """Both ends included; goes with `better: within`."""
    stretch: Number | None = None
    """The upper end of a wording such as "2-3 a year"; more is no breach."""
    printed: str | None = None
    """The target as printed."""
    reading: Grounds = Grounds.PRINTED
    """printed where the plan words the bound, assumed where it prints a bare figure."""

    @cached_property
    def bound(self) -> tuple[str, Decimal, Decimal | None]:
        """The bound's key, its value, and the upper end of a band."""
        if self.between:
            return "between", *self.between
        key = next(key for key in BOUNDS if getattr(self, key) is not None)
        return key, getattr(self, key), None

    @cached_property
    def lower(self) -> Bound | None:
        """The end that a figure must reach from below."""
        if self.between:
            return Bound(self.between[0], strict=False)
        value = self.at_least if self.more_than is None else self.more_than
        return None if value is None else Bound(value, self.more_than is not None)

    @cached_property
    def upper(self) -> Bound | None:
        """The end that a figure must not pass."""
        if self.between:
            return Bound(self.between[1], strict=False)
        value = self.at_most if self.less_than is None else self.less_than
        return None if value is None else Bound(value, self.less_than is not None)

    @model_validator(mode="after")
    def _has_one_bound(self) -> "Target":
        given = [key for key in BOUNDS if getattr(self, key) is not None]
        if len(given) != 1:
            raise PydanticCustomError("one_bound", "exactly one bound", {"given": ", ".join(given)})
        if self.between and self.between[0] >= self.between[1]:
            raise PydanticCustomError("empty_band", "lower end first")
        return self


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


class Plan(Record):
    """A public plan with what it promises."""

    plan: Head
    """Which document this is."""
    policy: Policy = Policy()
    """How progress is judged."""
    goals: dict[Name, Goal]
    """Goals by key."""
    indicators: Annotated[dict[Name, Indicator], Field(min_length=1)]
    """Indicators by id, in the order of reports."""

    def target_year(self, target: Target) -> int:
        """The year a by-year target falls due."""
        return target.by or self.plan.period.last

    def rule_years(self, target: Target) -> range:
        """The years that an every-year target counts."""
        period = self.plan.period
        return range(target.first or period.first, (target.last or period.last) + 1)
