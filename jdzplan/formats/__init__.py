"""Formats: a result in, a string out. No file, no terminal detection, no thresholds, no exit.

To add one: a module with `render(result, words) -> str`, and its name in `Format` and `render`.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdzplan.check import Result
    from jdzplan.wording.words import Words


class Format(StrEnum):
    """What a check can be written as."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class By(StrEnum):
    """How the verdicts of a year are grouped."""

    GOAL = "goal"
    CHAPTER = "chapter"
    TIER = "tier"
    FORM = "form"


def render(result: "Result", target: Format, words: "Words", by: By | None = None) -> str:
    """The result as a string; only the module of the format asked for is loaded.

    `by` groups the text; the machine formats always hold everything.
    """
    if target is Format.JSON:
        from jdzplan.formats import json

        return json.render(result, words)
    if target is Format.CSV:
        from jdzplan.formats import csv

        return csv.render(result, words)
    from jdzplan.formats import text

    return text.render(result, words, by)
