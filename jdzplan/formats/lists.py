"""Each unit's own list of problems: findings, then its verdicts, the worst first.

A unit gets what it leads and what it supports, marked as such; whoever provides the figures
gets the findings about them and what is still to be filed. What nobody leads, and what concerns
no unit in particular (files, the plan itself, unknown names), makes the last list: nobody mends
what is sent to everybody.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from jdzplan.check import Judged, Result
from jdzplan.collecting.grid import Grid
from jdzplan.collecting.template import safe_names
from jdzplan.findings import Finding
from jdzplan.formats.layout import Block, Item, count_text, finding_line, where
from jdzplan.formats.sheet import render as render_sheet
from jdzplan.formats.text import block_lines
from jdzplan.judging.assessment import Assessment
from jdzplan.judging.relations import RelationAssessment
from jdzplan.owners import Role, Share, shares
from jdzplan.plan import Plan
from jdzplan.verdicts import Reason, Verdict
from jdzplan.wording.duties import marked, told
from jdzplan.wording.sentences import inert, message
from jdzplan.wording.words import Words

# A missing verdict that no filing would bring about is nobody's omission.
_NOT_ASKED = (
    Reason.NOT_DUE,
    Reason.OUTSIDE_PERIOD,
    Reason.NEVER_JUDGED,
    Reason.NO_BASELINE,
    Reason.DEFINITION_UNCONFIRMED,
    Reason.DEFINITION_INCOMPLETE,
    Reason.EXTERNAL_STANDARD_MISSING,
)
_SECTIONS = ("bad", "open", "rest")
_COLUMNS = (*("unit", "role", "kind", "year", "name", "judged", "about", "mend", "place", "code"),)


@dataclass(frozen=True, slots=True)
class UnitList:
    """One unit's list, and the stem of its file; `common` are findings that concern no unit."""

    stem: str
    share: Share
    common: tuple[Finding, ...]

    def judged(self, section: str, year: int) -> list[tuple[Role, Judged]]:
        """The verdicts of a section in a year, the worst first, and of these its own."""
        order, roles = list(Verdict), list(Role)
        found = [
            (role, judged)
            for role, judged in self.share.verdicts
            if judged.year == year and _section(role, judged) == section
        ]
        return sorted(found, key=lambda pair: (-order.index(pair[1].verdict), roles.index(pair[0])))


def unit_lists(result: Result, plan: Plan, words: Words) -> list[UnitList]:
    """A list for each unit that anything concerns, and one for what concerns none."""
    found, common = shares(result, plan)
    kept = [share for share in found if share.findings or share.verdicts]
    if common and (not kept or kept[-1].unit is not None):
        kept.append(Share(None, (), ()))
    years = "-".join(str(year) for year in dict.fromkeys((*result.years[:1], *result.years[-1:])))
    names = [words.lists["file"].format(years=years, unit=_name(each, words)) for each in kept]
    stems = safe_names(names)
    return [UnitList(stem, share, common) for stem, share in zip(stems, kept, strict=True)]


def text(each: UnitList, result: Result, plan: Plan, words: Words) -> str:
    """The list as text."""
    blocks = _blocks(each, result, plan, words)
    return "\n".join("\n".join(block_lines(block, words)) + "\n" for block in blocks)


def csv(each: UnitList, result: Result, plan: Plan, words: Words) -> str:
    """The list as a table for the unit's own spreadsheet, in the reader's words."""
    found = [*_findings(each)]
    if each.share.unit is None:
        found += ((Role.LEAD, finding) for finding in each.common)
    rows = [_finding_cells(role, finding, plan, words) for role, finding in found]
    for section in _SECTIONS:
        for year in result.years:
            rows += (_cells(role, j, plan, words) for role, j in each.judged(section, year))
    unit = _name(each.share, words)
    headers = tuple(words.lists[column] for column in _COLUMNS)
    return render_sheet(Grid(_COLUMNS, headers, tuple((unit, *cells) for cells in rows)))


def _name(share: Share, words: Words) -> str:
    return share.unit or words.sheet["no_owner"]


def _section(role: Role, judged: Judged) -> str:
    """Not fine, waiting for figures or evidence, or the rest, which no provider is told."""
    if judged.verdict is Verdict.NOT_ASSESSED and judged.reason not in _NOT_ASKED:
        return "open"
    if role is Role.PROVIDER:
        return ""
    return "rest" if judged.verdict.is_fine or judged.verdict is Verdict.NOT_ASSESSED else "bad"


def _findings(each: UnitList) -> list[tuple[Role, Finding]]:
    return sorted(each.share.findings, key=lambda pair: (pair[1].severity.rank, pair[1].order))


def _blocks(each: UnitList, result: Result, plan: Plan, words: Words) -> Iterator[Block]:
    says, unit = words.lists, inert(_name(each.share, words))
    yield Block(says["title"].format(unit=unit, plan=inert(plan.plan.title.get(words.language))))
    problems = list(_problems(each, result, plan, words))
    yield from problems or [Block(says["none"])]
    if each.common and each.share.unit is not None:
        yield Block(says["elsewhere"].format(count=len(each.common), unit=words.sheet["no_owner"]))


def _problems(each: UnitList, result: Result, plan: Plan, words: Words) -> Iterator[Block]:
    says = words.lists
    found = {"findings": _findings(each)}
    if each.share.unit is None:
        found["common"] = [(Role.LEAD, finding) for finding in each.common]
    for name, findings in found.items():
        if findings:
            lines = (_mark(role, words) + finding_line(f, words) for role, f in findings)
            yield Block(says[name], items=tuple(map(Item, lines)))
    for year in result.years:
        for section in _SECTIONS[:2]:
            if judged := each.judged(section, year):
                lines = (marked(j, role, plan, words) for role, j in judged)
                yield Block(says[section].format(year=year), items=tuple(map(Item, lines)))
        leads = [j for role, j in each.share.verdicts if role is Role.LEAD and j.year == year]
        if leads:
            counted = count_text(result.only(leads.__contains__), words)
            yield Block(says["counts"].format(year=year, counts=counted))


def _mark(role: Role, words: Words) -> str:
    return "" if role is Role.LEAD else words.roles["role"].format(role=words.roles[role])


def _finding_cells(role: Role, finding: Finding, plan: Plan, words: Words) -> tuple[str, ...]:
    found, mend = message(finding, words)
    key = finding.indicator or ""
    named = plan.measures.get(key) or plan.tasks.get(key)
    name = named.name.get(words.language) if named else key
    severity = words.severities[finding.severity]
    kind = words.lists["finding"]
    return (
        words.roles[role],
        kind,
        "",
        name,
        severity,
        found,
        mend,
        where(finding),
        finding.rule.code,
    )


def _cells(role: Role, judged: Judged, plan: Plan, words: Words) -> tuple[str, ...]:
    said = told(judged, plan, words)
    kinds = {Assessment: "indicator", RelationAssessment: "relation"}
    kind = words.lists[kinds.get(type(judged), "task")]
    year = str(judged.year)
    return (words.roles[role], kind, year, said.name, said.verdict, said.about, "", "", "")
