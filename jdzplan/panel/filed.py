"""Filed rows with what they mean: which indicator, which year, a figure or why there is none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import pyarrow as pa
from ibis import Table, Value

from jdzplan.actuals import Status
from jdzplan.panel.cells import Triple
from jdzplan.panel.expressions import absence
from jdzplan.panel.figures import FULL, Width, figure_of
from jdzplan.panel.folding import Condition, first_of
from jdzplan.panel.outcomes import Cell, Outcome
from jdzplan.reading.sheets import STATUS_BY_WORD

_YEARS = ("{}", "{}年", "{}.0")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Dictionary:
    """What is known of words before rows are read: names with units, and whole rows' cells.

    A name that stands for nothing has a cell without key; where there is no column of units, the
    unit of every pair is empty.
    """

    pairs: Mapping[Pair, Cell]
    cells: Mapping[Triple, Cell]


def in_years(table: Table, period: tuple[int, int], width: Width) -> Table:
    """The rows of a table of actuals with typed columns; `text` is what the row code would read.

    `year` is null outside the plan's years, `value` where the cell holds no plain number of that
    width.
    """
    has_unit, has_status = ("unit" in table.columns, "status" in table.columns)
    value, text = figure_of(table.value, width)
    if has_unit:  # the row code may have to read it, whatever its type
        text = table.value.cast("string")
    return table.select(
        region=text_of(table.region),
        indicator=text_of(table.indicator),
        unit=text_of(table.unit) if has_unit else ibis.literal(""),
        stated=table.year,
        year=_year(table.year, range(period[0], period[1] + 1)),
        value=value,
        text=text,
        **({"status": text_of(table.status).lower()} if has_status else {}),
    )


def text_of(column: Value) -> Value:
    """A name or a code as text, empty where there is none."""
    return ibis.coalesce(column if column.type().is_string() else column.cast("string"), "")


def _year(column: Value, years: Sequence[int]) -> Value:
    """The year where it is one of the plan's."""
    if column.type().is_integer():
        inside = column.between(years[0], years[-1])
        return ibis.ifelse(inside, column, None).cast("int16")
    text = column.cast("string")
    forms = [(text == form.format(year), year) for form in _YEARS for year in years]
    return first_of(forms, None).cast("int16")


def _other_year(column: Value) -> Value:
    """What a row of none of the plan's years comes to."""
    if column.type().is_integer():
        is_year = column.between(1900, 2200)
    else:
        is_year = column.cast("string").strip().re_search(r"^(19|20)[0-9]{2}(年|\.0)?$")
    outside, unreadable = int(Outcome.OUTSIDE_PERIOD), int(Outcome.YEAR_UNREADABLE)
    return ibis.ifelse(is_year, outside, unreadable)


def looked_up(filed: Table, known: Dictionary) -> Table:
    """Filed rows with the `key` of what they are about, and `absent`: why there is no figure.

    Where words are not known yet, the row code has to look: there is no key, or `absent` says so.
    """
    pairs = _pairs(known.pairs)
    on = [filed.indicator == pairs.name, filed.unit == pairs.of]
    rows = filed.join(pairs, on, how="left").select(filed, "key", "refused")
    looked: list[tuple[Value, Value]] = []
    if known.cells:
        cells = _cells(known.cells)
        on = [rows.indicator == cells.name, rows.unit == cells.of, rows.text == cells.cell]
        columns = ["read_key", "read_value", "read_outcome"]
        rows = rows.join(cells, on, how="left").select(rows, *columns)
        rows = rows.mutate(
            key=ibis.coalesce(rows.key, rows.read_key),
            value=ibis.coalesce(rows.read_value, rows.value),
        )
        looked = [(rows.read_outcome.notnull(), rows.read_outcome)]
    unknown, sample = _status(rows)
    reasons = [
        (rows.year.isnull(), _other_year(rows.stated)),
        (rows.refused.notnull(), rows.refused),
        (unknown, int(Outcome.STATUS_UNKNOWN)),
        *looked,
        (rows.value.notnull(), ibis.null("int16")),
    ]
    absent = first_of(reasons, absence(rows.text)).cast("int16")
    return rows.mutate(absent=absent, is_sample=sample)


_STATUSES = ["", *STATUS_BY_WORD]
_SAMPLES = [word for word, status in STATUS_BY_WORD.items() if status is Status.SAMPLE]


def _status(rows: Table) -> tuple[Condition, Value]:
    """Whether the status is none that is known, and whether the figure is a sample."""
    if "status" not in rows.columns:
        return False, ibis.literal(value=False)
    word = rows.status
    known = word.isin(_STATUSES) | word.strip().isin(_STATUSES)
    return ~known, word.isin(_SAMPLES) | word.strip().isin(_SAMPLES)


def _pairs(pairs: Mapping[Pair, Cell]) -> Table:
    names = [*pairs]
    return as_table(
        {
            "name": ([name for name, _ in names], "string"),
            "of": ([unit for _, unit in names], "string"),
            "key": ([pairs[each].key for each in names], "int16"),
            "refused": ([pairs[each].outcome for each in names], "int16"),
        }
    )


def _cells(cells: Mapping[Triple, Cell]) -> Table:
    found = [*cells]
    return as_table(
        {
            "name": ([name for name, _, _ in found], "string"),
            "of": ([unit or "" for _, unit, _ in found], "string"),
            "cell": ([text for _, _, text in found], "string"),
            "read_key": ([cells[each].key for each in found], "int16"),
            "read_value": ([cells[each].value for each in found], "string"),
            "read_outcome": ([cells[each].outcome for each in found], "int16"),
        }
    ).mutate(read_value=lambda table: table.read_value.cast(FULL.type))


def as_table(columns: Mapping[str, tuple[Sequence[Any], str]]) -> Table:
    """A small table from memory: values and their type by name."""
    return ibis.memtable(
        pa.table(
            {
                name: pa.array(values, pa.type_for_alias(kind))
                for name, (values, kind) in columns.items()
            }
        )
    )
