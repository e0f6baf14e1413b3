"""The command line: wiring only. Parse, read, check, render, write, exit."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import ModuleType
from typing import NoReturn


def console() -> NoReturn:
    """The `jdzplan` command. Ends at once: to take a plan apart takes longer than to judge it."""
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, AttributeError):  # nobody reads any more, or there never was one
            stream.flush()
    os._exit(code)


def main() -> NoReturn:
    """Run the program; every way out has one of the documented exit codes."""
    for stream in (sys.stdout, sys.stderr):
        # A GBK or ASCII stream must not stop a check: what it cannot hold becomes a question mark.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    gc.set_threshold(1_000_000)  # plans and tables leave nothing to collect: do not look so often
    _without_plugins()
    try:
        _run(sys.argv[1:])
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as error:
        if os.environ.get("JDZPLAN_DEBUG"):
            raise
        from jdzplan.cli.exits import Exit, leave

        leave(Exit.INTERNAL, "internal", error=f"{type(error).__name__}: {error}")


def _without_plugins() -> None:
    """Have pydantic look for no plugins: what is installed beside this has no part in a check.

    Its own switch is turned, too, but with that alone it would still load what it looks with, a
    good part of the standard library, which takes longer than to read a year.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    nothing = ModuleType("pydantic.plugin._loader")
    nothing.__dict__["get_plugins"] = tuple
    sys.modules.setdefault(nothing.__name__, nothing)


def _run(arguments: Sequence[str]) -> NoReturn:
    """A check of files without an option, which is almost every run, needs no parser of options."""
    if arguments[:1] == ["check"] and not any(map(_is_special, arguments[1:])):
        from jdzplan.cli.checking import Asked, run

        raise SystemExit(int(run(arguments[1:], Asked())))
    from jdzplan.cli.app import program

    program(arguments)(prog_name="jdzplan")
    raise AssertionError  # the program always exits


def _is_special(argument: str) -> bool:
    """Whether it is an option, or may be a pattern or a variable that the parser fills in.

    >>> [*map(_is_special, ("-q", "", "*.csv", "a?.csv", "[a].csv", "~/a.csv", "%A%", "$A"))]
    [True, True, True, True, True, True, True, True]
    >>> _is_special("data/actuals/2023.csv")
    False
    """
    return argument.startswith("-") or not argument or any(sign in argument for sign in "*?[~$%")
