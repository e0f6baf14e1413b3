"""A comparison as plain text, for pipes, files and consoles of any kind."""

from jdzplan.comparing.diff import Diff
from jdzplan.formats.diff.layout import nothing, sections, title
from jdzplan.wording.words import Words


def render(diff: Diff, words: Words) -> str:
    """The whole comparison; nothing is cut."""
    parts = [title(diff, words)]
    parts += (
        "\n".join((section.heading, *(f"  {line.text}" for line in section.lines)))
        for section in sections(diff, words)
    )
    if diff.is_empty:
        parts.append(nothing(words))
    return "\n\n".join(parts) + "\n"
