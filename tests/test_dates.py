"""Dates of publication: what is read, and what is refused rather than guessed at."""

import pytest

from jdzplan.reading.dates import parse_release


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("2024-01-17", "2024-01-17"),
        ("2024-1-7", "2024-01-07"),
        ("2024/1/17", "2024-01-17"),
        ("2024/1/17 0:00", "2024-01-17"),
        ("2024-01-17 00:00:00", "2024-01-17"),
        ("2024.1.17", "2024-01-17"),
        ("2024年1月17日", "2024-01-17"),
        (" 2024 年 1 月 17 号 ", "2024-01-17"),
        ("２０２４年１月", "2024-01"),
        ("2024-10", "2024-10"),
        ("2024/10", "2024-10"),
        ("2024年", "2024"),
        ("2024", "2024"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_known(cell: str, read: str) -> None:
    assert str(parse_release(cell)) == read


@pytest.mark.parametrize(
    "cell",
    [
        "2024.1",  # January, or what a spreadsheet left of 2024.10
        "2024.10",
        "2023-02-29",
        "2024-13",
        "2024-00",
        "2024-1/17",
        "24-01-17",
        "1/17/2024",
        "17.1.2024",
        "20240117",
        "2024年17日",
        "二〇二四年一月",
        "2024-01-17 09:00",
        "2024-01-17发布",
        "0000",
        "一月",
    ],
)
def test_anything_else_is_refused(cell: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_release(cell)
