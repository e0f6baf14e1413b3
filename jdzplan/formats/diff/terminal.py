"""A comparison on a terminal: fitted to its width, what got better or worse in colour if wanted."""

from jdzplan.comparing.diff import Diff
from jdzplan.comparing.moves import Direction
from jdzplan.formats.diff.layout import nothing, sections, title
from jdzplan.formats.terminal import console_of, paragraph, tidy
from jdzplan.wording.words import Words

_COLOURS = {Direction.BETTER: "green", Direction.WORSE: "red", Direction.OTHER: ""}


def render(diff: Diff, words: Words, *, width: int, colour: bool) -> str:
    """The whole comparison, no line wider than `width` columns."""
    console = console_of(width, colour=colour)
    with console.capture() as capture:
        paragraph(console, title(diff, words), "bold")
        for section in sections(diff, words):
            console.print()
            paragraph(console, section.heading, "bold")
            for line in section.lines:
                paragraph(console, line.text, _COLOURS[line.direction], indent=2)
        if diff.is_empty:
            console.print()
            paragraph(console, nothing(words))
    return tidy(capture.get())
