"""The grammar of a published figure: `2.4`, `≥70`, `3.5亿元`, `2-3`, `—`. Never a permissive cast.

What is unambiguous is read; the rest is refused with the kind of thing that it looks like, so
that the message can say what to type instead.
"""

import re
from decimal import Decimal

from jdzplan.actuals import ANSWERS, Figure, Missing, Qualifier
from jdzplan.narrow import narrow
from jdzplan.verdicts import Reason

_MARKS = {
    Reason.NO_DATA: (
        "-",
        "--",
        "—",
        "——",
        "–",
        "/",
        "…",
        "……",
        "...",
        "无",
        "暂无",
        "缺",
        "暂缺",
        "缺失",
        "未统计",
        "无数据",
        "暂无数据",
        "N/A",
        "n/a",
        "NA",
        "none",
    ),
    Reason.NOT_YET_PUBLISHED: (
        "未公布",
        "待公布",
        "尚未公布",
        "暂未公布",
        "not yet published",
    ),
}
MISSING = {mark: reason for reason, marks in _MARKS.items() for mark in marks}
_BEFORE = {
    Qualifier.AT_LEAST: ("≥", "≧", ">=", "=>", "不低于", "不少于", "不小于", "至少"),
    Qualifier.MORE_THAN: (">", "超过", "超", "突破", "高于", "大于", "多于", "逾"),
    Qualifier.AT_MOST: ("≤", "≦", "<=", "=<", "不超过", "不高于", "不多于", "不大于", "至多"),
    Qualifier.LESS_THAN: ("<", "低于", "少于", "小于", "近", "不足", "不到"),
    Qualifier.APPROXIMATE: ("约", "大约", "约为", "≈", "~"),
}
_AFTER = {
    Qualifier.AT_LEAST: ("以上", "及以上"),
    Qualifier.MORE_THAN: ("余", "多"),
    Qualifier.AT_MOST: ("以下", "及以下", "以内"),
    Qualifier.APPROXIMATE: ("左右", "上下"),
}


def _words(table: dict[Qualifier, tuple[str, ...]]) -> tuple[dict[str, Qualifier], str]:
    words = {word: qualifier for qualifier, group in table.items() for word in group}
    longest_first = sorted(words, key=len, reverse=True)
    return words, "|".join(map(re.escape, longest_first))


_PREFIXES, _PREFIX = _words(_BEFORE)
_SUFFIXES, _SUFFIX = _words(_AFTER)
_NUMBER = r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_UNIT = r"[%‰A-Za-z\u4e00-\u9fff][%‰A-Za-z\u4e00-\u9fff/·()]*?"
_FIGURE = re.compile(
    rf"(?:达到?|第)?(?P<prefix>{_PREFIX})? ?(?P<number>{_NUMBER}) ?(?P<more>余|多)?"
    rf"(?:(?P<unit1>%)? ?(?:-|~|—|–|至|到) ?(?P<upper>{_NUMBER}) ?)?"
    rf"(?P<unit>{_UNIT})?? ?(?P<suffix>{_SUFFIX})?"
)
_LOOKALIKES = (
    ("spreadsheet_error", re.compile(r"#[A-Z/0!?]+")),
    ("nothing_but_words", re.compile(r"[^0-9]*")),
    ("separators", re.compile(r"[+-]?[0-9]+(?:[, ][0-9]+)+(?:\.[0-9]+)?")),
    ("trailing_mark", re.compile(rf"{_NUMBER}\s*[①-⑳*#†‡⁰¹²³⁴-⁹(\[].*")),
    ("date", re.compile(r"[0-9]{4}[-/年.][0-9]{1,2}(?:[-/月.][0-9]{1,2}日?)?.*|[0-9]+月[0-9]+日")),
)


class FigureError(ValueError):
    """A cell that is no figure; `kind` says what it looks like, `meant` what it may have meant."""

    def __init__(self, kind: str, meant: str | None = None) -> None:
        super().__init__(kind)
        self.kind, self.meant = kind, meant


_TWO_LINES = re.compile(r"[0-9０-９]\s*\n\s*[0-9０-９.．]")
_SCIENTIFIC = re.compile(r"[+-]?[0-9](?:\.[0-9]+)?[eE][+-]?[0-9]{1,2}")
_CHINESE = re.compile("([〇零一二两三四五六七八九十百千点]+)([万亿]?.*)")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_HEAD = re.compile(rf"(?:{_PREFIX})? ?[+-]?[1-9][0-9]{{0,2}}")
_TAIL = re.compile(r"[0-9]{3}(?:\.[0-9]+)?[%‰\u4e00-\u9fff]{0,4}")


def is_cut(first: str, second: str) -> bool:
    """Whether two neighbouring cells look like one figure that its separator cut in two.

    >>> is_cut("1", "318"), is_cut("1", "3180")
    (True, False)
    """
    head, tail = (narrow(cell) for cell in (first, second))
    return bool(_HEAD.fullmatch(head) and _TAIL.fullmatch(tail))


def parse_figure(cell: str) -> Figure | Missing:
    """Read one cell. Raises `FigureError` for anything that is neither figure nor mark.

    >>> parse_figure("≤2.28").qualifier.value, parse_figure("3.5亿元").unit
    ('at_most', '亿元')
    """
    if _TWO_LINES.search(cell):
        raise FigureError("two_lines")  # two figures, or one? nobody can tell
    text = narrow("".join(line.strip() for line in cell.split("\n")))
    if not text:
        return Missing(Reason.NOT_REPORTED, cell)
    if text in MISSING:
        return Missing(MISSING[text], cell.strip())
    if text.lower() in ANSWERS:
        return Figure(Decimal(ANSWERS[text.lower()]), printed=text)
    if _SCIENTIFIC.fullmatch(text):
        return Figure(Decimal(text), printed=cell.strip())
    match = _FIGURE.fullmatch(text)
    if match is None:
        raise FigureError(_lookalike(text), chinese_number(text))
    prefix, suffix, upper = match["prefix"], match["more"] or match["suffix"], match["upper"]
    if (match["more"] and match["suffix"]) or (match["unit1"] and match["unit"] != "%"):
        raise FigureError("two_qualifiers")
    if sum(map(bool, (prefix, suffix, upper))) > 1:
        raise FigureError("two_qualifiers")
    value = _decimal(match["number"])
    qualifier = _PREFIXES[prefix] if prefix else _SUFFIXES[suffix] if suffix else Qualifier.EXACT
    if upper is None:
        return Figure(value, qualifier, None, cell.strip(), match["unit"])
    if _decimal(upper) <= value:
        kind = _lookalike(text)
        raise FigureError(kind if kind == "date" else "empty_interval")
    return Figure(value, Qualifier.BETWEEN, _decimal(upper), cell.strip(), match["unit"])


def is_qualifier(word: str) -> bool:
    """Whether a word before a figure says what it is: 约, 超过, ≥."""
    return word in _PREFIXES


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def _lookalike(text: str) -> str:
    return next((kind for kind, form in _LOOKALIKES if form.fullmatch(text)), "other")


def chinese_number(text: str) -> str | None:
    """A number written in Chinese, in digits, for a suggestion; None if it is none.

    >>> chinese_number("一百二十家"), chinese_number("三点五亿元"), chinese_number("二〇二三")
    ('120家', '3.5亿元', '2023')
    """
    match = _CHINESE.fullmatch(text)
    if match is None:
        return None
    whole, point, decimals = match[1].partition("点")
    if not whole or set(decimals) & set(_TENS) or bool(point) != bool(decimals) or "点" in decimals:
        return None
    if not set(whole) & set(_TENS):
        number = "".join(str(_DIGITS[c]) for c in whole)
    else:
        total, digit = 0, 0
        for c in whole:
            if c in _TENS:
                total += (digit or 1) * _TENS[c]
                digit = 0
            else:
                digit = _DIGITS[c]
        number = str(total + digit)
    fraction = "".join(str(_DIGITS[c]) for c in decimals)
    return number + (f".{fraction}" if fraction else "") + match[2]
