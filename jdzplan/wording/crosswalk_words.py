"""The words of counterparts in higher plans, in both languages."""

from jdzplan.catalogue import Rule
from jdzplan.wording.words import Sentence

FINDINGS_EN = {
    Rule.COUNTERPART_CONFLICT: Sentence(
        '"{found}" has a second standard', "leave one counterpart with standard: true"
    )
}
FINDINGS_ZH = {
    Rule.COUNTERPART_CONFLICT: Sentence("“{found}”的标准有两个来源", "只在一处写standard: true")
}
VARIANTS_EN = {
    (Rule.COUNTERPART_CONFLICT, "closed"): Sentence(
        '"{found}" leaves no number to a higher plan',
        "delete standard: true; the counterpart is compared all the same",
    ),
    (Rule.COUNTERPART_CONFLICT, "lacking"): Sentence(
        'the standard of "{found}" has no value in per cent',
        "give value in %, or delete standard: true",
    ),
}
VARIANTS_ZH = {
    (Rule.COUNTERPART_CONFLICT, "closed"): Sentence(
        "“{found}”没有留待上级规划确定的数值", "请删去standard: true；衔接对照不受影响"
    ),
    (Rule.COUNTERPART_CONFLICT, "lacking"): Sentence(
        "“{found}”的标准没有以%表示的数值", "请补上value（单位为%），或删去standard: true"
    ),
}
CROSSWALK_EN = {
    "crosswalk": "{plan}: counterparts in higher plans: {total}, with differences: {count}",
    "crosswalk_none": "no indicator, relation or task names one; add counterparts to plan.yaml",
    "crosswalk_line": "{name}: {ours}; {theirs}; differs: {differs}",
    "their_promise": "{plan}: {told}",
    "clause": "{plan}, {clause}",
    "no_clause": "{plan}",
    "promise_both": "{value} by {year}",
    "promise_value": "{value}",
    "promise_year": "by {year}",
    "promise_nothing": "no number",
    "differs_value": "value",
    "differs_unit": "unit",
    "differs_year": "year",
    "differs_nowhere": "nothing",
    "standard_from": "the standard of {value}% is set by {plan}",
    "crosswalk_name": "name",
    "crosswalk_value": "value",
    "crosswalk_unit": "unit",
    "crosswalk_year": "year",
    "crosswalk_plan": "higher_plan",
    "crosswalk_clause": "clause",
    "their_value": "their_value",
    "their_unit": "their_unit",
    "their_year": "their_year",
    "crosswalk_differs": "differs",
}
CROSSWALK_ZH = {
    "crosswalk": "{plan}与上级规划衔接对照：共{total}项，有差异{count}项",
    "crosswalk_none": "尚未登记上级规划的对应内容，请在plan.yaml中用counterparts填写",
    "crosswalk_line": "{name}：本规划{ours}；{theirs}；差异：{differs}",
    "their_promise": "{plan}{told}",
    "clause": "《{plan}》（{clause}）",
    "no_clause": "《{plan}》",
    "promise_both": "{year}年{value}",
    "promise_value": "{value}",
    "promise_year": "{year}年",
    "promise_nothing": "未列数值",
    "differs_value": "数值",
    "differs_unit": "单位",
    "differs_year": "年份",
    "differs_nowhere": "无",
    "standard_from": "标准{value}%取自{plan}",
    "crosswalk_name": "名称",
    "crosswalk_value": "本规划数值",
    "crosswalk_unit": "本规划单位",
    "crosswalk_year": "本规划年份",
    "crosswalk_plan": "上级规划",
    "crosswalk_clause": "条款",
    "their_value": "上级规划数值",
    "their_unit": "上级规划单位",
    "their_year": "上级规划年份",
    "crosswalk_differs": "差异",
}
