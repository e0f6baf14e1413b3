"""Records in one line: sensible defaults, keyword overrides, numbers as text so digits are kept."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from jdzplan.actuals import Actual, Figure, Missing, Qualifier, Row, YearFile
from jdzplan.findings import Place
from jdzplan.judging.assessment import Assessment
from jdzplan.judging.judge import assess
from jdzplan.plan import Bands, Indicator, Plan
from jdzplan.verdicts import Reason

_BOUNDS = ("at_least", "more_than", "at_most", "less_than", "stretch")
_SIGNS = {
    ">=": Qualifier.AT_LEAST,
    "<=": Qualifier.AT_MOST,
    ">": Qualifier.MORE_THAN,
    "<": Qualifier.LESS_THAN,
    "~": Qualifier.APPROXIMATE,
}
_COLUMNS = (
    *("indicator", "name", "value", "unit", "region", "status", "source", "note", "year"),
    *("released", "basis"),
)


def a_target(bound: str = "at_least 400", **overrides: Any) -> dict[str, Any]:
    """A target's fields from `at_least 2.5` or `between 15 20`."""
    word, *numbers = bound.split()
    ends = tuple(map(Decimal, numbers))
    given = {key: Decimal(overrides[key]) for key in _BOUNDS if key in overrides}
    return {word: ends if word == "between" else ends[0]} | overrides | given


def an_indicator(
    baseline: str | None = "200",
    target: str | dict[str, Any] = "at_least 400",
    *,
    since: int = 2020,
    **overrides: Any,
) -> Indicator:
    """A count of 200 in 2020 that is to reach 400, unless said otherwise."""
    fields: dict[str, Any] = {
        "name": {"zh": "甲", "en": "X"},
        "goal": "G1",
        "tier": "core",
        "unit": "家",
        "kind": "count",
        "better": "higher",
        "baseline": {} if baseline is None else {since: Decimal(baseline)},
        "target": a_target(target) if isinstance(target, str) else target,
        "source": {"chapter": 1},
    }
    return Indicator.model_validate(fields | overrides)


def a_plan(
    indicator: Indicator | None = None,
    *,
    years: tuple[int, int, int] = (2020, 2021, 2025),
    bands: Bands | None = None,
    **others: Indicator,
) -> Plan:
    """A plan with the indicator "x", and `others` by their ids; `years` are those of its period."""
    baseline, first, last = years
    return Plan.model_validate(
        {
            "plan": {
                "id": "p",
                "title": {"en": "A plan"},
                "period": {"baseline": baseline, "first": first, "last": last},
            },
            "policy": {"bands": bands or Bands()},
            "goals": {"G1": {"name": {"en": "Grow"}, "source": {"chapter": 1}}},
            "indicators": {"x": indicator or an_indicator(), **others},
        }
    )


def a_figure(
    text: str, qualifier: str = "exact", upper: str | None = None, **overrides: Any
) -> Figure:
    """A figure as published: `2.40`, `>=70`, `<=2.28`, `<5`, `>5`, `~5` (about), `2..3`."""
    kind, number = Qualifier(qualifier), text
    for sign, of_sign in _SIGNS.items():
        if text.startswith(sign):
            kind, number = of_sign, text.removeprefix(sign)
            break
    if ".." in text:
        kind, (number, upper) = Qualifier.BETWEEN, text.split("..")
    end = None if upper is None else Decimal(upper)
    fields: dict[str, Any] = {
        "value": Decimal(number),
        "qualifier": kind,
        "upper": end,
        "printed": text,
    }
    return Figure(**(fields | overrides))


def an_actual(
    year: int, value: str | Figure | Reason, qualifier: str = "exact", **overrides: Any
) -> Actual:
    """What is known of "x" in a year; a reason stands for a mark such as `—`."""
    known = a_figure(value, qualifier) if type(value) is str else value
    fields: dict[str, Any] = {
        "indicator": "x",
        "year": year,
        "value": Missing(known) if isinstance(known, Reason) else known,
        "place": Place(f"{year}.csv", 2, 3, "C2"),
    }
    return Actual(**(fields | overrides))


def actuals_for(
    figures: Mapping[int, str | Figure | Reason | Actual], **overrides: Any
) -> dict[int, Actual]:
    """Known values by year; `overrides` (a status, say) are those of every year given as text."""
    return {
        year: value if isinstance(value, Actual) else an_actual(year, value, **overrides)
        for year, value in figures.items()
    }


def judge(
    plan: Plan | Indicator,
    year: int,
    figures: Mapping[int, str | Figure | Reason | Actual],
    *,
    others: Mapping[str, Mapping[int, str | Figure | Reason | Actual]] | None = None,
    **overrides: Any,
) -> Assessment:
    """Judge the indicator "x" in a year, given its figures of some years, and those of `others`."""
    whole = a_plan(plan) if isinstance(plan, Indicator) else plan
    known = {key: actuals_for(theirs, indicator=key) for key, theirs in (others or {}).items()}
    return assess(whole, "x", year, {"x": actuals_for(figures, **overrides), **known})


def in_words(assessment: Assessment) -> str:
    """A verdict with its reason and every flag: `lagging +bounded`, `not_assessed(no_data)`."""
    reason = f"({assessment.reason})" if assessment.reason else ""
    return " +".join([f"{assessment.verdict}{reason}", *assessment.flags])


def an_id(value: object) -> str | None:
    """A readable id for a table's indicators and rows; None leaves the others to pytest."""
    if isinstance(value, Indicator):
        low, high = value.target.lower, value.target.upper
        ends = [f"{sign}{end.value}" for sign, end in ((">=", low), ("<=", high)) if end]
        start = value.start[1] if value.start else "nothing"
        return f"{start} to {' '.join(ends)}"
    if isinstance(value, Row):
        figure = value.value
        printed = figure.reason if isinstance(figure, Missing) else figure.printed
        cells = (printed, value.unit, value.region, value.name, value.year)
        return " ".join(str(cell) for cell in cells if cell)
    return None


def a_row(
    indicator: str = "x",
    value: str | Figure | Reason = "240",
    unit: str | None = "家",
    *,
    line: int = 2,
    path: str = "2023.csv",
    **overrides: Any,
) -> Row:
    """A good row of a year's file; an override of `cells` replaces the places of its columns."""
    known = a_figure(value) if type(value) is str else value
    fields: dict[str, Any] = {
        "indicator": indicator,
        "value": Missing(known) if isinstance(known, Reason) else known,
        "unit": unit,
        "cells": {name: Place(path, line, i) for i, name in enumerate(_COLUMNS, start=1)},
    }
    return Row(**(fields | overrides))


def a_year(year: int, *rows: Row, path: str | None = None, **overrides: Any) -> YearFile:
    """A year's file with these rows below its header, line after line."""
    name = path or f"{year}.csv"
    placed = tuple(
        row._replace(cells={c: Place(name, line, p.column) for c, p in row.cells.items()})
        for line, row in enumerate(rows, start=2)
    )
    return YearFile(path=name, year=year, rows=placed, **overrides)
