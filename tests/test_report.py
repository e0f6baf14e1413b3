"""Reports: whole ones as snapshots, then what each part must and must not say."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from matplotlib.font_manager import FontManager, fontManager

from jdzplan.actuals import Stage, TaskReport
from jdzplan.check import check
from jdzplan.findings import Place
from jdzplan.judging.tasks import TaskAssessment
from jdzplan.plan import Plan
from jdzplan.report import Kind
from jdzplan.report.changes import MOVED, moved
from jdzplan.report.compose import compose
from jdzplan.report.periods import assessed
from jdzplan.report.records import Report
from jdzplan.report.scope import scope_of
from jdzplan.report.summary import summary
from jdzplan.report.tasks import by_stage
from jdzplan.verdicts import Reason, Verdict
from jdzplan.wording.zh import ZH
from tests.builders import a_plan, a_row, a_year, an_indicator
from tests.conftest import ROOT, Cli
from tests.test_cases import CASES, NAMES, repository

__all__ = ["repository"]
OTHER_KINDS = {
    "every_form_grouped_by_goal": ("2022", "--kind", "midterm"),
    "target_year_is_met_or_missed": ("--kind", "final"),
    "amended_targets_stand_beside_the_original": ("--kind", "midterm"),
}


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The Jingdezhen repository, to write beside."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("repository", NAMES, indirect=True)
def test_report_of_a_case(
    repository: Path,
    cli: Cli,
    snapshot: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    name = request.node.callspec.params["repository"]
    monkeypatch.chdir(repository)
    for language in ("zh", "en"):
        for part, asked in (("report", ()), ("evaluation", OTHER_KINDS.get(name))):
            if asked is not None:
                run = cli("report", *asked, "--lang", language)
                snapshot(CASES / name / f"expected.{part}.{language}.md", run.out)
                assert run.code in (0, 1) if run.out else run.code in (2, 3)


def a_scope(plan: Plan, *years: Any, kind: Kind = Kind.YEARLY) -> Any:
    result = check(plan, years)
    return scope_of(result, plan, max(result.years), kind, ZH)


def told(year: int, value: str, key: str = "x") -> Any:
    return a_year(year, a_row(key, value))


@pytest.mark.parametrize(
    ("year", "value", "says"),
    [
        (2023, "318", "2023年是规划期（2021—2025年）的第3年，时序进度为60%。"),
        (2023, "318", "已判定的指标均符合预期或好于预期。"),
        (2023, "260", "滞后的是甲，2023年为260家"),
        # (260 - 200) / 200 = 30 %, and 60 - 30 = 30 points
        (2023, "260", "，应达值为320家，完成进度30%，比时序进度（60%）低30个百分点。"),
        (2023, "190", "倒退的是甲，2023年为190家，应达值为320家，与基期值（200家）相比倒退。"),
        (2023, "400", "提前完成的是甲。"),
        (2025, "399", "截至2025年，规划期（2021—2025年）已经结束。"),
        (2025, "399", "未完成的是甲，2025年为399家，应达值为400家，完成进度99.5%"),
    ],
)
def test_the_summary_says_what_matters(year: int, value: str, says: str) -> None:
    scope = a_scope(a_plan(an_indicator()), told(year, value))
    assert says in "".join(summary(scope))


def test_of_many_only_three_are_named() -> None:
    others: dict[str, Any] = {f"x{i}": an_indicator(name={"zh": f"第{i}项"}) for i in range(4)}
    plan = a_plan(an_indicator(), **others)
    year = a_year(2023, *(a_row(key, "210") for key in ("x", *others)))
    assert "滞后的有甲、第0项、第1项等5项。" in list(summary(a_scope(plan, year)))


def test_half_the_time_half_the_way() -> None:
    plan = a_plan(an_indicator(), y=an_indicator(name={"zh": "乙"}))
    year = a_year(2023, a_row("x", "300"), a_row("y", "299"))
    text = "".join(summary(a_scope(plan, year, kind=Kind.MIDTERM)))
    assert "可测算完成进度的指标2项，其中完成进度达到50%的1项，达到时序进度的0项。" in text


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("behind", "lagging", "improved"),
        ("on_track", "lagging", "worsened"),
        ("not_assessed", "missed", "newly"),
        ("missed", "not_assessed", "no_longer"),
        ("on_track", "on_track", None),
        ("not_assessed", "not_assessed", None),
    ],
)
def test_what_moved_since_last_year(old: str, new: str, expected: str | None) -> None:
    assert moved(Verdict(old), Verdict(new)) == expected
    assert expected in (*MOVED, None)


def a_task(verdict: str, reason: str | None = None, stage: str | None = None) -> TaskAssessment:
    report = TaskReport(year=2023, stage=Stage(stage), place=Place("t")) if stage else None
    why = Reason(reason) if reason else None
    return TaskAssessment(
        task="t", year=2023, due=2023, verdict=Verdict(verdict), reason=why, report=report
    )


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        (a_task("achieved", stage="done"), "done"),
        (a_task("not_assessed", "no_evidence", "done"), "unproved"),
        (a_task("missed", stage="under_way"), "overdue"),
        (a_task("missed"), "overdue"),
        (a_task("missed", stage="stopped"), "stopped"),
        (a_task("not_assessed", "not_due", "under_way"), "under_way"),
        (a_task("not_assessed", "not_due", "not_started"), "not_started"),
        (a_task("not_assessed", "not_due"), "unreported"),
        (a_task("not_assessed", "not_reported"), "unreported"),
        (a_task("not_assessed", "withdrawn"), "withdrawn"),
    ],
)
def test_every_task_is_at_one_stage(task: TaskAssessment, expected: str) -> None:
    groups = by_stage([task])
    assert [key for key, group in groups.items() if group] == [expected]


EVERY_YEAR = {"form": "every_year", "at_least": "2"}


@pytest.mark.parametrize(
    ("indicator", "value", "expected"),
    [
        (an_indicator(), "400", "提前实现（1项）"),
        (an_indicator(None), "400", "提前实现（1项）"),
        (an_indicator(), "360", "快于预期（1项）"),
        (an_indicator(), "320", "基本符合预期（1项）"),
        (an_indicator("400", "at_least 400"), "400", "基本符合预期（1项）"),  # held, not early
        (an_indicator(), "300", "滞后（含进度偏慢等，1项）"),
        (an_indicator(), "190", "滞后（含进度偏慢等，1项）"),
        (an_indicator("400", "at_least 400"), "390", "滞后（含进度偏慢等，1项）"),
        (an_indicator(None), "390", "无法判定（1项）"),
    ],
)
def test_what_lags_is_never_called_as_expected(indicator: Any, value: str, expected: str) -> None:
    scope = a_scope(a_plan(indicator), told(2023, value), kind=Kind.MIDTERM)
    assert [part.label for part in assessed(scope)] == [expected]


@pytest.mark.parametrize(("value", "expected"), [("400", "完成（1项）"), ("399", "未完成（1项）")])
def test_in_the_end_a_target_is_met_or_not(value: str, expected: str) -> None:
    scope = a_scope(a_plan(an_indicator()), told(2025, value), kind=Kind.FINAL)
    assert [part.label for part in assessed(scope)] == [expected]


def test_a_yearly_report_has_no_classes() -> None:
    assert list(assessed(a_scope(a_plan(an_indicator()), told(2023, "300")))) == []


def test_the_first_year_is_not_compared() -> None:
    plan = a_plan(an_indicator())
    made = compose(check(plan, [told(2021, "250")]), plan, 2021, Kind.YEARLY, ZH)
    assert made.changes is None
    same = [told(2021, "240"), told(2022, "280")]
    made = compose(check(plan, same), plan, 2022, Kind.YEARLY, ZH)
    assert made.changes == ()


def the_report(name: str = "甲") -> Report:
    """A report with one indicator that lags, of any name."""
    plan = a_plan(an_indicator(name={"zh": name}))
    years = [told(2022, "250", "x"), told(2023, "290", "x")]
    return compose(check(plan, years), plan, 2023, Kind.YEARLY, ZH, stem="2023")


def rendered(report: Report) -> str:
    from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader

    from jdzplan.report.markdown import render

    own = PackageLoader("jdzplan", "report/templates")
    return render(report, ChoiceLoader([own, PrefixLoader({"jdzplan": own})]))


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1).filter(str.strip))
def test_no_name_breaks_a_report(name: str) -> None:
    plan = a_plan(an_indicator(name={"zh": name}))
    years = [told(2023, "290", "x")]
    text = rendered(compose(check(plan, years), plan, 2023, Kind.YEARLY, ZH))
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special", "softbreak"}
    assert not any(token.type in ("html_block", "code_block", "fence", "hr") for token in tokens)
    widths: list[list[int]] = []
    for token in tokens:
        if token.type == "table_open":
            widths.append([])
        elif token.type == "tr_open":
            widths[-1].append(0)
        elif token.type in ("th_open", "td_open"):
            widths[-1][-1] += 1
    assert all(len(set(rows)) == 1 for rows in widths)
    assert len(widths) == 5  # core, its goal, sources, verdicts, glossary


class _Page(HTMLParser):
    """The tables of a page as rows of cells, and every tag and attribute in it."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.headings: list[int] = []
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self._in_cell = True
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._in_cell = False

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self.rows[-1][-1] += data


def the_page(repo: Path, cli: Cli, *asked: str) -> str:
    run = cli("report", "2023", "-o", "out/r.html", *asked)
    assert run.code == 0, run.err
    return (repo / "out" / "r.html").read_text("utf-8")


def test_a_page_needs_nothing_else_and_says_what_the_json_says(repo: Path, cli: Cli) -> None:
    text = the_page(repo, cli)
    page = _Page()
    page.feed(text)
    assert not page.tags & {"script", "link", "iframe", "form", "object", "input"}
    assert not [name for name in page.attributes if name.startswith("on")]
    assert set(re.findall(r'src="([^"]{5})', text)) == {"data:"}
    assert page.headings[0] == 1
    assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:], strict=False))
    shown = {row[0]: row for row in page.rows if len(row) == 9}
    told = json.loads(cli("check", "2023.csv", "--format", "json").out)
    for each in told["assessments"]:
        if each["tier"] == "core":
            row = shown[each["name"]]
            assert float(row[3]) == float(each["actual"]["value"])
            assert row[5].lstrip("≥≤") == str(each["target"]["value"])
            if each["share"] is not None:
                assert float(row[6].rstrip("%")) == pytest.approx(each["share"] * 100, abs=0.05)


def test_hostile_names_stay_text_on_a_page(repo: Path, cli: Cli) -> None:
    plan = repo / "data" / "plan.yaml"
    name = '<script>alert(1)</script>" onload="x'
    text = plan.read_text("utf-8").replace("zh: 高新技术企业数量", f"zh: '{name}'")
    plan.write_text(text, "utf-8")
    page = _Page()
    page.feed(the_page(repo, cli))
    assert "script" not in page.tags
    assert "onload" not in page.attributes
    assert any(row and row[0] == name for row in page.rows)


def test_markdown_has_its_pictures_beside_it(repo: Path, cli: Cli) -> None:
    run = cli("report", "2023", "-o", "out")
    assert (run.code, run.out) == (0, "")
    text = (repo / "out" / "2023.md").read_text("utf-8")
    linked = re.findall(r"\]\((img/[^)]+\.svg)\)", text)
    there = [path.relative_to(repo / "out").as_posix() for path in repo.glob("out/img/2023/*")]
    assert sorted(linked) == sorted(there)
    assert "img/2023/rd-intensity.svg" in linked
    assert cli("report", "2023").out.count("](img/") == 0  # nothing is beside standard output


def test_nothing_is_written_over_unasked(repo: Path, cli: Cli) -> None:
    assert cli("report", "2023", "-o", "out").code == 0
    again = cli("report", "2023", "-o", "out")
    assert again.code == 2
    assert "2023.md" in again.err
    assert cli("report", "2023", "-o", "out", "--force").code == 0


def test_every_year_and_an_index(repo: Path, cli: Cli) -> None:
    run = cli("report", "--all", "-o", "out", "--lang", "en")
    assert run.code == 0
    assert [f"writing the report on {y}" in run.err for y in (2021, 2022, 2023, 2024)] == [True] * 4
    index = (repo / "out" / "index.md").read_text("utf-8")
    for year in (2021, 2022, 2023, 2024):
        assert f"]({year}.md)" in index
        assert (repo / "out" / f"{year}.md").exists()


@pytest.mark.parametrize(
    ("asked", "code", "says"),
    [
        (("2031",), 3, "2031"),
        (("--kind", "final"), 3, "2025"),
        (("2023", "--format", "html"), 2, "-o"),
        (("--all",), 2, "-o"),
        (("2023", "--date", "2024-3-1"), 2, "2024-3-1"),
        (("2023", "--template", "nowhere"), 0, ""),
    ],
)
def test_what_is_asked_for_wrongly(
    repo: Path, cli: Cli, asked: tuple[str, ...], code: int, says: str
) -> None:
    run = cli("report", *asked)
    assert run.code == code
    assert says in run.err


def test_a_report_on_refused_figures_is_written_and_says_so(repo: Path, cli: Cli) -> None:
    year = repo / "data" / "actuals" / "2023.csv"
    year.write_text(year.read_text("utf-8").replace("24.6", "二十四"), "utf-8")
    run = cli("report", "2023")
    assert run.code == 1
    assert "部分数据未通过检查" in run.out
    assert "2023.csv第" in run.out


def test_later_years_are_not_looked_at(repo: Path, cli: Cli) -> None:
    before = cli("report", "2023").out
    (repo / "data" / "actuals" / "2024.csv").write_text("garbage", "utf-8")
    after = cli("report", "2023")
    assert (after.code, after.out) == (0, before)


def test_a_date_stands_on_it_only_if_given(repo: Path, cli: Cli) -> None:
    assert "报告日期" not in cli("report", "2023").out
    assert "报告日期：2024年3月1日" in cli("report", "2023", "--date", "2024-03-01").out


def test_the_same_bytes_every_time_and_without_chinese_fonts(
    repo: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written() -> dict[str, bytes]:
        for name in ("r.md", "r.html"):
            assert cli("report", "2023", "-o", f"out/{name}", "--force").code == 0
        return {path.name: path.read_bytes() for path in repo.glob("out/**/*.*")}

    forget = vars(FontManager)["_findfont_cached"].cache_clear
    first = written()
    bundled = [font for font in fontManager.ttflist if "matplotlib" in font.fname]
    other = replace(bundled[0], name="Noto Sans SC", fname=bundled[-1].fname)
    for fonts in (bundled, [other, *bundled]):
        monkeypatch.setattr(fontManager, "ttflist", fonts)
        forget()
        assert written() == first
    forget()


def test_a_document_has_real_headings_tables_and_chinese_faces(repo: Path, cli: Cli) -> None:
    for name in ("a.docx", "b.docx"):
        assert cli("report", "2023", "-o", f"out/{name}").code == 0
    data = (repo / "out" / "a.docx").read_bytes()
    assert data == (repo / "out" / "b.docx").read_bytes()
    made = Document(BytesIO(data))
    text = cli("report", "2023", "-o", "out/r.md")
    markdown = (repo / "out" / "r.md").read_text("utf-8")
    assert text.code == 0
    levels = {"Heading 1": "# ", "Heading 2": "## ", "Heading 3": "### "}
    for style, mark in levels.items():
        found = [p for p in made.paragraphs if p.style and p.style.name == style]
        assert len(found) == len(re.findall(f"^{mark}", markdown, re.MULTILINE))
        fonts = made.styles[style].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "黑体"
        assert fonts.get(qn("w:eastAsiaTheme")) is None
    assert made.styles["Normal"].element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋"
    assert len(made.tables) == len(re.findall(r"^\| -", markdown, re.MULTILINE))
    rows = [[cell.text for cell in row.cells] for row in made.tables[0].rows]
    assert [
        "高新技术企业数量",
        "家",
        "200",
        "318",
        "320",
        "≥400",
        "59%",
        "60%",
        "符合预期※",
    ] in rows
    steps = [p for p in made.paragraphs if p.style and p.style.name == "List Number"]
    # The steps of the one that lags, and those of the method: each list begins at 1.
    assert len({str(p._p.xpath("./w:pPr/w:numPr/w:numId/@w:val")) for p in steps}) == 2
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        assert b'w:eastAsia="zh-CN"' in archive.read("word/settings.xml")
        document = archive.read("word/document.xml").decode("utf-8")
    pictures = len(re.findall(r"!\[", markdown))
    assert len([name for name in names if name.endswith(".svg")]) == pictures
    assert document.count("svgBlip") == pictures
    assert document.count('descr="') >= pictures


BLOCK = '{{% extends "jdzplan/yearly.md.j2" %}}\n{{% block {name} %}}\n{body}\n{{% endblock %}}\n'


def own_template(repo: Path, text: str) -> str:
    (repo / "mine").mkdir(exist_ok=True)
    (repo / "mine" / "yearly.md.j2").write_text(text, "utf-8")
    return "mine"


def test_one_block_is_replaced_and_the_rest_stays(repo: Path, cli: Cli) -> None:
    text = BLOCK.format(name="glossary", body="{{ section('附件') }}\n\n{{ report.plan }}，略")
    own_template(repo, text)
    usual, run = cli("report", "2023").out, cli("report", "2023", "--template", "mine")
    assert run.code == 0, run.err
    assert "## 十、附件\n\n景德镇市“十四五”科技创新发展规划，略\n" in run.out
    assert run.out.partition("## 十")[0] == usual.partition("## 十")[0]


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("{% if %}", 3, "Expected an expression"),
        ("\n{{ report.nothing }}", 4, "nothing"),
        ("{{ ''.__class__.__mro__ }}", 3, "unsafe"),
        ("{{ 1 // 0 }}", 3, "zero"),
        ("{{ report.core | unknown }}", 3, "unknown"),
        ("{% include 'absent.j2' %}", 3, "absent"),
        ("{{ report.facts.append('x') }}", 3, "append"),
    ],
)
def test_a_fault_of_a_template_is_told_by_line(
    repo: Path, cli: Cli, body: str, line: int, says: str
) -> None:
    own_template(repo, BLOCK.format(name="glossary", body=body))
    run = cli("report", "2023", "--template", "mine")
    assert (run.code, run.out) == (2, "")
    assert f"yearly.md.j2:{line}" in run.err
    assert says in run.err


def test_a_template_that_is_no_text(repo: Path, cli: Cli) -> None:
    (repo / "mine").mkdir()
    (repo / "mine" / "yearly.md.j2").write_bytes("标题".encode("gbk"))
    run = cli("report", "2023", "--template", "mine")
    assert (run.code, run.out) == (2, "")
    assert "yearly.md.j2" in run.err


def test_our_templates_can_be_had_and_make_the_same_report(repo: Path, cli: Cli) -> None:
    assert "{% block attention %}" in cli("report", "--dump-template").out
    assert cli("report", "--dump-template", "-o", "mine").code == 0
    for asked in ((), ("--kind", "midterm")):
        usual = cli("report", "2023", *asked).out
        assert cli("report", "2023", *asked, "--template", "mine").out == usual


def test_values_of_a_template_are_never_markup(repo: Path, cli: Cli) -> None:
    own_template(repo, BLOCK.format(name="glossary", body="{{ '<b>|*x*' }}"))
    assert "\\<b>\\|\\*x\\*" in cli("report", "2023", "--template", "mine").out


def test_without_the_extra_it_says_what_to_install(
    repo: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    run = cli("report", "2023")
    assert (run.code, run.out) == (2, "")
    assert "jdzplan[report]" in run.err
