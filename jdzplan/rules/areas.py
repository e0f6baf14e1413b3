"""What a region as filed means: the whole area of the plan, a part that it lists, or neither."""

from functools import lru_cache

from jdzplan.nearest import plain_name
from jdzplan.plan import Plan, Text
from jdzplan.rules.names import Names

_TOTALS = ("合计", "总计", "总体", "汇总", "全域", "total", "whole")
# The whole of a thing of each rank: a city's table may set the province's figure beside its own.
_RANKS = {
    "国": ("全国",),
    "省": ("全省", "本省"),
    "市": ("全市", "本市"),
    "州": ("全州", "本州"),
    "盟": ("全盟", "本盟"),
    "区": ("全区", "本区"),
    "县": ("全县", "本县"),
    "旗": ("全旗", "本旗"),
}


def is_whole(region: str | None, area: Text | None) -> bool:
    """Whether a region is the whole area of the plan; `area` is its name, if the plan gives it.

    >>> is_whole("全省", Text(zh="青山市")), is_whole("青山全市合计", Text(zh="青山市"))
    (False, True)
    """
    return region is None or plain_name(region) in _words(area)


def regions_of(plan: Plan) -> Names:
    """The plan's regions by name."""
    return Names({key: region.names for key, region in plan.regions.items()})


def region_of(region: str | None, plan: Plan, regions: Names) -> str | None:
    """The id of a region as it was filed; None for the whole, and the word itself if not listed."""
    if region is None or is_whole(region, plan.plan.area):
        return None
    return regions.find(region) or region


@lru_cache(maxsize=8)  # every row with a region asks
def _words(area: Text | None) -> frozenset[str]:
    """Every way to say the whole: a total, its rank, its name, or one behind the other."""
    zh = plain_name(area.zh or "") if area else ""
    en = plain_name(area.en or "") if area else ""
    known = zh[-1:] in _RANKS
    whole = _RANKS[zh[-1]] if known else tuple(word for words in _RANKS.values() for word in words)
    names = {zh, zh[:-1] if known and len(zh) > 2 else zh, en} - {""}
    first = {*names, *whole, *(name + word for name in names for word in whole)}
    return frozenset({*_TOTALS, *first, *(n + total for n in first for total in _TOTALS)})
