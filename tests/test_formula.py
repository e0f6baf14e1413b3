"""Formulas: names, numbers, four signs, brackets; exact, and with the rounding of what goes in."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdzplan.judging.formula import FormulaError, Span, evaluate, names_in


def exactly(**values: str) -> dict[str, Span]:
    return {name.replace("_", "-"): Span(*[Fraction(v)] * 3) for name, v in values.items()}


KNOWN = exactly(a="6", b="4", c="0", rd_spending="21.01", gdp="957.14", 甲="3")


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("a", "6"),
        ("a - a + 1.50", "3/2"),
        ("a + b * 2", "14"),
        ("(a + b) * 2", "20"),
        ("a - b - 1", "1"),
        ("a / b / 3", "1/2"),
        ("a - (b - 1)", "3"),
        ("a × b ÷ 2 − 1", "11"),
        ("a*b/2+1", "13"),
        ("rd-spending / gdp * 100", "210100/95714"),
        ("甲 + 1", "4"),
        ("((a))", "6"),
        ("a - a", "0"),
        ("c / a", "0"),
        ("a / c", None),
        ("a / (b - 4)", None),
        ("1 + a / c", None),
        ("a / c * b", None),
        ("d + 1", None),
    ],
)
def test_values_are_exact(formula: str, expected: str | None) -> None:
    span = evaluate(formula, KNOWN.get)
    assert (span and span.value) == (expected and Fraction(expected))


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("", ""),
        ("a +", ""),
        ("a b", "b"),
        ("a + * b", "*"),
        ("(a + b", "("),
        ("a + b)", ")"),
        ("-a", "-"),
        ("()", ")"),
        ("a ** b", "*"),
        ("a % b", "% b"),
        ("__import__('os')", "'os')"),
        ("a.b", ".b"),
        ("1e5", "e5"),
        ("a; b", "; b"),
        ("2a", "a"),
        ("1 + 2", "1 + 2"),
    ],
)
def test_anything_else_is_no_formula(formula: str, found: str) -> None:
    with pytest.raises(FormulaError) as error:
        names_in(formula)
    assert error.value.found == found


@pytest.mark.parametrize("formula", ["(" * 100_000, "a + " * 100_000])
def test_a_formula_has_a_sensible_size(formula: str) -> None:
    with pytest.raises(FormulaError) as error:
        names_in(formula)
    assert len(error.value.found) <= 21


def test_brackets_may_be_as_deep_as_a_formula_is_long() -> None:
    assert names_in("(" * 149 + "a" + ")" * 149) == ("a",)


def test_a_hyphen_inside_a_name_is_no_minus() -> None:
    assert names_in("rd-spending - rd") == ("rd-spending", "rd")
    assert names_in("a-b") == ("a-b",)
    assert names_in("a + b + a") == ("a", "b")


@pytest.mark.parametrize(
    ("formula", "low", "high"),
    [
        ("a + b", "9.5", "10.5"),  # 6 ± 0.5 and 4 exactly
        ("b - a", "-2.5", "-1.5"),
        ("a * b", "22", "26"),
        ("a * (0 - b)", "-26", "-22"),
        ("a / b", "1.375", "1.625"),
        ("b / a", "8/13", "8/11"),
    ],
)
def test_rounding_goes_through(formula: str, low: str, high: str) -> None:
    known = {
        "a": Span(Fraction(6), Fraction("5.5"), Fraction("6.5")),
        "b": Span(*[Fraction(4)] * 3),
    }
    span = evaluate(formula, known.get)
    assert span is not None
    assert (span.low, span.high) == (Fraction(low), Fraction(high))


def test_a_divisor_that_may_be_zero_divides_nothing() -> None:
    known = {"a": Span(Fraction(1), Fraction(0), Fraction(2)), "b": Span(*[Fraction(4)] * 3)}
    assert evaluate("b / a", known.get) is None


spans = st.tuples(st.integers(-50, 50), st.integers(0, 9), st.integers(0, 9)).map(
    lambda t: Span(Fraction(t[0]), Fraction(t[0] * 10 - t[1], 10), Fraction(t[0] * 10 + t[2], 10))
)


@given(spans, spans, st.sampled_from(["a + b", "a - b", "a * b", "a / b", "(a + b) * a - b"]))
def test_the_value_lies_within_its_reach(a: Span, b: Span, formula: str) -> None:
    span = evaluate(formula, {"a": a, "b": b}.get)
    if span is not None:
        assert span.low <= span.value <= span.high


def test_a_sign_is_told_as_it_was_typed() -> None:
    with pytest.raises(FormulaError) as e:
        names_in("a × × b")
    assert e.value.found == "×"


def deep(call: Callable[[], None], frames: int) -> None:
    if frames:
        deep(call, frames - 1)
    else:
        call()


def test_nesting_needs_no_luck_with_the_stack() -> None:
    def call() -> None:
        with pytest.raises(FormulaError):
            names_in("(" * 300)

    deep(call, 150)
