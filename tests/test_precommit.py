"""The hook as pre-commit takes it; that it works is seen in `test_at_the_gate.py`."""

import re
import subprocess
import sys
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOK: dict[str, Any] = yaml.safe_load(MANIFEST.read_text("utf-8"))[0]


def test_it_is_one_that_pre_commit_takes() -> None:
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", MANIFEST], check=True)
    assert HOOK["pass_filenames"] is False


@pytest.mark.parametrize(
    ("path", "is_checked"),
    [
        ("data/plan.yaml", True),
        ("data/actuals/2023.csv", True),
        ("data/actuals/2023.tasks.csv", True),
        ("city/data/actuals/2023.csv", True),
        ("data/plan.schema.json", False),
        ("README.md", False),
        ("mydata/plan.yaml", False),
        ("notes/data.csv", False),
    ],
)
def test_it_runs_for_what_a_check_reads(path: str, is_checked: bool) -> None:
    assert bool(re.search(HOOK["files"], path)) is is_checked


def test_new_repositories_have_the_same_hook() -> None:
    [local] = yaml.safe_load((ROOT / "jdzplan/starter/pre-commit.yaml").read_text("utf-8"))["repos"]
    told = {key: text for key, text in HOOK.items() if key != "description"}
    assert local == {"repo": "local", "hooks": [told | {"language": "system"}]}
