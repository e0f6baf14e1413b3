"""What changed in the plan itself, key by key; and a promise changed without a decision."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import partial
from itertools import zip_longest
from types import MappingProxyType
from typing import Any, NamedTuple

from jdzplan.plan import Amendment, Plan, Revision, Text, Thing


class Change(StrEnum):
    """What happened to something, from the old side to the new one."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


class PlanChange(NamedTuple):
    """One key of the plan. `section` is the plan's own, `key` the entry's id or number in it.

    `field` is the path below the entry, as `target.at_least`; `old` and `new` are as typed, None
    where there is nothing. Of a whole entry all three are empty; of a renamed one they are the ids.
    `about` are the things that an amendment speaks of, as section and id.
    """

    section: str
    change: Change
    key: str = ""
    name: Text | None = None
    field: str = ""
    old: str | None = None
    new: str | None = None
    about: frozenset[Thing] = frozenset()


class Renames(NamedTuple):
    """Ids of the old plan that the new one has under another id, by section."""

    by_section: Mapping[str, Mapping[str, str]] = MappingProxyType({})

    def new_id(self, section: str, old: str) -> str:
        """The new plan's id of an entry; a member of a set goes with its set."""
        known = self.by_section.get(section, {})
        group, slash, member = old.partition("/")
        return known.get(old) or known.get(group, group) + slash + member

    def new_measure(self, old: str) -> str:
        """The new plan's id of a series, an indicator or a member."""
        renamed = self.new_id("indicators", old)
        return self.new_id("series", old) if renamed == old else renamed


def renames(old: Plan | None, new: Plan | None) -> Renames:
    """Entries that kept their name under another id; where two share it, nothing is guessed."""
    found: dict[str, dict[str, str]] = {}
    for section in ("indicators", "series", "relations", "tasks") if old and new else ():
        before, after = getattr(old, section), getattr(new, section)
        gone = {key: each for key, each in before.items() if key not in after}
        come = {key: each for key, each in after.items() if key not in before}
        pairs = [
            (a, b)
            for a, left in gone.items()
            for b, right in come.items()
            if _share_a_name(left.name, right.name)
        ]
        lefts, rights = [a for a, _ in pairs], [b for _, b in pairs]
        found[section] = {a: b for a, b in pairs if lefts.count(a) == rights.count(b) == 1}
    return Renames(found)


def _share_a_name(one: Text, other: Text) -> bool:
    return any(a and a == b for a, b in ((one.zh, other.zh), (one.en, other.en)))


def plan_changes(old: Plan | None, new: Plan | None, renamed: Renames) -> tuple[PlanChange, ...]:
    """Every key that differs, section by section; all of a plan where the other side has none."""
    return tuple(
        change
        for section in Plan.model_fields
        for change in _section(
            section, getattr(old, section, None), getattr(new, section, None), renamed
        )
    )


def _section(section: str, old: Any, new: Any, renamed: Renames) -> Iterator[PlanChange]:
    if section in ("amendments", "revisions"):
        old, new = ({_key_of(each): each for each in side or ()} for side in (old, new))
    kind = type(new if old is None else old)
    if kind is dict:
        left = {renamed.new_id(section, key): (key, each) for key, each in (old or {}).items()}
        right = {key: (key, each) for key, each in (new or {}).items()}
        for key in dict.fromkeys((*right, *left)):
            yield from _entry(section, left.get(key), right.get(key))
    elif kind is tuple:
        # What stands on both sides has not changed, wherever in the list it stands.
        before, after = list(old or ()), list(new or ())
        gone = [(str(i), each) for i, each in enumerate(before, start=1) if each not in after]
        come = [(str(i), each) for i, each in enumerate(after, start=1) if each not in before]
        for one, other in zip_longest(gone, come):
            yield from _entry(section, one, other)
    else:
        yield from _entry(section, old and ("", old), new and ("", new))


def _key_of(record: Amendment | Revision) -> str:
    """A day, a document, and of a revision the one thing that it is of."""
    if isinstance(record, Amendment):
        return f"{record.decided} {record.document}"
    return f"{record.published} {record.document} {record.thing[-1]}"


def _name_of(record: Any) -> Text | None:
    """What an entry is called; an amendment or a revision goes by its document."""
    if isinstance(record, Amendment | Revision):
        return Text(zh=record.document)
    name: Text | None = getattr(record, "name", None)
    return name


def _entry(
    section: str, old: tuple[str, Any] | None, new: tuple[str, Any] | None
) -> Iterator[PlanChange]:
    """The keys in which two entries differ, each given with its id; one of them may be missing."""
    key, record = new or old or ("", None)
    name = _name_of(record)
    things = (
        change.thing[:2]
        for _, each in filter(None, (old, new))
        if isinstance(each, Amendment)
        for change in each.changes
    )
    make = partial(PlanChange, section=section, key=key, name=name, about=frozenset(things))
    if old is None or new is None:
        if record is not None:
            yield make(change=Change.ADDED if old is None else Change.REMOVED)
        return
    if old[0] != new[0] and name is not None:
        yield make(change=Change.RENAMED, old=old[0], new=new[0])
    before, after = (dict(_leaves(each.model_dump())) for _, each in (old, new))
    for path in dict.fromkeys((*after, *before)):
        values = before.get(path), after.get(path)
        if values[0] != values[1]:
            yield make(change=Change.CHANGED, field=path, old=values[0], new=values[1])


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every value below, by its path, as the plan file would have it; what is empty is left out."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves(each, f"{path}.{key}" if path else str(key))
    elif isinstance(value, tuple) and any(isinstance(each, dict) for each in value):
        yield from _leaves(dict(enumerate(value, start=1)), path)
    elif isinstance(value, tuple):
        if value:
            yield path, ", ".join(_typed(each) for each in value)
    elif value is not None:
        yield path, _typed(value)


def _typed(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value).lower() if isinstance(value, bool) else str(value)


# What an entry promises, in whatever words; each pattern is one of a whole path below the entry.
_PROMISES = {
    "indicators": re.compile(
        r"(?:readings\.[^.]+\.)?target\.(?!printed|reading|by_reading|figures|milestones_source).*"
        r"|better|baseline\..*|members\..*"
    ),
    "relations": re.compile(r"rule|of|than|span|strength|rate\.value"),
    "tasks": re.compile(r"due|yearly"),
}
# What the plan left out may be filled in; what stood there may not be changed.
_MAY_BE_FILLED = re.compile(r"baseline\..*|rate\.value|due")


def promises_in(changes: Sequence[PlanChange]) -> dict[tuple[str, str], tuple[PlanChange, ...]]:
    """The changes of what the plan itself promises, by section and id.

    Amendments never touch that: what they change stays as it was first printed. A number that is
    only printed with another count of digits is the same; an entry that is gone took its promise
    with it.
    """
    found: dict[tuple[str, str], tuple[PlanChange, ...]] = {}
    for change in changes:
        if change.section in _PROMISES and _is_promise(change):
            key = (change.section, change.key)
            found[key] = (*found.get(key, ()), change)
    return found


def _is_promise(change: PlanChange) -> bool:
    if change.change is not Change.CHANGED:
        return change.change is Change.REMOVED
    if change.field.startswith("members.") and change.old and change.new:
        return False  # a member by another name
    is_filled = change.old is None and _MAY_BE_FILLED.fullmatch(change.field)
    return (
        _PROMISES[change.section].fullmatch(change.field) is not None
        and not is_filled
        and not _are_equal(change)
    )


def _are_equal(change: PlanChange) -> bool:
    try:
        return Decimal(change.old or "") == Decimal(change.new or "")
    except InvalidOperation:
        return False


def decisions_lost(old: Plan, new: Plan) -> tuple[Amendment, ...]:
    """Amendments that are gone, or that now change something else or on another day."""
    kept = [(each.decided, each.changes) for each in new.amendments]
    return tuple(each for each in old.amendments if (each.decided, each.changes) not in kept)
