"""Markdown read back by a parser of CommonMark with the tables and links of code hosts."""

import re
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
NO_WIDTH = "\u200b"


class Page(NamedTuple):
    """What a reader sees: headings, tables as rows of cells, lines of lists, other lines."""

    headings: list[str]
    tables: list[list[list[str]]]
    items: list[str]
    lines: list[str]
    quotes: list[str]
    blocks: set[str]
    inline: set[str]

    @property
    def everything(self) -> list[str]:
        """Every text on the page, with the spaces without width in it."""
        cells = [cell for table in self.tables for row in table for cell in row]
        return [*self.headings, *cells, *self.items, *self.lines, *self.quotes]


def read(markdown: str) -> Page:
    """The page of a text. Raises AssertionError where a row has not the cells of its header."""
    parser = MarkdownIt("gfm-like")
    assert parser.linkify is not None
    parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    tokens = parser.parse(markdown)
    page = Page([], [], [], [], [], set(), set())
    opened: list[str] = []
    for token in tokens:
        page.blocks.add(token.type)
        if token.type.endswith("_open"):
            opened.append(token.type.removesuffix("_open"))
            if token.type == "table_open":
                page.tables.append([])
            if token.type == "tr_open":
                page.tables[-1].append([])
        elif token.type.endswith("_close"):
            opened.pop()
        elif token.type == "inline":
            _place(page, opened, token)
    _have_their_cells(markdown)
    return page


def _place(page: Page, opened: list[str], token: Token) -> None:
    children = token.children or []
    page.inline.update(child.type for child in children)
    text = "".join(child.content for child in children)
    if opened[-1] in ("td", "th"):
        page.tables[-1][-1].append(text)
    elif opened[-1] == "heading":
        page.headings.append(text)
    elif "list_item" in opened:
        page.items.append(text)
    else:
        (page.quotes if "blockquote" in opened else page.lines).append(text)


def _have_their_cells(markdown: str) -> None:
    """A parser fills rows up, or cuts them; here they are counted as they stand."""
    for table in re.findall(r"(?:^\|.*\n)+", markdown, re.MULTILINE):
        assert len({len(BAR.findall(row)) for row in table.splitlines()}) == 1, table


def plain(text: str) -> str:
    """A text as the eye sees it."""
    return text.replace(NO_WIDTH, "")
