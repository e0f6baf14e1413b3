"""A comparison as Markdown, for the comment on a pull request.

Lists only, for each change is a sentence. Whatever a file held comes out as text.
"""

from itertools import accumulate

from jdzplan.comparing.diff import Diff
from jdzplan.formats.diff.layout import left_out, nothing, sections, title
from jdzplan.formats.markdown import bullets, escaped
from jdzplan.wording.words import Words

# GitHub refuses a comment of more than 65,536 characters; some are left for what stands around it.
_LONGEST = 60_000


def render(diff: Diff, words: Words) -> str:
    """The comparison; after so many characters its lines are only counted."""
    parts, room = [f"### {escaped(title(diff, words))}"], _LONGEST
    for section in sections(diff, words):
        lines = [f"{bullets([line.text])}\n" for line in section.lines]
        kept = [
            line
            for line, end in zip(lines, accumulate(map(len, lines)), strict=True)
            if end <= room
        ]
        room -= sum(map(len, kept))
        if len(kept) < len(lines):
            kept.append(f"{bullets([left_out(len(lines) - len(kept), words)])}\n")
        parts.append(f"#### {escaped(section.heading)}\n\n{''.join(kept)}")
    if diff.is_empty:
        parts.append(escaped(nothing(words)) + "\n")
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"
