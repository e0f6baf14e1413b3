"""The same promises on every path: where the verdicts differ."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jdzplan.judging.assessment import Assessment, Outcome
from jdzplan.plan import Path


class Comparison(NamedTuple):
    """One indicator in one year on whose verdict the paths disagree: the outcome of each."""

    indicator: str
    year: int
    region: str | None
    outcomes: Mapping[Path, Outcome]


def comparisons(by_path: Mapping[Path, Sequence[Assessment]]) -> tuple[Comparison, ...]:
    """What differs between lists of the same assessments, each made on one path.

    An indicator that does not follow the path asked for (no milestones, a total, a yearly rule)
    has no outcome on it.
    """
    found = []
    for alike in zip(*by_path.values(), strict=True):
        outcomes = {
            path: (each.verdict, each.reason)
            for path, each in zip(by_path, alike, strict=True)
            if each.path is path
        }
        if len(set(outcomes.values())) > 1:
            first = alike[0]
            found.append(
                Comparison(
                    indicator=first.indicator,
                    year=first.year,
                    region=first.region,
                    outcomes=outcomes,
                )
            )
    return tuple(found)
