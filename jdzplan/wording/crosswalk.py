"""Counterparts in higher plans, in words."""

from decimal import Decimal

from jdzplan.judging.crosswalk import Match
from jdzplan.plan import Counterpart
from jdzplan.wording.sentences import inert, unit_name
from jdzplan.wording.words import Words


def stated_text(match: Match, words: Words) -> str:
    """What is promised here."""
    return _promise(match.value, match.unit, match.year, words)


def counterpart_text(match: Match, words: Words) -> str:
    """What the higher plan promises, and where."""
    each = match.counterpart
    told = _promise(each.value, each.unit or match.unit, each.year, words)
    return words.adjusted["their_promise"].format(plan=place_text(each, words), told=told)


def place_text(each: Counterpart, words: Words) -> str:
    """The higher plan, with the clause where it is known."""
    plan, clause = inert(each.plan.get(words.language)), inert(each.clause or "")
    return words.adjusted["clause" if clause else "no_clause"].format(plan=plan, clause=clause)


def differs_text(match: Match, words: Words) -> str:
    """In what the two differ."""
    names = [words.adjusted[f"differs_{each}"] for each in match.differs]
    return words.all_of.join(names) or words.adjusted["differs_nowhere"]


def standard_text(each: Counterpart, words: Words) -> str:
    """Where the number comes from that this plan leaves open."""
    value = "" if each.value is None else f"{each.value:f}"
    return words.adjusted["standard_from"].format(value=value, plan=place_text(each, words))


def _promise(value: Decimal | None, unit: str | None, year: int | None, words: Words) -> str:
    name = unit_name(unit or "", words)
    gap = " " if words.language == "en" and name not in ("", "%") else ""
    number = "" if value is None else f"{value:f}{gap}{inert(name)}"
    kind = "both" if value is not None and year is not None else "value" if number else "year"
    key = "nothing" if value is None and year is None else kind
    return words.adjusted[f"promise_{key}"].format(value=number, year=year)
