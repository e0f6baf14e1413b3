"""Rules about the way to a target: its milestones, and the path that it is judged on."""

from collections.abc import Iterator

from jdzplan.catalogue import Rule
from jdzplan.plan import Form, Indicator, Path, Plan, Target

Where = tuple[str | int, ...]
Problem = tuple[Rule, Where, dict[str, object]]


def path_conflict(plan: Plan) -> Iterator[Problem]:
    """A path that the target's form does not have, or points without or against milestones."""
    for key, indicator in plan.indicators.items():
        target, path = indicator.target, indicator.path
        where = ("indicators", key, "path")
        if path is None:
            continue
        if target.form is not Form.BY_YEAR:
            yield Rule.FORM_CONFLICT, where, {"key": "path", "form": target.form.value}
        elif path is Path.POINTS and not target.milestones:
            yield Rule.FORM_CONFLICT, where, {"kind": "no_milestones"}
        elif path is not Path.POINTS and target.milestones:
            yield Rule.FORM_CONFLICT, where, {"kind": "milestones", "found": path.value}


def milestone_order(plan: Plan) -> Iterator[Problem]:
    """A milestone that does not lie between the beginning and the target year."""
    for key, indicator in plan.indicators.items():
        where: Where = ("indicators", key)
        targets: list[tuple[Where, Target]] = [((*where, "target"), indicator.target)]
        for name, reading in indicator.readings.items():
            targets.append(((*where, "readings", name, "target"), reading.target))
        for at, target in targets:
            begin, due = _begin(plan, indicator, target), plan.target_year(target)
            for year in target.milestones:
                if not begin < year < due:
                    params: dict[str, object] = {"kind": "milestone", "year": year}
                    params |= {"first": begin, "last": due}
                    yield Rule.YEAR_ORDER, (*at, "milestones", str(year)), params


def _begin(plan: Plan, indicator: Indicator, target: Target) -> int:
    """The year that the way begins in; totals count from the plan's first year."""
    if target.form is Form.CUMULATIVE or indicator.start is None:
        return plan.plan.period.first - 1
    return indicator.start[0]


PATH_RULES = (path_conflict, milestone_order)
