"""What every part of a report is made from: one plan, its years, one year of them, one language."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from jdzplan.actuals import Qualifier
from jdzplan.check import Judged, Result
from jdzplan.judging.assessment import Assessment
from jdzplan.judging.in_force import Versions
from jdzplan.owners import promise_of
from jdzplan.plan import Kind, Plan, Tier
from jdzplan.report import Kind as ReportKind
from jdzplan.verdicts import Flag
from jdzplan.wording.report import report_words
from jdzplan.wording.sentences import SAMPLE_MARK, figure_text, inert, unit_name
from jdzplan.wording.words import Words

Key = TypeVar("Key")
Item = TypeVar("Item")
# Signs as they are printed; the terminal's words keep to what every console can show.
_SIGNS = {
    Qualifier.AT_LEAST: "≥{value}",
    Qualifier.AT_MOST: "≤{value}",
    Qualifier.BETWEEN: "{value}–{upper}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """`result` holds the verdicts of all years up to `year`, `in_force` is the plan of then."""

    plan: Plan
    in_force: Plan
    result: Result
    year: int
    kind: ReportKind
    words: Words
    says: Mapping[str, str]

    @property
    def now(self) -> Result:
        """The verdicts of the year."""
        return self.result.of_year(self.year)

    @property
    def years(self) -> tuple[int, ...]:
        """The plan's years up to the one reported on, whether or not there are figures."""
        return tuple(range(self.plan.plan.period.first, self.year + 1))

    @property
    def elapsed(self) -> Fraction:
        """The part of the plan's time that is gone, from the baseline year to its last."""
        period = self.plan.plan.period
        gone = min(self.year, period.last) - period.baseline
        return Fraction(gone, period.last - period.baseline)

    def say(self, key: str, **values: object) -> str:
        """A phrase of reports, filled in."""
        return self.says[key].format_map(values)

    def sentence(self, text: str) -> str:
        """A text as a sentence of its own."""
        return self.say("sentence", text=text[:1].upper() + text[1:])

    def listed(self, names: Iterable[str]) -> str:
        """Names one after the other."""
        return self.words.all_of.join(names)

    def name(self, judged: Judged) -> str:
        """The name of what was judged."""
        return inert(promise_of(judged, self.plan).name.get(self.words.language))

    def owner(self, judged: Judged) -> str:
        """Who answers for it, who supports it; that the plan names nobody."""
        owner = promise_of(judged, self.plan).owner
        if owner.lead is None and not owner.support:
            return self.says["nobody"]
        lead = inert(owner.lead) if owner.lead else self.words.roles["nobody"]
        told = self.say("owner", lead=lead)
        if owner.support:
            support = self.listed(map(inert, owner.support))
            told += self.say("support", support=support)
        return told

    def history(self, indicator: str) -> Sequence[Assessment]:
        """The assessments of one indicator as a whole, year by year."""
        return [a for a in self.result.assessments if (a.indicator, a.region) == (indicator, None)]

    def figure(self, assessment: Assessment) -> str:
        """The year's figure in a sentence: 318家, 2.37%, 第2位; a dash where there is none."""
        figure = assessment.actual.figure if assessment.actual else None
        if figure is None:
            return "—"
        indicator = self.plan.indicators[assessment.indicator]
        value = self.with_unit(figure_text(figure, self.words), assessment.unit or indicator.unit)
        return self.say("rank", value=value) if indicator.kind is Kind.RANK else value

    def with_unit(self, value: str, unit: str) -> str:
        """A number with its unit."""
        named = unit_name(unit, self.words)
        if "=100" in unit:  # an index: its unit is no unit behind a number
            return self.words.needs["of_basis"].format(value=value, basis=named)
        space = " " if self.words.language == "en" and named not in ("", "%") else ""
        return value + space + named


def scope_of(result: Result, plan: Plan, year: int, kind: ReportKind, words: Words) -> Scope:
    """The scope of a report on a year."""
    return Scope(
        plan=plan,
        in_force=Versions(plan).of(year),
        result=result.only(lambda each: not isinstance(each, Assessment) or each.region is None),
        year=year,
        kind=kind,
        words=words._replace(qualifiers={**words.qualifiers, **_SIGNS}),
        says=report_words(words.language),
    )


def marked(assessment: Assessment, text: str) -> str:
    """A text with the mark of a sample where the verdict rests on one."""
    return text + SAMPLE_MARK if Flag.SAMPLE in assessment.flags else text


def is_core(plan: Plan) -> Callable[[Assessment], bool]:
    """Whether a verdict belongs to the core table; without one all do."""
    tiers = {indicator.tier for indicator in plan.indicators.values()}
    core = {Tier.CORE} if Tier.CORE in tiers else tiers
    return lambda each: plan.indicators[each.indicator].tier in core


def by_key(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Items in groups, both in the order of their first coming."""
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def nonempty(labels: Iterable[tuple[str, Sequence[str]]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The labels below which there is something."""
    return ((label, tuple(lines)) for label, lines in labels if lines)
