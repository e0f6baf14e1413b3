"""`jdzplan panel`: every region, indicator and year, judged in a database."""

import sys
import time
from collections.abc import Mapping
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from jdzplan.cli.exits import Exit
from jdzplan.cli.inputs import Lang, the_plan, the_repository
from jdzplan.cli.language import reader_language
from jdzplan.cli.outputs import to_stdout
from jdzplan.wording.commands import command_words
from jdzplan.wording.panel import panel_words

if TYPE_CHECKING:
    from jdzplan.panel.engine import Engine
    from jdzplan.panel.judge import Panel
    from jdzplan.panel.outcomes import Outcome
    from jdzplan.plan import Plan

_SAYS, _COMMON = panel_words(reader_language()), command_words(reader_language())
_FILES = (".csv", ".parquet")
_EXAMPLES = 3


class CountsFormat(StrEnum):
    """How counts are printed."""

    TEXT = "text"
    CSV = "csv"


def panel(
    actuals: Annotated[list[str], typer.Argument(help=_SAYS["actuals"], metavar="TABLE")],
    *,
    targets: Annotated[list[str], typer.Option(help=_SAYS["targets"], metavar="TABLE")],
    plan: Annotated[Path | None, typer.Option(help=_COMMON["plan"])] = None,
    by: Annotated[str, typer.Option(help=_SAYS["by"], metavar="KEYS")] = "indicator",
    year: Annotated[int | None, typer.Option(help=_SAYS["panel_year"], min=1900, max=2200)] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", help=_SAYS["panel_output"], metavar="TABLE")
    ] = None,
    counts: Annotated[str | None, typer.Option(help=_SAYS["panel_counts"], metavar="TABLE")] = None,
    format_: Annotated[
        CountsFormat, typer.Option("--format", help=_SAYS["panel_format"])
    ] = CountsFormat.TEXT,
    database: Annotated[str | None, typer.Option(help=_SAYS["database"], metavar="URL")] = None,
    memory: Annotated[str, typer.Option(help=_SAYS["memory"])] = "600MB",
    lang: Annotated[Lang | None, typer.Option(help=_COMMON["lang"])] = None,
    force: Annotated[bool, typer.Option("--force", help=_SAYS["panel_force"])] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=_SAYS["panel_quiet"])] = False,
) -> None:
    """Wire one panel together. `lang` is looked up where the language of messages is found."""
    del lang
    try:
        import ibis  # noqa: F401 - told here, before anything is read
    except ModuleNotFoundError:
        _leave("needs_panel")
    from jdzplan.panel import results
    from jdzplan.panel.connecting import EMBEDDED, connected
    from jdzplan.panel.engine import SourceError, refusals
    from jdzplan.panel.job import Job
    from jdzplan.panel.judge import judge
    from jdzplan.panel.sources import actuals_of, targets_of

    the = the_plan(the_repository(plan, []))
    _spare([output, counts], force=force)
    keys = [key.strip() for key in by.split(",") if key.strip()]
    progress = _Progress(is_quiet=quiet)
    try:
        with closing(connected(database or EMBEDDED, memory=memory)) as engine:
            extra = tuple(dict.fromkeys(key for key in keys if key not in results.OWN_KEYS))
            job = Job(
                engine,
                the,
                actuals_of(engine, actuals),
                targets_of(engine, targets, extra),
                progress.tell,
                extra,
                is_whole=output is not None or "region" in keys,
            )
            with refusals("failed"):
                done = judge(job)
                told = results.counts(done, keys, year)
                if output:
                    results.write(engine, results.verdicts(done, year), output, force=force)
                    progress.tell("written", path=output)
                if counts:
                    results.write(engine, told, counts, force=force)
                    progress.tell("written", path=counts)
                else:
                    _print(engine, told, format_, the)
                is_bad = _report(done, engine)
    except SourceError as error:
        _leave(error.kind, **error.values)
    progress.end(sum(done.counts.values()))
    if not done.counts:
        raise typer.Exit(Exit.NOTHING_CHECKED)
    raise typer.Exit(Exit.GATE if is_bad else Exit.FINE)


class _Progress:
    """Steps on standard error, each with the seconds since the start."""

    def __init__(self, *, is_quiet: bool) -> None:
        self._start, self._is_quiet = time.monotonic(), is_quiet

    def tell(self, step: str, **values: object) -> None:
        if not self._is_quiet:
            seconds = time.monotonic() - self._start
            text = _says()[f"step_{step}"].format_map(values)
            print(f"{seconds:6.1f} s  {text}", file=sys.stderr, flush=True)

    def end(self, rows: int) -> None:
        if not self._is_quiet:
            seconds = f"{time.monotonic() - self._start:.1f}"
            print(_says()["rows"].format(count=f"{rows:,}", seconds=seconds), file=sys.stderr)


def _report(panel: "Panel", engine: "Engine") -> bool:
    """What became of rows that have no verdict of their own; whether any of it is an error."""
    from jdzplan.panel.looking import MOST_CELLS
    from jdzplan.wording.sentences import inert

    told: list[str] = []
    for outcome, count in sorted(panel.counts.items()):
        if text := _says().get(f"row_{outcome.name.lower()}"):
            told.append(text.format(count=count, most=MOST_CELLS) + _examples(panel, outcome))
    if panel.twice:
        told.append(_says()["row_filed_twice"].format(count=panel.twice))
    lines, places = engine.lines_refused()
    if lines:
        told.append(_says()["lines"].format(count=lines, places=", ".join(map(inert, places))))
    promises = panel.promises
    if promises.unknown:
        names = "、".join(map(inert, promises.unknown[:5]))
        told.append(_says()["target_names"].format(count=len(promises.unknown), names=names))
    if promises.unusable:
        told.append(_says()["target_unusable"].format(count=promises.unusable))
    if panel.job.actuals.unheeded:
        columns = "、".join(map(inert, panel.job.actuals.unheeded))
        told.append(_says()["unheeded"].format(columns=columns))
    for line in told:
        print(line, file=sys.stderr)
    is_bad = any(outcome.is_error for outcome in panel.counts)
    return bool(is_bad or panel.twice or lines or promises.unknown or promises.unusable)


def _examples(panel: "Panel", outcome: "Outcome") -> str:
    """What stood in the first of such cells, by which they can be looked for."""
    from jdzplan.wording.sentences import inert

    read = panel.read
    cells = {triple for triple, cell in read.cells.items() if cell.outcome is outcome}
    cells |= {(*pair, "") for pair, cell in read.pairs.items() if cell.outcome is outcome}
    first = [
        " ".join(filter(None, (cell[0], cell[-1], cell[1]))) for cell in sorted(cells, key=str)
    ]
    words = _says()["between"].join(map(inert, first[:_EXAMPLES]))
    return _says()["such_as"].format(examples=words) if words else ""


def _print(engine: "Engine", told: object, format_: CountsFormat, plan: "Plan") -> None:
    from jdzplan.formats.table import aligned, as_csv

    rows = engine.rows(told)
    header = list(rows[0]) if rows else []
    cells = [["" if cell is None else str(cell) for cell in row.values()] for row in rows]
    if format_ is CountsFormat.CSV:
        to_stdout(as_csv([header, *cells]), is_machine=True)
        return
    said = _said(plan)
    cells = [
        [said.get(column, {}).get(cell, cell) for column, cell in zip(header, row, strict=True)]
        for row in cells
    ]
    titles = [_says().get(f"column_{column}", column) for column in header]
    to_stdout(aligned([titles, *cells]), is_machine=False)


def _said(plan: "Plan") -> Mapping[str, Mapping[str, str]]:
    """What a person reads in place of an id or a code, by column."""
    from jdzplan.wording import words_in

    language = reader_language()
    words = words_in(language)
    return {
        "indicator": {key: each.name.get(language) for key, each in plan.indicators.items()},
        "goal": {key: each.name.get(language) for key, each in plan.goals.items()},
        "verdict": {each.value: word for each, word in words.verdicts.items()},
        "reason": {each.value: word for each, word in words.reasons.items()},
    }


def _spare(outputs: list[str | None], *, force: bool) -> None:
    """Write over no file unasked; whether a table is there only the database knows."""
    for path in filter(None, outputs):
        if path.lower().endswith(_FILES) and Path(path).exists() and not force:
            _leave("is_there", path=path)


def _leave(kind: str, **values: object) -> NoReturn:
    text = _says()["not_written_to" if kind == "not_written" else kind].format_map(values)
    print(f"jdzplan: {text}", file=sys.stderr)
    raise SystemExit(int(Exit.UNUSABLE))


def _says() -> Mapping[str, str]:
    """The words of the run: of its own language, whatever the module was loaded in."""
    return panel_words(reader_language())
