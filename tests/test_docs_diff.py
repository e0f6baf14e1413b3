"""The page on comparing: every command on it is run, in both languages, and shows what it shows."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, Cli
from tests.git_world import PLAN, Y2022, Y2023, a_history, replaced, write

PAGES = {"zh": ROOT / "docs" / "diff.zh-CN.md", "en": ROOT / "docs" / "diff.md"}
CONSOLE = re.compile(r"^```console\n\$ jdzplan ([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CHANGED = {
    "data/plan.yaml": replaced(
        PLAN,
        ("{at_least: 400}", "{at_least: 360}"),
        (
            "    baseline: {2020: 2.20}\n",
            "    baseline: {2020: 2.20}\n    owner: {lead: 市科技局}\n",
        ),
    ),
    "data/actuals/2022.csv": replaced(Y2022, ("2.31,%,最终,公报2023", "2.33,%,最终,公报2023")),
    "data/actuals/2023.csv": replaced(
        Y2023,
        ("2.37,%,最终,公报2024", "2.38,%,修订,年鉴2024"),
        ("20.1,亿元,初步", "20.6,亿元,最终"),
    )
    + "gdp,1100,亿元,最终,年鉴2024\n",
}


@pytest.mark.parametrize("language", PAGES)
def test_every_command_on_the_page_shows_what_it_shows(
    tmp_path: Path,
    cli: Cli,
    monkeypatch: pytest.MonkeyPatch,
    snapshot: Callable[[Path, str], None],
    language: str,
) -> None:
    monkeypatch.chdir(a_history(tmp_path / "home"))
    monkeypatch.setenv("JDZPLAN_LANG", language)
    write(tmp_path / "home", {**CHANGED})

    def run(match: re.Match[str]) -> str:
        return f"```console\n$ jdzplan {match[1]}\n{cli(*match[1].split()).out}```"

    page = PAGES[language]
    text = page.read_text("utf-8")
    assert len(CONSOLE.findall(text)) == 3
    snapshot(page, CONSOLE.sub(run, text))


def test_both_pages_have_the_same_outline() -> None:
    def outline(path: Path) -> list[tuple[str, ...]]:
        """The heading marks, the commands, and what each row of the table is about."""
        text = path.read_text("utf-8")
        marks = re.findall(r"^(#+) |^- |^\| (`[^`]*`)", CONSOLE.sub("", text), re.MULTILINE)
        return [*marks, *((command, "") for command, _ in CONSOLE.findall(text))]

    chinese, english = map(outline, (PAGES["zh"], PAGES["en"]))
    assert [mark for mark, *_ in chinese] == [mark for mark, *_ in english]
