"""CSV: one row per verdict with every input and intermediate number, for a spreadsheet.

An evaluator can redo each verdict from the row alone: share = (actual - baseline) / (target -
baseline), elapsed = (year - baseline_year) / (target_year - baseline_year), pace = share /
elapsed, and the band_ columns are the cut-offs of the pace; on the compound path pace is
pace_compound. `inputs` are the figures that a computed actual, or a relation, rests on.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from typing import Any

from jdzplan.actuals import Actual, Qualifier, significant
from jdzplan.check import Result
from jdzplan.judging.assessment import Assessment, Numbers, PeriodVerdict, Vintage
from jdzplan.judging.relations import RelationAssessment
from jdzplan.judging.tasks import TaskAssessment
from jdzplan.owners import Promise
from jdzplan.plan import Amendment, Plan, Relation, Revision
from jdzplan.wording.sentences import inert
from jdzplan.wording.words import Words

_SIGNS = {
    Qualifier.EXACT: "=",
    Qualifier.APPROXIMATE: "=~",
    Qualifier.AT_LEAST: ">=",
    Qualifier.MORE_THAN: ">",
    Qualifier.AT_MOST: "<=",
    Qualifier.LESS_THAN: "<",
    Qualifier.BETWEEN: "=",
}
_ORIGINAL, _REVISED = {"type": "original"}, {"type": "revised"}
# A spreadsheet takes a text that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HARMLESS = re.compile(r"[+-][0-9]+(?:\.[0-9]+)?%?|--?")


def render(result: Result, words: Words) -> str:
    """One header, then one row per indicator and reading, per relation, per task.

    Where an amendment is in force, a row of type `original` follows with the verdict without it;
    where a baseline was revised, one of type `revised` with the verdict on the revised one.
    """
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", restval="")
    writer.writeheader()
    for row in _rows(result, words):
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def _rows(result: Result, words: Words) -> Iterator[dict[str, Any]]:
    plan = result.plan
    if plan is None:
        return
    for assessment in (*result.assessments, *result.regional):
        for each in (assessment, *assessment.readings):
            yield _row(each, plan, words)
            if each.original:
                yield _row(each.original, plan, words) | _ORIGINAL
            if each.revised:
                yield _row(each.revised, plan, words) | _REVISED
    for relation in result.relations:
        yield _relation(relation, plan, words)
        if relation.original:
            yield _relation(relation.original, plan, words) | _ORIGINAL
    for task in result.tasks:
        yield _task(task, plan, words)
        if task.original:
            yield _task(task.original, plan, words) | _ORIGINAL


def _relation(relation: RelationAssessment, plan: Plan, words: Words) -> dict[str, Any]:
    stated = plan.relations[relation.relation]
    return {
        "type": "relation",
        "indicator": relation.relation,
        "name": stated.name.get(words.language),
        **_verdict(relation),
        "flags": " ".join(relation.flags),
        "form": stated.rule.value,
        "target": relation.rate,
        **_period(relation.period),
        "inputs": _inputs(relation.sides),
        "amendments": _documents(relation.amendments),
        **_owner(stated),
    }


def _task(task: TaskAssessment, plan: Plan, words: Words) -> dict[str, Any]:
    named, report = plan.tasks[task.task], task.report
    return {
        "type": "task",
        "indicator": task.task,
        "name": named.name.get(words.language),
        **_verdict(task),
        "target_year": task.due,
        "printed": report and report.stage and report.stage.value,
        "source": report and report.evidence,
        "note": report and report.note,
        "amendments": _documents(task.amendments),
        **_owner(named),
    }


def _documents(decided: Iterable[Amendment | Revision]) -> str:
    """The documents that set what is in force, or revised it, in the order of their dates."""
    return "; ".join(each.document for each in decided)


def _verdict(each: Assessment | RelationAssessment | TaskAssessment) -> dict[str, Any]:
    return {
        "year": each.year,
        "verdict": each.verdict.value,
        "reason": each.reason and each.reason.value,
    }


def _period(period: PeriodVerdict | None) -> dict[str, Any]:
    return {
        "period_verdict": period and period.verdict.value,
        "period_reason": period and period.reason and period.reason.value,
        "missed_years": period and " ".join(map(str, period.missed_years)),
    }


def _inputs(parts: Iterable[Actual]) -> str:
    """`rd-spending@2020=21.01 gdp@2020>=957.14`; an interval as `2..3`, about 5 as `~5`."""
    return " ".join(
        f"{part.indicator}@{part.year}{_SIGNS[part.figure.qualifier]}{part.figure.value:f}"
        + (f"..{part.figure.upper:f}" if part.figure.upper is not None else "")
        for part in parts
        if part.figure
    )


def _vintage(vintage: Vintage) -> str:
    """`2.64@2024-01-17:on_track`, with the status where there is no date."""
    actual, figure = vintage.actual, vintage.actual.figure
    told = f"{_SIGNS[figure.qualifier].strip('=')}{figure.value:f}" if figure else ""
    return f"{told}@{actual.released or actual.status}:{vintage.verdict}"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    # One line a row: a line of a cell could otherwise be a command to the runner of a workflow.
    return neutral(inert(" ".join(value.splitlines()))) if isinstance(value, str) else str(value)


def neutral(text: str) -> str:
    """A text that a spreadsheet shows and does not compute; a number, or a dash for none, stays.

    >>> neutral("=1+1"), neutral("-2.5"), neutral("-")
    ("'=1+1", '-2.5', '-')
    """
    is_plain = _HARMLESS.fullmatch(text)
    return "'" + text if text.startswith(_FORMULA) and not is_plain else text


def _row(assessment: Assessment, plan: Plan, words: Words) -> dict[str, Any]:
    indicator = plan.promise(assessment.indicator, assessment.region)
    region, actual = plan.regions.get(assessment.region or ""), assessment.actual
    stated = indicator.readings[assessment.reading] if assessment.reading else indicator
    figure, bands = actual and actual.figure, plan.policy.bands
    outlook = assessment.outlook
    bound, value, upper = assessment.target.bound or (None, None, None)
    numbers = {name: getattr(assessment.numbers, name) for name in Numbers._fields}
    return {
        "type": "reading" if assessment.reading else "indicator",
        "indicator": assessment.indicator,
        "reading": assessment.reading,
        "name": stated.name.get(words.language),
        "region": assessment.region,
        **_verdict(assessment),
        "flags": " ".join(assessment.flags),
        "alternatives": " ".join(assessment.alternatives),
        "form": assessment.target.form.value,
        "method": assessment.path and assessment.path.value,
        "unit": assessment.unit or indicator.unit,
        "kind": indicator.kind.value,
        "better": indicator.better.value,
        "baseline_year": assessment.baseline and assessment.baseline[0],
        "baseline": assessment.baseline and assessment.baseline[1],
        "target_year": assessment.target_year,
        "bound": bound,
        "target": value,
        "target_upper": upper,
        "actual_year": actual and actual.year,
        "actual": figure and figure.value,
        "actual_upper": figure and figure.upper,
        "qualifier": figure and figure.qualifier.value,
        "printed": actual and actual.value.printed,
        "status": actual and actual.status and actual.status.value,
        "released": actual and actual.released and str(actual.released),
        "basis": actual and actual.basis,
        "vintages": " ".join(map(_vintage, assessment.vintages)),
        **{name: _computed(number) for name, number in numbers.items()},
        "probability": outlook and Decimal(f"{outlook.probability:.4f}"),
        "outlook_low": outlook and _computed(Fraction(outlook.low)),
        "outlook_high": outlook and _computed(Fraction(outlook.high)),
        "decided_by": assessment.decided_by,
        "band_ahead": bands.ahead,
        "band_on_track": bands.on_track,
        "band_lagging": bands.lagging,
        "band_behind": bands.behind,
        **_period(assessment.period),
        "inputs": _inputs(actual.parts if actual else ()),
        "source": actual and actual.source,
        "note": actual and actual.note,
        "amendments": _documents(assessment.amendments),
        "revisions": _documents(assessment.revisions),
        **_owner(indicator),
        "region_name": region and region.name.get(words.language),
    }


def _owner(promise: Promise) -> dict[str, Any]:
    provider = None if isinstance(promise, Relation) else promise.provider
    support = "; ".join(promise.owner.support)
    return {"lead": promise.owner.lead, "support": support, "provider": provider}


def _computed(number: Fraction | Decimal | None) -> Decimal | None:
    return None if number is None else significant(number)


COLUMNS = (
    *("indicator", "name", "region", "year", "verdict", "reason", "flags", "alternatives"),
    *("type", "reading"),
    *("form", "method", "unit", "kind", "better", "baseline_year", "baseline", "target_year"),
    *("bound", "target", "target_upper", "actual_year", "actual", "actual_upper", "qualifier"),
    *("printed", "status", "released", "basis", "vintages", *Numbers._fields, "probability"),
    *("outlook_low", "outlook_high", "decided_by", "band_ahead", "band_on_track"),
    *("band_lagging", "band_behind"),
    *("period_verdict", "period_reason", "missed_years", "inputs", "source", "note"),
    *("amendments", "revisions"),
    *("lead", "support", "provider", "region_name"),
)
