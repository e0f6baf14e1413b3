"""Examples of the rules about files and tables (2xx)."""

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.wording.guide import Example, State
from jdzplan.wording.guide.examples.common import BOOK, GOOD, NAMED, YEAR

FILES = (
    Example(
        Finding(
            rule=Rule.FILE_MISSING,
            place=Place("2032.csv"),
            params={"looked": ("2032.csv", "data/actuals/2032.csv"), "near": "2023.csv"},
        ),
        (),
        GOOD,
        mended_path=YEAR,
        state=State.ABSENT,
        arguments="2032.csv",
    ),
    Example(
        Finding(
            rule=Rule.FILE_UNREADABLE,
            place=Place(BOOK),
            params={"kind": "renamed", "found": ".csv", "expected": ".xlsx"},
        ),
        GOOD,
        GOOD,
        mended_path=YEAR,
    ),
    Example(
        Finding(rule=Rule.FILE_EMPTY, place=Place(YEAR, 1, 1, "A1"), params={"kind": "no_rows"}),
        ("indicator,value,unit",),
        GOOD,
    ),
    Example(
        Finding(rule=Rule.ENCODING_UNKNOWN, place=Place(YEAR)), GOOD, GOOD, state=State.WORKBOOK
    ),
    Example(
        Finding(rule=Rule.BROKEN_QUOTES, place=Place(YEAR, 2, 1, "A2")),
        ("indicator,value,unit,source", 'rd-intensity,2.37,%,"公报"第3页'),
        ("indicator,value,unit,source", "rd-intensity,2.37,%,“公报”第3页"),
    ),
    Example(
        Finding(
            rule=Rule.COLUMN_MISSING,
            place=Place(YEAR, 1, 1, "A1"),
            params={"column": "value", "found": ("指标", "单位")},
        ),
        ("指标,单位", "研发投入强度,%"),
        NAMED,
    ),
    Example(
        Finding(
            rule=Rule.COLUMN_UNKNOWN, place=Place(YEAR, 1, 10, "D1"), params={"found": "联系人"}
        ),
        ("指标,数值,单位,联系人", "研发投入强度,2.37,%,张三"),
        NAMED,
    ),
    Example(
        Finding(
            rule=Rule.COLUMN_TWICE,
            place=Place(YEAR, 1, 7, "C1"),
            params={"found": "数值", "column": "value"},
        ),
        ("指标,数值,数值,单位", "研发投入强度,2.31,2.37,%"),
        NAMED,
    ),
    Example(
        Finding(
            rule=Rule.ROW_TOO_LONG,
            place=Place(YEAR, 2, 19, "D2"),
            params={"found": 4, "expected": 3},
        ),
        ("indicator,value,unit", "contracts,246,000,万元"),
        ("indicator,value,unit", "contracts,246000,万元"),
    ),
    Example(
        Finding(
            rule=Rule.YEAR_UNKNOWN,
            place=Place("data/actuals/汇总.csv"),
            params={"name": "汇总.csv"},
        ),
        GOOD,
        GOOD,
        mended_path=YEAR,
    ),
    Example(
        Finding(
            rule=Rule.YEAR_AFTER_PLAN,
            place=Place("data/actuals/2032.csv"),
            params={"year": 2032, "last": 2025},
        ),
        GOOD,
        GOOD,
        mended_path=YEAR,
    ),
    Example(
        Finding(
            rule=Rule.EARLIER_YEAR_BAD, place=Place("data/actuals/2022.csv"), params={"year": 2022}
        ),
        ("indicator,value,unit", "rd-intensity,2.31,家"),
        ("indicator,value,unit", "rd-intensity,2.31,%"),
        arguments="2023.csv",
    ),
    Example(
        Finding(rule=Rule.FILE_NOT_A_YEAR, place=Place("data/actuals/2023年汇总.csv")),
        GOOD,
        GOOD,
        mended_path=YEAR,
        arguments="",
    ),
    Example(
        Finding(rule=Rule.ENCODING_NOTED, place=Place(YEAR), params={"encoding": "GB18030（GBK）"}),
        NAMED,
        NAMED,
        state=State.GBK,
        mended_state=State.UTF8,
    ),
    Example(
        Finding(rule=Rule.TEXT_MANGLED, place=Place(YEAR), params={"found": "锟斤拷"}),
        ("锟斤拷锟斤拷,锟斤拷值,锟斤拷位", "rd-intensity,2.37,%"),
        NAMED,
    ),
    Example(
        Finding(rule=Rule.FILE_OPEN, place=Place(YEAR), params={"found": ".~lock.2023.csv#"}),
        GOOD,
        GOOD,
        state=State.OPEN,
        mended_state=State.CLOSED,
    ),
    Example(
        Finding(
            rule=Rule.FILE_TOO_LARGE,
            place=Place(YEAR),
            params={"found": 65, "limit": 64, "kind": "text"},
        ),
        (),
        GOOD,
        state=State.LARGE,
    ),
    Example(
        Finding(
            rule=Rule.FORMULA_NOT_CALCULATED,
            place=Place(BOOK, 2, 2, "Sheet1!B2"),
            params={"found": "=26.1/1100*100"},
        ),
        ("indicator,value,unit", "rd-intensity,=26.1/1100*100,%"),
        GOOD,
        state=State.WORKBOOK,
        mended_state=State.WORKBOOK,
    ),
    Example(
        Finding(rule=Rule.CELL_TOO_LONG, place=Place(YEAR, 2, 1, "A2")),
        ("indicator,value,unit,note", "rd-intensity,2.37,%,根据《科技统计公报》……"),
        ("indicator,value,unit,note", "rd-intensity,2.37,%,《科技统计公报》"),
        state=State.LONG,
    ),
    Example(
        Finding(rule=Rule.SHEET_HIDDEN, place=Place(BOOK), params={"found": "草稿"}),
        GOOD,
        GOOD,
        state=State.HIDDEN,
        mended_state=State.WORKBOOK,
    ),
    Example(
        Finding(rule=Rule.SHEET_OF_OTHER_YEAR, place=Place(BOOK), params={"found": "2022年"}),
        GOOD,
        GOOD,
        state=State.YEARS,
        mended_state=State.WORKBOOK,
    ),
    Example(
        Finding(rule=Rule.TOTAL_ROW, place=Place(YEAR, 3, 1, "A3"), params={"found": "合计"}),
        ("指标,数值,单位", "研发投入强度,2.37,%", "合计,2.37,%"),
        NAMED,
    ),
)
