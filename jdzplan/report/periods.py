"""Over several years: what a mid-term evaluation or a final one says of each indicator."""

from collections.abc import Callable, Iterator

from jdzplan.judging.assessment import Assessment
from jdzplan.report import Kind
from jdzplan.report.goals import why
from jdzplan.report.records import Labelled
from jdzplan.report.scope import Scope, nonempty
from jdzplan.report.tables import verdict
from jdzplan.verdicts import Verdict
from jdzplan.wording.sentences import percent

Fits = Callable[[Assessment], bool]


def _is(*verdicts: Verdict) -> Fits:
    return lambda each: each.verdict in verdicts


def _early(each: Assessment) -> bool:
    """Met before its year, rather than held as it was or kept for one more year."""
    climbed = each.numbers.elapsed is not None or each.baseline is None
    is_early = each.verdict is Verdict.ACHIEVED and each.year < each.target_year
    return is_early and climbed and each.period is None


# In the words of mid-term evaluations; the first that fits. What lags is never called on track.
_MIDTERM: dict[str, Fits] = {
    "done_early": _early,
    "faster": _is(Verdict.AHEAD),
    "as_expected": _is(Verdict.ON_TRACK, Verdict.ACHIEVED),
    "lags": _is(
        Verdict.LAGGING,
        Verdict.BEHIND,
        Verdict.DETERIORATING,
        Verdict.REGRESSED,
        Verdict.MISSED,
    ),
    "unknown": lambda _: True,
}
_FINAL: dict[str, Fits] = {
    "met": _is(Verdict.ACHIEVED),
    "unmet": lambda each: each.verdict is not Verdict.NOT_ASSESSED,
    "unknown": lambda _: True,
}


def assessed(scope: Scope) -> Iterator[Labelled]:
    """Every indicator below the word that the evaluation has for it; nothing in a yearly report."""
    if scope.kind is Kind.YEARLY:
        return
    classes = _MIDTERM if scope.kind is Kind.MIDTERM else _FINAL
    groups: dict[str, list[Assessment]] = {key: [] for key in classes}
    for each in scope.now.assessments:
        groups[next(key for key, fits in classes.items() if fits(each))].append(each)
    labels = (
        (scope.say(key, count=len(group)), [_line(each, scope) for each in group])
        for key, group in groups.items()
    )
    for label, lines in nonempty(labels):
        yield Labelled(label, lines)


def _line(each: Assessment, scope: Scope) -> str:
    """Name, verdict, figure, target and how much of the way is done; or why there is no verdict."""
    if each.verdict is Verdict.NOT_ASSESSED:
        return scope.say("remark", name=scope.name(each), remark=why(each, scope))
    told = [verdict(each, scope), scope.say("reached", year=each.year, value=scope.figure(each))]
    if each.numbers.share is not None:
        told.append(scope.say("way_done", share=percent(each.numbers.share)))
    if each.original is not None:
        before = scope.words.verdicts[each.original.verdict]
        told.append(scope.words.adjusted["before"].format(verdict=before))
    remark = scope.words.needs["stop"].join(told)
    return scope.say("remark", name=scope.name(each), remark=remark)
