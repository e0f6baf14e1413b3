"""Goal by goal: its indicators, relations and tasks; what was judged, and what was not and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from jdzplan.check import Judged, Result
from jdzplan.formats.layout import count_text
from jdzplan.judging.assessment import Assessment
from jdzplan.judging.tasks import TaskAssessment
from jdzplan.owners import promise_of
from jdzplan.report.records import GoalPart, Labelled, Picture
from jdzplan.report.scope import Scope, by_key, nonempty
from jdzplan.report.tables import standing
from jdzplan.verdicts import Reason, Verdict
from jdzplan.wording.adjustments import full_remark
from jdzplan.wording.duties import told
from jdzplan.wording.sentences import inert, reason_text


def goals(scope: Scope, pictures: Mapping[str, Picture]) -> Iterator[GoalPart]:
    """Every goal that anything belongs to, in the plan's order."""
    for key, goal in scope.plan.goals.items():
        part = scope.now.only(_of_goal(key, scope))
        if part.judged:
            name = inert(goal.name.get(scope.words.language))
            yield _goal(scope.words.view["goal"].format(name=name, key=key), part, scope, pictures)


def _of_goal(key: str, scope: Scope) -> Callable[[Judged], bool]:
    return lambda each: promise_of(each, scope.plan).goal == key


def _goal(heading: str, part: Result, scope: Scope, pictures: Mapping[str, Picture]) -> GoalPart:
    words, says = scope.words, scope.says
    shown = [a for a in part.assessments if a.actual and a.actual.figure]
    remarks = ((scope.name(a), full_remark(a, scope.plan, words)) for a in shown)
    labels: list[tuple[str, Sequence[str]]] = [
        (words.view["relations"], _lines(part.relations, scope)),
        (words.view["tasks"], _lines(part.tasks, scope)),
        (says["not_judged"], unjudged(part, scope)),
    ]
    return GoalPart(
        heading=heading,
        counts=scope.sentence(count_text(part, words)),
        table=standing(shown, scope) if shown else None,
        remarks=tuple(scope.say("remark", name=n, remark=r) for n, r in remarks if r),
        pictures=tuple(pictures[a.indicator] for a in shown if a.indicator in pictures),
        lists=tuple(Labelled(label, lines) for label, lines in nonempty(labels)),
    )


def _lines(judged: Sequence[Judged], scope: Scope) -> list[str]:
    """Those with a verdict, or with something reported on them, on a line each."""
    known = [each for each in judged if _is_known(each)]
    return [told(each, scope.plan, scope.words).line(scope.words) for each in known]


def _is_known(judged: Judged) -> bool:
    report = getattr(judged, "report", None)
    return judged.verdict is not Verdict.NOT_ASSESSED or bool(report and report.stage)


def unjudged(part: Result, scope: Scope) -> list[str]:
    """What could not be judged, kind by kind and reason by reason."""
    view, lines = scope.words.view, []
    groups: dict[str, Sequence[Judged]] = {
        "indicators": part.assessments,
        "relations": part.relations,
        "tasks": part.tasks,
    }
    for kind, group in groups.items():
        missing = [j for j in group if j.verdict is Verdict.NOT_ASSESSED]
        if kind == "tasks":
            missing = [j for j in missing if not _is_known(j)]
        for said, same in by_key(missing, lambda each: why(each, scope)).items():
            names = scope.words.needs["stop"].join(map(scope.name, same))
            values = {"kind": view[kind], "count": len(same), "reason": said}
            lines.append(scope.say("unjudged", **values, names=names))
    return lines


def why(judged: Judged, scope: Scope) -> str:
    """Why there is no verdict."""
    words = scope.words
    if isinstance(judged, Assessment):
        return reason_text(judged, scope.plan.indicators[judged.indicator], words)
    assert judged.reason is not None  # no verdict without its reason
    if isinstance(judged, TaskAssessment) and judged.reason is Reason.NOT_DUE:
        return words.view["not_due"]
    return words.reasons[judged.reason]
