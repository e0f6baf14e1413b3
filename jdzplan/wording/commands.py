"""What the command line itself says: help, usage and ways out. Loads nothing, so help is quick."""

from collections.abc import Mapping

_ZH = {
    "no_plan": "找不到规划文件data/plan.yaml，已查找：{looked}。"
    "请在数据仓库内运行，或用--plan指明。",
    "two_plans": "这些文件分属不同的规划：{plans}。请分别检查，或用--plan指明一个。",
    "nothing": "没有检查任何数据，已查找：{looked}。",
    "bad_output": "--output应写成 格式=路径，如json=result.json；收到的是“{found}”。"
    "可用格式：{known}。",
    "would_overwrite": "{path}是规划或本次读取的文件，不能覆盖，请换一个输出路径。",
    "bad_setting": "{name}的值“{found}”无效，可用的值：{known}。",
    "bad_severity": "{name}应写成 规则=级别，如JDZ310=error；没有代码或名称如“{found}”的规则。",
    "fixed_severity": "{name}：规则{rule}的问题使规划文件无法使用，不能降级。",
    "annotations_beside_text": "--annotations always只能与文本格式同时使用。",
    "verdicts_of": "计入判定的范围：all为全部，binding为只计约束性指标。",
    "samples": "是否允许样例数据：allowed为允许并警告，refused为按错误处理。",
    "severity": "调整某条规则的级别，写成 规则=级别，如JDZ310=error；可重复使用。",
    "show_policy": "列出现行的各项设置、取值和来源，不作检查。",
    "annotations": "是否在文本之外输出GitHub标注；auto为在GitHub Actions上输出。",
    "cannot_write": "无法写入{path}（{problem}）。",
    "internal": "程序内部错误（{error}）。请把这行文字和所用命令告诉维护者；"
    "设置环境变量JDZPLAN_DEBUG=1可以看到细节。",
    "app": "根据公布的数字，逐项判定公共规划的执行进度。",
    "check": "检查年度数据，逐项判定进度。不给文件名时检查所有年份。",
    "schema": "输出JSON Schema：result为检查结果，diff为比较结果，plan为规划文件。",
    "report": "生成监测报告：年度监测、中期评估或总结评估，Markdown、网页或Word文档。",
    "report_year": "报告的年份；缺省时年度报告取最近有数据的一年，中期取规划期正中一年，"
    "总结取最后一年。",
    "report_output": "写入的文件，或文件夹（Markdown的图片在旁边的img文件夹）。"
    "缺省时输出到标准输出，不含图片。",
    "report_kind": "哪一种报告：yearly年度监测，midterm中期评估，final总结评估。",
    "report_format": "格式：md、html或docx。缺省时按输出文件的后缀，否则为md。",
    "report_lang": "报告的语言：zh或en。缺省为规划的语言。",
    "report_template": "自备模板所在的文件夹，其中的模板可以只替换一部分。",
    "report_date": "写在报告上的日期，如2024-03-01；缺省时不写日期。",
    "report_all": "为有数据的每一年各写一份，另写目录index.md；-o指明文件夹。",
    "dump_template": "输出自带的模板，作为自备模板的起点；用-o指明文件夹。",
    "report_needs_output": "html和docx格式以及--all需要用-o指明写到哪里。",
    "no_such_year": "没有{year}年的数据，有数据的年份：{known}。",
    "writing_report": "正在生成{year}年报告",
    "bad_template": "模板有误：{place}：{problem}",
    "bad_date": "--date应为日期，如2024-03-01，收到的是“{found}”。",
    "no_report": "生成报告需要安装附加组件：pip install 'jdzplan[report]'。",
    "version": "显示版本号。",
    "files": "年度CSV或Excel文件：路径，或data/actuals中的文件名，如2023.csv。",
    "plan": "规划文件，或其所在的数据仓库。缺省时从当前文件夹向上查找data/plan.yaml。",
    "year": "数据年份；文件名中没有年份时使用，不给文件名时只检查这一年。",
    "format": "标准输出的格式。",
    "output": "另存一份，写成 格式=路径；可重复使用。与--by owner合用时，路径为文件夹（以/结尾）则"
    "每个单位一份问题清单（text或csv）。",
    "force_lists": "允许覆盖文件夹中已有的问题清单。",
    "bad_list": "“{found}”：各单位的问题清单只能是text或csv格式。",
    "lang": "输出语言：zh或en。",
    "fail_on": "出现这一级别或更严重的问题时退出码为1；缺省依环境变量和规划，再缺省为error。",
    "fail_on_verdict": "出现这一判定或更差的判定时退出码为1；缺省依环境变量和规划，再缺省为never。",
    "color": "是否使用颜色。",
    "quiet": "只输出问题，不输出判定表。",
    "all": "逐项列出全部指标、关系和任务，不折叠。",
    "by": "按发展目标、章、所在位置、目标形式、责任单位或地区分组，逐项列出。",
    "strict": "同时列出指标说明中的空缺（定义、公式、频率、公布时滞、提供单位）。",
    "as_of": "截至某日（如2024-10-01）应报未报、应完成未完成的，列为问题；不给日期就没有逾期之说。",
    "overdue": "只按单位列出逾期事项，与--as-of同用；格式为text或csv。",
    "crosswalk": "只列出与上级规划的衔接对照及其差异；格式为text或csv，json的结果中总有。",
    "crosswalk_needs": "--crosswalk的格式为text、csv或json，不与--overdue同用。",
    "overdue_needs": "--overdue须与--as-of同用，格式为text或csv。",
    "bad_day": "--as-of应为日期，如2024-10-01，收到的是“{found}”。",
    "method": "到期目标一律按此路径判定，不论规划如何规定：linear为直线，compound为复合增长，"
    "points为经过中间目标。",
    "compare": "另列各路径判定不同的指标。",
    "which": "哪一种：result、diff或plan。",
    "template": "生成某一年的空白填报表：应填的指标、数据项和名单成员每项一行，数值留空。",
    "template_year": "填报表的年份，如2024。",
    "template_output": "写入的文件或文件夹；写文件夹时同时生成任务表。缺省时输出到标准输出。",
    "table_format": "文件格式。缺省时按输出文件的后缀，否则为csv。",
    "template_by": "按责任单位或地区拆分，每个单位或地区一份；-o指明文件夹。",
    "template_tasks": "同时生成任务表，只列尚未完成的任务。",
    "table_lang": "表头和名称的语言：zh或en。缺省为规划的语言。",
    "force": "允许覆盖已有的文件。",
    "bad_plan": "规划文件{path}有误，未生成任何文件。",
    "year_outside": "{year}年不在规划的{first}—{last}年之内。",
    "output_needed": "--tasks、--by和xlsx格式需要用-o指明写到哪里。",
    "exists": "{path}已经存在；确要覆盖请加--force。",
    "is_a_link": "{path}是符号链接，不会通过它写入，请换一个输出路径。",
    "convert": "把各单位的填报表合并成一份规范的UTF-8编码CSV：只改不需要判断的地方，"
    "其余列出问题，由人决定。",
    "returns": "各单位的填报表：凡check能读的表都可以。",
    "convert_output": "写入的文件，如data/actuals/2024.csv；任务写入旁边的2024.tasks.csv。",
    "convert_year": "数据年份。缺省时取自输出文件名，其次是各表自己的文件名或年份列。",
    "encoding": "文件的编码，自动识别有误时才需要，如gb18030。",
    "keep_going": "有问题的行不写入，其余照写；退出码仍为1。",
    "bad_encoding": "没有名为“{found}”的编码，可用的如utf-8、gb18030、utf-16。",
    "output_csv": "{path}不是CSV文件名，请以.csv结尾。",
    "tasks_only": "{path}是任务表的文件名，而填报表中有指标数据；请改用如2024.csv的文件名。",
    "year_of_output": "输出文件{path}的年份不是{year}年，请改文件名或--year。",
    "several_years": "各表的年份不同（{years}），请按年份分别合并，或用--year指明。",
    "not_written": "有{count}处需要决定，未写入任何文件；--keep-going可以先写入其余的行。",
    "written": "已写入{path}，共{count}行。",
    "and_more": "等",
    "changed_encoding": "转为UTF-8编码：{count}个文件（{places}）",
    "changed_separator": "分隔符改为逗号：{count}个文件（{places}）",
    "changed_headers": "表头改为规范名称：{count}处（{places}）",
    "changed_regions": "统一地区名称：{count}处（{places}）",
    "changed_ids": "补上编号：{count}处（{places}）",
    "changed_names": "名称补上或改为规划中的名称：{count}处（{places}）",
    "changed_units": "单位补上或改为规划的写法：{count}处（{places}）",
    "changed_figures": "数值中的全角字符、千分位改为普通写法：{count}处（{places}）",
    "changed_merged": "内容相同，合并为一行：{count}处（{places}）",
    "changed_blank": "与别处合并的未填行：{count}处（{places}）",
    "explain": "说明代码、判定、原因或标注的含义、由来和处理办法，或逐步演算某个指标的判定；"
    "不给名称时列出全部代码。",
    "topics": "代码（JDZ304或304）、规则名（unit-mismatch）、判定（lagging或进度偏慢）、"
    "原因、标注或指标；可以同时给几个。",
    "unknown_topic": "没有名为“{found}”的代码、判定、原因、标注或指标{near}。"
    "全部名称请运行：jdzplan explain。",
    "explain_year": "指标的判定年份，缺省为有数据的最后一年。",
    "redone_is_text": "指标的演算只有文字格式，请不用--format。",
    "near_topics": "，相近的有：{names}",
    "between": "、",
    "no_excel": '写xlsx文件需要安装openpyxl：pip install "jdzplan[excel]"。',
    "init": "新建一个数据仓库：规划文件、首张填报表、说明和各平台的检查配置，建好即可通过检查。",
    "init_folder": "新仓库的文件夹；当前文件夹写“.”。",
    "init_plan": "使用随程序提供的规划：jdz为景德镇市“十四五”科技创新发展规划。"
    "缺省时是带示例的空白规划。",
    "init_year": "首张填报表的年份，缺省为规划的首年。",
    "init_lang": "文件的语言：zh或en。缺省时空白规划随终端，随程序提供的规划用规划的语言。",
    "init_nested": "注意：外层已有规划{path}；在新文件夹内运行时使用新的规划。",
    "init_in_git": "注意：新文件夹在git仓库{path}之内，"
    ".github、.gitlab-ci.yml等只在仓库最外层才起作用。",
    "init_next": "接下来运行：",
    "init_then": "改好data/plan.yaml后，重新生成填报表：{command}",
    "taken": "以下文件已经存在，未写入任何文件；确要覆盖请加--force：{paths}",
    "in_the_way": "以下位置是符号链接，或者文件与文件夹不符，未写入任何文件：{paths}",
    "diff": "比较数据仓库的两个版本：哪些数据、任务填报和规划内容变了，哪些判定因此变动。",
    "diff_old": "旧的一方：文件夹、年度文件，或git版本（如main、main~3、main...HEAD）。",
    "diff_new": "新的一方，写法相同；缺省为工作区。",
    "exit_code": "有变动时退出码为1。",
    "since": "与这个git版本相比，最终数有改动而未标明修订的，作为错误列出。",
    "bad_side": "{path}有误，无法比较。",
    "empty_side": "jdzplan: {name}中还没有规划文件，一切都算新增。",
    "no_git": "找不到git程序。与版本比较需要git，请安装后重试。",
    "git_failed": "git未能给出结果：{message}",
    "no_revision": "“{name}”既不是现有的路径，也不是git认识的版本。远程分支请先用git fetch取回。",
    "no_revision_shallow": "“{name}”既不是现有的路径，也不是git认识的版本。这个仓库是浅克隆"
    "，请先运行git fetch --unshallow（GitHub Actions中为fetch-depth: 0）。",
    "no_base": "“{ours}”与“{theirs}”没有共同的起点。",
    "no_base_shallow": "找不到“{ours}”与“{theirs}”的共同起点。这个仓库是浅克隆，请先运行"
    "git fetch --unshallow（GitHub Actions中为fetch-depth: 0）。",
    "no_object": "git仓库中没有“{path}”的内容（部分克隆，或者仓库已损坏），请换用完整的克隆。",
    "no_plan_in": "“{name}”中没有规划文件。",
    "several_plans": "{name}中有几个规划文件：{plans}。请写成 版本:文件夹，指明是哪一个数据仓库。",
    "folder_is_a_link": "{path}是符号链接，无法从这个版本中读取年度数据。",
}

_EN = {
    "no_plan": "no data/plan.yaml found, looked at: {looked}. "
    "Run inside a data repository, or give --plan.",
    "two_plans": "the files belong to different plans: {plans}. "
    "Check them one by one, or give --plan.",
    "nothing": "nothing was checked, looked at: {looked}.",
    "bad_output": '--output takes FORMAT=PATH, as in json=result.json, not "{found}". '
    "Formats: {known}.",
    "would_overwrite": "{path} is the plan or a file that is read here; give another path.",
    "bad_setting": '{name} is "{found}", which is none of {known}.',
    "bad_severity": "{name} takes RULE=SEVERITY, as in JDZ310=error; "
    'no rule is called as in "{found}".',
    "fixed_severity": "{name}: what {rule} finds makes the plan unusable and cannot be lowered.",
    "annotations_beside_text": "--annotations always goes with the text format only.",
    "verdicts_of": "Whose verdicts count: all, or only those of binding indicators.",
    "samples": "Sample values: allowed with a warning, or refused as an error.",
    "severity": "Report a rule otherwise, as RULE=SEVERITY, such as JDZ310=error; repeatable.",
    "show_policy": "Print the settings in force, their values and whence they come; check nothing.",
    "annotations": "GitHub annotations beside the text; auto: on GitHub Actions.",
    "cannot_write": "cannot write {path} ({problem}).",
    "internal": "internal error ({error}). Please send this line and the command to the "
    "maintainers; JDZPLAN_DEBUG=1 in the environment shows more.",
    "app": "Tell, from published figures, whether a public plan is being kept.",
    "check": "Check a year's figures and judge every indicator; without files, every year.",
    "schema": "Print a JSON Schema: of a result, of a comparison, or of the plan file.",
    "report": "Write a status report, yearly, mid-term or final: Markdown, a page or a document.",
    "report_year": "Year of the report. By default the latest with figures; mid-term the middle of "
    "the period, final its last year.",
    "report_output": "File or folder to write to; Markdown has its pictures in img/ beside it. "
    "By default standard output, without pictures.",
    "report_kind": "Which report: yearly, midterm or final.",
    "report_format": "Format: md, html or docx; by default as the file is named, otherwise md.",
    "report_lang": "Language of the report: zh or en; by default that of the plan.",
    "report_template": "Folder with templates of your own; they may replace one part only.",
    "report_date": "Date to print on the report, as 2024-03-01; by default none.",
    "report_all": "Write every year that has figures, and an index; needs -o with a folder.",
    "dump_template": "Print our templates, to start your own from; with -o into a folder.",
    "report_needs_output": "html, docx and --all need -o FILE or FOLDER to write to.",
    "no_such_year": "There are no figures of {year}; there are of: {known}.",
    "writing_report": "writing the report on {year}",
    "bad_template": "a template is wrong: {place}: {problem}",
    "bad_date": '--date takes a date such as 2024-03-01, not "{found}".',
    "no_report": "Reports need an extra: pip install 'jdzplan[report]'.",
    "version": "Show the version.",
    "files": "Yearly CSV or Excel files: paths, or names in data/actuals such as 2023.csv.",
    "plan": "The plan, or the repository it is in. Otherwise data/plan.yaml, here or above.",
    "year": "The year of the figures where the file's name has none; without files, "
    "the one year to check.",
    "format": "Format on standard output.",
    "output": "Write another copy, as FORMAT=PATH; repeatable. With --by owner and a folder "
    "(ending in /), each unit's own list of problems, as text or csv.",
    "force_lists": "Write over lists of problems that exist in the folder.",
    "bad_list": '"{found}": the lists of units are text or csv.',
    "lang": "Language of the output: zh or en.",
    "fail_on": "Exit with 1 at findings of this severity or worse; otherwise as environment or "
    "plan say, or else at an error.",
    "fail_on_verdict": "Exit with 1 at this verdict or a worse one; otherwise as environment or "
    "plan say, or else never.",
    "color": "Whether to use colour.",
    "quiet": "Print findings only, no table.",
    "all": "List every indicator, relation and task instead of folding them.",
    "by": "List everything, grouped by goal, chapter, tier, form, owner or region.",
    "strict": "Also list what the indicator dictionary lacks (definition, formula, frequency, "
    "publication lag, provider).",
    "as_of": "Find what was to be filed or done by a day, as 2024-10-01, and is not; without a day "
    "nothing is overdue.",
    "overdue": "Print only what is overdue, unit by unit; goes with --as-of, as text or csv.",
    "crosswalk": "Print only the counterparts in higher plans and how they differ, as text or csv; "
    "json always has them.",
    "crosswalk_needs": "--crosswalk goes with the formats text, csv and json, not with --overdue.",
    "overdue_needs": "--overdue goes with --as-of, and with the formats text and csv.",
    "bad_day": '--as-of takes a date such as 2024-10-01, not "{found}".',
    "method": "Judge every target by a year on this path, whatever the plan says.",
    "compare": "Also list the indicators on whose verdict the paths disagree, side by side.",
    "which": "Which one: result, diff or plan.",
    "template": "Write the empty table of a year: a row for every indicator, series and member "
    "to file, values blank.",
    "template_year": "The year to be filled in, such as 2024.",
    "template_output": "File or folder to write; into a folder goes the table of tasks as well. "
    "Otherwise standard output.",
    "table_format": "Format of the file. Otherwise by the output's suffix, or csv.",
    "template_by": "One file for each owner or region, in the folder that -o names.",
    "template_tasks": "Also write the table of the tasks that are not yet done.",
    "table_lang": "Language of headers and names: zh or en. Otherwise the plan's.",
    "force": "Write over files that exist.",
    "bad_plan": "the plan {path} has errors, nothing was written.",
    "year_outside": "{year} is not within the plan's years {first}-{last}.",
    "output_needed": "--tasks, --by and the format xlsx need -o, to say where to.",
    "exists": "{path} exists; to write over it, add --force.",
    "is_a_link": "{path} is a symbolic link and is not written through; give another path.",
    "convert": "Merge the returns of several units into one clean CSV in UTF-8: mend what needs "
    "no decision, name the rest for someone to decide.",
    "returns": "The returns: any tables that check can read.",
    "convert_output": "The file to write, such as data/actuals/2024.csv; tasks go to "
    "2024.tasks.csv beside it.",
    "convert_year": "The year of the figures. Otherwise from the output's name, or else from each "
    "table's own name or column.",
    "encoding": "Encoding of the files, such as gb18030; needed only if it is taken wrongly.",
    "keep_going": "Leave out the rows in question and write the others; the exit code stays 1.",
    "bad_encoding": 'no encoding is called "{found}"; there are utf-8, gb18030, utf-16.',
    "output_csv": "{path} is no name of a CSV file; it should end in .csv.",
    "tasks_only": "{path} is a name for tasks, and there are figures among the returns; "
    "give a name such as 2024.csv.",
    "year_of_output": "the output {path} is named after another year than {year}; "
    "rename it, or correct --year.",
    "several_years": "the returns are of several years ({years}); merge them year by year, "
    "or give --year.",
    "not_written": "to decide: {count}; nothing was written. --keep-going writes the other rows.",
    "written": "{path} written, rows: {count}.",
    "and_more": " and more",
    "changed_encoding": "encoding is UTF-8 now, files: {count} ({places})",
    "changed_separator": "separator is the comma now, files: {count} ({places})",
    "changed_headers": "headers as in the template: {count} ({places})",
    "changed_regions": "regions named as in the plan: {count} ({places})",
    "changed_ids": "ids put in: {count} ({places})",
    "changed_names": "names put in or as in the plan: {count} ({places})",
    "changed_units": "units put in or spelt as in the plan: {count} ({places})",
    "changed_figures": "wide characters and thousands separators in figures: {count} ({places})",
    "changed_merged": "alike, merged into one row: {count} ({places})",
    "changed_blank": "blank rows merged with others: {count} ({places})",
    "explain": "Explain a code, a verdict, a reason or a flag: what it means, where it comes from, "
    "what to do; or redo an indicator's verdict step by step. Without names, list the codes.",
    "topics": "A code (JDZ304 or 304), a rule's name (unit-mismatch), a verdict (lagging), a "
    "reason, a flag or an indicator; several at once.",
    "unknown_topic": "no code, verdict, reason, flag or indicator is called "
    '"{found}"{near}. All of them: jdzplan explain.',
    "explain_year": "Year of an indicator's verdict; otherwise the last with figures.",
    "redone_is_text": "a verdict is redone as text only; leave out --format.",
    "near_topics": "; near: {names}",
    "between": ", ",
    "no_excel": 'writing xlsx needs openpyxl: pip install "jdzplan[excel]".',
    "init": "Make a new data repository that passes its check at once: plan, first template, "
    "README and the gate for several hosts.",
    "init_folder": 'The folder of the new repository; "." is the one you are in.',
    "init_plan": "Use a plan that is shipped: jdz is the science and technology innovation plan of "
    "Jingdezhen, 2021-2025. Otherwise a skeleton with examples.",
    "init_year": "The year of the first template. Otherwise the plan's first year.",
    "init_lang": "Language of the files: zh or en. Otherwise the terminal's for a skeleton, "
    "the plan's own for a plan that is shipped.",
    "init_nested": "note: there is a plan above, {path}; inside the new folder the new one counts.",
    "init_in_git": "note: the new folder is inside the git repository {path}; .github, "
    ".gitlab-ci.yml and the like have an effect at its top only.",
    "init_next": "Now run:",
    "init_then": "When data/plan.yaml is yours, make the template anew: {command}",
    "taken": "these files exist and nothing was written; to write over them, add --force:{paths}",
    "in_the_way": "these are symbolic links, or a file where a folder belongs, or the other way "
    "round; nothing was written:{paths}",
    "diff": "Compare two states of a data repository: which figures, reports and parts of "
    "the plan changed, and which verdicts that moved.",
    "diff_old": "The old side: a folder, a year's table, or a git revision such as main, "
    "main~3 or main...HEAD.",
    "diff_new": "The new side, likewise; the working tree if left out.",
    "exit_code": "Exit with 1 if anything changed.",
    "since": "Hold the figures against this git revision: a final one that changed and is "
    "not marked as revised is an error.",
    "bad_side": "{path} has errors, nothing was compared.",
    "empty_side": "jdzplan: there is no plan in {name} yet, so everything counts as added.",
    "no_git": "no git program found. Comparing with a revision needs it; install git and "
    "try again.",
    "git_failed": "git gave no answer: {message}",
    "no_revision": '"{name}" is neither a path here nor a revision that git knows. A '
    "branch of a remote has to be fetched first.",
    "no_revision_shallow": '"{name}" is neither a path here nor a revision that git knows. '
    "This clone is shallow: run git fetch --unshallow (on GitHub Actions fetch-depth: 0).",
    "no_base": '"{ours}" and "{theirs}" have no commit in common.',
    "no_base_shallow": 'no commit found that "{ours}" and "{theirs}" have in common. This '
    "clone is shallow: run git fetch --unshallow (on GitHub Actions fetch-depth: 0).",
    "no_object": 'git does not have the content of "{path}": the clone is partial or damaged; '
    "use a full one.",
    "no_plan_in": 'there is no plan in "{name}".',
    "several_plans": "{name} holds several plans: {plans}. Say which data repository by "
    "REVISION:FOLDER.",
    "folder_is_a_link": "{path} is a symbolic link; the years cannot be read from this revision.",
}


def command_words(language: str) -> Mapping[str, str]:
    """Help texts and messages of the command line, by key."""
    return _EN if language == "en" else _ZH
