"""Paragraphs in a terminal: Chinese breaks anywhere, words at spaces, marks never lead a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from jdzplan.formats.wrap import wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, []),
        ("规划期内", 10, ["规划期内"]),
        ("规划期内未达到", 10, ["规划期内未", "达到"]),
        ("规划期内，未达到", 8, ["规划期", "内，未达", "到"]),
        ("到2025年", 6, ["到2025", "年"]),
        ("到2025年", 5, ["到", "2025", "年"]),
        ("one two three", 8, ["one two", "three"]),
        ("JDZ310 警告 7行", 9, ["JDZ310 警", "告 7行"]),
        ("a/very/long/path.csv", 8, ["a/very/l", "ong/path", ".csv"]),
        ("为12：甲", 4, ["为", "12：", "甲"]),
        ("（目标）甲", 6, ["（目", "标）甲"]),
        ("甲乙（目标）", 6, ["甲乙", "（目", "标）"]),
    ],
)
def test_lines_break_where_a_reader_expects(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width, width) == lines


def test_the_first_line_may_be_of_another_width() -> None:
    assert wrap("规划期内未达到", 4, 8) == ["规划", "期内未达", "到"]


@given(st.text(st.sampled_from("规划，。（）ab1% "), max_size=60), st.integers(8, 30))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: int) -> None:
    lines = wrap(text, width, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)
