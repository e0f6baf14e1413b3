"""Paragraphs in lines of so many columns, where wide characters take two."""

import re

from rich.cells import cell_len, chop_cells

_WIDE, _CLOSING = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef", "，。；：、）》”’！？%）"
# One wide character or a word, with what must not begin a line and the space behind it.
_PIECES = re.compile(
    f"[（《“‘]*[{_WIDE}][{_CLOSING}]*|[^\\s{_WIDE}（《“‘]+[{_CLOSING}]*\\s*|\\s+|."
)


def wrap(text: str, first: int, width: int) -> list[str]:
    """Text in lines of so many columns, the first apart.

    Chinese is broken between any two characters but before closing marks; rich would only break
    it at spaces, of which Chinese has none.
    """
    lines, room = [""], first
    for word in _PIECES.findall(text):
        # A word longer than a line, such as a path, is cut.
        for piece in [word] if cell_len(word) <= width else chop_cells(word, width):
            if cell_len(lines[-1] + piece.rstrip()) > room:
                lines.append("")
                room = width
            lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines if line.strip()]
