"""What the figures are worth: problems found, what is missing, not final, open; and the sources."""

from collections.abc import Iterable, Iterator, Sequence

from jdzplan.actuals import Actual, Status
from jdzplan.catalogue import Severity
from jdzplan.formats.layout import finding_text
from jdzplan.plan import Member
from jdzplan.report.records import Labelled, Quality, Table
from jdzplan.report.scope import Scope, nonempty
from jdzplan.verdicts import Flag, Reason
from jdzplan.wording.sentences import figure_text, inert, unit_name

_NOT_FINAL = (Status.SAMPLE, Status.PRELIMINARY, Status.ESTIMATED, Status.REVISED)


def quality(scope: Scope) -> Quality:
    """The part on data quality."""
    findings = scope.result.count_findings()
    counts = {severity.value: count for severity, count in findings.items()}
    return Quality(
        counts=scope.words.footer["findings"].format_map(counts),
        lists=tuple(Labelled(label, lines) for label, lines in nonempty(_lists(scope))),
        sources=_sources(scope),
    )


def _lists(scope: Scope) -> Iterator[tuple[str, Sequence[str]]]:
    words, says, figures = scope.words, scope.says, filed(scope)
    for severity in (Severity.ERROR, Severity.WARNING):
        found = [f for f in scope.result.findings if f.severity is severity]
        told = [
            scope.say(
                "found", place=_file(f.place.path), line=f.place.line, text=finding_text(f, words)
            )
            for f in found
        ]
        yield says[severity.value], told
    for status in _NOT_FINAL:
        of_status = [a for a in figures if a.status is status]
        yield says[status.value], _together(of_status, scope)
    missing = [a for a in scope.now.assessments if a.reason is Reason.NOT_REPORTED]
    yield says["missing"], [scope.listed(map(scope.name, missing))] if missing else []
    yield says["breaks"], _names_with(Flag.SERIES_BREAK, scope)
    yield says["sensitive"], _names_with(Flag.ROUNDING_SENSITIVE, scope)
    yield says["open"], list(_open_questions(scope))


def _file(path: str) -> str:
    """A file by its name: where it lay when the report was written is nobody's matter."""
    return inert(path.rpartition("/")[2])


def _together(figures: Iterable[Actual], scope: Scope) -> list[str]:
    names = [
        inert(scope.plan.measures[a.indicator].name.get(scope.words.language)) for a in figures
    ]
    return [scope.say("how_many", names=scope.listed(names), count=len(names))] if names else []


def _names_with(flag: Flag, scope: Scope) -> list[str]:
    names = [scope.name(a) for a in scope.now.assessments if flag in a.flags]
    return [scope.listed(names)] if names else []


def _open_questions(scope: Scope) -> Iterator[str]:
    """Open questions that could change a verdict: of the year's figures whole, others counted."""
    language, others = scope.words.language, 0
    for each in scope.now.assessments:
        indicator = scope.plan.indicators[each.indicator]
        for note in indicator.notes:
            if not note.is_open or not (note.could_change_verdict or not indicator.assess):
                continue
            if each.actual is None or each.actual.figure is None:
                others += 1
                continue
            values = {
                "name": scope.name(each),
                "question": inert(note.question.get(language)),
                "reading": inert(note.reading.get(language)),
            }
            yield scope.say("question", **values)
    if others:
        yield scope.say("other_questions", count=others)


def filed(scope: Scope) -> list[Actual]:
    """Every figure of the year that a verdict rests on, once: indicators, then sides, members."""
    now = scope.now
    found: dict[str, Actual] = {}
    actuals = [a.actual for a in now.assessments if a.actual]
    actuals += [side for relation in now.relations for side in relation.sides]
    for actual in actuals:
        for each in (actual, *actual.parts):
            if each.year == scope.year and each.place.path and each.figure:
                found.setdefault(each.indicator, each)
    return list(found.values())


def _sources(scope: Scope) -> Table | None:
    """Each figure of the year with its status and the document it was published in."""
    words, rows = scope.words, []
    for each in filed(scope):
        assert each.figure is not None  # as it was chosen
        measure = scope.plan.measures[each.indicator]
        is_answer = isinstance(measure, Member)
        row = (
            inert(measure.name.get(words.language)),
            inert(each.figure.printed) if is_answer else figure_text(each.figure, words),
            "—" if is_answer else unit_name(measure.unit, words),
            words.statuses[each.status] if each.status else "—",
            inert(each.source or "—"),
        )
        rows.append(row)
    told = (words.table["name"], words.table["actual"], words.table["unit"])
    head = (*told, words.columns["status"], words.columns["source"])
    return Table(head, tuple(rows), (1,)) if rows else None
