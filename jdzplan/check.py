"""The heart: a plan and its years into one result, findings and assessments in a fixed order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jdzplan.actuals import Actual, Missing, YearFile
from jdzplan.catalogue import Rule, Severity
from jdzplan.findings import Finding, Place
from jdzplan.judging.assessment import Assessment
from jdzplan.judging.judge import assess
from jdzplan.plan import Plan
from jdzplan.rules.row_rules import (
    ROW_RULES,
    Filing,
    Names,
    filed_twice,
    sample_values,
    unknown_indicator,
)
from jdzplan.verdicts import Reason, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Everything a check found out. `plan` is None where it could not be used.

    `years` are the years checked; `files` what was read for them, as findings print it.
    """

    plan: Plan | None
    years: tuple[int, ...] = ()
    files: tuple[YearFile, ...] = ()
    findings: tuple[Finding, ...] = ()
    assessments: tuple[Assessment, ...] = ()

    def count_findings(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity."""
        return {s: sum(f.severity is s for f in self.findings) for s in Severity}

    def count_verdicts(self) -> Mapping[Verdict, int]:
        """How many assessments there are of each verdict."""
        return {v: sum(a.verdict is v for a in self.assessments) for v in Verdict}


@dataclass(frozen=True, slots=True)
class Gate:
    """When a check fails: findings of a severity or worse, verdicts of a kind or worse."""

    severity: Severity | None = Severity.ERROR
    verdict: Verdict | None = None

    def stops(self, result: Result) -> bool:
        """Whether the result is at or above the gate. Never depends on a format."""
        limit, worst = self.severity, self.verdict
        return any(
            limit is not None and finding.severity.rank <= limit.rank for finding in result.findings
        ) or any(
            worst is not None and assessment.verdict.at_least_as_bad_as(worst)
            for assessment in result.assessments
        )


@dataclass(slots=True)
class _Year:
    """One year's rows, sorted out."""

    actuals: dict[str, Actual] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def check(
    plan: Plan,
    files: Sequence[YearFile],
    earlier: Sequence[YearFile] = (),
    findings: Iterable[Finding] = (),
) -> Result:
    """Judge every indicator in every year of `files`; `earlier` years only stand beside.

    `findings` are those of reading. A bad earlier year gives one warning, its rows' findings
    are its own check's matter.
    """
    names = Names(plan)
    everything = list(findings)
    known: dict[str, dict[int, Actual]] = {name: {} for name in plan.indicators}
    by_year: dict[int, list[YearFile]] = {}
    for file in (*earlier, *files):
        by_year.setdefault(file.year, []).append(file)
    checked = {file.year for file in files}
    for year, group in sorted(by_year.items()):
        sorted_out = _sort_out(plan, names, group)
        if year in checked:
            everything += sorted_out.findings
        elif any(f.severity is Severity.ERROR for f in sorted_out.findings) or any(
            file.broken or file.rejected for file in group
        ):
            place = Place(group[0].path)
            everything.append(
                Finding(rule=Rule.EARLIER_YEAR_BAD, place=place, params={"year": year})
            )
        for name, actual in sorted_out.actuals.items():
            known[name][year] = actual
    return Result(
        plan=plan,
        years=tuple(sorted(checked)),
        files=tuple(files),
        findings=ordered(everything),
        assessments=tuple(
            assess(plan, name, year, known[name])
            for year in sorted(checked)
            for name in plan.indicators
        ),
    )


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in their fixed order, which no order of files or rows can change."""
    return tuple(sorted(findings, key=lambda finding: finding.order))


def _sort_out(plan: Plan, names: Names, files: Sequence[YearFile]) -> _Year:
    """One year's files into known values and findings; a rejected row leaves its reason."""
    year = _Year()
    filings: list[Filing] = []
    refused: dict[str | None, Place] = {}
    suspected: dict[str | None, Place] = {}  # a misspelt name most likely meant its nearest
    for file in files:
        if file.year > plan.plan.period.last:
            params = {"year": file.year, "last": plan.plan.period.last}
            year.findings.append(
                Finding(rule=Rule.YEAR_AFTER_PLAN, place=Place(file.path), params=params)
            )
        if file.broken:
            refused |= dict.fromkeys(plan.indicators, Place(file.path))
        for name in file.rejected:
            exact = names.find(name)
            (refused if exact else suspected)[exact or names.guess(name)] = Place(file.path)
        mine = []
        for row in file.rows:
            key = names.find(row.indicator)
            if key is None:
                year.findings.append(unknown_indicator(row, names))
                suspected[names.guess(row.indicator)] = row.place("indicator")
            else:
                named = names.guess(row.name) or "?" if row.name else None
                mine.append(Filing(row, key, plan.indicators[key], file.year, named))
        year.findings += sample_values(mine, file.path)
        filings += mine
    filings.sort(
        key=lambda filing: (filing.row.place("indicator").path, filing.row.place("indicator").line)
    )
    for filing in filings:
        year.findings += (problem for rule in ROW_RULES for problem in rule(filing))
    year.findings += filed_twice(filings)
    bad = {(f.indicator, f.region) for f in year.findings if f.severity is Severity.ERROR}
    for filing in filings:
        if filing.row.region is None and (filing.key, None) not in bad:
            year.actuals[filing.key] = filing.actual()
    refused |= {
        filing.key: filing.row.place("value")
        for filing in filings
        if filing.row.region is None and (filing.key, None) in bad
    }
    refused |= {key: place for key, place in suspected.items() if key not in year.actuals}
    for key, place in refused.items():
        if key is None:
            continue
        missing = Missing(Reason.ROW_REJECTED)
        year.actuals[key] = Actual(indicator=key, year=files[0].year, value=missing, place=place)
    return year
