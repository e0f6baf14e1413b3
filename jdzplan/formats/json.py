"""JSON: versioned, English field names, published figures with their own digits, no NaN.

The shape is `result.schema.json` beside this module; it is public and its own, so that the
records may change without it.
"""

import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from jdzplan.actuals import Actual, significant
from jdzplan.check import Result
from jdzplan.findings import Finding
from jdzplan.judging.assessment import Assessment, Numbers, Outlook, PeriodVerdict, Vintage
from jdzplan.judging.compare import Comparison
from jdzplan.judging.crosswalk import Match
from jdzplan.judging.outlook import COVERED
from jdzplan.judging.proposals import Proposal
from jdzplan.judging.relations import RelationAssessment
from jdzplan.judging.rollup import RollUp, roll_up
from jdzplan.judging.tasks import TaskAssessment
from jdzplan.owners import Promise
from jdzplan.plan import Amendment, Plan, Relation, Revision, Tier
from jdzplan.wording.sentences import message
from jdzplan.wording.words import Words

SCHEMA = "jdzplan/1"
# NUL cannot come from a file, since reading refuses it; so this mark is ours alone.
_NUMBER = "\0number:"
_COMMAND = re.compile(r"##(?=(?:vso)?\[)")
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
            "verdicts": _counts(result.verdicts),
            "regional": _counts(roll_up(a.verdict for a in result.regional)),
        },
        "rollup": [] if plan is None else list(_rollups(result, plan)),
        "files": [
            {"path": file.path, "year": file.year, "encoding": file.encoding or None}
            for file in result.files
        ],
        "findings": [finding_fields(finding, words) for finding in result.findings],
        "assessments": []
        if plan is None
        else [_assessment(a, plan, words) for a in (*result.assessments, *result.regional)],
        "relations": []
        if plan is None
        else [_relation(relation, plan, words) for relation in result.relations],
        "methods": [_comparison(each) for each in result.compared or ()],
        "tasks": [] if plan is None else [_task(task, plan, words) for task in result.tasks],
        "crosswalk": [_match(each, words) for each in result.crosswalk],
        "proposals": []
        if plan is None
        else [_proposal(each, plan, words) for each in result.proposals],
    }
    return dumped(content)


def dumped(content: Any) -> str:
    """A document of our own kind, in which what `published` and `computed` gave are numbers."""
    return _MARKED.sub(r"\1", dumps(content))


def dumps(content: Any) -> str:
    """A document of our own kind: indented, as it reads, no NaN.

    The runner of a workflow obeys `##[` wherever it stands; in JSON the same can be said otherwise.
    """
    text = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return _COMMAND.sub(r"#\\u0023", text)


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


def _counts(group: RollUp) -> dict[str, int]:
    return {verdict.value: count for verdict, count in group.counts.items()}


def _rollups(result: Result, plan: Plan) -> Iterator[dict[str, Any]]:
    """For each year the whole plan, its core table, each goal, and the shares of each region."""
    indicators, relations, tasks = plan.indicators, plan.relations, plan.tasks
    for year in result.years:
        of_year = result.of_year(year)
        groups = [("plan", None), ("core", None), *(("goal", key) for key in plan.goals)]
        for group, goal in groups:
            kinds = {
                "indicators": [
                    a.verdict
                    for a in of_year.assessments
                    if goal in (None, indicators[a.indicator].goal)
                    and (group != "core" or indicators[a.indicator].tier is Tier.CORE)
                ],
                "relations": [
                    r.verdict
                    for r in of_year.relations
                    if group != "core" and goal in (None, relations[r.relation].goal)
                ],
                "tasks": [
                    t.verdict
                    for t in of_year.tasks
                    if group != "core" and goal in (None, tasks[t.task].goal)
                ],
            }
            counted = {kind: _rollup(roll_up(verdicts)) for kind, verdicts in kinds.items()}
            yield {"year": year, "group": group, "goal": goal, "region": None, **counted}
        for region in dict.fromkeys(a.region for a in of_year.regional):
            shares = roll_up(a.verdict for a in of_year.regional if a.region == region)
            none = _rollup(roll_up(()))
            counted = {"indicators": _rollup(shares), "relations": none, "tasks": none}
            yield {"year": year, "group": "region", "goal": None, "region": region, **counted}


def _rollup(group: RollUp) -> dict[str, Any]:
    return {
        "total": group.total,
        "judged": group.judged,
        "worst": group.worst.value,
        "verdicts": _counts(group),
    }


def _comparison(compared: Comparison) -> dict[str, Any]:
    return {
        "indicator": compared.indicator,
        "region": compared.region,
        "year": compared.year,
        "verdicts": {
            path.value: {"verdict": verdict.value, "reason": reason and reason.value}
            for path, (verdict, reason) in compared.outcomes.items()
        },
    }


def finding_fields(finding: Finding, words: Words) -> dict[str, Any]:
    """A finding with its sentences."""
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
        "rows": finding.rows,
    }


def _assessment(assessment: Assessment, plan: Plan, words: Words) -> dict[str, Any]:
    indicator = plan.promise(assessment.indicator, assessment.region)
    region = plan.regions.get(assessment.region or "")
    return {
        "indicator": assessment.indicator,
        "name": indicator.name.get(words.language),
        "region": assessment.region,
        "region_name": region and region.name.get(words.language),
        "goal": indicator.goal,
        "tier": indicator.tier.value,
        "owner": _owner(indicator),
        **_judged(assessment, indicator.unit),
        **_adjusted(assessment, indicator.unit, words),
        "readings": [
            {
                "reading": reading.reading,
                "name": stated.name.get(words.language),
                **_judged(reading, indicator.unit),
                **_adjusted(reading, indicator.unit, words),
            }
            for reading, stated in zip(
                assessment.readings, indicator.readings.values(), strict=True
            )
        ],
    }


def _judged(assessment: Assessment, unit: str) -> dict[str, Any]:
    """What was judged, in one reading; the target is what is stated as it comes to in the unit."""
    stated = assessment.stated
    bound, value, upper = assessment.target.bound or (None, None, None)
    word, printed, _ = stated.bound or (None, None, None)
    baseline, period = assessment.baseline, assessment.period
    return {
        "year": assessment.year,
        "unit": assessment.unit or unit,
        "verdict": assessment.verdict.value,
        "reason": assessment.reason and assessment.reason.value,
        "lacking": assessment.lacking,
        "flags": [flag.value for flag in assessment.flags],
        "alternatives": [verdict.value for verdict in assessment.alternatives],
        "decided_by": assessment.decided_by,
        "form": stated.form.value,
        "method": assessment.path and assessment.path.value,
        "baseline": baseline and {"year": baseline[0], "value": published(baseline[1])},
        "target": {
            "year": assessment.target_year,
            "year_reading": stated.by_reading.value,
            "value": published(value),
            "upper": published(upper),
            "bound": bound,
            "stretch": published(stated.stretch),
            "printed": stated.printed,
            "reading": stated.reading.value,
            "stated": {"bound": word, "value": published(printed)},
        },
        "actual": _actual(assessment.actual, assessment.vintages),
        **_numbers(assessment.numbers),
        **_outlook(assessment.outlook),
        "period": _period(period),
    }


def _adjusted(assessment: Assessment, unit: str, words: Words) -> dict[str, Any]:
    """What was amended and revised, with the verdict as printed and the one on the revision."""
    original, revised = assessment.original, assessment.revised
    return {
        "amendments": _amendments(assessment.amendments, words),
        "original": original and _judged(original, unit),
        "revisions": [_revision(each, words) for each in assessment.revisions],
        "revised": revised and _judged(revised, unit),
    }


def _match(match: Match, words: Words) -> dict[str, Any]:
    room, name = match.thing
    other = match.counterpart
    return {
        "kind": {"indicators": "indicator", "relations": "relation"}.get(room, "task"),
        "id": name,
        "value": published(match.value),
        "unit": match.unit,
        "year": match.year,
        "counterpart": {
            "plan": other.plan.get(words.language),
            "clause": other.clause,
            "value": published(other.value),
            "unit": other.unit,
            "year": other.year,
            "standard": other.standard,
        },
        "differs": [each.value for each in match.differs],
    }


def _proposal(proposal: Proposal, plan: Plan, words: Words) -> dict[str, Any]:
    room, name = proposal.thing
    return {
        "trigger": proposal.trigger.value,
        "indicator": name if room == "indicators" else None,
        "relation": name if room == "relations" else None,
        "name": getattr(plan, room)[name].name.get(words.language),
        "year": proposal.year,
        "years": [
            {
                "year": done.year,
                "verdict": done.verdict.value,
                "actual": done.actual and {"id": done.indicator, **_figure(done.actual)},
                "expected": computed(done.numbers.expected),
                "pace": computed(done.numbers.pace),
            }
            for done in proposal.history
        ],
        "revision": proposal.revision and _revision(proposal.revision, words),
    }


def _revision(revision: Revision, words: Words) -> dict[str, Any]:
    return {
        "kind": revision.kind.value,
        "published": revision.published.isoformat(),
        "body": revision.body.get(words.language),
        "document": revision.document,
        "reason": revision.reason.get(words.language),
        "from": published(revision.before),
        "to": published(revision.after),
        "basis": revision.basis,
    }


def _amendments(amendments: Iterable[Amendment], words: Words) -> list[dict[str, Any]]:
    return [
        {
            "decided": amendment.decided.isoformat(),
            "body": amendment.body.get(words.language),
            "document": amendment.document,
            "reason": amendment.reason.get(words.language),
        }
        for amendment in amendments
    ]


def _outlook(outlook: Outlook | None) -> dict[str, Any]:
    """The odds with 4 decimals, and where they lead; nothing of it decides a verdict."""
    if outlook is None:
        return {"probability": None, "outlook": None}
    return {
        "probability": round(outlook.probability, 4),
        "outlook": {
            "projected": computed(outlook.projected),
            "low": computed(Fraction(outlook.low)),
            "high": computed(Fraction(outlook.high)),
            "coverage": COVERED,
            "changes": outlook.changes,
            "constant": outlook.is_constant,
            "sample": outlook.has_sample,
        },
    }


def _period(period: PeriodVerdict | None) -> dict[str, Any] | None:
    if period is None:
        return None
    return {
        "verdict": period.verdict.value,
        "reason": period.reason and period.reason.value,
        "missed_years": list(period.missed_years),
        "unknown_years": list(period.unknown_years),
    }


def _relation(assessment: RelationAssessment, plan: Plan, words: Words) -> dict[str, Any]:
    relation = plan.relations[assessment.relation]
    return {
        "relation": assessment.relation,
        "name": relation.name.get(words.language),
        "goal": relation.goal,
        "owner": _owner(relation),
        "year": assessment.year,
        "rule": relation.rule.value,
        "strength": relation.strength.value,
        "span": "each_year" if relation.is_yearly else "period",
        "of": list(relation.of),
        "than": relation.than,
        "rate": published(assessment.rate),
        "verdict": assessment.verdict.value,
        "reason": assessment.reason and assessment.reason.value,
        "lacking": list(assessment.lacking),
        "flags": [flag.value for flag in assessment.flags],
        "sides": [{"id": side.indicator, **_figure(side)} for side in assessment.sides],
        "period": _period(assessment.period),
        "amendments": _amendments(assessment.amendments, words),
        "original": assessment.original
        and {
            "verdict": assessment.original.verdict.value,
            "reason": assessment.original.reason and assessment.original.reason.value,
            "rate": published(assessment.original.rate),
            "period": _period(assessment.original.period),
        },
    }


def _task(assessment: TaskAssessment, plan: Plan, words: Words) -> dict[str, Any]:
    task, report = plan.tasks[assessment.task], assessment.report
    return {
        "task": assessment.task,
        "name": task.name.get(words.language),
        "goal": task.goal,
        "owner": _owner(task),
        "year": assessment.year,
        "due": assessment.due,
        "due_reading": assessment.due_reading.value,
        "yearly": task.yearly,
        "verdict": assessment.verdict.value,
        "reason": assessment.reason and assessment.reason.value,
        "overdue": assessment.is_overdue,
        "stage": report and report.stage and report.stage.value,
        "reported_in": report and report.year,
        "evidence": report and report.evidence,
        "expected_evidence": task.evidence.get(words.language),
        "note": report and report.note,
        "amendments": _amendments(assessment.amendments, words),
        "original": assessment.original
        and {
            "verdict": assessment.original.verdict.value,
            "reason": assessment.original.reason and assessment.original.reason.value,
            "due": assessment.original.due,
        },
    }


def _owner(promise: Promise) -> dict[str, Any]:
    provider = None if isinstance(promise, Relation) else promise.provider
    support = list(promise.owner.support)
    return {"lead": promise.owner.lead, "support": support, "provider": provider}


def _numbers(numbers: Numbers) -> dict[str, str | None]:
    return {name: computed(getattr(numbers, name)) for name in Numbers._fields}


def _actual(actual: Actual | None, vintages: Iterable[Vintage]) -> dict[str, Any] | None:
    if actual is None:
        return None
    return {
        **_figure(actual),
        "source": actual.source,
        "note": actual.note,
        "path": actual.place.path or None,
        "line": actual.place.line or None,
        "parts": [{"id": part.indicator, **_figure(part)} for part in actual.parts],
        "vintages": [
            {
                **_figure(each.actual),
                "source": each.actual.source,
                "line": each.actual.place.line or None,
                "verdict": each.verdict.value,
                "reason": each.reason and each.reason.value,
            }
            for each in vintages
        ],
    }


def _figure(actual: Actual) -> dict[str, Any]:
    figure = actual.figure
    return {
        "year": actual.year,
        "value": published(figure.value if figure else None),
        "upper": published(figure.upper if figure else None),
        "qualifier": figure and figure.qualifier.value,
        "printed": actual.value.printed or None,
        "status": actual.status and actual.status.value,
        "released": actual.released and str(actual.released),
        "basis": actual.basis,
    }
