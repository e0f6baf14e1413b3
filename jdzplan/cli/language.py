"""Which language the reader gets: --lang, then JDZPLAN_LANG, then a zh or en locale."""

import os
import sys

LANGUAGES = ("zh", "en")


def reader_language(default: str = "zh") -> str:
    """The language of help and messages, before any plan is read.

    `--lang` is looked up in the arguments themselves, since help is made before they are parsed.
    """
    return stated_language(_lang_argument()) or default


def stated_language(option: str | None) -> str | None:
    """The language that the option or the environment asks for; None where neither does."""
    variables = ("JDZPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    for word in (option, *map(os.environ.get, variables)):
        if word and word[:2].lower() in LANGUAGES:
            return word[:2].lower()
    return None


def _lang_argument() -> str | None:
    arguments = sys.argv[1:]
    for i, argument in enumerate(arguments):
        if argument == "--lang":
            return next(iter(arguments[i + 1 : i + 2]), None)
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None
