"""Units: which are the same, which are a power of ten away, and what that does to digits."""

from decimal import Decimal

import pytest

from jdzplan.actuals import Figure, Qualifier
from jdzplan.units import parse_unit, shift
from tests.builders import a_figure


@pytest.mark.parametrize(
    ("text", "base", "exponent"),
    [
        ("家", "家", 0),
        ("户", "家", 0),
        ("个", "家", 0),
        ("万户", "家", 4),
        ("元", "元", 0),
        ("CNY", "元", 0),
        ("千元", "元", 3),
        ("万元", "元", 4),
        ("百万元", "元", 6),
        ("千万元", "元", 7),
        ("亿元", "元", 8),
        ("万亿元", "元", 12),
        (" 亿 元 ", "元", 8),
        ("%", "%", 0),
        ("％", "%", 0),
        ("百分比", "%", 0),
        ("percent", "%", 0),
        ("‰", "%", -1),
        ("千分比", "%", -1),
        ("人·年", "人年", 0),
        ("万人", "人", 4),
        ("名", "人", 0),
        ("元／人", "元/人", 0),
        ("件（项）", "件(项)", 0),
        ("位", "位", 0),
        ("万", "万", 0),
    ],
)
def test_a_unit_is_a_base_and_a_power_of_ten(text: str, base: str, exponent: int) -> None:
    assert parse_unit(text) == (base, exponent)


@pytest.mark.parametrize(
    ("found", "wanted", "power"),
    [
        ("亿元", "亿元", 0),
        ("万元", "亿元", -4),
        ("亿元", "万元", 4),
        ("元", "亿元", -8),
        ("户", "家", 0),
        ("‰", "%", -1),
        ("%", "‰", 1),
        ("万人", "人", 4),
        ("%", "家", None),
        ("人", "家", None),
        ("人年", "人", None),
        ("亿元", "亿美元", None),
    ],
)
def test_a_power_of_ten_leads_between_units_of_one_base(
    found: str, wanted: str, power: int | None
) -> None:
    assert shift(found, wanted) == power


@pytest.mark.parametrize(
    ("text", "power", "value", "upper"),
    [
        ("3.5", 4, "35000", None),
        ("31.0000", -4, "0.00310000", None),
        ("13.10", 0, "13.10", None),
        (">=2.5", 1, "25", None),
        ("2..3.0", -1, "0.2", "0.30"),
        ("-0.5", 2, "-50", None),
        ("1" * 30, 0, "1" * 30, None),
        ("1" * 30, -4, "1" * 26 + ".1111", None),
    ],
)
def test_scaling_moves_the_point_and_keeps_every_digit(
    text: str, power: int, value: str, upper: str | None
) -> None:
    figure = a_figure(text)
    scaled = figure.scaled(power)
    assert f"{scaled.value:f}" == value
    assert scaled.upper == (None if upper is None else Decimal(upper))
    assert scaled.is_converted is (power != 0)
    exponents = [int(f.value.as_tuple().exponent) for f in (figure, scaled)]
    assert exponents[1] - exponents[0] == power
    assert (scaled.qualifier, scaled.printed) == (figure.qualifier, text)


@pytest.mark.parametrize(
    ("figure", "is_bounded", "is_strict"),
    [
        (a_figure("2"), False, False),
        (a_figure("~2"), False, False),
        (a_figure(">=2"), True, False),
        (a_figure(">2"), True, True),
        (a_figure("<=2"), True, False),
        (a_figure("<2"), True, True),
        (a_figure("2..3"), True, False),
        (Figure(Decimal(2), Qualifier.BETWEEN, Decimal(3)), True, False),
    ],
    ids=lambda v: v.printed or "2 to 3" if isinstance(v, Figure) else "",
)
def test_a_figure_is_bounded_where_it_allows_more_than_one_value(
    figure: Figure, is_bounded: bool, is_strict: bool
) -> None:
    assert (figure.is_bounded, figure.qualifier.is_strict) == (is_bounded, is_strict)
