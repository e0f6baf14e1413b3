"""An indicator's verdict redone on paper, from the files of its repository."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jdzplan.cli.exits import Exit, leave
from jdzplan.cli.inputs import the_plan


@dataclass(frozen=True, slots=True)
class Redone:
    """The pages of those names that are indicators, the other names, and all there are."""

    texts: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def redo(
    names: Sequence[str], option: Path | None, year: int | None, language: str | None
) -> Redone:
    """Redo the verdicts of indicators in a year, or else in the last that has figures.

    Where no plan is near, and none was asked for, all names are unknown.
    """
    from jdzplan.reading.repository import find_plan, load_years
    from jdzplan.rules.row_rules import names_of

    repository, looked = find_plan(option, ())
    if repository is None:
        if option is not None or year is not None:
            leave(Exit.UNUSABLE, "no_plan", looked="、".join(map(str, looked)))
        return Redone(unknown=tuple(names))
    plan = the_plan(repository)
    known = names_of(plan)
    keys = {name: key for name in names if (key := known.find(name)) in plan.indicators}
    texts: list[str] = []
    if keys:
        from jdzplan.check import check
        from jdzplan.formats.working import render
        from jdzplan.wording import words_in

        years = load_years(repository, (), None)
        result = check(plan, years.checked, years.earlier, years.findings)
        asked = year or max(result.years, default=0)
        if asked not in result.years:
            leave(Exit.NOTHING_CHECKED, "nothing", looked="、".join(years.looked))
        for key in dict.fromkeys(keys.values()):
            history = [a for a in result.assessments if a.indicator == key and a.year <= asked]
            texts.append(
                render(result.plan or plan, history, words_in(language or plan.plan.language))
            )
    called = [name for key, each in plan.indicators.items() for name in (key, *each.names)]
    return Redone(tuple(texts), tuple(n for n in names if n not in keys), tuple(called))
