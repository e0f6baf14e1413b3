"""The plan as a record: head, policy, goals and all it promises, each number with its source.

Nothing here reads a file or judges; the fields' descriptions are the editor's hover help and
the reference of `plan.yaml`.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from pydantic import Field

from jdzplan.plan.amendments import ROOMS, Amendment, Change, Terms, Thing
from jdzplan.plan.base import Lag, Name, Owner, Record, Source, Text
from jdzplan.plan.breakdown import Breakdown, Division, Region, RegionKind, SubTarget
from jdzplan.plan.counterparts import Counterpart
from jdzplan.plan.duties import Rate, Relation, RelationRule, Span, Strength, Subset, Task
from jdzplan.plan.head import (
    OFFICES,
    AdjustmentPolicy,
    Bands,
    GatePolicy,
    Goal,
    Head,
    Path,
    Period,
    Policy,
)
from jdzplan.plan.indicator import (
    Better,
    Binding,
    Indicator,
    Kind,
    Measure,
    Member,
    Note,
    Reading,
    Series,
    Tier,
)
from jdzplan.plan.revisions import Revision, RevisionKind
from jdzplan.plan.target import BOUNDS, FIGURES_OF, Bound, Bounded, Figures, Form, Grounds, Target

__all__ = [
    "BOUNDS",
    "FIGURES_OF",
    "OFFICES",
    "ROOMS",
    "AdjustmentPolicy",
    "Amendment",
    "Bands",
    "Better",
    "Binding",
    "Bound",
    "Bounded",
    "Breakdown",
    "Change",
    "Counterpart",
    "Division",
    "Figures",
    "Form",
    "GatePolicy",
    "Goal",
    "Grounds",
    "Head",
    "Indicator",
    "Kind",
    "Lag",
    "Measure",
    "Member",
    "Note",
    "Owner",
    "Path",
    "Period",
    "Plan",
    "Policy",
    "Rate",
    "Reading",
    "Record",
    "Region",
    "RegionKind",
    "Relation",
    "RelationRule",
    "Revision",
    "RevisionKind",
    "Series",
    "Source",
    "Span",
    "Strength",
    "SubTarget",
    "Subset",
    "Target",
    "Task",
    "Terms",
    "Text",
    "Thing",
    "Tier",
]


class Plan(Record):
    """A public plan with what it promises."""

    plan: Head
    """Which document this is."""
    policy: Policy = Policy.model_construct()
    """How progress is judged."""
    notes: tuple[Note, ...] = ()
    """Open questions of the plan as a whole."""
    goals: dict[Name, Goal]
    """Goals by key."""
    indicators: Annotated[dict[Name, Indicator], Field(min_length=1)]
    """Indicators by id, in the order of reports."""
    series: dict[Name, Series] = {}
    """Figures without a target of their own, by id."""
    relations: dict[Name, Relation] = {}
    """Requirements between series and years, by id."""
    subsets: tuple[Subset, ...] = ()
    """Parts that can never exceed their wholes."""
    tasks: dict[Name, Task] = {}
    """Tasks by id."""
    divisions: dict[Name, Division] = {}
    """Sets of regions that do not overlap, by key."""
    regions: dict[Name, Region] = {}
    """Counties, districts and parks that figures are filed for, by id, in the order of reports."""
    amendments: tuple[Amendment, ...] = ()
    """Decisions that changed the plan; what they changed stays above as it was first printed."""
    revisions: tuple[Revision, ...] = ()
    """Baselines, definitions and standards that others revised; what was printed stays above."""

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """All that figures are filed for, by id; the members of a set as set-id/member-id."""
        members = {
            f"{key}/{name}": Member.of(key, indicator, name, words)
            for key, indicator in self.indicators.items()
            for name, words in indicator.members.items()
        }
        return {**self.indicators, **self.series, **members}

    def judged_on(self, path: Path) -> "Plan":
        """The same plan with every by_year target on one path, whatever the plan chose."""

        def on_it(each: Indicator | Reading) -> Target:
            return each.target if path is Path.POINTS else each.target.changed(milestones={})

        indicators = {
            key: each.changed(
                path=path,
                target=on_it(each),
                readings={k: r.changed(target=on_it(r)) for k, r in each.readings.items()},
            )
            for key, each in self.indicators.items()
        }
        return self.changed(indicators=indicators, policy=self.policy.changed(path=path))

    def promise(self, name: str, region: str | None) -> Indicator:
        """An indicator as promised for the whole, or for a region and by whoever answers there."""
        indicator = self.indicators[name]
        if region is None:
            return indicator
        owner = self.regions[region].owner
        return indicator.of_region(region).changed(owner=owner if owner.lead else indicator.owner)

    @cached_property
    def shares(self) -> Mapping[str, tuple[str, ...]]:
        """The indicators that each region has a share of the target of, in the plan's order."""
        found: dict[str, list[str]] = {region: [] for region in self.regions}
        for key, indicator in self.indicators.items():
            for region in {r for each in indicator.breakdown for r in each.targets} & found.keys():
                found[region].append(key)
        return {region: tuple(keys) for region, keys in found.items()}

    @cached_property
    def as_figures(self) -> Mapping[tuple[str, ...], "Plan"]:
        """The plan without promises; for each set of shares with all else as its series."""
        series = {k: Series.of(each) for k, each in {**self.indicators, **self.series}.items()}
        return {keys: self._without(keys, series) for keys in {*self.shares.values()}}

    def of_region(self, region: str) -> "Plan":
        """The plan as a region has to keep it: its shares are its promises, all else figures.

        Nothing that the plan prints of the whole is known of a region. Regions without any share
        have one plan together.
        """
        keys = self.shares[region]
        plain = self.as_figures[keys]
        promised = {key: self.promise(key, region) for key in keys}
        return plain.changed(indicators=promised) if promised else plain

    def _without(self, promised: tuple[str, ...], figures: Mapping[str, Series]) -> "Plan":
        """A plan without promises; `figures` are its series, those `promised` left out."""
        series = {key: each for key, each in figures.items() if key not in promised}
        known = {*promised, *series}
        return self.changed(
            indicators={},
            series=series,
            subsets=tuple(each for each in self.subsets if {each.part, each.whole} <= known),
            relations={},
            tasks={},
            amendments=(),
        )

    def target_year(self, target: Target) -> int:
        """The year a target falls due."""
        return target.by or self.plan.period.last

    def rule_years(self, target: Target) -> range:
        """The years that an every-year target counts."""
        period = self.plan.period
        return range(target.first or period.first, (target.last or period.last) + 1)
