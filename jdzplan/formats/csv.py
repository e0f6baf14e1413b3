"""CSV: one row per assessment with every input and intermediate number, for a spreadsheet.

An evaluator can redo each verdict from the row alone: share = (actual - baseline) / (target -
baseline), elapsed = (year - baseline_year) / (target_year - baseline_year), pace = share /
elapsed, and the three band_ columns are the cut-offs of the pace.
"""

import csv
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from typing import Any

from jdzplan.check import Result
from jdzplan.judging.assessment import Assessment, Numbers
from jdzplan.plan import Form, Plan
from jdzplan.wording.sentences import significant
from jdzplan.wording.words import Words

# A spreadsheet takes a text that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(result: Result, words: Words) -> str:
    """One header and one row per assessment."""
    rows = (
        []
        if result.plan is None
        else [_row(assessment, result.plan, words) for assessment in result.assessments]
    )
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = str(value)
    return "'" + text if isinstance(value, str) and text.startswith(_FORMULA) else text


def _row(assessment: Assessment, plan: Plan, words: Words) -> dict[str, Any]:
    indicator, actual = plan.indicators[assessment.indicator], assessment.actual
    figure, period, bands = actual and actual.figure, assessment.period, plan.policy.bands
    bound, value, upper = assessment.target.bound
    numbers = {name: getattr(assessment.numbers, name) for name in Numbers.__slots__}
    return {
        "indicator": assessment.indicator,
        "name": indicator.name.get(words.language),
        "region": assessment.region,
        "year": assessment.year,
        "verdict": assessment.verdict.value,
        "reason": assessment.reason and assessment.reason.value,
        "flags": " ".join(assessment.flags),
        "alternatives": " ".join(assessment.alternatives),
        "form": assessment.target.form.value,
        "method": plan.policy.path.value if assessment.target.form is Form.BY_YEAR else None,
        "unit": indicator.unit,
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
        **{name: _computed(number) for name, number in numbers.items()},
        "band_ahead": bands.ahead,
        "band_on_track": bands.on_track,
        "band_lagging": bands.lagging,
        "period_verdict": period and period.verdict.value,
        "period_reason": period and period.reason and period.reason.value,
        "missed_years": period and " ".join(map(str, period.missed_years)),
        "source": actual and actual.source,
        "note": actual and actual.note,
    }


def _computed(number: Fraction | Decimal | None) -> Decimal | None:
    return None if number is None else significant(number)


COLUMNS = (
    *("indicator", "name", "region", "year", "verdict", "reason", "flags", "alternatives"),
    *("form", "method", "unit", "kind", "better", "baseline_year", "baseline", "target_year"),
    *("bound", "target", "target_upper", "actual_year", "actual", "actual_upper", "qualifier"),
    *("printed", "status", *Numbers.__slots__, "band_ahead", "band_on_track", "band_lagging"),
    *("period_verdict", "period_reason", "missed_years", "source", "note"),
)
