"""Derived figures: what a formula makes of the figures that were filed or that the plan prints."""

from fractions import Fraction

from jdzplan.actuals import Actual, Figure, Missing
from jdzplan.findings import Place
from jdzplan.judging.assessment import Actuals, Known
from jdzplan.judging.bounds import Point, ends, whole
from jdzplan.judging.formula import Span, evaluate, names_in
from jdzplan.judging.prepare import composed, is_blank
from jdzplan.plan import Kind, Plan
from jdzplan.verdicts import Reason


def reach(figure: Figure, *, is_measured: bool) -> tuple[Point | None, Point | None]:
    """The lowest and the highest value that a figure may stand for, rounding included."""
    low, high = ends(figure if is_measured else whole(figure))
    moved = figure.rounding if is_measured else Fraction(0)
    return (
        None if low is None else Point(low.value - moved, low.side),
        None if high is None else Point(high.value + moved, high.side),
    )


class Figures:
    """Every figure by id and year: as the plan prints it, else as filed, else as computed."""

    def __init__(self, plan: Plan, known: Known) -> None:
        self.plan, self.known = plan, known
        self._computed: dict[tuple[str, int], Actual | None] = {}

    def find(self, key: str, year: int) -> Actual | None:
        """What is known of a quantity in a year; a row that says why not is an answer too."""
        if (value := self.plan.measures[key].in_plan.get(year)) is not None:
            figure = Figure(value, printed=f"{value:f}")
            basis = self.plan.measures[key].basis_in_plan
            return Actual(indicator=key, year=year, value=figure, basis=basis, place=Place(""))
        filed = self.known.get(key, {}).get(year)
        return self.compute(key, year) or filed if is_blank(filed) else filed

    def compute(self, key: str, year: int) -> Actual | None:
        """What a quantity's formula gives, whatever was filed; None without a formula or inputs."""
        formula = self.plan.measures[key].formula
        if formula is None:
            return None
        at = (key, year)
        if at not in self._computed:
            parts = [self.find(name, year) for name in names_in(formula)]
            operands = [part for part in parts if part is not None and part.figure]
            self._computed[at] = None
            if len(operands) == len(parts):
                self._computed[at] = composed(key, year, self._value(formula, year), operands)
        return self._computed[at]

    def _value(self, formula: str, year: int) -> Figure | Missing:
        """What a formula gives, or why figures that are all there give nothing."""
        names = names_in(formula)
        if any(self._span(name, year) is None for name in names):
            return Missing(Reason.BOUNDS_DISAGREE)
        span = evaluate(formula, lambda name: self._span(name, year))
        if span is None:
            return Missing(Reason.GROWTH_UNDEFINED)
        return Figure.computed(span.value, max(span.value - span.low, span.high - span.value))

    def gap(self, key: str, year: int, reported: Figure) -> Figure | None:
        """What the formula gives, if print cannot explain how far `reported` lies from it."""
        computed = self.compute(key, year)
        if computed is None or computed.figure is None:
            return None
        is_measured = self.plan.measures[key].kind is Kind.MEASURED
        low, high = reach(reported, is_measured=is_measured)
        least, most = reach(computed.figure, is_measured=True)
        is_below = high is not None and least is not None and high < least
        is_above = low is not None and most is not None and low > most
        return computed.figure if is_below or is_above else None

    def _span(self, key: str, year: int) -> Span | None:
        actual = self.find(key, year)
        if actual is None or actual.figure is None or actual.figure.is_bounded:
            return None
        value, is_measured = actual.figure.fraction, self.plan.measures[key].kind is Kind.MEASURED
        slack = actual.figure.rounding if is_measured else 0
        return Span(value, value - slack, value + slack)


def with_derived(plan: Plan, known: Known, years: range) -> dict[str, Actuals]:
    """What is known, with computed values where a formula has all it needs and nothing is filed."""
    figures = Figures(plan, known)
    whole = {key: dict(actuals) for key, actuals in known.items()}
    for key, measure in plan.measures.items():
        for year in years if measure.formula else ():
            if year not in measure.in_plan and is_blank(whole.get(key, {}).get(year)):
                computed = figures.compute(key, year)
                if computed is not None:
                    whole.setdefault(key, {})[year] = computed
    return dict(whole)
