"""Figures against bounds: what a published figure allows, and what meets a target."""

from decimal import Decimal
from fractions import Fraction

import pytest

from jdzplan.actuals import half_unit
from jdzplan.judging.bounds import Point, allowed, meets, nearest, printed_point
from jdzplan.plan import Target
from tests.builders import a_figure, a_target


def target(bound: str) -> Target:
    return Target.model_validate(a_target(bound))


def point(text: str) -> Point:
    """`2.5`, or `2.5-` and `2.5+` for the places just beside it."""
    side = {"-": -1, "+": 1}.get(text[-1], 0)
    return Point(Fraction(text.rstrip("+-")), side)


@pytest.mark.parametrize(
    ("bound", "inside", "outside"),
    [
        ("at_least 2.5", "2.5 2.5+ 2.51 99", "2.49 2.5- 0 -3"),
        ("more_than 2.5", "2.5+ 2.51 99", "2.5 2.5- 2.49"),
        ("at_most 2", "2 2- 1.99 -5", "2+ 2.01 3"),
        ("less_than 2", "2- 1.99 -5", "2 2+ 2.01"),
        ("between 15 20", "15 15+ 17 20- 20", "15- 14.99 20+ 20.01"),
    ],
)
def test_a_bound_includes_what_its_word_says(bound: str, inside: str, outside: str) -> None:
    assert [p for p in inside.split() if not meets(point(p), target(bound))] == []
    assert [p for p in outside.split() if meets(point(p), target(bound))] == []


@pytest.mark.parametrize(
    ("bound", "value", "expected"),
    [
        ("at_least 30", "22", "30"),
        ("at_least 30", "31", "30"),
        ("more_than 0", "-1", "0"),
        ("at_most 2", "3", "2"),
        ("less_than 0", "3", "0"),
        ("between 15 20", "9", "15"),
        ("between 15 20", "17", "17"),
        ("between 15 20", "21", "20"),
    ],
)
def test_a_value_is_held_against_the_nearest_end(bound: str, value: str, expected: str) -> None:
    assert nearest(target(bound), Fraction(value)) == Fraction(expected)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("2.40", "2.40"),
        ("~2.40", "2.40"),
        ("<2.40", "2.40-"),
        (">2.40", "2.40+"),
        ("<=2.40", "2.40"),
        (">=2.40", "2.40"),
        ("2..3", "2"),
    ],
)
def test_a_strict_end_is_approached_from_inside(figure: str, expected: str) -> None:
    assert printed_point(a_figure(figure)) == point(expected)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("2.4", "2.4"),
        ("~2.4", "2.4"),
        (">=2.4", "2.4 3.8 2.5"),
        (">=2.1", "2.1 3.9 2.2 2.5"),
        (">2.5", "2.5+ 3.8"),
        (">=2.2", "2.2 3.8 2.5"),
        (">7", "7+ 12.8"),
        ("<=2.4", "2.4 0.9 2.2"),
        ("<2.2", "2.2- 0.9"),
        ("<9", "9- -5.6 2.2 2.5"),
        ("<=1", "1 -1.5"),
        ("2..3", "2 3 2.2 2.5"),
        ("2.3..2.4", "2.3 2.4"),
    ],
)
def test_what_a_figure_allows_is_its_ends_and_every_landmark_between(
    figure: str, expected: str
) -> None:
    found = allowed(a_figure(figure), (Fraction("2.2"), Fraction("2.5")))
    assert found == tuple(map(point, expected.split()))


def test_an_interval_without_a_second_number_allows_its_first() -> None:
    assert set(allowed(a_figure("2", "between"), (Fraction(1),))) == {point("2")}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2.20", "1/200"),
        ("2.2", "1/20"),
        ("31.0000", "1/20000"),
        ("13", "1/2"),
        ("0", "1/2"),
        ("-0.0", "1/20"),
        ("3.5E+4", "500"),
    ],
)
def test_rounding_took_at_most_half_the_last_digit(value: str, expected: str) -> None:
    assert half_unit(Decimal(value)) == Fraction(expected)


def test_points_stand_in_order() -> None:
    places = [point(p) for p in ("2.49+", "2.5-", "2.5", "2.5+", "2.51-")]
    assert places == sorted(places)
