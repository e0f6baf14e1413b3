"""A verdict redone on paper: what it rests on, each step with its numbers, what it would take.

Whoever has a pocket calculator reaches the same verdict from this text alone.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jdzplan.actuals import Actual, Qualifier
from jdzplan.formats.chart import ACTUAL, EXPECTED, SAMPLE, TARGET, Mark, chart
from jdzplan.formats.flags import flag_lines
from jdzplan.formats.steps import Steps, number
from jdzplan.formats.text import width
from jdzplan.judging.assessment import Assessment, Outlook, PeriodVerdict
from jdzplan.judging.in_force import Versions
from jdzplan.plan import Form, Grounds, Kind, Plan, Source, Target
from jdzplan.verdicts import Flag, Reason, Verdict
from jdzplan.wording.adjustments import adjusted, revisions_text
from jdzplan.wording.sentences import (
    SAMPLE_MARK,
    amount_text,
    bound_text,
    change_text,
    decimals,
    figure_text,
    inert,
    pace_text,
    parts_text,
    percent,
    places_of,
    rate_text,
    reason_text,
    unit_name,
    verdict_text,
    vintages_text,
)
from jdzplan.wording.words import Words
from jdzplan.wording.working import odds_text, working_words

_INDENT = "  "
_YEAR_COLUMNS = ("actual", "expected", "share", "elapsed", "pace", "verdict")


def render(plan: Plan, history: Sequence[Assessment], words: Words) -> str:
    """The last of the assessments of one indicator redone, with those of the years before it."""
    page = working(Versions(plan).of(history[-1].year), history, words)
    parts = [
        [page.title()],
        page.section("grounds", page.grounds()),
        page.section("value", page.steps.of_value()),
        page.section("steps", page.verdict()),
        page.section("outlook", page.outlook()),
        page.section("flags", flag_lines(page.steps, history)),
        page.section("years", page.years()),
        page.section("chart", page.chart()),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def working(in_force: Plan, history: Sequence[Assessment], words: Words) -> "Working":
    """The working of the last of the assessments of one indicator, by the plan in force then."""
    done = history[-1]
    steps = Steps(in_force, done, in_force.indicators[done.indicator].target, words)
    return Working(steps, history)


class Working:
    """One indicator's working: the lines of each of its parts."""

    def __init__(self, steps: Steps, history: Sequence[Assessment]) -> None:
        self.steps, self.history = steps, history
        self.done, self.plan, self.words = steps.assessment, steps.plan, steps.words
        self.indicator = steps.indicator
        self.unit = unit_name(self.done.unit or self.indicator.unit, self.words)
        if self.words.language == "en" and self.unit not in ("", "%"):
            self.unit = " " + self.unit

    def section(self, key: str, lines: Iterator[str]) -> list[str]:
        """A heading with its lines; nothing where there are none."""
        told = [_INDENT + line for line in lines]
        return [working_words(self.words.language)[key], *told] if told else []

    def title(self) -> str:
        """Name, id, year, verdict, and why there is none."""
        done, words = self.done, self.words
        title = self.steps.say(
            "title",
            name=inert(self.indicator.name.get(words.language)),
            id=inert(done.indicator),
            year=done.year,
            verdict=verdict_text(done, self.indicator, words),
            mark=SAMPLE_MARK if Flag.SAMPLE in done.flags else "",
        )
        reason = reason_text(done, self.indicator, words)
        return title + ("\n" + self.steps.say("because", reason=reason) if reason else "")

    def grounds(self) -> Iterator[str]:
        """Baseline, target and actual, each with where it stands; the path between them."""
        done, say = self.done, self.steps.say
        if self.indicator.start:
            first, base = self.indicator.start
            line = say("baseline", year=first, value=f"{base:f}", unit=self._own_unit())
            basis = self.indicator.basis_in_plan
            yield self._join(line, say("basis", basis=inert(basis)) if basis else "")
        else:
            yield say("no_baseline")
        yield from revisions_text(done, self.words)
        target = self.steps.target
        yield self._join(self._target(target), *self._remarks(target))
        if target.milestones:
            points = [say("point", year=y, value=v) for y, v in sorted(target.milestones.items())]
            yield say("milestones", points=self.words.all_of.join(points))
        if done.actual is None or done.actual.figure is None:
            yield say("no_actual", year=done.year)
            if done.actual and done.actual.parts:
                yield say("filed", parts=parts_text(done.actual, self.plan, self.words))
        elif not done.actual.parts:
            yield self._actual(done.actual)
        if releases := vintages_text(done, self.words):
            yield releases
        if done.path and done.trajectory:
            yield say(f"path_{done.path.value}")

    def _own_unit(self) -> str:
        name = unit_name(self.indicator.unit, self.words)
        return (" " if self.words.language == "en" and name not in ("", "%") else "") + name

    def _target(self, target: Target) -> str:
        say = self.steps.say
        if target.form is Form.EVERY_YEAR:
            years = self.plan.rule_years(target)
            span = say("each", first=years[0], last=years[-1])
        else:
            span = say("by", year=self.done.target_year)
        if target.form not in (Form.BY_YEAR, Form.EVERY_YEAR):
            span += self.words.all_of + self.words.forms[target.form]
        unit = self._own_unit()
        if target.times_baseline:
            unit = say("times_unit")
        elif target.form in (Form.AVERAGE_GROWTH, Form.CUMULATIVE_REDUCTION):
            unit = "%"
        # Without a bound of its own a set asks for all its members, and a rate is still to come.
        stated = target if target.bound else self.done.target
        bound = bound_text(stated, self.words)
        return say("target", span=span, bound=bound, unit=unit if stated.bound else "")

    def _remarks(self, target: Target) -> Iterator[str]:
        if target.printed:
            yield self.steps.say("printed", printed=inert(target.printed))
        if target.reading is Grounds.ASSUMED:
            yield self.steps.say("assumed")
        if target.by_reading is Grounds.ASSUMED:
            yield self.steps.say("assumed_year")
        source = self.words.all_of.join(map(self._source, self.indicator.source))
        yield self.steps.say("source", source=source)

    def _source(self, source: Source) -> str:
        """Where a number is printed: 第一章第五节表1, or another document with its date."""
        places = ("chapter", "section", "table", "box", "item")
        told = [
            self.steps.say(key, number=value) if isinstance(value, int) else str(value)
            for key in places
            if (value := getattr(source, key)) is not None
        ]
        if source.document:
            title, date = source.document, source.date
            told = [self.steps.say("document", title=title, date=date) if date else title, *told]
        return inert(("" if self.words.language == "zh" else " ").join(told))

    def _actual(self, actual: Actual) -> str:
        assert actual.figure is not None  # asked for only where there is one
        value = figure_text(actual.figure, self.words)
        stated = [self.words.statuses[actual.status]] if actual.status else []
        if actual.basis:
            stated.append(self.steps.say("basis", basis=inert(actual.basis)))
        if actual.released:
            stated.append(self.steps.say("released", released=actual.released))
        if actual.source:
            stated.append(self.steps.say("source", source=inert(actual.source)))
        if actual.place.path:
            stated.append(inert(actual.place.row))
        line = self.steps.say("actual", year=actual.year, value=value, unit=self._own_unit())
        return self._join(line, *stated)

    def _join(self, *parts: str) -> str:
        return self.words.needs["stop"].join(part for part in parts if part)

    def verdict(self) -> Iterator[str]:
        """The steps, and the same promise read otherwise or over the years."""
        done, words, say = self.done, self.words, self.steps.say
        figure = done.actual.figure if done.actual else None
        is_open = done.reason in (None, Reason.NO_BASELINE, Reason.GROWTH_UNDEFINED)
        if figure is not None and is_open and done.target.bound is not None:
            yield from self.steps.of_verdict()
        for other in done.readings:
            name = inert(self.indicator.readings[other.reading or ""].name.get(words.language))
            verdict = self._with_reason(words.verdicts[other.verdict], other.reason)
            told = say("other", name=name, verdict=verdict)
            yield self._join(told, vintages_text(other, words))
        if done.period:
            yield self._period(done.period)
        yield from adjusted(done, self.plan, words)

    def _with_reason(self, verdict: str, reason: Reason | None) -> str:
        return self._join(verdict, self.words.reasons[reason]) if reason else verdict

    def _period(self, period: PeriodVerdict) -> str:
        words = self.words
        told = [self.steps.say("period", verdict=words.verdicts[period.verdict])]
        for key, years in (
            ("missed_years", period.missed_years),
            ("unknown_years", period.unknown_years),
        ):
            if years:
                told.append(self.steps.say(key, years=words.all_of.join(map(str, years))))
        return self._join(*told)

    def outlook(self) -> Iterator[str]:
        """Expected against actual, what it would take from here, and the odds."""
        done, numbers, say = self.done, self.done.numbers, self.steps.say
        if numbers.expected is not None and numbers.gap is not None:
            key = "better" if numbers.gap > 0 else "worse" if numbers.gap else "equal"
            gap = say(key, amount=self._amount(abs(numbers.gap)))
            yield say("expected", year=done.year, expected=numbers.expected, gap=gap)
        if not done.verdict.is_fine or done.verdict is not Verdict.ACHIEVED:
            yield from self._take()
        if done.outlook:
            yield self._odds(done.outlook)

    def _take(self) -> Iterator[str]:
        """Change needed against change achieved, and when the target would be met."""
        done, numbers, say = self.done, self.done.numbers, self.steps.say
        if numbers.distance is None or numbers.needed_per_year is None or not numbers.distance:
            return
        if self.indicator.kind is Kind.RANK:  # a fraction of a place a year says nothing
            distance = self._amount(abs(numbers.distance))
            yield self.words.needs["short"].format(distance=distance, due=done.target_year)
            return
        sign = -1 if self.steps.target.form is Form.CUMULATIVE_REDUCTION else 1
        grows = numbers.needed_growth is not None and numbers.growth is not None
        distance = self._amount(abs(numbers.distance))
        years = done.target_year - done.year
        if numbers.needed_growth is not None and numbers.growth is not None:
            needed = rate_text(sign * numbers.needed_growth, self.words)
            yield say("needed_growth", distance=distance, years=years, needed=needed)
        else:
            needed = self._change(numbers.needed_per_year)
            yield say("needed", distance=distance, years=years, needed=needed)
        if done.baseline is None or numbers.achieved_per_year is None:
            return
        gone = done.year - done.baseline[0]
        if grows and numbers.growth is not None:
            achieved = rate_text(sign * numbers.growth, self.words)
            told = [say("achieved_growth", years=gone, achieved=achieved)]
        else:
            told = [say("achieved", years=gone, achieved=self._change(numbers.achieved_per_year))]
        if numbers.acceleration is not None:
            told.append(say("factor", factor=decimals(numbers.acceleration, 2)))
        reached = numbers.reached_in
        told.append(say("never") if reached is None else say("reached", year=reached))
        yield self._join(*told)

    def _amount(self, value: Fraction) -> str:
        return amount_text(value, self._places() + 2, self.done.unit, self.words)

    def _change(self, value: Fraction) -> str:
        if not value:
            return self.words.needs["unchanged"]
        return change_text(value, self._places() + 2, self.done.unit, self.words)

    def _places(self) -> int:
        return places_of(self.indicator, self.done.actual.figure if self.done.actual else None)

    def _odds(self, outlook: Outlook) -> str:
        places = self._places() + 1
        low, high = (Fraction(end) for end in (outlook.low, outlook.high))
        line = self.steps.say(
            "odds",
            changes=outlook.changes,
            due=self.done.target_year,
            projected=decimals(outlook.projected, places),
            low=decimals(low, places),
            high=decimals(high, places),
            odds=odds_text(outlook.probability, self.words.language),
            mark=SAMPLE_MARK if outlook.has_sample else "",
        )
        return self._join(line, self.steps.say("constant") if outlook.is_constant else "")

    def years(self) -> Iterator[str]:
        """A table with a row for every year so far."""
        names = [self.words.table[key] for key in _YEAR_COLUMNS]
        rows = [(self.steps.says["year"], *names), *map(self._year, self.history)]
        widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = zip(row, widths, strict=True)
            yield "  ".join(" " * (size - width(cell)) + cell for cell, size in cells)

    def _year(self, each: Assessment) -> tuple[str, ...]:
        figure = each.actual.figure if each.actual else None
        numbers, bands = each.numbers, self.plan.policy.bands
        mark = SAMPLE_MARK if Flag.SAMPLE in each.flags else ""
        return (
            str(each.year),
            figure_text(figure, self.words) + mark if figure else "-",
            "-" if numbers.expected is None else number(numbers.expected),
            "-" if numbers.share is None else percent(numbers.share),
            "-" if numbers.elapsed is None else percent(numbers.elapsed),
            "-" if numbers.pace is None else pace_text(numbers.pace, bands),
            verdict_text(each, self.indicator, self.words),
        )

    def chart(self) -> Iterator[str]:
        """Path and actuals, where there is a path to draw."""
        done = self.done
        if done.baseline is None or not done.trajectory:
            return
        first, base = done.baseline
        marks = []
        for each in self.history:
            figure = each.actual.figure if each.actual else None
            if figure is not None and figure.qualifier is not Qualifier.BETWEEN:
                glyph = SAMPLE if Flag.SAMPLE in each.flags else ACTUAL
                marks.append(Mark(each.year, figure.fraction, glyph))
        marks.append(Mark(first, Fraction(base), ACTUAL))
        marks.append(Mark(done.target_year, self.steps.goal, TARGET))
        marks += [Mark(year, value, EXPECTED) for year, value in done.trajectory]
        yield from chart(marks, range(first, done.target_year + 1))
        yield self.steps.say("legend")
