"""What rows of one kind come to: rows alike but for region, number, source and note.

One of each kind is read by the ordinary code and held against the ordinary rules; what is found
of it holds for all of them, for in a good row those four say nothing that another cell hangs on.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from jdzplan.actuals import Row, Status
from jdzplan.plan import Plan
from jdzplan.reading.figures import is_cut
from jdzplan.reading.filed import cell_of, key_cell, read_row
from jdzplan.reading.headers import Header
from jdzplan.reading.lines import is_row, lines_below
from jdzplan.reading.sheets import FIGURES, FREE_TEXT
from jdzplan.reading.tables import Record
from jdzplan.rules.areas import region_of, regions_of
from jdzplan.rules.row_rules import ROW_RULES, filing_of, names_of, power_of
from jdzplan.rules.vintages import VINTAGE_RULES

# A number of each shape that is as bad as any: rules that let it pass let pass every other one.
SHAPES = {"zero": "0", "whole": "7", "decimal": "7.12345678901234567891"}
_FARTHEST = 24  # powers of ten; beyond 亿亿亿 the engine does not count


class Kind(NamedTuple):
    """What all good rows of a kind are about: id, power of ten to its unit, shapes of numbers."""

    key: str
    power: int
    shapes: frozenset[str]


class Columns(NamedTuple):
    """The columns of a table by what they tell; each index once."""

    value: int
    region: int | None
    telling: tuple[int, ...]
    free: tuple[int, ...]
    empty: tuple[int, ...]

    @classmethod
    def of(cls, header: Header) -> "Columns":
        """Those of a header. A column without a header has to be empty."""
        at = {name: i for i, name in header.columns.items()}
        telling = [i for name, i in at.items() if name not in ("value", "region", *FREE_TEXT)]
        taken = {*telling, at["value"], at.get("region")}
        rest = [i for i in range(len(header.cells)) if i not in taken]
        empty = [i for i in rest if i not in at.values() and not header.cells[i].strip()]
        free = [i for i in rest if i not in empty]
        return cls(at["value"], at.get("region"), tuple(telling), tuple(free), tuple(empty))


class Judge:
    """Tells of kinds of rows, and of regions, whether they are plainly good, by a plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.names, self.regions = plan, names_of(plan), regions_of(plan)

    @cached_property
    def places(self) -> dict[str, int]:
        """Numbers of the plan's regions."""
        return {region: number for number, region in enumerate(self.plan.regions)}

    @cached_property
    def keys(self) -> dict[str, int]:
        """Numbers of what figures are filed for."""
        return {key: number for number, key in enumerate(self.plan.measures)}

    def kind_of(self, told: Sequence[str], header: Header, year: int) -> Kind | None:
        """The kind of rows with these cells in their telling columns; None if none is good."""
        rows = {shape: self._row(told, number, header) for shape, number in SHAPES.items()}
        good = {shape: row for shape, row in rows.items() if row and self._is_good(row, year)}
        row = next(iter(good.values()), None)
        filing = row and filing_of(self.plan, self.names, self.regions, row, year)
        if not filing:
            return None
        power = power_of(filing.unit, filing.measure) if filing.unit else 0
        if abs(power or 0) > _FARTHEST:
            return None
        return Kind(filing.key, power or 0, frozenset(good))

    def region_at(self, cell: str, columns: Columns) -> str | None:
        """The region that a cell names; None for the whole, for none, and for a doubtful cell."""
        is_beside = columns.region == columns.value + 1
        if FIGURES.key_words.search(cell) or (is_beside and is_cut(SHAPES["whole"], cell)):
            return None
        text = FIGURES.grammars["region"](cell)
        region = region_of(text, self.plan, self.regions)
        return region if region in self.plan.regions else None

    def touched(self, record: Record, header: Header) -> set[tuple[str, str]]:
        """Whose figure a record may hold, however bad it is: measure and region by their ids."""
        name, told = key_cell(record, header, FIGURES)[1], cell_of(record, header.columns, "name")
        region = cell_of(record, header.columns, "region")
        line = FIGURES.grammars["indicator"]
        spelt = {name.strip(), line(name) if name.strip() else "", told}
        return self.cells_of(spelt, {region, FIGURES.grammars["region"](region) or ""})

    def cells_of(self, names: set[str], regions: set[str]) -> set[tuple[str, str]]:
        """The figures that are meant by any of these names in any of these regions."""
        keys = {self.names.find(name) for name in names if name}
        parts = {region_of(region, self.plan, self.regions) for region in regions if region}
        return {(k, p) for k in keys if k for p in parts if p and p in self.plan.regions}

    def _row(self, told: Sequence[str], number: str, header: Header) -> Row | None:
        """The row that these cells make with a number; None for what the ordinary code doubts."""
        columns = Columns.of(header)
        cells = [""] * len(header.cells)
        for i, cell in zip(columns.telling, told, strict=True):
            if FIGURES.key_words.search(cell):  # it may be another header
                return None
            cells[i] = cell
        cells[columns.value] = number
        separator = header.rows[-1].separator
        record = Record(tuple(cells), 1, 1, (separator.join(cells),), separator=separator)
        is_plain = is_row(record, header, FIGURES)  # whatever the number
        if not is_plain or [*lines_below(header, [record], "", FIGURES)] != [
            (record, header, False)
        ]:
            return None
        row, _ = read_row(record, header, "", FIGURES)
        return row if isinstance(row, Row) else None

    def _is_good(self, row: Row, year: int) -> bool:
        """Whether a row of the whole is filed without any finding, and nothing else depends on it.

        A name that has to be guessed at, a basis and a sample are for the ordinary code.
        """
        filing = filing_of(self.plan, self.names, self.regions, row, year)
        if filing is None or row.basis is not None or row.status is Status.SAMPLE:
            return False
        if row.name is not None and self.names.find(row.name) != filing.key:
            return False
        return not any(True for rule in (*ROW_RULES, *VINTAGE_RULES) for _ in rule(filing))
