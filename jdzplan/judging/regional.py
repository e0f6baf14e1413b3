"""Shares of regions, judged as the whole is: by the plan that holds each region's own targets."""

from collections.abc import Iterable, Iterator, Mapping

from jdzplan.judging.assessment import Assessment
from jdzplan.judging.derive import Figures, with_derived
from jdzplan.judging.judge import assess
from jdzplan.plan import Plan


def assess_regions(
    plan: Plan, parts: Mapping[str, Figures], years: Iterable[int], known_years: range
) -> Iterator[Assessment]:
    """Every share in every year, by indicator, then by region, in the plan's order.

    `parts` are the figures of each region; where one has a formula's inputs in one of
    `known_years`, what it gives is its figure. Amendments of the whole change no share.
    """
    derived = {
        region: with_derived(figures.plan, figures.known, known_years)
        for region, figures in parts.items()
        if figures.plan.indicators
    }
    for year in years:
        for name, indicator in plan.indicators.items():
            for region, known in derived.items():
                if indicator.share_of(region):
                    done = assess(parts[region].plan, name, year, known)
                    yield done._replace(region=region)
