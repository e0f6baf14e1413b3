"""Who answers for what: the verdicts and the findings that concern each unit. No words."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from jdzplan.catalogue import Rule
from jdzplan.check import Judged, Result
from jdzplan.findings import Finding
from jdzplan.judging.assessment import Assessment
from jdzplan.judging.relations import RelationAssessment
from jdzplan.plan import Indicator, Measure, Plan, Relation, Series, Task
from jdzplan.rules.row_rules import names_of
from jdzplan.rules.task_rules import task_names_of

Promise = Indicator | Relation | Task
_UNKNOWN = (Rule.INDICATOR_UNKNOWN, Rule.TASK_UNKNOWN)


class Role(StrEnum):
    """What a unit has to do with it, the most responsible first."""

    LEAD = "lead"
    SUPPORT = "support"
    PROVIDER = "provider"


class Share(NamedTuple):
    """What concerns one unit, each with its role; `unit` None stands for what nobody leads."""

    unit: str | None
    findings: tuple[tuple[Role, Finding], ...]
    verdicts: tuple[tuple[Role, Judged], ...]


def roles(promise: Measure | Relation | Task) -> dict[str | None, Role]:
    """Every unit once, in its most responsible role; None leads where nobody does.

    A series has no verdict to answer for: whoever provides it leads.
    """
    provider = None if isinstance(promise, Relation) else promise.provider
    lead = promise.owner.lead
    if isinstance(promise, Series):
        lead = lead or provider
    found: dict[str | None, Role] = {lead: Role.LEAD}
    for unit in promise.owner.support:
        found.setdefault(unit, Role.SUPPORT)
    if provider:
        found.setdefault(provider, Role.PROVIDER)
    return found


def units(plan: Plan) -> tuple[str | None, ...]:
    """Every unit of the plan in the order of its promises; None, if there is need of it, last."""
    groups = (plan.indicators, plan.relations, plan.tasks, plan.series)
    found = [unit for group in groups for each in group.values() for unit in roles(each)]
    found += (each for region in plan.regions.values() for each in region.owner.units)
    return tuple(sorted(dict.fromkeys(found), key=lambda unit: unit is None))


def promise_of(judged: Judged, plan: Plan) -> Promise:
    """What a verdict is about."""
    if isinstance(judged, Assessment):
        return plan.promise(judged.indicator, judged.region)
    if isinstance(judged, RelationAssessment):
        return plan.relations[judged.relation]
    return plan.tasks[judged.task]


def shares(result: Result, plan: Plan) -> tuple[tuple[Share, ...], tuple[Finding, ...]]:
    """What concerns each unit, and the findings that concern none in particular.

    A finding that stands for many rows is taken apart again, since they may be of many units.
    """
    concerns, common = _Concerns(plan), []
    found: dict[str | None, list[tuple[Role, Finding]]] = {unit: [] for unit in units(plan)}
    for finding in (each for f in result.findings for each in (f, *f.alike)):
        told = concerns.of(finding)
        common += [] if told else [finding._replace(alike=())]
        for unit, role in told.items():
            found[unit].append((role, finding._replace(alike=())))
    judged: dict[str | None, list[tuple[Role, Judged]]] = {unit: [] for unit in found}
    for verdict in (*result.judged, *result.regional):
        for unit, role in roles(promise_of(verdict, plan)).items():
            judged[unit].append((role, verdict))
    return (
        tuple(Share(unit, tuple(found[unit]), tuple(judged[unit])) for unit in found),
        tuple(common),
    )


class _Concerns:
    """Which promises a finding is about."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.names, self.tasks = plan, names_of(plan), task_names_of(plan)

    def of(self, finding: Finding) -> dict[str | None, Role]:
        """The units that a finding concerns, each in its most responsible role."""
        found: dict[str | None, Role] = {}
        for promise in self._promises(finding):
            for unit, role in roles(promise).items():
                found[unit] = min(role, found.get(unit, role), key=list(Role).index)
        return found

    def _measure(self, key: str, region: str | None) -> Measure:
        """What figures are filed for, by whoever answers for it in a region."""
        measure, part = self.plan.measures[key], self.plan.regions.get(region or "")
        return measure.changed(owner=part.owner) if part and part.owner.lead else measure

    def _promises(self, finding: Finding) -> Iterator[Measure | Task]:
        """By the id or name that it names, or by the nearest one where that is unknown."""
        named = [finding.indicator, finding.params.get("other")]
        if finding.rule in _UNKNOWN:
            named.append(finding.params.get("near"))
        for name in (str(name) for name in named if name):
            if key := self.names.find(name):
                yield self._measure(key, finding.region)
            elif key := self.tasks.find(name):
                yield self.plan.tasks[key]
