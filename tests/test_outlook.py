"""The odds against an independent computation, and what it would take from here."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdzplan.actuals import Status
from jdzplan.judging.assessment import Outlook
from jdzplan.judging.outlook import t_share
from jdzplan.plan import Indicator, Path
from tests.builders import a_plan, a_target, an_actual, an_indicator, judge

PROPERTY = settings(derandomize=True, max_examples=200, deadline=None)

RD = an_indicator("2.20", "at_least 2.5", kind="measured")
FIRMS = an_indicator("200", "at_least 400")
LOSS = an_indicator("100", "at_most 60", kind="measured", better="lower")
BARE = an_indicator(None, "at_least 50", kind="measured")
TOTAL = an_indicator(None, a_target("at_least 50", form="cumulative", figures="flows"))


def looked(indicator: Indicator, figures: dict[int, str]) -> Outlook | None:
    """The outlook from the last of some figures."""
    return judge(indicator, max(figures), figures).outlook


@pytest.mark.parametrize(
    ("indicator", "figures", "probability", "projected", "low", "high"),
    [
        # Computed with scipy 1.17 (stats.t.cdf, stats.t.ppf at .9) and numpy's std(ddof=1).
        (RD, {2021: "2.25", 2022: "2.31", 2023: "2.37"}, 0.1667, "2.48333", 2.45849, 2.50818),
        (RD, {2021: "2.28", 2022: "2.30", 2023: "2.37"}, 0.4207, "2.48333", 2.345, 2.62167),
        (FIRMS, {2021: "230", 2022: "280"}, 0.5, "400", 251.00229, 548.99771),
        # A gap of two years gives one change, 44 a year.
        (FIRMS, {2021: "230", 2023: "318"}, 0.4005, "392", 315.83122, 468.16878),
        (LOSS, {2021: "95", 2022: "80", 2023: "76"}, 0.5, "60", 33.82396, 86.17604),
        (
            an_indicator("13.1", "at_least 30", kind="measured"),
            {2021: "15", 2022: "21", 2023: "22", 2024: "27.9"},
            0.6539,
            "31.6",
            25.59358,
            37.60642,
        ),
        # The running totals 0, 8, 20 of a count from zero; and without a baseline.
        (TOTAL, {2021: "8", 2022: "12"}, 0.5, "50", 20.20046, 79.79954),
        (BARE, {2021: "30", 2022: "33", 2023: "41"}, 0.5708, "52", 24.79686, 79.20314),
        # Met early, the odds are those of keeping it.
        (FIRMS, {2021: "230", 2022: "420"}, 0.7339, "750", -441.98171, 1941.98171),
    ],
)
def test_odds_are_those_of_an_independent_computation(
    indicator: Indicator,
    figures: dict[int, str],
    probability: float,
    projected: str,
    low: float,
    high: float,
) -> None:
    found = looked(indicator, figures)
    assert found is not None
    assert round(found.probability, 4) == probability
    assert abs(found.projected - Fraction(projected)) < Fraction(1, 100_000)
    assert (round(found.low, 5), round(found.high, 5)) == (low, high)
    assert not found.is_constant
    assert not found.has_sample


@pytest.mark.parametrize(
    ("figures", "probability"),
    [
        ({2021: "240", 2022: "280"}, 0.99),  # 40 a year lead to 400 in 2025
        ({2021: "239", 2022: "278"}, 0.01),  # 39 a year lead to 395
    ],
)
def test_constant_changes_are_as_sure_as_anything_is(
    figures: dict[int, str], probability: float
) -> None:
    found = looked(FIRMS, figures)
    assert found is not None
    assert (found.probability, found.is_constant) == (probability, True)
    assert found.low == found.high == float(found.projected)
    fallen = {year: str(-int(value)) for year, value in figures.items()}
    mirrored = an_indicator("-200", "at_most -400", kind="measured", better="lower")
    other = looked(mirrored, fallen)
    assert other is not None
    assert other.probability == probability


def test_a_band_has_odds_from_both_sides() -> None:
    band = an_indicator("10", "between 15 20", kind="measured", better="within")
    found = looked(band, {2021: "11", 2022: "13"})
    # Projected 17.5, spread 1.25 * 0.70711 * sqrt(3 + 9/2): F((20 - 17.5) / 2.42061), one degree.
    assert found is not None
    share = t_share(2.5 / (1.25 * 0.5**0.5 * 7.5**0.5), 1)
    assert abs(found.probability - (2 * share - 1)) < 1e-12
    assert round(found.probability, 3) == 0.51


@pytest.mark.parametrize(
    ("indicator", "figures"),
    [
        (FIRMS, {2021: "240"}),  # one change
        (FIRMS, {2021: "240", 2022: ">=280", 2023: "300"}),  # a bound among them
        (FIRMS, {2023: "300", 2024: "350", 2025: "399"}),  # the year has come
        (an_indicator("9", "at_most 2", kind="rank", better="lower"), {2021: "8", 2022: "5"}),
        (an_indicator("1", a_target("at_least 2", form="every_year")), {2021: "2", 2022: "3"}),
        (an_indicator("0", a_target("at_least 4", form="named_set")), {2021: "1", 2022: "3"}),
        (an_indicator(assess=False, assess_reason={"en": "?"}), {2021: "240", 2022: "280"}),
    ],
)
def test_where_there_are_no_odds(indicator: Indicator, figures: dict[int, str]) -> None:
    assert looked(indicator, figures) is None


def test_an_earlier_year_knows_nothing_of_later_ones() -> None:
    figures = {2021: "230", 2022: "280", 2023: "100"}
    assert judge(FIRMS, 2022, figures).outlook == looked(FIRMS, {2021: "230", 2022: "280"})
    assert judge(FIRMS, 2024, figures).outlook is None


def test_a_sample_among_the_figures_is_told() -> None:
    sample = an_actual(2021, "230", status=Status.SAMPLE)
    done = judge(FIRMS, 2022, {2021: sample, 2022: "280"})
    assert done.outlook is not None
    assert done.outlook.has_sample


def test_a_break_in_the_series_ends_the_changes() -> None:
    """Only 2022, 2023 and 2024 are of one basis: 20 and 30, on their way to 370 + 25."""
    bases = {2021: "old", 2022: None, 2023: "new", 2024: "new"}
    values = {2021: "900", 2022: "320", 2023: "340", 2024: "370"}
    figures = {y: an_actual(y, v, basis=bases[y]) for y, v in values.items()}
    found = judge(FIRMS, 2024, figures).outlook
    assert found is not None
    assert (found.changes, found.projected) == (2, Fraction(395))
    broken = {y: an_actual(y, values[y], basis=b) for y, b in {2023: "a", 2024: "b"}.items()}
    assert judge(FIRMS, 2024, broken).outlook is None
    of_baseline = an_indicator("200", "at_least 400", baseline_basis="old")
    assert judge(of_baseline, 2023, {2022: "320", 2023: figures[2023]}).outlook is None


@PROPERTY
@given(st.lists(st.integers(0, 600), min_size=2, max_size=4), st.integers(1, 50))
def test_odds_grow_with_the_last_figure_and_scale(values: list[int], more: int) -> None:
    figures = {2021 + i: str(value) for i, value in enumerate(values)}
    found = looked(FIRMS, figures)
    tenfold = looked(
        an_indicator("2000", "at_least 4000"), {y: v + "0" for y, v in figures.items()}
    )
    assert found is not None
    assert tenfold is not None
    assert 0.01 <= found.probability <= 0.99
    assert abs(found.probability - tenfold.probability) < 1e-9
    easier = looked(an_indicator("200", f"at_least {400 - more}"), figures)
    assert easier is not None
    assert easier.probability >= found.probability


@pytest.mark.parametrize(
    ("indicator", "figures", "factor", "reached"),
    [
        # 0.13 in two years against 0.17 in three: 0.065 / 0.05667; 2.5 at 0.05667 a year in 2.3.
        (RD, {2023: "2.37"}, Fraction(39, 34), 2026),
        (FIRMS, {2022: "300"}, Fraction(2, 3), 2024),
        (FIRMS, {2023: "320"}, Fraction(1), 2025),
        (FIRMS, {2023: "200"}, None, None),
        (FIRMS, {2023: "190"}, None, None),
        (FIRMS, {2025: "390"}, None, 2026),  # 10 at 38 a year
        (LOSS, {2023: "91"}, Fraction(31, 6), 2034),  # 31 at 3 a year in 10.3
        (
            an_indicator("200", "more_than 400", kind="measured"),
            {2022: "300"},
            Fraction(2, 3),
            2025,
        ),
        (BARE, {2023: "41"}, None, None),
    ],
)
def test_what_it_would_take(
    indicator: Indicator, figures: dict[int, str], factor: Fraction | None, reached: int | None
) -> None:
    numbers = judge(indicator, max(figures), figures).numbers
    assert (numbers.acceleration, numbers.reached_in) == (factor, reached)


def test_what_it_would_take_in_growth() -> None:
    plan = a_plan(FIRMS).judged_on(Path.COMPOUND)
    numbers = judge(plan, 2023, {2023: "298"}).numbers
    # 14.218 % a year so far, 15.858 % from here; ln(400 / 298) / ln(1.14218) = 2.21 years.
    assert numbers.acceleration is not None
    assert round(numbers.acceleration, 3) == Fraction("1.115")
    assert numbers.reached_in == 2026
    saved = an_indicator(
        None, a_target("at_least 13.5", form="cumulative_reduction", figures="rates"), unit="%"
    )
    # 1 - 0.97 * 0.98 = 4.94 %, 2.501 % a year; 0.865 / 0.9506 needs 3.096 % a year for three years;
    # at 2.501 % it takes ln(0.90995) / ln(0.97499) = 3.73 years.
    numbers = judge(saved, 2022, {2021: "3.0", 2022: "2.0"}).numbers
    assert numbers.acceleration is not None
    assert round(numbers.acceleration, 3) == Fraction("1.238")
    assert numbers.reached_in == 2026
    assert judge(saved, 2021, {2021: "0.0"}).numbers.reached_in is None
    doubled = judge(plan, 2025, {2025: "400"}).numbers
    assert (doubled.acceleration, doubled.reached_in) == (None, None)


def test_whole_years_stay_whole() -> None:
    plan = a_plan(an_indicator("100", "at_least 121", kind="measured")).judged_on(Path.COMPOUND)
    done = judge(plan, 2021, {2021: "110"})
    assert done.numbers.reached_in == 2022
