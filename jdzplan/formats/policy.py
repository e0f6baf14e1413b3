"""The policy in force as a table: every setting, its value, and where it comes from."""

from collections.abc import Mapping

from jdzplan.catalogue import find_rule
from jdzplan.formats.text import width
from jdzplan.policy import Origin, Policy, Said
from jdzplan.wording.sentences import inert
from jdzplan.wording.words import Words


def render(policy: Policy, places: Mapping[str, str], words: Words) -> str:
    """The table; `places` say where in the plan a key stands, as `path:line`."""
    rows = [tuple(words.gate[key] for key in ("setting", "value", "origin"))]
    rows += [
        (_name(key, words), said.value, _origin(said, places, words))
        for key, said in policy.items()
    ]
    sizes = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return "".join(
        "  ".join(c + " " * (n - width(c)) for c, n in zip(row, sizes, strict=True)).rstrip() + "\n"
        for row in rows
    )


def _name(key: str, words: Words) -> str:
    if rule := find_rule(key):
        return f"{rule.code} {rule.label}"
    return words.gate["named"].format(name=words.gate[key], key=key)


def _origin(said: Said, places: Mapping[str, str], words: Words) -> str:
    where = places[said.where] if said.origin is Origin.PLAN else said.where
    return words.gate[said.origin].format(where=inert(where))
