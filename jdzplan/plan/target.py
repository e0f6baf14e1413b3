"""The target: a bound held against a span of years."""

from collections.abc import Mapping
from decimal import Context, Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BeforeValidator, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from jdzplan.plan.base import Number, Record, Sources, StrictYear, Year

_EXACT = Context(prec=1000)


def _two_numbers(value: Any) -> Any:
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise PydanticCustomError("band", "two numbers are expected")
    return value


class Grounds(StrEnum):
    """Whether the plan prints something, or it is assumed here."""

    PRINTED = "printed"
    ASSUMED = "assumed"


class Form(StrEnum):
    """What the bound is held against."""

    BY_YEAR = "by_year"
    EVERY_YEAR = "every_year"
    CUMULATIVE = "cumulative"
    CUMULATIVE_REDUCTION = "cumulative_reduction"
    AVERAGE_GROWTH = "average_growth"
    NAMED_SET = "named_set"


class Figures(StrEnum):
    """What is filed year by year for a total or a growth."""

    FLOWS = "flows"
    RUNNING = "running"
    LEVELS = "levels"
    RATES = "rates"


FIGURES_OF: Mapping[Form, tuple[Figures, ...]] = {
    Form.CUMULATIVE: (Figures.FLOWS, Figures.RUNNING),
    Form.CUMULATIVE_REDUCTION: (Figures.RATES, Figures.LEVELS, Figures.RUNNING),
    Form.AVERAGE_GROWTH: (Figures.LEVELS, Figures.RATES),
}
"""The kinds of figures that a form can be judged from."""


class Bound(NamedTuple):
    """One end of a target: a value, and whether the value itself is left out."""

    value: Decimal
    strict: bool


BOUNDS = ("at_least", "more_than", "at_most", "less_than", "between")


class Bounded(Record):
    """At most one bound: at_least, more_than, at_most, less_than or between."""

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

    @cached_property
    def bound(self) -> tuple[str, Decimal, Decimal | None] | None:
        """The bound's key, its value, and the upper end of a band; None where none is given."""
        if self.between:
            return "between", *self.between
        given = ((key, getattr(self, key)) for key in BOUNDS)
        return next(((key, value, None) for key, value in given if value is not None), None)

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
    def _has_one_bound(self) -> Self:
        given = [key for key in BOUNDS if getattr(self, key) is not None]
        if len(given) > 1:
            raise PydanticCustomError("one_bound", "exactly one bound", {"given": ", ".join(given)})
        if self.between and self.between[0] >= self.between[1]:
            raise PydanticCustomError("empty_band", "lower end first")
        return self


class Target(Bounded):
    """A bound (at_least, more_than, at_most, less_than or between) held against a span of years."""

    form: Form = Form.BY_YEAR
    """by_year: the level reaches the bound by a year. every_year: the bound holds each year.
    cumulative: the sum since the plan's first year reaches it. cumulative_reduction: the compounded
    fall since the baseline year reaches it, in per cent. average_growth: the geometric mean growth
    reaches it, in per cent a year. named_set: so many of the named members."""
    figures: Figures | None = None
    """What is filed. cumulative: flows (of each year) or running (totals). cumulative_reduction:
    rates (per cent a year), levels, or running (per cent since the baseline). average_growth:
    levels, or rates (per cent a year)."""
    by: StrictYear | None = None
    """The target year (not of every_year); the plan's last year if left out."""
    by_reading: Grounds = Grounds.PRINTED
    """printed where the plan states the target year, assumed where it does not."""
    first: StrictYear | None = None
    """every_year: first year the rule counts; the plan's first year if left out."""
    last: StrictYear | None = None
    """every_year: last year the rule counts; the plan's last year if left out."""
    times_baseline: StrictBool = False
    """by_year: the bound is a multiple of the baseline value, as 2 for "doubles" (翻倍)."""
    stretch: Number | None = None
    """The upper end of a wording such as "2-3 a year"; more is no breach."""
    milestones: dict[Year, Number] = {}
    """by_year, cumulative, named_set: values on the way, as {2023: 2.35}; the path then runs
    through these points."""
    milestones_source: Sources | None = None
    """Where the milestones are printed, if not where the target is."""
    printed: str | None = None
    """The target as printed."""
    reading: Grounds = Grounds.PRINTED
    """printed where the plan words the bound, assumed where it prints a bare figure."""

    def times(self, factor: Decimal) -> "Target":
        """The same target with every number of its bound multiplied, no digit lost."""

        def scaled(value: Decimal) -> Decimal:
            return _EXACT.multiply(value, factor)

        found = {key: value for key in BOUNDS[:-1] if (value := getattr(self, key)) is not None}
        return (
            self.bounded_by({key: scaled(value) for key, value in found.items()}) if found else self
        )

    def bounded_by(self, bound: Mapping[str, Decimal]) -> "Target":
        """The same target with another bound, as {"at_least": 5}.

        >>> Target(at_least=Decimal(5)).bounded_by({"at_most": Decimal(3)}).bound
        ('at_most', Decimal('3'), None)
        """
        return self.changed(**{**dict.fromkeys(BOUNDS), **bound})

    @model_validator(mode="after")
    def _has_a_bound(self) -> "Target":
        # The rate of a growth may be a figure still to come; a set's bound is all its members.
        is_optional = self.form in (Form.AVERAGE_GROWTH, Form.NAMED_SET)
        if self.bound is None and not is_optional:
            raise PydanticCustomError("one_bound", "exactly one bound", {"given": ""})
        return self
