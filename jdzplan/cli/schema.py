"""`jdzplan schema`: the JSON Schema of a result or of the plan file."""

from enum import StrEnum
from typing import Annotated

import typer

from jdzplan.cli.language import reader_language
from jdzplan.wording.commands import command_words

_HELP = command_words(reader_language())


class Which(StrEnum):
    """The two public shapes."""

    RESULT = "result"
    PLAN = "plan"


def schema(
    which: Annotated[Which, typer.Argument(help=_HELP["which"])] = Which.RESULT,
) -> None:
    """Print one schema."""
    from jdzplan.formats.schema import plan_schema, result_schema

    typer.echo(plan_schema() if which is Which.PLAN else result_schema(), nl=False)
