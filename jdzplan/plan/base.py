"""What all parts of the plan are made of: strict records, numbers as typed, words, sources."""

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
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


Year = Annotated[int, BeforeValidator(_only_years), Field(ge=1900, le=2200)]
Day = Annotated[date, BeforeValidator(_only_dates)]
Locator = Annotated[int | str, BeforeValidator(_word_or_number)]
StrictYear = Annotated[int, Field(strict=True, ge=1900, le=2200)]
Name = Annotated[str, Field(min_length=1)]


def _described(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Put the docstrings of a record's fields into its JSON schema.

    pydantic's own `use_attribute_docstrings` reads every source file at import, at each check.
    """
    import ast
    import inspect  # only a schema needs the words

    for base in reversed([each for each in model.__mro__ if issubclass(each, Record)]):
        body = ast.parse(inspect.getsource(base)).body[0]
        assert isinstance(body, ast.ClassDef)
        for field, below in pairwise(body.body):
            match field, below:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(words))),
                ):
                    key = model.model_fields[name].alias or name
                    schema["properties"][key]["description"] = inspect.cleandoc(words)


class Record(BaseModel):
    """A part of the plan: frozen, and strict about its keys.

    Built when it is first needed: a plan is built as one, its parts as parts of it.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, json_schema_extra=_described
    )

    def changed(self, **fields: Any) -> Self:
        """The same record with other values in some fields, which must be valid ones.

        Unlike `model_copy` it keeps nothing that was computed from the old values.
        """
        kept = {name: getattr(self, name) for name in type(self).model_fields}
        return self.model_construct(self.model_fields_set | fields.keys(), **(kept | fields))


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


class Lag(Record):
    """How long after its year a figure appears, as months, in words, or both."""

    months: Annotated[int, Field(strict=True, ge=0, le=120)] | None = None
    """Months after 31 December of the year by which it is published at the latest."""
    zh: Name | None = None
    """Chinese text, such as where the lag is stated."""
    en: Name | None = None
    """English text."""

    @model_validator(mode="after")
    def _says_something(self) -> "Lag":
        if self.months is None and not (self.zh or self.en):
            raise PydanticCustomError("empty_lag", "months or words are needed")
        return self


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


class Owner(Record):
    """Who answers for it. What the plan does not say stays empty."""

    lead: Name | None = None
    """The one responsible unit (责任单位, 牵头单位)."""
    support: tuple[Name, ...] = ()
    """Units that support it (配合单位)."""
    note: str | None = None
    """Remark, such as that the plan names none."""

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit it names, the lead first."""
        return (*filter(None, [self.lead]), *self.support)
