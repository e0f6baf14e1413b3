"""The one door to judging: one indicator, one year, one assessment."""

from dataclasses import replace

from jdzplan.judging.assessment import Actuals, Assessment, Case
from jdzplan.judging.by_year import judge_by_year
from jdzplan.judging.every_year import judge_every_year
from jdzplan.judging.flags import flags_of
from jdzplan.plan import Form, Plan
from jdzplan.verdicts import Reason, Verdict

_FORMS = {Form.BY_YEAR: judge_by_year, Form.EVERY_YEAR: judge_every_year}


def assess(plan: Plan, name: str, year: int, actuals: Actuals) -> Assessment:
    """Judge indicator `name` of `plan` in `year`, given what is known of each year.

    Later years in `actuals` are not looked at; a year it lacks counts as not reported.
    Figures must be in the indicator's unit. Raises KeyError for an unknown name only.
    """
    indicator = plan.indicators[name]
    known = {y: actual for y, actual in actuals.items() if y <= year}
    case = Case(plan, indicator, year, known)
    is_yearly = indicator.target.form is Form.EVERY_YEAR
    blank = Assessment(
        indicator=name,
        year=year,
        verdict=Verdict.NOT_ASSESSED,
        target=indicator.target,
        target_year=year if is_yearly else case.target_year,
        baseline=indicator.start,
        actual=case.actual,
    )
    if not plan.plan.period.first <= year <= plan.plan.period.last:
        return replace(blank, reason=Reason.OUTSIDE_PERIOD)
    if not indicator.assess:
        blank = replace(blank, reason=Reason.DEFINITION_UNCONFIRMED)
    else:
        blank = _FORMS[indicator.target.form](case, blank)
    return replace(blank, flags=flags_of(case, blank))
