"""A data repository as a revision holds it: its plan found in the tree, its years read."""

import posixpath
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from jdzplan.findings import Finding
from jdzplan.plan import Plan
from jdzplan.reading.contents import is_of_a_year, plan_of, year_of
from jdzplan.reading.git import (
    UNKNOWN,
    GitError,
    Revision,
    find_revision,
    prefix_of,
    read_blobs,
)
from jdzplan.reading.repository import Repository, Years, load_plan, real

_PLAN = "data/plan.yaml"


def locate(name: str, repository: Repository | None) -> tuple[Revision, str | None]:
    """A revision by its name or as `REV:FOLDER`, and the path of its plan; None where it has none.

    The plan is where the one on disk is, or else, with no plan on disk, in the working folder or
    above; a data repository that was moved since is known by the id of its plan. Raises `GitError`.
    """
    folder = real(repository.plan_file).parent if repository else Path.cwd()
    try:
        revision = find_revision(name, folder)
    except GitError as error:
        outer, _, inner = name.partition(":")
        if error.kind not in UNKNOWN or not outer or outer == name:
            raise
        revision = find_revision(outer, folder)
        wanted = [posixpath.join(inner.strip("/"), each) for each in (_PLAN, "plan.yaml")]
        if there := _first(wanted, revision):
            return revision, there
        raise GitError("no_plan_in", name=name) from None
    prefix = PurePosixPath(prefix_of(folder))
    above = [str(each / _PLAN) for each in (prefix, *prefix.parents)]
    wanted = [str(prefix / repository.plan_file.name)] if repository else above
    return revision, _first(wanted, revision) or _moved(revision, repository)


def _first(wanted: Sequence[str], revision: Revision) -> str | None:
    return next((path for path in wanted if path in revision.paths), None)


def _moved(revision: Revision, repository: Repository | None) -> str | None:
    """The plan in another place; with no plan on disk to know it by, a single one is it."""
    paths = revision.paths
    found = [path for path in paths if path == _PLAN or path.endswith(f"/{_PLAN}")]
    if found and repository:
        plan, _ = load_plan(repository.plan_file)
        found = [path for path in found if plan and _id_in(revision, path) == plan.plan.id]
    if len(found) > 1:
        raise GitError("several_plans", name=revision.name, plans="、".join(found))
    return found[0] if found else None


def _id_in(revision: Revision, path: str) -> str | None:
    plan, _ = load_plan_in(revision, path)
    return plan.plan.id if plan else None


def load_plan_in(revision: Revision, path: str) -> tuple[Plan | None, list[Finding]]:
    """The plan at a path of a revision, or the findings that forbid it."""
    data, name = read_blobs(revision, [path])[path], revision.shown(path)
    return (None, [data]) if isinstance(data, Finding) else plan_of(data, name)


def load_years_in(revision: Revision, plan_path: str) -> Years:
    """Every year's tables beside the plan, as `load_years` reads them on disk."""
    folder = plan_path.removesuffix(PurePosixPath(plan_path).name) + "actuals"
    if folder in revision.paths:
        raise GitError("folder_is_a_link", path=revision.shown(folder))
    names = [path for path in revision.paths if posixpath.dirname(path) == folder]
    tables = [path for path in names if _is_table(PurePosixPath(path))]
    files, findings = [], []
    for path, data in read_blobs(revision, tables).items():
        file, problems = year_of(data, PurePosixPath(path), revision.shown(path), None)
        files += [file] if file else []
        findings += problems
    return Years(tuple(files), (), tuple(findings), (revision.shown(f"{folder}/*.csv"),))


def _is_table(path: PurePosixPath) -> bool:
    return path.suffix.lower() == ".csv" and is_of_a_year(path)
