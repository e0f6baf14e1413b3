"""How far the odds can be believed: simulated plans, what was said of them, and how they ended.

    python -m benchmarks.calibration [PLANS] [SEED]

Simulation. Each plan runs five years from a baseline of 100 to a target that a drift of 10 a year
would just reach. The true drift is drawn once for each plan (normal, mean 9, sd 4), each year adds
noise of its own (sd drawn between 2 and 12), and figures are printed with one decimal. Three kinds
of noise: `steady` (normal), `wild` (Student's t with 3 degrees: some years are far off) and
`sticky` (half of the last year's noise carries over). A plan is judged at the end of its second,
third and fourth year by the tool itself, and counts as met if the figure of the fifth year
reaches the target.

Printed are, for each kind and year, the Brier score (mean squared error; less is better) of the
odds and of the bare verdict (1 for on track or better, else 0), and a reliability table: of all
that was given some odds, how much was met.
"""

import random
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from math import sqrt

from jdzplan.actuals import Actual, Figure
from jdzplan.findings import Place
from jdzplan.judging.judge import assess
from jdzplan.plan import Plan

FIRST, LAST = 2021, 2025
EDGES = (0.0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1.0)
Noise = Callable[[random.Random, float], float]


def steady(chance: random.Random, _: float) -> float:
    """Independent normal noise."""
    return chance.gauss(0, 1)


def wild(chance: random.Random, _: float) -> float:
    """Student's t with 3 degrees of freedom, scaled to a variance of one."""
    squares = sum(chance.gauss(0, 1) ** 2 for _ in range(3))
    return chance.gauss(0, 1) / sqrt(squares / 3) / sqrt(3)


def sticky(chance: random.Random, before: float) -> float:
    """Half of last year's noise and some of this year's."""
    return 0.5 * before + sqrt(0.75) * chance.gauss(0, 1)


KINDS: tuple[Noise, ...] = (steady, wild, sticky)


def a_plan() -> Plan:
    """The plan of every simulation."""
    return Plan.model_validate(
        {
            "plan": {
                "id": "simulated",
                "title": {"en": "Simulated"},
                "period": {"baseline": FIRST - 1, "first": FIRST, "last": LAST},
            },
            "goals": {"g": {"name": {"en": "Goal"}, "source": {"chapter": 1}}},
            "indicators": {
                "x": {
                    "name": {"en": "X"},
                    "goal": "g",
                    "tier": "core",
                    "unit": "1",
                    "kind": "measured",
                    "better": "higher",
                    "baseline": {str(FIRST - 1): Decimal("100.0")},
                    "target": {"at_least": Decimal(150)},
                    "source": {"chapter": 1},
                }
            },
        }
    )


def figures_of(chance: random.Random, noise: Noise) -> dict[int, Decimal]:
    """One simulated plan: the figure of each year."""
    drift, spread = chance.gauss(9, 4), chance.uniform(2, 12)
    value, figures, last = 100.0, {}, 0.0
    for year in range(FIRST, LAST + 1):
        last = noise(chance, last)
        value += drift + spread * last
        figures[year] = Decimal(f"{value:.1f}")
    return figures


def judged(plan: Plan, figures: dict[int, Decimal], year: int) -> tuple[float, float]:
    """The odds and the bare verdict at the end of a year."""
    known = {
        y: Actual(indicator="x", year=y, value=Figure(value), place=Place("simulated"))
        for y, value in figures.items()
    }
    done = assess(plan, "x", year, {"x": known})
    assert done.outlook is not None
    return done.outlook.probability, float(done.verdict.is_fine)


def brier(said: list[tuple[float, bool]]) -> float:
    """Mean squared distance between what was said and what came."""
    return sum((odds - met) ** 2 for odds, met in said) / len(said)


def reliability(said: list[tuple[float, bool]]) -> Iterator[str]:
    """A line for each range of odds: how often it was said, its mean, and how much was met."""
    for low, high in pairwise(EDGES):
        group = [(p, met) for p, met in said if low <= p < high]
        if group:
            mean = sum(p for p, _ in group) / len(group)
            met = sum(met for _, met in group) / len(group)
            yield f"  {low:4.2f}-{high:4.2f}  {len(group):6d}  {mean:4.2f}  {met:4.2f}"


def main(plans: int = 4000, seed: int = 20261125) -> None:
    """Simulate and print."""
    plan = a_plan()
    print(f"{plans} plans of each kind, seed {seed}")
    for noise in KINDS:
        chance = random.Random(seed)  # noqa: S311 - a simulation, not a secret
        ended = [figures_of(chance, noise) for _ in range(plans)]
        for year in range(FIRST + 1, LAST):
            odds, bare = [], []
            for figures in ended:
                met = figures[LAST] >= 150
                probability, verdict = judged(plan, figures, year)
                odds.append((probability, met))
                bare.append((verdict, met))
            share = sum(met for _, met in odds) / plans
            print(f"\n{noise.__name__}, after year {year - FIRST + 1}: {share:.0%} met")
            print(f"  Brier score: odds {brier(odds):.3f}, bare verdict {brier(bare):.3f}")
            print("  odds        plans  said  met")
            print("\n".join(reliability(odds)))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
