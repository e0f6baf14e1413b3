"""A plan of regions with all that rules look at, and tables of it: mostly plain, oddly so."""

import csv
import io
import random
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from jdzplan.plan import Plan
from tests.builders import an_indicator
from tests.duties import a_series
from tests.regions import REGIONS, SHARES, a_city, a_region

COUNTIES = 6  # beside those of the city
UNITS = {
    "x": "家",
    "n": "项",
    "m": "亿元",
    "e": "亿元",
    "w": "亿元",
    "p": "%",
    "r": "位",
    "f": "%",
    "g": "亿元",
    "b": "家",
    "h": "家",
}
NAMES = {
    "n": ("n", "数量", "N", "ｎ"),
    "m": ("m", "金额", "amount", "金额（亿元）"),
    "e": ("e", "税额"),
    "w": ("w", "税额总量"),
    "p": ("p", "比例"),
    "r": ("r", "排名"),
    "x": ("x", "甲"),
    "f": ("f",),
    "g": ("g",),
    "b": ("b",),
    "h": ("h",),
    "k": ("k", "指标甲", "k/one", "k/two"),
}
PLACES = (
    "",
    "某市",
    "合计",
    "城东区",
    "east",
    "西区",
    "park",
    "zone",
    "北区",
    "东 区",
    "第1县",
    "c2",
)
WHOLE = ("", "某市", "全市")
EVERYWHERE = (
    "东区",
    "西区",
    "south",
    "park",
    "陶瓷园",
    "aside",
    *(f"c{i}" for i in range(COUNTIES)),
)
ODD: dict[str, tuple[str, ...]] = {
    "value": (
        *(
            "0",
            "7.50",
            "1,234",
            "１２",
            "≥5",
            "—",
            "",
            "many",
            "-3",
            "007",
            "2-3",
            "3.5亿元",
            "1e3",
        ),
        *("12.1234567", "123456789012345", "是", "约5", " 8", "8 ", "0.0", "1", "9"),
    ),
    "unit": ("", "万元", "km", "318", "个", "单位", " 家", "元"),
    "status": ("", "sample", "样例", "final ", "初步", "maybe", "revised"),
    "note": (
        *("a, b", 'he said "x"', "two\nlines", "指标", "指 标", "编号", "注：x", "318", "318家"),
        *("\u200b", "2022年", "单位：万元", "\u3000", "合计", "name", "indicator", "\x1f", "\x01"),
        *("\u2028", "x" * 50, "'=1+1"),
    ),
    "year": ("2022", "2023", "2023年", "20x3"),
    "released": ("2024-03-01", "2022-01", "bad", "2024"),
    "basis": ("不变价",),
    "name": ("数量", "金额", "甲", "数 量", "other", "全量"),
}
ASIDES: tuple[list[str], ...] = (
    *([], [""], ["", "", ""], ["注：数据为快报数"], ["单位：万元"], ["2022年"], ["一、经济"]),
    *(
        ["合计", "5"],
        ["小计", "5", "家"],
        ["指标", "数值", "单位"],
        ["制表人：张三", "", "审核：李四"],
    ),
    *(["abc"], ["x"], ["x", "5"], ["", "5"], ["x", "5", "家", *[""] * 8, "e"]),
)
BROKEN = ('x,"5,家', '"', ",,", '"a" b,5,家', "\r", "x;5", '""', 'x,5,"家\n家",,,', '"\n"')


def a_country() -> Plan:
    """Counties and parks; quantities of all kinds, a formula, a part of a whole, a set of names."""
    plan = a_city(
        an_indicator(breakdown=SHARES),
        regions=REGIONS
        | {f"c{i}": a_region(f"第{i}县") for i in range(COUNTIES)}
        | {"aside": a_region("北岸", "parks")},
        n=an_indicator(None, "at_least 9", name={"zh": "数量", "en": "N"}, unit="项"),
        m=an_indicator(
            "9",
            "at_least 99",
            name={"zh": "金额", "en": "amount"},
            unit="亿元",
            kind="measured",
            additive=True,
        ),
        e=an_indicator(
            "9",
            "at_least 99",
            name={"zh": "税额"},
            unit="亿元",
            kind="measured",
            additive=True,
        ),
        p=an_indicator(None, "at_least 40", name={"zh": "比例"}, unit="%", kind="measured"),
        r=an_indicator(
            None, "at_most 3", name={"zh": "排名"}, unit="位", kind="rank", better="lower"
        ),
        b=an_indicator(None, "at_least 9", name={"zh": "乙"}, unit="家"),
        h=an_indicator(None, "at_least 9", name={"zh": "丙"}, unit="家"),
        k=an_indicator(
            None,
            {"form": "named_set", "by": 2025},
            name={"zh": "指标甲"},
            members={"one": {"zh": "一号"}, "two": {"zh": "二号"}},
        ),
    )
    series = {
        "w": a_series("亿元", name={"zh": "税额总量"}, additive=True, known={2022: "60"}),
        "g": a_series("亿元", name={"zh": "总量"}),
        "f": a_series("%", name={"zh": "占比"}, formula="m / g * 100"),
    }
    subset = {"part": "b", "whole": "h", "source": {"chapter": 1}}
    return Plan.model_validate(plan.model_dump() | {"series": series, "subsets": [subset]})


class Office:
    """Writes one year's table, with so many oddities in a hundred cells."""

    def __init__(self, seed: int, oddities: int) -> None:
        self._chance, self._oddities = random.Random(seed), oddities

    def write(self, path: Path) -> None:
        """A table in one of the ways that offices write, most of what the plan asks for in it."""
        chance = self._chance
        columns = ["indicator", "value", "unit", "region", "status", "note"]
        columns += [c for c in ("name", "year", "released", "basis", "") if chance.random() < 0.1]
        chance.shuffle(columns)
        out = io.StringIO()
        end = chance.choice(("\n", "\n", "\r\n"))
        separator = chance.choice((",", ",", ",", "\t", ";", "，"))
        writer = csv.writer(out, lineterminator=end, delimiter=separator)
        if self._odd(33):
            writer = csv.writer(out, lineterminator=end, delimiter=separator, quoting=csv.QUOTE_ALL)
        for title in ["某市2023年数据"] * self._odd() + [""] * self._odd():
            writer.writerow([title])
        writer.writerow(columns)
        for row in self._rows():
            writer.writerow(self._cells(columns, row))
            if self._odd() and self._odd(30):
                writer.writerow(chance.choice(ASIDES))
            if self._odd() and self._odd(30):
                out.write(chance.choice(BROKEN) + end)
        text = out.getvalue()
        text = text.rstrip("\r\n") if self._odd() else text + "\x1a" * self._odd()
        encoding = chance.choice(("utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16"))
        path.write_bytes(text.encode(encoding))

    def _odd(self, oddities: int | None = None) -> bool:
        return self._chance.random() * 100 < (self._oddities if oddities is None else oddities)

    def _rows(self) -> list[dict[str, str]]:
        """Plain rows: of each quantity one for nearly every region, and mostly one of the whole."""
        chance, rows = self._chance, []
        for key in chance.sample([*NAMES], chance.randint(1, len(NAMES))):
            name, total = chance.choice(NAMES[key]), Decimal(0)
            for region in EVERYWHERE:
                value = chance.choice((5, 6, 40, 45, 2))
                printed = f"{value}.5" if UNITS.get(key) in ("%", "亿元") else str(value)
                printed = chance.choice(("是", "1", "0")) if key == "k" else printed
                rows.append(_row(name, printed, key, region))
                is_county = region not in ("park", "陶瓷园", "aside")
                total += Decimal(printed) if is_county and printed != "是" else 0
            total += self._odd(20)
            rows.append(_row(name, str(total), key, chance.choice(WHOLE)))
        if self._odd(50):
            chance.shuffle(rows)
        kept = [row for row in rows if not self._odd()]
        return [again for row in kept for again in [row] * (1 + self._odd())]

    def _cells(self, columns: Sequence[str], row: dict[str, str]) -> list[str]:
        chance, cells = self._chance, []
        for column in columns:
            others = ODD.get(column, PLACES if column == "region" else ("", "y", "未知"))
            cells.append(chance.choice(others) if self._odd() else row.get(column, ""))
        return cells[: chance.randint(1, 5)] if self._odd() and self._odd(20) else cells


def _row(name: str, value: str, key: str, region: str) -> dict[str, str]:
    known = {"indicator": name, "value": value, "unit": UNITS.get(key, ""), "region": region}
    return known | {"status": "final", "note": "年报"}
