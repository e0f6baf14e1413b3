"""JSON: versioned, English field names, published figures with their own digits, no NaN.

The shape is `result.schema.json` beside this module; it is public and its own, so that the
records may change without it.
"""

import json
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from jdzplan.actuals import Actual, Figure
from jdzplan.check import Result
from jdzplan.findings import Finding
from jdzplan.judging.assessment import Assessment, Numbers
from jdzplan.plan import Form, Plan
from jdzplan.wording.sentences import message, significant
from jdzplan.wording.words import Words

SCHEMA = "jdzplan/1"
# NUL cannot come from a file, since reading refuses it; so this mark is ours alone.
_NUMBER = "\0number:"
_MARKED = re.compile(rf'"{re.escape(json.dumps(_NUMBER)[1:-1])}([^"]*)"')


def render(result: Result, words: Words) -> str:
    """The whole result."""
    plan = result.plan
    content = {
        "schema": SCHEMA,
        "plan": None if plan is None else _plan(plan, words),
        "year": result.years[0] if len(result.years) == 1 else None,
        "years": list(result.years),
        "summary": {
            "findings": {k.value: count for k, count in result.count_findings().items()},
            "verdicts": {k.value: count for k, count in result.count_verdicts().items()},
        },
        "files": [
            {"path": file.path, "year": file.year, "encoding": file.encoding or None}
            for file in result.files
        ],
        "findings": [_finding(finding, words) for finding in result.findings],
        "assessments": []
        if plan is None
        else [_assessment(assessment, plan, words) for assessment in result.assessments],
    }
    text = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)
    return _MARKED.sub(r"\1", text) + "\n"


def published(value: Decimal | None) -> str | None:
    """A published figure as a JSON number with all its printed digits (2.20 stays 2.20)."""
    return None if value is None else f"{_NUMBER}{value:f}"


def computed(value: Fraction | Decimal | None) -> str | None:
    """A computed number as a JSON number of 6 significant digits."""
    return None if value is None else f"{_NUMBER}{significant(value):f}"


def _plan(plan: Plan, words: Words) -> dict[str, Any]:
    head = plan.plan
    return {
        "id": head.id,
        "title": head.title.get(words.language),
        "document": head.document,
        "period": head.period.model_dump(),
    }


def _finding(finding: Finding, words: Words) -> dict[str, Any]:
    found, mend = message(finding, words)
    return {
        "code": finding.rule.code,
        "rule": finding.rule.label,
        "severity": finding.severity.value,
        "path": finding.place.path,
        "line": finding.place.line or None,
        "column": finding.place.column or None,
        "cell": finding.place.cell or None,
        "message": found,
        "hint": mend,
        "indicator": finding.indicator,
        "region": finding.region,
    }


def _assessment(assessment: Assessment, plan: Plan, words: Words) -> dict[str, Any]:
    indicator, period = plan.indicators[assessment.indicator], assessment.period
    bound, value, upper = assessment.target.bound
    by_year = assessment.target.form is Form.BY_YEAR
    baseline = assessment.baseline
    return {
        "indicator": assessment.indicator,
        "name": indicator.name.get(words.language),
        "region": assessment.region,
        "year": assessment.year,
        "unit": indicator.unit,
        "verdict": assessment.verdict.value,
        "reason": assessment.reason and assessment.reason.value,
        "flags": [flag.value for flag in assessment.flags],
        "alternatives": [verdict.value for verdict in assessment.alternatives],
        "form": assessment.target.form.value,
        "method": plan.policy.path.value if by_year else None,
        "baseline": baseline and {"year": baseline[0], "value": published(baseline[1])},
        "target": {
            "year": assessment.target_year,
            "value": published(value),
            "upper": published(upper),
            "bound": bound,
            "stretch": published(assessment.target.stretch),
        },
        "actual": _actual(assessment.actual),
        **_numbers(assessment.numbers),
        "probability": None,
        "period": period
        and {
            "verdict": period.verdict.value,
            "reason": period.reason and period.reason.value,
            "missed_years": list(period.missed_years),
            "unknown_years": list(period.unknown_years),
        },
        "original": None,
    }


def _numbers(numbers: Numbers) -> dict[str, str | None]:
    return {name: computed(getattr(numbers, name)) for name in Numbers.__slots__}


def _actual(actual: Actual | None) -> dict[str, Any] | None:
    if actual is None:
        return None
    figure = actual.value if isinstance(actual.value, Figure) else None
    return {
        "year": actual.year,
        "value": published(figure.value if figure else None),
        "upper": published(figure.upper if figure else None),
        "qualifier": figure and figure.qualifier.value,
        "printed": actual.value.printed,
        "status": actual.status and actual.status.value,
        "source": actual.source,
        "note": actual.note,
        "path": actual.place.path,
        "line": actual.place.line or None,
    }
