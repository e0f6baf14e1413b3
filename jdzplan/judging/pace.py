"""From pace to verdict: the bands, and the climb from baseline to target in either direction."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from jdzplan.judging.bounds import Point, exact_decimal, meets
from jdzplan.judging.trajectory import Trajectory, compound_expected, compound_pace
from jdzplan.plan import Bands, Better, Path, Target
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Climb:
    """A by-year target with something left to climb when the plan began.

    A band target (`better: within`) is climbed by the distance to its nearer edge. `multiple` is
    the target in multiples of the baseline, where it moves with it.
    """

    target: Target
    better: Better
    start: tuple[int, Fraction]
    target_year: int
    bands: Bands
    path: Path = Path.LINEAR
    multiple: Target | None = None

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
        target = self.multiple.times(exact_decimal(value)) if self.multiple else self.target
        return replace(self, start=(self.start[0], value), target=target)

    def expected(self, year: int) -> Fraction | None:
        """应达值; None where a compound path is not defined."""
        if self.path is Path.COMPOUND:
            return compound_expected(self.road, year)
        return self.road.expected(year)

    def pace(self, year: int, value: Fraction, path: Path) -> Fraction | Decimal | None:
        """进度比 p = s / e; on the compound path growth achieved over growth required."""
        if path is Path.COMPOUND:
            return compound_pace(self.road, year, value)
        share = self.share(value)
        return None if share is None else share / self.road.elapsed(year)

    def projected(self, year: int, value: Fraction) -> Fraction | None:
        """Where the target year ends if it goes on as it went so far."""
        if self.path is Path.COMPOUND:
            so_far = Trajectory((self.start, (year, value)))
            return compound_expected(so_far, self.target_year)
        return self.start[1] + (value - self.start[1]) / self.road.elapsed(year)

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
        if self.share(point.value) is None:  # a strict bound at the baseline, or rounding
            lost = self.height(point.value) - self.height(self.start[1])
            return Verdict.DETERIORATING if (lost, side) < (0, 0) else Verdict.ON_TRACK
        pace = self.pace(year, point.value, self.path)
        # Without a pace of growth nothing is left of what there was.
        return Verdict.DETERIORATING if pace is None else band(pace, self.bands, side)

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
