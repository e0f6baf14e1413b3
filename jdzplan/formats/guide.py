"""Pages of the guide as text, Markdown or JSON; several in full, or all in a line each."""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from jdzplan.formats.pages import Page, Part
from jdzplan.formats.wrap import wrap
from jdzplan.wording.guide import Guide

SCHEMA = "jdzplan/explain/1"


def text(pages: Sequence[Page], width: int) -> str:
    """Pages in full, no line of prose wider than `width` columns."""
    return "\n\n".join("\n".join(_text_lines(page, width)) for page in pages) + "\n"


def text_list(pages: Sequence[Page], guide: Guide, width: int) -> str:
    """Every page in a line: what can be asked for."""
    blocks = []
    for kind, group in _by_kind(pages):
        lines = [guide.labels[f"{kind}s"]]
        for page in group:
            line = " ".join(filter(None, (page.key, page.level, page.summary)))
            lines += _paragraph(line, 2, 6, width)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _text_lines(page: Page, width: int) -> Iterator[str]:
    yield from _paragraph(page.title, 0, 0, width)
    yield from _paragraph(page.summary, 0, 0, width)
    for part in page.parts:
        yield ""
        yield from _paragraph(part.label, 0, 0, width)
        for line in part.lines:
            # What stands in a file is not broken; what is printed on a terminal is.
            is_printed = part.key == "finding"
            yield from _paragraph(line, 4, 4, width) if is_printed else [f"    {line}".rstrip()]
        yield from _paragraph(part.text, 4, 4, width)
        for item in part.items:
            yield from _paragraph(f"- {item}", 4, 6, width)


def _paragraph(prose: str, first: int, rest: int, width: int) -> Iterator[str]:
    for i, line in enumerate(wrap(prose, width - first, width - rest)):
        yield " " * (rest if i else first) + line


def markdown(pages: Sequence[Page], guide: Guide) -> str:
    """A table of each kind, its codes linked to the pages in full below."""
    out = []
    for kind, group in _by_kind(pages):
        of_kind = list(group)
        labels = ("key", "name", "level", "summary") if kind == "rule" else (kind, "means")
        head = [guide.labels[label] for label in labels]
        out.append("\n".join(map(_row, [head, ["---"] * len(head), *map(_cells, of_kind)])))
        out += ["\n".join(_markdown_lines(page)) for page in of_kind]
    return "\n\n".join(out) + "\n"


def _cells(page: Page) -> list[str]:
    link, summary = f"[{page.key}](#{page.anchor})", _inline(page.summary)
    return [link, page.name, page.level, summary] if page.level else [link, summary]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _markdown_lines(page: Page) -> Iterator[str]:
    yield f'## <a id="{page.anchor}"></a>{_inline(page.title)}'
    yield ""
    yield _inline(page.summary)
    for part in page.parts:
        yield ""
        yield f"**{_inline(part.label)}**"
        yield ""
        yield from _markdown_part(part)


def _markdown_part(part: Part) -> Iterator[str]:
    if part.lines:
        yield from ("```text", *part.lines, "```")
    if part.lines and part.text:
        yield ""
    if part.text:
        yield _inline(part.text)
    yield from (f"- {_inline(item)}" for item in part.items)


def _inline(prose: str) -> str:
    """Prose whose characters mean nothing to Markdown."""
    return re.sub(r"([*_<`\[\]])", r"\\\1", prose)


def as_json(pages: Sequence[Page], language: str) -> str:
    """Pages as data."""
    topics: list[dict[str, object]] = [
        {"kind": page.kind, "key": page.key, "name": page.name}
        | ({"severity": page.severity} if page.severity else {})
        | {"summary": page.summary}
        | {part.key: _content(part) for part in page.parts}
        for page in pages
    ]
    whole = {"schema": SCHEMA, "language": language, "topics": topics}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _content(part: Part) -> str | list[str]:
    return list(part.items) or "\n".join(filter(None, (*part.lines, part.text)))


def _by_kind(pages: Sequence[Page]) -> Iterator[tuple[str, Iterator[Page]]]:
    return groupby(pages, key=lambda page: page.kind)
