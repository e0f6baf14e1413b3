"""The same text on a terminal: fitted to its width, coloured if wanted."""

from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from jdzplan.catalogue import Severity
from jdzplan.check import Result
from jdzplan.formats import By
from jdzplan.formats.layout import (
    COLUMNS,
    NUMBERS,
    Block,
    Line,
    blocks,
    finding_line,
    footer,
    header,
    title,
)
from jdzplan.formats.wrap import wrap
from jdzplan.verdicts import Verdict
from jdzplan.wording.words import Words

_COLOURS = {
    Verdict.ACHIEVED: "green",
    Verdict.AHEAD: "green",
    Verdict.ON_TRACK: "green",
    Verdict.LAGGING: "yellow",
    Verdict.BEHIND: "red",
    Verdict.DETERIORATING: "red",
    Verdict.REGRESSED: "red",
    Verdict.MISSED: "bold red",
    Verdict.NOT_ASSESSED: "dim",
}
_SEVERITIES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_SPARED_FIRST = ("elapsed", "share", "unit", "baseline", "expected")
_NARROWEST_NAME = 16


def render(result: Result, words: Words, by: By | None, *, width: int, colour: bool) -> str:
    """The whole result, no line wider than `width` columns."""
    console = console_of(width, colour=colour)
    with console.capture() as capture:
        for finding in result.findings:
            paragraph(console, finding_line(finding, words), _SEVERITIES[finding.severity])
        if result.plan is not None:
            for year in result.years if result.assessments else ():
                console.print()
                paragraph(console, title(result.plan, year, words), "bold")
                for block in blocks(result, result.plan, year, by, words):
                    console.print()
                    _print_block(console, block, words)
        console.print()
        for line in footer(result, words):
            paragraph(console, line)
    return tidy(capture.get())


def console_of(width: int, *, colour: bool) -> Console:
    """A console of so many columns that writes into a string and obeys nothing in a text."""
    return Console(
        file=StringIO(),
        width=width,
        height=100,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )


def tidy(text: str) -> str:
    """Lines without trailing blanks, which would show in what a user copies from the terminal."""
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _print_block(console: Console, block: Block, words: Words) -> None:
    if block.heading:
        paragraph(console, block.heading, "bold")
    if block.lines:
        _print_table(console, block.lines, words)
    if block.lines and block.items:
        console.print()
    for item in block.items:
        paragraph(console, item.text, _COLOURS[item.verdict], indent=2 if block.heading else 0)


def paragraph(console: Console, text: str, style: str = "", *, indent: int = 0) -> None:
    """Print a paragraph, its further lines hanging below the first."""
    hanging = indent + 2 if indent else 0
    for i, line in enumerate(wrap(text, console.width - indent, console.width - hanging)):
        space = " " * (hanging if i else indent)
        console.print(Text(space + line, style, no_wrap=True), crop=False, overflow="ignore")


def _print_table(console: Console, rows: tuple[Line, ...], words: Words) -> None:
    """One small table a row, all of the same widths, so that a remark can stand between."""
    widths = _widths([header(words), *(row.cells for row in rows)], console.width)
    console.print(_row(header(words), widths, "bold", "bold"))
    for row in rows:
        console.print(_row(row.cells, widths, "", _COLOURS[row.verdict]))
        if row.remark:
            for line in wrap(row.remark, console.width - 4, console.width - 4):
                console.print(Text("    " + line, "dim", no_wrap=True))


def _widths(rows: list[tuple[str, ...]], total: int) -> dict[str, int]:
    """Widths of the columns that fit; the less needed go first, then the name is folded."""
    columns = zip(COLUMNS, zip(*rows, strict=True), strict=True)
    widths = {name: max(map(cell_len, cells)) for name, cells in columns}
    for name in _SPARED_FIRST:
        if _taken(widths) - widths["name"] + _NARROWEST_NAME <= total:
            break
        del widths[name]
    spare = total - (_taken(widths) - widths["name"])
    return widths | {"name": max(_NARROWEST_NAME, min(widths["name"], spare))}


def _taken(widths: dict[str, int]) -> int:
    return sum(widths.values()) + 2 * (len(widths) - 1)


def _row(cells: tuple[str, ...], widths: dict[str, int], style: str, last: str) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    shown = []
    for name, cell in zip(COLUMNS, cells, strict=True):
        if name in widths:
            table.add_column(
                width=widths[name],
                justify="right" if name in NUMBERS else "left",
                overflow="fold",
            )
            shown.append(Text(cell, last if name == "verdict" else style))
    table.add_row(*shown)
    return table
