"""The example reports under docs/examples/ are what the program writes today, byte by byte."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, Cli

EXAMPLES = ROOT / "docs" / "examples"
# Folder of the example, the repository it is on, what is asked for.
WRITTEN = [
    ("jingdezhen/zh", ROOT, ("--all",)),
    ("jingdezhen/zh", ROOT, ("--kind", "midterm")),
    ("jingdezhen/en", ROOT, ("2023",)),
    ("national-145/zh", ROOT / "examples" / "national-145", ("2023",)),
    ("national-145/zh", ROOT / "examples" / "national-145", ("--kind", "final")),
    ("national-145/en", ROOT / "examples" / "national-145", ("--kind", "midterm")),
]


@pytest.mark.parametrize("folder", sorted({folder for folder, _, _ in WRITTEN}))
def test_an_example_is_current(
    folder: str,
    cli: Cli,
    snapshot: Callable[[Path, str], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    kept = EXAMPLES / folder
    for of_folder, repository, asked in WRITTEN:
        if of_folder == folder:
            monkeypatch.chdir(repository)
            run = cli("report", *asked, "--lang", folder[-2:], "-o", tmp_path)
            assert run.code == 0, run.err
    made = {path.relative_to(tmp_path): path for path in tmp_path.rglob("*") if path.is_file()}
    if request.config.getoption("--accept"):
        shutil.rmtree(kept, ignore_errors=True)
        for name in made:
            (kept / name).parent.mkdir(parents=True, exist_ok=True)
    else:
        there = {path.relative_to(kept) for path in kept.rglob("*") if path.is_file()}
        assert there == set(made)
    for name, path in made.items():
        snapshot(kept / name, path.read_text("utf-8"))
