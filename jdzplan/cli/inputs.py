"""What every command that reads the plan begins with: the repository, the plan, the language."""

import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from jdzplan.cli.exits import Exit, leave
from jdzplan.cli.language import reader_language

if TYPE_CHECKING:
    from jdzplan.findings import Finding
    from jdzplan.plan import Plan
    from jdzplan.reading.repository import Repository


class Lang(StrEnum):
    """Language of the output."""

    ZH = "zh"
    EN = "en"


def the_repository(option: Path | None, files: Sequence[str]) -> "Repository":
    """The one repository that the option, the working folder and the files agree on."""
    from jdzplan.reading.repository import find_plan, plans_of, real, shown

    try:
        repository, looked = find_plan(option, files)
    except FileNotFoundError:  # the working folder is gone
        leave(Exit.UNUSABLE, "no_plan", looked=".")
    if repository is None:
        leave(Exit.UNUSABLE, "no_plan", looked="、".join(map(shown, looked)))
    if option is None:
        plans = {real(repository.plan_file)} | plans_of(Path(f) for f in files)
        if len(plans) > 1:
            leave(Exit.UNUSABLE, "two_plans", plans="、".join(sorted(map(shown, plans))))
    return repository


def the_plan(repository: "Repository") -> "Plan":
    """The plan, free of errors; otherwise its findings are told and there is no result."""
    from jdzplan.catalogue import Severity
    from jdzplan.reading.repository import load_plan, shown

    plan, findings = load_plan(repository.plan_file)
    if plan is None or any(finding.severity is Severity.ERROR for finding in findings):
        tell(findings)
        leave(Exit.UNUSABLE, "bad_plan", path=shown(repository.plan_file))
    return plan


def tell(findings: Iterable["Finding"]) -> None:
    """Findings on standard error, one a line, in the reader's language."""
    from jdzplan.formats.layout import finding_line
    from jdzplan.wording import words_in

    words = words_in(reader_language())
    for finding in findings:
        print(finding_line(finding, words), file=sys.stderr)


def known_encoding(name: str | None) -> None:
    """Leave where an encoding has a name that Python knows no text by."""
    try:
        # str.encode, for Python also knows encodings that are none of text.
        "0".encode(name or "utf-8")
    except (LookupError, UnicodeError):
        leave(Exit.UNUSABLE, "bad_encoding", found=name)
