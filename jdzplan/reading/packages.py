"""A workbook package (a zip of XML parts) before a library unpacks it, and what the library hides.

Sizes are taken from the zip's directory, which unzipping never exceeds. A part with a document
type is refused, so that no entity is ever expanded; the format has no use for one.
"""

from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat
from zipfile import ZipFile

from jdzplan.patterns import Pattern
from jdzplan.reading.cells import raised_text

LARGEST = 200_000_000
_RATIO, _RATIO_FROM = 200, 10_000_000
_MOST_MERGED = 1_000_000
LAST_ROW = 1_048_576  # of the format itself
_REFERENCE = Pattern(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


class PackageError(ValueError):
    """A package that is not opened; `kind` says why."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class _RootReachedError(Exception):
    """The root element begins: no document type can follow."""


def inspect(archive: ZipFile) -> None:
    """Raise `PackageError` for a package that would unpack to too much, or that has a DTD."""
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > LARGEST:
        raise PackageError("too_large")
    for part in parts:
        if part.file_size > _RATIO_FROM and part.file_size > _RATIO * part.compress_size:
            raise PackageError("too_large")
    for part in parts:
        with archive.open(part) as stream:
            _refuse_document_type(stream, is_xml=part.filename.endswith((".xml", ".rels")))


def _refuse_document_type(stream: IO[bytes], *, is_xml: bool) -> None:
    def refuse(*_: object) -> None:
        raise PackageError("document_type")

    def stop(*_: object) -> None:
        raise _RootReachedError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    try:
        parser.ParseFile(stream)
    except _RootReachedError:
        return
    except expat.ExpatError:
        if is_xml:
            raise


@dataclass(slots=True)
class Marks:
    """What a sheet's XML says beside its values, rows and columns from 1.

    `merged` are areas (first row, first column, last row, last column). `bare` holds formulas by
    their cell where no result was ever stored, `raised` texts written into their cells of which a
    part is set high.
    """

    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    bare: dict[tuple[int, int], str] = field(default_factory=dict)
    raised: dict[tuple[int, int], str] = field(default_factory=dict)


def covered(
    merged: list[tuple[int, int, int, int]], rows: int, columns: int
) -> set[tuple[int, int]]:
    """The cells hidden below a merged one, within so many rows and columns.

    >>> sorted(covered([(1, 1, 2, 2)], 20, 20))
    [(1, 2), (2, 1), (2, 2)]
    """
    hidden: set[tuple[int, int]] = set()
    area = 0
    for top, left, bottom, right in merged:
        down, across = range(top, min(bottom, rows) + 1), range(left, min(right, columns) + 1)
        area += len(down) * len(across)
        if area > _MOST_MERGED:
            raise PackageError("too_large")
        hidden |= {(row, column) for row in down for column in across} - {(top, left)}
    return hidden


def marks_of(stream: IO[bytes]) -> Marks:
    """Merged areas and formulas without a result.

    A formula whose result is an empty text does have one: its cell is typed `str` and has a `v`.
    """
    reader = _MarksReader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.ParseFile(stream)
    return reader.marks


class _MarksReader:
    def __init__(self) -> None:
        self.marks = Marks()
        self._row = self._column = 0
        self._type = ""
        self._inside = ""
        self._said: dict[str, str] = {}
        self._runs: list[str] = []
        self._is_high = self._is_raised = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "row":
            above, self._row = self._row, int(float(attributes.get("r", self._row + 1)))
            self._column = 0
            # The library drops what lies behind the last row, and what comes out of order.
            if not above < self._row <= LAST_ROW:
                raise PackageError("not_a_workbook")
        elif tag == "c":
            before, self._column = self._column, self._column + 1
            if "r" in attributes:
                self._column = _cell_of(attributes["r"])[1]
            if self._column <= before:
                raise PackageError("not_a_workbook")
            self._type, self._said = attributes.get("t", "n"), {}
            self._runs, self._is_raised = [], False
        elif tag == "r":  # a run of a text that is written into its cell
            self._is_high = False
        elif tag == "vertAlign":
            self._is_high = attributes.get("val") == "superscript"
            self._is_raised = self._is_raised or self._is_high
        elif tag in ("f", "v", "t"):
            self._inside = tag
            self._said[tag] = ""
        elif tag == "mergeCell":
            first, _, last = attributes.get("ref", "").partition(":")
            self.marks.merged.append((*_cell_of(first), *_cell_of(last or first)))

    def text(self, text: str) -> None:
        if self._inside:
            self._said[self._inside] += text

    def end(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        if tag in ("f", "v"):
            self._inside = ""
        elif tag == "t":
            text, self._inside = self._said["t"], ""
            self._runs.append(raised_text(text) if self._is_high else text)
        elif tag == "c" and self._is_raised:
            self.marks.raised[self._row, self._column] = "".join(self._runs)
        elif tag == "c" and "f" in self._said:
            is_empty_text = self._type == "str" and "v" in self._said
            if not self._said.get("v", "").strip() and not is_empty_text:
                self.marks.bare[self._row, self._column] = "=" + self._said["f"].strip()


def _cell_of(reference: str) -> tuple[int, int]:
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise PackageError("not_a_workbook")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column
