"""What a panel is judged from: the plan, the tables, and the engine that holds them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from ibis import Table

from jdzplan.judging.in_force import Versions
from jdzplan.panel.engine import Engine
from jdzplan.panel.expressions import with_code
from jdzplan.panel.figures import FULL, SHORT, Width
from jdzplan.panel.filed import as_table
from jdzplan.panel.sources import Source
from jdzplan.panel.terms import FACTORS, Terms, kind_of, terms_of
from jdzplan.plan import Plan
from jdzplan.rules.names import Names
from jdzplan.rules.row_rules import names_of

Tell = Callable[..., None]


@dataclass(frozen=True)
class Job:
    """One panel to be judged; `keys` are the columns of the targets that are counted by.

    `is_whole` says that rows are wanted, and not only how many there are of an indicator and a
    year.
    """

    engine: Engine
    plan: Plan
    actuals: Source
    targets: Source
    tell: Tell
    keys: tuple[str, ...] = ()
    is_whole: bool = True

    @property
    def is_tally(self) -> bool:
        """Whether counting in one pass will do, and the engine can."""
        return self.engine.has_bits and not self.is_whole and not self.keys

    @cached_property
    def names(self) -> Names:
        """Everything that figures may be filed under."""
        return names_of(self.plan)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of everything that has figures; indicators come first, as in `Terms`."""
        return {name: number for number, name in enumerate(self.plan.measures)}

    @cached_property
    def terms(self) -> Mapping[int, tuple[Terms, ...]]:
        """What holds in each year."""
        return terms_of(Versions(self.plan))

    @cached_property
    def width(self) -> Width:
        """The least that targets are held in: a short one times three digits has 64 bits."""
        every = (each for all_of in self.terms.values() for each in all_of)
        most = max(abs(getattr(each, name)) for each in every for name in FACTORS)
        return SHORT if most < 1000 else FULL

    @property
    def period(self) -> tuple[int, int]:
        """The plan's first and last year."""
        return self.plan.plan.period.first, self.plan.plan.period.last

    @property
    def has_units(self) -> bool:
        """Whether rows state their unit."""
        return "unit" in self.actuals.table.columns

    def with_code(self, rows: Table) -> Table:
        """Rows with the code of what is said of each."""
        alike, varying = self._told
        on = [rows.key == varying.key, rows.year == varying.year]
        rows = rows.join(varying, on, how="left").select(rows, *varying.columns[2:])
        return with_code(rows, alike)

    @cached_property
    def _told(self) -> tuple[Mapping[str, Any], Table]:
        """Terms that are alike for all indicators and years, and a table of those that are not."""
        stated = [(year, each) for year, all_of in self.terms.items() for each in all_of]
        columns = {
            field.name: [getattr(each, field.name) for _, each in stated]
            for field in fields(Terms)
            if field.name != "key"
        }
        alike = {
            name: told[0]
            for name, told in columns.items()
            if len({*told}) == 1 and name not in ("due", *FACTORS)
        }
        varying = as_table(
            {"key": ([each.key for _, each in stated], "int16")}
            | {"year": ([year for year, _ in stated], "int16")}
            | {name: (columns[name], kind_of(name)) for name in columns if name not in alike}
        )
        factor = "decimal(3, 0)" if self.width == SHORT else "decimal(6, 0)"
        return alike, varying.mutate(**{name: varying[name].cast(factor) for name in FACTORS})
