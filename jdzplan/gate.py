"""The gate: which findings and verdicts stop a merge, and how grave each rule is reported.

Policy, not judgement: what a rule does to judging (a refused row is not judged) stays as it is.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from jdzplan.catalogue import Rule, Severity
from jdzplan.verdicts import Verdict


class FailOn(StrEnum):
    """The least grave finding that stops."""

    ERROR = Severity.ERROR.value
    WARNING = Severity.WARNING.value
    INFO = Severity.INFO.value
    NEVER = "never"


class FailOnVerdict(StrEnum):
    """The best verdict that stops, every worse one with it."""

    ACHIEVED = Verdict.ACHIEVED.value
    AHEAD = Verdict.AHEAD.value
    ON_TRACK = Verdict.ON_TRACK.value
    LAGGING = Verdict.LAGGING.value
    BEHIND = Verdict.BEHIND.value
    DETERIORATING = Verdict.DETERIORATING.value
    REGRESSED = Verdict.REGRESSED.value
    MISSED = Verdict.MISSED.value
    NOT_ASSESSED = Verdict.NOT_ASSESSED.value
    NEVER = "never"


class VerdictsOf(StrEnum):
    """Whose verdicts count at the gate."""

    ALL = "all"
    BINDING = "binding"


class Samples(StrEnum):
    """Whether sample values may stand in for published ones."""

    ALLOWED = "allowed"
    REFUSED = "refused"


class Gate(NamedTuple):
    """When a check fails. `severity` holds the rules that are reported otherwise than usual."""

    fail_on: FailOn = FailOn.ERROR
    fail_on_verdict: FailOnVerdict = FailOnVerdict.NEVER
    verdicts_of: VerdictsOf = VerdictsOf.ALL
    severity: Mapping[Rule, Severity] = MappingProxyType({})

    def severity_of(self, rule: Rule, own: Severity | None = None) -> Severity:
        """How grave a rule's findings are reported; `own` is that of a milder case."""
        return self.severity.get(rule, own or rule.severity)

    def stops_at(self, severity: Severity) -> bool:
        """Whether a finding of this severity stops."""
        limit = self.fail_on
        return limit is not FailOn.NEVER and severity.rank <= Severity(limit.value).rank

    def stops_on(self, verdict: Verdict, *, is_binding: bool) -> bool:
        """Whether a verdict stops, on an indicator that is 约束性 (binding) or on anything else."""
        limit = self.fail_on_verdict
        counts = is_binding or self.verdicts_of is VerdictsOf.ALL
        return (
            limit is not FailOnVerdict.NEVER
            and counts
            and verdict.at_least_as_bad_as(Verdict(limit.value))
        )


USUAL = Gate()
"""The gate where nobody says otherwise: an error stops, no verdict does."""


def may_be(rule: Rule, severity: Severity) -> bool:
    """Whether policy may report a rule so: an unusable plan is an error, whatever it is called."""
    is_fatal = rule.code.startswith("JDZ1") and rule.severity is Severity.ERROR
    return not is_fatal or severity is Severity.ERROR
