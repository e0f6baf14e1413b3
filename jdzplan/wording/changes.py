"""A comparison in sentences: each change of a verdict, a figure, a report or the plan as a line."""

from collections.abc import Iterator, Mapping, Sequence

from jdzplan.actuals import Missing, Status, TaskReport
from jdzplan.comparing.causes import Because, Cause
from jdzplan.comparing.changes import FigureChange, ReportChange, RowChange
from jdzplan.comparing.diff import Diff, Move
from jdzplan.comparing.moves import Kind, Outcome, Subject
from jdzplan.comparing.plans import Change, PlanChange
from jdzplan.comparing.sides import Filed, Side
from jdzplan.wording.differences import difference_words
from jdzplan.wording.keys import key_text
from jdzplan.wording.sentences import inert, unit_name
from jdzplan.wording.words import Words

_TEXTS = ("released", "basis", "source", "evidence", "note")
_FEW = 3  # changes named in one cause; all of them stand in their own lists


def side_text(side: Side, words: Words) -> str:
    """What a side is called."""
    says = difference_words(words.language)
    return says["working_tree"] if side.name is None else inert(side.name)


def move_text(move: Move, diff: Diff, words: Words) -> str:
    """`R&D intensity 2023: lagging → on track (2.37% → 2.38%, source changed)`."""
    says = difference_words(words.language)
    old, new = (each and _outcome(each, words) for each in (move.old, move.new))
    if old and new:
        how = says["arrow"].format(old=old, new=new)
    else:
        how = says["verdict_added" if new else "verdict_removed"].format(verdict=new or old)
    causes = (_cause(each, move.subject, diff, words) for each in move.causes)
    if why := says["stop"].join(filter(None, causes)):
        how = says["because"].format(moved=how, why=why)
    return says["line"].format(what=_subject(move.subject, diff, words), how=how)


def figure_text(change: FigureChange, diff: Diff, words: Words) -> str:
    """A figure with all that changed in its row."""
    says, key = difference_words(words.language), change.key
    name = _measure(diff, key.measure, words)
    if key.region:
        name = says["of_part"].format(name=name, part=_name(diff, "regions", key.region, words))
    what = says["in_year"].format(name=name, year=key.year)
    return says["line"].format(what=what, how=_in_full(change, words))


def report_text(change: ReportChange, diff: Diff, words: Words) -> str:
    """A report on a task with all that changed in its row."""
    says, key = difference_words(words.language), change.key
    what = says["in_year"].format(name=_name(diff, Kind.TASK, key.task, words), year=key.year)
    return says["line"].format(what=what, how=_in_full(change, words))


def plan_text(change: PlanChange, words: Words) -> str:
    """A key of the plan with what it was and is."""
    says = difference_words(words.language)
    what = says.get(f"sections.{change.section}", change.section)
    if change.name is not None or change.key:
        name = change.name.get(words.language) if change.name else change.key
        what = says["entry"].format(section=what, name=inert(name))
    if change.change in (Change.ADDED, Change.REMOVED):
        return says[change.change].format(what=what)
    return says["line"].format(what=what, how=_key(change, words))


def _key(change: PlanChange, words: Words) -> str:
    """A key with what it was and is, without the entry it belongs to."""
    if change.change is Change.RENAMED:
        says = difference_words(words.language)
        return inert(says["renamed"].format(old=change.old, new=change.new))
    return inert(key_text(change, words))


def _subject(subject: Subject, diff: Diff, words: Words) -> str:
    """What a verdict is on, with the year."""
    says, name = difference_words(words.language), _name(diff, subject.kind, subject.id, words)
    if subject.reading:
        reading = diff.reading_of(subject.id, subject.reading)
        part = inert(reading.get(words.language) if reading else subject.reading)
        name = says["of_part"].format(name=name, part=part)
    form = says["in_period" if subject.is_period else "in_year"]
    return form.format(name=name, year=subject.year)


def _outcome(outcome: Outcome, words: Words) -> str:
    """A verdict, a missing one with its reason."""
    verdict = words.verdicts[outcome.verdict]
    if outcome.reason is None:
        return verdict
    return verdict + words.view["about"].format(about=words.reasons[outcome.reason])


def _cause(because: Because, subject: Subject, diff: Diff, words: Words) -> str:
    """The changes that a cause consists of; nothing where only one side has the year at all."""
    says = difference_words(words.language)
    if because.cause is Cause.PLAN:
        told = [_of_plan(each, subject, words) for each in because.plan]
        return _few(told, says) or says["plan_changed"]
    told = [_in_short(each, words) for each in because.reports]
    for change in because.figures:
        brief = _in_short(change, words)
        if change.key.measure != subject.id:
            name = _measure(diff, change.key.measure, words)
            brief = says["line"].format(what=name, how=brief)
        told.append(brief)
    text = _few(told, says)
    if because.cause is Cause.YEAR:
        return text
    if because.year == subject.year:
        return text or says["this_year"]
    return says["other_year" if text else "other_year_data"].format(year=because.year, what=text)


def _of_plan(change: PlanChange, subject: Subject, words: Words) -> str:
    is_own = (change.section, change.key) == (subject.kind, subject.id)
    if is_own and change.change is Change.CHANGED:
        return _key(change, words)
    return plan_text(change, words)


def _few(told: Sequence[str], says: Mapping[str, str]) -> str:
    more = [says["more"].format(count=len(told) - _FEW)] if len(told) > _FEW else []
    return says["and"].join([*told[:_FEW], *more])


def _in_full(change: RowChange, words: Words) -> str:
    """All that changed in a row."""
    says = difference_words(words.language)
    return says["stop"].join((*_facts(change, words), *_texts(change, says)))


def _in_short(change: RowChange, words: Words) -> str:
    """What changed in a row, free texts by their columns only; of a new or lost one its figure."""
    says = difference_words(words.language)
    if change.old is None or change.new is None:
        return says[change.change].format(what=_value(change.new or change.old, words))
    texts = (name for name in _TEXTS if name in change.fields)
    mentions = (says["field_changed"].format(field=says[name]) for name in texts)
    return says["and"].join((*_facts(change, words), *mentions))


def _facts(change: RowChange, words: Words) -> Iterator[str]:
    """What changed in a row, free texts aside; of a row that is on one side only, all of it."""
    says, old, new = difference_words(words.language), change.old, change.new
    if old is None or new is None:
        yield says[change.change].format(what=_row(old or new, words))
        return
    before, after = (_value(row, words) for row in (old, new))
    if "content" in change.fields:
        yield says["arrow"].format(old=before, new=after)
    if "stage" in change.fields:
        yield says["field"].format(field=says["stage"], old=before, new=after)
    if "status" in change.fields:
        before, after = (_status(row, words) for row in (old, new))
        yield says["field"].format(field=says["status"], old=before, new=after)
    if "is_rejected" in change.fields:
        yield says["rejected" if new.is_rejected else "accepted"]


def _texts(change: RowChange, says: Mapping[str, str]) -> Iterator[str]:
    """The free texts that differ."""
    for name in _TEXTS:
        if name in change.fields:
            texts = (getattr(row, name) for row in (change.old, change.new))
            old, new = (
                says["quoted"].format(text=inert(str(text))) if text else says["nothing_there"]
                for text in texts
            )
            yield says["field"].format(field=says[name], old=old, new=new)


def _row(row: Filed | TaskReport | None, words: Words) -> str:
    """A row on one side only: its figure or stage, and what stands beside it."""
    says, told = difference_words(words.language), list[str]()
    if isinstance(row, Filed) and row.status:
        told.append(words.statuses[row.status])
    named = ((name, getattr(row, name, None)) for name in _TEXTS if name != "note")
    told += (
        says["field_is"].format(field=says[name], value=inert(str(text)))
        for name, text in named
        if text
    )
    if getattr(row, "is_rejected", False):
        told.append(says["rejected"])
    beside = words.view["about"].format(about=says["stop"].join(told)) if told else ""
    return _value(row, words) + beside


def _value(row: Filed | TaskReport | None, words: Words) -> str:
    """What a row says, as it was typed: a figure with its unit, or a stage."""
    says = difference_words(words.language)
    if isinstance(row, TaskReport):
        return words.stages[row.stage] if row.stage else says["nothing_there"]
    if row is None or row.value is None:
        return says["unreadable"]
    typed = inert(row.value.printed) or says["nothing_there"]
    if isinstance(row.value, Missing) or row.value.unit:
        return typed
    unit = unit_name(row.unit, words)
    space = " " if unit not in ("", "%") and words.language == "en" else ""
    return typed + space + unit


def _status(row: Filed | TaskReport, words: Words) -> str:
    status: Status | None = getattr(row, "status", None)
    return words.statuses[status] if status else difference_words(words.language)["unstated"]


def _name(diff: Diff, section: str, key: str, words: Words) -> str:
    name = diff.name_of(section, key)
    return inert(name.get(words.language) if name else key)


def _measure(diff: Diff, key: str, words: Words) -> str:
    """The name of what a figure is of; a member of a set stands behind it."""
    group, _, member = key.partition("/")
    name = _name(diff, "measures", group, words)
    if not member:
        return name
    part = _name(diff, "measures", key, words)
    return difference_words(words.language)["of_part"].format(name=name, part=part)
