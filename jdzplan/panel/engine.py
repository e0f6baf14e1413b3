"""What an engine is to a panel: tables in, rows kept and counted, tables out."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import PurePath
from typing import Any

import ibis
from ibis import Table
from sqlglot.expressions import table_

_FILES = (".csv", ".parquet")
_ERRORS = (
    ("duckdb", "Error"),
    ("psycopg", "Error"),
    ("pyspark.errors", "PySparkException"),
    ("py4j.protocol", "Py4JError"),
)


class SourceError(Exception):
    """A table that cannot be used: `kind` says why, `values` what there was."""

    def __init__(self, kind: str, **values: object) -> None:
        super().__init__(kind)
        self.kind, self.values = kind, values


class Engine:
    """A database that Ibis speaks to, with the few things in which one is not as the other.

    As it stands it is a server, which has tables and no files.
    """

    has_bits = False
    """Whether it keeps a bit for each number that occurs."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self._made = 0

    def close(self) -> None:
        """End the connection, and what was kept with it."""
        self.connection.disconnect()

    def named(self) -> str:
        """A new name for what is kept."""
        self._made += 1
        return f"jdzplan_{self._made}"

    def kept(self, expression: Table) -> Table:
        """The rows of an expression, computed once and kept while the connection lasts.

        A server that knows nothing of a new table joins it row by row.
        """
        table = self.connection.create_table(name := self.named(), expression, temp=True)
        self.connection.raw_sql(f"ANALYZE {name}").close()
        return table

    def rows(self, expression: Any) -> list[dict[str, Any]]:
        """The rows of a small result."""
        found: list[dict[str, Any]] = self.connection.to_pyarrow(expression).to_pylist()
        return found

    def lines(self, expression: Table) -> Iterator[tuple[Any, ...]]:
        """The rows of a result of any size, one after the other."""
        for batch in self.connection.to_pyarrow_batches(expression):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)

    def write(self, rows: Table, name: str, *, force: bool) -> None:
        """Rows into a table of the database."""
        schema, _, table = name.rpartition(".")
        if force:  # what ibis says here is no SQL with the latest releases of sqlglot
            there = table_(table, db=schema or None, quoted=True)
            self.connection.raw_sql(f"DROP TABLE IF EXISTS {there.sql(self.connection.dialect)}")
        self.connection.create_table(table, rows, database=schema or None)

    def write_parquet(self, rows: Table, path: str, *, force: bool) -> None:  # noqa: ARG002 - said
        """Rows into a Parquet file; one that is there was asked about before."""
        self.connection.to_parquet(rows, path)

    def count(self, places: Table, most: int) -> tuple[int, int]:  # noqa: ARG002 - DuckDB needs it
        """How many whole numbers from 0 up to `most` a table of them has, and how many differ."""
        return self.counted(places, places["place"].nunique())

    def counted(self, places: Table, different: Any) -> tuple[int, int]:
        """How many rows there are, and how many `different` ones."""
        [found] = self.rows(places.aggregate(rows=places.count(), different=different))
        return found["rows"], found["different"] or 0

    def lines_refused(self) -> tuple[int, list[str]]:
        """How many lines of CSV files were no rows at all, and where the first of them stand."""
        return 0, []

    def read(self, name: str) -> list[tuple[str, Table]]:
        """The tables behind a name, each with what it is called: files by pattern, or one table."""
        suffix = PurePath(name).suffix.lower()
        with refusals("unreadable", path=name):
            if suffix in _FILES:
                return self.files(name, is_csv=suffix == ".csv")
            schema, _, table = name.rpartition(".")
            return [(name, self.connection.table(table, database=schema or None))]

    def files(self, pattern: str, *, is_csv: bool) -> list[tuple[str, Table]]:  # noqa: ARG002
        """Files by pattern."""
        raise SourceError("files_elsewhere", path=pattern)


def paths_of(pattern: str) -> list[str]:
    """The files that a pattern stands for, in order."""
    paths = sorted(glob(pattern, recursive=True))  # noqa: PTH207 - from any root
    if not paths:
        raise SourceError("nothing_there", path=pattern)
    return paths


def once(header: list[str], path: str) -> list[str]:
    """The header of a file, where no column is there twice."""
    if len({*header}) < len(header):
        twice = next(name for name in header if header.count(name) > 1)
        raise SourceError("column_twice", path=path, column=twice)
    return header


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
        told = str(getattr(error, "java_exception", error)).strip()  # Java's own word, not Python's
        problem = (told or type(error).__name__).splitlines()[0]
        raise SourceError(kind, problem=problem, **values) from error


def _errors_of_engines() -> list[type[Exception]]:
    """The errors of those engines that are loaded; none is loaded for its errors."""
    return [getattr(sys.modules[home], name) for home, name in _ERRORS if home in sys.modules]
