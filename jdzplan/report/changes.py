"""What changed: verdicts since last year's report, and what decisions changed in the plan."""

from collections.abc import Iterator, Sequence

from jdzplan.judging.assessment import Assessment
from jdzplan.judging.in_force import in_order
from jdzplan.plan import Change, Plan, Terms
from jdzplan.report.records import Labelled, Table
from jdzplan.report.scope import Scope, nonempty
from jdzplan.report.tables import verdict
from jdzplan.verdicts import Verdict
from jdzplan.wording.sentences import bound_text, inert

Pair = tuple[Assessment, Assessment]
MOVED = ("improved", "worsened", "newly", "no_longer")


def changes(scope: Scope) -> Iterator[Labelled]:
    """Verdicts that got better, got worse, are new or are gone, and the tasks done since."""
    before = {a.indicator: a for a in scope.result.of_year(scope.year - 1).assessments}
    pairs = [(before[a.indicator], a) for a in scope.now.assessments if a.indicator in before]
    groups: dict[str, list[Pair]] = {key: [] for key in MOVED}
    for old, new in pairs:
        if key := moved(old.verdict, new.verdict):
            groups[key].append((old, new))
    told = [
        (scope.says[key], [_line(pair, scope) for pair in group]) for key, group in groups.items()
    ]
    for label, lines in nonempty([*told, (scope.says["newly_done"], _newly_done(scope))]):
        yield Labelled(label, lines)


def moved(old: Verdict, new: Verdict) -> str | None:
    """Which way a verdict went, if it did."""
    none = Verdict.NOT_ASSESSED
    if old is new:
        return None
    if none in (old, new):
        return "newly" if old is none else "no_longer"
    return "improved" if new.rank < old.rank else "worsened"


def _line(pair: Pair, scope: Scope) -> str:
    old, new = (
        scope.say("in_year", year=a.year, verdict=verdict(a, scope), value=scope.figure(a))
        for a in pair
    )
    return scope.say("moved", name=scope.name(pair[1]), old=old, new=new)


def _newly_done(scope: Scope) -> Sequence[str]:
    """Tasks done since, of those that are not due anew each year."""
    before = scope.result.of_year(scope.year - 1).tasks
    was = {each.task for each in before if each.verdict is Verdict.ACHIEVED}
    done = (t for t in scope.now.tasks if t.verdict is Verdict.ACHIEVED and t.task not in was)
    return [scope.name(each) for each in done if not scope.plan.tasks[each.task].yearly]


def amendments(scope: Scope) -> Table | None:
    """Every change of the plan in force in the year, with the document that made it."""
    says, words = scope.says, scope.words
    rows = []
    for each in in_order(scope.plan):
        if each.decided.year > scope.year:
            continue
        document = scope.say(
            "document", document=inert(each.document), body=inert(each.body.get(words.language))
        )
        for change in each.changes:
            told = (document, each.decided.isoformat(), _thing(change, scope))
            terms = (_terms(change.before, scope), _terms(change.after, scope))
            rows.append((*told, *terms, inert(each.reason.get(words.language))))
    head = ("by_document", "decided", "thing", "before", "after", "why")
    return Table(tuple(says[key] for key in head), tuple(rows)) if rows else None


def _thing(change: Change, scope: Scope) -> str:
    room, key, *reading = change.thing
    plan: Plan = scope.plan
    language = scope.words.language
    name = inert(getattr(plan, room)[key].name.get(language))
    if not reading:
        return name
    read = inert(plan.indicators[key].readings[reading[-1]].name.get(language))
    return name + scope.words.view["about"].format(about=read)


def _terms(terms: Terms, scope: Scope) -> str:
    """What a change speaks of, in words."""
    told = []
    for key, value in terms.given.items():
        if key == "bound":
            bound = bound_text(terms, scope.words)
            told.append(scope.say("times", bound=bound) if terms.times_baseline else bound)
        else:
            told.append(scope.say(f"term_{key}", value=value))
    return scope.words.needs["stop"].join(told) or "—"
