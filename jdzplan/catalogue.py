"""The catalogue of rules: every code there is, with its name and severity.

1xx the plan, 2xx files and tables, 3xx single values, 4xx consistency of several, 5xx what time
brings: dates that pass, reasons to review the plan. A code is never reused. The sentences of each
rule are in `wording`, its test is in `rules` or `reading`.
"""

from enum import Enum, StrEnum


class Severity(StrEnum):
    """How grave a finding is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return tuple(Severity).index(self)


class Rule(Enum):
    """What a finding is about: a code for machines, a name for people, a severity."""

    PLAN_UNREADABLE = ("JDZ101", "plan-unreadable", Severity.ERROR)
    YAML_SYNTAX = ("JDZ102", "yaml-syntax", Severity.ERROR)
    DUPLICATE_KEY = ("JDZ103", "duplicate-key", Severity.ERROR)
    UNKNOWN_KEY = ("JDZ104", "unknown-key", Severity.ERROR)
    MISSING_KEY = ("JDZ105", "missing-key", Severity.ERROR)
    WRONG_VALUE = ("JDZ106", "wrong-value", Severity.ERROR)
    YAML_REFUSED = ("JDZ107", "yaml-refused", Severity.ERROR)
    DIRECTION_CONFLICT = ("JDZ108", "direction-conflict", Severity.ERROR)
    UNKNOWN_GOAL = ("JDZ109", "unknown-goal", Severity.ERROR)
    NAME_TAKEN = ("JDZ110", "name-taken", Severity.ERROR)
    YEAR_ORDER = ("JDZ111", "year-order", Severity.ERROR)
    BASELINE_MEETS_TARGET = ("JDZ112", "baseline-meets-target", Severity.WARNING)
    BANDS_ORDER = ("JDZ113", "bands-order", Severity.ERROR)
    REASON_MISSING = ("JDZ114", "reason-missing", Severity.ERROR)
    FORM_CONFLICT = ("JDZ115", "form-conflict", Severity.ERROR)
    FIGURE_UNKNOWN = ("JDZ116", "figure-unknown", Severity.ERROR)
    FORMULA_WRONG = ("JDZ117", "formula-wrong", Severity.ERROR)
    UNITS_DIFFER = ("JDZ118", "units-differ", Severity.ERROR)
    RELATION_CONFLICT = ("JDZ119", "relation-conflict", Severity.ERROR)
    DICTIONARY_GAP = ("JDZ120", "dictionary-gap", Severity.INFO)
    DEFINITION_INCOMPLETE = ("JDZ121", "definition-incomplete", Severity.WARNING)
    AMENDMENT_UNKNOWN = ("JDZ122", "amendment-unknown", Severity.ERROR)
    AMENDMENT_DIFFERS = ("JDZ123", "amendment-differs", Severity.ERROR)
    AMENDMENT_TWICE = ("JDZ124", "amendment-twice", Severity.ERROR)
    AMENDMENT_DATE = ("JDZ125", "amendment-date", Severity.ERROR)
    AMENDMENT_CONFLICT = ("JDZ126", "amendment-conflict", Severity.ERROR)
    REGION_UNLISTED = ("JDZ130", "region-unlisted", Severity.ERROR)
    BREAKDOWN_CONFLICT = ("JDZ131", "breakdown-conflict", Severity.ERROR)
    BREAKDOWN_SHORT = ("JDZ132", "breakdown-short", Severity.ERROR)
    BREAKDOWN_BASELINES = ("JDZ133", "breakdown-baselines", Severity.WARNING)
    GATE_RULE_UNKNOWN = ("JDZ140", "gate-rule-unknown", Severity.ERROR)
    GATE_RULE_FIXED = ("JDZ141", "gate-rule-fixed", Severity.ERROR)
    GATE_RULE_TWICE = ("JDZ142", "gate-rule-twice", Severity.ERROR)
    REVISION_UNKNOWN = ("JDZ143", "revision-unknown", Severity.ERROR)
    REVISION_DIFFERS = ("JDZ144", "revision-differs", Severity.ERROR)
    REVISION_CONFLICT = ("JDZ145", "revision-conflict", Severity.ERROR)
    COUNTERPART_CONFLICT = ("JDZ146", "counterpart-conflict", Severity.ERROR)

    FILE_MISSING = ("JDZ201", "file-missing", Severity.ERROR)
    FILE_UNREADABLE = ("JDZ202", "file-unreadable", Severity.ERROR)
    FILE_EMPTY = ("JDZ203", "file-empty", Severity.ERROR)
    ENCODING_UNKNOWN = ("JDZ204", "encoding-unknown", Severity.ERROR)
    BROKEN_QUOTES = ("JDZ205", "broken-quotes", Severity.ERROR)
    COLUMN_MISSING = ("JDZ206", "column-missing", Severity.ERROR)
    COLUMN_UNKNOWN = ("JDZ207", "column-unknown", Severity.WARNING)
    COLUMN_TWICE = ("JDZ208", "column-twice", Severity.ERROR)
    ROW_TOO_LONG = ("JDZ209", "row-too-long", Severity.ERROR)
    YEAR_UNKNOWN = ("JDZ210", "year-unknown", Severity.ERROR)
    YEAR_AFTER_PLAN = ("JDZ211", "year-after-plan", Severity.ERROR)
    EARLIER_YEAR_BAD = ("JDZ212", "earlier-year-bad", Severity.WARNING)
    FILE_NOT_A_YEAR = ("JDZ213", "file-not-a-year", Severity.WARNING)
    ENCODING_NOTED = ("JDZ214", "encoding-noted", Severity.INFO)
    TEXT_MANGLED = ("JDZ215", "text-mangled", Severity.ERROR)
    FILE_OPEN = ("JDZ216", "file-open", Severity.WARNING)
    FILE_TOO_LARGE = ("JDZ217", "file-too-large", Severity.ERROR)
    FORMULA_NOT_CALCULATED = ("JDZ219", "formula-not-calculated", Severity.ERROR)
    SHEET_HIDDEN = ("JDZ220", "sheet-hidden", Severity.INFO)
    CELL_TOO_LONG = ("JDZ221", "cell-too-long", Severity.ERROR)
    SHEET_OF_OTHER_YEAR = ("JDZ222", "sheet-of-other-year", Severity.INFO)
    TOTAL_ROW = ("JDZ223", "total-row", Severity.INFO)

    INDICATOR_UNKNOWN = ("JDZ301", "indicator-unknown", Severity.ERROR)
    NOT_A_FIGURE = ("JDZ302", "not-a-figure", Severity.ERROR)
    UNIT_MISSING = ("JDZ303", "unit-missing", Severity.ERROR)
    UNIT_MISMATCH = ("JDZ304", "unit-mismatch", Severity.ERROR)
    NOT_WHOLE = ("JDZ305", "not-a-whole-number", Severity.ERROR)
    STATUS_UNKNOWN = ("JDZ306", "status-unknown", Severity.ERROR)
    YEAR_INVALID = ("JDZ307", "year-invalid", Severity.ERROR)
    REGION_UNKNOWN = ("JDZ308", "region-unknown", Severity.WARNING)
    INDICATOR_EMPTY = ("JDZ309", "indicator-empty", Severity.ERROR)
    SAMPLE_VALUES = ("JDZ310", "sample-values", Severity.WARNING)
    NOT_AN_ANSWER = ("JDZ311", "not-an-answer", Severity.ERROR)
    TASK_UNKNOWN = ("JDZ312", "task-unknown", Severity.ERROR)
    STAGE_UNKNOWN = ("JDZ313", "stage-unknown", Severity.ERROR)
    FIGURE_NORMALISED = ("JDZ314", "figure-normalised", Severity.INFO)
    SCIENTIFIC = ("JDZ315", "scientific-notation", Severity.WARNING)
    RELEASE_UNKNOWN = ("JDZ320", "release-unknown", Severity.ERROR)
    RELEASE_TOO_EARLY = ("JDZ321", "release-too-early", Severity.WARNING)
    OTHER_BASIS = ("JDZ322", "other-basis", Severity.INFO)

    YEAR_DISAGREES = ("JDZ401", "year-disagrees", Severity.ERROR)
    FILED_TWICE = ("JDZ402", "filed-twice", Severity.ERROR)
    NAME_DISAGREES = ("JDZ403", "name-disagrees", Severity.ERROR)
    PART_EXCEEDS_WHOLE = ("JDZ404", "part-exceeds-whole", Severity.ERROR)
    DERIVED_DISAGREES = ("JDZ405", "derived-disagrees", Severity.WARNING)
    COUNT_DISAGREES = ("JDZ406", "count-disagrees", Severity.ERROR)
    NO_EVIDENCE = ("JDZ407", "no-evidence", Severity.ERROR)
    IMPLAUSIBLE = ("JDZ408", "implausible", Severity.WARNING)
    HISTORY_REWRITTEN = ("JDZ409", "history-rewritten", Severity.ERROR)
    UNAMENDED = ("JDZ410", "promise-changed-silently", Severity.WARNING)
    PARTS_DIFFER = ("JDZ412", "parts-differ", Severity.WARNING)
    PARTS_MISSING = ("JDZ413", "parts-missing", Severity.INFO)
    BASIS_DIFFERS = ("JDZ416", "basis-differs", Severity.WARNING)

    FIGURE_OVERDUE = ("JDZ501", "figure-overdue", Severity.WARNING)
    TASK_OVERDUE = ("JDZ502", "task-overdue", Severity.WARNING)
    REVIEW_BEHIND = ("JDZ510", "review-behind", Severity.INFO)
    REVIEW_REVISED = ("JDZ511", "review-revised", Severity.INFO)

    def __init__(self, code: str, label: str, severity: Severity) -> None:
        self.code = code
        self.label = label
        self.severity = severity


def find_rule(word: str) -> Rule | None:
    """The rule of a code or a name, in any case: `JDZ310`, `sample-values`."""
    plain = word.lower()
    return next((rule for rule in Rule if plain in (rule.code.lower(), rule.label)), None)
