"""Findings and assessments into sentences, numbers rounded for the eye and for nothing else."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction

from jdzplan.actuals import Actual, Figure, Qualifier, Stage, Status
from jdzplan.catalogue import Rule
from jdzplan.findings import Finding
from jdzplan.judging.assessment import Assessment
from jdzplan.plan import Bands, Bounded, Form, Indicator, Kind, Measure, Member, Path, Plan, Text
from jdzplan.verdicts import Flag, Reason, Verdict
from jdzplan.wording.words import Words
from jdzplan.wording.working import odds_text

SAMPLE_MARK = "※"
_LONGEST, _MOST = 200, 30  # characters of a quoted text, parts of a quoted list
_COMMANDS = re.compile(r":(?=:)|#(?=#(?:vso)?\[)")


def message(finding: Finding, words: Words) -> tuple[str, str]:
    """What was found, and how to mend it, in one sentence each without a full stop."""
    kind = finding.params.get("kind")
    sentence = words.variants.get((finding.rule, str(kind)), words.findings[finding.rule])
    values = {"path": inert(finding.place.path), "problem": kind} | {
        name: spoken(value, words) for name, value in finding.params.items()
    }
    if finding.rule.label in ("column-missing", "column-twice"):
        values["column"] = words.columns[str(finding.params["column"])]
    if finding.rule is Rule.DICTIONARY_GAP:
        lacking = finding.params["lacking"]
        keys = lacking if isinstance(lacking, tuple) else ()
        values["lacking"] = words.all_of.join(words.dictionary[key] for key in keys)
    mend = sentence.mend.format_map(values)
    if finding.params.get("near"):
        mend = words.near.format(near=inert(str(finding.params["near"]))) + " " + mend
    found = sentence.found.format_map(values)
    if finding.rows > 1:
        found += words.needs["rows"].format(rows=finding.rows)
    return found, mend


def spoken(value: object, words: Words) -> str:
    """What a finding holds, in words: a name, a date, a list; text from a file comes out inert."""
    if isinstance(value, Text):
        return inert(value.get(words.language))
    if isinstance(value, Status):
        return words.statuses[value]
    if isinstance(value, Stage):
        return words.stages[value]
    if isinstance(value, date):
        return words.adjusted["date"].format(year=value.year, month=value.month, day=value.day)
    if isinstance(value, tuple | list):
        parts = [*(_part(v, words) for v in value[:_MOST]), *("…",) * (len(value) > _MOST)]
        return words.all_of.join(inert(_short(part)) for part in parts)
    return "" if value is None else inert(_short(str(value)))


def _part(value: object, words: Words) -> str:
    """A part of a quoted list."""
    if isinstance(value, Text):
        return value.get(words.language)
    if isinstance(value, str | int):
        return str(value)
    from jdzplan.comparing.plans import PlanChange  # what a plain check finds holds none
    from jdzplan.wording.keys import key_text

    return key_text(value, words) if isinstance(value, PlanChange) else str(value)


def _short(text: str) -> str:
    """A text as one cell of a finding shows it: whoever pasted a page into a cell knows it."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def inert(text: str) -> str:
    """Text from a file without the characters that a terminal obeys or that hide others.

    Nor with what the runner of a workflow obeys: `::` where a line begins, which wrapping may
    bring about anywhere, `##[` and `##vso[` wherever they stand.
    """
    text = _COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def decimals(value: Fraction | Decimal | int, places: int) -> str:
    """A number for the eye: half-even at `places`, no trailing zeros.

    >>> decimals(Fraction(1, 3), 2), decimals(Fraction(320), 2)
    ('0.33', '320')
    """
    text = f"{exact_round(Fraction(value), places):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def exact_round(value: Fraction, places: int) -> Decimal:
    """`value` rounded half-even to `places` decimals, without a float in between."""
    return Decimal(round(value * 10**places)).scaleb(-places, Context(prec=200))


def pace_text(number: Fraction | Decimal, bands: Bands, places: int = 2) -> str:
    """The pace with so many decimals, or as many as keep it on its side of every cut-off."""
    pace = Fraction(number)
    cuts = [Fraction(c) for c in (bands.ahead, bands.on_track, bands.lagging, bands.behind)]
    while places < 12 and any(
        (Fraction(exact_round(pace, places)) >= cut) != (pace >= cut) for cut in cuts
    ):
        places += 1
    return f"{exact_round(pace, places):f}"


def percent(value: Fraction) -> str:
    """A part of the whole in per cent, one decimal.

    >>> percent(Fraction(2, 3))
    '66.7%'
    """
    return decimals(value * 100, 1) + "%"


def figure_text(figure: Figure, words: Words) -> str:
    """A figure with its qualifier, in the indicator's unit and with its published digits."""
    value, upper = (
        "" if number is None else decimals(number, 12) if figure.is_converted else f"{number:f}"
        for number in (figure.value, figure.upper)
    )
    return words.qualifiers[figure.qualifier].format(value=value, upper=upper)


def bound_text(target: Bounded, words: Words, places: int = 12) -> str:
    """The target's bound, without its unit and year; a computed one has at most `places`."""
    if target.bound is None:
        return "-"
    key, *numbers = target.bound
    value, upper = ("" if n is None else _number_text(n, places) for n in numbers)
    return words.qualifiers[Qualifier(key)].format(value=value, upper=upper)


def _number_text(value: Decimal, places: int) -> str:
    is_printed = -int(value.as_tuple().exponent) <= places
    return f"{value:f}" if is_printed else decimals(value, places)


def verdict_text(assessment: Assessment, indicator: Indicator, words: Words) -> str:
    """The verdict in a word; an achieved one says whether early, in time, or for the year."""
    if assessment.verdict is Verdict.ACHIEVED:
        holds = indicator.start is not None and not assessment.numbers.elapsed
        if indicator.target.form is Form.EVERY_YEAR:
            return words.table["achieved_yearly"]
        if assessment.year < assessment.target_year:
            return words.table["achieved_yearly" if holds else "achieved_early"]
    return words.verdicts[assessment.verdict]


def worded(assessment: Assessment, plan: Plan) -> Indicator:
    """The indicator with the target that was judged, as the plan or an amendment words it."""
    indicator = plan.promise(assessment.indicator, assessment.region)
    return indicator.model_copy(update={"target": assessment.stated})


def places_of(indicator: Indicator, figure: Figure | None) -> int:
    """How many decimals the published figures of an indicator have, at most."""
    target = indicator.target
    numbers = [bound.value for bound in (target.lower, target.upper) if bound]
    numbers += indicator.baseline.values()
    if figure is not None and figure.exact is None:
        numbers.append(figure.value.normalize() if figure.is_converted else figure.value)
    return max([0, *(-int(number.as_tuple().exponent) for number in numbers)])


def remark(assessment: Assessment, plan: Plan, words: Words) -> str:
    """What is needed from here, where things are not fine, and what the flags say; or nothing."""
    indicator, needs = worded(assessment, plan), words.needs
    parts = []
    if not assessment.verdict.is_fine:
        parts.append(need(assessment, indicator, words))
    if assessment.outlook and assessment.verdict is not Verdict.ACHIEVED:
        odds = odds_text(assessment.outlook.probability, words.language)
        mark = SAMPLE_MARK if assessment.outlook.has_sample else ""
        parts.append(needs["odds"].format(odds=odds + mark, due=assessment.target_year))
    if assessment.target.bound != indicator.target.bound and not indicator.members:
        form = words.forms[indicator.target.form]
        printed = indicator.target.printed or form + bound_text(indicator.target, words)
        parts.append(needs["stated"].format(printed=inert(printed)))
    parts.append(vintages_text(assessment, words))
    if assessment.actual and assessment.actual.parts:
        told = parts_text(assessment.actual, plan, words)
        is_computed = assessment.actual.figure is not None
        parts.append(needs["parts"].format(parts=told) if is_computed else told)
    if assessment.year > assessment.target_year:
        parts.append(needs["stands"].format(due=assessment.target_year))
    if assessment.period and assessment.period.missed_years not in ((), (assessment.year,)):
        years = words.all_of.join(map(str, assessment.period.missed_years))
        parts.append(needs["years_missed"].format(years=years))
    for other in assessment.readings:
        if other.verdict is not Verdict.NOT_ASSESSED:
            name = indicator.readings[other.reading or ""].name.get(words.language)
            verdict = words.verdicts[other.verdict]
            parts.append(needs["reading"].format(name=inert(name), verdict=verdict))
    spoken = [_flag(flag, assessment, words) for flag in assessment.flags]
    if any(spoken):
        flags = needs["stop"].join(filter(None, spoken))
        parts.append(needs["flags"].format(flags=flags))
    return needs["stop"].join(filter(None, parts))


def parts_text(actual: Actual, plan: Plan, words: Words) -> str:
    """The figures that a computed value was made of, by year if they are of one series."""
    are_years = len({p.indicator for p in actual.parts}) == 1 and not isinstance(
        plan.measures[actual.parts[0].indicator], Member
    )
    told = []
    for part in actual.parts:
        measure = plan.measures[part.indicator]
        value = value_text(part, measure, words)
        name = inert(measure.name.get(words.language))
        by_year = words.view["side"].format(year=part.year, value=value)
        told.append(by_year if are_years else words.needs["part"].format(name=name, value=value))
    return words.all_of.join(told)


def vintages_text(assessment: Assessment, words: Words) -> str:
    """The releases of the year's figure, and what each came to; nothing where there is one."""
    done, actual = assessment.vintages, assessment.actual
    if not done or actual is None:
        return ""
    newest = next(each for each in (actual, *reversed(actual.parts)) if each.earlier)
    then = words.needs["then"]
    releases = then.join(_release(each, words) for each in (*(v.actual for v in done), newest))
    verdicts = [*(vintage.verdict for vintage in done), assessment.verdict]
    form = words.needs["vintages_changed" if len(set(verdicts)) > 1 else "vintages"]
    return form.format(releases=releases, verdicts=then.join(words.verdicts[v] for v in verdicts))


def _release(actual: Actual, words: Words) -> str:
    figure = actual.figure
    return (
        words.needs["release_dated" if actual.released else "release"]
        .format(
            status=words.statuses[actual.status] if actual.status else "",
            value=figure_text(figure, words) if figure else "-",
            released=actual.released,
        )
        .strip()
    )


def value_text(actual: Actual, measure: Measure, words: Words) -> str:
    """A figure with its unit and basis; the answer to yes or no as it was typed."""
    figure = actual.figure
    if figure is None:
        return "-"
    if isinstance(measure, Member):
        return words.needs["lacking"].format(fields=inert(figure.printed)).strip()
    space = " " if words.language == "en" else ""
    value = (figure_text(figure, words) + space + unit_name(measure.unit, words)).strip()
    if actual.basis is None:
        return value
    return words.needs["of_basis"].format(value=value, basis=inert(actual.basis))


def _flag(flag: Flag, assessment: Assessment, words: Words) -> str:
    """A flag in words; a sample has its mark in the table, an amendment its own sentence."""
    verdicts = words.needs["or"].join(words.verdicts[v] for v in assessment.alternatives)
    parts = assessment.actual.parts if assessment.actual else ()
    if flag is Flag.BOUNDED and parts and not any(p.figure and p.figure.is_bounded for p in parts):
        return words.needs["incomplete"]
    if flag is Flag.METHOD_DISAGREEMENT and assessment.path is Path.COMPOUND:
        return words.needs["linear_disagrees"]
    return (
        "" if flag in (Flag.SAMPLE, Flag.AMENDED) else words.flags[flag].format(verdicts=verdicts)
    )


def need(assessment: Assessment, indicator: Indicator, words: Words) -> str:
    """What is needed from here, in a sentence; for a missing verdict its reason."""
    numbers, needs = assessment.numbers, words.needs
    figure = assessment.actual.figure if assessment.actual else None
    reason = reason_text(assessment, indicator, words)
    if numbers.distance is None or figure is None or assessment.reason is Reason.BOUNDS_DISAGREE:
        return reason
    places = places_of(indicator, figure) + (2 if figure.exact is not None else 0)
    unit = assessment.unit or indicator.unit
    distance = amount_text(abs(numbers.distance), places, unit, words)
    if not numbers.distance:
        bound = bound_text(assessment.target, words)
        return needs["missed_at_bound"].format(bound=bound)
    values = {"distance": distance, "due": assessment.target_year}
    if assessment.verdict is Verdict.MISSED:
        yearly = indicator.target.form is Form.EVERY_YEAR
        return needs["kept_not" if yearly else "missed"].format_map(values)
    if (
        reason
        or numbers.needed_per_year is None
        or numbers.achieved_per_year is None
        or indicator.kind is Kind.RANK
    ):
        short = needs["short"].format_map(values)
        return words.needs["stop"].join(filter(None, (reason, short)))
    if numbers.needed_growth is not None and numbers.growth is not None:
        sign = -1 if indicator.target.form is Form.CUMULATIVE_REDUCTION else 1
        rates = {
            "needed": rate_text(sign * numbers.needed_growth, words),
            "so_far": rate_text(sign * numbers.growth, words),
        }
        years = assessment.target_year - assessment.year
        return needs["by_growth"].format_map(values | rates | {"years": years})
    return needs["by_year"].format_map(
        values
        | {
            "years": assessment.target_year - assessment.year,
            "needed": change_text(numbers.needed_per_year, places + 2, unit, words),
            "so_far": _so_far(numbers.achieved_per_year, places + 2, unit, words),
        }
    )


def reason_text(assessment: Assessment, indicator: Indicator, words: Words) -> str:
    """Why there is no verdict; nothing where there is one."""
    if assessment.verdict is not Verdict.NOT_ASSESSED or assessment.reason is None:
        return ""
    reason = words.reasons[assessment.reason]
    if assessment.reason is Reason.DEFINITION_UNCONFIRMED and indicator.assess_reason:
        reason = indicator.assess_reason.get(words.language)
    if assessment.reason is Reason.DEFINITION_INCOMPLETE:
        reason += words.needs["lacking"].format(fields=assessment.lacking)
    if assessment.reason is Reason.MISSING_YEARS and assessment.actual and assessment.baseline:
        missing = _missing_years(assessment.actual, assessment.baseline[0], words)
        reason += words.needs["lacking"].format(fields=missing)
    return inert(reason)


def _missing_years(actual: Actual, begin: int, words: Words) -> str:
    """The years of a total or a growth since it begins that nobody filed."""
    known = {part.year for part in actual.parts}
    years = range(begin + 1, actual.year + 1)
    return words.all_of.join(str(year) for year in years if year not in known)


def rate_text(growth: Decimal, words: Words) -> str:
    """Growth or loss a year: 增长3.2%, 下降1.5%."""
    form = words.needs["grows" if growth >= 0 else "falls"]
    return form.format(rate=decimals(abs(growth), 2))


def _so_far(change: Fraction, places: int, unit: str, words: Words) -> str:
    if not change:
        return words.needs["unchanged"]
    achieved = change_text(change, places, unit, words)
    return words.needs["so_far"].format(achieved=achieved)


def change_text(change: Fraction, places: int, unit: str, words: Words) -> str:
    """A change per year with its direction in a word: 提高0.065个百分点."""
    direction = "up" if change > 0 else "down"
    kind = f"{direction}_points" if unit == "%" else direction
    return words.needs[kind] + amount_text(abs(change), places, unit, words)


def amount_text(value: Fraction, places: int, unit: str, words: Words) -> str:
    """A difference with its unit; shares differ by percentage points, not by per cent."""
    if unit == "%":
        return decimals(value, places) + words.needs["points"]
    if "=100" in unit:  # an index has points, too
        return decimals(value, places) + words.needs["index_points"]
    named = unit_name(unit, words)
    space = " " if named and words.language == "en" else ""
    return decimals(value, places) + space + named


def unit_name(unit: str, words: Words) -> str:
    """A unit in the reader's language; counters such as 家 have no English word."""
    return inert(words.units.get(unit, unit))


def count_list(counts: Mapping[Verdict, int], words: Words) -> str:
    """The verdicts that occur, with their numbers, best first."""
    occurring: Iterable[str] = (
        words.footer["one"].format(name=words.verdicts[verdict], count=count)
        for verdict, count in counts.items()
        if count
    )
    return words.footer["list"].join(occurring)
