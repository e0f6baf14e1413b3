"""Formats of a comparison: a diff in, a string out, as of a check.

To add one: a module with `render(diff, words) -> str`, and its name in `DiffFormat` and `render`.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdzplan.comparing.diff import Diff
    from jdzplan.wording.words import Words


class DiffFormat(StrEnum):
    """What a comparison can be written as."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def render(diff: "Diff", target: DiffFormat, words: "Words") -> str:
    """The comparison as a string; only the module of the format asked for is loaded."""
    if target is DiffFormat.JSON:
        from jdzplan.formats.diff import json

        return json.render(diff, words)
    if target is DiffFormat.MARKDOWN:
        from jdzplan.formats.diff import markdown

        return markdown.render(diff, words)
    from jdzplan.formats.diff import text

    return text.render(diff, words)
