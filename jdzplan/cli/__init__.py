"""The command line: wiring only. Parse, read, check, render, write, exit."""

import gc
import os
import sys


def main() -> None:
    """Run the program; every way out has one of the documented exit codes."""
    for stream in (sys.stdout, sys.stderr):
        # A GBK or ASCII stream must not stop a check: what it cannot hold becomes a question mark.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    gc.set_threshold(100_000)  # plans and tables leave nothing to collect: do not look so often
    try:
        from jdzplan.cli.app import program

        program(sys.argv[1:])(prog_name="jdzplan")
    except Exception as error:
        if os.environ.get("JDZPLAN_DEBUG"):
            raise
        from jdzplan.cli.exits import Exit, leave

        leave(Exit.INTERNAL, "internal", error=f"{type(error).__name__}: {error}")
