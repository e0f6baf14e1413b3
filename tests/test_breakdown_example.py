"""The example of a plan that is broken down: its READMEs show what the commands in them print."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, Cli

HOME = ROOT / "examples" / "breakdown"
READMES = {"en": HOME / "README.md", "zh": HOME / "README.zh-CN.md"}
SHOWN = re.compile(r"(?ms)^```sh\njdzplan ([^\n]+)\n```\n\n```text\n(.*?)^```$")


@pytest.mark.parametrize("language", READMES)
def test_commands_print_what_is_shown(
    language: str,
    cli: Cli,
    snapshot: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(HOME)
    text = READMES[language].read_text("utf-8")

    def shown(match: re.Match[str]) -> str:
        run = cli(*match[1].split(), "--lang", language)
        assert run.code == 0
        return f"```sh\njdzplan {match[1]}\n```\n\n```text\n{run.out}```"

    assert len(SHOWN.findall(text)) == 2
    snapshot(READMES[language], SHOWN.sub(shown, text))


def test_both_languages_show_the_same_commands() -> None:
    told = [re.findall(r"(?m)^jdzplan .+$", path.read_text("utf-8")) for path in READMES.values()]
    assert told[0] == told[1]
