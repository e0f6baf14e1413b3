"""The guide: every rule, verdict, reason and flag explained, in Chinese and English.

One catalogue for `explain`, for the pages under `docs/` and for reports. Only the language asked
for is loaded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding
from jdzplan.verdicts import Flag, Reason, Verdict


class Explanation(NamedTuple):
    """A rule in words: what it is for and what becomes of the datum, what causes it, the cure."""

    meaning: str
    cause: str
    mend: str


class Term(NamedTuple):
    """A verdict, a reason or a flag in words: its condition in short, what it means, and more.

    `more` is an example of a verdict, how to get out of a reason, what to do about a flag.
    `{ahead}`, `{on_track}`, `{lagging}` and `{behind}` stand for the cut-offs.
    """

    when: str
    meaning: str
    more: str


class State(StrEnum):
    """How a file of an example is stored, where its text does not show what is wrong with it."""

    PLAIN = "plain"
    GBK = "gbk"
    UTF8 = "utf8"
    WORKBOOK = "workbook"
    HIDDEN = "hidden"
    YEARS = "years"
    ABSENT = "absent"
    OPEN = "open"
    CLOSED = "closed"
    LARGE = "large"
    LONG = "long"


class Example(NamedTuple):
    """What a rule finds, as it stands in a file, and the same when mended.

    The file is that of the finding's place, unless `mended_path` says that its name was wrong.
    Headers of tables are written as the columns' English names. `arguments` are those of
    `check`; None names the file. `earlier` is what the file holds in the revision HEAD, where the
    rule compares with it.
    """

    finding: Finding
    bad: tuple[str, ...]
    mended: tuple[str, ...]
    mended_path: str | None = None
    state: State = State.PLAIN
    mended_state: State = State.PLAIN
    arguments: str | None = None
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The guide in one language; `effects` say what a rule's findings do to the exit code."""

    rules: Mapping[Rule, Explanation]
    verdicts: Mapping[Verdict, Term]
    reasons: Mapping[Reason, Term]
    flags: Mapping[Flag, Term]
    effects: Mapping[str, str]
    states: Mapping[State, str]
    labels: Mapping[str, str]


def guide_in(language: str) -> Guide:
    """The guide of a language, `zh` or `en`."""
    if language == "en":
        from jdzplan.wording.guide.en import GUIDE_EN

        return GUIDE_EN
    from jdzplan.wording.guide.zh import GUIDE_ZH

    return GUIDE_ZH
