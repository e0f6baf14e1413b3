"""The words of judgement: verdicts, reasons for having none, and flags. No arithmetic."""

from enum import StrEnum


class Verdict(StrEnum):
    """What is said of one indicator in one year.

    Members stand from best to worst; `NOT_ASSESSED` stands outside the order and always
    comes with a `Reason`.
    """

    ACHIEVED = "achieved"
    AHEAD = "ahead"
    ON_TRACK = "on_track"
    LAGGING = "lagging"
    BEHIND = "behind"
    DETERIORATING = "deteriorating"
    REGRESSED = "regressed"
    MISSED = "missed"
    NOT_ASSESSED = "not_assessed"

    @property
    def rank(self) -> int:
        """Place in the order, 0 for the best. Only for verdicts inside the order."""
        return ORDER.index(self)

    @property
    def is_fine(self) -> bool:
        """On track or better. A missing verdict is not fine."""
        return self in (Verdict.ACHIEVED, Verdict.AHEAD, Verdict.ON_TRACK)

    @property
    def rests_on_pace(self) -> bool:
        """Whether a pace decided; met or not is settled by the published figure alone."""
        return self in (
            Verdict.AHEAD,
            Verdict.ON_TRACK,
            Verdict.LAGGING,
            Verdict.BEHIND,
            Verdict.DETERIORATING,
        )

    def at_least_as_bad_as(self, other: "Verdict") -> bool:
        """Whether this verdict is `other` or worse; a missing one is only as bad as itself."""
        if Verdict.NOT_ASSESSED in (self, other):
            return self is other
        return self.rank >= other.rank


ORDER: tuple[Verdict, ...] = tuple(v for v in Verdict if v is not Verdict.NOT_ASSESSED)


class Reason(StrEnum):
    """Why there is no verdict."""

    NOT_REPORTED = "not_reported"
    NO_DATA = "no_data"
    NOT_YET_PUBLISHED = "not_yet_published"
    ROW_REJECTED = "row_rejected"
    NO_BASELINE = "no_baseline"
    BOUNDS_DISAGREE = "bounds_disagree"
    MISSING_YEARS = "missing_years"
    MISSING_MEMBERS = "missing_members"
    NOT_DUE = "not_due"
    OUTSIDE_PERIOD = "outside_period"
    DEFINITION_UNCONFIRMED = "definition_unconfirmed"
    DEFINITION_INCOMPLETE = "definition_incomplete"
    EXTERNAL_STANDARD_MISSING = "external_standard_missing"
    NO_REFERENCE = "no_reference"
    GROWTH_UNDEFINED = "growth_undefined"
    BASIS_DIFFERS = "basis_differs"
    NO_EVIDENCE = "no_evidence"
    NEVER_JUDGED = "never_judged"
    WITHDRAWN = "withdrawn"
    NO_TARGET = "no_target"
    NOT_IN_PANEL = "not_in_panel"


class Flag(StrEnum):
    """What stands beside a verdict and never changes it."""

    AT_RISK = "at_risk"
    FELL_BACK = "fell_back"
    PROVISIONAL = "provisional"
    SAMPLE = "sample"
    BOUNDED = "bounded"
    APPROXIMATE = "approximate"
    ROUNDING_SENSITIVE = "rounding_sensitive"
    METHOD_DISAGREEMENT = "method_disagreement"
    SERIES_BREAK = "series_break"
    DEFINITION_UNCONFIRMED = "definition_unconfirmed"
    AMENDED = "amended"
