"""Conditions that are partly known beforehand: what is certain never reaches the database.

A condition is an expression, or True or False where the plan alone decides.
"""

from collections.abc import Iterable
from typing import Any

import ibis

Condition = Any
"""A boolean, or an expression of one; ibis has no types of its own to tell."""


def first_of(cases: Iterable[tuple[Condition, Any]], otherwise: Any) -> Any:
    """The value of the first condition that holds; of several certain ones the first ends it."""
    open_ones = []
    for condition, value in cases:
        if condition is True:
            otherwise = value
            break
        if condition is not False:
            open_ones.append((condition, value))
    return ibis.cases(*open_ones, else_=otherwise) if open_ones else otherwise


def both(one: Condition, other: Condition) -> Condition:
    """Whether both hold."""
    if one is False or other is False:
        return False
    if one is True or other is True:
        return other if one is True else one
    return one & other


def is_known(value: Any) -> Condition:
    """Whether there is a value."""
    return value.notnull() if isinstance(value, ibis.Value) else value is not None
