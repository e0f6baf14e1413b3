"""The READMEs' generated parts are current, and both say the same things in the same order."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jdzplan.catalogue import Rule
from jdzplan.verdicts import Flag, Reason, Verdict
from jdzplan.wording.en import EN
from jdzplan.wording.words import Words
from jdzplan.wording.zh import ZH
from tests.conftest import ROOT, Cli

READMES = {"zh": ROOT / "README.zh-CN.md", "en": ROOT / "README.md"}
WORDS = {"zh": ZH, "en": EN}
BLOCK = re.compile(r"(<!-- begin: (\w+) -->\n)(.*?)(<!-- end: \2 -->)", re.DOTALL)
WHEN = {
    Verdict.ACHIEVED: ("the bound is met", "达到界限"),
    Verdict.AHEAD: ("p ≥ 1.30", "p ≥ 1.30"),
    Verdict.ON_TRACK: ("0.95 ≤ p < 1.30", "0.95 ≤ p < 1.30"),
    Verdict.LAGGING: ("0.60 ≤ p < 0.95", "0.60 ≤ p < 0.95"),
    Verdict.BEHIND: ("0 ≤ p < 0.60", "0 ≤ p < 0.60"),
    Verdict.DETERIORATING: ("p < 0", "p < 0"),
    Verdict.REGRESSED: (
        "nothing was left to climb at the baseline, and now the bound is not met",
        "基期已经达标，现在没有达到",
    ),
    Verdict.MISSED: (
        "the target year has come, or the year's own rule was not met",
        "目标年未达到，或当年的要求未达到",
    ),
    Verdict.NOT_ASSESSED: ("always with a reason", "一定写明原因"),
}
HEADS = {
    "verdicts": (("verdict", "", "when"), ("verdict", "判定", "条件")),
    "flags": (("flag", ""), ("flag", "含义")),
    "reasons": (("reason", ""), ("reason", "含义")),
    "rules": (
        ("code", "rule", "severity", "found", "how to mend it"),
        ("代码", "规则", "级别", "问题", "怎样改"),
    ),
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
    return {
        "check": f"```text\n{check_output}```\n",
        "help": f"```text\n{_help(language, 'check')}\n```\n",
        "verdicts": _table(
            HEADS["verdicts"][column],
            [(f"`{v}`", words.verdicts[v], WHEN[v][column]) for v in Verdict],
        ),
        "flags": _table(
            HEADS["flags"][column], [(f"`{f}`", _example(words.flags[f])) for f in Flag]
        ),
        "reasons": _table(
            HEADS["reasons"][column], [(f"`{r}`", _example(words.reasons[r])) for r in Reason]
        ),
        "rules": _table(HEADS["rules"][column], [_rule(rule, words) for rule in Rule]),
    }


def _rule(rule: Rule, words: Words) -> tuple[str, ...]:
    sentence = words.findings[rule]
    severity = words.severities[rule.severity]
    return (rule.code, rule.label, severity, _example(sentence.found), _example(sentence.mend))


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
