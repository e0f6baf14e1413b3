"""The words of revisions, in both languages."""

from jdzplan.catalogue import Rule
from jdzplan.wording.words import Sentence

_REVIEW_EN = (
    "review the target; enter a decision under amendments, or the date of the review as reviewed"
)
_REVIEW_ZH = "请评估目标是否需要相应调整；调整的写入amendments，不调整的写明评估日期（reviewed）"
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
    Rule.REVIEW_BEHIND: Sentence(
        '"{indicator}" has been behind or worse for {count} years running ({years})',
        "review the measures and the target; any change is decided as the plan was, and entered "
        "under amendments",
    ),
    Rule.REVIEW_REVISED: Sentence(
        'the baseline of "{indicator}" was revised from {before} to {after} ({document}, {date})',
        _REVIEW_EN,
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
    Rule.REVIEW_BEHIND: Sentence(
        "“{indicator}”已连续{count}年滞后或更差（{years}）",
        "请评估推进措施和目标；需要调整的按规划审批程序办理，批准后写入amendments",
    ),
    Rule.REVIEW_REVISED: Sentence(
        "“{indicator}”的基期值已由{before}修订为{after}（{document}，{date}）", _REVIEW_ZH
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
    (Rule.REVIEW_REVISED, "definition"): Sentence(
        'the definition of "{indicator}" was revised ({document}, {date})', _REVIEW_EN
    ),
    (Rule.REVIEW_REVISED, "standard"): Sentence(
        'the standard that "{indicator}" is held to was revised ({document}, {date})', _REVIEW_EN
    ),
    (Rule.REVIEW_REVISED, "standard_numbers"): Sentence(
        'the standard that "{indicator}" is held to was revised from {before} to {after} '
        "({document}, {date})",
        _REVIEW_EN,
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
    (Rule.REVIEW_REVISED, "definition"): Sentence(
        "“{indicator}”的统计口径已有调整（{document}，{date}）", _REVIEW_ZH
    ),
    (Rule.REVIEW_REVISED, "standard"): Sentence(
        "“{indicator}”所依据的上级标准已有调整（{document}，{date}）", _REVIEW_ZH
    ),
    (Rule.REVIEW_REVISED, "standard_numbers"): Sentence(
        "“{indicator}”所依据的上级标准已由{before}调整为{after}（{document}，{date}）", _REVIEW_ZH
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
    "proposals": "reviews proposed (nothing is changed by them)",
    "proposal": "{name}: {about}",
    "review_behind": "behind or worse for {count} years running: {years}",
    "year": "{year} {verdict} ({figures})",
    "actual": "actual {value}",
    "expected": "expected {value}",
    "pace": "pace {value}",
    "between": ", ",
    "now": "{year}: {verdict}",
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
    "proposals": "建议评估是否调整的事项（仅作提示，不改动规划）",
    "proposal": "{name}：{about}",
    "review_behind": "已连续{count}年滞后或更差：{years}",
    "year": "{year}年{verdict}（{figures}）",
    "actual": "实际值{value}",
    "expected": "应达值{value}",
    "pace": "进度比{value}",
    "between": "，",
    "now": "{year}年判定：{verdict}",
    "revision_baseline": "基期值由{before}修订为{after}：{document}；{reason}",
    "revision_definition": "统计口径有调整：{document}；{reason}",
    "revision_standard": "上级标准有调整：{document}；{reason}",
    "revision_standard_numbers": "上级标准由{before}调整为{after}：{document}；{reason}",
}
