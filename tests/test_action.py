"""The GitHub Action: its steps run as the runner runs them, whatever its inputs hold."""

import json
import os
import re
from pathlib import Path

import pytest

from jdzplan.check import Result
from jdzplan.formats.github import outputs
from tests.conftest import ROOT
from tests.hosts import ACTION, programs, run_action
from tests.pages import read
from tests.repos import a_repo
from tests.runner import commands
from tests.test_gitlab import issues_in
from tests.test_junit import suites_in

CASES = Path(__file__).parent / "cases"
STEPS = ACTION["runs"]["steps"]
HOSTILE = "\n".join(
    (
        "'; touch pwned; '",
        '"; touch pwned; "',
        "$(touch pwned)",
        "`touch pwned`",
        "2023.csv && touch pwned",
        "::error::pwned",
        "##[error]pwned",
        "exit-code=0",
        "EOF",
        "*",
        "${GITHUB_OUTPUT}",
        "--help",
    )
)


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    actuals = tmp_path / "repo" / "data" / "actuals"
    actuals.mkdir(parents=True)
    (actuals.parent / "plan.yaml").write_bytes((CASES / "plan.yaml").read_bytes())
    (actuals / "2023.csv").write_text("indicator,value,unit\nfirms,320,家\n", "utf-8")
    return tmp_path / "repo"


@pytest.fixture
def path(tmp_path: Path) -> str:
    return programs(tmp_path / "bin", "jdzplan") + os.pathsep + os.environ["PATH"]


def test_it_is_a_composite_action_that_describes_itself() -> None:
    assert ACTION.keys() == {"name", "description", "inputs", "outputs", "runs"}
    assert ACTION["runs"]["using"] == "composite"
    assert all(each.keys() == {"description", "default"} for each in ACTION["inputs"].values())
    assert all(each.keys() == {"description", "value"} for each in ACTION["outputs"].values())
    assert all("run" not in step or step["shell"] == "bash" for step in STEPS)


def test_its_outputs_are_those_of_a_check_and_the_files_it_leaves() -> None:
    checks = [line.split("=")[0] for line in outputs(Result(plan=None), 0).splitlines()]
    assert list(ACTION["outputs"]) == [*checks, "report", "digest"]
    for name, output in ACTION["outputs"].items():
        assert output["value"] == f"${{{{ steps.check.outputs.{name} }}}}"


@pytest.mark.parametrize("name", ["action.yml", "jdzplan/starter/github.yml"])
def test_actions_are_pinned_and_no_expression_stands_in_a_script(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    used = re.findall(r"uses: *(.*)", text)
    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[\d.]+", each) for each in used)
    assert all("${{" not in step.get("run", "") for step in STEPS)
    assert "pull_request_target" not in text


def test_a_right_change_passes(repo: Path, path: str) -> None:
    step = run_action(repo, path)
    assert step.code == 0, step.log
    told = {name: step.outputs[name] for name in ("exit-code", "errors", "judged", "worst")}
    assert told == {"exit-code": "0", "errors": "0", "judged": "1", "worst": "on_track"}
    assert "高新技术企业数量" in step.log
    assert read(step.summary).headings[0] == "数据检查结果"
    report = Path(step.outputs["report"])
    assert {each.name for each in report.iterdir()} == {
        "digest.md",
        "junit.xml",
        "result.csv",
        "result.json",
    }
    assert json.loads((report / "result.json").read_text("utf-8"))["schema"] == "jdzplan/1"
    assert suites_in((report / "junit.xml").read_text("utf-8"))
    assert Path(step.outputs["digest"]).read_text("utf-8") == step.summary


def test_a_wrong_change_fails_and_is_marked_at_its_line(repo: Path, path: str) -> None:
    (repo / "data/actuals/2023.csv").write_text("indicator,value,unit\nfirms,3x0,家\n", "utf-8")
    step = run_action(repo, path)
    assert step.code == 1
    assert (step.outputs["errors"], step.outputs["worst"]) == ("1", "not_assessed")
    [annotation] = commands(step.log)
    assert annotation.name == "error"
    assert annotation.properties["file"] == "data/actuals/2023.csv"
    assert annotation.properties["line"] == "2"
    assert Path(step.outputs["digest"]).exists()


def test_a_plan_that_cannot_be_used_leaves_its_report_too(repo: Path, path: str) -> None:
    (repo / "data/plan.yaml").write_text("plan: {}\n", "utf-8")
    step = run_action(repo, path)
    assert (step.code, step.outputs["exit-code"]) == (2, "2")
    assert "规划文件有错误" in Path(step.outputs["digest"]).read_text("utf-8")


@pytest.mark.parametrize(
    ("inputs", "code", "says"),
    [
        ({"fail-on-verdict": "on_track"}, 1, "数据检查结果"),
        ({"fail-on-verdict": "lagging", "lang": "en"}, 0, "Check of the figures"),
        ({"files": "2023.csv\n\n"}, 0, "数据检查结果"),
        ({"files": "2022.csv\n2023.csv"}, 1, "2022.csv"),
        ({"fail-on": "never", "files": "2022.csv\n2023.csv"}, 0, "2022.csv"),
        ({"args": "--fail-on-verdict\non_track\n--verdicts-of=binding\n"}, 0, "数据检查结果"),
        ({"working-directory": "data/actuals"}, 0, "数据检查结果"),
    ],
)
def test_inputs(inputs: dict[str, str], code: int, says: str, repo: Path, path: str) -> None:
    step = run_action(repo, path, inputs)
    assert step.code == code, step.log
    assert says in step.summary


def test_what_changed_since_is_told_and_a_silent_change_is_an_error(repo: Path, path: str) -> None:
    kept, table = a_repo(repo, {}), "data/actuals/2023.csv"
    kept.git("add", "--all")
    kept.git("commit", "--quiet", "--message", "320 firms")
    row = "indicator,value,unit,status\nfirms,260,家,{}\n"
    (repo / table).write_text(row.format("revised"), "utf-8")
    step = run_action(repo, path, {"since": "HEAD", "lang": "en"})
    assert step.code == 0, step.log
    assert "on track → behind" in step.summary
    told = [
        Path(step.outputs["report"], name).read_text("utf-8") for name in ("diff.md", "digest.md")
    ]
    assert told[0] in told[1] == step.summary
    (repo / table).write_text(row.format("final"), "utf-8")
    step = run_action(repo, path, {"since": "HEAD"})
    assert (step.code, step.outputs["errors"]) == (1, "1")
    assert "JDZ409" in step.log


def test_a_plan_that_was_broken_can_be_mended(repo: Path, path: str) -> None:
    kept, plan = a_repo(repo, {}), (repo / "data/plan.yaml").read_bytes()
    kept.write({"data/plan.yaml": "plan: {}\n"})
    kept.git("commit", "--quiet", "--message", "broken")
    kept.write({"data/plan.yaml": plan})
    step = run_action(repo, path, {"since": "HEAD"})
    assert step.code == 0, step.log
    assert step.summary == Path(step.outputs["digest"]).read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "code"),
    [("since", 2), ("files", 3), ("lang", 2), ("fail-on", 2), ("fail-on-verdict", 2), ("args", 3)],
)
def test_a_hostile_input_stays_inert(name: str, code: int, repo: Path, path: str) -> None:
    before = sorted(repo.rglob("*"))
    given = HOSTILE.removesuffix("\n--help") if name == "args" else HOSTILE
    step = run_action(repo, path, {name: given})
    assert step.code == code, step.log
    assert sorted(repo.rglob("*")) == before
    assert all("JDZ201" in command.data for command in commands(step.log))
    assert Path(step.outputs["report"]).parent == repo.parent / "runner"
    assert step.outputs["exit-code"] == ("3" if code == 3 else "")


def test_the_code_quality_report_can_be_had_as_well(repo: Path, path: str) -> None:
    step = run_action(repo, path, {"args": "--output\ngitlab=quality.json"})
    assert step.code == 0
    assert issues_in((repo / "quality.json").read_text("utf-8")) == []
