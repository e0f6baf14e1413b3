"""What a reviewer must be told: findings, and the verdicts that stop at the gate."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from jdzplan.catalogue import Severity
from jdzplan.check import Judged, Result
from jdzplan.findings import Finding, Place
from jdzplan.formats.layout import finding_line, finding_text, judged_text
from jdzplan.judging.assessment import Assessment
from jdzplan.judging.relations import RelationAssessment
from jdzplan.plan import Plan
from jdzplan.verdicts import Verdict
from jdzplan.wording.sentences import inert
from jdzplan.wording.words import Words

Rebase = Callable[[str], str]
"""A path as findings print it, as the code host knows it: from the root of the repository."""


class Notice(NamedTuple):
    """One thing to tell. `key` is what it is about, whatever line it has moved to.

    `text` begins with the place, `said` leaves it to the format. `stops` is at the gate.
    """

    severity: Severity
    code: str
    title: str
    place: Place
    said: str
    text: str
    stops: bool
    key: tuple[str, ...]


def notices(result: Result, words: Words, rebase: Rebase) -> list[Notice]:
    """Findings, then verdicts that stop, as errors; the worst first, else in their order."""
    told = [_of_finding(f, words, rebase, stops=result.stops(f)) for f in result.findings]
    if result.plan is not None:
        told += _of_verdicts(result, result.plan, words, rebase)
    return sorted(told, key=lambda notice: notice.severity.rank)


def _of_finding(finding: Finding, words: Words, rebase: Rebase, *, stops: bool) -> Notice:
    place = finding.place._replace(path=rebase(finding.place.path))
    rule = finding.rule
    found = str(finding.params.get("found", ""))
    return Notice(
        finding.severity,
        rule.code,
        f"{rule.code} {rule.label}",
        place,
        finding_text(finding, words),
        finding_line(finding._replace(place=place), words),
        stops,
        (rule.code, place.path, finding.indicator or "", finding.region or "", found),
    )


def _of_verdicts(result: Result, plan: Plan, words: Words, rebase: Rebase) -> Iterator[Notice]:
    files = {file.year: file.path for file in result.files}
    stopping = [each for each in result.judged if result.stops(each)]
    for each in sorted(stopping, key=_badness):
        known = place_of(each) or Place(files.get(each.year, ""))
        place = known._replace(path=rebase(known.path))
        where = inert(place.path) + (f":{place.line}" if place.line else "")
        said = words.gate["verdict"].format(year=each.year, said=judged_text(each, plan, words))
        yield Notice(
            Severity.ERROR,
            each.verdict.value,
            words.gate["verdict_title"].format(verdict=words.verdicts[each.verdict]),
            place,
            said,
            f"{where}: {said}" if where else said,
            True,  # noqa: FBT003 - a field of the record
            (each.verdict.value, str(each.year), id_of(each)),
        )


def _badness(each: Judged) -> int:
    """The worst first; a missing verdict, outside the order, last."""
    return 1 if each.verdict is Verdict.NOT_ASSESSED else -each.verdict.rank


def id_of(each: Judged) -> str:
    """The id of the indicator, relation or task."""
    if isinstance(each, Assessment):
        return each.indicator
    return each.relation if isinstance(each, RelationAssessment) else each.task


def place_of(each: Judged) -> Place | None:
    """Where the figure or report stands that was judged; None where there is none."""
    if isinstance(each, Assessment):
        known = each.actual
    elif isinstance(each, RelationAssessment):
        known = next((side for side in each.sides if side.year == each.year), None)
    else:
        return each.report.place if each.report else None
    return known.place if known and known.place.path else None
