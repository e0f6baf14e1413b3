"""Cells that no database reads: each different one goes once through the code that reads rows."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from jdzplan.actuals import Figure, Row
from jdzplan.catalogue import Severity
from jdzplan.findings import Place
from jdzplan.panel.outcomes import Cell, Outcome
from jdzplan.plan import Plan
from jdzplan.reading.sheets import FIGURES, CellError
from jdzplan.rules.names import Names
from jdzplan.rules.row_rules import ROW_RULES, filing_of
from jdzplan.verdicts import Reason

_NOWHERE = {column: Place("") for column in ("indicator", "value", "unit")}
_DIGITS = 15
Triple = tuple[str, str | None, str]
_MISSING = {
    Reason.NOT_REPORTED: Outcome.NOT_REPORTED,
    Reason.NO_DATA: Outcome.NO_DATA,
    Reason.NOT_YET_PUBLISHED: Outcome.NOT_YET_PUBLISHED,
}
# The region of a panel's row is a name of its own; the database knows it.
_NO_REGIONS = Names({})


def read_cells(
    plan: Plan, names: Names, keys: Mapping[str, int], found: Iterable[Triple]
) -> dict[Triple, Cell]:
    """What name, unit and figure of each row come to; a unit of None is the indicator's own."""
    return {triple: _read(plan, names, keys, triple) for triple in found}


def _read(plan: Plan, names: Names, keys: Mapping[str, int], triple: Triple) -> Cell:
    name, unit, text = triple
    key = names.find(name) if name.strip() else None
    if key is None:
        return Cell(None, outcome=Outcome.INDICATOR_UNKNOWN)
    unit = plan.measures[key].unit if unit is None else unit
    cells = {"indicator": name, "value": text, "unit": unit}
    try:
        read = {column: FIGURES.grammars[column](cell) for column, cell in cells.items()}
    except CellError:
        return Cell(keys[key], outcome=Outcome.NOT_READ)
    row = Row(**read, cells=_NOWHERE)
    filing = filing_of(plan, names, _NO_REGIONS, row, plan.plan.period.first)
    assert filing is not None  # its name was just found
    problems = (problem for rule in ROW_RULES for problem in rule(filing))
    if any(problem.rule.severity is Severity.ERROR for problem in problems):
        return Cell(keys[key], outcome=Outcome.NOT_READ)
    value = filing.actual().value
    if not isinstance(value, Figure):
        return Cell(keys[key], outcome=_MISSING[value.reason])
    if value.is_bounded:
        return Cell(keys[key], outcome=Outcome.BOUNDED)
    if (plain := _plain(value.value)) is None:
        return Cell(keys[key], outcome=Outcome.TOO_LONG)
    return Cell(keys[key], value=plain)


def _plain(value: Decimal) -> str | None:
    """A number as the database takes it: 15 digits before and 15 behind the point, at most."""
    whole, _, decimals = f"{value:f}".lstrip("+-").partition(".")
    decimals = decimals.rstrip("0")
    if max(len(whole.lstrip("0")), len(decimals)) > _DIGITS:
        return None
    return ("-" if value < 0 else "") + (whole.lstrip("0") or "0") + (decimals and "." + decimals)
