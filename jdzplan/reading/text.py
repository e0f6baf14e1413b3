"""Bytes to text, without guessing: byte-order mark, UTF-16 by its NULs, UTF-8, GB18030.

Statistical guessers take short Chinese files for Korean; strict decoding in this order does not.
"""

import codecs
import stat
from pathlib import Path
from typing import NamedTuple

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place

LARGEST = 64_000_000  # what Python reads, row by row; a sieve takes more
# How a text was read, and how it had been written.
_MISREAD = (("gb18030", "utf-8"), ("cp1252", "utf-8"), ("latin-1", "utf-8"), ("latin-1", "gbk"))
_COMMON = ("指标", "数值", "单位", "任务")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Refusal(NamedTuple):
    """Why rows of a big file are not sifted: a case of the rule on large files, and its cause."""

    kind: str
    problem: str = ""


def read_bytes(path: Path, shown: str, why: Refusal | None = None) -> bytes | Finding:
    """The content of a regular file, or a finding that says why there is none.

    `shown` is the path as findings print it, `why` is said of one too large. Nothing but a
    regular file is opened, so that a pipe or a device never makes a check hang.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return Finding(
                rule=Rule.FILE_UNREADABLE,
                place=Place(shown),
                params={"kind": "not_a_file"},
            )
        size = path.stat().st_size
        if size > LARGEST:
            return too_large(size, shown, why)
        return path.read_bytes()
    except OSError as error:
        params: dict[str, object] = {"problem": error.strerror or type(error).__name__}
        return Finding(rule=Rule.FILE_UNREADABLE, place=Place(shown), params=params)


def is_pointer(data: bytes) -> bool:
    """Whether a file is only Git LFS's pointer to where its content is kept."""
    return data.startswith(b"version https://git-lfs.github.com/spec/")


def too_large(size: int, shown: str, why: Refusal | None = None) -> Finding:
    """That a file has more bytes than are read row by row, and `why` nothing else reads it."""
    params: dict[str, object] = {"found": size // 1_000_000, "limit": LARGEST // 1_000_000}
    params |= {"kind": why.kind} if why else {}
    params |= {"cause": why.problem} if why and why.problem else {}
    return Finding(rule=Rule.FILE_TOO_LARGE, place=Place(shown), params=params)


def decode(data: bytes, stated: str | None = None) -> tuple[str, str] | None:
    """Text and the name of its encoding, or None where no encoding fits or NULs remain.

    `stated` is the one encoding to try, as the user gave it.
    """
    for name in encodings(data, stated):
        try:
            text = data.decode(name)
        except UnicodeError:
            continue
        if "\0" not in text:
            return text.removesuffix("\x1a"), name  # DOS programs end a file with Ctrl-Z
    return None


def encodings(head: bytes, stated: str | None = None) -> tuple[str, ...]:
    """The encodings to try, in order, by the first bytes of a file; `stated` alone if given."""
    encoding = stated or next((name for mark, name in _MARKS if head.startswith(mark)), None)
    if encoding:
        return (encoding,)
    return tuple(filter(None, (_utf16_without_mark(head), "utf-8", "gb18030")))


def mangled(text: str) -> str | None:
    """A sample of text that was saved in a wrong encoding; None where nothing speaks for it.

    Characters that no encoding could hold became U+FFFD, or 锟斤拷 where those were read as GBK;
    text read in a wrong encoding makes words that turn back into a known header.
    """
    for mark in ("\ufffd", "锟斤拷", "烫烫烫"):
        if mark in text:
            return mark
    head = text[:2000]
    for wrong, right in _MISREAD:
        turned = head.encode(wrong, "ignore").decode(right, "ignore")
        if any(word in turned and word not in head for word in _COMMON):
            return head.split("\n", 1)[0][:12]
    return None


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 by its pattern: the digits, commas and line ends of a table have one NUL each."""
    head = data[:4096]
    if not head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 8 < len(head) or min(even, odd) * 4 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"
