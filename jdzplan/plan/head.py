"""The plan's head and years, the policy by which progress is judged, and the goals."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from jdzplan.catalogue import Severity
from jdzplan.gate import FailOn, FailOnVerdict, Samples, VerdictsOf
from jdzplan.plan.base import Day, Lag, Name, Number, Record, Sources, StrictYear, Text


class Period(Record):
    """The plan's years: a baseline year, then the first to the last year judged."""

    baseline: StrictYear
    """Year of the baseline values."""
    first: StrictYear
    """First year of the plan."""
    last: StrictYear
    """Last year of the plan."""


class Head(Record):
    """Which document this is."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    """Short name: lower-case letters, digits and hyphens."""
    title: Text
    """Title of the plan."""
    document: Name | None = None
    """Document number."""
    issuer: Text | None = None
    """Issuing body."""
    area: Text | None = None
    """The whole that the plan is about, such as 青山市; a row filed for it is of no region."""
    issued: Day | None = None
    """Date of issue, as 2022-06-20."""
    period: Period
    """Years of the plan."""
    language: Annotated[str, Field(pattern="^(zh|en)$")] = "zh"
    """Language of the plan and of its reports: zh or en."""


class Bands(Record):
    """Cut-offs of the pace, share of the way done by share of the time gone; each is included."""

    ahead: Number = Decimal("1.30")
    """From here on: ahead."""
    on_track: Number = Decimal("0.95")
    """From here on: on_track."""
    lagging: Number = Decimal("0.60")
    """From here on: lagging."""
    behind: Number = Decimal(0)
    """From here on: behind; below it deteriorating."""


# The cut-offs of statistical offices. None of them has a class above "on track"; 1.30 is where
# Eurostat's and Statistics Canada's scores reach their end.
OFFICES: Mapping[str, Bands] = {
    # Eurostat, monitoring report on progress towards the SDGs in the EU: 95, 60 and 0 per cent.
    "eurostat": Bands.model_construct(),
    # Statistics Canada, progress measure of its SDG data hub; after Eurostat.
    "statcan": Bands.model_construct(),
    # UN Statistics Division, SDG progress chart, technical note of 2022: .95, .50 and -.10.
    "unsd": Bands.model_construct(lagging=Decimal("0.50"), behind=Decimal("-0.10")),
}


def _bands_of(value: Any) -> Any:
    if isinstance(value, str):
        if value not in OFFICES:
            raise PydanticCustomError("bands", "unknown", {"expected": ", ".join(OFFICES)})
        return OFFICES[value]
    return value


class Path(StrEnum):
    """The road from baseline to target that an actual is held against."""

    LINEAR = "linear"
    COMPOUND = "compound"
    POINTS = "points"


class GatePolicy(Record):
    """What stops a check of the data repository; the command line and the environment go first."""

    fail_on: FailOn = FailOn.ERROR
    """Findings that stop: of this severity or worse (error, warning, info), or never."""
    fail_on_verdict: FailOnVerdict = FailOnVerdict.NEVER
    """Verdicts that stop: this one or worse, such as behind; not_assessed alone; or never."""
    verdicts_of: VerdictsOf = VerdictsOf.ALL
    """Whose verdicts stop: all, or only binding (约束性) indicators."""
    samples: Samples = Samples.ALLOWED
    """Sample values: allowed with a warning, or refused, which makes them an error."""
    severity: dict[Name, Severity] = {}
    """Severities by rule (its code or its name), where they are to differ from the usual ones."""


class AdjustmentPolicy(Record):
    """When a review of the plan is proposed; nothing is ever changed by it."""

    behind_years: Annotated[int, Field(strict=True, ge=1, le=20)] | None = None
    """So many years running of behind or worse; left out, no such proposal is made, since the
    number is the plan's to set."""


class Policy(Record):
    """How progress is judged, and what stops a check."""

    path: Path = Path.LINEAR
    """Path from baseline to target: linear; compound (equal growth each year); points (through the
    milestones of those indicators that have some, elsewhere linear)."""
    bands: Annotated[
        Bands,
        BeforeValidator(
            _bands_of, json_schema_input_type=Bands | Literal["eurostat", "statcan", "unsd"]
        ),
    ] = Bands.model_construct()
    """Cut-offs of the pace, or the name of the office whose cut-offs they are: eurostat, statcan,
    unsd."""
    reason: Text | None = None
    """Why these cut-offs."""
    publication_lag: Lag | None = None
    """For figures that have no lag of their own, with its reason in zh or en; none is assumed."""
    adjustment: AdjustmentPolicy = AdjustmentPolicy.model_construct()
    """When a review of the plan is proposed."""
    gate: GatePolicy = GatePolicy.model_construct()
    """What stops a check, and how grave each rule is reported."""


class Goal(Record):
    """A group of indicators, relations and tasks."""

    name: Text
    """Name of the goal."""
    source: Sources
    """Where the plan states it."""
