"""Per rule a table of accepted and a table of rejected, built in memory."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from jdzplan.actuals import Row, Status
from jdzplan.catalogue import Rule, Severity
from jdzplan.findings import Finding, Place
from jdzplan.plan import Bands, Head, Indicator, Lag, Note, Plan, Source, Target, Text
from jdzplan.rules import plan_rules, row_rules
from jdzplan.rules.names import Names
from jdzplan.rules.row_rules import Filing, names_of, power_of
from jdzplan.rules.vintages import filed_twice
from jdzplan.verdicts import Reason
from tests.builders import a_figure, a_plan, a_row, a_target, an_id, an_indicator

NAMED_Y = {"zh": "乙", "en": "Y"}


def test_every_code_is_used_once_and_stands_in_order() -> None:
    codes = [rule.code for rule in Rule]
    assert codes == sorted(set(codes))
    assert len({rule.label for rule in Rule}) == len(codes)


def test_severities_stand_worst_first() -> None:
    assert [severity.rank for severity in Severity] == [0, 1, 2]
    assert Severity.ERROR.rank < Severity.WARNING.rank < Severity.INFO.rank


# The records of the plan: fields one by one.


@pytest.mark.parametrize(
    ("record", "fields", "error"),
    [
        (Text, {}, "empty_text"),
        (Text, {"zh": ""}, "string_too_short"),
        (Text, {"zh": "甲", "fr": "A"}, "extra_forbidden"),
        (Source, {}, "empty_source"),
        (Source, {"section": 5}, "empty_source"),
        (Source, {"chapter": True}, "word_or_number"),
        (Source, {"chapter": ""}, "word_or_number"),
        (Source, {"chapter": Decimal("1.5")}, "word_or_number"),
        (Target, {}, "one_bound"),
        (Target, {"by": 2025}, "one_bound"),
        (Target, {"at_least": 2, "at_most": 3}, "one_bound"),
        (Target, {"at_least": 2, "between": [1, 3]}, "one_bound"),
        (Target, {"between": [20, 15]}, "empty_band"),
        (Target, {"between": [15, 15]}, "empty_band"),
        (Target, {"between": [15]}, "band"),
        (Target, {"between": "15-20"}, "band"),
        (Target, {"at_least": "2"}, "number"),
        (Target, {"at_least": "012"}, "number"),
        (Lag, {}, "empty_lag"),
        (Lag, {"months": -1}, "greater_than_equal"),
        (Lag, {"months": True}, "int_type"),
        (Target, {"at_least": True}, "number"),
        (Target, {"at_least": 2.5}, "number"),
        (Target, {"at_least": Decimal("NaN")}, "finite_number"),
        (Target, {"at_least": Decimal("Infinity")}, "finite_number"),
        (Target, {"at_least": 2, "by": "2025"}, "int_type"),
        (Target, {"at_least": 2, "by": 25}, "greater_than_equal"),
        (Target, {"at_least": 2, "form": "sometimes"}, "enum"),
    ],
)
def test_a_record_refuses(record: type[BaseModel], fields: dict[str, Any], error: str) -> None:
    with pytest.raises(ValidationError) as caught:
        record.model_validate(fields)
    assert [problem["type"] for problem in caught.value.errors()] == [error]


@pytest.mark.parametrize(
    "overrides",
    [
        {"baseline": {2020: Decimal(1), 2021: Decimal(2)}},
        {"baseline": {2020: "1"}},
        {"baseline": {"12": Decimal(1)}},
        {"baseline": {True: Decimal(1)}},
        {"baseline": {1492: Decimal(1)}},
        {"source": []},
        {"source": "chapter 1"},
        {"better": "up"},
        {"kind": None},
        {"aliases": [""]},
        {"assess": "no"},
        {"weight": 1},
    ],
    ids=str,
)
def test_an_indicator_refuses(overrides: dict[str, Any]) -> None:
    fields = an_indicator().model_dump() | overrides
    with pytest.raises(ValidationError) as caught:
        Indicator.model_validate(fields)
    assert {problem["loc"][0] for problem in caught.value.errors()} == set(overrides)


@pytest.mark.parametrize("issued", ["2022-6-20", "2022-02-30", "20220620", 20220620, True])
def test_a_date_is_written_in_full(issued: object) -> None:
    head = a_plan().plan.model_dump()
    assert Head.model_validate(head | {"issued": "2022-06-20"}).issued == date(2022, 6, 20)
    with pytest.raises(ValidationError):
        Head.model_validate(head | {"issued": issued})


def test_a_baseline_may_be_keyed_by_text_as_files_have_it() -> None:
    fields = an_indicator().model_dump() | {"baseline": {"2019": Decimal(7)}}
    assert Indicator.model_validate(fields).start == (2019, Decimal(7))


def test_a_record_is_frozen() -> None:
    with pytest.raises(ValidationError):
        an_indicator().unit = "%"


def test_a_single_source_is_a_list_of_one() -> None:
    two = [{"chapter": 1}, {"document": "Yearbook", "date": "2023-10"}]
    assert an_indicator(source={"chapter": 1}).source == (Source(chapter=1),)
    assert len(an_indicator(source=two).source) == 2


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (Text(zh="甲", en="A"), "甲", "A"),
        (Text(zh="甲"), "甲", "甲"),
        (Text(en="A"), "A", "A"),
    ],
)
def test_a_text_falls_back_on_the_other_language(text: Text, zh: str, en: str) -> None:
    assert (text.get("zh"), text.get("en")) == (zh, en)


@pytest.mark.parametrize(
    ("bound", "lower", "upper"),
    [
        ("at_least 0", (0, False), None),
        ("more_than 2", (2, True), None),
        ("at_most 2", None, (2, False)),
        ("less_than 0", None, (0, True)),
        ("between 15 20", (15, False), (20, False)),
    ],
)
def test_a_target_has_the_ends_that_its_word_says(
    bound: str, lower: tuple[int, bool] | None, upper: tuple[int, bool] | None
) -> None:
    target = Target.model_validate(a_target(bound))
    assert (target.lower, target.upper) == (lower, upper)


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        ("at_least 0", ("at_least", Decimal(0), None)),
        ("less_than 2.50", ("less_than", Decimal("2.50"), None)),
        ("between 15 20", ("between", Decimal(15), Decimal(20))),
    ],
)
def test_a_target_tells_its_bound(bound: str, expected: tuple[str, Decimal, Decimal]) -> None:
    assert Target.model_validate(a_target(bound)).bound == expected


def test_years_left_out_are_those_of_the_plan() -> None:
    plan = a_plan(years=(2015, 2016, 2019))
    plain = Target.model_validate(a_target())
    given = Target.model_validate(a_target(by=2018, first=2017, last=2018))
    assert (plan.target_year(plain), plan.target_year(given)) == (2019, 2018)
    assert list(plan.rule_years(plain)) == [2016, 2017, 2018, 2019]
    assert list(plan.rule_years(given)) == [2017, 2018]


def test_an_indicator_knows_its_start_and_its_names() -> None:
    assert an_indicator("2.20").start == (2020, Decimal("2.20"))
    assert an_indicator(None).start is None
    assert an_indicator(name={"zh": "甲"}, aliases=["A1", "A2"]).names == ("甲", "A1", "A2")


def test_a_note_is_open_until_somebody_decides() -> None:
    words = {"question": {"en": "?"}, "reading": {"en": "!"}}
    assert Note.model_validate(words).is_open
    assert not Note.model_validate(words | {"decided_by": "Bureau"}).is_open


# Rules of the plan.

PlanRule = Callable[[Plan], Iterator[plan_rules.Problem]]
X = ("indicators", "x")


@pytest.mark.parametrize(
    ("rule", "plan"),
    [
        (plan_rules.direction_conflict, a_plan()),
        (plan_rules.direction_conflict, a_plan(an_indicator("2", "more_than 3"))),
        (plan_rules.direction_conflict, a_plan(an_indicator("4", "at_most 3", better="lower"))),
        (plan_rules.direction_conflict, a_plan(an_indicator("4", "less_than 3", better="lower"))),
        (plan_rules.direction_conflict, a_plan(an_indicator("4", "between 1 3", better="within"))),
        (plan_rules.unknown_goal, a_plan()),
        (plan_rules.name_taken, a_plan(y=an_indicator(name=NAMED_Y))),
        (plan_rules.name_taken, a_plan(an_indicator(aliases=["x", "X", "甲"]))),
        (plan_rules.year_order, a_plan()),
        (plan_rules.year_order, a_plan(years=(2020, 2021, 2021))),
        (plan_rules.year_order, a_plan(years=(2015, 2021, 2025))),
        (plan_rules.year_order, a_plan(an_indicator(since=2019))),
        (plan_rules.year_order, a_plan(an_indicator(None))),
        (plan_rules.year_order, a_plan(an_indicator(target=a_target(by=2021)))),
        (plan_rules.year_order, a_plan(an_indicator(target=a_target(by=2025)))),
        (plan_rules.year_order, a_plan(an_indicator(target=a_target(first=2021, last=2025)))),
        (plan_rules.year_order, a_plan(an_indicator(target=a_target(first=2023, last=2023)))),
        (plan_rules.form_conflict, a_plan(an_indicator(target=a_target(by=2024)))),
        (
            plan_rules.form_conflict,
            a_plan(an_indicator(target=a_target(form="every_year", first=2022, last=2024))),
        ),
        (plan_rules.baseline_meets_target, a_plan()),
        (plan_rules.baseline_meets_target, a_plan(an_indicator(None))),
        (plan_rules.baseline_meets_target, a_plan(an_indicator("400"))),
        (plan_rules.baseline_meets_target, a_plan(an_indicator("400", "more_than 400"))),
        (
            plan_rules.baseline_meets_target,
            a_plan(an_indicator("2", "at_most 2", better="lower", kind="rank")),
        ),
        (
            plan_rules.baseline_meets_target,
            a_plan(an_indicator("20", "between 15 20", better="within")),
        ),
        (
            plan_rules.baseline_meets_target,
            a_plan(an_indicator("500", a_target(form="every_year"))),
        ),
        (plan_rules.bands_order, a_plan()),
        (plan_rules.bands_order, a_plan(bands=Bands(lagging=Decimal("0.01")))),
        (plan_rules.reason_missing, a_plan()),
        (
            plan_rules.reason_missing,
            a_plan(an_indicator(assess=False, assess_reason={"en": "No definition."})),
        ),
    ],
)
def test_a_plan_is_accepted(rule: PlanRule, plan: Plan) -> None:
    assert list(rule(plan)) == []


@pytest.mark.parametrize(
    ("rule", "plan", "where", "params"),
    [
        (
            plan_rules.direction_conflict,
            a_plan(an_indicator(target="at_most 3")),
            (*X, "better"),
            {"better": "higher"},
        ),
        (
            plan_rules.direction_conflict,
            a_plan(an_indicator(better="lower")),
            (*X, "better"),
            {"better": "lower"},
        ),
        (
            plan_rules.direction_conflict,
            a_plan(an_indicator(better="within")),
            (*X, "better"),
            {"better": "within"},
        ),
        (
            plan_rules.direction_conflict,
            a_plan(an_indicator(target="between 1 3")),
            (*X, "better"),
            {"better": "higher"},
        ),
        (
            plan_rules.direction_conflict,
            a_plan(an_indicator(target="between 1 3", better="lower")),
            (*X, "better"),
            {"better": "lower"},
        ),
        (
            plan_rules.unknown_goal,
            a_plan(an_indicator(goal="G9")),
            (*X, "goal"),
            {"found": "G9", "known": ("G1",)},
        ),
        (
            plan_rules.name_taken,
            a_plan(y=an_indicator(name={"en": "x"})),
            ("indicators", "y", "name", "en"),
            {"name": "x", "first": "x"},
        ),
        (
            plan_rules.name_taken,
            a_plan(y=an_indicator(name=NAMED_Y, aliases=[" 甲 "])),
            ("indicators", "y", "aliases", 0),
            {"name": " 甲 ", "first": "x"},
        ),
        (
            plan_rules.name_taken,
            a_plan(
                an_indicator(aliases=["R&D (A)"]),
                y=an_indicator(name=NAMED_Y, aliases=["r＆d（a）"]),
            ),
            ("indicators", "y", "aliases", 0),
            {"name": "r＆d（a）", "first": "x"},
        ),
        (
            plan_rules.year_order,
            a_plan(years=(2021, 2021, 2025)),
            ("plan", "period"),
            {"kind": "period"},
        ),
        (
            plan_rules.year_order,
            a_plan(years=(2020, 2026, 2025)),
            ("plan", "period"),
            {"kind": "period"},
        ),
        (
            plan_rules.year_order,
            a_plan(an_indicator(since=2021)),
            (*X, "baseline"),
            {"kind": "baseline", "year": 2021},
        ),
        (
            plan_rules.year_order,
            a_plan(an_indicator(target=a_target(by=2026))),
            (*X, "target", "by"),
            {"kind": "target", "year": 2026},
        ),
        (
            plan_rules.year_order,
            a_plan(an_indicator(target=a_target(by=2020))),
            (*X, "target", "by"),
            {"kind": "target", "year": 2020},
        ),
        (
            plan_rules.year_order,
            a_plan(an_indicator(target=a_target(first=2020))),
            (*X, "target", "first"),
            {"kind": "target", "year": 2020},
        ),
        (
            plan_rules.year_order,
            a_plan(an_indicator(target=a_target(last=2026))),
            (*X, "target", "last"),
            {"kind": "target", "year": 2026},
        ),
        (
            plan_rules.form_conflict,
            a_plan(an_indicator(target=a_target(first=2022))),
            (*X, "target", "first"),
            {"key": "first", "form": "by_year"},
        ),
        (
            plan_rules.form_conflict,
            a_plan(an_indicator(target=a_target(form="every_year", by=2025))),
            (*X, "target", "by"),
            {"key": "by", "form": "every_year"},
        ),
        (
            plan_rules.baseline_meets_target,
            a_plan(an_indicator("401")),
            (*X, "baseline"),
            {"value": Decimal(401)},
        ),
        (
            plan_rules.baseline_meets_target,
            a_plan(an_indicator("1", "at_most 2", better="lower", kind="rank")),
            (*X, "baseline"),
            {"value": Decimal(1)},
        ),
        (
            plan_rules.baseline_meets_target,
            a_plan(an_indicator("17", "between 15 20", better="within")),
            (*X, "baseline"),
            {"value": Decimal(17)},
        ),
        (
            plan_rules.bands_order,
            a_plan(bands=Bands(ahead=Decimal("0.95"))),
            ("policy", "bands"),
            {},
        ),
        (
            plan_rules.bands_order,
            a_plan(bands=Bands(lagging=Decimal("0.95"))),
            ("policy", "bands"),
            {},
        ),
        (plan_rules.bands_order, a_plan(bands=Bands(lagging=Decimal(0))), ("policy", "bands"), {}),
        (plan_rules.reason_missing, a_plan(an_indicator(assess=False)), (*X, "assess"), {}),
    ],
)
def test_a_plan_is_rejected(
    rule: PlanRule, plan: Plan, where: plan_rules.Where, params: dict[str, object]
) -> None:
    [(found, place, said)] = rule(plan)
    assert found.name.lower() == rule.__name__
    assert place == where
    assert said.items() >= params.items()


def test_a_rule_that_ends_before_it_begins_is_rejected() -> None:
    target = a_target(form="every_year", first=2024, last=2022)
    problems = plan_rules.check_plan(a_plan(an_indicator(target=target)))
    assert [rule for rule, _, _ in problems] == [Rule.YEAR_ORDER]


def test_all_problems_of_a_plan_are_gathered() -> None:
    plan = a_plan(
        an_indicator("401", goal="G9"), y=an_indicator(target="at_most 3"), years=(2021, 2021, 2020)
    )
    assert plan_rules.check_plan(a_plan()) == []
    assert {rule for rule, _, _ in plan_rules.check_plan(plan)} == {
        Rule.UNKNOWN_GOAL,
        Rule.BASELINE_MEETS_TARGET,
        Rule.DIRECTION_CONFLICT,
        Rule.NAME_TAKEN,
        Rule.YEAR_ORDER,
    }


# Rules of a year's rows.

RowRule = Callable[[Filing], Iterator[Finding]]
COUNT = an_indicator(unit_aliases=["家（次）"])
MEASURED = an_indicator(kind="measured", unit="亿元")
RANK = an_indicator("2", "at_most 2", kind="rank", better="lower", unit="位")


def filed(row: Row, indicator: Indicator = COUNT, named: str | None = None) -> Filing:
    return Filing(row, "x", indicator, 2023, named, row.region)


def glued(number: str, unit: str, cell: str | None = None) -> Row:
    """A row whose unit is typed behind the figure, and perhaps in its own cell too."""
    return a_row(value=a_figure(number, unit=unit), unit=cell)


def a_filing_id(value: object) -> str | None:
    return an_id(value.row) if isinstance(value, Filing) else None


@pytest.mark.parametrize(
    ("rule", "filing"),
    [
        (row_rules.year_disagrees, filed(a_row())),
        (row_rules.year_disagrees, filed(a_row(year=2023))),
        (row_rules.name_disagrees, filed(a_row())),
        (row_rules.name_disagrees, filed(a_row(name="甲"))),
        (row_rules.unit_missing, filed(a_row())),
        (row_rules.unit_missing, filed(glued("240", "家"))),
        (row_rules.unit_missing, filed(a_row(value=Reason.NO_DATA, unit=None))),
        (row_rules.unit_mismatch, filed(a_row(unit="户"))),
        (row_rules.unit_mismatch, filed(a_row(unit="万家"))),
        (row_rules.unit_mismatch, filed(a_row(unit="家(次)"))),
        (row_rules.unit_mismatch, filed(a_row(unit=None))),
        (row_rules.unit_mismatch, filed(glued("240", "家"))),
        (row_rules.unit_mismatch, filed(glued("240", "户", "家"))),
        (row_rules.unit_mismatch, filed(a_row(value=Reason.NO_DATA))),
        (row_rules.not_whole, filed(a_row())),
        (row_rules.not_whole, filed(a_row(value="0"))),
        (row_rules.not_whole, filed(a_row(value="240.0"))),
        (row_rules.not_whole, filed(a_row(value=">=70"))),
        (row_rules.not_whole, filed(a_row(value="2..3"))),
        (row_rules.not_whole, filed(a_row(value="0.024", unit="万家"))),
        (row_rules.not_whole, filed(a_row(value="240", unit=None))),
        (row_rules.not_whole, filed(a_row(value="2.4", unit="%"))),
        (row_rules.not_whole, filed(a_row(value=Reason.NO_DATA))),
        (row_rules.not_whole, filed(a_row(value="2.4", unit="亿元"), MEASURED)),
        (row_rules.not_whole, filed(a_row(value="-2", unit="亿元"), MEASURED)),
        (row_rules.not_whole, filed(a_row(value="1", unit="位"), RANK)),
        (row_rules.not_whole, filed(a_row(value="1" * 30))),
        (row_rules.region_unknown, filed(a_row())),
    ],
    ids=a_filing_id,
)
def test_a_row_is_accepted(rule: RowRule, filing: Filing) -> None:
    assert list(rule(filing)) == []


@pytest.mark.parametrize(
    ("rule", "filing", "name", "column", "params"),
    [
        (
            row_rules.year_disagrees,
            filed(a_row(year=2022)),
            Rule.YEAR_DISAGREES,
            "year",
            {"found": 2022, "expected": 2023},
        ),
        (
            row_rules.name_disagrees,
            filed(a_row(name="乙"), named="y"),
            Rule.NAME_DISAGREES,
            "name",
            {"found": "乙"},
        ),
        (
            row_rules.unit_missing,
            filed(a_row(unit=None)),
            Rule.UNIT_MISSING,
            "unit",
            {"expected": "家"},
        ),
        (
            row_rules.unit_mismatch,
            filed(a_row(unit="%")),
            Rule.UNIT_MISMATCH,
            "unit",
            {"found": "%", "expected": "家"},
        ),
        (
            row_rules.unit_mismatch,
            filed(a_row(value=Reason.NO_DATA, unit="%")),
            Rule.UNIT_MISMATCH,
            "unit",
            {"found": "%"},
        ),
        (
            row_rules.unit_mismatch,
            filed(glued("3", "%")),
            Rule.UNIT_MISMATCH,
            "value",
            {"found": "%"},
        ),
        (
            row_rules.unit_mismatch,
            filed(glued("3", "元", "家")),
            Rule.UNIT_MISMATCH,
            "value",
            {"found": "元"},
        ),
        (
            row_rules.unit_mismatch,
            filed(glued("3", "万家", "家")),
            Rule.UNIT_MISMATCH,
            "value",
            {"found": "家、万家"},
        ),
        (
            row_rules.not_whole,
            filed(a_row(value="240.5")),
            Rule.NOT_WHOLE,
            "value",
            {"found": "240.5", "least": 0, "kind": "count"},
        ),
        (row_rules.not_whole, filed(a_row(value="-1")), Rule.NOT_WHOLE, "value", {"found": "-1"}),
        (row_rules.not_whole, filed(a_row(value="<0")), Rule.NOT_WHOLE, "value", {"found": "<0"}),
        (
            row_rules.not_whole,
            filed(a_row(value="2..3.5")),
            Rule.NOT_WHOLE,
            "value",
            {"found": "2..3.5"},
        ),
        (
            row_rules.not_whole,
            filed(a_row(value="0.00001", unit="万家")),
            Rule.NOT_WHOLE,
            "value",
            {"found": "0.00001"},
        ),
        (
            row_rules.not_whole,
            filed(a_row(value="0", unit="位"), RANK),
            Rule.NOT_WHOLE,
            "value",
            {"least": 1, "kind": "rank"},
        ),
        (
            row_rules.not_whole,
            filed(a_row(value="1.5", unit="位"), RANK),
            Rule.NOT_WHOLE,
            "value",
            {"least": 1, "kind": "rank"},
        ),
        (
            row_rules.region_unknown,
            filed(a_row(region="浮梁曲"))._replace(is_listed=False, near="浮梁县"),
            Rule.REGION_UNKNOWN,
            "region",
            {"found": "浮梁曲", "near": "浮梁县"},
        ),
    ],
    ids=a_filing_id,
)
def test_a_row_is_rejected(
    rule: RowRule, filing: Filing, name: Rule, column: str, params: dict[str, object]
) -> None:
    [finding] = rule(filing)
    assert finding.rule is name
    assert finding.place == filing.row.cells[column]
    assert (finding.indicator, finding.region) == ("x", filing.row.region)
    assert finding.params.items() >= params.items()


def test_a_finding_about_an_absent_column_stands_at_the_row() -> None:
    row = a_row(unit=None, cells={"indicator": Place("2023.csv", 7, 1)})
    [finding] = row_rules.unit_missing(filed(row))
    assert finding.place == Place("2023.csv", 7, 1)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([], []),
        ([("x", None)], []),
        ([("x", None), ("y", None)], []),
        ([("x", None), ("x", "浮梁县"), ("x", "乐平市")], []),
        ([("x", None), ("x", None)], [(3, "2023.csv:2")]),
        ([("x", "浮梁县"), ("y", None), ("x", "浮梁县")], [(4, "2023.csv:2")]),
        ([("x", None), ("x", None), ("x", None)], [(3, "2023.csv:2"), (4, "2023.csv:2")]),
    ],
)
def test_one_indicator_is_filed_once_a_year_and_region(
    rows: list[tuple[str, str | None]], found: list[tuple[int, str]]
) -> None:
    filings = [
        Filing(a_row(key, line=line), key, COUNT, 2023, region=region)
        for line, (key, region) in enumerate(rows, start=2)
    ]
    findings = list(filed_twice(filings))
    assert [(f.place.line, f.params["first"]) for f in findings] == found
    assert all(f.rule is Rule.FILED_TWICE for f in findings)


@pytest.mark.parametrize(
    ("statuses", "found"),
    [
        ([], []),
        ([None, Status.FINAL], []),
        ([None, Status.SAMPLE, Status.SAMPLE], [(3, 2, 3)]),
    ],
)
def test_samples_are_one_finding_for_the_file(
    statuses: list[Status | None], found: list[tuple[int, int, int]]
) -> None:
    filings = [
        filed(a_row(status=status, line=line)) for line, status in enumerate(statuses, start=2)
    ]
    findings = list(row_rules.sample_values(filings, "2023.csv"))
    assert [(f.place.line, f.params["count"], f.params["rows"]) for f in findings] == found
    assert all(f.severity is Severity.WARNING for f in findings)


NAMES = names_of(
    a_plan(an_indicator(aliases=["R&D强度（位）", "R&D投入"]), y=an_indicator(name=NAMED_Y))
)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("x", "x"),
        ("X", "x"),
        (" 甲 ", "x"),
        ("R&D强度(位)", "x"),
        ("Ｒ&D强度", None),
        ("r＆d投入", "x"),
        ("甲（家）", "x"),
        ("甲(户)", "x"),
        ("乙", "y"),
        ("丙", None),
        ("", None),
        ("（家）", None),
        ("甲（万家）", "x"),
        ("甲（%）", None),
        # Ceramic firms are not all firms: only a unit in brackets does not matter.
        ("甲（陶瓷）", None),
    ],
)
def test_a_row_is_found_by_any_name_of_its_indicator(written: str, key: str | None) -> None:
    assert NAMES.find(written) == key


@pytest.mark.parametrize(
    ("written", "near"), [("R&D投人", "R&D投入"), ("r&d 投入额", "R&D投入"), ("完全不同", None)]
)
def test_an_unknown_name_is_shown_the_nearest(written: str, near: str | None) -> None:
    finding = row_rules.unknown_indicator(a_row(written, line=5), NAMES, Names({}))
    assert finding.rule is Rule.INDICATOR_UNKNOWN
    assert finding.place.line == 5
    assert finding.params == {"found": written, "near": near}


@pytest.mark.parametrize(
    ("row", "indicator", "value"),
    [
        (a_row(), COUNT, "240"),
        (a_row(value="0.0240", unit="万家"), COUNT, "240"),
        (a_row(unit="家(次)"), COUNT, "240"),
        (glued("0.024", "万家"), COUNT, "2.4E+2"),
        (a_row(value="310000", unit="万元"), MEASURED, "31.0000"),
        (a_row(value="3.10", unit="亿元"), MEASURED, "3.10"),
    ],
    ids=an_id,
)
def test_a_good_row_is_known_in_the_unit_of_its_indicator(
    row: Row, indicator: Indicator, value: str
) -> None:
    actual = filed(row, indicator).actual()
    assert actual.figure is not None
    assert str(actual.figure.value) == value
    assert actual.place == row.cells["value"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("亿元", "亿元"),
        ("亿元、家、%", "亿元"),
        ("家，万元", "万元"),
        ("亿元、万元", None),
        ("家、%", None),
        ("", None),
    ],
)
def test_of_a_tables_units_the_only_one_that_fits_counts(table: str, expected: str | None) -> None:
    row = a_row(unit=None, table_unit=table)
    assert filed(row, MEASURED).unit == expected


def test_a_known_value_keeps_what_was_filed_beside_it() -> None:
    row = a_row(value=Reason.NO_DATA, status=Status.FINAL, source="Yearbook", note="n")
    actual = filed(row).actual()
    assert actual.value == row.value
    assert actual.figure is None
    assert (actual.indicator, actual.year) == ("x", 2023)
    assert (actual.status, actual.source, actual.note) == (Status.FINAL, "Yearbook", "n")


@pytest.mark.parametrize(
    ("name", "meant"),
    [("甲", None), ("X", None), ("x", None), (None, None), ("黑猫", None), ("别的", "?")],
)
def test_a_name_beside_an_id_is_any_of_its_own(name: str | None, meant: str | None) -> None:
    members = {"m": {"zh": "黑猫"}}
    plan = a_plan(
        an_indicator(None, {"form": "named_set"}, members=members),
        other=an_indicator(None, {"form": "named_set"}, members=members, name={"zh": "乙"}),
    )
    # The firm stands in two sets; beside its id its bare name is clear.
    key = "x/m" if name == "黑猫" else "x"
    assert names_of(plan).contradicts(name, key) == meant


@pytest.mark.parametrize(
    ("unit", "measured_in", "power"),
    [
        ("亿", "亿元", 0),
        ("万", "亿元", -4),
        ("万", "家", 4),
        ("亿", "%", None),
        ("名", "位", 0),
        ("位次", "位", 0),
    ],
)
def test_what_is_said_in_short_is_understood(unit: str, measured_in: str, power: int) -> None:
    kind = "rank" if measured_in == "位" else "measured"
    assert power_of(unit, an_indicator(unit=measured_in, kind=kind)) == power


def test_a_name_is_looked_up_once_and_very_many_are_not() -> None:
    names = names_of(a_plan(an_indicator(name={"en": "firms"})))
    assert [names.nearest("firm"), names.nearest("firm")] == ["firms", "firms"]
    for i in range(600):
        names.nearest(f"firm{i}")
    assert names.nearest("firmss") is None
