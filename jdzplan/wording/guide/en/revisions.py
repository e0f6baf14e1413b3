"""What the rules about revisions mean."""

from jdzplan.catalogue import Rule
from jdzplan.wording.guide import Explanation

REVISIONS = {
    Rule.REVISION_UNKNOWN: Explanation(
        "A revision says what a census, a new definition or another body's new standard bears on. "
        "The plan has no such indicator or relation, so it bears on nothing.",
        "A slip in the id; a name instead of an id; a relation given as an indicator; a series, "
        "which has no target.",
        "Use an id of the plan.",
    ),
    Rule.REVISION_DIFFERS: Explanation(
        "from is the baseline until then, at first the printed one, and is held against it. Where "
        "they differ a number was copied wrongly or a revision is missing. The verdict goes on "
        "resting on the printed baseline, the one on the revised value stands beside it.",
        "The revised value written over the printed one; an earlier revision not entered; a digit "
        "lost.",
        "Keep the printed value under baseline, and the revised one in to of the revision only.",
    ),
    Rule.REVISION_CONFLICT: Explanation(
        "A revised baseline has from and to, and may have a basis; a standard may have from and "
        "to; a definition has no numbers. Something has to change, and nothing is revised twice "
        "on one day in the same way.",
        "Numbers for a new definition; a revised baseline of an indicator that has none; one "
        "document entered twice.",
        "Add or delete what is named. Revised figures of later years belong into the files of "
        "those years.",
    ),
    Rule.COUNTERPART_CONFLICT: Explanation(
        "A counterpart is the same promise in a higher plan, to be compared with. standard: true "
        "says that this plan leaves the number to it, and the verdict uses it; so it goes with a "
        "growth or a ratio without a number only, once, and with a value in per cent.",
        "standard where this plan has a number of its own; two higher plans with standard; a "
        "higher plan without a number.",
        "Leave standard out where the counterpart is only compared; keep it where the number "
        "comes from.",
    ),
    Rule.REVIEW_BEHIND: Explanation(
        "The plan says after how many years running of behind or worse it is to be looked at "
        "again (policy.adjustment.behind_years), and as of the last year checked it is so. Where "
        "the plan says nothing there is no such finding. It proposes; no verdict and no target "
        "changes.",
        "Too little was done; the target was set too high; a definition or a filing is wrong and "
        "keeps the verdict low.",
        "Check the figures first, then review measures and target; a change is decided as the "
        "plan was, and entered under amendments.",
    ),
    Rule.REVIEW_REVISED: Explanation(
        "A baseline, a definition or another body's standard was revised, and the target may no "
        "longer mean what it meant. An amendment of the same thing since, or the date of a review "
        "(reviewed), ends it.",
        "A census; a new standard or a new statistical system above; a review that was held and "
        "not noted.",
        "Enter what was decided under amendments; if nothing is to change, write reviewed with "
        "the date into the revision.",
    ),
}
