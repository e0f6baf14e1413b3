"""The two sides of a comparison, and the rows of each as they count."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from jdzplan.actuals import Figure, Missing, Qualifier, Release, Status, YearFile
from jdzplan.catalogue import Severity
from jdzplan.check import Result
from jdzplan.findings import Place
from jdzplan.plan import Kind, Plan
from jdzplan.rules.areas import regions_of
from jdzplan.rules.row_rules import ROW_RULES, Filing, filing_of, names_of, power_of
from jdzplan.rules.vintages import VINTAGE_RULES, filed_twice
from jdzplan.units import parse_unit
from jdzplan.verdicts import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two readings. `name` is how it was asked for, None for the working tree.

    `earlier` are the years that stood beside those of the result; `is_file` says that a single
    year's table was asked for, and nothing around it. `plan_path` is the plan as findings print it.
    """

    result: Result
    name: str | None = None
    earlier: tuple[YearFile, ...] = ()
    plan_path: str = ""
    is_file: bool = False

    @property
    def plan(self) -> Plan | None:
        """Its plan; None where there was none yet."""
        return self.result.plan

    @property
    def files(self) -> tuple[YearFile, ...]:
        """All that was read, checked or beside."""
        return (*self.earlier, *self.result.files)


class Key(NamedTuple):
    """What a figure is of; `region` is None for the whole city."""

    year: int
    measure: str
    region: str | None = None


class Content(NamedTuple):
    """What a figure says, however it is written: 350000 万元 and 35.0 亿元 say the same.

    `value` and `upper` are in `unit`, which has no power of ten; without a figure `reason` is why.
    """

    unit: str
    value: Decimal | None
    upper: Decimal | None
    qualifier: Qualifier | None
    reason: Reason | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """One row as it was filed; of a row that could not be read only its place is known.

    `unit` is the one stated, or else the quantity's own; `is_rejected` says that an error keeps
    it from being judged.
    """

    value: Figure | Missing | None = None
    unit: str = ""
    content: Content | None = None
    status: Status | None = None
    released: Release | None = None
    basis: str | None = None
    source: str | None = None
    note: str | None = None
    place: Place
    is_rejected: bool = False

    @property
    def typed(self) -> str:
        """The figure or mark with its unit, as typed."""
        if self.value is None:
            return ""
        is_glued = isinstance(self.value, Missing) or self.value.unit is not None
        return self.value.printed + ("" if is_glued else self.unit)

    @property
    def is_blank(self) -> bool:
        """Whether the row only keeps a place free: no figure, no mark, nothing beside."""
        is_empty = isinstance(self.value, Missing) and self.value.reason is Reason.NOT_REPORTED
        beside = (self.status, self.released, self.basis, self.source, self.note)
        return is_empty and not any(beside) and not self.is_rejected


def filings(side: Side) -> dict[Key, tuple[Filed, ...]]:
    """Every row of figures by what it is of: several releases, or what was filed twice."""
    if side.plan is None:
        return {}
    names, regions, known = names_of(side.plan), regions_of(side.plan), side.result.known
    rows: dict[Key, list[Filing]] = {}
    for file in side.files:
        for row in file.rows:
            if filing := filing_of(side.plan, names, regions, row, file.year):
                key = Key(file.year, filing.key, filing.region)
                rows.setdefault(key, []).append(filing)
    refused = {
        Key(year, measure): Filed(place=actual.place, is_rejected=True)
        for measure, years in known.items()
        for year, actual in years.items()
        if actual.value == Missing(Reason.ROW_REJECTED)
    }
    found: dict[Key, tuple[Filed, ...]] = {key: (each,) for key, each in refused.items()}
    for key, group in rows.items():
        is_bad = key in refused or any(filed_twice(group))
        found[key] = tuple(_filed(each, is_rejected=is_bad or _is_wrong(each)) for each in group)
    return found


def _is_wrong(filing: Filing) -> bool:
    problems = (problem for rule in (*ROW_RULES, *VINTAGE_RULES) for problem in rule(filing))
    return any(problem.severity is Severity.ERROR for problem in problems)


def _filed(filing: Filing, *, is_rejected: bool) -> Filed:
    row, measure = filing.row, filing.measure
    return Filed(
        value=row.value,
        unit="" if measure.kind is Kind.ANSWER else filing.unit or measure.unit,
        content=_content(filing),
        status=row.status,
        released=row.released,
        basis=row.basis,
        source=row.source,
        note=row.note,
        place=row.place("value"),
        is_rejected=is_rejected,
    )


def _content(filing: Filing) -> Content:
    value, measure = filing.row.value, filing.measure
    if isinstance(value, Missing):
        return Content("", None, None, None, value.reason)
    if measure.kind is Kind.ANSWER:
        return Content("", value.value, value.upper, value.qualifier, None)
    stated = filing.unit or measure.unit
    power, own = power_of(stated, measure), parse_unit(measure.unit)
    base, exponent = parse_unit(stated) if power is None else (own.base, own.exponent + power)
    scaled = value.scaled(exponent)
    return Content(base, scaled.value, scaled.upper, scaled.qualifier, None)
