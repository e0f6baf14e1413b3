"""Examples of the rules about figures that must fit each other (4xx)."""

from datetime import date

from jdzplan.catalogue import Rule
from jdzplan.comparing.plans import Change, PlanChange
from jdzplan.findings import Finding, Place
from jdzplan.plan import Text
from jdzplan.wording.guide import Example
from jdzplan.wording.guide.examples.common import (
    CONTRACTS,
    FIRMS,
    GOOD,
    PLAN_FILE,
    RD,
    TASKS,
    YEAR,
)

_HIGH_TECH = (
    "indicators:",
    "  high-tech-firms:",
    "    name: {zh: 高新技术企业, en: High-tech firms}",
    "    unit: 家",
)

CONSISTENCY = (
    Example(
        Finding(
            rule=Rule.YEAR_DISAGREES,
            place=Place(YEAR, 2, 21, "D2"),
            params={"indicator": RD, "found": 2022, "expected": 2023},
        ),
        ("indicator,value,unit,year", "rd-intensity,2.37,%,2022"),
        ("indicator,value,unit,year", "rd-intensity,2.37,%,2023"),
    ),
    Example(
        Finding(
            rule=Rule.FILED_TWICE,
            place=Place(YEAR, 3, 1, "A3"),
            params={"indicator": RD, "first": "data/actuals/2023.csv:2"},
        ),
        ("indicator,value,unit", "rd-intensity,2.37,%", "rd-intensity,2.41,%"),
        GOOD,
    ),
    Example(
        Finding(
            rule=Rule.NAME_DISAGREES,
            place=Place(YEAR, 2, 14, "B2"),
            params={"indicator": RD, "found": "技术合同成交额"},
        ),
        ("indicator,name,value,unit", "rd-intensity,技术合同成交额,2.37,%"),
        ("indicator,name,value,unit", "rd-intensity,研发投入强度,2.37,%"),
    ),
    Example(
        Finding(
            rule=Rule.PART_EXCEEDS_WHOLE,
            place=Place(YEAR, 3, 13, "B3"),
            params={
                "indicator": Text(zh="规模以上高新技术企业数量", en="Large high-tech firms"),
                "whole": FIRMS,
                "found": "381",
                "limit": "318",
                "other": "high-tech-firms",
            },
        ),
        ("indicator,value,unit", "high-tech-firms,318,家", "large-firms,381,家"),
        ("indicator,value,unit", "high-tech-firms,318,家", "large-firms,138,家"),
    ),
    Example(
        Finding(
            rule=Rule.DERIVED_DISAGREES,
            place=Place(YEAR, 2, 14, "B2"),
            params={
                "indicator": RD,
                "found": "2.37",
                "computed": "2.55455",
                "formula": "rd-spending / gdp * 100",
            },
        ),
        ("indicator,value,unit", "rd-intensity,2.37,%", "rd-spending,28.1,亿元", "gdp,1100,亿元"),
        ("indicator,value,unit", "rd-intensity,2.37,%", "rd-spending,26.1,亿元", "gdp,1100,亿元"),
    ),
    Example(
        Finding(
            rule=Rule.COUNT_DISAGREES,
            place=Place(YEAR, 2, 12, "B2"),
            params={
                "indicator": Text(zh="龙头企业", en="Lead firms"),
                "found": "2",
                "counted": "1",
                "answers": 2,
            },
        ),
        (
            "indicator,value,unit",
            "lead-firms,2,家",
            "lead-firms/heimao,是,",
            "lead-firms/tianxin,否,",
        ),
        (
            "indicator,value,unit",
            "lead-firms,1,家",
            "lead-firms/heimao,是,",
            "lead-firms/tianxin,否,",
        ),
    ),
    Example(
        Finding(
            rule=Rule.NO_EVIDENCE,
            place=Place(TASKS, 2, 14, "C2"),
            params={
                "indicator": Text(zh="陶瓷研究院挂牌", en="Ceramics institute opens"),
                "expected": Text(zh="批复文件", en="Approval"),
            },
        ),
        ("task,stage,evidence", "institute,完成,"),
        ("task,stage,evidence", "institute,完成,市政府批复 2023-06-30"),
    ),
    Example(
        Finding(
            rule=Rule.IMPLAUSIBLE,
            place=Place(YEAR, 2, 11, "B2"),
            params={
                "kind": "times_10000",
                "indicator": CONTRACTS,
                "found": "246000",
                "other": "13.1",
                "times": 10000,
            },
        ),
        ("indicator,value,unit", "contracts,246000,亿元"),
        ("indicator,value,unit", "contracts,246000,万元"),
    ),
    Example(
        Finding(
            rule=Rule.BASIS_DIFFERS,
            place=Place(YEAR, 2, 13, "B2"),
            params={"indicator": RD, "bases": ("普查前", "普查后")},
        ),
        (
            "indicator,value,unit,basis",
            "rd-spending,26.07,亿元,普查前",
            "gdp,1100,亿元,普查后",
        ),
        (
            "indicator,value,unit,basis",
            "rd-spending,26.07,亿元,普查后",
            "gdp,1100,亿元,普查后",
        ),
    ),
    Example(
        Finding(
            rule=Rule.HISTORY_REWRITTEN,
            place=Place(YEAR, 2, 14, "B2"),
            params={
                "indicator": RD,
                "year": 2023,
                "since": "HEAD",
                "old": "2.37%",
                "found": "2.41%",
            },
        ),
        ("indicator,value,unit,status", "rd-intensity,2.41,%,final"),
        ("indicator,value,unit,status", "rd-intensity,2.41,%,revised"),
        arguments="2023.csv --since HEAD",
        earlier=("indicator,value,unit,status", "rd-intensity,2.37,%,final"),
    ),
    Example(
        Finding(
            rule=Rule.UNAMENDED,
            place=Place(PLAN_FILE),
            params={
                "indicator": Text(zh="高新技术企业", en="High-tech firms"),
                "since": "HEAD",
                "changes": (
                    PlanChange(
                        section="indicators",
                        change=Change.CHANGED,
                        field="target.at_least",
                        old="400",
                        new="360",
                    ),
                ),
            },
        ),
        (*_HIGH_TECH, "    target: {at_least: 360}"),
        (
            "amendments:",
            "  - decided: 2023-11-20",
            "    body: {zh: 市人民政府, en: City government}",
            "    document: 市政发〔2023〕15号",
            "    reason: {zh: 省级目标下调, en: The province lowered its target}",
            "    source: {document: 市政府公报, date: 2023-12-01}",
            "    changes:",
            "      - {indicator: high-tech-firms, from: {at_least: 400}, to: {at_least: 360}}",
            *_HIGH_TECH,
            "    target: {at_least: 400}",
        ),
        arguments="--since HEAD",
        earlier=(*_HIGH_TECH, "    target: {at_least: 400}"),
    ),
    Example(
        Finding(
            rule=Rule.FIGURE_OVERDUE,
            place=Place(YEAR, 2, 11, "B2"),
            params={
                "indicator": CONTRACTS,
                "year": 2023,
                "since": date(2024, 9, 30),
                "owner": "市统计局",
            },
        ),
        ("indicator,value,unit", "contracts,,亿元"),
        ("indicator,value,unit", "contracts,24.6,亿元"),
        arguments="2023.csv --as-of 2024-10-01",
    ),
    Example(
        Finding(
            rule=Rule.TASK_OVERDUE,
            place=Place("data/actuals/2024.tasks.csv", 2, 7, "B2"),
            params={
                "kind": "nobody",
                "indicator": Text(zh="管理办法印发", en="Rules issued"),
                "year": 2024,
                "since": date(2024, 12, 31),
            },
        ),
        ("task,stage,evidence", "rules,进行中,"),
        ("task,stage,evidence", "rules,完成,市科发〔2024〕8号"),
        arguments="2024.tasks.csv --as-of 2025-03-01",
    ),
    Example(
        Finding(
            rule=Rule.REVIEW_BEHIND,
            place=Place(YEAR, 2, 17),
            params={"indicator": FIRMS, "count": 1, "years": (2023,)},
        ),
        ("indicator,value,unit", "high-tech-firms,240,家"),
        ("indicator,value,unit", "high-tech-firms,340,家"),
    ),
)
