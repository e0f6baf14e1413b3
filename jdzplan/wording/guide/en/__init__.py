"""The guide in English."""

from jdzplan.wording.guide import Guide, State
from jdzplan.wording.guide.en.breakdown import BREAKDOWN
from jdzplan.wording.guide.en.consistency import CONSISTENCY
from jdzplan.wording.guide.en.files import FILES
from jdzplan.wording.guide.en.plan import PLAN
from jdzplan.wording.guide.en.revisions import REVISIONS
from jdzplan.wording.guide.en.terms import FLAGS, REASONS, VERDICTS
from jdzplan.wording.guide.en.values import VALUES

GUIDE_EN = Guide(
    rules=PLAN | REVISIONS | FILES | VALUES | CONSISTENCY | BREAKDOWN,
    verdicts=VERDICTS,
    reasons=REASONS,
    flags=FLAGS,
    effects={
        "unusable": "The plan cannot be used: nothing is judged, the exit code is 2.",
        "error": "The check fails unless told otherwise; the exit code is 1.",
        "warning": "Verdicts stay; so does the exit code, unless --fail-on warning is given.",
        "info": "For your information: verdicts stay, and the exit code, unless --fail-on info is "
        "given.",
    },
    states={
        State.PLAIN: "{path}",
        State.UTF8: "{path} (in UTF-8)",
        State.CLOSED: "{path} (closed)",
        State.GBK: "{path} (encoded in GBK)",
        State.WORKBOOK: "{path} (an Excel workbook)",
        State.YEARS: '{path} (with the sheets "2023年" and "2022年")',
        State.HIDDEN: '{path} (with a hidden sheet "草稿")',
        State.ABSENT: "{path} (no such file)",
        State.OPEN: "{path} (open in LibreOffice)",
        State.LARGE: "{path} (21 MB)",
        State.LONG: "{path} (…… stands for 140,000 characters)",
    },
    labels={
        "key": "code",
        "name": "rule",
        "level": "severity",
        "summary": "found",
        "means": "means",
        "rules": "Rules",
        "verdicts": "Verdicts",
        "reasons": "Why there may be no verdict",
        "flags": "Flags",
        "verdict": "verdict",
        "reason": "reason",
        "flag": "flag",
        "kind": "{name} ({kind})",
        "meaning": "Meaning",
        "cause": "Common cause",
        "mend": "How to mend it",
        "effect": "Effect",
        "cases": "Cases",
        "case": "{found}: {mend}",
        "when": "When",
        "formula": "Formula",
        "verdict_more": "Example",
        "reason_more": "How to get a verdict",
        "flag_more": "What to do",
        "earlier": "Before, in HEAD: {path}",
        "example": "Example: {path}",
        "finding": "{command} says",
        "mended": "Mended: {path}",
        "pace": "s = (x_t - x_b) / (T - x_b)    share of the way\n"
        "e = (t - b) / (Y - b)          share of the time\n"
        "p = s / e                      pace",
        "where": "With baseline year b and value x_b, target year Y and value T, and the actual "
        "x_t of year t; the same where less is better. All values are exact, nothing is "
        "rounded before it is judged, there is no tolerance. policy.bands in the plan "
        "file may set other cut-offs, and path another path; jdzplan explain INDICATOR shows each "
        "step of a verdict.",
    },
)
