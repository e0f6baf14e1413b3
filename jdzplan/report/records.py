"""What a report says, part by part: plain inert text, no markup. Templates put it in order.

Whoever writes a template of their own reads here what there is.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from jdzplan.report import Kind

# Keys of the pictures of the whole plan; no id of an indicator begins so.
OVERVIEW, TASKS = "_overview", "_tasks"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the words above its columns, its rows, which columns hold numbers (from 0)."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: `path` of its file from the report's, what it shows in words, and the SVG.

    `png` makes pixels of it for what shows no SVG.
    """

    path: str
    alt: str
    svg: str = field(repr=False)
    png: Callable[[], bytes] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Labelled:
    """Lines below a label; `is_ordered` where they are steps."""

    label: str
    lines: tuple[str, ...]
    is_ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that needs attention: its name with the verdict, the working, who answers."""

    heading: str
    parts: tuple[Labelled, ...] = ()
    owner: str
    picture: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalPart:
    """One goal: counts, its indicators that were judged, what else was, and what was not."""

    heading: str
    counts: str
    table: Table | None = None
    remarks: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    lists: tuple[Labelled, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tasks:
    """Tasks by goal and stage, then those done, under way, overdue, each with its evidence."""

    counts: str
    table: Table
    picture: Picture | None
    lists: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """What the figures are worth: counts of problems, what is missing, open, or not final."""

    counts: str
    lists: tuple[Labelled, ...]
    sources: Table | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How verdicts come about, on one page: sentences, steps, the table of verdicts."""

    sentences: tuple[str, ...]
    steps: Labelled
    verdicts: Table
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a report says. `years` and `assessed` are of reports over several years.

    `changes` is None where there is no year before to compare with.
    """

    kind: Kind
    year: int
    language: str
    plan: str
    title: str
    facts: tuple[str, ...]
    warnings: tuple[str, ...]
    summary: tuple[str, ...]
    overview: Picture | None
    core_heading: str
    core: Table
    core_remarks: tuple[str, ...]
    years: Table
    assessed: tuple[Labelled, ...]
    attention: tuple[Entry, ...]
    attention_lists: tuple[Labelled, ...]
    goals: tuple[GoalPart, ...]
    tasks: Tasks | None
    changes: tuple[Labelled, ...] | None
    amendments: Table | None
    quality: Quality
    method: Method
    glossary: Table
    words: dict[str, str] = field(repr=False)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Every picture once, in the order of the report."""
        found = [self.overview, self.tasks.picture if self.tasks else None]
        found += [entry.picture for entry in self.attention]
        found += [picture for goal in self.goals for picture in goal.pictures]
        return tuple(dict.fromkeys(picture for picture in found if picture))
