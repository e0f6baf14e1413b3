"""The heart: years into one result. Ordering, withholding, the gate."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdzplan.actuals import Row, Status, YearFile
from jdzplan.catalogue import Rule, Severity
from jdzplan.check import Result, check, ordered
from jdzplan.findings import Finding, Place
from jdzplan.verdicts import Reason, Verdict
from tests.builders import a_plan, a_row, a_target, a_year, an_indicator, in_words, judge

PROPERTY = settings(derandomize=True, max_examples=200, deadline=None)

PLAN = a_plan(y=an_indicator(name={"zh": "乙", "en": "Y"}))


def verdicts(result: Result) -> list[str]:
    return [f"{a.year} {a.indicator} {in_words(a)}" for a in result.assessments]


def findings(result: Result) -> list[str]:
    return [f"{f.place.path}:{f.place.line} {f.rule.label}" for f in result.findings]


def a_finding(rule: Rule, path: str = "2023.csv", line: int = 2, column: int = 1) -> Finding:
    return Finding(rule=rule, place=Place(path, line, column))


def test_a_good_year_has_no_findings() -> None:
    file = a_year(2023, a_row("y", "300"), a_row("甲", "320", name="X"))
    result = check(PLAN, [file])
    assert findings(result) == []
    assert verdicts(result) == ["2023 x on_track", "2023 y lagging +method_disagreement"]
    assert (result.plan, result.years, result.files) == (PLAN, (2023,), (file,))


def test_what_is_not_filed_is_not_reported() -> None:
    result = check(PLAN, [a_year(2023, a_row("x", Reason.NO_DATA))])
    assert findings(result) == []
    assert verdicts(result) == [
        "2023 x not_assessed(no_data)",
        "2023 y not_assessed(not_reported)",
    ]


def test_years_stand_in_order_and_indicators_as_the_plan_has_them() -> None:
    result = check(PLAN, [a_year(2023, a_row("x", "320")), a_year(2022, a_row("y", "280"))])
    assert result.years == (2022, 2023)
    assert verdicts(result) == [
        "2022 x not_assessed(not_reported)",
        "2022 y on_track",
        "2023 x on_track",
        "2023 y not_assessed(not_reported)",
    ]


@pytest.mark.parametrize(
    ("file", "found"),
    [
        (a_year(2023, a_row(unit="%"), a_row("y", "320")), ["2023.csv:2 unit-mismatch"]),
        (a_year(2023, a_row(value="2.5"), a_row("y", "320")), ["2023.csv:2 not-a-whole-number"]),
        (a_year(2023, a_row(year=2022), a_row("y", "320")), ["2023.csv:2 year-disagrees"]),
        (a_year(2023, a_row(name="乙"), a_row("y", "320")), ["2023.csv:2 name-disagrees"]),
        (a_year(2023, a_row(name="完全不同"), a_row("y", "320")), ["2023.csv:2 name-disagrees"]),
        (
            a_year(2023, a_row(unit=None, year=2022), a_row("y", "320")),
            ["2023.csv:2 unit-missing", "2023.csv:2 year-disagrees"],
        ),
        (
            a_year(2023, a_row(value="320"), a_row("y", "320"), a_row("甲", "330")),
            ["2023.csv:4 filed-twice"],
        ),
        (a_year(2023, a_row("y", "320"), rejected=frozenset({"甲", "?"})), []),
        # A misspelt name most likely meant its nearest, so that one is not "not reported".
        (a_year(2023, a_row("y", "320"), a_row("甲1")), ["2023.csv:3 indicator-unknown"]),
        (a_year(2023, a_row("y", "320"), rejected=frozenset({"甲1"})), []),
        (a_year(2023, a_row("y", "320"), a_row(), rejected=frozenset({"x"})), []),
    ],
)
def test_a_rejected_row_is_not_judged(file: YearFile, found: list[str]) -> None:
    result = check(PLAN, [file])
    assert findings(result) == found
    assert verdicts(result) == ["2023 x not_assessed(row_rejected)", "2023 y on_track"]


def test_nothing_in_a_broken_file_counts_as_not_reported() -> None:
    assert verdicts(check(PLAN, [a_year(2023, broken=True)])) == [
        "2023 x not_assessed(row_rejected)",
        "2023 y not_assessed(row_rejected)",
    ]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([a_row(region="浮梁县")], ["2023.csv:3 region-unknown"]),
        (
            [a_row(region="浮梁县", unit="%")],
            ["2023.csv:3 unit-mismatch", "2023.csv:3 region-unknown"],
        ),
        (
            [a_row(region="浮梁县"), a_row(region="浮梁县")],
            [
                "2023.csv:3 region-unknown",
                "2023.csv:4 filed-twice",
                "2023.csv:4 region-unknown",
            ],
        ),
        ([a_row("whatever")], ["2023.csv:3 indicator-unknown"]),
        ([a_row("甲1")], ["2023.csv:3 indicator-unknown"]),
        ([a_row("y", unit="%")], ["2023.csv:3 unit-mismatch"]),
    ],
)
def test_a_row_about_something_else_does_not_touch_the_city(
    rows: list[Row], found: list[str]
) -> None:
    result = check(PLAN, [a_year(2023, a_row("x", "320"), *rows)])
    assert findings(result) == found
    assert verdicts(result)[0] == "2023 x on_track"


def test_samples_are_judged_and_found_once() -> None:
    rows = [a_row(key, "320", status=Status.SAMPLE) for key in ("x", "y")]
    result = check(PLAN, [a_year(2023, *rows)])
    assert findings(result) == ["2023.csv:2 sample-values"]
    assert verdicts(result) == ["2023 x on_track +sample", "2023 y on_track +sample"]


def test_a_year_after_the_plan_is_a_finding_and_one_before_it_is_not() -> None:
    result = check(a_plan(), [a_year(2026, a_row()), a_year(2020, a_row())])
    assert findings(result) == ["2026.csv:0 year-after-plan"]
    assert verdicts(result) == [
        "2020 x not_assessed(outside_period)",
        "2026 x not_assessed(outside_period)",
    ]


@pytest.mark.parametrize("year", [2021, 2025])
def test_the_first_and_the_last_year_of_the_plan_are_no_finding(year: int) -> None:
    assert findings(check(a_plan(), [a_year(year, a_row())])) == []


@pytest.mark.parametrize(
    ("earlier", "found"),
    [
        ([], []),
        ([a_year(2021, a_row("x", "240"))], []),
        ([a_year(2021, a_row("x", "240", status=Status.SAMPLE))], []),
        ([a_year(2021, a_row("x", "240", region="浮梁县"))], []),
        (
            [a_year(2021, a_row(unit="%"), a_row("y", "2.5"), a_row("?"))],
            ["2021.csv:0 earlier-year-bad"],
        ),
        (
            [a_year(2021, a_row(unit="%"), broken=True, rejected=frozenset({"x", "y"}))],
            ["2021.csv:0 earlier-year-bad"],
        ),
        ([a_year(2021, broken=True)], ["2021.csv:0 earlier-year-bad"]),
        ([a_year(2021, rejected=frozenset({"?"}))], ["2021.csv:0 earlier-year-bad"]),
        (
            [a_year(2022, a_row(unit="%")), a_year(2021, a_row("?"))],
            ["2021.csv:0 earlier-year-bad", "2022.csv:0 earlier-year-bad"],
        ),
    ],
)
def test_a_bad_earlier_year_is_one_warning(earlier: list[YearFile], found: list[str]) -> None:
    result = check(PLAN, [a_year(2023, a_row("x", "320"))], earlier)
    assert findings(result) == found
    assert result.count_findings()[Severity.WARNING] == len(found)
    assert result.years == (2023,)
    assert verdicts(result)[0].startswith("2023 x on_track")


def test_the_warning_names_the_year() -> None:
    [finding] = check(PLAN, [a_year(2023)], [a_year(2021, broken=True)]).findings
    assert finding.params == {"year": 2021}


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        ([], "ahead"),
        ([a_year(2021, a_row(value="405"))], "ahead +fell_back"),
        ([a_year(2021, a_row(value="405", unit="%"))], "ahead"),
        ([a_year(2021, a_row(value="405", region="浮梁县"))], "ahead"),
        ([a_year(2021, a_row(value="405"), broken=True)], "ahead"),
    ],
)
def test_earlier_years_stand_beside(earlier: list[YearFile], expected: str) -> None:
    [done] = check(a_plan(), [a_year(2022, a_row(value="390"))], earlier).assessments
    assert in_words(done) == expected


def test_a_rejected_row_leaves_its_year_of_the_period_unknown() -> None:
    plan = a_plan(
        an_indicator(None, a_target("at_least 2", form="every_year")), years=(2020, 2021, 2022)
    )
    earlier = [a_year(2021, a_row(value="2.5"))]
    [done] = check(plan, [a_year(2022, a_row(value="2"))], earlier).assessments
    assert done.period is not None
    assert done.period.reason is Reason.MISSING_YEARS
    assert done.period.unknown_years == (2021,)


def test_findings_of_reading_stand_among_the_others_in_order() -> None:
    read = [
        a_finding(Rule.STATUS_UNKNOWN, line=9),
        a_finding(Rule.FILE_MISSING, path="2021.csv", line=0, column=0),
        a_finding(Rule.NOT_A_FIGURE, line=2, column=3),
    ]
    result = check(PLAN, [a_year(2023, a_row(unit="%"))], findings=read)
    assert findings(result) == [
        "2021.csv:0 file-missing",
        "2023.csv:2 not-a-figure",
        "2023.csv:2 unit-mismatch",
        "2023.csv:9 status-unknown",
    ]


def test_findings_are_ordered_by_path_line_column_and_code() -> None:
    expected = (
        a_finding(Rule.UNIT_MISSING, "a.csv", 9, 9),
        a_finding(Rule.UNIT_MISSING, "b.csv", 2, 9),
        a_finding(Rule.UNIT_MISSING, "b.csv", 10, 1),
        a_finding(Rule.NOT_A_FIGURE, "b.csv", 10, 2),
        a_finding(Rule.UNIT_MISSING, "b.csv", 10, 2),
    )
    assert ordered(reversed(expected)) == expected


YEARS = (
    a_year(2021, a_row("x", "405"), a_row("y", "240", region="浮梁县")),
    a_year(
        2022,
        a_row("x", "390"),
        a_row("y", "2.5"),
        a_row("甲（家）", unit="%"),
        a_row("?"),
    ),
    a_year(
        2023,
        a_row("y", "<=320"),
        a_row("x", "380", status=Status.SAMPLE),
        a_row("y", year=2022, region="乐平市"),
    ),
)


@PROPERTY
@given(st.permutations(YEARS), st.data())
def test_no_order_of_files_or_rows_changes_the_result(
    files: list[YearFile], data: st.DataObject
) -> None:
    shuffled = [f._replace(rows=tuple(data.draw(st.permutations(f.rows)))) for f in files]
    one, other = check(PLAN, YEARS), check(PLAN, shuffled)
    assert (one.years, findings(one)) == (other.years, findings(other))
    assert verdicts(one) == verdicts(other)


def test_no_order_of_rows_changes_where_samples_are_found() -> None:
    file = a_year(2023, *(a_row(key, status=Status.SAMPLE) for key in ("x", "y")))
    shuffled = file._replace(rows=file.rows[::-1])
    assert findings(check(PLAN, [file])) == ["2023.csv:2 sample-values"]
    assert findings(check(PLAN, [shuffled])) == ["2023.csv:2 sample-values"]


def test_no_order_of_two_files_of_one_year_changes_the_findings() -> None:
    files = [a_year(2023, a_row(), path="a.csv"), a_year(2023, a_row(), path="b.csv")]
    one, other = check(a_plan(), files), check(a_plan(), files[::-1])
    assert verdicts(one) == verdicts(other) == ["2023 x not_assessed(row_rejected)"]
    assert findings(one) == ["b.csv:2 filed-twice"]
    assert one.findings == other.findings


def a_result(rules: Sequence[Rule] = (), said: Sequence[Verdict] = ()) -> Result:
    done = judge(an_indicator(), 2023, {2023: "320"})
    return Result(
        plan=PLAN,
        findings=tuple(map(a_finding, rules)),
        assessments=tuple(done._replace(verdict=verdict) for verdict in said),
    )


ERROR, WARNING = Rule.UNIT_MISSING, Rule.SAMPLE_VALUES


def test_findings_and_verdicts_are_counted() -> None:
    result = a_result([ERROR, WARNING, ERROR], [Verdict.MISSED, Verdict.NOT_ASSESSED])
    assert result.count_findings() == {Severity.ERROR: 2, Severity.WARNING: 1, Severity.INFO: 0}
    counted = result.verdicts.counts
    assert list(counted) == list(Verdict)
    assert {v: n for v, n in counted.items() if n} == {Verdict.MISSED: 1, Verdict.NOT_ASSESSED: 1}
