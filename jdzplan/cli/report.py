"""`jdzplan report`: judge a year and those before it, tell it, write it, exit."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from jdzplan.cli.exits import Exit, leave, say
from jdzplan.cli.inputs import Lang, the_plan, the_repository
from jdzplan.cli.language import reader_language
from jdzplan.cli.outputs import found, to_stdout
from jdzplan.cli.policy import asked_for
from jdzplan.wording.commands import command_words

if TYPE_CHECKING:
    from jinja2 import BaseLoader

    from jdzplan.check import Result
    from jdzplan.gate import Gate
    from jdzplan.plan import Plan
    from jdzplan.reading.repository import Repository, Years
    from jdzplan.report.records import Report

_HELP = command_words(reader_language())


class ReportKind(StrEnum):
    """Which report; `jdzplan.report.Kind` in the open."""

    YEARLY = "yearly"
    MIDTERM = "midterm"
    FINAL = "final"


class ReportFormat(StrEnum):
    """What a report can be written as; `jdzplan.report.files.Target` in the open."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"


def report(
    year: Annotated[
        int | None, typer.Argument(help=_HELP["report_year"], min=1900, max=2200)
    ] = None,
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=_HELP["report_output"])
    ] = None,
    kind: Annotated[ReportKind, typer.Option(help=_HELP["report_kind"])] = ReportKind.YEARLY,
    format_: Annotated[
        ReportFormat | None, typer.Option("--format", help=_HELP["report_format"])
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help=_HELP["report_lang"])] = None,
    template: Annotated[
        Path | None, typer.Option(help=_HELP["report_template"], metavar="DIR")
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", help=_HELP["report_date"], metavar="DATE")
    ] = None,
    every_year: Annotated[bool, typer.Option("--all", help=_HELP["report_all"])] = False,
    dump_template: Annotated[
        bool, typer.Option("--dump-template", help=_HELP["dump_template"])
    ] = False,
    plan: Annotated[Path | None, typer.Option(help=_HELP["plan"])] = None,
    force: Annotated[bool, typer.Option("--force", help=_HELP["force"])] = False,
) -> None:
    """Wire reports together."""
    _need_extra()
    if dump_template:
        _dump(output, force=force)
    target = format_ or _by_suffix(output)
    if output is None and (target is not ReportFormat.MD or every_year):
        leave(Exit.UNUSABLE, "report_needs_output")
    made_on = _date(day)
    repository = the_repository(plan, [])
    the = the_plan(repository)
    author = _Author(the, _years(repository), kind, lang or the.plan.language, made_on)
    wanted = author.available if every_year else [author.chosen(year)]
    if output is None:
        made = author.write(wanted[0])
        to_stdout(_text(made, template), is_machine=False)
    else:
        folder, files = _files(author, wanted, output, target, template, is_index=every_year)
        found(folder, files, force=force)
    raise typer.Exit(Exit.GATE if author.result(max(wanted)).is_stopped else Exit.FINE)


@dataclass(frozen=True)
class _Author:
    """Who writes reports of one kind on years of one repository."""

    plan: "Plan"
    years: "Years"
    kind: ReportKind
    language: str
    made_on: date | None

    @property
    def available(self) -> list[int]:
        """The years of the plan that there are files of; leaves where there are none."""
        period = self.plan.plan.period
        found = {file.year for file in self.years.checked}
        years = sorted(year for year in found if period.first <= year <= period.last)
        if not years:
            leave(Exit.NOTHING_CHECKED, "nothing", looked="、".join(self.years.looked))
        return years

    def chosen(self, year: int | None) -> int:
        """The year asked for, or that of the kind: the latest, the middle or the last one."""
        period = self.plan.plan.period
        middle = (period.first + period.last) // 2
        usual = {ReportKind.YEARLY: max(self.available), ReportKind.MIDTERM: middle}
        chosen = year or usual.get(self.kind, period.last)
        if chosen not in self.available:
            known = "、".join(map(str, self.available))
            leave(Exit.NOTHING_CHECKED, "no_such_year", year=chosen, known=known)
        return chosen

    def result(self, year: int) -> "Result":
        """What was known by the end of a year: later files are not looked at."""
        from jdzplan.check import check

        files = [file for file in self.years.checked if file.year <= year]
        later = {file.path for file in self.years.checked if file.year > year}
        findings = [f for f in self.years.findings if f.place.path not in later]
        return check(self.plan, files, findings=findings, gate=_gate(self.plan))

    def write(self, year: int, stem: str | None = None) -> "Report":
        """The report on a year; with pictures if it has a file of its own."""
        from jdzplan.report import Kind
        from jdzplan.report.compose import compose
        from jdzplan.wording import words_in

        words, kind = words_in(self.language), Kind(self.kind.value)
        result = self.result(year)
        return compose(result, self.plan, year, kind, words, day=self.made_on, stem=stem)


def _files(
    author: _Author,
    years: Sequence[int],
    output: Path,
    target: ReportFormat,
    template: Path | None,
    *,
    is_index: bool,
) -> tuple[Path, dict[str, bytes]]:
    """A folder, and what is to be written there by its path."""
    from jdzplan.report.files import Target, files_of, index

    is_folder = is_index or output.is_dir() or not output.suffix
    files: dict[str, bytes] = {}
    written = []
    for year in years:
        end = "" if author.kind is ReportKind.YEARLY else f"-{author.kind.value}"
        stem = f"{year}{end}" if is_folder else output.stem
        say("writing_report", year=year)
        made = author.write(year, stem)
        with _templates(template) as loader:
            files |= files_of(made, stem, Target(target.value), loader)
        written.append((made, stem))
    if is_index:
        files["index.md"] = index(written, Target(target.value)).encode("utf-8")
    return output if is_folder else output.parent, files


def _text(made: "Report", template: Path | None) -> str:
    from jdzplan.report.markdown import render

    with _templates(template) as loader:
        return render(made, loader)


@contextmanager
def _templates(folder: Path | None) -> Iterator["BaseLoader"]:
    """The templates of a folder before our own, which are known as `jdzplan/…` as well."""
    from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader

    from jdzplan.report.environment import TemplateFaultError

    own = PackageLoader("jdzplan", "report/templates")
    theirs = [] if folder is None else [FileSystemLoader(folder)]
    try:
        yield ChoiceLoader([*theirs, own, PrefixLoader({"jdzplan": own})])
    except TemplateFaultError as fault:
        place = f"{fault.path}:{fault.line}" if fault.line else fault.path
        leave(Exit.UNUSABLE, "bad_template", place=place, problem=fault.problem)


def _dump(output: Path | None, *, force: bool) -> NoReturn:
    """Our templates: into a folder, or the one with all the parts to standard output."""
    from importlib.resources import files

    own = {f.name: f.read_bytes() for f in (files("jdzplan.report") / "templates").iterdir()}
    if output is None:
        to_stdout(own["report.md.j2"].decode("utf-8"), is_machine=False)
    else:
        found(output, own, force=force)
    raise typer.Exit(Exit.FINE)


def _gate(plan: "Plan") -> "Gate":
    """What stops, by the environment and the plan, as in a check."""
    from jdzplan.policy import gate_of, in_force

    asked = asked_for({}, ())
    return gate_of(in_force(asked, plan))


def _need_extra() -> None:
    """Leave where what the extra `report` brings is not installed."""
    from importlib.util import find_spec

    if not all(map(find_spec, ("jinja2", "matplotlib"))):
        leave(Exit.UNUSABLE, "no_report")


def _years(repository: "Repository") -> "Years":
    from jdzplan.reading.repository import load_years

    return load_years(repository, (), None)


def _by_suffix(output: Path | None) -> ReportFormat:
    """The format that the name of the file asks for; Markdown if it asks for none."""
    suffix = output.suffix[1:].lower() if output else ""
    return ReportFormat(suffix) if suffix in list(ReportFormat) else ReportFormat.MD


def _date(day: str | None) -> date | None:
    try:
        return None if day is None else date.fromisoformat(day)
    except ValueError:
        leave(Exit.UNUSABLE, "bad_date", found=day)
