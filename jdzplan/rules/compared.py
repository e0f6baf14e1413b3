"""Which figures of regions are held against others than those of their own past.

Whatever is not named here, a rule looks at alone, beside its earlier years, or in a sum.
"""

from collections.abc import Collection

from jdzplan.judging.formula import names_in
from jdzplan.plan import Plan


def compared_everywhere(plan: Plan) -> frozenset[str]:
    """What is compared with other quantities in every region, by id.

    What formulas are made of, parts and wholes, sets and their members.
    """
    found: set[str] = set()
    for key, measure in plan.measures.items():
        if measure.formula:
            found |= {key, *names_in(measure.formula)}
    for subset in plan.subsets:
        found |= {subset.part, subset.whole}
    for key, indicator in plan.indicators.items():
        if indicator.members:
            found |= {key, *(f"{key}/{member}" for member in indicator.members)}
    return frozenset(found)


def adding_to_print(plan: Plan, years: Collection[int]) -> frozenset[str]:
    """What adds up to a value that the plan itself prints of one of `years`, by id."""
    return frozenset(
        key
        for key, measure in plan.measures.items()
        if measure.adds_up and any(year in measure.in_plan for year in years)
    )


def judged_in(plan: Plan) -> list[tuple[str, str]]:
    """Every share of a target: the indicator and the region, by their ids."""
    return [
        (key, region)
        for key, indicator in plan.indicators.items()
        for breakdown in indicator.breakdown
        for region in breakdown.targets
    ]
