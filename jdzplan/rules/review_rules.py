"""The rule about what has been behind for so long that the plan should be looked at again."""

from collections.abc import Iterable, Iterator

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.judging.proposals import Proposal, Trigger
from jdzplan.plan import Plan


def review_behind(plan: Plan, proposed: Iterable[Proposal]) -> Iterator[Finding]:
    """A review proposed for years of being behind, at the figure of the last of them.

    The cell is left out: each is a matter of its own, however many of a column there are.
    """
    for each in proposed:
        last = each.history[-1].actual if each.trigger is Trigger.BEHIND else None
        if last is not None:
            name = each.thing[1]
            params: dict[str, object] = {
                "indicator": plan.indicators[name].name,
                "count": len(each.history),
                "years": tuple(done.year for done in each.history),
            }
            place = Place(last.place.path, last.place.line, last.place.column)
            yield Finding(rule=Rule.REVIEW_BEHIND, place=place, params=params, indicator=name)
