"""What the plan says of each indicator, in whole numbers and words that a database can hold.

The numbers of a target are the regions' own; everything else (the form, the bound's word, the
years, the cut-offs) is the plan's, as it is in force in the year judged.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from jdzplan.judging.in_force import Versions
from jdzplan.panel.outcomes import Outcome
from jdzplan.plan import Bands, Form, Indicator, Kind, Path, Plan

_MOST = 999_999  # six digits: with the 32 of a product they just fit into 38


class Side(IntEnum):
    """Where the good values lie: from the bound upwards, downwards, or within a band."""

    UP = 1
    DOWN = -1
    BAND = 0


_SIDES = {"at_least": Side.UP, "more_than": Side.UP, "at_most": Side.DOWN, "less_than": Side.DOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """One indicator: `key` is its place in the plan, `least` what a count or rank may be at least.

    `first` to `last` are the years of an every-year rule. `settled` is what is said whatever the
    figures are; `least` is None of a measured quantity.
    """

    key: int
    name: str
    start: int
    due: int
    first: int = 0
    last: int = 0
    is_yearly: bool = False
    side: Side = Side.UP
    is_strict: bool = False
    least: int | None = None
    settled: Outcome | None = Outcome.SERIES


@dataclass(frozen=True, slots=True)
class Cuts:
    """The cut-offs of the pace as whole numbers: ahead is `ahead` / `scale`, and so on."""

    scale: int
    ahead: int
    on_track: int
    lagging: int
    behind: int


def cuts_of(bands: Bands) -> Cuts:
    """The cut-offs over their common denominator.

    >>> cuts_of(Bands())
    Cuts(scale=100, ahead=130, on_track=95, lagging=60, behind=0)
    """
    cuts = [bands.ahead, bands.on_track, bands.lagging, bands.behind]
    places = max(0, *(-int(cut.normalize().as_tuple().exponent) for cut in cuts))
    scale = 10**places
    return Cuts(scale, *(int(Decimal(cut) * scale) for cut in cuts))


def fits(cuts: Cuts, years: int) -> bool:
    """Whether a cut-off times a span of years keeps to six digits."""
    return max(map(abs, (cuts.scale, cuts.ahead, cuts.behind))) * years <= _MOST


def terms_of(versions: Versions) -> dict[int, tuple[Terms, ...]]:
    """The terms in force in each year of the plan, in the plan's order."""
    period = versions.plan.plan.period
    return {year: tuple(_of(versions.of(year))) for year in range(period.first, period.last + 1)}


def _of(plan: Plan) -> Iterator[Terms]:
    """Terms of the indicators, then of all else that figures are filed for, which is not judged."""
    cuts, period = cuts_of(plan.policy.bands), plan.plan.period
    for key, name in enumerate(plan.measures):
        indicator = plan.indicators.get(name)
        if indicator is None:
            yield Terms(key=key, name=name, start=period.baseline, due=period.last)
            continue
        target = indicator.target
        bound = target.bound[0] if target.bound else ""
        years = plan.rule_years(target)
        start = indicator.start[0] if indicator.start else period.baseline
        due = plan.target_year(target)
        yield Terms(
            key=key,
            name=name,
            is_yearly=target.form is Form.EVERY_YEAR,
            side=_SIDES.get(bound, Side.BAND),
            is_strict=bound in ("more_than", "less_than"),
            least={Kind.COUNT: 0, Kind.RANK: 1}.get(indicator.kind),
            start=start,
            due=due,
            first=years.start,
            last=years.stop - 1,
            settled=_settled(plan, indicator, is_fine=fits(cuts, due - start)),
        )


def _settled(plan: Plan, indicator: Indicator, *, is_fine: bool) -> Outcome | None:
    if not indicator.assess:
        return Outcome.WITHHELD
    target = indicator.target
    path = indicator.path or plan.policy.path
    is_straight = not target.milestones and path is not Path.COMPOUND
    is_known = target.form is Form.EVERY_YEAR or (target.form is Form.BY_YEAR and is_straight)
    is_number = indicator.kind is not Kind.ANSWER
    return None if is_known and is_number and is_fine else Outcome.OTHER_FORM
