"""The finding: one datum that breaks one rule, at one place. Sentences are made elsewhere."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from jdzplan.catalogue import Rule, Severity


class Place(NamedTuple):
    """Where a datum stands: physical line and character column from 1, 0 where there is none.

    `cell` is the spreadsheet's name of the same place (`B3`, in a workbook `Sheet1!B3`), empty
    outside tables.
    """

    path: str
    line: int = 0
    column: int = 0
    cell: str = ""

    @property
    def row(self) -> str:
        """The file and the line, with the cell where the line alone leaves the sheet open."""
        return f"{self.path}:{self.line}" + (f" [{self.cell}]" if "!" in self.cell else "")


class Finding(NamedTuple):
    """One problem. `params` fill the sentences that `wording` holds for the rule.

    `alike` are the findings of further rows that it stands for; the place is that of the first.
    `reported_as` is its severity where that is not its rule's: a milder case, or policy.
    """

    rule: Rule
    place: Place
    params: Mapping[str, object] = MappingProxyType({})
    indicator: str | None = None
    region: str | None = None
    alike: tuple["Finding", ...] = ()
    reported_as: Severity | None = None

    @property
    def rows(self) -> int:
        """How many rows of the column share it."""
        return 1 + len(self.alike)

    @property
    def severity(self) -> Severity:
        """The severity of its rule, or that which policy gives it."""
        return self.reported_as or self.rule.severity

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The fixed order of a list of findings: by place, then by code."""
        return (self.place.path, self.place.line, self.place.column, self.rule.code)
