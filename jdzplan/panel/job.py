"""What a panel is judged from: the plan, the tables, and the engine that holds them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ibis import Table, Value

from jdzplan.judging.in_force import Versions
from jdzplan.panel.expressions import Held, outcome
from jdzplan.panel.sources import Engine, Source
from jdzplan.panel.terms import Terms, cuts_of, terms_of
from jdzplan.plan import Plan
from jdzplan.rules.names import Names
from jdzplan.rules.row_rules import names_of

Tell = Callable[..., None]


@dataclass(frozen=True)
class Job:
    """One panel to be judged; `keys` are the columns of the targets that are counted by.

    `is_whole` says that every row is wanted, and not only how many there are.
    """

    engine: Engine
    plan: Plan
    actuals: Source
    targets: Source
    tell: Tell
    keys: tuple[str, ...] = ()
    is_whole: bool = True

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

    @property
    def period(self) -> tuple[int, int]:
        """The plan's first and last year."""
        return self.plan.plan.period.first, self.plan.plan.period.last

    @property
    def has_units(self) -> bool:
        """Whether rows state their unit."""
        return "unit" in self.actuals.table.columns

    def held(self, row: Table) -> Held:
        """The terms beside rows."""
        return Held(self.terms, row.key, row.year)

    def outcome(self, row: Table) -> Value:
        """What is said of each row."""
        return outcome(row, self.held(row), cuts_of(self.plan.policy.bands))
