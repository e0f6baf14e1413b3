"""Keys of the plan file in words, with what they were and are: `target >=400 → >=360`."""

import re

from jdzplan.actuals import Qualifier
from jdzplan.comparing.plans import PlanChange
from jdzplan.plan import BOUNDS
from jdzplan.wording.differences import difference_words
from jdzplan.wording.words import Words

_YEAR = re.compile(r"(baseline|known|target\.milestones)\.([0-9]{4})")


def key_text(change: PlanChange, words: Words) -> str:
    """One key with its values, as they stand in the file; what has no word keeps its path."""
    says = difference_words(words.language)
    bound = change.field.removeprefix("target.")
    year = _YEAR.fullmatch(change.field)
    if bound != change.field and bound in BOUNDS:
        label = says["keys.target"]
        old, new = (text and _bound(bound, text, words) for text in (change.old, change.new))
    elif year:
        label = says[f"keys.{year[1]}"].format(year=year[2])
        old, new = change.old, change.new
    else:
        label, old, new = says.get(f"keys.{change.field}", change.field), change.old, change.new
    nothing = says["nothing_there"]
    return says["key"].format(key=label, old=old or nothing, new=new or nothing)


def _bound(key: str, text: str, words: Words) -> str:
    """`>=400`, or `15-20` of a band, from what the plan file has."""
    value, _, upper = text.partition(", ")
    return words.qualifiers[Qualifier(key)].format(value=value, upper=upper)
