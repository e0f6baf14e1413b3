"""Bounds that hold each year: one verdict a year, and one for the period so far."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

from jdzplan.actuals import Status
from jdzplan.judging.assessment import Assessment
from jdzplan.plan import Indicator
from jdzplan.verdicts import Reason
from tests.builders import a_target, an_indicator, in_words, judge

Figures = Mapping[int, str | Reason]


def yearly(bound: str, baseline: str | None = None, **overrides: Any) -> Indicator:
    years = {key: overrides.pop(key) for key in ("first", "last") if key in overrides}
    return an_indicator(baseline, a_target(bound, form="every_year", **years), **overrides)


def from_2021(*values: str | Reason) -> Figures:
    return dict(enumerate(values, start=2021))


def period_in_words(done: Assessment) -> str:
    assert done.period is not None
    period = done.period
    reason = f"({period.reason})" if period.reason else ""
    missed = "".join(f" -{year}" for year in period.missed_years)
    unknown = "".join(f" ?{year}" for year in period.unknown_years)
    return f"{period.verdict}{reason}{missed}{unknown}"


# "2-3 major projects a year": at least 2, and more than 3 is no breach.
PROJECTS = an_indicator(None, a_target("at_least 2", form="every_year", stretch="3"))
RANK = yearly("at_most 2", "2", kind="rank", better="lower")


@pytest.mark.parametrize(
    ("year", "figures", "verdict", "period"),
    [
        (2021, from_2021("2"), "achieved", "on_track"),
        (2021, from_2021("4"), "achieved", "on_track"),
        (2021, from_2021("1"), "missed", "missed -2021"),
        (2022, from_2021("2", "3"), "achieved", "on_track"),
        (2022, from_2021("3", "2"), "achieved +at_risk", "on_track"),
        (2023, from_2021("2", "3", "1"), "missed", "missed -2023"),
        (2024, from_2021("2", "3", "1", "3"), "achieved", "missed -2023"),
        (2024, from_2021("2", "3", "2", "3"), "achieved", "on_track"),
        (2025, from_2021("2", "3", "1", "3", "3"), "achieved", "missed -2023"),
        (2025, from_2021("1", "3", "1", "3", "9"), "achieved", "missed -2021 -2023"),
        (2025, from_2021("2", "3", "2", "3", "3"), "achieved", "achieved"),
        (2025, from_2021("2", "3", "2", "3", "1"), "missed", "missed -2025"),
        (
            2025,
            from_2021("2", "3", Reason.NO_DATA, "3", "3"),
            "achieved",
            "not_assessed(missing_years) ?2023",
        ),
        (
            2025,
            {2021: "2", 2024: "3", 2025: "3"},
            "achieved",
            "not_assessed(missing_years) ?2022 ?2023",
        ),
        (2025, {2021: "1", 2024: "3", 2025: "3"}, "achieved", "missed -2021 ?2022 ?2023"),
        (
            2025,
            from_2021("2", "3", "2", "3"),
            "not_assessed(not_reported)",
            "not_assessed(missing_years) ?2025",
        ),
        (
            2025,
            from_2021("2", "3", "2", "3", Reason.NOT_YET_PUBLISHED),
            "not_assessed(not_yet_published)",
            "not_assessed(missing_years) ?2025",
        ),
        (2025, from_2021("2", "3", "2", "3", "2..3"), "achieved +bounded", "achieved"),
        (
            2025,
            from_2021("2", "3", "2", "3", "1..3"),
            "not_assessed(bounds_disagree)",
            "not_assessed(missing_years) ?2025",
        ),
        (2021, from_2021(">=2"), "achieved +bounded", "on_track"),
        (2021, from_2021(">1"), "achieved +bounded", "on_track"),
        (2021, from_2021(">0"), "not_assessed(bounds_disagree)", None),
        (2021, from_2021("<2"), "missed +bounded", "missed -2021"),
        (2021, from_2021("~2"), "achieved +approximate", "on_track"),
    ],
)
def test_two_or_three_projects_a_year(
    year: int, figures: Figures, verdict: str, period: str | None
) -> None:
    done = judge(PROJECTS, year, figures)
    assert in_words(done) == verdict
    assert period is None or period_in_words(done) == period
    assert (done.year, done.target_year) == (year, year)


@pytest.mark.parametrize(
    ("bound", "better", "kept", "broken"),
    [
        ("at_least 2", "higher", "2", "1.99"),
        ("more_than 2", "higher", "2.01", "2"),
        ("at_most 2", "lower", "2", "2.01"),
        ("less_than 2", "lower", "1.99", "2"),
        ("between 15 20", "within", "15", "14.99"),
        ("between 15 20", "within", "20", "20.01"),
    ],
)
def test_each_bound_is_kept_or_broken(bound: str, better: str, kept: str, broken: str) -> None:
    indicator = yearly(bound, better=better, kind="measured")
    assert in_words(judge(indicator, 2023, {2023: kept})) == "achieved"
    assert in_words(judge(indicator, 2023, {2023: broken})) == "missed"


@pytest.mark.parametrize(
    ("figures", "verdict", "distance"),
    [
        ({2022: "2"}, "achieved", "0"),
        ({2022: "1"}, "achieved", "1"),
        ({2021: "1", 2022: "2"}, "achieved +at_risk", "0"),
        ({2022: "3"}, "missed", "-1"),
        ({2022: ">2"}, "missed +bounded", "0"),
        ({2021: "2"}, "not_assessed(not_reported)", None),
    ],
)
def test_a_rank_to_hold_each_year_is_missed_at_once(
    figures: Figures, verdict: str, distance: str | None
) -> None:
    done = judge(RANK, 2022, figures)
    assert in_words(done) == verdict
    assert done.numbers.distance == (None if distance is None else Fraction(distance))
    assert (done.numbers.expected, done.numbers.pace, done.alternatives) == (None, None, ())


def test_before_its_first_year_a_rule_is_not_due() -> None:
    done = judge(yearly("at_least 2", first=2023), 2022, {2022: "5"})
    assert in_words(done) == "not_assessed(not_due)"
    assert done.period is None


def test_years_outside_a_rule_do_not_count_for_its_period() -> None:
    indicator = yearly("at_least 2", first=2023, last=2024)
    figures = {2021: "1", 2023: "2", 2024: "3"}
    assert period_in_words(judge(indicator, 2023, figures)) == "on_track"
    assert period_in_words(judge(indicator, 2024, figures)) == "achieved"


def test_a_sample_stands_in_for_its_year() -> None:
    done = judge(PROJECTS, 2021, {2021: "2"}, status=Status.SAMPLE)
    assert in_words(done) == "achieved +sample"


def test_after_its_last_year_a_rule_is_over_and_its_period_stands() -> None:
    early = yearly("at_least 2", first=2021, last=2022)
    done = judge(early, 2024, {2021: "2", 2022: "1", 2024: "5"})
    assert in_words(done) == "not_assessed(not_due)"
    assert period_in_words(done) == "missed -2022"
