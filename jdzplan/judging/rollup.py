"""The roll-up: verdicts counted, the worst of them, and how much could be judged. No average."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from jdzplan.verdicts import ORDER, Verdict


class RollUp(NamedTuple):
    """A set of verdicts: how many of each there are. Unknown counts as unknown."""

    counts: Mapping[Verdict, int]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.counts.values())

    @property
    def judged(self) -> int:
        """How many have a verdict."""
        return self.total - self.counts[Verdict.NOT_ASSESSED]

    @property
    def worst(self) -> Verdict:
        """The worst verdict given; `NOT_ASSESSED` where none is."""
        given = [verdict for verdict in ORDER if self.counts[verdict]]
        return given[-1] if given else Verdict.NOT_ASSESSED


def roll_up(verdicts: Iterable[Verdict]) -> RollUp:
    """Count verdicts.

    >>> some = roll_up([Verdict.ACHIEVED, Verdict.BEHIND, Verdict.NOT_ASSESSED])
    >>> some.judged, some.total, some.worst.value
    (2, 3, 'behind')
    """
    given = list(verdicts)
    return RollUp({verdict: given.count(verdict) for verdict in Verdict})
