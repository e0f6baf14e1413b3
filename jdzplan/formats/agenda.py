"""What is overdue on a day, unit by unit: for whoever has to ask for it."""

from collections.abc import Iterator
from datetime import date

from jdzplan.catalogue import Rule
from jdzplan.check import Result
from jdzplan.collecting.grid import Grid
from jdzplan.findings import Finding
from jdzplan.formats.layout import where
from jdzplan.formats.sheet import render as render_sheet
from jdzplan.owners import Role, Share, shares
from jdzplan.plan import Plan
from jdzplan.wording.sentences import inert, spoken
from jdzplan.wording.words import Words

_RULES = (Rule.FIGURE_OVERDUE, Rule.TASK_OVERDUE)
_COLUMNS = ("unit", "role", "kind", "name", "year", "since", "place", "code")


def text(result: Result, plan: Plan, words: Words, day: date) -> str:
    """A heading for each unit, a line for each item, the longest overdue first."""
    says, agenda = words.lists, _agenda(result, plan)
    total = len({(f.rule, f.indicator, f.params["year"]) for _, items in agenda for _, f in items})
    title = inert(plan.plan.title.get(words.language))
    told_day = spoken(day, words)
    lines = [says["overdue"].format(plan=title, day=told_day, count=total)]
    for share, items in agenda:
        lines += ["", inert(share.unit or words.sheet["no_owner"])]
        for role, finding in items:
            mark = "" if role is Role.LEAD else words.roles["role"].format(role=words.roles[role])
            kind = "due_figure" if finding.rule is Rule.FIGURE_OVERDUE else "due_task"
            told = says[kind].format(
                name=spoken(finding.params["indicator"], words),
                year=finding.params["year"],
                since=spoken(finding.params["since"], words),
            )
            lines.append(f"  {mark}{told}")
    return "\n".join(lines) + "\n"


def csv(result: Result, plan: Plan, words: Words) -> str:
    """The same as a table, in the reader's words."""
    says = words.lists
    rows = []
    for share, items in _agenda(result, plan):
        for role, finding in items:
            kind = "indicator" if finding.rule is Rule.FIGURE_OVERDUE else "task"
            year, since = str(finding.params["year"]), str(finding.params["since"])
            unit = share.unit or words.sheet["no_owner"]
            name, at = spoken(finding.params["indicator"], words), where(finding)
            cells = (words.roles[role], says[kind], name, year, since, at, finding.rule.code)
            rows.append((unit, *cells))
    headers = tuple(says[column] for column in _COLUMNS)
    return render_sheet(Grid(_COLUMNS, headers, tuple(rows)))


def _agenda(result: Result, plan: Plan) -> list[tuple[Share, list[tuple[Role, Finding]]]]:
    """Every unit that something is overdue of, with what it is."""
    found, _ = shares(result, plan)
    told = ((share, sorted(_items(share), key=_urgency)) for share in found)
    return [(share, items) for share, items in told if items]


def _items(share: Share) -> Iterator[tuple[Role, Finding]]:
    return ((role, each) for role, each in share.findings if each.rule in _RULES)


def _urgency(item: tuple[Role, Finding]) -> tuple[str, tuple[str, int, int, str], str]:
    finding = item[1]
    return str(finding.params["since"]), finding.order, str(finding.indicator)
