"""What the panel costs beside a DuckDB query written by hand for the same data.

    python -m benchmarks.panel [ROWS…]

Makes the data, looks that both give the same counts, lets the commands take turns and prints their
medians and ratios. The start of the panel, the same command on a hundred rows, is measured, too,
and taken off for Parquet, where it weighs most. Sizes are numbers of figures, 10 million if none is
given; with several sizes the last lines are what a million more of them cost.
"""

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from benchmarks.measuring import Command, Cost, measure
from benchmarks.panel_data import KINDS, write

TURNS = 5
Commands = Mapping[str, Command]


def commands(folder: Path, tiny: Path, kind: str) -> Commands:
    """The command lines of one kind of files, by the names of the table."""
    by_hand = [sys.executable, "-m", "benchmarks.by_hand", str(folder), kind]
    return {
        "panel": _panel(folder, kind),
        "start": _panel(tiny, kind),
        "by hand": Command(by_hand),
        "careful": Command([*by_hand, "careful"]),
    }


def _panel(folder: Path, kind: str) -> Command:
    line = [
        *(sys.executable, "-m", "jdzplan", "panel", str(folder / f"actuals-*.{kind}")),
        *("--targets", str(folder / f"targets.{kind}"), "--plan", str(folder / "plan.yaml")),
        *("--by", "indicator,year", "--format", "csv", "--quiet"),
    ]
    return Command(line)


def say_the_same(lines: Commands) -> bool:
    """Whether the panel and both queries count the same."""
    names = ("panel", "by hand", "careful")
    told = [
        subprocess.run(lines[name].line, capture_output=True, check=True).stdout for name in names
    ]
    return len({text.replace(b"\r\n", b"\n") for text in told}) == 1


def report(costs: Mapping[str, Cost], kind: str) -> None:
    """Print one comparison."""
    panel, hand, start = costs["panel"], costs["by hand"], costs["start"]
    for name, cost in costs.items():
        print(f"{kind:8} {name:8}", *(f"{x:9.2f}" for x in cost))
    print(f"{kind:8} panel / by hand", f"{panel.cpu / hand.cpu:.2f} (processor)", end=" ")
    print(f"{panel.wall / hand.wall:.2f} (clock), without the start", end=" ")
    print(f"{(panel.cpu - start.cpu) / hand.cpu:.2f} {(panel.wall - start.wall) / hand.wall:.2f}")
    print(f"{kind:8} panel / careful", f"{panel.cpu / costs['careful'].cpu:.2f} (processor)")


def main(*sizes: int) -> None:
    """Measure and print."""
    found: dict[str, dict[int, Cost]] = {kind: {} for kind in KINDS}
    with tempfile.TemporaryDirectory() as home:
        tiny = write(Path(home) / "tiny", 250)
        for rows in sizes or (10_000_000,):
            folder = write(Path(home) / str(rows), rows)
            for kind in KINDS:
                lines = commands(folder, tiny, kind)
                assert say_the_same(lines), f"counts of {kind} differ"
                costs = measure(lines, TURNS)
                print(f"\n{rows:,} figures: seconds by the clock, of the processor, MiB")
                report(costs, kind)
                found[kind][rows] = costs["panel"]
    for kind, by_size in found.items():
        for (few, less), (many, more) in pairwise(by_size.items()):
            cpu = (more.cpu - less.cpu) / (many - few) * 1e6
            print(f"{kind:8} from {few:,} to {many:,}: {cpu:.3f} s of the processor a million")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
