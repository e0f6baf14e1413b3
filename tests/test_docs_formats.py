"""The page on formats: its tables are current, and both languages have the same outline."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from jdzplan.catalogue import Severity
from jdzplan.check import Result
from jdzplan.cli.exits import Exit
from jdzplan.cli.policy import option_of, variable_of
from jdzplan.formats import Format
from jdzplan.formats.github import outputs
from jdzplan.plan import GatePolicy
from jdzplan.policy import SETTINGS
from jdzplan.verdicts import Verdict
from jdzplan.wording.en import EN
from jdzplan.wording.words import Words
from jdzplan.wording.zh import ZH
from tests.conftest import ROOT

PAGES = {"zh": ROOT / "docs" / "formats.zh-CN.md", "en": ROOT / "docs" / "formats.md"}
WORDS = {"zh": ZH, "en": EN}
BLOCK = re.compile(r"(<!-- begin: (\w+) -->\n)(.*?)(<!-- end: \2 -->)", re.DOTALL)
HEADS: dict[str, dict[str, tuple[str, ...]]] = {
    "settings": {
        "zh": ("设置", "", "命令行", "环境变量", "可取的值", "缺省值"),
        "en": ("setting", "", "command line", "environment", "values", "default"),
    },
    "outputs": {"zh": ("名称", "含义"), "en": ("name", "")},
}
MEANS = {
    "exit-code": ("the exit code, as below", "退出码，见下文"),
    "errors": ("errors found", "错误的数目"),
    "warnings": ("warnings", "警告的数目"),
    "notes": ("notes", "提示的数目"),
    "stopping": ("findings and verdicts at the gate", "达到门槛的问题和判定的数目"),
    "indicators": ("indicators", "指标的数目"),
    "judged": ("of these, with a verdict", "其中已判定的数目"),
    "worst": ("the worst verdict, or `not_assessed`", "最低等次；都无法判定时为`not_assessed`"),
}


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, ("---",) * len(head), *rows))


def settings(words: Words) -> list[tuple[str, ...]]:
    usual = GatePolicy()
    rows = [
        (
            f"`{key}`",
            words.gate[key],
            f"`{option_of(key)}`",
            f"`{variable_of(key)}`",
            " ".join(f"`{value}`" for value in kind),
            f"`{getattr(usual, key)}`",
        )
        for key, kind in SETTINGS.items()
    ]
    values = " ".join(f"`{severity}`" for severity in Severity)
    called = {"zh": "各规则的级别", "en": "severities of rules"}[words.language]
    own = {"zh": "规则自己的级别", "en": "the rule's own"}[words.language]
    names = (f"`{option_of('severity')}`", f"`{variable_of('severity')}`")
    return [*rows, ("`severity`", called, *names, values, own)]


def step_outputs(words: Words) -> list[tuple[str, ...]]:
    column = ("en", "zh").index(words.language)
    names = [line.split("=")[0] for line in outputs(Result(plan=None), 0).splitlines()]
    told = {str(v).replace("_", "-"): words.verdicts[v] for v in Verdict}
    count = {"zh": "判定为“{}”的指标数目", "en": "indicators that are “{}”"}[words.language]
    return [
        (f"`{name}`", MEANS[name][column] if name in MEANS else count.format(told[name]))
        for name in names
    ]


@pytest.mark.parametrize("language", PAGES)
def test_tables_are_current(language: str, snapshot: Callable[[Path, str], None]) -> None:
    words = WORDS[language]
    rows = {"settings": settings(words), "outputs": step_outputs(words)}
    text = PAGES[language].read_text("utf-8")
    assert [name for _, name, _, _ in BLOCK.findall(text)] == ["outputs", "settings"]
    parts = {name: table(HEADS[name][language], each) for name, each in rows.items()}
    snapshot(PAGES[language], BLOCK.sub(lambda m: m[1] + parts[m[2]] + m[4], text))


@pytest.mark.parametrize("language", PAGES)
def test_every_format_and_every_exit_code_is_explained(language: str) -> None:
    text = BLOCK.sub("", PAGES[language].read_text("utf-8"))
    assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == list(Format)
    assert re.findall(r"^\| (\d) \|", text, re.MULTILINE) == [str(int(code)) for code in Exit]


def test_both_languages_have_the_same_outline() -> None:
    def outline(path: Path) -> list[str]:
        text = BLOCK.sub("", path.read_text("utf-8"))
        code = re.findall(r"^```\w+\n.*?^```", text, re.DOTALL | re.MULTILINE)
        lines = re.findall(r"^(?:##?|-|\|)(?= )", text, re.MULTILINE)
        return [*(re.sub(r"#.*", "", each) for each in code), *lines]

    assert outline(PAGES["zh"]) == outline(PAGES["en"])


@pytest.mark.parametrize("language", PAGES)
def test_the_policy_shown_is_one_that_can_be_had(language: str) -> None:

    [example] = re.findall(r"```yaml\n(.*?)```", PAGES[language].read_text("utf-8"), re.DOTALL)
    given = yaml.safe_load(example)["policy"]["gate"]
    policy = GatePolicy.model_validate(given)
    assert set(given) == set(GatePolicy.model_fields) == {*SETTINGS, "severity"}
    assert policy != GatePolicy()
