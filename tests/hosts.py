"""Code hosts as far as a test needs them: an action's steps, a pipeline's job, run by bash.

After "Metadata syntax for GitHub Actions", "Workflow commands" (files of a step) and "CI/CD YAML
syntax reference" in the documentation of GitHub and GitLab. Expressions are filled in where those
fill them in, in `env` and `working-directory`; one in a script would be too, before any shell sees
it, which is what makes it dangerous.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
PIPELINE: dict[str, Any] = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))
EXPRESSION = re.compile(r"\$\{\{ *([a-z.-]+) *\}\}")


@dataclass(frozen=True)
class Step:
    """What a step, or a job, left behind."""

    code: int
    log: str
    outputs: Mapping[str, str]
    summary: str = ""


def program(path: Path, line: str) -> None:
    """A program of one line."""
    path.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
    path.chmod(0o755)


def programs(folder: Path, *names: str) -> str:
    """A folder for the search path: a `python` that installs nothing, and `names` as programs.

    The program under test, and pre-commit, are those of this test run.
    """
    folder.mkdir()
    here = f"PYTHONPATH='{ROOT}' exec '{sys.executable}'"
    program(folder / "python", f'[ "$2" = pip ] || {here} "$@"')
    for name in names:
        program(folder / name, f'{here} -m {name.replace("-", "_")} "$@"')
    return str(folder)


def run_action(repo: Path, path: str, inputs: Mapping[str, str] = {}) -> Step:
    """The action with its outputs, in a checkout; `path` is where programs are looked for.

    Raises AssertionError at an input it has not. The files of the runner lie beside the checkout.
    """
    assert inputs.keys() <= ACTION["inputs"].keys()
    given = {f"inputs.{name}": each["default"] for name, each in ACTION["inputs"].items()}
    given |= {f"inputs.{name}": text for name, text in inputs.items()}
    temp = repo.parent / "runner"
    temp.mkdir(exist_ok=True)
    log, summary, code = "", temp / "summary", 0
    summary.write_bytes(b"")
    for step in ACTION["runs"]["steps"]:
        if "run" not in step or code:
            continue
        (temp / "output").write_bytes(b"")
        env = {name: _filled(text, given) for name, text in step.get("env", {}).items()}
        run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=repo / _filled(step.get("working-directory", "."), given),
            env=os.environ | env | _runner(repo, temp) | {"PATH": path},
            capture_output=True,
            check=False,
        )
        code, log = run.returncode, log + run.stdout.decode("utf-8") + run.stderr.decode("utf-8")
        told = outputs_in((temp / "output").read_text("utf-8"))
        given |= {f"steps.{step.get('id')}.outputs.{name}": text for name, text in told.items()}
    values = {name: _filled(each["value"], given) for name, each in ACTION["outputs"].items()}
    return Step(code, log, values, summary.read_text("utf-8"))


def _runner(repo: Path, temp: Path) -> dict[str, str]:
    return {
        "GITHUB_ACTIONS": "true",
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_OUTPUT": str(temp / "output"),
        "GITHUB_STEP_SUMMARY": str(temp / "summary"),
        "GITHUB_WORKSPACE": str(repo),
        "RUNNER_TEMP": str(temp),
    }


def _filled(text: str, given: Mapping[str, str]) -> str:
    """An output that no step has set is empty."""
    return EXPRESSION.sub(lambda found: given.get(found[1], ""), text)


def outputs_in(text: str) -> dict[str, str]:
    """The outputs of a step as the runner reads them: a name and a value a line."""
    return dict(line.split("=", 1) for line in text.splitlines())


def run_job(repo: Path, path: str, variables: Mapping[str, str] = {}) -> Step:
    """The job of GitLab's pipeline in a checkout; its log, and the reports that it names."""
    job = PIPELINE["jdzplan"]
    run = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(job["script"])],
        cwd=repo,
        env=os.environ | job["variables"] | variables | {"CI_PROJECT_DIR": str(repo), "PATH": path},
        capture_output=True,
        check=False,
    )
    reports = {kind: repo / name for kind, name in job["artifacts"]["reports"].items()}
    texts = {kind: each.read_text("utf-8") for kind, each in reports.items() if each.exists()}
    return Step(run.returncode, (run.stdout + run.stderr).decode("utf-8"), texts)
