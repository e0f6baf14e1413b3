"""Figures that must fit each other: parts and wholes, sets and members, ratios and their parts."""

from typing import Any

import pytest

from jdzplan.check import Result, check
from jdzplan.plan import Plan
from jdzplan.rules.plan_rules import check_plan
from tests.builders import a_figure, a_plan, a_row, a_target, a_year, an_indicator, in_words
from tests.duties import a_series, with_duties

SRC = {"chapter": 1}
SUBSET = {"part": "part", "whole": "x", "source": {"chapter": 1}}


def plan(**more: Any) -> Plan:
    return with_duties(
        a_plan(an_indicator(**more)),
        series={"part": a_series(more.get("unit", "家"), kind=more.get("kind", "count"))},
        subsets=[SUBSET],
    )


def checked(a: str, b: str, in_plan: Plan | None = None, unit: str = "家") -> Result:
    rows = (a_row("part", a, unit), a_row("x", b, unit))
    return check(in_plan or plan(), [a_year(2023, *rows)])


def found(result: Result) -> list[tuple[str, int, int]]:
    return [(f.rule.code, f.place.line, f.place.column) for f in result.findings]


@pytest.mark.parametrize(
    ("part", "whole", "is_wrong"),
    [
        ("210", "190", True),
        ("191", "190", True),
        ("190", "190", False),
        ("0", "190", False),
        (">=191", "190", True),
        (">=190", "190", False),
        (">190", "190", True),
        ("210", "<=190", True),
        ("210", ">=190", False),  # the whole may be more
        ("<=210", "190", False),  # the part may be less
        ("180..200", "190", False),
        ("191..200", "190", True),
    ],
)
def test_a_part_never_exceeds_its_whole(part: str, whole: str, *, is_wrong: bool) -> None:
    result = checked(part, whole)
    assert found(result) == ([("JDZ404", 2, 3)] if is_wrong else [])
    (of_whole,) = result.assessments
    assert (of_whole.reason == "row_rejected") is is_wrong


def test_measured_figures_may_have_been_rounded_apart() -> None:
    measured = plan(kind="measured", unit="件", baseline="5", target="at_least 8")
    assert found(checked("5.84", "5.8", measured, "件")) == []  # 5.8 may be 5.85
    assert found(checked("5.9", "5.8", measured, "件")) == []  # both may be 5.85
    assert found(checked("5.91", "5.8", measured, "件")) == [("JDZ404", 2, 3)]


def test_a_part_without_its_whole_says_nothing() -> None:
    assert found(check(plan(), [a_year(2023, a_row("part", "210"))])) == []


def test_a_part_may_exceed_a_whole_that_the_plan_prints() -> None:
    # In 2020 the plan itself has 200.
    result = check(plan(), [a_year(2020, a_row("part", "210"))])
    assert found(result) == [("JDZ404", 2, 3)]


def test_a_reported_ratio_is_held_against_its_parts() -> None:
    ratio = an_indicator(None, "at_least 50", kind="measured", unit="%", formula="a / b * 100")
    both = {"a": a_series(), "b": a_series()}
    in_plan = with_duties(a_plan(ratio), series=both)

    def filed(share: str) -> Result:
        parts = (a_row("a", "24.0", "亿元"), a_row("b", "96.0", "亿元"))
        return check(in_plan, [a_year(2025, *parts, a_row("x", share, "%"))])

    assert found(filed("25")) == []
    result = filed("26")
    assert found(result) == [("JDZ405", 4, 3)]
    (finding,) = result.findings
    assert (finding.severity, finding.params["computed"]) == ("warning", "25")
    (judged,) = result.assessments  # on what was reported
    assert judged.actual is not None
    assert judged.actual.value.printed == "26"


@pytest.mark.parametrize(
    ("number", "said", "is_wrong"),
    [
        ("2", ("是", "是"), False),
        ("1", ("是", "是"), True),
        ("1", ("是", "否"), False),
        ("1", ("是",), False),  # the other one may count or not
        ("2", ("是",), False),
        ("0", ("是",), True),
        ("2", ("否",), True),
        (">=2", ("是", "否"), True),
    ],
)
def test_a_set_agrees_with_its_members(number: str, said: tuple[str, ...], is_wrong: bool) -> None:
    members = {"a": {"zh": "子"}, "b": {"zh": "丑"}}
    named = an_indicator(None, a_target("at_least 2", form="named_set"), members=members)
    value = {"是": "1", "否": "0"}

    answers = [
        a_row(f"x/{key}", a_figure(value[word], printed=word), None)
        for key, word in zip("ab", said, strict=False)
    ]
    result = check(a_plan(named), [a_year(2023, a_row("x", number), *answers)])
    assert found(result) == ([("JDZ406", 2, 3)] if is_wrong else [])
    assert (result.assessments[0].reason == "row_rejected") is is_wrong


def test_a_set_has_no_more_than_its_members() -> None:
    named = an_indicator(
        None, a_target("at_least 1", form="named_set"), members={"a": {"zh": "子"}}
    )
    result = check(a_plan(named), [a_year(2023, a_row("x", "2"))])
    assert found(result) == [("JDZ406", 2, 3)]
    assert result.assessments[0].reason == "row_rejected"


def test_members_are_found_by_their_names() -> None:
    sets: dict[str, Any] = {
        name: an_indicator(
            None,
            a_target("at_least 1", form="named_set"),
            name={"zh": zh},
            members={"m": {"zh": member}},
        )
        for name, zh, member in (
            ("s", "瞪羚", "黑猫"),
            ("t", "龙头", "黑猫"),
            ("u", "园区", "乐平"),
        )
    }

    yes = a_figure("1", printed="是")
    rows = ("瞪羚/黑猫", "龙头/黑猫", "乐平")  # a bare name where only one set has it
    result = check(a_plan(**sets), [a_year(2023, *(a_row(row, yes, None) for row in rows))])
    assert found(result) == []
    assert [a.verdict.value for a in result.assessments[1:]] == ["achieved"] * 3
    result = check(a_plan(**sets), [a_year(2023, a_row("黑猫", yes, None))])
    assert found(result) == [("JDZ301", 2, 1)]


def test_a_computed_part_that_exceeds_is_not_judged() -> None:
    plan = with_duties(
        a_plan(an_indicator(formula="a + b"), whole=an_indicator(name={"zh": "乙"})),
        series={k: a_series("家", kind="count") for k in "ab"},
        subsets=[{"part": "x", "whole": "whole", "source": SRC}],
    )
    rows = (a_row("a", "110"), a_row("b", "100"), a_row("whole", "190"))
    result = check(plan, [a_year(2023, *rows)])
    assert [f.rule.code for f in result.findings] == ["JDZ404"]
    assert [(a.indicator, in_words(a)) for a in result.assessments] == [
        ("x", "not_assessed(row_rejected)"),
        ("whole", "not_assessed(row_rejected)"),
    ]


def test_a_contradiction_in_the_plan_is_no_matter_of_a_year() -> None:
    plan = with_duties(
        a_plan(an_indicator("190")),
        series={
            "part": a_series("家", known={2020: "210"}, kind="count"),
            "other": a_series(name={"zh": "他"}),
        },
        subsets=[{"part": "part", "whole": "x", "source": SRC}],
    )
    result = check(plan, [a_year(2020, a_row("other", "1", "亿元"))])
    assert found(result) == []  # no EARLIER_YEAR_BAD (JDZ212) at an empty path


def test_a_contradiction_in_the_plan_is_told_there() -> None:
    plan = with_duties(
        a_plan(an_indicator("190")),
        series={"part": a_series("家", known={2020: "210"}, kind="count")},
        subsets=[{"part": "part", "whole": "x", "source": SRC}],
    )
    assert [rule.code for rule, _, _ in check_plan(plan)] == ["JDZ404"]


def test_a_count_above_199_is_no_part_of_one_below_200() -> None:
    plan = with_duties(
        a_plan(),
        series={"part": a_series("家", kind="count")},
        subsets=[{"part": "part", "whole": "x", "source": SRC}],
    )
    result = check(plan, [a_year(2023, a_row("part", ">199"), a_row("x", "<200"))])
    assert [f.rule.code for f in result.findings] == ["JDZ404"]


def test_a_computed_finding_stands_at_a_filed_row() -> None:
    plan = with_duties(
        a_plan(an_indicator("190")),
        series={
            "a": a_series("家", kind="count"),
            "b": a_series("家", kind="count", known={2020: "100"}),
            "part": a_series("家", kind="count", formula="a + b"),
        },
        subsets=[{"part": "part", "whole": "x", "source": SRC}],
    )
    result = check(plan, [a_year(2020, a_row("a", "110"))])
    assert found(result) == [("JDZ404", 2, 3)]


def test_an_unchanged_figure_is_not_worse_than_before() -> None:
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
    result = check(plan, [a_year(2021, a_row("x", "2.20", "%"))])
    assert in_words(result.assessments[0]) == "achieved"
