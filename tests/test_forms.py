"""Totals, reductions, growth, named sets and second readings: each form comes down to a bound."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdzplan.actuals import Status
from jdzplan.judging.assessment import Assessment
from jdzplan.plan import Indicator, Path, Plan, Policy
from jdzplan.verdicts import Reason
from tests.builders import a_figure, a_plan, a_target, an_actual, an_indicator, in_words, judge

Figures = Mapping[int, Any]


def years(*values: str | Reason | None) -> Figures:
    """Values of 2021 and after; None where nothing was filed."""
    return {year: v for year, v in enumerate(values, start=2021) if v is not None}


def total(bound: str = "at_least 50", figures: str = "flows", **overrides: Any) -> Indicator:
    return an_indicator(None, a_target(bound, form="cumulative", figures=figures), **overrides)


def reduction(bound: str, figures: str, baseline: str | None = None, **more: Any) -> Indicator:
    target = a_target(bound, form="cumulative_reduction", figures=figures)
    return an_indicator(baseline, target, **({"kind": "measured", "unit": "%"} | more))


def growth(bound: str, figures: str, baseline: str | None = None, **more: Any) -> Indicator:
    target = a_target(bound, form="average_growth", figures=figures)
    return an_indicator(baseline, target, **({"kind": "measured", "unit": "亿元"} | more))


def value(done: Assessment) -> Fraction | None:
    return done.actual.figure.fraction if done.actual and done.actual.figure else None


# 50 platforms in five years are 10 a year: 20 by 2022, 30 by 2023, 40 by 2024.
TOTALS = [
    (2021, years("13"), "ahead"),  # 13 / 50 over 1 / 5 = 1.30
    (2021, years("12"), "on_track"),
    (2022, years("12", "8"), "on_track"),  # 20 of 50 in two of five years
    (2022, years("12", "6"), "lagging"),  # 18 / 50 over 2 / 5 = 0.90
    (2023, years("10", "5", "0"), "behind"),  # 15 / 50 over 3 / 5 = 0.50
    (2023, years("0", "0", "0"), "behind"),
    (2022, years("30", "20"), "achieved"),
    (2025, years("10", "10", "10", "10", "10"), "achieved"),
    (2025, years("10", "10", "10", "10", "9"), "missed"),
    # A missing year makes the sum a lower bound.
    (2023, years("30", None, "25"), "achieved +bounded"),
    (2023, years("10", Reason.NO_DATA, "5"), "not_assessed(missing_years)"),
    (2023, years("30", Reason.NO_DATA, "5"), "on_track +bounded"),  # 35 of 50 at least
    (2025, years("10", None, "10", "10", "10"), "not_assessed(missing_years)"),
    (2025, years("10", None, "10", "10", "30"), "achieved +bounded"),
    # So does the year itself; what was built before stands.
    (2023, years("10", "10"), "not_assessed(not_reported)"),
    (2023, years("10", "10", Reason.NOT_YET_PUBLISHED), "not_assessed(not_yet_published)"),
    (2023, years("30", "25"), "achieved +bounded"),
    (2021, {}, "not_assessed(not_reported)"),
    (2021, years(Reason.NO_DATA), "not_assessed(no_data)"),
    # Only the plan's own years count.
    (2021, {2020: "40", 2021: "10"}, "on_track"),
    # Bounds of the parts add up.
    (2021, years(">=50"), "achieved +bounded"),
    (2022, years(">=30", "20"), "achieved +bounded"),
    (2022, years("<30", "20"), "not_assessed(bounds_disagree)"),
    (2022, years("10..12", "20"), "ahead +bounded"),  # 30 to 32: 30 / 50 over 2 / 5 = 1.5
    (2022, years("~12", "8"), "on_track +approximate"),
    (2022, years(">=10", "<=10"), "not_assessed(bounds_disagree)"),
]


@pytest.mark.parametrize(("year", "figures", "expected"), TOTALS)
def test_yearly_numbers_are_added_up(year: int, figures: Figures, expected: str) -> None:
    assert in_words(judge(total(), year, figures)) == expected


def test_the_parts_of_a_total_are_shown() -> None:
    done = judge(total(), 2023, years("12", None, "8"))
    assert value(done) == 20
    assert done.actual is not None
    assert [(p.year, str(p.figure.value)) for p in done.actual.parts if p.figure] == [
        (2021, "12"),
        (2023, "8"),
    ]
    assert done.baseline == (2020, Decimal(0))


def test_a_total_is_as_unsettled_as_its_parts() -> None:
    figures = {
        2021: an_actual(2021, "10", status=Status.SAMPLE),
        2022: an_actual(2022, "10", status=Status.FINAL),
    }
    assert in_words(judge(total(), 2022, figures)) == "on_track +sample"
    figures[2021] = an_actual(2021, "10", status=Status.PRELIMINARY)
    assert in_words(judge(total(), 2022, figures)) == "on_track +provisional"


@pytest.mark.parametrize(
    ("year", "figures", "expected"),
    [
        (2022, years("9", "20"), "on_track"),
        (2022, years(None, "20"), "on_track"),  # earlier years are inside the total
        (2023, years("9", "20"), "not_assessed(not_reported)"),
        (2025, years(None, None, None, None, "49"), "missed"),
        (2025, years(None, None, None, None, "50"), "achieved"),
    ],
)
def test_running_totals_are_taken_as_they_are(year: int, figures: Figures, expected: str) -> None:
    assert in_words(judge(total(figures="running"), year, figures)) == expected


def test_the_rounding_of_the_parts_adds_up() -> None:
    # 3 * 2 = 6.00 of 10.5 in three of five years: pace 0.952...; the three parts may each be
    # 0.05 less, 5.85 / 10.5 / 0.6 = 0.928...
    indicator = total("at_least 10.5", kind="measured", unit="亿元")
    done = judge(indicator, 2023, years("2.0", "2.0", "2.0"))
    assert in_words(done) == "on_track +rounding_sensitive"
    assert [v.value for v in done.alternatives] == ["on_track", "lagging"]
    assert done.numbers.pace == Fraction(6) / Fraction("10.5") / Fraction(3, 5)


# 1 - 0.97 ** 5 = 14.127 %: five years of 3 % are not 15 %.
@pytest.mark.parametrize(
    ("indicator", "year", "figures", "expected"),
    [
        (reduction("at_least 15", "rates"), 2025, years("3", "3", "3", "3", "3"), "missed"),
        (reduction("at_least 14.1", "rates"), 2025, years("3", "3", "3", "3", "3"), "achieved"),
        (reduction("at_least 15", "rates"), 2021, years("3.0"), "on_track"),  # 3 / 15 over 1 / 5
        (reduction("at_least 15", "rates"), 2021, years("2.0"), "lagging"),  # 2 / 3 = 0.67
        (reduction("at_least 15", "rates"), 2021, years("1.0"), "behind"),
        (reduction("at_least 15", "rates"), 2021, years("-1.0"), "deteriorating"),
        (reduction("at_least 15", "rates"), 2022, years("3", None), "not_assessed(not_reported)"),
        (reduction("at_least 15", "rates"), 2022, years(None, "3"), "not_assessed(missing_years)"),
        (
            reduction("at_least 15", "rates"),
            2023,
            years("3", Reason.NO_DATA, "3"),
            "not_assessed(missing_years)",
        ),
        (reduction("at_least 15", "rates"), 2021, years(Reason.NO_DATA), "not_assessed(no_data)"),
        (
            reduction("at_least 15", "rates"),
            2022,
            years(Reason.NOT_YET_PUBLISHED, Reason.NO_DATA),
            "not_assessed(no_data)",
        ),
        (reduction("at_least 15", "rates"), 2021, years(">=3"), "on_track"),
        (reduction("at_least 15", "rates"), 2021, years("2.9..3.9"), "on_track"),
        (reduction("at_least 15", "rates"), 2021, years("2..3"), "not_assessed(bounds_disagree)"),
        (reduction("at_least 15", "rates"), 2022, years(">=3", "<=3"), "bounds_disagree"),
        # From levels: 0.425 of 0.500 is 15 % less.
        (reduction("at_least 15", "levels", "0.500"), 2025, years("0.425"), "not_assessed("),
        (
            reduction("at_least 15", "levels", "0.500"),
            2025,
            {2025: "0.425"},
            "achieved",
        ),
        (reduction("at_least 15", "levels", "0.500"), 2025, {2025: "0.426"}, "missed"),
        (reduction("at_least 15", "levels", "0.500"), 2023, {2023: "0.455"}, "on_track"),  # 9 %
        (reduction("at_least 15", "levels", "0.500"), 2023, {2023: "0.510"}, "deteriorating"),
        (reduction("at_least 15", "levels"), 2023, {2023: "0.455"}, "definition_incomplete"),
        (reduction("at_least 15", "levels", "0"), 2023, {2023: "0.455"}, "growth_undefined"),
        (reduction("at_least 15", "levels", "0.5"), 2023, {2023: "<0.455"}, "on_track"),
        (reduction("at_least 15", "levels", "0.5"), 2023, {2023: ">=0.455"}, "bounds_disagree"),
        (reduction("at_least 15", "levels", "0.5"), 2023, {2023: "0.440..0.455"}, "on_track"),
        (
            reduction("at_least 15", "levels", "0.500"),
            2023,
            {2023: Reason.NOT_YET_PUBLISHED},
            "not_yet_published",
        ),
        # Running: per cent since the baseline, as filed.
        (reduction("at_least 15", "running"), 2023, {2023: "9.0"}, "on_track"),
        (reduction("at_least 15", "running"), 2025, {2025: "14.9"}, "missed"),
    ],
)
def test_reductions_are_compounded(
    indicator: Indicator, year: int, figures: Figures, expected: str
) -> None:
    told = in_words(judge(indicator, year, figures)).split(" ")[0]
    assert expected in told if "(" not in told else expected.rstrip("(") in told


def test_a_reduction_shows_what_it_was_made_of() -> None:
    done = judge(reduction("at_least 15", "rates"), 2022, years("3.0", "4.0"))
    assert value(done) == 100 * (1 - Fraction(97, 100) * Fraction(96, 100))  # 6.88
    assert done.actual is not None
    assert [part.year for part in done.actual.parts] == [2021, 2022]
    # (6.88 / 15) / (2 / 5) = 1.1466...
    assert done.numbers.pace == Fraction("6.88") / 15 / Fraction(2, 5)


def test_the_rounding_of_rates_is_compounded() -> None:
    # 2.9 of 15 in a fifth of the time: pace 0.9667; 2.85 gives 0.95, 2.95 gives 0.983.
    assert in_words(judge(reduction("at_least 15", "rates"), 2021, years("2.9"))) == "on_track"
    done = judge(reduction("at_least 15", "rates"), 2021, years("2.87"))
    assert in_words(done) == "on_track"  # 2.865 / 3 = 0.955
    done = judge(reduction("at_least 15", "rates"), 2021, years("3"))
    assert in_words(done) == "on_track +rounding_sensitive"  # 2.5 / 3 = 0.83
    assert [v.value for v in done.alternatives] == ["on_track", "lagging"]


# 100 at 10 % a year: 110, 121, 133.1, 146.41, 161.051.
@pytest.mark.parametrize(
    ("year", "level", "expected"),
    [
        (2025, "161.051", "achieved"),
        (2025, "161.05", "missed"),
        (2022, "121.00", "on_track"),
        (2022, "123", "on_track"),  # growth 10.905 %: 1.09
        (2022, "128", "ahead"),  # 13.137 %: 1.31
        (2022, "117", "lagging"),  # 8.167 %: 0.82
        (2022, "110", "behind"),  # 4.88 %
        (2022, "99", "deteriorating"),
        (2022, "0", "deteriorating"),
        (2022, "-5", "not_assessed"),
        (2022, "162", "achieved"),
    ],
)
def test_mean_growth_of_levels_is_geometric(year: int, level: str, expected: str) -> None:
    done = judge(growth("at_least 10", "levels", "100.000"), year, {year: level})
    assert done.verdict == expected


def test_mean_growth_is_shown_beside_the_levels() -> None:
    done = judge(growth("at_least 10", "levels", "100.000"), 2022, {2022: "121.000"})
    assert done.path is Path.COMPOUND
    assert done.target.bound == ("at_least", Decimal("161.051"), None)
    assert done.numbers.growth is not None
    assert done.numbers.needed_growth is not None
    assert done.numbers.expected is not None
    assert done.numbers.pace is not None
    assert round(done.numbers.growth, 20) == 10
    assert round(done.numbers.needed_growth, 20) == 10
    assert round(done.numbers.expected, 20) == 121
    assert round(Fraction(done.numbers.pace), 20) == 1
    assert round(done.numbers.projected or 0, 20) == Fraction("161.051")


@pytest.mark.parametrize(
    ("indicator", "figures", "expected"),
    [
        # 1.1 * 1.1 is met by 12 % and 8 %? No: 1.12 * 1.08 = 1.2096, a mean of 9.98 %.
        (growth("at_least 10", "rates"), years("12.0", "8.0"), "on_track"),
        (growth("at_least 10", "rates"), years("30.0", "-10.0"), "lagging"),  # 1.17, 8.17 %
        (growth("at_least 10", "rates"), years("5.0"), "not_assessed(not_reported)"),
        (growth("at_least 10", "rates"), years(None, "5.0"), "not_assessed(missing_years)"),
        (growth("at_least 10", "rates"), years(">5", "6"), "not_assessed(bounds_disagree)"),
        (growth("at_least 10", "levels"), years("1", "2"), "not_assessed(definition_incomplete)"),
        (growth("at_least 10", "levels", "0"), years("1", "2"), "not_assessed(growth_undefined)"),
        (growth("at_least 10", "levels", "-1"), years("1", "2"), "not_assessed(growth_undefined)"),
        (growth("at_least -100", "levels", "9"), years("1", "2"), "not_assessed(growth_undefined)"),
    ],
)
def test_mean_growth_needs_what_it_is_made_of(
    indicator: Indicator, figures: Figures, expected: str
) -> None:
    assert in_words(judge(indicator, 2022, figures)).split(" ")[0] == expected


def test_rates_of_the_whole_period_are_never_averaged() -> None:
    # The mean of +60 and -40 is 10 %, but 1.6 * 0.6 = 0.96 is a loss.
    indicator = growth("at_least 0", "rates")
    done = judge(indicator, 2022, years("60", "-40"))
    assert done.verdict == "regressed"  # 100 held, then lost
    assert value(done) == 96


@pytest.mark.parametrize(("form", "kind"), [("average_growth", "levels"), ("average_growth", None)])
def test_growth_at_a_rate_that_is_not_known_waits_for_it(form: str, kind: str | None) -> None:
    indicator = an_indicator("100", {"form": form, "figures": kind}, kind="measured")
    done = judge(indicator, 2023, {2023: "130"})
    if kind is None:
        assert (done.reason, done.lacking) == (Reason.DEFINITION_INCOMPLETE, "target.figures")
    else:
        assert (done.reason, done.lacking) == (
            Reason.EXTERNAL_STANDARD_MISSING,
            "target.at_least",
        )


@pytest.mark.parametrize("form", ["cumulative", "cumulative_reduction", "average_growth"])
def test_what_is_filed_must_be_said(form: str) -> None:
    done = judge(an_indicator("100", a_target("at_least 5", form=form)), 2023, {2023: "130"})
    assert in_words(done) == "not_assessed(definition_incomplete)"
    assert done.lacking == "target.figures"
    assert done.actual is not None


def test_rounding_moves_a_target_that_hangs_on_its_baseline() -> None:
    # 2.0 doubles to 4.0; 3.1 in 2023 is a share of 0.55, pace 0.917. With a baseline of 1.95 the
    # target is 3.9: (3.1 - 1.95) / 1.95 / 0.6 = 0.983.
    target = a_target("at_least 2", times_baseline=True)
    indicator = an_indicator("2.0", target, kind="measured", unit="亿元")
    done = judge(indicator, 2023, {2023: "3.1"})
    assert in_words(done) == "lagging +rounding_sensitive +method_disagreement"
    assert [v.value for v in done.alternatives] == ["on_track", "lagging"]
    assert done.target.bound == ("at_least", Decimal("4.0"), None)


@pytest.mark.parametrize(
    ("baseline", "actual", "absolute", "doubling"),
    [
        ("200", "400", "achieved", "achieved"),
        ("205", "400", "achieved", "missed"),  # 400 / 205 = 1.951
        ("195", "395", "missed", "achieved"),
    ],
)
def test_the_twins_part_when_the_baseline_moves(
    baseline: str, actual: str, absolute: str, doubling: str
) -> None:
    reading = {
        "name": {"zh": "翻倍"},
        "target": a_target("at_least 2", times_baseline=True),
    }
    indicator = an_indicator(baseline, readings={"doubling": reading})
    done = judge(indicator, 2025, {2025: actual})
    assert done.verdict == absolute
    (other,) = done.readings
    assert (other.reading, other.verdict) == ("doubling", doubling)


def test_a_multiple_of_no_baseline_is_incomplete() -> None:
    indicator = an_indicator(None, a_target("at_least 2", times_baseline=True))
    done = judge(indicator, 2025, {2025: "400"})
    assert in_words(done) == "not_assessed(definition_incomplete)"
    assert done.lacking == "baseline"


def platforms(**more: Any) -> Plan:
    """50 in place at the end; or 50 newly built, which a series of its own holds."""
    reading = {
        "name": {"en": "newly built"},
        "filed_as": "new",
        "target": a_target("at_least 50", form="cumulative", figures="flows"),
    }
    return a_plan(
        an_indicator(None, a_target("at_least 50"), readings={"new": reading}, **more),
    )


def test_stock_and_newly_built_are_both_judged() -> None:
    # 52 in place, 31 of them built since 2021.
    built = {"new": years("5", "6", "7", "6", "7")}
    done = judge(platforms(), 2025, {2025: "52"}, others=built)
    assert (done.verdict, done.readings[0].verdict) == ("achieved", "missed")
    assert value(done.readings[0]) == 31


def firms(bound: str | None = None, **more: Any) -> Indicator:
    """Five named firms."""
    target = {"form": "named_set"} | (a_target(bound) if bound else {})
    members = {name: {"zh": name} for name in "abcde"}
    return an_indicator(more.pop("baseline", None), target, members=members, **more)


def answers(text: str, year: int = 2024) -> dict[str, Figures]:
    """`yyy-n`: the answer of each member in turn; `-` where none was filed."""
    said = {"y": "是", "n": "否"}
    return {
        f"x/{name}": {year: a_figure(str(int(word == "y")), printed=said[word])}
        for name, word in zip("abcde", text, strict=True)
        if word != "-"
    }


@pytest.mark.parametrize(
    ("indicator", "year", "said", "expected"),
    [
        (firms(), 2024, "yyyyy", "achieved"),
        (firms(), 2024, "yyyyn", "not_assessed(no_baseline)"),
        (firms(), 2025, "yyyyn", "missed"),
        (firms(), 2025, "yyyyy", "achieved"),
        (firms(), 2025, "yyyy-", "not_assessed(missing_members)"),
        (firms(), 2025, "yyyn-", "missed +bounded"),
        (firms(), 2024, "yyyn-", "not_assessed(no_baseline)"),
        (firms(), 2025, "-----", "not_assessed(not_reported)"),
        (firms("at_least 4"), 2024, "yyyyn", "achieved"),
        (firms("at_least 1"), 2024, "y----", "achieved +bounded"),
        (firms("at_least 1"), 2025, "nnnnn", "missed"),
    ],
)
def test_members_are_counted(indicator: Indicator, year: int, said: str, expected: str) -> None:
    assert in_words(judge(indicator, year, {}, others=answers(said, year))) == expected


def test_a_set_shows_how_many_of_how_many() -> None:
    done = judge(firms(), 2024, {}, others=answers("yyyyn"))
    assert value(done) == 4
    assert done.target.bound == ("at_least", Decimal(5), None)
    assert done.actual is not None
    assert len(done.actual.parts) == 5
    assert done.numbers.distance == 1


@pytest.mark.parametrize(
    ("filed", "said", "expected"),
    [
        ("4", "yyyyy", 4),  # what was filed for the set itself counts
        (Reason.NOT_REPORTED, "yyyyy", 5),  # an empty cell is no figure
        (Reason.NO_DATA, "yyyyy", None),
    ],
)
def test_a_filed_number_goes_before_the_members(
    filed: str | Reason, said: str, expected: int | None
) -> None:
    assert value(judge(firms(), 2024, {2024: filed}, others=answers(said))) == expected


def test_a_set_without_members_or_number_is_incomplete() -> None:
    done = judge(an_indicator(None, {"form": "named_set"}), 2025, {2025: "4"})
    assert in_words(done) == "not_assessed(definition_incomplete)"
    assert done.lacking == "members"


def test_members_count_at_the_baseline_only_if_the_plan_says_so() -> None:
    indicator = firms(baseline="1")
    # (3 - 1) / (5 - 1) over 3 / 5 = 0.83
    said = answers("yyynn", 2023)
    assert in_words(judge(indicator, 2023, {}, others=said)).startswith("lagging")


def compound(indicator: Indicator) -> Plan:
    plan = a_plan(indicator)
    return plan.model_copy(update={"policy": Policy(path=Path.COMPOUND)})


@pytest.mark.parametrize(
    ("indicator", "figure", "verdict", "path"),
    [
        # 200 to 400: 2023 is expected at 200 * 2 ** 0.6 = 303.1; 298 has grown 14.22 % a year
        # of 14.87 % required, 0.956; on the straight line it is 98 / 120 = 0.817.
        (an_indicator("200"), "298", "on_track +method_disagreement", "compound"),
        (an_indicator(None), "300", "not_assessed(no_baseline)", "compound"),
    ],
)
def test_the_policy_may_ask_for_equal_growth(
    indicator: Indicator, figure: str, verdict: str, path: str
) -> None:
    done = judge(compound(indicator), 2023, {2023: figure})
    assert (in_words(done).replace(" +rounding_sensitive", ""), done.path) == (verdict, path)


@given(st.lists(st.integers(0, 40), min_size=5, max_size=5), st.integers(2021, 2025))
def test_a_total_never_falls_and_scales(flows: list[int], year: int) -> None:
    one = judge(total(), year, years(*map(str, flows)))
    ten = judge(total("at_least 500"), year, years(*(str(10 * flow) for flow in flows)))
    assert value(one) == sum(flows[: year - 2020])
    assert one.verdict == ten.verdict


@given(st.permutations(["8.0", "9.0", "12.0"]))
def test_the_order_of_growth_rates_does_not_matter(rates: list[str]) -> None:
    done = judge(growth("at_least 10", "rates"), 2023, years(*rates))
    assert value(done) == 100 * Fraction("1.08") * Fraction("1.09") * Fraction("1.12")


def test_after_the_target_year_its_verdict_stands_in_every_form() -> None:
    indicator = an_indicator(
        None, a_target("at_least 30", form="cumulative", figures="flows", by=2023)
    )
    done = judge(indicator, 2024, years("10", "10", "9", "50"))
    assert (done.year, in_words(done)) == (2024, "missed")
    assert value(done) == 29


def test_a_member_in_a_bad_row_is_not_a_member_that_nobody_filed() -> None:
    bad = {"x/e": {2025: Reason.ROW_REJECTED}}
    said = answers("yyyy-", 2025)
    done = judge(firms(), 2025, {}, others=said | bad)
    assert in_words(done) == "not_assessed(row_rejected)"
    assert in_words(judge(firms(), 2025, {}, others=bad)) == "not_assessed(row_rejected)"


def test_the_rate_still_needed_is_compounded_too() -> None:
    # 1 - 0.97 * 0.98 = 4.94 %; 14 % need (0.86 / 0.9506) ** (1 / 3) = 0.96716 a year.
    done = judge(reduction("at_least 14", "rates"), 2022, years("3.0", "2.0"))
    assert done.numbers.growth is not None
    assert done.numbers.needed_growth is not None
    assert round(done.numbers.needed_growth, 3) == Decimal("3.284")
    assert round(done.numbers.growth, 3) == Decimal("2.501")  # 0.9506 ** 0.5 = 0.97499
    last = judge(reduction("at_least 14", "rates"), 2025, years("3", "3", "3", "3", "1"))
    assert last.numbers.needed_growth is None


@pytest.mark.parametrize(
    ("indicator", "unit"),
    [
        (reduction("at_least 15", "levels", "0.5", unit="吨"), "%"),
        (reduction("at_least 15", "rates", unit="%"), "%"),
        (growth("at_least 10", "levels", "100"), "亿元"),
        (growth("at_least 10", "rates", unit="%"), "2020=100"),
    ],
)
def test_values_are_told_in_the_unit_they_are_in(indicator: Indicator, unit: str) -> None:
    assert judge(indicator, 2021, years("0.4")).unit == unit


def test_a_total_of_computed_figures_is_exact_and_shows_six_digits() -> None:
    third = a_figure("3.33333")._replace(exact=Fraction(10, 3), slack=Fraction(0))
    done = judge(total("at_least 50", kind="measured"), 2022, {2021: third, 2022: third})
    assert value(done) == Fraction(20, 3)
    assert done.actual is not None
    assert done.actual.figure is not None
    assert str(done.actual.figure.value) == "6.66667"
