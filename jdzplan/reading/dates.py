"""The grammar of a date of publication: a day, a month or a year, in the ways offices write it."""

import re
from datetime import date

from jdzplan.actuals import Release
from jdzplan.narrow import narrow
from jdzplan.patterns import Pattern

# 2024.1 is refused: a spreadsheet makes it of 2024.10 as well.
_FORMS = tuple(
    Pattern(form)
    for form in (
        r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?: 0?0:00(?::00)?)?",
        r"([0-9]{4})([-/])([0-9]{1,2})",
        r"([0-9]{4})(年)(?:([0-9]{1,2})月(?:([0-9]{1,2})[日号])?)?",
        r"([0-9]{4})()",
    )
)


def parse_release(cell: str) -> Release:
    """Read one cell. Raises `ValueError` for anything but a date.

    >>> str(parse_release("2024年1月17日")), str(parse_release("2024/1"))
    ('2024-01-17', '2024-01')
    """
    text = re.sub(r" ?([年月日号]) ?", r"\1", narrow(cell))
    match = next(filter(None, (form.fullmatch(text) for form in _FORMS)), None)
    if match is None:
        raise ValueError(cell)
    year, _, *rest = match.groups()
    parts = tuple(int(part) for part in (year, *rest) if part)
    date(*parts, *(1, 1)[len(parts) - 1 :])  # there is such a day
    return Release(parts)
