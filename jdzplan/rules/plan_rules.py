"""Rules about the plan itself: what its fields say together. Positions are added by `reading`."""

from collections.abc import Iterator
from fractions import Fraction

from jdzplan.catalogue import Rule
from jdzplan.judging.bounds import Point, meets
from jdzplan.nearest import plain_name
from jdzplan.plan import Better, Form, Indicator, Plan

Where = tuple[str | int, ...]
Problem = tuple[Rule, Where, dict[str, object]]


def check_plan(plan: Plan) -> list[Problem]:
    """Every problem of a plan whose fields are valid one by one, with the path to its place."""
    return [problem for rule in PLAN_RULES for problem in rule(plan)]


def _each(plan: Plan) -> Iterator[tuple[Where, Indicator]]:
    for name, indicator in plan.indicators.items():
        yield ("indicators", name), indicator


def direction_conflict(plan: Plan) -> Iterator[Problem]:
    """More is better but the target is an upper bound, or the mirror; a band goes with within."""
    for where, indicator in _each(plan):
        target = indicator.target
        fitting = {
            Better.HIGHER: target.lower is not None and target.upper is None,
            Better.LOWER: target.upper is not None and target.lower is None,
            Better.WITHIN: target.between is not None,
        }
        if not fitting[indicator.better]:
            params: dict[str, object] = {
                "better": indicator.better.value,
                "indicator": indicator.name,
            }
            yield Rule.DIRECTION_CONFLICT, (*where, "better"), params


def unknown_goal(plan: Plan) -> Iterator[Problem]:
    """An indicator names a goal that the plan does not list."""
    for where, indicator in _each(plan):
        if indicator.goal not in plan.goals:
            params: dict[str, object] = {
                "found": indicator.goal,
                "known": tuple(plan.goals),
            }
            yield Rule.UNKNOWN_GOAL, (*where, "goal"), params


def name_taken(plan: Plan) -> Iterator[Problem]:
    """Two indicators answer to one name, so that a row could mean either."""
    owner: dict[str, str] = {}
    # Ids and names before aliases: where both meet, it is the alias that has to go.
    for spellings in (_own_names, _aliases):
        for where, indicator in _each(plan):
            key = str(where[1])
            for at, name in spellings(key, indicator):
                first = owner.setdefault(plain_name(name), key)
                if first != key:
                    yield Rule.NAME_TAKEN, (*where, *at), {"name": name, "first": first}


def _own_names(key: str, indicator: Indicator) -> Iterator[tuple[Where, str]]:
    yield (), key
    for language in ("zh", "en"):
        if name := getattr(indicator.name, language):
            yield ("name", language), name


def _aliases(_: str, indicator: Indicator) -> Iterator[tuple[Where, str]]:
    for i, alias in enumerate(indicator.aliases):
        yield ("aliases", i), alias


def year_order(plan: Plan) -> Iterator[Problem]:
    """Years out of order: the period itself, a baseline after its start, a target outside it."""
    period = plan.plan.period
    if not period.baseline < period.first <= period.last:
        params: dict[str, object] = {"kind": "period"}
        yield Rule.YEAR_ORDER, ("plan", "period"), params
    for where, indicator in _each(plan):
        target = indicator.target
        for year in indicator.baseline:
            if year >= period.first:
                yield (
                    Rule.YEAR_ORDER,
                    (*where, "baseline"),
                    {"kind": "baseline", "year": year},
                )
        if target.first and target.last and target.first > target.last:
            yield Rule.YEAR_ORDER, (*where, "target", "last"), {"kind": "rule_years"}
        for key in ("by", "first", "last"):
            year = getattr(target, key)
            if year is not None and not period.first <= year <= period.last:
                yield (
                    Rule.YEAR_ORDER,
                    (*where, "target", key),
                    {"kind": "target", "year": year},
                )


def form_conflict(plan: Plan) -> Iterator[Problem]:
    """A key that the target's form does not use."""
    unused = {Form.BY_YEAR: ("first", "last"), Form.EVERY_YEAR: ("by",)}
    for where, indicator in _each(plan):
        target = indicator.target
        for key in unused[target.form]:
            if getattr(target, key) is not None:
                params: dict[str, object] = {"key": key, "form": target.form.value}
                yield Rule.FORM_CONFLICT, (*where, "target", key), params


def baseline_meets_target(plan: Plan) -> Iterator[Problem]:
    """Nothing is left to climb. A rank to hold is meant so; elsewhere it may be a slip."""
    for where, indicator in _each(plan):
        if indicator.start is None or indicator.target.form is not Form.BY_YEAR:
            continue
        value = Fraction(indicator.start[1])
        ends = [Fraction(b.value) for b in (indicator.target.lower, indicator.target.upper) if b]
        if meets(Point(value), indicator.target) and value not in ends:
            params: dict[str, object] = {
                "value": indicator.start[1],
                "indicator": indicator.name,
            }
            yield Rule.BASELINE_MEETS_TARGET, (*where, "baseline"), params


def bands_order(plan: Plan) -> Iterator[Problem]:
    """Cut-offs that do not fall from ahead to lagging, or that reach zero."""
    bands = plan.policy.bands
    if not bands.ahead > bands.on_track > bands.lagging > 0:
        yield Rule.BANDS_ORDER, ("policy", "bands"), {}


def reason_missing(plan: Plan) -> Iterator[Problem]:
    """A verdict is withheld without a reason."""
    for where, indicator in _each(plan):
        if not indicator.assess and indicator.assess_reason is None:
            yield Rule.REASON_MISSING, (*where, "assess"), {"indicator": indicator.name}


PLAN_RULES = (
    direction_conflict,
    unknown_goal,
    name_taken,
    year_order,
    form_conflict,
    baseline_meets_target,
    bands_order,
    reason_missing,
)
