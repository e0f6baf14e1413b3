"""The empty year: which rows it has, that it reads back clean, and what it never writes over."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest

from jdzplan.collecting.template import safe_names
from jdzplan.formats.csv import neutral
from jdzplan.judging.needed import needed, owner_of
from jdzplan.plan import Plan
from jdzplan.reading.sheets import FIGURES, STATUS_BY_WORD, TASKS, plain_header
from jdzplan.wording.en import EN
from jdzplan.wording.zh import ZH
from tests.conftest import ROOT, Cli

HEADER = "编号,指标名称,数值,单位,状态,发布日期,来源,备注,定义"
PLAN = """
plan:
  id: p
  title: {zh: 规划}
  period: {baseline: 2020, first: 2021, last: 2025}
goals: {G1: {name: {zh: 目标}, source: {chapter: 1}}}
indicators:
  share:
    name: {zh: 占比, en: Share}
    goal: G1
    tier: core
    unit: "%"
    kind: measured
    better: higher
    definition: {zh: 支出与总量之比}
    owner: {lead: 统计局}
    formula: spending / total * 100
    target: {by: 2025, at_least: 5}
    source: {chapter: 1}
  early:
    name: {zh: 早期项, en: Early}
    goal: G1
    tier: core
    unit: 个
    kind: count
    better: higher
    target: {by: 2022, at_least: 5}
    source: {chapter: 1}
  projects:
    name: {zh: 年度项目, en: Projects}
    goal: G1
    tier: chapter
    unit: 个
    kind: count
    better: higher
    owner: {lead: 科技局/办公室}
    target: {form: every_year, first: 2023, last: 2023, at_least: 2}
    readings:
      built: {name: {zh: 新建}, filed_as: built, target: {by: 2024, at_least: 3}}
    source: {chapter: 1}
  firms:
    name: {zh: 龙头企业, en: Lead firms}
    goal: G1
    tier: set
    unit: 家
    kind: count
    better: higher
    owner: {lead: 工信局}
    target: {form: named_set, by: 2025}
    members: {a: {zh: 甲公司, en: A}, b: {zh: 乙公司, en: B}}
    source: {chapter: 1}
series:
  spending: {name: {zh: 支出}, unit: 亿元, kind: measured, provider: 财政局, source: {chapter: 1}}
  total: {name: {zh: 总量}, unit: 亿元, kind: measured, known: {2020: 100}, source: {chapter: 1}}
  built: {name: {zh: 新建数}, unit: 个, kind: count, source: {chapter: 1}}
  part: {name: {zh: 部分}, unit: 个, kind: count, source: {chapter: 1}}
  whole: {name: {zh: 整体}, unit: 个, kind: count, source: {chapter: 1}}
  left: {name: {zh: 左}, unit: 亿元, kind: measured, source: {chapter: 1}}
  right: {name: {zh: 右}, unit: 亿元, kind: measured, source: {chapter: 1}}
  idle: {name: {zh: 闲置}, unit: 个, kind: count, source: {chapter: 1}}
subsets: [{part: part, whole: whole, source: {chapter: 1}}]
relations:
  faster:
    name: {zh: 左快于右}
    goal: G1
    rule: faster_than
    of: [left]
    than: right
    source: {chapter: 1}
tasks:
  open:
    name: {zh: 揭牌, en: Open}
    goal: G1
    due: 2024
    evidence: {zh: 文件}
    source: {chapter: 1}
  meet:
    name: {zh: 年会, en: Meet}
    goal: G1
    yearly: true
    evidence: {zh: 纪要}
    owner: {lead: 科技局/办公室}
    source: {chapter: 1}
"""
ALWAYS = ["share", "firms", "firms/a", "firms/b", "spending", "total"]
RELATED = ["part", "whole", "left", "right"]


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data" / "actuals").mkdir(parents=True)
    (tmp_path / "data" / "plan.yaml").write_text(PLAN, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def plan(repo: Path) -> Plan:
    from jdzplan.reading.repository import load_plan

    found, findings = load_plan(repo / "data" / "plan.yaml")
    assert found is not None
    assert findings == []
    return found


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize(
    ("year", "due"),
    [
        # share and the members of the set run to 2025; "early" is due to 2022; the yearly rule
        # counts 2023 only, its other reading (and the series that it is filed as) runs to 2024.
        (2022, [*ALWAYS[:1], "early", "projects", *ALWAYS[1:], "built", *RELATED]),
        (2024, [*ALWAYS[:1], "projects", *ALWAYS[1:], "built", *RELATED]),
        (2025, [*ALWAYS, *RELATED]),
        # The plan itself prints the total of 2020.
        (2020, [*ALWAYS[:1], "early", "projects", *ALWAYS[1:5], "built", *RELATED]),
    ],
)
def test_a_year_needs_what_is_due_and_what_that_rests_on(
    plan: Plan, year: int, due: list[str]
) -> None:
    assert list(needed(plan, year)) == due


def test_the_template_goes_to_standard_output(repo: Path, cli: Cli) -> None:
    run = cli("template", "2024")
    assert (run.code, run.err) == (0, "")
    lines = run.out.splitlines()
    assert lines[0] == "\ufeff" + HEADER
    assert lines[1] == "share,占比,,%,,,,,支出与总量之比"
    assert lines[4] == "firms/a,甲公司,,是/否,,,,,"
    keys = ["share", "projects", "firms", "firms/a", "firms/b", "spending", "total", "built"]
    assert [row["编号"] for row in rows_of(run.out)] == [*keys, *RELATED]


def test_in_english(repo: Path, cli: Cli) -> None:
    lines = cli("template", "2024", "--lang", "en").out.splitlines()
    assert lines[0] == "\ufeffindicator,name,value,unit,status,released,source,note,definition"
    assert lines[1] == "share,Share,,%,,,,,支出与总量之比"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_empty_template_passes_check_without_a_word(repo: Path, cli: Cli, language: str) -> None:
    assert cli("template", "2024", "-o", "data/actuals", "--lang", language).code == 0
    names = sorted(path.name for path in (repo / "data" / "actuals").iterdir())
    assert names == ["2024.csv", "2024.tasks.csv"]
    run = cli("check", "--quiet", "--fail-on", "info")
    assert (run.code, run.out) == (0, "")


@pytest.mark.parametrize("year", [2021, 2022, 2023, 2024, 2025])
def test_the_template_of_the_real_plan_passes_check(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    monkeypatch.chdir(ROOT)
    assert cli("template", str(year), "-o", tmp_path).code == 0
    files = [tmp_path / f"{year}.csv", tmp_path / f"{year}.tasks.csv"]
    result = json.loads(cli("check", *files, "--format", "json").out)
    assert [f["message"] for f in result["findings"]] == []
    rows = rows_of(files[0].read_text("utf-8-sig"))
    assert len(rows) == len({row["编号"] for row in rows})
    assert {row["数值"] for row in rows} == {""}


def test_filled_in_it_is_judged(repo: Path, cli: Cli) -> None:
    """5 of 100 is 5 %, the target; one of two members is not all of them."""
    assert cli("template", "2025", "-o", "data/actuals").code == 0
    path = repo / "data" / "actuals" / "2025.csv"
    filled = {"spending": "5.0", "total": "100.0", "firms/a": "是", "firms/b": "否"}
    lines = path.read_text("utf-8-sig").splitlines()
    for i, line in enumerate(lines):
        key, name, _, *rest = line.split(",")
        if key in filled:
            lines[i] = ",".join([key, name, filled[key], *rest])
    path.write_text("\n".join(lines) + "\n", "utf-8-sig")
    result = json.loads(cli("check", "2025.csv", "--format", "json").out)
    assert result["findings"] == []
    verdicts = {a["indicator"]: a["verdict"] for a in result["assessments"]}
    assert verdicts == {
        "share": "achieved",
        "early": "not_assessed",
        "projects": "not_assessed",
        "firms": "missed",
    }


def test_tasks_that_are_done_are_left_out(repo: Path, cli: Cli) -> None:
    header = "任务编号,任务名称,阶段,佐证材料,备注,完成期限"
    first = cli("template", "2022", "-o", "a.csv", "--tasks")
    assert first.code == 0
    text = (repo / "a.tasks.csv").read_text("utf-8-sig")
    assert text.splitlines() == [header, "open,揭牌,,,,2024", "meet,年会,,,,2022"]
    told = "task,stage,evidence\nopen,done,文件1\nmeet,done,纪要1\n"
    (repo / "data" / "actuals" / "2023.tasks.csv").write_text(told, "utf-8")
    assert cli("template", "2023", "-o", "b.csv", "--tasks").code == 0
    assert len((repo / "b.tasks.csv").read_text("utf-8-sig").splitlines()) == 3
    assert cli("template", "2024", "-o", "c.csv", "--tasks").code == 0
    text = (repo / "c.tasks.csv").read_text("utf-8-sig")
    assert text.splitlines() == [header, "meet,年会,,,,2024"], "a yearly task is due anew"


def test_without_a_folder_or_tasks_only_the_figures_are_written(repo: Path, cli: Cli) -> None:
    assert cli("template", "2024", "-o", "a.csv").code == 0
    assert (repo / "a.csv").read_bytes().startswith("\ufeff编号,".encode())
    assert not (repo / "a.tasks.csv").exists()


def test_one_file_for_each_owner(repo: Path, cli: Cli) -> None:
    assert cli("template", "2024", "--by", "owner", "-o", "out/2024").code == 0
    found = {
        path.name: [row["编号"] if "编号" in row else row["任务编号"] for row in rows_of(text)]
        for path in (repo / "out" / "2024").iterdir()
        for text in [path.read_text("utf-8-sig")]
    }
    assert found == {
        "2024-统计局.csv": ["share"],
        "2024-科技局_办公室.csv": ["projects"],
        "2024-工信局.csv": ["firms", "firms/a", "firms/b"],
        "2024-财政局.csv": ["spending"],
        "2024-责任单位未明确.csv": ["total", "built", *RELATED],
        "2024-责任单位未明确.tasks.csv": ["open"],
        "2024-科技局_办公室.tasks.csv": ["meet"],
    }
    assert cli("check", *(repo / "out" / "2024").iterdir(), "--quiet").out == ""


def test_an_owner_is_the_lead_or_else_the_provider(plan: Plan) -> None:
    keys = ("share", "firms/a", "spending", "total")
    assert [owner_of(plan, key) for key in keys] == ["统计局", "工信局", "财政局", None]


def test_names_of_files_are_safe_everywhere() -> None:
    assert safe_names(['a<>:"/\\|?*\x07b', "A" * 300, "a" * 290, "局. ", "局"]) == [
        "a_" + "_" * 9 + "b",
        "A" * 220,
        "a" * 220 + "-2",
        "局",
        "局-2",
    ]


def test_nothing_is_written_over_unasked(repo: Path, cli: Cli) -> None:
    (repo / "2024.tasks.csv").write_text("mine", "utf-8")
    run = cli("template", "2024", "-o", ".", "--lang", "en")
    assert (run.code, run.out) == (2, "")
    assert "2024.tasks.csv exists; to write over it, add --force" in run.err
    assert not (repo / "2024.csv").exists(), "all files or none"
    assert cli("template", "2024", "-o", ".", "--force").code == 0
    assert (repo / "2024.tasks.csv").read_text("utf-8-sig").startswith("任务编号")


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_no_link_is_followed_and_the_plan_is_safe(repo: Path, cli: Cli, force: list[str]) -> None:
    before = (repo / "data" / "plan.yaml").read_bytes()
    (repo / "link.csv").symlink_to(repo / "data" / "plan.yaml")
    (repo / "open.csv").symlink_to(repo / "nowhere.csv")
    (repo / "hard.csv").hardlink_to(repo / "data" / "plan.yaml")
    for name in ("link.csv", "open.csv", "hard.csv", "data/plan.yaml"):
        assert cli("template", "2024", "-o", name, *force).code == 2
    assert (repo / "data" / "plan.yaml").read_bytes() == before
    assert not (repo / "nowhere.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["2026"], "2026 is not within the plan's years 2020-2025"),
        (["2019"], "2019 is not within"),
        (["2024", "--tasks"], "need -o"),
        (["2024", "--by", "owner"], "need -o"),
        (["2024", "--format", "xlsx"], "need -o"),
        (["2024", "-o", "no/such/folder.csv"], "cannot write"),
        (["2024", "--by", "owner", "-o", "data/plan.yaml"], "cannot write"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    repo: Path, cli: Cli, arguments: list[str], says: str
) -> None:
    run = cli("template", *arguments, "--lang", "en")
    assert (run.code, run.out) == (2, "")
    assert says in run.err


def test_a_bad_plan_is_told(repo: Path, cli: Cli) -> None:
    text = PLAN.replace("goal: G1", "goal: G9", 1)
    (repo / "data" / "plan.yaml").write_text(text, "utf-8")
    run = cli("template", "2024", "--lang", "en")
    assert (run.code, run.out) == (2, "")
    assert "JDZ109" in run.err


def workbook(content: bytes) -> Any:
    openpyxl = pytest.importorskip("openpyxl")
    return openpyxl.load_workbook(BytesIO(content)).active


def test_a_workbook_offers_choices(repo: Path, cli: Cli) -> None:
    assert cli("template", "2024", "-o", "2024.xlsx", "--tasks").code == 0
    sheet = workbook((repo / "2024.xlsx").read_bytes())
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[1]] == HEADER.split(",")
    assert [cell.value for cell in sheet[5]][:4] == ["firms/a", "甲公司", None, "是/否"]
    offered = {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation}
    assert offered == {
        "C5:C6": '"是,否"',
        "E2:E13": '"最终数,初步数,估计数,修订数,样例"',
    }
    assert sheet.column_dimensions["B"].width > 8
    sheet = workbook((repo / "2024.tasks.xlsx").read_bytes())
    offered = {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation}
    assert offered == {"C2:C3": '"未启动,进行中,完成,停止"'}


def test_without_openpyxl_the_extra_is_named(
    repo: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "openpyxl", None)
    run = cli("template", "2024", "-o", "2024.xlsx")
    assert run.code == 2
    assert "jdzplan[excel]" in run.err


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+86 0798", "'+86 0798"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("-3.5亿元", "'-3.5亿元"),
        ("-3.5", "-3.5"),
        ("+3%", "+3%"),
        ("-", "-"),
        ("a=b", "a=b"),
    ],
)
def test_cells_that_a_spreadsheet_would_compute_are_neutralised(text: str, written: str) -> None:
    assert neutral(text) == written


def test_formulas_in_the_plan_reach_no_spreadsheet(repo: Path, cli: Cli) -> None:
    text = PLAN.replace("支出与总量之比", '"=HYPERLINK(1)"').replace("zh: 占比", 'zh: "@占比"')
    (repo / "data" / "plan.yaml").write_text(text, "utf-8")
    assert cli("template", "2024").out.splitlines()[1] == "share,'@占比,,%,,,,,'=HYPERLINK(1)"
    for name in ("2024.csv", "2024.xlsx"):
        assert cli("template", "2024", "-o", name).code == 0
    assert cli("check", "2024.csv", "--quiet").out == ""
    sheet = workbook((repo / "2024.xlsx").read_bytes())
    assert [sheet["B2"].value, sheet["B2"].data_type] == ["'@占比", "s"]
    assert [sheet["I2"].value, sheet["I2"].data_type] == ["'=HYPERLINK(1)", "s"]


@pytest.mark.parametrize("words", [ZH, EN])
def test_every_word_of_a_template_is_read_back(words: Any) -> None:
    for column in FIGURES.columns.keys() - {"year"}:
        assert FIGURES.by_header[plain_header(words.sheet[column])] == column
    for column in TASKS.columns.keys() - {"year"}:
        header = words.sheet["task_name" if column == "name" else column]
        assert TASKS.by_header[plain_header(header)] == column
    assert all(word in STATUS_BY_WORD for word in words.statuses.values())


def test_a_bare_name_beside_its_id_is_no_contradiction(repo: Path, cli: Cli) -> None:
    """Two sets have a member of one name: the name alone is not enough, beside the id it is."""
    second = "  others:" + PLAN.partition("  firms:")[2].partition("series:")[0]
    text = PLAN.replace(
        "series:", second.replace("龙头企业, en: Lead firms", "骨干企业") + "series:", 1
    )
    (repo / "data" / "plan.yaml").write_text(text, "utf-8")
    path = repo / "data" / "actuals" / "2024.csv"
    path.write_text("编号,指标名称,数值\nfirms/a,甲公司,是\nothers/a,甲公司,否\n", "utf-8")
    assert cli("check", "2024.csv", "--quiet").out == ""
    path.write_text("编号,指标名称,数值\nfirms/a,乙公司,是\n", "utf-8")
    assert "JDZ403" in cli("check", "2024.csv", "--quiet").out


def test_a_template_has_what_is_in_force_in_its_year(repo: Path, cli: Cli) -> None:
    """`early` was moved from 2022 to 2024, and the yearly task withdrawn, by a decision of 2023."""
    text = """
amendments:
  - decided: 2023-06-01
    body: {zh: 市政府}
    document: 1号
    reason: {zh: 调整}
    source: {document: 公报}
    changes:
      - {indicator: early, from: {by: 2022}, to: {by: 2024}}
      - {task: meet, to: {withdrawn: true}}
"""
    plan = repo / "data" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8") + text, "utf-8")
    for year, has_meet in ((2022, True), (2024, False)):
        assert cli("template", str(year), "-o", f"{year}.csv", "--tasks").code == 0
        assert "early," in (repo / f"{year}.csv").read_text("utf-8-sig")
        assert ("meet," in (repo / f"{year}.tasks.csv").read_text("utf-8-sig")) is has_meet
