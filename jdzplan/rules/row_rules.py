"""Rules about a year's rows, held against the plan. A row with an error is not judged."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jdzplan.actuals import Actual, Figure, Row, Status
from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.judging.bounds import whole
from jdzplan.nearest import plain_name
from jdzplan.patterns import Pattern
from jdzplan.plan import Kind, Measure, Member, Plan
from jdzplan.rules.areas import region_of
from jdzplan.rules.names import Names, words_of
from jdzplan.units import parse_unit, shift

_RANK = Pattern("(?P<among>全[市省国]|)(?:位|名|位次)")
_FULL_WIDTH = Pattern("[０-９．]")
_SCIENTIFIC = Pattern(r"[^%\w]*[0-9.]+[eE][+-]?[0-9]+")


def names_of(plan: Plan) -> Names:
    """The plan's indicators, series and members by name; a bare member may be in several sets."""
    measures = plan.measures
    return Names(
        {key: each.names for key, each in measures.items()},
        {key: words_of(each.name) for key, each in measures.items() if isinstance(each, Member)},
        lambda bracket, key: power_of(bracket, measures[key]) is not None,
    )


class Filing(NamedTuple):
    """A row with what it is about; `named` is what its name column means where that differs.

    `region` is the id of the region that the row is of, None for the whole. One that the plan does
    not list stays as it was filed; `is_listed` is false then, `near` the nearest listed name.
    """

    row: Row
    key: str
    measure: Measure
    year: int
    named: str | None = None
    region: str | None = None
    is_listed: bool = True
    near: str | None = None

    @property
    def unit(self) -> str | None:
        """The unit stated: in its own cell, glued to the figure, behind the name, for the table."""
        value = self.row.value
        stated = self.row.unit or (value.unit if isinstance(value, Figure) else None)
        if stated:
            return stated
        # What the name or the table states is of use only where it fits the quantity; of the
        # units of a whole table (亿元、家、%) where just one does.
        behind, table = unit_behind(self.row.indicator), self.row.table_unit or ""
        for units in ([behind], [table], re.split("[、，,；;]", table)):
            fitting = [unit for unit in units if unit and power_of(unit, self.measure) is not None]
            if len(fitting) == 1:
                return fitting[0]
        return None

    def finding(self, rule: Rule, column: str, **params: object) -> Finding:
        """A finding at one of the row's cells."""
        return Finding(
            rule=rule,
            place=self.row.place(column),
            params={"indicator": self.measure.name, **params},
            indicator=self.key,
            region=self.region,
        )

    def actual(self) -> Actual:
        """The row as a known value in the indicator's unit; only for a row without errors."""
        row, value = self.row, self.row.value
        if isinstance(value, Figure) and self.unit:
            value = value.scaled(power_of(self.unit, self.measure) or 0)
        return Actual(
            indicator=self.key,
            year=self.year,
            value=value,
            region=self.region,
            status=row.status,
            released=row.released,
            basis=row.basis,
            source=row.source,
            note=row.note,
            place=row.place("value"),
        )


def filing_of(plan: Plan, names: Names, regions: Names, row: Row, year: int) -> Filing | None:
    """A row together with what it is about; None where the plan does not know its name.

    The plan's whole area, by whatever name, is no region.
    """
    key = names.find(row.indicator)
    if key is None:
        return None
    region, named = region_of(row.region, plan, regions), names.contradicts(row.name, key)
    filing = Filing(row, key, plan.measures[key], year, named, region)
    if region is None or region in plan.regions:
        return filing
    return filing._replace(is_listed=False, near=regions.nearest(region))


def unit_behind(name: str) -> str | None:
    """What stands in brackets at the end of a name: `技术合同成交额（亿元）`."""
    plain = plain_name(name)
    return plain.removesuffix(")").rpartition("(")[2] if plain.endswith(")") else None


def power_of(unit: str, measure: Measure) -> int | None:
    """The power of ten from a stated unit to the quantity's; None where none leads there."""
    if plain_name(unit) in map(plain_name, measure.unit_aliases):
        return 0
    rank = _RANK.fullmatch(unit) if measure.kind is Kind.RANK else None
    if rank and any(rank["among"] in name for name in measure.names):  # 全省, where it is of that
        return 0
    base = parse_unit(measure.unit).base
    if unit in ("万", "亿") and base != "%":  # 24.6亿 of an amount in 亿元
        return shift(unit + base, measure.unit)
    return shift(unit, measure.unit)


def unknown_indicator(row: Row, names: Names, tasks: Names) -> Finding:
    """A name that the plan does not know; a task's belongs into another file."""
    is_task = tasks.find(row.indicator) is not None
    params = {"found": row.indicator, "near": None if is_task else names.nearest(row.indicator)}
    params |= {"kind": "task"} if is_task else {}
    return Finding(rule=Rule.INDICATOR_UNKNOWN, place=row.place("indicator"), params=params)


def year_disagrees(filing: Filing) -> Iterator[Finding]:
    """The year in a cell is not the year of the file."""
    if filing.row.year not in (None, filing.year):
        yield filing.finding(
            Rule.YEAR_DISAGREES, "year", found=filing.row.year, expected=filing.year
        )


def name_disagrees(filing: Filing) -> Iterator[Finding]:
    """The id says one indicator, the name beside it another: a row was pasted beside its place."""
    if filing.named is not None:
        yield filing.finding(Rule.NAME_DISAGREES, "name", found=filing.row.name)


def unit_missing(filing: Filing) -> Iterator[Finding]:
    """A figure without a unit could be 万元 as well as 亿元."""
    is_answer = filing.measure.kind is Kind.ANSWER
    if isinstance(filing.row.value, Figure) and not filing.unit and not is_answer:
        yield filing.finding(Rule.UNIT_MISSING, "unit", expected=filing.measure.unit)


def unit_mismatch(filing: Filing) -> Iterator[Finding]:
    """A unit that is not the indicator's, nor a power of ten away; or two that contradict."""
    if filing.measure.kind is Kind.ANSWER:  # whatever stands beside a yes or a no
        return
    stated = [("unit", filing.row.unit)]
    if isinstance(filing.row.value, Figure):
        stated.append(("value", filing.row.value.unit))
    for column, unit in stated:
        if unit and power_of(unit, filing.measure) is None:
            yield filing.finding(
                Rule.UNIT_MISMATCH, column, found=unit, expected=filing.measure.unit
            )
            return
    units = {power_of(unit, filing.measure) for _, unit in stated if unit}
    if len(units) > 1:
        both = "、".join(unit for _, unit in stated if unit)
        yield filing.finding(Rule.UNIT_MISMATCH, "value", found=both, expected=filing.measure.unit)


def not_whole(filing: Filing) -> Iterator[Finding]:
    """A count or a rank with a fraction, a negative count, a rank below 1."""
    kind = filing.measure.kind
    power = power_of(filing.unit, filing.measure) if filing.unit else 0
    if (
        kind in (Kind.MEASURED, Kind.ANSWER)
        or not isinstance(filing.row.value, Figure)
        or power is None
    ):
        return
    figure = whole(filing.row.value.scaled(power))
    least = 1 if kind is Kind.RANK else 0
    for value in (figure.value, figure.upper):
        if value is not None and (value != value.to_integral_value() or value < least):
            yield filing.finding(
                Rule.NOT_WHOLE,
                "value",
                found=figure.printed,
                least=least,
                kind=kind.value,
            )
            return


def not_an_answer(filing: Filing) -> Iterator[Finding]:
    """Yes or no is asked and a number given, or the other way round; 1 and 0 are answers too."""
    value, asked = filing.row.value, filing.measure.kind is Kind.ANSWER
    if not isinstance(value, Figure) or (asked and value.value in (0, 1) and not value.is_bounded):
        return
    if value.is_answer is not asked:
        kind = {} if asked else {"kind": "number"}
        yield filing.finding(Rule.NOT_AN_ANSWER, "value", found=value.printed, **kind)


def normalised(filing: Filing) -> Iterator[Finding]:
    """A figure typed in full-width digits, read as what it means."""
    value = filing.row.value
    if isinstance(value, Figure) and _FULL_WIDTH.search(value.printed):
        yield filing.finding(
            Rule.FIGURE_NORMALISED, "value", found=value.printed, read=f"{value.value:f}"
        )


def scientific(filing: Filing) -> Iterator[Finding]:
    """What a spreadsheet shows where a column is too narrow: its last digits may be gone."""
    value = filing.row.value
    if isinstance(value, Figure) and _SCIENTIFIC.fullmatch(value.printed):
        yield filing.finding(Rule.SCIENTIFIC, "value", found=value.printed, read=f"{value.value:f}")


def region_unknown(filing: Filing) -> Iterator[Finding]:
    """A row about a part of the whole that the plan does not list: it is kept but not judged."""
    if not filing.is_listed:
        found = {"found": filing.region, "near": filing.near}
        yield filing.finding(Rule.REGION_UNKNOWN, "region", **found)


def sample_values(filings: Sequence[Filing], path: str, passed: int = 0) -> Iterator[Finding]:
    """Samples among the figures: one finding for the file, so that none passes for real.

    `passed` are rows of the file beside `filings`, none of them a sample.
    """
    samples = [filing for filing in filings if filing.row.status is Status.SAMPLE]
    if samples:
        place = Place(path, min(sample.row.place("status").line for sample in samples))
        params = {"count": len(samples), "rows": len(filings) + passed}
        yield Finding(rule=Rule.SAMPLE_VALUES, place=place, params=params)


ROW_RULES = (
    year_disagrees,
    name_disagrees,
    not_an_answer,
    unit_missing,
    unit_mismatch,
    not_whole,
    normalised,
    scientific,
    region_unknown,
)
