"""Faults of Chinese that can be found by looking, over every Chinese report there is.

What a reader with a fresh eye marked in first drafts; each fault has its sign and what is right.
"""

import re

import pytest

from tests.conftest import ROOT

HAN = "[\u4e00-\u9fff]"
_REPORTS = [*(ROOT / "docs" / "examples").rglob("zh/*.md")]
_REPORTS += (ROOT / "tests" / "cases").glob("*/expected.*.zh.md")
# Text that a case files to see whether it comes out inert is nobody's Chinese.
REPORTS = [path for path in _REPORTS if "hostile" not in str(path) and "index" not in path.name]
FAULTS = {
    "half-width punctuation beside a Chinese character": rf"{HAN}[,;:!?]|[,;!?]{HAN}",
    "a space between Chinese and a number": rf"{HAN} \d|\d {HAN}",
    "full-width digits or letters": "[０-９Ａ-Ｚａ-ｚ]",
    "a share that differs by per cent, not points": r"(提高|降低|还差|相差|低|高)[\d.]+%",
    "punctuation twice": "[，。；、：]{2}",
    "an empty parenthesis, or one that begins with a stop": "（）|（[，；。、]",
    "a word twice": "的的|了了|项项|年年(?!均|度)|为为",
    "a placeholder or a value of the program": r"\{|\}|None|Fraction|Decimal",
    "an English word of the machine formats": "on_track|not_assessed|lagging|achieved|missed",
    "phrases of a translation": "被判定为|基于|对于.{1,8}来说|进行了|相较于|通过使用|其之",
    "things counted without a measure word": r"\d(指标|任务|单位|警告|错误|提示)",
    "a rank that is no 第n位": r"为\d+位",
    "growth below zero": "增长-|增长−|提高-|减少-",
    "an unpaired or foreign quotation mark": "['\"]" + HAN + "|" + HAN + "['\"]",
    "a date in figures within a sentence": rf"{HAN}\d{{4}}-\d\d-\d\d",
    "a month or a day with a leading zero": "年0\\d月|月0\\d日",
    "a colon or a stop with nothing before it": "^[-\\d. ]*[：；，。]",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_no_chinese_report_has_the_fault(fault: str) -> None:
    found = []
    for path in REPORTS:
        for line in path.read_text("utf-8").splitlines():
            # Files, and what people typed into them, are quoted as they are.
            told = re.sub(r"\]\([^)]*\)|“[^”]*”|^- [\w.]+第\d+行：.*$", "", line)
            if re.search(FAULTS[fault], told):
                found.append(f"{path.name}: {line}")
    assert not found


def test_brackets_and_quotation_marks_come_in_pairs() -> None:
    assert len(REPORTS) > 15
    for path in REPORTS:
        for line in path.read_text("utf-8").splitlines():
            for pair in ("（）", "“”", "《》", "〔〕"):
                assert line.count(pair[0]) == line.count(pair[1]), f"{path.name}: {line}"
