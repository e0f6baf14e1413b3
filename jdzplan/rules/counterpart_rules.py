"""The rule about counterparts: a standard gives the one number that this plan leaves open."""

from collections.abc import Iterator

from jdzplan.catalogue import Rule
from jdzplan.judging.crosswalk import leaves_open
from jdzplan.plan import Plan
from jdzplan.rules.problems import Problem
from jdzplan.units import parse_unit


def counterpart_conflict(plan: Plan) -> Iterator[Problem]:
    """A standard where no number is open, without one in per cent, or beside another standard."""
    for room in ("indicators", "relations", "tasks"):
        for name, promise in getattr(plan, room).items():
            numbered = enumerate(promise.counterparts)
            standards = [(i, each) for i, each in numbered if each.standard]
            for first, (i, each) in enumerate(standards):
                params: dict[str, object] = {"found": promise.name}
                if not leaves_open(promise):
                    params |= {"kind": "closed"}
                elif each.value is None or parse_unit(each.unit or "%") != parse_unit("%"):
                    params |= {"kind": "lacking"}
                elif not first:
                    continue
                yield Rule.COUNTERPART_CONFLICT, (room, name, "counterparts", i, "standard"), params


COUNTERPART_RULES = (counterpart_conflict,)
