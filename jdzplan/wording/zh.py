"""中文：全部由人阅读的句子。"""

from jdzplan.actuals import Qualifier, Stage, Status
from jdzplan.catalogue import Rule, Severity
from jdzplan.plan import Form, Strength, Tier
from jdzplan.verdicts import Flag, Reason, Verdict
from jdzplan.wording.adjustment_words import ADJUSTED_ZH, FINDINGS_ZH, VARIANTS_ZH
from jdzplan.wording.breakdown_words import BROKEN_DOWN_VARIANTS_ZH, BROKEN_DOWN_ZH
from jdzplan.wording.digest_words import DIGEST_ZH
from jdzplan.wording.words import Sentence, Words

_FINDINGS = {
    Rule.PLAN_UNREADABLE: Sentence("规划文件不是UTF-8编码", "请在编辑器中另存为UTF-8格式"),
    Rule.YAML_SYNTAX: Sentence(
        "YAML语法有误（{problem}）", "请检查本行和上一行的缩进、冒号和引号是否成对"
    ),
    Rule.DUPLICATE_KEY: Sentence(
        "键“{key}”重复，第{first}行已有同名的键", "请删去其中一个，或改为正确的键名"
    ),
    Rule.UNKNOWN_KEY: Sentence("无法识别的键“{where}”", "此处可用的键：{known}"),
    Rule.MISSING_KEY: Sentence("缺少必填的键“{where}”", "请补上“{key}”"),
    Rule.WRONG_VALUE: Sentence(
        "“{where}”的值“{found}”不合要求", "请对照plan.schema.json中该键的说明修改"
    ),
    Rule.YAML_REFUSED: Sentence("规划文件中有不允许的YAML写法", "请改为普通的键和值"),
    Rule.DIRECTION_CONFLICT: Sentence(
        "“{indicator}”的方向（better: {better}）与目标的界限矛盾",
        "higher配at_least或more_than，lower配at_most或less_than，within配between",
    ),
    Rule.UNKNOWN_GOAL: Sentence("目标“{found}”未在goals中列出", "已列出的目标：{known}"),
    Rule.NAME_TAKEN: Sentence(
        "名称“{name}”已由“{first}”使用",
        "请改名，或从aliases中删去，使每个名称只指一个指标",
    ),
    Rule.YEAR_ORDER: Sentence("年份次序有误", "请核对规划期与本处的年份"),
    Rule.BASELINE_MEETS_TARGET: Sentence(
        "“{indicator}”的基期值{value}已经达到目标",
        "请核对基期值和目标值；若本意是保持，可不作修改",
    ),
    Rule.BANDS_ORDER: Sentence(
        "判定界限次序有误",
        "应满足ahead > on_track > lagging > 0 >= behind，例如1.30、0.95、0.60、0",
    ),
    Rule.REASON_MISSING: Sentence(
        "“{indicator}”设为不判定（assess: false），但没有说明理由",
        "请补上assess_reason",
    ),
    Rule.FORM_CONFLICT: Sentence(
        "form为{form}的目标不使用键“{key}”", "请删去该键，或改用相应的form"
    ),
    Rule.FIGURE_UNKNOWN: Sentence(
        "规划中没有名为“{found}”的指标或数据项", "请改为indicators或series中的编号"
    ),
    Rule.FORMULA_WRONG: Sentence(
        "公式“{formula}”无法读取，问题在“{found}”处",
        "公式由编号、数字、+ - * /和括号组成，运算符两边留空格，如spending / gdp * 100",
    ),
    Rule.UNITS_DIFFER: Sentence(
        "两项数据的单位不同（“{first}”与“{second}”），不可比", "请改为单位相同的数据项"
    ),
    Rule.RELATION_CONFLICT: Sentence(
        "rule为{rule}的关系不使用键“{key}”", "请删去该键，或改用相应的rule"
    ),
    Rule.DICTIONARY_GAP: Sentence(
        "“{name}”的指标说明不完整，缺少：{lacking}",
        "请向责任单位核实后补上；规划没有写明的可以留空",
    ),
    Rule.DEFINITION_INCOMPLETE: Sentence(
        "“{indicator}”缺少“{field}”，无法判定", "form为{form}的目标需要它，请补上"
    ),
    Rule.GATE_RULE_UNKNOWN: Sentence("没有代码或名称为“{found}”的规则", "请改为规则的代码或名称"),
    Rule.GATE_RULE_FIXED: Sentence(
        "规则{code}的问题使规划文件无法使用，不能降级", "请删去“{found}”一行"
    ),
    Rule.GATE_RULE_TWICE: Sentence("“{found}”与“{first}”是同一条规则", "请只保留一处"),
    Rule.FILE_MISSING: Sentence("找不到文件，已查找：{looked}", "请核对文件名和所在文件夹"),
    Rule.FILE_UNREADABLE: Sentence(
        "文件无法读取（{problem}）", "请核对文件权限，或关闭占用它的程序"
    ),
    Rule.FILE_EMPTY: Sentence("文件是空的", "第一行应为表头，至少有“指标”和“数值”两列"),
    Rule.ENCODING_UNKNOWN: Sentence(
        "文件不是UTF-8、GB18030（GBK）或UTF-16编码的文本",
        "请用Excel或WPS另存为“CSV UTF-8（逗号分隔）”",
    ),
    Rule.BROKEN_QUOTES: Sentence(
        "引号不成对，本行未能读取",
        "请检查本行的双引号：字段内的双引号要写成两个，整个字段再用双引号括起",
    ),
    Rule.CELL_TOO_LONG: Sentence(
        "本行有单元格超过十万字，本行未能读取", "请核对是否误粘贴了整篇文字，只保留本格应填的内容"
    ),
    Rule.COLUMN_MISSING: Sentence(
        "表头缺少“{column}”列，现有：{found}", "请补上“{column}”列，或把内容相当的一列改用这个列名"
    ),
    Rule.COLUMN_UNKNOWN: Sentence("无法识别的列“{found}”，该列未读取", "如不需要可以保留"),
    Rule.COLUMN_TWICE: Sentence("“{column}”列出现两次（“{found}”）", "请只保留一列"),
    Rule.ROW_TOO_LONG: Sentence(
        "本行有{found}个单元格，表头只有{expected}个",
        "数字中的千位分隔逗号请去掉（1,234写成1234），含逗号的文字请用双引号括起",
    ),
    Rule.YEAR_UNKNOWN: Sentence(
        "无法确定“{name}”是哪一年的数据",
        "请把文件命名为“年份.csv”（如2023.csv），或用--year指明",
    ),
    Rule.YEAR_AFTER_PLAN: Sentence(
        "{year}年在规划期之后（规划期至{last}年），不作判定", "请核对文件名中的年份"
    ),
    Rule.EARLIER_YEAR_BAD: Sentence(
        "{year}年的数据有错误，出错的行未参与比较", "请运行：jdzplan check {path}"
    ),
    Rule.FILE_NOT_A_YEAR: Sentence(
        "文件名不是年份，没有读取", "年度数据请命名为“年份.csv”；其他文件请移出此文件夹"
    ),
    Rule.ENCODING_NOTED: Sentence("文件按{encoding}编码读取", "如有乱码，请用--encoding指明编码"),
    Rule.TEXT_MANGLED: Sentence(
        "文件中的汉字已成乱码（如“{found}”）", "保存时编码有误，请从原来的文件重新导出"
    ),
    Rule.FILE_OPEN: Sentence(
        "文件可能正在Excel或WPS中打开（有临时文件“{found}”），尚未保存的修改没有读到",
        "请保存并关闭后再检查",
    ),
    Rule.FILE_TOO_LARGE: Sentence(
        "文件有{found}MB，超过了{limit}MB，没有读取", "请核对是否选错了文件"
    ),
    Rule.FORMULA_NOT_CALCULATED: Sentence(
        "公式“{found}”没有计算结果，本行未能读取",
        "请用Excel或WPS打开，待公式算出后保存，或直接填写数值",
    ),
    Rule.SHEET_HIDDEN: Sentence(
        "工作表“{found}”已隐藏，没有读取", "如有需要填报的数据，请取消隐藏"
    ),
    Rule.SHEET_OF_OTHER_YEAR: Sentence(
        "工作表“{found}”是其他年份的，没有读取", "不必修改；其中的数据请填到相应年份的文件"
    ),
    Rule.TOTAL_ROW: Sentence("“{found}”行不是指标，没有采用", "不必修改"),
    Rule.INDICATOR_UNKNOWN: Sentence(
        "规划中没有名为“{found}”的指标", "请使用规划中的指标名称、别名或编号"
    ),
    Rule.NOT_A_FIGURE: Sentence(
        "“{found}”不是可以识别的数值", "请只填一个数，如12.5；没有数据请填“—”"
    ),
    Rule.UNIT_MISSING: Sentence("“{indicator}”没有写单位", "请在“单位”列填写“{expected}”"),
    Rule.UNIT_MISMATCH: Sentence(
        "“{indicator}”的单位“{found}”与规划的单位“{expected}”不符，也无法换算",
        "请核对数值，按“{expected}”填报",
    ),
    Rule.NOT_WHOLE: Sentence(
        "“{indicator}”应为不小于{least}的整数，实为“{found}”", "请填不小于{least}的整数"
    ),
    Rule.STATUS_UNKNOWN: Sentence(
        "无法识别的状态“{found}”", "请填：最终、初步、估计、修订、样例之一，或留空"
    ),
    Rule.YEAR_INVALID: Sentence("“{found}”不是年份", "请填四位年份，如2023"),
    Rule.REGION_UNKNOWN: Sentence(
        "规划没有列出地区“{found}”，本行保留但不参与判定", "合计数请把“地区”留空"
    ),
    Rule.INDICATOR_EMPTY: Sentence("本行没有指标名称", "请填写指标名称；空行请整行清空"),
    Rule.SAMPLE_VALUES: Sentence(
        "{rows}行中有{count}行是样例数据，不是公布的数字",
        "取得正式数据后请替换数值，并改写状态和来源",
    ),
    Rule.NOT_AN_ANSWER: Sentence("“{indicator}”应填是或否，实为“{found}”", "请填“是”或“否”"),
    Rule.TASK_UNKNOWN: Sentence("规划中没有名为“{found}”的任务", "请使用规划中的任务名称或编号"),
    Rule.STAGE_UNKNOWN: Sentence(
        "无法识别的阶段“{found}”", "请填：未启动、进行中、完成、停止之一，或留空"
    ),
    Rule.FIGURE_NORMALISED: Sentence("“{found}”中有全角数字，按{read}读取", "不必修改"),
    Rule.SCIENTIFIC: Sentence(
        "“{found}”是科学记数法，按{read}读取，末尾的位数可能已经丢失",
        "请把单元格设为“数值”格式后重新导出，填写完整的数",
    ),
    Rule.RELEASE_UNKNOWN: Sentence(
        "“{found}”不是可以识别的发布日期", "请写成2024-01-17、2024-01或2024年1月17日"
    ),
    Rule.RELEASE_TOO_EARLY: Sentence(
        "“{indicator}”的发布日期{found}早于数据所属的{expected}年", "请核对发布日期和文件的年份"
    ),
    Rule.OTHER_BASIS: Sentence(
        "“{indicator}”按“{expected}”口径判定，本行口径为“{found}”，保留但不参与判定",
        "不必修改；如口径填错请改正",
    ),
    Rule.YEAR_DISAGREES: Sentence(
        "本行年份为{found}，文件是{expected}年的",
        "请核对：改正年份，或把本行移到相应年份的文件",
    ),
    Rule.FILED_TWICE: Sentence(
        "“{indicator}”重复填报，{first}已有一行，均不判定",
        "请只保留正确的一行；如为先后发布的不同版本，请逐行填写发布日期",
    ),
    Rule.NAME_DISAGREES: Sentence(
        "编号是“{indicator}”，名称却是“{found}”", "请核对数值是否串行，使编号与名称一致"
    ),
    Rule.PART_EXCEEDS_WHOLE: Sentence(
        "“{indicator}”为{found}，超过其所属的“{whole}”（{limit}），两项均不作判定",
        "请核对两项的数值和口径",
    ),
    Rule.DERIVED_DISAGREES: Sentence(
        "“{indicator}”填报为{found}，按公式{formula}计算为{computed}，相差超出四舍五入的范围",
        "请核对填报数与公式中各项数据是否为同一口径、同一版本",
    ),
    Rule.COUNT_DISAGREES: Sentence(
        "“{indicator}”填报为{found}，而已填报的{answers}个列名对象中完成{counted}个，不作判定",
        "请核对总数与各成员的填报",
    ),
    Rule.IMPLAUSIBLE: Sentence(
        "“{indicator}”为{found}，与此前或目标的{other}相差约{times}倍", "请核对数值和单位"
    ),
    Rule.HISTORY_REWRITTEN: Sentence(
        "“{indicator}”{year}年的最终数原为{old}（{since}），现改为{found}，未标明修订",
        "若为修订，请将状态填为“修订”，并注明来源；若为误改，请恢复原值",
    ),
    Rule.UNAMENDED: Sentence(
        "规划对“{indicator}”的要求被直接改写（{changes}），没有登记规划调整",
        "请恢复原值：经批准的调整登记在amendments中，基期值的修订登记在revisions中；"
        "若为更正录入错误，请在提交说明中写明",
    ),
    Rule.BASIS_DIFFERS: Sentence(
        "“{indicator}”涉及口径不同的数据（{bases}），不能合并计算或比较，不作判定",
        "请换成同一口径的数据，或核对“口径”列",
    ),
    Rule.FIGURE_OVERDUE: Sentence(
        "“{indicator}”{year}年的数应于{since}前公布，尚未填报", "请向责任单位（{owner}）催报"
    ),
    Rule.TASK_OVERDUE: Sentence(
        "任务“{indicator}”应于{since}前完成，尚未完成",
        "请向责任单位（{owner}）催办；已完成的请补报并附佐证材料",
    ),
    Rule.NO_EVIDENCE: Sentence(
        "“{indicator}”填报为已完成，但未提供佐证材料", "请在“佐证材料”列写明：{expected}"
    ),
}

_V = Rule.WRONG_VALUE
_VARIANTS = {
    (Rule.FIGURE_OVERDUE, "nobody"): Sentence(
        "“{indicator}”{year}年的数应于{since}前公布，尚未填报", "规划未明确责任单位，请先落实"
    ),
    (Rule.TASK_OVERDUE, "nobody"): Sentence(
        "任务“{indicator}”应于{since}前完成，尚未完成",
        "规划未明确责任单位，请先落实；已完成的请补报并附佐证材料",
    ),
    (Rule.WRONG_VALUE, "empty_lag"): Sentence(
        "“{where}”没有内容", "请写months（月数），或用zh、en写明"
    ),
    (Rule.YAML_SYNTAX, "tab"): Sentence("缩进中有制表符（Tab）", "请把制表符换成空格"),
    (Rule.YAML_SYNTAX, "wide_colon"): Sentence(
        "键名后面是全角冒号“：”", "请改为半角冒号加一个空格“: ”"
    ),
    (_V, "wide_colon"): Sentence(
        "“{where}”处“{found}”中有全角冒号“：”，没有读成键和值",
        "请改为半角冒号加一个空格“: ”",
    ),
    (_V, "number"): Sentence(
        "“{where}”应为数字，实为“{found}”",
        "请写普通的十进制数，如2.5，不加引号、逗号、单位或前导零",
    ),
    (_V, "int_type"): Sentence("“{where}”应为整数，实为“{found}”", "请写整数，不加引号"),
    (_V, "greater_than_equal"): Sentence("“{where}”的值“{found}”太小", "不得小于{ge}"),
    (_V, "less_than_equal"): Sentence("“{where}”的值“{found}”太大", "不得大于{le}"),
    (_V, "string_type"): Sentence("“{where}”应为文字，实为“{found}”", "请填写文字；数字请加引号"),
    (_V, "string_too_short"): Sentence("“{where}”不能为空", "请填写，或整行删去"),
    (_V, "string_pattern_mismatch"): Sentence(
        "“{where}”的值“{found}”格式不符", "应符合格式{pattern}"
    ),
    (_V, "bool_type"): Sentence("“{where}”应为true或false，实为“{found}”", "请写true或false"),
    (_V, "enum"): Sentence("“{where}”的值“{found}”不在可选范围内", "可选：{expected}"),
    (_V, "model_type"): Sentence(
        "“{where}”下应有若干键，实为“{found}”", "请按“键: 值”分行写在其下"
    ),
    (_V, "dict_type"): Sentence("“{where}”下应有若干键，实为“{found}”", "请按“键: 值”分行写在其下"),
    (_V, "tuple_type"): Sentence(
        "“{where}”应为列表，实为“{found}”", "请写成[甲, 乙]，或每行一个“- ”"
    ),
    (_V, "too_short"): Sentence("“{where}”至少要有{min_length}项", "请补充"),
    (_V, "too_long"): Sentence("“{where}”至多只能有{max_length}项", "请删去多余的"),
    (_V, "date_from_datetime_parsing"): Sentence(
        "“{where}”应为日期，实为“{found}”", "请写成2022-06-20的形式"
    ),
    (_V, "one_bound"): Sentence(
        "“{where}”应当恰有一个界限，现有：{given}",
        "请在at_least、more_than、at_most、less_than、between中只写一个",
    ),
    (_V, "empty_band"): Sentence("“{where}”的between下限不小于上限", "请写成[下限, 上限]"),
    (_V, "empty_text"): Sentence("“{where}”没有文字", "请至少写zh或en"),
    (_V, "empty_source"): Sentence(
        "“{where}”没有指明出处", "请写chapter（章号或标题），或另一文件的document"
    ),
    (Rule.YAML_SYNTAX, "quote"): Sentence(
        "引号从这里开始，没有结束", "请补上另一半引号，并使用半角引号"
    ),
    (Rule.YAML_SYNTAX, "control"): Sentence("有不可见的控制字符（{found}）", "请删去该字符"),
    (_V, "year"): Sentence("“{where}”应为年份，实为“{found}”", "请写四位年份，如2020"),
    (_V, "date"): Sentence("“{where}”应为日期，实为“{found}”", "请写成2022-06-20的形式"),
    (_V, "word_or_number"): Sentence("“{where}”应为序号或名称，实为“{found}”", "请写整数或文字"),
    (_V, "band"): Sentence("“{where}”应为两个数，实为“{found}”", "请写成[下限, 上限]"),
    (_V, "source"): Sentence(
        "“{where}”没有写成出处，实为“{found}”", "请写成{{chapter: 1, section: 5}}的形式"
    ),
    (Rule.YAML_REFUSED, "documents"): Sentence(
        "一个文件里有多份YAML文档", "请删去“---”及其后的文档"
    ),
    (Rule.YAML_REFUSED, "alias"): Sentence(
        "别名（*）展开后过大或循环引用", "请把引用的内容直接写出"
    ),
    (Rule.YAML_REFUSED, "depth"): Sentence(
        "嵌套过深", "规划文件不需要这样深的层次，请检查括号和缩进"
    ),
    (Rule.YAML_REFUSED, "tag"): Sentence("不允许使用标签“{found}”", "请删去以“!”开头的标签"),
    (Rule.YAML_REFUSED, "key"): Sentence("键必须是一个词", "请检查括号和冒号"),
    (Rule.YEAR_ORDER, "period"): Sentence(
        "规划期的年份次序有误", "应满足baseline < first <= last，如2020、2021、2025"
    ),
    (Rule.YEAR_ORDER, "baseline"): Sentence("基期{year}年不早于规划期第一年", "基期应在规划期之前"),
    (Rule.YEAR_ORDER, "target"): Sentence("{year}年不在规划期内", "请改为规划期内的年份"),
    (Rule.YEAR_ORDER, "milestone"): Sentence(
        "中间目标的年份{year}不在起点（{first}年）与目标年（{last}年）之间",
        "请改正年份；目标年的数写在目标本身",
    ),
    (Rule.FORM_CONFLICT, "no_milestones"): Sentence(
        "path为points，但目标没有列出中间年份的数值",
        "请在target下补milestones，如{{2023: 2.35}}，或改用linear",
    ),
    (Rule.FORM_CONFLICT, "milestones"): Sentence(
        "目标列有中间年份的数值（milestones），path却是{found}", "请删去其中一个"
    ),
    (_V, "bands"): Sentence(
        "“{where}”的值“{found}”不是已知的统计机构", "可选：{expected}；也可逐项写明界限"
    ),
    (Rule.HISTORY_REWRITTEN, "gone"): Sentence(
        "“{indicator}”{year}年的最终数{old}（{since}）现在没有了",
        "请恢复这一行；确需撤回的，保留该行，状态填为“修订”，并注明来源",
    ),
    (Rule.HISTORY_REWRITTEN, "unsettled"): Sentence(
        "“{indicator}”{year}年的{old}原为最终数（{since}），现在的状态是“{status}”",
        "最终数不应退回未定状态；若为修订，请将状态填为“修订”，并注明来源",
    ),
    (Rule.UNAMENDED, "removed"): Sentence(
        "“{indicator}”已从规划中删去，没有登记规划调整",
        "若为误删，请恢复；若经批准取消，任务请在amendments中登记，其他的请在提交说明中写明文号",
    ),
    (Rule.UNAMENDED, "decision"): Sentence(
        "已登记的规划调整“{found}”被删去或改写",
        "请恢复；又有新的决定的，另行登记一次调整",
    ),
    (Rule.IMPLAUSIBLE, "times_10"): Sentence(
        "“{indicator}”为{found}，与此前或目标的{other}相差约10倍", "请核对小数点的位置"
    ),
    (Rule.IMPLAUSIBLE, "times_100"): Sentence(
        "“{indicator}”为{found}，与此前或目标的{other}相差约100倍",
        "请核对是否把百分数填成了小数（12.5%写成0.125），或小数点错位",
    ),
    (Rule.IMPLAUSIBLE, "times_10000"): Sentence(
        "“{indicator}”为{found}，与此前或目标的{other}相差约1万倍",
        "请核对单位，是否把亿元与万元、万人与人弄混",
    ),
    (Rule.IMPLAUSIBLE, "times_100000000"): Sentence(
        "“{indicator}”为{found}，与此前或目标的{other}相差约1亿倍",
        "请核对单位，是否把亿元与元弄混",
    ),
    (Rule.PART_EXCEEDS_WHOLE, "plan"): Sentence(
        "{year}年“{indicator}”列示为{found}，超过其所属的“{whole}”（{limit}）",
        "请核对两项的数值和口径，或删去这一包含关系",
    ),
    (Rule.DERIVED_DISAGREES, "plan"): Sentence(
        "“{indicator}”{year}年列示为{found}，按公式{formula}计算为{computed}，相差超出四舍五入的范围",
        "请核对公式和所用各项数据",
    ),
    (Rule.INDICATOR_UNKNOWN, "task"): Sentence(
        "“{found}”是任务，不是指标", "请填到“年份.tasks.csv”，如2023.tasks.csv"
    ),
    (Rule.COUNT_DISAGREES, "beyond"): Sentence(
        "“{indicator}”填报为{found}，多于全部{members}个成员，不判定", "请核对个数"
    ),
    (Rule.FORM_CONFLICT, "beyond_members"): Sentence(
        "要求{found}个，多于列出的{expected}个成员", "请补全members，或核对界限"
    ),
    (Rule.FORM_CONFLICT, "stretch"): Sentence(
        "stretch为{found}，没有超过界限{expected}", "stretch是“2—3个”中的3，应比界限更高"
    ),
    (Rule.FORM_CONFLICT, "itself"): Sentence(
        "部分和整体是同一项（“{found}”）", "请改正part或whole"
    ),
    (Rule.FORM_CONFLICT, "figures"): Sentence(
        "form为{form}的目标不能用figures: {found}来判定", "可用：{expected}"
    ),
    (Rule.FORMULA_WRONG, "cut_short"): Sentence(
        "公式“{formula}”不完整", "请补上运算符后面的编号或数字，或删去多余的运算符"
    ),
    (Rule.FORMULA_WRONG, "circle"): Sentence(
        "公式“{formula}”循环引用“{found}”", "请改正公式，使任何一项都不由自身算出"
    ),
    (Rule.RELATION_CONFLICT, "missing"): Sentence(
        "rule为{rule}的关系缺少键“{key}”", "请补上“{key}”，或改用相应的rule"
    ),
    (Rule.RELATION_CONFLICT, "direction"): Sentence(
        "“{found}”越低越好，rule却是{rule}", "“位次不后移”“只降不升”请写not_rise，要求下降写fall"
    ),
    (Rule.RELATION_CONFLICT, "rank"): Sentence(
        "rule为{rule}的关系只比较位次，“{found}”不是位次", "请改为kind为rank的数据项"
    ),
    (Rule.FILED_TWICE, "task"): Sentence(
        "“{indicator}”重复填报，{first}已有一行，均不判定", "请只保留正确的一行"
    ),
    (Rule.FILED_TWICE, "differs"): Sentence(
        "“{indicator}”填报了两次，内容不同：{first}为“{other}”，此处为“{found}”，均未采用",
        "请向责任单位核实，只保留正确的一处",
    ),
    (Rule.NOT_AN_ANSWER, "number"): Sentence(
        "“{indicator}”应填数字，实为“{found}”", "请填阿拉伯数字；没有数据请填“—”"
    ),
    (Rule.FILE_UNREADABLE, "not_a_file"): Sentence(
        "这不是一个普通文件", "请给出CSV或Excel文件的路径"
    ),
    (Rule.FILE_UNREADABLE, "lfs"): Sentence(
        "这只是Git LFS的指针，内容不在其中",
        "请先运行git lfs pull；年度数据很小，最好直接存入git，不用LFS",
    ),
    (Rule.FILE_UNREADABLE, "link"): Sentence(
        "这是符号链接，所指的文件不在这个版本中", "请在仓库中存放文件本身"
    ),
    (Rule.FILE_UNREADABLE, "no_excel"): Sentence(
        "读取Excel文件所需的组件没有安装",
        '请运行：pip install "jdzplan[excel]"，或另存为“CSV UTF-8（逗号分隔）”',
    ),
    (Rule.FILE_UNREADABLE, "password"): Sentence(
        "工作簿设有打开密码，无法读取", "请在Excel或WPS中取消打开密码后保存"
    ),
    (Rule.FILE_UNREADABLE, "renamed"): Sentence(
        "文件扩展名是{expected}，内容却是{found}格式",
        "请用Excel或WPS打开后另存为{expected}格式，不要只改扩展名",
    ),
    (Rule.FILE_UNREADABLE, "not_a_workbook"): Sentence(
        "文件不是Excel工作簿，或者已经损坏", "请用Excel或WPS打开核对，重新另存为.xlsx格式"
    ),
    (Rule.FILE_UNREADABLE, "too_large"): Sentence(
        "工作簿解压后过大，没有读取", "请把数据复制到新的工作簿，只保留需要填报的工作表"
    ),
    (Rule.FILE_UNREADABLE, "document_type"): Sentence(
        "工作簿中有不允许的XML实体声明，没有读取", "请用Excel或WPS打开后重新另存为.xlsx格式"
    ),
    (Rule.FILE_UNREADABLE, "beyond"): Sentence(
        "每个工作表只读取前{rows}行、前{columns}列，此处及之后的内容没有读取",
        "请删去多余的内容，或分成几个工作表",
    ),
    (Rule.FILE_NOT_A_YEAR, "workbook"): Sentence(
        "不指名时只读取CSV文件，这个工作簿没有读取",
        "请运行：jdzplan check {name}，或另存为“CSV UTF-8（逗号分隔）”",
    ),
    (Rule.FILE_TOO_LARGE, "extra"): Sentence(
        "文件有{found}MB，超过逐行读取的上限{limit}MB，没有读取",
        '如果没有选错文件，请安装读取大文件的组件：pip install "jdzplan[panel]"',
    ),
    (Rule.FILE_TOO_LARGE, "shape"): Sentence(
        "文件有{found}MB，超过逐行读取的上限{limit}MB，又不是一张完整的表，没有读取",
        "请只在最上面保留一行表头，中间不要再有表头、标题和单位行；或者拆分成较小的文件",
    ),
    (Rule.FILE_TOO_LARGE, "year"): Sentence(
        "文件有{found}MB，超过逐行读取的上限{limit}MB，文件名中又没有年份，没有读取",
        "请在文件名中写明年份，如2023.csv；或者用--year指定年份",
    ),
    (Rule.FILE_TOO_LARGE, "second"): Sentence(
        "文件有{found}MB，超过逐行读取的上限{limit}MB，同一年度又已有一个大文件，没有读取",
        "请把同一年度的数据合并到一个文件中",
    ),
    (Rule.FILE_TOO_LARGE, "text"): Sentence(
        "文件有{found}MB，超过逐行读取的上限{limit}MB，又无法识别编码，没有读取",
        "请另存为“CSV UTF-8（逗号分隔）”",
    ),
    (Rule.FILE_TOO_LARGE, "engine"): Sentence(
        "文件有{found}MB，超过逐行读取的上限{limit}MB，筛选时又出错（{cause}），没有读取",
        "请先排除上述错误，如腾出磁盘空间、开放读取权限；或者拆分成较小的文件",
    ),
    (Rule.FILE_EMPTY, "tasks"): Sentence("文件是空的", "第一行应为表头，至少有“任务”和“阶段”两列"),
    (Rule.FILE_EMPTY, "no_rows"): Sentence("只有表头，没有数据行", "请至少填写一行"),
    (Rule.COLUMN_UNKNOWN, "headless"): Sentence(
        "这一列没有表头，列中的内容没有读取", "请补上表头，或清空这一列"
    ),
    (Rule.NOT_A_FIGURE, "nothing_but_words"): Sentence(
        "“{found}”中没有数字", "请填阿拉伯数字；没有数据请填“—”，尚未公布请填“未公布”"
    ),
    (Rule.YEAR_DISAGREES, "title"): Sentence(
        "表格标题写的是“{found}”，而按{expected}年的数据读取，本表未读取",
        "请核对：改正标题或文件名，或用--year指明年份",
    ),
    (Rule.YEAR_DISAGREES, "file_name"): Sentence(
        "文件名中的年份是{found}，--year却是{expected}", "请去掉--year，或改正文件名"
    ),
    (Rule.YEAR_ORDER, "rule_years"): Sentence("first晚于last", "请核对考核的起止年份"),
    (Rule.PLAN_UNREADABLE, "empty"): Sentence("规划文件是空的", "请从plan、goals、indicators写起"),
    (Rule.FORMULA_NOT_CALCULATED, "empty"): Sentence(
        "公式的结果是空的，按未填报处理（.xls格式分不清是没有计算，还是结果本来为空）",
        "请用Excel或WPS打开，另存为.xlsx格式；确实没有数的，请填“—”",
    ),
    (Rule.COLUMN_MISSING, "sideways"): Sentence(
        "表格是横排的（{found}），指标不在同一列",
        "请复制后用“选择性粘贴—转置”，每个指标一行，列名用“指标”“数值”“单位”",
    ),
    (Rule.NOT_A_FIGURE, "too_narrow"): Sentence(
        "单元格里只有“{found}”，是列宽不够时显示的", "请加大列宽后重新复制或导出"
    ),
    (Rule.NOT_A_FIGURE, "status"): Sentence(
        "“{found}”中除数值外还写有数据状态", "这里只填数；预计、初步等请填在“状态”列"
    ),
    (Rule.NOT_A_FIGURE, "two_lines"): Sentence(
        "单元格内有两行数字（“{found}”），不知道是一个数还是两个数", "请只填一个数，写在一行内"
    ),
    (Rule.NOT_A_FIGURE, "cut"): Sentence(
        "数值中的千位分隔逗号把“{found}”分成了两格", "请去掉逗号（1,234写成1234），或用双引号括起"
    ),
    (Rule.NOT_A_FIGURE, "spreadsheet_error"): Sentence(
        "“{found}”是公式出错的结果", "请改正表格中的公式后重新导出"
    ),
    (Rule.NOT_A_FIGURE, "separators"): Sentence(
        "“{found}”中的逗号或空格位置不对", "请去掉逗号和空格，如1234；小数点请用“.”"
    ),
    (Rule.NOT_A_FIGURE, "date"): Sentence(
        "“{found}”像是日期", "请把单元格设为“数值”格式，填写原来的数"
    ),
    (Rule.NOT_A_FIGURE, "trailing_mark"): Sentence(
        "“{found}”的数字后面有脚注标记", "请把脚注移到“备注”列，这里只填数"
    ),
    (Rule.NOT_A_FIGURE, "two_qualifiers"): Sentence(
        "“{found}”同时有两种限定", "请只留一种，如“≥70”或“70以上”"
    ),
    (Rule.NOT_A_FIGURE, "empty_interval"): Sentence(
        "“{found}”的下限不小于上限", "区间请写成“2-3”，先小后大"
    ),
    (Rule.NOT_WHOLE, "rank"): Sentence(
        "“{indicator}”是位次，不能是“{found}”", "请填1、2、3这样的整数"
    ),
}

ZH = Words(
    language="zh",
    findings=_FINDINGS | FINDINGS_ZH | BROKEN_DOWN_ZH,
    variants=_VARIANTS | VARIANTS_ZH | BROKEN_DOWN_VARIANTS_ZH,
    adjusted=ADJUSTED_ZH,
    near="是否为“{near}”？",
    all_of="、",
    columns={
        "indicator": "指标",
        "name": "指标名称",
        "task": "任务",
        "stage": "阶段",
        "evidence": "佐证材料",
        "value": "数值",
        "unit": "单位",
        "region": "地区",
        "status": "状态",
        "released": "发布日期",
        "basis": "口径",
        "source": "来源",
        "note": "备注",
        "year": "年份",
        "definition": "定义",
        "due": "完成期限",
    },
    sheet={
        "indicator": "编号",
        "name": "指标名称",
        "value": "数值",
        "unit": "单位",
        "region": "地区",
        "status": "状态",
        "released": "发布日期",
        "basis": "口径",
        "source": "来源",
        "note": "备注",
        "definition": "定义",
        "task": "任务编号",
        "task_name": "任务名称",
        "stage": "阶段",
        "evidence": "佐证材料",
        "due": "完成期限",
        "yes": "是",
        "no": "否",
        "no_owner": "责任单位未明确",
    },
    severities={
        Severity.ERROR: "错误",
        Severity.WARNING: "警告",
        Severity.INFO: "提示",
    },
    verdicts={
        Verdict.ACHIEVED: "完成",
        Verdict.AHEAD: "快于预期",
        Verdict.ON_TRACK: "符合预期",
        Verdict.LAGGING: "进度偏慢",
        Verdict.BEHIND: "滞后",
        Verdict.DETERIORATING: "倒退",
        Verdict.REGRESSED: "达标后回落",
        Verdict.MISSED: "未完成",
        Verdict.NOT_ASSESSED: "无法判定",
    },
    reasons={
        Reason.NOT_REPORTED: "本年未填报",
        Reason.NO_DATA: "填报为“无数据”",
        Reason.NOT_YET_PUBLISHED: "数据尚未公布",
        Reason.ROW_REJECTED: "数据所在的行或文件有错误，改正后再判定",
        Reason.NO_BASELINE: "规划没有给出基期值，目标年之前无法测算进度",
        Reason.BOUNDS_DISAGREE: "公布值为区间或上下限，部分数值达标、部分未达标，需填报确切数值",
        Reason.MISSING_YEARS: "部分年份数据缺失",
        Reason.MISSING_MEMBERS: "部分列名对象未填报",
        Reason.NOT_DUE: "本年不在考核年份之内",
        Reason.OUTSIDE_PERIOD: "本年不在规划期内",
        Reason.DEFINITION_UNCONFIRMED: "口径或单位有待确认，暂不判定",
        Reason.DEFINITION_INCOMPLETE: "规划文件缺少判定所需的内容",
        Reason.EXTERNAL_STANDARD_MISSING: "所依据的上级文件及数值尚未取得",
        Reason.NO_REFERENCE: "缺少对比数据",
        Reason.GROWTH_UNDEFINED: "数值为零或负数，无法计算增速或比例",
        Reason.BASIS_DIFFERS: "数据口径不同，不可比",
        Reason.NO_EVIDENCE: "填报为已完成，但未提供佐证材料",
        Reason.NEVER_JUDGED: "原则性要求，仅列示，不作判定",
        Reason.WITHDRAWN: "已按规划调整取消",
        Reason.NO_TARGET: "没有该地区的目标",
        Reason.NOT_IN_PANEL: "面板不判定这一类，请用check",
    },
    flags={
        Flag.AT_RISK: "达标，但较此前回落",
        Flag.FELL_BACK: "以前年度曾达标",
        Flag.PROVISIONAL: "初步数",
        Flag.SAMPLE: "样例",
        Flag.BOUNDED: "按公布的上（下）限判定",
        Flag.APPROXIMATE: "约数",
        Flag.ROUNDING_SENSITIVE: "受数据修约影响（判定可能为{verdicts}）",
        Flag.METHOD_DISAGREEMENT: "若按年均增速测算，判定结果不同",
        Flag.SERIES_BREAK: "与基期或以前年度口径不同",
        Flag.DEFINITION_UNCONFIRMED: "口径待确认",
        Flag.AMENDED: "按调整后的要求判定",
    },
    statuses={
        Status.FINAL: "最终数",
        Status.PRELIMINARY: "初步数",
        Status.ESTIMATED: "估计数",
        Status.REVISED: "修订数",
        Status.SAMPLE: "样例",
    },
    stages={
        Stage.NOT_STARTED: "未启动",
        Stage.UNDER_WAY: "进行中",
        Stage.DONE: "完成",
        Stage.STOPPED: "停止",
    },
    tiers={
        Tier.CORE: "主要指标",
        Tier.GOAL: "发展目标正文中的指标",
        Tier.CHAPTER: "各章中的指标",
        Tier.IMPLIED: "全覆盖及年度性要求",
        Tier.SET: "列名的单位和项目",
    },
    forms={
        Form.BY_YEAR: "到期达标",
        Form.EVERY_YEAR: "逐年达标",
        Form.CUMULATIVE: "累计达到",
        Form.CUMULATIVE_REDUCTION: "累计降低",
        Form.AVERAGE_GROWTH: "年均增长",
        Form.NAMED_SET: "列名事项完成",
    },
    strengths={Strength.HARD: "硬性要求", Strength.SOFT: "导向性要求"},
    qualifiers={
        Qualifier.EXACT: "{value}",
        Qualifier.APPROXIMATE: "约{value}",
        Qualifier.AT_LEAST: ">={value}",
        Qualifier.MORE_THAN: ">{value}",
        Qualifier.AT_MOST: "<={value}",
        Qualifier.LESS_THAN: "<{value}",
        Qualifier.BETWEEN: "{value}-{upper}",
    },
    units={},
    table={
        "achieved_early": "提前完成",
        "achieved_yearly": "年度达标",
        "title": "{title}　{year}年",
        "name": "指标",
        "unit": "单位",
        "baseline": "基期值",
        "target": "目标值",
        "expected": "应达值",
        "actual": "实际值",
        "share": "完成进度",
        "elapsed": "时序进度",
        "pace": "进度比",
        "verdict": "判定",
    },
    needs={
        "points": "个百分点",
        "by_year": "距{due}年目标还差{distance}；今后{years}年需年均{needed}，{so_far}",
        "odds": "推算{due}年达标的可能性{odds}",
        "by_growth": "距{due}年目标还差{distance}；今后{years}年需年均{needed}，此前年均{so_far}",
        "grows": "增长{rate}%",
        "falls": "下降{rate}%",
        "index_points": "点",
        "incomplete": "按已填报的部分判定",
        "linear_disagrees": "若按每年等量增长测算，判定结果不同",
        "so_far": "此前年均{achieved}",
        "unchanged": "与基期持平",
        "short": "距{due}年目标还差{distance}",
        "missed": "未达到{due}年目标，差{distance}",
        "missed_at_bound": "公布数据未达到目标要求（{bound}）",
        "kept_not": "未达到本年要求，差{distance}",
        "years_missed": "规划期内未达到的年份：{years}",
        "flags": "注：{flags}",
        "stands": "沿用目标年（{due}年）的判定结果",
        "or": "或",
        "lacking": "（{fields}）",
        "rows": "（本列共有{rows}行如此）",
        "stated": "规划要求：{printed}",
        "reading": "按“{name}”口径测算：{verdict}",
        "parts": "根据{parts}计算",
        "part": "{name}{value}",
        "of_basis": "{value}（{basis}）",
        "release": "{status}{value}",
        "release_dated": "{status}{value}（{released}）",
        "then": " → ",
        "vintages": "数据版本：{releases}，判定不变",
        "vintages_changed": "数据版本：{releases}，判定：{verdicts}",
        "up_points": "提高",
        "down_points": "降低",
        "up": "增加",
        "down": "减少",
        "stop": "；",
    },
    view={
        "compared": "各路径判定不同的指标",
        "paths": "{name}：{sides}",
        "on_path": "{path}为{verdict}",
        "path_linear": "直线",
        "path_compound": "复合增长",
        "path_points": "中间目标",
        "core": "主要指标",
        "indicators": "指标",
        "relations": "比较性要求",
        "tasks": "任务",
        "regional": "地区分解目标",
        "whole": "总目标",
        "regions": "分解到地区的目标（加--by region逐地区列出）",
        "of_region": "{name}（{region}）",
        "part": "· {region}",
        "worse": "{verdict}：{regions}",
        "others": "{regions}等{count}个",
        "rest": "其余事项按发展目标汇总（加--all逐项列出）",
        "attention": "需重点关注的事项",
        "count": "{kind}{total}项，已判定{judged}项：{list}",
        "count_none": "{kind}{total}项，暂无法判定",
        "worst": "最低等次为{worst}",
        "group": "{name}：{counts}",
        "goal": "{name}（{key}）",
        "between": "；",
        "chapter": "第{number}章",
        "elsewhere": "其他文件",
        "item": "{verdict}：{name}",
        "about": "（{about}）",
        "side": "{year}年{value}",
        "overdue": "逾期",
        "not_due": "未到完成时限",
        "due": "应于{year}年底前完成",
        "due_assumed": "规划未明确时限，按{year}年底计",
        "evidence": "佐证材料：{evidence}",
        "wanted": "应提供的佐证材料：{evidence}",
    },
    dictionary={
        "definition": "定义",
        "formula": "计算公式",
        "frequency": "发布频率",
        "publication_lag": "公布时滞",
        "provider": "数据提供单位",
    },
    roles={
        "lead": "牵头",
        "support": "配合",
        "provider": "提供数据",
        "nobody": "未明确",
        "mark": "〔{role}，牵头单位：{lead}〕",
        "role": "〔{role}〕",
    },
    lists={
        "file": "{years}-问题清单-{unit}",
        "title": "问题清单：{unit}（{plan}）",
        "findings": "数据质量问题",
        "common": "不属于具体单位的问题（文件、规划文件、无法识别的名称）",
        "bad": "{year}年进度不及预期的事项",
        "open": "{year}年待补报、待改正或待补佐证材料的事项",
        "counts": "{year}年牵头事项合计：{counts}",
        "none": "没有需要处理的问题。",
        "elsewhere": "另有{count}个问题不属于具体单位，见“{unit}”清单。",
        "overdue": "{plan}　截至{day}的逾期事项：{count}项",
        "due_figure": "{name}　{year}年数据，应于{since}前公布",
        "due_task": "任务：{name}，应于{since}前完成",
        "since": "应于何时",
        "unit": "单位",
        "role": "职责",
        "kind": "类别",
        "year": "年份",
        "name": "名称",
        "judged": "判定或级别",
        "about": "说明",
        "mend": "处理办法",
        "place": "位置",
        "code": "规则代码",
        "finding": "数据质量问题",
        "indicator": "指标",
        "relation": "比较性要求",
        "task": "任务",
    },
    footer={
        "one": "{name}{count}项",
        "findings": "数据质量问题：错误{error}个，警告{warning}个，提示{info}个。",
        "explain": "查看代码的说明：jdzplan explain {code}",
        "samples": "※ 样例数据{count}项，仅供演示，非公布数据。",
        "list": "，",
    },
    digest=DIGEST_ZH,
    gate={
        "verdict": "{year}年{said}",
        "verdict_title": "未通过检查：{verdict}",
        "more": "（另有{count}处未逐条标注，见日志）",
        "setting": "设置",
        "value": "现行值",
        "origin": "来源",
        "named": "{name}（{key}）",
        "fail_on": "不予通过的问题级别",
        "fail_on_verdict": "不予通过的判定等次",
        "verdicts_of": "计入的指标范围",
        "samples": "样例数据",
        "path": "目标路径",
        "bands.ahead": "快于预期的界限",
        "bands.on_track": "符合预期的界限",
        "bands.lagging": "进度偏慢的界限",
        "bands.behind": "滞后的界限",
        "adjustment.behind_years": "建议评估所依据的连续滞后年数",
        "command_line": "命令行{where}",
        "environment": "环境变量{where}",
        "plan": "规划文件{where}",
        "default": "缺省值",
    },
)
