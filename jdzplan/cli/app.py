"""The program and its commands; each command's module is wiring for that one job."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from jdzplan import __version__
from jdzplan.cli.language import reader_language
from jdzplan.wording.commands import command_words
from jdzplan.wording.panel import panel_words

COMMANDS = ("check", "report", "template", "convert", "init", "explain", "diff", "panel", "schema")
_HELP = {"panel": panel_words(reader_language())["panel"], **command_words(reader_language())}


def program(arguments: Sequence[str]) -> typer.Typer:
    """The program for one command line: with the command that it names, or else with all.

    A command's module is imported only where it may be run or has to be listed.
    """
    app = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    named = [name for name in COMMANDS if name in arguments[:1]]
    for name in named or COMMANDS:
        app.command(help=_HELP[name])(getattr(import_module(f"jdzplan.cli.{name}"), name))
    app.callback(help=_HELP["app"])(_program)
    return app


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"jdzplan {__version__}")
        raise typer.Exit


def _program(
    *,
    version: Annotated[
        bool, typer.Option("--version", help=_HELP["version"], callback=_version, is_eager=True)
    ] = False,
) -> None: ...
