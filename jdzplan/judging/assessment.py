"""What is judged, and the record of it: a verdict with the numbers it rests on. No arithmetic."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from jdzplan.actuals import Actual
from jdzplan.plan import Amendment, Bands, Better, Kind, Path, Revision, Target
from jdzplan.verdicts import Flag, Reason, Verdict

Decider = Literal["baseline", "actual", "both"]
Outcome = tuple[Verdict, Reason | None]
Actuals = Mapping[int, Actual]
Known = Mapping[str, Actuals]
"""What is known of every series, indicator and member: by id, then by year."""


class PeriodVerdict(NamedTuple):
    """An every-year rule over the years so far: `missed_years` broke it, `unknown_years` lack."""

    verdict: Verdict
    reason: Reason | None = None
    missed_years: tuple[int, ...] = ()
    unknown_years: tuple[int, ...] = ()


class Numbers(NamedTuple):
    """The arithmetic of a by-year verdict; a number that is not defined is None.

    Values are in the indicator's unit; of `share`, `elapsed` and `pace` 1 is the whole. `gap`
    is actual less expected, positive where it is the better; `distance` is target less actual,
    0 inside a band; `needed_per_year` and `achieved_per_year` are changes per year;
    `pace_compound` is growth achieved over growth required. `growth` and `needed_growth` are
    mean growth (of a reduction from rates: mean loss) in per cent a year, since the baseline and
    from here to the target. `acceleration` is change needed over change achieved a year, on a
    path of growth the same of growth rates; `reached_in` is the year in which the target would
    be met if it goes on as it went so far. Both are None where it went the other way.
    """

    expected: Fraction | None = None
    share: Fraction | None = None
    elapsed: Fraction | None = None
    pace: Fraction | Decimal | None = None
    pace_compound: Decimal | None = None
    gap: Fraction | None = None
    distance: Fraction | None = None
    projected: Fraction | None = None
    needed_per_year: Fraction | None = None
    achieved_per_year: Fraction | None = None
    growth: Decimal | None = None
    needed_growth: Decimal | None = None
    acceleration: Fraction | None = None
    reached_in: int | None = None


class Outlook(NamedTuple):
    """What the yearly changes so far say of the target year.

    `probability` of meeting the target lies between 0.01 and 0.99. `projected` is the value of
    the target year if the mean change goes on, `low` and `high` are the ends of an interval that
    four outcomes in five should fall into; values are in the indicator's unit. `changes` is how
    many yearly changes it rests on; `is_constant` says that they are all the same, `has_sample`
    that one of the figures is a sample.
    """

    probability: float
    projected: Fraction
    low: float
    high: float
    changes: int
    is_constant: bool = False
    has_sample: bool = False


class Vintage(NamedTuple):
    """An earlier release of the year's figure, and what would be said by it."""

    actual: Actual
    verdict: Verdict
    reason: Reason | None = None


class Assessment(NamedTuple):
    """A verdict with its numbers, or a missing verdict with its reason.

    `target` is in the unit of `actual`: a doubling or a growth as the level it comes to.
    `trajectory` has the expected value of every year from baseline to target (目标路径).
    `decided_by` names the number whose next digit would tell which of the `alternatives` it is.
    `disagrees` says that the other path would give another verdict; `lacking` names the field
    that the plan must supply; `readings` are the same promise read otherwise, each with its id
    in `reading`. `stated` is the target as the plan words it, or the latest of `amendments`, which
    are in force and touch it; `original` is then the verdict against what was first printed.
    `revisions` bear on the indicator; `revised` is the verdict on the baseline as last revised.
    `vintages` are the releases before the one judged, oldest first.
    """

    indicator: str
    year: int
    verdict: Verdict
    target: Target
    stated: Target
    target_year: int
    unit: str = ""
    region: str | None = None
    reason: Reason | None = None
    flags: tuple[Flag, ...] = ()
    alternatives: tuple[Verdict, ...] = ()
    decided_by: Decider | None = None
    disagrees: bool = False
    baseline: tuple[int, Decimal] | None = None
    actual: Actual | None = None
    numbers: Numbers = Numbers()
    period: PeriodVerdict | None = None
    path: Path | None = None
    trajectory: tuple[tuple[int, Fraction], ...] = ()
    outlook: Outlook | None = None
    lacking: str | None = None
    reading: str | None = None
    readings: tuple["Assessment", ...] = ()
    amendments: tuple[Amendment, ...] = ()
    original: "Assessment | None" = None
    revisions: tuple[Revision, ...] = ()
    revised: "Assessment | None" = None
    vintages: tuple[Vintage, ...] = ()


class Case(NamedTuple):
    """Whatever the promise was: values of some years, held against a bound.

    `known` are the values up to `year`, of which `rule_years` count for an every-year rule.
    `start` is the known beginning, moved by rounding at most `start_slack`, with its basis where
    the plan states one. `multiple` is the target in multiples of the start, where it depends on
    it, and `milestones` are the points on the way, each (year, value). `gap_reason` says why some
    value is
    only a bound, where years or members lack. `unit` is that of all values; `is_compounded` says
    that they are reductions multiplied up from yearly rates.
    """

    target: Target
    unit: str
    better: Better
    kind: Kind
    bands: Bands
    path: Path | None
    start: tuple[int, Fraction] | None
    target_year: int
    rule_years: range
    year: int
    known: Actuals
    start_slack: Fraction = Fraction(0)
    start_basis: str | None = None
    multiple: Target | None = None
    milestones: tuple[tuple[int, Fraction], ...] = ()
    gap_reason: Reason | None = None
    is_compounded: bool = False

    @property
    def actual(self) -> Actual | None:
        """What is known of the year, if anything."""
        return self.known.get(self.year)
