"""Which pictures a report has: an overview, each indicator's trajectory, tasks by stage."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jdzplan.actuals import Qualifier
from jdzplan.judging.assessment import Assessment
from jdzplan.plan import Kind
from jdzplan.report.bars import Progress, Stages, overview, stages
from jdzplan.report.canvas import Drawing
from jdzplan.report.records import OVERVIEW, TASKS, Picture
from jdzplan.report.scope import Scope
from jdzplan.report.tables import verdict
from jdzplan.report.tasks import STAGES, by_stage
from jdzplan.report.trajectories import Point, Projection, Trajectory, trajectory
from jdzplan.verdicts import Flag
from jdzplan.wording.sentences import (
    SAMPLE_MARK,
    bound_text,
    decimals,
    figure_text,
    inert,
    percent,
    places_of,
)

Told = tuple[str, Drawing]


def pictures(scope: Scope, folder: str) -> dict[str, Picture]:
    """Pictures by what they are of: indicators by their ids, and the two of the whole plan."""
    drawn = dict(_all(scope))
    return {
        key: Picture(f"{folder}/{key.strip('_')}.svg", alt, drawing.svg, drawing.png)
        for key, (alt, drawing) in drawn.items()
    }


def _all(scope: Scope) -> Iterator[tuple[str, Told]]:
    now = scope.now
    if told := _overview(now.assessments, scope):
        yield OVERVIEW, told
    if len(by_stage(now.tasks)["unreported"]) < len(now.tasks):
        yield TASKS, _tasks(scope)
    for each in now.assessments:
        if told := _trajectory(each, scope):
            yield each.indicator, told


def _overview(assessments: Sequence[Assessment], scope: Scope) -> Told | None:
    """Every share that there is, the furthest behind the time first."""
    paced = [
        (each, each.numbers.share, each.numbers.elapsed)
        for each in assessments
        if each.numbers.share is not None and each.numbers.elapsed is not None
    ]
    if not paced:
        return None
    paced.sort(key=lambda one: one[1] - one[2])
    bars = [
        Progress(
            name=scope.name(each),
            share=float(share),
            elapsed=float(elapsed),
            text=scope.say("bar", share=percent(share), verdict=verdict(each, scope)),
            is_fine=each.verdict.is_fine,
        )
        for each, share, elapsed in paced
    ]
    parts = [scope.say("overview_part", name=bar.name, share=bar.text) for bar in bars]
    alt = scope.say("overview_alt", parts=scope.words.needs["stop"].join(parts))
    labels = (scope.says["legend_share"], scope.says["legend_elapsed"])
    mark = _watermark([each for each, _, _ in paced], scope)
    return alt, overview(bars, scope.says["overview_title"], labels, mark, alt)


def _watermark(assessments: Sequence[Assessment], scope: Scope) -> str:
    return scope.says["watermark"] if any(Flag.SAMPLE in a.flags for a in assessments) else ""


def _tasks(scope: Scope) -> Told:
    told = scope.now.tasks
    groups = by_stage(told)
    shown = [key for key in STAGES if groups[key]]
    bars = []
    for key, goal in scope.plan.goals.items():
        of_goal = by_stage(each for each in told if scope.plan.tasks[each.task].goal == key)
        counts = tuple((stage, len(of_goal[stage])) for stage in shown)
        if any(count for _, count in counts):
            bars.append(Stages(inert(goal.name.get(scope.words.language)), counts))
    parts = [
        scope.say("tasks_part", stage=scope.says[key], count=len(groups[key])) for key in shown
    ]
    alt = scope.say("tasks_alt", parts=scope.words.all_of.join(parts))
    labels = tuple((key, scope.says[key]) for key in shown)
    return alt, stages(bars, scope.says["tasks"], labels, alt)


def _trajectory(each: Assessment, scope: Scope) -> Told | None:
    """One indicator, where there is a bound and at least one figure that can be drawn."""
    history = [past for past in scope.history(each.indicator) if past.year <= each.year]
    points = [point for past in history if (point := _point(past, scope))]
    if not points or each.target.bound is None:
        return None
    indicator = scope.plan.indicators[each.indicator]
    unit = each.unit or indicator.unit
    baseline = None
    if each.baseline is not None:
        first, base = each.baseline
        baseline = Point(first, Fraction(base), f"{base:f}")
    _, value, upper = each.target.bound
    if upper is not None and baseline and baseline.value > upper:
        value = upper  # of a band the edge that is nearer
    places = places_of(indicator, each.actual.figure if each.actual else None) + 1
    target = Point(each.target_year, Fraction(value), bound_text(each.target, scope.words, places))
    projection = _projection(each, places)
    expected = each.numbers.expected
    what = Trajectory(
        title=scope.name(each),
        axis=scope.say("axis", unit=scope.with_unit("", unit).strip()) if unit else "",
        years=(baseline.year if baseline else scope.plan.plan.period.first, each.target_year),
        path=each.trajectory,
        expected=None if expected is None else (each.year, expected),
        actuals=tuple(points),
        baseline=baseline,
        target=target,
        projection=projection,
        is_rank=indicator.kind is Kind.RANK,
        labels=_labels(each, points, projection, scope),
        watermark=_watermark(history, scope),
    )
    alt = _alt(what, scope)
    return alt, trajectory(what, alt)


def _point(past: Assessment, scope: Scope) -> Point | None:
    """The figure of a year; an interval is no point."""
    figure = past.actual.figure if past.actual else None
    if figure is None or figure.qualifier is Qualifier.BETWEEN:
        return None
    expected = past.numbers.expected
    return Point(
        past.year,
        figure.fraction,
        figure_text(figure, scope.words),
        is_sample=Flag.SAMPLE in past.flags,
        is_below=expected is not None and figure.fraction < expected,
    )


def _projection(each: Assessment, places: int) -> Projection | None:
    outlook = each.outlook
    if outlook is None or each.year >= each.target_year:
        return None
    text = decimals(outlook.projected, places)
    point = Point(each.target_year, outlook.projected, text)
    return Projection(point, outlook.low, outlook.high)


def _labels(
    each: Assessment, points: Sequence[Point], projection: Projection | None, scope: Scope
) -> dict[str, str]:
    """The legend of what is drawn, and of nothing else."""
    is_drawn = {
        "path": bool(each.trajectory),
        "expected": each.numbers.expected is not None,
        "actual": any(not point.is_sample for point in points) or each.baseline is not None,
        "sample": any(point.is_sample for point in points),
        "projected": projection is not None,
        "target": True,
    }
    return {key: scope.says[f"legend_{key}"] for key, drawn in is_drawn.items() if drawn}


def _alt(what: Trajectory, scope: Scope) -> str:
    told = []
    if what.baseline:
        told.append(("alt_baseline", what.baseline))
    told += [("alt_actual", point) for point in what.actuals]
    told.append(("alt_target", what.target))
    if what.projection:
        told.append(("alt_projected", what.projection.point))
    parts = [
        scope.say(key, year=p.year, value=p.text + (SAMPLE_MARK if p.is_sample else ""))
        for key, p in told
    ]
    text = scope.words.needs["stop"].join(parts)
    return scope.say("trajectory_alt", name=what.title, parts=text)
