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
so both sides are exact decimals: 15 digits before and 15 behind the point, one more for each of
two differences, six for the factor, 38 in all, which is what every engine has.
"""

from collections.abc import Mapping
from typing import Any

import ibis
from ibis import Table, Value

from jdzplan.panel.folding import Condition, both, first_of, is_known
from jdzplan.panel.outcomes import Outcome
from jdzplan.panel.terms import Side

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


def absence(text: Value) -> Value:
    """Why a text that is no plain number is no figure, as far as the commonest marks go."""
    marks = [(text == mark, int(outcome)) for mark, outcome in MARKS.items()]
    empty = (text.isnull() | (text == ""), int(Outcome.NOT_REPORTED))
    return first_of([empty, *marks], int(Outcome.LOOK))


class Held:
    """The terms of each row's indicator and year, by the name of a field of `Terms`.

    A constant where no two of the plan differ, else the row's column of that name.
    """

    def __init__(self, constants: Mapping[str, Any], rows: Table) -> None:
        self._constants, self._rows = constants, rows

    def __getattr__(self, name: str) -> Any:
        return self._constants[name] if name in self._constants else self._rows[name]


def with_code(rows: Table, constants: Mapping[str, Any]) -> Table:
    """Rows with the `code` of their outcome: of a figure `value`, or of `absent`.

    `key` and `year` are null where they are not known, `id` where the region has no target;
    `baseline`, `target` and `upper` are the region's numbers, `unusable` says that they are none;
    beside these stand the terms that are no constants.
    In three steps, so that the database computes nothing twice.
    """
    held = Held(constants, rows)
    far, way = (_distance(rows, held, each) for each in (rows.value, rows.baseline))
    rows = rows.mutate(far=far, way=way)
    rows = rows.mutate(done=(rows.way - rows.far) * rows.whole)
    return rows.mutate(code=_outcome(rows, Held(constants, rows)))


def _outcome(row: Table, held: Held) -> Value:
    """The order of decision; `far` is D(x_t), `way` is D(x_b), `done` what was gained, weighed."""
    has_no_way = both(held.is_strict, row.way == 0)
    return first_of(
        [
            (row.year.isnull(), row.absent),
            (row.key.isnull(), _without_key(row)),
            (is_known(held.settled), held.settled),
            (row.id.isnull(), int(Outcome.NO_TARGET)),
            (row.unusable, int(Outcome.TARGET_UNUSABLE)),
            (held.is_waiting, int(Outcome.NOT_DUE)),
            (held.is_over, int(Outcome.AFTER_DUE)),
            (row.absent.notnull(), row.absent),
            (_is_part(row.value, held.least), int(Outcome.NOT_WHOLE)),
            (_is_met(row.far, held), int(Outcome.ACHIEVED)),
            (held.is_final, int(Outcome.MISSED)),
            (row.baseline.isnull(), int(Outcome.NO_BASELINE)),
            (_is_met(row.way, held), int(Outcome.REGRESSED)),
            (both(has_no_way, row.done < 0), int(Outcome.DETERIORATING)),
            (has_no_way, int(Outcome.ON_TRACK)),
            *(
                (row.done >= row.way * row[band.name.lower()], int(band))
                for band in (Outcome.AHEAD, Outcome.ON_TRACK, Outcome.LAGGING, Outcome.BEHIND)
            ),
        ],
        int(Outcome.DETERIORATING),
    ).cast("int16")


def _without_key(row: Table) -> Value:
    unknown = int(Outcome.INDICATOR_UNKNOWN)
    return first_of([(row.absent == unknown, unknown)], int(Outcome.LOOK))


def _distance(row: Table, held: Held, value: Value) -> Value:
    """D(x): how far a value lies from its bound; at most zero where it is reached."""
    goal, side = _goal(row, held), held.side
    outside = ibis.greatest(goal - value, value - row.upper, ibis.literal(0, "decimal(1, 0)"))
    return first_of([(side == Side.UP, goal - value), (side == Side.DOWN, value - goal)], outside)


def _goal(row: Table, held: Held) -> Value:
    """The region's number; of counts, more than 2 is 3 at least and less than 5 is 4 at most."""
    target, side = row.target, held.side
    return first_of(
        [
            (both(held.is_next, side == Side.UP), (target.floor() + 1).cast(target.type())),
            (both(held.is_next, side == Side.DOWN), (target.ceil() - 1).cast(target.type())),
        ],
        target,
    )


def _is_met(distance: Value, held: Held) -> Condition:
    return first_of([(held.is_strict, distance < 0)], distance <= 0)


def _is_part(value: Value, least: Any) -> Condition:
    """Whether a count or a rank has a fraction, or is less than it can be."""
    return both(is_known(least), (value != value.floor()) | (value < least))
