"""Verdicts in a line each, relations, tasks and roll-ups in sentences."""

from collections.abc import Iterator
from typing import NamedTuple

from jdzplan.check import Judged
from jdzplan.judging.assessment import Assessment
from jdzplan.judging.relations import RelationAssessment
from jdzplan.judging.rollup import RollUp
from jdzplan.judging.tasks import TaskAssessment
from jdzplan.owners import Role, promise_of
from jdzplan.plan import Grounds, Measure, Plan, Relation, Task
from jdzplan.plan.counterparts import standard_in
from jdzplan.verdicts import Flag, Reason, Verdict
from jdzplan.wording.adjustments import duty_adjusted, full_remark
from jdzplan.wording.crosswalk import standard_text
from jdzplan.wording.sentences import SAMPLE_MARK, count_list, inert, value_text, verdict_text
from jdzplan.wording.words import Words


class Told(NamedTuple):
    """A verdict in words: what it came to, on what, and what there is to say about it."""

    verdict: str
    name: str
    about: str

    def line(self, words: Words) -> str:
        """All of it on one line."""
        line = words.view["item"].format(verdict=self.verdict, name=self.name)
        return line + words.view["about"].format(about=self.about) if self.about else line


def told(judged: Judged, plan: Plan, words: Words) -> Told:
    """Any verdict in words."""
    if isinstance(judged, Assessment):
        return _indicator(judged, plan, words)
    if isinstance(judged, RelationAssessment):
        return _relation(judged, plan, words)
    return _task(judged, plan, words)


def marked(judged: Judged, role: Role, plan: Plan, words: Words) -> str:
    """A verdict on one line, for a unit that does not lead it: its role, and who does."""
    return role_mark(role, promise_of(judged, plan), words) + told(judged, plan, words).line(words)


def role_mark(role: Role, promise: Measure | Relation | Task, words: Words) -> str:
    """What a unit has to do with it, and who leads; nothing for the lead itself."""
    if role is Role.LEAD:
        return ""
    lead = inert(promise.owner.lead or words.roles["nobody"])
    return words.roles["mark"].format(role=words.roles[role], lead=lead)


def _indicator(assessment: Assessment, plan: Plan, words: Words) -> Told:
    """An indicator outside its table."""
    indicator = plan.promise(assessment.indicator, assessment.region)
    mark = SAMPLE_MARK if Flag.SAMPLE in assessment.flags else ""
    verdict = verdict_text(assessment, indicator, words) + mark
    name = name_of(assessment, plan, words)
    return Told(verdict, name, full_remark(assessment, plan, words))


def name_of(assessment: Assessment, plan: Plan, words: Words) -> str:
    """The name of what was judged, with that of the region whose share it is."""
    name = inert(plan.indicators[assessment.indicator].name.get(words.language))
    if assessment.region is None:
        return name
    region = inert(plan.regions[assessment.region].name.get(words.language))
    return words.view["of_region"].format(name=name, region=region)


def _relation(assessment: RelationAssessment, plan: Plan, words: Words) -> Told:
    """A relation with the figures on its sides."""
    relation, view = plan.relations[assessment.relation], words.view
    about = [words.strengths[relation.strength]]
    about += _sides(assessment, plan, words)
    if assessment.reason:
        lacking = [plan.measures[key].name.get(words.language) for key in assessment.lacking]
        reason = words.reasons[assessment.reason]
        if lacking and assessment.reason is not Reason.EXTERNAL_STANDARD_MISSING:
            reason += words.needs["lacking"].format(fields=inert(words.all_of.join(lacking)))
        about.append(reason)
    if assessment.period and assessment.period.missed_years not in ((), (assessment.year,)):
        years = words.all_of.join(map(str, assessment.period.missed_years))
        about.append(words.needs["years_missed"].format(years=years))
    about += [
        words.flags[flag] for flag in assessment.flags if flag not in (Flag.SAMPLE, Flag.AMENDED)
    ]
    if (standard := standard_in(relation.counterparts)) and assessment.rate == standard.value:
        about.append(standard_text(standard, words))
    about += duty_adjusted(assessment, words)
    verdict = words.verdicts[assessment.verdict]
    if assessment.verdict is Verdict.ACHIEVED and assessment.period:
        verdict = words.table["achieved_yearly"]
    mark = SAMPLE_MARK if Flag.SAMPLE in assessment.flags else ""
    name = inert(relation.name.get(words.language))
    return Told(verdict + mark, name, view["between"].join(about))


def _sides(assessment: RelationAssessment, plan: Plan, words: Words) -> Iterator[str]:
    by_name: dict[str, list[str]] = {}
    for side in assessment.sides:
        value = value_text(side, plan.measures[side.indicator], words)
        told = words.view["side"].format(year=side.year, value=value)
        by_name.setdefault(side.indicator, []).append(told)
    for key, values in by_name.items():
        name = inert(plan.measures[key].name.get(words.language))
        told = words.all_of.join(values)
        yield f"{name} {told}" if words.language == "en" else name + told


def _task(assessment: TaskAssessment, plan: Plan, words: Words) -> Told:
    """A task with its stage, date and evidence."""
    task, report, view = plan.tasks[assessment.task], assessment.report, words.view
    about = []
    if assessment.reason and assessment.reason is not Reason.NOT_DUE:
        about.append(words.reasons[assessment.reason])
    elif report and report.stage and assessment.verdict is not Verdict.ACHIEVED:
        about.append(words.stages[report.stage])
    if report and report.evidence:
        about.append(view["evidence"].format(evidence=inert(report.evidence)))
    if assessment.verdict is not Verdict.ACHIEVED and assessment.reason is not Reason.WITHDRAWN:
        is_assumed = assessment.due_reading is Grounds.ASSUMED and not task.yearly
        about.append(view["due_assumed" if is_assumed else "due"].format(year=assessment.due))
    if assessment.is_overdue or assessment.reason is Reason.NO_EVIDENCE:
        about.append(view["wanted"].format(evidence=inert(task.evidence.get(words.language))))
    about += duty_adjusted(assessment, words)
    verdict = words.verdicts[assessment.verdict]
    if assessment.is_overdue:
        verdict += view["about"].format(about=view["overdue"])
    elif assessment.reason is Reason.NOT_DUE:
        verdict = view["not_due"]
    name = inert(task.name.get(words.language))
    return Told(verdict, name, view["between"].join(about))


def roll_up_text(kind: str, group: RollUp, words: Words) -> str:
    """A set of verdicts in numbers: how many there are, could be judged, and came to what."""
    form = "count" if group.judged else "count_none"
    given: dict[Verdict, int] = {
        v: n for v, n in group.counts.items() if v is not Verdict.NOT_ASSESSED
    }
    values = {"kind": words.view[kind], "total": group.total, "judged": group.judged}
    return words.view[form].format(**values, list=count_list(given, words))
