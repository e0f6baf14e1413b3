"""The empty year: every row that has to be filled in, as one table or one for each owner."""

from collections.abc import Collection
from typing import NamedTuple
from unicodedata import normalize

from jdzplan.collecting.grid import Grid, figures_grid, tasks_grid
from jdzplan.judging.needed import needed_by_region, open_tasks, owner_of
from jdzplan.plan import Plan
from jdzplan.wording.words import Words

_Wanted = tuple[str, str | None]  # what is filed, and the region
_UNSAFE = '<>:"/\\|?*'
_LONGEST = 220  # bytes of a file name; with what is put behind it, 255 at most


class Empty(NamedTuple):
    """One file of a template: its name without suffix, its table, whether it holds tasks."""

    stem: str
    grid: Grid
    is_tasks: bool


def whole_year(plan: Plan, year: int, done: Collection[str], words: Words) -> list[Empty]:
    """The figures of a year and, where any are left, its tasks; `done` are those done before it."""
    tasks = open_tasks(plan, done)
    return [
        _figures(plan, str(year), needed_by_region(plan, year), words),
        *([_tasks(plan, str(year), year, tasks, words)] if tasks else []),
    ]


def by_owner(plan: Plan, year: int, done: Collection[str], words: Words) -> list[Empty]:
    """The same rows, one file of figures and one of tasks for each owner that has any.

    What has no owner stands together in files of their own.
    """
    figures: dict[str, list[_Wanted]] = {}
    tasks: dict[str, list[str]] = {}
    nobody = words.sheet["no_owner"]
    for key, region in needed_by_region(plan, year):
        figures.setdefault(owner_of(plan, key, region) or nobody, []).append((key, region))
    for key in open_tasks(plan, done):
        tasks.setdefault(plan.tasks[key].owner.lead or nobody, []).append(key)
    stems = safe_names([f"{year}-{owner}" for owner in {**figures, **tasks}])
    named = dict(zip({**figures, **tasks}, stems, strict=True))
    return [
        *(_figures(plan, named[owner], keys, words) for owner, keys in figures.items()),
        *(_tasks(plan, named[owner], year, keys, words) for owner, keys in tasks.items()),
    ]


def by_region(plan: Plan, year: int, done: Collection[str], words: Words) -> list[Empty]:
    """The same rows, one file for each region that has any, and the whole with its tasks."""
    figures: dict[str | None, list[_Wanted]] = {None: []}
    for key, region in needed_by_region(plan, year):
        figures.setdefault(region, []).append((key, region))
    names = {region: plan.regions[region].name.get(words.language) for region in figures if region}
    stems = safe_names([str(year), *(f"{year}-{name}" for name in names.values())])
    tasks = open_tasks(plan, done)
    return [
        *(
            _figures(plan, stem, figures[region], words)
            for stem, region in zip(stems, (None, *names), strict=True)
        ),
        *([_tasks(plan, str(year), year, tasks, words)] if tasks else []),
    ]


def safe_names(names: Collection[str]) -> list[str]:
    """File names that every system takes, no two the same to one that ignores case.

    >>> safe_names(["2024-A/B", "2024-a?b", "2024-x. "])
    ['2024-A_B', '2024-a_b-2', '2024-x']
    """
    safe: list[str] = []
    taken: set[str] = set()
    for name in names:
        # What does not print, such as a mark that turns the direction of writing, hides the name.
        shown = "".join("_" if c in _UNSAFE or not c.isprintable() else c for c in name)
        cut = shown.encode()[:_LONGEST].decode(errors="ignore")
        plain = stem = cut.rstrip(". ")
        number = 1
        while (key := normalize("NFKC", stem).casefold()) in taken:
            number += 1
            stem = f"{plain}-{number}"
        taken.add(key)
        safe.append(stem)
    return safe


def _figures(plan: Plan, stem: str, wanted: Collection[_Wanted], words: Words) -> Empty:
    rows = [
        {
            "indicator": key,
            "region": plan.regions[region].name.get(words.language) if region else "",
        }
        for key, region in wanted
    ]
    grid = figures_grid(plan, rows, words)
    return Empty(stem, grid, is_tasks=False)


def _tasks(plan: Plan, stem: str, year: int, keys: Collection[str], words: Words) -> Empty:
    grid = tasks_grid(plan, year, [{"task": key} for key in keys], words)
    return Empty(stem, grid, is_tasks=True)
