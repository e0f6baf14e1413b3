"""The sides of a comparison, from what was named on the command line."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from jdzplan.catalogue import Severity
from jdzplan.cli.exits import Exit, leave
from jdzplan.cli.inputs import tell, the_repository
from jdzplan.cli.language import reader_language
from jdzplan.wording.commands import command_words

if TYPE_CHECKING:
    from jdzplan.comparing.sides import Side
    from jdzplan.findings import Finding
    from jdzplan.plan import Plan
    from jdzplan.reading.git import GitError
    from jdzplan.reading.repository import Repository, Years

_PLANS = (".yaml", ".yml")


def side_of(name: str | None, option: Path | None) -> "Side":
    """The side that a name stands for: a folder, a table, or else a revision of git.

    Without a name it is the working tree; `option` is where the plan is said to be. Leaves where
    nothing can be made of the name.
    """
    from jdzplan.reading.repository import exists, find_plan

    if name is None:
        return _on_disk(None, the_repository(option, []), [])
    path = Path(name)
    if not exists(path):
        return _of_revision(name, find_plan(option, [])[0])
    is_table = not path.is_dir() and path.suffix.lower() not in _PLANS
    repository = the_repository(option, [name]) if is_table else the_repository(path, [])
    return _on_disk(name, repository, [name] if is_table else [])


def findings_since(
    name: str, repository: "Repository", plan: "Plan", years: "Years", *, are_all: bool
) -> "tuple[Finding, ...]":
    """What changed in silence since a revision; nothing where that holds no plan yet.

    Without `are_all` only up to the last year checked. A plan of the revision that has errors
    does not stand in the way of mending it: its figures are then read by the plan of today.
    """
    from jdzplan.comparing.history import changed_in_silence
    from jdzplan.reading.git import GitError
    from jdzplan.reading.repository import shown
    from jdzplan.reading.revisions import load_plan_in, load_years_in, locate

    try:
        revision, path = locate(name, repository)
        if path is None:
            return ()
        own, findings = load_plan_in(revision, path)
        then = plan if own is None or _has_errors(findings) else own
        old = _side(name, then, load_years_in(revision, path), revision.shown(path))
    except GitError as error:
        _leave(error)
    new = _side(None, plan, years, shown(repository.plan_file))
    last = None if are_all else max(new.result.years, default=0)
    return tuple(changed_in_silence(old, new, last))


def _on_disk(name: str | None, repository: "Repository", tables: list[str]) -> "Side":
    from jdzplan.reading.repository import load_plan, load_years, shown

    path = shown(repository.plan_file)
    plan = _usable(*load_plan(repository.plan_file), path)
    years = load_years(repository, tables, None)
    if tables and not years.checked:
        tell(years.findings)
        leave(Exit.UNUSABLE, "bad_side", path=_plain(tables[0]))
    return _side(name, plan, years, path, is_table=bool(tables))


def _of_revision(name: str, repository: "Repository | None") -> "Side":
    from jdzplan.check import Result
    from jdzplan.comparing.sides import Side
    from jdzplan.reading.git import GitError
    from jdzplan.reading.revisions import load_plan_in, load_years_in, locate

    try:
        revision, path = locate(name, repository)
        if path is None:
            says = command_words(reader_language())
            print(says["empty_side"].format(name=_plain(name)), file=sys.stderr)
            return Side(result=Result(plan=None), name=name)
        plan = _usable(*load_plan_in(revision, path), revision.shown(path))
        return _side(name, plan, load_years_in(revision, path), revision.shown(path))
    except GitError as error:
        _leave(error)


def _usable(plan: "Plan | None", findings: "Sequence[Finding]", path: str) -> "Plan":
    if plan is None or _has_errors(findings):
        tell(findings)
        leave(Exit.UNUSABLE, "bad_side", path=_plain(path))
    return plan


def _has_errors(findings: "Sequence[Finding]") -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _side(
    name: str | None, plan: "Plan", years: "Years", path: str, *, is_table: bool = False
) -> "Side":
    from jdzplan.check import check
    from jdzplan.comparing.sides import Side

    broken = {file.path for file in years.checked if file.broken}
    tell(finding for finding in years.findings if finding.place.path in broken)
    return Side(
        result=check(plan, years.checked, years.earlier, years.findings),
        name=name,
        earlier=years.earlier,
        plan_path=path,
        is_file=is_table,
    )


def _leave(error: "GitError") -> NoReturn:
    leave(Exit.UNUSABLE, error.kind, **{key: _plain(text) for key, text in error.values.items()})


def _plain(text: str) -> str:
    from jdzplan.wording.sentences import inert

    return inert(text)
