"""What a process costs, measured while several take turns."""

import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple


class Command(NamedTuple):
    """A command line, the folder it runs in, whether what it says goes to a terminal, its end."""

    line: list[str]
    folder: Path = Path()
    on_terminal: bool = False
    exit_code: int = 0


class Cost(NamedTuple):
    """What one process cost: seconds by the clock, seconds of the processor, MiB at most."""

    wall: float
    cpu: float
    memory: float


def run(command: Command) -> Cost:
    """Run one command to its end; what it says goes nowhere, by a pipe or by a terminal.

    Raises `AssertionError` for another exit code than the command's: it has not done its work.
    """
    reader, writer = os.openpty() if command.on_terminal else os.pipe()
    start = time.perf_counter()
    process = subprocess.Popen(command.line, cwd=command.folder, stdout=writer, stderr=writer)
    os.close(writer)
    try:
        while os.read(reader, 1 << 16):
            pass
    except OSError:  # so ends a terminal
        pass
    os.close(reader)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    assert os.waitstatus_to_exitcode(status) == command.exit_code, command
    unit = 1024 if sys.platform == "linux" else 1024 * 1024
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def measure(
    commands: Mapping[str, Command],
    turns: int,
    *,
    warming: bool = True,
    once: Collection[str] = (),
) -> dict[str, Cost]:
    """The medians of commands that take turns, of those in `once` one turn alone.

    With `warming` there is a turn before, which does not count.
    """
    costs: dict[str, list[Cost]] = defaultdict(list)
    for turn in range(turns + warming):
        for name, command in commands.items():
            if turn > warming and name in once:
                continue
            cost = run(command)
            if turn >= warming:
                costs[name].append(cost)
    return {
        name: Cost(*map(statistics.median, zip(*each, strict=True))) for name, each in costs.items()
    }
