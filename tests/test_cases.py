"""Every folder of cases/ is a small data repository with what `check` must print for it.

plan.yaml is the common one where a folder has none; every .csv beside it is a year's file.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Cli

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())
OUTPUTS = {
    "expected.zh.txt": ("--lang", "zh"),
    "expected.en.txt": ("--lang", "en"),
    "expected.v1.json": ("--lang", "zh", "--format", "json"),
    "expected.csv": ("--lang", "zh", "--format", "csv"),
    "expected.github.txt": ("--lang", "zh", "--format", "github"),
    "expected.gitlab.json": ("--lang", "zh", "--format", "gitlab"),
    "expected.junit.xml": ("--lang", "zh", "--format", "junit"),
    "expected.zh.md": ("--lang", "zh", "--format", "markdown"),
    "expected.en.md": ("--lang", "en", "--format", "markdown"),
}


@pytest.fixture
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    case = CASES / request.param
    actuals = tmp_path / "data" / "actuals"
    actuals.mkdir(parents=True)
    own = case / "plan.yaml"
    shutil.copy(own if own.exists() else CASES / "plan.yaml", tmp_path / "data" / "plan.yaml")
    for path in case.glob("*.csv"):
        if not path.name.startswith("expected"):
            shutil.copy(path, actuals)
    return tmp_path


@pytest.mark.parametrize("repository", NAMES, indirect=True)
def test_case(
    repository: Path,
    cli: Cli,
    snapshot: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    case = CASES / request.node.callspec.params["repository"]
    asked = (case / "arguments").read_text("utf-8").split()
    monkeypatch.chdir(repository)
    codes = set()
    for name, options in OUTPUTS.items():
        run = cli("check", *asked, *options)
        codes.add(run.code)
        snapshot(case / name, run.out)
    assert len(codes) == 1, "the exit code depends on the format"
    snapshot(case / "exit_code", f"{codes.pop()}\n")
