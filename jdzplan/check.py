"""The heart: a plan and its years into one result, findings and assessments in a fixed order."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from jdzplan.actuals import Actual, Missing, TaskReport, YearFile
from jdzplan.catalogue import Rule, Severity
from jdzplan.findings import Finding, Place
from jdzplan.gate import USUAL, Gate
from jdzplan.judging.assessment import Assessment, Known
from jdzplan.judging.beside import assess_in_force, relation_in_force, task_in_force
from jdzplan.judging.crosswalk import Match, crosswalk, with_standards
from jdzplan.judging.derive import Figures, with_derived
from jdzplan.judging.in_force import Versions
from jdzplan.judging.proposals import Proposal, proposals
from jdzplan.judging.regional import assess_region
from jdzplan.judging.relations import RelationAssessment
from jdzplan.judging.rollup import RollUp, roll_up
from jdzplan.judging.tasks import TaskAssessment
from jdzplan.plan import Binding, Plan
from jdzplan.rules.areas import region_of, regions_of
from jdzplan.rules.basis_rules import basis_differs
from jdzplan.rules.compared import compared_everywhere
from jdzplan.rules.consistency_rules import CONSISTENCY_RULES, implausible
from jdzplan.rules.names import Names
from jdzplan.rules.parts_rules import sums_differ
from jdzplan.rules.review_rules import review_behind
from jdzplan.rules.row_rules import (
    ROW_RULES,
    Filing,
    filing_of,
    names_of,
    sample_values,
    unknown_indicator,
)
from jdzplan.rules.task_rules import (
    TASK_RULES,
    TaskFiling,
    task_filing_of,
    task_names_of,
    tasks_filed_twice,
    unknown_task,
)
from jdzplan.rules.vintages import VINTAGE_RULES, filed_twice, newest
from jdzplan.verdicts import Reason

if TYPE_CHECKING:
    from jdzplan.judging.compare import Comparison
    from jdzplan.rules.calendar_rules import AsOf

Judged = Assessment | RelationAssessment | TaskAssessment
_APART = (Rule.INDICATOR_UNKNOWN, Rule.TASK_UNKNOWN)
_Places = dict[str | None, dict[str | None, Place]]
_MANY, _VERY_MANY = 5, 30  # fewer rows are told one by one


class Result(NamedTuple):
    """Everything a check found out. `plan` is None where it could not be used.

    `years` are the years checked; `files` what was read for them, as findings print it;
    `proposals` are reviews of the plan proposed as of the last of the years. `known` and `reports`
    are what counts of all that was filed of the whole area, earlier years and bad rows included.
    `regional` are the verdicts on shares of regions, which nothing counts together with those on
    the whole.
    """

    plan: Plan | None
    years: tuple[int, ...] = ()
    files: tuple[YearFile, ...] = ()
    findings: tuple[Finding, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    relations: tuple[RelationAssessment, ...] = ()
    tasks: tuple[TaskAssessment, ...] = ()
    regional: tuple[Assessment, ...] = ()
    compared: "tuple[Comparison, ...] | None" = None
    crosswalk: tuple[Match, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    gate: Gate = USUAL
    known: Known = MappingProxyType({})
    reports: Mapping[str, Mapping[int, TaskReport]] = MappingProxyType({})

    @property
    def judged(self) -> tuple[Judged, ...]:
        """Everything of the whole area that has a verdict: indicators, relations, tasks."""
        return (*self.assessments, *self.relations, *self.tasks)

    @property
    def is_stopped(self) -> bool:
        """Whether anything is at or above the gate. Never depends on a format."""
        return any(self.stops(each) for each in (*self.findings, *self.judged))

    def stops(self, each: Finding | Judged) -> bool:
        """Whether this finding or verdict is at or above the gate."""
        if isinstance(each, Finding):
            return self.gate.stops_at(each.severity)
        is_binding = (
            self.plan is not None
            and isinstance(each, Assessment)
            and self.plan.indicators[each.indicator].binding is Binding.BINDING
        )
        return self.gate.stops_on(each.verdict, is_binding=is_binding)

    def count_findings(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity."""
        return {s: sum(f.severity is s for f in self.findings) for s in Severity}

    @property
    def verdicts(self) -> RollUp:
        """The verdicts on indicators, counted; relations and tasks are counted apart."""
        return roll_up(assessment.verdict for assessment in self.assessments)

    def only(self, belongs: Callable[[Judged], bool]) -> "Result":
        """The same result with some of its verdicts."""
        return self._replace(
            assessments=tuple(filter(belongs, self.assessments)),
            relations=tuple(filter(belongs, self.relations)),
            tasks=tuple(filter(belongs, self.tasks)),
            regional=tuple(filter(belongs, self.regional)),
        )

    def of_year(self, year: int) -> "Result":
        """The same result with the verdicts of one year."""
        compared = self.compared and tuple(c for c in self.compared if c.year == year)
        return self.only(lambda each: each.year == year)._replace(compared=compared)


class _Names(NamedTuple):
    """What rows can be about, and of which region, by name."""

    measures: Names
    tasks: Names
    regions: Names


class _Year:
    """One year's rows, sorted out; figures by region, None for the whole, then by id."""

    def __init__(self) -> None:
        self.actuals: dict[str | None, dict[str, Actual]] = {}
        self.tasks: dict[str, TaskReport] = {}
        self.findings: list[Finding] = []


def check(
    plan: Plan,
    files: Sequence[YearFile],
    earlier: Sequence[YearFile] = (),
    findings: Iterable[Finding] = (),
    gate: Gate = USUAL,
    *,
    as_of: "AsOf | None" = None,
) -> Result:
    """Judge everything the plan promises in every year of `files`; `earlier` stand beside.

    `findings` are those of reading. A bad earlier year gives one warning, its rows' findings
    are its own check's matter. `gate` says how grave each finding is reported, and judges nothing.
    With `as_of` what is overdue on that day is found, too.
    """
    plan, everything = with_standards(plan), list(findings)
    known: dict[str | None, dict[str, dict[int, Actual]]] = {
        None: {name: {} for name in plan.measures},
        **{region: {} for region in plan.regions},
    }
    reports: dict[str, dict[int, TaskReport]] = {name: {} for name in plan.tasks}
    by_year: dict[int, list[YearFile]] = {}
    for file in (*earlier, *files):
        by_year.setdefault(file.year, []).append(file)
    checked = {file.year for file in files}
    paths = {file.path for file in files}
    names = _Names(names_of(plan), task_names_of(plan), regions_of(plan))
    for year, group in sorted(by_year.items()):
        figures_filed = [file for file in group if not file.is_tasks]
        sorted_out = _sort_out(plan, names, figures_filed, year)
        told = _sort_out_tasks(plan, names.tasks, [file for file in group if file.is_tasks])
        problems = [*sorted_out.findings, *told.findings]
        everything += (problem for problem in problems if problem.place.path in paths)
        bad = {problem.place.path for problem in problems if problem.severity is Severity.ERROR}
        bad |= {file.path for file in group if file.broken or file.rejected or file.rejected_parts}
        if beside := sorted(bad - paths):
            everything.append(
                Finding(rule=Rule.EARLIER_YEAR_BAD, place=Place(beside[0]), params={"year": year})
            )
        for region, actuals in sorted_out.actuals.items():
            for name, actual in actuals.items():
                known[region].setdefault(name, {})[year] = actual
        for name, report in told.tasks.items():
            reports[name][year] = report
    versions, figures = Versions(plan), Figures(plan, known[None])
    # Before the first year there are the plan's own figures.
    years = range(min([*by_year, plan.plan.period.baseline]), max([*by_year, 0]) + 1)
    derived = with_derived(plan, known[None], years)
    in_order = sorted(checked)
    regions = _of_regions(plan, known, in_order, years)
    found = [*regions.findings]
    for year in in_order:
        sums = {of: total for file in by_year[year] for of, total in file.sums.items()}
        found += implausible(figures, year)
        found += sums_differ(figures, regions.parts[year], year, sums)
    assessments = tuple(
        assess_in_force(versions, name, year, derived)
        for year in in_order
        for name in plan.indicators
    )
    relations = tuple(
        relation_in_force(versions, figures, name, year)
        for year in in_order
        for name in plan.relations
    )
    if as_of:
        from jdzplan.rules.calendar_rules import figures_overdue, tasks_overdue

        everything += figures_overdue(plan, derived, as_of)
        everything += tasks_overdue(versions, reports, as_of)
    proposed = tuple(proposals(versions, in_order[-1], derived)) if in_order else ()
    everything += review_behind(plan, proposed)
    found += basis_differs(figures, in_order, assessments, relations)
    everything += (finding for finding in found if finding.place.path in paths)
    told_years = {file.year for file in (*earlier, *files) if file.is_tasks and not file.broken}
    return Result(
        plan=plan,
        years=tuple(in_order),
        files=tuple(files),
        findings=summarised(
            ordered(
                f._replace(reported_as=gate.severity_of(f.rule, f.severity)) for f in everything
            ),
            {file.path: file.size for file in files},
        ),
        assessments=assessments,
        regional=regions.shares,
        relations=relations,
        tasks=tuple(
            task_in_force(versions, name, year, reports[name], is_told=year in told_years)
            for year in in_order
            for name in plan.tasks
        ),
        proposals=proposed,
        crosswalk=tuple(crosswalk(versions.of(in_order[-1]) if in_order else plan)),
        gate=gate,
        known=known[None],
        reports=reports,
    )


class _Regions(NamedTuple):
    """What is found of the regions: their shares' verdicts, and by year what adds up."""

    findings: tuple[Finding, ...]
    shares: tuple[Assessment, ...]
    parts: Mapping[int, Mapping[str, Mapping[str, Actual]]]


def _of_regions(
    plan: Plan, known: Mapping[str | None, Known], years: Sequence[int], known_years: range
) -> _Regions:
    """Region by region, for the plans of thousands of regions together are too much to hold."""
    findings: list[Finding] = []
    shares: list[Assessment] = []
    parts: dict[int, dict[str, Mapping[str, Actual]]] = {year: {} for year in years}
    adding = [key for key, measure in plan.measures.items() if measure.adds_up]
    for region in plan.regions:
        its = Figures(plan.of_region(region), known[region])
        own = [*assess_region(its, region, years, known_years)]
        found = [*basis_differs(its, years, own, ())]
        for year in years:
            found += implausible(its, year)
            each = ((key, its.find(key, year)) for key in adding)
            parts[year][region] = {key: actual for key, actual in each if actual}
        findings += (finding._replace(region=region) for finding in found)
        shares += own
    order = {key: i for i, key in enumerate(plan.indicators)}
    shares.sort(key=lambda share: (share.year, order[share.indicator]))
    return _Regions(tuple(findings), tuple(shares), parts)


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in their fixed order, which no order of files or rows can change."""
    return tuple(sorted(findings, key=lambda finding: finding.order))


def summarised(findings: Sequence[Finding], sizes: Mapping[str, int]) -> tuple[Finding, ...]:
    """Findings, those that a whole column of a file shares for one reason as one.

    `sizes` are the rows of each file. One reason is one rule and the same thing found: where the
    cells differ, each has to be looked at, and only very many are told as one.
    """
    columns: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        letters = finding.place.cell.rstrip("0123456789")
        if finding.rule is Rule.HISTORY_REWRITTEN:  # each is a figure of its own
            letters = ""
        # Names that are not known may each mean another quantity.
        each = finding.params.get("found") if finding.rule in _APART else None
        reason = (finding.rule, finding.params.get("kind"), finding.place.path, letters, each)
        columns.setdefault(reason if letters else (id(finding),), []).append(finding)
    kept = []
    for group in columns.values():
        rows = sizes.get(group[0].place.path, 0)
        is_same = len({str(finding.params.get("found")) for finding in group}) == 1
        is_told = group[0].rule.severity is Severity.INFO or is_same
        if len(group) >= max(_MANY if is_told else _VERY_MANY, rows * 4 / 5):
            kept.append(group[0]._replace(alike=tuple(group[1:])))
        else:
            kept += group
    return ordered(kept)


def _after_plan(plan: Plan, file: YearFile) -> Iterator[Finding]:
    last = plan.plan.period.last
    if file.year > last:
        params = {"year": file.year, "last": last}
        yield Finding(rule=Rule.YEAR_AFTER_PLAN, place=Place(file.path), params=params)


def _sort_out(plan: Plan, known: _Names, files: Sequence[YearFile], in_year: int) -> _Year:
    """One year's files into known values and findings; a rejected row leaves its reason."""
    year, (names, task_names, regions) = _Year(), known
    held = compared_everywhere(plan)
    filings: list[Filing] = []
    refused: _Places = defaultdict(dict)
    suspected: _Places = defaultdict(dict)  # a misspelt name most likely meant its nearest
    for file in files:
        year.findings += _after_plan(plan, file)
        if file.broken:
            for part in (None, *plan.regions):
                refused[part] |= dict.fromkeys(plan.measures, Place(file.path))
        for name, region in (*((name, None) for name in file.rejected), *file.rejected_parts):
            exact, part = names.find(name), region_of(region, plan, regions)
            (refused if exact else suspected)[part][exact or names.guess(name)] = Place(file.path)
        mine = []
        for row in file.rows:
            filing = filing_of(plan, names, regions, row, file.year)
            if filing is None:
                year.findings.append(unknown_indicator(row, names, task_names))
                part = region_of(row.region, plan, regions)
                suspected[part][names.guess(row.indicator)] = row.place("indicator")
            else:
                mine.append(filing)
                if not filing.is_listed and (part := regions.guess(filing.region or "")):
                    suspected[part][filing.key] = row.place("region")
        year.findings += sample_values(mine, file.path, file.passed)
        filings += mine
    filings.sort(
        key=lambda filing: (filing.row.place("indicator").path, filing.row.place("indicator").line)
    )
    # A row of another year is told, and is no reason to doubt the row of this one.
    strays = [filing for filing in filings if filing.row.year not in (None, filing.year)]
    filings = [filing for filing in filings if filing.row.year in (None, filing.year)]
    for filing in filings:
        rules = (*ROW_RULES, *VINTAGE_RULES)
        year.findings += (problem for rule in rules for problem in rule(filing))
    year.findings += filed_twice(filings)
    bad = {(f.indicator, f.region) for f in year.findings if f.severity is Severity.ERROR}
    year.findings += (problem for f in strays for rule in ROW_RULES for problem in rule(f))
    for stray in strays:
        suspected[stray.region][stray.key] = stray.row.place("value")
    by_part: dict[str | None, list[Filing]] = defaultdict(list)
    for filing in filings:
        by_part[filing.region].append(filing)
    heard_of = {None, *by_part, *refused, *suspected}
    for part in (each for each in (None, *plan.regions) if each in heard_of):
        own, theirs = by_part[part], {f.key for f in by_part[part] if (f.key, part) in bad}
        actuals = dict(newest([f for f in own if f.key not in theirs]))
        lost = refused[part] | {f.key: f.row.place("value") for f in own if f.key in theirs}
        lost |= {key: place for key, place in suspected[part].items() if key not in actuals}
        _refuse(actuals, in_year, lost)
        its = _together(plan, part, held, actuals)
        found = _hold_against_each_other(its, actuals, in_year) if its else []
        year.findings += (finding._replace(region=part) for finding in found)
        year.actuals[part] = actuals
    return year


def _refuse(actuals: dict[str, Actual], in_year: int, refused: Mapping[str | None, Place]) -> None:
    for key, place in refused.items():
        if key is not None:
            missing = Missing(Reason.ROW_REJECTED)
            actuals[key] = Actual(indicator=key, year=in_year, value=missing, place=place)


def _together(
    plan: Plan, part: str | None, held: frozenset[str], actuals: Mapping[str, Actual]
) -> Plan | None:
    """The plan by which a part's figures are held against each other; None where none are `held`.

    The plans of thousands of regions take time to make.
    """
    if part is None:
        return plan
    return None if held.isdisjoint(actuals) else plan.of_region(part)


def _hold_against_each_other(plan: Plan, actuals: dict[str, Actual], in_year: int) -> list[Finding]:
    """Findings on figures that cannot all be right; those of an error are not judged."""
    figures = Figures(plan, {key: {in_year: actual} for key, actual in actuals.items()})
    found = [problem for rule in CONSISTENCY_RULES for problem in rule(figures, in_year)]
    for problem in found:
        if problem.severity is Severity.ERROR:
            keys = (problem.indicator, problem.params.get("other"))
            _refuse(actuals, in_year, {str(k): problem.place for k in keys if k in plan.measures})
    return found


def _sort_out_tasks(plan: Plan, names: Names, files: Sequence[YearFile]) -> _Year:
    """One year's task files into reports and findings."""
    year = _Year()
    filings: list[TaskFiling] = []
    refused: dict[str | None, Place] = {}
    suspected: dict[str | None, Place] = {}
    for file in files:
        year.findings += _after_plan(plan, file)
        if file.broken:
            refused |= dict.fromkeys(plan.tasks, Place(file.path))
        for name in file.rejected:
            exact = names.find(name)
            (refused if exact else suspected)[exact or names.guess(name)] = Place(file.path)
        for row in file.tasks:
            filing = task_filing_of(plan, names, row, file.year)
            if filing is None:
                year.findings.append(unknown_task(row, names))
                suspected[names.guess(row.task)] = row.place("task")
            else:
                filings.append(filing)
    for filing in filings:
        year.findings += (problem for rule in TASK_RULES for problem in rule(filing))
    year.findings += tasks_filed_twice(filings)
    # A task without evidence was read well; that it lacks is the verdict's reason.
    errors = (f for f in year.findings if f.rule is not Rule.NO_EVIDENCE)
    bad = {f.indicator for f in errors if f.severity is Severity.ERROR}
    for filing in filings:
        year.tasks[filing.key] = filing.report(is_rejected=filing.key in bad)
    refused |= {key: place for key, place in suspected.items() if key not in year.tasks}
    for key, place in refused.items():
        if key is not None:
            year.tasks[key] = TaskReport(year=files[0].year, place=place, is_rejected=True)
    return year
