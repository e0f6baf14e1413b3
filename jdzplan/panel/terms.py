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


_LEAST = {Kind.COUNT: 0, Kind.RANK: 1}
_SIDES = {"at_least": Side.UP, "more_than": Side.UP, "at_most": Side.DOWN, "less_than": Side.DOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What holds of one indicator in one year; `key` is its place in the plan.

    `settled` is what is said whatever the figures are. `least` is what a count or a rank may be at
    least, None of a measured quantity; `is_next` says of these that the bound itself is not good
    enough, `is_strict` says so of a measured quantity. `is_waiting`: a rule of every year does not
    count yet or any more; `is_over`: the target year `due` is past; `is_final`: what is not met now
    is missed. The pace is at least `ahead` / `scale` where what is done times `whole` is at least
    the way times `ahead`, and so on: years times cut-offs.
    """

    key: int
    due: int
    settled: Outcome | None = Outcome.SERIES
    side: Side = Side.UP
    is_strict: bool = False
    is_next: bool = False
    least: int | None = None
    is_waiting: bool = False
    is_over: bool = False
    is_final: bool = False
    whole: int = 0
    ahead: int = 0
    on_track: int = 0
    lagging: int = 0
    behind: int = 0


FACTORS = ("whole", "ahead", "on_track", "lagging", "behind")


def kind_of(name: str) -> str:
    """The type of a column of terms."""
    return "bool" if name.startswith("is_") else "int32" if name in FACTORS else "int16"


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
    years = range(period.first, period.last + 1)
    return {year: tuple(_of(versions.of(year), year)) for year in years}


def _of(plan: Plan, year: int) -> Iterator[Terms]:
    """Terms of the indicators, then of all else that figures are filed for, which is not judged."""
    for key, name in enumerate(plan.measures):
        indicator = plan.indicators.get(name)
        if indicator is None:
            yield Terms(key=key, due=plan.plan.period.last)
        else:
            yield _judged(plan, indicator, key, year)


def _judged(plan: Plan, indicator: Indicator, key: int, year: int) -> Terms:
    cuts, target = cuts_of(plan.policy.bands), indicator.target
    bound = target.bound[0] if target.bound else ""
    start = indicator.start[0] if indicator.start else plan.plan.period.baseline
    due, least = plan.target_year(target), _LEAST.get(indicator.kind)
    is_yearly, is_open = target.form is Form.EVERY_YEAR, bound in ("more_than", "less_than")
    return Terms(
        key=key,
        due=due,
        settled=_settled(plan, indicator, is_fine=fits(cuts, due - start)),
        side=_SIDES.get(bound, Side.BAND),
        is_strict=is_open and least is None,
        is_next=is_open and least is not None,
        least=least,
        is_waiting=is_yearly and year not in plan.rule_years(target),
        is_over=not is_yearly and year > due,
        is_final=is_yearly or year == due,
        whole=(due - start) * cuts.scale,
        ahead=(year - start) * cuts.ahead,
        on_track=(year - start) * cuts.on_track,
        lagging=(year - start) * cuts.lagging,
        behind=(year - start) * cuts.behind,
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
