"""What the command line and the environment ask of the gate, and what is in force in the end."""

import os
from collections import ChainMap
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from jdzplan.catalogue import Severity, find_rule
from jdzplan.cli.exits import Exit, leave
from jdzplan.gate import may_be

if TYPE_CHECKING:
    from enum import StrEnum

    from jdzplan.policy import Origin, Policy, Said
    from jdzplan.reading.repository import Repository
    from jdzplan.wording.words import Words


def option_of(setting: str) -> str:
    """The option that sets it.

    >>> option_of("fail_on"), variable_of("fail_on")
    ('--fail-on', 'JDZPLAN_FAIL_ON')
    """
    return "--" + setting.replace("_", "-")


def variable_of(setting: str) -> str:
    """The environment variable that sets it."""
    return "JDZPLAN_" + setting.upper()


def asked_for(options: Mapping[str, str | None], severities: Iterable[str]) -> "Policy":
    """The settings of the command line, then of the environment; leaves at what is no setting."""
    from jdzplan.policy import Origin, Said

    said = {
        key: Said(value, Origin.COMMAND_LINE, option_of(key))
        for key, value in options.items()
        if value is not None
    }
    said |= _severities(severities, Origin.COMMAND_LINE, option_of("severity"))
    return ChainMap(said, _of_environment())


def _of_environment() -> "dict[str, Said]":
    """What the environment says; an empty variable says nothing."""
    from jdzplan.policy import SETTINGS, Origin, Said

    said = {}
    for key, kind in SETTINGS.items():
        variable = variable_of(key)
        if word := os.environ.get(variable, "").strip():
            said[key] = Said(_member(kind, word, variable), Origin.ENVIRONMENT, variable)
    variable = variable_of("severity")
    words = map(str.strip, os.environ.get(variable, "").split(","))
    return said | _severities(filter(None, words), Origin.ENVIRONMENT, variable)


def _severities(words: Iterable[str], origin: "Origin", where: str) -> "dict[str, Said]":
    """`JDZ310=error`, `sample-values=error`, by code."""
    from jdzplan.policy import Said

    said = {}
    for word in words:
        called, _, value = word.partition("=")
        rule = find_rule(called.strip())
        if rule is None:
            leave(Exit.UNUSABLE, "bad_severity", name=where, found=word)
        severity = _member(Severity, value.strip(), where)
        if not may_be(rule, Severity(severity)):
            leave(Exit.UNUSABLE, "fixed_severity", name=where, rule=rule.code)
        said[rule.code] = Said(severity, origin, where)
    return said


def _member(kind: "type[StrEnum]", word: str, where: str) -> str:
    if word not in list(kind):
        leave(Exit.UNUSABLE, "bad_setting", name=where, found=word, known=", ".join(kind))
    return word


def policy_text(policy: "Policy", repository: "Repository", words: "Words") -> str:
    """Every setting in force with its value and its origin, in the plan with its line."""
    from jdzplan.formats.policy import render
    from jdzplan.policy import Origin
    from jdzplan.reading.repository import shown
    from jdzplan.reading.spec import lines_of

    text = repository.plan_file.read_text("utf-8-sig")
    keys = [said.where for said in policy.values() if said.origin is Origin.PLAN]
    lines = lines_of(text, ["policy." + key for key in keys])
    path = shown(repository.plan_file)
    places = {key: f"{path}:{line}" for key, line in zip(keys, lines, strict=True)}
    return render(policy, places, words)
