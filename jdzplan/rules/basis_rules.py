"""What is not judged because figures of different bases would have to be put together."""

from collections.abc import Iterable, Iterator, Sequence

from jdzplan.actuals import Actual
from jdzplan.catalogue import Rule
from jdzplan.findings import Finding
from jdzplan.judging.assessment import Assessment
from jdzplan.judging.basis import bases_of
from jdzplan.judging.by_year import absence
from jdzplan.judging.derive import Figures
from jdzplan.judging.relations import RelationAssessment
from jdzplan.plan import Text
from jdzplan.verdicts import Reason


def basis_differs(
    figures: Figures,
    years: Iterable[int],
    assessments: Iterable[Assessment],
    relations: Iterable[RelationAssessment],
) -> Iterator[Finding]:
    """A formula, a sum, a growth or a comparison over several bases, told once for each."""
    plan = figures.plan
    for key in (key for key, each in plan.measures.items() if each.formula):
        for year in years:
            computed = figures.find(key, year)
            if computed and absence(computed) is Reason.BASIS_DIFFERS:
                yield from _finding(key, plan.measures[key].name, computed.parts)
    for done in assessments:
        indicator = plan.indicators[done.indicator]
        if done.reason is Reason.BASIS_DIFFERS and done.actual and not indicator.formula:
            yield from _finding(
                done.indicator, indicator.name, done.actual.parts, indicator.basis_in_plan
            )
    for relation in relations:
        if relation.reason is Reason.BASIS_DIFFERS:
            name = plan.relations[relation.relation].name
            yield from _finding(relation.relation, name, relation.sides)


def _finding(
    key: str, name: Text, figures: Sequence[Actual], baseline: str | None = None
) -> Iterator[Finding]:
    """At the newest of the figures; none where the figures of a year are all left out."""
    bases = bases_of((*(each.basis for each in figures), baseline))
    filed = [each for each in figures if each.place.path]
    if len(bases) > 1 and filed:
        place = max(filed, key=lambda each: each.year).place
        params = {"indicator": name, "bases": bases}
        yield Finding(rule=Rule.BASIS_DIFFERS, place=place, params=params, indicator=key)
