"""Regions: their rows, their shares of targets, and sums of what adds up. Worked out by hand."""

import csv
import json
import re
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from jdzplan.actuals import Row, Status, YearFile
from jdzplan.catalogue import Rule
from jdzplan.check import Result, check
from jdzplan.collecting.collect import collect
from jdzplan.collecting.template import Empty, by_owner, by_region, whole_year
from jdzplan.formats import By, Format, render
from jdzplan.gate import FailOnVerdict, Gate
from jdzplan.judging.assessment import Assessment
from jdzplan.owners import shares, units
from jdzplan.plan import Plan, Series, Task
from jdzplan.rules.plan_rules import check_plan
from jdzplan.verdicts import Reason, Verdict
from jdzplan.wording import words_in
from jdzplan.wording.sentences import message
from tests.builders import a_row, a_year, an_indicator, in_words
from tests.regions import ALL, REGIONS, SHARES, a_city, a_region, a_share, broken_down, rows


def checked(plan: Plan, *figures: Row, year: int = 2023, **options: Any) -> Result:
    return check(plan, [a_year(year, *figures)], **options)


def verdicts(result: Result) -> dict[str | None, str]:
    """In words by region, without what a flag adds on rounding or on the other path."""
    told = {each.region: in_words(each) for each in (*result.assessments, *result.regional)}
    beside = re.compile(r" \+(rounding_sensitive|method_disagreement)")
    return {region: beside.sub("", words) for region, words in told.items()}


def found(result: Result) -> list[tuple[Rule, str | None]]:
    return [(finding.rule, finding.region) for finding in result.findings]


def broken(plan: Plan) -> list[tuple[Rule, tuple[str | int, ...], object]]:
    return [(rule, where, params.get("kind")) for rule, where, params in check_plan(plan)]


# --- the plan ---------------------------------------------------------------------------------


def test_shares_and_reserve_that_come_to_the_whole_are_fine() -> None:
    assert broken(a_city()) == []


AT = ("indicators", "x", "breakdown", 0)
TWO = {"east": a_share("at_least 200"), "west": a_share("at_least 190")}
CAP = {"better": "lower"}


@pytest.mark.parametrize(
    ("target", "fields", "reserve", "shares", "short"),
    [
        # 200 + 190 + 10 = 400
        ("at_least 400", {}, "10", {}, None),
        # 200 + 190 + 9 = 399
        ("at_least 400", {}, "9", {}, (Decimal(399), Decimal(400), None)),
        # more than 400 of a count is 401
        ("more_than 400", {}, "10", {}, (Decimal(400), Decimal(401), None)),
        ("more_than 400", {}, "11", {}, None),
        # of an amount 400 itself is not more than 400, unless a share is more than its number
        ("more_than 400", {"kind": "measured", "additive": True}, "10", {}, (400, 400, None)),
        (
            "more_than 400",
            {"kind": "measured", "additive": True},
            "10",
            {"west": a_share("more_than 190")},
            None,
        ),
        # a cap: 200 + 190 + 10 = 400 is kept, 11 in reserve are too many
        (
            "at_most 400",
            CAP,
            "10",
            {"east": a_share("at_most 200"), "west": a_share("at_most 190")},
            None,
        ),
        (
            "at_most 400",
            CAP,
            "11",
            {"east": a_share("at_most 200"), "west": a_share("at_most 190")},
            (Decimal(401), Decimal(400), "over"),
        ),
        # each year and as a total it is the same
        ({"at_least": Decimal(400), "form": "every_year"}, {}, "9", {}, (399, 400, None)),
        (
            {"at_least": Decimal(400), "form": "cumulative", "figures": "flows"},
            {},
            "9",
            {},
            (399, 400, None),
        ),
    ],
)
def test_shares_and_reserve_are_held_against_the_whole(
    target: Any, fields: dict[str, Any], reserve: str, shares: dict[str, Any], short: Any
) -> None:
    breakdown = broken_down(reserve=reserve, **(TWO | shares))
    plan = a_city(an_indicator(None, target, breakdown=breakdown, **fields))
    told = [
        (params["found"], params["expected"], params.get("kind"))
        for rule, _, params in check_plan(plan)
        if rule is Rule.BREAKDOWN_SHORT
    ]
    assert told == ([] if short is None else [short])


SHARE_OF_GDP: dict[str, Any] = {"unit": "%", "kind": "measured"}


@pytest.mark.parametrize(
    ("target", "fields", "breakdown", "at", "kind"),
    [
        ("between 1 400", {"better": "within"}, broken_down(**TWO), (), None),
        ({"at_least": Decimal(2), "times_baseline": True}, {}, broken_down(**TWO), (), None),
        (
            {"form": "average_growth", "figures": "levels", "at_least": Decimal(8)},
            {},
            broken_down(**TWO),
            (),
            None,
        ),
        ("at_least 400", {"kind": "measured"}, broken_down(**TWO), (), "open"),
        (
            "at_least 2.5",
            SHARE_OF_GDP,
            broken_down(reserve="1", **TWO),
            ("reserve",),
            "reserve",
        ),
        (
            "at_least 300",
            {},
            broken_down(east=a_share("at_most 200"), west=a_share("at_least 300")),
            ("targets", "east"),
            "direction",
        ),
    ],
)
def test_what_cannot_be_broken_down_is_refused(
    target: Any, fields: dict[str, Any], breakdown: Any, at: tuple[str, ...], kind: str | None
) -> None:
    plan = a_city(an_indicator("200", target, breakdown=breakdown, **fields))
    conflicts = [p for p in broken(plan) if p[0] is Rule.BREAKDOWN_CONFLICT]
    assert conflicts == [(Rule.BREAKDOWN_CONFLICT, (*AT, *at), kind)]


def test_a_share_has_a_bound() -> None:
    with pytest.raises(ValidationError, match="exactly one bound"):
        a_city(an_indicator(breakdown=broken_down(east={"baseline": {2020: Decimal(80)}})))


def test_a_band_is_no_share() -> None:
    share = {"between": [Decimal(1), Decimal(300)]}
    plan = a_city(an_indicator(breakdown=broken_down(**(TWO | {"east": share}))))
    assert broken(plan) == [
        (Rule.BREAKDOWN_CONFLICT, (*AT, "targets", "east"), "direction"),
    ]


def test_shares_of_a_ratio_are_judged_and_never_added_up() -> None:
    shares = broken_down(east=a_share("at_least 2.6"), west=a_share("at_least 1.2"))
    plan = a_city(an_indicator("2.2", "at_least 2.5", breakdown=shares, **SHARE_OF_GDP))
    assert broken(plan) == []
    result = checked(plan, *rows("%", whole="2.5", east="2.7", west="1.1", south="9"))
    assert found(result) == []
    assert verdicts(result) == {
        None: "achieved",
        "east": "achieved",
        "west": "not_assessed(no_baseline)",
    }


@pytest.mark.parametrize(
    ("fields", "adds_up"),
    [
        ({"kind": "count"}, True),
        ({"kind": "count", "additive": False}, False),
        ({"kind": "count", "name": {"zh": "每万人专利拥有量"}}, None),
        ({"kind": "measured", "unit": "亿元"}, None),
        ({"kind": "measured", "unit": "亿元", "additive": True}, True),
        ({"kind": "count", "unit": "个/年"}, True),
        ({"kind": "measured", "unit": "%", "additive": True}, False),
        ({"kind": "measured", "unit": "件/万人"}, False),
        ({"kind": "measured", "unit": "2020年=100"}, False),
        ({"kind": "rank", "unit": "位"}, False),
    ],
)
def test_only_counts_and_what_the_plan_says_so_of_add_up(
    fields: dict[str, Any], adds_up: bool | None
) -> None:
    assert an_indicator(**fields).adds_up is adds_up


def test_a_ratio_that_is_said_to_add_up_is_refused() -> None:
    productivity = Series.model_validate(
        {
            "name": {"zh": "劳动生产率"},
            "unit": "万元/人",
            "kind": "measured",
            "additive": True,
            "source": {"chapter": 1},
        }
    )
    plan = a_city(series={"p": productivity})
    assert broken(plan) == [(Rule.BREAKDOWN_CONFLICT, ("series", "p", "additive"), "ratio")]


def test_regions_and_divisions_have_to_be_listed() -> None:
    regions = {
        **REGIONS,
        "north": a_region("北区", "countys"),
        "port": a_region("港区", "parks", within="eastt"),
    }
    shares = [
        broken_down("contys", east=a_share("at_least 400")),
        broken_down(wset=a_share("at_least 300"), park=a_share("at_least 100")),
    ]
    plan = a_city(an_indicator(breakdown=shares), regions=regions)
    told = [
        (where, params["found"], params.get("near"), params.get("kind"))
        for rule, where, params in check_plan(plan)
        if rule is Rule.REGION_UNLISTED
    ]
    second = ("indicators", "x", "breakdown", 1, "targets")
    assert told == [
        (("regions", "north", "division"), "countys", "counties", "division"),
        (("regions", "port", "within"), "eastt", "east", None),
        ((*AT, "division"), "contys", "counties", "division"),
        ((*second, "wset"), "wset", "west", None),
        ((*AT, "targets", "east"), "east", None, "elsewhere"),
        ((*second, "park"), "park", None, "elsewhere"),
    ]


def test_a_region_inside_another_of_its_division_would_count_twice() -> None:
    plan = a_city(regions={**REGIONS, "town": a_region("城关镇", within="east")})
    assert broken(plan) == [(Rule.BREAKDOWN_CONFLICT, ("regions", "town", "within"), "overlap")]


def test_one_division_is_broken_down_to_once() -> None:
    plan = a_city(an_indicator(breakdown=[SHARES, SHARES]))
    conflict = (Rule.BREAKDOWN_CONFLICT, ("indicators", "x", "breakdown", 1, "division"), "twice")
    assert broken(plan) == [conflict]


def test_a_name_means_one_region_and_never_the_whole() -> None:
    regions = {
        "east": a_region("东区"),
        "west": a_region("西区", aliases=["东区"]),
        "city": a_region("全市"),
    }
    plan = a_city(an_indicator(), regions=regions)
    assert broken(plan) == [
        (Rule.NAME_TAKEN, ("regions", "west"), "region"),
        (Rule.NAME_TAKEN, ("regions", "city"), "whole"),
    ]


def test_a_baseline_of_a_region_lies_before_the_plan() -> None:
    share = {"at_least": Decimal(400), "baseline": {2021: Decimal(80)}}
    plan = a_city(an_indicator(breakdown=broken_down(east=share)))
    assert broken(plan) == [(Rule.YEAR_ORDER, (*AT, "targets", "east", "baseline"), "baseline")]


@pytest.mark.parametrize(
    ("kind", "whole", "parts", "found"),
    [
        ("count", "200", ("80", "70", "50"), None),
        ("count", "200", ("80", "70", "51"), "201"),
        # ±0.05 three times: 12.3 may be 12.15 to 12.45, and 12.5 no less than 12.45
        ("measured", "12.5", ("4.1", "4.1", "4.1"), None),
        ("measured", "12.6", ("4.1", "4.1", "4.1"), "12.3"),
    ],
)
def test_baselines_of_all_regions_come_to_that_of_the_whole(
    kind: str, whole: str, parts: tuple[str, ...], found: str | None
) -> None:
    starts = dict(zip(("east", "west", "south"), parts, strict=True))
    shares = {key: a_share("at_least 200", start) for key, start in starts.items()}
    indicator = an_indicator(whole, breakdown=broken_down(**shares), kind=kind, additive=True)
    told = [
        str(params["found"])
        for rule, _, params in check_plan(a_city(indicator))
        if rule is Rule.BREAKDOWN_BASELINES
    ]
    assert told == ([] if found is None else [found])


def test_baselines_of_some_regions_are_not_compared() -> None:
    shares = broken_down(east=a_share("at_least 400", "900"), west=a_share("at_least 1"))
    assert broken(a_city(an_indicator(breakdown=shares))) == []


# --- rows of regions ---------------------------------------------------------------------------


def test_each_region_is_judged_against_its_own_share() -> None:
    """By 2023, 3 of 5 years are gone: e = 0.6.

    East (120 - 80) / (160 - 80) = 0.5, p = 0.83; west (110 - 70) / 70 = 0.571, p = 0.952; south
    (70 - 50) / 40 = 0.5, p = 0.83; the whole (300 - 200) / 200 = 0.5, p = 0.83.
    """
    result = checked(a_city(), *rows(**ALL))
    assert verdicts(result) == {
        None: "lagging",
        "east": "lagging",
        "west": "on_track",
        "south": "lagging",
    }
    west = result.regional[1]
    assert west.numbers.share == Fraction(4, 7)
    assert west.baseline == (2020, Decimal(70))
    assert west.target.lower is not None
    assert west.target.lower.value == 140
    assert found(result) == []


@pytest.mark.parametrize("written", ["城东区", "east", " 城 东 区", "东区", "1.城东区", "城东区①"])
def test_a_region_goes_by_id_name_or_alias(written: str) -> None:
    result = checked(a_city(), *rows(east=a_row(region=written, value="160")))
    assert verdicts(result)["east"] == "achieved"
    assert found(result) == []


def test_an_unknown_region_is_told_with_the_nearest_name_and_withholds_that_verdict() -> None:
    result = checked(a_city(), *rows(east=a_row(region="城东曲", value="160")))
    (finding,) = result.findings
    assert (finding.rule, finding.params["near"]) == (Rule.REGION_UNKNOWN, "城东区")
    assert "城东区" in message(finding, words_in("zh"))[1]
    assert verdicts(result)["east"] == "not_assessed(row_rejected)"
    assert verdicts(result)["west"] == "not_assessed(not_reported)"


def test_a_region_far_from_all_that_are_listed_is_nobodys() -> None:
    result = checked(a_city(), *rows(east=a_row(region="火星", value="160")))
    assert found(result) == [(Rule.REGION_UNKNOWN, "火星")]
    assert verdicts(result)["east"] == "not_assessed(not_reported)"


def test_a_bad_row_of_a_region_withholds_its_verdict_alone() -> None:
    result = checked(a_city(), *rows(whole="300", east=a_row(region="东区", unit="吨"), west="140"))
    assert found(result) == [(Rule.PARTS_MISSING, None), (Rule.UNIT_MISMATCH, "east")]
    assert verdicts(result) == {
        None: "lagging",
        "east": "not_assessed(row_rejected)",
        "west": "achieved",
        "south": "not_assessed(not_reported)",
    }


def test_rows_and_files_that_could_not_be_read_withhold_verdicts_of_regions() -> None:
    plan = a_city()
    unread = a_year(2023, rejected_parts=frozenset({("x", "东区"), ("x", "全市")}))
    assert verdicts(check(plan, [unread])) == {
        None: "not_assessed(row_rejected)",
        "east": "not_assessed(row_rejected)",
        "west": "not_assessed(not_reported)",
        "south": "not_assessed(not_reported)",
    }
    whole = verdicts(check(plan, [YearFile(path="2023.csv", year=2023, broken=True)]))
    assert set(whole.values()) == {"not_assessed(row_rejected)"}


def test_one_region_by_two_names_is_filed_twice() -> None:
    result = checked(a_city(), a_row(region="东区", value="150"), a_row(region="城东区"))
    assert found(result) == [(Rule.FILED_TWICE, "east")]
    assert verdicts(result)["east"] == "not_assessed(row_rejected)"


def test_a_misspelt_indicator_of_a_region_withholds_the_verdict_of_that_region() -> None:
    plan = a_city(an_indicator(breakdown=SHARES, name={"zh": "高新技术企业"}))
    result = checked(plan, a_row("高新枝术企业", region="东区"), *rows(whole="300"))
    assert verdicts(result)[None] == "lagging"
    assert verdicts(result)["east"] == "not_assessed(row_rejected)"


def test_earlier_years_of_a_region_count_as_they_do_for_the_whole() -> None:
    """South was at 95 of 90 in 2022 and is at 85 now: 35 / 40 = 0.875, p = 1.46, and fell back."""
    earlier = [a_year(2022, *rows(south="95"))]
    result = check(a_city(), [a_year(2023, *rows(south="85"))], earlier)
    assert verdicts(result)["south"] == "ahead +fell_back"


def test_a_total_of_a_region_is_the_sum_of_its_years() -> None:
    """60 of 2021 and 45 of 2022 are 105 of 100 in the east, and 50 of 300 in the west."""
    target = {"form": "cumulative", "figures": "flows", "at_least": Decimal(400)}
    shares = broken_down(east=a_share("at_least 100"), west=a_share("at_least 300"))
    plan = a_city(an_indicator(None, target, breakdown=shares))
    first = a_year(2021, *rows(east="60", west="30"))
    result = check(plan, [a_year(2022, *rows(east="45", west="20"))], [first])
    assert verdicts(result)["east"] == "achieved"
    assert verdicts(result)["west"] == "behind"


def test_figures_of_a_region_are_computed_from_its_own_inputs() -> None:
    """2.6 of 100 is 2.6 % in the east, which is to reach 2.5; the whole has 2 of 100."""
    amount: dict[str, Any] = {"unit": "亿元", "kind": "measured", "source": {"chapter": 1}}
    series = {
        key: Series.model_validate({"name": {"zh": name}, **amount})
        for key, name in (("spent", "研发经费"), ("gdp", "生产总值"))
    }
    intensity = an_indicator(
        "2.2",
        "at_least 2.5",
        formula="spent / gdp * 100",
        breakdown=broken_down(east=a_share("at_least 2.5")),
        **SHARE_OF_GDP,
    )
    plan = a_city(intensity, series=series)
    result = checked(
        plan,
        *rows("亿元", "spent", whole="2", east="2.6"),
        *rows("亿元", "gdp", whole="100", east="100"),
    )
    assert verdicts(result) == {None: "deteriorating", "east": "achieved"}


def test_a_figure_far_off_in_a_region_is_told_of_the_region() -> None:
    result = checked(a_city(), *rows(east="1600"))
    assert found(result) == [(Rule.IMPLAUSIBLE, "east")]


def test_bases_that_differ_in_a_region_are_told_of_the_region() -> None:
    target = {"form": "cumulative", "figures": "flows", "at_least": Decimal(400)}
    plan = a_city(an_indicator(None, target, breakdown=broken_down(east=a_share("at_least 400"))))
    old = a_year(2021, a_row(region="east", basis="旧口径"))
    result = check(plan, [a_year(2022, a_row(region="east", basis="新口径"))], [old])
    assert found(result) == [(Rule.BASIS_DIFFERS, "east")]
    assert verdicts(result)["east"] == "not_assessed(basis_differs)"


# --- sums ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "rule", "params"),
    [
        # 120 + 110 + 70 = 300
        ({}, None, {}),
        ({"south": "71"}, Rule.PARTS_DIFFER, {"found": "301", "expected": "300"}),
        ({"south": "69"}, Rule.PARTS_DIFFER, {"found": "299", "expected": "300"}),
        # a floor of 70 allows 70
        ({"south": ">=70"}, None, {}),
        ({"south": ">=71"}, Rule.PARTS_DIFFER, {"found": "301", "expected": "300"}),
        ({"south": "<70"}, Rule.PARTS_DIFFER, {"found": "299", "expected": "300"}),
        ({"south": ">=60", "west": "<=110"}, None, {}),
        ({"whole": ">=301"}, Rule.PARTS_DIFFER, {"found": "300", "expected": ">=301"}),
    ],
)
def test_counties_come_to_the_whole(
    values: dict[str, str], rule: Rule | None, params: dict[str, str]
) -> None:
    result = checked(a_city(), *rows(**(ALL | values)))
    assert [f.rule for f in result.findings] == ([] if rule is None else [rule])
    for finding in result.findings:
        assert params.items() <= finding.params.items()
        assert (finding.place.line, finding.indicator, finding.region) == (2, "x", None)


@pytest.mark.parametrize("missing", [None, Reason.NO_DATA])
def test_nothing_is_compared_while_a_region_is_missing_and_nothing_is_zero(missing: Any) -> None:
    south = [] if missing is None else [a_row(value=missing, region="south")]
    result = checked(a_city(), *rows(whole="300", east="120", west="110"), *south)
    (finding,) = result.findings
    assert (finding.rule, finding.params["found"]) == (Rule.PARTS_MISSING, "230")
    assert message(finding, words_in("zh"))[0] == (
        "“甲”缺少南县的数，县（市、区）已报数合计不少于230，未与总数300核对"
    )


@pytest.mark.parametrize(
    ("values", "rules"),
    [
        ({"park": "200", "zone": "100"}, []),
        ({"park": "200", "zone": "101"}, [Rule.PARTS_DIFFER]),
        # what is missing can only add to it
        ({"park": "301"}, [Rule.PARTS_DIFFER]),
        ({"park": "5"}, []),
    ],
)
def test_parks_cannot_exceed_the_whole_and_are_not_added_to_counties(
    values: dict[str, str], rules: list[Rule]
) -> None:
    result = checked(a_city(), *rows(**(ALL | values)))
    assert [finding.rule for finding in result.findings] == rules


def test_without_a_whole_nothing_is_compared() -> None:
    assert found(checked(a_city(), *rows(east="90", west="90", south="60"))) == []


def test_figures_of_another_basis_are_not_added_up() -> None:
    values = rows(whole="300", east="90", west="90", south="60")
    mixed = [row._replace(basis=f"口径{i}") for i, row in enumerate(values)]
    assert found(checked(a_city(), *mixed)) == []


@pytest.mark.parametrize(
    ("whole", "rules"),
    [
        # each of three may be 0.05 more or less, so 12.15 to 12.45; the whole likewise 0.05
        ("12.1", []),
        ("12.5", []),
        ("12.0", [Rule.PARTS_DIFFER]),
        ("12.6", [Rule.PARTS_DIFFER]),
        ("12.51", [Rule.PARTS_DIFFER]),
    ],
)
def test_sums_of_amounts_allow_what_print_took_away(whole: str, rules: list[Rule]) -> None:
    plan = a_city(an_indicator("10.0", "at_least 20.0", kind="measured", additive=True))
    result = checked(plan, *rows(whole=whole, east="4.1", west="4.1", south="4.1"))
    assert [finding.rule for finding in result.findings] == rules


def test_series_are_summed_too_and_what_is_not_said_to_add_up_is_not() -> None:
    amount: dict[str, Any] = {"unit": "亿元", "kind": "measured", "source": {"chapter": 1}}
    told = {"known": True, "unknown": None}
    series = {
        key: Series.model_validate({"name": {"zh": key}, "additive": additive, **amount})
        for key, additive in told.items()
    }
    plan = a_city(an_indicator(), series=series)
    figures = [
        row for key in told for row in rows("亿元", key, whole="9", east="1", west="1", south="1")
    ]
    assert [f.indicator for f in checked(plan, *figures).findings] == ["known"]


def test_sums_of_an_earlier_year_are_its_own_checks_matter() -> None:
    earlier = a_year(2022, *rows(**(ALL | {"south": "71"})))
    assert found(check(a_city(), [a_year(2023, *rows(**ALL))], [earlier])) == []


counts = st.integers(min_value=0, max_value=10**9)


@given(counts, counts, counts, st.integers(min_value=0, max_value=3))
def test_the_sum_itself_is_no_finding_and_one_more_is(
    east: int, west: int, south: int, more: int
) -> None:
    plan = a_city(an_indicator(None, "at_least 400"))
    total = str(east + west + south + more)
    figures = rows(whole=total, east=str(east), west=str(west), south=str(south))
    told = [f for f in checked(plan, *figures).findings if f.rule is Rule.PARTS_DIFFER]
    assert len(told) == (1 if more else 0)


@pytest.mark.parametrize("order", list(permutations(("whole", "east", "west", "south"))))
def test_the_order_of_rows_does_not_matter(order: tuple[str, ...]) -> None:
    values = ALL | {"south": "71"}
    result = checked(a_city(), *rows(**{key: values[key] for key in order}))
    usual = checked(a_city(), *rows(**values))
    assert verdicts(result) == verdicts(usual)
    assert [(f.rule, f.params["found"]) for f in result.findings] == [(Rule.PARTS_DIFFER, "301")]


def test_the_order_of_regions_in_the_plan_changes_no_verdict() -> None:
    turned = a_city(regions=dict(reversed(REGIONS.items())))
    usual, other = (checked(plan, *rows(**ALL)) for plan in (a_city(), turned))
    assert verdicts(usual) == verdicts(other)
    assert [a.region for a in other.regional] == ["south", "west", "east"]


# --- what is told, and to whom --------------------------------------------------------------------

OWNED = {
    **REGIONS,
    "east": a_region("城东区", owner={"lead": "城东区政府", "support": ["城东区科技局"]}),
}
HALF = ALL | {"east": "240", "west": "60", "south": "0"}


ONE = a_share("at_least 1")


def text(result: Result, by: By | None) -> str:
    return render(result, Format.TEXT, words_in("zh"), by)


def test_by_default_regions_are_told_in_a_line_by_indicator() -> None:
    """East has its 160; west fell from 70 to 60; nothing is known of the south."""
    values = {key: value for key, value in HALF.items() if key != "south"}
    told = text(checked(a_city(), *rows(**values)), None)
    assert (
        "  甲：地区分解目标3项，已判定2项：完成1项，倒退1项；无法判定：南县；倒退：西区\n"
    ) in told
    assert "· " not in told


def test_of_many_regions_the_first_are_named_and_the_others_counted() -> None:
    """Of thirteen counties one met its share of 1; of twelve nothing is known, or of ten."""
    keys = [f"c{i}" for i in range(13)]
    plan = a_city(
        an_indicator(breakdown=broken_down(reserve="387", **dict.fromkeys(keys, ONE))),
        regions={key: a_region(f"{key}县") for key in keys},
    )
    ten = "、".join(f"c{i}县" for i in range(1, 11))
    told = text(checked(plan, *rows(c0="5")), None)
    assert f"完成1项；无法判定：{ten}等12个\n" in told
    told = text(checked(plan, *rows(c0="5", c11="5", c12="5")), None)
    assert f"完成3项；无法判定：{ten}\n" in told


def test_nobody_is_named_where_no_region_could_be_judged() -> None:
    told = text(checked(a_city(), *rows(whole="300")), None)
    assert "  甲：地区分解目标3项，暂无法判定\n" in told


@pytest.mark.parametrize("by", [By.GOAL, By.TIER])
def test_in_groups_regions_stand_below_the_whole(by: By) -> None:
    lines = text(checked(a_city(), *rows(**HALF)), by).splitlines()
    names = [line.split()[0:2] for line in lines if " 家 " in line]
    assert names == [["甲", "家"], ["·", "城东区"], ["·", "西区"], ["·", "南县"]]
    assert any("指标1项" in line and "；地区分解目标3项" in line for line in lines)


def test_by_region_each_region_has_its_table_behind_that_of_the_whole() -> None:
    told = text(checked(a_city(), *rows(**HALF)), By.REGION)
    headings = [block.splitlines()[0] for block in told.split("\n\n") if block]
    assert [h for h in headings if h in ("总目标", "城东区", "西区", "南县", "高新园")] == [
        "总目标",
        "城东区",
        "西区",
        "南县",
    ]


def test_a_region_is_its_own_owners_matter() -> None:
    plan = a_city(an_indicator(breakdown=SHARES, owner={"lead": "市科技局"}), regions=OWNED)
    result = checked(plan, *rows(whole="300", east=a_row(region="east", unit="吨"), west="60"))
    assert units(plan) == ("市科技局", "城东区政府", "城东区科技局")
    by_unit = {share.unit: share for share in shares(result, plan)[0]}
    mine = by_unit["城东区政府"]
    assert [finding.rule for _, finding in mine.findings] == [Rule.UNIT_MISMATCH]
    assert [each.region for _, each in mine.verdicts if isinstance(each, Assessment)] == ["east"]
    city = [each.region for _, each in by_unit["市科技局"].verdicts if isinstance(each, Assessment)]
    assert city == [None, "west", "south"]
    told = text(result, By.OWNER)
    assert "城东区政府\n" in told
    assert "甲（城东区）" in told


def test_the_gate_is_about_the_whole_alone() -> None:
    """The whole is lagging (p = 0.83), the west deteriorating."""
    gate = Gate(fail_on_verdict=FailOnVerdict.BEHIND)
    result = checked(a_city(), *rows(**HALF), gate=gate)
    assert verdicts(result)["west"] == "deteriorating"
    assert not result.is_stopped
    assert result.verdicts.counts[Verdict.DETERIORATING] == 0


def test_machine_formats_hold_regions_and_count_them_apart() -> None:
    result = checked(a_city(), *rows(**HALF))
    told = json.loads(render(result, Format.JSON, words_in("zh")))
    assert [(a["region"], a["region_name"]) for a in told["assessments"]] == [
        (None, None),
        ("east", "城东区"),
        ("west", "西区"),
        ("south", "南县"),
    ]
    assert sum(told["summary"]["verdicts"].values()) == 1
    assert sum(told["summary"]["regional"].values()) == 3
    apart = [r for r in told["rollup"] if r["group"] == "region"]
    assert [(r["region"], r["indicators"]["total"]) for r in apart] == [
        ("east", 1),
        ("west", 1),
        ("south", 1),
    ]
    lines = list(csv.DictReader(render(result, Format.CSV, words_in("zh")).splitlines()))
    assert [line["region_name"] for line in lines] == ["", "城东区", "西区", "南县"]
    assert [line["target"] for line in lines] == ["400", "160", "140", "90"]


def test_samples_of_a_region_are_counted_in_the_banner() -> None:
    sample = a_row(region="east", status=Status.SAMPLE)
    assert "1项" in text(checked(a_city(), sample), None).splitlines()[-1]


def test_of_year_and_only_keep_the_regions_that_belong() -> None:
    result = check(a_city(), [a_year(y, *rows(**ALL)) for y in (2022, 2023)])
    assert {each.year for each in result.of_year(2022).regional} == {2022}


# --- the work of every January --------------------------------------------------------------------


def asked(empties: list[Empty]) -> dict[str, list[tuple[str, str]]]:
    """By file: what is asked for, and of which region."""
    found = {}
    for each in empties:
        at = [each.grid.columns.index(c) for c in ("indicator", "region") if c in each.grid.columns]
        found[each.stem] = [
            (row[at[0]], row[at[1]] if len(at) > 1 else "") for row in each.grid.rows
        ]
    return found


def test_a_template_has_a_row_for_every_share() -> None:
    plan = a_city(regions=OWNED)
    words = words_in("zh")
    whole, east, west, south = ("x", ""), ("x", "城东区"), ("x", "西区"), ("x", "南县")
    assert asked(whole_year(plan, 2023, (), words)) == {"2023": [whole, east, west, south]}
    assert asked(by_region(plan, 2023, (), words)) == {
        "2023": [whole],
        "2023-城东区": [east],
        "2023-西区": [west],
        "2023-南县": [south],
    }
    assert asked(by_owner(plan, 2023, (), words)) == {
        "2023-责任单位未明确": [whole, west, south],
        "2023-城东区政府": [east],
    }


def test_by_region_tasks_stand_with_the_whole() -> None:
    task = {
        "name": {"zh": "挂牌"},
        "goal": "G1",
        "evidence": {"zh": "批复"},
        "source": {"chapter": 1},
    }
    plan = a_city().changed(tasks={"t": Task.model_validate(task)})
    files = by_region(plan, 2023, (), words_in("zh"))
    assert [(each.stem, each.is_tasks) for each in files if each.stem == "2023"] == [
        ("2023", False),
        ("2023", True),
    ]


def test_returns_keep_their_regions_in_the_order_and_by_the_names_of_the_plan() -> None:
    figures = rows(south="70", west="110", whole="300", east=a_row(value="120", region="东区"))
    stray = a_row(value="9", region="火星")
    collected = collect(a_city(), 2023, [a_year(2023, *figures, stray)], [], words_in("zh"))
    assert collected.figures is not None
    at = [collected.figures.columns.index(column) for column in ("region", "value")]
    assert [tuple(row[i] for i in at) for row in collected.figures.rows] == [
        ("", "300"),
        ("城东区", "120"),
        ("西区", "110"),
        ("南县", "70"),
        ("火星", "9"),
    ]
    assert [place.line for place in collected.changes["regions"]] == [5, 3, 2]
