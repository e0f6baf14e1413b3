"""Ways out: the exit codes, the same for every command and every format."""

import sys
from enum import IntEnum
from typing import NoReturn

from jdzplan.cli.language import reader_language
from jdzplan.wording.commands import command_words


class Exit(IntEnum):
    """What a run came to."""

    FINE = 0
    GATE = 1
    UNUSABLE = 2
    NOTHING_CHECKED = 3
    INTERNAL = 4


def leave(code: Exit, key: str, **values: object) -> NoReturn:
    """Say on standard error why there is no result, and exit."""
    say(key, **values)
    raise SystemExit(int(code))


def say(key: str, **values: object) -> None:
    """A message on standard error, in the reader's language; what was typed comes out inert."""
    from jdzplan.wording.sentences import inert  # not needed to start

    text = command_words(reader_language())[key].format_map(values)
    print("\n".join(map(inert, f"jdzplan: {text}".split("\n"))), file=sys.stderr)
