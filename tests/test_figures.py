"""The grammar of a published figure: what is read, what is refused, and as what."""

import time
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdzplan.actuals import Figure, Missing
from jdzplan.reading.figures import FigureError, chinese_number, parse_figure

PROPERTY = settings(derandomize=True, max_examples=200, deadline=None)


def parts(cell: str) -> tuple[str, str, str | None, str | None]:
    """Value, qualifier, upper end and unit of a cell, numbers as text so that digits count."""
    figure = parse_figure(cell)
    assert isinstance(figure, Figure)
    upper = None if figure.upper is None else str(figure.upper)
    return str(figure.value), figure.qualifier.value, upper, figure.unit


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2", "2"),
        ("2.2", "2.2"),
        ("2.20", "2.20"),
        ("2.00", "2.00"),
        ("0", "0"),
        ("0.0", "0.0"),
        ("007", "7"),
        ("+2.20", "2.20"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("－3", "-3"),
        ("＋3", "3"),
        ("-0", "-0"),
        ("1,234", "1234"),
        ("1，234", "1234"),
        ("12,345.60", "12345.60"),
        ("1,234,567", "1234567"),
        ("-1,234", "-1234"),
        ("２．２０", "2.20"),
        ("－１，２３４", "-1234"),
        ("1２3", "123"),
        (" 2.4 ", "2.4"),
        ("\u30002.4\u00a0", "2.4"),
        ("\t2.4\n", "2.4"),
        ("12345678901234567890.123456789012345678901234567890",) * 2,
    ],
)
def test_a_number_keeps_its_digits(cell: str, value: str) -> None:
    assert parts(cell) == (value, "exact", None, None)


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("3.5亿元", "3.5", "亿元"),
        ("3.5 亿元", "3.5", "亿元"),
        ("3.5\u3000亿元", "3.5", "亿元"),
        ("1,234万元", "1234", "万元"),
        ("12.5%", "12.5", "%"),
        ("12.5％", "12.5", "%"),
        ("12.5 %", "12.5", "%"),
        ("-0.3%", "-0.3", "%"),
        ("5‰", "5", "‰"),
        ("200家", "200", "家"),
        ("２００家", "200", "家"),
        ("2位", "2", "位"),
        ("6人年/万人", "6", "人年/万人"),
        ("6.5人·年", "6.5", "人·年"),
        ("8件(每万人)", "8", "件(每万人)"),
        ("8件（每万人）", "8", "件(每万人)"),
        ("200firms", "200", "firms"),
        ("2023年", "2023", "年"),
    ],
)
def test_a_unit_may_be_glued_to_the_number(cell: str, value: str, unit: str) -> None:
    assert parts(cell) == (value, "exact", None, unit)


@pytest.mark.parametrize(
    ("cell", "value", "qualifier", "unit"),
    [
        ("≥70", "70", "at_least", None),
        ("≥ 70", "70", "at_least", None),
        ("≥\u00a070%", "70", "at_least", "%"),
        (">=70", "70", "at_least", None),
        ("＞＝70", "70", "at_least", None),
        ("不低于70", "70", "at_least", None),
        ("不少于70家", "70", "at_least", "家"),
        ("不小于70", "70", "at_least", None),
        ("至少70", "70", "at_least", None),
        ("70以上", "70", "at_least", None),
        ("70家以上", "70", "at_least", "家"),
        ("70%以上", "70", "at_least", "%"),
        ("70 % 以上", "70", "at_least", "%"),
        ("70及以上", "70", "at_least", None),
        ("70家及以上", "70", "at_least", "家"),
        (">70", "70", "more_than", None),
        ("＞70", "70", "more_than", None),
        ("超过70", "70", "more_than", None),
        ("突破400家", "400", "more_than", "家"),
        ("高于2.5%", "2.5", "more_than", "%"),
        ("大于2.5", "2.5", "more_than", None),
        ("多于2", "2", "more_than", None),
        ("逾400家", "400", "more_than", "家"),
        ("400余", "400", "more_than", None),
        ("400多", "400", "more_than", None),
        ("≤2.28", "2.28", "at_most", None),
        ("<=2.28", "2.28", "at_most", None),
        ("＜＝2.28", "2.28", "at_most", None),
        ("不超过2", "2", "at_most", None),
        ("不高于2", "2", "at_most", None),
        ("不多于2", "2", "at_most", None),
        ("不大于2", "2", "at_most", None),
        ("至多2", "2", "at_most", None),
        ("2以下", "2", "at_most", None),
        ("2及以下", "2", "at_most", None),
        ("5%以内", "5", "at_most", "%"),
        ("<2.28", "2.28", "less_than", None),
        ("＜2.28", "2.28", "less_than", None),
        ("低于2", "2", "less_than", None),
        ("少于2", "2", "less_than", None),
        ("小于2", "2", "less_than", None),
        ("近400", "400", "less_than", None),
        ("近400家", "400", "less_than", "家"),
        ("不足400家", "400", "less_than", "家"),
        ("不到400", "400", "less_than", None),
        ("约400", "400", "approximate", None),
        ("约400家", "400", "approximate", "家"),
        ("大约400", "400", "approximate", None),
        ("约为400", "400", "approximate", None),
        ("≈400", "400", "approximate", None),
        ("~400", "400", "approximate", None),
        ("～400", "400", "approximate", None),
        ("400左右", "400", "approximate", None),
        ("400家左右", "400", "approximate", "家"),
        ("400上下", "400", "approximate", None),
        ("≥-2.20", "-2.20", "at_least", None),
    ],
)
def test_a_qualifier_stands_before_or_behind(
    cell: str, value: str, qualifier: str, unit: str | None
) -> None:
    assert parts(cell) == (value, qualifier, None, unit)


@pytest.mark.parametrize(
    ("cell", "unit"),
    [("400余家", "家"), ("400多家", "家"), ("400余件", "件")],
)
def test_more_than_may_stand_between_number_and_unit(cell: str, unit: str) -> None:
    assert parts(cell) == ("400", "more_than", None, unit)


@pytest.mark.parametrize(
    ("cell", "value", "upper", "unit"),
    [
        ("2-3", "2", "3", None),
        ("2~3", "2", "3", None),
        ("2～3", "2", "3", None),
        ("2－3", "2", "3", None),
        ("2–3", "2", "3", None),
        ("2—3", "2", "3", None),
        ("2至3", "2", "3", None),
        ("2到3", "2", "3", None),
        ("2 - 3", "2", "3", None),
        ("2-3家", "2", "3", "家"),
        ("2至3 家", "2", "3", "家"),
        ("50-60%", "50", "60", "%"),
        ("2.10-2.20", "2.10", "2.20", None),
        ("1,200-1,300", "1200", "1300", None),
        ("-2-3", "-2", "3", None),
        ("-3--2", "-3", "-2", None),
        ("-3至-2", "-3", "-2", None),
        ("２～３", "2", "3", None),
    ],
)
def test_an_interval_has_two_ends(cell: str, value: str, upper: str, unit: str | None) -> None:
    assert parts(cell) == (value, "between", upper, unit)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("", "not_reported"),
        ("   ", "not_reported"),
        ("\u3000\u00a0\t", "not_reported"),
        ("-", "no_data"),
        ("－", "no_data"),
        ("--", "no_data"),
        ("–", "no_data"),
        ("—", "no_data"),
        ("——", "no_data"),
        ("/", "no_data"),
        ("…", "no_data"),
        ("……", "no_data"),
        ("...", "no_data"),
        ("无", "no_data"),
        (" 无 ", "no_data"),
        ("暂无", "no_data"),
        ("缺", "no_data"),
        ("未统计", "no_data"),
        ("无数据", "no_data"),
        ("N/A", "no_data"),
        ("n/a", "no_data"),
        ("NA", "no_data"),
        ("none", "no_data"),
        ("未公布", "not_yet_published"),
        ("待公布", "not_yet_published"),
        ("尚未公布", "not_yet_published"),
        ("暂未公布", "not_yet_published"),
        ("not yet published", "not_yet_published"),
    ],
)
def test_a_mark_says_why_there_is_no_figure(cell: str, reason: str) -> None:
    missing = parse_figure(cell)
    assert isinstance(missing, Missing)
    assert missing.reason == reason


@pytest.mark.parametrize(
    ("cell", "printed"),
    [
        (" ２．２０ ", "２．２０"),
        ("约2", "约2"),
        ("2～3", "2～3"),
        (" — ", "—"),
    ],
)
def test_the_cell_is_kept_as_it_was_typed(cell: str, printed: str) -> None:
    assert parse_figure(cell).printed == printed


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("3" * 301, "other"),
        ("NaN", "nothing_but_words"),
        ("nan", "nothing_but_words"),
        ("inf", "nothing_but_words"),
        ("-inf", "nothing_but_words"),
        ("Infinity", "nothing_but_words"),
        ("十二", "nothing_but_words"),
        ("百分之五", "nothing_but_words"),
        ("#N/A", "spreadsheet_error"),
        ("####", "too_narrow"),
        ("①", "nothing_but_words"),
        ("²", "nothing_but_words"),
        ("½", "nothing_but_words"),
        ("Ⅲ", "nothing_but_words"),
        ("٣", "nothing_but_words"),
        ("१२", "nothing_but_words"),
        ("٣5", "other"),
        ("5٣", "other"),
        ("12e3", "other"),
        ("1e345", "other"),
        ("１．２Ｅ+03", "other"),
        ("1,23,4", "separators"),
        ("1,5", "separators"),
        ("12,34", "separators"),
        ("1,2345", "separators"),
        ("12，5", "separators"),
        ("2023/10/1", "date"),
        ("2023-10-1", "date"),
        ("2023.10.1", "date"),
        ("2023年10月", "date"),
        ("2023年10月1日", "date"),
        ("2023/10/1 0:00", "date"),
        ("12①", "trailing_mark"),
        ("１２③", "trailing_mark"),
        ("10²", "trailing_mark"),
        ("10³", "trailing_mark"),
        ("12*", "trailing_mark"),
        ("12 *", "trailing_mark"),
        ("12†", "trailing_mark"),
        ("12#", "trailing_mark"),
        ("12(2)", "trailing_mark"),
        ("12（预计）", "status"),
        ("12[1]", "trailing_mark"),
        ("约2-3", "two_qualifiers"),
        ("约2以上", "two_qualifiers"),
        ("≥2左右", "two_qualifiers"),
        ("2-3以上", "two_qualifiers"),
        ("不低于2至3", "two_qualifiers"),
        ("400余左右", "two_qualifiers"),
        ("400余-500", "two_qualifiers"),
        ("3-2", "empty_interval"),
        ("3至2", "empty_interval"),
        ("2-2", "empty_interval"),
        ("2-2.0", "empty_interval"),
        ("-2--3", "empty_interval"),
        ("1_000", "other"),
        ("3½", "other"),
        ("1.2.3", "other"),
        ("--5", "other"),
        ("+-5", "other"),
        ("±5", "other"),
        ("5±1", "other"),
        ("- 5", "other"),
        (".5", "other"),
        ("5.", "other"),
        ("5,", "other"),
        ("5-", "other"),
        ("5。", "other"),
        ("1-2-3", "other"),
        ("1/2", "other"),
        ("1 234", "separators"),
        ("5\n6", "two_lines"),
        ("1'234", "other"),
        ("=5", "other"),
        ("$5", "other"),
        ("0x10", "other"),
        ("O.5", "other"),
        ("1.000,5", "other"),
        ("#DIV/0!", "spreadsheet_error"),
        ("2.4↑", "other"),
        ("5\u200b", "other"),
        ("5\x00", "other"),
    ],
)
def test_anything_else_is_refused_as_what_it_looks_like(cell: str, kind: str) -> None:
    with pytest.raises(FigureError) as refusal:
        parse_figure(cell)
    assert refusal.value.kind == kind


def test_a_long_run_of_spaces_takes_no_time() -> None:
    started = time.process_time()
    with pytest.raises(FigureError):
        parse_figure("5" + " " * 10_000 + "!")
    assert time.process_time() - started < 0.5


decimals = st.builds(
    lambda number, places: Decimal(f"{number}E-{places}"),
    st.integers(-(10**30), 10**30),
    st.integers(0, 12),
)


@PROPERTY
@given(decimals)
def test_a_decimal_comes_back_with_every_digit(number: Decimal) -> None:
    figure = parse_figure(f"{number:f}")
    assert isinstance(figure, Figure)
    assert figure.value.as_tuple() == number.as_tuple()


@PROPERTY
@given(decimals)
def test_full_width_digits_are_the_same_digits(number: Decimal) -> None:
    wide = {ord(narrow): ord(narrow) + 0xFEE0 for narrow in "0123456789.-"}
    figure = parse_figure(f"{number:f}".translate(wide))
    assert isinstance(figure, Figure)
    assert figure.value.as_tuple() == number.as_tuple()


# Dense in what the grammar is about, so that many are read and many nearly.
figure_like = st.text(
    "0129٣१１①²½Ⅲ.,，-－−—~至+≥≤<>=约近超过以上余多亿元家%％‰eE_/()（ \u3000*年月日", max_size=8
)


@PROPERTY
@given(st.one_of(st.text(), figure_like))
def test_any_text_is_a_figure_a_mark_or_a_figure_error(cell: str) -> None:
    try:
        parsed = parse_figure(cell)
    except FigureError:
        return
    if isinstance(parsed, Figure):
        assert parsed.value.is_finite()
        assert parsed.upper is None or parsed.upper > parsed.value


DIGITS = "0123456789０１２３４５６７８９"


@settings(PROPERTY, max_examples=1000)
@given(figure_like)
def test_no_footnote_or_foreign_digit_ever_counts(cell: str) -> None:
    try:
        parsed = parse_figure(cell)
    except FigureError:
        return
    if isinstance(parsed, Figure):
        numeric = [c for c in cell if unicodedata.category(c).startswith("N")]
        assert all(c in DIGITS for c in numeric)


@pytest.mark.parametrize(
    ("cell", "value"),
    [("1e3", "1000"), ("1.2E+03", "1200"), ("-2.46e-01", "-0.246"), ("2.46E+1", "24.6")],
)
def test_scientific_notation_is_a_figure(cell: str, value: str) -> None:
    figure = parse_figure(cell)
    assert isinstance(figure, Figure)
    assert f"{figure.value:f}" == value
    assert figure.printed == cell


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十二", "12"),
        ("二十", "20"),
        ("一百零五", "105"),
        ("三百二十家", "320家"),
        ("两千", "2000"),
        ("二〇二三", "2023"),
        ("三点五亿元", "3.5亿元"),
        ("零点五", "0.5"),
        ("三万", "3万"),
        ("点五", None),
        ("三点", None),
        ("三点一百", None),
        ("很多", None),
        ("12", None),
    ],
)
def test_a_number_in_words_is_suggested_in_digits(text: str, number: str | None) -> None:
    assert chinese_number(text) == number
