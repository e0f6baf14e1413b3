"""The words of amendments and of what else adjusts a plan, in both languages."""

from jdzplan.catalogue import Rule
from jdzplan.wording import crosswalk_words, revision_words
from jdzplan.wording.words import Sentence

FINDINGS_EN = (
    {
        Rule.AMENDMENT_UNKNOWN: Sentence(
            'the plan has no "{found}" that could be amended',
            "use an id of indicators, readings, relations or tasks",
        ),
        Rule.AMENDMENT_DIFFERS: Sentence(
            '"from" is {found}, but in force was {expected}',
            "check the amendment against what the plan printed and what was decided before",
        ),
        Rule.AMENDMENT_TWICE: Sentence(
            '"{found}" is amended twice on {date}',
            "put everything that was decided on one day of one thing into one change",
        ),
        Rule.AMENDMENT_DATE: Sentence(
            "{date} is before the plan was issued ({limit})",
            "check the date of the decision, or the plan's own",
        ),
        Rule.AMENDMENT_CONFLICT: Sentence(
            '"{key}" cannot be amended of "{found}"',
            "of indicators: bound, times_baseline, stretch, by, first, last; of relations: rate; "
            "of tasks: due (but of yearly ones), withdrawn",
        ),
    }
    | revision_words.FINDINGS_EN
    | crosswalk_words.FINDINGS_EN
)
FINDINGS_ZH = (
    {
        Rule.AMENDMENT_UNKNOWN: Sentence(
            "规划中没有可供调整的“{found}”", "请使用指标、读法（readings）、比较性要求或任务的编号"
        ),
        Rule.AMENDMENT_DIFFERS: Sentence(
            "from为{found}，而调整前执行的是{expected}", "请与规划原文和此前的调整文件核对"
        ),
        Rule.AMENDMENT_TWICE: Sentence(
            "“{found}”在{date}调整了两次", "同一天对同一事项的调整请合并为一项"
        ),
        Rule.AMENDMENT_DATE: Sentence(
            "{date}早于规划印发日期（{limit}）", "请核对批准日期和规划的印发日期"
        ),
        Rule.AMENDMENT_CONFLICT: Sentence(
            "“{found}”的“{key}”不能调整",
            "指标可调整界限、times_baseline、stretch、by、first、last，比较性要求可调整rate，"
            "任务可调整due（逐年任务除外）和withdrawn",
        ),
    }
    | revision_words.FINDINGS_ZH
    | crosswalk_words.FINDINGS_ZH
)
VARIANTS_EN = (
    {
        (Rule.AMENDMENT_UNKNOWN, "withdrawn"): Sentence(
            'task "{found}" was withdrawn before', "delete one of the changes, or correct its date"
        ),
        (Rule.AMENDMENT_DATE, "after_plan"): Sentence(
            "{date} is after the plan's last year ({limit})",
            "check the date of the decision; no year that is judged is left",
        ),
        (Rule.AMENDMENT_DATE, "too_late"): Sentence(
            '"{found}" was due in {limit} and is amended only on {date}',
            "check the date and the year; a year that has been judged is not changed afterwards",
        ),
        (Rule.AMENDMENT_CONFLICT, "same"): Sentence(
            'nothing changes for "{found}"', "delete the change, or correct what it says"
        ),
        (Rule.WRONG_VALUE, "one_thing"): Sentence(
            '"{where}" names exactly one thing, it has: {given}',
            "write one of indicator (with reading where needed), relation, task",
        ),
    }
    | revision_words.VARIANTS_EN
    | crosswalk_words.VARIANTS_EN
)
VARIANTS_ZH = (
    {
        (Rule.AMENDMENT_UNKNOWN, "withdrawn"): Sentence(
            "任务“{found}”此前已经取消", "请删去其中一项，或改正日期"
        ),
        (Rule.AMENDMENT_DATE, "after_plan"): Sentence(
            "{date}晚于规划期最后一年（{limit}年）", "请核对批准日期；此后没有要判定的年份"
        ),
        (Rule.AMENDMENT_DATE, "too_late"): Sentence(
            "“{found}”的期限是{limit}年，{date}才作调整",
            "请核对日期和年份；已经判定的年份不追溯调整",
        ),
        (Rule.AMENDMENT_CONFLICT, "same"): Sentence(
            "“{found}”调整前后相同", "请删去这一项，或改正其内容"
        ),
        (Rule.WRONG_VALUE, "one_thing"): Sentence(
            "“{where}”应当恰好写明一项，现有：{given}",
            "请在indicator（必要时加reading）、relation、task中只写一项",
        ),
    }
    | revision_words.VARIANTS_ZH
    | crosswalk_words.VARIANTS_ZH
)
ADJUSTED_EN = (
    {
        "amended": "amended by {documents}",
        "document": "{document} ({body}, {date})",
        "date": "{year}-{month:02}-{day:02}",
        "original": "against the original target of {bound}: {verdict}",
        "original_due": "against the original target of {bound} by {due}: {verdict}",
        "before": "against the original wording: {verdict}",
        "lowered": "the lowered target turned {before} into {after}",
        "postponed": "the later target year turned {before} into {after}",
        "eased": "the eased target turned {before} into {after}",
        "of_reading": 'read as "{name}": {told}',
    }
    | revision_words.REVISED_EN
    | crosswalk_words.CROSSWALK_EN
)
ADJUSTED_ZH = (
    {
        "amended": "已按{documents}调整",
        "document": "{document}（{body}，{date}）",
        "date": "{year}年{month}月{day}日",
        "original": "按原目标{bound}判定：{verdict}",
        "original_due": "按原目标（{due}年{bound}）判定：{verdict}",
        "before": "按原要求判定：{verdict}",
        "lowered": "下调目标后由{before}转为{after}",
        "postponed": "推迟目标年份后由{before}转为{after}",
        "eased": "放宽目标后由{before}转为{after}",
        "of_reading": "按“{name}”口径：{told}",
    }
    | revision_words.REVISED_ZH
    | crosswalk_words.CROSSWALK_ZH
)
