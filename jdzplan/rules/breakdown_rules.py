"""Rules about regions, and about targets that are broken down to them."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from jdzplan.actuals import Figure
from jdzplan.catalogue import Rule
from jdzplan.judging.bounds import exact_decimal, whole_target
from jdzplan.judging.parts import excess
from jdzplan.nearest import near, plain_name
from jdzplan.plan import Breakdown, Form, Indicator, Kind, Plan, Target
from jdzplan.rules.areas import is_whole
from jdzplan.rules.problems import Problem, Where

_FORMS = (Form.BY_YEAR, Form.EVERY_YEAR, Form.CUMULATIVE)


def _each(plan: Plan) -> Iterator[tuple[Where, Indicator, Breakdown]]:
    for key, indicator in plan.indicators.items():
        for i, breakdown in enumerate(indicator.breakdown):
            yield ("indicators", key, "breakdown", i), indicator, breakdown


def region_unlisted(plan: Plan) -> Iterator[Problem]:
    """A division or a region that the plan does not list, or one of another division."""
    for where, found, known, kind in _references(plan):
        if found not in known:
            params: dict[str, object] = {"found": found, "near": near(found, known)}
            yield Rule.REGION_UNLISTED, where, params | kind
    for where, _, breakdown in _each(plan):
        for key in breakdown.targets:
            region = plan.regions.get(key)
            if region and region.division != breakdown.division:
                params = {"kind": "elsewhere", "found": key, "expected": breakdown.division}
                yield Rule.REGION_UNLISTED, (*where, "targets", key), params


def _references(plan: Plan) -> Iterator[tuple[Where, str, Iterable[str], dict[str, object]]]:
    of_division: dict[str, object] = {"kind": "division"}
    for key, region in plan.regions.items():
        yield ("regions", key, "division"), region.division, plan.divisions, of_division
        if region.within:
            yield ("regions", key, "within"), region.within, plan.regions, {}
    for where, _, breakdown in _each(plan):
        yield (*where, "division"), breakdown.division, plan.divisions, of_division
        for key in breakdown.targets:
            yield (*where, "targets", key), key, plan.regions, {}


def region_name_taken(plan: Plan) -> Iterator[Problem]:
    """Two regions answer to one name, or one to that of the whole."""
    owner: dict[str, str] = {}
    for key, region in plan.regions.items():
        for name in (key, *region.names):
            first = owner.setdefault(plain_name(name), key)
            if first != key or is_whole(name, plan.plan.area):
                params: dict[str, object] = {"kind": "region", "name": name, "first": first}
                params |= {} if first != key else {"kind": "whole"}
                yield Rule.NAME_TAKEN, ("regions", key), params


def breakdown_conflict(plan: Plan) -> Iterator[Problem]:
    """Regions that overlap within a division; a target that cannot be broken down as it is."""
    for key, region in plan.regions.items():
        outer = plan.regions.get(region.within or "")
        if outer and outer.division == region.division:
            params: dict[str, object] = {"kind": "overlap", "found": region.within}
            yield Rule.BREAKDOWN_CONFLICT, ("regions", key, "within"), params
    for room, measures in (("indicators", plan.indicators), ("series", plan.series)):
        for key, measure in measures.items():
            if measure.additive and measure.is_ratio:
                params = {"kind": "ratio", "indicator": measure.name}
                yield Rule.BREAKDOWN_CONFLICT, (room, key, "additive"), params
    for where, indicator, breakdown in _each(plan):
        for at, kind in _conflicts(indicator, breakdown):
            params = {"kind": kind, "indicator": indicator.name} if kind else {}
            params |= {"form": indicator.target.form.value}
            yield Rule.BREAKDOWN_CONFLICT, (*where, *at), params
        divisions = [each.division for each in indicator.breakdown]
        if divisions.index(breakdown.division) != where[-1]:
            params = {"kind": "twice", "found": breakdown.division}
            yield Rule.BREAKDOWN_CONFLICT, (*where, "division"), params


def _conflicts(indicator: Indicator, breakdown: Breakdown) -> Iterator[tuple[Where, str]]:
    whole = indicator.target
    if whole.form not in _FORMS or whole.times_baseline or whole.between:
        yield (), ""
        return
    if indicator.adds_up is None:
        yield (), "open"
    if breakdown.reserve and not indicator.adds_up:
        yield ("reserve",), "reserve"
    for key, share in breakdown.targets.items():
        if (share.lower is None) != (whole.lower is None) or share.between:
            yield ("targets", key), "direction"


def share_years(plan: Plan) -> Iterator[Problem]:
    """A region's baseline that is not before the plan's first year."""
    for where, _, breakdown in _each(plan):
        for key, share in breakdown.targets.items():
            for year in share.baseline:
                if year >= plan.plan.period.first:
                    params: dict[str, object] = {"kind": "baseline", "year": year}
                    yield Rule.YEAR_ORDER, (*where, "targets", key, "baseline"), params


def breakdown_short(plan: Plan) -> Iterator[Problem]:
    """All regions keep their shares, and yet the whole is not reached, or is exceeded."""
    for where, indicator, breakdown in _each(plan):
        if not indicator.adds_up or any(_conflicts(indicator, breakdown)):
            continue
        is_exact = indicator.kind is not Kind.MEASURED
        shares = [share.of_whole(indicator.target) for share in breakdown.targets.values()]
        whole, *parts = (whole_target(t) if is_exact else t for t in (indicator.target, *shares))
        total, is_strict = _total(parts)
        total += breakdown.reserve
        if not _carries(total, whole, is_strict=is_strict):
            params: dict[str, object] = {
                "indicator": indicator.name,
                "found": total,
                "expected": whole.bound[1] if whole.bound else None,
                "reserve": breakdown.reserve,
            }
            params |= {"kind": "over"} if whole.upper else {}
            yield Rule.BREAKDOWN_SHORT, (*where, "targets"), params


def _total(targets: Iterable[Target]) -> tuple[Decimal, bool]:
    """The sum of bounds, and whether it is left out itself, as one of them is."""
    ends = [end for target in targets for end in (target.lower, target.upper) if end]
    total = sum((Fraction(end.value) for end in ends), Fraction(0))
    return exact_decimal(total), any(end.strict for end in ends)


def _carries(total: Decimal, whole: Target, *, is_strict: bool) -> bool:
    """Whether parts that keep their shares keep the whole: of a cap they must not exceed it."""
    end = whole.lower or whole.upper
    assert end is not None  # the target of a form that is broken down has a bound, and no band
    if total == end.value:
        return is_strict or not end.strict
    return (total > end.value) is (whole.lower is not None)


def baselines_differ(plan: Plan) -> Iterator[Problem]:
    """Baselines of all regions of a whole do not come to its own, beyond all rounding."""
    for where, indicator, breakdown in _each(plan):
        division, start = plan.divisions.get(breakdown.division), indicator.start
        if not indicator.adds_up or start is None or division is None:
            continue
        year, value = start
        of_division = {k for k, r in plan.regions.items() if r.division == breakdown.division}
        known = {k: s.baseline[year] for k, s in breakdown.targets.items() if year in s.baseline}
        if of_division != set(known):
            continue
        parts = [Figure(part) for part in known.values()]
        total = excess(parts, Figure(value), indicator.kind, is_complete=division.complete)
        if total is not None:
            params: dict[str, object] = {
                "indicator": indicator.name,
                "division": division.name,
                "year": year,
                "found": total.value,
                "expected": value,
            }
            yield Rule.BREAKDOWN_BASELINES, (*where, "targets"), params


BREAKDOWN_RULES = (
    region_unlisted,
    region_name_taken,
    breakdown_conflict,
    share_years,
    breakdown_short,
    baselines_differ,
)
