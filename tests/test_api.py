"""The public interface: its page runs, and what it refuses it refuses in words."""

import doctest
from pathlib import Path

import pytest

from jdzplan import api
from tests.conftest import ROOT

PAGES = sorted((ROOT / "docs").glob("api*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_page_runs(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert done.attempted > 10
    assert done.failed == 0


def test_both_pages_show_the_same_code() -> None:
    def code(page: Path) -> list[str]:
        lines = page.read_text("utf-8").splitlines()
        return [line.split("#")[0].rstrip() for line in lines if line.startswith(">>>")][:-1]

    first, second = map(code, PAGES)
    assert first == second


def test_a_plan_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"plan\.yaml"):
        api.load_plan(tmp_path)


def test_a_plan_that_cannot_be_used_says_why(tmp_path: Path) -> None:
    bad = tmp_path / "plan.yaml"
    bad.write_text("plan: {id: x}\n", "utf-8")
    with pytest.raises(api.PlanError, match="JDZ105") as raised:
        api.load_plan(bad)
    assert {finding.rule.code for finding in raised.value.findings} == {"JDZ105"}


def test_an_unknown_path_is_refused() -> None:
    plan = api.load_plan(ROOT)
    with pytest.raises(ValueError, match="weighted"):
        api.judge(plan, api.read_years(ROOT, year=2023), path="weighted")
