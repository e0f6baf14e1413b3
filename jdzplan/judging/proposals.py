"""Reasons to review the plan, each with the figures that caused it. Nothing here changes it."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from jdzplan.judging.assessment import Assessment, Known
from jdzplan.judging.beside import assess_in_force
from jdzplan.judging.in_force import Versions, unanswered
from jdzplan.plan import Revision, Thing
from jdzplan.verdicts import Verdict


class Trigger(StrEnum):
    """What calls for a review; but for the first, the kinds of revision."""

    BEHIND = "behind"
    BASELINE = "baseline"
    DEFINITION = "definition"
    STANDARD = "standard"


class Proposal(NamedTuple):
    """A review proposed as of a year, of an indicator or a relation.

    `history` holds the verdicts that caused it, the earliest first: those of the years running,
    or the one of the year, where an indicator was revised.
    """

    trigger: Trigger
    thing: Thing
    year: int
    history: tuple[Assessment, ...] = ()
    revision: Revision | None = None


def proposals(versions: Versions, year: int, known: Known) -> Iterator[Proposal]:
    """Every review that is proposed as of a year: what is behind, then what was revised."""
    plan = versions.plan
    running = plan.policy.adjustment.behind_years
    for name in plan.indicators if running else ():
        history = tuple(_behind(versions, name, year, known))[::-1]
        if running and len(history) >= running:
            at: Thing = ("indicators", name)
            yield Proposal(trigger=Trigger.BEHIND, thing=at, year=year, history=history)
    for _, revision in unanswered(plan):
        trigger, thing = Trigger(revision.kind.value), revision.thing
        done = (assess_in_force(versions, thing[1], year, known),) if revision.indicator else ()
        yield Proposal(trigger=trigger, thing=thing, year=year, history=done, revision=revision)


def _behind(versions: Versions, name: str, year: int, known: Known) -> Iterator[Assessment]:
    """The verdicts of behind or worse, from a year back without a gap.

    After its target year a verdict only stands, and there is nothing left to review.
    """
    for back in range(year, versions.plan.plan.period.first - 1, -1):
        done = assess_in_force(versions, name, back, known)
        if done.target_year < back or not done.verdict.at_least_as_bad_as(Verdict.BEHIND):
            return
        yield done
