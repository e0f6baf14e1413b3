"""DuckDB, in this process: the usual engine."""

import csv
from pathlib import Path
from typing import Any

import ibis
from ibis import Table

from jdzplan.panel.engine import Engine, once, paths_of


class Embedded(Engine):
    """DuckDB in memory, or in a file of its own; what is beyond `memory` goes to disk."""

    has_bits = True

    def __init__(self, url: str, memory: str | None) -> None:
        super().__init__(ibis.connect(url))
        # Rows come in any order; keeping the one of the file costs memory.
        self.connection.raw_sql("SET preserve_insertion_order = false")
        # The size of CSV files is unknown to it, and it would build its hash table of the figures;
        # what our expressions join to rows is the smaller table.
        self.connection.raw_sql("SET disabled_optimizers = 'build_side_probe_side'")
        if memory:
            self.connection.raw_sql(f"SET memory_limit = '{memory}'")

    def kept(self, expression: Table) -> Table:
        """As of any engine; it counts what it writes."""
        return self.connection.create_table(self.named(), expression, temp=True)

    def count(self, places: Table, most: int) -> tuple[int, int]:
        """As of any engine, ten times as quick."""
        if most >= 10**9:
            return super().count(places, most)
        number = places["place"].cast("int32")
        return self.counted(places, set_bits(bits(number, 0, max(most, 1))))

    def lines_refused(self) -> tuple[int, list[str]]:
        """How many lines of CSV files were no rows at all, and where the first of them stand."""
        if "reject_errors" not in self.connection.list_tables():
            return 0, []
        errors = self.connection.table("reject_errors")
        scans = self.connection.table("reject_scans").select("scan_id", "file_id", "file_path")
        lines = errors.join(scans, ["scan_id", "file_id"]).select("file_path", "line").distinct()
        [count] = self.rows(lines.aggregate(count=lines.count()))
        first = self.rows(lines.order_by("file_path", "line").limit(3))
        return count["count"], [f"{each['file_path']}:{each['line']}" for each in first]

    def files(self, pattern: str, *, is_csv: bool) -> list[tuple[str, Table]]:
        """Files by pattern."""
        read = self._csv if is_csv else self.connection.read_parquet
        return [(path, read(path)) for path in paths_of(pattern)]

    def _csv(self, path: str) -> Any:
        """A CSV file, read guessing nothing, every cell a text.

        A line that is no row goes to a table of its own.
        """
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            header = once(next(csv.reader(file), []), path)
        return self.connection.read_csv(
            path,
            auto_detect=False,
            header=True,
            columns=dict.fromkeys(header, "VARCHAR"),
            delim=",",
            quote='"',
            escape='"',
            store_rejects=True,
        )


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
