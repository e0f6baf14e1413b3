"""What the text formats of a comparison show: sections of lines. No widths, no colour."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jdzplan.comparing.changes import FigureChange, ReportChange
from jdzplan.comparing.diff import Diff, Move
from jdzplan.comparing.moves import Direction
from jdzplan.comparing.plans import Change
from jdzplan.formats.layout import finding_line
from jdzplan.verdicts import Verdict
from jdzplan.wording.changes import figure_text, move_text, plan_text, report_text, side_text
from jdzplan.wording.differences import difference_words
from jdzplan.wording.words import Words


class Line(NamedTuple):
    """One change; the direction of a verdict gives its colour."""

    text: str
    direction: Direction = Direction.OTHER


class Section(NamedTuple):
    """What changed of one kind, under its count."""

    heading: str
    lines: tuple[Line, ...]


def title(diff: Diff, words: Words) -> str:
    """The line above everything: what was compared with what."""
    old, new = (side_text(side, words) for side in (diff.old, diff.new))
    return difference_words(words.language)["title"].format(old=old, new=new)


def sections(diff: Diff, words: Words) -> tuple[Section, ...]:
    """All that changed, verdicts first; no empty ones."""
    says = difference_words(words.language)
    found = (
        Section(_count_moves(diff.moves, words), tuple(_moves(diff, words))),
        Section(
            _count("figures", diff.figures, words),
            tuple(Line(figure_text(each, diff, words)) for each in diff.figures),
        ),
        Section(
            _count("reports", diff.reports, words),
            tuple(Line(report_text(each, diff, words)) for each in diff.reports),
        ),
        Section(
            says["plan"].format(count=len(diff.plan)),
            tuple(Line(plan_text(each, words)) for each in diff.plan),
        ),
        Section(says["findings"], tuple(Line(finding_line(each, words)) for each in diff.findings)),
    )
    return tuple(section for section in found if section.lines)


def nothing(words: Words) -> str:
    """That nothing changed."""
    return difference_words(words.language)["nothing"]


def left_out(count: int, words: Words) -> str:
    """How many lines are not shown."""
    return difference_words(words.language)["more"].format(count=count)


def _moves(diff: Diff, words: Words) -> Iterator[Line]:
    """Every move in a line; those of a new or a vanished year that say nothing, as a count."""
    says = difference_words(words.language)
    silent = {"unjudged_added": 0, "unjudged_removed": 0}
    for move in diff.moves:
        if move.old is None and move.new and move.new.verdict is Verdict.NOT_ASSESSED:
            silent["unjudged_added"] += 1
        elif move.new is None and move.old and move.old.verdict is Verdict.NOT_ASSESSED:
            silent["unjudged_removed"] += 1
        else:
            yield Line(move_text(move, diff, words), move.direction)
    yield from (Line(says[key].format(count=count)) for key, count in silent.items() if count)


def _count_moves(moves: Sequence[Move], words: Words) -> str:
    counts = {way.value: sum(move.direction is way for move in moves) for way in Direction}
    return difference_words(words.language)["moves"].format(count=len(moves), **counts)


def _count(key: str, changes: Sequence[FigureChange | ReportChange], words: Words) -> str:
    counts = {kind.value: sum(each.change is kind for each in changes) for kind in Change}
    return difference_words(words.language)[key].format(count=len(changes), **counts)
