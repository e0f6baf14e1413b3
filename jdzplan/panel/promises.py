"""The regions' targets: a baseline and a target for each region and indicator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ibis
from ibis import Table, Value

from jdzplan.panel.expressions import MARKS
from jdzplan.panel.filed import as_table, figure_of, text_of
from jdzplan.panel.folding import both, either, first_of
from jdzplan.panel.job import Job
from jdzplan.panel.outcomes import Outcome
from jdzplan.panel.sources import Engine, SourceError
from jdzplan.panel.terms import Side, Terms

_NUMBERS = ("baseline", "target", "upper")


@dataclass(frozen=True, slots=True)
class Promises:
    """Targets, each with an `id` below `most`; `unknown` are names that the plan does not have."""

    table: Table
    size: int
    most: int
    unknown: tuple[str, ...]
    unusable: int


def promises_of(job: Job) -> Promises:
    """The targets of indicators of the plan. Raises `SourceError` where one is stated twice."""
    engine, names, terms = job.engine, job.names, job.terms[job.period[1]]
    words = {word: key for key, all_of in names.spellings.items() for word in (key, *all_of)}
    words = {word: key for word, key in words.items() if names.find(word) == key}
    table = _stated(job, words, terms)
    strange = table.filter(table.key.isnull()).select("indicator").distinct()
    found = {row["indicator"]: names.find(row["indicator"]) for row in engine.rows(strange)}
    more = {word: key for word, key in found.items() if key}
    if more:
        table = _stated(job, words | more, terms)
    judged = [each.key for each in terms if each.settled is not Outcome.SERIES]
    table = table.filter(table.key.isin(judged)).drop("indicator")
    [total] = engine.rows(
        table.aggregate(
            size=table.count(),
            most=table.id.max() + 1,
            unusable=table.unusable.ifelse(1, 0).sum(),
        )
    )
    _stated_once(engine, table, total["size"], [*job.numbers])
    unknown = tuple(sorted(found.keys() - more.keys()))
    return Promises(table, total["size"], total["most"] or 0, unknown, total["unusable"] or 0)


def _stated(job: Job, words: Mapping[str, str], terms: Sequence[Terms]) -> Table:
    """Every target that is stated, those of names that `words` lack without a key."""
    table = job.targets.table
    figures = {name: figure_of(table[name]) for name in _NUMBERS}
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
            id=ibis.row_number().cast("int32"),
            unusable=ibis.coalesce(either(odd, empty), False),
        )
    )


def _is_odd(value: Value, text: Value) -> Value:
    """Whether a cell is neither a number nor a mark that there is none."""
    marks = [(text.strip() == mark, False) for mark in ("", *MARKS)]
    return first_of([(value.notnull() | text.isnull(), False), *marks], ibis.literal(value=True))


def _stated_once(engine: Engine, table: Table, size: int, names: Sequence[str]) -> None:
    once = table.select("region", "key").distinct()
    if engine.rows(once.aggregate(count=once.count()))[0]["count"] == size:
        return
    groups = table.group_by("region", "key").aggregate(times=table.count())
    [first] = engine.rows(groups.filter(groups.times > 1).order_by("region", "key").limit(1))
    raise SourceError("target_twice", region=first["region"], indicator=names[first["key"]])
