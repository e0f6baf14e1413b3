"""Units of published figures: which are the same, and which differ by a power of ten."""

from functools import lru_cache
from typing import NamedTuple

from jdzplan.patterns import Pattern

# Counters that official tables use for one and the same count (a firm is 家, 个 or 户).
_SAME = dict.fromkeys(("家", "个", "户", "所", "项"), "家") | {
    "％": "%",
    "百分比": "%",
    "人·年": "人年",
    "名": "人",
    "percent": "%",
    "CNY": "元",
}
_PREFIXES = {"万亿": 12, "千万": 7, "百万": 6, "亿": 8, "万": 4, "千": 3}
_PREFIXED = Pattern("(" + "|".join(_PREFIXES) + ")(.+)")
_SPACES = Pattern(r"\s+")


class Unit(NamedTuple):
    """A unit as a base and a power of ten: 亿元 is (元, 8), ‰ is (%, -1)."""

    base: str
    exponent: int


@lru_cache(maxsize=1024)  # every row asks several times, and few units are in use
def parse_unit(text: str) -> Unit:
    """Read a unit's name; an unknown one is its own base.

    >>> parse_unit("万元"), parse_unit("户")
    (Unit(base='元', exponent=4), Unit(base='家', exponent=0))
    """
    name = _SPACES.sub("", text).translate({0xFF08: "(", 0xFF09: ")", 0xFF0F: "/"})
    if name in ("‰", "千分比"):
        return Unit("%", -1)
    exponent = 0
    while match := _PREFIXED.fullmatch(name):
        exponent += _PREFIXES[match[1]]
        name = match[2]
    return Unit(_SAME.get(name, name), exponent)


def shift(found: str, wanted: str) -> int | None:
    """The power of ten that turns a figure in `found` into `wanted`; None if nothing does.

    >>> shift("万元", "亿元"), shift("户", "家"), shift("%", "家")
    (-4, 0, None)
    """
    a, b = parse_unit(found), parse_unit(wanted)
    return a.exponent - b.exponent if a.base == b.base else None
