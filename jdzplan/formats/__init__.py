"""Formats: a result in, a string out. No file, no terminal detection, no thresholds, no exit.

To add one: a module with `render(result, words) -> str`, and its name in `Format` and `render`.
What stops at the gate is asked of the result.
"""

from collections.abc import Callable
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
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    MARKDOWN = "markdown"


class By(StrEnum):
    """How the verdicts of a year are grouped."""

    GOAL = "goal"
    CHAPTER = "chapter"
    TIER = "tier"
    FORM = "form"
    OWNER = "owner"
    REGION = "region"


def render(
    result: "Result",
    target: Format,
    words: "Words",
    by: By | None = None,
    rebase: Callable[[str], str] = str,
) -> str:
    """The result as a string; only the module of the format asked for is loaded.

    `by` groups text and Markdown; the machine formats always hold everything. `rebase` turns a
    path into the one that a code host knows, for the formats that such hosts read.
    """
    if target is Format.JSON:
        from jdzplan.formats import json

        return json.render(result, words)
    if target is Format.CSV:
        from jdzplan.formats import csv

        return csv.render(result, words)
    if target is Format.GITHUB:
        from jdzplan.formats import github

        return github.render(result, words, rebase)
    if target is Format.GITLAB:
        from jdzplan.formats import gitlab

        return gitlab.render(result, words, rebase)
    if target is Format.JUNIT:
        from jdzplan.formats import junit

        return junit.render(result, words, rebase)
    if target is Format.MARKDOWN:
        from jdzplan.formats import markdown

        return markdown.render(result, words, by, rebase)
    from jdzplan.formats import text

    return text.render(result, words, by)
