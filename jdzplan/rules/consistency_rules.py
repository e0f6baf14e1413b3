"""Rules about figures that must fit each other: parts and wholes, sums and counts, formulas."""

from collections.abc import Iterator

from jdzplan.actuals import Actual, Figure
from jdzplan.catalogue import Rule
from jdzplan.findings import Finding
from jdzplan.judging.bounds import Point, ends
from jdzplan.judging.derive import Figures, reach
from jdzplan.judging.prepare import answers_of, count_of
from jdzplan.plan import Kind


def part_exceeds_whole(figures: Figures, year: int) -> Iterator[Finding]:
    """A part larger than its whole, beyond all rounding: one of the two is wrong."""
    for subset in figures.plan.subsets:
        part, whole = figures.find(subset.part, year), figures.find(subset.whole, year)
        least, most = _reach(figures, subset.part, part)[0], _reach(figures, subset.whole, whole)[1]
        if part and whole and least is not None and most is not None and least > most:
            at = part if part.place.path else whole
            if not at.place.path:
                continue  # both are the plan's own
            yield Finding(
                rule=Rule.PART_EXCEEDS_WHOLE,
                place=at.place,
                params={
                    "indicator": figures.plan.measures[subset.part].name,
                    "whole": figures.plan.measures[subset.whole].name,
                    "found": _shown(part),
                    "limit": _shown(whole),
                    "other": subset.whole,
                },
                indicator=subset.part,
            )


def derived_disagrees(figures: Figures, year: int) -> Iterator[Finding]:
    """A reported figure and what its formula gives lie further apart than print can explain."""
    for key, measure in figures.plan.measures.items():
        filed = figures.known.get(key, {}).get(year)
        if not measure.formula or filed is None or filed.figure is None:
            continue
        if computed := figures.gap(key, year, filed.figure):
            yield Finding(
                rule=Rule.DERIVED_DISAGREES,
                place=filed.place,
                params={
                    "indicator": measure.name,
                    "found": _shown(filed),
                    "computed": f"{computed.value:f}",
                    "formula": measure.formula,
                },
                indicator=key,
            )


def count_disagrees(figures: Figures, year: int) -> Iterator[Finding]:
    """The number filed for a named set contradicts what was filed for its members."""
    for key, indicator in figures.plan.indicators.items():
        filed = figures.known.get(key, {}).get(year)
        answers = answers_of(key, indicator, year, figures.known)
        if filed is None or filed.figure is None or not answers:
            continue
        counted = count_of(indicator.members, answers)
        (low, high), (least, most) = ends(filed.figure), ends(counted)
        if (low and most and low > most) or (high and least and high < least):
            yield Finding(
                rule=Rule.COUNT_DISAGREES,
                place=filed.place,
                params={
                    "indicator": indicator.name,
                    "found": _shown(filed),
                    "counted": f"{counted.value:f}",
                    "answers": len(answers),
                },
                indicator=key,
            )


def _reach(figures: Figures, key: str, actual: Actual | None) -> tuple[Point | None, Point | None]:
    if actual is None or actual.figure is None:
        return None, None
    return reach(actual.figure, is_measured=figures.plan.measures[key].kind is Kind.MEASURED)


def _shown(actual: Actual) -> str:
    figure = actual.figure
    assert isinstance(figure, Figure)  # only figures are compared
    return figure.printed or f"{figure.value:f}"


CONSISTENCY_RULES = (part_exceeds_whole, derived_disagrees, count_disagrees)
