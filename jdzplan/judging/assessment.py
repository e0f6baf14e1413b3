"""The assessment record: a verdict with the numbers it rests on. No arithmetic here."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jdzplan.actuals import Actual
from jdzplan.plan import Indicator, Plan, Target
from jdzplan.verdicts import Flag, Reason, Verdict

Outcome = tuple[Verdict, Reason | None]
Actuals = Mapping[int, Actual]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodVerdict:
    """An every-year rule over the years so far: `missed_years` broke it, `unknown_years` lack."""

    verdict: Verdict
    reason: Reason | None = None
    missed_years: tuple[int, ...] = ()
    unknown_years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The arithmetic of a by-year verdict; a number that is not defined is None.

    Values are in the indicator's unit; of `share`, `elapsed` and `pace` 1 is the whole. `gap`
    is actual less expected, positive where it is the better; `distance` is target less actual,
    0 inside a band; `needed_per_year` and `achieved_per_year` are changes per year;
    `pace_compound` is growth achieved over growth required.
    """

    expected: Fraction | None = None
    share: Fraction | None = None
    elapsed: Fraction | None = None
    pace: Fraction | None = None
    pace_compound: Decimal | None = None
    gap: Fraction | None = None
    distance: Fraction | None = None
    projected: Fraction | None = None
    needed_per_year: Fraction | None = None
    achieved_per_year: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A verdict with its numbers, or a missing verdict with its reason.

    `disagrees` says that growth rates would give another verdict.
    """

    indicator: str
    year: int
    verdict: Verdict
    target: Target
    target_year: int
    region: str | None = None
    reason: Reason | None = None
    flags: tuple[Flag, ...] = ()
    alternatives: tuple[Verdict, ...] = ()
    disagrees: bool = False
    baseline: tuple[int, Decimal] | None = None
    actual: Actual | None = None
    numbers: Numbers = Numbers()
    period: PeriodVerdict | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What is judged: one indicator of a plan in one year, and all that is known up to then."""

    plan: Plan
    indicator: Indicator
    year: int
    known: Actuals

    @property
    def actual(self) -> Actual | None:
        """What was filed for the year, if anything."""
        return self.known.get(self.year)

    @property
    def target_year(self) -> int:
        """The year a by-year target falls due."""
        return self.plan.target_year(self.indicator.target)
