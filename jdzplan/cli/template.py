"""`jdzplan template`: the empty year, as one table or one for each owner."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdzplan.cli.exits import Exit, leave
from jdzplan.cli.inputs import Lang, the_plan, the_repository
from jdzplan.cli.language import reader_language
from jdzplan.cli.outputs import is_terminal, make_folder, save, to_stdout
from jdzplan.wording.commands import command_words

if TYPE_CHECKING:
    from jdzplan.collecting.template import Empty
    from jdzplan.plan import Plan
    from jdzplan.reading.repository import Repository

_HELP = command_words(reader_language())


class TableFormat(StrEnum):
    """What a table can be written as."""

    CSV = "csv"
    XLSX = "xlsx"


class Split(StrEnum):
    """What a template is cut up by."""

    OWNER = "owner"
    REGION = "region"


def template(
    year: Annotated[int, typer.Argument(help=_HELP["template_year"], min=1900, max=2200)],
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=_HELP["template_output"])
    ] = None,
    format_: Annotated[
        TableFormat | None, typer.Option("--format", help=_HELP["table_format"])
    ] = None,
    by: Annotated[Split | None, typer.Option(help=_HELP["template_by"])] = None,
    tasks: Annotated[bool, typer.Option("--tasks", help=_HELP["template_tasks"])] = False,
    lang: Annotated[Lang | None, typer.Option(help=_HELP["table_lang"])] = None,
    plan: Annotated[Path | None, typer.Option(help=_HELP["plan"])] = None,
    force: Annotated[bool, typer.Option("--force", help=_HELP["force"])] = False,
) -> None:
    """Wire one template together."""
    from jdzplan.collecting.template import by_owner, by_region, whole_year
    from jdzplan.judging.in_force import Versions
    from jdzplan.wording import words_in

    repository = the_repository(plan, [])
    the = the_plan(repository)
    period = the.plan.period
    if not period.baseline <= year <= period.last:
        leave(Exit.UNUSABLE, "year_outside", year=year, first=period.baseline, last=period.last)
    words = words_in(lang or the.plan.language)
    if format_ is None:
        is_book = output is not None and output.suffix.lower() == ".xlsx"
        format_ = TableFormat.XLSX if is_book else TableFormat.CSV
    done = _done_before(repository, the, year)
    the = Versions(the).of(year)
    if output is None:
        if by or tasks or format_ is TableFormat.XLSX:
            leave(Exit.UNUSABLE, "output_needed")
        text = _text(whole_year(the, year, done, words)[0])
        # A file made with > is opened by Excel as well; a person would see the mark as a blot.
        to_stdout(text if is_terminal() else "\ufeff" + text, is_machine=True)
        return
    is_folder = by is not None or output.is_dir()
    cut = {None: whole_year, Split.OWNER: by_owner, Split.REGION: by_region}[by]
    made = cut(the, year, done, words)
    wanted = [each for each in made if is_folder or tasks or not each.is_tasks]
    if by is not None:
        make_folder(output)
    base = output.with_suffix("") if output.suffix[1:].lower() == format_ else output
    contents = {}
    for each in wanted:
        path = output / each.stem if is_folder else base
        end = f"{'.tasks' if each.is_tasks else ''}.{format_}"
        is_named = not (is_folder or each.is_tasks)
        contents[output if is_named else path.with_name(path.name + end)] = _bytes(each, format_)
    save(contents, [repository.plan_file], force=force)


def _done_before(repository: "Repository", plan: "Plan", year: int) -> frozenset[str]:
    """The tasks that the years before show as done."""
    from jdzplan import check as core
    from jdzplan.reading.repository import load_years
    from jdzplan.verdicts import Verdict

    files = [file for file in load_years(repository, [], None).checked if file.year < year]
    result = core.check(plan, files)
    last = max(result.years, default=0)
    told = result.of_year(last).tasks
    return frozenset(each.task for each in told if each.verdict is Verdict.ACHIEVED)


def _text(empty: "Empty") -> str:
    from jdzplan.formats.sheet import render

    return render(empty.grid)


def _bytes(empty: "Empty", target: TableFormat) -> bytes:
    if target is TableFormat.CSV:
        return _text(empty).encode("utf-8-sig")
    from jdzplan.formats.xlsx import render

    try:
        return render(empty.grid, empty.stem)
    except ImportError:
        leave(Exit.UNUSABLE, "no_excel")
