"""Plain text: findings one a line, then aligned tables. For pipes, files and consoles of any kind.

Nothing is cut, nothing is coloured, and no glyph lies outside GBK except what a file held.
"""

import unicodedata
from collections.abc import Iterator

from jdzplan.check import Result
from jdzplan.formats import By
from jdzplan.formats.layout import (
    COLUMNS,
    NUMBERS,
    Block,
    blocks,
    finding_line,
    footer,
    header,
    title,
)
from jdzplan.wording.words import Words


def render(result: Result, words: Words, by: By | None) -> str:
    """The whole result."""
    parts = [render_findings(result, words)] if result.findings else []
    if result.plan is not None and result.assessments:
        for year in result.years:
            parts.append(title(result.plan, year, words) + "\n")
            page = blocks(result, result.plan, year, by, words)
            parts += ("\n".join(block_lines(block, words)) + "\n" for block in page)
    parts.append("\n".join(footer(result, words)) + "\n")
    return "\n".join(parts)


def render_findings(result: Result, words: Words) -> str:
    """The findings alone, one a line."""
    return "".join(finding_line(finding, words) + "\n" for finding in result.findings)


def block_lines(block: Block, words: Words) -> Iterator[str]:
    """A part of a page, line by line."""
    if block.heading:
        yield block.heading
    if block.lines:
        if block.heading:
            yield ""
        top, *rows = _table([header(words), *(line.cells for line in block.lines)])
        yield top
        for row, line in zip(rows, block.lines, strict=True):
            yield row
            if line.remark:
                yield f"    {line.remark}"
        if block.items:
            yield ""
    indent = "  " if block.heading else ""
    yield from (indent + item.text for item in block.items)


def _table(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows as aligned lines: numbers to the right, words to the left, no spaces at the end."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    out = []
    for row in rows:
        cells = [
            _pad(cell, size, right=name in NUMBERS)
            for cell, size, name in zip(row, widths, COLUMNS, strict=True)
        ]
        out.append("  ".join(cells).rstrip())
    return out


def _pad(cell: str, size: int, *, right: bool) -> str:
    space = " " * (size - width(cell))
    return space + cell if right else cell + space


def width(text: str) -> int:
    """Columns that a text takes: two for wide characters, none for marks set upon others."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
