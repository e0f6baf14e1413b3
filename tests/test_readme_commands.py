"""The README's first two commands, word for word, in a fresh clone."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

NESTED = "JDZPLAN_NESTED_TESTS"
# What takes long and has just been run outside: in the clone the command is tried, not these.
LONG = (
    "at_the_gate",
    "docs_report",
    "fuzz",
    "hostile",
    "panel",
    "report",
    "report_examples",
    "spec",
)
SHORTER = " ".join(f"--ignore=tests/test_{name}.py" for name in LONG)
COMMANDS = re.findall(r"(?ms)^```sh\n(.*?)\n```", (ROOT / "README.md").read_text("utf-8"))


@pytest.mark.skipif(NESTED in os.environ, reason="this is the nested run")
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no clone can be made of an export")
@pytest.mark.parametrize(("number", "says"), [(0, "※"), (1, " passed")])
def test_command_works_in_a_fresh_clone(number: int, says: str, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
    # The environment of a new machine: no active environment, no settings of this test run.
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "VIRTUAL", "COV"))}
    path = os.pathsep.join(p for p in env["PATH"].split(os.pathsep) if ".venv" not in p)
    run = subprocess.run(
        COMMANDS[number],
        shell=True,
        check=False,
        cwd=clone,
        env=env | {"PATH": path, NESTED: "1", "PYTEST_ADDOPTS": SHORTER},
        capture_output=True,
    )
    assert run.returncode == 0, run.stdout.decode() + run.stderr.decode()
    assert says in run.stdout.decode().split("\n\n")[-1]
