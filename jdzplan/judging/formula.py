"""Formulas of derived figures, as `rd-spending / gdp * 100`: names, numbers, + - * /, brackets.

Nothing is handed to the interpreter. Values are exact fractions in intervals, so that the
rounding of what goes in bounds what comes out.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from jdzplan.patterns import Pattern

_TOKEN = Pattern(
    r"\s*(?:(?P<name>[^\W\d]\w*(?:-\w+)*)|(?P<number>\d+(?:\.\d+)?)|(?P<sign>[-+*/()×÷−]))"
)
_SIGNS = {"×": "*", "÷": "/", "−": "-"}
_LONGEST, _DEEPEST = 300, 150


class Span(NamedTuple):
    """A value, and the lowest and highest it may have before rounding."""

    value: Fraction
    low: Fraction
    high: Fraction


class FormulaError(ValueError):
    """A formula that cannot be read; `found` is where it goes wrong."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


@lru_cache
def names_in(formula: str) -> tuple[str, ...]:
    """The ids that a formula needs, each once. Raises `FormulaError`."""
    names = tuple(dict.fromkeys(_read(formula).names))
    if not names:
        raise FormulaError(formula.strip())
    return names


def evaluate(formula: str, look_up: Callable[[str], Span | None]) -> Span | None:
    """The value of a formula; None where a name has none or a division has no sense.

    >>> exact = lambda name: Span(*[Fraction({"a": 3, "b": 4}[name])] * 3)
    >>> evaluate("(a + 1) / b * 100", exact).value
    Fraction(100, 1)
    """
    values = {name: look_up(name) for name in names_in(formula)}
    if None in values.values():
        return None
    known = {name: value for name, value in values.items() if value is not None}
    return _read(formula).value(known)


class _Formula:
    """A parser by recursive descent that computes as it reads."""

    def __init__(self, text: str) -> None:
        if len(text) > _LONGEST:
            raise FormulaError(text[:20] + "…")
        self.tokens = list(_tokens(text))
        self.names = [word for kind, word in self.tokens if kind == "name"]
        one = Span(Fraction(1), Fraction(1), Fraction(1))
        self.value(dict.fromkeys(self.names, one))  # a formula that cannot be read fails at once

    def value(self, known: dict[str, Span]) -> Span | None:
        self.known, self.at, self.depth = known, 0, 0
        value = self._sum()
        if self.at < len(self.tokens):
            raise FormulaError(self.tokens[self.at][1])
        return value

    def _sum(self) -> Span | None:
        value = self._product()
        while sign := self._take("+", "-"):
            value = _combine(sign, value, self._product())
        return value

    def _product(self) -> Span | None:
        value = self._atom()
        while sign := self._take("*", "/"):
            value = _combine(sign, value, self._atom())
        return value

    def _atom(self) -> Span | None:
        if self.at == len(self.tokens):
            raise FormulaError("")
        kind, word = self.tokens[self.at]
        self.at += 1
        if kind == "name":
            return self.known[word]
        if kind == "number":
            return Span(*[Fraction(word)] * 3)
        if word == "(":
            self.depth += 1
            if self.depth > _DEEPEST:
                raise FormulaError("(")
            value = self._sum()
            if not self._take(")"):
                raise FormulaError("(")
            self.depth -= 1
            return value
        raise FormulaError(word)

    def _take(self, *signs: str) -> str:
        kind, word = self.tokens[self.at] if self.at < len(self.tokens) else ("", "")
        sign = _SIGNS.get(word, word)
        if kind != "sign" or sign not in signs:
            return ""
        self.at += 1
        return sign


_read = lru_cache(_Formula)  # the same few formulas in every year and region


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    position, text = 0, text.rstrip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            raise FormulaError(text[position:].strip()[:20])
        position = match.end()
        word = match[match.lastgroup]
        yield match.lastgroup, word


def _combine(sign: str, a: Span | None, b: Span | None) -> Span | None:
    """Interval arithmetic; None where the divisor may be zero."""
    if a is None or b is None:
        return None
    if sign in "+-":
        less, more = (b.low, b.high) if sign == "+" else (-b.high, -b.low)
        value = a.value + b.value if sign == "+" else a.value - b.value
        return Span(value, a.low + less, a.high + more)
    if sign == "*":
        corners = [x * y for x in (a.low, a.high) for y in (b.low, b.high)]
        return Span(a.value * b.value, min(corners), max(corners))
    if b.low <= 0 <= b.high:
        return None
    corners = [x / y for x in (a.low, a.high) for y in (b.low, b.high)]
    return Span(a.value / b.value, min(corners), max(corners))
