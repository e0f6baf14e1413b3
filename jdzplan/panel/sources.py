"""Where the tables come from: CSV or Parquet files, or tables of a database, as one shape."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

import ibis
from ibis import Table

from jdzplan.panel.engine import Engine, SourceError
from jdzplan.reading.contents import years_in
from jdzplan.reading.sheets import FIGURES, plain_header

_TARGETS = {
    "region": ("地区", "县区", "区域"),
    "indicator": ("指标", "指标编号", "编号", "name", "指标名称", "名称"),
    "baseline": ("基期值", "基数", "基期"),
    "target": ("目标值", "目标", "下限"),
    "upper": ("上限",),
}
_NEEDED_OF_ACTUALS = ("region", "indicator", "value", "year")
_NEEDED_OF_TARGETS = ("region", "indicator", "target")
_UNHEEDED = ("basis", "released")  # by which `check` chooses among several rows


@dataclass(frozen=True, slots=True)
class Source:
    """A table with our column names; `unheeded` are columns that matter elsewhere and not here."""

    table: Table
    unheeded: tuple[str, ...] = ()


def actuals_of(engine: Engine, names: Iterable[str]) -> Source:
    """The figures of all tables as one; a file's name tells the year where no column does."""
    parts, unheeded = [], set()
    for name in names:
        for path, table in engine.read(name):
            found = _columns(table, FIGURES.by_header, path)
            if "indicator" not in found and "name" in found:
                found["indicator"] = found["name"]
            unheeded |= {found[key] for key in _UNHEEDED if key in found}
            years = years_in(PurePath(path))
            own = {}
            if "year" not in found and len(years) == 1:
                own["year"] = ibis.literal(str(years.pop()))
            _need([key for key in _NEEDED_OF_ACTUALS if key not in own], found, path)
            parts.append(
                table.select(
                    **{key: table[found[key]] for key in _NEEDED_OF_ACTUALS if key not in own},
                    **own,
                    **{key: table[found[key]] for key in ("unit", "status") if key in found},
                )
            )
    return Source(_together(parts), tuple(sorted(unheeded)))


def targets_of(engine: Engine, names: Iterable[str], keys: Sequence[str]) -> Source:
    """The targets of all tables as one, with the columns that are counted by."""
    headers = {plain_header(word): key for key, words in _TARGETS.items() for word in (key, *words)}
    parts = []
    for name in names:
        for path, table in engine.read(name):
            found = _columns(table, headers, path)
            _need(_NEEDED_OF_TARGETS, found, path)
            _need(keys, dict.fromkeys(table.columns), path)
            columns = {key: table[found[key]] if key in found else _nothing() for key in _TARGETS}
            parts.append(table.select(**columns, **{key: table[key] for key in keys}))
    return Source(_together(parts))


def _nothing() -> ibis.Value:
    return ibis.null("string")


def _together(parts: Sequence[Table]) -> Table:
    """Tables below one another, those columns that not all have as text or empty."""
    names = dict.fromkeys(name for part in parts for name in part.columns)
    alike = len({part.schema() for part in parts}) == 1
    if alike:
        return ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]
    as_text = [
        part.select(
            **{n: part[n].cast("string") if n in part.columns else _nothing() for n in names}
        )
        for part in parts
    ]
    return ibis.union(*as_text, distinct=False)


def _columns(table: Table, headers: Mapping[str, str], path: str) -> dict[str, str]:
    """Which of our columns stands under which header."""
    found: dict[str, str] = {}
    for column in table.columns:
        key = headers.get(plain_header(column))
        if key in found:
            raise SourceError("column_twice", path=path, column=column)
        if key is not None:
            found[key] = column
    return found


def _need(keys: Iterable[str], found: Mapping[str, object], path: str) -> None:
    if lacking := [key for key in keys if key not in found]:
        raise SourceError("column_missing", path=path, columns=", ".join(lacking))
