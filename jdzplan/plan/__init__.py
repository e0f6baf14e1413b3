"""The plan as a record: head, policy, goals and indicators, each number with its source.

Nothing here reads a file or judges; the fields' descriptions are the editor's hover help and
the reference of `plan.yaml`.
"""

from typing import Annotated

from pydantic import Field

from jdzplan.plan.base import Name, Record, Source, Text
from jdzplan.plan.head import Bands, Goal, Head, Path, Period, Policy
from jdzplan.plan.indicator import Better, Binding, Indicator, Kind, Note, Owner, Tier
from jdzplan.plan.target import BOUNDS, Bound, Form, Grounds, Target

__all__ = [
    "BOUNDS",
    "Bands",
    "Better",
    "Binding",
    "Bound",
    "Form",
    "Goal",
    "Grounds",
    "Head",
    "Indicator",
    "Kind",
    "Note",
    "Owner",
    "Path",
    "Period",
    "Plan",
    "Policy",
    "Record",
    "Source",
    "Target",
    "Text",
    "Tier",
]


class Plan(Record):
    """A public plan with what it promises."""

    plan: Head
    """Which document this is."""
    policy: Policy = Policy()
    """How progress is judged."""
    goals: dict[Name, Goal]
    """Goals by key."""
    indicators: Annotated[dict[Name, Indicator], Field(min_length=1)]
    """Indicators by id, in the order of reports."""

    def target_year(self, target: Target) -> int:
        """The year a by-year target falls due."""
        return target.by or self.plan.period.last

    def rule_years(self, target: Target) -> range:
        """The years that an every-year target counts."""
        period = self.plan.period
        return range(target.first or period.first, (target.last or period.last) + 1)
