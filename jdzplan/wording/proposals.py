"""Proposed reviews in a line each: what calls for it, and the figures that caused it."""

from jdzplan.judging.assessment import Assessment
from jdzplan.judging.proposals import Proposal
from jdzplan.plan import Indicator, Plan
from jdzplan.wording.adjustments import on_revised, revision_text
from jdzplan.wording.sentences import (
    decimals,
    figure_text,
    inert,
    pace_text,
    places_of,
    verdict_text,
)
from jdzplan.wording.words import Words


def proposal_text(proposal: Proposal, plan: Plan, words: Words) -> str:
    """The review of one indicator or relation."""
    room, name = proposal.thing
    promise = getattr(plan, room)[name]
    if proposal.revision is None:
        years = words.all_of.join(_year(done, plan, promise, words) for done in proposal.history)
        count = len(proposal.history)
        told = [words.adjusted["review_behind"].format(count=count, years=years)]
    else:
        told = [revision_text(proposal.revision, words)]
        for done in proposal.history:
            verdict = verdict_text(done, promise, words)
            told.append(words.adjusted["now"].format(year=done.year, verdict=verdict))
            told += on_revised(done, plan, words)
    named = inert(promise.name.get(words.language))
    about = words.needs["stop"].join(told)
    return words.adjusted["proposal"].format(name=named, about=about)


def _year(done: Assessment, plan: Plan, indicator: Indicator, words: Words) -> str:
    """A year's verdict with its figure, and what was expected where there is a path."""
    figure, numbers = done.actual.figure if done.actual else None, done.numbers
    parts = {
        "actual": figure_text(figure, words) if figure else None,
        "expected": None
        if numbers.expected is None
        else decimals(numbers.expected, places_of(indicator, figure) + 1),
        "pace": None if numbers.pace is None else pace_text(numbers.pace, plan.policy.bands),
    }
    told = [words.adjusted[key].format(value=value) for key, value in parts.items() if value]
    return words.adjusted["year"].format(
        year=done.year,
        verdict=verdict_text(done, indicator, words),
        figures=words.adjusted["between"].join(told),
    )
