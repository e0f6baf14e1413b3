"""Relations: one series against another, or against its own past; equality as the words say."""

from typing import Any

import pytest

from jdzplan.actuals import Status
from jdzplan.judging.relations import RelationAssessment, assess_relation
from jdzplan.plan import Relation
from jdzplan.verdicts import Reason
from tests.builders import an_actual, an_indicator
from tests.duties import Values, a_relation, a_series, figures, with_duties

RANK = {"unit": "位", "kind": "rank"}


def judged(
    relation: Any, year: int = 2023, series: Any = None, **known: Values
) -> RelationAssessment:
    """One relation over the series a, b and c, or those given."""
    plan = with_duties(
        series=series or {"a": a_series(), "b": a_series(), "c": a_series()},
        relations={"r": relation},
    )
    return assess_relation(figures(plan, known), "r", year)


def told(done: RelationAssessment) -> str:
    reason = f"({done.reason})" if done.reason else ""
    return f"{done.verdict}{reason}"


def two(before: str, now: str) -> Values:
    return {2022: before, 2023: now}


@pytest.mark.parametrize(
    ("before", "now", "not_fall", "rise"),
    [
        ("2.90", "2.91", "achieved", "achieved"),
        ("2.90", "2.90", "achieved", "missed"),
        ("2.90", "2.9", "achieved", "missed"),
        ("2.90", "2.89", "missed", "missed"),
        ("-3", "-2", "achieved", "achieved"),
        ("4", ">=5", "achieved", "achieved"),
        ("5", ">=5", "achieved", "not_assessed(bounds_disagree)"),
        ("5", ">5", "achieved", "achieved"),
        (">5", ">5", "not_assessed(bounds_disagree)", "not_assessed(bounds_disagree)"),
        ("<5", "5", "achieved", "achieved"),
        ("5", "<=5", "not_assessed(bounds_disagree)", "missed"),
        ("5", "<5", "missed", "missed"),
        ("2..3", "4..5", "achieved", "achieved"),
        ("2..4", "4..5", "achieved", "not_assessed(bounds_disagree)"),
        ("2..4", "3..5", "not_assessed(bounds_disagree)", "not_assessed(bounds_disagree)"),
    ],
)
def test_against_the_year_before(before: str, now: str, not_fall: str, rise: str) -> None:
    assert told(judged(a_relation("not_fall", "a"), a=two(before, now))) == not_fall
    assert told(judged(a_relation("rise", "a"), a=two(before, now))) == rise


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("100", "99"), ("100", "97"), "achieved"),  # -1 % is more than -3 %
        (("100", "110"), ("200", "219"), "achieved"),
        (("100", "110"), ("200", "220"), "missed"),  # the same growth is not more
        (("100", "110"), ("200", "221"), "missed"),
        (("0", "1"), ("200", "221"), "not_assessed(growth_undefined)"),
        (("-1", "1"), ("200", "221"), "not_assessed(growth_undefined)"),
        # Every value that a bound allows is judged: above 1.10 against 1.095, and so on.
        (("100", ">110"), ("200", "219"), "achieved"),
        (("100", ">=110"), ("200", "220"), "not_assessed(bounds_disagree)"),
        (("100", ">110"), ("200", "220"), "achieved"),
        (("100", "<110"), ("200", "220"), "missed"),
        ((">100", "110"), ("200", "220"), "missed"),
        (("<=100", "110"), ("200", "220"), "not_assessed(bounds_disagree)"),  # it may be zero
        (("<=-1", "110"), ("200", "220"), "not_assessed(growth_undefined)"),
        (("90..100", "110"), ("200", "219"), "achieved"),  # 1.10 at least
        (("100..110", "110"), ("200", "219"), "not_assessed(bounds_disagree)"),
        ((">=100", "5"), ("200", "20"), "missed"),  # 0.05 at most, and above zero
        ((">=100", "5"), ("200", "0"), "achieved"),
        ((">=100", "-5"), ("200", "0"), "missed"),  # below zero, however little
        (("50..100", "-5"), ("100", "-4"), "missed"),  # -0.10 to -0.05
        (("50..100", "-5"), ("100", "-11"), "achieved"),
    ],
)
def test_growth_against_growth(a: tuple[str, str], b: tuple[str, str], expected: str) -> None:
    done = judged(a_relation("faster_than", "a", than="b"), a=two(*a), b=two(*b))
    assert told(done) == expected
    assert [side.indicator for side in done.sides] == ["a", "a", "b", "b"]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("6", "5", "achieved"),
        ("5", "5", "missed"),
        (">5", "5", "achieved"),
        (">=5", "5", "not_assessed(bounds_disagree)"),
    ],
)
def test_one_series_above_another(a: str, b: str, expected: str) -> None:
    done = judged(a_relation("more_than", "a", than="b"), a={2023: a}, b={2023: b})
    assert told(done) == expected
    assert [(side.indicator, side.year) for side in done.sides] == [("a", 2023), ("b", 2023)]


@pytest.mark.parametrize(
    ("rate", "a", "b", "expected"),
    [
        ("50", "5", "10", "achieved"),
        ("50", "4.9", "10", "missed"),
        ("50", "5", "0", "not_assessed(growth_undefined)"),
        ("50", "5", "<10", "not_assessed(bounds_disagree)"),
        ("50", ">=5", "10", "achieved"),
        ("50", "<5", "10", "missed"),
        ("50", "5", ">10", "missed"),
        ("50", "5", ">=10", "not_assessed(bounds_disagree)"),
        ("50", "5..6", "10", "achieved"),
        ("", "5", "10", "not_assessed(external_standard_missing)"),
    ],
)
def test_a_ratio_reaches_its_rate(rate: str, a: str, b: str, expected: str) -> None:
    relation = a_relation("at_least_ratio", "a", than="b", rate=rate)
    assert told(judged(relation, a={2023: a}, b={2023: b})) == expected


# 10 % a year from 100 in 2020: 133.1 by 2023, 161.051 by 2025.
@pytest.mark.parametrize(
    ("rate", "year", "level", "expected"),
    [
        ("10", 2023, "133.1", "on_track"),
        ("10", 2023, "133", "behind"),
        ("10", 2025, "161.051", "achieved"),
        ("10", 2025, "161.05", "missed"),
        ("", 2025, "161.051", "not_assessed(external_standard_missing)"),
        ("10", 2025, "≥", "not_assessed(no_reference)"),
        ("", 2025, "≥", "not_assessed(external_standard_missing)"),
    ],
)
def test_mean_growth_over_the_period(rate: str, year: int, level: str, expected: str) -> None:
    relation = a_relation("average_growth", "a", rate=rate, span="period")
    series = {"a": a_series(known={2020: "100"})}
    known: Values = {} if level == "≥" else {year: level}
    done = judged(relation, year, series, a=known)
    assert told(done) == expected
    assert done.period is None


def test_growth_without_its_base_says_which_figure_is_missing() -> None:
    relation = a_relation("average_growth", "a", "b", rate="10", span="period")
    done = judged(relation, 2025, a={2025: "5"}, b={2020: "1", 2025: "5"})
    assert (told(done), done.lacking) == ("not_assessed(no_reference)", ("a",))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ({2022: "1", 2023: "2"}, {2022: "1", 2023: "2"}, "achieved"),
        ({2022: "1", 2023: "2"}, {2022: "1", 2023: "1"}, "missed"),
        ({2022: "1", 2023: "1"}, {2022: "1"}, "missed"),  # one that broke it is enough
        ({2022: "1", 2023: "2"}, {2022: "1"}, "not_assessed(no_reference)"),
        ({2022: "1", 2023: "2"}, {2023: Reason.NO_DATA}, "not_assessed(no_reference)"),
    ],
)
def test_of_several_series_every_one_must(a: Values, b: Values, expected: str) -> None:
    done = judged(a_relation("rise", "a", "b"), a=a, b=b)
    assert told(done) == expected
    assert done.lacking == (("b",) if "no_reference" in expected else ())


@pytest.mark.parametrize(
    ("a", "b", "year", "expected"),
    [
        ("1", "2", 2023, "on_track"),
        ("1", "2", 2025, "achieved"),
        ("2", "3", 2023, "behind"),
        ("2", "3", 2025, "missed"),
        ("1", None, 2025, "achieved"),  # one is enough
        ("2", None, 2025, "not_assessed(no_reference)"),
        ("2", "<2", 2025, "achieved"),
    ],
)
def test_some_rank_moves_up(a: str, b: str | None, year: int, expected: str) -> None:
    series = {key: a_series(known={2020: "2"}, **RANK) for key in ("a", "b")}
    relation = a_relation("any_improves", "a", "b", span="period")
    known = {"a": {year: a}} | ({"b": {year: b}} if b else {})
    assert told(judged(relation, year, series, **known)) == expected


def test_a_statement_is_listed_and_never_judged() -> None:
    assert told(judged(a_relation("statement"), 2025)) == "not_assessed(never_judged)"


@pytest.mark.parametrize("year", [2020, 2026])
def test_outside_the_plan_nothing_is_judged(year: int) -> None:
    done = judged(a_relation("rise", "a"), year, a={2019: "1", 2020: "2", 2025: "3", 2026: "4"})
    assert told(done) == "not_assessed(outside_period)"


def period(done: RelationAssessment) -> str:
    assert done.period is not None
    missed = "".join(f" -{year}" for year in done.period.missed_years)
    unknown = "".join(f" ?{year}" for year in done.period.unknown_years)
    return f"{done.period.verdict}{missed}{unknown}"


@pytest.mark.parametrize(
    ("year", "values", "verdict", "over_the_years"),
    [
        (2021, ("1", "2"), "achieved", "on_track"),  # against the plan's own value of 2020
        (2022, ("1", "2", "3"), "achieved", "on_track"),
        (2023, ("1", "2", "2", "3"), "achieved", "missed -2022"),
        (2025, ("1", "2", "3", "4", "5", "6"), "achieved", "achieved"),
        (2025, ("1", "2", "", "4", "5", "6"), "achieved", "not_assessed ?2022 ?2023"),
        (2025, ("1", "2", "3", "4", "5", "5"), "missed", "missed -2025"),
        (2023, ("1", "2", "3", ""), "not_assessed(no_reference)", "not_assessed ?2023"),
    ],
)
def test_a_yearly_relation_has_a_period(
    year: int, values: tuple[str, ...], verdict: str, over_the_years: str
) -> None:
    first, *later = values
    known = {y: v for y, v in enumerate(later, start=2021) if v}
    done = judged(a_relation("rise", "a"), year, {"a": a_series(known={2020: first})}, a=known)
    assert (told(done), period(done)) == (verdict, over_the_years)


def test_a_share_is_computed_from_its_parts() -> None:
    series = {
        "part": a_series(),
        "whole": a_series(),
        "share": a_series("%", formula="part / whole * 100"),
    }
    known: dict[str, Values] = {"part": two("2", "3"), "whole": two("100", "150")}
    assert told(judged(a_relation("not_fall", "share"), 2023, series, **known)) == "achieved"
    assert told(judged(a_relation("rise", "share"), 2023, series, **known)) == "missed"
    # What is filed goes before what is computed.
    known |= {"share": two("2.0", "2.1")}
    assert told(judged(a_relation("rise", "share"), 2023, series, **known)) == "achieved"


def test_an_indicator_may_stand_in_a_relation() -> None:
    plan = with_duties(relations={"r": a_relation("rise", "x")})
    done = assess_relation(figures(plan, {"x": {2021: "240"}}), "r", 2021)
    assert told(done) == "achieved"
    assert an_indicator().start is not None  # 200 in 2020, as the plan prints it


@pytest.mark.parametrize(
    ("before", "now", "flags"),
    [
        (Status.FINAL, Status.FINAL, []),
        (Status.SAMPLE, Status.FINAL, ["sample"]),
        (Status.PRELIMINARY, Status.ESTIMATED, ["provisional"]),
        (Status.SAMPLE, Status.ESTIMATED, ["provisional", "sample"]),
    ],
)
def test_the_status_of_every_side_shows(before: Status, now: Status, flags: list[str]) -> None:
    values = {
        2022: an_actual(2022, "1", status=before, indicator="a"),
        2023: an_actual(2023, "2", status=now, indicator="a"),
    }
    assert [f.value for f in judged(a_relation("rise", "a"), a=values).flags] == flags


@pytest.mark.parametrize(
    ("before", "now", "flags"),
    [
        ("1", "2", []),
        ("1", ">2", ["bounded"]),
        ("~1", "2", ["approximate"]),
        ("~1", "<1", ["bounded", "approximate"]),
        ("1", "0..2", []),  # there is no verdict that could be bounded
    ],
)
def test_what_kind_of_figures_stand_behind_it_shows(
    before: str, now: str, flags: list[str]
) -> None:
    done = judged(a_relation("rise", "a"), a=two(before, now))
    assert [flag.value for flag in done.flags] == flags


@pytest.mark.parametrize(
    ("decided_by", "flags"), [("tool default", ["definition_unconfirmed"]), ("财政局", [])]
)
def test_an_open_question_shows(decided_by: str, flags: list[str]) -> None:
    note = {
        "question": {"zh": "问"},
        "reading": {"zh": "答"},
        "could_change_verdict": True,
        "decided_by": decided_by,
    }
    done = judged(a_relation("rise", "a", notes=[note]), a=two("1", "2"))
    assert [f.value for f in done.flags] == flags


@pytest.mark.parametrize(
    ("a", "b", "rise", "faster"),
    [
        ("99", "97", "missed", "achieved"),  # -1 % against -3 %: faster, and yet no rise
        ("101", "103", "achieved", "missed"),
        ("100", "97", "missed", "achieved"),
        ("97", "97", "missed", "missed"),
        ("0", "97", "missed", "missed"),  # all is gone: -100 %
        ("99", "0", "missed", "achieved"),
        ("-1", "97", "missed", "missed"),
    ],
)
def test_less_of_a_fall_is_faster_growth_and_no_rise(
    a: str, b: str, rise: str, faster: str
) -> None:
    known = {"a": two("100", a), "b": two("100", b)}
    assert told(judged(a_relation("rise", "a"), 2023, None, **known)) == rise
    assert told(judged(a_relation("faster_than", "a", than="b"), 2023, None, **known)) == faster


@pytest.mark.parametrize(
    ("relation", "known", "lacking"),
    [
        (a_relation("rise", "a"), {"a": {2023: "2"}}, ("a",)),
        (a_relation("rise", "a"), {"a": {2022: "2"}}, ("a",)),
        (a_relation("rise", "a"), {}, ("a",)),
        (a_relation("rise", "a"), {"a": {2022: "2", 2023: Reason.NOT_YET_PUBLISHED}}, ("a",)),
        (a_relation("rise", "a"), {"a": {2022: Reason.ROW_REJECTED, 2023: "2"}}, ("a",)),
        (a_relation("rise", "a", "b"), {}, ("a", "b")),
        (a_relation("faster_than", "a", than="b"), {"b": two("1", "2")}, ("a",)),
        (a_relation("faster_than", "a", than="b"), {"a": two("1", "2")}, ("b",)),
        (a_relation("faster_than", "a", than="b"), {"a": two("1", "2"), "b": {2023: "1"}}, ("b",)),
        (a_relation("more_than", "a", than="b"), {"a": {2023: "1"}, "b": {2022: "1"}}, ("b",)),
        (a_relation("more_than", "a", than="b"), {"b": {2023: "1"}}, ("a",)),
        (a_relation("more_than", "a", "c", than="b"), {"a": {2023: "1"}, "c": {2023: "1"}}, ("b",)),
        (a_relation("at_least_ratio", "a", than="b", rate="5"), {"a": {2023: "1"}}, ("b",)),
        (a_relation("at_least_ratio", "a", than="b", rate="5"), {"b": {2023: "1"}}, ("a",)),
        (a_relation("average_growth", "a", rate="5"), {"a": {2023: "1"}}, ("a",)),
        (a_relation("any_improves", "a", "b"), {"a": two("1", "2")}, ("b",)),
    ],
)
def test_what_a_comparison_lacks_is_named(
    relation: Any, known: dict[str, Values], lacking: tuple[str, ...]
) -> None:
    done = judged(relation, 2023, None, **known)
    assert (told(done), done.lacking) == ("not_assessed(no_reference)", lacking)


@pytest.mark.parametrize(
    ("relation", "known"),
    [
        (a_relation("average_growth", "a", rate="5"), {"a": two("0", "1")}),
        (a_relation("average_growth", "a", rate="5"), {"a": two("-2", "1")}),
        (a_relation("faster_than", "a", than="b"), {"a": two("1", "2"), "b": two("0", "1")}),
        (a_relation("faster_than", "a", than="b"), {"a": two("1", "2"), "b": two("-1", "1")}),
        (
            a_relation("at_least_ratio", "a", than="b", rate="5"),
            {"a": {2023: "1"}, "b": {2023: "-1"}},
        ),
    ],
)
def test_nothing_and_less_than_nothing_have_no_growth(
    relation: Any, known: dict[str, Values]
) -> None:
    assert told(judged(relation, 2023, None, **known)) == "not_assessed(growth_undefined)"


@pytest.mark.parametrize(
    ("rate", "now", "expected"),
    [
        ("10", "110", "achieved"),  # at the rate itself
        ("10", "109.99", "missed"),
        ("0", "100", "achieved"),
        ("-5", "95", "achieved"),
        ("-5", "94", "missed"),
        ("10", "0", "missed"),
        ("", "110", "not_assessed(external_standard_missing)"),
        (None, "110", "not_assessed(external_standard_missing)"),
    ],
)
def test_growth_of_each_year(rate: str | None, now: str, expected: str) -> None:
    relation = a_relation("average_growth", "a", rate=rate)
    assert told(judged(relation, a=two("100", now))) == expected


def test_a_rate_that_is_not_at_hand_leaves_every_year_open() -> None:
    done = judged(a_relation("average_growth", "a", rate=""), 2021, a={2020: "1", 2021: "2"})
    assert (told(done), done.lacking) == ("not_assessed(external_standard_missing)", ())
    assert period(done) == "not_assessed ?2021"
    assert [side.year for side in done.sides] == [2020, 2021]


@pytest.mark.parametrize(
    ("relation", "known", "expected"),
    [
        # One that broke it is enough, whatever the others may be.
        (a_relation("not_fall", "a", "b"), {"a": two("3", "2")}, "missed"),
        (a_relation("not_fall", "b", "a"), {"a": two("3", "2")}, "missed"),
        (a_relation("not_fall", "a", "b"), {"a": two("3", "2"), "b": two("2", ">1")}, "missed"),
        (
            a_relation("faster_than", "a", "c", than="b"),
            {"a": two("2", "2"), "b": two("1", "1")},
            "missed",
        ),
        (
            a_relation("not_fall", "a", "b"),
            {"a": two("2", "3"), "b": two("2", ">1")},
            "not_assessed(bounds_disagree)",
        ),
        (
            a_relation("more_than", "a", "c", than="b"),
            {"a": {2023: "2"}, "b": {2023: "1"}, "c": {2023: "1"}},
            "missed",
        ),
        (
            a_relation("more_than", "a", "c", than="b"),
            {"a": {2023: "2"}, "b": {2023: "1"}, "c": {2023: "3"}},
            "achieved",
        ),
        # And of ranks one that moved up.
        (a_relation("any_improves", "a", "b"), {"a": two("3", "2")}, "achieved"),
        (a_relation("any_improves", "b", "a"), {"a": two("3", "2")}, "achieved"),
        (
            a_relation("any_improves", "a", "b"),
            {"a": two("3", "2"), "b": two("2", "9")},
            "achieved",
        ),
        (a_relation("any_improves", "a", "b"), {"a": two("3", "3"), "b": two("2", "9")}, "missed"),
        (
            a_relation("any_improves", "a", "b"),
            {"a": two("3", "3"), "b": two("2", "<=2")},
            "not_assessed(bounds_disagree)",
        ),
    ],
)
def test_what_is_certain_decides(relation: Any, known: dict[str, Values], expected: str) -> None:
    done = judged(relation, 2023, None, **known)
    assert told(done) == expected
    assert done.lacking == (("b",) if "bounds" in expected else ())


# More than 3 projects are 4 at least, fewer than 5 are 4 at most.
@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("4", ">3", "achieved"),
        ("4", ">2", "not_assessed(bounds_disagree)"),
        ("<5", "4", "achieved"),
        ("<5", "3", "not_assessed(bounds_disagree)"),
    ],
)
def test_a_count_beyond_a_strict_end_is_the_next_whole_number(
    before: str, now: str, expected: str
) -> None:
    series = {"a": a_series("家", kind="count")}
    relation, values = a_relation("not_fall", "a"), two(before, now)
    assert told(judged(relation, 2023, series, a=values)) == expected
    assert told(judged(relation, a=values)) == "not_assessed(bounds_disagree)"


@pytest.mark.parametrize(
    ("rule", "year", "now", "expected"),
    [
        ("not_fall", 2021, "2.90", "on_track"),
        ("not_fall", 2024, "2.89", "behind"),
        ("not_fall", 2025, "2.90", "achieved"),
        ("not_fall", 2025, "2.89", "missed"),
        ("rise", 2024, "2.90", "behind"),
        ("rise", 2024, "2.91", "on_track"),
        ("rise", 2025, "2.90", "missed"),
        ("rise", 2025, ">2.90", "achieved"),
        ("rise", 2025, ">=2.90", "not_assessed(bounds_disagree)"),
        ("rise", 2024, ">=2.90", "not_assessed(bounds_disagree)"),
        ("rise", 2024, Reason.NO_DATA, "not_assessed(no_reference)"),
    ],
)
def test_over_the_period_the_last_year_decides(
    rule: str, year: int, now: str | Reason, expected: str
) -> None:
    # The years between do not count: here they lie far above and far below.
    between: Values = {2022: "9", 2023: "0"}
    series = {"a": a_series(known={2020: "2.90"})}
    done = judged(a_relation(rule, "a", span="period"), year, series, a={**between, year: now})
    assert told(done) == expected
    assert done.period is None
    known_sides = [2020] if isinstance(now, Reason) else [2020, year]
    assert [side.year for side in done.sides] == known_sides


def test_more_than_over_the_period_looks_at_the_year_alone() -> None:
    relation = a_relation("more_than", "a", than="b", span="period")
    values: dict[str, Values] = {"a": {2023: "2", 2025: "1"}, "b": {2023: "1", 2025: "1"}}
    assert told(judged(relation, 2023, None, **values)) == "on_track"
    assert told(judged(relation, 2025, None, **values)) == "missed"


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        ({2021: "11"}, "achieved"),
        ({2021: "10"}, "missed"),
        ({2020: "11", 2021: "11"}, "achieved"),  # judged on what the plan prints
        ({2020: Reason.NOT_REPORTED, 2021: "11"}, "achieved"),  # but nothing is no figure
    ],
)
def test_the_first_year_stands_against_the_printed_baseline(filed: Values, expected: str) -> None:
    done = judged(a_relation("rise", "a"), 2021, {"a": a_series(known={2020: "10"})}, a=filed)
    assert told(done) == expected
    assert [side.year for side in done.sides] == [2020, 2021]


def test_values_that_the_plan_prints_for_later_years_count_too() -> None:
    series = {"a": a_series(known={2021: "12", 2022: "11"})}
    assert told(judged(a_relation("rise", "a"), 2022, series)) == "missed"


def test_later_years_are_not_looked_at() -> None:
    known: Values = {2020: "1", 2021: "2", 2022: "1"}
    done = judged(a_relation("rise", "a"), 2021, a=known)
    assert (told(done), period(done)) == ("achieved", "on_track")


SHARE = {"part": a_series(), "whole": a_series(), "share": a_series("%", formula="part / whole")}


def test_a_share_without_one_of_its_parts_is_itself_what_lacks() -> None:
    known: dict[str, Values] = {"part": two("2", "3"), "whole": {2022: "100"}}
    done = judged(a_relation("rise", "share"), 2023, SHARE, **known)
    assert (told(done), done.lacking) == ("not_assessed(no_reference)", ("share",))


def test_a_share_is_as_unsettled_as_its_parts() -> None:
    whole = {y: an_actual(y, "100", indicator="whole") for y in (2022, 2023)}
    whole[2022] = an_actual(2022, "100", indicator="whole", status=Status.SAMPLE)
    known: dict[str, Values] = {"part": two("2", "3"), "whole": whole}
    done = judged(a_relation("rise", "share"), 2023, SHARE, **known)
    assert (told(done), [flag.value for flag in done.flags]) == ("achieved", ["sample"])


def test_a_year_that_is_not_compared_leaves_no_flag() -> None:
    known: Values = {2021: an_actual(2021, "1", status=Status.SAMPLE), **two("1", "2")}
    assert judged(a_relation("rise", "a"), 2023, a=known).flags == ()


def test_a_period_ends_with_the_plan_and_not_with_the_year_judged() -> None:
    relation = a_relation("more_than", "a", than="b")
    every = dict.fromkeys(range(2021, 2026), "2")
    known: dict[str, Values] = {"a": every, "b": {**every, 2022: "1", 2024: "1"}}
    assert period(judged(relation, 2021, None, **known)) == "missed -2021"
    assert period(judged(relation, 2025, None, **known)) == "missed -2021 -2023 -2025"
    known["b"] = dict.fromkeys((2021, 2022, 2025), "1")
    assert period(judged(relation, 2022, None, **known)) == "on_track"
    assert period(judged(relation, 2025, None, **known)) == "not_assessed ?2023 ?2024"
    known["b"] = {2021: "1", 2022: "2", 2025: "1"}
    assert period(judged(relation, 2025, None, **known)) == "missed -2022 ?2023 ?2024"


@pytest.mark.parametrize(
    ("before", "now", "not_rise", "fall"),
    [
        ("5", "4", "achieved", "achieved"),
        ("5", "5", "achieved", "missed"),
        ("5", "6", "missed", "missed"),
    ],
)
def test_what_must_not_rise_and_what_must_fall(
    before: str, now: str, not_rise: str, fall: str
) -> None:
    assert told(judged(a_relation("not_rise", "a"), a=two(before, now))) == not_rise
    assert told(judged(a_relation("fall", "a"), a=two(before, now))) == fall


@pytest.mark.parametrize(
    ("rule", "is_yearly"),
    [("rise", True), ("faster_than", True), ("average_growth", False), ("any_improves", False)],
)
def test_what_speaks_of_the_baseline_is_held_against_it(rule: str, *, is_yearly: bool) -> None:
    relation = Relation.model_validate(a_relation(rule, "a") | {"span": None})
    assert relation.is_yearly is is_yearly
