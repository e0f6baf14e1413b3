"""The steps from a figure to its verdict, each as one line with its numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jdzplan.actuals import Actual, Figure, significant
from jdzplan.judging.assessment import Assessment
from jdzplan.judging.trajectory import mean_growth
from jdzplan.plan import Bands, Better, Figures, Form, Indicator, Path, Plan, Target
from jdzplan.verdicts import Reason, Verdict
from jdzplan.wording.sentences import bound_text, decimals, figure_text, inert, pace_text
from jdzplan.wording.words import Words
from jdzplan.wording.working import working_words

_SIGNS = {"at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<"}
_DIGITS = 12  # as many as anyone types into a calculator
_PRINTED = 6  # more digits were computed, not published


def number(value: Fraction | Decimal) -> str:
    """A number to go on with: exact where it ends within 12 places, else 6 significant digits.

    A printed number keeps its digits.

    >>> number(Fraction(17, 100)), number(Fraction(17, 30))
    ('0.17', '0.566667')
    """
    whole = Fraction(value)
    if (whole * 10**_DIGITS).denominator == 1:
        is_printed = isinstance(value, Decimal) and -int(value.as_tuple().exponent) <= _PRINTED
        return f"{value:f}" if is_printed else decimals(whole, _DIGITS)
    return f"{significant(value):f}"


@dataclass(frozen=True)
class Steps:
    """One assessment of a plan, told step by step in one language."""

    plan: Plan
    assessment: Assessment
    target: Target
    words: Words

    @property
    def says(self) -> Mapping[str, str]:
        """The phrases of the language."""
        return working_words(self.words.language)

    @property
    def indicator(self) -> Indicator:
        """The indicator judged."""
        return self.plan.indicators[self.assessment.indicator]

    def say(self, key: str, **values: object) -> str:
        """A phrase filled in; numbers as they are to be gone on with."""
        told = {
            name: number(value) if isinstance(value, Fraction | Decimal) else value
            for name, value in values.items()
        }
        return self.says[key].format_map(told)

    @property
    def value(self) -> Fraction:
        """The number that was judged: of a bound its printed end, of an interval the worse one."""
        numbers, baseline = self.assessment.numbers, self.assessment.baseline
        if numbers.achieved_per_year is not None and baseline is not None:
            years = self.assessment.year - baseline[0]
            return Fraction(baseline[1]) + numbers.achieved_per_year * years
        assert self.assessment.actual is not None  # steps are told of figures
        assert self.assessment.actual.figure is not None
        return self.assessment.actual.figure.fraction

    @property
    def goal(self) -> Fraction:
        """The bound that is climbed to; of a band, the edge nearer the baseline."""
        target, baseline = self.assessment.target, self.assessment.baseline
        low, high = target.lower, target.upper
        if low and high:
            is_above = baseline is not None and baseline[1] > high.value
            return Fraction(high.value if is_above else low.value)
        end = low or high
        assert end is not None  # without a bound there is no verdict, and no steps
        return Fraction(end.value)

    def of_value(self) -> Iterator[str]:
        """How the value judged came about, where it is not simply the figure filed."""
        actual, target = self.assessment.actual, self.target
        if target.times_baseline and self.assessment.baseline and target.bound:
            base, factor = self.assessment.baseline[1], target.bound[1]
            yield self.say("times", base=base, factor=factor, value=self.goal)
        if target.form is Form.AVERAGE_GROWTH and self.assessment.baseline and target.bound:
            first, base = self.assessment.baseline
            years = self.assessment.target_year - first
            rate = target.bound[1]
            yield self.say("growth_target", base=base, rate=rate, years=years, value=self.goal)
        if actual is not None and actual.figure is not None and actual.parts:
            yield self._made_of(actual, actual.figure)

    def _made_of(self, actual: Actual, figure: Figure) -> str:
        form, figures = self.target.form, self.target.figures
        parts = [part for part in actual.parts if part.figure]
        printed = [inert(figure_text(part.figure, self.words)) for part in parts if part.figure]
        value = figure_text(figure, self.words)
        if form is Form.NAMED_SET:
            done = [p for p in parts if p.figure and p.figure.value]
            names = [self.plan.measures[p.indicator].name.get(self.words.language) for p in done]
            listed = inert(self.words.all_of.join(names)) or self.says["none"]
            return self.say("count", names=listed, value=value)
        if form is Form.CUMULATIVE and figures is Figures.FLOWS:
            return self.say("sum", terms=" + ".join(printed), value=value)
        if figures is Figures.RATES:
            sign, key = ("-", "loss") if form is Form.CUMULATIVE_REDUCTION else ("+", "product")
            terms = " × ".join(f"(1 {sign} {rate}%)" for rate in printed)
            return self.say(key, terms=terms, value=value)
        if form is Form.CUMULATIVE_REDUCTION and figures is Figures.LEVELS:
            base = self.indicator.start
            return self.say("fall", level=printed[0], base=base and base[1], value=value)
        formula = inert(self.plan.measures[actual.indicator].formula or "")
        terms = self.words.all_of.join(
            f"{part.indicator} = {text}" for part, text in zip(parts, printed, strict=True)
        )
        return self.say("formula", formula=formula, terms=inert(terms), value=value)

    def of_verdict(self) -> Iterator[str]:
        """The order of decision, with the arithmetic of each step."""
        done = self.assessment
        if done.year > done.target_year:
            yield self.say("stands", due=done.target_year)
        if done.actual and done.actual.figure and done.actual.figure.is_bounded:
            if done.reason is Reason.BOUNDS_DISAGREE:
                return
            shown = figure_text(done.actual.figure, self.words)
            yield self.say("bounded", value=shown, end=self.value)
        yield self._met()
        if done.verdict is Verdict.ACHIEVED:
            return
        if done.verdict is Verdict.MISSED:
            yearly = self.target.form is Form.EVERY_YEAR
            yield self.say("missed_year" if yearly else "missed", due=done.target_year)
            return
        yield self.say("not_due", due=done.target_year)
        if done.baseline is None:
            yield self.say("no_start")
        elif done.verdict is Verdict.REGRESSED:
            yield self.say("regressed", base=done.baseline[1])
        else:
            yield from self._paced(done.baseline)

    def _met(self) -> str:
        target, is_met = self.assessment.target, self.assessment.verdict is Verdict.ACHIEVED
        assert target.bound is not None  # without a bound there is no verdict, and no steps
        key, bound, _ = target.bound
        if target.between:
            between = bound_text(target, self.words)
            return self.say("inside" if is_met else "outside", value=self.value, bound=between)
        # A computed bound has more digits than anyone printed.
        is_printed = -int(bound.as_tuple().exponent) < _PRINTED
        shown = bound if is_printed else self.goal
        return self.say(
            "met" if is_met else "not_met", value=self.value, sign=_SIGNS[key], bound=shown
        )

    def _paced(self, baseline: tuple[int, Decimal]) -> Iterator[str]:
        done, numbers = self.assessment, self.assessment.numbers
        if done.path is Path.COMPOUND:
            yield from self._grown(baseline)
        else:
            yield from self._gone(baseline)
        if numbers.pace is not None and done.verdict is not Verdict.NOT_ASSESSED:
            yield self._band(self.plan.policy.bands, numbers.pace)
        elif done.reason:
            yield self.say("no_pace", reason=self.words.reasons[done.reason])
        else:
            yield self.say("verdict", verdict=self.words.verdicts[done.verdict])

    def _grown(self, baseline: tuple[int, Decimal]) -> Iterator[str]:
        done, numbers = self.assessment, self.assessment.numbers
        (first, base), goal = baseline, self.goal
        if numbers.growth is None or numbers.pace is None:
            return
        gone, years = done.year - first, done.target_year - first
        required = mean_growth(Fraction(base), goal, years)
        assert required is not None  # there is a pace
        pace = self._pace_shown(numbers.pace)
        growth = numbers.growth
        yield self.say("growth_done", value=self.value, base=base, gone=gone, growth=growth)
        yield self.say("growth_due", goal=goal, base=base, years=years, required=required)
        yield self.say("growth_pace", growth=growth, required=required, pace=pace)

    def _gone(self, baseline: tuple[int, Decimal]) -> Iterator[str]:
        done, numbers = self.assessment, self.assessment.numbers
        (first, base), goal, value = baseline, self.goal, self.value
        if numbers.share is None or numbers.elapsed is None or numbers.expected is None:
            return
        if self.indicator.better is Better.WITHIN:
            way = abs(goal - Fraction(base))
            left = (1 - numbers.share) * way
            yield self.say("share_band", left=left, way=way, share=numbers.share)
        else:
            gone, way = value - Fraction(base), goal - Fraction(base)
            yield self.say(
                "share", value=value, base=base, goal=goal, done=gone, way=way, share=numbers.share
            )
        planned = numbers.elapsed
        if done.path is Path.POINTS:
            planned = abs(numbers.expected - Fraction(base)) / abs(goal - Fraction(base))
            if numbers.pace is None:
                yield self.say("nothing_yet", year=done.year, expected=numbers.expected)
                return
            expected = numbers.expected
            yield self.say("planned", expected=expected, base=base, goal=goal, planned=planned)
        else:
            due = done.target_year
            gone_years, years = done.year - first, due - first
            values = {"year": done.year, "first": first, "due": due, "gone": gone_years}
            yield self.say("elapsed", **values, years=years, elapsed=planned)
        if numbers.pace is not None:
            pace = self._pace_shown(numbers.pace)
            yield self.say("pace", share=numbers.share, elapsed=planned, pace=pace)

    def _pace_shown(self, pace: Fraction | Decimal) -> str:
        return pace_text(pace, self.plan.policy.bands, places=4)

    def _band(self, bands: Bands, pace: Fraction | Decimal) -> str:
        cuts = {
            Verdict.AHEAD: (bands.ahead, None),
            Verdict.ON_TRACK: (bands.on_track, bands.ahead),
            Verdict.LAGGING: (bands.lagging, bands.on_track),
            Verdict.BEHIND: (bands.behind, bands.lagging),
            Verdict.DETERIORATING: (None, bands.behind),
        }
        low, high = cuts[self.assessment.verdict]
        key = "band_above" if high is None else "band_below" if low is None else "band"
        verdict = self.words.verdicts[self.assessment.verdict]
        shown = {
            name: f"{cut:f}" for name, cut in (("low", low), ("high", high)) if cut is not None
        }
        return self.say(key, pace=self._pace_shown(pace), verdict=verdict, **shown)
