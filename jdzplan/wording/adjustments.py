"""What was adjusted, in sentences: which document did it, and what the verdict was without it."""

from collections.abc import Iterable, Iterator, Sequence

from jdzplan.judging.assessment import Assessment
from jdzplan.judging.relations import RelationAssessment
from jdzplan.judging.tasks import TaskAssessment
from jdzplan.plan import Amendment, Better, Indicator, Plan
from jdzplan.verdicts import Reason, Verdict
from jdzplan.wording.sentences import bound_text, inert, places_of, remark, verdict_text, worded
from jdzplan.wording.words import Words


def full_remark(assessment: Assessment, plan: Plan, words: Words) -> str:
    """The remark under an indicator, with what amendments changed in its verdict."""
    parts = [remark(assessment, plan, words), *adjusted(assessment, plan, words)]
    return words.needs["stop"].join(filter(None, parts))


def adjusted(assessment: Assessment, plan: Plan, words: Words) -> Iterator[str]:
    """What amendments changed in an indicator's verdict, a sentence each."""
    stop, indicator = words.needs["stop"], plan.indicators[assessment.indicator]
    if assessment.original:
        yield amended_by(assessment.amendments, words)
        yield from _beside(assessment, assessment.original, worded(assessment, plan), words)
    for reading in assessment.readings:
        if reading.original:
            told = list(_beside(reading, reading.original, worded(reading, plan), words))
            if reading.amendments != assessment.amendments:
                told.insert(0, amended_by(reading.amendments, words))
            name = inert(indicator.readings[reading.reading or ""].name.get(words.language))
            yield words.adjusted["of_reading"].format(name=name, told=stop.join(told))


def _beside(
    assessment: Assessment, original: Assessment, indicator: Indicator, words: Words
) -> Iterator[str]:
    """The verdict against the original, and whether the amendment turned it into a fine one."""
    adjusted = words.adjusted
    before, after = words.verdicts[original.verdict], verdict_text(assessment, indicator, words)
    values = {
        "bound": bound_text(original.target, words, places_of(indicator, None) + 1),
        "due": original.target_year,
        "verdict": before,
    }
    moved = "original_due" if original.target_year != assessment.target_year else "original"
    yield adjusted[moved if original.target.bound else "before"].format_map(values)
    if _turned(original.verdict, assessment.verdict):
        kind = _easing(original, assessment, indicator)
        yield adjusted[kind].format(before=before, after=after)


def _turned(before: Verdict, after: Verdict) -> bool:
    is_bad = before is not Verdict.NOT_ASSESSED and not before.is_fine
    return is_bad and after is not Verdict.NOT_ASSESSED and after.is_fine


def _easing(before: Assessment, after: Assessment, indicator: Indicator) -> str:
    """How an amendment made it easier: a lower value, a later year, or otherwise."""
    old, new = before.target.lower, after.target.lower
    if indicator.better is Better.HIGHER and old and new and new.value < old.value:
        return "lowered"
    return "postponed" if after.target_year > before.target_year else "eased"


def amended_by(amendments: Sequence[Amendment], words: Words) -> str:
    """The documents that are in force, each with its body and date."""
    return words.adjusted["amended"].format(documents=_documents(amendments, words))


def _documents(amendments: Iterable[Amendment], words: Words) -> str:
    told = []
    for each in amendments:
        day = each.decided
        date = words.adjusted["date"].format(year=day.year, month=day.month, day=day.day)
        body = inert(each.body.get(words.language))
        values = {"document": inert(each.document), "body": body, "date": date}
        told.append(words.adjusted["document"].format_map(values))
    return words.all_of.join(told)


def duty_adjusted(assessment: RelationAssessment | TaskAssessment, words: Words) -> Iterator[str]:
    """The same of a relation or a task."""
    original = assessment.original
    if original is not None:
        yield amended_by(assessment.amendments, words)
        if original.reason is not Reason.EXTERNAL_STANDARD_MISSING:
            verdict = words.verdicts[original.verdict]
            yield words.adjusted["before"].format(verdict=verdict)
