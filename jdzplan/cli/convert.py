"""`jdzplan convert`: the returns of several units into one table, or what has to be decided."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdzplan.catalogue import Severity
from jdzplan.cli.exits import Exit, leave
from jdzplan.cli.inputs import Lang, known_encoding, tell, the_plan, the_repository
from jdzplan.cli.language import reader_language
from jdzplan.cli.outputs import save
from jdzplan.wording.commands import command_words

if TYPE_CHECKING:
    from jdzplan.actuals import YearFile
    from jdzplan.collecting.grid import Grid
    from jdzplan.findings import Finding, Place
    from jdzplan.reading.repository import Repository

_HELP = command_words(reader_language())
_TASKS = ".tasks.csv"
_PLACES = 3  # how many places a line of changes names


def convert(
    files: Annotated[list[str], typer.Argument(help=_HELP["returns"], metavar="FILE")],
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help=_HELP["convert_output"])],
    year: Annotated[
        int | None, typer.Option(help=_HELP["convert_year"], min=1900, max=2200)
    ] = None,
    encoding: Annotated[str | None, typer.Option(help=_HELP["encoding"])] = None,
    keep_going: Annotated[bool, typer.Option("--keep-going", help=_HELP["keep_going"])] = False,
    lang: Annotated[Lang | None, typer.Option(help=_HELP["table_lang"])] = None,
    plan: Annotated[Path | None, typer.Option(help=_HELP["plan"])] = None,
    force: Annotated[bool, typer.Option("--force", help=_HELP["force"])] = False,
) -> None:
    """Wire one conversion together."""
    from jdzplan.collecting.collect import collect
    from jdzplan.formats.sheet import render
    from jdzplan.wording import words_in

    if output.suffix.lower() != ".csv":
        leave(Exit.UNUSABLE, "output_csv", path=output)
    known_encoding(encoding)
    repository = the_repository(plan, files)
    the = the_plan(repository)
    for_figures, for_tasks = _paths(output)
    paths, missing = _found(repository, files)
    read, findings = _read(paths, _year(output, year), encoding)
    years = sorted({file.year for file in read})
    if len(years) > 1:
        leave(Exit.UNUSABLE, "several_years", years="、".join(map(str, years)))
    words = words_in(lang or the.plan.language)
    collected = collect(the, max(years, default=0), read, [*missing, *findings], words)
    # What was mended is told below; a finding that only informs would say it twice.
    tell([found for found in collected.findings if found.severity is not Severity.INFO])
    if collected.figures and output == for_tasks:
        leave(Exit.UNUSABLE, "tasks_only", path=output)
    tables = {for_figures: collected.figures, for_tasks: collected.tasks}
    made = {path: grid for path, grid in tables.items() if grid}
    if collected.errors and not keep_going:
        leave(Exit.GATE, "not_written", count=collected.errors)
    if not made:
        leave(Exit.NOTHING_CHECKED, "nothing", looked="、".join(files))
    contents = {path: render(grid).encode("utf-8-sig") for path, grid in made.items()}
    save(contents, [repository.plan_file, *paths], force=force)
    _report(collected.changes, made)
    raise typer.Exit(Exit.GATE if collected.errors else Exit.FINE)


def _paths(output: Path) -> tuple[Path, Path]:
    """Where figures go, and where tasks go."""
    if output.name.lower().endswith(_TASKS):
        return output.with_name(output.name[: -len(_TASKS)] + ".csv"), output
    return output, output.with_name(output.stem + _TASKS)


def _year(output: Path, year: int | None) -> int | None:
    from jdzplan.reading.contents import years_in

    named = years_in(output)
    if year is not None and len(named) == 1 and year not in named:
        leave(Exit.UNUSABLE, "year_of_output", path=output, year=year)
    return named.pop() if year is None and len(named) == 1 else year


def _found(repository: "Repository", names: list[str]) -> tuple[list[Path], list["Finding"]]:
    """Each file once, however often it was named, and those that are not there."""
    from jdzplan.reading.repository import real, resolve

    found = [resolve(name, repository) for name in names]
    paths: dict[Path, Path] = {}
    for path in found:
        if isinstance(path, Path):
            paths.setdefault(real(path), path)
    return [*paths.values()], [each for each in found if not isinstance(each, Path)]


def _read(
    paths: list[Path], year: int | None, encoding: str | None
) -> tuple[list["YearFile"], list["Finding"]]:
    from jdzplan.reading.repository import load_year

    read = [load_year(path, year, encoding) for path in paths]
    return [file for file, _ in read if file], [each for _, found in read for each in found]


def _report(changes: Mapping[str, tuple["Place", ...]], made: Mapping[Path, "Grid"]) -> None:
    """What was changed, one line for each kind, and what was written."""
    from jdzplan.wording.sentences import inert

    says = command_words(reader_language())
    for kind, places in changes.items():
        shown = [":".join([inert(p.path), *(str(p.line),) * bool(p.line)]) for p in places]
        shown = list(dict.fromkeys(shown))
        more = says["and_more"] if len(shown) > _PLACES else ""
        listed = ", ".join(shown[:_PLACES]) + more
        print(says[f"changed_{kind}"].format(count=len(places), places=listed), file=sys.stderr)
    for path, grid in made.items():
        print(says["written"].format(path=path, count=len(grid.rows)), file=sys.stderr)
