"""Rules about amendments: each must fit the plan as it was in force when it was decided."""

from collections.abc import Callable, Iterable, Iterator

from jdzplan.catalogue import Rule
from jdzplan.judging.in_force import amended, find, terms_in_force
from jdzplan.nearest import near
from jdzplan.plan import ROOMS, Amendment, Change, Plan, Task, Terms, Thing
from jdzplan.rules.problems import Problem, Where

_OF_TARGETS = ("bound", "stretch", "by", "first", "last")
_SETTABLE = {
    "indicators": _OF_TARGETS,
    "relations": ("rate",),
    "tasks": ("due", "withdrawn"),
}


def _steps(plan: Plan) -> Iterator[tuple[Where, Amendment, Plan, Plan]]:
    """Each amendment in the order of dates, with the plan before and after it."""
    numbered = sorted(enumerate(plan.amendments), key=lambda each: each[1].decided)
    for i, amendment in numbered:
        after = amended(plan, [amendment])
        yield ("amendments", i), amendment, plan, after
        plan = after


def _changes(plan: Plan) -> Iterator[tuple[Where, Amendment, Change, Plan, Plan]]:
    for where, amendment, before, after in _steps(plan):
        for j, change in enumerate(amendment.changes):
            yield (*where, "changes", j), amendment, change, before, after


def amendment_unknown(plan: Plan) -> Iterator[Problem]:
    """A change of something that the plan does not have, or has no more."""
    for where, _, change, before, _ in _changes(plan):
        room, name, *reading = change.thing
        if find(before, change.thing) is not None:
            continue
        kind = next(key for key, of in ROOMS.items() if of == room)
        known: Iterable[str] = getattr(before, room)
        if reading and name in known:
            kind, name, known = "reading", reading[-1], before.indicators[name].readings
        params: dict[str, object] = {"found": name, "near": near(name, known)}
        params |= {"kind": "withdrawn"} if name in plan.tasks and kind == "task" else {}
        yield Rule.AMENDMENT_UNKNOWN, (*where, kind), params


def amendment_differs(plan: Plan) -> Iterator[Problem]:
    """`from` is not what was in force, or a change changes nothing."""
    for where, _, change, before, _ in _changes(plan):
        if find(before, change.thing) is None:
            continue
        now = terms_in_force(before, change.thing).given
        named = change.before.given | change.after.given  # in a fixed order, unlike a set
        stated = {key: change.before.given.get(key) for key in named}
        expected = {key: now.get(key) for key in named}
        if stated != expected:
            at = (*where, "from") if change.before.given else where
            params: dict[str, object] = {"found": _told(stated), "expected": _told(expected)}
            yield Rule.AMENDMENT_DIFFERS, at, params
        elif all(now.get(key) == value for key, value in change.after.given.items()):
            params = {"kind": "same", "found": _called(before, change.thing)}
            yield Rule.AMENDMENT_CONFLICT, (*where, "to"), params


def _told(given: dict[str, object]) -> str:
    """Terms as they are written in the plan: `at_least: 400, by: 2025`."""
    plain: dict[str, object] = {}
    for key, value in given.items():
        plain |= value if isinstance(value, dict) else {key: value}
    said = {key: value for key, value in plain.items() if value is not None}
    return "{" + ", ".join(f"{key}: {_value(value)}" for key, value in said.items()) + "}"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(map(str, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _called(plan: Plan, thing: Thing) -> object:
    """The name of what is changed."""
    return getattr(plan, thing[0])[thing[1]].name


def amendment_twice(plan: Plan) -> Iterator[Problem]:
    """One thing is amended twice on one day, so that the order is open."""
    seen = set()
    for where, amendment, change, _, _ in _changes(plan):
        at = (amendment.decided, change.thing)
        if at in seen:
            found = "/".join(change.thing[1::2])
            params: dict[str, object] = {"found": found, "date": amendment.decided}
            yield Rule.AMENDMENT_TWICE, where, params
        seen.add(at)


def amendment_date(plan: Plan) -> Iterator[Problem]:
    """A decision before the plan, after it, or after the year that it changes was judged."""
    head = plan.plan
    for where, amendment, _, _ in _steps(plan):
        date = amendment.decided
        if head.issued is not None and date < head.issued:
            yield Rule.AMENDMENT_DATE, (*where, "decided"), {"date": date, "limit": head.issued}
        if date.year > head.period.last:
            params = {"kind": "after_plan", "date": date, "limit": head.period.last}
            yield Rule.AMENDMENT_DATE, (*where, "decided"), params
    for where, amendment, change, _, after in _changes(plan):
        due = _last_year(after, change.thing)
        if due is not None and due < amendment.decided.year <= head.period.last:
            found = _called(after, change.thing)
            told = {"kind": "too_late", "found": found, "limit": due, "date": amendment.decided}
            yield Rule.AMENDMENT_DATE, where, told


def _last_year(plan: Plan, thing: Thing) -> int | None:
    """The year after which nothing of a thing is judged anew."""
    terms: Terms = terms_in_force(plan, thing)
    return terms.by or terms.last or terms.due


def amendment_conflict(plan: Plan) -> Iterator[Problem]:
    """A key that cannot be changed of this thing."""
    for where, _, change, before, _ in _changes(plan):
        thing = find(before, change.thing)
        settable = set(_SETTABLE[change.thing[0]])
        if isinstance(thing, Task) and thing.yearly:
            settable.discard("due")
        for side, terms in (("from", change.before), ("to", change.after)):
            for key in terms.given:
                if thing is not None and key not in settable:
                    params: dict[str, object] = {"key": key, "found": _called(before, change.thing)}
                    yield Rule.AMENDMENT_CONFLICT, (*where, side, key), params


def out_of_order(
    plan: Plan, rules: Iterable[Callable[[Plan], Iterator[Problem]]]
) -> Iterator[Problem]:
    """What `rules` find after an amendment and did not find before it."""
    rules = tuple(rules)
    for where, _, before, after in _steps(plan):
        old = [problem for rule in rules for problem in rule(before)]
        new = [problem for rule in rules for problem in rule(after)]
        yield from (
            (rule, where, params) for rule, at, params in new if (rule, at, params) not in old
        )


AMENDMENT_RULES = (
    amendment_unknown,
    amendment_differs,
    amendment_twice,
    amendment_date,
    amendment_conflict,
)
