"""Tables of indicators: where they stand, and how they came there."""

from collections.abc import Iterable

from jdzplan.formats.layout import COLUMNS, NUMBERS, cells
from jdzplan.judging.assessment import Assessment
from jdzplan.report.records import Table
from jdzplan.report.scope import Scope, marked
from jdzplan.wording.sentences import verdict_text, worded

_SHOWN = (
    "name",
    "unit",
    "baseline",
    "actual",
    "expected",
    "target",
    "share",
    "elapsed",
    "verdict",
)
_AT = tuple(map(COLUMNS.index, _SHOWN))


def standing(assessments: Iterable[Assessment], scope: Scope) -> Table:
    """Baseline, actual, expected, target, share, elapsed and verdict of each."""
    words = scope.words
    rows = []
    for each in assessments:
        told = cells(each, scope.plan, words)
        rows.append(tuple("—" if told[at] == "-" else told[at] for at in _AT))
    head = tuple(words.table[name] for name in _SHOWN)
    return Table(head, tuple(rows), tuple(_SHOWN.index(n) for n in NUMBERS if n in _SHOWN))


def over_years(assessments: Iterable[Assessment], scope: Scope) -> Table:
    """The figure of each year of the plan so far beside baseline, target and verdict."""
    words, rows = scope.words, []
    for each in assessments:
        told = dict(zip(COLUMNS, cells(each, scope.plan, words), strict=True))
        history = {past.year: past for past in scope.history(each.indicator)}
        figures = [_figure(history.get(year), scope) for year in scope.years]
        row = (told["name"], told["unit"], told["baseline"], *figures)
        row += (told["target"], told["share"], told["verdict"])
        rows.append(tuple("—" if cell == "-" else cell for cell in row))
    years = tuple(scope.say("column_year", year=year) for year in scope.years)
    named = words.table
    head = (named["name"], named["unit"], named["baseline"], *years, named["target"])
    head += (named["share"], named["verdict"])
    return Table(head, tuple(rows), tuple(range(2, len(head) - 1)))


def _figure(assessment: Assessment | None, scope: Scope) -> str:
    if assessment is None:
        return "-"
    told = cells(assessment, scope.plan, scope.words)[COLUMNS.index("actual")]
    return told if told == "-" else marked(assessment, told)


def verdict(assessment: Assessment, scope: Scope) -> str:
    """The verdict in a word, with the mark of a sample."""
    indicator = worded(assessment, scope.plan)
    return marked(assessment, verdict_text(assessment, indicator, scope.words))
