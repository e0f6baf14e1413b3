"""The text of a big file, line by line, never held as a whole."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from jdzplan.patterns import Pattern
from jdzplan.reading.tables import LONGEST_RECORD, Record, read_records
from jdzplan.reading.text import encodings

_PATTERN = Pattern(r"[*?\[]")  # the engine would take such a path for several
_BLOCK = 1 << 18  # characters
_LONGEST_LINE = 400_000  # characters; an engine takes lines of two million bytes
FOREIGN = "\x1f"  # stands in a copy for what the engine could not take; no cell of a table has it
MaySpan = Callable[[Sequence[str]], bool]
SEPARATOR = "\x01"  # what the engine is told to split lines at, which none has


class Stream(NamedTuple):
    """A file that can be read as text: how, and what the engine reads in its place.

    `copy` has the same lines in UTF-8, one kind of line end between them, and none that is empty.
    """

    path: Path
    encoding: str
    copy: Path

    def lines(self) -> Iterator[str]:
        """Every physical line, from the first, with a line feed behind it but for the last."""
        held = ""
        with self.path.open(encoding=self.encoding) as file:
            for line in file:
                if held:
                    yield held
                held = line
        if held := held.removesuffix("\x1a"):  # as `decode` does
            yield held

    def head(self, size: int) -> str:
        """The first lines, of so many characters in all."""
        found, length = [], 0
        for line in self.lines():
            length += len(line)
            if length > size:
                break
            found.append(line)
        return "".join(found)


def stream_of(path: Path, folder: Path, stated: str | None = None) -> Stream | None:
    """A file as a stream; None where no encoding fits. What has to be copied goes to `folder`."""
    with path.open("rb") as file:
        start = file.read(_BLOCK)
    for encoding in encodings(start, stated):
        is_plain = _is_plain(path, encoding)
        if is_plain is None:
            continue
        stream = Stream(path, encoding, path)
        if is_plain and encoding.startswith("utf-8") and not _PATTERN.search(str(path)):
            return stream
        copy = folder / f"{len([*folder.iterdir()])}.txt"
        _copy(stream, copy)
        return stream._replace(copy=copy)
    return None


def _is_plain(path: Path, encoding: str) -> bool | None:
    """Whether the engine takes the lines as they are; None where the encoding does not fit."""
    is_plain, end = True, "\n"
    try:
        with path.open(encoding=encoding, newline="") as file:
            while block := file.read(_BLOCK):
                if "\0" in block:
                    return None
                text = end + block
                odd = ("\r", SEPARATOR, "\n\n")
                if any(sign in text for sign in odd) or (
                    len(block) == _BLOCK and "\n" not in block
                ):
                    is_plain = False
                end = block[-1]
    except UnicodeError:
        return None
    return is_plain


def _copy(stream: Stream, copy: Path) -> None:
    with copy.open("w", encoding="utf-8", newline="\n") as file:
        for line in stream.lines():
            if line == "\n" or SEPARATOR in line or len(line) > _LONGEST_LINE:
                file.write(FOREIGN + "\n")
            else:
                file.write(line)


class Reader:
    """Takes records out of a stream, by the lines that they begin at, in order.

    Every record over several lines has to be among them, for rows to be counted right.
    """

    def __init__(self, stream: Stream, header: Record, may_span: MaySpan) -> None:
        self._lines, self._ahead = stream.lines(), deque[str]()
        self._may_span, self._separator = may_span, header.separator
        self._at = 1  # the line that is next
        self._extra = header.line - 1 + len(header.lines) - header.row  # lines beyond one a row

    def records(self, starts: Iterable[int], *, behind: bool = False) -> Iterator[Record]:
        """The records that begin at these lines; not what an earlier one has taken in.

        With `behind` the record behind each of them comes, too.
        """
        due = 0
        for start in starts:
            if behind and 0 < due < start:
                yield from self._record(due)
            yield from self._record(start)
            due = self._at
        if behind and due:
            yield from self._record(due)

    def _record(self, start: int) -> Iterator[Record]:
        if start < self._at:
            return
        while self._ahead and self._at < start:
            self._ahead.popleft()
            self._at += 1
        next(islice(self._lines, start - self._at, start - self._at), None)
        self._at = start
        self._ahead.extend(islice(self._lines, 0 if self._ahead else 1))
        if not self._ahead:  # behind the last line
            return
        record = next(read_records(self._ahead[0], self._may_span, self._separator))
        if record.fault:  # it may go on
            self._ahead.extend(islice(self._lines, LONGEST_RECORD - len(self._ahead)))
            text = "".join(self._ahead)
            record = next(read_records(text, self._may_span, self._separator))
        yield record._replace(line=start, row=start - self._extra)
        for _ in record.lines:
            self._ahead.popleft()
        self._at = start + len(record.lines)
        self._extra += len(record.lines) - 1
