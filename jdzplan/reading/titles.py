"""What stands above a table: the year that it says it is of, and the unit of its figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jdzplan.findings import Place
from jdzplan.reading.tables import Record

_UNIT = re.compile(r"[(（]?(?:计量)?单位[:：]\s*(?P<unit>[^)）\s]+)\s*[)）]?")
# A year by itself: no day or month behind it, no document's number around it.
_YEAR = re.compile(
    r"(?<![0-9〔\[（(])(?:19|20)[0-9]{2}(?![0-9]|年\s*[0-9]{1,2}月|[-/.][0-9]|[〕\]])"
)
_PERIOD = re.compile(
    r"(?:19|20)[0-9]{2}年?度?\s*(?:[-—–~～至到]|--)\s*(?:(?:19|20)?[0-9]{2}年?)?"
    r"|(?:较|比|同比|相比|基期)\s*(?:19|20)[0-9]{2}年?"
    r"|(?:19|20)[0-9]{2}年?(?:为)?基期"
)
# Lines that speak of documents and of filling in, not of the figures.
_ASIDE = re.compile(
    r"\s*[(（]?(?:资料来源|数据来源|来源|注|说明|备注|文号|填报|填表|制表|编制|报送|联系|source|note)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """A cell above a table that names one year: the year, its text and where it stands."""

    year: int
    text: str
    record: Record
    index: int

    def place(self, path: str) -> Place:
        """Where the cell stands."""
        return self.record.place(path, self.index)


def years_of(text: str) -> set[int]:
    """The years that a title is about; periods, comparisons, dates and numbers are none.

    >>> years_of("2022年科技指标完成情况"), years_of("“十四五”（2021—2025年）指标")
    ({2022}, set())
    >>> years_of("较2022年"), years_of("填报日期：2024年3月15日"), years_of("〔2022〕49号")
    (set(), set(), set())
    """
    if _ASIDE.match(text):
        return set()
    return {int(year) for year in _YEAR.findall(_PERIOD.sub("", text))}


def title_of(records: Sequence[Record]) -> Title | None:
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
    for cell in record.cells:
        if found := _UNIT.fullmatch(cell.strip()):
            return found["unit"]
    return None


def unit_above(records: Sequence[Record]) -> str | None:
    """The unit that the lines above give a whole table: the nearest one."""
    return next((unit for record in reversed(records) if (unit := unit_of(record))), None)
