"""Status reports: a result told to whoever reads nothing else, as Markdown, page or document."""

from enum import StrEnum


class Kind(StrEnum):
    """Which report: on one year, on the years so far, on the whole plan."""

    YEARLY = "yearly"
    MIDTERM = "midterm"
    FINAL = "final"
