"""Where a result goes: standard output, files, and the runner of a code host."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jdzplan.cli.exits import Exit, leave
from jdzplan.cli.hosts import from_root, tell_step
from jdzplan.cli.outputs import is_terminal, to_stdout
from jdzplan.formats import By, Format

if TYPE_CHECKING:
    from jdzplan.check import Result
    from jdzplan.plan import Plan
    from jdzplan.reading.repository import Repository
    from jdzplan.wording.words import Words

    _Listed = Callable[[Result, Plan, Words], str]


class Color(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Output = tuple[Format, Path]


def outputs_in(words: Iterable[str]) -> list[Output]:
    """`FORMAT=PATH` taken apart; leaves at one that is not so."""
    outputs = []
    for word in words:
        name, separator, path = word.partition("=")
        if name not in list(Format) or not separator or not path:
            leave(Exit.UNUSABLE, "bad_output", found=word, known=", ".join(Format))
        outputs.append((Format(name), Path(path)))
    return outputs


def spare_inputs(outputs: Iterable[Output], repository: "Repository", files: Sequence[str]) -> None:
    """Never write a result over the plan, over a year's figures, or over what is checked."""
    from jdzplan.reading.repository import real

    inputs = [repository.plan_file, *(Path(name) for name in files)]
    for _, path in outputs:
        target = real(path)
        in_actuals = target.parent == real(repository.actuals)
        if in_actuals or any(_is_same(target, known) for known in inputs):
            leave(Exit.UNUSABLE, "would_overwrite", path=path)


def _is_same(path: Path, other: Path) -> bool:
    """Whether two paths lead to one file, by whatever links."""
    try:
        return path.samefile(other)
    except (OSError, ValueError):  # one of them is not there
        return False


class Report(NamedTuple):
    """How a result is put: its language, and by what it is grouped."""

    language: str
    by: By | None

    def render(self, result: "Result", target: Format) -> str:
        """The result in a format."""
        from jdzplan.formats import render
        from jdzplan.wording import words_in

        return render(result, target, words_in(self.language), self.by, from_root())

    def write(self, result: "Result", outputs: Iterable[Output]) -> None:
        """The copies asked for."""
        for target, path in outputs:
            # Excel takes a CSV for the local code page unless it begins with the mark of UTF-8.
            encoding = "utf-8-sig" if target is Format.CSV else "utf-8"
            text = self.render(result, target)
            try:
                path.write_text(text, encoding=encoding, newline="\n")
            except OSError as error:
                leave(Exit.UNUSABLE, "cannot_write", path=path, problem=error.strerror)

    def print(
        self, result: "Result", target: Format, color: Color, *, quiet: bool, annotated: bool
    ) -> None:
        """What goes to standard output; annotations for a runner stand below the text."""
        if target is not Format.TEXT:
            text = self.render(result, target)
        elif quiet:
            text = self._findings(result)
        elif is_terminal() or color is Color.ALWAYS:
            text = self._for_terminal(result, color)
        else:
            text = self.render(result, target)
        if annotated:
            text += self.render(result, Format.GITHUB)
        to_stdout(text, is_machine=annotated or target is not Format.TEXT)

    def tell_step(self, result: "Result", code: Exit) -> None:
        """The outputs and the summary of a step of GitHub Actions."""
        from jdzplan.formats.github import outputs
        from jdzplan.formats.markdown import cut
        from jdzplan.wording import words_in

        digest, words = self.render(result, Format.MARKDOWN), words_in(self.language)
        tell_step(outputs(result, code), lambda room: cut(digest, room, words))

    def print_agenda(self, result: "Result", day: date, target: Format) -> None:
        """What is overdue, unit by unit, instead of the page."""
        from jdzplan.formats import agenda

        self._print_list(result, target, partial(agenda.text, day=day), agenda.csv)

    def print_crosswalk(self, result: "Result", target: Format) -> None:
        """Promises beside their counterparts in higher plans, instead of the page."""
        from jdzplan.formats import crosswalk

        self._print_list(result, target, crosswalk.text, crosswalk.csv)

    def _print_list(
        self, result: "Result", target: Format, text: "_Listed", csv: "_Listed"
    ) -> None:
        """A list instead of the page; findings that stop the check go to standard error."""
        from jdzplan.wording import words_in

        if result.plan is None:
            to_stdout(self._findings(result), is_machine=target is Format.CSV)
            return
        listed = csv if target is Format.CSV else text
        told = listed(result, result.plan, words_in(self.language))
        to_stdout(told, is_machine=target is Format.CSV)
        stopping = tuple(finding for finding in result.findings if result.stops(finding))
        if stopping:
            print(self._findings(result._replace(findings=stopping)), end="", file=sys.stderr)

    def _findings(self, result: "Result") -> str:
        from jdzplan.formats.text import render_findings
        from jdzplan.wording import words_in

        return render_findings(result, words_in(self.language))

    def _for_terminal(self, result: "Result", color: Color) -> str:
        import shutil

        from jdzplan.formats import terminal
        from jdzplan.wording import words_in

        width = shutil.get_terminal_size().columns if is_terminal() else 200
        words, colour = words_in(self.language), coloured(color)
        return terminal.render(result, words, self.by, width=width, colour=colour)


def coloured(color: Color) -> bool:
    """Whether a terminal gets colour."""
    if color is Color.AUTO:
        return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return color is Color.ALWAYS
