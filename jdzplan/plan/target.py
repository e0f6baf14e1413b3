"""The target: a bound held against a span of years."""

from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from jdzplan.plan.base import Number, Record, StrictYear


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
