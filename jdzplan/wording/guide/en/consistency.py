"""The rules about figures that must fit each other (4xx)."""

from jdzplan.catalogue import Rule
from jdzplan.wording.guide import Explanation

CONSISTENCY = {
    Rule.YEAR_DISAGREES: Explanation(
        "The file is of one year, the row (or --year) says another. In the wrong year a figure "
        "spoils two verdicts; the row was not used.",
        "Copied from last year's file, column year unchanged; several years in one table.",
        "Correct the year, or move the row into the file of its year.",
    ),
    Rule.FILED_TWICE: Explanation(
        "One thing was filed twice in a year, and which counts cannot be told; neither row was "
        "used. Id, name and alias are one thing; rows of different regions are not.",
        "Two units reported it; pasted twice in a merge; a revised figure beside the old one.",
        'Ask the responsible unit and keep one row; mark a revised figure "revised" in column '
        "status.",
    ),
    Rule.NAME_DISAGREES: Explanation(
        "Id and name of the row mean different things. Most likely something was pasted one row "
        "off, and the value with it; the row was not used.",
        "Only some columns were pasted; the id was changed and the name was not.",
        "Find out whose value it is, make id and name agree, and look at the rows around.",
    ),
    Rule.PART_EXCEEDS_WHOLE: Explanation(
        "A part is never larger than its whole. It is, beyond all rounding, so one of the two is "
        "wrong and neither is judged. Numbers printed in the plan are checked in the same way.",
        "Different definitions or years; the two swapped; one of them not updated.",
        "Compare values, definitions and years. If the one is no part of the other, correct "
        "subsets in the plan.",
    ),
    Rule.DERIVED_DISAGREES: Explanation(
        "The figure was filed, and it also follows from others by its formula; rounding cannot "
        "explain the gap, so not all of them are right. The filed one is judged. Numbers printed "
        "in the plan are checked in the same way.",
        "Some figures are from before a census revision, others from after; numerator and "
        "denominator of different definitions; a slip in copying.",
        "Find the source and vintage of each figure and use one of both; say in column status "
        "where a figure is revised.",
    ),
    Rule.COUNT_DISAGREES: Explanation(
        "A named set may be filed as a number or member by member. Both were filed and contradict "
        "each other, or the number exceeds the list; it is not judged.",
        "Members were updated and the number was not; the number counts others than those named.",
        "Compare with the list. Where every member is filed the number follows and may be left "
        "out.",
    ),
    Rule.NO_EVIDENCE: Explanation(
        "Whether a task is done must be shown by something. Reported as done without evidence it "
        "does not count as done, and gets no verdict (no_evidence).",
        "The papers were sent separately and not named; 无 or — in column evidence is none.",
        "Name the document with its number and date; while there is none, the stage is under_way.",
    ),
    Rule.IMPLAUSIBLE: Explanation(
        "The value is eight times or more off both the last figure known and the target, on the "
        "same side: most likely a decimal point or a unit. It is judged all the same and never "
        "changed, for contract values do grow manifold in a few years.",
        "万元 for 亿元 (10,000 times); 0.125 for 12.5% (100 times); a decimal point (10 times).",
        "Check value and unit. If it is right, say why in note; the warning may stay.",
    ),
    Rule.BASIS_DIFFERS: Explanation(
        "Figures that a formula, a sum, a growth or a comparison puts together must be of one "
        "basis where they state one; otherwise the difference is that of the bases. They are not "
        "put together, and there is no verdict. A figure that states none is not restricted.",
        "A census revised some of the figures; nominal and real ones stand together; the "
        "statistics changed on the way.",
        "Use figures of one basis, or check the column basis; if the baseline is of the old one, "
        "state baseline_basis in the plan.",
    ),
    Rule.HISTORY_REWRITTEN: Explanation(
        "A final figure may stand in a report already. If it changes without being called revised, "
        "earlier verdicts change and nobody is told. Preliminary, estimated and sample figures may "
        "change. Only looked for by check --since.",
        "A past year was revised and its status left as it was; a past year's file was edited by "
        "mistake; a row was deleted.",
        "If it is a revision, write revised as its status and give its source; if not, put the old "
        "figure back.",
    ),
    Rule.UNAMENDED: Explanation(
        "Targets, baselines and due years stand as the plan was issued; written over, the first "
        "promise could not be looked up any more. What was decided since goes under amendments: "
        "the first target stays, and both verdicts are shown. Only looked for by check --since.",
        "A decision entered by changing the target; a slip corrected; an indicator, a task or an "
        "amendment deleted by mistake.",
        "Put the first value back; record a decision under amendments, a revised baseline under "
        "revisions. If a slip was corrected say so in the commit; the warning may stay.",
    ),
    Rule.FIGURE_OVERDUE: Explanation(
        "The plan states the lag of publication (publication_lag, months after 31 December of the "
        "year); on the day of --as-of it is over, and the figure is not filed, or still filed as "
        "not yet published. Without a day, and without a lag, nothing is overdue.",
        "The figure is not out, or it is out and was not filed.",
        "Ask the responsible unit; if the lag is not so, correct it in the plan.",
    ),
    Rule.TASK_OVERDUE: Explanation(
        "A task is due on 31 December of its year; on the day of --as-of that is over, and it is "
        "not filed as done. What an amendment withdrew, or was filed as stopped, is not overdue.",
        "The task is not done, or it is done and was not filed.",
        "Ask the responsible unit; if it is done, file it with its evidence; a date that was moved "
        "belongs into the plan's amendments.",
    ),
}
