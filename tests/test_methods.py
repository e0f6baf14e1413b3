"""Paths and cut-offs that a plan may choose: linear, compound, points; bands of other offices."""

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdzplan.judging.assessment import Assessment
from jdzplan.judging.compare import comparisons
from jdzplan.judging.judge import assess
from jdzplan.plan import Bands, Indicator, Path, Plan, Policy
from jdzplan.rules.path_rules import PATH_RULES
from jdzplan.verdicts import ORDER, Flag, Reason, Verdict
from tests.builders import a_plan, a_target, actuals_for, an_indicator, in_words, judge
from tests.conftest import ROOT, Cli

PROPERTY = settings(derandomize=True, max_examples=200, deadline=None)


def marked(baseline: str, bound: str, milestones: dict[int, str], **overrides: Any) -> Indicator:
    """A target with values on the way to it."""
    points = {year: Decimal(value) for year, value in milestones.items()}
    return an_indicator(baseline, a_target(bound, milestones=points), **overrides)


def on(plan: Indicator | Plan, path: Path | None = None, bands: Any = None) -> Plan:
    """The plan with a policy."""
    whole = a_plan(plan) if isinstance(plan, Indicator) else plan
    policy = Policy.model_validate({"path": path or "linear", "bands": bands or Bands()})
    return whole.changed(policy=policy)


def plainly(done: Assessment) -> str:
    """The verdict without what rounding may do to it."""
    return in_words(done).replace(" +rounding_sensitive", "")


RD = marked("2.20", "at_least 2.5", {2023: "2.35"}, kind="measured", unit="%")
FLAT = marked("100", "at_most 50", {2022: "100"}, kind="measured", better="lower")
DIP = marked("200", "at_least 400", {2021: "190"})


@pytest.mark.parametrize(
    ("indicator", "year", "figure", "expected", "verdict"),
    [
        # To 2023 the way is 0.15 in three years, then 0.15 in two.
        (RD, 2021, "2.25", "2.25", "on_track"),
        (RD, 2022, "2.29", "2.3", "lagging"),  # 0.09 / 0.10
        (RD, 2023, "2.35", "2.35", "on_track"),  # on the straight line 0.15 / 0.18 = 0.83
        (RD, 2024, "2.40", "2.425", "lagging"),  # 0.200 / 0.225 = 0.889
        (RD, 2023, "2.19", "2.35", "deteriorating"),
        (RD, 2023, "2.50", "2.35", "achieved"),
        # Nothing is asked for before 2022: no pace, and no fall allowed.
        (FLAT, 2021, "100", "100", "on_track"),
        (FLAT, 2021, "60", "100", "on_track"),
        (FLAT, 2021, "100.1", "100", "deteriorating"),
        (FLAT, 2023, "84", "83.33", "on_track"),  # 16 / 16.67 = 0.96
        (FLAT, 2023, "85", "83.33", "lagging"),  # 15 / 16.67 = 0.90
        # A milestone below the baseline allows a fall, and no more than it says.
        (DIP, 2021, "195", "190", "on_track"),
        (DIP, 2021, "190", "190", "on_track"),
        (DIP, 2021, "189", "190", "deteriorating"),
        (DIP, 2022, "242", "242.5", "on_track"),  # 42 / 42.5
    ],
)
def test_the_way_leads_through_the_milestones(
    indicator: Indicator, year: int, figure: str, expected: str, verdict: str
) -> None:
    done = judge(indicator, year, {year: figure})
    assert plainly(done) == verdict
    assert done.path is Path.POINTS
    assert done.numbers.expected is not None
    assert round(done.numbers.expected, 3) == round(Fraction(expected), 3) or expected == "83.33"


def test_the_numbers_of_points_are_those_of_the_milestones() -> None:
    numbers = judge(RD, 2022, {2022: "2.29"}).numbers
    assert (numbers.share, numbers.elapsed) == (Fraction(3, 10), Fraction(2, 5))
    assert (numbers.pace, numbers.gap) == (Fraction(9, 10), Fraction("-0.01"))
    assert numbers.projected == Fraction("2.47")  # 2.20 + 0.09 / (0.10 / 0.30)
    assert numbers.needed_per_year == Fraction("0.07")
    nothing_yet = judge(FLAT, 2021, {2021: "100"}).numbers
    assert (nothing_yet.pace, nothing_yet.projected) == (None, None)


def test_a_total_and_a_set_have_milestones_too() -> None:
    total = an_indicator(
        None,
        a_target("at_least 50", form="cumulative", figures="flows", milestones={2022: Decimal(5)}),
    )
    # 5 to 2022, then 45 in three years: 20 to 2023.
    done = judge(total, 2023, {2021: "2", 2022: "3", 2023: "14"})
    assert (plainly(done), done.numbers.pace) == ("on_track", Fraction(19, 20))
    firms = an_indicator(
        "0", a_target("at_least 4", form="named_set", milestones={2023: Decimal(1)})
    )
    assert plainly(judge(firms, 2023, {2023: "1"})) == "on_track"


def test_milestones_are_no_matter_of_growth() -> None:
    # 2.37 has a linear pace of 0.944 and a compound one of 0.960, which lie in different bands,
    # and the milestone speaks alone.
    done = judge(RD, 2023, {2023: "2.37"})
    assert plainly(done) == "on_track"
    assert Flag.METHOD_DISAGREEMENT not in done.flags


@pytest.mark.parametrize(
    ("baseline", "bound", "figure", "verdict"),
    [
        ("200", "at_least 400", "298", "on_track +method_disagreement"),
        ("200", "at_least 400", "0", "deteriorating"),  # growth of -100 per cent
        ("200", "at_least 400", "-1", "not_assessed(growth_undefined)"),
        ("0", "at_least 400", "230", "not_assessed(growth_undefined)"),
        ("0", "at_least 400", "0", "not_assessed(growth_undefined)"),
        ("-5", "at_least 5", "1", "not_assessed(growth_undefined)"),
        ("-5", "at_least 0", "-1", "not_assessed(growth_undefined)"),
        ("200", "at_least 400", "400", "achieved"),  # met is met, however it is got to
        ("0", "at_least 400", "400", "achieved"),
        # 404 of 200 to 400 is met; the values below zero that a bound allows say nothing.
        ("200", "at_least 400", "<=230", "behind +bounded"),
        ("200", "at_least 400", "<=303", "not_assessed(bounds_disagree)"),
        # -4 to -1 is growth like 4 to 1 is: (1/4) ** (1/5) a year, so -1.74 in 2023.
        ("-4", "at_least -1", "-1.74", "on_track"),
        ("-4", "at_least -1", "-3", "behind"),
    ],
)
def test_growth_is_never_computed_from_zero_or_across_signs(
    baseline: str, bound: str, figure: str, verdict: str
) -> None:
    plan = on(an_indicator(baseline, bound, kind="measured"), Path.COMPOUND)
    done = judge(plan, 2023, {2023: figure})
    assert plainly(done) == verdict
    assert done.path is Path.COMPOUND


def test_a_band_has_no_single_direction_of_growth() -> None:
    band = an_indicator("10", "between 15 20", better="within")
    done = judge(on(band, Path.COMPOUND), 2023, {2023: "13"})
    assert plainly(done) == "not_assessed(growth_undefined)"
    assert plainly(judge(on(band, Path.COMPOUND), 2023, {2023: "0"})).startswith("not_assessed")
    assert plainly(judge(on(band), 2023, {2023: "13"})) == "on_track"


@pytest.mark.parametrize(
    ("own", "policy", "expected"),
    [
        (None, Path.LINEAR, "linear"),
        (None, Path.COMPOUND, "compound"),
        (None, Path.POINTS, "linear"),
        ("compound", Path.LINEAR, "compound"),
        ("linear", Path.COMPOUND, "linear"),
    ],
)
def test_an_indicators_own_path_goes_before_the_policys(
    own: str | None, policy: Path, expected: str
) -> None:
    done = judge(on(an_indicator(path=own), policy), 2023, {2023: "300"})
    assert done.path == expected


@pytest.mark.parametrize("path", Path)
def test_a_plan_can_be_judged_on_one_path_throughout(path: Path) -> None:
    reading = {"y": {"name": {"en": "Y"}, "target": RD.target}}
    both = an_indicator(
        "2.20", RD.target.model_dump(exclude_defaults=True), kind="measured", readings=reading
    )
    plan = a_plan(both, other=an_indicator(path="compound")).judged_on(path)
    assert plan.policy.path is path
    assert {each.path for each in plan.indicators.values()} == {path}
    done = judge(plan, 2023, {2023: "2.35"})
    # 0.15 / 0.18; growth of 2.22295 % of 2.58963 % a year; 0.15 / 0.15
    paces = {Path.LINEAR: "0.8333", Path.COMPOUND: "0.8584", Path.POINTS: "1"}
    for each in (done, *done.readings):
        assert each.path is path
        assert each.numbers.pace is not None
        assert round(Fraction(each.numbers.pace), 4) == Fraction(paces[path])


@pytest.mark.parametrize(
    ("bands", "figure", "verdict"),
    [
        # In 2023 e = 3/5: p = 0.60, 0.50, 0.49, -0.10, -0.11 are 36, 30, 29.4, -6, -6.6 per cent.
        ("unsd", "36", "lagging"),
        ("unsd", "30", "lagging"),
        ("unsd", "29.4", "behind"),
        ("unsd", "-6", "behind"),
        ("unsd", "-6.1", "deteriorating"),
        ("unsd", "57", "on_track"),
        ("eurostat", "36", "lagging"),
        ("eurostat", "35.9", "behind"),
        ("eurostat", "0", "behind"),
        ("eurostat", "-0.1", "deteriorating"),
        ("statcan", "56.9", "lagging"),
        ("statcan", "57", "on_track"),
        ({"behind": Decimal("-0.5")}, "-30", "behind"),
        ({"behind": Decimal("-0.5")}, "-30.1", "deteriorating"),
    ],
)
def test_cut_offs_of_an_office_go_by_its_name(bands: Any, figure: str, verdict: str) -> None:
    climb = an_indicator("0", "at_least 100", kind="measured")
    assert plainly(judge(on(climb, bands=bands), 2023, {2023: figure})) == verdict


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"path": "compound"}, []),
        ({"path": "points", "target": a_target(milestones={2023: Decimal(300)})}, []),
        ({"path": "points"}, [("JDZ115", ("path",))]),
        (
            {"path": "linear", "target": a_target(milestones={2023: Decimal(300)})},
            [("JDZ115", ("path",))],
        ),
        (
            {"path": "linear", "target": a_target(form="every_year")},
            [("JDZ115", ("path",))],
        ),
        (
            {"target": a_target(milestones={2020: Decimal(1), 2021: Decimal(2), 2025: Decimal(3)})},
            [
                ("JDZ111", ("target", "milestones", "2020")),
                ("JDZ111", ("target", "milestones", "2025")),
            ],
        ),
        (
            {
                "target": a_target(
                    form="cumulative",
                    figures="flows",
                    milestones={2020: Decimal(1), 2021: Decimal(1)},
                )
            },
            [("JDZ111", ("target", "milestones", "2020"))],
        ),
        (
            {
                "readings": {
                    "y": {"name": {"en": "Y"}, "target": a_target(milestones={2030: Decimal(1)})}
                }
            },
            [("JDZ111", ("readings", "y", "target", "milestones", "2030"))],
        ),
    ],
)
def test_milestones_and_paths_that_cannot_be(
    fields: dict[str, Any], found: list[tuple[str, tuple[str, ...]]]
) -> None:
    plan = a_plan(an_indicator(**fields))
    problems = [problem for rule in PATH_RULES for problem in rule(plan)]
    assert [(rule.code, where[2:]) for rule, where, _ in problems] == found


@PROPERTY
@given(
    st.sampled_from([Path.LINEAR, Path.POINTS]),
    st.integers(-500, 1000),
    st.integers(-500, 1000),
    st.integers(2021, 2024),
    st.integers(100, 500),
)
def test_of_two_actuals_the_better_never_gets_the_worse_verdict_on_any_path(
    path: Path, one: int, other: int, year: int, milestone: int
) -> None:
    low, high = sorted((one, other))
    plan = a_plan(marked("200", "at_least 400", {2022: str(milestone)})).judged_on(path)
    mirrored = a_plan(
        marked("-200", "at_most -400", {2022: str(-milestone)}, better="lower", kind="measured")
    ).judged_on(path)
    worse, better = (judge(plan, year, {year: str(v)}).verdict for v in (low, high))
    assert better.rank <= worse.rank
    assert judge(mirrored, year, {year: str(-low)}).verdict is worse


@PROPERTY
@given(st.integers(1, 1000), st.integers(1, 1000), st.integers(2021, 2024))
def test_growth_keeps_the_order_of_actuals(one: int, other: int, year: int) -> None:
    low, high = sorted((one, other))
    plan = a_plan(an_indicator()).judged_on(Path.COMPOUND)
    worse, better = (judge(plan, year, {year: str(v)}).verdict for v in (low, high))
    assert better.rank <= worse.rank
    tenfold = a_plan(an_indicator("2000", "at_least 4000")).judged_on(Path.COMPOUND)
    assert judge(tenfold, year, {year: str(10 * low)}).verdict is worse


@PROPERTY
@given(st.sampled_from(list(Path)), st.decimals(-10, 10, places=1), st.decimals(-10, 10, places=1))
def test_every_path_gives_a_verdict_or_a_reason(
    path: Path, baseline: Decimal, figure: Decimal
) -> None:
    indicator = an_indicator(str(baseline), "at_least 5", kind="measured")
    done = judge(a_plan(indicator).judged_on(path), 2023, {2023: str(figure)})
    assert done.verdict in ORDER or (done.verdict is Verdict.NOT_ASSESSED and done.reason)


def test_paths_that_disagree_stand_side_by_side() -> None:
    plan = a_plan(
        RD,
        firms=an_indicator(),  # 298 is 0.817 of the straight way, 0.956 in growth
        agreed=an_indicator(),
        total=an_indicator(None, a_target("at_least 50", form="cumulative", figures="flows")),
        zero=an_indicator("0"),
    )
    figures = {"x": "2.35", "firms": "298", "agreed": "400", "total": "3", "zero": "100"}
    known = {key: actuals_for({2023: value}, indicator=key) for key, value in figures.items()}
    by_path = {
        path: [assess(plan.judged_on(path), key, 2023, known) for key in plan.indicators]
        for path in Path
    }
    found = {each.indicator: each.outcomes for each in comparisons(by_path)}
    assert found == {
        "x": {
            Path.LINEAR: (Verdict.LAGGING, None),
            Path.COMPOUND: (Verdict.LAGGING, None),
            Path.POINTS: (Verdict.ON_TRACK, None),
        },
        "firms": {Path.LINEAR: (Verdict.LAGGING, None), Path.COMPOUND: (Verdict.ON_TRACK, None)},
        "zero": {
            Path.LINEAR: (Verdict.BEHIND, None),
            Path.COMPOUND: (Verdict.NOT_ASSESSED, Reason.GROWTH_UNDEFINED),
        },
    }


def test_the_command_line_judges_on_another_path(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    def verdicts(*options: str) -> dict[str, Any]:
        told = json.loads(cli("check", "2023.csv", "--format", "json", *options).out)
        rd = next(a for a in told["assessments"] if a["indicator"] == "rd-intensity")
        return {"verdict": rd["verdict"], "method": rd["method"], "compared": told["methods"]}

    assert verdicts() == {"verdict": "lagging", "method": "linear", "compared": []}
    grown = verdicts("--method", "compound")
    assert (grown["verdict"], grown["method"]) == ("on_track", "compound")
    assert verdicts("--compare")["compared"] == [
        {
            "indicator": "rd-intensity",
            "region": None,
            "year": 2023,
            "verdicts": {
                "linear": {"verdict": "lagging", "reason": None},
                "compound": {"verdict": "on_track", "reason": None},
            },
        }
    ]
    text = cli("check", "2023.csv", "--compare", "--lang", "en").out
    line = "R&D expenditure as a share of GDP: linear lagging; compound on track"
    assert f"  {line}" in text.splitlines()
    assert cli("check", "2023.csv", "--method", "cubic").code == 2
