"""The READMEs' generated parts are current, and both say the same things in the same order."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.table import RESULTS, table
from jdzplan.plan import Bands
from jdzplan.verdicts import Flag, Reason, Verdict
from jdzplan.wording.en import EN
from jdzplan.wording.guide import guide_in
from jdzplan.wording.zh import ZH
from tests.conftest import ROOT, Cli

READMES = {"zh": ROOT / "README.zh-CN.md", "en": ROOT / "README.md"}
WORDS = {"zh": ZH, "en": EN}
BLOCK = re.compile(r"(<!-- begin: (\w+) -->\n)(.*?)(<!-- end: \2 -->)", re.DOTALL)
HEADS = {
    "verdicts": (("verdict", "", "when"), ("verdict", "判定", "条件")),
    "flags": (("flag", ""), ("flag", "含义")),
    "reasons": (("reason", ""), ("reason", "含义")),
}


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join("| " + " | ".join(c.replace("|", "\\|") for c in row) + " |\n" for row in lines)


def _example(sentence: str) -> str:
    return re.sub(r"\{\w+\}", "…", sentence).replace("<", "&lt;").replace("*", "\\*")


def _help(language: str, command: str) -> str:
    code = "from jdzplan.cli import main; import sys; sys.argv = sys.argv[1:]; main()"
    run = subprocess.run(
        [sys.executable, "-c", code, "jdzplan", command, "--help"],
        env={"JDZPLAN_LANG": language, "COLUMNS": "100", "TERMINAL_WIDTH": "100"},
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    return run.stdout.decode("utf-8").strip()


def _blocks(language: str, check_output: str) -> dict[str, str]:
    words, column = WORDS[language], 0 if language == "en" else 1
    bands, verdicts = Bands().model_dump(), guide_in(language).verdicts
    when = {verdict: term.when.format_map(bands) for verdict, term in verdicts.items()}
    return {
        "check": f"```text\n{check_output}```\n",
        "help": f"```text\n{_help(language, 'check')}\n```\n",
        "verdicts": _table(
            HEADS["verdicts"][column],
            [(f"`{v}`", words.verdicts[v], when[v]) for v in Verdict],
        ),
        "flags": _table(
            HEADS["flags"][column], [(f"`{f}`", _example(words.flags[f])) for f in Flag]
        ),
        "speed": table(json.loads(RESULTS.read_text("utf-8")), language),
        "reasons": _table(
            HEADS["reasons"][column], [(f"`{r}`", _example(words.reasons[r])) for r in Reason]
        ),
    }


@pytest.mark.parametrize("language", READMES)
def test_generated_parts_are_current(
    language: str,
    cli: Cli,
    snapshot: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    blocks = _blocks(language, cli("check", "2023.csv", "--lang", language).out)
    text = READMES[language].read_text("utf-8")
    assert set(blocks) == {name for _, name, _, _ in BLOCK.findall(text)}
    snapshot(READMES[language], BLOCK.sub(lambda m: m[1] + blocks[m[2]] + m[4], text))


def test_both_readmes_have_the_same_outline() -> None:
    def outline(path: Path) -> list[str]:
        text = BLOCK.sub("", path.read_text("utf-8"))
        fences = re.findall(r"^```\w+\n.*?^```", text, re.DOTALL | re.MULTILINE)
        code = [re.sub(r"#.*", "", fence) for fence in fences]
        prose = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
        return [*code, *(line.split()[0] for line in prose.splitlines() if line.startswith("#"))]

    chinese, english = map(outline, (READMES["zh"], READMES["en"]))
    assert chinese == english


def test_ci_runs_the_readme_test_command() -> None:
    commands = re.findall(r"(?ms)^```sh\n(.*?)\n```", READMES["en"].read_text("utf-8"))
    assert commands[1] in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_every_room_is_in_the_contributing_guide() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rooms = {path.name for path in (ROOT / "jdzplan").iterdir() if (path / "__init__.py").exists()}
    assert {room for room in rooms if f"`{room}/`" not in guide} == set()
