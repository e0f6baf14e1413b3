"""`jdzplan schema`: the JSON Schema of a result, of a comparison or of the plan file."""

from enum import StrEnum
from typing import Annotated

import typer

from jdzplan.cli.language import reader_language
from jdzplan.wording.commands import command_words

_HELP = command_words(reader_language())


class Which(StrEnum):
    """The public shapes."""

    RESULT = "result"
    DIFF = "diff"
    PLAN = "plan"


def schema(
    which: Annotated[Which, typer.Argument(help=_HELP["which"])] = Which.RESULT,
) -> None:
    """Print one schema."""
    from jdzplan.formats import schema as shapes

    made = {
        Which.RESULT: shapes.result_schema,
        Which.DIFF: shapes.diff_schema,
        Which.PLAN: shapes.plan_schema,
    }
    typer.echo(made[which](), nl=False)
