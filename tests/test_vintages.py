"""Releases of one figure: the newest is judged, the others are told; and bases that do not mix."""

import json
import re
from typing import Any

import pytest

from jdzplan.actuals import Release, Row, Status
from jdzplan.check import Result, check
from jdzplan.formats import By, Format, render
from jdzplan.plan import Indicator, Plan, Relation, Series, Subset
from jdzplan.reading.dates import parse_release
from jdzplan.verdicts import Reason
from jdzplan.wording.en import EN
from jdzplan.wording.zh import ZH
from tests.builders import a_plan, a_row, a_target, a_year, an_indicator, in_words
from tests.conftest import ROOT

SHARE: dict[str, Any] = {"unit": "%", "kind": "measured", "name": {"zh": "强度", "en": "Intensity"}}
INTENSITY = an_indicator("2.20", "at_least 2.5", **SHARE)


def released(text: str | None) -> Release | None:
    return parse_release(text) if text else None


def a_release(value: str, date: str | None = None, status: str | None = None, **more: Any) -> Row:
    """A row of "x" in per cent: a figure, its date of publication, its status."""
    known = Status(status) if status else None
    return a_row("x", value, "%", released=released(date), status=known, **more)


def checked(plan: Plan | Indicator, year: int, *rows: Row, **earlier: list[Row]) -> Result:
    """One year checked; `earlier` are rows of other years, as _2022=[...]."""
    whole = a_plan(plan) if isinstance(plan, Indicator) else plan
    others = [a_year(int(name[1:]), *theirs) for name, theirs in earlier.items()]
    return check(whole, [a_year(year, *rows)], others)


def codes(result: Result) -> list[str]:
    return [f"{f.rule.code}:{f.place.line}" for f in result.findings]


# Of 2.20 to 2.5 in 2020-2025 the year 2023 expects 2.38: 2.38 and 2.40 are on track, 2.37 lags.
@pytest.mark.parametrize(
    ("rows", "judged", "earlier"),
    [
        ([("2.40", "2024-01-17", None)], "2.40", []),
        ([("2.40", "2024-01-17", None), ("2.37", "2024-10", None)], "2.37", ["2.40"]),
        ([("2.37", "2024-10", None), ("2.40", "2024-01-17", None)], "2.37", ["2.40"]),
        (
            [("2.38", "2025", "revised"), ("2.40", "2024-01-17", None), ("2.37", "2024-10", None)],
            "2.38",
            ["2.40", "2.37"],
        ),
        # Where all have dates, dates decide, whatever the status.
        ([("2.40", "2024-09", "preliminary"), ("2.37", "2024-01", "final")], "2.40", ["2.37"]),
        # Else the status does.
        ([("2.37", None, "final"), ("2.40", None, "preliminary")], "2.37", ["2.40"]),
        ([("2.37", None, "final"), ("2.40", None, "estimated")], "2.37", ["2.40"]),
        ([("2.37", None, "revised"), ("2.40", "2024-09", "final")], "2.37", ["2.40"]),
        ([("2.37", "2024-01", "final"), ("2.40", "2024-01-17", "preliminary")], "2.37", ["2.40"]),
    ],
)
def test_the_newest_release_is_judged(
    rows: list[tuple[str, str | None, str | None]], judged: str, earlier: list[str]
) -> None:
    result = checked(INTENSITY, 2023, *(a_release(*row) for row in rows))
    (done,) = result.assessments
    assert result.findings == ()
    assert done.actual is not None
    assert done.actual.value.printed == judged
    assert [vintage.actual.value.printed for vintage in done.vintages] == earlier


@pytest.mark.parametrize(
    "rows",
    [
        [("2.40", "2024-01-17", None), ("2.37", "2024-01-17", None)],
        [("2.40", "2024-01", None), ("2.37", "2024-01-17", None)],
        [("2.40", "2024", None), ("2.37", "2024-10", None)],
        [("2.40", None, None), ("2.37", None, None)],
        [("2.40", None, None), ("2.37", "2024-10", None)],
        [("2.40", None, "final"), ("2.37", None, "final")],
        [("2.40", None, "estimated"), ("2.37", None, "preliminary")],
        [("2.40", None, "preliminary"), ("2.37", None, None)],
        [("2.40", "2024-01", "sample"), ("2.37", "2024-10", None)],
        [("2.40", None, "sample"), ("2.37", None, "final")],
    ],
)
def test_what_nothing_puts_in_order_is_filed_twice(
    rows: list[tuple[str, str | None, str | None]],
) -> None:
    result = checked(INTENSITY, 2023, *(a_release(*row) for row in rows))
    assert "JDZ402:3" in codes(result)
    assert in_words(result.assessments[0]).startswith("not_assessed(row_rejected)")
    assert result.assessments[0].vintages == ()


def test_a_release_without_a_figure_is_none() -> None:
    marked = a_row("x", Reason.NOT_YET_PUBLISHED, "%", released=released("2024-10"))
    result = checked(INTENSITY, 2023, a_release("2.40", "2024-01"), marked)
    assert codes(result) == ["JDZ402:3"]


def test_a_revision_that_changes_the_verdict_is_said() -> None:
    rows = [
        a_release("2.40", "2024-01-17", "preliminary", source="公报"),
        a_release("2.39", "2024-10", "final"),
        a_release("2.37", "2025-09", "revised"),
    ]
    result = checked(INTENSITY, 2023, *rows)
    (done,) = result.assessments
    assert [v.verdict.value for v in done.vintages] == ["on_track", "on_track"]
    assert done.verdict.value == "lagging"
    assert (
        "数据版本：初步数2.40（2024-01-17） → 最终数2.39（2024-10） → 修订数2.37（2025-09），"
        "判定：符合预期 → 符合预期 → 进度偏慢"
    ) in render(result, Format.TEXT, ZH)
    assert (
        "releases: preliminary 2.40 (2024-01-17) → final 2.39 (2024-10) → revised 2.37 (2025-09); "
        "verdicts: on track → on track → lagging"
    ) in render(result, Format.TEXT, EN)
    actual = json.loads(render(result, Format.JSON, EN))["assessments"][0]["actual"]
    assert (actual["released"], actual["status"], actual["basis"]) == ("2025-09", "revised", None)
    assert actual["vintages"][0] == {
        "year": 2023,
        "value": 2.4,
        "upper": None,
        "qualifier": "exact",
        "printed": "2.40",
        "status": "preliminary",
        "released": "2024-01-17",
        "basis": None,
        "source": "公报",
        "line": 2,
        "verdict": "on_track",
        "reason": None,
    }
    table = render(result, Format.CSV, EN).splitlines()
    told = dict(zip(table[0].split(","), table[1].split(","), strict=True))
    assert told["vintages"] == "2.40@2024-01-17:on_track 2.39@2024-10:on_track"
    assert (told["released"], told["basis"]) == ("2025-09", "")


def test_a_revision_that_changes_nothing_is_told_as_well() -> None:
    rows = [a_release("2.40", None, "preliminary"), a_release(">2.40", None, "final")]
    result = checked(INTENSITY, 2023, *rows)
    told = render(result, Format.TEXT, EN)
    assert "releases: preliminary 2.40 → final >2.40, the verdict is the same" in told
    table = render(result, Format.CSV, EN).splitlines()
    assert "2.40@preliminary:on_track" in table[1]


def test_a_preliminary_figure_that_was_replaced_raises_no_flag() -> None:
    rows = [a_release("2.39", None, "preliminary"), a_release("2.39", None, "final")]
    (done,) = checked(INTENSITY, 2023, *rows).assessments
    assert "provisional" not in done.flags
    (alone,) = checked(INTENSITY, 2023, rows[0]).assessments
    assert "provisional" in alone.flags


def test_earlier_years_count_by_their_newest_release() -> None:
    """2.5 in 2022 was revised to 2.4, so that the target was never met."""
    rows = {
        "_2022": [a_release("2.50", "2023-01"), a_release("2.40", "2023-10")],
        "_2023": [a_release("2.50", "2023-01")],
    }
    (done,) = checked(INTENSITY, 2024, a_release("2.45"), _2022=rows["_2022"]).assessments
    assert "fell_back" not in done.flags
    (done,) = checked(INTENSITY, 2024, a_release("2.45"), _2023=rows["_2023"]).assessments
    assert "fell_back" in done.flags


def test_releases_of_a_part_of_a_total() -> None:
    """50 in five years, flows of 6 and then 10: 10 expected of one year."""
    total = an_indicator(None, a_target("at_least 50", form="cumulative", figures="flows"))
    rows = [a_row("x", "6", status=Status.PRELIMINARY), a_row("x", "10", status=Status.FINAL)]
    result = checked(total, 2021, *rows)
    (done,) = result.assessments
    assert [(v.actual.value.printed, v.verdict.value) for v in done.vintages] == [("6", "lagging")]
    assert done.verdict.value == "on_track"
    assert "releases: preliminary 6 → final 10; verdicts: lagging → on track" in render(
        result, Format.TEXT, EN
    )


def test_one_bad_release_withholds_them_all() -> None:
    bad = a_row("x", "2.40", "家", released=released("2024-01"))
    result = checked(INTENSITY, 2023, bad, a_release("2.37", "2024-10"))
    assert codes(result) == ["JDZ304:2"]
    assert in_words(result.assessments[0]) == "not_assessed(row_rejected)"


def test_a_release_before_its_year_is_a_warning() -> None:
    result = checked(INTENSITY, 2023, a_release("2.40", "2022-12-31"))
    assert codes(result) == ["JDZ321:2"]
    assert result.assessments[0].verdict.value == "on_track"
    assert codes(checked(INTENSITY, 2023, a_release("2.40", "2023-12-12"))) == []


@pytest.mark.parametrize(("page", "language"), [("vintages.md", "en"), ("vintages.zh-CN.md", "zh")])
def test_the_page_shows_what_is_printed(page: str, language: str) -> None:
    case = ROOT / "tests" / "cases" / "revisions_and_a_break_in_the_series"
    text = (ROOT / "docs" / page).read_text("utf-8")
    rows = (case / "2023.csv").read_text("utf-8").splitlines()[:4]
    assert "\n".join(rows) in text
    (shown,) = re.findall(r"```text\n(.*)\n```", text)
    assert shown in (case / f"expected.{language}.txt").read_text("utf-8")


# Bases.


def on(basis: str | None, value: str, **more: Any) -> Row:
    return a_row("x", value, "%", basis=basis, **more)


def test_without_a_basis_in_the_plan_the_newest_release_counts_whatever_its_basis() -> None:
    rows = [on("普查前", "2.40", released=released("2024-01"))]
    rows += [on("普查后", "2.37", released=released("2025-09"))]
    result = checked(INTENSITY, 2023, *rows)
    assert result.findings == ()
    assert in_words(result.assessments[0]).startswith("lagging")
    assert codes(checked(INTENSITY, 2023, on("甲", "2.40"), on("乙", "2.37"))) == ["JDZ402:3"]


@pytest.mark.parametrize(
    ("rows", "verdict", "found"),
    [
        ([on("扣除沙尘", "2.40"), on("未扣沙尘", "2.37")], "on_track", ["JDZ322:3"]),
        ([on("未扣沙尘", "2.37"), on(" 扣除 沙尘", "2.40")], "on_track", ["JDZ322:2"]),
        ([on(None, "2.40"), on("未扣沙尘", "2.37")], "on_track", ["JDZ322:3"]),
        ([on("未扣沙尘", "2.37")], "not_assessed(basis_differs)", ["JDZ322:2"]),
        (
            [on("未扣沙尘", "2.37"), on("另一口径", "2.37")],
            "not_assessed(basis_differs)",
            ["JDZ322:2", "JDZ322:3"],
        ),
        (
            [on("扣除沙尘", "2.40"), on("扣除沙尘", "2.37")],
            "not_assessed(row_rejected)",
            ["JDZ402:3"],
        ),
    ],
)
def test_the_plan_may_name_the_basis_that_is_judged(
    rows: list[Row], verdict: str, found: list[str]
) -> None:
    result = checked(an_indicator("2.20", "at_least 2.5", basis="扣除沙尘", **SHARE), 2023, *rows)
    assert codes(result) == found
    assert in_words(result.assessments[0]).split(" ")[0] == verdict


@pytest.mark.parametrize(
    ("fields", "earlier", "now", "flags"),
    [
        ({}, None, "新", False),
        ({}, "新", "新", False),
        ({}, "旧", None, False),
        ({}, "旧", "新", True),
        ({"baseline_basis": "旧"}, "新", "新", True),
        ({"baseline_basis": "旧"}, None, "新", True),
        ({"baseline_basis": "旧"}, None, "旧", False),
        ({"baseline_basis": "旧"}, None, None, False),
        ({"basis": "新", "baseline_basis": "旧"}, None, "新", True),
    ],
)
def test_a_break_on_the_way_is_flagged(
    fields: dict[str, Any], earlier: str | None, now: str | None, flags: bool
) -> None:
    plan = an_indicator("2.20", "at_least 2.5", **SHARE, **fields)
    result = checked(plan, 2023, on(now, "2.40"), _2022=[on(earlier, "2.30")])
    (done,) = result.assessments
    assert done.verdict.value == "on_track"
    assert ("series_break" in done.flags) is flags
    told = "another basis than the baseline or earlier years"
    assert (told in render(result, Format.TEXT, EN)) is flags


@pytest.mark.parametrize(
    ("before", "after", "value", "flags"),
    [
        ("新", "新", "2.55", {"at_risk"}),
        ("旧", "新", "2.55", {"series_break"}),
        ("新", "新", "2.40", {"fell_back"}),
        ("旧", "新", "2.40", {"series_break"}),
        (None, "新", "2.40", {"fell_back"}),
    ],
)
def test_a_break_ends_comparisons_with_earlier_years(
    before: str | None, after: str, value: str, flags: set[str]
) -> None:
    result = checked(INTENSITY, 2023, on(after, value), _2022=[on(before, "2.60")])
    compared = {"at_risk", "fell_back", "series_break"}
    assert compared & set(result.assessments[0].flags) == flags


def test_nothing_is_at_risk_against_a_baseline_of_another_basis() -> None:
    """A rank of 2 held, 1 before; the bound is 2."""
    rank: dict[str, Any] = {"kind": "rank", "better": "lower", "unit": "位"}
    for basis, is_at_risk in ((None, True), ("旧", False)):
        plan = an_indicator("1", "at_most 2", baseline_basis=basis, **rank)
        (done,) = checked(plan, 2023, a_row("x", "2", "位", basis="新")).assessments
        assert ("at_risk" in done.flags) is is_at_risk


def a_relation(rule: str, of: str = "a", **more: Any) -> Plan:
    """A plan with the series a and b and one relation between them."""
    series = {
        key: Series.model_validate(
            {"name": {"en": key}, "unit": "%", "kind": "measured", "source": {"chapter": 1}}
        )
        for key in ("a", "b")
    }
    fields = {"name": {"en": "R"}, "goal": "G1", "rule": rule, "of": [of], "source": {"chapter": 1}}
    relation = Relation.model_validate({**fields, **more})
    return a_plan().model_copy(update={"series": series, "relations": {"r": relation}})


def a_side(key: str, value: str, basis: str | None) -> Row:
    return a_row(key, value, "%", basis=basis)


@pytest.mark.parametrize(
    ("before", "now", "verdict"),
    [
        ("旧", "新", "not_assessed(basis_differs)"),
        ("新", "新", "achieved"),
        (None, "新", "achieved"),
    ],
)
def test_growth_is_never_computed_across_bases(before: str | None, now: str, verdict: str) -> None:
    result = checked(
        a_relation("rise"), 2023, a_side("a", "5", now), _2022=[a_side("a", "4", before)]
    )
    (done,) = result.relations
    assert in_words(done) == verdict  # type: ignore[arg-type]
    assert codes(result) == ([] if verdict == "achieved" else ["JDZ416:2"])


def test_two_series_of_different_bases_are_not_compared() -> None:
    plan = a_relation("more_than", than="b")
    rows = [a_side("a", "5", "名义"), a_side("b", "4", "不变价")]
    result = checked(plan, 2023, *rows)
    assert result.relations[0].reason == "basis_differs"
    (found,) = result.findings
    assert found.params["bases"] == ("名义", "不变价")
    assert "a 2023: 5 % (名义)" in render(result, Format.TEXT, EN, By.TIER)
    rows = [a_side("a", "5", "名义")]
    assert checked(plan, 2023, *rows).relations[0].reason == "no_reference"


FORMS = {
    "flows": a_target("at_least 50", form="cumulative", figures="flows"),
    "rates": a_target("at_least 10", form="cumulative_reduction", figures="rates"),
    "growth": a_target("at_least 3", form="average_growth", figures="rates"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_total_over_a_break_is_not_judged(form: str) -> None:
    plan = an_indicator(None, FORMS[form], **SHARE)
    broken = checked(plan, 2022, on("新", "3.8"), _2021=[on("旧", "2.7")])
    (done,) = broken.assessments
    assert in_words(done) == "not_assessed(basis_differs)"
    assert codes(broken) == ["JDZ416:2"]
    told = render(broken, Format.TEXT, ZH)
    assert "    数据口径不同，不可比" in told
    assert "2021年2.7%（旧）、2022年3.8%（新）\n" in told
    whole = checked(plan, 2022, on("新", "3.8"), _2021=[on(None, "2.7")])
    assert whole.assessments[0].verdict.value != "not_assessed"
    assert whole.findings == ()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("first", "lacking"), [("2.7", "2022"), (None, "2021, 2022")])
def test_the_years_that_a_total_lacks_are_named(form: str, first: str | None, lacking: str) -> None:
    plan = an_indicator(None, FORMS[form], **SHARE)
    begun = [a_row("x", first, "%")] if first else []
    (done,) = checked(plan, 2023, a_release("3.8"), _2021=begun).assessments
    assert in_words(done).split(" ")[0] == "not_assessed(missing_years)"
    told = render(checked(plan, 2023, a_release("3.8"), _2021=begun), Format.TEXT, EN)
    assert f"figures of some years are missing ({lacking})" in told


@pytest.mark.parametrize("form", ["cumulative_reduction", "average_growth"])
def test_no_growth_from_a_baseline_of_another_basis(form: str) -> None:
    target = a_target("at_least 3", form=form, figures="levels")
    plan = an_indicator("200", target, kind="measured", unit="亿元", baseline_basis="旧")
    row = a_row("x", "240", "亿元", basis="新")
    result = checked(plan, 2022, row)
    assert in_words(result.assessments[0]).startswith("not_assessed(basis_differs)")
    assert [f.params["bases"] for f in result.findings] == [("新", "旧")]
    same = checked(plan, 2022, a_row("x", "240", "亿元", basis="旧"))
    assert same.assessments[0].verdict.value != "not_assessed"


RATIO: dict[str, Any] = {**SHARE, "formula": "a / b * 100"}


def a_ratio() -> Plan:
    return a_relation("rise", of="x").model_copy(
        update={"indicators": {"x": an_indicator("2.20", "at_least 2.5", **RATIO)}}
    )


def test_a_formula_over_two_bases_gives_nothing() -> None:
    rows = [a_side("a", "24", "新"), a_side("b", "1000", "旧")]
    result = checked(a_ratio(), 2023, *rows)
    assert in_words(result.assessments[0]) == "not_assessed(basis_differs)"
    assert result.relations[0].reason == "basis_differs"
    assert codes(result) == ["JDZ416:2"]
    rows = [a_side("a", "24", "新"), a_side("b", "1000", "新")]
    (done,) = checked(a_ratio(), 2023, *rows).assessments
    assert done.actual is not None
    assert (done.verdict.value, done.actual.basis) == ("on_track", "新")


def test_a_figure_on_another_basis_than_its_formula_is_not_held_against_it() -> None:
    rows = [a_side("a", "24", "新"), a_side("b", "1000", "新")]
    assert codes(checked(a_ratio(), 2023, *rows, on("新", "2.9"))) == ["JDZ405:4"]
    assert codes(checked(a_ratio(), 2023, *rows, on("旧", "2.9"))) == []


def test_a_part_and_a_whole_of_different_bases_are_not_compared() -> None:
    subset = Subset.model_validate({"part": "a", "whole": "b", "source": {"chapter": 1}})
    plan = a_relation("rise").model_copy(update={"subsets": (subset,)})
    for basis, found in (("新", ["JDZ404:2"]), ("旧", [])):
        rows = [a_side("a", "6", "新"), a_side("b", "4", basis)]
        assert codes(checked(plan, 2023, *rows)) == found
