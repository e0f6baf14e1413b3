"""A column engine, DuckDB, that tells apart which lines of a table are plainly good.

It knows no rule: what a row tells and which region it names are held against lists that the
ordinary code has made; beyond that it knows numbers, quotes and separators.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from csv import field_size_limit
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import duckdb

from jdzplan.narrow import INVISIBLE
from jdzplan.reading.kinds import SHAPES, Columns
from jdzplan.reading.sheets import FIGURES
from jdzplan.reading.streams import FOREIGN, SEPARATOR

# What may go wrong with a file or a disk, and not with the program.
FAILURES = (duckdb.Error, OSError, UnicodeError)
_MEMORY, _BUFFER = "96MB", 4_000_000  # of all tables; bytes of a file at a time
_AT_A_TIME = 200_000  # figures that are grouped at once; more would not fit
_MOST_KINDS = 50_000  # of rows and regions; the rarest beyond are left to the ordinary code
_SHAPES = {
    "zero": "0",
    "whole": "[1-9][0-9]{0,11}",
    "decimal": r"(?:0|[1-9][0-9]{0,11})\.[0-9]{1,6}",
}
# Signs that nobody sees, spaces of other kinds, and what only some take for an i.
_SPACES = (0x0B, 0x0C, *range(0x1C, 0x20), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B))
_ODD = "".join(
    map(chr, (*INVISIBLE, *_SPACES, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x130, 0x131))
)
_QUOTED = '"(?:[^"]|"")*"'
_LINES = (  # how to read lines as they are
    ("header", "false"),
    ("auto_detect", "false"),
    ("compression", "'none'"),
    ("delim", f"'{SEPARATOR}'"),
    *(("quote", "''"), ("escape", "''"), ("comment", "''")),
    ("nullstr", f"'{FOREIGN}'"),
)


class Lines(NamedTuple):
    """Where the engine finds a table: the file, its year, and what its header says."""

    path: Path
    year: int
    header_end: int
    separator: str
    width: int
    columns: Columns


class Total(NamedTuple):
    """Numbers of one quantity, put together: their sum and by how much rounding may move it."""

    key: int
    division: str
    regions: frozenset[int]
    total: Fraction
    slack: Fraction


class Engine:
    """Tables of lines, each of a year, with what is known of every line."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._base = duckdb.connect(
            config={
                "memory_limit": _MEMORY,
                "temp_directory": str(folder / "spilt"),
                "threads": 1,  # each takes memory of its own, and as much time in all
            }
        )
        self._base.execute("SET enable_progress_bar = false")
        # It takes every file for a small one, and would hold all lines beside the short lists.
        self._base.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
        self._base.execute(
            "CREATE TABLE filed (year USMALLINT, line UINTEGER, is_plain BOOLEAN, key USMALLINT,"
            " region UINTEGER, number BIGINT, decimals TINYINT, power TINYINT)"
        )
        self._base.execute("CREATE TABLE doubtful (key USMALLINT, region UINTEGER)")

    def close(self) -> None:
        """Give back memory and files."""
        self._base.close()

    def told(self, lines: Lines) -> tuple[list[tuple[str, ...]], list[str]]:
        """What rows tell in their telling columns, and the regions that they name, each once."""
        region, telling = _region(lines.columns), _telling(lines.columns)
        rows = self._base.execute(
            f"SELECT told, region FROM (SELECT {telling} AS told, {region} AS region"
            f" FROM {_cells(lines)} WHERE len(c) = {lines.width} AND NOT contains(t, '{FOREIGN}'))"
            f" GROUP BY GROUPING SETS ((told), (region)) ORDER BY count(*) DESC LIMIT {_MOST_KINDS}"
        ).fetchall()
        told = [tuple(told.split(FOREIGN)) for told, _ in rows if told is not None]
        return told, [region for _, region in rows if region is not None]

    def sort(
        self,
        lines: Lines,
        kinds: Mapping[tuple[str, ...], tuple[int, int, frozenset[str]]],
        regions: Mapping[str, int],
    ) -> None:
        """Every line below the header with its state; `kinds` and `regions` are those known good.

        A kind is the number of what its rows are about, a power of ten, and shapes of numbers.
        """
        self._list(
            "kinds",
            f"told VARCHAR, key USMALLINT, power TINYINT, {' BOOLEAN, '.join(SHAPES)} BOOLEAN",
            (
                (FOREIGN.join(told), key, power, *(shape in shapes for shape in SHAPES))
                for told, (key, power, shapes) in kinds.items()
            ),
        )
        self._list("regions", "named VARCHAR, region UINTEGER", regions.items())
        value = f"c[{lines.columns.value + 1}]"
        shapes = " OR ".join(
            f"({shape} AND regexp_full_match({value}, '{pattern}'))"
            for shape, pattern in _SHAPES.items()
        )
        is_plain = (
            f"len(c) = {lines.width} AND key IS NOT NULL AND region IS NOT NULL AND ({shapes})"
            f" AND NOT regexp_matches(t, '[{_ODD}]') AND length(t) < {field_size_limit()}"
            f" AND {_silent(lines.columns)}"
        )
        point = f"strpos({value}, '.')"
        self._base.execute(
            f"""INSERT INTO filed SELECT {lines.year}, line, is_plain, key, region,
            CASE WHEN is_plain THEN replace({value}, '.', '')::BIGINT END,
            CASE WHEN {point} = 0 THEN 0 ELSE length({value}) - {point} END, power
            FROM (SELECT *, coalesce({is_plain}, false) AS is_plain FROM {_cells(lines)}
            LEFT JOIN kinds ON told = {_telling(lines.columns)}
            LEFT JOIN regions ON named = {_region(lines.columns)})"""
        )

    def lines_left(self, year: int) -> Iterator[int]:
        """Lines that are left to the ordinary code for what stands in them, in order."""
        return self._lines(f"year = {year} AND NOT is_plain")

    def forget(self, year: int) -> None:
        """Forget all lines of a year."""
        self._base.execute(f"DELETE FROM filed WHERE year = {year}")

    def take_out(self, year: int, lines: Iterable[int]) -> None:
        """Forget lines that are no rows of their own, or whose rows the ordinary code has."""
        self._list("gone", "line UINTEGER", ((line,) for line in lines))
        self._base.execute(
            f"DELETE FROM filed USING gone WHERE year = {year} AND filed.line = gone.line"
        )

    def doubt(self, figures: Iterable[tuple[int, int]]) -> None:
        """Leave every row of these figures, each a key and a region, to the ordinary code."""
        self._fill("doubtful", figures)

    def doubt_keys(self, keys: Iterable[int]) -> None:
        """Leave every row of these keys, whatever its region, to the ordinary code."""
        self._list("keys", "key USMALLINT", ((key,) for key in keys))
        self._base.execute(
            "INSERT INTO doubtful SELECT DISTINCT key, region FROM filed SEMI JOIN keys USING (key)"
            " WHERE is_plain"
        )

    def doubt_others(self, far: float) -> None:
        """Leave to the ordinary code what is filed twice, or is `far` times another year's."""
        for some in self._portions():
            self._base.execute(
                "INSERT INTO doubtful SELECT key, region FROM (SELECT key, region, year,"
                " CASE WHEN number <> 0 THEN number::DOUBLE * pow(10, power - decimals) END figure"
                f" FROM filed WHERE is_plain AND {some}) GROUP BY key, region"
                f" HAVING count(*) > count(DISTINCT year) OR max(figure) > {far} * min(figure)"
            )

    def lines_doubtful(self, year: int) -> Iterator[int]:
        """Lines, good in themselves, of figures that are left to the ordinary code, in order."""
        return self._lines(f"year = {year} AND is_plain", "SEMI JOIN doubtful USING (key, region)")

    def passed(self, year: int) -> int:
        """How many lines nothing has to look at, once those in doubt are taken out."""
        [found] = self._base.execute(
            f"SELECT count(*) FROM filed WHERE year = {year} AND is_plain"
        ).fetchall()
        return int(found[0])

    def totals(
        self, year: int, keys: Iterable[int], divisions: Mapping[int, str]
    ) -> Iterator[Total]:
        """What the lines that nothing looks at come to, by keys and divisions of regions."""
        self._list("keys", "key USMALLINT", ((key,) for key in keys))
        self._list("divided", "region UINTEGER, division VARCHAR", divisions.items())
        for some in self._portions():
            found = self._base.execute(
                "SELECT key, division, list(place), list(times), list(total),"
                " flatten(list(regions)) FROM (SELECT key, division, power - decimals AS place,"
                " count(*) AS times, sum(number)::VARCHAR AS total, list(region) AS regions"
                " FROM filed SEMI JOIN keys USING (key) JOIN divided USING (region)"
                f" WHERE year = {year} AND is_plain AND {some} GROUP BY ALL)"
                " GROUP BY key, division"
            )
            for key, division, places, times, totals, regions in found.fetchall():
                units = [Fraction(10) ** place for place in places]
                total = sum((int(n) * u for n, u in zip(totals, units, strict=True)), Fraction(0))
                slack = sum((n * u / 2 for n, u in zip(times, units, strict=True)), Fraction(0))
                yield Total(key, division, frozenset(regions), total, slack)

    def _portions(self) -> list[str]:
        """Conditions that part all figures by their keys, so that no part is too large."""
        [(size,)] = self._base.execute("SELECT count(*) FROM filed").fetchall()
        parts = size // _AT_A_TIME + 1
        return [f"key % {parts} = {part}" for part in range(parts)]

    def _lines(self, condition: str, join: str = "") -> Iterator[int]:
        found = self._base.execute(f"SELECT line FROM filed {join} WHERE {condition} ORDER BY line")
        while rows := found.fetchmany(10_000):
            yield from (row[0] for row in rows)

    def _list(self, name: str, columns: str, rows: Iterable[Sequence[object]]) -> None:
        """Make a table of these columns, or make it anew."""
        self._base.execute(f"CREATE OR REPLACE TABLE {name} ({columns})")
        self._fill(name, rows)

    def _fill(self, name: str, rows: Iterable[Sequence[object]]) -> None:
        """Add rows to a table; by a file, since handing over values loads half of pandas."""
        path = self._folder / "rows.txt"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(SEPARATOR.join(map(str, row)) + "\n" for row in rows)
        options = ", ".join(map(" ".join, _LINES))
        self._base.execute(f"COPY {name} FROM '{_quoted(path)}' (FORMAT csv, {options})")


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _cells(lines: Lines) -> str:
    """Every line below the header with its number and its cells, NULL where a quote stays open."""
    separator = lines.separator.replace("'", "''")
    of_cell = f'({_QUOTED}|[^"{separator}]*)'.replace("'", "''")
    options = ", ".join(map(" = ".join, _LINES))
    return f"""(SELECT line, t, CASE WHEN NOT contains(t, '"') THEN string_split(t, '{separator}')
        WHEN regexp_full_match('{separator}' || t, '([{separator}]{of_cell})*') THEN
        [CASE WHEN x[1] = '"' THEN replace(x[2:-2], '""', '"') ELSE x END
        FOR x IN regexp_extract_all('{separator}' || t, '[{separator}]{of_cell}', 1)] END AS c
        FROM (SELECT row_number() OVER () AS line, t FROM read_csv('{_quoted(lines.path)}',
        columns = {{'t': 'VARCHAR'}}, buffer_size = {_BUFFER}, {options}))
        WHERE line > {lines.header_end})"""


def _telling(columns: Columns) -> str:
    return f"concat_ws('{FOREIGN}', {', '.join(f'c[{i + 1}]' for i in columns.telling)})"


def _region(columns: Columns) -> str:
    return "''" if columns.region is None else f"c[{columns.region + 1}]"


def _silent(columns: Columns) -> str:
    """That cells which tell nothing do so: no word of a header, no rest of a number, or empty."""
    free = ", ".join(f"c[{i + 1}]" for i in columns.free)
    spread = FIGURES.spelling("[ \\t]*")  # all other spaces are odd
    silent = [f"c[{i + 1}] = ''" for i in columns.empty]
    silent += [f"NOT regexp_matches(concat_ws(' ', {free}), '(?i){spread}')"] if free else []
    if columns.value + 1 in columns.free:
        silent.append(f"NOT regexp_matches(c[{columns.value + 2}], '^\\P{{L}}*\\pN{{3}}')")
    return " AND ".join(silent) or "true"
