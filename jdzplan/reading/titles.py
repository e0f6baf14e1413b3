"""What stands above and between the rows of a table: the year it says it is of, units, asides.

A title names the year of its table; it also names years that are none: of a publication, of a
comparison, of a plan. Only what is left when those are taken away counts.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jdzplan.findings import Place
from jdzplan.narrow import narrow
from jdzplan.patterns import Pattern
from jdzplan.reading.figures import is_figure
from jdzplan.reading.tables import Record

# Notes below a table and whoever answers for it: no names of indicators begin so.
_NOTE = Pattern(
    r"[(（\[【*※]*(?:注(?![册入])|说明|备注|附注|(?:资料|数据)来源|note|(?:依据|口径|来源|文号|source)[:：]).*"
    r"|(?:[*※†‡#①-⑳]|[(（\[][0-9]+[)）\]])(?=.*[，。、为系]).*",
    re.IGNORECASE | re.DOTALL,
)
_SIGNED = Pattern(
    r"(?:单位|部门|科室|统计|分管|填报|编制)?(?:负责人|责任人|领导|审核人?|审批人?|复核人?|填[报表]人?|制表人?"
    r"|统计人?|编制人?|经办人|联系人|联系方式|联系电话|电话|手机|签[字章名]|盖章|(?:填[报表]|报出|报送|制表)?(?:日期|时间))"
    r"(?:[(（]?(?:签[字章名]|盖章)[)）]?)?[:：].*"
    r"|(?:填报|报送|编制|制表)(?:单位|部门|说明|要求)?(?:[(（].*?[)）])?[:：].*",
    re.DOTALL,
)
_HEADING = Pattern(
    r"[(（]?[一二三四五六七八九十]+[)）、.．].*|第[一二三四五六七八九十]+部分.*|(?:续?表|附[件表])\s*[0-9].*",
    re.DOTALL,
)
_APART = Pattern(
    r"[(（][^()（）]*[)）]|(?:第[0-9]+页)?[/,，]?(?:共[0-9]+页)?|[-—][0-9]+[-—]|(?:续?表|附[件表])\s*[0-9一二三四五六七八九十]*"
    r"|(?:19|20)[0-9]{2}\s*年\s*[0-9]{1,2}\s*月(?:\s*[0-9]{1,2}\s*日)?"
)
_UNIT = Pattern(
    r"(?:^|[\s(（\[【,，、;；。])(?:计量|数据|金额|货币)?单\s*位\s*[:：]\s*(?P<unit>[^\s)）\]】。]*)"
)
# 单位 is a unit as well as an office; an office is called so.
_OFFICE = Pattern(r".+(?:局|委|办|办公室|厅|院|中心|公司|政府|大学|学院|部门|委员会|集团|科|处)")

_PHONE = 7  # digits of the shortest telephone number
_LONGEST = 300  # what is longer is no title; some patterns look ahead to its end
_Y = r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"
_TO = "[-—–~至到/]+"
_NO_CLAIM = Pattern(
    "|".join(
        (
            "《[^》]*》",
            rf"[〔\[(【]{_Y}年?[〕\])】]第?[0-9]+号",
            rf"〔{_Y}〕",
            rf"{_Y}年?{_TO}(?:{_Y}|[0-9]{{2}}(?![0-9]))年?(?![0-9]*月)",
            # A day or a month is a date, unless it is the last or the figures run up to it.
            rf"(?<!截至)(?<!截止)(?<!截止到){_Y}年(?!12月)[0-9]{{1,2}}月(?:[0-9]{{1,2}}[日号]?)?(?!{_TO})",
            rf"(?<!截至)(?<!截止)(?<!截止到){_Y}年12月[0-9]{{1,2}}[日号]",
            rf"{_Y}[-./](?:0?[1-9]|1[0-2])(?![0-9])(?:[-./][0-9]{{1,2}})?",
            # A publication.
            rf"(?:日期|时间|有效期|版本)[:：]?{_Y}年?(?:12月)?",
            rf"(?:发布|公布|印发|出版|修订|更新|报送|上报)[于:：]{_Y}年?(?:12月)?",
            rf"{_Y}年?度?(?:发布|公布|印发|出版|修订|制定|编制|下达|批准|通过|版)",
            # A comparison, a basis, an end.
            rf"{_Y}年?[与同]{_Y}年?",
            rf"(?:[较比与同以按自从]|根据|依据|参照|面向|(?<!截)至|(?<!截止)到){_Y}年?",
            rf"(?:基期|基年|上年(?:同期)?)[为(:：]?{_Y}年?",
            rf"(?:with|to|since|than|over|against|vs\.?|by|published|issued) ?{_Y}",
            rf"{_Y}年?度?(?:=|为100|为?基|不变价|可比价|价格|相比|同期|以来)",
            rf"{_Y}年?度?(?:远景|规划|发展|预期)*(?:目标|规划)(?!.*(?:完成|实现|进展|执行|落实))",
        )
    ),
    re.IGNORECASE,
)
# A bare number is a year at the end or the beginning of a title, where it counts nothing.
_CLAIM = Pattern(
    rf"({_Y})(?:年|[)）\]】]|$)|^({_Y})(?![家个万亿元件项人名户所条强余多+%.])", re.IGNORECASE
)
_IN_CHINESE = Pattern("[一二][〇○零九][〇○零一二三四五六七八九]{2}(?=年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


class Title(NamedTuple):
    """A cell above a table that names one year: the year, its text and where it stands."""

    year: int
    text: str
    record: Record
    at: int

    def place(self, path: str) -> Place:
        """Where the cell stands."""
        return self.record.place(path, self.at)


def plain_years(text: str) -> str:
    """A short text in narrow characters without spaces, its years in digits.

    >>> plain_years("二〇二三年 度"), plain_years("２０２３ 年")
    ('2023年度', '2023年')
    """
    plain = re.sub(r"(?<![0-9A-Za-z]) | (?![0-9A-Za-z])", "", narrow(text[:_LONGEST]))
    return _IN_CHINESE.sub(lambda found: found[0].translate(_DIGITS), plain)


def years_of(text: str) -> set[int]:
    """The years that a title is about; periods, comparisons, dates and numbers are none.

    >>> years_of("2022年科技指标完成情况（较2021年）"), years_of("“十四五”（2021—2025年）指标")
    ({2022}, set())
    >>> years_of("填报日期：2024年3月15日"), years_of("〔2022〕49号")
    (set(), set())
    """
    plain = plain_years(text)
    if len(text) > _LONGEST or not ("19" in plain or "20" in plain):
        return set()  # most texts, at no cost
    if _NOTE.fullmatch(text.strip()) or _SIGNED.fullmatch(text.strip()):
        return set()
    claims = _CLAIM.finditer(_NO_CLAIM.sub("、", plain))
    return {int(found[1] or found[2]) for found in claims}


def title_of(records: Iterable[Record]) -> Title | None:
    """The title that gives a table its year; None where the lines above name none or several."""
    found = [
        Title(year, cell.strip(), record, index)
        for record in records
        for index, cell in enumerate(record.cells)
        for year in years_of(cell)
    ]
    return found[0] if len({title.year for title in found}) == 1 else None


def unit_of(record: Record) -> str | None:
    """The unit that a line such as `单位：亿元` gives the rows below it."""
    return next((unit for cell in record.cells if (unit := unit_told(cell))), None)


def unit_line(record: Record) -> str | None:
    """The unit that a line of units or a heading within a table gives the rows below it."""
    cells = (cell.strip()[:_LONGEST] for cell in record.cells)
    found = (unit_told(cell) for cell in cells if _is_aside(cell) or _HEADING.fullmatch(cell))
    return next(filter(None, found), None)


def unit_told(cell: str) -> str | None:
    """The unit that a line, a title or a heading gives what stands below it.

    >>> unit_told("二、产出（单位：万元）"), unit_told("填报单位：科技局")
    ('万元', None)
    """
    text = cell.strip()[:_LONGEST]
    found = None if _NOTE.fullmatch(text) else _UNIT.search(text)
    return None if found is None or _OFFICE.fullmatch(found["unit"]) else found["unit"] or None


def unit_above(records: Sequence[Record]) -> str | None:
    """The unit that the lines above give a whole table: the nearest one."""
    return next((unit for record in reversed(records) if (unit := unit_of(record))), None)


def is_note(cell: str) -> bool:
    """Whether a cell begins the notes of a table: what stands alone below it goes on with them."""
    return bool(_NOTE.fullmatch(cell[:_LONGEST]))


def is_between(cells: Sequence[str]) -> bool:
    """Whether the filled cells of a row are a title, a heading, a note, a unit or signatures.

    >>> is_between(["填报人：张三", "联系电话：0798-8888888"]), is_between(["二、产出", "24.6"])
    (True, False)
    """
    is_headed = bool(_HEADING.fullmatch(cells[0][:_LONGEST]))
    if len(cells) == 1:
        return is_headed or _is_aside(cells[0]) or bool(years_of(cells[0]))
    is_headed = is_headed and any(map(unit_told, cells))
    return all(map(_is_aside, cells[is_headed:]))


def is_signed(cells: Sequence[str]) -> bool:
    """Whether a row begins with who answers for a table: 填报日期： and a date in the next cell.

    >>> is_signed(["联系电话：", "13800000000"]), is_signed(["审核人：", "2.4"])
    (True, False)
    """
    first, *others = cells
    is_label = bool(_SIGNED.fullmatch("".join(first[:_LONGEST].split())))
    return is_label and not any(is_figure(cell) and len(cell) < _PHONE for cell in others)


def is_numeral(cell: str) -> bool:
    """Whether a cell is the number of a heading: 一, （二）, 三、."""
    return bool(re.fullmatch(r"[(（]?[一二三四五六七八九十]{1,3}[)）、.．]?", cell))


def _is_aside(cell: str) -> bool:
    cell = cell[:_LONGEST]
    plain = "".join(cell.split())
    return any(form.fullmatch(plain) for form in (_NOTE, _SIGNED, _APART)) or bool(
        _UNIT.match(cell.strip("(（"))
    )
