"""中文说明。"""

from jdzplan.wording.guide import Guide, State
from jdzplan.wording.guide.zh.breakdown import BREAKDOWN
from jdzplan.wording.guide.zh.consistency import CONSISTENCY
from jdzplan.wording.guide.zh.files import FILES
from jdzplan.wording.guide.zh.plan import PLAN
from jdzplan.wording.guide.zh.revisions import REVISIONS
from jdzplan.wording.guide.zh.terms import FLAGS, REASONS, VERDICTS
from jdzplan.wording.guide.zh.values import VALUES

GUIDE_ZH = Guide(
    rules=PLAN | REVISIONS | FILES | VALUES | CONSISTENCY | BREAKDOWN,
    verdicts=VERDICTS,
    reasons=REASONS,
    flags=FLAGS,
    effects={
        "unusable": "规划文件不能使用，什么都不判定，退出码为2。",
        "error": "默认使检查不通过，退出码为1。",
        "warning": "不影响判定，默认也不影响退出码；加--fail-on warning时退出码为1。",
        "info": "只供参考，不影响判定；加--fail-on info才影响退出码。",
    },
    states={
        State.PLAIN: "{path}",
        State.UTF8: "{path}（UTF-8编码）",
        State.CLOSED: "{path}（已关闭）",
        State.GBK: "{path}（GBK编码）",
        State.WORKBOOK: "{path}（内容是Excel工作簿）",
        State.YEARS: "{path}（有“2023年”“2022年”两个工作表）",
        State.HIDDEN: "{path}（另有隐藏的工作表“草稿”）",
        State.ABSENT: "{path}（没有这个文件）",
        State.OPEN: "{path}（正在LibreOffice中打开）",
        State.LARGE: "{path}（21 MB）",
        State.LONG: "{path}（“……”处有14万字）",
    },
    labels={
        "key": "代码",
        "name": "规则",
        "level": "级别",
        "summary": "问题",
        "means": "含义",
        "rules": "规则",
        "verdicts": "判定",
        "reasons": "无法判定的原因",
        "flags": "标注",
        "verdict": "判定",
        "reason": "无法判定的原因",
        "flag": "标注",
        "kind": "{name}（{kind}）",
        "meaning": "含义",
        "cause": "常见原因",
        "mend": "怎样改",
        "effect": "后果",
        "cases": "不同情形",
        "case": "{found}：{mend}",
        "when": "条件",
        "formula": "算式",
        "verdict_more": "举例",
        "reason_more": "怎样才能判定",
        "flag_more": "怎样对待",
        "earlier": "原来（HEAD）：{path}",
        "example": "例：{path}",
        "finding": "{command} 报告",
        "mended": "改为：{path}",
        "pace": "s = (x_t - x_b) / (T - x_b)    完成进度\n"
        "e = (t - b) / (Y - b)          时序进度\n"
        "p = s / e                      进度比",
        "where": "b、x_b是基期年和基期值，Y、T是目标年和目标值，x_t是t年的实际值；"
        "越低越好的指标同样计算。一律用精确值，判定之前不取整，没有容差。"
        "界限可由规划文件的policy.bands另定，路径可由path另定；"
        "某项判定的每一步见jdzplan explain 指标名。",
    },
)
