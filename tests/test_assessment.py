"""Verdicts by year: tables worked out by hand, and what holds for every figure there is."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdzplan.actuals import Figure, Qualifier, Status
from jdzplan.judging.assessment import Assessment
from jdzplan.judging.judge import assess
from jdzplan.plan import Bands, Indicator
from jdzplan.verdicts import ORDER, Flag, Reason, Verdict
from tests.builders import a_plan, a_target, actuals_for, an_id, an_indicator, in_words, judge

PROPERTY = settings(derandomize=True, max_examples=200, deadline=None)

Figures = Mapping[int, str | Reason]

RD = an_indicator("2.20", "at_least 2.5", kind="measured")
FIRMS = an_indicator("200", "at_least 400")
CONTRACTS = an_indicator("13.1", "at_least 30", kind="measured")
RANK = an_indicator("2", "at_most 2", kind="rank", better="lower")

# From and to zero, growth rates are undefined: only the pace speaks. In 2023 e = 3/5, so that
# the cut-offs 1.30, 0.95, 0.60 and 0 lie at 78, 57, 36 and 0 per cent of the way.
CLIMB = an_indicator("0", "at_least 100")
FALL = an_indicator("100", "at_most 0", better="lower")
PAST = an_indicator("0", "more_than 100")
UNDER = an_indicator("100", "less_than 0", better="lower")

BELOW = an_indicator("10", "between 15 20", better="within")
ABOVE = an_indicator("30", "between 15 20", better="within")
INSIDE = an_indicator("17", "between 15 20", better="within")


@pytest.mark.parametrize(
    ("year", "value", "expected"),
    [
        (2023, "2.38", "on_track"),
        (2023, "2.37", "lagging +rounding_sensitive +method_disagreement"),
        (2023, "<=2.28", "behind +bounded"),
        (2023, "<=2.40", "not_assessed(bounds_disagree)"),
        (2025, "<2.5", "missed +bounded"),
        (2025, "2.49", "missed"),
        (2025, "2.5", "achieved"),
        (2023, Reason.NO_DATA, "not_assessed(no_data)"),
        (2023, Reason.NOT_YET_PUBLISHED, "not_assessed(not_yet_published)"),
        (2023, Reason.NOT_REPORTED, "not_assessed(not_reported)"),
        (2023, Reason.ROW_REJECTED, "not_assessed(row_rejected)"),
    ],
)
def test_rd_intensity_from_2_20_to_2_5(year: int, value: str | Reason, expected: str) -> None:
    assert in_words(judge(RD, year, {year: value})) == expected


@pytest.mark.parametrize(
    ("year", "figures", "expected"),
    [
        (2023, {2023: "320"}, "on_track"),
        (2023, {2023: "300"}, "lagging +method_disagreement"),
        (2023, {2023: "199"}, "deteriorating"),
        (2022, {2022: "410"}, "achieved"),
        (2022, {2021: "405", 2022: "390"}, "ahead +fell_back"),
        (2025, {2025: "400"}, "achieved"),
        (2025, {2025: "399"}, "missed"),
        (2023, {}, "not_assessed(not_reported)"),
        (2023, {2022: "280", 2024: "360"}, "not_assessed(not_reported)"),
    ],
)
def test_firms_from_200_to_400(year: int, figures: Figures, expected: str) -> None:
    assert in_words(judge(FIRMS, year, figures)) == expected


def test_contracts_from_13_1_to_30_carry_their_arithmetic() -> None:
    done = judge(CONTRACTS, 2023, {2023: "22"})
    assert in_words(done) == "lagging +method_disagreement"
    assert done.baseline == (2020, Decimal("13.1"))
    assert (done.year, done.target_year) == (2023, 2025)
    numbers = done.numbers
    assert numbers.pace_compound is not None
    assert round(numbers.pace_compound, 4) == Decimal("1.0466")
    assert (numbers.share, numbers.elapsed, numbers.pace) == (
        Fraction(89, 169),
        Fraction(3, 5),
        Fraction(445, 507),
    )
    assert (numbers.expected, numbers.gap) == (Fraction("23.24"), Fraction("-1.24"))
    assert (numbers.distance, numbers.needed_per_year) == (Fraction(8), Fraction(4))
    assert numbers.achieved_per_year == Fraction(89, 30)
    assert numbers.projected == Fraction(419, 15)
    assert in_words(judge(CONTRACTS, 2023, {2023: "31.0000"})) == "achieved"


@pytest.mark.parametrize(
    ("year", "value", "expected"),
    [
        (2023, "2", "achieved"),
        (2023, "1", "achieved"),
        (2023, "3", "regressed"),
        (2025, "2", "achieved"),
        (2025, "3", "missed"),
        (2023, "<=2", "achieved +bounded"),
        (2023, ">2", "regressed +bounded"),
        (2023, ">=2", "not_assessed(bounds_disagree)"),
    ],
)
def test_a_rank_to_hold(year: int, value: str, expected: str) -> None:
    assert in_words(judge(RANK, year, {year: value})) == expected


def test_an_exact_tie_belongs_to_the_better_side() -> None:
    done = judge(an_indicator("0", a_target("at_least 30", by=2023)), 2022, {2022: "19"})
    assert done.numbers.pace == Fraction(19, 20)
    assert in_words(done) == "on_track"


@pytest.mark.parametrize(
    ("rising", "falling", "expected"),
    [
        ("100.01", "-0.01", "achieved"),
        ("100", "0", "achieved"),
        ("99.99", "0.01", "ahead"),
        ("78", "22", "ahead"),
        ("77.99", "22.01", "on_track"),
        ("57", "43", "on_track"),
        ("56.99", "43.01", "lagging"),
        ("36", "64", "lagging"),
        ("35.99", "64.01", "behind"),
        ("0", "100", "behind"),
        ("-0.01", "100.01", "deteriorating"),
    ],
)
def test_a_cut_off_belongs_to_the_better_side(rising: str, falling: str, expected: str) -> None:
    assert in_words(judge(CLIMB, 2023, {2023: rising})) == expected
    assert in_words(judge(FALL, 2023, {2023: falling})) == expected


# The same in tenths of a per mille, so that counts stand close beside the cut-offs.
FINE_CLIMB = an_indicator("0", "at_least 10000")
FINE_FALL = an_indicator("10000", "at_most 0", better="lower")


@pytest.mark.parametrize(
    ("rising", "falling", "expected"),
    [
        ("<0", ">10000", "deteriorating +bounded"),
        ("<=0", ">=10000", "behind +bounded"),
        ("<3600", ">6400", "behind +bounded"),
        ("<=3600", ">=6400", "lagging +bounded"),
        ("<5700", ">4300", "lagging +bounded"),
        ("<=5700", ">=4300", "not_assessed(bounds_disagree)"),
        ("<5701", ">4299", "not_assessed(bounds_disagree)"),
        ("<7800", ">2200", "not_assessed(bounds_disagree)"),
        ("<10000", ">0", "not_assessed(bounds_disagree)"),
        (">3600", "<6400", "not_assessed(bounds_disagree)"),
        (">5698", "<4302", "not_assessed(bounds_disagree)"),
        (">=5699", "<=4301", "not_assessed(bounds_disagree)"),
        # A count above 5699 is 5700 at least.
        (">5699", "<4301", "on_track +bounded"),
        (">=5700", "<=4300", "on_track +bounded"),
        (">7798", "<2202", "on_track +bounded"),
        (">7799", "<2201", "ahead +bounded"),
        (">=7800", "<=2200", "ahead +bounded"),
        (">9998", "<2", "ahead +bounded"),
        (">9999", "<1", "achieved +bounded"),
        (">=10000", "<=0", "achieved +bounded"),
        (">10000", "<0", "achieved +bounded"),
    ],
)
def test_a_bound_speaks_where_every_value_it_allows_agrees(
    rising: str, falling: str, expected: str
) -> None:
    assert in_words(judge(FINE_CLIMB, 2023, {2023: rising})) == expected
    assert in_words(judge(FINE_FALL, 2023, {2023: falling})) == expected


@pytest.mark.parametrize(
    ("rising", "falling", "expected"),
    [
        ("<0", ">100", "deteriorating"),
        ("<=0", ">=100", "behind"),
        ("<36", ">64", "behind"),
        ("<=36", ">=64", "lagging"),
        ("<57", ">43", "lagging"),
        ("<=57", ">=43", "not_assessed(bounds_disagree)"),
        (">56.99", "<43.01", "not_assessed(bounds_disagree)"),
        (">57", "<43", "on_track"),
        (">77.99", "<22.01", "on_track"),
        (">78", "<22", "ahead"),
        (">99.99", "<0.01", "ahead"),
        (">100", "<0", "achieved"),
    ],
)
def test_a_strict_end_on_a_cut_off_is_seen_from_inside(
    rising: str, falling: str, expected: str
) -> None:
    # Only the verdict: half a digit of the baseline leads across every cut-off here.
    up = an_indicator("0", "at_least 100", kind="measured")
    down = an_indicator("100", "at_most 0", kind="measured", better="lower")
    assert in_words(judge(up, 2023, {2023: rising})).split()[0] == expected
    assert in_words(judge(down, 2023, {2023: falling})).split()[0] == expected


@pytest.mark.parametrize(
    ("rising", "falling", "expected"),
    [
        ("30..35", "65..70", "behind +bounded"),
        ("30..50", "50..70", "behind +bounded"),
        ("36..50", "50..64", "lagging +bounded"),
        ("-5..10", "90..105", "deteriorating +bounded"),
        ("50..60", "40..50", "not_assessed(bounds_disagree)"),
        ("-5..110", "-10..105", "not_assessed(bounds_disagree)"),
        ("57..90", "10..43", "on_track +bounded"),
        ("57..120", "-20..43", "on_track +bounded"),
        ("80..120", "-20..20", "ahead +bounded"),
        ("100..120", "-20..0", "achieved +bounded"),
    ],
)
def test_of_an_interval_the_worse_end_speaks(rising: str, falling: str, expected: str) -> None:
    assert in_words(judge(CLIMB, 2023, {2023: rising})) == expected
    assert in_words(judge(FALL, 2023, {2023: falling})) == expected


@pytest.mark.parametrize(
    ("indicator", "value", "expected"),
    [
        (CLIMB, "99.99", "missed"),
        (CLIMB, "100", "achieved"),
        (CLIMB, "<100", "missed +bounded"),
        (CLIMB, "<=100", "not_assessed(bounds_disagree)"),
        (CLIMB, ">98", "not_assessed(bounds_disagree)"),
        (CLIMB, ">99", "achieved +bounded"),
        (CLIMB, "90..110", "not_assessed(bounds_disagree)"),
        (CLIMB, "90..99", "missed +bounded"),
        (PAST, "100", "missed"),
        (PAST, "101", "achieved"),
        (PAST, "<=100", "missed +bounded"),
        (PAST, ">100", "achieved +bounded"),
        (PAST, ">=100", "not_assessed(bounds_disagree)"),
        (UNDER, "0", "missed"),
        (UNDER, "-1", "achieved"),
        (UNDER, ">=0", "missed +bounded"),
        (UNDER, "<0", "achieved +bounded"),
        (UNDER, "<=0", "not_assessed(bounds_disagree)"),
    ],
    ids=an_id,
)
def test_the_target_year_decides(indicator: Indicator, value: str, expected: str) -> None:
    assert in_words(judge(indicator, 2025, {2025: value})) == expected


def test_the_cut_offs_are_those_of_the_plan() -> None:
    bands = Bands(ahead=Decimal(2), on_track=Decimal("1.01"), lagging=Decimal("0.5"))
    plan = a_plan(CLIMB, bands=bands)
    found = [str(judge(plan, 2021, {2021: value}).verdict) for value in ("40", "20.2", "20", "9")]
    assert found == ["ahead", "on_track", "lagging", "behind"]


@pytest.mark.parametrize(
    ("year", "value", "expected", "distance", "needed"),
    [
        (2023, "35", "not_assessed(no_baseline)", "15", "15/2"),
        (2023, "<=35", "not_assessed(no_baseline)", "15", "15/2"),
        (2023, ">=35", "not_assessed(bounds_disagree)", "15", "15/2"),
        (2023, "50", "achieved", "0", "0"),
        (2023, ">=52", "achieved +bounded", "-2", "-1"),
        (2025, "50", "achieved", "0", None),
        (2025, "35", "missed", "15", None),
    ],
)
def test_without_a_baseline_there_is_only_a_distance(
    year: int, value: str, expected: str, distance: str, needed: str | None
) -> None:
    done = judge(an_indicator(None, "at_least 50"), year, {year: value})
    assert in_words(done) == expected
    assert done.baseline is None
    assert done.numbers.distance == Fraction(distance)
    assert done.numbers.needed_per_year == (None if needed is None else Fraction(needed))
    assert (done.numbers.expected, done.numbers.pace) == (None, None)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({2023: "30", 2024: "10"}, "achieved"),
        ({2023: "29", 2024: "31"}, "missed"),
        ({2023: "<30", 2024: "31"}, "missed +bounded"),
        ({2022: "35", 2023: "31", 2024: "50"}, "achieved +at_risk"),
        ({2022: "35", 2023: "29", 2024: "29"}, "missed"),
        ({2024: "31"}, "not_assessed(not_reported)"),
        ({2023: Reason.NO_DATA, 2024: "31"}, "not_assessed(no_data)"),
    ],
)
def test_after_the_target_year_its_verdict_stands(figures: Figures, expected: str) -> None:
    indicator = an_indicator("0", a_target("at_least 30", by=2023))
    done = judge(indicator, 2024, figures)
    assert in_words(done) == expected
    assert (done.year, done.target_year) == (2024, 2023)
    assert done.actual is None or done.actual.year == 2023


@pytest.mark.parametrize("year", [2019, 2020, 2026])
def test_outside_the_period_nothing_is_judged(year: int) -> None:
    done = judge(FIRMS, year, {year: "400"}, status=Status.SAMPLE)
    assert in_words(done) == "not_assessed(outside_period)"
    assert done.actual is not None


def test_the_first_and_the_last_year_are_inside_the_period() -> None:
    # 240 is exactly expected, but +20 % is 1.345 times the +14.87 % a year that doubling asks for.
    assert in_words(judge(FIRMS, 2021, {2021: "240"})) == "on_track +method_disagreement"
    assert in_words(judge(FIRMS, 2025, {2025: "400"})) == "achieved"


def test_later_years_are_not_looked_at() -> None:
    figures = {2022: "420", 2023: "500", 2024: "300"}
    assert in_words(judge(FIRMS, 2022, figures)) == "achieved"


def test_an_unknown_indicator_is_refused() -> None:
    with pytest.raises(KeyError):
        assess(a_plan(), "nobody", 2023, {})


@pytest.mark.parametrize(
    ("indicator", "figures", "expected"),
    [
        (FIRMS, {2022: "450", 2023: "410"}, "achieved +at_risk"),
        (FIRMS, {2022: "410", 2023: "410"}, "achieved"),
        (FIRMS, {2022: "400", 2023: "410"}, "achieved"),
        (FIRMS, {2021: "450", 2022: "405", 2023: "410"}, "achieved"),
        (FIRMS, {2021: "450", 2023: "410"}, "achieved +at_risk"),
        (FIRMS, {2021: "450", 2022: Reason.NO_DATA, 2023: "410"}, "achieved +at_risk"),
        (FIRMS, {2022: "~450", 2023: "410"}, "achieved +at_risk"),
        (FIRMS, {2022: ">=450", 2023: "410"}, "achieved"),
        (FIRMS, {2022: "450", 2023: ">=410"}, "achieved +bounded"),
        (FIRMS, {2022: "390", 2023: "380"}, "ahead"),
        (RANK, {2022: "1", 2023: "2"}, "achieved +at_risk"),
        (RANK, {2022: "2", 2023: "1"}, "achieved"),
        (an_indicator("1", "at_most 2", better="lower"), {2023: "2"}, "achieved +at_risk"),
        (an_indicator(None, "at_least 50"), {2023: "50"}, "achieved"),
        (an_indicator(None, "at_least 50"), {2022: "60", 2023: "50"}, "achieved +at_risk"),
        (BELOW, {2022: "19", 2023: "16"}, "achieved"),
    ],
    ids=an_id,
)
def test_at_risk_is_met_but_worse_than_the_latest_earlier_figure(
    indicator: Indicator, figures: Figures, expected: str
) -> None:
    assert in_words(judge(indicator, 2023, figures)) == expected


@pytest.mark.parametrize(
    ("year", "figures", "expected"),
    [
        (2022, {2021: "405", 2022: "390"}, "ahead +fell_back"),
        (2023, {2021: "405", 2022: "390", 2023: "390"}, "ahead +fell_back"),
        (2022, {2021: ">=400", 2022: "390"}, "ahead +fell_back"),
        (2022, {2021: ">399", 2022: "390"}, "ahead +fell_back"),
        (2022, {2021: "<=400", 2022: "390"}, "ahead"),
        (2022, {2021: Reason.NO_DATA, 2022: "390"}, "ahead"),
        (2022, {2021: "399", 2022: "390"}, "ahead"),
        (2022, {2022: "390", 2023: "405"}, "ahead"),
        (2023, {2022: "390", 2023: "405"}, "achieved"),
        (2025, {2024: "405", 2025: "390"}, "missed"),
    ],
)
def test_fell_back_is_met_in_an_earlier_year_and_not_now(
    year: int, figures: Figures, expected: str
) -> None:
    assert in_words(judge(FIRMS, year, figures)) == expected


@pytest.mark.parametrize(
    ("value", "status", "expected"),
    [
        ("320", None, "on_track"),
        ("320", Status.FINAL, "on_track"),
        ("320", Status.REVISED, "on_track"),
        ("320", Status.PRELIMINARY, "on_track +provisional"),
        ("320", Status.ESTIMATED, "on_track +provisional"),
        ("320", Status.SAMPLE, "on_track +sample"),
        ("<=320", Status.SAMPLE, "not_assessed(bounds_disagree) +sample"),
        ("~320", None, "on_track +approximate"),
        ("~320", Status.ESTIMATED, "on_track +provisional +approximate"),
        (">=410", Status.SAMPLE, "achieved +sample +bounded"),
    ],
)
def test_how_settled_a_figure_is_stands_beside_the_verdict(
    value: str, status: Status | None, expected: str
) -> None:
    assert in_words(judge(FIRMS, 2023, {2023: value}, status=status)) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ({"could_change_verdict": True}, "on_track +definition_unconfirmed"),
        ({"could_change_verdict": False}, "on_track"),
        ({"could_change_verdict": True, "decided_by": "Statistics Bureau"}, "on_track"),
    ],
)
def test_an_open_question_is_flagged_until_somebody_decides(
    note: dict[str, Any], expected: str
) -> None:
    words = {"question": {"en": "Which firms?"}, "reading": {"en": "All."}}
    indicator = an_indicator(notes=[words | note])
    assert in_words(judge(indicator, 2023, {2023: "320"})) == expected


def test_a_verdict_is_withheld_only_where_the_plan_says_so() -> None:
    indicator = an_indicator(assess=False, assess_reason={"en": "No definition yet."})
    done = judge(indicator, 2023, {2023: "320"}, status=Status.SAMPLE)
    assert in_words(done) == "not_assessed(definition_unconfirmed) +sample"
    assert done.actual is not None


@pytest.mark.parametrize(
    ("indicator", "year", "value", "expected"),
    [
        (BELOW, 2023, "9.99", "deteriorating"),
        (BELOW, 2023, "10", "behind"),
        (BELOW, 2023, "12.84", "lagging"),
        (BELOW, 2023, "12.85", "on_track"),
        (BELOW, 2023, "13", "on_track"),
        (BELOW, 2023, "14.99", "ahead"),
        (BELOW, 2023, "15", "achieved"),
        (BELOW, 2023, "20", "achieved"),
        (BELOW, 2023, "20.01", "ahead"),
        (BELOW, 2023, "25", "behind"),
        (BELOW, 2023, "25.01", "deteriorating"),
        (BELOW, 2025, "14.99", "missed"),
        (BELOW, 2025, "20.01", "missed"),
        (BELOW, 2025, "17", "achieved"),
        (ABOVE, 2023, "30.01", "deteriorating"),
        (ABOVE, 2023, "30", "behind"),
        (ABOVE, 2023, "24.31", "lagging"),
        (ABOVE, 2023, "24.3", "on_track"),
        (ABOVE, 2023, "20", "achieved"),
        (ABOVE, 2023, "10", "lagging"),
        (ABOVE, 2023, "4.99", "deteriorating"),
        (INSIDE, 2023, "16", "achieved"),
        (INSIDE, 2023, "14.99", "regressed"),
        (INSIDE, 2023, "21", "regressed"),
        (INSIDE, 2025, "21", "missed"),
        (BELOW, 2023, "12..12.5", "lagging +bounded"),
        (BELOW, 2023, "13..16", "on_track +bounded"),
        (BELOW, 2023, "16..19", "achieved +bounded"),
        (BELOW, 2023, "10..25", "not_assessed(bounds_disagree)"),
        (BELOW, 2023, "<13", "lagging +bounded"),
        (ABOVE, 2023, ">24", "lagging +bounded"),
        # An open end allows values far beyond the other edge, which no climb excuses.
        (BELOW, 2023, ">=16", "not_assessed(bounds_disagree)"),
        (ABOVE, 2023, "<=19", "not_assessed(bounds_disagree)"),
        (ABOVE, 2023, "<=14", "not_assessed(bounds_disagree)"),
    ],
    ids=an_id,
)
def test_a_band_is_climbed_to_its_nearer_edge(
    indicator: Indicator, year: int, value: str, expected: str
) -> None:
    assert in_words(judge(indicator, year, {year: value})) == expected


@pytest.mark.parametrize(
    ("baseline", "band", "value", "expected"),
    [
        ("0.000", "between 5 6", "<2.85", "lagging"),
        ("0.000", "between 0.5 0.6", "<0.285", "lagging"),
        ("0.000", "between 0.5 0.6", "<0.180", "behind"),
        ("1.100", "between 0.5 0.6", ">0.815", "lagging"),
        ("1.100", "between 0.5 0.6", ">0.920", "behind"),
        ("1.100", "between 0.5 0.6", ">1.100", "deteriorating"),
    ],
)
def test_a_strict_end_is_seen_from_inside_however_narrow_the_band(
    baseline: str, band: str, value: str, expected: str
) -> None:
    indicator = an_indicator(baseline, band, kind="measured", better="within")
    assert in_words(judge(indicator, 2023, {2023: value})).split()[0] == expected


@pytest.mark.parametrize(
    ("rising", "falling", "expected"),
    [
        ("30.01", "29.99", "achieved"),
        ("30", "30", "on_track"),
        ("29.99", "30.01", "deteriorating"),
        ("<30", ">30", "deteriorating +bounded"),
        ("<=30", ">=30", "not_assessed(bounds_disagree)"),
        (">30", "<30", "achieved +bounded"),
        (">=30", "<=30", "on_track +bounded"),
    ],
)
def test_a_strict_bound_at_the_baseline_leaves_a_hair_to_climb(
    rising: str, falling: str, expected: str
) -> None:
    up = an_indicator("30", "more_than 30", kind="measured")
    down = an_indicator("30", "less_than 30", kind="measured", better="lower")
    for indicator, figure in ((up, rising), (down, falling)):
        told = in_words(judge(indicator, 2023, {2023: figure}))
        assert told.replace(" +rounding_sensitive", "") == expected


@pytest.mark.parametrize(
    ("value", "verdict", "share", "needed"),
    [
        # Better than 5 among 8 is 4 or better: four ranks to climb in five years.
        ("7", "behind", "1/4", "3/2"),  # 1 / 4 over 3 / 5 = 0.42
        ("6", "lagging", "1/2", "1"),  # 0.83
        ("5", "on_track", "3/4", "1/2"),  # 1.25
        ("4", "achieved", "1", "0"),
    ],
)
def test_a_strict_bound_on_a_rank_is_the_next_whole_one(
    value: str, verdict: str, share: str, needed: str
) -> None:
    rank = an_indicator("8", "less_than 5", kind="rank", better="lower", unit="位")
    done = judge(rank, 2023, {2023: value})
    assert (done.verdict, done.numbers.share) == (verdict, Fraction(share))
    assert done.numbers.needed_per_year == -Fraction(needed)


NOT_ROUNDED = ""
TO_2_5 = an_indicator("2", "at_least 2.5", kind="measured")
TO_2_4 = an_indicator("2", "at_least 2.4", kind="measured")


@pytest.mark.parametrize(
    ("indicator", "value", "expected", "alternatives"),
    [
        (RD, "2.38", "on_track", NOT_ROUNDED),
        (
            RD,
            "2.37",
            "lagging +rounding_sensitive +method_disagreement",
            "on_track lagging",
        ),
        (RD, "2.36", "lagging", NOT_ROUNDED),
        (RD, "2.3", "behind +rounding_sensitive", "lagging behind"),
        (RD, "2.300", "behind", NOT_ROUNDED),
        # The end of a bound is not rounded ...
        (RD, "<=2.3", "behind +bounded", NOT_ROUNDED),
        # ... but the baseline is: from 2.205, 2.31 is at .593.
        (RD, "<=2.31", "lagging +bounded +rounding_sensitive", "lagging behind"),
        (an_indicator("2.20", "at_least 2.5"), "2.37", "lagging +method_disagreement", NOT_ROUNDED),
        (
            an_indicator("10", "at_most 5", kind="rank", better="lower"),
            "7",
            "on_track +method_disagreement",
            NOT_ROUNDED,
        ),
        (
            an_indicator("10", "at_most 5", kind="measured", better="lower"),
            "7",
            "on_track +rounding_sensitive +method_disagreement",
            "on_track lagging",
        ),
        # Half a unit of a baseline printed as an integer reaches the target, or passes it.
        (
            TO_2_5,
            "2.30",
            "on_track +rounding_sensitive",
            "ahead on_track lagging behind deteriorating",
        ),
        (
            TO_2_4,
            "2.24",
            "on_track +rounding_sensitive",
            "ahead on_track lagging behind deteriorating",
        ),
        (
            an_indicator("2.0", "at_least 2.45", kind="measured"),
            "2.4",
            "ahead +rounding_sensitive",
            "achieved ahead on_track",
        ),
    ],
    ids=an_id,
)
def test_rounding_lists_every_verdict_that_the_printed_digits_leave_open(
    indicator: Indicator, value: str, expected: str, alternatives: str
) -> None:
    done = judge(indicator, 2023, {2023: value})
    assert in_words(done) == expected
    assert " ".join(done.alternatives) == alternatives


@pytest.mark.parametrize(
    ("baseline", "target", "value"),
    [
        ("0", "at_least 100", "50"),
        ("-5", "at_least 5", "0.5"),
        ("-5", "at_least 5", "-3"),
        ("-10", "at_least 0", "-5"),
        ("200", "at_least 400", "0"),
        ("200", "at_least 400", "-10"),
        ("30", "more_than 30", "29"),
    ],
)
def test_growth_rates_are_not_compared_at_zero_or_across_signs(
    baseline: str, target: str, value: str
) -> None:
    done = judge(an_indicator(baseline, target, kind="measured"), 2023, {2023: value})
    assert done.numbers.pace_compound is None
    assert Flag.METHOD_DISAGREEMENT not in done.flags


def test_growth_rates_are_compared_below_zero() -> None:
    # Halving asks for -12.94 % a year; three quarters after three years are -9.14 %.
    done = judge(an_indicator("-400", "at_least -200"), 2023, {2023: "-300"})
    assert done.numbers.pace_compound is not None
    assert round(done.numbers.pace_compound, 3) == Decimal("0.706")
    assert in_words(done) == "lagging"


def test_both_methods_see_a_strict_bound_from_inside() -> None:
    assert in_words(judge(FIRMS, 2023, {2023: "<200"})) == "deteriorating +bounded"
    measured = judge(an_indicator("200", kind="measured"), 2023, {2023: "<200"})
    assert in_words(measured) == "deteriorating +bounded +rounding_sensitive"


@pytest.mark.parametrize(
    ("indicator", "value", "gap", "distance"),
    [
        (FIRMS, "300", "-20", "100"),
        (FIRMS, "330", "10", "70"),
        (FALL, "43", "-3", "-43"),
        (FALL, "30", "10", "-30"),
        (BELOW, "12", "-1", "3"),
        (BELOW, "14", "1", "1"),
        (ABOVE, "25", "-1", "-5"),
        (ABOVE, "23", "1", "-3"),
    ],
    ids=an_id,
)
def test_the_gap_is_positive_where_it_is_the_better(
    indicator: Indicator, value: str, gap: str, distance: str
) -> None:
    numbers = judge(indicator, 2023, {2023: value}).numbers
    assert numbers.gap == Fraction(gap)
    assert numbers.distance == Fraction(distance)


@pytest.mark.parametrize(
    ("indicator", "value", "verdict"),
    [
        (an_indicator("30", "more_than 30"), "29", Verdict.DETERIORATING),
        (an_indicator("30", "less_than 30", better="lower"), "31", Verdict.DETERIORATING),
        (BELOW, "25", Verdict.BEHIND),
        (ABOVE, "9", Verdict.LAGGING),
    ],
    ids=an_id,
)
def test_a_value_that_is_not_on_track_has_a_negative_gap(
    indicator: Indicator, value: str, verdict: Verdict
) -> None:
    done = judge(indicator, 2023, {2023: value})
    assert done.verdict is verdict
    assert done.numbers.gap is not None
    assert done.numbers.gap < 0


def test_with_nothing_to_climb_there_is_only_a_distance() -> None:
    numbers = judge(RANK, 2023, {2023: "3"}).numbers
    assert (numbers.distance, numbers.needed_per_year) == (Fraction(-1), Fraction(-1, 2))
    assert (numbers.expected, numbers.share, numbers.pace, numbers.gap) == (None,) * 4


@pytest.mark.parametrize(
    ("indicator", "value", "expected", "pace"),
    [
        (an_indicator("10", "at_most 5", better="lower"), "8.1..9", "behind +bounded", "1/3"),
        (CLIMB, "30..35", "behind +bounded", "1/2"),
        (FALL, "65..70", "behind +bounded", "1/2"),
        (CLIMB, "102..120", "achieved +bounded", "17/10"),
        (FALL, "-20..-2", "achieved +bounded", "17/10"),
    ],
    ids=an_id,
)
def test_an_interval_carries_the_numbers_of_its_worse_end(
    indicator: Indicator, value: str, expected: str, pace: str
) -> None:
    done = judge(indicator, 2023, {2023: value})
    assert in_words(done) == expected
    assert done.numbers.pace == Fraction(pace)


def test_the_flags_of_an_interval_are_those_of_the_end_that_spoke() -> None:
    falling = an_indicator("10.0", "at_most 5", kind="measured", better="lower")
    done = judge(falling, 2023, {2023: "7.16..9.9"})
    assert in_words(done) == "behind +bounded"
    assert done.alternatives == ()


def test_no_digit_is_too_fine_to_be_judged() -> None:
    hair = an_indicator("1", "at_least 1." + 59 * "0" + "1")
    assert in_words(judge(hair, 2023, {2023: "1"})) == "behind"


@pytest.mark.parametrize(
    ("one", "other", "is_as_bad"),
    [
        (Verdict.BEHIND, Verdict.BEHIND, True),
        (Verdict.MISSED, Verdict.BEHIND, True),
        (Verdict.LAGGING, Verdict.BEHIND, False),
        (Verdict.ACHIEVED, Verdict.AHEAD, False),
        (Verdict.NOT_ASSESSED, Verdict.ACHIEVED, False),
        (Verdict.MISSED, Verdict.NOT_ASSESSED, False),
        (Verdict.NOT_ASSESSED, Verdict.NOT_ASSESSED, True),
    ],
)
def test_a_missing_verdict_stands_outside_the_order(
    one: Verdict, other: Verdict, is_as_bad: bool
) -> None:
    assert one.at_least_as_bad_as(other) is is_as_bad


def test_on_track_or_better_is_fine() -> None:
    assert [str(v) for v in Verdict if v.is_fine] == ["achieved", "ahead", "on_track"]


def test_the_worst_of_order_is_that_of_the_design() -> None:
    assert " ".join(ORDER) == (
        "achieved ahead on_track lagging behind deteriorating regressed missed"
    )


# What holds for every figure. A setup is an indicator and its figures as plain numbers, so that
# it can be mirrored and scaled.

_BETTER = {
    "at_least": "higher",
    "more_than": "higher",
    "at_most": "lower",
    "less_than": "lower",
    "between": "within",
}
_MIRROR = {
    "at_least": "at_most",
    "more_than": "less_than",
    "at_most": "at_least",
    "less_than": "more_than",
}
ONE_VALUE = (Qualifier.EXACT, Qualifier.APPROXIMATE)
OPEN_END = (Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.AT_MOST, Qualifier.LESS_THAN)
INTERVAL = (Qualifier.BETWEEN,)
qualifiers = pytest.mark.parametrize(
    "kinds", [ONE_VALUE, OPEN_END, INTERVAL], ids=["one value", "open end", "interval"]
)


class Setup(NamedTuple):
    word: str
    ends: tuple[Decimal, ...]
    baseline: Decimal | None
    kind: str
    by: int
    year: int
    figures: dict[int, Figure]

    @property
    def indicator(self) -> Indicator:
        bound = " ".join([self.word, *map(str, self.ends)])
        return an_indicator(
            None if self.baseline is None else str(self.baseline),
            a_target(bound, by=self.by),
            better=_BETTER[self.word],
            kind=self.kind,
        )

    def judged(self) -> Assessment:
        return judge(self.indicator, self.year, self.figures)

    def mirrored(self) -> "Setup":
        return self._replace(
            word=_MIRROR.get(self.word, self.word),
            ends=tuple(-end for end in reversed(self.ends)),
            baseline=None if self.baseline is None else -self.baseline,
            figures={year: _mirrored(figure) for year, figure in self.figures.items()},
        )

    def scaled(self, power: int) -> "Setup":
        return self._replace(
            ends=tuple(end.scaleb(power) for end in self.ends),
            baseline=None if self.baseline is None else self.baseline.scaleb(power),
            figures={year: figure.scaled(power) for year, figure in self.figures.items()},
        )


def _mirrored(figure: Figure) -> Figure:
    qualifier = Qualifier(_MIRROR.get(figure.qualifier, figure.qualifier))
    if figure.upper is None:
        return Figure(-figure.value, qualifier)
    return Figure(-figure.upper, qualifier, -figure.value)


numbers = st.builds(
    lambda digits, power: Decimal(digits).scaleb(power), st.integers(-500, 500), st.integers(-3, 1)
)
steps = st.integers(1, 500).map(lambda n: Decimal(n).scaleb(-1))


@st.composite
def figures_of(draw: st.DrawFn, kinds: tuple[Qualifier, ...] = tuple(Qualifier)) -> Figure:
    qualifier, value = draw(st.sampled_from(kinds)), draw(numbers)
    upper = value + draw(steps) if qualifier is Qualifier.BETWEEN else None
    return Figure(value, qualifier, upper)


@st.composite
def setups(
    draw: st.DrawFn,
    kinds: tuple[Qualifier, ...] = tuple(Qualifier),
    words: tuple[str, ...] = tuple(_BETTER),
) -> Setup:
    word, low = draw(st.sampled_from(words)), draw(numbers)
    return Setup(
        word,
        (low, low + draw(steps)) if word == "between" else (low,),
        draw(st.none() | numbers),
        draw(st.sampled_from(["measured", "count", "rank"])),
        draw(st.integers(2021, 2025)),
        draw(st.integers(2021, 2025)),
        draw(st.dictionaries(st.integers(2021, 2025), figures_of(kinds), min_size=1)),
    )


@PROPERTY
@given(setups(), numbers, steps, st.sampled_from([2022, 2024, 2025]), st.data())
def test_exactly_the_expected_value_is_on_track(
    setup: Setup, end: Decimal, way: Decimal, by: int, data: st.DataObject
) -> None:
    # The baseline is put so far below the bound that there is something to climb; dividing by
    # 2, 4 or 5 years is exact.
    year = data.draw(st.integers(2021, by - 1))
    sign = {"lower": -1, "higher": 1, "within": data.draw(st.sampled_from([1, -1]))}
    up = sign[_BETTER[setup.word]]
    band = (end, end + 7) if up > 0 else (end - 7, end)
    baseline = end - up * way
    expected = baseline + up * way * (year - 2020) / (by - 2020)
    setup = setup._replace(
        ends=band if setup.word == "between" else (end,),
        baseline=baseline,
        by=by,
        year=year,
        kind="measured",
        figures={year: Figure(expected)},
    )
    done = setup.judged()
    assert done.verdict is Verdict.ON_TRACK
    assert done.numbers.pace == 1
    assert done.numbers.gap == 0


@PROPERTY
@given(setups(words=("at_least", "more_than", "at_most", "less_than")), numbers, numbers)
def test_of_two_actuals_the_better_never_gets_the_worse_verdict(
    setup: Setup, one: Decimal, other: Decimal
) -> None:
    worse, better = sorted((one, other), reverse=_BETTER[setup.word] == "lower")
    first, second = (
        setup._replace(by=max(setup.by, setup.year), figures={setup.year: Figure(value)}).judged()
        for value in (worse, better)
    )
    if first.verdict is Verdict.NOT_ASSESSED:
        assert second.verdict in (Verdict.NOT_ASSESSED, Verdict.ACHIEVED)
    else:
        assert first.verdict.at_least_as_bad_as(second.verdict)


@qualifiers
@PROPERTY
@given(st.data())
def test_a_mirrored_plan_has_the_same_verdicts(
    kinds: tuple[Qualifier, ...], data: st.DataObject
) -> None:
    setup = data.draw(setups(kinds))
    one, other = setup.judged(), setup.mirrored().judged()
    assert in_words(one) == in_words(other)
    assert one.alternatives == other.alternatives
    if kinds is not INTERVAL:  # whose numbers have their own table
        assert one.numbers.pace == other.numbers.pace
        assert one.numbers.gap == other.numbers.gap


@qualifiers
@PROPERTY
@given(st.data(), st.integers(-4, 4))
def test_moving_the_decimal_point_of_every_number_changes_nothing(
    kinds: tuple[Qualifier, ...], data: st.DataObject, power: int
) -> None:
    setup = data.draw(setups(kinds))
    # A count below 3 is 2 at most, but a count below 0.3 is none.
    if kinds is OPEN_END or setup.word in ("more_than", "less_than"):
        setup = setup._replace(kind="measured")
    one, other = setup.judged(), setup.scaled(power).judged()
    assert in_words(one) == in_words(other)
    assert one.alternatives == other.alternatives
    assert one.numbers.pace == other.numbers.pace


@qualifiers
@PROPERTY
@given(st.data())
def test_a_verdict_is_among_its_alternatives(
    kinds: tuple[Qualifier, ...], data: st.DataObject
) -> None:
    setup = data.draw(setups(kinds))
    done = setup._replace(kind="measured").judged()
    assert not done.alternatives or done.verdict in done.alternatives


@PROPERTY
@given(setups(), st.randoms(use_true_random=False))
def test_the_order_of_the_known_years_does_not_matter(setup: Setup, random: Any) -> None:
    shuffled = list(setup.figures.items())
    random.shuffle(shuffled)
    assert setup._replace(figures=dict(shuffled)).judged() == setup.judged()


@PROPERTY
@given(
    setups(),
    st.integers(2015, 2030),
    st.sampled_from([None, *Status]),
    st.booleans(),
    st.booleans(),
)
def test_every_figure_gets_a_verdict_or_a_reason(
    setup: Setup, year: int, status: Status | None, yearly: bool, withheld: bool
) -> None:
    bound = " ".join([setup.word, *map(str, setup.ends)])
    target = a_target(bound, form="every_year") if yearly else a_target(bound, by=setup.by)
    indicator = an_indicator(
        None if setup.baseline is None else str(setup.baseline),
        target,
        better=_BETTER[setup.word],
        kind=setup.kind,
        assess=not withheld,
    )
    known = {"x": actuals_for(setup.figures, status=status)}
    done = assess(a_plan(indicator), "x", year, known)
    assert isinstance(done.verdict, Verdict)
    assert (done.reason is not None) == (done.verdict is Verdict.NOT_ASSESSED)
    assert set(done.flags) <= set(Flag)
    assert set(done.alternatives) <= set(ORDER)
