"""Verdicts, reasons for having none, and flags."""

from jdzplan.verdicts import Flag, Reason, Verdict
from jdzplan.wording.guide import Term

VERDICTS = {
    Verdict.ACHIEVED: Term(
        "the bound is met",
        'What was promised is there. Before the target year it is shown as "achieved early"; where '
        'each year counts, or a level is to be kept, as "kept". A task is done and has its '
        "evidence.",
        "400 high-tech firms by 2025, and 402 in 2023: achieved early.",
    ),
    Verdict.AHEAD: Term(
        "p ≥ {ahead}",
        "Not there yet, but clearly faster than time goes by.",
        "From 200 firms in 2020 to 400 in 2025, so 320 are expected in 2023. With 360: "
        "s = 160 / 200 = 80%, e = 3 / 5 = 60%, p = 1.33.",
    ),
    Verdict.ON_TRACK: Term(
        "{on_track} ≤ p < {ahead}",
        "About as fast as time goes by. A relation over the whole period that holds before the "
        "last year is on track, too.",
        "From 200 firms in 2020 to 400 in 2025. With 318 in 2023: s = 118 / 200 = 59%, e = 60%, "
        "p = 0.98.",
    ),
    Verdict.LAGGING: Term(
        "{lagging} ≤ p < {on_track}",
        "Moving, but slower than time. This is news, not an error: the check passes, unless it is "
        "asked not to, by --fail-on-verdict lagging.",
        "R&D intensity from 2.20% in 2020 to 2.5% in 2025, so 2.38% is expected in 2023. With "
        "2.37%: s = 0.17 / 0.30 = 56.7%, e = 60%, p = 0.94.",
    ),
    Verdict.BEHIND: Term(
        "{behind} ≤ p < {lagging}",
        "Much slower than time, or where it was at the baseline. A relation over the whole period "
        "that does not hold before the last year is behind, too.",
        "From 200 firms in 2020 to 400 in 2025. With 260 in 2023: s = 60 / 200 = 30%, e = 60%, "
        "p = 0.50.",
    ),
    Verdict.DETERIORATING: Term(
        "p < {behind}",
        "Worse than at the baseline.",
        "From 200 firms in 2020 to 400 in 2025. With 190 in 2023: s = -10 / 200 = -5%, e = 60%, "
        "p = -0.08.",
    ),
    Verdict.REGRESSED: Term(
        "nothing was left to climb at the baseline, and now the bound is not met",
        "The level was only to be kept, and was not. There is no pace.",
        "Place 2 of the province or better, which it was in 2020; place 3 in 2023.",
    ),
    Verdict.MISSED: Term(
        "the target year has come, or the year's own rule was not met",
        "The target year is here and the target is not reached, however little is lacking; or a "
        'year broke its own rule; or a task was due and is not done ("overdue"), or was stopped.',
        "400 firms by 2025, and 390 in 2025: missed by 10.",
    ),
    Verdict.NOT_ASSESSED: Term(
        "always with a reason",
        "There is no figure that can be used, or the plan does not say what judging needs. That is "
        "neither met nor missed; it is counted apart and stands outside the order.",
        "New products at 50% of sales by 2025, no baseline in the plan, 38% in 2023: 12 percentage "
        "points are lacking, and that is all. Ask for each reason: jdzplan explain no_baseline.",
    ),
}

REASONS = {
    Reason.NOT_REPORTED: Term(
        "no row, or a blank value",
        "Nothing was filed for the year. That is not 0, and not met. A task that is due in a year "
        "without any table of tasks belongs here, too.",
        "File the figure; write — where there is no data, 未公布 where it is not published yet.",
    ),
    Reason.NO_DATA: Term(
        "the value is a mark such as —, 无 or N/A",
        "Whoever files it says that there is no such figure, for instance because nothing was "
        "surveyed.",
        "File the figure when there is one.",
    ),
    Reason.NOT_YET_PUBLISHED: Term(
        "the value is a mark such as 未公布",
        "There will be a figure; it is not out yet.",
        "File it when it is published, with its source.",
    ),
    Reason.ROW_REJECTED: Term(
        "the row or its file has an error",
        "Something was filed, but the row or the whole file has an error and was not used. So it "
        "is, too, where a misspelt name was most likely meant for this, lest it look unreported.",
        "Find the error in the same check, mend it, and check again.",
    ),
    Reason.NO_BASELINE: Term(
        "no baseline, the target not met, the target year not here",
        "Without a beginning there is no share of the way; before the target year only the "
        "distance is shown. Met is still achieved, and not met in the target year is missed.",
        "If the plan or a publication has a baseline, put it into the plan with its source. If "
        "not, do not work one out.",
    ),
    Reason.BOUNDS_DISAGREE: Term(
        "a bound or an interval was published, and its values do not all fall on one side",
        "Such as ≤2.28 or 2-3: some of the values it allows are on track and some are not, and "
        "none is picked for all. Where all fall on one side there is a verdict, flagged bounded.",
        "File the exact figure.",
    ),
    Reason.MISSING_YEARS: Term(
        "some years lack a figure, and the others do not decide",
        "Totals and mean growth need every year of the plan so far; of a yearly demand the whole "
        "period cannot be called kept. Where the known years decide, there is a verdict.",
        "File the years that lack.",
    ),
    Reason.MISSING_MEMBERS: Term(
        "some members were not filed, and the others do not decide",
        "If those not filed all counted, or if none did, the verdict would differ.",
        "File the members that lack, or the number of members that count.",
    ),
    Reason.NOT_DUE: Term(
        "the year does not count, or the task is not due",
        "A yearly demand counts from a certain year on; a task that is not done before it is due "
        "is not missed.",
        "Nothing needs to be done.",
    ),
    Reason.OUTSIDE_PERIOD: Term(
        "the year lies before or after the plan",
        "The plan demands nothing of this year.",
        "Nothing needs to be done; correct the file's name if the year is a slip.",
    ),
    Reason.DEFINITION_UNCONFIRMED: Term(
        "the plan file says assess: false",
        "Definition, unit or number are in doubt and a verdict would mislead; assess_reason says "
        "why and is shown with it.",
        "Ask the responsible unit, correct the plan file, and delete assess: false.",
    ),
    Reason.DEFINITION_INCOMPLETE: Term(
        "the plan file lacks what judging needs",
        "Such as a total that does not say whether figures are yearly or running, or a doubling "
        "without a baseline. The key stands in brackets; the check warns with JDZ121.",
        "Add it from the plan. If the plan does not say, it stays without a verdict.",
    ),
    Reason.EXTERNAL_STANDARD_MISSING: Term(
        "another document sets the number, and it was not filled in yet",
        'As in "reaches the provincial target": the plan itself prints no number.',
        "Put the number into the plan file (the target's bound, or the relation's rate) with its "
        "source.",
    ),
    Reason.NO_REFERENCE: Term(
        "one side of a comparison has no figure",
        "A relation takes two figures: this year and the year before (or the baseline), or one "
        "series and another. What lacks stands in brackets.",
        "File it, or last year's figure.",
    ),
    Reason.GROWTH_UNDEFINED: Term(
        "a figure that is divided by is zero or negative",
        "There is no growth from zero or below, and no ratio to it; nothing stands in for it. So "
        "it is on the compound path, too, from a baseline of zero, across a change of sign, or to "
        "a band.",
        "Check the figure; on the compound path choose linear. Otherwise there is no verdict; say "
        "so in the report.",
    ),
    Reason.BASIS_DIFFERS: Term(
        "figures that would be put together state different bases",
        "They cannot be added, divided or compared. The same if no figure filed is of the basis "
        "that the plan names. The check has warning JDZ416 or note JDZ322 as well.",
        "Use figures of one basis, or check the column basis.",
    ),
    Reason.NO_EVIDENCE: Term(
        "the task was reported as done, without evidence",
        "What nothing shows is neither done nor missed. The check has error JDZ407 as well.",
        "Name the document with its number and date in column evidence.",
    ),
    Reason.NEVER_JUDGED: Term(
        "the rule of the relation is statement",
        'A principle such as "improve step by step": nothing to compare, so it is only listed.',
        "Nothing needs to be done.",
    ),
    Reason.WITHDRAWN: Term(
        "an amendment withdrew the task",
        "A decision by 31 December of the year took it out of the plan: it is asked for no more, "
        "and not missed. The verdict against the original stands beside it.",
        "Nothing needs to be done.",
    ),
    Reason.NO_TARGET: Term(
        "a figure is of a region for which nothing is promised",
        "The target of the whole is nobody's share: without a target of its own a region is not "
        "judged, and none is worked out for it.",
        "Add the region's target where one has been set; check that both tables spell the region "
        "alike.",
    ),
    Reason.NOT_IN_PANEL: Term(
        "jdzplan panel: another form of target or path, or a figure that is a bound or very long",
        "The panel judges levels by a year on a straight path and rules of every year, from plain "
        "numbers; everything else would need a second copy of the rules.",
        "Judge it with jdzplan check; unify units, or file the plain number.",
    ),
}

FLAGS = {
    Flag.AT_RISK: Term(
        "achieved, but worse than the latest earlier figure",
        "Met, and worse than in the last year known (or at the baseline): it may not last.",
        "Look at it again next year.",
    ),
    Flag.FELL_BACK: Term(
        "met in some earlier year, and not now",
        "It had been met and is not any more; the verdict is that of this year's pace.",
        "Find out why; if the definition changed, say so in note.",
    ),
    Flag.PROVISIONAL: Term(
        "the status is preliminary or estimated",
        "The figure is not final, and the verdict may change with the final one.",
        "Replace value and status when the final figure is out.",
    ),
    Flag.SAMPLE: Term(
        "the status is sample",
        "The figure is made up for demonstration, not published. Tables mark it with ※.",
        "When the real figure is known, replace value, status and source.",
    ),
    Flag.BOUNDED: Term(
        "a bound or an interval went into it",
        "Such as ≥70 or 2-3: all values it allows are on track or better, or all are not, so the "
        "printed end is judged, of an interval the worse one. The true verdict may be better or "
        "worse, but it stays on its side of on track.",
        "File the exact figure.",
    ),
    Flag.APPROXIMATE: Term(
        "a figure is given as about so much",
        "Judged as printed. Near a cut-off the exact figure may give another verdict.",
        "File the exact figure.",
    ),
    Flag.ROUNDING_SENSITIVE: Term(
        "rounding of the last digit could change the verdict",
        "A published figure may be half a unit of its last digit off: 2.37 is anything from 2.365 "
        "to 2.375. Baseline and actual of what is measured are moved by as much, and if the pace "
        "then falls into another band every verdict in reach is listed. Counts, ranks and targets "
        "are exact and stay; whether a bound is met rests on the published figure alone.",
        "The verdict is that of the published figures. To recompute it, take figures with more "
        "digits where there are any.",
    ),
    Flag.METHOD_DISAGREEMENT: Term(
        "growth rates would give another verdict",
        "Judged in equal steps; beside that the pace is computed from growth rates, "
        "((x_t / x_b)^(1/(t-b)) - 1) / ((T / x_b)^(1/(Y-b)) - 1). The two fall into different "
        "bands. On the compound path it is the other way round; milestones (points) are "
        "compared with nothing.",
        "The plan file says which counts. Where the plan promises mean growth, choose compound or "
        "average_growth.",
    ),
    Flag.SERIES_BREAK: Term(
        "the figure is of another basis than the one before it",
        "The verdict is that of the published figure as ever. Whether it fell, whether it was met "
        "before, and the odds are compared within one basis only.",
        "Say so in the report; if older figures were recalculated, file them, too.",
    ),
    Flag.DEFINITION_UNCONFIRMED: Term(
        "an open question could change the verdict",
        "A note of the plan file has could_change_verdict: true, and decided_by is still tool "
        "default. Judged by the reading it states.",
        "Have the responsible unit decide, and say in decided_by who did.",
    ),
    Flag.AMENDED: Term(
        "there was an amendment by 31 December of the year",
        "Judged by what is in force, on a path from the baseline to the amended target; the "
        "verdict against the original stands beside it. A lowered target that makes a verdict "
        "fine is said.",
        "Report both. To recompute it, look the decision up by its number and date.",
    ),
}
