"""By which names a row's thing is found, and which regions are the whole area of the plan."""

import pytest

from jdzplan.actuals import YearFile
from jdzplan.check import check
from jdzplan.plan import Plan, Text
from jdzplan.rules.areas import is_whole, regions_of
from jdzplan.rules.names import Names
from jdzplan.rules.row_rules import filing_of, names_of
from tests.builders import a_plan, a_row, a_year, an_indicator

SET = an_indicator(
    None,
    {"form": "named_set"},
    name={"zh": "龙头企业", "en": "Lead firms"},
    aliases=["链主企业"],
    members={"heimao": {"zh": "黑猫集团", "en": "Heimao"}, "tianxin": {"zh": "天新药业"}},
)


@pytest.mark.parametrize(
    "written",
    [
        "x/heimao",
        "X/Heimao",
        "x/黑猫集团",
        "龙头企业/heimao",
        "龙头企业/黑猫集团",
        "龙头企业／黑猫集团",
        "链主企业/黑猫集团",
        "Lead firms/Heimao",
        "lead firms/黑猫集团",
        "黑猫集团",
        "黑猫集团①",
    ],
)
def test_a_member_is_found_by_any_pair_of_names(written: str) -> None:
    assert names_of(a_plan(SET)).find(written) == "x/heimao"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("投入强度", "a"),
        ("1.投入强度", "a"),
        ("1、投入强度", "a"),
        ("（一）投入强度", "a"),
        ("一、投入强度", "a"),
        ("①投入强度", "a"),
        ("投入强度①", "a"),
        ("投入强度*", "a"),
        ("投入强度¹", "a"),
        ("投入强度^a", "a"),
        ("投入强度[1]", "a"),
        ("投入强度（注1）", "a"),
        ("投入强度（%）①", "a"),
        ("投入\n强度", "a"),
        ("CO₂排放", "b"),
        ("3D打印", "c"),
        ("1.5万户企业", None),
        ("其中：投入强度", None),
        ("投入强度（企业）", None),
        ("", None),
    ],
)
def test_numbers_marks_and_small_digits_do_not_hide_a_name(written: str, key: str | None) -> None:
    names = Names(
        {"a": ("投入强度",), "b": ("CO2排放",), "c": ("3D打印",)}, fits=lambda unit, _: unit == "%"
    )
    assert names.find(written) == key


def test_a_name_that_has_such_a_mark_itself_comes_first() -> None:
    names = Names({"a": ("企业",), "b": ("企业(1)",), "c": ("1.企业",)})
    assert [names.find(n) for n in ("企业", "企业（1）", "1.企业", "2.企业（1）")] == list("abcb")


CITY = Text(zh="景德镇市", en="Jingdezhen")


@pytest.mark.parametrize(
    ("area", "whole", "parts"),
    [
        (
            CITY,
            "合计 总计 全市 本市 全市合计 景德镇市 景德镇 景德镇市合计 景德镇全市 Jingdezhen total",
            "全省 全国 全区 市本级 市辖区 小计 乐平市 江西省 浮梁县",
        ),
        (Text(zh="江西省"), "江西 江西省 全省 全省合计 合计", "全市 全国 南昌市"),
        (Text(zh="珠山区"), "珠山区 珠山 全区 本区", "全市 景德镇市"),
        (Text(zh="景县"), "景县 全县", "景"),
        (Text(en="Jingdezhen"), "jingdezhen 全市 全省 Total", "景德镇市"),
        (None, "合计 总计 全市 全省 全国 全区 全县 全市合计", "景德镇市 市 合"),
    ],
)
def test_the_whole_has_many_names_and_no_part_has(
    area: Text | None, whole: str, parts: str
) -> None:
    assert [word for word in whole.split() if not is_whole(word, area)] == []
    assert [word for word in parts.split() if is_whole(word, area)] == []
    assert is_whole(None, area)


def of_a_city() -> Plan:
    plan = a_plan()
    return plan.model_copy(update={"plan": plan.plan.model_copy(update={"area": CITY})})


def test_a_row_of_the_whole_is_a_row_of_no_region() -> None:
    plan = of_a_city()
    names = names_of(plan)
    filings = [
        filing_of(plan, names, regions_of(plan), a_row(region=word), 2023)
        for word in ("景德镇市", "全省")
    ]
    assert [filing.region if filing else "?" for filing in filings] == [None, "全省"]


def test_the_whole_in_two_words_is_filed_twice() -> None:
    rows = (a_row(region="景德镇市"), a_row(region="合计"))
    result = check(of_a_city(), [a_year(2023, *rows)])
    assert [f.rule.label for f in result.findings] == ["filed-twice"]


@pytest.mark.parametrize(
    ("region", "reason"), [("景德镇市", "row_rejected"), ("浮梁县", "not_reported")]
)
def test_a_refused_row_is_the_wholes_or_a_parts(region: str, reason: str) -> None:
    file = YearFile(path="2023.csv", year=2023, rejected_parts=frozenset({("x", region)}))
    (assessment,) = check(of_a_city(), [file]).assessments
    assert assessment.reason == reason


def test_an_earlier_year_with_a_refused_row_is_told() -> None:
    bad = YearFile(path="2021.csv", year=2021, rejected_parts=frozenset({("x", "浮梁县")}))
    result = check(of_a_city(), [a_year(2023, a_row())], [bad])
    assert [f.rule.label for f in result.findings] == ["earlier-year-bad"]


def test_of_many_unknown_names_only_the_first_are_looked_for() -> None:
    few = Names({"abc": ("abcd",)})
    found = [few.nearest(f"abcd{i}") for i in range(501)]
    assert found == ["abcd"] * 500 + [None]
    many = Names({f"{i:05}": () for i in range(20_000)})
    assert [many.nearest(f"{i}x").__class__ for i in range(12345, 12349)] == [str] * 3 + [
        type(None)
    ]
    assert many.nearest("12345x") == "12345"
