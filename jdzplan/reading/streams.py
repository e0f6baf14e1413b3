"""The text of a big file, line by line, never held as a whole."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from jdzplan.reading.tables import LONGEST_RECORD, Record, read_records
from jdzplan.reading.text import encodings

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
        if is_plain and encoding.startswith("utf-8"):
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


def records_at(
    stream: Stream, starts: Iterable[int], header: Record, may_span: MaySpan, *, behind: bool
) -> Iterator[Record]:
    """The records that begin at these lines below a header, in order; not what an earlier one has.

    With `behind` the record behind each of them comes, too. Every record over several lines has to
    be among them, for rows to be counted right.
    """
    lines, ahead = stream.lines(), deque[str]()
    at = 1  # the line that is next
    taken = header.line - 1 + len(header.lines) - header.row  # lines so far that are no own rows
    for start in _with_next(starts, lambda: at) if behind else starts:
        if start < at:
            continue
        while ahead and at < start:
            ahead.popleft()
            at += 1
        next(islice(lines, start - at, start - at), None)
        at = start
        ahead.extend(islice(lines, 0 if ahead else 1))
        if not ahead:  # behind the last line
            return
        record = next(read_records(ahead[0], may_span, header.separator))
        if record.fault:  # it may go on
            ahead.extend(islice(lines, LONGEST_RECORD - len(ahead)))
            record = next(read_records("".join(ahead), may_span, header.separator))
        yield record._replace(line=start, row=start - taken)
        for _ in record.lines:
            ahead.popleft()
        at = start + len(record.lines)
        taken += len(record.lines) - 1


def _with_next(starts: Iterable[int], at: Callable[[], int]) -> Iterator[int]:
    """Every start, and behind it the line that is next once it was read."""
    end = 0
    for start in starts:
        if 0 < end < start:
            yield end
        yield start
        end = at()
    if end:
        yield end
