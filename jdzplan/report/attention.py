"""What needs attention, the worst first: the working, what it takes from here, who answers."""

from collections.abc import Iterator, Mapping

from jdzplan.check import Judged
from jdzplan.formats.flags import flag_lines
from jdzplan.formats.working import working
from jdzplan.judging.assessment import Assessment
from jdzplan.report.records import Entry, Labelled, Picture
from jdzplan.report.scope import Scope, nonempty
from jdzplan.report.summary import verdict_of, worst_first
from jdzplan.verdicts import Flag, Reason, Verdict
from jdzplan.wording.duties import told
from jdzplan.wording.working import working_words


def attention(scope: Scope, pictures: Mapping[str, Picture]) -> Iterator[Entry]:
    """Indicators that are not fine, each with its working."""
    for each in worst_first(scope.now.assessments):
        yield Entry(
            heading=verdict_of(each, scope),
            parts=tuple(_parts(each, scope)),
            owner=scope.owner(each),
            picture=pictures.get(each.indicator),
        )


def _parts(each: Assessment, scope: Scope) -> Iterator[Labelled]:
    labels = working_words(scope.words.language)
    history = [past for past in scope.history(each.indicator) if past.year <= each.year]
    page = working(scope.in_force, history, scope.words)
    parts = {
        "grounds": page.grounds(),
        "value": page.steps.of_value(),
        "steps": page.verdict(),
        "outlook": page.outlook(),
        "flags": flag_lines(page.steps, history),
    }
    for label, lines in nonempty((labels[key], list(lines)) for key, lines in parts.items()):
        yield Labelled(label, lines, is_ordered=label == labels["steps"])


def attention_lists(scope: Scope) -> Iterator[Labelled]:
    """Relations and tasks that are not fine, and indicators that are met but slipping."""
    now, says = scope.now, scope.says
    slipping = [a for a in now.assessments if Flag.AT_RISK in a.flags and a.verdict.is_fine]
    relations = [r for r in now.relations if _is_bad(r)]
    tasks = [t for t in now.tasks if _is_bad(t)]
    unproved = [t for t in now.tasks if t.reason is Reason.NO_EVIDENCE]
    groups: tuple[tuple[str, list[Judged]], ...] = (
        ("slipping", [*slipping]),
        ("relations_unmet", [*relations]),
        ("tasks_unmet", [*tasks]),
        ("unproved", [*unproved]),
    )
    for label, lines in nonempty(
        (says[key], [owned(each, scope) for each in group]) for key, group in groups
    ):
        yield Labelled(label, lines)


def _is_bad(judged: Judged) -> bool:
    return judged.verdict is not Verdict.NOT_ASSESSED and not judged.verdict.is_fine


def owned(judged: Judged, scope: Scope) -> str:
    """A verdict on one line, with who answers for it."""
    line = told(judged, scope.plan, scope.words).line(scope.words)
    return scope.words.needs["stop"].join((line, scope.owner(judged)))
