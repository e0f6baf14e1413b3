"""What may be said of one region, indicator and year, each as a small number for the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from jdzplan.verdicts import Reason, Verdict


class Outcome(IntEnum):
    """Verdicts first, from best to worst; then why there is none, the finer causes apart."""

    ACHIEVED = 0
    AHEAD = 1
    ON_TRACK = 2
    LAGGING = 3
    BEHIND = 4
    DETERIORATING = 5
    REGRESSED = 6
    MISSED = 7

    NOT_REPORTED = 10
    NO_DATA = 11
    NOT_YET_PUBLISHED = 12

    NO_BASELINE = 20
    NOT_DUE = 21
    OUTSIDE_PERIOD = 22
    WITHHELD = 23
    NO_TARGET = 24
    TARGET_UNUSABLE = 25
    OTHER_FORM = 26
    SERIES = 27

    BOUNDED = 30
    TOO_LONG = 31
    TOO_MANY = 32

    NOT_READ = 40
    STATUS_UNKNOWN = 41
    NOT_WHOLE = 42
    FILED_TWICE = 43
    YEAR_UNREADABLE = 44
    INDICATOR_UNKNOWN = 45

    LOOK = 50
    """The row code has to look at the cells; never in a result."""
    AFTER_DUE = 51
    """The verdict of the target year stands; never in a result."""

    @property
    def verdict(self) -> Verdict:
        """The verdict, or that there is none."""
        return Verdict(self.name.lower()) if self <= Outcome.MISSED else Verdict.NOT_ASSESSED

    @property
    def reason(self) -> Reason | None:
        """Why there is no verdict."""
        return None if self <= Outcome.MISSED else _REASONS[self]

    @property
    def is_error(self) -> bool:
        """Whether it comes from a row that breaks a rule."""
        return Outcome.NOT_READ <= self <= Outcome.INDICATOR_UNKNOWN

    @property
    def is_settled(self) -> bool:
        """Whether no figure of the year could change it."""
        return Outcome.NOT_DUE <= self <= Outcome.SERIES or self is Outcome.AFTER_DUE


# Rows of these are in no result, since they are of no year or no indicator of the plan.
ASTRAY = (
    Outcome.OUTSIDE_PERIOD,
    Outcome.YEAR_UNREADABLE,
    Outcome.INDICATOR_UNKNOWN,
    Outcome.SERIES,
)
_REASONS: Mapping[Outcome, Reason] = {
    Outcome.NOT_REPORTED: Reason.NOT_REPORTED,
    Outcome.NO_DATA: Reason.NO_DATA,
    Outcome.NOT_YET_PUBLISHED: Reason.NOT_YET_PUBLISHED,
    Outcome.NO_BASELINE: Reason.NO_BASELINE,
    Outcome.NOT_DUE: Reason.NOT_DUE,
    Outcome.OUTSIDE_PERIOD: Reason.OUTSIDE_PERIOD,
    Outcome.WITHHELD: Reason.DEFINITION_UNCONFIRMED,
    Outcome.NO_TARGET: Reason.NO_TARGET,
    Outcome.TARGET_UNUSABLE: Reason.DEFINITION_INCOMPLETE,
    Outcome.OTHER_FORM: Reason.NOT_IN_PANEL,
    Outcome.SERIES: Reason.NOT_IN_PANEL,
    Outcome.BOUNDED: Reason.NOT_IN_PANEL,
    Outcome.TOO_LONG: Reason.NOT_IN_PANEL,
    Outcome.TOO_MANY: Reason.NOT_IN_PANEL,
} | dict.fromkeys(
    (outcome for outcome in Outcome if outcome >= Outcome.NOT_READ), Reason.ROW_REJECTED
)


@dataclass(frozen=True, slots=True)
class Cell:
    """What the row code made of a row's cells: a key of the plan, and a figure or an outcome."""

    key: int | None
    value: str | None = None
    outcome: Outcome | None = None
