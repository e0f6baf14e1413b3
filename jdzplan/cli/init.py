"""`jdzplan init`: a new data repository, complete and passing."""

import os
import shlex
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdzplan import __version__
from jdzplan.cli.exits import Exit, leave
from jdzplan.cli.inputs import Lang
from jdzplan.cli.language import reader_language, stated_language
from jdzplan.cli.outputs import found, to_stdout
from jdzplan.wording.commands import command_words

if TYPE_CHECKING:
    from jdzplan.plan import Plan

_HELP = command_words(reader_language())
_ACTUALS = "data/actuals"


class Shipped(StrEnum):
    """The plans that come with the program."""

    JDZ = "jdz"


def init(
    folder: Annotated[Path, typer.Argument(help=_HELP["init_folder"], metavar="DIR")],
    *,
    plan: Annotated[Shipped | None, typer.Option(help=_HELP["init_plan"])] = None,
    year: Annotated[int | None, typer.Option(help=_HELP["init_year"], min=1900, max=2200)] = None,
    lang: Annotated[Lang | None, typer.Option(help=_HELP["init_lang"])] = None,
    force: Annotated[bool, typer.Option("--force", help=_HELP["force"])] = False,
) -> None:
    """Wire one new repository together."""
    from jdzplan.reading.repository import shown
    from jdzplan.reading.spec import read_plan
    from jdzplan.reading.starter import plan_text

    text = plan_text(plan or stated_language(lang) or "zh")
    the, _ = read_plan(text, "data/plan.yaml")
    assert the is not None, "what is shipped reads clean"
    period = the.plan.period
    year = year or period.first
    if not period.baseline <= year <= period.last:
        leave(Exit.UNUSABLE, "year_outside", year=year, first=period.baseline, last=period.last)
    contents = _contents(text, the, year, lang or the.plan.language)
    found(folder, contents, force=force)
    to_stdout("".join(f"{shown(folder / name)}\n" for name in contents), is_machine=False)
    for line in (*_above(folder), *_next(folder, year, is_skeleton=plan is None)):
        print(line, file=sys.stderr)


def _contents(text: str, plan: "Plan", year: int, language: str) -> dict[str, bytes]:
    """Every file of the repository by its path in it."""
    from jdzplan.collecting.template import whole_year
    from jdzplan.formats.schema import plan_schema
    from jdzplan.formats.sheet import render
    from jdzplan.reading.starter import other_files
    from jdzplan.wording import words_in

    values = {
        "title": plan.plan.title.get(language),
        "year": year,
        "following": min(year + 1, plan.plan.period.last),
        "version": __version__,
    }
    texts = {
        "data/plan.yaml": text,
        "data/plan.schema.json": plan_schema(),
        **other_files(language, values),
    }
    empty = {
        f"{_ACTUALS}/{each.stem}{'.tasks' if each.is_tasks else ''}.csv": render(each.grid)
        for each in whole_year(plan, year, (), words_in(language))
    }
    return {name: each.encode("utf-8") for name, each in texts.items()} | {
        name: each.encode("utf-8-sig") for name, each in empty.items()
    }


def _above(folder: Path) -> Iterator[str]:
    """What lies above the new repository and is good to know."""
    from jdzplan.reading.repository import plans_of, real, shown

    says = command_words(reader_language())
    for plan in plans_of([folder]):
        yield says["init_nested"].format(path=shown(plan))
    at = real(folder)
    root = next((p for p in (at, *at.parents) if (p / ".git").exists()), at)
    if root != at:
        yield says["init_in_git"].format(path=shown(root))


def _next(folder: Path, year: int, *, is_skeleton: bool) -> Iterator[str]:
    from jdzplan.reading.repository import real, shown

    says = command_words(reader_language())
    yield says["init_next"]
    if real(folder) != real(Path.cwd()):
        path = shown(folder)
        yield f'  cd "{path}"' if os.name == "nt" else f"  cd {shlex.quote(path)}"
    yield "  jdzplan check"
    if is_skeleton:
        yield says["init_then"].format(command=f"jdzplan template {year} -o {_ACTUALS} --force")
