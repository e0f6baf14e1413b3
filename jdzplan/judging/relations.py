"""Relations: one series against another or against its own past, each year or over the period."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from jdzplan.actuals import Actual, Figure, Qualifier, Status
from jdzplan.judging.assessment import Outcome, PeriodVerdict
from jdzplan.judging.basis import is_mixed
from jdzplan.judging.bounds import Point, ends, whole
from jdzplan.judging.by_year import absence
from jdzplan.judging.derive import Figures
from jdzplan.judging.every_year import period_of
from jdzplan.plan import Amendment, Kind, Plan, Relation, RelationRule
from jdzplan.verdicts import Flag, Reason, Verdict

Ends = tuple[Point | None, Point | None]
_FLAGS = {
    Status.SAMPLE: Flag.SAMPLE,
    Status.PRELIMINARY: Flag.PROVISIONAL,
    Status.ESTIMATED: Flag.PROVISIONAL,
}


class RelationAssessment(NamedTuple):
    """A verdict on one relation in one year, with the figures on its sides.

    `rate` is the number in force, in per cent.
    """

    relation: str
    year: int
    verdict: Verdict
    reason: Reason | None = None
    flags: tuple[Flag, ...] = ()
    sides: tuple[Actual, ...] = ()
    lacking: tuple[str, ...] = ()
    period: PeriodVerdict | None = None
    rate: Decimal | None = None
    amendments: tuple[Amendment, ...] = ()
    original: "RelationAssessment | None" = None


class _OpenError(Exception):
    """A comparison that cannot be made, with the reason and the ids that lack a figure."""

    def __init__(self, reason: Reason, lacking: str = "") -> None:
        super().__init__(reason)
        self.reason, self.lacking = reason, lacking


class _Question(NamedTuple):
    """One relation in one year; `since` is the year it is compared with."""

    figures: Figures
    relation: Relation
    since: int
    year: int

    def figure(self, key: str, year: int) -> Figure:
        """The figure of a side; raises `_OpenError` where there is none."""
        actual = self.figures.find(key, year)
        if actual is None or actual.figure is None:
            is_mixed_up = absence(actual) is Reason.BASIS_DIFFERS
            raise _OpenError(Reason.BASIS_DIFFERS if is_mixed_up else Reason.NO_REFERENCE, key)
        is_measured = self.figures.plan.measures[key].kind is Kind.MEASURED
        return actual.figure if is_measured else whole(actual.figure)

    def quotient(self, a: Figure, b: Figure, key: str) -> Ends:
        """The lowest and highest value of a / b; b must be above zero for certain."""
        (low, high), (least, most) = ends(a), ends(b)
        if least is None or least <= Point(Fraction(0)):
            undefined = most is not None and most <= Point(Fraction(0))
            exactly = least is not None and least == most
            raise _OpenError(
                Reason.GROWTH_UNDEFINED if undefined or exactly else Reason.BOUNDS_DISAGREE, key
            )
        return _over(low, most, least), _over(high, least, most)

    def growth(self, key: str) -> Ends:
        """x_t / x_s, which orders as growth does; x_s must be above zero."""
        now, before = self.figure(key, self.year), self.figure(key, self.since)
        return self.quotient(now, before, key)

    @property
    def rate(self) -> Fraction:
        """The number that another document sets."""
        if self.relation.rate is None or self.relation.rate.value is None:
            raise _OpenError(Reason.EXTERNAL_STANDARD_MISSING)
        return Fraction(self.relation.rate.value) / 100

    @property
    def than(self) -> str:
        """The id of the other side."""
        return self.relation.than or ""

    def sides(self) -> Iterator[tuple[str, Actual | None]]:
        """Every id the comparison looks at, with its figures as far as they are known."""
        return self.compared(*self.relation.of)

    def compared(self, *keys: str) -> Iterator[tuple[str, Actual | None]]:
        """Some of the series, and what they are compared with."""
        over_time = self.relation.rule in _OVER_TIME
        for key in (*keys, *filter(None, (self.relation.than,))):
            for year in (self.since, self.year) if over_time else (self.year,):
                actual = self.figures.find(key, year)
                yield key, actual if actual is not None and actual.figure else None


def _over(a: Point | None, b: Point | None, otherwise: Point | None) -> Point | None:
    """An end of a quotient: a over b, but over the other end where a is below zero."""
    if a is None:
        return None
    divisor = b if a.value >= 0 else otherwise
    if divisor is None:  # by ever more: as near to zero as you like
        return Point(Fraction(0), (a.value > 0) - (a.value < 0) or a.side)
    side = a.side or -divisor.side * ((a.value > 0) - (a.value < 0))
    return Point(a.value / divisor.value, side)


def _not_fall(ask: _Question, key: str) -> bool:
    """x_t >= x_s; equality keeps it."""
    return not _is_more(ends(ask.figure(key, ask.since)), ends(ask.figure(key, ask.year)), key)


def _rise(ask: _Question, key: str) -> bool:
    """x_t > x_s; equality breaks it."""
    return _is_more(ends(ask.figure(key, ask.year)), ends(ask.figure(key, ask.since)), key)


def _improves(ask: _Question, key: str) -> bool:
    """x_t < x_s: a rank that is better than it was, a quantity that falls."""
    return _is_more(ends(ask.figure(key, ask.since)), ends(ask.figure(key, ask.year)), key)


def _faster_than(ask: _Question, key: str) -> bool:
    """g_of > g_than, also where both are negative."""
    return _is_more(ask.growth(key), ask.growth(ask.than), key)


def _more_than(ask: _Question, key: str) -> bool:
    """x_of > x_than in the same year."""
    return _is_more(ends(ask.figure(key, ask.year)), ends(ask.figure(ask.than, ask.year)), key)


def _at_least_ratio(ask: _Question, key: str) -> bool:
    """x_of / x_than >= rate."""
    rate = Point(ask.rate)
    part, whole = ask.figure(key, ask.year), ask.figure(ask.than, ask.year)
    return not _is_more((rate, rate), ask.quotient(part, whole, ask.than), key)


def _average_growth(ask: _Question, key: str) -> bool:
    """x_t >= x_s (1 + g)^(t - s)."""
    required = Point((1 + ask.rate) ** (ask.year - ask.since))
    return not _is_more((required, required), ask.growth(key), key)


_RULES: dict[RelationRule, Callable[[_Question, str], bool]] = {
    RelationRule.NOT_FALL: _not_fall,
    RelationRule.RISE: _rise,
    RelationRule.NOT_RISE: lambda ask, key: not _rise(ask, key),
    RelationRule.FALL: _improves,
    RelationRule.FASTER_THAN: _faster_than,
    RelationRule.MORE_THAN: _more_than,
    RelationRule.AT_LEAST_RATIO: _at_least_ratio,
    RelationRule.AVERAGE_GROWTH: _average_growth,
    RelationRule.ANY_IMPROVES: _improves,
}
_OVER_TIME = (
    RelationRule.NOT_FALL,
    RelationRule.RISE,
    RelationRule.NOT_RISE,
    RelationRule.FALL,
    RelationRule.FASTER_THAN,
    RelationRule.AVERAGE_GROWTH,
    RelationRule.ANY_IMPROVES,
)


def _is_more(a: Ends, b: Ends, key: str) -> bool:
    """Whether a > b for all values they allow; raises `_OpenError` if only for some."""
    (a_low, a_high), (b_low, b_high) = a, b
    if a_low is not None and b_high is not None and _is_above(a_low, b_high):
        return True
    if a_high is not None and b_low is not None and not _is_above(a_high, b_low):
        return False
    raise _OpenError(Reason.BOUNDS_DISAGREE, key)


def _is_above(a: Point, b: Point) -> bool:
    """Just above 5 is above 5, and above just below 5; but not above another just above 5."""
    return a.value > b.value or (a.value == b.value and a.side > b.side)


def assess_relation(figures: Figures, name: str, year: int) -> RelationAssessment:
    """Judge relation `name` in `year`; raises KeyError for an unknown name only."""
    plan: Plan = figures.plan
    relation, period = plan.relations[name], plan.plan.period
    blank = RelationAssessment(
        relation=name,
        year=year,
        verdict=Verdict.NOT_ASSESSED,
        rate=relation.rate.value if relation.rate else None,
    )
    if relation.rule is RelationRule.STATEMENT:
        return blank._replace(reason=Reason.NEVER_JUDGED)
    if not period.first <= year <= period.last:
        return blank._replace(reason=Reason.OUTSIDE_PERIOD)
    is_yearly = relation.is_yearly
    since = year - 1 if is_yearly else period.baseline
    ask = _Question(figures, relation, since, year)
    (verdict, reason), lacking = _answer(ask)
    kept: PeriodVerdict | None = None
    if is_yearly:
        years = range(period.first, year + 1)
        so_far = {y: _answer(ask._replace(since=y - 1, year=y))[0] for y in years}
        kept = period_of(so_far, is_over=year == period.last)
    elif year < period.last and reason is None:
        verdict = Verdict.ON_TRACK if verdict is Verdict.ACHIEVED else Verdict.BEHIND
    sides = tuple(side for _, side in ask.sides() if side is not None)
    if reason is Reason.NO_REFERENCE:
        lacking = _once(key for key, side in ask.sides() if side is None)
    raised = {_FLAGS[side.status] for side in sides if side.status in _FLAGS}
    told = [side.figure for side in sides if side.figure]
    if verdict is not Verdict.NOT_ASSESSED and any(figure.is_bounded for figure in told):
        raised.add(Flag.BOUNDED)
    if any(figure.qualifier is Qualifier.APPROXIMATE for figure in told):
        raised.add(Flag.APPROXIMATE)
    if any(note.could_change_verdict and note.is_open for note in relation.notes):
        raised.add(Flag.DEFINITION_UNCONFIRMED)
    return blank._replace(
        verdict=verdict,
        reason=reason,
        flags=tuple(flag for flag in Flag if flag in raised),
        sides=sides,
        lacking=lacking,
        period=kept,
    )


def _answer(ask: _Question) -> tuple[Outcome, tuple[str, ...]]:
    """Kept or not; with several series all must, of `any_improves` one. What is certain decides."""
    rule = ask.relation.rule
    answers: list[bool | _OpenError] = []
    for key in ask.relation.of:
        try:
            answers.append(_kept(ask, key))
        except _OpenError as why:
            answers.append(why)
    decisive = rule is RelationRule.ANY_IMPROVES
    open_ones = [answer for answer in answers if isinstance(answer, _OpenError)]
    if decisive not in answers and open_ones:
        reason = open_ones[0].reason
        lacking = _once(why.lacking for why in open_ones if why.reason is reason)
        return (Verdict.NOT_ASSESSED, reason), lacking
    kept = decisive if decisive in answers else not decisive
    return (Verdict.ACHIEVED if kept else Verdict.MISSED, None), ()


def _kept(ask: _Question, key: str) -> bool:
    """The rule's answer for one series; figures of mixed bases give none."""
    kept = _RULES[ask.relation.rule](ask, key)
    if is_mixed(side for _, side in ask.compared(key)):
        raise _OpenError(Reason.BASIS_DIFFERS, key)
    return kept


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, words)))
