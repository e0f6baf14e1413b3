"""Relations, series and tasks in one line, and a plan that holds them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from jdzplan.actuals import Actual, Figure, Stage, TaskReport
from jdzplan.findings import Place
from jdzplan.judging.derive import Figures
from jdzplan.plan import Amendment, Plan, Revision
from jdzplan.verdicts import Reason
from tests.builders import a_plan, actuals_for

Values = Mapping[int, str | Figure | Reason | Actual]


def a_series(unit: str = "亿元", known: Mapping[int, str] | None = None, **more: Any) -> Any:
    """A measured series, with the values that the plan prints."""
    return {
        "unit": unit,
        "kind": "measured",
        "known": {year: Decimal(value) for year, value in (known or {}).items()},
        "source": {"chapter": 7},
    } | more


def a_relation(rule: str, *of: str, rate: str | None = None, **more: Any) -> Any:
    """A hard yearly relation of these series; `rate` "" is one that is not at hand."""
    number = {} if rate is None else {"rate": {"value": Decimal(rate) if rate else None}}
    return (
        {
            "name": {"zh": "关系"},
            "goal": "G1",
            "rule": rule,
            "of": of,
            "span": "each_year",
            "source": {"chapter": 7},
        }
        | number
        | more
    )


def a_task(**more: Any) -> Any:
    """A task due at the end of the plan."""
    return {
        "name": {"zh": "任务", "en": "Task"},
        "goal": "G1",
        "evidence": {"zh": "批复"},
        "source": {"chapter": 2},
    } | more


def with_duties(plan: Plan | None = None, **parts: Any) -> Plan:
    """The common plan together with series, relations, subsets and tasks.

    Series without a name of their own are called by their ids.
    """
    named = {
        key: {"name": {"zh": f"数据{key}"}} | each for key, each in parts.get("series", {}).items()
    }
    parts |= {"series": named} if named else {}
    return Plan.model_validate((plan or a_plan()).model_dump() | parts)


def figures(plan: Plan, known: Mapping[str, Values]) -> Figures:
    """What is known of each id, by year."""
    return Figures(plan, {key: actuals_for(theirs, indicator=key) for key, theirs in known.items()})


def a_report(year: int, stage: str | None, evidence: str | None = None) -> TaskReport:
    """What was reported on a task in a year."""
    return TaskReport(
        year=year,
        stage=None if stage is None else Stage(stage),
        evidence=evidence,
        place=Place(f"{year}.tasks.csv", 2, 3),
    )


def an_amendment(decided: str, *changes: Mapping[str, Any], **more: Any) -> Any:
    """A decision of that day with these changes."""
    return {
        "decided": decided,
        "body": {"zh": "市政府", "en": "City"},
        "document": f"No. {decided[:4]}",
        "reason": {"en": "why"},
        "source": {"document": "Gazette"},
        "changes": changes,
    } | more


def a_revision(before: str, after: str, published: str = "2021-05-11", **more: Any) -> Revision:
    """The baseline of "x" counted anew; overrides make it another kind or of something else."""
    return Revision.model_validate(
        {
            "indicator": "x",
            "kind": "baseline",
            "from": Decimal(before) if before else None,
            "to": Decimal(after) if after else None,
            "published": published,
            "body": {"zh": "统计局", "en": "Office"},
            "document": f"Census {published[:4]}",
            "reason": {"en": "census"},
        }
        | more
    )


def amend(plan: Plan, *amendments: Mapping[str, Any]) -> Plan:
    """The plan with these amendments."""
    return plan.changed(amendments=tuple(map(Amendment.model_validate, amendments)))
