"""The rules about the plan (1xx)."""

from jdzplan.catalogue import Rule
from jdzplan.wording.guide import Explanation

PLAN = {
    Rule.PLAN_UNREADABLE: Explanation(
        "plan.yaml is always UTF-8, so that it reads the same on every machine and in every "
        "editor. The file is in another encoding, or empty, and no plan was read.",
        'Saved as "ANSI" (GBK) by a text editor; saving was cut short and left an empty file.',
        "Open it where it still reads well and save it as UTF-8. If the text is garbled already, "
        "take the last good version and edit that.",
    ),
    Rule.YAML_SYNTAX: Explanation(
        "The plan is YAML. After one wrong indentation, colon or quote nothing that follows can be "
        "read for certain, so reading stops at the first error.",
        'A tab in the indentation; a full-width colon "：", or none followed by a space; half a '
        "pair of quotes; an invisible control character pasted from a page or a document.",
        "Look at the line named and the one above: indent with spaces, equal levels equally; end "
        "each key with a plain colon and a space; close every quote. Check again, more may follow.",
    ),
    Rule.DUPLICATE_KEY: Explanation(
        "A key stands once in its level. YAML software commonly keeps the last of two and "
        "drops the first in silence; here nobody chooses for you.",
        "An entry was copied and its id not changed; a merge kept both sides.",
        "Compare the two and delete one, or give one of them another id.",
    ),
    Rule.UNKNOWN_KEY: Explanation(
        "An unknown key is told, never skipped: if atleast for at_least passed unseen, the target "
        "would be gone.",
        "A slip in the key; a wrong indentation that moved it into another level; a key of some "
        "other software.",
        "Use the near key that is offered, or one of those listed. Remarks go into # comments.",
    ),
    Rule.MISSING_KEY: Explanation(
        "Name, unit, direction, target and source cannot be left out: without one of them nobody "
        "knows what a number means.",
        "Left out in a new entry; misspelt, and then told as an unknown key too (JDZ104); indented "
        "wrongly, so that it belongs to another entry.",
        "Add it from the text of the plan. What a plan may not say, such as owner or baseline, is "
        "not required; do not invent it.",
    ),
    Rule.WRONG_VALUE: Explanation(
        "Every key takes one kind of value: plain decimal numbers, years of four digits, one of a "
        "few choices, exactly one bound. Anything else is told; nothing is guessed or converted.",
        "A number with quotes, commas, a unit or leading zeros; a misspelt choice; at_least and "
        "at_most together; between with the larger number first.",
        "Write it as the message says. plan.schema.json (jdzplan schema plan) describes every key, "
        "and editors that know YAML show it while you type.",
    ),
    Rule.YAML_REFUSED: Explanation(
        "People who have never seen the code must be able to read and edit the plan, so it is made "
        "of plain keys, values and lists. Tags, several documents, aliases that are circular or "
        "grow too large, and very deep nesting are refused; some of them exhaust memory.",
        "Written by another program; two files put together; an alias that refers to itself.",
        "Write it plainly: drop the tag, drop what follows ---, write out what the alias stands "
        "for.",
    ),
    Rule.DIRECTION_CONFLICT: Explanation(
        "better says which way is good: higher, lower, or within a band. The bound must agree, or "
        "progress would be counted backwards. The direction is what the plan demands; it is never "
        "guessed from baseline and target.",
        "Copied from an indicator where more is better and only half changed for a rank or an "
        "energy figure; at_least for at_most.",
        "Go by the plan's words: higher with at_least or more_than, lower with at_most or "
        "less_than, within with between.",
    ),
    Rule.UNKNOWN_GOAL: Explanation(
        "Every indicator, relation and task belongs to a goal, so that no total leaves one out. "
        "This goal is not listed under goals.",
        "A slip, or g1 for G1; goals were changed and what refers to them was not.",
        "Name one that is listed, or add the goal with its name and source.",
    ),
    Rule.NAME_TAKEN: Explanation(
        "Rows are matched by name or id. If two quantities share a name, nobody knows which one a "
        "row means. Spaces, case and the width of brackets do not count.",
        "Two indicators with the same short name as alias; an id that is another one's name; one "
        "indicator entered twice.",
        "Give one of them a name of its own, or delete the alias. Names of tasks are compared with "
        "each other only.",
    ),
    Rule.YEAR_ORDER: Explanation(
        "baseline < first <= last; a baseline value is from before first; by, first and last of a "
        "target and due of a task lie in the period, milestones between the start and the target "
        "year. Otherwise the time elapsed has no meaning.",
        "A mistyped year; an entry of the last plan that kept its years; the first year's figure "
        "given as the baseline.",
        "Compare the years with the printed plan.",
    ),
    Rule.BASELINE_MEETS_TARGET: Explanation(
        "The baseline is better than the target, so nothing is left to climb and only keeping it "
        "can be judged. A rank to hold is meant so; elsewhere it is mostly a slip. A baseline "
        "exactly at the target is not told.",
        "Baseline and target swapped; in different units; better the wrong way round; or the plan "
        "only wants the level kept.",
        "Check baseline, target, unit and direction. If the level is only to be kept, leave it.",
    ),
    Rule.BANDS_ORDER: Explanation(
        "Four cut-offs part ahead, on track, lagging, behind and deteriorating. The first three "
        "fall and stay above 0, behind is 0 or less; otherwise some verdict could never be given, "
        "or progress would count as deteriorating.",
        "Only one was changed under policy.bands; the others keep 1.30, 0.95, 0.60 and 0.",
        "See to it that ahead > on_track > lagging > 0 ≥ behind, name an office instead, as in "
        "bands: unsd, or drop the section.",
    ),
    Rule.REASON_MISSING: Explanation(
        "assess: false withholds every verdict of an indicator. That takes a reason which can be "
        "published; otherwise an indicator would quietly disappear.",
        "Switched off because of a doubt, the reason left for later.",
        "Say in assess_reason why there is no verdict, or delete assess: false when the doubt is "
        "gone.",
    ),
    Rule.FORM_CONFLICT: Explanation(
        "Each form of target uses some keys only. A key it has no use for means that the form is "
        "wrong or that somebody expects the key to do something. Told here, too: fewer members "
        "than are asked for, a stretch not beyond its bound, a part that is its own whole, a path "
        "that does not go with milestones.",
        "The form was changed and old keys stayed; a yearly demand written as by_year with first "
        "and last; figures that a total cannot be made of.",
        "See the forms in the README: delete the key, or choose the form that uses it.",
    ),
    Rule.FIGURE_UNKNOWN: Explanation(
        "Formulas, relations, subsets and readings name indicators and series by their ids. This "
        "one does not exist, so nothing could ever be computed from it.",
        "A slip; a name for an id; a series that was renamed; a minus sign without spaces, which "
        "joins two ids into one (ids may have hyphens).",
        "Use an id of indicators or series, or add the series with its unit and source.",
    ),
    Rule.FORMULA_WRONG: Explanation(
        "A formula is computed exactly as it stands, from ids, numbers, + - * / and parentheses. "
        "Nothing may be computed from itself, by whatever detour.",
        "A percent sign, an equals sign or a function; parentheses that do not match; a sign too "
        "many at the end; two formulas that need each other.",
        "Write it as rd-spending / gdp * 100; its result is in the quantity's own unit. In a "
        "circle, drop one formula and file that figure.",
    ),
    Rule.UNITS_DIFFER: Explanation(
        "What is compared, divided, part and whole, or another reading of the same promise must be "
        "in one unit. Powers of ten (万元 and 亿元) must be the same, too.",
        "A series with a like name and another unit, such as a number of firms and their share; "
        "amounts entered partly in 万元, partly in 亿元.",
        "Name a series of the same unit, or convert one of them in the plan, numbers included.",
    ),
    Rule.RELATION_CONFLICT: Explanation(
        "Each rule of a relation needs its own keys: faster_than, more_than and "
        "at_least_ratio need than; at_least_ratio and average_growth need rate; not_fall and "
        "its like compare with the past and need neither. Where less is better, not_fall "
        "demands the wrong thing.",
        "than or rate left out; left over from a copy; not_fall for a rank that must not get "
        "worse, where a larger number is worse.",
        "See the relations in the README and add or remove the key. A rank that must not get worse "
        "is not_rise; what must go down is fall.",
    ),
    Rule.DICTIONARY_GAP: Explanation(
        "Definition, formula, frequency, publication lag and provider change no verdict, but "
        "without them nobody else can recompute it. Only told with check --strict; a formula is "
        "expected of percentages only.",
        "Plans mostly print name and target; the rest has to be asked for.",
        "Add what you learn. What the plan does not say and nobody knows stays empty.",
    ),
    Rule.DEFINITION_INCOMPLETE: Explanation(
        "The target lacks something that judging needs, so it can be judged in no year "
        "(definition_incomplete). All others are judged.",
        "A total or a growth without figures (of each year or running, levels or rates); a "
        "doubling without a baseline; a named set without members.",
        "Add it, with its source. If the plan really does not say, keep the warning rather than "
        "make a number up.",
    ),
    Rule.AMENDMENT_UNKNOWN: Explanation(
        "An amendment says what was changed, from what to what. The plan has no such indicator, "
        "reading, relation or task, or the task was withdrawn before, so the change falls on "
        "nothing.",
        "A slip in the id; a name instead of an id; a task given as an indicator; a task withdrawn "
        "twice; a wrong date that puts the withdrawal first.",
        "Use an id of the plan. An indicator that a decision adds is written into indicators, "
        "with its source.",
    ),
    Rule.AMENDMENT_DIFFERS: Explanation(
        "from is what was in force before, and is held against what the plan printed and what was "
        "decided since. Where they differ a number was copied wrongly or an amendment is missing. "
        "from may be left out only where there was nothing.",
        "The old target copied wrongly; an earlier amendment not entered; two dates swapped; only "
        "the new number given.",
        "Compare the plan as printed and every decision since; correct from, or enter the one that "
        "is missing. Leave the first target under indicators as it is.",
    ),
    Rule.AMENDMENT_TWICE: Explanation(
        "One thing is amended twice on one day, and which of the two comes last cannot be told.",
        "Bound and year of one decision entered as two changes; one document entered twice.",
        "Make them one change whose from and to hold all of it, or delete the copy.",
    ),
    Rule.AMENDMENT_DATE: Explanation(
        "What was decided by 31 December is in force from that year on, and no year is judged anew "
        "afterwards. A decision before the plan was issued, after its last year, or after the year "
        "that it changes can have no effect.",
        "A slip in the year; the date of printing instead of the decision; a target postponed when "
        "it was past already.",
        "decided is the day of the decision. One that really came too late is no amendment; tell "
        "it in notes, the verdict stays.",
    ),
    Rule.AMENDMENT_CONFLICT: Explanation(
        "Of indicators the bound, stretch and years can be amended, of relations rate, of tasks "
        "due and withdrawn, and something has to change. Units, baselines and definitions are not "
        "amended in this way.",
        "due, which tasks have, for an indicator's target year; new wording with the same number; "
        "due for a yearly task.",
        "Use the keys that are named, or delete a change that changes nothing.",
    ),
    Rule.GATE_RULE_UNKNOWN: Explanation(
        "policy.gate.severity sets severities of rules by code or name. There is no such rule, and "
        "the severity would have no effect.",
        "A slip in the code or the name; the number alone, as in 310; the name of a rule of some "
        "other software.",
        "Use the near name that is offered; jdzplan explain lists all rules.",
    ),
    Rule.GATE_RULE_FIXED: Explanation(
        "With an error in the plan nothing can be judged, whatever the error is called. Errors of "
        "the plan can therefore not be lowered.",
        "Something in the plan was to be let pass until it is mended.",
        "Delete the line and mend the plan. An indicator that is not to be judged yet gets assess: "
        "false with a reason.",
    ),
    Rule.GATE_RULE_TWICE: Explanation(
        "A rule may be named by code or by name. Named by both, which of the two severities counts "
        "cannot be told.",
        "First set by code, later by name; a merge kept both sides.",
        "Keep one of them.",
    ),
}
