"""The crosswalk as a list: each promise beside its counterparts in higher plans."""

from jdzplan.check import Result
from jdzplan.collecting.grid import Grid
from jdzplan.formats.sheet import render as render_sheet
from jdzplan.judging.crosswalk import Match
from jdzplan.plan import Plan
from jdzplan.wording.crosswalk import counterpart_text, differs_text, stated_text
from jdzplan.wording.sentences import inert
from jdzplan.wording.words import Words

_COLUMNS = (
    *("crosswalk_name", "crosswalk_value", "crosswalk_unit", "crosswalk_year", "crosswalk_plan"),
    *("crosswalk_clause", "their_value", "their_unit", "their_year", "crosswalk_differs"),
)


def text(result: Result, plan: Plan, words: Words) -> str:
    """A heading, then a line for each counterpart."""
    says, matches = words.adjusted, result.crosswalk
    count = sum(bool(each.differs) for each in matches)
    title = inert(plan.plan.title.get(words.language))
    lines = [says["crosswalk"].format(plan=title, total=len(matches), count=count)]
    lines += (f"  {_line(each, plan, words)}" for each in matches)
    if not matches:
        lines.append(f"  {says['crosswalk_none']}")
    return "\n".join(lines) + "\n"


def _line(each: Match, plan: Plan, words: Words) -> str:
    return words.adjusted["crosswalk_line"].format(
        name=_name(each, plan, words),
        ours=stated_text(each, words),
        theirs=counterpart_text(each, words),
        differs=differs_text(each, words),
    )


def csv(result: Result, plan: Plan, words: Words) -> str:
    """The same as a table, in the reader's words."""
    rows = []
    for each in result.crosswalk:
        other = each.counterpart
        named = (_name(each, plan, words), each.value, each.unit, each.year)
        theirs = (other.plan.get(words.language), other.clause, other.value, other.unit, other.year)
        cells = (*named, *theirs, differs_text(each, words))
        rows.append(tuple("" if cell is None else f"{cell}" for cell in cells))
    headers = tuple(words.adjusted[column] for column in _COLUMNS)
    return render_sheet(Grid(_COLUMNS, headers, tuple(rows)))


def _name(each: Match, plan: Plan, words: Words) -> str:
    room, name = each.thing
    return inert(getattr(plan, room)[name].name.get(words.language))
