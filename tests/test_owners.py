"""Who answers for what: roles, the page by owner, and each unit's own list of problems."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jdzplan.catalogue import Rule
from jdzplan.check import check
from jdzplan.collecting.template import safe_names
from jdzplan.findings import Finding, Place
from jdzplan.owners import Role, roles, shares, units
from jdzplan.plan import Plan, Relation, Series, Subset, Task
from tests.builders import a_plan, a_row, a_year, an_indicator
from tests.conftest import ROOT, Cli

CASE = ROOT / "tests" / "cases" / "grouped_by_owner"
TASK = {"name": {"zh": "任务"}, "goal": "G1", "evidence": {"zh": "文件"}, "source": {"chapter": 1}}
RELATION = {"name": {"zh": "关系"}, "goal": "G1", "rule": "statement", "source": {"chapter": 1}}
SERIES = {"name": {"zh": "数据"}, "unit": "家", "kind": "count", "source": {"chapter": 1}}


def an_owner(lead: str | None = None, *support: str) -> dict[str, Any]:
    return {"owner": {"lead": lead, "support": support}}


@pytest.mark.parametrize(
    ("promise", "expected"),
    [
        (an_indicator(), "None lead"),
        (an_indicator(**an_owner("甲")), "甲 lead"),
        (
            an_indicator(**an_owner("甲", "乙", "丙"), provider="丁"),
            "甲 lead, 乙 support, 丙 support, 丁 provider",
        ),
        (an_indicator(**an_owner("甲", "甲", "乙"), provider="乙"), "甲 lead, 乙 support"),
        (an_indicator(**an_owner(None, "乙"), provider="甲"), "None lead, 乙 support, 甲 provider"),
        (Task.model_validate(TASK | an_owner("甲") | {"provider": "丁"}), "甲 lead, 丁 provider"),
        (Relation.model_validate(RELATION | an_owner("甲", "乙")), "甲 lead, 乙 support"),
        (Series.model_validate(SERIES | {"provider": "丁"}), "丁 lead"),
        (
            Series.model_validate(SERIES | an_owner("甲") | {"provider": "丁"}),
            "甲 lead, 丁 provider",
        ),
        (Series.model_validate(SERIES), "None lead"),
    ],
)
def test_every_unit_has_one_role(promise: Any, expected: str) -> None:
    assert ", ".join(f"{unit} {role}" for unit, role in roles(promise).items()) == expected


def test_a_member_of_a_set_has_the_owner_of_its_set() -> None:
    group = an_indicator(
        None,
        {"form": "named_set"},
        members={"a": {"zh": "甲公司"}},
        provider="丁",
        **an_owner("甲"),
    )
    assert roles(a_plan(group).measures["x/a"]) == {"甲": Role.LEAD, "丁": Role.PROVIDER}


def test_units_stand_in_the_order_of_the_plan_and_nobody_last() -> None:
    nobody = an_indicator(name={"zh": "乙项"}, provider="丁")
    plan = a_plan(an_indicator(**an_owner("甲", "乙")), y=nobody)
    assert units(plan) == ("甲", "乙", "丁", None)


def a_share(plan: Plan, unit: str | None, *rows: Any) -> list[str]:
    found, common = shares(check(plan, [a_year(2023, *rows)]), plan)
    told = (
        next(each.findings for each in found if each.unit == unit)
        if unit != "common"
        else [(Role.LEAD, finding) for finding in common]
    )
    return [f"{role} {finding.rule.code}" for role, finding in told]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("甲", ["lead JDZ303"]),
        ("乙", ["support JDZ303", "lead JDZ301"]),
        ("丁", ["provider JDZ303"]),
        ("common", ["lead JDZ301"]),
    ],
)
def test_a_finding_goes_to_whoever_it_concerns(unit: str, expected: list[str]) -> None:
    """A name that is nearly one's own is one's own matter; one that is like none is nobody's."""
    plan = a_plan(
        an_indicator(**an_owner("甲", "乙"), provider="丁"),
        patents=an_indicator(name={"zh": "专利"}, **an_owner("乙")),
    )
    rows = (a_row(unit=None), a_row("patent"), a_row("完全不同的名称"))
    assert a_share(plan, unit, *rows) == expected


def test_a_column_told_as_one_is_taken_apart_for_the_units() -> None:
    each: dict[str, Any] = {
        f"x{i}": an_indicator(name={"zh": f"第{i}"}, **an_owner(f"单位{i}")) for i in range(9)
    }
    plan = a_plan(an_indicator(**an_owner("甲")), **each)
    rows = [a_row(key, unit=None) for key in ("x", *each)]
    whole = a_year(2023, *rows)
    result = check(plan, [whole])
    assert sum(finding.rows for finding in result.findings) == 10
    for unit in ("甲", "单位0", "单位8"):
        assert a_share(plan, unit, *rows) == ["lead JDZ303"]


def test_a_finding_about_what_has_no_provider_concerns_everyone() -> None:
    """A relation's finding names the relation, whose sides are other people's."""
    plan = a_plan(an_indicator(**an_owner("甲")))
    finding = Finding(rule=Rule.BASIS_DIFFERS, place=Place("2023.csv"), indicator="r")
    found, common = shares(check(plan, [a_year(2023)])._replace(findings=(finding,)), plan)
    assert (common, [each.findings for each in found]) == ((finding,), [()])


def test_both_of_two_figures_that_contradict_concern_their_units() -> None:
    plan = a_plan(
        an_indicator(**an_owner("甲")),
        all=an_indicator(name={"zh": "全部"}, **an_owner("乙")),
    ).model_copy(
        update={
            "subsets": (
                Subset.model_validate({"part": "x", "whole": "all", "source": {"chapter": 1}}),
            )
        }
    )
    rows = (a_row("x", "300"), a_row("all", "200"))
    assert a_share(plan, "甲", *rows) == a_share(plan, "乙", *rows) == ["lead JDZ404"]


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data" / "actuals").mkdir(parents=True)
    shutil.copy(CASE / "plan.yaml", tmp_path / "data")
    shutil.copy(CASE / "2023.csv", tmp_path / "data" / "actuals")
    monkeypatch.chdir(tmp_path)
    return tmp_path


LISTS = ("check", "2023.csv", "--by", "owner", "--output")
TROUBLE = [
    "市发展改革委_创新办",
    "市工业和信息化局",
    "市科技局",
    "市统计局",
    "市财政局",
    "责任单位未明确",
]


def test_each_unit_gets_its_own_list_as_text(
    repo: Path, cli: Cli, snapshot: Callable[[Path, str], None]
) -> None:
    assert cli(*LISTS, "text=lists/").code == 1
    assert sorted(path.name for path in (repo / "lists").iterdir()) == [
        f"2023-问题清单-{unit}.txt" for unit in TROUBLE
    ]
    text = (repo / "lists" / "2023-问题清单-市科技局.txt").read_text("utf-8")
    snapshot(CASE / "expected.list.txt", text)
    text = (repo / "lists" / "2023-问题清单-责任单位未明确.txt").read_text("utf-8")
    assert "[A5] 规划中没有名为“patent”的指标；是否为“patents”？" in text
    assert "无法判定：发明专利授权量" in text


def test_a_list_as_csv_opens_in_a_spreadsheet_the_worst_first(repo: Path, cli: Cli) -> None:
    cli(*LISTS, "csv=lists/", "--output", "text=lists/")
    name = "2023-问题清单-市统计局"
    data = (repo / "lists" / f"{name}.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert [(row["职责"], row["类别"], row["名称"], row["判定或级别"]) for row in rows] == [
        ("配合", "指标", "研发投入强度", "滞后"),
        ("提供数据", "任务", "研究院挂牌", "无法判定"),
    ]
    assert {row["单位"] for row in rows} == {"市统计局"}
    data = (repo / "lists" / "2023-问题清单-市财政局.csv").read_bytes()
    first = next(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert (first["名称"], first["位置"]) == ("财政科技支出", "data/actuals/2023.csv:6:10")
    assert first["规则代码"] == "JDZ304"
    assert (repo / "lists" / f"{name}.txt").exists()


def test_a_unit_without_trouble_is_told_so_and_where_the_rest_is(repo: Path, cli: Cli) -> None:
    actuals = "指标,数值,单位\nrd,2.4,%\nfirms,320,家\ncontracts,25,亿元\npatents,200,件\n别的,1,\n"
    (repo / "data" / "actuals" / "2023.csv").write_text(actuals, "utf-8")
    cli(*LISTS, "text=lists/")
    text = (repo / "lists" / "2023-问题清单-市工业和信息化局.txt").read_text("utf-8")
    assert text == (
        "问题清单：市工业和信息化局（某市科技创新规划）\n\n"
        "2023年牵头事项合计：指标1项，已判定1项：符合预期1项\n\n"
        "另有1个问题不属于具体单位，见“责任单位未明确”清单。\n"
    )
    text = (repo / "lists" / "2023-问题清单-责任单位未明确.txt").read_text("utf-8")
    assert "不属于具体单位的问题（文件、规划文件、无法识别的名称）" in text
    assert "没有名为“别的”的指标" in text


def test_lists_of_several_years_stand_in_one_file(repo: Path, cli: Cli) -> None:
    shutil.copy(repo / "data/actuals/2023.csv", repo / "data/actuals/2021.csv")
    cli("check", "--by", "owner", "--output", "text=lists/", "--lang", "en")
    text = (repo / "lists" / "2021-2023-problems-市科技局.txt").read_text("utf-8")
    assert text.index("Not on track in 2021") < text.index("Not on track in 2023")


def test_nothing_is_written_over_unasked(repo: Path, cli: Cli) -> None:
    (repo / "lists").mkdir()
    (repo / "lists" / "2023-问题清单-市科技局.txt").write_text("批注", "utf-8")
    run = cli(*LISTS, "text=lists", "--lang", "zh")
    assert run.code == 2
    assert "2023-问题清单-市科技局.txt已经存在；确要覆盖请加--force" in run.err
    assert len(list((repo / "lists").iterdir())) == 1, "all files or none"
    assert cli(*LISTS, "text=lists", "--force").code == 1
    assert len(list((repo / "lists").iterdir())) == 6


@pytest.mark.parametrize(
    ("output", "says"),
    [
        ("json=lists/", "the lists of units are text or csv"),
        ("text=data/actuals/", "is the plan or a file that is read here"),
        ("text=data/plan.yaml/", "cannot write"),
    ],
)
def test_what_cannot_be_written_is_said(repo: Path, cli: Cli, output: str, says: str) -> None:
    run = cli(*LISTS, output, "--lang", "en")
    assert run.code == 2
    assert says in run.err


def test_without_a_folder_a_copy_is_the_page_by_owner(repo: Path, cli: Cli) -> None:
    run = cli(*LISTS, "text=page.txt")
    assert (repo / "page.txt").read_text("utf-8") == run.out


def test_a_plan_that_cannot_be_used_makes_no_lists(repo: Path, cli: Cli) -> None:
    (repo / "data" / "plan.yaml").write_text("plan: 1\n", "utf-8")
    assert cli(*LISTS, "text=lists/").code == 2
    assert not (repo / "lists").exists()


def test_file_names_are_safe_whatever_a_unit_is_called() -> None:
    names = ["CON\u202e.txt", "局\n", "../../etc", "é", "e\u0301", "部" * 300, "a:b", "A?B", " . "]
    safe = safe_names([f"2023-{name}" for name in names])
    assert safe[:5] == ["2023-CON_.txt", "2023-局_", "2023-.._.._etc", "2023-é", "2023-e\u0301-2"]
    assert safe[6:8] == ["2023-a_b", "2023-A_B-2"]
    assert all(len(name.encode()) <= 225 for name in safe)
    assert safe[8] == "2023-"
