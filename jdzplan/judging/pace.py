"""From pace to verdict: the bands, and the climb from baseline to target in either direction."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from jdzplan.judging.assessment import Outcome
from jdzplan.judging.bounds import Point, exact_decimal, meets
from jdzplan.judging.trajectory import Trajectory, compound_expected, compound_pace
from jdzplan.plan import Bands, Better, Path, Target
from jdzplan.verdicts import Reason, Verdict


def band(pace: Fraction | Decimal, bands: Bands, side: int = 0) -> Verdict:
    """The verdict of a pace p; each cut-off belongs to the better side.

    `side` -1 or 1 stands for a pace just below or above `pace`, as a strict bound leaves one.
    """
    cuts = (
        (bands.ahead, Verdict.AHEAD),
        (bands.on_track, Verdict.ON_TRACK),
        (bands.lagging, Verdict.LAGGING),
        (bands.behind, Verdict.BEHIND),
    )
    for cut, verdict in cuts:
        # A decimal compares exactly with a fraction; nothing is divided here.
        if pace > cut or (pace == cut and side >= 0):
            return verdict
    return Verdict.DETERIORATING


class Climb(NamedTuple):
    """A by-year target with something left to climb when the plan began.

    A band target (`better: within`) is climbed by the distance to its nearer edge. `multiple` is
    the target in multiples of the baseline, where it moves with it. `milestones` are the points
    that the path leads through, each (year, value); only the path `points` has some.
    """

    target: Target
    better: Better
    start: tuple[int, Fraction]
    target_year: int
    bands: Bands
    path: Path = Path.LINEAR
    multiple: Target | None = None
    milestones: tuple[tuple[int, Fraction], ...] = ()

    @property
    def goal(self) -> Fraction:
        """The bound that is climbed to; of a band, the edge nearer the baseline."""
        low, high = self.target.lower, self.target.upper
        near = high if low is None or (high and self.start[1] > high.value) else low
        assert near is not None  # `Target` refuses a target without a bound
        return Fraction(near.value)

    @property
    def road(self) -> Trajectory:
        """The path from baseline to target, straight between its points."""
        return Trajectory((self.start, *self.milestones, (self.target_year, self.goal)))

    def from_baseline(self, value: Fraction) -> "Climb":
        """The same climb from another baseline value."""
        target = self.multiple.times(exact_decimal(value)) if self.multiple else self.target
        return self._replace(start=(self.start[0], value), target=target)

    @property
    def can_grow(self) -> bool:
        """Whether growth rates lead to the target: one direction, and no zero to leave or reach."""
        return self.better is not Better.WITHIN and self.start[1] * self.goal > 0

    def expected(self, year: int) -> Fraction | None:
        """应达值; None where a compound path is not defined."""
        if self.path is Path.COMPOUND:
            return compound_expected(self.road, year) if self.can_grow else None
        return self.road.expected(year)

    def planned(self, year: int, path: Path) -> Fraction | None:
        """The share of the way that should be done: e, the time gone; on points the milestones'.

        None where nothing should be done yet, or less than nothing.
        """
        if path is not Path.POINTS:
            return self.road.elapsed(year)
        share = self.share(self.road.expected(year))
        return share if share is not None and share > 0 else None

    def pace(self, year: int, value: Fraction, path: Path) -> Fraction | Decimal | None:
        """进度比 p: share done over share planned, or growth achieved over growth required.

        linear: p = s / e (时序进度). points: p = (x_t - x_b) / (expected_t - x_b). compound:
        `compound_pace`. None where it is not defined.
        """
        if path is Path.COMPOUND:
            return compound_pace(self.road, year, value) if self.can_grow else None
        share, planned = self.share(value), self.planned(year, path)
        return None if share is None or planned is None else share / planned

    def projected(self, year: int, value: Fraction) -> Fraction | None:
        """Where the target year ends if it goes on as it went so far."""
        if self.path is Path.COMPOUND:
            so_far = Trajectory((self.start, (year, value)))
            return compound_expected(so_far, self.target_year)
        planned = self.planned(year, self.path)
        return None if planned is None else self.start[1] + (value - self.start[1]) / planned

    def share(self, value: Fraction) -> Fraction | None:
        """完成进度 s = (x_t - x_b) / (T - x_b); None where nothing lies between the two."""
        base = self.height(self.start[1])
        span = self.height(self.goal) - base
        return (self.height(value) - base) / span if span > 0 else None

    def outcome(self, year: int, point: Point) -> Outcome:
        """The verdict of a value in a year before the target year.

        Growth is never computed from zero or across a change of sign: there is no verdict then.
        """
        if meets(point, self.target):
            return Verdict.ACHIEVED, None
        side = point.side * self.slope(point.value)
        base = self.height(self.start[1])
        pace = self.pace(year, point.value, self.path)
        if pace is not None:
            return band(pace, self.bands, side), None
        if self.path is Path.COMPOUND and self.share(point.value) is not None:
            if self.can_grow and not point.value:
                return Verdict.DETERIORATING, None  # nothing is left: growth of -100 per cent
            return Verdict.NOT_ASSESSED, Reason.GROWTH_UNDEFINED
        # A strict bound at the baseline, rounding, or milestones that ask for nothing yet.
        least = base if self.path is not Path.POINTS else self.height(self.road.expected(year))
        lost = self.height(point.value) - least
        return (Verdict.DETERIORATING if (lost, side) < (0, 0) else Verdict.ON_TRACK), None

    def height(self, value: Fraction) -> Fraction:
        """How good a value is: itself, its negative, or minus its distance to the band."""
        if self.better is Better.HIGHER:
            return value
        if self.better is Better.LOWER:
            return -value
        low, high = self.target.lower, self.target.upper
        assert low is not None  # `between` alone goes with `within`, and has both ends
        assert high is not None
        return -max(Fraction(low.value) - value, value - Fraction(high.value), Fraction(0))

    def slope(self, value: Fraction) -> int:
        """1 where more is better at a value, -1 where less is."""
        if self.better is Better.WITHIN:
            low = self.target.lower
            return 1 if low is not None and value <= low.value else -1
        return 1 if self.better is Better.HIGHER else -1
