"""Spark: an engine that is spread over many machines, or runs on the cores of this one."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ibis
from ibis import Table
from ibis.expr.operations import InMemoryTable

from jdzplan.panel.engine import Engine, once, paths_of

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

# Decimals of 38 digits keep theirs or the run fails, as does a line of a CSV file that is no row.
_EXACT: dict[str, Any] = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.decimalOperations.allowPrecisionLoss": "false",
    "spark.sql.caseSensitive": "true",
    "spark.sql.csv.parser.columnPruning.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
_CSV: dict[str, Any] = {"quote": '"', "escape": '"', "multiLine": True, "encoding": "UTF-8"}


class Spark(Engine):
    """A session of Spark, set up as its own files say and then so that it reckons exactly.

    The URL is that of the cluster's master, spark://host:7077, or spark: before any other master:
    spark:yarn, spark:local[2].
    """

    def __init__(self, url: str) -> None:
        from pyspark.sql import SparkSession  # only its extra brings it

        master = url if url.startswith("spark://") else url.removeprefix("spark:")
        builder = SparkSession.builder.master(master).appName("jdzplan")
        self._session = builder.config(map=_EXACT).getOrCreate()
        self._session.sparkContext.setLogLevel("ERROR")
        super().__init__(ibis.pyspark.connect(self._session))

    def _frame(self, expression: Any) -> "DataFrame":
        """What an expression stands for. Small tables go there as Arrow, which knows of nulls."""
        for small in expression.op().find(InMemoryTable):
            table = small.data.to_pyarrow(small.schema)
            self._session.createDataFrame(table).createOrReplaceTempView(small.name)
        return self._session.sql(self.connection.compile(expression))

    def _viewed(self, frame: "DataFrame") -> Table:
        name = self.named()
        frame.createOrReplaceTempView(name)
        return self.connection.table(name)

    def kept(self, expression: Table) -> Table:
        """Rows that are kept once they are asked for; computed again, they are the same ones.

        Of whole numbers Spark makes wider ones than Ibis believes.
        """
        return self._viewed(self._frame(expression).persist()).cast(expression.schema())

    def rows(self, expression: Any) -> list[dict[str, Any]]:
        """The rows of a small result."""
        return [row.asDict() for row in self._frame(expression).collect()]

    def lines(self, expression: Table) -> Iterator[tuple[Any, ...]]:
        """The rows of a result of any size, one after the other."""
        yield from self._frame(expression).toLocalIterator(prefetchPartitions=True)

    def write(self, rows: Table, name: str, *, force: bool) -> None:
        """Rows into a table of the catalogue."""
        self._frame(rows).write.mode("overwrite" if force else "error").saveAsTable(name)

    def write_parquet(self, rows: Table, path: str, *, force: bool) -> None:
        """Rows into a folder of Parquet files."""
        self._frame(rows).write.mode("overwrite" if force else "error").parquet(_whole(path))

    def files(self, pattern: str, *, is_csv: bool) -> list[tuple[str, Table]]:
        """Files by pattern; one with the address of a store of files is for Spark to look up."""
        paths = [pattern] if "://" in pattern else paths_of(pattern)
        read = self._csv if is_csv else self._session.read.parquet
        return [(path, self._viewed(read(_whole(path)))) for path in paths]

    def _csv(self, path: str) -> "DataFrame":
        """CSV files of one header, every cell a text."""
        first = self._session.read.csv(path, **_CSV).first()
        header = once([str(name).lstrip("\ufeff") for name in first or ()], path)
        schema = ", ".join(f"`{name.replace('`', '``')}` STRING" for name in header)
        return self._session.read.csv(
            path, schema, header=True, enforceSchema=False, mode="FAILFAST", **_CSV
        )


def _whole(path: str) -> str:
    """A path from the root: Java looks from the folder that it was started in."""
    return path if "://" in path else str(Path(path).absolute())
