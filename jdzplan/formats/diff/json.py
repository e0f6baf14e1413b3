"""A comparison as JSON: versioned, its own shape, `diff.schema.json` beside this module."""

from collections.abc import Sequence
from typing import Any

from jdzplan.actuals import Figure, TaskReport
from jdzplan.comparing.causes import Because
from jdzplan.comparing.changes import FigureChange, ReportChange
from jdzplan.comparing.diff import Diff, Move
from jdzplan.comparing.moves import Direction, Outcome
from jdzplan.comparing.plans import Change, PlanChange
from jdzplan.comparing.sides import Filed, Side
from jdzplan.formats.json import dumped, finding_fields, published
from jdzplan.wording.changes import move_text
from jdzplan.wording.words import Words

SCHEMA = "jdzplan-diff/1"
_FIELDS = {"content": "value", "is_rejected": "rejected"}
_KINDS = {"indicators": "indicator", "relations": "relation", "tasks": "task"}


def render(diff: Diff, words: Words) -> str:
    """The whole comparison."""
    figures, reports = diff.figures, diff.reports
    ways = [move.direction for move in diff.moves]
    content = {
        "schema": SCHEMA,
        "old": _side(diff.old),
        "new": _side(diff.new),
        "changed": not diff.is_empty,
        "summary": {
            "verdicts": {"total": len(ways), **{way.value: ways.count(way) for way in Direction}},
            "figures": _count(figures),
            "tasks": _count(reports),
            "plan": {"total": len(diff.plan)},
        },
        "verdicts": [_move(move, diff, words) for move in diff.moves],
        "figures": [_figure(change, diff, words) for change in figures],
        "tasks": [_report(change, diff, words) for change in reports],
        "plan": [_plan(change, words) for change in diff.plan],
        "findings": [finding_fields(each, words) for each in diff.findings],
    }
    return dumped(content)


def _side(side: Side) -> dict[str, Any]:
    """`name` is null for the working tree, `plan` where the side holds none."""
    head = side.plan.plan if side.plan else None
    return {"name": side.name, "plan": head and head.id, "years": list(side.result.years)}


def _count(changes: Sequence[FigureChange] | Sequence[ReportChange]) -> dict[str, int]:
    kinds = [each.change for each in changes]
    counted = (Change.CHANGED, Change.ADDED, Change.REMOVED)
    return {"total": len(kinds), **{kind.value: kinds.count(kind) for kind in counted}}


def _name(diff: Diff, section: str, key: str, words: Words) -> str | None:
    name = diff.name_of(section, key)
    return name.get(words.language) if name else None


def _move(move: Move, diff: Diff, words: Words) -> dict[str, Any]:
    subject = move.subject
    return {
        "kind": _KINDS[subject.kind],
        "id": subject.id,
        "name": _name(diff, subject.kind, subject.id, words),
        "reading": subject.reading or None,
        "year": subject.year,
        "span": "period" if subject.is_period else "year",
        "direction": move.direction.value,
        "old": _outcome(move.old),
        "new": _outcome(move.new),
        "causes": [_cause(each, words) for each in move.causes],
        "message": move_text(move, diff, words),
    }


def _outcome(outcome: Outcome | None) -> dict[str, Any] | None:
    if outcome is None:
        return None
    return {"verdict": outcome.verdict.value, "reason": outcome.reason and outcome.reason.value}


def _cause(because: Because, words: Words) -> dict[str, Any]:
    """The changes are named by what they are of; they stand in full in their own lists."""
    return {
        "cause": because.cause.value,
        "year": because.year,
        "figures": [
            {"id": each.key.measure, "region": each.key.region, "year": each.key.year}
            for each in because.figures
        ],
        "tasks": [{"id": each.key.task, "year": each.key.year} for each in because.reports],
        "plan": [_plan(each, words) for each in because.plan],
    }


def _figure(change: FigureChange, diff: Diff, words: Words) -> dict[str, Any]:
    key = change.key
    return {
        "id": key.measure,
        "name": _name(diff, "measures", key.measure, words),
        "region": key.region,
        "year": key.year,
        "change": change.change.value,
        "fields": [_FIELDS.get(name, name) for name in change.fields],
        "old": _filed(change.old),
        "new": _filed(change.new),
    }


def _filed(row: Filed | None) -> dict[str, Any] | None:
    """A row as it was typed: `value` is in `unit`."""
    if row is None:
        return None
    figure = row.value if isinstance(row.value, Figure) else None
    return {
        "value": published(figure.value if figure else None),
        "upper": published(figure.upper if figure else None),
        "qualifier": figure and figure.qualifier.value,
        "printed": (row.value and row.value.printed) or None,
        "unit": row.unit or None,
        "status": row.status and row.status.value,
        "released": row.released and str(row.released),
        "basis": row.basis,
        "source": row.source,
        "note": row.note,
        "rejected": row.is_rejected,
        "path": row.place.path,
        "line": row.place.line or None,
    }


def _report(change: ReportChange, diff: Diff, words: Words) -> dict[str, Any]:
    key = change.key
    return {
        "id": key.task,
        "name": _name(diff, "tasks", key.task, words),
        "year": key.year,
        "change": change.change.value,
        "fields": [_FIELDS.get(name, name) for name in change.fields],
        "old": _told(change.old),
        "new": _told(change.new),
    }


def _told(report: TaskReport | None) -> dict[str, Any] | None:
    if report is None:
        return None
    return {
        "stage": report.stage and report.stage.value,
        "evidence": report.evidence,
        "note": report.note,
        "rejected": report.is_rejected,
        "path": report.place.path,
        "line": report.place.line or None,
    }


def _plan(change: PlanChange, words: Words) -> dict[str, Any]:
    return {
        "section": change.section,
        "key": change.key or None,
        "name": change.name and change.name.get(words.language),
        "change": change.change.value,
        "field": change.field or None,
        "old": change.old,
        "new": change.new,
    }
