"""What a language has to say: the type checker sees to it that both say all of it."""

from collections.abc import Mapping
from typing import NamedTuple

from jdzplan.actuals import Qualifier, Stage, Status
from jdzplan.catalogue import Rule, Severity
from jdzplan.plan import Form, Strength, Tier
from jdzplan.verdicts import Flag, Reason, Verdict


class Sentence(NamedTuple):
    """What was found, and how to mend it; both with named placeholders."""

    found: str
    mend: str


class Words(NamedTuple):
    """All words of one language. `variants` stand in for a rule's sentence by kind of case."""

    language: str
    findings: Mapping[Rule, Sentence]
    variants: Mapping[tuple[Rule, str], Sentence]
    near: str
    all_of: str
    columns: Mapping[str, str]
    sheet: Mapping[str, str]
    severities: Mapping[Severity, str]
    verdicts: Mapping[Verdict, str]
    reasons: Mapping[Reason, str]
    flags: Mapping[Flag, str]
    statuses: Mapping[Status, str]
    stages: Mapping[Stage, str]
    qualifiers: Mapping[Qualifier, str]
    tiers: Mapping[Tier, str]
    forms: Mapping[Form, str]
    strengths: Mapping[Strength, str]
    units: Mapping[str, str]
    table: Mapping[str, str]
    needs: Mapping[str, str]
    view: Mapping[str, str]
    dictionary: Mapping[str, str]
    roles: Mapping[str, str]
    lists: Mapping[str, str]
    footer: Mapping[str, str]
    adjusted: Mapping[str, str]
    digest: Mapping[str, str]
    gate: Mapping[str, str]
