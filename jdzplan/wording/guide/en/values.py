"""The rules about single values (3xx)."""

from jdzplan.catalogue import Rule
from jdzplan.wording.guide import Explanation

VALUES = {
    Rule.INDICATOR_UNKNOWN: Explanation(
        "The name fits no indicator, series or member of the plan, so the row was not used. The "
        "nearest name is offered, never taken; what it stands for counts as rejected "
        "(row_rejected), not as unreported.",
        "A slip; a short name the plan does not know; subtotals left in the table; a task among "
        "the figures.",
        "Use a name or an id of the plan. A short name that is in use belongs into the indicator's "
        "aliases. Tasks go into YEAR.tasks.csv.",
    ),
    Rule.NOT_A_FIGURE: Explanation(
        "A value is one published figure or one mark of absence. What is unambiguous is read, as "
        "≥70, 约12, 2-3, 3.5亿元, 1,234; nothing else is guessed at, and the row was not used. "
        "Missing is not 0, and never met.",
        'Words such as "up 8%"; a footnote mark; a date or a formula\'s error; numbers in Chinese '
        "words.",
        "Leave one number, and put the rest into note. No data is —, not yet published is 未公布, "
        "not reported is blank.",
    ),
    Rule.UNIT_MISSING: Explanation(
        "Without a unit a number may be 万元 or 亿元, ten thousand times apart. The unit may stand "
        "in its column, behind the value, in brackets behind the name, or above the table "
        "(单位：亿元). There was none; the row was not used.",
        "The column was lost in export; a new row without a unit.",
        "Write the plan's unit, or one that converts to it, into column unit.",
    ),
    Rule.UNIT_MISMATCH: Explanation(
        "The unit is not that of the plan's quantity, or two units in the row contradict each "
        "other; the row was not used. What converts is converted without a word: 万元 and 亿元, ‰ "
        "and %, the counters 家, 个, 户, 所, 项.",
        "The figure of another row; a share for a number or the reverse; another unit in use where "
        "the figure comes from.",
        "Find out in which unit the figure was reported. Right figure, wrong unit: correct the "
        "unit. Another unit altogether: convert the figure as well.",
    ),
    Rule.NOT_WHOLE: Explanation(
        "Counts are whole numbers from 0, ranks from 1. A fraction or a negative number most "
        "likely belongs to another row, or is a mean or a share; the row was not used.",
        "A share in the row of a number; reported in ten thousands and not whole after conversion; "
        "rank 0.",
        "Give the real count; a rank is 1, 2, 3 and so on.",
    ),
    Rule.STATUS_UNKNOWN: Explanation(
        "The status says whether a figure is final, preliminary, estimated, revised or a sample; "
        "verdicts are flagged by it. An unknown one is not taken for final: the row was not used.",
        'Words such as "checked" or "sent in"; a source or note in this column.',
        "Write final, preliminary, estimated, revised or sample; if you do not know, leave it "
        "empty.",
    ),
    Rule.YEAR_INVALID: Explanation(
        "Column year shows whether a row is in the right file; it takes four digits. The row was "
        "not used.",
        '"23" or "2021-2023"; a cell formatted as a date.',
        "Write 2023, or drop the column: the file's name says the year.",
    ),
    Rule.REGION_UNKNOWN: Explanation(
        "No such region is among the plan's regions; a plan need not list any. The row is kept, "
        "but not judged, and never taken for the whole. Where a listed region has a name near to "
        "it, that region's verdict is withheld.",
        "A slip in the name; details by region in the same table; the whole area's own name as "
        "region, where the plan does not give it as plan.area.",
        "For the whole leave region empty or write 全市, 全国 or total; to write its name, put it "
        "into plan.area. Rows of regions may stay.",
    ),
    Rule.INDICATOR_EMPTY: Explanation(
        "The row holds something and does not say what it is about; it was not used.",
        "Merged cells taken apart, only the first row kept the name; left-overs in total or blank "
        "rows.",
        "Add the name or id, or empty the row altogether.",
    ),
    Rule.SAMPLE_VALUES: Explanation(
        "Samples are made up for demonstration, not published. They are judged, bear the mark ※ "
        "everywhere, and are told here once a file, so that none passes for real.",
        "The figures come from an example and were not replaced yet.",
        "When the real figure is known, replace value, status and source together, not the status "
        "alone.",
    ),
    Rule.NOT_AN_ANSWER: Explanation(
        "Members of a set and their like are asked yes or no: 是 or 否, yes or no, 1 or 0. "
        "Elsewhere a number is asked for and yes is none. The row was not used.",
        "A number in a member's row; yes in an indicator's.",
        "Answer yes or no for each member; the number of members that count goes into the row of "
        "the set.",
    ),
    Rule.TASK_UNKNOWN: Explanation(
        "The name fits no task of the plan; the row was not used, and the nearest task counts as "
        "rejected (row_rejected).",
        "A slip or a short name; an indicator among the tasks.",
        "Use a task's name or id; jdzplan template writes a table with all ids.",
    ),
    Rule.STAGE_UNKNOWN: Explanation(
        'A stage is not_started, under_way, done or stopped. Whether "mostly done" or "90 %" is '
        "done nobody can tell; the row was not used.",
        "A percentage, or the progress in words.",
        "Choose one of the four and put the rest into note; if you do not know, leave it empty.",
    ),
    Rule.FIGURE_NORMALISED: Explanation(
        "Full-width digits mean the same as plain ones; the figure was read so and is judged.",
        "An input method in full-width mode.",
        "Nothing needs to be done; jdzplan convert writes plain digits.",
    ),
    Rule.SCIENTIFIC: Explanation(
        "In a narrow column a spreadsheet shows a large number as 1.23E+08 and exports it so; the "
        "digits behind are lost. It was read as written and is judged, but may not be the original "
        "figure.",
        'A narrow column, or the formats "General" and "Scientific".',
        "Format the cells as numbers, widen the column, and export again.",
    ),
    Rule.RELEASE_UNKNOWN: Explanation(
        "A year's figure may be published several times; the column released puts them in order, "
        "and the newest is judged. A date that cannot be read gives no order, so the row is not "
        "judged.",
        "A date without its year, or with words around it.",
        "Write a day, a month or a year: 2024-01-17, 2024-01, 2024. Leave it empty if unknown.",
    ),
    Rule.RELEASE_TOO_EARLY: Explanation(
        "No figure of a year is published before that year has begun. The row is read and judged, "
        "but the year or the date must be wrong.",
        "Copied from last year's table with its date, or filed in the wrong year's file.",
        "Correct the date by the document, or move the row to the file of its year.",
    ),
    Rule.OTHER_BASIS: Explanation(
        "The plan says on which basis an indicator is judged. Figures on another basis are kept "
        "for the record; they are not judged, nor do they count as filed twice.",
        "One document gives both, such as nominal and real growth, and both were filed.",
        "Nothing, unless the basis is wrong; if the plan's has changed, change basis there.",
    ),
}
