"""What the examples share: file names, names of indicators, a good table."""

from jdzplan.plan import Text

PLAN_FILE = "data/plan.yaml"
YEAR = "data/actuals/2023.csv"
TASKS = "data/actuals/2023.tasks.csv"
BOOK = "data/actuals/2023.xlsx"

RD = Text(zh="研发投入强度", en="R&D intensity")
FIRMS = Text(zh="高新技术企业数量", en="High-tech firms")
CONTRACTS = Text(zh="技术合同成交额", en="Technology contracts")
PRODUCTIVITY = Text(zh="全员劳动生产率", en="Labour productivity")

GOOD = ("indicator,value,unit", "rd-intensity,2.37,%")
NAMED = ("指标,数值,单位", "研发投入强度,2.37,%")
