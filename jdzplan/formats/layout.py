"""What the text formats show: findings as lines, verdicts as table rows. No widths, no colour."""

from collections.abc import Iterator
from typing import NamedTuple

from jdzplan.check import Result
from jdzplan.findings import Finding
from jdzplan.judging.assessment import Assessment
from jdzplan.plan import Plan
from jdzplan.verdicts import Flag, Verdict
from jdzplan.wording.sentences import (
    bound_text,
    count_list,
    decimals,
    figure_text,
    inert,
    message,
    pace_text,
    percent,
    places_of,
    remark,
    unit_text,
    verdict_text,
)
from jdzplan.wording.words import Words

COLUMNS = (
    "name",
    "unit",
    "baseline",
    "target",
    "expected",
    "actual",
    "share",
    "elapsed",
    "pace",
    "verdict",
)
NUMBERS = COLUMNS[2:-1]
SAMPLE_MARK = "※"


class Line(NamedTuple):
    """One indicator in the table: its cells in the order of `COLUMNS`, and the line under it."""

    cells: tuple[str, ...]
    verdict: Verdict
    remark: str


def finding_line(finding: Finding, words: Words) -> str:
    """`path:line:column: CODE severity message`, on one line whatever the file held."""
    place = finding.place
    where = ":".join([inert(place.path), *(str(n) for n in (place.line, place.column) if n)])
    cell = f"[{place.cell}] " if place.cell else ""
    found, mend = message(finding, words)
    severity = words.severities[finding.severity]
    return f"{where}: {finding.rule.code} {severity} {cell}{found}{words.needs['stop']}{mend}"


def header(words: Words) -> tuple[str, ...]:
    """The words above the columns."""
    return tuple(words.table[name] for name in COLUMNS)


def lines(result: Result, plan: Plan, year: int, words: Words) -> list[Line]:
    """The table of one year, in the plan's order."""
    return [
        Line(_cells(assessment, plan, words), assessment.verdict, remark(assessment, plan, words))
        for assessment in result.assessments
        if assessment.year == year
    ]


def _cells(assessment: Assessment, plan: Plan, words: Words) -> tuple[str, ...]:
    indicator, numbers = plan.indicators[assessment.indicator], assessment.numbers
    figure = assessment.actual.figure if assessment.actual else None
    places = places_of(indicator, figure)
    is_sample = Flag.SAMPLE in assessment.flags
    blank = "-"
    verdict = verdict_text(assessment, indicator, words)
    return (
        inert(indicator.name.get(words.language)),
        unit_text(indicator, words),
        blank if indicator.start is None else f"{indicator.start[1]:f}",
        bound_text(indicator, words),
        blank if numbers.expected is None else decimals(numbers.expected, places + 1),
        blank if figure is None else figure_text(figure, words),
        blank if numbers.share is None else percent(numbers.share),
        blank if numbers.elapsed is None else percent(numbers.elapsed),
        blank if numbers.pace is None else pace_text(numbers.pace, plan.policy.bands),
        verdict + (SAMPLE_MARK if is_sample else ""),
    )


def title(plan: Plan, year: int, words: Words) -> str:
    """The line above a year's table."""
    name = inert(plan.plan.title.get(words.language))
    return words.table["title"].format(title=name, year=year)


def footer(result: Result, words: Words) -> Iterator[str]:
    """Counts of verdicts and findings, and a warning where samples stand in."""
    counts = {severity.value: count for severity, count in result.count_findings().items()}
    if result.assessments:
        verdicts = count_list(result.count_verdicts(), words)
        total = len(result.assessments)
        yield words.footer["verdicts"].format(count=total, list=verdicts)
    yield words.footer["findings"].format_map(counts)
    samples = sum(Flag.SAMPLE in assessment.flags for assessment in result.assessments)
    if samples:
        yield words.footer["samples"].format(count=samples)
