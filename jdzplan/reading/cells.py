"""A spreadsheet's stored value as the text that its table prints, with every exact digit.

A cell stores 0.125 and shows 12.5%. What is printed is what was published, so the percentage, the
scale and the zeros of the number format come along; digits that the format hides are kept.
"""

import math
import re
from datetime import date, datetime, time
from decimal import Context, Decimal
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne
from typing import Any, NamedTuple

from jdzplan.narrow import visible
from jdzplan.patterns import Pattern
from jdzplan.reading.figures import is_qualifier

_EXACT = Context(prec=1000)
# A spreadsheet keeps and shows 15 digits; what a float has behind them is noise of arithmetic.
_KEPT = Context(prec=15)
# A point that is only drawn, as in 0!.0, (ten thousands), moves the figure as a real one would.
_DRAWN_POINT = Pattern(r'[\\!]\.|"\."')
_DRAWN = Pattern(r'"[^"]*"|[\\!_*].|\[[^\]]*\]')
_POINT = "\0"
_CONDITION = Pattern(r"\[\s*(<=|>=|<>|<|>|=)\s*(-?[0-9]+(?:\.[0-9]+)?)\s*\]")
_COMPARE = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne}
_LETTERS = Pattern("[a-z]", re.IGNORECASE)
_TOKENS = Pattern(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|[_*].|\[[^\]]*\]|(?P<end>;)'
    r"|(?P<digits>General|G/通用格式|[0#?][0#?.,/]*%?|[.,%])|(?P<plain>.)",
    re.DOTALL,
)
_UNIT_WORD = Pattern(r"[%‰]|[\u4e00-\u9fff]{1,4}(?:/[\u4e00-\u9fff]{1,4})?")


def cell_text(value: Any, number_format: str = "General") -> str:
    """What a cell says: numbers by their format, dates as ISO text, yes and no in Chinese.

    >>> cell_text(0.125, "0%"), cell_text(2.3, "0.00"), cell_text(200.0), cell_text(True)
    ('12.5%', '2.30', '200', '是')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return number_text(value, number_format)
    if isinstance(value, date) and _shows_only_years(number_format):
        return f"{value.year}年"
    if isinstance(value, datetime):
        is_day = value.time() == time()
        return value.date().isoformat() if is_day else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return visible(str(value)).replace("\r\n", "\n").replace("\r", "\n")


@lru_cache(maxsize=512)
def _shows_only_years(number_format: str) -> bool:
    """Whether a format draws nothing of a date but its year."""
    return set(map(str.lower, _LETTERS.findall(_DRAWN.sub("", number_format)))) == {"y"}


def raised_text(text: str) -> str:
    """Text that is set high: its digits as the raised ones that they are.

    >>> "12" + raised_text("1")
    '12¹'
    """
    return text.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def number_text(value: float, number_format: str) -> str:
    """A number with the percentage, the scale and at least the decimals that its format shows.

    >>> number_text(12345, '0!.0,"万"'), number_text(1318.5, "#,##0.00"), number_text(3, '0"家"')
    ('1.2345万', '1318.50', '3家')
    """
    if not math.isfinite(value):
        return str(value)
    number = Decimal(value) if isinstance(value, int) else _KEPT.create_decimal(repr(value))
    shape = _shape(number_format, _section_of(number_format, number))
    number = number.scaleb(shape.power, _EXACT)
    whole, _, part = f"{_EXACT.plus(number).normalize(_EXACT):f}".partition(".")
    part = part.ljust(shape.places, "0")
    digits = whole + ("." + part if part else "") + ("%" if shape.is_percent else "")
    return shape.before + digits + shape.behind


class _Shape(NamedTuple):
    """What a format does to a number: times ten to the power, with at least so many decimals.

    `before` and `behind` are the words drawn around it: 约, 亿, 家.
    """

    power: int
    places: int
    is_percent: bool
    before: str = ""
    behind: str = ""


def _section_of(number_format: str, number: Decimal) -> int:
    """Which section of a format draws a number: by their conditions, else by its sign.

    >>> _section_of('[>=10000]0!.0,"万";0"个"', Decimal(318)), _section_of("0;-0", Decimal(-1))
    (1, 1)
    """
    sections = re.sub(r'"[^"]*"|[\\!_*].', "", number_format).split(";")
    conditions = [_CONDITION.search(section) for section in sections]
    if not any(conditions):
        which = 1 if number < 0 else 2 if number == 0 else 0
        return which if which < len(sections) else 0
    for which, found in enumerate(conditions):
        if found is None or _COMPARE[found[1]](number, Decimal(found[2])):
            return which
    return 0


@lru_cache(maxsize=512)
def _shape(number_format: str, which: int) -> _Shape:
    """The shape that a section gives, without what is only drawn around the number."""
    section = _DRAWN.sub("", _DRAWN_POINT.sub(_POINT, number_format)).split(";")[which]
    percents = section.count("%")
    before, behind = _words_around(number_format, which)
    return _Shape(
        2 * percents - _scale(section),
        _places(section),
        is_percent=percents > 0,
        before=before,
        behind=behind,
    )


def _words_around(number_format: str, which: int) -> tuple[str, str]:
    """The words that a section of a format draws before and behind the digits.

    Only what is part of a published figure: a word that qualifies it, and its unit; currency
    signs, brackets and spaces are decoration.
    """
    section, drawn, around = 0, "", ["", ""]
    digits_seen = False
    for token in _TOKENS.finditer(number_format):
        if token["end"]:
            section += 1
            continue
        if section != which:
            continue
        if token["digits"]:
            if not digits_seen:
                around[0] = drawn
            digits_seen, drawn = True, ""
        else:
            drawn += token["quoted"] or token["escaped"] or token["plain"] or ""
    around[1] = drawn if digits_seen else ""
    before, behind = around[0].strip(), around[1].strip()
    return before if is_qualifier(before) else "", behind if _UNIT_WORD.fullmatch(behind) else ""


def _scale(section: str) -> int:
    """How many powers of ten a format takes away: three for each comma behind the digits."""
    commas = sum(len(run) for run in re.findall(r"(?<=[0#?])(,+)(?![0#?,])", section))
    _, _, behind = section.partition(_POINT)
    return 3 * commas + len(re.findall("[0#?]", behind))


def _places(section: str) -> int:
    if re.search("[Ee][+-]|/", section):  # scientific, or a fraction
        return 0
    decimals = re.search(rf"[.{_POINT}]([0#?]+)", section)
    return len(decimals[1].rstrip("#?")) if decimals else 0
