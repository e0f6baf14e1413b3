"""What only the Markdown digest says, in both languages."""

DIGEST_ZH = {
    "title": "数据检查结果",
    "passed": "检查通过。",
    "stopped": "检查未通过：不予通过的问题{findings}个、判定{verdicts}项。",
    "unusable": "规划文件有错误，未能检查。",
    "nothing": "没有检查任何数据。",
    "findings": "问题清单",
    "severity": "级别",
    "rule": "规则",
    "place": "位置",
    "found": "问题及处理办法",
    "more": "另有{count}条未列出，完整内容见检查日志。",
    "remark": "{name}：{remark}",
    "cut": "篇幅超出限制，其余内容从略，完整内容见检查日志。",
}

DIGEST_EN = {
    "title": "Check of the figures",
    "passed": "The check passed.",
    "stopped": "The check failed. At the gate: findings {findings}, verdicts {verdicts}.",
    "unusable": "The plan has errors; nothing could be checked.",
    "nothing": "Nothing was checked.",
    "findings": "Findings",
    "severity": "severity",
    "rule": "rule",
    "place": "place",
    "found": "what was found, and how to mend it",
    "more": "{count} more are not listed; the log has them all.",
    "remark": "{name}: {remark}",
    "cut": "The rest is left out for want of room; the log has it all.",
}
