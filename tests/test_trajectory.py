"""The road from baseline to target, and the growth that it asks for."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdzplan.judging.trajectory import Trajectory, compound_pace

PROPERTY = settings(derandomize=True, max_examples=200, deadline=None)

FIRMS = Trajectory(((2020, Fraction(200)), (2025, Fraction(400))))
BENT = Trajectory(((2020, Fraction(0)), (2022, Fraction(10)), (2025, Fraction(40))))
FALLING = Trajectory(((2020, Fraction(30)), (2025, Fraction(20))))


def through(base: str, goal: str) -> Trajectory:
    """The straight road of a five-year plan."""
    return Trajectory(((2020, Fraction(base)), (2025, Fraction(goal))))


@pytest.mark.parametrize(
    ("road", "year", "expected"),
    [
        (FIRMS, 2020, "200"),
        (FIRMS, 2021, "240"),
        (FIRMS, 2023, "320"),
        (FIRMS, 2025, "400"),
        (FALLING, 2021, "28"),
        (FALLING, 2024, "22"),
        (BENT, 2021, "5"),
        (BENT, 2022, "10"),
        (BENT, 2023, "20"),
        (BENT, 2024, "30"),
        (FIRMS, 2019, "200"),
        (FIRMS, 2026, "400"),
        (BENT, 2030, "40"),
        (through("2.20", "2.5"), 2021, "2.26"),
        (through("1", "2"), 2022, "7/5"),
    ],
)
def test_expected_lies_on_the_road(road: Trajectory, year: int, expected: str) -> None:
    assert road.expected(year) == Fraction(expected)


@pytest.mark.parametrize(
    ("road", "value", "share"),
    [
        (FIRMS, "200", "0"),
        (FIRMS, "300", "1/2"),
        (FIRMS, "400", "1"),
        (FIRMS, "420", "11/10"),
        (FIRMS, "190", "-1/20"),
        (FALLING, "27", "3/10"),
        (FALLING, "31", "-1/10"),
        (through("13.1", "30"), "22", "89/169"),
    ],
)
def test_share_is_the_part_of_the_way(road: Trajectory, value: str, share: str) -> None:
    assert road.share(Fraction(value)) == Fraction(share)


@pytest.mark.parametrize(
    ("road", "year", "elapsed"),
    [
        (FIRMS, 2020, "0"),
        (FIRMS, 2023, "3/5"),
        (FIRMS, 2025, "1"),
        (Trajectory(((2019, Fraction(0)), (2022, Fraction(1)))), 2021, "2/3"),
    ],
)
def test_elapsed_is_the_part_of_the_time(road: Trajectory, year: int, elapsed: str) -> None:
    assert road.elapsed(year) == Fraction(elapsed)


@pytest.mark.parametrize(
    ("road", "year", "value", "pace"),
    [
        # 1 to 32 doubles every year; 8 after three years has doubled every year.
        (through("1", "32"), 2023, "8", "1"),
        # 1 to 1024 is four times a year, 300 % growth; 8 in three years is 100 %.
        (through("1", "1024"), 2023, "8", "0.3333333333333333333333333333"),
        (through("1", "32"), 2023, "1", "0"),
        # Halving every year, both ways round; -1 to -32 is the mirror of 1 to 32.
        (through("32", "1"), 2023, "4", "1"),
        (through("-1", "-32"), 2023, "-8", "1"),
        # 1 to 32 asks for +100 % a year; 1/8 in three years is -50 % a year.
        (through("1", "32"), 2023, "1/8", "-0.5"),
    ],
)
def test_compound_pace_is_growth_over_growth(
    road: Trajectory, year: int, value: str, pace: str
) -> None:
    found = compound_pace(road, year, Fraction(value))
    assert found is not None
    assert abs(found - Decimal(pace)) < Decimal("1E-25")


@pytest.mark.parametrize(
    ("road", "value"),
    [
        (through("0", "30"), "10"),
        (through("30", "0"), "10"),
        (through("10", "30"), "0"),
        (through("-10", "30"), "10"),
        (through("10", "-30"), "10"),
        (through("10", "30"), "-1"),
        (through("-30", "-10"), "1"),
        (through("10", "10"), "12"),
    ],
    ids=lambda v: str(v) if isinstance(v, str) else f"{v.start[1]} to {v.end[1]}",
)
def test_compound_pace_is_undefined_at_zero_across_signs_and_on_the_flat(
    road: Trajectory, value: str
) -> None:
    assert compound_pace(road, 2023, Fraction(value)) is None


values = st.fractions(-1000, 1000, max_denominator=1000)


@st.composite
def roads(draw: st.DrawFn) -> Trajectory:
    years = sorted(draw(st.sets(st.integers(2000, 2050), min_size=2, max_size=5)))
    return Trajectory(tuple((year, draw(values)) for year in years))


@PROPERTY
@given(roads())
def test_a_road_passes_through_its_points(road: Trajectory) -> None:
    assert all(road.expected(year) == value for year, value in road.points)


@PROPERTY
@given(roads(), st.integers(1990, 2060))
def test_a_road_stays_between_the_neighbours_of_a_year(road: Trajectory, year: int) -> None:
    before = [v for y, v in road.points if y <= year][-1:]
    after = [v for y, v in road.points if y >= year][:1]
    neighbours = before + after
    assert min(neighbours) <= road.expected(year) <= max(neighbours)


@PROPERTY
@given(st.lists(values, min_size=2, max_size=5).map(sorted))
def test_a_road_rises_where_its_points_rise(heights: list[Fraction]) -> None:
    road = Trajectory(tuple(zip(range(2020, 2040, 3), heights, strict=False)))
    expected = [road.expected(year) for year in range(2018, 2036)]
    assert expected == sorted(expected)
