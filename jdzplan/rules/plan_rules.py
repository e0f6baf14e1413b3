"""Rules about the plan itself: what its fields say together. Positions are added by `reading`."""

from collections.abc import Iterator
from fractions import Fraction

from jdzplan.actuals import Figure
from jdzplan.catalogue import Rule
from jdzplan.judging.bounds import Point, meets
from jdzplan.judging.derive import Figures as KnownFigures
from jdzplan.judging.derive import reach
from jdzplan.judging.formula import FormulaError, names_in
from jdzplan.nearest import near, plain_name
from jdzplan.plan import (
    FIGURES_OF,
    Better,
    Figures,
    Form,
    Indicator,
    Kind,
    Measure,
    Plan,
    RelationRule,
    Target,
)
from jdzplan.rules import problems
from jdzplan.rules.amendment_rules import AMENDMENT_RULES, out_of_order
from jdzplan.rules.breakdown_rules import BREAKDOWN_RULES
from jdzplan.rules.counterpart_rules import COUNTERPART_RULES
from jdzplan.rules.path_rules import PATH_RULES
from jdzplan.rules.revision_rules import REVISION_RULES
from jdzplan.units import shift

Where = problems.Where
Problem = problems.Problem


def check_plan(plan: Plan, *, strict: bool = False) -> list[Problem]:
    """Every problem of a plan whose fields are valid one by one, with the path to its place.

    `strict` also lists what the indicator dictionary lacks.
    """
    asked = (dictionary_gap,) if strict else ()
    rules = (*PLAN_RULES, *AMENDMENT_RULES, *REVISION_RULES, *COUNTERPART_RULES, *asked)
    return [problem for rule in rules for problem in rule(plan)] + [
        *out_of_order(plan, _AS_AMENDED)
    ]


def _each(plan: Plan) -> Iterator[tuple[Where, Indicator]]:
    for name, indicator in plan.indicators.items():
        yield ("indicators", name), indicator


def _targets(plan: Plan) -> Iterator[tuple[Where, Indicator, Target]]:
    for where, indicator in _each(plan):
        yield (*where, "target"), indicator, indicator.target
        for key, reading in indicator.readings.items():
            yield (*where, "readings", key, "target"), indicator, reading.target


def _measures(plan: Plan) -> Iterator[tuple[Where, str, Measure]]:
    for room, group in (("indicators", plan.indicators), ("series", plan.series)):
        for name, measure in group.items():
            yield (room, name), name, measure


def direction_conflict(plan: Plan) -> Iterator[Problem]:
    """More is better but the target is an upper bound, or the mirror; a band goes with within."""
    for where, indicator, target in _targets(plan):
        is_open = target.bound is None  # all members of a set, or a rate still to come
        fitting = {
            Better.HIGHER: is_open or (target.lower is not None and target.upper is None),
            Better.LOWER: is_open or (target.upper is not None and target.lower is None),
            Better.WITHIN: target.between is not None,
        }
        if not fitting[indicator.better]:
            params: dict[str, object] = {
                "better": indicator.better.value,
                "indicator": indicator.name,
            }
            yield Rule.DIRECTION_CONFLICT, (*where[:2], "better"), params


def unknown_goal(plan: Plan) -> Iterator[Problem]:
    """An indicator, a relation or a task names a goal that the plan does not list."""
    named: list[tuple[str, str, str]] = [
        *(("indicators", key, each.goal) for key, each in plan.indicators.items()),
        *(("relations", key, each.goal) for key, each in plan.relations.items()),
        *(("tasks", key, each.goal) for key, each in plan.tasks.items()),
    ]
    for room, key, goal in named:
        if goal not in plan.goals:
            params: dict[str, object] = {"found": goal, "known": tuple(plan.goals)}
            yield Rule.UNKNOWN_GOAL, (room, key, "goal"), params


def name_taken(plan: Plan) -> Iterator[Problem]:
    """Two quantities, or two tasks, answer to one name, so that a row could mean either."""
    owner: dict[str, str] = {}
    # Ids and names before aliases: where both meet, it is the alias that has to go.
    for spellings in (_own_names, _aliases):
        for where, key, measure in _measures(plan):
            for at, name in spellings(key, measure):
                first = owner.setdefault(plain_name(name), key)
                if first != key:
                    yield Rule.NAME_TAKEN, (*where, *at), {"name": name, "first": first}
    of_tasks: dict[str, str] = {}
    own: list[tuple[str, Where, str | None]] = [(key, (), key) for key in plan.tasks]
    for key, task in plan.tasks.items():
        own += [(key, ("name", "zh"), task.name.zh), (key, ("name", "en"), task.name.en)]
    for key, at, called in own:
        first = of_tasks.setdefault(plain_name(called), key) if called else key
        if first != key:
            yield Rule.NAME_TAKEN, ("tasks", key, *at), {"name": called, "first": first}


def _own_names(key: str, measure: Measure) -> Iterator[tuple[Where, str]]:
    yield (), key
    for language in ("zh", "en"):
        if name := getattr(measure.name, language):
            yield ("name", language), name


def _aliases(_: str, measure: Measure) -> Iterator[tuple[Where, str]]:
    for i, alias in enumerate(measure.aliases):
        yield ("aliases", i), alias


def year_order(plan: Plan) -> Iterator[Problem]:
    """Years out of order: the period itself, a baseline after its start, a target outside it."""
    period = plan.plan.period
    if not period.baseline < period.first <= period.last:
        params: dict[str, object] = {"kind": "period"}
        yield Rule.YEAR_ORDER, ("plan", "period"), params
    for where, indicator in _each(plan):
        for year in indicator.baseline:
            if year >= period.first:
                yield Rule.YEAR_ORDER, (*where, "baseline"), {"kind": "baseline", "year": year}
    for where, _, target in _targets(plan):
        if target.first and target.last and target.first > target.last:
            yield Rule.YEAR_ORDER, (*where, "last"), {"kind": "rule_years"}
        for key in ("by", "first", "last"):
            year = getattr(target, key)
            if year is not None and not period.first <= year <= period.last:
                yield Rule.YEAR_ORDER, (*where, key), {"kind": "target", "year": year}
    for key, task in plan.tasks.items():
        if task.due is not None and not period.first <= task.due <= period.last:
            params = {"kind": "target", "year": task.due}
            yield Rule.YEAR_ORDER, ("tasks", key, "due"), params


# What a form has no use for: its span is fixed, or no figure could be held against the bound.
_SUMS = ("first", "last", "times_baseline", "at_most", "less_than", "between")
_UNUSED = {
    Form.BY_YEAR: ("first", "last", "figures"),
    Form.EVERY_YEAR: ("by", "figures", "times_baseline", "milestones"),
    Form.CUMULATIVE: _SUMS,
    Form.CUMULATIVE_REDUCTION: ("milestones", *_SUMS),
    Form.AVERAGE_GROWTH: ("first", "last", "times_baseline", "between", "milestones"),
    Form.NAMED_SET: ("figures", *_SUMS),
}


def form_conflict(plan: Plan) -> Iterator[Problem]:
    """A key that the target's form does not use, or figures that it cannot be judged from."""
    for where, _, target in _targets(plan):
        form = {"form": target.form.value}
        for key in _UNUSED[target.form]:
            value = getattr(target, key)
            if value is not None and value is not False and value != {}:  # a bound of 0 is one
                yield Rule.FORM_CONFLICT, (*where, key), {"key": key, **form}
        fitting = FIGURES_OF.get(target.form, ())
        if fitting and target.figures and target.figures not in fitting:
            params: dict[str, object] = {"kind": "figures", "found": target.figures.value, **form}
            yield Rule.FORM_CONFLICT, (*where, "figures"), params | {"expected": tuple(fitting)}
    for where, indicator in _each(plan):
        if indicator.members and indicator.target.form is not Form.NAMED_SET:
            params = {"key": "members", "form": indicator.target.form.value}
            yield Rule.FORM_CONFLICT, (*where, "members"), params


def definition_incomplete(plan: Plan) -> Iterator[Problem]:
    """A target that can never be judged, for want of something that its form needs."""
    for where, indicator, target in _targets(plan):
        needs_baseline = target.times_baseline or (
            target.figures is Figures.LEVELS and target.form is not Form.CUMULATIVE
        )
        lacking = {
            "figures": target.form in FIGURES_OF and target.figures is None,
            "baseline": needs_baseline and indicator.start is None,
            "members": target.form is Form.NAMED_SET
            and target.bound is None
            and not indicator.members,
        }
        for field, is_lacking in lacking.items():
            if is_lacking:
                params: dict[str, object] = {
                    "indicator": indicator.name,
                    "field": field,
                    "form": target.form.value,
                }
                yield Rule.DEFINITION_INCOMPLETE, where, params


def out_of_reach(plan: Plan) -> Iterator[Problem]:
    """A set that asks for more members than it has, a stretch below the bound, a part of itself."""
    for where, indicator, target in _targets(plan):
        low = target.lower
        members = len(indicator.members)
        if target.form is Form.NAMED_SET and low and members and low.value > members:
            params: dict[str, object] = {"found": low.value, "expected": members}
            yield Rule.FORM_CONFLICT, where, {"kind": "beyond_members", **params}
        if target.stretch is not None and low and target.stretch <= low.value:
            params = {"found": target.stretch, "expected": low.value}
            yield Rule.FORM_CONFLICT, (*where, "stretch"), {"kind": "stretch", **params}
    for i, subset in enumerate(plan.subsets):
        if subset.part == subset.whole:
            params = {"kind": "itself", "found": subset.part}
            yield Rule.FORM_CONFLICT, ("subsets", i, "whole"), params


def baseline_meets_target(plan: Plan) -> Iterator[Problem]:
    """Nothing is left to climb. A rank to hold is meant so; elsewhere it may be a slip."""
    for where, indicator in _each(plan):
        target = indicator.target
        if indicator.start is None or target.form is not Form.BY_YEAR or target.times_baseline:
            continue
        value = Fraction(indicator.start[1])
        ends = [Fraction(b.value) for b in (target.lower, target.upper) if b]
        if meets(Point(value), target) and value not in ends:
            params: dict[str, object] = {
                "value": indicator.start[1],
                "indicator": indicator.name,
            }
            yield Rule.BASELINE_MEETS_TARGET, (*where, "baseline"), params


def bands_order(plan: Plan) -> Iterator[Problem]:
    """Cut-offs that do not fall from ahead to lagging, or zero not between lagging and behind."""
    bands = plan.policy.bands
    if not bands.ahead > bands.on_track > bands.lagging > 0 >= bands.behind:
        yield Rule.BANDS_ORDER, ("policy", "bands"), {}


def reason_missing(plan: Plan) -> Iterator[Problem]:
    """A verdict is withheld without a reason."""
    for where, indicator in _each(plan):
        if not indicator.assess and indicator.assess_reason is None:
            yield Rule.REASON_MISSING, (*where, "assess"), {"indicator": indicator.name}


def figure_unknown(plan: Plan) -> Iterator[Problem]:
    """A reference to a series or indicator that the plan does not list."""
    for where, name in _references(plan):
        if name not in plan.measures:
            params: dict[str, object] = {"found": name, "near": near(name, plan.measures)}
            yield Rule.FIGURE_UNKNOWN, where, params


def _references(plan: Plan) -> Iterator[tuple[Where, str]]:
    for where, _, measure in _measures(plan):
        for name in _formula_names(measure):
            yield (*where, "formula"), name
    for where, indicator in _each(plan):
        for key, reading in indicator.readings.items():
            if reading.filed_as:
                yield (*where, "readings", key, "filed_as"), reading.filed_as
    for key, relation in plan.relations.items():
        yield from ((("relations", key, "of", i), name) for i, name in enumerate(relation.of))
        if relation.than:
            yield ("relations", key, "than"), relation.than
    for i, subset in enumerate(plan.subsets):
        yield ("subsets", i, "part"), subset.part
        yield ("subsets", i, "whole"), subset.whole


def _formula_names(measure: Measure) -> tuple[str, ...]:
    try:
        return names_in(measure.formula) if measure.formula else ()
    except FormulaError:
        return ()


def formula_wrong(plan: Plan) -> Iterator[Problem]:
    """A formula that cannot be read, or that needs its own result."""
    for where, name, measure in _measures(plan):
        try:
            names_in("x" if measure.formula is None else measure.formula)
        except FormulaError as error:
            params: dict[str, object] = {"formula": measure.formula, "found": error.found}
            params |= {} if error.found else {"kind": "cut_short"}
            yield Rule.FORMULA_WRONG, (*where, "formula"), params
        if _needs(plan, name, name, set()):
            params = {"kind": "circle", "formula": measure.formula, "found": name}
            yield Rule.FORMULA_WRONG, (*where, "formula"), params


def _needs(plan: Plan, name: str, wanted: str, seen: set[str]) -> bool:
    """Whether the formula of `name` leads to `wanted`."""
    measure = plan.measures.get(name)
    for other in _formula_names(measure) if measure else ():
        if other == wanted:
            return True
        if other not in seen:
            seen.add(other)
            if _needs(plan, other, wanted, seen):
                return True
    return False


def derived_disagrees(plan: Plan) -> Iterator[Problem]:
    """A printed value and what its formula gives lie further apart than print can explain."""
    if any(formula_wrong(plan)) or any(figure_unknown(plan)):
        return
    figures = KnownFigures(plan, {})
    for where, name, measure in _measures(plan):
        for year, value in measure.in_plan.items() if measure.formula else ():
            if computed := figures.gap(name, year, Figure(value)):
                params: dict[str, object] = {
                    "kind": "plan",
                    "indicator": measure.name,
                    "year": year,
                    "found": value,
                    "computed": f"{computed.value:f}",
                    "formula": measure.formula,
                }
                at = "baseline" if where[0] == "indicators" else "known"
                yield Rule.DERIVED_DISAGREES, (*where, at, str(year)), params


def part_exceeds_whole(plan: Plan) -> Iterator[Problem]:
    """A part larger than its whole among the values that the plan itself prints."""
    for i, subset in enumerate(plan.subsets):
        part, whole = plan.measures.get(subset.part), plan.measures.get(subset.whole)
        if part is None or whole is None or shift(part.unit, whole.unit) != 0:
            continue
        for year in part.in_plan:
            if year not in whole.in_plan:
                continue
            is_measured = part.kind is Kind.MEASURED
            least = reach(Figure(part.in_plan[year]), is_measured=is_measured)[0]
            most = reach(Figure(whole.in_plan[year]), is_measured=is_measured)[1]
            if least is not None and most is not None and least > most:
                params: dict[str, object] = {
                    "kind": "plan",
                    "indicator": part.name,
                    "whole": whole.name,
                    "year": year,
                    "found": part.in_plan[year],
                    "limit": whole.in_plan[year],
                }
                yield Rule.PART_EXCEEDS_WHOLE, ("subsets", i, "part"), params


def units_differ(plan: Plan) -> Iterator[Problem]:
    """Two quantities that are compared or stand for each other, in different units."""
    pairs: list[tuple[Where, str, str]] = [
        (("subsets", i, "part"), subset.part, subset.whole) for i, subset in enumerate(plan.subsets)
    ]
    for key, relation in plan.relations.items():
        if relation.rule in (RelationRule.MORE_THAN, RelationRule.AT_LEAST_RATIO):
            pairs += [
                (("relations", key, "of", i), name, relation.than or "")
                for i, name in enumerate(relation.of)
            ]
    for where, indicator in _each(plan):
        for key, reading in indicator.readings.items():
            if reading.filed_as:
                pairs.append(
                    ((*where, "readings", key, "filed_as"), reading.filed_as, str(where[1]))
                )
    for where, first, second in pairs:
        a, b = plan.measures.get(first), plan.measures.get(second)
        if a and b and shift(a.unit, b.unit) != 0:
            params: dict[str, object] = {"first": a.unit, "second": b.unit}
            yield Rule.UNITS_DIFFER, where, params


def relation_conflict(plan: Plan) -> Iterator[Problem]:
    """A relation without what its rule needs, or with what it has no use for."""
    for name, relation in plan.relations.items():
        rule = relation.rule
        wanted = {
            "of": rule is not RelationRule.STATEMENT,
            "than": rule.takes_other,
            "rate": rule.takes_rate,
        }
        for key, is_wanted in wanted.items():
            if bool(getattr(relation, key)) != is_wanted:
                params: dict[str, object] = {"key": key, "rule": rule.value}
                kind = {"kind": "missing"} if is_wanted else {}
                yield Rule.RELATION_CONFLICT, ("relations", name, "rule"), params | kind
        if rule in (RelationRule.NOT_FALL, RelationRule.RISE):
            for i, key in enumerate(relation.of):
                measure = plan.measures.get(key)
                better = measure.better if isinstance(measure, Indicator) else None
                if measure and (measure.kind is Kind.RANK or better is Better.LOWER):
                    params = {"kind": "direction", "found": key, "rule": rule.value}
                    yield Rule.RELATION_CONFLICT, ("relations", name, "of", i), params
        if rule is RelationRule.ANY_IMPROVES:
            for i, key in enumerate(relation.of):
                measure = plan.measures.get(key)
                if measure and measure.kind is not Kind.RANK:
                    params = {"kind": "rank", "found": key, "rule": rule.value}
                    yield Rule.RELATION_CONFLICT, ("relations", name, "of", i), params


def dictionary_gap(plan: Plan) -> Iterator[Problem]:
    """What the indicator dictionary lacks; only asked for with `--strict`."""
    for where, _, measure in _measures(plan):
        wanted = ("definition", "formula", "frequency", "publication_lag", "provider")
        needless = () if measure.unit == "%" else ("formula",)
        lacking = [k for k in wanted if k not in needless and getattr(measure, k) is None]
        if lacking:
            params: dict[str, object] = {"name": measure.name, "lacking": tuple(lacking)}
            yield Rule.DICTIONARY_GAP, where, params


PLAN_RULES = (
    direction_conflict,
    unknown_goal,
    name_taken,
    year_order,
    form_conflict,
    definition_incomplete,
    out_of_reach,
    baseline_meets_target,
    bands_order,
    reason_missing,
    figure_unknown,
    formula_wrong,
    derived_disagrees,
    part_exceeds_whole,
    units_differ,
    relation_conflict,
    *PATH_RULES,
    *BREAKDOWN_RULES,
)
# What must hold after each amendment, too.
_AS_AMENDED = (
    direction_conflict,
    year_order,
    form_conflict,
    definition_incomplete,
    out_of_reach,
    relation_conflict,
)
