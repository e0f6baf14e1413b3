"""Big years: rows that are plainly good are passed, all others go through the ordinary code.

What is plainly good an engine finds (`reading.engine`), by lists that the ordinary code has made
(`reading.kinds`); so no rule stands twice. A row is passed only if nothing else looks at it: where
one row of a figure is doubtful in any year, all its rows in all years go through the ordinary code.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from heapq import merge
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from jdzplan.actuals import Figure, Sum, YearFile
from jdzplan.catalogue import Severity
from jdzplan.findings import Finding
from jdzplan.judging.bounds import exact_decimal
from jdzplan.plan import Plan
from jdzplan.reading.headers import SEPARATORS, Header, header_findings
from jdzplan.reading.kinds import Columns, Judge
from jdzplan.reading.lines import lines_below
from jdzplan.reading.rows import Table, head_of, table_of
from jdzplan.reading.sheets import FIGURES
from jdzplan.reading.streams import MaySpan, Reader, Stream, stream_of
from jdzplan.reading.tables import Record
from jdzplan.reading.text import Refusal
from jdzplan.rules.compared import adding_to_print, compared_everywhere, judged_in
from jdzplan.rules.consistency_rules import FAR

if TYPE_CHECKING:
    from jdzplan.reading.engine import Engine

_HEAD = 1_000_000  # characters within which a header has to stand
_CLOSE = 0.1  # by which the engine, which has floats, looks nearer than the rule


Sums = dict[tuple[str, str], Sum]


def is_installed() -> bool:
    """Whether the engine is there, and can be loaded: it comes with an extra."""
    try:
        import_module("jdzplan.reading.engine")
    except ImportError:
        return False
    return True


def _failed(error: Exception) -> Refusal:
    return Refusal("engine", str(error).partition("\n")[0] or type(error).__name__)


class _Big(NamedTuple):
    """A table that is sifted: its text, its header, and how a record over several lines is told.

    `left` are the records that the engine could not call good, each with the one behind it, so
    that the ordinary code sees where a note or a heading ends.
    """

    name: str
    year: int
    stream: Stream
    header: Header
    may_span: MaySpan
    left: tuple[Record, ...] = ()

    def records(self, starts: Iterable[int], *, behind: bool = False) -> Iterator[Record]:
        """The records that begin at these lines."""
        reader = Reader(self.stream, self.header.rows[-1], self.may_span)
        return reader.records(starts, behind=behind)

    def records_again(self, starts: Iterable[int]) -> Iterator[Record]:
        """Further records that begin at these lines, all of them good."""
        spread = {record.line for record in self.left if len(record.lines) > 1}
        found = self.records(merge(starts, sorted(spread)))
        return (record for record in found if record.line not in spread)


class Sieve:
    """Tables of several years that are sifted together.

    Where the engine fails, as on a disk that is full, it gives up, and all are read as ever.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan, self._judge = plan, Judge(plan)
        self._tables: dict[Path, _Big] = {}
        self._failure: Refusal | None = None

    @cached_property
    def _folder(self) -> TemporaryDirectory[str]:
        return TemporaryDirectory(ignore_cleanup_errors=True)

    @cached_property
    def _engine(self) -> "Engine":
        from jdzplan.reading.engine import Engine  # takes as long to load as a small check

        return Engine(Path(self._folder.name))

    def take(self, path: Path, name: str, year: int, encoding: str | None) -> Refusal | None:
        """Take a year's table, or say why not: it has to be one plain table below one header.

        Of two files of one year the second is read in the ordinary way.
        """
        if self._failure:
            return self._failure
        if any(big.year == year for big in self._tables.values()):
            return Refusal("second")
        try:
            big = self._opened(path, name, year, encoding)
        except (OSError, UnicodeError) as error:  # of this file alone
            return _failed(error)
        if isinstance(big, Refusal):
            return big
        from jdzplan.reading.engine import FAILURES

        try:
            left = self._sorted(big)
        except FAILURES as error:
            self._failure = _failed(error)
            self._end()
            return self._failure
        if left is None:
            return Refusal("shape")
        self._tables[path] = big._replace(left=left)
        return None

    def tables(self, beside: Sequence[YearFile]) -> dict[Path, tuple[Table, str]] | Refusal:
        """Every table that was taken, and its encoding, or why none; `beside` are all other files.

        With that the work of the sieve is done.
        """
        if self._failure:
            return self._failure
        if not self._tables:
            self._end()
            return {}
        from jdzplan.reading.engine import FAILURES

        try:
            self._doubt(beside)
            kept = {path: self._kept(big) for path, big in self._tables.items()}
        except FAILURES as error:
            return _failed(error)
        finally:
            self._end()  # rows take the room that it had
        return {path: self._table(path, *each) for path, each in kept.items()}

    def _end(self) -> None:
        """Give back what the engine takes, as far as there is one."""
        made = self.__dict__
        if "_engine" in made:
            self._engine.close()
        if "_folder" in made:
            self._folder.cleanup()

    def _opened(self, path: Path, name: str, year: int, encoding: str | None) -> _Big | Refusal:
        stream = stream_of(path, Path(self._folder.name), encoding)
        if stream is None:
            return Refusal("text")
        _, may_span, header = head_of(stream.head(_HEAD), FIGURES, year)
        if header is None or header.rows[-1].separator not in SEPARATORS:
            return Refusal("shape")
        findings = header_findings(header, name, FIGURES)
        if any(finding.severity is Severity.ERROR for finding in findings):
            return Refusal("shape")
        return _Big(name, year, stream, header, may_span)

    def _sorted(self, big: _Big) -> tuple[Record, ...] | None:
        """The records that the engine could not call good; None where it is not one table."""
        self._sort(big)
        left = tuple(big.records(self._engine.lines_left(big.year), behind=True))
        below = lines_below(big.header, left, big.name, FIGURES)
        rows = [line for line in below if not isinstance(line, Finding)]
        is_empty = not rows and not self._engine.passed(big.year)
        if is_empty or any(header is not big.header for _, header, _ in rows):
            self._engine.forget(big.year)
            return None
        self._engine.take_out(big.year, (r.line + i for r in left for i in range(len(r.lines))))
        return left

    def _sort(self, big: _Big) -> None:
        from jdzplan.reading.engine import Lines  # loaded by now

        columns, top = Columns.of(big.header), big.header.rows[-1]
        width, end = len(big.header.cells), top.line - 1 + len(top.lines)
        lines = Lines(big.stream.copy, big.year, end, top.separator, width, columns)
        told, named = self._engine.told(lines)
        kinds = {each: self._judge.kind_of(each, big.header, big.year) for each in told}
        regions = {cell: self._judge.region_at(cell, columns) for cell in named}
        keys, places = self._judge.keys, self._judge.places
        self._engine.sort(
            lines,
            {told: (keys[k.key], k.power, k.shapes) for told, k in kinds.items() if k},
            {cell: places[region] for cell, region in regions.items() if region},
        )

    def _doubt(self, beside: Sequence[YearFile]) -> None:
        """Leave to the ordinary code every figure that something else is held against."""
        keys, places = self._judge.keys, self._judge.places
        doubtful = {*judged_in(self._plan)}
        for big in self._tables.values():
            for record in big.left:
                doubtful |= self._judge.touched(record, big.header)
        for file in beside:
            named = ((row.indicator, row.region) for row in file.rows)
            for name, region in (*named, *file.rejected_parts):
                doubtful |= self._judge.cells_of({name}, {region or ""})
        years = {big.year for big in self._tables.values()}
        if any(file.broken and file.year in years and not file.is_tasks for file in beside):
            self._engine.doubt_keys(keys.values())  # nothing of that year may count
        self._engine.doubt((keys[key], places[region]) for key, region in doubtful)
        looked_at = compared_everywhere(self._plan) | adding_to_print(self._plan, years)
        self._engine.doubt_keys(keys[key] for key in looked_at)
        self._engine.doubt_others(FAR - _CLOSE)

    def _kept(self, big: _Big) -> tuple[list[Record], int, Sums]:
        """The records of what is left and of what is in doubt; how many are passed, and sums."""
        doubtful = [*self._engine.lines_doubtful(big.year)]
        records = sorted((*big.left, *big.records_again(doubtful)), key=lambda each: each.line)
        self._engine.take_out(big.year, doubtful)
        return records, self._engine.passed(big.year), dict(self._sums(big.year))

    def _table(
        self, path: Path, records: list[Record], passed: int, sums: Sums
    ) -> tuple[Table, str]:
        big = self._tables[path]
        table = table_of(big.header, records, big.name, FIGURES, passed)
        return table._replace(sums=sums), big.stream.encoding

    def _sums(self, year: int) -> Iterator[tuple[tuple[str, str], Sum]]:
        plan, ids, names = self._plan, [*self._judge.keys], [*self._judge.places]
        adding = (at for at, key in enumerate(ids) if plan.measures[key].adds_up)
        divisions = {at: plan.regions[region].division for at, region in enumerate(names)}
        for total in self._engine.totals(year, adding, divisions):
            known = {names[at] for at in total.regions}
            members = {at for at, each in divisions.items() if each == total.division}
            lacking = {names[at] for at in members} - known
            figure = Figure(exact_decimal(total.total), is_converted=True, slack=total.slack)
            yield (ids[total.key], total.division), Sum(figure, frozenset(lacking))
