"""Tasks: how many are done, under way, overdue; each that is, with its evidence."""

from collections.abc import Callable, Iterable, Sequence

from jdzplan.actuals import Stage
from jdzplan.judging.rollup import roll_up
from jdzplan.judging.tasks import TaskAssessment
from jdzplan.report.attention import owned
from jdzplan.report.records import Labelled, Picture, Table, Tasks
from jdzplan.report.scope import Scope, nonempty
from jdzplan.verdicts import Reason, Verdict
from jdzplan.wording.duties import roll_up_text
from jdzplan.wording.sentences import inert


def _has_stage(stage: Stage) -> Callable[[TaskAssessment], bool]:
    return lambda each: not each.is_overdue and _stage(each) is stage


def _stage(each: TaskAssessment) -> Stage | None:
    return each.report.stage if each.report else None


# Every task belongs to one of them, the first that fits.
STAGES: dict[str, Callable[[TaskAssessment], bool]] = {
    "withdrawn": lambda each: each.reason is Reason.WITHDRAWN,
    "done": lambda each: each.verdict is Verdict.ACHIEVED,
    "unproved": lambda each: each.reason is Reason.NO_EVIDENCE,
    "overdue": lambda each: each.is_overdue,
    "stopped": _has_stage(Stage.STOPPED),
    "under_way": _has_stage(Stage.UNDER_WAY),
    "not_started": _has_stage(Stage.NOT_STARTED),
    "unreported": lambda _: True,
}
_LISTED = ("done", "under_way", "overdue", "stopped", "unproved")


def by_stage(tasks: Iterable[TaskAssessment]) -> dict[str, list[TaskAssessment]]:
    """Tasks by what became of them."""
    groups: dict[str, list[TaskAssessment]] = {key: [] for key in STAGES}
    for each in tasks:
        groups[next(key for key, fits in STAGES.items() if fits(each))].append(each)
    return groups


def tasks(scope: Scope, picture: Picture | None) -> Tasks | None:
    """The part on tasks; none where the plan has none."""
    told = scope.now.tasks
    if not told:
        return None
    groups = by_stage(told)
    labels = ((scope.says[key], [owned(each, scope) for each in groups[key]]) for key in _LISTED)
    return Tasks(
        counts=scope.sentence(
            roll_up_text("tasks", roll_up(each.verdict for each in told), scope.words),
        ),
        table=_table(told, scope),
        picture=picture,
        lists=tuple(Labelled(label, lines) for label, lines in nonempty(labels)),
    )


def _table(told: Sequence[TaskAssessment], scope: Scope) -> Table:
    """Goals down, stages across; stages that no task is at are left out."""
    shown = [key for key, group in by_stage(told).items() if group]
    rows = []
    for key, goal in scope.plan.goals.items():
        of_goal = [each for each in told if scope.plan.tasks[each.task].goal == key]
        if of_goal:
            name = inert(goal.name.get(scope.words.language))
            rows.append((name, *_counts(of_goal, shown)))
    rows.append((scope.says["total"], *_counts(told, shown)))
    head = (scope.says["goal"], scope.says["total"], *(scope.says[key] for key in shown))
    return Table(head, tuple(rows), tuple(range(1, len(head))))


def _counts(told: Sequence[TaskAssessment], shown: Sequence[str]) -> tuple[str, ...]:
    groups = by_stage(told)
    return str(len(told)), *(str(len(groups[key])) for key in shown)
