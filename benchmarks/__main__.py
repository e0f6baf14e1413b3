"""How fast a check is, beside other tools that validate the same table.

    python -m benchmarks [ROWS…]

Makes the data, an environment of its own with the peers in it (network needed), lets all commands
take turns, so that what else the machine does hits all of them alike, and prints medians and
ratios: time by the clock, time of the processor, and the largest memory of the finished process.
With all sizes it writes the ratios to `benchmarks/results.json`. Runs on systems that have `wait4`.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.data import write
from benchmarks.peers import commands, installed
from benchmarks.table import RESULTS, Ratios, Results, table
from jdzplan.catalogue import Rule

TURNS = {30: 31, 10_000: 7, 100_000: 3, 1_000_000: 3}


class Cost(NamedTuple):
    """What one process cost: seconds by the clock, seconds of the processor, MiB at most."""

    wall: float
    cpu: float
    memory: float


def run(command: list[str]) -> Cost:
    """Run one command to its end; what it says goes nowhere, as into a pipe."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout is not None  # asked for
    process.stdout.read()
    _, _, used = os.wait4(process.pid, 0)
    unit = 1024 if sys.platform == "linux" else 1024 * 1024
    wall = time.perf_counter() - start
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def is_refused(command: list[str]) -> bool:
    """Whether this tool says that the table is too large for it."""
    told = subprocess.run(command, capture_output=True, check=False).stdout
    return Rule.FILE_TOO_LARGE.code.encode() in told


def measure(lines: Mapping[str, list[str]], turns: int) -> dict[str, Cost]:
    """The medians of commands that take turns, after one turn to warm up."""
    costs = [{name: run(line) for name, line in lines.items()} for _ in range(turns + 1)][1:]
    return {
        name: Cost(*map(statistics.median, zip(*(turn[name] for turn in costs), strict=True)))
        for name in lines
    }


def ratios(costs: Mapping[str, Cost]) -> dict[str, Ratios]:
    """Everything as a multiple of what frictionless costs on the same table."""
    base = costs["frictionless"]
    return {
        name: {what: round(getattr(cost, what) / getattr(base, what), 2) for what in Cost._fields}
        for name, cost in costs.items()
    }


def main(*sizes: int) -> None:
    """Measure and print; write the results where all sizes were measured."""
    results: Results = {}
    with tempfile.TemporaryDirectory() as folder:
        programs = installed(Path(folder) / "environment")
        for rows in sizes or TURNS:
            for kind in ("valid", "bad"):
                year = write(Path(folder) / f"{kind}-{rows}", rows, is_bad=kind == "bad")
                lines = dict(commands(programs, year))
                if rows > 30:  # what costs the same at any size
                    del lines["bare"], lines["terminal"]
                if is_refused(lines["jdzplan"]):
                    del lines["jdzplan"]
                costs = measure(lines, TURNS.get(rows, 3))
                for name, cost in costs.items():
                    print(f"{rows:9,} {kind:6} {name:13}", *(f"{x:10.3f}" for x in cost))
                results.setdefault(str(rows), {})[kind] = ratios(costs)
    if not sizes:
        RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(table(results, "en"), end="")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
