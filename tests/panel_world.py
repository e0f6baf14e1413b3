"""Panels made at random, and what the small path, `check`, says of every row of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path, PurePath
from typing import Any

import ibis
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from jdzplan.check import check
from jdzplan.panel.engine import Engine
from jdzplan.panel.job import Job
from jdzplan.panel.judge import judge
from jdzplan.panel.results import counts, verdicts
from jdzplan.panel.sources import Source
from jdzplan.plan import Bands, Plan
from jdzplan.reading.contents import year_of
from tests.builders import a_plan, a_target, an_indicator

YEARS = range(2021, 2026)
Place = tuple[str, str, int]
Said = tuple[str, str | None]
# Twenty panels, the same in every run: a server takes seconds for each.
ON_A_SERVER = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
# What stands in cells: plain figures, and what only the row code can read or refuse.
TEXTS: tuple[str, ...] = (
    *("—", "", "未公布", "约2.3", " 2.4", "1,318", "2.30", "1e3", ".5", "5.", "+5", "１２", "1_0"),
    *("abc", "是", "2.4%", "3家", "0.000000000000001", "3.00000000000000000", "=1"),
)

PLAN = """
plan:
  id: p
  title: {en: P}
  language: en
  period: {baseline: 2020, first: 2021, last: 2025}
goals: {G1: {name: {en: Grow}, source: {chapter: 1}}}
series:
  gdp: {name: {en: GDP}, unit: 亿元, kind: measured, source: {chapter: 1}}
indicators:
  firms: {name: {en: Firms}, aliases: [高企], goal: G1, tier: core, unit: 家, kind: count,
    better: higher, baseline: {2020: 200}, target: {at_least: 400}, source: {chapter: 1}}
  rd: {name: {en: R&D share}, goal: G1, tier: core, unit: "%", kind: measured, better: higher,
    baseline: {2020: 2.2}, target: {by: 2024, more_than: 2.5}, source: {chapter: 1}}
  rank: {name: {en: Rank}, goal: G1, tier: core, unit: 位, kind: rank, better: lower,
    target: {form: every_year, at_most: 2}, source: {chapter: 1}}
  sum: {name: {en: Sum}, goal: G1, tier: core, unit: 家, kind: count, better: higher,
    target: {form: cumulative, figures: flows, at_least: 9}, source: {chapter: 1}}
amendments:
  - decided: 2024-05-01
    body: {en: Council}
    document: "1"
    reason: {en: why}
    source: {chapter: 1}
    changes: [{indicator: rd, from: {by: 2024}, to: {by: 2025}}]
"""
TARGETS = """region,indicator,baseline,target,province
甲,firms,20,40,A
甲,rd,2.2,2.5,A
乙,高企,10,30,=B
乙,rank,,3,=B
"""
# Filed twice, without a target, at odds with the plan, in words.
ROWS = """region,indicator,year,value
甲,firms,2021,24
甲,firms,2022,30
甲,firms,2022,31
甲,高企 ,2023,3家
乙,高企,2021,14
乙,rank,2021,—
乙,rank,2022,4
甲,rd,2021,≤2.3
丙,rd,2022,2.3
丙,rd,2022,2.4
甲,rd,1999,1
"""


def written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plan and targets, which is the working folder."""
    (folder / "data").mkdir()
    (folder / "data" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "targets.csv").write_text(TARGETS, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("JDZPLAN_LANG", "en")
    monkeypatch.setenv("JDZPLAN_DEBUG", "1")
    return folder


@dataclass(frozen=True)
class World:
    """A plan, its regions' targets (baseline, target, upper) and the figures filed, as text."""

    plan: Plan
    targets: Mapping[tuple[str, str], tuple[str | None, str, str | None]]
    filed: Sequence[tuple[str, str, int, str]]


@st.composite
def worlds(draw: st.DrawFn, *, is_tidy: bool = False) -> World:
    """A few indicators of all kinds in a few regions, with figures about the cut-offs.

    In a tidy one nothing is filed twice, or without a target, or after its year.
    """
    bands = draw(st.sampled_from([Bands(), Bands(lagging=Decimal("0.5"), behind=Decimal("-0.1"))]))
    keys = ["a", "b", "c", "d"]
    indicators = {key: draw(_indicators(is_tidy=is_tidy)) for key in keys}
    plan = a_plan(bands=bands).changed(indicators=indicators)
    targets, filed = {}, []
    number = st.one_of(
        st.integers(-3, 12).map(str),
        st.decimals(-2, 12, places=2).map(lambda value: f"{value:f}"),
        st.sampled_from(["2.2", "2.5", "2.485", "2.35", "0", "999999999999999.5"]),
    )
    for region in ("甲", "乙", "丙"):
        for key in keys:
            if is_tidy or draw(st.integers(0, 9)):
                low, high = sorted(draw(st.tuples(number, number)), key=Decimal)
                is_band = indicators[key].target.between is not None
                if is_band and Decimal(low) == Decimal(high):
                    low = str(Decimal(low) - 1)  # within 15 digits
                base = draw(st.none() | number)
                targets[region, key] = (base, low, high if is_band else None)
            for year in draw(st.lists(st.sampled_from(YEARS), max_size=4, unique=is_tidy)):
                text = draw(st.one_of(number, number, number, st.sampled_from(TEXTS)))
                filed.append((region, key, year, text))
    return World(plan, targets, draw(st.permutations(filed)))


@st.composite
def _indicators(draw: st.DrawFn, *, is_tidy: bool) -> Any:
    word = draw(st.sampled_from(["at_least", "more_than", "at_most", "less_than", "between"]))
    better = {"at_least": "higher", "more_than": "higher", "between": "within"}.get(word, "lower")
    spans: list[dict[str, Any]] = [{}, {} if is_tidy else {"by": 2023}, {"form": "every_year"}]
    years = draw(st.sampled_from([*spans, {"form": "every_year", "first": 2022}]))
    return an_indicator(
        "1",
        a_target("between 2 3" if word == "between" else f"{word} 2", **years),
        kind=draw(st.sampled_from(["measured", "measured", "count", "rank"])),
        better=better,
        assess=draw(st.integers(0, 7)) > 0,
        assess_reason={"en": "why"},
    )


def by_panel(world: World, engine: Engine) -> dict[Place, Said]:
    """What the panel says of every row."""
    found = engine.rows(verdicts(judge(_job(world, engine))))
    said = {
        (row["region"], row["indicator"], row["year"]): (row["verdict"], row["reason"])
        for row in found
    }
    assert len(found) == len(said), "one row for each region, indicator and year"
    return said


def counted(world: World, engine: Engine) -> Counter[tuple[str, int, Said]]:
    """How many of each verdict there are of an indicator and a year, where no row is asked for."""
    panel = judge(_job(world, engine, is_whole=False))
    return Counter(
        {
            (row["indicator"], row["year"], (row["verdict"], row["reason"])): row["count"]
            for row in engine.rows(counts(panel, ["indicator", "year"]))
        }
    )


def _job(world: World, engine: Engine, **options: Any) -> Job:
    actuals = _table(world.filed, ("region", "indicator", "year", "value"))
    rows = [(*place, *numbers) for place, numbers in world.targets.items()]
    targets = _table(rows, ("region", "indicator", "baseline", "target", "upper"))
    return Job(
        engine, world.plan, Source(actuals), Source(targets), lambda *_, **__: None, **options
    )


def _table(rows: Sequence[tuple[Any, ...]], names: Sequence[str]) -> ibis.Table:
    kinds = {"year": pa.int64()}
    columns = {
        name: pa.array([row[i] for row in rows], kinds.get(name, pa.string()))
        for i, name in enumerate(names)
    }
    return ibis.memtable(pa.table(columns))


def by_check(world: World) -> dict[Place, Said]:
    """What `check` says of every region, as of a plan of its own, in the years that were filed."""
    said: dict[Place, Said] = {}
    years = {year for _, _, year, _ in world.filed}
    for region in {region for region, _ in world.targets}:
        plan = _plan_of(world, region)
        files = [_file(plan, world, region, year) for year in years]
        for each in check(plan, files).assessments:
            place = (region, each.indicator, each.year)
            said[place] = (each.verdict.value, each.reason and each.reason.value)
    for region, key, year, _ in world.filed:
        if (region, key) not in world.targets:
            withheld = not world.plan.indicators[key].assess
            said[region, key, year] = (
                "not_assessed",
                "definition_unconfirmed" if withheld else "no_target",
            )
    return said


def _plan_of(world: World, region: str) -> Plan:
    """The plan with the numbers of one region in place of its own."""
    indicators = {}
    for (where, key), (base, low, high) in world.targets.items():
        if where != region:
            continue
        stated = world.plan.indicators[key]
        assert stated.target.bound is not None
        ends: Any = Decimal(low) if high is None else (Decimal(low), Decimal(high))
        indicators[key] = stated.changed(
            baseline={} if base is None else {2020: Decimal(base)},
            target=stated.target.bounded_by({stated.target.bound[0]: ends}),
        )
    return world.plan.changed(indicators=indicators)


def _file(plan: Plan, world: World, region: str, year: int) -> Any:
    rows = [
        f'{key},"{text}",家\n'
        for where, key, when, text in world.filed
        if (where, when) == (region, year) and key in plan.indicators
    ]
    # A file without rows is broken; one of blank figures is not.
    rows = rows or [f"{key},,家\n" for key in plan.indicators]
    text = "indicator,value,unit\n" + "".join(rows)
    name = f"{year}.csv"
    file, _ = year_of(text.encode(), PurePath(name), name, None)
    return file
