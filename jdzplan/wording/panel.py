"""What `jdzplan panel` says: help, progress, what became of rows, refusals. Loads nothing."""

from collections.abc import Mapping

_ZH = {
    "panel": "逐地区、逐指标、逐年判定：读取CSV、Parquet文件或数据库中的表，在数据库内计算。",
    "actuals": "实际数据：CSV或Parquet文件（可用通配符），或数据库中的表名。",
    "targets": "各地区的目标：CSV或Parquet文件，或表名；须有地区、指标、目标值三列，"
    "可有基期值、上限。可重复使用。",
    "database": "数据库的地址：postgres://用户@主机/库、spark://主机:7077（本机为spark:local[2]），或duckdb:///路径；"
    "缺省为内存中的DuckDB。",
    "memory": "内嵌数据库的内存上限，如800MB；超出部分写入临时文件。",
    "by": "计数所用的列，以逗号分隔：region、indicator、year、goal，"
    "或目标表中的其他列，如province。",
    "panel_year": "只输出这一年的判定。",
    "panel_output": "每个地区、指标、年份一行的判定写入此处：.parquet或.csv文件，"
    "否则为数据库中的表。",
    "panel_counts": "计数写入此处，写法同上；缺省时输出到标准输出。",
    "panel_format": "标准输出上计数的格式：text或csv。",
    "panel_force": "允许覆盖已有的文件或表。",
    "panel_quiet": "不显示进度。",
    "needs_panel": '本命令需要附加组件panel：pip install "jdzplan[panel]"。',
    "step_targets": "读取目标",
    "step_figures": "已有目标{count}条；读取并判定实际数据",
    "step_cells": "{count}种单元格不是普通数字，已按填报规则识读；重新判定",
    "step_rows": "有重复填报、没有目标或目标年之后的数据，改为逐行判定",
    "step_twice": "有{count}行重复填报，逐一查找",
    "step_missing": "查找没有填报的，共{count}项",
    "step_written": "已写入{path}",
    "rows": "共{count}行，用时{seconds}秒。",
    "row_outside_period": "{count}行的年份不在规划期内，未判定。",
    "row_year_unreadable": "{count}行的年份无法识读，未判定。",
    "row_indicator_unknown": "{count}行的指标不在规划中，未判定。",
    "row_series": "{count}行是没有目标的数据项，不需判定。",
    "row_not_read": "{count}行的数值或单位无法识读，判定为row_rejected。",
    "row_status_unknown": "{count}行的状态无法识读，判定为row_rejected。",
    "row_not_whole": "{count}行应为整数而带小数，或小于应有的最小值，判定为row_rejected。",
    "row_filed_twice": "{count}项在同一地区、同一年重复填报，判定为row_rejected。",
    "row_bounded": "{count}行的数值为区间或上下限（如≤2.28），未判定，请用check判定。",
    "row_too_long": "{count}行的数值超过小数点前后各15位，未判定，请用check判定。",
    "row_too_many": "{count}行的单元格写法过多，超过{most}种，未判定；请先统一写法和单位。",
    "row_no_target": "{count}行所在地区没有该指标的目标，未判定。",
    "row_target_unusable": "{count}行所在地区的目标或基期值无法识读，未判定。",
    "such_as": "如：{examples}。",
    "between": "；",
    "column_region": "地区",
    "column_indicator": "指标",
    "column_year": "年份",
    "column_goal": "目标",
    "column_verdict": "判定",
    "column_reason": "原因",
    "column_count": "项数",
    "lines": "{count}行不成表格（列数不符或引号不配对），未读入：{places}",
    "target_names": "目标表中有{count}个指标不在规划中：{names}",
    "target_unusable": "目标表中有{count}条目标无法识读（应为数字；区间须有上限）。",
    "unheeded": "{columns}列在面板判定中不起作用；同一年有多个发布值的，请只保留一个。",
    "no_engine": "不支持这种数据库（{scheme}），可用的有：{known}。",
    "needs_engine": '使用{scheme}数据库需要附加组件：pip install "jdzplan[{extra}]"。',
    "no_connection": "无法连接数据库（{url}）：{problem}",
    "unreadable": "无法读取{path}：{problem}",
    "failed": "数据库未能完成计算：{problem}",
    "nothing_there": "找不到{path}。",
    "files_elsewhere": "{path}是文件，这种数据库只能读取其中的表；请先导入，或不用--database。",
    "column_missing": "{path}缺少列：{columns}",
    "column_twice": "{path}中列“{column}”与另一列含义相同。",
    "target_twice": "目标表中地区“{region}”、指标{indicator}有不止一条目标，请只保留一条。",
    "not_written_to": "无法写入{path}：{problem}",
    "is_there": "{path}已存在；确要覆盖请加--force。",
}
_EN = {
    "panel": "Judge every region, indicator and year in a database: CSV or Parquet files, or "
    "tables of a database.",
    "actuals": "Figures: CSV or Parquet files (patterns, too), or tables of the database.",
    "targets": "The regions' targets: CSV or Parquet files, or tables, with region, indicator and "
    "target, and baseline and upper where there are any; repeatable.",
    "database": "URL of a database: postgres://user@host/name, spark://host:7077, on this machine "
    "spark:local[2], or duckdb:///path; otherwise DuckDB in memory.",
    "memory": "Most memory of the built-in database, as 800MB; what is beyond goes to disk.",
    "by": "What to count by, with commas between: region, indicator, year, goal, or any other "
    "column of the targets, such as province.",
    "panel_year": "Give the verdicts of this year only.",
    "panel_output": "Where a verdict for each region, indicator and year goes: a .parquet or .csv "
    "file, or else a table of the database.",
    "panel_counts": "Where the counts go, likewise; otherwise to standard output.",
    "panel_format": "Format of the counts on standard output: text or csv.",
    "panel_force": "Write over files or tables that exist.",
    "panel_quiet": "Show no progress.",
    "needs_panel": 'this command needs the extra panel: pip install "jdzplan[panel]".',
    "step_targets": "reading targets",
    "step_figures": "{count} targets; reading figures and judging them",
    "step_cells": "{count} different cells are no plain numbers and went through the code that "
    "reads rows; judging again",
    "step_rows": "figures filed twice, without a target or after its year: judging row by row",
    "step_twice": "{count} rows too many for one a region and year, looking for them",
    "step_missing": "looking for what was not filed: {count}",
    "step_written": "written: {path}",
    "rows": "{count} rows in {seconds} s.",
    "row_outside_period": "{count} rows are of years outside the plan and not judged.",
    "row_year_unreadable": "{count} rows have no year that can be read and are not judged.",
    "row_indicator_unknown": "{count} rows have an indicator that the plan does not know and are "
    "not judged.",
    "row_series": "{count} rows are series, which have no target.",
    "row_not_read": "{count} rows have a figure or a unit that cannot be read: row_rejected.",
    "row_status_unknown": "{count} rows have a status that is not known: row_rejected.",
    "row_not_whole": "{count} rows have a fraction where a whole number belongs, or less than the "
    "least it can be: row_rejected.",
    "row_filed_twice": "{count} figures were filed more than once for a region and year: "
    "row_rejected.",
    "row_bounded": "{count} rows have a bound or an interval such as ≤2.28 and are not judged; "
    "check judges them.",
    "row_too_long": "{count} rows have more than 15 digits before or behind the point and are not "
    "judged; check judges them.",
    "row_too_many": "{count} rows are not judged: there are more than {most} different ways of "
    "writing in cells; unify figures and units first.",
    "row_no_target": "{count} rows are of regions without a target for the indicator and not "
    "judged.",
    "row_target_unusable": "{count} rows are of regions whose target or baseline cannot be read "
    "and not judged.",
    "such_as": " Such as: {examples}.",
    "between": "; ",
    "column_region": "region",
    "column_indicator": "indicator",
    "column_year": "year",
    "column_goal": "goal",
    "column_verdict": "verdict",
    "column_reason": "reason",
    "column_count": "count",
    "lines": "{count} lines are no rows of the table (cells too many or too few, open quotes) and "
    "were not read: {places}",
    "target_names": "the targets name {count} indicators that the plan does not know: {names}",
    "target_unusable": "{count} targets cannot be read (numbers are wanted; a band needs upper).",
    "unheeded": "the panel takes no heed of {columns}; keep one figure for a region and year.",
    "no_engine": "no database of this kind is known ({scheme}); known are: {known}.",
    "needs_engine": 'a database of {scheme} needs an extra: pip install "jdzplan[{extra}]".',
    "no_connection": "the database ({url}) cannot be reached: {problem}",
    "unreadable": "{path} cannot be read: {problem}",
    "failed": "the database did not come to an end: {problem}",
    "nothing_there": "there is no {path}.",
    "files_elsewhere": "{path} is a file, and this database only has tables; load it there first, "
    "or leave out --database.",
    "column_missing": "{path} lacks columns: {columns}",
    "column_twice": "in {path} the column {column} means the same as another one.",
    "target_twice": 'the targets have several for region "{region}" and indicator {indicator}; '
    "keep one.",
    "not_written_to": "{path} cannot be written: {problem}",
    "is_there": "{path} exists; to write over it, add --force.",
}


def panel_words(language: str) -> Mapping[str, str]:
    """Help texts and messages of the command, by key."""
    return _EN if language == "en" else _ZH
