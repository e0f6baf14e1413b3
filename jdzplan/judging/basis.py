"""The basis (口径) of figures: which of them may be put together, and where a series breaks.

A basis is a free label, as 不变价 or 普查后. A figure that states none goes with any other.
"""

from collections.abc import Iterable

from jdzplan.actuals import Actual
from jdzplan.nearest import plain_name


def bases_of(labels: Iterable[str | None]) -> tuple[str, ...]:
    """Every basis that is stated, once, in the order given.

    >>> bases_of(["不变价", None, " 不变价", "名义"])
    ('不变价', '名义')
    """
    stated: dict[str, str] = {}
    for label in filter(None, labels):
        stated.setdefault(plain_name(label), label)
    return tuple(stated.values())


def is_mixed(figures: Iterable[Actual | None]) -> bool:
    """Whether figures state more than one basis, so that nothing may be computed of them."""
    return len(bases_of(each.basis for each in figures if each)) > 1
