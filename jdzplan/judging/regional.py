"""Shares of a region, judged as the whole is: by the plan that holds the region's own targets."""

from collections.abc import Iterable, Iterator

from jdzplan.judging.assessment import Assessment
from jdzplan.judging.derive import Figures, with_derived
from jdzplan.judging.judge import assess


def assess_region(
    figures: Figures, region: str, years: Iterable[int], known_years: range
) -> Iterator[Assessment]:
    """Every share of a region in every year.

    `figures` are those of the region; where it has a formula's inputs in one of `known_years`,
    what it gives is its figure. Amendments of the whole change no share.
    """
    if not figures.plan.indicators:
        return
    known = with_derived(figures.plan, figures.known, known_years)
    for year in years:
        for name in figures.plan.indicators:
            yield assess(figures.plan, name, year, known)._replace(region=region)
