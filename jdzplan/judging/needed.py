"""What has to be filed for a year: due indicators, and every figure that something else needs."""

from collections.abc import Collection, Iterator

from jdzplan.judging.formula import names_in
from jdzplan.plan import Form, Indicator, Plan, Target


def needed(plan: Plan, year: int) -> tuple[str, ...]:
    """The ids to file in `year`, in the plan's order, the members of a set below their set.

    What the plan itself prints for the year need not be filed.
    """
    due = {key: each for key, each in plan.indicators.items() if _is_due(plan, each, year)}
    wanted = {*due}
    wanted |= {r.filed_as for each in due.values() for r in each.readings.values() if r.filed_as}
    for relation in plan.relations.values():
        wanted |= {*relation.of, *filter(None, [relation.than])}
    for subset in plan.subsets:
        wanted |= {subset.part, subset.whole}
    followed: set[str] = set()
    while rest := wanted - followed:
        followed |= rest
        formulas = filter(None, (plan.measures[key].formula for key in rest))
        wanted |= {name for formula in formulas for name in names_in(formula)}
    return tuple(
        key
        for key in in_order(plan)
        if year not in plan.measures[key].in_plan
        and (key in wanted or _set_of(plan, key) in wanted)
    )


def needed_by_region(plan: Plan, year: int) -> tuple[tuple[str, str | None], ...]:
    """What to file in `year`, with the region, None for the whole: shares below their whole."""
    wanted: dict[str | None, Collection[str]] = {None: needed(plan, year)}
    for region in plan.regions:
        # Of a region its shares are asked for and what they are computed from, and no more.
        wanted[region] = needed(plan.of_region(region).changed(subsets=()), year)
    return tuple(
        (key, region) for key in in_order(plan) for region, keys in wanted.items() if key in keys
    )


def in_order(plan: Plan) -> Iterator[str]:
    """All that figures are filed for: indicators, each set before its members, then series."""
    for key, indicator in plan.indicators.items():
        yield key
        yield from (f"{key}/{member}" for member in indicator.members)
    yield from plan.series


def owner_of(plan: Plan, key: str, region: str | None = None) -> str | None:
    """Who is asked for a figure: the lead of the indicator or of the set, else the provider.

    In a region it is whoever answers there, if the plan says who.
    """
    if region is not None and (local := plan.regions[region].owner.lead):
        return local
    indicator = plan.indicators.get(_set_of(plan, key) or key)
    lead = indicator.owner.lead if indicator else None
    return lead or plan.measures[key].provider


def open_tasks(plan: Plan, done: Collection[str]) -> tuple[str, ...]:
    """The tasks to report on, those that are due anew each year among them."""
    return tuple(key for key, task in plan.tasks.items() if task.yearly or key not in done)


def _set_of(plan: Plan, key: str) -> str | None:
    group, _, member = key.rpartition("/")
    return group if group in plan.indicators and member in plan.indicators[group].members else None


def _is_due(plan: Plan, indicator: Indicator, year: int) -> bool:
    targets = (indicator.target, *(each.target for each in indicator.readings.values()))
    return any(_runs(plan, target, year) for target in targets)


def _runs(plan: Plan, target: Target, year: int) -> bool:
    if target.form is Form.EVERY_YEAR:
        return year in plan.rule_years(target)
    return year <= plan.target_year(target)
