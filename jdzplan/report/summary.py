"""The summary: in a few sentences how far the time is, what was judged, and what lags most."""

from collections.abc import Iterable, Iterator, Sequence

from jdzplan.judging.assessment import Assessment
from jdzplan.judging.rollup import roll_up
from jdzplan.plan import Path
from jdzplan.report import Kind
from jdzplan.report.scope import Scope, by_key, is_core, marked
from jdzplan.report.tables import verdict
from jdzplan.verdicts import ORDER, Verdict
from jdzplan.wording.duties import roll_up_text
from jdzplan.wording.sentences import SAMPLE_MARK, amount_text, decimals, percent, places_of

_MOST = 3  # names in a sentence


def summary(scope: Scope) -> Iterator[str]:
    """Sentences, each a paragraph."""
    now, period = scope.now, scope.plan.plan.period
    core = [each for each in now.assessments if is_core(scope.plan)(each)]
    elapsed = percent(scope.elapsed)
    values = {"year": scope.year, "first": period.first, "last": period.last, "elapsed": elapsed}
    place = "time_last" if scope.year >= period.last else "time"
    yield scope.say(place, **values, nth=scope.year - period.first + 1)
    yield core_counts(core, scope)
    if len(now.assessments) > len(core) or now.relations or now.tasks:
        yield _everything(scope)
    yield from _best(now.assessments, scope)
    yield from _slowest(now.assessments, scope)
    if scope.kind is Kind.MIDTERM:
        yield from _half_way(now.assessments, scope)


def core_counts(core: Sequence[Assessment], scope: Scope) -> str:
    """How many core indicators there are, were judged, and came to what."""
    kind = "core" if len(core) < len(scope.plan.indicators) else "indicators"
    group = roll_up(each.verdict for each in core)
    told = roll_up_text(kind, group, scope.words)
    if 0 < group.judged < group.total:
        told += scope.say("and_unjudged", count=group.total - group.judged)
    return scope.sentence(told)


def _everything(scope: Scope) -> str:
    """How many of all promises there are, and of how many there is a verdict."""
    now = scope.now
    groups = {
        "indicators": now.verdicts,
        "relations": roll_up(r.verdict for r in now.relations),
        "tasks": roll_up(t.verdict for t in now.tasks),
    }
    parts = [
        scope.say("of_all", kind=scope.words.view[kind], total=group.total, judged=group.judged)
        for kind, group in groups.items()
        if group.total
    ]
    return scope.say("everything", parts=scope.words.view["between"].join(parts))


def _best(assessments: Sequence[Assessment], scope: Scope) -> Iterator[str]:
    """What is achieved or ahead, in the words of its verdicts."""
    good = (each for each in assessments if each.verdict in (Verdict.ACHIEVED, Verdict.AHEAD))
    groups = by_key(good, lambda each: verdict(each, scope).removesuffix(SAMPLE_MARK))
    if groups:
        told = [_those(v, group, scope) for v, group in groups.items()]
        yield scope.sentence(scope.words.view["between"].join(told))


def _slowest(assessments: Sequence[Assessment], scope: Scope) -> Iterator[str]:
    """What is not fine, verdict by verdict, the worst first; the slowest of it in numbers."""
    judged = [each for each in assessments if each.verdict is not Verdict.NOT_ASSESSED]
    bad = by_key((each for each in judged if not each.verdict.is_fine), lambda each: each.verdict)
    if not bad:
        if judged:
            yield scope.says["all_fine"]
        return
    paced = [each for group in bad.values() for each in group if each.numbers.share is not None]
    if sum(map(len, bad.values())) == 1 and paced:
        yield _in_numbers(paced[0], scope, "the_only")
        return
    told = [_those(scope.words.verdicts[v], bad[v], scope) for v in reversed(ORDER) if v in bad]
    yield scope.sentence(scope.words.view["between"].join(told))
    if paced:
        yield _in_numbers(min(paced, key=_pace), scope, "slowest")


def _pace(assessment: Assessment) -> float:
    """Only to find the slowest one to speak of; no verdict rests on it."""
    pace = assessment.numbers.pace
    return float("inf") if pace is None else float(pace)


def _in_numbers(each: Assessment, scope: Scope, key: str) -> str:
    """Figure, expected value and share of one indicator, and how far it is behind the time."""
    numbers, indicator = each.numbers, scope.plan.indicators[each.indicator]
    unit = each.unit or indicator.unit
    places = places_of(indicator, each.actual.figure if each.actual else None) + 1
    assert numbers.share is not None  # asked for only where there is a share
    told = scope.say(
        key,
        name=scope.name(each),
        verdict=scope.words.verdicts[each.verdict],
        year=each.year,
        actual=marked(each, scope.figure(each)),
    )
    if numbers.expected is not None:
        expected = scope.with_unit(decimals(numbers.expected, places), unit)
        told += scope.say("slowest_expected", expected=expected)
    is_back = numbers.share < 0 and each.baseline is not None
    if is_back and each.baseline:
        baseline = scope.with_unit(f"{each.baseline[1]:f}", unit)
        told += scope.say("slowest_back", baseline=baseline)
    else:
        told += scope.say("slowest_share", share=percent(numbers.share))
    # On a path of growth the share that is due is not the time elapsed.
    is_linear = each.path is Path.LINEAR and not is_back
    if is_linear and numbers.elapsed is not None and numbers.elapsed > numbers.share:
        behind = amount_text((numbers.elapsed - numbers.share) * 100, 1, "%", scope.words)
        told += scope.say("slowest_behind", elapsed=percent(numbers.elapsed), behind=behind)
    return scope.sentence(told)


def _those(verdict: str, assessments: Sequence[Assessment], scope: Scope) -> str:
    key = "that" if len(assessments) == 1 else "those"
    return scope.say(key, verdict=verdict, names=_names(assessments, scope))


def _names(assessments: Sequence[Assessment], scope: Scope) -> str:
    names = scope.listed(scope.name(each) for each in assessments[:_MOST])
    if len(assessments) <= _MOST:
        return names
    return scope.say("and_others", names=names, count=len(assessments))


def _half_way(assessments: Iterable[Assessment], scope: Scope) -> Iterator[str]:
    """时间过半、任务过半: of those with a share, how many are half way."""
    paced = [(a.numbers.share, a.numbers.elapsed) for a in assessments]
    shares = [(share, elapsed) for share, elapsed in paced if share is not None]
    if shares:
        half = sum(share * 2 >= 1 for share, _ in shares)
        level = sum(elapsed is not None and share >= elapsed for share, elapsed in shares)
        done = [a for a in scope.now.tasks if a.verdict is Verdict.ACHIEVED]
        values = {
            "elapsed": percent(scope.elapsed),
            "count": len(shares),
            "half": half,
            "level": level,
        }
        yield scope.say("half_way", **values)
        if done:
            total = len(scope.now.tasks)
            yield scope.say("tasks_done", done=len(done), total=total)


def worst_first(assessments: Iterable[Assessment]) -> list[Assessment]:
    """What is not fine: by verdict, the worst first, then by pace, the slowest first."""
    bad = [a for a in assessments if not a.verdict.is_fine and a.verdict in ORDER]
    return sorted(bad, key=lambda each: (-each.verdict.rank, _pace(each)))


def verdict_of(assessment: Assessment, scope: Scope) -> str:
    """The heading of one indicator: its name and its verdict."""
    values = {"verdict": verdict(assessment, scope), "name": scope.name(assessment)}
    return scope.say("name_verdict", **values)
