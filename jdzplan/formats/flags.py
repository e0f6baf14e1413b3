"""Each flag of a verdict with what it rests on, for whoever redoes it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from jdzplan.actuals import half_unit
from jdzplan.formats.steps import Steps
from jdzplan.judging.assessment import Assessment
from jdzplan.verdicts import Flag, Verdict
from jdzplan.wording.sentences import figure_text, inert, pace_text


def flag_lines(steps: Steps, history: Sequence[Assessment]) -> Iterator[str]:
    """A line for each flag; `history` are the assessments of the years up to the one judged."""
    done, words = steps.assessment, steps.words
    verdicts = words.needs["or"].join(words.verdicts[each] for each in done.alternatives)
    for flag in done.flags:
        name = words.flags[flag].format(verdicts=verdicts)
        about = _ABOUT[flag](steps, history[:-1]) if flag in _ABOUT else ""
        yield steps.say("flag", flag=name, about=about) if about else name


def _at_risk(steps: Steps, before: Sequence[Assessment]) -> str:
    """The latest earlier figure, the baseline counting as the first."""
    known = [steps.indicator.start] if steps.indicator.start else []
    values = [(year, Fraction(value)) for year, value in known]
    for each in before:
        figure = each.actual.figure if each.actual else None
        if figure is not None and not figure.is_bounded:
            values.append((each.year, figure.fraction))
    year, other = values[-1]
    return steps.say("at_risk", value=steps.value, other=other, year=year)


def _fell_back(steps: Steps, before: Sequence[Assessment]) -> str:
    """The latest year in which it was met, if it was met against the target of that year."""
    for each in reversed(before):
        figure = each.actual.figure if each.actual else None
        if each.verdict is Verdict.ACHIEVED and figure is not None:
            shown = figure_text(figure, steps.words)
            return steps.say("fell_back", year=each.year, other=shown)
    return ""


def _provisional(steps: Steps, _: Sequence[Assessment]) -> str:
    actual = steps.assessment.actual
    stated = actual.status if actual else None
    return steps.say("status", status=steps.words.statuses[stated]) if stated else ""


def _rounding(steps: Steps, _: Sequence[Assessment]) -> str:
    """The range that each printed number stands for, and whose next digit decides."""
    done, start, told = steps.assessment, steps.indicator.start, []
    if start and done.decided_by != "actual":
        told.append(_range(steps, start[1], half_unit(start[1])))
    figure = done.actual.figure if done.actual else None
    if figure is not None and figure.rounding and done.decided_by != "baseline":
        told.append(_range(steps, steps.value, figure.rounding))
    return steps.words.needs["stop"].join([*told, steps.say(f"digit_{done.decided_by}")])


def _range(steps: Steps, value: Fraction | Decimal, slack: Fraction) -> str:
    low, high = Fraction(value) - slack, Fraction(value) + slack
    return steps.say("range", value=value, low=low, high=high)


def _methods(steps: Steps, _: Sequence[Assessment]) -> str:
    """Both paces; they are there, or they could not disagree."""
    numbers, bands = steps.assessment.numbers, steps.plan.policy.bands
    linear = (numbers.share or Fraction(0)) / (numbers.elapsed or Fraction(1))
    compound = numbers.pace_compound or Decimal(0)
    return steps.say("method", linear=pace_text(linear, bands), compound=pace_text(compound, bands))


def _definition(steps: Steps, _: Sequence[Assessment]) -> str:
    language = steps.words.language
    open_ones = (n for n in steps.indicator.notes if n.could_change_verdict and n.is_open)
    questions = [note.question.get(language) for note in open_ones]
    return inert(steps.words.needs["stop"].join(questions))


_ABOUT: Mapping[Flag, Callable[[Steps, Sequence[Assessment]], str]] = {
    Flag.AT_RISK: _at_risk,
    Flag.FELL_BACK: _fell_back,
    Flag.PROVISIONAL: _provisional,
    Flag.SAMPLE: lambda steps, _: steps.say("sample"),
    Flag.APPROXIMATE: lambda steps, _: steps.say("approximate"),
    Flag.ROUNDING_SENSITIVE: _rounding,
    Flag.METHOD_DISAGREEMENT: _methods,
    Flag.DEFINITION_UNCONFIRMED: _definition,
}
