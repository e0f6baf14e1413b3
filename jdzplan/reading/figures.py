"""The grammar of a published figure: `2.4`, `≥70`, `3.5亿元`, `2-3`, `—`. Never a permissive cast.

What is unambiguous is read; the rest is refused with the kind of thing that it looks like, so
that the message can say what to type instead.
"""

import re
from decimal import Decimal

from jdzplan.actuals import ANSWERS, Figure, Missing, Qualifier
from jdzplan.narrow import narrow
from jdzplan.patterns import Pattern
from jdzplan.verdicts import Reason

_MARKS = {
    Reason.NO_DATA: (
        *(
            "/",
            "／",
            "//",
            "\\",
            "…",
            "……",
            "...",
            "无",
            "没有",
            "暂无",
            "缺",
            "暂缺",
            "缺失",
            "不详",
        ),
        *(
            "未统计",
            "暂未统计",
            "尚未统计",
            "无数据",
            "暂无数据",
            "无统计",
            "n/a",
            "n.a.",
            "na",
            "none",
            "null",
        ),
    ),
    Reason.NOT_YET_PUBLISHED: (
        *(f"{still}未{told}" for still in ("", "暂", "尚") for told in ("公布", "发布", "出数")),
        *("待公布", "待发布", "not yet published"),
    ),
    Reason.NOT_REPORTED: ("未报", "未填报", "未上报", "未报送"),
}
_MARK_BY_WORD = {mark: reason for reason, marks in _MARKS.items() for mark in marks}
_DASHES = Pattern("[-‐‑‒–—―─━]( ?[-‐‑‒–—―─━])*")  # a dash is drawn in many ways
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
_FIGURE = Pattern(
    rf"(?:达到?|(?:列|居|位列|位居)?(?P<among>全[市省国])?第)?"
    rf"(?P<prefix>{_PREFIX})? ?[¥￥]?(?P<number>{_NUMBER}) ?(?P<more>余|多)?"
    rf"(?:(?P<unit1>{_UNIT})?? ?(?:-|~|—|–|至|到) ?(?P<upper>{_NUMBER}) ?)?"
    rf"(?:\((?P<bracket>(?!注){_UNIT})\)|(?P<unit>{_UNIT})??) ?(?P<suffix>{_SUFFIX})?"
)
_PLAIN = Pattern(r"[+-]?[0-9]+(?:\.[0-9]+)?")  # what almost every cell holds
_TIME = Pattern("[月季年半]")
_LONGEST = 300  # no figure has more characters
_HOW_SETTLED = "预计|预估|估计|估算|初步|快报|暂定|预测"
_LOOKALIKES = (
    ("spreadsheet_error", Pattern(r"#[A-Z/0!?]+")),
    ("too_narrow", Pattern("#+")),
    ("status", Pattern(rf"(?=.*[0-9]).*(?:{_HOW_SETTLED}).*")),
    ("nothing_but_words", Pattern(r"[^0-9]*")),
    ("separators", Pattern(r"[+-]?[0-9]+(?:[, ][0-9]+)+(?:\.[0-9]+)?")),
    ("trailing_mark", Pattern(rf"{_NUMBER}\s*(?:[①-⑳*※#†‡⁰¹²³⁴-⁹(\[]|注).*")),
    ("date", Pattern(r"[0-9]{4}[-/年.][0-9]{1,2}(?:[-/月.][0-9]{1,2}日?)?.*|[0-9]+月[0-9]+日")),
)


class FigureError(ValueError):
    """A cell that is no figure; `kind` says what it looks like, `meant` what it may have meant."""

    def __init__(self, kind: str, meant: str | None = None) -> None:
        super().__init__(kind)
        self.kind, self.meant = kind, meant


_TWO_LINES = Pattern(r"[0-9０-９]\n+[0-9０-９.．]")
_SCIENTIFIC = Pattern(r"[+-]?[0-9](?:\.[0-9]+)?[eE][+-]?[0-9]{1,2}")
_CHINESE = Pattern(
    "(?P<order>(?:.{0,4}第)?)(?P<share>百分之|千分之|)"
    "(?P<digits>[〇零一二两三四五六七八九十百千点]+)(?P<behind>.*)"
)
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_HEAD = Pattern(rf"(?:{_PREFIX})? ?[+-]?[1-9][0-9]{{0,2}}")
_TAIL = Pattern(r"[0-9]{3}(?:\.[0-9]+)?[%‰\u4e00-\u9fff]{0,4}")


def is_cut(first: str, second: str) -> bool:
    """Whether two neighbouring cells look like one figure that its separator cut in two.

    >>> is_cut("1", "318"), is_cut("1", "3180")
    (True, False)
    """
    head, tail = (narrow(cell) for cell in (first, second))
    if not tail[:3].isdecimal():  # almost always so, and the patterns are dear to compile
        return False
    return bool(_HEAD.fullmatch(head) and _TAIL.fullmatch(tail))


def parse_figure(cell: str) -> Figure | Missing:
    """Read one cell. Raises `FigureError` for anything that is neither figure nor mark.

    >>> parse_figure("≤2.28").qualifier.value, parse_figure("3.5亿元").unit
    ('at_most', '亿元')
    """
    plain = cell.strip()
    if _PLAIN.fullmatch(plain) and len(plain) <= _LONGEST:
        return Figure(Decimal(plain), printed=plain)
    lines = [line.strip() for line in cell.split("\n")]
    if _TWO_LINES.search("\n".join(lines)):
        raise FigureError("two_lines")  # two figures, or one? nobody can tell
    text = narrow("".join(lines))
    if len(text) > _LONGEST:
        raise FigureError("other")
    if not text:
        return Missing(Reason.NOT_REPORTED, cell)
    if reason := missing_reason(text):
        return Missing(reason, cell.strip())
    if text.lower() in ANSWERS:
        return Figure(Decimal(ANSWERS[text.lower()]), printed=text)
    if _SCIENTIFIC.fullmatch(text):
        return Figure(Decimal(text), printed=cell.strip())
    match = _FIGURE.fullmatch(text)
    if match is None:
        raise FigureError(_lookalike(text), chinese_number(text))
    prefix, suffix, upper = match["prefix"], match["more"] or match["suffix"], match["upper"]
    unit = _unit(match)
    if (match["more"] and match["suffix"]) or (match["unit1"] and match["unit1"] != unit):
        raise FigureError("two_qualifiers")
    if sum(map(bool, (prefix, suffix, upper))) > 1:
        raise FigureError("two_qualifiers")
    value = _decimal(match["number"])
    qualifier = _PREFIXES[prefix] if prefix else _SUFFIXES[suffix] if suffix else Qualifier.EXACT
    if upper is None:
        return Figure(value, qualifier, None, cell.strip(), unit)
    if _decimal(upper) <= value:
        kind = _lookalike(text)
        raise FigureError(kind if kind == "date" else "empty_interval")
    return Figure(value, Qualifier.BETWEEN, _decimal(upper), cell.strip(), unit)


def _unit(match: re.Match[str]) -> str | None:
    """The unit glued to a figure; of a rank with what it is among: 全省位."""
    unit = match["bracket"] or match["unit"]
    if re.search(_HOW_SETTLED, unit or ""):
        raise FigureError("status")
    among: str = match["among"] or ""
    return among + (unit or "位") if among else unit


def missing_reason(word: str) -> Reason | None:
    """Which kind of nothing a mark stands for; None where it is no mark.

    >>> missing_reason("——").value, missing_reason("尚未发布").value, missing_reason("2.4")
    ('no_data', 'not_yet_published', None)
    """
    return Reason.NO_DATA if _DASHES.fullmatch(word) else _MARK_BY_WORD.get(word.lower())


def is_figure(cell: str) -> bool:
    """Whether a cell is a figure; what counts months or years names a time.

    >>> is_figure("318家"), is_figure("—"), is_figure("1-6月")
    (True, False, False)
    """
    try:
        found = parse_figure(cell)
    except FigureError:
        return False
    return isinstance(found, Figure) and not _TIME.search(found.unit or "")


def is_qualifier(word: str) -> bool:
    """Whether a word before a figure says what it is: 约, 超过, ≥."""
    return word in _PREFIXES


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def _lookalike(text: str) -> str:
    return next((kind for kind, form in _LOOKALIKES if form.fullmatch(text)), "other")


def chinese_number(text: str) -> str | None:
    """A number written in Chinese, in digits, for a suggestion; None if it is none.

    >>> chinese_number("一百二十家"), chinese_number("百分之三点五"), chinese_number("全省第二")
    ('120家', '3.5%', '全省第2')
    """
    match = _CHINESE.fullmatch(text)
    if match is None:
        return None
    whole, point, decimals = match["digits"].partition("点")
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
    sign = {"百分之": "%", "千分之": "‰", "": ""}[match["share"]]
    return match["order"] + number + (f".{fraction}" if fraction else "") + sign + match["behind"]
