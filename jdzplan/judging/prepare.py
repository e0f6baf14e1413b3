"""From a promise of any form to a case: what is judged, and against what.

A total, a compounded reduction, a mean growth and a set of names all come down to values of some
years held against a bound; each function here makes one of them so.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from jdzplan.actuals import Actual, Figure, Missing, Qualifier, Status, half_unit
from jdzplan.judging.assessment import Actuals, Case, Known
from jdzplan.judging.basis import bases_of
from jdzplan.judging.bounds import Point, ends, exact_decimal, whole, whole_target
from jdzplan.plan import Figures, Form, Indicator, Kind, Path, Plan, Target
from jdzplan.verdicts import Reason

_UNSETTLED = (Status.SAMPLE, Status.ESTIMATED, Status.PRELIMINARY)


class NotReadyError(Exception):
    """The promise cannot be judged: why, and the field of the plan that would mend it."""

    def __init__(self, reason: Reason, lacking: str | None = None) -> None:
        super().__init__(reason)
        self.reason, self.lacking = reason, lacking


class Promise(NamedTuple):
    """One reading of one indicator: `key` is what its figures are filed as."""

    plan: Plan
    name: str
    indicator: Indicator
    target: Target
    key: str
    year: int
    known: Known

    @property
    def filed(self) -> Actuals:
        """What was filed up to the year."""
        return {y: actual for y, actual in self.known.get(self.key, {}).items() if y <= self.year}

    @property
    def years(self) -> range:
        """The plan's years up to the one judged."""
        return range(self.plan.plan.period.first, self.year + 1)

    @property
    def begin(self) -> int:
        """The year before the plan's first, from which totals count."""
        return self.plan.plan.period.first - 1


def prepare(promise: Promise) -> Case:
    """The case of a promise. Raises `NotReadyError` where plan or figures lack something."""
    target = promise.target
    if target.figures is None and target.form in _NEEDS_FIGURES:
        raise NotReadyError(Reason.DEFINITION_INCOMPLETE, "target.figures")
    return _FORMS[target.form](promise)


def blank_case(promise: Promise) -> Case:
    """The promise as filed figures against the bound as written."""
    plan, indicator = promise.plan, promise.indicator
    start, slack = indicator.start, Fraction(0)
    if start is not None and indicator.kind is Kind.MEASURED:
        slack = half_unit(start[1])
    is_whole = indicator.kind is not Kind.MEASURED and not promise.target.times_baseline
    return Case(
        target=whole_target(promise.target) if is_whole else promise.target,
        unit=indicator.unit,
        better=indicator.better,
        kind=indicator.kind,
        bands=plan.policy.bands,
        path=None,
        start=None if start is None else (start[0], Fraction(start[1])),
        start_slack=slack,
        target_year=plan.target_year(promise.target),
        rule_years=plan.rule_years(promise.target),
        year=promise.year,
        known=promise.filed,
    )


def _every_year(promise: Promise) -> Case:
    return blank_case(promise)._replace(start_basis=promise.indicator.basis_in_plan)


def _by_year(promise: Promise) -> Case:
    """The filed level; a doubling is a bound of twice the baseline."""
    case = blank_case(promise)._replace(start_basis=promise.indicator.basis_in_plan)
    if promise.target.times_baseline:
        multiple = promise.target
        case = case._replace(multiple=multiple, target=multiple.times(_baseline(promise)[1]))
    if promise.target.milestones:
        return _through_milestones(promise, case)
    path = promise.indicator.path or promise.plan.policy.path
    return case._replace(path=Path.LINEAR if path is Path.POINTS else path)


def _through_milestones(promise: Promise, case: Case) -> Case:
    """The case on the way that the plan itself marks, or straight where it marks none."""
    points = tuple((y, Fraction(v)) for y, v in sorted(promise.target.milestones.items()))
    return case._replace(path=Path.POINTS if points else Path.LINEAR, milestones=points)


def _baseline(promise: Promise) -> tuple[int, Decimal]:
    if promise.indicator.start is None:
        raise NotReadyError(Reason.DEFINITION_INCOMPLETE, "baseline")
    return promise.indicator.start


def _cumulative(promise: Promise) -> Case:
    """The sum since the plan began; with a year missing it is a lower bound."""
    case = blank_case(promise)._replace(start=(promise.begin, Fraction(0)), start_slack=Fraction(0))
    case = _through_milestones(promise, case)
    if promise.target.figures is Figures.RUNNING:
        return case
    filed, totals = promise.filed, {}
    parts: list[Actual] = []
    for year in promise.years:
        if (actual := filed.get(year)) and actual.figure:
            parts.append(actual)
        if parts:
            is_floor = len(parts) < year - promise.begin
            figure = sum_of(
                [part.figure for part in parts if part.figure], case.kind, is_floor=is_floor
            )
            totals[year] = composed(promise.name, year, figure, parts)
        elif actual:
            totals[year] = actual
    gap = None
    if len(parts) < len(promise.years):
        gap = _why_absent(filed.get(promise.year)) or Reason.MISSING_YEARS
    return case._replace(known=totals, gap_reason=gap)


def _why_absent(actual: Actual | None) -> Reason | None:
    if actual is None:
        return Reason.NOT_REPORTED
    return actual.value.reason if isinstance(actual.value, Missing) else None


def sum_of(figures: list[Figure], kind: Kind, *, is_floor: bool) -> Figure:
    """The sum of figures with all that their qualifiers allow.

    Raises `NotReadyError` where they leave it without any end.
    """
    counted = figures if kind is Kind.MEASURED else [whole(figure) for figure in figures]
    slack = Fraction(0)
    if kind is Kind.MEASURED:
        slack = sum((figure.rounding for figure in counted), Fraction(0))
    lows, highs = zip(*map(ends, counted), strict=True)
    low, high = _sum_of_ends(lows), None if is_floor else _sum_of_ends(highs)
    total = sum((figure.fraction for figure in counted), Fraction(0))
    exactly = Figure.computed(total, slack)
    if all(figure.exact is None for figure in counted):
        exactly = Figure(exact_decimal(total), is_converted=True, slack=slack)
    return _between(low, high, exactly)


def _sum_of_ends(all_ends: tuple[Point | None, ...]) -> Point | None:
    known = [end for end in all_ends if end is not None]
    if len(known) < len(all_ends):
        return None
    side = next((end.side for end in known if end.side), 0)
    return Point(sum((end.value for end in known), Fraction(0)), side)


def composed(name: str, year: int, figure: Figure | Missing, parts: Sequence[Actual]) -> Actual:
    """A computed value, as unsettled and as approximate as its parts; none of mixed bases."""
    bases = bases_of(part.basis for part in parts)
    if len(bases) > 1:
        figure = Missing(Reason.BASIS_DIFFERS)
    about = any(p.figure and p.figure.qualifier is Qualifier.APPROXIMATE for p in parts)
    if about and isinstance(figure, Figure) and figure.qualifier is Qualifier.EXACT:
        figure = figure._replace(qualifier=Qualifier.APPROXIMATE)
    statuses = [part.status for part in parts]
    status = next((s for s in _UNSETTLED if s in statuses), parts[-1].status)
    return Actual(
        indicator=name,
        year=year,
        value=figure,
        status=status,
        basis=bases[0] if bases else None,
        place=next((p.place for p in reversed(parts) if p.place.path), parts[-1].place),
        parts=tuple(parts),
    )


def _since_baseline(promise: Promise) -> Actuals:
    """Filed levels; growth from a baseline to a level on another basis has no sense."""
    stated = promise.indicator.basis_in_plan
    return {
        year: actual._replace(value=Missing(Reason.BASIS_DIFFERS), parts=(actual,))
        if actual.figure and len(bases_of((stated, actual.basis))) > 1
        else actual
        for year, actual in promise.filed.items()
    }


def is_blank(actual: Actual | None) -> bool:
    """Whether nothing was filed: no row, or an empty cell."""
    if actual is None:
        return True
    return isinstance(actual.value, Missing) and actual.value.reason is Reason.NOT_REPORTED


def _reduction(promise: Promise) -> Case:
    """The fall since the baseline year in per cent: 1 - Π(1 - r) of yearly rates, or of levels."""
    begin, figures = promise.begin, promise.target.figures
    if figures is Figures.LEVELS:
        begin = _positive_baseline(promise)[0]
    case = blank_case(promise)._replace(
        start=(begin, Fraction(0)),
        start_slack=Fraction(0),
        path=Path.LINEAR,
        unit="%",
    )
    if figures is Figures.RUNNING:
        return case
    if figures is Figures.RATES:
        case = case._replace(is_compounded=True)
        return _compounded(promise, case, lambda rest: 100 * (1 - rest), sign=-1)
    printed = _baseline(promise)[1]
    base = Fraction(printed)
    slack = half_unit(printed) if case.kind is Kind.MEASURED else Fraction(0)

    def fall(level: Fraction, base: Fraction) -> Fraction:
        return 100 * (1 - level / base)

    known: dict[int, Actual] = {}
    for year, actual in _since_baseline(promise).items():
        figure = actual.figure
        if figure is None:
            known[year] = actual
            continue
        low, high = ends(figure)
        moved = figure.rounding if case.kind is Kind.MEASURED else Fraction(0)
        value = fall(figure.fraction, base)
        corners = [
            fall(figure.fraction + x, base + b) for x in (-moved, moved) for b in (-slack, slack)
        ]
        computed = _between(
            None if high is None else Point(fall(high.value, base), -high.side),
            None if low is None else Point(fall(low.value, base), -low.side),
            Figure.computed(value, max(abs(corner - value) for corner in corners)),
        )
        known[year] = composed(promise.name, year, computed, [actual])
    return case._replace(known=known, kind=Kind.MEASURED)


def _between(low: Point | None, high: Point | None, otherwise: Figure) -> Figure:
    """The figure that allows the values from low to high; `otherwise` where they are one."""
    if low is None and high is None:
        raise NotReadyError(Reason.BOUNDS_DISAGREE)
    if low is None or high is None:
        end, strict, plain = low, Qualifier.MORE_THAN, Qualifier.AT_LEAST
        if end is None:
            end, strict, plain = high, Qualifier.LESS_THAN, Qualifier.AT_MOST
        assert end is not None  # one of the two is
        bound = Figure.computed(end.value)
        return bound._replace(qualifier=strict if end.side else plain)
    if low.value < high.value:
        upper = Figure.computed(high.value).value
        return Figure.computed(low.value)._replace(qualifier=Qualifier.BETWEEN, upper=upper)
    return otherwise


def _positive_baseline(promise: Promise) -> tuple[int, Decimal]:
    start = _baseline(promise)
    if start[1] <= 0:
        raise NotReadyError(Reason.GROWTH_UNDEFINED)
    return start


def _compounded(
    promise: Promise, case: Case, value_of: Callable[[Fraction], Fraction], *, sign: int
) -> Case:
    """Yearly rates in per cent multiplied up; every year must be known."""
    known: dict[int, Actual] = {}
    parts: list[Actual] = []
    middle = less = more = Fraction(1)
    lowest: Point | None = Point(Fraction(1))
    highest = lowest
    for year in promise.years:
        actual = promise.filed.get(year)
        if actual is None or actual.figure is None:
            if actual is not None and not known:
                known[year] = actual
            break
        parts.append(actual)
        rate, moved = actual.figure.fraction, actual.figure.rounding
        middle *= 1 + sign * rate / 100
        less *= 1 + (sign * rate - moved) / 100
        more *= 1 + (sign * rate + moved) / 100
        down, up = ends(actual.figure)[::sign]
        lowest, highest = _grown(lowest, down, sign), _grown(highest, up, sign)
        value = value_of(middle)
        slack = max(abs(value_of(less) - value), abs(value_of(more) - value))
        reach = [p and Point(value_of(p.value), sign * p.side) for p in (lowest, highest)]
        low, high = reach[::sign]
        figure = _between(low, high, Figure.computed(value, slack))
        known[year] = composed(promise.name, year, figure, parts)
    newest = promise.filed.get(promise.year)
    if newest and promise.year not in known:  # a mark, or a rate after a gap
        filed = [promise.filed[year] for year in promise.years if year in promise.filed]
        told = [each for each in filed if each.figure]
        missing = Missing(Reason.MISSING_YEARS)
        known[promise.year] = (
            composed(promise.name, promise.year, missing, told) if newest.figure else newest
        )
    return case._replace(known=known, kind=Kind.MEASURED)


def _grown(level: Point | None, rate: Point | None, sign: int) -> Point | None:
    """A level after a year of growth (or with `sign` -1 of loss) at a rate in per cent."""
    if level is None or rate is None:
        return None
    return Point(level.value * (1 + sign * rate.value / 100), level.side or sign * rate.side)


def _average_growth(promise: Promise) -> Case:
    """The level that growth of g a year comes to, T = x_b (1 + g)^(Y - b), on a compound path."""
    if promise.target.bound is None:
        raise NotReadyError(Reason.EXTERNAL_STANDARD_MISSING, "target.at_least")
    case = blank_case(promise)._replace(path=Path.COMPOUND)
    if promise.target.figures is Figures.LEVELS:
        first, base = _positive_baseline(promise)
        case = case._replace(known=_since_baseline(promise))
    else:  # an index that begins with 100
        first, base = promise.begin, Decimal(100)
        case = case._replace(
            start=(first, Fraction(base)), start_slack=Fraction(0), unit=f"{first}=100"
        )
    key, rate, _ = promise.target.bound
    factor = 1 + Fraction(rate) / 100
    if factor <= 0:
        raise NotReadyError(Reason.GROWTH_UNDEFINED)
    multiple = promise.target.bounded_by({key: exact_decimal(factor ** (case.target_year - first))})
    case = case._replace(multiple=multiple, target=multiple.times(base))
    if promise.target.figures is Figures.LEVELS:
        return case
    return _compounded(promise, case, lambda index: 100 * index, sign=1)


def _named_set(promise: Promise) -> Case:
    """So many of the members; those that nobody filed may count or not."""
    members = promise.indicator.members
    target = promise.target
    if target.bound is None:
        if not members:
            raise NotReadyError(Reason.DEFINITION_INCOMPLETE, "members")
        target = target.bounded_by({"at_least": Decimal(len(members))})
    case = blank_case(promise)._replace(target=target, kind=Kind.COUNT)
    case = _through_milestones(promise, case)
    known = dict(promise.filed)
    gap = None
    for year in promise.years:
        if not is_blank(known.get(year)):
            continue
        answers = answers_of(promise.name, promise.indicator, year, promise.known)
        parts = list(answers.values())
        refused = _refused(promise, year)
        if parts:
            known[year] = composed(promise.name, year, count_of(members, answers), parts)
        elif refused:
            known[year] = refused._replace(indicator=promise.name)
        if year == promise.year and len(parts) < len(members):
            gap = Reason.ROW_REJECTED if refused else Reason.MISSING_MEMBERS
    return case._replace(known=known, gap_reason=gap)


def _refused(promise: Promise, year: int) -> Actual | None:
    """A member whose row was refused, if there is one."""
    found = (
        promise.known.get(f"{promise.name}/{member}", {}).get(year)
        for member in promise.indicator.members
    )
    return next((a for a in found if _why_absent(a) is Reason.ROW_REJECTED), None)


def answers_of(name: str, indicator: Indicator, year: int, known: Known) -> dict[str, Actual]:
    """The answers that were filed for a set's members in a year."""
    filed = {m: known.get(f"{name}/{m}", {}).get(year) for m in indicator.members}
    return {m: actual for m, actual in filed.items() if actual and actual.figure}


def count_of(members: Mapping[str, object], answers: Mapping[str, Actual]) -> Figure:
    """How many members count: a number, or from that number on with the unknown ones."""
    yes = sum((a.figure.value for a in answers.values() if a.figure), Decimal(0))
    unknown = len(members) - len(answers)
    if not unknown:
        return Figure(yes)
    return Figure(yes, Qualifier.BETWEEN, yes + unknown)


_FORMS: Mapping[Form, Callable[[Promise], Case]] = {
    Form.BY_YEAR: _by_year,
    Form.EVERY_YEAR: _every_year,
    Form.CUMULATIVE: _cumulative,
    Form.CUMULATIVE_REDUCTION: _reduction,
    Form.AVERAGE_GROWTH: _average_growth,
    Form.NAMED_SET: _named_set,
}
_NEEDS_FIGURES = (Form.CUMULATIVE, Form.CUMULATIVE_REDUCTION, Form.AVERAGE_GROWTH)
