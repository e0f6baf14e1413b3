"""The two kinds of tables: their columns with every header they may have, and their cells.

Each cell is read by the grammar of its column; an empty cell is None.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jdzplan.actuals import Figure, Missing, Release, Row, Stage, Status, TaskRow
from jdzplan.catalogue import Rule
from jdzplan.narrow import narrow
from jdzplan.patterns import Pattern
from jdzplan.reading.dates import parse_release
from jdzplan.reading.figures import FigureError, missing_reason, parse_figure


class CellError(ValueError):
    """A cell that its column's grammar refuses: the rule, and what the sentence needs."""

    def __init__(self, rule: Rule, **params: object) -> None:
        super().__init__(rule)
        self.rule, self.params = rule, params


_COLUMNS: dict[str, tuple[str, ...]] = {
    "indicator": ("指标", "指标编号", "编号"),
    "name": ("指标名称", "名称", "indicator name"),
    "value": ("数值", "数据", "指标值", "实际值", "完成值", "实际", "实际数", "完成数", "figure"),
    "unit": ("单位", "计量单位"),
    "region": ("地区", "县区", "区域"),
    "status": ("状态", "数据状态"),
    "released": ("发布日期", "公布日期", "发布时间", "公布时间", "release date"),
    "basis": ("口径", "统计口径", "数据口径"),
    "source": ("来源", "数据来源"),
    "note": ("备注", "说明", "remark"),
    "year": ("年份", "年度"),
    "definition": ("定义", "指标定义", "指标解释"),
}
SERIAL = ("序号", "行次", "no.")  # the header of a row's number in its table, which tells nothing
# A header of actual figures: over what span, that they are actual, that they are figures.
_SPAN = "(?:本年|当年|本期|全年|年末|年底|期末|1[-—–~至]12月)度?(?:累计)?"
_ACTUAL = "(?:实际完成|实际|完成|实绩|统计)"
_FIGURES = "(?:数值|数据|情况|值|数)"
ACTUAL_FIGURES = Pattern(
    f"{_SPAN}{_ACTUAL}?{_FIGURES}?|{_ACTUAL}{_FIGURES}?|数值|数据|指标值|figure|value"
)
_TASK_COLUMNS: dict[str, tuple[str, ...]] = {
    "task": ("任务", "任务编号", "编号", "重点任务"),
    "name": ("任务名称", "名称", "task name"),
    "stage": ("阶段", "进展", "完成情况", "进度"),
    "evidence": ("证据", "佐证", "佐证材料", "完成依据"),
    "note": ("备注", "说明", "remark"),
    "year": ("年份", "年度"),
    "due": ("完成期限", "到期年份"),
}
FREE_TEXT = ("source", "evidence", "note", "definition")
_STATUS_WORDS = {
    Status.FINAL: ("final", "最终", "最终数", "终值", "正式", "正式数", "定案", "年报数", "核定数"),
    Status.PRELIMINARY: (
        "preliminary",
        "初步",
        "初步数",
        "初步统计",
        "初步统计数",
        "快报",
        "快报数",
    ),
    Status.ESTIMATED: ("estimated", "估计", "估计数", "预计", "预计数"),
    Status.REVISED: ("revised", "修订", "修订数"),
    Status.SAMPLE: ("sample", "样例", "示例", "样本数据"),
}
_STAGE_WORDS = {
    Stage.NOT_STARTED: ("not_started", "not started", "未启动", "未开始"),
    Stage.UNDER_WAY: ("under_way", "under way", "进行中", "推进中", "在建"),
    Stage.DONE: ("done", "完成", "已完成"),
    Stage.STOPPED: ("stopped", "停止", "已停止", "终止"),
}
_STAGE_BY_WORD = {word: stage for stage, words in _STAGE_WORDS.items() for word in words}
STATUS_BY_WORD = {word: status for status, words in _STATUS_WORDS.items() for word in words}
_LONGEST = 300  # what is longer is no header
_HEADER_NOISE = str.maketrans("", "", " \t\n\u3000\u00a0\ufeff*")


def _bare(cell: Any) -> str:
    """A cell without spaces around it, nor what makes a spreadsheet take it for text: ', ="…"."""
    text = str(cell).strip()
    if quoted := re.fullmatch('="([^"]*)"', text):
        return quoted[1]
    return text[1:] if re.match("'[=+@-]", text) else text


def _line(cell: Any) -> str:
    """A cell of one line; where Alt+Enter broke it, between Latin letters a space was meant."""
    lines = "\n".join(line.strip() for line in str(cell).split("\n"))
    text = re.sub(r"(?<=[A-Za-z])\n+(?=[A-Za-z])", " ", lines)
    return _bare(text.replace("\n", ""))


def _figure(cell: Any) -> Figure | Missing:
    try:
        return parse_figure(_bare(cell) or cell)
    except FigureError as error:
        raise CellError(Rule.NOT_A_FIGURE, kind=error.kind, near=error.meant) from None


def _status(cell: Any) -> Status | None:
    word = _line(cell).lower()
    if word and word not in STATUS_BY_WORD:
        raise CellError(Rule.STATUS_UNKNOWN)
    return STATUS_BY_WORD.get(word)


# A year may be written with full-width or with Chinese digits.
_YEAR_DIGITS = str.maketrans("０１２３４５６７８９〇一二三四五六七八九零", "012345678901234567890")


def _stage(cell: Any) -> Stage | None:
    word = _line(cell).lower()
    if word and word not in _STAGE_BY_WORD:
        raise CellError(Rule.STAGE_UNKNOWN)
    return _STAGE_BY_WORD.get(word)


def _year(cell: Any) -> int | None:
    word = str(cell).strip()
    if word not in ("年", "年度"):
        word = word.removesuffix("度").removesuffix("年")
    word = word.translate(_YEAR_DIGITS).removesuffix(".0")
    if word and not re.fullmatch("[0-9]{4}", word):
        raise CellError(Rule.YEAR_INVALID)
    return int(word) if word else None


def _released(cell: Any) -> Release | None:
    try:
        return parse_release(_bare(cell)) if _bare(cell) else None
    except ValueError:
        raise CellError(Rule.RELEASE_UNKNOWN) from None


def _text(cell: Any) -> str | None:
    return _bare(cell) or None


def _evidence(cell: Any) -> str | None:
    """A piece of evidence; a mark that there is none is none."""
    word = _text(cell)
    return None if word is None or missing_reason(word) else word


def _name(cell: Any) -> str:
    if not str(cell).strip():
        raise CellError(Rule.INDICATOR_EMPTY)
    return _line(cell)


def _optional_line(cell: Any) -> str | None:
    return _line(cell) or None


def _unit(cell: Any) -> str | None:
    """A unit, out of the brackets that may stand around it."""
    return re.sub("^[(（](.*)[)）]$", r"\1", _line(cell)) or None


# `definition` and `due` are the plan's, printed in a template; nothing is taken from them.
_FIGURE_CELLS: Mapping[str, Callable[[str], Any]] = {
    "indicator": _name,
    "value": _figure,
    "name": _optional_line,
    "unit": _unit,
    "region": _text,
    "status": _status,
    "released": _released,
    "basis": _text,
    "source": _text,
    "note": _text,
    "year": _year,
}
_TASK_CELLS: Mapping[str, Callable[[str], Any]] = {
    "task": _name,
    "stage": _stage,
    "name": _optional_line,
    "evidence": _evidence,
    "note": _text,
    "year": _year,
}


@dataclass(frozen=True)
class Sheet:
    """A kind of table: its columns with their headers, the ones it needs, its record.

    The first column says what a row is about. `grammars` read the cells of the columns that go
    into the record, and raise `CellError`.
    """

    columns: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]
    record: type[Row] | type[TaskRow]
    grammars: Mapping[str, Callable[[str], Any]]

    @property
    def key(self) -> str:
        """The column that says what a row is about."""
        return next(iter(self.columns))

    @cached_property
    def by_header(self) -> Mapping[str, str]:
        """Column names by plain header."""
        named = {key: (key, *others) for key, others in self.columns.items()}
        return {plain_header(word): key for key, words in named.items() for word in words}

    @cached_property
    def key_words(self) -> re.Pattern[str]:
        """What to look for in a row to see, in a moment, whether it may be a header."""
        return re.compile(self.spelling(r"\s*"), re.IGNORECASE)

    def spelling(self, spaces: str) -> str:
        """A pattern of those words, with such spaces between their letters."""
        words = (self.key, *self.columns[self.key], *self.columns["name"])
        return "|".join(spaces.join(map(re.escape, word)) for word in words)

    def column_of(self, cell: str) -> str | None:
        """The column that a header cell names."""
        plain = plain_header(cell)
        if plain in self.by_header:
            return self.by_header[plain]
        is_actual = "value" in self.required and ACTUAL_FIGURES.fullmatch(plain)
        return "value" if is_actual else None


FIGURES = Sheet(_COLUMNS, ("indicator", "value"), Row, _FIGURE_CELLS)
TASKS = Sheet(_TASK_COLUMNS, ("task", "stage"), TaskRow, _TASK_CELLS)


def plain_header(cell: str) -> str:
    """A header without spaces, case, width, and a unit or remark in brackets.

    >>> plain_header("Value [km]"), plain_header("数值【亿元】"), plain_header("数 值（亿元）")
    ('value', '数值', '数值')
    """
    plain = narrow(cell[:_LONGEST]).translate(_HEADER_NOISE).lower()
    for bracket in "([【":
        plain = plain.partition(bracket)[0]
    return plain
