"""Names as they are compared, and what somebody who typed a wrong one probably meant."""

from collections.abc import Iterable

_SAME = str.maketrans("（）＆／₀₁₂₃₄₅₆₇₈₉", "()&/0123456789")


def near(word: str, known: Iterable[str]) -> str | None:
    """The known name nearest to `word`, case and spaces aside; None where nothing is near.

    >>> near("valeu", ["value", "unit"])
    'value'
    """
    import difflib  # only a wrong name pays for it

    plain = {name.replace(" ", "").lower(): name for name in known}
    found = difflib.get_close_matches(word.replace(" ", "").lower(), plain, n=1, cutoff=0.6)
    return plain[found[0]] if found else None


def plain_name(name: str) -> str:
    """A name as it is compared: no spaces, no case, signs of one width, small digits as digits."""
    return "".join(name.split()).lower().translate(_SAME)
