"""Rules about revisions: each bears on something, and fits what was printed or revised before."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from jdzplan.catalogue import Rule
from jdzplan.judging.in_force import unanswered
from jdzplan.nearest import near
from jdzplan.plan import Plan, Revision, RevisionKind
from jdzplan.rules.problems import Problem, Where

_NUMBERS = ("from", "to", "basis")


def _in_order(plan: Plan) -> Iterator[tuple[Where, Revision]]:
    """The revisions by their dates, each with the path to it."""
    numbered = sorted(enumerate(plan.revisions), key=lambda each: each[1].published)
    yield from ((("revisions", i), revision) for i, revision in numbered)


def _known(plan: Plan, revision: Revision) -> bool:
    room, name = revision.thing
    return name in getattr(plan, room)


def revision_unknown(plan: Plan) -> Iterator[Problem]:
    """A revision of something that the plan does not have."""
    for where, revision in _in_order(plan):
        room, name = revision.thing
        if not _known(plan, revision):
            known: Iterable[str] = getattr(plan, room)
            key = "indicator" if revision.indicator else "relation"
            yield Rule.REVISION_UNKNOWN, (*where, key), {"found": name, "near": near(name, known)}


def revision_differs(plan: Plan) -> Iterator[Problem]:
    """`from` of a baseline is neither what was printed nor what the revision before made of it."""
    now: dict[str, Decimal] = {}
    for where, revision in _in_order(plan):
        name = revision.indicator
        if name not in plan.indicators or revision.kind is not RevisionKind.BASELINE:
            continue
        start = plan.indicators[name].start
        if start is None or revision.after is None:
            continue
        before = now.get(name, start[1])
        if revision.before is not None and revision.before != before:
            params: dict[str, object] = {"found": revision.before, "expected": before}
            yield Rule.REVISION_DIFFERS, (*where, "from"), params
        now[name] = revision.after


def revision_conflict(plan: Plan) -> Iterator[Problem]:
    """What does not fit the kind of revision; nothing revised; one thing twice on one day."""
    seen = set()
    for where, revision in _in_order(plan):
        if not _known(plan, revision):
            continue
        params: dict[str, object] = {"found": _called(plan, revision)}
        at = (revision.kind, revision.published, revision.thing)
        if at in seen:
            told = params | {"kind": "twice", "date": revision.published}
            yield Rule.REVISION_CONFLICT, where, told
        seen.add(at)
        if revision.after is not None and revision.before == revision.after:
            yield Rule.REVISION_CONFLICT, (*where, "to"), params | {"kind": "same"}
        if revision.kind is RevisionKind.BASELINE:
            yield from _of_baseline(plan, where, revision, params)
            continue
        for key in _keys(revision):
            if key == "basis" or revision.kind is RevisionKind.DEFINITION:
                told = params | {"key": key, "of": revision.kind.value}
                yield Rule.REVISION_CONFLICT, (*where, key), told


def review_revised(plan: Plan) -> Iterator[Problem]:
    """What was revised, and no decision upon the plan has followed: its review is proposed."""
    for i, revision in unanswered(plan):
        if _known(plan, revision):
            before, after = revision.numbers
            has_numbers = revision.kind is RevisionKind.STANDARD and None not in revision.numbers
            yield (
                Rule.REVIEW_REVISED,
                ("revisions", i),
                {
                    "kind": "standard_numbers" if has_numbers else revision.kind.value,
                    "indicator": _called(plan, revision),
                    "before": before,
                    "after": after,
                    "document": revision.document,
                    "date": revision.published,
                },
            )


def _of_baseline(
    plan: Plan, where: Where, revision: Revision, params: dict[str, object]
) -> Iterator[Problem]:
    if not revision.indicator or plan.indicators[revision.indicator].start is None:
        yield Rule.REVISION_CONFLICT, (*where, "kind"), params | {"kind": "no_baseline"}
        return
    for key in ("from", "to"):
        if key not in _keys(revision):
            yield Rule.REVISION_CONFLICT, where, params | {"kind": "missing", "key": key}


def _keys(revision: Revision) -> tuple[str, ...]:
    """Which of the keys that hold numbers are given."""
    given = zip(_NUMBERS, (revision.before, revision.after, revision.basis), strict=True)
    return tuple(key for key, value in given if value is not None)


def _called(plan: Plan, revision: Revision) -> object:
    room, name = revision.thing
    return getattr(plan, room)[name].name


REVISION_RULES = (revision_unknown, revision_differs, revision_conflict, review_revised)
