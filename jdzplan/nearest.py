"""Names as they are compared, and what somebody who typed a wrong one probably meant."""

from collections.abc import Iterable
from functools import lru_cache

_WIDE = {chr(0xFEE0 + ord(c)): c for c in map(chr, range(0x21, 0x7F))}
_LIKE = zip("₀₁₂₃₄₅₆₇₈₉【】“”‘’–—−", "0123456789()\"\"''---", strict=True)
_ONE = _WIDE | dict(_LIKE)
_SAME, _SIGNS = str.maketrans(_ONE), frozenset(_ONE)


def near(word: str, known: Iterable[str]) -> str | None:
    """The known name nearest to `word`, case and spaces aside; None where nothing is near.

    >>> near("valeu", ["value", "unit"])
    'value'
    """
    return next(iter(nearest(word, known, 1)), None)


def nearest(word: str, known: Iterable[str], most: int) -> list[str]:
    """The known names near to `word`, at most so many, the nearest first."""
    import difflib  # only a wrong name pays for it

    plain = {name.replace(" ", "").lower(): name for name in known}
    wanted = word.replace(" ", "").lower()
    return [plain[name] for name in difflib.get_close_matches(wanted, plain, n=most, cutoff=0.6)]


@lru_cache(maxsize=8192)  # names of regions and indicators come back in every row
def plain_name(name: str) -> str:
    """A name as compared: no spaces, no case, signs of one width, small digits as digits.

    >>> plain_name("Aged 25 – 64") == plain_name("aged 25-64")
    True
    """
    plain = "".join(name.split()).lower()
    return plain if _SIGNS.isdisjoint(plain) else plain.translate(_SAME)
