"""What was adjusted or revised, in sentences: which document did it, and the verdict beside."""

from collections.abc import Iterator, Sequence

from jdzplan.judging.assessment import Assessment
from jdzplan.judging.relations import RelationAssessment
from jdzplan.judging.tasks import TaskAssessment
from jdzplan.plan import Amendment, Better, Indicator, Plan, Revision, RevisionKind
from jdzplan.plan.counterparts import standard_in
from jdzplan.verdicts import Reason, Verdict
from jdzplan.wording.crosswalk import standard_text
from jdzplan.wording.sentences import (
    bound_text,
    inert,
    pace_text,
    places_of,
    remark,
    verdict_text,
    worded,
)
from jdzplan.wording.words import Words


def full_remark(assessment: Assessment, plan: Plan, words: Words) -> str:
    """The remark under an indicator, with what amendments and revisions change in its verdict."""
    parts = [remark(assessment, plan, words), *adjusted(assessment, plan, words)]
    return words.needs["stop"].join(filter(None, parts))


def adjusted(assessment: Assessment, plan: Plan, words: Words) -> Iterator[str]:
    """What amendments changed in an indicator's verdict, and revisions would, a sentence each."""
    stop, indicator = words.needs["stop"], plan.indicators[assessment.indicator]
    if standard := standard_in(indicator.counterparts):
        yield standard_text(standard, words)
    if assessment.original:
        yield amended_by(assessment.amendments, words)
        yield from _beside(assessment, assessment.original, worded(assessment, plan), words)
    yield from _baseline_revised(assessment, words)
    yield from on_revised(assessment, plan, words)
    for reading in assessment.readings:
        told: list[str] = []
        if reading.original:
            told += _beside(reading, reading.original, worded(reading, plan), words)
            if reading.amendments != assessment.amendments:
                told.insert(0, amended_by(reading.amendments, words))
        told += on_revised(reading, plan, words)
        if told:
            name = inert(indicator.readings[reading.reading or ""].name.get(words.language))
            yield words.adjusted["of_reading"].format(name=name, told=stop.join(told))


def _baseline_revised(assessment: Assessment, words: Words) -> Iterator[str]:
    """From what to what the baseline was revised in the end, and by which documents."""
    revisions = [each for each in assessment.revisions if each.kind is RevisionKind.BASELINE]
    if revisions:
        yield words.adjusted["baseline_revised"].format(
            before=f"{revisions[0].before:f}",
            after=f"{revisions[-1].after:f}",
            documents=words.all_of.join(document_text(each, words) for each in revisions),
        )


def on_revised(assessment: Assessment, plan: Plan, words: Words) -> Iterator[str]:
    """The verdict on the revised baseline, with the target where that follows from it."""
    revised = assessment.revised
    if revised is None or (assessment.reason and revised.reason is assessment.reason):
        return
    indicator = worded(assessment, plan)
    has_moved = revised.target.bound != assessment.target.bound
    verdict = verdict_text(revised, indicator, words)
    if revised.verdict.rests_on_pace and revised.numbers.pace is not None:
        pace = pace_text(revised.numbers.pace, plan.policy.bands)
        verdict = words.adjusted["at_pace"].format(verdict=verdict, pace=pace)
    yield words.adjusted["on_revised_target" if has_moved else "on_revised"].format(
        bound=bound_text(revised.target, words, places_of(indicator, None) + 1),
        verdict=verdict,
    )


def revisions_text(assessment: Assessment, words: Words) -> Iterator[str]:
    """Every revision that bears on an indicator, with its document and its reason."""
    return (revision_text(each, words) for each in assessment.revisions)


def revision_text(each: Revision, words: Words) -> str:
    """What was revised, by which document, and why."""
    numbers = "_numbers" * (each.kind is RevisionKind.STANDARD and None not in each.numbers)
    before, after = ("" if n is None else f"{n:f}" for n in each.numbers)
    return words.adjusted[f"revision_{each.kind}{numbers}"].format(
        before=before,
        after=after,
        document=document_text(each, words),
        reason=inert(each.reason.get(words.language)),
    )


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
    documents = words.all_of.join(document_text(each, words) for each in amendments)
    return words.adjusted["amended"].format(documents=documents)


def document_text(each: Amendment | Revision, words: Words) -> str:
    """A document with its body and its date."""
    day = each.decided if isinstance(each, Amendment) else each.published
    date = words.adjusted["date"].format(year=day.year, month=day.month, day=day.day)
    body = inert(each.body.get(words.language))
    values = {"document": inert(each.document), "body": body, "date": date}
    return words.adjusted["document"].format_map(values)


def duty_adjusted(assessment: RelationAssessment | TaskAssessment, words: Words) -> Iterator[str]:
    """The same of a relation or a task."""
    original = assessment.original
    if original is not None:
        yield amended_by(assessment.amendments, words)
        if original.reason is not Reason.EXTERNAL_STANDARD_MISSING:
            verdict = words.verdicts[original.verdict]
            yield words.adjusted["before"].format(verdict=verdict)
