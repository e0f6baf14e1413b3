"""The departments' returns as one file: what is mended, merged, refused, and never written over."""

import csv
import json
import re
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdzplan.collecting.collect import plain_figure
from jdzplan.collecting.grid import figures_grid
from jdzplan.formats.sheet import render
from jdzplan.reading.rows import read_table
from jdzplan.wording.zh import ZH
from tests.builders import a_plan
from tests.conftest import Cli, Run
from tests.test_template import HEADER, PLAN

OUT = Path("data", "actuals", "2024.csv")
GOOD = (
    "编号,指标名称,数值,单位,状态,来源,备注\n"
    "spending,支出,5.0,亿元,最终数,年鉴,\n"
    "total,总量,1234.0,亿元,,年鉴,口径不变\n"
    "firms/a,甲公司,是,,,,\n"
)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data" / "actuals").mkdir(parents=True)
    (tmp_path / "data" / "plan.yaml").write_text(PLAN, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def convert(cli: Cli, texts: Iterable[str], *options: str | Path) -> Run:
    """Convert returns a.csv, b.csv, … into the year's file."""
    names = []
    for name, text in zip("abcdef", texts, strict=False):
        path = Path(f"{name}.csv")
        path.write_text(text, "utf-8")
        names.append(path)
    return cli("convert", *names, "-o", OUT, "--lang", "zh", *options)


def written(path: Path = OUT) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text[1:])))


def filed(path: Path = OUT) -> dict[str, tuple[str, str]]:
    return {row["编号"]: (row["数值"], row["单位"]) for row in written(path)}


def judged(cli: Cli, path: Path) -> dict[str, Any]:
    """What a check makes of a file, without the places."""
    result = json.loads(cli("check", path, "--year", "2024", "--format", "json").out)
    return {
        # How the text was encoded and what was wide is mended; made-up figures may be far off.
        "findings": [f["code"] for f in result["findings"] if f["code"] != "JDZ408"],
        **{
            group: [
                {k: v for k, v in each.items() if k not in ("place", "actual", "inputs")}
                for each in result[group]
            ]
            for group in ("assessments", "relations", "tasks")
        },
    }


def test_a_return_becomes_a_clean_table_in_the_plan_s_order(repo: Path, cli: Cli) -> None:
    text = "来源,数值,指标\n年鉴,１，２３４．０亿元,总量\n,5.0 亿元,支出\n,0.41%,占比\n"
    run = convert(cli, [text])
    assert (run.code, run.out) == (0, "")
    assert OUT.read_text("utf-8-sig").splitlines() == [
        HEADER,
        "share,占比,0.41%,%,,,,,支出与总量之比",
        "spending,支出,5.0 亿元,亿元,,,,,",
        "total,总量,1234.0亿元,亿元,,,年鉴,,",
    ]
    told = [line for line in run.err.splitlines() if "JDZ408" not in line]
    assert told == [
        "表头改为规范名称：1处（a.csv）",
        "补上编号：3处（a.csv:4, a.csv:3, a.csv:2）",
        "名称补上或改为规划中的名称：3处（a.csv:4, a.csv:3, a.csv:2）",
        "单位补上或改为规划的写法：3处（a.csv:4, a.csv:3, a.csv:2）",
        "数值中的全角字符、千分位改为普通写法：1处（a.csv:2）",
        "已写入data/actuals/2024.csv，共3行。",
    ]


def test_gbk_semicolons_and_wide_digits_change_no_verdict(repo: Path, cli: Cli) -> None:
    Path("good.csv").write_text(GOOD, "utf-8")
    wide = str.maketrans("0123456789.", "０１２３４５６７８９．")
    spoilt = "\n".join(
        ";".join(c.translate(wide) if i == 2 else c for i, c in enumerate(line.split(",")))
        for line in GOOD.replace("1234.0", "1,234.0".replace(",", "，")).splitlines()
    )
    Path("spoilt.csv").write_bytes(spoilt.encode("gbk"))
    run = cli("convert", "spoilt.csv", "-o", OUT)
    assert run.code == 0
    assert "转为UTF-8编码：1个文件（spoilt.csv）" in run.err
    assert "分隔符改为逗号：1个文件（spoilt.csv）" in run.err
    assert "改为普通写法：2处（spoilt.csv:2, spoilt.csv:3）" in run.err
    assert filed()["total"] == ("1234.0", "亿元")
    before = judged(cli, Path("good.csv"))
    assert before["findings"] == []
    assert judged(cli, OUT) == before


def test_converting_twice_gives_the_same_bytes(repo: Path, cli: Cli) -> None:
    awkward = (
        GOOD + 'firms/b,乙公司,否,,样例,=来源,"两行\n备注, ""引号"""\nleft,左,=>3亿元,,,-无,\n'
    )
    assert convert(cli, [awkward]).code == 0
    once = OUT.read_bytes()
    assert b",'=>3" in once
    assert b",'=" in once.partition(b"firms/b")[2]
    Path("once.csv").write_bytes(once)
    again = cli("convert", "once.csv", "-o", OUT, "--year", "2024", "--force", "--lang", "zh")
    assert again.code == 0
    told = [line for line in again.err.splitlines() if "JDZ408" not in line]
    warning, done = told
    assert warning.startswith("once.csv:3: JDZ310 警告 5行中有1行")
    assert done == "已写入data/actuals/2024.csv，共5行。", "nothing was left to change"
    assert OUT.read_bytes() == once
    Path("twice.csv").write_bytes(once)
    assert cli("convert", "once.csv", "twice.csv", "-o", OUT, "--force").code == 0
    assert OUT.read_bytes() == once, "with itself as well"


@given(st.text(alphabet="=+-@'a1 ,\"\n家", max_size=8))
def test_any_text_is_written_harmless_and_read_back(text: str) -> None:
    def written_of(note: str) -> str:
        return render(figures_grid(a_plan(), [{"indicator": "x", "note": note}], ZH))

    def note_in(table: str) -> str:
        return read_table(table, "x.csv").rows[0].note or ""

    note = note_in(written_of(text))
    once = written_of(note)
    assert note_in(once) == note
    assert not re.match(r"[=@]|[+-](?![0-9]+$|-?$)", list(csv.reader(StringIO(once)))[1][6])


def test_units_are_respelt_only_where_they_are_the_same(repo: Path, cli: Cli) -> None:
    text = "编号,数值,单位\nbuilt,3,项\nspending,50000,万元\nshare,3.2,％\nfirms/a,是,家\n"
    assert convert(cli, [text]).code == 0
    assert filed() == {
        "share": ("3.2", "%"),
        "firms/a": ("是", "是/否"),
        "spending": ("50000", "万元"),
        "built": ("3", "个"),
    }


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("１２，３４５", "12345"),
        ("1,234,567.80", "1234567.80"),
        ("约  12", "约 12"),
        ("2－3", "2-3"),
        ("≥1,200家", "≥1200家"),
        ("—", "—"),
        ("", ""),
    ],
)
def test_a_figure_keeps_its_print(printed: str, plain: str) -> None:
    assert plain_figure(printed) == plain


def test_an_empty_template_gives_way_to_what_others_filed(repo: Path, cli: Cli) -> None:
    assert cli("template", "2024", "-o", "2024.csv").code == 0
    empty = Path("2024.csv").read_text("utf-8-sig")
    noted = empty.replace("total,总量,,亿元,,,,,", "total,总量,,亿元,,,,三月公布,")
    run = convert(cli, [noted, GOOD, empty])
    assert run.code == 0
    rows = {row["编号"]: row for row in written()}
    assert len(rows) == len(empty.splitlines()) - 1, "rows that nobody filled in stay, blank"
    assert {key: row["数值"] for key, row in rows.items() if row["数值"]} == {
        "spending": "5.0",
        "total": "1234.0",
        "firms/a": "是",
    }
    assert rows["total"]["备注"] == "三月公布；口径不变"
    # 3 rows are filled in and stand blank in two templates; the 9 others are blank in both, and
    # one of each stays.
    assert "与别处合并的未填行：15处" in run.err
    assert cli("check", "2024.csv", "--quiet", "--fail-on", "info").code == 0


def test_the_same_figure_twice_is_merged_with_a_note(repo: Path, cli: Cli) -> None:
    other = "编号,数值,单位,来源\ntotal,1234.00,亿元,公报\nspending,50000,万元,年鉴\n"
    run = convert(cli, [GOOD, other])
    assert run.code == 0
    assert "内容相同，合并为一行：2处（b.csv:3, a.csv:3）" in run.err
    rows = {row["编号"]: row for row in written()}
    assert (rows["total"]["数值"], rows["total"]["来源"]) == ("1234.00", "年鉴；公报"), (
        "the finer print"
    )
    assert (rows["spending"]["数值"], rows["spending"]["单位"]) == ("5.0", "亿元")
    assert rows["spending"]["状态"] == "最终数"
    swapped = OUT.read_bytes()
    assert cli("convert", "b.csv", "a.csv", "-o", OUT, "--force").code == 0
    assert OUT.read_bytes() == swapped, "in any order"


def test_different_figures_are_an_error_that_names_both_cells(repo: Path, cli: Cli) -> None:
    run = convert(cli, [GOOD, "编号,数值,单位\ntotal,1235,亿元\n"])
    assert run.code == 1
    assert run.err == (
        "b.csv:2:7: JDZ402 错误 [B2] “总量”填报了两次，内容不同：a.csv:3:10 [C3]为“1234.0亿元”，"
        "此处为“1235亿元”，均未采用；请向责任单位核实，只保留正确的一处\n"
        "jdzplan: 有1处需要决定，未写入任何文件；--keep-going可以先写入其余的行。\n"
    )
    assert not OUT.exists()
    assert convert(cli, [GOOD, "编号,数值,单位\ntotal,1235,亿元\n"], "--keep-going").code == 1
    assert list(filed()) == ["firms/a", "spending"]


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("total,5,亿元,,", "total,≥5,亿元,,", 1),
        ("total,5,亿元,,", "total,—,亿元,,", 1),
        ("total,无,亿元,,", "total,—,亿元,,", 0),
        ("total,无,亿元,,", "total,未公布,亿元,,", 1),
        ("total,2-3,亿元,,", "total,2-4,亿元,,", 1),
        ("total,5,亿元,初步,", "total,5,亿元,最终,", 1),
        ("total,5,亿元,初步,", "total,5,亿元,,", 0),
        ("total,5,亿元,,", "total,6,亿元,,昌江区", 0),
        ("total,6,亿元,,昌江区", "total,6,亿元,,昌江区", 0),
        ("total,5,亿元,,昌江区", "total,6,亿元,,昌江区", 1),
        ("firms/a,是,,,", "firms/a,yes,,,", 0),
        ("firms/a,是,,,", "firms/a,否,,,", 1),
    ],
)
def test_what_is_the_same_and_what_is_not(
    repo: Path, cli: Cli, first: str, second: str, code: int
) -> None:
    header = "编号,数值,单位,状态,地区\n"
    run = convert(cli, [header + first + "\n", header + second + "\n"])
    assert run.code == code
    assert ("JDZ402" in run.err) is (code == 1)


def test_a_status_and_a_stage_are_told_in_words(repo: Path, cli: Cli) -> None:
    header = "编号,数值,单位,状态\n"
    run = convert(cli, [header + "total,5,亿元,初步\n", header + "total,5,亿元,终值\n"])
    assert "b.csv:2:12: JDZ402" in run.err
    assert "a.csv:2:12 [D2]为“初步数”，此处为“最终数”" in run.err
    for name, stage in (("a", "done"), ("b", "在建")):
        text = f"任务,阶段,佐证材料\nopen,{stage},文件\n"
        Path(f"{name}.tasks.csv").write_text(text, "utf-8")
    run = cli("convert", "a.tasks.csv", "b.tasks.csv", "-o", OUT)
    assert "a.tasks.csv:2:6 [B2]为“完成”，此处为“进行中”" in run.err


def test_tasks_can_follow_when_the_figures_are_in(repo: Path, cli: Cli) -> None:
    assert convert(cli, [GOOD]).code == 0
    Path("a.tasks.csv").write_text("任务,阶段\nmeet,在建\n", "utf-8")
    assert cli("convert", "a.tasks.csv", "-o", OUT).code == 0
    assert cli("convert", "a.tasks.csv", "-o", OUT).code == 2
    assert filed()["total"] == ("1234.0", "亿元")


def test_regions_keep_their_rows_and_their_column(repo: Path, cli: Cli) -> None:
    text = "编号,数值,单位,地区\ntotal,3,亿元,昌江区\ntotal,9,亿元,全市\ntotal,6,亿元,浮梁县\n"
    run = convert(cli, [text])
    assert run.code == 0
    assert run.err.count("JDZ308") == 2, "as check says of a region"
    rows = [(row["地区"], row["数值"]) for row in written()]
    assert rows == [("", "9"), ("昌江区", "3"), ("浮梁县", "6")]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("nosuch,5,家,", "JDZ301"),
        ("total,五,亿元,", "JDZ302"),
        ("total,5,,", "JDZ303"),
        ("total,5,家,", "JDZ304"),
        ("built,5.5,个,", "JDZ305"),
        ("total,5,亿元,好", "JDZ306"),
        ("firms/a,3,,", "JDZ311"),
    ],
)
def test_rows_that_need_a_decision_are_refused(repo: Path, cli: Cli, row: str, code: str) -> None:
    text = f"编号,数值,单位,状态\nspending,1,亿元,\n{row}\n"
    run = convert(cli, [text])
    assert run.code == 1
    assert "a.csv:3" in run.err
    assert code in run.err
    assert not OUT.exists()
    assert convert(cli, [text], "--keep-going").code == 1
    assert filed() == {"spending": ("1", "亿元")}


def test_figures_that_cannot_all_be_right_are_refused_too(repo: Path, cli: Cli) -> None:
    run = convert(cli, ["编号,数值,单位\npart,6,个\n", "编号,数值,单位\nwhole,5,个\n"])
    assert run.code == 1
    assert "JDZ404" in run.err


def test_task_returns_are_merged_likewise(repo: Path, cli: Cli) -> None:
    assert cli("template", "2024", "-o", "e.csv", "--tasks").code == 0
    Path("a.tasks.csv").write_bytes("任务;阶段;佐证材料\n揭牌;完成;文件1\n".encode("gbk"))
    Path("b.tasks.csv").write_text("任务编号,阶段,佐证材料\nopen,done,照片\nmeet,在建,\n", "utf-8")
    names = ("a.tasks.csv", "b.tasks.csv", "e.tasks.csv")
    run = cli("convert", *names, "-o", OUT)
    assert run.code == 0
    target = OUT.with_name("2024.tasks.csv")
    assert target.read_text("utf-8-sig").splitlines() == [
        "任务编号,任务名称,阶段,佐证材料,备注,完成期限",
        "open,揭牌,完成,文件1；照片,,2024",
        "meet,年会,进行中,,,2024",
    ]
    assert not OUT.exists()
    once = target.read_bytes()
    Path("once.tasks.csv").write_bytes(once)
    assert cli("convert", "once.tasks.csv", "-o", target, "--force").code == 0
    assert target.read_bytes() == once
    assert cli("check", "2024.tasks.csv", "--quiet").out == ""


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("open,停止,\n", "JDZ402"),
        ("nosuch,停止,\n", "JDZ312"),
        ("meet,完成,\n", "JDZ407"),
    ],
)
def test_task_rows_that_need_a_decision(repo: Path, cli: Cli, rows: str, code: str) -> None:
    Path("a.tasks.csv").write_text("任务,阶段,佐证材料\nopen,完成,文件\n", "utf-8")
    Path("b.tasks.csv").write_text("任务,阶段,佐证材料\n" + rows, "utf-8")
    run = cli("convert", "a.tasks.csv", "b.tasks.csv", "-o", OUT)
    assert run.code == 1
    assert code in run.err
    assert not OUT.with_name("2024.tasks.csv").exists()


def test_figures_and_tasks_together(repo: Path, cli: Cli) -> None:
    Path("a.csv").write_text(GOOD, "utf-8")
    Path("b.tasks.csv").write_text("任务,阶段\nmeet,在建\n", "utf-8")
    assert cli("convert", "a.csv", "b.tasks.csv", "-o", "x.tasks.csv", "--year", "2024").code == 2
    assert cli("convert", "a.csv", "b.tasks.csv", "-o", OUT).code == 0
    assert sorted(path.name for path in OUT.parent.iterdir()) == ["2024.csv", "2024.tasks.csv"]


def test_the_round_trip_from_templates_to_the_year(repo: Path, cli: Cli) -> None:
    """Each owner fills in its own file; together they are judged as if filed in one."""
    assert cli("template", "2024", "--by", "owner", "-o", "out").code == 0
    filled = {"spending": "6.00", "total": "100.0", "firms/a": "是", "firms/b": "是"}
    for path in Path("out").iterdir():
        lines = path.read_text("utf-8-sig").splitlines()
        for i, line in enumerate(lines):
            key, name, _, *rest = line.split(",")
            if key in filled:
                lines[i] = ",".join([key, name, filled[key], *rest])
        path.write_bytes("\r\n".join(lines).encode("gbk"))
    run = cli("convert", *Path("out").iterdir(), "-o", OUT)
    assert run.code == 0
    result = json.loads(cli("check", "2024.csv", "--format", "json").out)
    assert result["findings"] == []
    # 6 of 100 is 6 %, above 5; both members of two.
    verdicts = {a["indicator"]: a["verdict"] for a in result["assessments"]}
    assert (verdicts["share"], verdicts["firms"]) == ("achieved", "achieved")
    assert cli("check", "2024.tasks.csv", "--quiet").out == ""


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["a.csv", "-o", "b.xlsx"], 2, "no name of a CSV file"),
        (["a.csv", "-o", "old.csv", "--year", "2024"], 2, "old.csv exists"),
        (["a.csv", "-o", "old.csv", "--year", "2024", "--force"], 0, "old.csv written"),
        (["a.csv", "-o", "a.csv", "--year", "2024", "--force"], 2, "is read here"),
        (["a.csv", "old.csv", "-o", "./old.csv", "--year", "2024", "--force"], 2, "is read here"),
        (["a.csv", "-o", "twin.csv", "--year", "2024", "--force"], 2, "is read here"),
        (["a.csv", "-o", "link.csv", "--year", "2024", "--force"], 2, "symbolic link"),
        (["a.csv", "-o", "hard.csv", "--year", "2024", "--force"], 2, "is the plan or"),
        (["a.csv", "-o", "2023.csv", "--year", "2024"], 2, "another year than 2024"),
        (["2022.csv", "2023.csv", "-o", "all.csv"], 2, "several years (2022、2023)"),
        (["2022.csv", "-o", "2024.csv"], 1, "JDZ401"),
        (["a.csv", "-o", "all.csv"], 1, "JDZ210"),
        (["a.csv", "-o", "2031.csv"], 1, "JDZ211"),
        (["none.csv", "-o", "2024.csv"], 1, "JDZ201"),
        (["none.csv", "-o", "2024.csv", "--keep-going"], 3, "nothing was checked"),
        (["a.csv", "-o", "2024.csv", "--encoding", "klingon"], 2, "no encoding is called"),
        (["a.csv", "-o", "2024.csv", "--encoding", "base64"], 2, "no encoding is called"),
        (["a.csv", "-o", "2024.csv", "--encoding", "gb18030"], 1, "JDZ2"),
        (["a.csv", "-o", "2024.csv", "--encoding", "utf-8"], 0, "written"),
        (["wide.csv", "-o", "2024.csv", "--encoding", "big5"], 0, "encoding is UTF-8 now"),
    ],
)
def test_ways_out(repo: Path, cli: Cli, arguments: list[str], code: int, says: str) -> None:
    for name in ("a.csv", "old.csv", "2022.csv", "2023.csv"):
        Path(name).write_text(GOOD, "utf-8")
    Path("twin.csv").hardlink_to("a.csv")
    Path("wide.csv").write_bytes("indicator,value,note\nfirms/a,yes,臺灣\n".encode("big5"))
    Path("hard.csv").hardlink_to(Path("data", "plan.yaml"))
    Path("link.csv").symlink_to("nowhere.csv")
    if arguments[2] == "2023.csv":
        Path("2023.csv").unlink()
    run = cli("convert", *arguments, "--lang", "en")
    assert (run.code, run.out) == (code, "")
    assert says in run.err
    assert Path("data", "plan.yaml").read_text("utf-8") == PLAN


def test_a_file_named_twice_is_read_once(repo: Path, cli: Cli) -> None:
    Path("a.csv").write_text(GOOD, "utf-8")
    run = cli("convert", "a.csv", "./a.csv", "-o", OUT)
    assert run.code == 0
    assert "合并" not in run.err


RELEASES = (
    "编号,数值,单位,状态,发布日期,口径,来源\n"
    "total,123.4,亿元,最终,2025年2月,普查后,年鉴\n"
    "total,123.0,亿元,初步,2025-01-17,普查前,公报\n"
)


def test_each_release_keeps_its_row_oldest_first(repo: Path, cli: Cli) -> None:
    other = "编号,数值,单位,发布日期,口径\ntotal,123.0,亿元,2025/1/17,普查前\n"
    run = convert(cli, [RELEASES, other])
    assert (run.code, run.out) == (0, "")
    columns = ("数值", "状态", "发布日期", "口径", "来源")
    assert [tuple(row[c] for c in columns) for row in written()] == [
        ("123.0", "初步数", "2025-01-17", "普查前", "公报"),
        ("123.4", "最终数", "2025-02", "普查后", "年鉴"),
    ]
    assert "内容相同，合并为一行：1处（b.csv:2）" in run.err
    assert cli("check", "2024.csv", "--quiet", "--fail-on", "info").code == 0


def test_a_row_without_a_date_goes_with_the_only_release(repo: Path, cli: Cli) -> None:
    dated = "编号,数值,单位,发布日期\ntotal,1230.0,亿元,2025-01\n"
    undated = "编号,数值,单位,来源\ntotal,1230.0,亿元,年鉴\n"
    assert convert(cli, [undated, dated]).code == 0
    (row,) = written()
    assert (row["发布日期"], row["来源"]) == ("2025-01", "年鉴")
    other = "编号,数值,单位\ntotal,1231.0,亿元\n"
    assert convert(cli, [dated, other], "--force").code == 1


def test_of_releases_that_nothing_puts_in_order_none_is_taken(repo: Path, cli: Cli) -> None:
    undated = "编号,数值,单位\ntotal,1231.0,亿元\nspending,5.0,亿元\n"
    run = convert(cli, [RELEASES, undated], "--keep-going")
    assert run.code == 1
    assert "JDZ402" in run.err
    assert filed() == {"spending": ("5.0", "亿元")}


def test_two_figures_for_one_release_contradict(repo: Path, cli: Cli) -> None:
    other = "编号,数值,单位,发布日期,口径\ntotal,1229.0,亿元,2025-01-17,普查前\n"
    rest = "编号,数值,单位\nspending,5.0,亿元\n"
    run = convert(cli, [RELEASES, other, rest], "--keep-going")
    assert run.code == 1
    assert "b.csv:2:7: JDZ402" in run.err
    assert filed() == {"spending": ("5.0", "亿元")}
