"""Which verdicts differ between two results."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from jdzplan.check import Result
from jdzplan.comparing.plans import Renames
from jdzplan.judging.assessment import Assessment
from jdzplan.judging.relations import RelationAssessment
from jdzplan.verdicts import Reason, Verdict


class Kind(StrEnum):
    """What sort of promise a verdict is on; the values are the plan's sections."""

    INDICATOR = "indicators"
    RELATION = "relations"
    TASK = "tasks"


class Subject(NamedTuple):
    """What a verdict is on: an entry of the plan in a year, or over the period up to it.

    `reading` is the id of another reading of an indicator, or empty.
    """

    kind: Kind
    id: str
    year: int
    reading: str = ""
    is_period: bool = False


class Outcome(NamedTuple):
    """A verdict, or why there is none."""

    verdict: Verdict
    reason: Reason | None


class Direction(StrEnum):
    """Where a verdict went; to or from none it went nowhere."""

    BETTER = "better"
    WORSE = "worse"
    OTHER = "other"


def outcomes(result: Result, renamed: Renames) -> dict[Subject, Outcome]:
    """Every verdict of a result, its promises by the ids that `renamed` gives them."""
    return {
        subject._replace(id=renamed.new_id(subject.kind, subject.id)): outcome
        for subject, outcome in _outcomes(result)
    }


def _outcomes(result: Result) -> Iterator[tuple[Subject, Outcome]]:
    for assessment in result.assessments:
        for each in (assessment, *assessment.readings):
            subject = Subject(Kind.INDICATOR, each.indicator, each.year, each.reading or "")
            yield from _judged(subject, each)
    for relation in result.relations:
        yield from _judged(Subject(Kind.RELATION, relation.relation, relation.year), relation)
    for task in result.tasks:
        yield Subject(Kind.TASK, task.task, task.year), Outcome(task.verdict, task.reason)


def _judged(
    subject: Subject, judged: Assessment | RelationAssessment
) -> Iterator[tuple[Subject, Outcome]]:
    yield subject, Outcome(judged.verdict, judged.reason)
    if judged.period is not None:
        period = judged.period
        yield subject._replace(is_period=True), Outcome(period.verdict, period.reason)


def direction(old: Outcome | None, new: Outcome | None) -> Direction:
    """Whether a verdict got better or worse."""
    there = [each.verdict for each in (old, new) if each is not None]
    if len(there) < 2 or Verdict.NOT_ASSESSED in there or there[0] is there[1]:
        return Direction.OTHER
    return Direction.BETTER if there[1].rank < there[0].rank else Direction.WORSE
