"""Examples of the rules about single values (3xx)."""

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.plan import Text
from jdzplan.wording.guide import Example
from jdzplan.wording.guide.examples.common import (
    CONTRACTS,
    FIRMS,
    GOOD,
    PRODUCTIVITY,
    RD,
    TASKS,
    YEAR,
)

VALUES = (
    Example(
        Finding(
            rule=Rule.INDICATOR_UNKNOWN,
            place=Place(YEAR, 2, 1, "A2"),
            params={"found": "研发投人强度", "near": "研发投入强度"},
        ),
        ("indicator,value,unit", "研发投人强度,2.37,%"),
        ("indicator,value,unit", "研发投入强度,2.37,%"),
    ),
    Example(
        Finding(
            rule=Rule.NOT_A_FIGURE,
            place=Place(YEAR, 2, 14, "B2"),
            params={"kind": "trailing_mark", "found": "2.37①"},
        ),
        ("indicator,value,unit", "rd-intensity,2.37①,%"),
        GOOD,
    ),
    Example(
        Finding(
            rule=Rule.UNIT_MISSING,
            place=Place(YEAR, 2, 16, "C2"),
            params={"indicator": CONTRACTS, "expected": "亿元"},
        ),
        ("indicator,value,unit", "contracts,24.6,"),
        ("indicator,value,unit", "contracts,24.6,亿元"),
    ),
    Example(
        Finding(
            rule=Rule.UNIT_MISMATCH,
            place=Place(YEAR, 2, 19, "C2"),
            params={"indicator": RD, "found": "家", "expected": "%"},
        ),
        ("indicator,value,unit", "rd-intensity,2.37,家"),
        GOOD,
    ),
    Example(
        Finding(
            rule=Rule.NOT_WHOLE,
            place=Place(YEAR, 2, 17, "B2"),
            params={"indicator": FIRMS, "found": "318.5", "least": 0},
        ),
        ("indicator,value,unit", "high-tech-firms,318.5,家"),
        ("indicator,value,unit", "high-tech-firms,318,家"),
    ),
    Example(
        Finding(rule=Rule.STATUS_UNKNOWN, place=Place(YEAR, 2, 21, "D2"), params={"found": "已核"}),
        ("indicator,value,unit,status", "rd-intensity,2.37,%,已核"),
        ("indicator,value,unit,status", "rd-intensity,2.37,%,最终"),
    ),
    Example(
        Finding(rule=Rule.YEAR_INVALID, place=Place(YEAR, 2, 21, "D2"), params={"found": "23年"}),
        ("indicator,value,unit,year", "rd-intensity,2.37,%,23年"),
        ("indicator,value,unit,year", "rd-intensity,2.37,%,2023年"),
    ),
    Example(
        Finding(
            rule=Rule.REGION_UNKNOWN,
            place=Place(YEAR, 2, 21, "D2"),
            params={"indicator": RD, "found": "浮梁县"},
        ),
        ("indicator,value,unit,region", "rd-intensity,2.37,%,浮梁县"),
        ("indicator,value,unit,region", "rd-intensity,2.37,%,全市"),
    ),
    Example(
        Finding(rule=Rule.INDICATOR_EMPTY, place=Place(YEAR, 2, 1, "A2"), params={"found": ""}),
        ("indicator,value,unit", ",2.37,%"),
        GOOD,
    ),
    Example(
        Finding(rule=Rule.SAMPLE_VALUES, place=Place(YEAR, 2), params={"count": 1, "rows": 1}),
        ("indicator,value,unit,status", "rd-intensity,2.37,%,样例"),
        ("indicator,value,unit,status", "rd-intensity,2.37,%,最终"),
    ),
    Example(
        Finding(
            rule=Rule.NOT_AN_ANSWER,
            place=Place(YEAR, 2, 19, "B2"),
            params={"indicator": Text(zh="黑猫集团", en="Heimao Group"), "found": "3"},
        ),
        ("indicator,value", "lead-firms/heimao,3"),
        ("indicator,value", "lead-firms/heimao,是"),
    ),
    Example(
        Finding(
            rule=Rule.TASK_UNKNOWN,
            place=Place(TASKS, 2, 1, "A2"),
            params={"found": "陶瓷研究院挂排", "near": "陶瓷研究院挂牌"},
        ),
        ("task,stage,evidence", "陶瓷研究院挂排,进行中,"),
        ("task,stage,evidence", "陶瓷研究院挂牌,进行中,"),
    ),
    Example(
        Finding(
            rule=Rule.STAGE_UNKNOWN, place=Place(TASKS, 2, 11, "B2"), params={"found": "基本完成"}
        ),
        ("task,stage,evidence", "institute,基本完成,"),
        ("task,stage,evidence", "institute,进行中,"),
    ),
    Example(
        Finding(
            rule=Rule.FIGURE_NORMALISED,
            place=Place(YEAR, 2, 14, "B2"),
            params={"indicator": RD, "found": "２．３７", "read": "2.37"},
        ),
        ("indicator,value,unit", "rd-intensity,２．３７,%"),
        GOOD,
    ),
    Example(
        Finding(
            rule=Rule.SCIENTIFIC,
            place=Place(YEAR, 2, 11, "B2"),
            params={"indicator": CONTRACTS, "found": "2.46E+05", "read": "246000"},
        ),
        ("indicator,value,unit", "contracts,2.46E+05,万元"),
        ("indicator,value,unit", "contracts,246135,万元"),
    ),
    Example(
        Finding(
            rule=Rule.RELEASE_UNKNOWN,
            place=Place(YEAR, 2, 21, "D2"),
            params={"found": "1月17日"},
        ),
        ("indicator,value,unit,released", "rd-intensity,2.37,%,1月17日"),
        ("indicator,value,unit,released", "rd-intensity,2.37,%,2024年1月17日"),
    ),
    Example(
        Finding(
            rule=Rule.RELEASE_TOO_EARLY,
            place=Place(YEAR, 2, 21, "D2"),
            params={"indicator": RD, "found": "2022-09", "expected": 2023},
        ),
        ("indicator,value,unit,released", "rd-intensity,2.37,%,2022-09"),
        ("indicator,value,unit,released", "rd-intensity,2.37,%,2024-09"),
    ),
    Example(
        Finding(
            rule=Rule.OTHER_BASIS,
            place=Place(YEAR, 2, 23, "D2"),
            params={"indicator": PRODUCTIVITY, "found": "现价", "expected": "不变价"},
        ),
        ("indicator,value,unit,basis", "productivity,161615,元,现价"),
        ("indicator,value,unit,basis", "productivity,158304,元,不变价"),
    ),
)
