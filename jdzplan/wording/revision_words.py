"""The words of revisions, in both languages."""

from jdzplan.catalogue import Rule
from jdzplan.wording.words import Sentence

FINDINGS_EN = {
    Rule.REVISION_UNKNOWN: Sentence(
        'the plan has no "{found}" that could be revised', "use an id of indicators or relations"
    ),
    Rule.REVISION_DIFFERS: Sentence(
        '"from" is {found}, but the baseline was {expected}',
        "compare the plan as printed and the revisions before; leave the printed baseline as it is",
    ),
    Rule.REVISION_CONFLICT: Sentence(
        '"{key}" does not go with a revised {of} ("{found}")',
        "from and to are for baseline and standard, basis is for baseline",
    ),
}
FINDINGS_ZH = {
    Rule.REVISION_UNKNOWN: Sentence(
        "规划中没有可供修订的“{found}”", "请使用指标或比较性要求的编号"
    ),
    Rule.REVISION_DIFFERS: Sentence(
        "from为{found}，而修订前的基期值是{expected}",
        "请与规划原文和此前的修订核对；规划印发的基期值不要改动",
    ),
    Rule.REVISION_CONFLICT: Sentence(
        "“{found}”的修订类别为{of}，不能写“{key}”",
        "from和to用于baseline和standard，basis只用于baseline",
    ),
}
VARIANTS_EN = {
    (Rule.REVISION_CONFLICT, "twice"): Sentence(
        '"{found}" is revised twice on {date}', "delete one of them, or correct its date"
    ),
    (Rule.REVISION_CONFLICT, "same"): Sentence(
        'nothing is revised of "{found}"', "delete the revision, or correct its numbers"
    ),
    (Rule.REVISION_CONFLICT, "no_baseline"): Sentence(
        '"{found}" has no baseline that could be revised',
        "give the baseline as the plan prints it, or another kind: definition or standard",
    ),
    (Rule.REVISION_CONFLICT, "missing"): Sentence(
        'the revised baseline of "{found}" lacks "{key}"',
        "write from (the printed value) and to (the revised one)",
    ),
    (Rule.WRONG_VALUE, "one_promise"): Sentence(
        '"{where}" names exactly one thing, it has: {given}', "write indicator or relation"
    ),
}
VARIANTS_ZH = {
    (Rule.REVISION_CONFLICT, "twice"): Sentence(
        "“{found}”在{date}修订了两次", "请删去其中一项，或改正日期"
    ),
    (Rule.REVISION_CONFLICT, "same"): Sentence(
        "“{found}”修订前后相同", "请删去这一项，或改正其数值"
    ),
    (Rule.REVISION_CONFLICT, "no_baseline"): Sentence(
        "“{found}”没有可供修订的基期值",
        "请补上规划印发的基期值，或将类别改为definition或standard",
    ),
    (Rule.REVISION_CONFLICT, "missing"): Sentence(
        "“{found}”的基期值修订缺少“{key}”", "请写明from（原基期值）和to（修订后的值）"
    ),
    (Rule.WRONG_VALUE, "one_promise"): Sentence(
        "“{where}”应当恰好写明一项，现有：{given}", "请在indicator、relation中只写一项"
    ),
}
REVISED_EN = {
    "baseline_revised": "baseline revised from {before} to {after} by {documents}",
    "on_revised": "on the revised baseline: {verdict}",
    "on_revised_target": "on the revised baseline, with the target {bound} that follows from it: "
    "{verdict}",
    "at_pace": "{verdict} (pace {pace})",
    "revision_baseline": "baseline revised from {before} to {after}: {document}; {reason}",
    "revision_definition": "definition revised: {document}; {reason}",
    "revision_standard": "standard revised: {document}; {reason}",
    "revision_standard_numbers": "standard revised from {before} to {after}: {document}; {reason}",
}
REVISED_ZH = {
    "baseline_revised": "{documents}将基期值由{before}修订为{after}",
    "on_revised": "按修订后的基期值测算：{verdict}",
    "on_revised_target": "按修订后的基期值测算（目标值相应为{bound}）：{verdict}",
    "at_pace": "{verdict}（进度比{pace}）",
    "revision_baseline": "基期值由{before}修订为{after}：{document}；{reason}",
    "revision_definition": "统计口径有调整：{document}；{reason}",
    "revision_standard": "上级标准有调整：{document}；{reason}",
    "revision_standard_numbers": "上级标准由{before}调整为{after}：{document}；{reason}",
}
