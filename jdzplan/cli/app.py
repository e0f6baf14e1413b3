"""The program and its commands; each command's module is wiring for that one job."""

from typing import Annotated

import typer

from jdzplan import __version__
from jdzplan.cli.check import check
from jdzplan.cli.convert import convert
from jdzplan.cli.diff import diff
from jdzplan.cli.explain import explain
from jdzplan.cli.init import init
from jdzplan.cli.language import reader_language
from jdzplan.cli.panel import panel
from jdzplan.cli.report import report
from jdzplan.cli.schema import schema
from jdzplan.cli.template import template
from jdzplan.wording.commands import command_words
from jdzplan.wording.panel import panel_words

_HELP = command_words(reader_language())

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command(help=_HELP["check"])(check)
app.command(help=_HELP["report"])(report)
app.command(help=_HELP["template"])(template)
app.command(help=_HELP["convert"])(convert)
app.command(help=_HELP["init"])(init)
app.command(help=_HELP["explain"])(explain)
app.command(help=_HELP["diff"])(diff)
app.command(help=panel_words(reader_language())["panel"])(panel)
app.command(help=_HELP["schema"])(schema)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"jdzplan {__version__}")
        raise typer.Exit


@app.callback(help=_HELP["app"])
def _program(
    *,
    version: Annotated[
        bool, typer.Option("--version", help=_HELP["version"], callback=_version, is_eager=True)
    ] = False,
) -> None: ...
