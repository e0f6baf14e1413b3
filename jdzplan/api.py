"""The public interface for notebooks and scripts: load a plan, read its years, judge.

    >>> from jdzplan.api import judge, load_plan, read_years
    >>> plan = load_plan(".")
    >>> result = judge(plan, read_years(".", "2023.csv"))
    >>> rd = result.of_year(2023).assessments[1]
    >>> rd.indicator, rd.verdict.value, rd.actual.figure.value
    ('rd-intensity', 'lagging', Decimal('2.37'))
    >>> rd.numbers.share, rd.numbers.elapsed, round(rd.numbers.pace, 4)
    (Fraction(17, 30), Fraction(3, 5), Fraction(2361, 2500))

Everything returned is frozen and typed; published figures are `Decimal`, what is computed from
them is an exact `Fraction` (growth rates: `Decimal` of 50 digits), in the indicator's own unit.
Only the odds (`Assessment.outlook`) are floats.
"""

from collections.abc import Iterable
from pathlib import Path as FilePath

from jdzplan.actuals import Actual, Figure, Missing, Qualifier, Status, YearFile
from jdzplan.catalogue import Rule, Severity
from jdzplan.check import Result, check
from jdzplan.findings import Finding, Place
from jdzplan.judging.assessment import Assessment, Numbers, Outlook, PeriodVerdict
from jdzplan.judging.relations import RelationAssessment
from jdzplan.judging.tasks import TaskAssessment
from jdzplan.plan import Indicator, Path, Plan, Target
from jdzplan.reading.repository import Repository, Years, find_plan, load_years
from jdzplan.reading.repository import load_plan as _load_plan
from jdzplan.verdicts import Flag, Reason, Verdict
from jdzplan.wording import words_in
from jdzplan.wording.sentences import message

__all__ = [
    "Actual",
    "Assessment",
    "Figure",
    "Finding",
    "Flag",
    "Indicator",
    "Missing",
    "Numbers",
    "Outlook",
    "Path",
    "PeriodVerdict",
    "Place",
    "Plan",
    "PlanError",
    "Qualifier",
    "Reason",
    "RelationAssessment",
    "Result",
    "Rule",
    "Severity",
    "Status",
    "Target",
    "TaskAssessment",
    "Verdict",
    "YearFile",
    "Years",
    "judge",
    "load_plan",
    "read_years",
    "sentence",
]


class PlanError(ValueError):
    """A plan that cannot be used. `findings` say why, each with line and column."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(sentence(finding) for finding in self.findings))


def load_plan(where: str | FilePath) -> Plan:
    """The plan in a `plan.yaml`, or of the data repository that a folder is.

    Raises FileNotFoundError where there is none, PlanError where it has errors; what is only a
    warning is kept silent here, `jdzplan check` says it.
    """
    plan, findings = _load_plan(_repository(where).plan_file)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if plan is None or errors:
        raise PlanError(errors)
    return plan


def read_years(where: str | FilePath, *files: str | FilePath, year: int | None = None) -> Years:
    """Yearly tables of a data repository, with the earlier years that judging them needs.

    `files` are paths, or names in `data/actuals`; without any it is every year, or the one
    `year`. Nothing is raised for bad data: `Years.findings`, and with them `Result.findings`, say
    what is wrong at which cell, and what could not be read is not judged.
    """
    return load_years(_repository(where), [str(file) for file in files], year)


def judge(plan: Plan, years: Years, *, path: Path | str | None = None) -> Result:
    """Judge everything that a plan promises in the years read.

    With `path` (linear, compound, points) every target by a year is judged on that path instead
    of the plan's own. The formulas: share s = (x_t - x_b) / (T - x_b), elapsed e = (t - b) /
    (Y - b), pace p = s / e; `Numbers` says what each number is, `Outlook` what the odds rest on.
    Raises ValueError for an unknown path.
    """
    judged = plan if path is None else plan.judged_on(Path(path))
    return check(judged, years.checked, years.earlier, years.findings)


def sentence(finding: Finding, language: str = "en") -> str:
    """A finding as the command line prints it, less its place: what was found, how to mend it.

    `language` is zh or en.
    """
    words = words_in(language)
    found, mend = message(finding, words)
    place = ":".join(map(str, filter(None, (finding.place.path, finding.place.line))))
    return f"{place}: {finding.rule.code} {found}{words.needs['stop']}{mend}"


def _repository(where: str | FilePath) -> Repository:
    repository, looked = find_plan(FilePath(where), ())
    if repository is None:
        raise FileNotFoundError(", ".join(map(str, looked)))
    return repository
