"""English: every sentence a person reads."""

from jdzplan.actuals import Qualifier, Stage, Status
from jdzplan.catalogue import Rule, Severity
from jdzplan.plan import Form, Strength, Tier
from jdzplan.verdicts import Flag, Reason, Verdict
from jdzplan.wording.adjustment_words import ADJUSTED_EN, FINDINGS_EN, VARIANTS_EN
from jdzplan.wording.breakdown_words import BROKEN_DOWN_EN, BROKEN_DOWN_VARIANTS_EN
from jdzplan.wording.digest_words import DIGEST_EN
from jdzplan.wording.words import Sentence, Words

_FINDINGS = {
    Rule.PLAN_UNREADABLE: Sentence("the plan is not UTF-8 text", "save it as UTF-8 in the editor"),
    Rule.YAML_SYNTAX: Sentence(
        "YAML syntax error ({problem})",
        "check indentation, colons and quotes on this line and the one above",
    ),
    Rule.DUPLICATE_KEY: Sentence(
        'key "{key}" again, line {first} has it already',
        "delete one of them, or correct its name",
    ),
    Rule.UNKNOWN_KEY: Sentence('unknown key "{where}"', "keys possible here: {known}"),
    Rule.MISSING_KEY: Sentence('required key "{where}" is missing', 'add "{key}"'),
    Rule.WRONG_VALUE: Sentence(
        'value "{found}" of "{where}" is not acceptable',
        "see the description of the key in plan.schema.json",
    ),
    Rule.YAML_REFUSED: Sentence(
        "the plan uses YAML that is not allowed here", "write plain keys and values"
    ),
    Rule.DIRECTION_CONFLICT: Sentence(
        'the direction of "{indicator}" (better: {better}) contradicts the bound of its target',
        "higher goes with at_least or more_than, lower with at_most or less_than, "
        "within with between",
    ),
    Rule.UNKNOWN_GOAL: Sentence('goal "{found}" is not listed under goals', "listed: {known}"),
    Rule.NAME_TAKEN: Sentence(
        'the name "{name}" belongs to indicator "{first}" already',
        "rename it or delete the alias, so that every name means one indicator",
    ),
    Rule.YEAR_ORDER: Sentence("years out of order", "compare the plan's period with this place"),
    Rule.BASELINE_MEETS_TARGET: Sentence(
        'the baseline {value} of "{indicator}" meets the target already',
        "check baseline and target; leave it where the level is only to be kept",
    ),
    Rule.BANDS_ORDER: Sentence(
        "cut-offs out of order",
        "ahead > on_track > lagging > 0 >= behind must hold, as in 1.30, 0.95, 0.60, 0",
    ),
    Rule.REASON_MISSING: Sentence(
        '"{indicator}" is withheld (assess: false) without a reason',
        "add assess_reason",
    ),
    Rule.FORM_CONFLICT: Sentence(
        'a target of form {form} has no use for "{key}"',
        "delete the key or change the form",
    ),
    Rule.FIGURE_UNKNOWN: Sentence(
        'the plan has no indicator or series "{found}"',
        "use an id of indicators or series",
    ),
    Rule.FORMULA_WRONG: Sentence(
        'the formula "{formula}" cannot be read at "{found}"',
        "a formula has ids, numbers, + - * / with spaces around them, and parentheses, "
        "as in spending / gdp * 100",
    ),
    Rule.UNITS_DIFFER: Sentence(
        'the two are in different units ("{first}" and "{second}") and cannot be compared',
        "name quantities of one unit",
    ),
    Rule.RELATION_CONFLICT: Sentence(
        'a relation with rule {rule} has no use for "{key}"',
        "remove the key, or use the rule that goes with it",
    ),
    Rule.DICTIONARY_GAP: Sentence(
        'the dictionary entry of "{name}" lacks: {lacking}',
        "ask the responsible unit; what the plan does not say may stay empty",
    ),
    Rule.DEFINITION_INCOMPLETE: Sentence(
        '"{indicator}" lacks "{field}" and cannot be judged',
        "a target of form {form} needs it",
    ),
    Rule.GATE_RULE_UNKNOWN: Sentence(
        'no rule has the code or name "{found}"', "use a rule's code or name"
    ),
    Rule.GATE_RULE_FIXED: Sentence(
        "what {code} finds makes the plan unusable and cannot be lowered", 'delete "{found}"'
    ),
    Rule.GATE_RULE_TWICE: Sentence('"{found}" and "{first}" are one rule', "keep one of them"),
    Rule.FILE_MISSING: Sentence(
        "file not found, looked at: {looked}", "check the name and the folder"
    ),
    Rule.FILE_UNREADABLE: Sentence(
        "the file cannot be read ({problem})",
        "check its permissions, or close the program that holds it",
    ),
    Rule.FILE_EMPTY: Sentence(
        "the file is empty",
        "the first line is the header, with at least the columns indicator and value",
    ),
    Rule.ENCODING_UNKNOWN: Sentence(
        "the file is not text in UTF-8, GB18030 (GBK) or UTF-16",
        'save it from Excel or WPS as "CSV UTF-8 (comma delimited)"',
    ),
    Rule.BROKEN_QUOTES: Sentence(
        "quotes do not match, this row was not read",
        "double every quote inside a field and put the whole field in quotes",
    ),
    Rule.CELL_TOO_LONG: Sentence(
        "a cell of this row has more than 100,000 characters, the row was not read",
        "check whether a whole text was pasted into it, and leave what belongs there",
    ),
    Rule.COLUMN_MISSING: Sentence(
        'the header lacks the column "{column}", it has: {found}',
        'add the column, or rename the one that holds this to "{column}"',
    ),
    Rule.COLUMN_UNKNOWN: Sentence(
        'unknown column "{found}", it was not read', "it may stay if it is not needed"
    ),
    Rule.COLUMN_TWICE: Sentence('column "{column}" stands twice ("{found}")', "keep one of them"),
    Rule.ROW_TOO_LONG: Sentence(
        "this row has {found} cells, the header {expected}",
        "take thousands separators out of numbers (1234, not 1,234), "
        "put quotes around text with commas",
    ),
    Rule.YEAR_UNKNOWN: Sentence(
        'which year "{name}" is about cannot be told',
        "name the file after its year, as in 2023.csv, or give --year",
    ),
    Rule.YEAR_AFTER_PLAN: Sentence(
        "{year} lies after the plan, which ends in {last}; nothing is judged",
        "check the year in the file's name",
    ),
    Rule.EARLIER_YEAR_BAD: Sentence(
        "the figures of {year} have errors, the bad rows were left out of comparisons",
        "run: jdzplan check {path}",
    ),
    Rule.FILE_NOT_A_YEAR: Sentence(
        "the file is not named after a year and was not read",
        "name yearly figures YEAR.csv, move other files out of this folder",
    ),
    Rule.ENCODING_NOTED: Sentence(
        "the file was read as {encoding}", "give --encoding if the text looks wrong"
    ),
    Rule.TEXT_MANGLED: Sentence(
        'the Chinese text is garbled (as in "{found}")',
        "it was saved in a wrong encoding; export it again from the original",
    ),
    Rule.FILE_OPEN: Sentence(
        'the file seems to be open in Excel or WPS (there is "{found}"); unsaved changes were '
        "not read",
        "save and close it, then check again",
    ),
    Rule.FILE_TOO_LARGE: Sentence(
        "the file has {found} MB, more than {limit} MB, and was not read",
        "check whether it is the right file",
    ),
    Rule.FORMULA_NOT_CALCULATED: Sentence(
        'the formula "{found}" was never calculated, this row was not read',
        "open it in Excel or WPS and save it with its results, or type the figure",
    ),
    Rule.SHEET_HIDDEN: Sentence(
        'sheet "{found}" is hidden and was not read', "unhide it if it holds figures to report"
    ),
    Rule.SHEET_OF_OTHER_YEAR: Sentence(
        'sheet "{found}" is of another year and was not read',
        "nothing needs to be done; its figures belong into the file of their year",
    ),
    Rule.TOTAL_ROW: Sentence(
        'row "{found}" is a total and no indicator; it was not used', "nothing needs to be done"
    ),
    Rule.INDICATOR_UNKNOWN: Sentence(
        'the plan has no indicator "{found}"',
        "use a name, an alias or an id of the plan",
    ),
    Rule.NOT_A_FIGURE: Sentence(
        '"{found}" is no figure that can be read',
        "give one number, such as 12.5; no data is —",
    ),
    Rule.UNIT_MISSING: Sentence('"{indicator}" has no unit', 'write "{expected}" in column unit'),
    Rule.UNIT_MISMATCH: Sentence(
        'unit "{found}" of "{indicator}" is not "{expected}", nor can it be converted',
        'check the figure and give it in "{expected}"',
    ),
    Rule.NOT_WHOLE: Sentence(
        '"{indicator}" is a whole number from {least}, "{found}" is not',
        "give a whole number from {least}",
    ),
    Rule.STATUS_UNKNOWN: Sentence(
        'unknown status "{found}"',
        "one of final, preliminary, estimated, revised, sample, or nothing",
    ),
    Rule.YEAR_INVALID: Sentence('"{found}" is no year', "give four digits, such as 2023"),
    Rule.REGION_UNKNOWN: Sentence(
        'the plan lists no region "{found}"; the row is kept but not judged',
        "leave the region empty for the whole",
    ),
    Rule.INDICATOR_EMPTY: Sentence(
        "the row names no indicator", "name it, or empty the row altogether"
    ),
    Rule.SAMPLE_VALUES: Sentence(
        "{count} of {rows} rows are samples, not published figures",
        "replace value, status and source when the real figure is known",
    ),
    Rule.NOT_AN_ANSWER: Sentence(
        '"{indicator}" asks for yes or no, not "{found}"', "write yes or no"
    ),
    Rule.TASK_UNKNOWN: Sentence(
        'the plan has no task "{found}"', "use a task's id or name from the plan"
    ),
    Rule.STAGE_UNKNOWN: Sentence(
        'unknown stage "{found}"',
        "write not_started, under_way, done or stopped, or leave it empty",
    ),
    Rule.FIGURE_NORMALISED: Sentence(
        '"{found}" has full-width digits and was read as {read}', "nothing needs to be done"
    ),
    Rule.SCIENTIFIC: Sentence(
        '"{found}" is scientific notation and was read as {read}; its last digits may be lost',
        "format the cell as a number, export again, and give the whole figure",
    ),
    Rule.RELEASE_UNKNOWN: Sentence(
        '"{found}" is no date of publication', "write 2024-01-17, 2024-01 or 2024"
    ),
    Rule.RELEASE_TOO_EARLY: Sentence(
        '"{indicator}" was published {found}, before the year {expected} that it is of',
        "check the date of publication and the year of the file",
    ),
    Rule.OTHER_BASIS: Sentence(
        '"{indicator}" is judged on the basis "{expected}", this row is of "{found}"; it is kept '
        "but not judged",
        "nothing needs to be done, unless the basis is wrong",
    ),
    Rule.YEAR_DISAGREES: Sentence(
        "the row says {found}, the file is of {expected}",
        "correct the year or move the row to the file of its year",
    ),
    Rule.FILED_TWICE: Sentence(
        '"{indicator}" is filed twice, first at {first}; neither row is judged',
        "keep the right one; releases of one figure need their dates of publication",
    ),
    Rule.NAME_DISAGREES: Sentence(
        'the id says "{indicator}", the name "{found}"',
        "check whether the figure is in the wrong row, then make both agree",
    ),
    Rule.PART_EXCEEDS_WHOLE: Sentence(
        '"{indicator}" is {found}, more than the "{whole}" it belongs to ({limit}); '
        "neither is judged",
        "check both figures and what they count",
    ),
    Rule.DERIVED_DISAGREES: Sentence(
        '"{indicator}" was filed as {found}, but {formula} gives {computed}; rounding cannot '
        "explain the gap",
        "check that all figures of the formula are of one definition and one vintage",
    ),
    Rule.COUNT_DISAGREES: Sentence(
        '"{indicator}" was filed as {found}, but {counted} of the {answers} members filed count; '
        "it is not judged",
        "check the number against the members",
    ),
    Rule.IMPLAUSIBLE: Sentence(
        '"{indicator}" is {found}, some {times} times off {other}, the last figure or the target',
        "check the figure and its unit",
    ),
    Rule.HISTORY_REWRITTEN: Sentence(
        '"{indicator}" {year} stood as final with {old} ({since}), now it is {found}, '
        "not marked as revised",
        "if it was revised, set its status to revised and name the source; if not, put it back",
    ),
    Rule.UNAMENDED: Sentence(
        'what the plan promises of "{indicator}" was written over ({changes}), not amended',
        "put the first value back: a decision goes under amendments, a revised baseline under "
        "revisions; if a slip was corrected, say so in the commit",
    ),
    Rule.BASIS_DIFFERS: Sentence(
        '"{indicator}" would put figures of different bases together ({bases}); it is not judged',
        'use figures of one basis, or check the column "basis"',
    ),
    Rule.FIGURE_OVERDUE: Sentence(
        'the figure of "{indicator}" for {year} was to be out by {since} and is not filed',
        "ask the responsible unit: {owner}",
    ),
    Rule.TASK_OVERDUE: Sentence(
        'task "{indicator}" was to be done by {since} and is not',
        "ask the responsible unit: {owner}; if it is done, file it with its evidence",
    ),
    Rule.NO_EVIDENCE: Sentence(
        '"{indicator}" was reported as done, without evidence',
        'name it in the "evidence" column: {expected}',
    ),
}

_V = Rule.WRONG_VALUE
_VARIANTS = {
    (Rule.FIGURE_OVERDUE, "nobody"): Sentence(
        'the figure of "{indicator}" for {year} was to be out by {since} and is not filed',
        "no unit is named as responsible: find one",
    ),
    (Rule.TASK_OVERDUE, "nobody"): Sentence(
        'task "{indicator}" was to be done by {since} and is not',
        "no unit is named as responsible: find one; if it is done, file it with its evidence",
    ),
    (Rule.WRONG_VALUE, "empty_lag"): Sentence(
        '"{where}" says nothing', "give months, or words in zh or en"
    ),
    (Rule.YAML_SYNTAX, "tab"): Sentence("a tab in the indentation", "use spaces"),
    (Rule.YAML_SYNTAX, "wide_colon"): Sentence(
        'a full-width colon "：" after the key', 'use a plain colon and a space ": "'
    ),
    (_V, "wide_colon"): Sentence(
        '"{found}" at "{where}" has a full-width colon "：" and was not read as key and value',
        'use a plain colon and a space ": "',
    ),
    (_V, "number"): Sentence(
        '"{where}" is a number, "{found}" is not',
        "write a plain decimal such as 2.5: no quotes, commas, units or leading zeros",
    ),
    (_V, "int_type"): Sentence(
        '"{where}" is a whole number, "{found}" is not', "write it without quotes"
    ),
    (_V, "greater_than_equal"): Sentence('"{found}" of "{where}" is too small', "{ge} or more"),
    (_V, "less_than_equal"): Sentence('"{found}" of "{where}" is too large', "{le} or less"),
    (_V, "string_type"): Sentence('"{where}" is text, "{found}" is not', "put it in quotes"),
    (_V, "string_too_short"): Sentence('"{where}" is empty', "fill it in or delete the line"),
    (_V, "string_pattern_mismatch"): Sentence(
        '"{found}" of "{where}" has the wrong form', "the form is {pattern}"
    ),
    (_V, "bool_type"): Sentence('"{where}" is true or false, not "{found}"', "write one of them"),
    (_V, "enum"): Sentence('"{found}" of "{where}" is not a choice', "choices: {expected}"),
    (_V, "model_type"): Sentence(
        '"{where}" has keys of its own, not "{found}"',
        'write "key: value" lines below it',
    ),
    (_V, "dict_type"): Sentence(
        '"{where}" has keys of its own, not "{found}"',
        'write "key: value" lines below it',
    ),
    (_V, "tuple_type"): Sentence(
        '"{where}" is a list, not "{found}"', 'write [a, b], or one "- " line each'
    ),
    (_V, "too_short"): Sentence('"{where}" needs {min_length} or more', "add some"),
    (_V, "too_long"): Sentence('"{where}" takes {max_length} at most', "delete some"),
    (_V, "date_from_datetime_parsing"): Sentence(
        '"{where}" is a date, "{found}" is not', "write it as 2022-06-20"
    ),
    (_V, "one_bound"): Sentence(
        '"{where}" takes exactly one bound, it has: {given}',
        "write one of at_least, more_than, at_most, less_than, between",
    ),
    (_V, "empty_band"): Sentence(
        'the lower end of between in "{where}" is not below the upper',
        "write [lower, upper]",
    ),
    (_V, "empty_text"): Sentence('"{where}" has no words', "write zh or en"),
    (_V, "empty_source"): Sentence(
        '"{where}" points nowhere', "write a chapter (its number or title), or another document"
    ),
    (Rule.YAML_SYNTAX, "quote"): Sentence(
        "a quote opens here and never closes", "close it, with the same plain quote"
    ),
    (Rule.YAML_SYNTAX, "control"): Sentence(
        "an invisible control character ({found})", "delete it"
    ),
    (_V, "year"): Sentence('"{where}" is a year, "{found}" is not', "write four digits, as 2020"),
    (_V, "date"): Sentence('"{where}" is a date, "{found}" is not', "write it as 2022-06-20"),
    (_V, "word_or_number"): Sentence(
        '"{where}" is a number or a name, "{found}" is neither', "write a whole number or text"
    ),
    (_V, "band"): Sentence('"{where}" takes two numbers, not "{found}"', "write [lower, upper]"),
    (_V, "source"): Sentence(
        '"{where}" is no source: "{found}"', "write it as {{chapter: 1, section: 5}}"
    ),
    (Rule.YAML_REFUSED, "documents"): Sentence(
        "more than one YAML document", 'delete "---" and what follows'
    ),
    (Rule.YAML_REFUSED, "alias"): Sentence(
        "an alias (*) that grows too large or refers to itself", "write the content out"
    ),
    (Rule.YAML_REFUSED, "depth"): Sentence(
        "nested too deeply", "no plan needs that; check brackets and indentation"
    ),
    (Rule.YAML_REFUSED, "tag"): Sentence('the tag "{found}" is not allowed', "delete it"),
    (Rule.YAML_REFUSED, "key"): Sentence("a key is one word", "check brackets and colons"),
    (Rule.YEAR_ORDER, "period"): Sentence(
        "the years of the period are out of order",
        "baseline < first <= last must hold, as in 2020, 2021, 2025",
    ),
    (Rule.YEAR_ORDER, "baseline"): Sentence(
        "the baseline year {year} is not before the plan's first year",
        "a baseline lies before the plan",
    ),
    (Rule.YEAR_ORDER, "milestone"): Sentence(
        "the milestone of {year} does not lie between {first} and the target year {last}",
        "correct the year; the target year's own value is the target",
    ),
    (Rule.FORM_CONFLICT, "no_milestones"): Sentence(
        "path is points, but the target has no values of the years between",
        "add milestones to the target, as {{2023: 2.35}}, or use linear",
    ),
    (Rule.FORM_CONFLICT, "milestones"): Sentence(
        "the target has milestones, and path is {found}", "delete one of the two"
    ),
    (_V, "bands"): Sentence(
        '"{found}" of "{where}" is no office known here',
        "known: {expected}; or give the cut-offs themselves",
    ),
    (Rule.YEAR_ORDER, "target"): Sentence(
        "{year} lies outside the plan's period", "give a year of the period"
    ),
    (Rule.HISTORY_REWRITTEN, "gone"): Sentence(
        '"{indicator}" {year} stood as final with {old} ({since}), now there is none',
        "put the row back; to withdraw it, keep the row with the status revised and the source",
    ),
    (Rule.HISTORY_REWRITTEN, "unsettled"): Sentence(
        '"{indicator}" {year}, {old}, stood as final ({since}), now its status is {status}',
        "a final figure does not become unsettled; if it was revised, set its status to revised "
        "and name the source",
    ),
    (Rule.UNAMENDED, "removed"): Sentence(
        '"{indicator}" was taken out of the plan, not amended',
        "if by mistake, put it back; if it was decided, withdraw a task under amendments, and name "
        "the document of anything else in the commit",
    ),
    (Rule.UNAMENDED, "decision"): Sentence(
        'the amendment "{found}" that stood in the plan is gone or says something else',
        "put it back; a new decision is another amendment",
    ),
    (Rule.IMPLAUSIBLE, "times_10"): Sentence(
        '"{indicator}" is {found}, some 10 times off {other}, the last figure or the target',
        "check the decimal point",
    ),
    (Rule.IMPLAUSIBLE, "times_100"): Sentence(
        '"{indicator}" is {found}, some 100 times off {other}, the last figure or the target',
        "check whether a percentage was given as a fraction (12.5 % as 0.125)",
    ),
    (Rule.IMPLAUSIBLE, "times_10000"): Sentence(
        '"{indicator}" is {found}, some 10,000 times off {other}, the last figure or the target',
        "check the unit: 亿元 may have been taken for 万元, or 万人 for 人",
    ),
    (Rule.IMPLAUSIBLE, "times_100000000"): Sentence(
        '"{indicator}" is {found}, some 100 million times off {other}, the last figure or the '
        "target",
        "check the unit: 亿元 may have been taken for 元",
    ),
    (Rule.PART_EXCEEDS_WHOLE, "plan"): Sentence(
        'in {year} "{indicator}" is printed as {found}, more than the "{whole}" it belongs to '
        "({limit})",
        "check both figures and what they count, or remove the subset",
    ),
    (Rule.DERIVED_DISAGREES, "plan"): Sentence(
        '"{indicator}" is printed as {found} in {year}, but {formula} gives {computed}; rounding '
        "cannot explain the gap",
        "check the formula and the figures it uses",
    ),
    (Rule.INDICATOR_UNKNOWN, "task"): Sentence(
        '"{found}" is a task, not an indicator', "file it in YEAR.tasks.csv, as 2023.tasks.csv"
    ),
    (Rule.COUNT_DISAGREES, "beyond"): Sentence(
        '"{indicator}" was filed as {found}, more than all its {members} members; it is not judged',
        "check the number",
    ),
    (Rule.FORM_CONFLICT, "beyond_members"): Sentence(
        "{found} are asked for, but only {expected} members are listed",
        "complete the members, or check the bound",
    ),
    (Rule.FORM_CONFLICT, "stretch"): Sentence(
        "stretch is {found}, not beyond the bound {expected}",
        'stretch is the 3 of "2-3" and lies beyond the bound',
    ),
    (Rule.FORM_CONFLICT, "itself"): Sentence(
        'part and whole are the same ("{found}")', "correct one of them"
    ),
    (Rule.FORM_CONFLICT, "figures"): Sentence(
        "a target of form {form} cannot be judged from figures: {found}", "use one of: {expected}"
    ),
    (Rule.FORMULA_WRONG, "cut_short"): Sentence(
        'the formula "{formula}" ends too early',
        "add what belongs behind the last sign, or remove the sign",
    ),
    (Rule.FORMULA_WRONG, "circle"): Sentence(
        'the formula "{formula}" leads back to "{found}" itself',
        "change it so that nothing is computed from itself",
    ),
    (Rule.RELATION_CONFLICT, "missing"): Sentence(
        'a relation with rule {rule} needs "{key}"', 'add "{key}", or use another rule'
    ),
    (Rule.RELATION_CONFLICT, "direction"): Sentence(
        'of "{found}" less is better, but the rule is {rule}',
        "write not_rise where it must not get worse, fall where it must get better",
    ),
    (Rule.RELATION_CONFLICT, "rank"): Sentence(
        'a relation with rule {rule} compares ranks, and "{found}" is none',
        "name a quantity of kind rank",
    ),
    (Rule.FILED_TWICE, "task"): Sentence(
        '"{indicator}" is filed twice, first at {first}; neither row is judged',
        "keep the right one",
    ),
    (Rule.FILED_TWICE, "differs"): Sentence(
        '"{indicator}" was filed twice and not alike: "{other}" at {first}, "{found}" here; '
        "neither was taken",
        "ask the responsible unit and keep the right one",
    ),
    (Rule.NOT_AN_ANSWER, "number"): Sentence(
        '"{indicator}" asks for a number, not "{found}"',
        'write a number in digits; for no data write "-"',
    ),
    (Rule.FILE_UNREADABLE, "not_a_file"): Sentence(
        "this is not a regular file", "give the path of a CSV or Excel file"
    ),
    (Rule.FILE_UNREADABLE, "lfs"): Sentence(
        "this is only Git LFS's pointer to the content",
        "run git lfs pull; a year's table is small and best kept in git itself, without LFS",
    ),
    (Rule.FILE_UNREADABLE, "link"): Sentence(
        "this is a symbolic link, and the revision does not hold what it leads to",
        "keep the file itself in the repository",
    ),
    (Rule.FILE_UNREADABLE, "no_excel"): Sentence(
        "what reads Excel files is not installed",
        'run: pip install "jdzplan[excel]", or save it as "CSV UTF-8 (comma delimited)"',
    ),
    (Rule.FILE_UNREADABLE, "password"): Sentence(
        "the workbook is locked with a password", "remove the password in Excel or WPS and save"
    ),
    (Rule.FILE_UNREADABLE, "renamed"): Sentence(
        "the name ends in {expected}, the content is {found}",
        "open it in Excel or WPS and save it as {expected}; changing the name is not enough",
    ),
    (Rule.FILE_UNREADABLE, "not_a_workbook"): Sentence(
        "this is no Excel workbook, or it is damaged",
        "look at it in Excel or WPS and save it anew as .xlsx",
    ),
    (Rule.FILE_UNREADABLE, "too_large"): Sentence(
        "the workbook would unpack to too much and was not read",
        "copy the figures into a new workbook, with the sheets that are needed only",
    ),
    (Rule.FILE_UNREADABLE, "document_type"): Sentence(
        "the workbook declares XML entities, which is not allowed; it was not read",
        "open it in Excel or WPS and save it anew as .xlsx",
    ),
    (Rule.FILE_UNREADABLE, "beyond"): Sentence(
        "only {rows} rows and {columns} columns of a sheet are read; "
        "what stands here and behind was not",
        "delete what is not needed, or spread it over several sheets",
    ),
    (Rule.FILE_NOT_A_YEAR, "workbook"): Sentence(
        "only CSV files are read unasked; this workbook was not",
        'run: jdzplan check {name}, or save it as "CSV UTF-8 (comma delimited)"',
    ),
    (Rule.FILE_TOO_LARGE, "extra"): Sentence(
        "the file has {found} MB, more than the {limit} MB that are read row by row, and was not "
        "read",
        'if it is the right file, install what reads big years: pip install "jdzplan[panel]"',
    ),
    (Rule.FILE_TOO_LARGE, "shape"): Sentence(
        "the file has {found} MB, more than the {limit} MB that are read row by row, and is not "
        "one table: it was not read",
        "leave one header above the rows, and no heading or line of units among them; or split it "
        "into smaller files",
    ),
    (Rule.FILE_TOO_LARGE, "year"): Sentence(
        "the file has {found} MB, more than the {limit} MB that are read row by row, and no year "
        "in its name: it was not read",
        "name it by its year, as 2023.csv, or state the year with --year",
    ),
    (Rule.FILE_TOO_LARGE, "second"): Sentence(
        "the file has {found} MB, more than the {limit} MB that are read row by row, and there is "
        "another big one of its year: it was not read",
        "put all figures of a year into one file",
    ),
    (Rule.FILE_TOO_LARGE, "text"): Sentence(
        "the file has {found} MB, more than the {limit} MB that are read row by row, and its "
        "encoding is unknown: it was not read",
        'save it as "CSV UTF-8 (comma delimited)"',
    ),
    (Rule.FILE_TOO_LARGE, "engine"): Sentence(
        "the file has {found} MB, more than the {limit} MB that are read row by row, and sifting "
        "it failed: {cause}",
        "remove that cause, such as a full disk or a lack of permission, or split the file",
    ),
    (Rule.FILE_EMPTY, "tasks"): Sentence(
        "the file is empty",
        "the first line is the header, with at least the columns task and stage",
    ),
    (Rule.FILE_EMPTY, "no_rows"): Sentence("a header and no rows", "fill in at least one row"),
    (Rule.COLUMN_UNKNOWN, "headless"): Sentence(
        "this column has no header, its content was not read", "name the column, or empty it"
    ),
    (Rule.NOT_A_FIGURE, "nothing_but_words"): Sentence(
        '"{found}" has no digits',
        "give a number; no data is —, not yet published is 未公布",
    ),
    (Rule.YEAR_DISAGREES, "title"): Sentence(
        'the title of the table is "{found}", but it is read as figures of {expected}; this table '
        "was not read",
        "correct the title or the file's name, or give --year",
    ),
    (Rule.YEAR_DISAGREES, "file_name"): Sentence(
        "the file's name says {found}, --year says {expected}", "drop --year, or rename the file"
    ),
    (Rule.YEAR_ORDER, "rule_years"): Sentence("first is after last", "check the years of the rule"),
    (Rule.PLAN_UNREADABLE, "empty"): Sentence(
        "the plan is empty", "begin with plan, goals and indicators"
    ),
    (Rule.FORMULA_NOT_CALCULATED, "empty"): Sentence(
        "the formula's result is empty, taken as not reported (.xls does not tell a formula that "
        "was never calculated from one whose result is empty)",
        "open it in Excel or WPS and save it as .xlsx; where there is no figure, write —",
    ),
    (Rule.COLUMN_MISSING, "sideways"): Sentence(
        "the table lies on its side ({found}), its indicators are not in one column",
        "copy it and paste it transposed: a row for each indicator, columns indicator, value, unit",
    ),
    (Rule.NOT_A_FIGURE, "too_narrow"): Sentence(
        'the cell only holds "{found}", which is shown where a column is too narrow',
        "widen the column and copy or export it again",
    ),
    (Rule.NOT_A_FIGURE, "status"): Sentence(
        '"{found}" says how settled the figure is, beside the figure',
        "give the number alone, and estimated or preliminary in column status",
    ),
    (Rule.NOT_A_FIGURE, "two_lines"): Sentence(
        'the cell has digits in two lines ("{found}"): one figure or two?',
        "give one number, in one line",
    ),
    (Rule.NOT_A_FIGURE, "cut"): Sentence(
        'a thousands separator cut "{found}" into two cells',
        "take the comma out (1234, not 1,234), or put quotes around it",
    ),
    (Rule.NOT_A_FIGURE, "spreadsheet_error"): Sentence(
        '"{found}" is the error of a formula', "mend the formula and export again"
    ),
    (Rule.NOT_A_FIGURE, "separators"): Sentence(
        'the commas or spaces in "{found}" are misplaced',
        "take them out; the decimal mark is a point",
    ),
    (Rule.NOT_A_FIGURE, "date"): Sentence(
        '"{found}" looks like a date',
        "format the cell as a number and give the figure again",
    ),
    (Rule.NOT_A_FIGURE, "trailing_mark"): Sentence(
        'a footnote mark follows the number in "{found}"', "move it to column note"
    ),
    (Rule.NOT_A_FIGURE, "two_qualifiers"): Sentence(
        '"{found}" is qualified twice', "keep one, as in ≥70"
    ),
    (Rule.NOT_A_FIGURE, "empty_interval"): Sentence(
        'the lower end of "{found}" is not below the upper',
        "write the smaller number first, as 2-3",
    ),
    (Rule.NOT_WHOLE, "rank"): Sentence(
        '"{indicator}" is a rank, it cannot be "{found}"', "give 1, 2, 3 and so on"
    ),
}

EN = Words(
    language="en",
    findings=_FINDINGS | FINDINGS_EN | BROKEN_DOWN_EN,
    variants=_VARIANTS | VARIANTS_EN | BROKEN_DOWN_VARIANTS_EN,
    adjusted=ADJUSTED_EN,
    near='did you mean "{near}"?',
    all_of=", ",
    columns={
        name: name
        for name in (
            "indicator",
            "task",
            "name",
            "stage",
            "evidence",
            "value",
            "unit",
            "region",
            "status",
            "released",
            "basis",
            "source",
            "note",
            "year",
            "definition",
            "due",
        )
    },
    sheet={
        "indicator": "indicator",
        "name": "name",
        "value": "value",
        "unit": "unit",
        "region": "region",
        "status": "status",
        "released": "released",
        "basis": "basis",
        "source": "source",
        "note": "note",
        "definition": "definition",
        "task": "task",
        "task_name": "task name",
        "stage": "stage",
        "evidence": "evidence",
        "due": "due",
        "yes": "yes",
        "no": "no",
        "no_owner": "no owner stated",
    },
    severities={severity: severity.value for severity in Severity},
    verdicts={
        Verdict.ACHIEVED: "achieved",
        Verdict.AHEAD: "ahead",
        Verdict.ON_TRACK: "on track",
        Verdict.LAGGING: "lagging",
        Verdict.BEHIND: "behind",
        Verdict.DETERIORATING: "deteriorating",
        Verdict.REGRESSED: "regressed",
        Verdict.MISSED: "missed",
        Verdict.NOT_ASSESSED: "not assessed",
    },
    reasons={
        Reason.NOT_REPORTED: "not reported for this year",
        Reason.NO_DATA: 'filed as "no data"',
        Reason.NOT_YET_PUBLISHED: "not yet published",
        Reason.ROW_REJECTED: "the row or its file has errors; judged when they are mended",
        Reason.NO_BASELINE: "no baseline in the plan, so no pace is known before the target year",
        Reason.BOUNDS_DISAGREE: "only a range was published, and not all of it is on one side; "
        "the exact figure is needed",
        Reason.MISSING_YEARS: "figures of some years are missing",
        Reason.MISSING_MEMBERS: "some members were not reported",
        Reason.NOT_DUE: "this year does not count",
        Reason.OUTSIDE_PERIOD: "this year lies outside the plan",
        Reason.DEFINITION_UNCONFIRMED: "definition or unit to be confirmed, no verdict until then",
        Reason.DEFINITION_INCOMPLETE: "the plan file lacks what judging needs",
        Reason.EXTERNAL_STANDARD_MISSING: "the figure set by a higher level is not at hand",
        Reason.NO_REFERENCE: "figures to compare with are missing",
        Reason.GROWTH_UNDEFINED: "zero or negative figures have no growth or ratio",
        Reason.BASIS_DIFFERS: "figures of different bases cannot be compared",
        Reason.NO_EVIDENCE: "reported as done, without evidence",
        Reason.NEVER_JUDGED: "a principle: listed, never judged",
        Reason.WITHDRAWN: "withdrawn by an amendment",
        Reason.NO_TARGET: "no target for the region",
        Reason.NOT_IN_PANEL: "not judged in a panel; check judges it",
    },
    flags={
        Flag.AT_RISK: "met, but worse than before",
        Flag.FELL_BACK: "met in an earlier year",
        Flag.PROVISIONAL: "provisional figure",
        Flag.SAMPLE: "sample",
        Flag.BOUNDED: "judged by the published bound",
        Flag.APPROXIMATE: "approximate figure",
        Flag.ROUNDING_SENSITIVE: "within rounding it may be {verdicts}",
        Flag.METHOD_DISAGREEMENT: "growth rates would give another verdict",
        Flag.SERIES_BREAK: "another basis than the baseline or earlier years",
        Flag.DEFINITION_UNCONFIRMED: "definition to be confirmed",
        Flag.AMENDED: "judged as amended",
    },
    statuses={status: status.value for status in Status},
    stages={
        Stage.NOT_STARTED: "not started",
        Stage.UNDER_WAY: "under way",
        Stage.DONE: "done",
        Stage.STOPPED: "stopped",
    },
    tiers={
        Tier.CORE: "core table",
        Tier.GOAL: "goal text",
        Tier.CHAPTER: "chapters",
        Tier.IMPLIED: "full coverage and yearly demands",
        Tier.SET: "named members",
    },
    forms={
        Form.BY_YEAR: "level by a year",
        Form.EVERY_YEAR: "every year",
        Form.CUMULATIVE: "cumulative total",
        Form.CUMULATIVE_REDUCTION: "cumulative reduction",
        Form.AVERAGE_GROWTH: "average growth",
        Form.NAMED_SET: "named set",
    },
    strengths={Strength.HARD: "demand", Strength.SOFT: "direction"},
    qualifiers={
        Qualifier.EXACT: "{value}",
        Qualifier.APPROXIMATE: "~{value}",
        Qualifier.AT_LEAST: ">={value}",
        Qualifier.MORE_THAN: ">{value}",
        Qualifier.AT_MOST: "<={value}",
        Qualifier.LESS_THAN: "<{value}",
        Qualifier.BETWEEN: "{value}-{upper}",
    },
    units={
        "亿元": "100m yuan",
        "万元": "10k yuan",
        "元": "yuan",
        "位": "places",
        "人年": "person-years",
        "人": "persons",
        "年": "years",
        "岁": "years",
        "亿吨": "100m tonnes",
        "亿吨标准煤": "100m tonnes of coal equivalent",
        **dict.fromkeys(("家", "个", "户", "件", "项", "所"), ""),
    },
    table={
        "achieved_early": "achieved early",
        "achieved_yearly": "kept",
        "title": "{title}, {year}",
        "name": "indicator",
        "unit": "unit",
        "baseline": "baseline",
        "target": "target",
        "expected": "expected",
        "actual": "actual",
        "share": "share",
        "elapsed": "elapsed",
        "pace": "pace",
        "verdict": "verdict",
    },
    needs={
        "points": " percentage points",
        "by_year": "{distance} short of the {due} target; needs {needed} a year "
        "for {years} more, {so_far}",
        "odds": "odds of meeting it in {due}: {odds}",
        "by_growth": "{distance} short of the {due} target; needs {needed} a year for {years} "
        "more, against {so_far} a year so far",
        "grows": "+{rate} %",
        "falls": "-{rate} %",
        "index_points": " points",
        "incomplete": "judged by what was filed so far",
        "linear_disagrees": "equal steps would give another verdict",
        "so_far": "against {achieved} a year so far",
        "unchanged": "unchanged so far",
        "short": "{distance} short of the {due} target",
        "missed": "missed the {due} target by {distance}",
        "missed_at_bound": "what was published does not reach the target ({bound})",
        "kept_not": "missed this year's bound by {distance}",
        "years_missed": "years missed in the period: {years}",
        "flags": "note: {flags}",
        "stands": "the verdict of the target year {due} stands",
        "or": " or ",
        "lacking": " ({fields})",
        "rows": " ({rows} rows of this column)",
        "stated": "the plan says: {printed}",
        "reading": 'read as "{name}": {verdict}',
        "parts": "computed from {parts}",
        "part": "{name} {value}",
        "of_basis": "{value} ({basis})",
        "release": "{status} {value}",
        "release_dated": "{status} {value} ({released})",
        "then": " → ",
        "vintages": "releases: {releases}, the verdict is the same",
        "vintages_changed": "releases: {releases}; verdicts: {verdicts}",
        "up_points": "+",
        "down_points": "-",
        "up": "+",
        "down": "-",
        "stop": "; ",
    },
    view={
        "compared": "Indicators on which the paths disagree",
        "paths": "{name}: {sides}",
        "on_path": "{path} {verdict}",
        "path_linear": "linear",
        "path_compound": "compound",
        "path_points": "points",
        "core": "core indicators",
        "indicators": "indicators",
        "relations": "relations",
        "tasks": "tasks",
        "regional": "shares of regions",
        "whole": "The whole",
        "regions": "Targets broken down to regions (--by region lists each)",
        "of_region": "{name} ({region})",
        "part": "· {region}",
        "worse": "{verdict}: {regions}",
        "others": "{regions} and others, {count} in all",
        "rest": "The rest by goal (--all lists everything)",
        "attention": "Needs attention",
        "count": "{kind} {total}, judged {judged}: {list}",
        "count_none": "{kind} {total}, none judged",
        "worst": "worst: {worst}",
        "group": "{name}: {counts}",
        "goal": "{name} ({key})",
        "between": "; ",
        "chapter": "Chapter {number}",
        "elsewhere": "Other documents",
        "item": "{verdict}: {name}",
        "about": " ({about})",
        "side": "{year}: {value}",
        "overdue": "overdue",
        "not_due": "not due",
        "due": "due by the end of {year}",
        "due_assumed": "no date in the plan, taken as the end of {year}",
        "evidence": "evidence: {evidence}",
        "wanted": "would be shown by: {evidence}",
    },
    dictionary={
        "definition": "definition",
        "formula": "formula",
        "frequency": "frequency of publication",
        "publication_lag": "lag of publication",
        "provider": "provider of the figures",
    },
    roles={
        "lead": "lead",
        "support": "supporting",
        "provider": "provides the figures",
        "nobody": "not stated",
        "mark": "[{role}; lead: {lead}] ",
        "role": "[{role}] ",
    },
    lists={
        "file": "{years}-problems-{unit}",
        "title": "Problems of {unit} ({plan})",
        "findings": "Findings on the data",
        "common": "Findings that concern no unit in particular (files, the plan, unknown names)",
        "bad": "Not on track in {year}",
        "open": "To be filed, corrected or shown for {year}",
        "counts": "Led in {year}: {counts}",
        "none": "Nothing to deal with.",
        "elsewhere": 'Findings that concern no unit in particular: {count}, see the list "{unit}".',
        "overdue": "{plan}, overdue on {day}: {count}",
        "due_figure": "{name}, figure of {year}, to be out by {since}",
        "due_task": "task: {name}, to be done by {since}",
        "since": "due",
        "unit": "unit",
        "role": "role",
        "kind": "kind",
        "year": "year",
        "name": "name",
        "judged": "verdict or severity",
        "about": "explanation",
        "mend": "how to mend it",
        "place": "place",
        "code": "code",
        "finding": "finding",
        "indicator": "indicator",
        "relation": "relation",
        "task": "task",
    },
    footer={
        "one": "{count} {name}",
        "findings": "Findings: errors {error}, warnings {warning}, notes {info}.",
        "explain": "What a code means: jdzplan explain {code}",
        "samples": "※ Sample values: {count}, for demonstration only: not published figures.",
        "list": ", ",
    },
    digest=DIGEST_EN,
    gate={
        "verdict": "{year}: {said}",
        "verdict_title": "at the gate: {verdict}",
        "more": " (and {count} more, see the log)",
        "setting": "setting",
        "value": "value",
        "origin": "from",
        "named": "{name} ({key})",
        "fail_on": "findings that stop",
        "fail_on_verdict": "verdicts that stop",
        "verdicts_of": "whose verdicts count",
        "samples": "sample values",
        "path": "path to the target",
        "bands.ahead": "cut-off of ahead",
        "bands.on_track": "cut-off of on track",
        "bands.lagging": "cut-off of lagging",
        "bands.behind": "cut-off of behind",
        "adjustment.behind_years": "years behind before a review",
        "command_line": "command line {where}",
        "environment": "environment {where}",
        "plan": "plan {where}",
        "default": "default",
    },
)
