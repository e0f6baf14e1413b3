"""The order of decision as expressions of a database, written once for every engine.

It is that of `judging.by_year` and `judging.every_year`, step by step (t the year judged):

1. a year outside the plan's; an indicator that is not to be judged; one of another form;
   no target for the region; a target that cannot be read           → not assessed
2. every year: t does not count → not_due. By a year: t is past the target year → what is said
   of that year
3. no figure                                                          → why there is none
4. the bound is met → achieved; every year, or in the target year → missed
5. no baseline → no_baseline; the baseline meets the bound → regressed
6. the band of the pace

The pace p = s / e is never divided. With D(x) how far x lies from the bound (T - x upwards, x - T
downwards, the way to the nearer edge of a band), s = (D(x_b) - D(x_t)) / D(x_b), and

    p >= cut   is   (D(x_b) - D(x_t)) · (Y - b) >= cut · (t - b) · D(x_b)

since D(x_b) > 0 wherever there is a way to go. The cut-offs are whole numbers over one `scale`,
so both sides are exact decimals: 15 digits before and 15 behind the point, one more for the
difference, six for the factor, 38 in all, which is what every engine has.
"""

from collections.abc import Mapping
from typing import Any

import ibis
from ibis import Table, Value

from jdzplan.panel.folding import Condition, both, either, first_of, is_known, no
from jdzplan.panel.outcomes import Outcome
from jdzplan.panel.terms import Cuts, Side, Terms

FIGURE = "decimal(30, 15)"
_PLAIN = r"^-?[0-9]{1,15}(\.[0-9]{1,15})?$"
# Almost every figure is as short as this, and read a hundred times as quickly.
_SHORT, _SHORT_FIGURE = r"^-?[0-9]{1,12}(\.[0-9]{1,6})?$", "decimal(18, 6)"
_FACTOR = "decimal(6, 0)"
# The commonest marks for no figure; the row code knows all of them.
MARKS = {
    "—": Outcome.NO_DATA,
    "——": Outcome.NO_DATA,
    "-": Outcome.NO_DATA,
    "/": Outcome.NO_DATA,
    "…": Outcome.NO_DATA,
    "无": Outcome.NO_DATA,
    "未公布": Outcome.NOT_YET_PUBLISHED,
    "待公布": Outcome.NOT_YET_PUBLISHED,
}


def number(text: Value) -> Value:
    """A figure of digits, a point, a sign; null for any other text, which the row code reads."""
    return first_of(
        [
            (text.re_search(_SHORT), text.cast(_SHORT_FIGURE).cast(FIGURE)),
            (text.re_search(_PLAIN), text.cast(FIGURE)),
        ],
        ibis.null(FIGURE),
    )


def absence(text: Value) -> Value:
    """Why a text that is no plain number is no figure, as far as the commonest marks go."""
    marks = [(text == mark, int(outcome)) for mark, outcome in MARKS.items()]
    empty = (text.isnull() | (text == ""), int(Outcome.NOT_REPORTED))
    return first_of([empty, *marks], int(Outcome.LOOK))


class Held:
    """The terms of each row's indicator, by the name of a field of `Terms`.

    A constant where no two indicators differ, else told apart by the key; what amendments made
    different from year to year by the year, too.
    """

    def __init__(self, by_year: Mapping[int, tuple[Terms, ...]], key: Value, year: Value) -> None:
        self._by_year, self._key, self._year = by_year, key, year

    def __getattr__(self, name: str) -> Any:
        fields = {y: [getattr(t, name) for t in all_of] for y, all_of in self._by_year.items()}
        usual = next(iter(fields.values()))
        amended = [
            ((self._key == key) & (self._year == year), value)
            for year, of_year in fields.items()
            for key, value in enumerate(of_year)
            if value != usual[key]
        ]
        commonest = max(dict.fromkeys(usual), key=usual.count)
        others: dict[Any, list[int]] = {}
        for key, value in enumerate(usual):
            if value != commonest:
                others.setdefault(value, []).append(key)
        told = [(self._key.isin(keys), value) for value, keys in others.items()]
        if not (amended or told):
            return commonest
        kind = "boolean" if isinstance(commonest, bool) else "int32"
        return first_of(
            [(when, _literal(value, kind)) for when, value in (*amended, *told)],
            _literal(commonest, kind),
        )


def _literal(value: Any, kind: str) -> Value:
    return ibis.literal(value if value is None or kind == "boolean" else int(value), kind)


def outcome(row: Table, held: Held, cuts: Cuts) -> Value:
    """The outcome of rows: of a figure `value`, or of `absent`, which says why there is none.

    `key` and `year` are null where they are not known, `id` where the region has no target;
    `baseline`, `target` and `upper` are the region's numbers, `unusable` says that they are none.
    """
    value, year = row.value, row.year
    yearly, settled, due = held.is_yearly, held.settled, held.due
    decided = [
        (row.absent.notnull(), row.absent),
        (_is_part(value, held.least), int(Outcome.NOT_WHOLE)),
        (_meets(row, held, value), int(Outcome.ACHIEVED)),
        (either(yearly, year == due), int(Outcome.MISSED)),
        (row.baseline.isnull(), int(Outcome.NO_BASELINE)),
        (_meets(row, held, row.baseline), int(Outcome.REGRESSED)),
        *_bands(row, held, cuts),
    ]
    return first_of(
        [
            (year.isnull(), row.absent),
            (row.key.isnull(), _without_key(row)),
            (is_known(settled), settled),
            (row.id.isnull(), int(Outcome.NO_TARGET)),
            (row.unusable, int(Outcome.TARGET_UNUSABLE)),
            (both(yearly, no(_between(year, held.first, held.last))), int(Outcome.NOT_DUE)),
            (both(no(yearly), year > due), int(Outcome.AFTER_DUE)),
            *decided,
        ],
        int(Outcome.DETERIORATING),
    ).cast("int16")


def _without_key(row: Table) -> Value:
    unknown = int(Outcome.INDICATOR_UNKNOWN)
    return first_of([(row.absent == unknown, unknown)], int(Outcome.LOOK))


def _between(year: Value, first: Any, last: Any) -> Value:
    return (year >= first) & (year <= last)


def _bands(row: Table, held: Held, cuts: Cuts) -> list[tuple[Condition, int]]:
    """The band of the pace; where a strict bound stands at the baseline there is no way to go."""
    start, gain = _distance(row, held, row.baseline), _gain(row, held)
    done = gain * _factor((held.due - held.start) * cuts.scale)
    gone = row.year - held.start
    has_no_way = both(_is_strict(held), start == 0)
    named = (
        (cuts.ahead, Outcome.AHEAD),
        (cuts.on_track, Outcome.ON_TRACK),
        (cuts.lagging, Outcome.LAGGING),
        (cuts.behind, Outcome.BEHIND),
    )
    return [
        (both(has_no_way, gain < 0), int(Outcome.DETERIORATING)),
        (has_no_way, int(Outcome.ON_TRACK)),
        *(
            (done >= start * _factor(gone * cut) if cut else gain >= 0, int(verdict))
            for cut, verdict in named
        ),
    ]


def _factor(whole: Any) -> Value:
    return (whole if isinstance(whole, Value) else ibis.literal(whole, "int32")).cast(_FACTOR)


def _gain(row: Table, held: Held) -> Value:
    """D(x_b) - D(x_t): how much nearer the value is to the bound than the baseline."""
    up, down = row.value - row.baseline, row.baseline - row.value
    nearer = _distance(row, held, row.baseline) - _distance(row, held, row.value)
    return first_of([(held.side == Side.UP, up), (held.side == Side.DOWN, down)], nearer)


def _distance(row: Table, held: Held, value: Value) -> Value:
    """D(x): how far a value lies from its bound; at most zero where it is met."""
    goal, side = _goal(row, held), held.side
    outside = ibis.greatest(goal - value, value - row.upper, ibis.literal(0, "decimal(1, 0)"))
    return first_of([(side == Side.UP, goal - value), (side == Side.DOWN, value - goal)], outside)


def _goal(row: Table, held: Held) -> Value:
    """The region's number; of counts, more than 2 is 3 at least and less than 5 is 4 at most."""
    target, side = row.target, held.side
    is_next = both(held.is_strict, is_known(held.least))
    return first_of(
        [
            (both(is_next, side == Side.UP), (target.floor() + 1).cast(FIGURE)),
            (both(is_next, side == Side.DOWN), (target.ceil() - 1).cast(FIGURE)),
        ],
        target,
    )


def _is_strict(held: Held) -> Condition:
    """Whether just reaching the bound is not meeting it."""
    return both(held.is_strict, no(is_known(held.least)))


def _meets(row: Table, held: Held, value: Value) -> Condition:
    goal, strict = _goal(row, held), _is_strict(held)
    up = first_of([(strict, value > goal)], value >= goal)
    down = first_of([(strict, value < goal)], value <= goal)
    within = (value >= goal) & (value <= row.upper)
    return first_of([(held.side == Side.UP, up), (held.side == Side.DOWN, down)], within)


def _is_part(value: Value, least: Any) -> Condition:
    """Whether a count or a rank has a fraction, or is less than it can be."""
    return both(is_known(least), (value != value.floor()) | (value < least))
