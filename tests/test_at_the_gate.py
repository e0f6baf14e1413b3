"""A data repository and its bare remote: what is right passes every gate, what is wrong none.

The hook, the action and the pipeline run a jdzplan that was installed from this project; one
environment, made by pre-commit itself, serves them all.
"""

import os
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import yaml

from tests.conftest import ROOT, Cli
from tests.hosts import Step, programs, run_action, run_job
from tests.repos import Repo, a_repo
from tests.runner import commands
from tests.test_gitlab import issues_in
from tests.test_junit import suites_in

SOURCES = ("jdzplan", "data", "ci", "pyproject.toml", "README.md", "LICENSE")
PAGE = (ROOT / "docs" / "gate.md").read_text("utf-8")
TABLE = "data/actuals/2026.csv"
HEAD = "indicator,value,unit,status,source\n"
Changes = Mapping[str, Mapping[str, bytes | str | None]]
RIGHT: Changes = {
    "not yet published": {TABLE: HEAD + "example-firms,not yet published,firms,,\n"},
    "figures as Excel saves them": {
        TABLE: (HEAD + "example-firms,241,firms,,公报\n").replace("\n", "\r\n").encode("gb18030")
    },
    "revised, and far behind": {TABLE: HEAD + "example-firms,3,firms,revised,Bulletin\n"},
    "a note": {"README.md": "figures\n"},
}
WRONG: Changes = {
    "no number": {TABLE: HEAD + "example-firms,24O,firms,,Bulletin\n"},
    "filed twice": {TABLE: HEAD + "example-firms,240,firms,,a\nexample-firms,241,firms,,b\n"},
    "changed in silence": {TABLE: HEAD + "example-firms,240,firms,final,Bulletin\n"},
    "half a firm": {TABLE: HEAD + "example-firms,240.5,firms,,Bulletin\n"},
    "a conflict left in": {
        TABLE: HEAD + "<<<<<<< HEAD\nexample-firms,240,firms,,a\n=======\n"
        "example-firms,241,firms,,b\n>>>>>>> main\n"
    },
    "a plan of another shape": {"data/plan.yaml": "plan: {}\n"},
    "hidden from an export": {
        TABLE: HEAD + "example-firms,24O,firms,,Bulletin\n",
        ".gitattributes": "*.csv -text export-ignore\n",
    },
}
ON_HOSTS = ("revised, and far behind", "changed in silence", "a plan of another shape")
SINCE = "origin/main"


def test_right_changes_pass_every_gate_and_wrong_ones_none(cli: Cli, tmp_path: Path) -> None:
    cli("init", tmp_path / "repo", "--lang", "en")
    repo = _guarded(tmp_path)
    path = str(repo.env["PATH"])
    remote = a_repo(tmp_path / "remote", {"PATH": path}, "--bare")
    _receives_by_the_page(remote)
    repo.git("remote", "add", "origin", remote.folder)
    repo.git("push", "--quiet", "origin", "main")
    repo.run(sys.executable, "-m", "pre_commit", "install")
    for name, change in RIGHT.items():
        repo.write(change)
        repo.git("commit", "--quiet", "--message", name)
        if name in ON_HOSTS:
            assert [each.code for each in _on_hosts(repo, path)] == [0, 0], name
        repo.git("push", "--quiet", "origin", "main")
    without_idle = path.partition(os.pathsep)[2]
    assert run_action(repo.folder, without_idle).code == 0  # what its first step installs
    good = repo.git("rev-parse", "HEAD")
    for name, change in WRONG.items():
        repo.write(change)
        code, log = repo.run("git", "commit", "--message", name)
        assert (code, "JDZ" in log) == (1, True), f"{name}: {log}"
        repo.git("commit", "--quiet", "--no-verify", "--message", name)
        if name in ON_HOSTS:
            _is_told(repo, path, name)
        code, log = repo.run("git", "push", "origin", "main")
        assert code == 1, f"{name}: {log}"
        assert "pre-receive hook declined" in log
        assert re.search(r"remote: data/\S+: JDZ\d{3} ", log), log
        assert remote.git("rev-parse", "main") == good
        repo.git("reset", "--quiet", "--hard", good)
    repo.git("push", "--quiet", "origin", "main:refs/heads/draft")  # only main is kept


def _guarded(folder: Path) -> Repo:
    """The repository with pre-commit's hook, which it installs from a copy of this project.

    The path of its environment begins with a `python` that installs nothing, followed by the
    programs of the environment that pre-commit made.
    """
    source = a_repo(folder / "jdzplan", {})
    for name in (*SOURCES, ".pre-commit-hooks.yaml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, source.folder / name)
    source.git("add", "--all")
    source.git("commit", "--quiet", "--message", "the program")
    home = folder / "pre-commit"
    repo = a_repo(folder / "repo", {"PRE_COMMIT_HOME": str(home)})
    hooks = {"repo": str(source.folder), "rev": source.git("rev-parse", "HEAD")}
    hook = {"id": "jdzplan-check", "args": [f"--since={SINCE}"]}
    config = {"repos": [hooks | {"hooks": [hook]}]}
    repo.write({".pre-commit-config.yaml": yaml.safe_dump(config)})
    repo.git("commit", "--quiet", "--message", "a new repository")
    code, log = repo.run(sys.executable, "-m", "pre_commit", "install-hooks")
    assert code == 0, log
    [installed] = home.glob("repo*/py_env-*/bin")
    idle = programs(folder / "bin")
    path = os.pathsep.join([idle, str(installed), os.environ["PATH"]])
    return Repo(repo.folder, {**repo.env, "PATH": path})


def _receives_by_the_page(remote: Repo) -> None:
    [hook] = re.findall(r"```sh\n(#!/bin/sh\n# Refuses a push.*?)```", PAGE, re.DOTALL)
    path = remote.folder / "hooks" / "pre-receive"
    path.write_text(hook, "utf-8")
    path.chmod(0o755)


def _on_hosts(repo: Repo, path: str) -> tuple[Step, Step]:
    """What came of the action and of the pipeline, for a change of what the remote has."""
    variables = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": repo.git("rev-parse", SINCE)}
    step = run_action(repo.folder, path, {"since": SINCE})
    return step, run_job(repo.folder, path, variables)


def _is_told(repo: Repo, path: str, name: str) -> None:
    """By the action and by the pipeline, in the form that their hosts show."""
    step, job = _on_hosts(repo, path)
    assert step.code in (1, 2), f"{name}: {step.log}"
    annotation = commands(step.log)[0]
    assert annotation.name == "error"
    assert annotation.properties["file"].startswith("data/")
    assert job.code == step.code, f"{name}: {job.log}"
    assert issues_in(job.outputs["codequality"])[0]["severity"] == "blocker"
    assert any(case.result for suite in suites_in(job.outputs["junit"]).values() for case in suite)
