"""The page on reports: its commands work in the order they stand, in both languages the same."""

import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import ROOT, Cli

PAGES = {"zh": ROOT / "docs" / "report.zh-CN.md", "en": ROOT / "docs" / "report.md"}
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)
FILE = re.compile(r"cat > (\S+) <<'END'\n(.*?)END\n", re.DOTALL)


def commands(page: Path) -> list[list[str]]:
    """The words of every command of ours on a page."""
    text = FILE.sub("", "\n".join(SHELL.findall(page.read_text("utf-8"))))
    lines = [line for line in text.splitlines() if line.startswith("jdzplan ")]
    return [shlex.split(line, comments=True)[1:] for line in lines]


@pytest.mark.parametrize("language", PAGES)
def test_the_commands_of_the_page_work(
    language: str, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = PAGES[language].read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JDZPLAN_LANG", language)
    (path, content) = FILE.findall(page)[0]
    Path(path).parent.mkdir()
    Path(path).write_text(content, "utf-8")
    # Those of the first block are tried elsewhere, too; here the templates count.
    for asked in commands(PAGES[language])[-1:]:
        run = cli(*asked, "--plan", ROOT)
        assert run.code == 0, run.err
    annex = re.findall(r'section\("(.*?)"\)', content)[0]
    assert f"、{annex}\n" in (tmp_path / "out" / "2023.md").read_text("utf-8")


def test_the_first_commands_work(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for asked in commands(PAGES["en"])[:-1]:
        run = cli(*asked, "--plan", ROOT)
        assert run.code == 0, run.err
    made = {path.name for path in tmp_path.rglob("*.*")}
    assert made > {"2023.md", "2023.html", "2023.docx", "2023-midterm.md", "index.md"}


def test_both_languages_say_the_same_commands() -> None:
    assert commands(PAGES["zh"]) == commands(PAGES["en"])
    outlines = [re.findall("^#+", page.read_text("utf-8"), re.MULTILINE) for page in PAGES.values()]
    assert outlines[0] == outlines[1]


@pytest.mark.parametrize("language", PAGES)
def test_examples_that_are_linked_are_there(language: str) -> None:
    page = PAGES[language]
    for link in re.findall(r"\]\((examples/[^)]+)\)", page.read_text("utf-8")):
        assert (page.parent / link).exists()
