"""The regions' targets: a baseline and a target for each region and indicator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ibis
from ibis import Table, Value

from jdzplan.panel.engine import Engine, SourceError
from jdzplan.panel.expressions import MARKS
from jdzplan.panel.figures import FULL, Width, figure_of
from jdzplan.panel.filed import as_table, text_of
from jdzplan.panel.folding import both, first_of
from jdzplan.panel.job import Job
from jdzplan.panel.outcomes import Outcome
from jdzplan.panel.terms import Side, Terms

_NUMBERS = ("baseline", "target", "upper")


@dataclass(frozen=True, slots=True)
class Promises:
    """Targets, each with an `id`; `unknown` are names that the plan does not have.

    Regions are numbered by `place`, below `places`; the id is that and the key in one number,
    below `most`.
    """

    table: Table
    size: int
    places: int
    most: int
    unknown: tuple[str, ...]
    unusable: int


def promises_of(job: Job) -> Promises:
    """The targets of indicators of the plan. Raises `SourceError` where one is stated twice."""
    engine, names, terms = job.engine, job.names, job.terms[job.period[1]]
    words = {word: key for key, all_of in names.spellings.items() for word in (key, *all_of)}
    words = {word: key for word, key in words.items() if names.find(word) == key}
    table = _stated(job, words, terms, job.width)
    strange = table.filter(table.key.isnull()).select("indicator").distinct()
    found = {row["indicator"]: names.find(row["indicator"]) for row in engine.rows(strange)}
    more = {word: key for word, key in found.items() if key}
    [odd] = engine.rows(table.aggregate(count=table.unusable.ifelse(1, 0).sum()))
    if more or odd["count"]:
        table = _stated(job, words | more, terms)
    judged = [each.key for each in terms if each.settled is not Outcome.SERIES]
    table = table.filter(table.key.isin(judged)).drop("indicator")
    # Numbered by their names, so that an engine that computes a row again finds the same number.
    regions = table.select(of="region").distinct()
    regions = engine.kept(regions.mutate(place=ibis.row_number().over(order_by="of").cast("int32")))
    [places] = engine.rows(regions.aggregate(count=regions.count()))
    most = places["count"] * len(job.numbers)
    table = table.join(regions, table.region == regions.of).drop("of")
    number = table.place.cast("int32" if most < 2**31 else "int64") * len(job.numbers)
    table = table.mutate(id=number + table.key)
    size, different = engine.count(table.select(place="id"), most)
    if different < size:
        raise _stated_twice(engine, table, [*job.numbers])
    [total] = engine.rows(table.aggregate(unusable=table.unusable.ifelse(1, 0).sum()))
    unknown = tuple(sorted(found.keys() - more.keys()))
    return Promises(table, size, places["count"], most, unknown, total["unusable"] or 0)


def _stated(
    job: Job, words: Mapping[str, str], terms: Sequence[Terms], width: Width = FULL
) -> Table:
    """Every target that is stated, those of names that `words` lack without a key."""
    table = job.targets.table
    figures = {name: figure_of(table[name], width) for name in _NUMBERS}
    rows = table.select(
        *job.keys,
        region=text_of(table.region),
        indicator=text_of(table.indicator),
        **{name: value for name, (value, _) in figures.items()},
        **{f"{name}_text": text for name, (_, text) in figures.items()},
    )
    known = as_table(
        {
            "name": ([*words], "string"),
            "of": ([job.numbers[key] for key in words.values()], "int16"),
        }
    )
    rows = rows.join(known, rows.indicator == known.name, how="left").select(rows, key="of")
    odd = ibis.or_(*(_is_odd(rows[name], rows[f"{name}_text"]) for name in _NUMBERS))
    bands = [each.key for each in terms if each.side is Side.BAND]
    empty = both(
        rows.key.isin(bands) if bands else False,
        rows.upper.isnull() | (rows.upper <= rows.target),
    )
    stated = rows.filter(
        rows.target.notnull() | _is_odd(rows.target, rows.target_text) | rows.key.isnull()
    )
    return job.engine.kept(
        stated.select(
            "region",
            "indicator",
            "key",
            *_NUMBERS,
            *job.keys,
            unusable=first_of([(odd, True), (empty, True)], ibis.literal(value=False)),
        )
    )


def _is_odd(value: Value, text: Value) -> Value:
    """Whether a cell is neither a number nor a mark that there is none."""
    marks = [(text.strip() == mark, False) for mark in ("", *MARKS)]
    return first_of([(value.notnull() | text.isnull(), False), *marks], ibis.literal(value=True))


def _stated_twice(engine: Engine, table: Table, names: Sequence[str]) -> SourceError:
    groups = table.group_by("region", "key").aggregate(times=table.count())
    [first] = engine.rows(groups.filter(groups.times > 1).order_by("region", "key").limit(1))
    return SourceError("target_twice", region=first["region"], indicator=names[first["key"]])
