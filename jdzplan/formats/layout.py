"""What the text formats show: findings as lines, verdicts in blocks. No widths, no colour."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from jdzplan.catalogue import Severity
from jdzplan.check import Judged, Result
from jdzplan.findings import Finding
from jdzplan.formats import By
from jdzplan.judging.assessment import Assessment
from jdzplan.judging.rollup import roll_up
from jdzplan.owners import Promise, Role, promise_of, roles, units
from jdzplan.plan import Form, Indicator, Plan, Tier
from jdzplan.verdicts import Flag, Reason, Verdict
from jdzplan.wording.adjustments import full_remark
from jdzplan.wording.duties import marked, name_of, roll_up_text, told
from jdzplan.wording.proposals import proposal_text
from jdzplan.wording.sentences import (
    SAMPLE_MARK,
    bound_text,
    decimals,
    figure_text,
    inert,
    message,
    pace_text,
    percent,
    places_of,
    unit_name,
    verdict_text,
    worded,
)
from jdzplan.wording.words import Words

Locator = int | str
COLUMNS = (
    "name",
    "unit",
    "baseline",
    "target",
    "expected",
    "actual",
    "share",
    "elapsed",
    "pace",
    "verdict",
)
NUMBERS = COLUMNS[2:-1]
_FINE = (Verdict.ACHIEVED, Verdict.AHEAD, Verdict.ON_TRACK, Verdict.NOT_ASSESSED)
_NAMED = 10  # regions of one verdict; of more there is a count


class Line(NamedTuple):
    """One indicator in the table: its cells in the order of `COLUMNS`, and the line under it."""

    cells: tuple[str, ...]
    verdict: Verdict
    remark: str


class Item(NamedTuple):
    """A line of its own: a relation, a task, a count; the verdict gives its colour."""

    text: str
    verdict: Verdict = Verdict.NOT_ASSESSED


class Block(NamedTuple):
    """A part of a year's page: a heading, a table, lines below it."""

    heading: str
    lines: tuple[Line, ...] = ()
    items: tuple[Item, ...] = ()


def finding_line(finding: Finding, words: Words) -> str:
    """`path:line:column: CODE severity message`, on one line whatever the file held."""
    severity = words.severities[finding.severity]
    return f"{where(finding)}: {finding.rule.code} {severity} {finding_text(finding, words)}"


def where(finding: Finding) -> str:
    """`path:line:column` of a finding, as far as there is a line."""
    place = finding.place
    return ":".join([inert(place.path), *(str(n) for n in (place.line, place.column) if n)])


def finding_text(finding: Finding, words: Words) -> str:
    """What a finding says, with the cell where it stands, without file, code and severity."""
    cell = f"[{inert(finding.place.cell)}] " if finding.place.cell else ""
    found, mend = message(finding, words)
    return f"{cell}{found}{words.needs['stop']}{mend}"


def header(words: Words) -> tuple[str, ...]:
    """The words above the columns."""
    return tuple(words.table[name] for name in COLUMNS)


def title(plan: Plan, year: int, words: Words) -> str:
    """The line above a year's tables."""
    name = inert(plan.plan.title.get(words.language))
    return words.table["title"].format(title=name, year=year)


def blocks(result: Result, plan: Plan, year: int, by: By | None, words: Words) -> list[Block]:
    """The page of one year, in the plan's order; without `by` most of it in numbers."""
    page = _Page(result.of_year(year), plan, words)
    compared = [Block(words.view["compared"], items=page.compared())] if result.compared else []
    proposed = page.proposed() if year == result.years[-1] else ()
    return [*(page.folded() if by is None else page.grouped(by)), *compared, *proposed]


class _Page(NamedTuple):
    """One year's verdicts, and how they are put."""

    result: Result
    plan: Plan
    words: Words

    def folded(self) -> list[Block]:
        """The core table; the rest as counts by goal, and what of it needs attention."""
        plan, words = self.plan, self.words
        tiers = {indicator.tier for indicator in plan.indicators.values()}
        first = {Tier.CORE} if Tier.CORE in tiers else tiers
        shown = self._some(lambda each: each.tier in first)._replace(regional=())
        rest = self._some(lambda each: each.tier not in first)
        rest = Result(
            plan=plan,
            assessments=rest.assessments,
            relations=self.result.relations,
            tasks=self.result.tasks,
        )
        page = _Page(rest, plan, words)
        out = [Block("", self._lines(shown), self._counts(shown))]
        goals = [
            Item(words.view["group"].format(name=name, counts=count_text(part, words)))
            for name, part in page._groups(By.GOAL)
        ]
        if goals:
            out.append(Block(words.view["rest"], items=tuple(goals)))
        if shares := self._shares():
            out.append(Block(words.view["regions"], items=shares))
        if attention := page._attention():
            out.append(Block(words.view["attention"], items=attention))
        return out

    def grouped(self, by: By) -> list[Block]:
        """Everything, group by group, each with its counts."""
        if by is By.OWNER:
            return [self._of_unit(unit) for unit in units(self.plan) if self._concerns(unit)]
        return [self._block(name, part) for name, part in self._groups(by)]

    def _block(self, name: str, part: Result, *others: Item) -> Block:
        counts = self._counts(part) if part.judged or part.regional else ()
        return Block(name, self._lines(part), (*self._duties(part), *others, *counts))

    def _concerns(self, unit: str | None) -> tuple[Judged, ...]:
        """What a unit leads or supports."""
        shown = (Role.LEAD, Role.SUPPORT)
        judged = (*self.result.judged, *self.result.regional)
        return tuple(j for j in judged if self._role(j, unit) in shown)

    def _role(self, judged: Judged, unit: str | None) -> Role | None:
        return roles(promise_of(judged, self.plan)).get(unit)

    def _of_unit(self, unit: str | None) -> Block:
        """What a unit leads, then line by line what it supports, which others count."""
        plan, words = self.plan, self.words
        name = words.sheet["no_owner"] if unit is None else inert(unit)
        part = self.result.only(lambda each: self._role(each, unit) is Role.LEAD)
        supported = (j for j in self._concerns(unit) if self._role(j, unit) is Role.SUPPORT)
        lines = (Item(marked(j, Role.SUPPORT, plan, words), j.verdict) for j in supported)
        return self._block(name, part, *lines)

    def compared(self) -> tuple[Item, ...]:
        """Indicators on whose verdict the paths disagree, each with what each path says."""
        view, told = self.words.view, []
        for each in self.result.compared or ():
            name = inert(self.plan.indicators[each.indicator].name.get(self.words.language))
            sides = [
                view["on_path"].format(
                    path=view[f"path_{path.value}"],
                    verdict=self.words.reasons[reason] if reason else self.words.verdicts[verdict],
                )
                for path, (verdict, reason) in each.outcomes.items()
            ]
            told.append(Item(view["paths"].format(name=name, sides=view["between"].join(sides))))
        return tuple(told)

    def proposed(self) -> tuple[Block, ...]:
        """Reviews of the plan that are proposed, if any."""
        plan, words = self.plan, self.words
        texts = (proposal_text(each, plan, words) for each in self.result.proposals)
        items = tuple(map(Item, texts))
        return (Block(words.adjusted["proposals"], items=items),) if items else ()

    def _groups(self, by: By) -> Iterator[tuple[str, Result]]:
        """Each group's name with what belongs to it, in the plan's order; no empty ones."""
        plan, words, result = self.plan, self.words, self.result
        if by is By.GOAL:
            for key, goal in plan.goals.items():
                called = inert(goal.name.get(words.language))
                name = words.view["goal"].format(name=called, key=key)
                yield from self._group(name, _has_goal(key))
        elif by is By.REGION:
            yield words.view["whole"], result._replace(regional=())
            for key, region in plan.regions.items():
                shares = tuple(each for each in result.regional if each.region == key)
                if shares:
                    name = inert(region.name.get(words.language))
                    yield name, Result(plan=plan, regional=shares)
        elif by is By.CHAPTER:
            for chapter in self._chapters():
                name = self._chapter_name(chapter)
                yield from self._group(name, _in_chapter(chapter))
        else:
            for name, belongs in self._kinds(by):
                part = self._some(belongs)
                if part.assessments:
                    yield name, part
            if result.relations:
                yield words.view["relations"], Result(plan=plan, relations=result.relations)
            if result.tasks:
                yield words.view["tasks"], Result(plan=plan, tasks=result.tasks)

    def _chapter_name(self, chapter: Locator | None) -> str:
        if chapter is None:
            return self.words.view["elsewhere"]
        if isinstance(chapter, int):
            return self.words.view["chapter"].format(number=chapter)
        return inert(chapter)

    def _kinds(self, by: By) -> Iterator[tuple[str, Callable[[Indicator], bool]]]:
        if by is By.TIER:
            yield from ((self.words.tiers[tier], _has_tier(tier)) for tier in Tier)
        else:
            yield from ((self.words.forms[form], _has_form(form)) for form in Form)

    def _chapters(self) -> list[Locator | None]:
        plan = self.plan
        indicators, relations = plan.indicators.values(), plan.relations.values()
        found = {_chapter(each) for each in indicators} | {_chapter(each) for each in relations}
        found |= {_chapter(each) for each in plan.tasks.values()}
        return sorted(found, key=_chapter_order)

    def _group(self, name: str, belongs: Callable[[Promise], bool]) -> Iterator[tuple[str, Result]]:
        part = self.result.only(lambda each: belongs(promise_of(each, self.plan)))
        if part.judged or part.regional:
            yield name, part

    def _some(self, belongs: Callable[[Indicator], bool]) -> Result:
        indicators = self.plan.indicators

        def chosen(several: Iterable[Assessment]) -> tuple[Assessment, ...]:
            return tuple(a for a in several if belongs(indicators[a.indicator]))

        result = self.result
        return Result(
            plan=self.plan,
            assessments=chosen(result.assessments),
            regional=chosen(result.regional),
        )

    def _lines(self, part: Result) -> tuple[Line, ...]:
        """A line for each indicator, below it those of its regions; regions alone by indicator."""
        told = {each.indicator for each in part.assessments}
        alone = tuple(each for each in part.regional if each.indicator not in told)
        lines = []
        for each in part.assessments:
            lines.append(self._line(each))
            shares = (share for share in part.regional if share.indicator == each.indicator)
            lines += (self._line(share, is_below=True) for share in shares)
        return (*lines, *map(self._line, alone))

    def _line(self, each: Assessment, *, is_below: bool = False) -> Line:
        plan, words = self.plan, self.words
        row = cells(each, plan, words)
        if is_below:
            row = (words.view["part"].format(region=self._region(each)), *row[1:])
        return Line(row, each.verdict, full_remark(each, plan, words))

    def _shares(self) -> tuple[Item, ...]:
        """Each indicator that is broken down: what its regions came to, and which are not fine."""
        words, view, items = self.words, self.words.view, []
        shares: dict[str, list[Assessment]] = {}
        for each in self.result.regional:
            shares.setdefault(each.indicator, []).append(each)
        for key, its in shares.items():
            verdicts = roll_up(share.verdict for share in its)
            told = [roll_up_text("regional", verdicts, words)]
            for verdict in reversed(Verdict) if verdicts.judged else ():
                named = [self._region(share) for share in its if share.verdict is verdict]
                if named and (verdict not in _FINE or verdict is Verdict.NOT_ASSESSED):
                    regions = words.all_of.join(named[:_NAMED])
                    if len(named) > _NAMED:
                        regions = view["others"].format(regions=regions, count=len(named))
                    verdict_word = words.verdicts[verdict]
                    told.append(view["worse"].format(verdict=verdict_word, regions=regions))
            name = inert(self.plan.indicators[key].name.get(words.language))
            counts = view["between"].join(told)
            items.append(Item(view["group"].format(name=name, counts=counts), verdicts.worst))
        return tuple(items)

    def _region(self, share: Assessment) -> str:
        return inert(self.plan.regions[share.region or ""].name.get(self.words.language))

    def _duties(self, part: Result) -> tuple[Item, ...]:
        duties: tuple[Judged, ...] = (*part.relations, *part.tasks)
        return self._items(duties)

    def _items(self, judged: Iterable[Judged]) -> tuple[Item, ...]:
        plan, words = self.plan, self.words
        return tuple(Item(judged_text(each, plan, words), each.verdict) for each in judged)

    def _counts(self, part: Result) -> tuple[Item, ...]:
        return (Item(count_text(part, self.words)),)

    def _attention(self) -> tuple[Item, ...]:
        """What is not fine, the worst first; and what is said to be done without evidence."""
        order = list(Verdict)
        bad = sorted(
            (each for each in self.result.judged if each.verdict not in _FINE),
            key=lambda each: -order.index(each.verdict),
        )
        unproved = (t for t in self.result.tasks if t.reason is Reason.NO_EVIDENCE)
        return self._items((*bad, *unproved))


def count_text(part: Result, words: Words) -> str:
    """Indicators, relations and tasks, counted apart, and the worst of the indicators."""
    groups = {
        "indicators": part.verdicts,
        "regional": roll_up(r.verdict for r in part.regional),
        "relations": roll_up(r.verdict for r in part.relations),
        "tasks": roll_up(t.verdict for t in part.tasks),
    }
    counts = [roll_up_text(kind, each, words) for kind, each in groups.items() if each.total]
    worst = part.verdicts.worst
    if worst not in _FINE:
        counts.insert(1, words.view["worst"].format(worst=words.verdicts[worst]))
    return words.view["between"].join(counts)


def _has_goal(key: str) -> Callable[[Promise], bool]:
    return lambda each: each.goal == key


def _in_chapter(chapter: Locator | None) -> Callable[[Promise], bool]:
    return lambda each: _chapter(each) == chapter


def _has_tier(tier: Tier) -> Callable[[Indicator], bool]:
    return lambda each: each.tier is tier


def _has_form(form: Form) -> Callable[[Indicator], bool]:
    return lambda each: each.target.form is form


def _chapter_order(chapter: Locator | None) -> tuple[int, int, str]:
    """Numbered chapters by their numbers, then those with names, then what is stated elsewhere."""
    if isinstance(chapter, int):
        return 0, chapter, ""
    return (2, 0, "") if chapter is None else (1, 0, chapter)


def _chapter(promise: Promise) -> Locator | None:
    """The chapter that states it first."""
    return promise.source[0].chapter


def judged_text(each: Judged, plan: Plan, words: Words) -> str:
    """A verdict in a line outside a table, with what it rests on."""
    return told(each, plan, words).line(words)


def _mark(assessment: Assessment) -> str:
    return SAMPLE_MARK if Flag.SAMPLE in assessment.flags else ""


def cells(assessment: Assessment, plan: Plan, words: Words) -> tuple[str, ...]:
    """One indicator in the table, in the order of `COLUMNS`."""
    indicator, numbers = worded(assessment, plan), assessment.numbers
    figure = assessment.actual.figure if assessment.actual else None
    places = places_of(indicator, figure)
    blank = "-"
    known = blank if figure is None else figure_text(figure, words)
    if indicator.members and figure is not None:
        known += f"/{len(indicator.members)}"
    baseline = assessment.baseline
    return (
        name_of(assessment, plan, words),
        unit_name(assessment.unit or indicator.unit, words),
        blank if baseline is None else f"{baseline[1]:f}",
        bound_text(assessment.target, words, places + 1),
        blank if numbers.expected is None else decimals(numbers.expected, places + 1),
        known,
        blank if numbers.share is None else percent(numbers.share),
        blank if numbers.elapsed is None else percent(numbers.elapsed),
        blank if numbers.pace is None else pace_text(numbers.pace, plan.policy.bands),
        verdict_text(assessment, indicator, words) + _mark(assessment),
    )


def footer(result: Result, words: Words) -> Iterator[str]:
    """Counts of findings, where to ask about the gravest, a warning where samples stand in."""
    counts = {severity.value: count for severity, count in result.count_findings().items()}
    yield words.footer["findings"].format_map(counts)
    grave = [f for f in result.findings if f.severity is not Severity.INFO]
    if grave:
        worst = min(grave, key=lambda finding: finding.severity.rank)
        yield words.footer["explain"].format(code=worst.rule.code)
    yield from banner(result, words)


def banner(result: Result, words: Words) -> Iterator[str]:
    """A warning where samples stand in."""
    samples = sum(Flag.SAMPLE in assessment.flags for assessment in result.assessments)
    samples += sum(Flag.SAMPLE in share.flags for share in result.regional)
    samples += sum(Flag.SAMPLE in relation.flags for relation in result.relations)
    if samples:
        yield words.footer["samples"].format(count=samples)
