"""plan.yaml into the plan record: pydantic's errors become our findings, at the right line."""

import re
from collections.abc import Iterable
from typing import Any, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.nearest import near
from jdzplan.plan import Plan
from jdzplan.reading.yaml_tree import Node, YamlError, read_tree
from jdzplan.rules.gate_rules import check_gate
from jdzplan.rules.plan_rules import check_plan

Where = tuple[str | int, ...]
_RULES = {"missing": Rule.MISSING_KEY, "extra_forbidden": Rule.UNKNOWN_KEY}
_WANT_KEYS = ("model_type", "dict_type", "tuple_type", "source")
_LONGEST = 40


def read_plan(text: str, path: str, *, strict: bool = False) -> tuple[Plan | None, list[Finding]]:
    """The plan, or None, and every finding; `path` is how findings print the file.

    With an error among the findings the plan must not be used. `strict` also lists what the
    indicator dictionary lacks.
    """
    try:
        root, duplicates = read_tree(text)
    except YamlError as error:
        return None, [_finding(error, path)]
    findings = [_finding(error, path) for error in duplicates]
    if root.value is None:
        empty = Finding(rule=Rule.PLAN_UNREADABLE, place=Place(path), params={"kind": "empty"})
        return None, [*findings, empty]
    try:
        plan = Plan.model_validate(root.value)
    except ValidationError as error:
        return None, findings + [_located(problem, root, path) for problem in error.errors()]
    problems = [
        Finding(rule=rule, place=_place(root, where, path, at_key="[key]" in where), params=params)
        for rule, where, params in (*check_plan(plan, strict=strict), *check_gate(plan))
    ]
    return plan, findings + problems


def _finding(error: YamlError, path: str) -> Finding:
    return Finding(
        rule=error.rule, place=Place(path, error.line, error.column), params=error.params
    )


def _located(problem: ErrorDetails, root: Node, path: str) -> Finding:
    """A pydantic error as our finding, at the key or value that it speaks of."""
    where: Where = problem["loc"]
    rule = _RULES.get(problem["type"], Rule.WRONG_VALUE)
    name = str(where[-1]) if where else ""
    shown = ".".join(str(step) for step in where if step != "[key]") or path.rpartition("/")[2]
    params: dict[str, object] = {"key": name, "where": shown}
    if rule is Rule.UNKNOWN_KEY and "：" in name:
        rule, params = Rule.WRONG_VALUE, params | {"kind": "wide_colon", "found": name}
        return Finding(rule=rule, place=_place(root, where, path, at_key=True), params=params)
    if rule is Rule.UNKNOWN_KEY:
        known = _siblings(where)
        params |= {"near": near(name, known), "known": known}
    elif rule is Rule.WRONG_VALUE:
        context = {k: str(v) for k, v in problem.get("ctx", {}).items() if k != "error"}
        if problem["type"] == "enum":  # pydantic lists the choices in an English sentence
            context["expected"] = ", ".join(re.findall("'([^']*)'", context["expected"]))
        wide = "：" in str(problem["input"]) and problem["type"] in _WANT_KEYS
        kind = "wide_colon" if wide else problem["type"]
        params |= context | {"kind": kind, "found": _short(problem["input"])}
    at_key = rule is Rule.UNKNOWN_KEY or "[key]" in where
    return Finding(rule=rule, place=_place(root, where, path, at_key=at_key), params=params)


def _place(root: Node, where: Where, path: str, *, at_key: bool = False) -> Place:
    return Place(path, *root.place_at(where, at_key=at_key))


def _siblings(where: Where) -> tuple[str, ...]:
    """The keys that the mapping at this path may have."""
    model: Any = Plan
    steps = iter(where[:-1])
    for step in steps:
        field = getattr(model, "model_fields", {}).get(str(step))
        if field is None:
            continue
        model = _record_in(field.annotation)
        if get_origin(field.annotation) is dict:
            next(steps, None)  # the entry's own id, which may look like a key
    return tuple(getattr(model, "model_fields", {}))


def _record_in(annotation: Any) -> Any:
    """The record type inside an annotation such as `dict[str, Goal]` or `Text | None`."""
    if hasattr(annotation, "model_fields"):
        return annotation
    parts = map(_record_in, getattr(annotation, "__args__", ()))
    return next((found for found in parts if found), None)


def _short(value: Any) -> str:
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    words = {None: "null", True: "true", False: "false"}
    text = words[value] if value is None or isinstance(value, bool) else str(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def lines_of(text: str, keys: Iterable[str]) -> list[int]:
    """The lines of keys such as `policy.bands.ahead` in a plan that reads well."""
    root, _ = read_tree(text)
    return [_place(root, tuple(key.split(".")), "", at_key=True).line for key in keys]
