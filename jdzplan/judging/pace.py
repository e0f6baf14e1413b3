"""From pace to verdict: the bands, and the climb from baseline to target in either direction."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from jdzplan.judging.bounds import Point, meets
from jdzplan.judging.trajectory import Trajectory
from jdzplan.plan import Bands, Better, Target
from jdzplan.verdicts import Verdict


def band(pace: Fraction | Decimal, bands: Bands, side: int = 0) -> Verdict:
    """The verdict of a pace p; each cut-off belongs to the better side.

    `side` -1 or 1 stands for a pace just below or above `pace`, as a strict bound leaves one.
    """
    cuts = (
        (bands.ahead, Verdict.AHEAD),
        (bands.on_track, Verdict.ON_TRACK),
        (bands.lagging, Verdict.LAGGING),
        (Decimal(0), Verdict.BEHIND),
    )
    for cut, verdict in cuts:
        # A decimal compares exactly with a fraction; nothing is divided here.
        if pace > cut or (pace == cut and side >= 0):
            return verdict
    return Verdict.DETERIORATING


@dataclass(frozen=True, slots=True)
class Climb:
    """A by-year target with something left to climb when the plan began.

    A band target (`better: within`) is climbed by the distance to its nearer edge.
    """

    target: Target
    better: Better
    start: tuple[int, Fraction]
    target_year: int
    bands: Bands

    @property
    def goal(self) -> Fraction:
        """The bound that is climbed to; of a band, the edge nearer the baseline."""
        low, high = self.target.lower, self.target.upper
        near = high if low is None or (high and self.start[1] > high.value) else low
        assert near is not None  # `Target` refuses a target without a bound
        return Fraction(near.value)

    @property
    def road(self) -> Trajectory:
        """The straight path from baseline to target."""
        return Trajectory((self.start, (self.target_year, self.goal)))

    def from_baseline(self, value: Fraction) -> "Climb":
        """The same climb from another baseline value."""
        return replace(self, start=(self.start[0], value))

    def share(self, value: Fraction) -> Fraction | None:
        """完成进度 s = (x_t - x_b) / (T - x_b); None where nothing lies between the two."""
        base = self.height(self.start[1])
        span = self.height(self.goal) - base
        return (self.height(value) - base) / span if span > 0 else None

    def verdict(self, year: int, point: Point) -> Verdict:
        """The verdict of a value in a year before the target year."""
        if meets(point, self.target):
            return Verdict.ACHIEVED
        side = point.side * self.slope(point.value)
        share = self.share(point.value)
        if share is None:  # a strict bound at the baseline, or rounding closed the gap
            lost = self.height(point.value) - self.height(self.start[1])
            return Verdict.DETERIORATING if (lost, side) < (0, 0) else Verdict.ON_TRACK
        return band(share / self.road.elapsed(year), self.bands, side)

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
