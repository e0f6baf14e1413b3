"""What only reports say, in Chinese and in English."""

from collections.abc import Mapping


def report_words(language: str) -> Mapping[str, str]:
    """The phrases of reports, by key; only the language asked for is loaded."""
    if language == "en":
        from jdzplan.wording.report.en import REPORT_EN

        return REPORT_EN
    from jdzplan.wording.report.zh import REPORT_ZH

    return REPORT_ZH
