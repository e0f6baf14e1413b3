"""What was filed for a year: figures as published, the rows that carry them, and their status."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from jdzplan.findings import Place
from jdzplan.verdicts import Reason

_EXACT = Context(prec=1000)  # a figure keeps all its digits, however many there are


# What a cell may answer to a yes-or-no question, and what it counts.
ANSWERS = {"是": 1, "否": 0, "yes": 1, "no": 0} | dict.fromkeys("√✓✔", 1) | dict.fromkeys("×✗✘", 0)


def half_unit(value: Decimal) -> Fraction:
    """Half a unit of the last printed digit: what rounding may have taken away.

    >>> half_unit(Decimal("2.20")), half_unit(Decimal("13"))
    (Fraction(1, 200), Fraction(1, 2))
    """
    exponent = value.as_tuple().exponent
    return Fraction(10) ** int(exponent) / 2


def significant(value: Fraction | Decimal, digits: int = 6) -> Decimal:
    """`value` rounded half-even to significant digits."""
    context = Context(prec=digits, rounding=ROUND_HALF_EVEN)
    if isinstance(value, Decimal):
        return context.plus(value)
    return context.divide(Decimal(value.numerator), Decimal(value.denominator))


class Status(StrEnum):
    """How settled a figure is. `SAMPLE` is no figure at all: it stands in until one is filed."""

    FINAL = "final"
    PRELIMINARY = "preliminary"
    ESTIMATED = "estimated"
    REVISED = "revised"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Release:
    """When a figure was published, as exactly as it is known: `parts` are year, month and day."""

    parts: tuple[int, ...]

    def __str__(self) -> str:
        return "-".join(f"{part:02}" for part in self.parts)


class Qualifier(StrEnum):
    """What a published figure says of the true one."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"

    @property
    def is_strict(self) -> bool:
        """Whether the printed end itself is left out."""
        return self in (Qualifier.MORE_THAN, Qualifier.LESS_THAN)


class Figure(NamedTuple):
    """A published figure: `value` is the printed number, `upper` the second one of an interval.

    `printed` keeps the cell as it was typed, `unit` what was glued to the number (`3.5亿元`).
    `is_converted` says that zeros at the end may come from another unit, not from print. A
    figure that was computed has its `exact` value, and `slack`: how far the rounding of what it
    was computed from may have moved it.
    """

    value: Decimal
    qualifier: Qualifier = Qualifier.EXACT
    upper: Decimal | None = None
    printed: str = ""
    unit: str | None = None
    is_converted: bool = False
    exact: Fraction | None = None
    slack: Fraction | None = None

    @classmethod
    def computed(cls, exact: Fraction, slack: Fraction = Fraction(0)) -> "Figure":
        """A figure that nobody printed; its `value` shows six digits of it."""
        return cls(significant(exact), is_converted=True, exact=exact, slack=slack)

    @property
    def fraction(self) -> Fraction:
        """The number to judge."""
        return Fraction(self.value) if self.exact is None else self.exact

    @property
    def rounding(self) -> Fraction:
        """How far rounding may have moved it; the end of a bound is not rounded."""
        if self.slack is not None:
            return self.slack
        return Fraction(0) if self.is_bounded else half_unit(self.value)

    @property
    def is_answer(self) -> bool:
        """Whether it was typed as yes or no."""
        return self.printed.strip().lower() in ANSWERS

    @property
    def is_bounded(self) -> bool:
        """Whether the figure leaves more than one value possible."""
        return self.qualifier not in (Qualifier.EXACT, Qualifier.APPROXIMATE)

    def scaled(self, power: int) -> "Figure":
        """The same figure in another unit, 10**power times the number; no digit is lost."""
        if not power:
            return self
        upper = None if self.upper is None else self.upper.scaleb(power, _EXACT)
        value = self.value.scaleb(power, _EXACT)
        return self._replace(value=value, upper=upper, is_converted=True)


class Missing(NamedTuple):
    """A cell without a figure: which kind of nothing it is, and the mark that stood there."""

    reason: Reason
    printed: str = ""


class Row(NamedTuple):
    """One row of a year's file, cells validated one by one, not yet held against a plan.

    Texts are stripped, an empty cell is None. `table_unit` is the unit that the table as a whole
    or the column states. `cells` has the place of every column's cell.
    """

    indicator: str
    value: Figure | Missing
    cells: Mapping[str, Place]
    name: str | None = None
    unit: str | None = None
    region: str | None = None
    status: Status | None = None
    released: Release | None = None
    basis: str | None = None
    source: str | None = None
    note: str | None = None
    year: int | None = None
    table_unit: str | None = None

    def place(self, column: str) -> Place:
        """Where a cell stands, or the row's first cell where the column is absent."""
        return self.cells.get(column) or self.cells["indicator"]


class Actual(NamedTuple):
    """What is known of one indicator in one year, in the indicator's own unit.

    `basis` is the definition that the figure is of (口径), as stated; `earlier` are the releases
    that this one replaced, oldest first. `parts` are the figures that a computed value was made of.
    """

    indicator: str
    year: int
    value: Figure | Missing
    place: Place
    region: str | None = None
    status: Status | None = None
    released: Release | None = None
    basis: str | None = None
    source: str | None = None
    note: str | None = None
    parts: tuple["Actual", ...] = ()
    earlier: tuple["Actual", ...] = ()

    @property
    def figure(self) -> Figure | None:
        """The figure, if there is one."""
        return self.value if isinstance(self.value, Figure) else None


class Stage(StrEnum):
    """How far a task is."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    STOPPED = "stopped"


class TaskRow(NamedTuple):
    """One row of a year's task file; texts are stripped, an empty cell is None."""

    task: str
    cells: Mapping[str, Place]
    stage: Stage | None = None
    name: str | None = None
    evidence: str | None = None
    note: str | None = None
    year: int | None = None

    def place(self, column: str) -> Place:
        """Where a cell stands, or the row's first cell where the column is absent."""
        return self.cells.get(column) or self.cells["task"]


class TaskReport(NamedTuple):
    """What was reported on one task in one year; without a stage if the row was bad or blank."""

    year: int
    place: Place
    stage: Stage | None = None
    evidence: str | None = None
    note: str | None = None
    is_rejected: bool = False


class Sum(NamedTuple):
    """Exact figures of no stated basis, of a division's regions without the `lacking` ones."""

    total: Figure
    lacking: frozenset[str]


class YearFile(NamedTuple):
    """One file as read: its year, its good rows, and what could not be read.

    A task file has `tasks` instead of `rows`. `rejected` holds the names that stood in bad rows,
    `rejected_parts` those beside a region, with the region; `broken` says that the file as a whole
    could not be read, so that nothing in it may count as "not reported"; `size` is how many rows
    there are, good and bad. `separator` stands between its cells, `headers` are its column headers
    as printed, by column. Of a big file so many rows were `passed`: they are plainly good, nothing
    looks at them one by one, and they are not among `rows`; what those that add up come to is in
    `sums`, by id and division.
    """

    path: str
    year: int
    rows: tuple[Row, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    is_tasks: bool = False
    rejected: frozenset[str] = frozenset()
    rejected_parts: frozenset[tuple[str, str]] = frozenset()
    broken: bool = False
    encoding: str = ""
    size: int = 0
    separator: str = ","
    headers: Mapping[str, str] = MappingProxyType({})
    passed: int = 0
    sums: Mapping[tuple[str, str], Sum] = MappingProxyType({})
