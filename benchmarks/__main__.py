"""How fast a check is, beside other tools that validate the same table.

    python -m benchmarks [ROWS…]

Makes the data, an environment of its own with the peers in it (network needed), lets all commands
take turns, so that what else the machine does hits all of them alike (runners such as pyperf and
hyperfine finish one command before the next), and prints medians and ratios: time by the clock,
time of the processor, and the largest memory of the finished process. With all sizes, which takes
most of an hour, it writes the ratios to `benchmarks/results.json`. Runs where there is `wait4`.
"""

import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.data import write
from benchmarks.measuring import Cost, measure
from benchmarks.peers import commands, installed
from benchmarks.table import RESULTS, Ratios, Results, table

TURNS = {30: 31, 10_000: 7, 100_000: 3, 1_000_000: 3}
LONG = 100_000  # rows from which a turn to warm up says nothing
SLOW = 1_000_000  # rows from which row by row takes minutes: one turn is enough


def ratios(costs: Mapping[str, Cost]) -> dict[str, Ratios]:
    """Everything as a multiple of what frictionless costs on the same table."""
    base = costs["frictionless"]
    return {
        name: {what: round(getattr(cost, what) / getattr(base, what), 3) for what in Cost._fields}
        for name, cost in costs.items()
    }


def main(*sizes: int) -> None:
    """Measure and print; write the results where all sizes were measured."""
    results: Results = {}
    with tempfile.TemporaryDirectory() as folder:
        programs = installed(Path(folder) / "environment")
        for rows in sizes or TURNS:
            for kind in ("valid", "bad"):
                is_bad = kind == "bad"
                year = write(Path(folder) / f"{kind}-{rows}", rows, is_bad=is_bad)
                lines = dict(commands(programs, year, is_bad=is_bad))
                # What costs the same at any size, and what is the same while no table is sifted.
                for name in ("bare", "terminal") if rows > 30 else ("rows",):
                    del lines[name]
                once = ("rows",) if rows >= SLOW else ()
                costs = measure(lines, TURNS.get(rows, 3), warming=rows < LONG, once=once)
                for name, cost in costs.items():
                    print(
                        f"{rows:9,} {kind:6} {name:13}", *(f"{x:10.3f}" for x in cost), flush=True
                    )
                results.setdefault(str(rows), {})[kind] = ratios(costs)
    if not sizes:
        RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(table(results, "en"), end="")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
