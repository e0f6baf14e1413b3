"""Derived figures: printed before filed before computed, and what print can explain."""

from fractions import Fraction

import pytest

from jdzplan.actuals import Figure, Missing, Qualifier, Status
from jdzplan.judging.derive import Figures, with_derived
from jdzplan.verdicts import Reason
from tests.builders import a_figure, a_plan, actuals_for, an_actual, an_indicator
from tests.duties import Values, a_series, figures, with_duties

SERIES = {
    "spending": a_series(known={2020: "21.01"}),
    "gdp": a_series(known={2020: "957.14"}),
    "share": a_series("%", known={2020: "2.20"}, formula="spending / gdp * 100"),
    "twice": a_series("%", formula="share * 2"),
}
PLAN = with_duties(series=SERIES)


def value(known: Figures, key: str, year: int) -> Fraction | None:
    actual = known.find(key, year)
    return actual.figure.fraction if actual and actual.figure else None


def test_printed_goes_before_filed_and_filed_before_computed() -> None:
    known = figures(PLAN, {"spending": {2020: "30", 2021: "24"}, "gdp": {2021: "1000"}})
    assert value(known, "spending", 2020) == Fraction("21.01")
    assert value(known, "gdp", 2020) == Fraction("957.14")
    assert value(known, "share", 2020) == Fraction("2.20")
    assert value(known, "share", 2021) == Fraction("2.4")
    assert value(known, "twice", 2021) == Fraction("4.8")
    assert value(known, "share", 2022) is None


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        ("2.5", Fraction("2.5")),
        (Reason.NOT_REPORTED, Fraction("2.4")),  # an empty cell is no answer
        (Reason.NO_DATA, None),  # a mark is one
        (Reason.ROW_REJECTED, None),
    ],
)
def test_what_was_filed_is_not_replaced(filed: str | Reason, expected: Fraction | None) -> None:
    known: dict[str, Values] = {"spending": {2021: "24"}, "gdp": {2021: "1000"}}
    known |= {"share": {2021: filed}}
    assert value(figures(PLAN, known), "share", 2021) == expected
    plain = {key: actuals_for(theirs, indicator=key) for key, theirs in known.items()}
    share = with_derived(PLAN, plain, range(2020, 2023))["share"][2021]
    assert (share.figure.fraction if share.figure else None) == expected


@pytest.mark.parametrize(
    "gdp", [{}, {2021: Reason.NO_DATA}, {2021: "0"}, {2021: ">=1000"}, {2021: "900..1000"}]
)
def test_without_every_part_nothing_is_computed(gdp: Values) -> None:
    known = figures(PLAN, {"spending": {2021: "24"}, "gdp": gdp})
    assert value(known, "share", 2021) is None
    assert value(known, "twice", 2021) is None


@pytest.mark.parametrize(
    ("gdp", "reason"),
    [
        ("0", Reason.GROWTH_UNDEFINED),
        (">=1000", Reason.BOUNDS_DISAGREE),
        ("900..1000", Reason.BOUNDS_DISAGREE),
    ],
)
def test_figures_that_are_all_there_and_give_nothing_say_why(gdp: str, reason: Reason) -> None:
    found = figures(PLAN, {"spending": {2021: "24"}, "gdp": {2021: gdp}}).find("share", 2021)
    assert found is not None
    assert found.value == Missing(reason)


def test_a_computed_figure_names_its_parts_and_is_as_unsettled_as_they_are() -> None:
    parts = {
        "spending": {2021: an_actual(2021, "24", status=Status.FINAL, indicator="spending")},
        "gdp": {2021: an_actual(2021, "1000", status=Status.PRELIMINARY, indicator="gdp")},
    }
    found = Figures(PLAN, parts).find("share", 2021)
    assert found is not None
    assert [part.indicator for part in found.parts] == ["spending", "gdp"]
    assert (found.status, found.place) == (Status.PRELIMINARY, parts["gdp"][2021].place)


def test_only_measured_parts_were_rounded() -> None:
    series = {
        "firms": a_series("家", kind="count"),
        "all": a_series("家", kind="count"),
        "share": a_series("%", formula="firms / all * 100"),
    }
    known = figures(with_duties(series=series), {"firms": {2021: "1"}, "all": {2021: "3"}})
    share = known.find("share", 2021)
    assert share is not None
    assert share.figure is not None
    assert share.figure.rounding == 0
    assert share.figure.fraction == Fraction(100, 3)
    assert str(share.figure.value) == "33.3333"


# 21.01 over 957.14 is 2.19508... per cent; half units leave 2.19454 to 2.19561.
@pytest.mark.parametrize(
    ("reported", "agrees"),
    [
        ("2.20", True),
        ("2.2", True),
        ("2", True),
        ("2.195", True),
        ("2.19", True),  # 2.185 to 2.195
        ("2.18", False),
        ("2.21", False),
        ("2.30", False),
        (">=2.19", True),
        (">2.2", False),
        ("<2.19", False),
        ("2.1..2.2", True),
        ("2.2..2.3", False),
    ],
)
def test_a_gap_is_what_print_cannot_explain(reported: str, agrees: bool) -> None:
    gap = figures(PLAN, {}).gap("share", 2020, a_figure(reported))
    assert (gap is None) is agrees
    assert gap is None or round(gap.fraction, 5) == Fraction("2.19508")


def test_a_member_is_known_by_what_was_filed_alone() -> None:
    plan = a_plan(an_indicator(None, {"form": "named_set"}, members={"m": {"zh": "子"}}))
    assert value(figures(plan, {"x/m": {2021: "1"}}), "x/m", 2021) == 1
    assert value(figures(plan, {}), "x/m", 2020) is None


def test_without_a_formula_there_is_no_gap() -> None:
    assert figures(PLAN, {}).gap("gdp", 2020, a_figure("1")) is None
    assert figures(PLAN, {}).gap("share", 2021, a_figure("1")) is None


def test_an_indicator_is_judged_on_what_its_formula_gives() -> None:
    plan = with_duties(
        a_plan(an_indicator(formula="a + b")), series={"a": a_series("家"), "b": a_series("家")}
    )
    known = {"a": actuals_for({2021: "19"}), "b": actuals_for({2021: "1"})}
    derived = with_derived(plan, known, range(2020, 2022))
    figure = derived["x"][2021].figure
    assert isinstance(figure, Figure)
    assert figure.fraction == 20
    assert "x" not in known


def test_what_the_plan_prints_is_not_computed_over() -> None:
    plan = with_duties(
        a_plan(
            an_indicator(
                "2.20",
                "at_most 2.5",
                better="lower",
                kind="measured",
                unit="%",
                formula="a / b * 100",
            )
        ),
        series={"a": a_series(known={2020: "21.01"}), "b": a_series(known={2020: "957.14"})},
    )
    derived = with_derived(plan, {}, range(2020, 2022))
    assert 2020 not in derived.get("x", {})


def test_about_stays_about() -> None:
    plan = with_duties(
        series={"a": a_series(), "b": a_series(), "s": a_series("%", formula="a / b * 100")}
    )
    actual = figures(plan, {"a": {2021: "~24"}, "b": {2021: "1000"}}).find("s", 2021)
    assert actual is not None
    assert actual.figure is not None
    assert actual.figure.qualifier is Qualifier.APPROXIMATE
