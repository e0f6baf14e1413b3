"""Where the tables come from: CSV or Parquet files, or tables of a database, as one shape.

An engine is known by its URL; DuckDB, in this process, is the usual one. Ibis speaks to more of
them, but only those named here have been seen to say what `check` says.
"""

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from glob import glob
from importlib.util import find_spec
from pathlib import Path, PurePath
from typing import Any

import ibis
from ibis import Table
from sqlglot.expressions import table_

from jdzplan.reading.contents import years_in
from jdzplan.reading.sheets import FIGURES, plain_header

EMBEDDED = "duckdb://"
# What each engine needs, and the extra that brings it, by the first word of its URL.
ENGINES = {
    "duckdb": ("duckdb", "panel"),
    "postgres": ("psycopg", "panel-postgres"),
    "postgresql": ("psycopg", "panel-postgres"),
}
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


class SourceError(Exception):
    """A table that cannot be used: `kind` says why, `values` what there was."""

    def __init__(self, kind: str, **values: object) -> None:
        super().__init__(kind)
        self.kind, self.values = kind, values


@dataclass(frozen=True, slots=True)
class Source:
    """A table with our column names; `unheeded` are columns that matter elsewhere and not here."""

    table: Table
    unheeded: tuple[str, ...] = ()


class Engine:
    """A connection, with the few things in which one engine is not as the other."""

    def __init__(self, url: str = EMBEDDED, *, memory: str | None = None) -> None:
        scheme = url.partition(":")[0]
        if scheme not in ENGINES:
            raise SourceError("no_engine", scheme=scheme, known=", ".join(ENGINES))
        needed, extra = ENGINES[scheme]
        if find_spec(needed) is None:
            raise SourceError("needs_engine", scheme=scheme, extra=extra)
        with refusals("no_connection", url=scheme):
            self.connection: Any = ibis.connect(url)
        self.name: str = self.connection.name
        self._made = 0
        if self.name == "duckdb":
            # Rows come in any order; keeping the one of the file costs memory.
            self.connection.raw_sql("SET preserve_insertion_order = false")
            if memory:
                self.connection.raw_sql(f"SET memory_limit = '{memory}'")

    def close(self) -> None:
        """End the connection, and what was kept with it."""
        self.connection.disconnect()

    def kept(self, expression: Table) -> Table:
        """The rows of an expression, computed once and kept while the connection lasts."""
        self._made += 1
        return self.connection.create_table(f"jdzplan_{self._made}", expression, temp=True)

    def rows(self, expression: Any) -> list[dict[str, Any]]:
        """The rows of a small result."""
        found: list[dict[str, Any]] = self.connection.to_pyarrow(expression).to_pylist()
        return found

    def write(self, rows: Table, name: str, *, force: bool) -> None:
        """Rows into a table of the database."""
        schema, _, table = name.rpartition(".")
        if force:  # what ibis says here is no SQL with the latest releases of sqlglot
            there = table_(table, db=schema or None, quoted=True)
            self.connection.raw_sql(f"DROP TABLE IF EXISTS {there.sql(self.connection.dialect)}")
        self.connection.create_table(table, rows, database=schema or None)

    @property
    def has_bits(self) -> bool:
        """Whether it keeps a bit for each number that occurs."""
        return self.name == "duckdb"

    def count(self, places: Table, most: int) -> tuple[int, int]:
        """How many whole numbers from 0 up to `most` a table of them has, and how many differ."""
        column = places["place"]
        different = column.nunique()
        if self.has_bits and most < 10**9:  # ten times as quick
            different = set_bits(bits(column.cast("int32"), 0, max(most, 1)))
        [found] = self.rows(places.aggregate(rows=places.count(), different=different))
        return found["rows"], found["different"] or 0

    def lines_refused(self) -> tuple[int, list[str]]:
        """How many lines of CSV files were no rows at all, and where the first of them stand."""
        if self.name != "duckdb" or "reject_errors" not in self.connection.list_tables():
            return 0, []
        errors = self.connection.table("reject_errors")
        scans = self.connection.table("reject_scans").select("scan_id", "file_id", "file_path")
        lines = errors.join(scans, ["scan_id", "file_id"]).select("file_path", "line").distinct()
        [count] = self.rows(lines.aggregate(count=lines.count()))
        first = self.rows(lines.order_by("file_path", "line").limit(3))
        return count["count"], [f"{each['file_path']}:{each['line']}" for each in first]

    def read(self, name: str) -> list[tuple[str, Table]]:
        """The tables behind a name, each with what it is called: files by pattern, or one table."""
        suffix = PurePath(name).suffix.lower()
        with refusals("unreadable", path=name):
            if suffix not in (".csv", ".parquet"):
                schema, _, table = name.rpartition(".")
                return [(name, self.connection.table(table, database=schema or None))]
            if self.name != "duckdb":
                raise SourceError("files_elsewhere", path=name)
            options = _csv_options if suffix == ".csv" else lambda _path: {}
            return [(path, self._read(suffix, path, **options(path))) for path in _paths(name)]

    def _read(self, suffix: str, path: str, **options: object) -> Table:
        read = self.connection.read_csv if suffix == ".csv" else self.connection.read_parquet
        return read(path, **options)


def _csv_options(path: str) -> dict[str, object]:
    """How DuckDB is to read a CSV file: guessing nothing, every cell a text.

    A line that is no row goes to a table of its own.
    """
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file), [])
    if len({*header}) < len(header):
        twice = next(name for name in header if header.count(name) > 1)
        raise SourceError("column_twice", path=path, column=twice)
    return {
        "auto_detect": False,
        "header": True,
        "columns": dict.fromkeys(header, "VARCHAR"),
        "delim": ",",
        "quote": '"',
        "escape": '"',
        "store_rejects": True,
    }


def _paths(pattern: str) -> list[str]:
    paths = sorted(glob(pattern, recursive=True))  # noqa: PTH207 - from any root
    if not paths:
        raise SourceError("nothing_there", path=pattern)
    return paths


@contextmanager
def refusals(kind: str, **values: object) -> Iterator[None]:
    """What an engine says when it refuses, as a `SourceError` with its first line."""
    lacking = ibis.common.exceptions.TableNotFound
    known = [ibis.common.exceptions.IbisError, lacking, OSError, ValueError]
    try:
        yield
    except SourceError:
        raise
    except tuple(known + _errors_of_engines()) as error:
        problem = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise SourceError(kind, problem=problem, **values) from error


def _errors_of_engines() -> list[type[Exception]]:
    """The errors of those engines that are loaded; none is loaded for its errors."""
    homes = (("duckdb", "Error"), ("psycopg", "Error"))
    return [getattr(sys.modules[home], name) for home, name in homes if home in sys.modules]


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


@ibis.udf.agg.builtin(name="bitstring_agg")  # type: ignore[untyped-decorator]
def bits(number: int, least: int, most: int) -> str:
    """A text of bits, one for each number, set for those that occur; DuckDB's own."""
    raise NotImplementedError


@ibis.udf.agg.builtin(name="bit_or")  # type: ignore[untyped-decorator]
def bits_of_any(texts: str) -> str:
    """The bits that are set in any text of bits; DuckDB's own."""
    raise NotImplementedError


@ibis.udf.scalar.builtin(name="bit_count")  # type: ignore[untyped-decorator]
def set_bits(text: str) -> int:
    """How many bits are set; DuckDB's own."""
    raise NotImplementedError
