"""Markdown: a digest for the comment on a pull request, or for the summary of a step.

For readers that know CommonMark and tables. Nothing that a file or the plan holds becomes markup,
a mention, a reference or a link. No bold, which does not close beside full-width marks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, repeat

from jdzplan.check import Result
from jdzplan.formats import By
from jdzplan.formats.layout import COLUMNS, NUMBERS, Block, banner, blocks, footer, header, title
from jdzplan.formats.notices import Notice, Rebase, notices
from jdzplan.wording.sentences import inert
from jdzplan.wording.words import Words

_MOST = 30  # of each list: a comment on GitHub holds 65,536 characters
_TOLD = ("severity", "rule", "place", "found")
_RIGHT = tuple(map(COLUMNS.index, NUMBERS))
_MARKUP = re.compile(r"[\\`*_[<~|#]|&(?=#?\w+;)")
_BEGINS = re.compile(r"^(\d+)(?=[.)](?:\s|$))|^(?=[-+](?:[\s-]|$)|>)")
# Where to part what hosts look for in the finished text: @name, ~label, #1, !1, $1, %1, &1, GH-1,
# addresses, :emoji:.
_SEAM = re.compile(
    r"(?<=[@~])(?=\w)|(?<=[#!$%&])(?=\d)|(?<=GH-)(?=\d)"
    r"|(?<=:)(?=//|[\w+-]+:)|(?<=www)(?=\.)",
    re.IGNORECASE,
)
_NO_WIDTH = "&#8203;"  # a space without width


def render(result: Result, words: Words, by: By | None, rebase: Rebase) -> str:
    """The digest; `by` lists everything in groups, as in the text."""
    samples = list(banner(result, words))
    counts, *hints = (line for line in footer(result, words) if line not in samples)
    parts = [f"## {words.digest['title']}", escaped(_headline(result, words))]
    parts += [f"> {escaped(line)}" for line in samples]
    parts.append(escaped(counts))
    if told := sorted(notices(result, words, rebase), key=lambda notice: not notice.stops):
        parts += [f"### {words.digest['findings']}", _told(told, words), *_more(told, _MOST, words)]
    parts += map(escaped, hints)
    if result.plan is not None and result.assessments:
        for year in result.years:
            parts.append(f"### {escaped(title(result.plan, year, words))}")
            for block in blocks(result, result.plan, year, by, words):
                parts += _block(block, _MOST if by is None else None, words)
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    r"""An inert text as Markdown that shows it as it stands, in a cell or elsewhere in a line.

    >>> print(escaped("a|b <c> @d R&D"))
    a\|b \<c> @&#8203;d R&D
    """
    parts = (_MARKUP.sub(r"\\\g<0>", part) for part in _SEAM.split(text))
    # Where hosts set formulas, a backslash does not keep a dollar from beginning one.
    return _NO_WIDTH.join(parts).replace("$", "&#36;")


def line(text: str) -> str:
    """A text as a line of its own, escaped, a plain line whatever it begins with."""
    return _BEGINS.sub(r"\1\\", escaped(text.strip()))


def cut(text: str, most: int, words: Words) -> str:
    """A digest in at most `most` bytes of UTF-8, saying so if lines are missing.

    Nothing where not even that can be said.
    """
    data = text.encode("utf-8")
    if len(data) <= most:
        return text
    note = f"\n\n{words.digest['cut']}\n"
    room = most - len(note.encode("utf-8"))
    if room < 0:
        return ""
    kept = data[:room].decode("utf-8", "ignore")
    return kept[: kept.rfind("\n") + 1 or None].rstrip() + note


def _headline(result: Result, words: Words) -> str:
    """What the check came to, as its exit code says it."""
    if result.plan is None:
        return words.digest["unusable"]
    if not result.files:
        return words.digest["nothing"]
    if not result.is_stopped:
        return words.digest["passed"]
    findings = sum(map(result.stops, result.findings))
    verdicts = sum(map(result.stops, result.judged))
    return words.digest["stopped"].format(findings=findings, verdicts=verdicts)


def _told(told: Sequence[Notice], words: Words) -> str:
    """Findings and verdicts that stop, in a table."""
    rows = [_notice(notice, words) for notice in told[:_MOST]]
    return table([words.digest[name] for name in _TOLD], rows)


def _notice(notice: Notice, words: Words) -> tuple[str, ...]:
    place = notice.place
    where = inert(place.path) + (f":{place.line}" if place.line else "")
    return words.severities[notice.severity], notice.title, where, notice.said


def _more(listed: Sequence[object], most: int | None, words: Words) -> Iterator[str]:
    if most is not None and len(listed) > most:
        yield words.digest["more"].format(count=len(listed) - most)


def _block(block: Block, most: int | None, words: Words) -> Iterator[str]:
    if block.heading:
        yield f"#### {escaped(block.heading)}"
    if block.lines:
        yield table(header(words), [line.cells for line in block.lines], _RIGHT)
    remark = words.digest["remark"].format
    remarks = [remark(name=li.cells[0], remark=li.remark) for li in block.lines if li.remark]
    if remarks:
        yield bullets(remarks)
    texts = [item.text for item in block.items]
    if block.heading:
        yield bullets(texts[:most])
    else:
        yield from map(escaped, texts)
    yield from _more(texts, most, words)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> str:
    """A table; the columns of `right`, counted from 0, hold numbers."""
    rules = ["---:" if column in right else "---" for column in range(len(head))]
    cells = [map(escaped, head), rules, *(map(escaped, row) for row in rows)]
    return "\n".join("| " + " | ".join(row) + " |" for row in cells)


def bullets(texts: Iterable[str], *, is_ordered: bool = False) -> str:
    """A list of lines, each a plain text whatever it begins with."""
    marks = (f"{number}." for number in count(1)) if is_ordered else repeat("-")
    return "\n".join(f"{mark} {line(text)}" for mark, text in zip(marks, texts, strict=False))
