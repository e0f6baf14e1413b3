"""Rules about figures that must fit each other: parts and wholes, sums and counts, formulas."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from jdzplan.actuals import Actual, Figure
from jdzplan.catalogue import Rule
from jdzplan.findings import Finding
from jdzplan.judging.basis import is_mixed
from jdzplan.judging.bounds import Point, ends, exact_decimal
from jdzplan.judging.derive import Figures, reach
from jdzplan.judging.prepare import answers_of, count_of
from jdzplan.plan import Figures as Filed
from jdzplan.plan import Form, Kind


def part_exceeds_whole(figures: Figures, year: int) -> Iterator[Finding]:
    """A part larger than its whole, beyond all rounding: one of the two is wrong."""
    for subset in figures.plan.subsets:
        part, whole = figures.find(subset.part, year), figures.find(subset.whole, year)
        least, most = _reach(figures, subset.part, part)[0], _reach(figures, subset.whole, whole)[1]
        if is_mixed((part, whole)):
            continue
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
        if is_mixed((filed, figures.compute(key, year))):
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
        if filed is None or filed.figure is None or not indicator.members:
            continue
        if filed.figure.value > len(indicator.members):
            yield Finding(
                rule=Rule.COUNT_DISAGREES,
                place=filed.place,
                params={
                    "kind": "beyond",
                    "indicator": indicator.name,
                    "found": _shown(filed),
                    "members": len(indicator.members),
                },
                indicator=key,
            )
            continue
        if not answers:
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


def implausible(figures: Figures, year: int) -> Iterator[Finding]:
    """A figure ten, a hundred, ten thousand times off everything it can be compared with.

    Compared are the figure of the last year known and the target; both must be off the same way,
    for contract values do grow sevenfold in a few years. Yearly rates are left out: 0.1 after 2.7
    is an ordinary year.
    """
    measures = figures.plan.measures
    for key in (key for key in figures.known if key in measures):  # others are of the whole alone
        measure, filed = measures[key], figures.known[key].get(year)
        if measure.kind in (Kind.RANK, Kind.ANSWER) or filed is None or not filed.place.path:
            continue
        figure = filed.figure
        if figure is None or figure.is_bounded or figure.exact is not None:
            continue
        others = [value for value in _references(figures, key, year) if value]
        ratios = [figure.fraction / value for value in others]
        off = next((1 / r if r < 1 else r for r in ratios if r > 0), Fraction(0))
        is_off = all(r >= FAR for r in ratios) or all(0 < r <= 1 / FAR for r in ratios)
        if ratios and is_off:
            times = min(_SLIPS, key=lambda slip: max(off / slip, slip / off))
            yield Finding(
                rule=Rule.IMPLAUSIBLE,
                place=filed.place,
                params={
                    "kind": f"times_{times}",
                    "indicator": measure.name,
                    "found": _shown(filed),
                    "other": f"{exact_decimal(others[0]):f}",
                    "times": times,
                },
                indicator=key,
            )


def _references(figures: Figures, key: str, year: int) -> Iterator[Fraction]:
    """The latest earlier figure, and the bound of a target by a year."""
    indicator = figures.plan.indicators.get(key)
    target = indicator.target if indicator else None
    if target and target.figures is Filed.RATES:
        return
    known = figures.known.get(key, {})
    filed = {y: each.figure for y, each in known.items() if y < year and each.figure}
    before: dict[int, Fraction | Decimal] = {
        y: figure.fraction for y, figure in filed.items() if not figure.is_bounded
    }
    before |= {y: value for y, value in figures.plan.measures[key].in_plan.items() if y < year}
    if before:
        yield Fraction(before[max(before)])
    if target and target.form is Form.BY_YEAR and target.bound and not target.times_baseline:
        yield Fraction(target.bound[1])


def _reach(figures: Figures, key: str, actual: Actual | None) -> tuple[Point | None, Point | None]:
    if actual is None or actual.figure is None:
        return None, None
    return reach(actual.figure, is_measured=figures.plan.measures[key].kind is Kind.MEASURED)


def _shown(actual: Actual) -> str:
    figure = actual.figure
    assert isinstance(figure, Figure)  # only figures are compared
    return figure.printed or f"{figure.value:f}"


FAR = 8  # times off: contract values have grown sevenfold, slips are tenfold
_SLIPS = (10, 100, 1000, 10_000, 100_000_000)
CONSISTENCY_RULES = (part_exceeds_whole, derived_disagrees, count_disagrees)
