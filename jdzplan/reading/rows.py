"""One year's file into rows: the header's names, each cell through pydantic, each fault located.

What a row means for a plan (whether the indicator exists, whether the unit fits) is for `rules`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationError
from pydantic_core import PydanticCustomError

from jdzplan.actuals import Figure, Missing, Row, Stage, Status, TaskRow
from jdzplan.catalogue import Rule, Severity
from jdzplan.findings import Finding, Place
from jdzplan.nearest import near
from jdzplan.reading.figures import FigureError, is_cut, parse_figure
from jdzplan.reading.tables import Record, read_records

_COLUMNS: dict[str, tuple[str, ...]] = {
    "indicator": ("指标", "指标编号", "编号"),
    "name": ("指标名称", "名称", "indicator name"),
    "value": ("数值", "数据", "实际值", "完成值", "figure"),
    "unit": ("单位", "计量单位"),
    "region": ("地区", "县区", "区域"),
    "status": ("状态", "数据状态"),
    "source": ("来源", "数据来源"),
    "note": ("备注", "说明", "remark"),
    "year": ("年份", "年度"),
}
_TASK_COLUMNS: dict[str, tuple[str, ...]] = {
    "task": ("任务", "任务编号", "编号", "重点任务"),
    "name": ("任务名称", "名称", "task name"),
    "stage": ("阶段", "进展", "完成情况", "进度"),
    "evidence": ("证据", "佐证", "佐证材料", "完成依据"),
    "note": ("备注", "说明", "remark"),
    "year": ("年份", "年度"),
}
# After one of these a row's cells may stand in the wrong columns, its region among them.
_SHIFTING = (Rule.ROW_TOO_LONG, Rule.BROKEN_QUOTES)
_WHOLE_CITY = ("全市", "本市", "全市合计")
_FREE_TEXT = ("source", "evidence", "note")
_STATUS_WORDS = {
    Status.FINAL: ("final", "最终", "最终数", "终值", "正式", "定案"),
    Status.PRELIMINARY: ("preliminary", "初步", "初步数", "快报"),
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
_HEADER_NOISE = str.maketrans("", "", " \t\n\u3000\u00a0\ufeff*")


def _figure(cell: Any) -> Figure | Missing:
    try:
        return parse_figure(cell)
    except FigureError as error:
        raise PydanticCustomError("figure", "not a figure", {"kind": error.kind}) from None


def _status(cell: Any) -> Status | None:
    word = str(cell).strip().lower()
    if word and word not in STATUS_BY_WORD:
        raise PydanticCustomError("status", "unknown status")
    return STATUS_BY_WORD.get(word)


def _stage(cell: Any) -> Stage | None:
    word = str(cell).strip().lower()
    if word and word not in _STAGE_BY_WORD:
        raise PydanticCustomError("stage", "unknown stage")
    return _STAGE_BY_WORD.get(word)


def _region(cell: Any) -> str | None:
    word = str(cell).strip()
    return None if word in _WHOLE_CITY else word or None


def _year(cell: Any) -> int | None:
    word = str(cell).strip()
    if word != "年":
        word = word.removesuffix("年")
    if word and not re.fullmatch("[0-9]{4}", word):
        raise PydanticCustomError("year", "not a year")
    return int(word) if word else None


def _text(cell: Any) -> str | None:
    return str(cell).strip() or None


def _name(cell: Any) -> str:
    if not str(cell).strip():
        raise PydanticCustomError("empty", "no indicator")
    return str(cell).strip()


_OptionalText = Annotated[str | None, BeforeValidator(_text)]


class FiledRow(Row):
    """A row whose cells are still text: pydantic validates each of them by its own grammar."""

    indicator: Annotated[str, BeforeValidator(_name)]
    value: Annotated[Figure | Missing, BeforeValidator(_figure)]
    name: _OptionalText = None
    unit: _OptionalText = None
    region: Annotated[str | None, BeforeValidator(_region)] = None
    status: Annotated[Status | None, BeforeValidator(_status)] = None
    source: _OptionalText = None
    note: _OptionalText = None
    year: Annotated[int | None, BeforeValidator(_year)] = None


class FiledTask(TaskRow):
    """A task row whose cells are still text."""

    task: Annotated[str, BeforeValidator(_name)]
    stage: Annotated[Stage | None, BeforeValidator(_stage)] = None
    name: _OptionalText = None
    evidence: _OptionalText = None
    note: _OptionalText = None
    year: Annotated[int | None, BeforeValidator(_year)] = None


@dataclass(frozen=True)
class Sheet:
    """A kind of table: its columns with their headers, the ones it needs, its record.

    The first column says what a row is about.
    """

    columns: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]
    record: type[FiledRow] | type[FiledTask]

    @property
    def key(self) -> str:
        """The column that says what a row is about."""
        return next(iter(self.columns))

    @cached_property
    def by_header(self) -> Mapping[str, str]:
        """Column names by plain header."""
        named = {key: (key, *others) for key, others in self.columns.items()}
        return {_plain_header(word): key for key, words in named.items() for word in words}


FIGURES = Sheet(_COLUMNS, ("indicator", "value"), FiledRow)
TASKS = Sheet(_TASK_COLUMNS, ("task", "stage"), FiledTask)

_RULE_OF_ERROR = {
    "stage": Rule.STAGE_UNKNOWN,
    "figure": Rule.NOT_A_FIGURE,
    "status": Rule.STATUS_UNKNOWN,
    "year": Rule.YEAR_INVALID,
    "empty": Rule.INDICATOR_EMPTY,
}


def _plain_header(cell: str) -> str:
    """A header without spaces, case, and a unit or remark in brackets of either width."""
    return re.sub(r"[(（\[【].*", "", cell.translate(_HEADER_NOISE)).lower()


@dataclass(frozen=True, slots=True)
class Table:
    """What one file holds: good rows, the names in bad ones, whether it could be read at all."""

    rows: tuple[FiledRow, ...] = ()
    tasks: tuple[FiledTask, ...] = ()
    rejected: frozenset[str] = frozenset()
    broken: bool = False
    findings: tuple[Finding, ...] = ()


def read_table(text: str, path: str, sheet: Sheet = FIGURES) -> Table:
    """Rows and findings of a file's text; `path` is how findings print the file."""
    columns: dict[int, str] = {}

    def may_span(cells: Sequence[str]) -> bool:
        spread = [(columns.get(i, "note"), cell) for i, cell in enumerate(cells) if "\n" in cell]
        # A line inside a cell with as many commas as a row has is a row that was swallowed.
        rows = [line for _, cell in spread for line in cell.split("\n")[1:]]
        swallowed = any(line.count(",") >= max(columns, default=1) for line in rows)
        return not (columns and swallowed) and all(name in _FREE_TEXT for name, _ in spread)

    records = (record for record in read_records(text, may_span) if not record.is_blank)
    header = next(records, None)
    if header is None:
        kind = {"kind": "tasks"} if sheet is TASKS else {}
        empty = Finding(rule=Rule.FILE_EMPTY, place=Place(path), params=kind)
        return Table(broken=True, findings=(empty,))
    findings = list(_header_findings(header, path, sheet))
    columns.update(_columns_of(header, sheet))
    if any(finding.severity is Severity.ERROR for finding in findings):
        return Table(broken=True, findings=tuple(findings))
    headless: dict[int, Place] = {}
    rows: list[FiledRow | FiledTask] = []
    rejected: set[str] = set()
    refused = 0
    for record in records:
        row, problems = _read_row(record, columns, len(header.cells), path, sheet)
        for i, cell in enumerate(record.cells[: len(header.cells)]):
            if cell.strip() and not header.cells[i].strip():
                headless.setdefault(i, record.place(path, i))
        findings += problems
        if row is None:
            refused += 1
            if _is_shifted(problems[0]) or not _region(_cell(record, columns, "region")):
                rejected.add(_cell(record, columns, sheet.key) or _cell(record, columns, "name"))
        else:
            rows.append(row)
    findings += (
        Finding(rule=Rule.COLUMN_UNKNOWN, place=place, params={"kind": "headless"})
        for place in headless.values()
    )
    if not rows and not refused:
        findings.append(
            Finding(
                rule=Rule.FILE_EMPTY,
                place=header.place(path, 0),
                params={"kind": "no_rows"},
            )
        )
    return Table(
        rows=tuple(row for row in rows if isinstance(row, FiledRow)),
        tasks=tuple(row for row in rows if isinstance(row, FiledTask)),
        rejected=frozenset(rejected),
        broken=not (rows or refused),
        findings=tuple(findings),
    )


def _columns_of(header: Record, sheet: Sheet) -> dict[int, str]:
    """Column names by position; without a column of ids the names say what a row is about."""
    known = sheet.by_header
    found = {i: known.get(_plain_header(cell)) for i, cell in enumerate(header.cells)}
    if sheet.key not in found.values():
        found = {i: sheet.key if name == "name" else name for i, name in found.items()}
    return {i: name for i, name in found.items() if name}


def _header_findings(header: Record, path: str, sheet: Sheet) -> Iterator[Finding]:
    columns = _columns_of(header, sheet)
    if header.broken:
        yield Finding(rule=Rule.BROKEN_QUOTES, place=header.place(path, 0))
        return
    places = header.places(path)
    unknown = [i for i, cell in enumerate(header.cells) if i not in columns and cell.strip()]
    for name in sheet.required:
        if name not in columns.values():
            params: dict[str, object] = {"column": name, "found": [c.strip() for c in header.cells]}
            yield Finding(rule=Rule.COLUMN_MISSING, place=places[0], params=params)
    for i in unknown:
        word = header.cells[i].strip()
        params = {"found": word, "near": near(word, sheet.by_header)}
        yield Finding(rule=Rule.COLUMN_UNKNOWN, place=places[i], params=params)
    seen: set[str] = set()
    for i, name in columns.items():
        if name in seen:
            params = {"found": header.cells[i].strip(), "column": name}
            yield Finding(rule=Rule.COLUMN_TWICE, place=places[i], params=params)
        seen.add(name)


def _cell(record: Record, columns: Mapping[int, str], column: str) -> str:
    index = next((i for i, name in columns.items() if name == column), len(record.cells))
    return record.cells[index].strip() if index < len(record.cells) else ""


def _is_shifted(problem: Finding) -> bool:
    return problem.rule in _SHIFTING or problem.params.get("kind") == "cut"


def _cut_figure(record: Record, columns: Mapping[int, str]) -> str | None:
    """The figure that a thousands separator without quotes cut in two: 1 | 318 for 1,318."""
    index = next((i for i, name in columns.items() if name == "value"), len(record.cells))
    pair = record.cells[index : index + 2]
    return ",".join(pair) if len(pair) > 1 and is_cut(*pair) else None


def _read_row(
    record: Record, columns: Mapping[int, str], width: int, path: str, sheet: Sheet
) -> tuple[FiledRow | FiledTask | None, list[Finding]]:
    name = _cell(record, columns, sheet.key)
    if record.broken:
        finding = Finding(rule=Rule.BROKEN_QUOTES, place=record.place(path, 0), indicator=name)
        return None, [finding]
    if any(cell.strip() for cell in record.cells[width:]):
        params = {"found": len(record.cells), "expected": width}
        place = record.place(path, width)
        finding = Finding(rule=Rule.ROW_TOO_LONG, place=place, params=params, indicator=name)
        return None, [finding]
    if cut := _cut_figure(record, columns):
        index = next(i for i, column in columns.items() if column == "value")
        finding = Finding(
            rule=Rule.NOT_A_FIGURE,
            place=record.place(path, index),
            params={"kind": "cut", "found": cut},
            indicator=name,
        )
        return None, [finding]
    cells = {
        column: record.cells[i] if i < len(record.cells) else "" for i, column in columns.items()
    }
    found = record.places(path)
    places = {
        column: found[i] if i < len(found) else record.place(path, i)
        for i, column in columns.items()
    }
    try:
        return sheet.record.model_validate(cells | {"cells": places}), []
    except ValidationError as error:
        return None, [
            Finding(
                rule=_RULE_OF_ERROR[problem["type"]],
                place=places[str(problem["loc"][0])],
                params=dict(problem.get("ctx", {})) | {"found": str(problem["input"]).strip()},
                indicator=name,
            )
            for problem in error.errors()
        ]
