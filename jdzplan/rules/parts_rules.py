"""The figures of regions against that of the whole: only what adds up, division by division."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from jdzplan.actuals import Actual, Figure, Sum
from jdzplan.catalogue import Rule
from jdzplan.findings import Finding
from jdzplan.judging.basis import is_mixed
from jdzplan.judging.bounds import ends
from jdzplan.judging.derive import Figures
from jdzplan.judging.parts import excess
from jdzplan.plan import Measure, Plan

Parts = Mapping[str, Mapping[str, Actual]]
Sums = Mapping[tuple[str, str], Sum]


def sums_differ(
    figures: Figures, parts: Parts, year: int, sums: Sums = MappingProxyType({})
) -> Iterator[Finding]:
    """Regions that do not come to the whole, or cannot be compared with it while some are missing.

    `parts` are the figures of each region in the year, by id; `sums`, by id and division, are those
    that were put together before. A missing figure is never zero, so that nothing is compared then.
    """
    divided = {
        division: [key for key, each in figures.plan.regions.items() if each.division == division]
        for division in figures.plan.divisions
    }
    for key, measure in figures.plan.measures.items():
        whole = figures.find(key, year) if measure.adds_up else None
        if whole is None or whole.figure is None:
            continue
        for division, regions in divided.items():
            known = sums.get((key, division))
            others = [each for each in regions if known is None or each in known.lacking]
            filed = {region: parts[region].get(key) for region in others}
            parted = _Parted(division, filed, known)
            yield from _compared(figures.plan, (key, measure), whole, parted)


class _Parted(NamedTuple):
    """What a division's regions filed: each by itself, and those that were put together."""

    division: str
    filed: Mapping[str, Actual | None]
    together: Sum | None


def _compared(
    plan: Plan, of: tuple[str, Measure], whole: Actual, parted: "_Parted"
) -> Iterator[Finding]:
    (key, measure), (division, filed, together) = of, parted
    known = [each for each in filed.values() if each and each.figure]
    place = next((each.place for each in (whole, *known) if each.place.path), None)
    given = [together.total] if together else []
    given += [each.figure for each in known if each.figure]
    if not given or place is None or whole.figure is None or is_mixed((whole, *known)):
        return
    named = plan.divisions[division]
    params: dict[str, object] = {
        "indicator": measure.name,
        "division": named.name,
        "expected": _shown(whole.figure),
    }
    missing = [region for region, each in filed.items() if each is None or each.figure is None]
    rule = Rule.PARTS_MISSING
    if missing and named.complete:
        params["missing"] = tuple(plan.regions[region].name for region in missing)
        params["found"] = _at_least(given)
    else:
        total = excess(given, whole.figure, measure.kind, is_complete=named.complete)
        if total is None:
            return
        rule = Rule.PARTS_DIFFER
        params |= {"found": _shown(total)} | ({} if named.complete else {"kind": "beyond"})
    yield Finding(rule=rule, place=place, params=params, indicator=key)


def _at_least(figures: list[Figure]) -> str:
    """The least that the known figures come to; one without a lowest value adds nothing."""
    lows = [low.value for figure in figures if (low := ends(figure)[0])]
    return _shown(Figure.computed(sum(lows, Fraction(0))))


def _shown(figure: Figure) -> str:
    return figure.printed or f"{figure.value:f}"
