"""The page on the gate: what can be run in it is run, and both languages say the same."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT, Cli
from tests.hosts import ACTION, EXPRESSION, program, programs, run_action, run_job
from tests.pages import read
from tests.repos import Repo, a_repo
from tests.test_junit import suites_in

DOCS = ROOT / "docs"
PAGES = {"zh": DOCS / "gate.zh-CN.md", "en": DOCS / "gate.md"}
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
INSTALL, OWN_HOOK, WORKFLOW, INCLUDE, ELSEWHERE, RECEIVE, WEEKLY, CRONTAB = range(8)
FILED = "indicator,value,unit,status,source\nexample-firms,240,firms,{status},Bulletin\n"
SLIP = "indicator,value,unit\nexample-firms,3x0,firms\n"
TOLD = "data/actuals/2026.csv:2:15: JDZ302 error "
KINDS = ["sh", "yaml", "yaml", "yaml", "sh", "sh", "sh", "crontab"]


def blocks(language: str = "en") -> list[str]:
    found = FENCE.findall(PAGES[language].read_text("utf-8"))
    assert [kind for kind, _ in found] == KINDS
    return [text for _, text in found]


@pytest.fixture
def repo(cli: Cli, tmp_path: Path) -> Repo:
    """A new data repository, its programs those under test."""
    cli("init", tmp_path / "repo", "--lang", "en")
    bin_ = programs(tmp_path / "bin", "jdzplan", "pre-commit")
    fresh = a_repo(
        tmp_path / "repo",
        {
            "PATH": bin_ + os.pathsep + os.environ["PATH"],
            "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        },
    )
    fresh.git("add", "--all")
    fresh.git("commit", "--quiet", "--message", "a new repository")
    fresh.git("update-ref", "refs/remotes/origin/main", "HEAD")
    return fresh


def test_both_languages_have_the_same_outline_and_the_same_blocks() -> None:
    def outline(language: str) -> list[str]:
        text = FENCE.sub("", PAGES[language].read_text("utf-8"))
        code = [re.sub(r"(^| )#(?!!).*", "", each, flags=re.MULTILINE) for each in blocks(language)]
        return [*code, *re.findall(r"^(?:##?|-|\|)(?= )", text, re.MULTILINE)]

    assert outline("zh") == outline("en")


@pytest.mark.parametrize("language", PAGES)
def test_its_links_lead_somewhere(language: str) -> None:
    for page, heading in re.findall(
        r"\]\(([\w.-]+)#?([^)]*)\)", PAGES[language].read_text("utf-8")
    ):
        titles = re.findall(r"^#+ (.*)$", (DOCS / page).read_text("utf-8"), re.MULTILINE)
        assert not heading or heading in {title.lower().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("language", PAGES)
def test_every_input_of_the_action_is_explained(language: str) -> None:
    rows = read(PAGES[language].read_text("utf-8")).tables[1]
    assert [name for name, _ in rows[1:]] == list(ACTION["inputs"])


def test_pre_commit_is_installed_and_refuses_what_is_wrong(repo: Repo) -> None:
    code, log = repo.run("bash", "-ec", blocks()[INSTALL])
    assert code == 0, log
    assert "Passed" in log
    repo.write({"data/actuals/2026.csv": SLIP})
    code, log = repo.run("git", "commit", "--message", "a slip")
    assert code == 1
    assert TOLD in log


def test_pre_commit_takes_the_configuration_shown(repo: Repo) -> None:
    repo.write({".pre-commit-config.yaml": blocks()[OWN_HOOK]})
    assert repo.run("pre-commit", "validate-config") == (0, "")
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    [used] = yaml.safe_load(blocks()[OWN_HOOK])["repos"]
    assert used["hooks"] == [{"id": hook["id"]}]


def test_the_hook_of_a_folder_is_told_the_folder(cli: Cli, repo: Repo) -> None:
    for page in PAGES.values():
        found = re.findall(
            r"`args: \[(--plan=|--since=origin/main)[^]]*\]`", page.read_text("utf-8")
        )
        assert found == ["--plan=", "--since=origin/main"]
    cli("init", repo.folder / "city", "--lang", "en")
    config = (repo.folder / ".pre-commit-config.yaml").read_text("utf-8")
    args = "        args: [--plan=city, --since=origin/main]\n"
    repo.write({"data/plan.yaml": None, ".pre-commit-config.yaml": config + args})
    assert repo.run("pre-commit", "run", "--all-files")[0] == 0
    repo.write({"city/data/actuals/2026.csv": SLIP})
    code, log = repo.run("pre-commit", "run")
    assert (code, f"city/{TOLD}" in log) == (1, True), log


def test_the_workflow_comments_on_what_it_found(repo: Repo, tmp_path: Path) -> None:
    workflow = yaml.safe_load(blocks()[WORKFLOW])
    checkout, action, comment = workflow["jobs"]["check"]["steps"]
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}
    assert "/jdzplan@" in action["uses"]
    repo.write({"data/actuals/2026.csv": FILED.format(status="final")})
    path, inputs = str(repo.env["PATH"]), action["with"]
    inputs["since"] = inputs["since"].replace("${{ github.base_ref }}", "main")
    step = run_action(repo.folder, path, inputs)
    assert step.code == 0, step.log
    assert step.summary.startswith("## Check of the figures")
    assert "240 firms" in read(step.summary).items[-1]
    given = {f"steps.{action['id']}.outputs.digest": step.outputs["digest"]}
    env = {
        name: EXPRESSION.sub(lambda found: given.get(found[1], found[1]), text)
        for name, text in comment["env"].items()
    }
    posted = tmp_path / "posted"
    program(tmp_path / "bin" / "gh", f'printf "%s\\n" "$@" >"{posted}"; cat "$7" >>"{posted}"')
    ran = Repo(repo.folder, {**repo.env, **env}).run(
        "bash", "-eo", "pipefail", "-c", comment["run"]
    )
    assert ran == (0, "")
    assert posted.read_text("utf-8").endswith(step.summary)
    assert "github.event.pull_request.html_url" in posted.read_text("utf-8")


@pytest.mark.parametrize(("status", "code"), [("final", 0), ("sample", 1)])
def test_the_included_pipeline_stops_at_what_the_variables_say(
    status: str, code: int, repo: Repo
) -> None:
    shown: dict[str, Any] = yaml.safe_load(blocks()[INCLUDE])
    assert (ROOT / shown["include"][0]["file"].lstrip("/")).is_file()
    repo.write({"data/actuals/2026.csv": FILED.format(status=status)})
    job = run_job(repo.folder, str(repo.env["PATH"]), shown["jdzplan"]["variables"])
    assert job.code == code, job.log


def test_the_workflow_of_a_new_repository_compares_with_the_branch_it_goes_to(repo: Repo) -> None:
    workflow = yaml.safe_load((repo.folder / ".github/workflows/jdzplan.yml").read_text("utf-8"))
    script = "\n".join(step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step)
    repo.write({"data/actuals/2026.csv": FILED.format(status="final")})
    *checks, _ = script.splitlines()
    assert repo.run("bash", "-ec", "\n".join(checks))[0] == 0
    pull = Repo(
        repo.folder, {**repo.env, "GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": "summary"}
    )
    assert pull.run("bash", "-ec", script)[0] == 0
    assert "240 firms" in (repo.folder / "summary").read_text("utf-8")
    repo.git("commit", "--quiet", "--message", "figures")
    repo.git("update-ref", "refs/remotes/origin/main", "HEAD")
    repo.write({"data/actuals/2026.csv": FILED.format(status="final").replace("240", "250")})
    code, log = pull.run("bash", "-ec", "\n".join(checks))
    assert (code, " JDZ409 " in log) == (1, True), log


def test_elsewhere_the_result_is_plain_text_and_a_folder(repo: Repo) -> None:
    code, log = repo.run("sh", "-ec", blocks()[ELSEWHERE])
    assert code == 0, log
    report = repo.folder / "jdzplan-report"
    assert {each.name for each in report.iterdir()} == {
        "check.txt",
        "digest.md",
        "junit.xml",
        "result.csv",
        "result.json",
    }
    assert (report / "check.txt").read_text("utf-8") == log
    assert "\x1b" not in log
    assert suites_in((report / "junit.xml").read_text("utf-8"))
    repo.write({"data/actuals/2026.csv": SLIP})
    code, log = repo.run("sh", "-ec", blocks()[ELSEWHERE])
    assert code == 1
    assert TOLD in log


def test_a_schedule_speaks_only_of_what_is_wrong(repo: Repo, tmp_path: Path) -> None:
    clone, script = tmp_path / "clone", tmp_path / "weekly.sh"
    program(tmp_path / "bin" / "date", "echo 2026-11-30")
    repo.git("clone", "--quiet", ".", clone)
    script.write_text(blocks()[WEEKLY], "utf-8")
    _, line = blocks()[CRONTAB].splitlines()
    *when, command = line.split(" ", 5)
    assert [bool(re.fullmatch(r"\*|\d+", field)) for field in when] == [True] * 5
    command = command.replace("/srv/jdzplan/weekly.sh", str(script))
    command = command.replace("/srv/jdzplan/figures", str(clone))
    assert "%" not in command  # cron would take it for a line break
    assert repo.run("sh", "-c", command) == (0, "")
    repo.write({"data/actuals/2026.csv": SLIP})
    repo.git("commit", "--quiet", "--message", "a slip")
    code, log = repo.run("sh", "-c", command)
    assert code == 1
    assert log.startswith(TOLD)
