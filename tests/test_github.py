"""Annotations for GitHub Actions, read back as its runner reads them."""

from pathlib import Path

import pytest

from jdzplan.catalogue import Rule
from jdzplan.check import Result, check
from jdzplan.findings import Finding, Place
from jdzplan.formats import github
from jdzplan.gate import FailOn, FailOnVerdict, Gate
from jdzplan.plan import Plan
from jdzplan.wording.en import EN
from jdzplan.wording.zh import ZH
from tests.builders import a_plan, a_row, a_year, an_indicator
from tests.conftest import Cli
from tests.duties import a_relation, a_series, a_task, with_duties
from tests.runner import Command, commands

CASES = Path(__file__).parent / "cases"
PLAN = a_plan()


def a_finding(rule: Rule = Rule.UNIT_MISSING, line: int = 2, **more: str) -> Finding:
    place = Place(more.pop("path", "data/actuals/2023.csv"), line, 7, f"D{line}")
    usual = dict.fromkeys(
        ("samples", "rows", "found", "read", "indicator", "expected", "count"), "1"
    )
    return Finding(rule=rule, place=place, params=usual | more)


def annotations(*findings: Finding, plan: Plan | None = PLAN) -> list[Command]:
    text = github.render(Result(plan=plan, findings=findings), EN, str)
    return commands(text)


def test_an_annotation_has_the_place_in_its_properties_and_in_its_message() -> None:
    [told] = annotations(a_finding(expected="家"))
    assert told.name == "error"
    assert told.properties == {
        "file": "data/actuals/2023.csv",
        "line": "2",
        "col": "7",
        "title": "JDZ303 unit-missing",
    }
    assert told.data.startswith("data/actuals/2023.csv:2:7: JDZ303 error [D2]")


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        (Rule.UNIT_MISSING, "error"),
        (Rule.SAMPLE_VALUES, "warning"),
        (Rule.FIGURE_NORMALISED, "notice"),
    ],
)
def test_each_severity_has_its_kind(rule: Rule, kind: str) -> None:
    [told] = annotations(a_finding(rule)._replace(place=Place("2023.csv")))
    assert (told.name, set(told.properties)) == (kind, {"file", "title"})


@pytest.mark.parametrize("odd", ["100%", "%0A", "a,b:c", "x=y", "%25,%3A"])
def test_signs_of_the_command_itself_survive(odd: str) -> None:
    [told] = annotations(a_finding(path=f"{odd}.csv", indicator=odd))
    assert told.properties["file"] == f"{odd}.csv"
    assert told.data.startswith(f"{odd}.csv:2:7: JDZ303 error")


@pytest.mark.parametrize("odd", ["a\nb", "\r::error::x", "a\u2028b", "::add-mask::x", "##[group]x"])
def test_no_text_makes_a_second_line_or_a_second_command(odd: str) -> None:
    text = github.render(Result(plan=PLAN, findings=(a_finding(path=odd, indicator=odd),)), EN, str)
    assert len(text.splitlines()) == len(commands(text)) == 1


def test_of_a_kind_there_are_at_most_ten_and_the_last_counts_the_rest() -> None:
    errors = [a_finding(line=line) for line in range(2, 15)]
    ten = [a_finding(Rule.COLUMN_UNKNOWN, line) for line in range(2, 12)]
    told = annotations(*ten, *errors)
    assert [each.name for each in told] == ["error"] * 10 + ["warning"] * 10
    assert [each.properties["line"] for each in told[:10]] == [str(n) for n in range(2, 12)]
    assert told[9].data.endswith("(and 3 more, see the log)")
    assert not any(each.data.endswith("see the log)") for each in told if each is not told[9])


def test_verdicts_that_stop_are_errors_where_their_figures_stand() -> None:
    plan = with_duties(
        a_plan(an_indicator(name={"zh": "甲", "en": "X"}), y=an_indicator(name={"zh": "乙"})),
        series={"s": a_series()},
        relations={"r": a_relation("not_fall", "s")},
        tasks={"t": a_task(due=2022)},
    )
    rows = [a_row("x", "205"), a_row("s", "5", "亿元")]
    earlier = a_year(2022, a_row("s", "6", "亿元"))
    gate = Gate(fail_on_verdict=FailOnVerdict.BEHIND)
    result = check(plan, [a_year(2023, *rows)], [earlier], gate=gate)
    told = commands(github.render(result, ZH, str))
    assert [(t.name, t.properties["title"], t.properties["line"]) for t in told] == [
        ("error", "未通过检查：未完成", "3"),
        ("error", "未通过检查：滞后", "2"),
    ]
    assert told[1].data.startswith("2023.csv:2: 2023年滞后：甲（")
    assert (
        told[0].data == "2023.csv:3: 2023年未完成：关系（硬性要求；数据s2022年6亿元、2023年5亿元）"
    )


def test_a_missing_figure_that_stops_is_told_in_the_file_of_its_year() -> None:
    gate = Gate(fail_on=FailOn.NEVER, fail_on_verdict=FailOnVerdict.NOT_ASSESSED)
    result = check(a_plan(y=an_indicator()), [a_year(2023)], gate=gate)
    told = commands(github.render(result, EN, "sub/{}".format))
    assert [t.properties["file"] for t in told] == ["sub/2023.csv"] * 2
    assert told[0].data == "sub/2023.csv: 2023: not assessed: X (not reported for this year)"


def test_an_unusable_plan_has_annotations_as_well() -> None:
    [told] = annotations(a_finding(path="data/plan.yaml"), plan=None)
    assert told.properties["file"] == "data/plan.yaml"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a data repository in a folder of its own, as GitHub Actions has it."""
    (tmp_path / "city" / "data" / "actuals").mkdir(parents=True)
    plan = (CASES / "plan.yaml").read_text("utf-8")
    (tmp_path / "city" / "data" / "plan.yaml").write_text(plan, "utf-8")
    year = "indicator,value,unit\nfirms,320,家\nx,1,家\n"
    (tmp_path / "city" / "data" / "actuals" / "2023.csv").write_text(year, "utf-8")
    monkeypatch.chdir(tmp_path / "city")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("JDZPLAN_LANG", "en")
    return tmp_path


@pytest.mark.parametrize("folder", ["city", "city/data", "city/data/actuals", "."])
@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_paths_are_told_from_the_root_of_the_checkout(
    repo: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch, folder: str, variable: str
) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE")
    monkeypatch.setenv(variable, str(repo))
    monkeypatch.chdir(repo / folder)
    run = cli("check", "--plan", repo / "city", "2023.csv", "--format", "github")
    [told] = commands(run.out)
    assert told.properties["file"] == "city/data/actuals/2023.csv"
    assert told.data.startswith("city/data/actuals/2023.csv:3:1: JDZ301")


def test_what_lies_outside_the_checkout_keeps_its_path(
    repo: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(repo / "other"))
    [told] = commands(cli("check", "2023.csv", "--format", "github").out)
    assert told.properties["file"] == "data/actuals/2023.csv"


@pytest.mark.parametrize(
    ("on_actions", "options", "count"),
    [
        ("true", [], 1),
        ("true", ["--quiet"], 1),
        ("true", ["--color", "always"], 1),
        ("true", ["--annotations", "never"], 0),
        ("true", ["--format", "json"], 0),
        ("true", ["--format", "csv"], 0),
        ("false", [], 0),
        ("false", ["--annotations", "always"], 1),
        ("false", ["--format", "github"], 1),
        ("true", ["--format", "github"], 1),
    ],
)
def test_on_actions_annotations_come_with_the_text(
    repo: Path,
    cli: Cli,
    monkeypatch: pytest.MonkeyPatch,
    on_actions: str,
    options: list[str],
    count: int,
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", on_actions)
    run = cli("check", "2023.csv", *options)
    assert (run.code, len(commands(run.out))) == (1, count)


def test_annotations_cannot_be_had_beside_another_format(repo: Path, cli: Cli) -> None:
    run = cli("check", "2023.csv", "--format", "json", "--annotations", "always")
    assert (run.code, run.out) == (2, "")
    assert "--annotations" in run.err
