"""Roll-ups: verdicts counted, the worst of them, how many could be judged; never an average."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdzplan.check import Result, check
from jdzplan.judging.rollup import RollUp, roll_up
from jdzplan.plan import Plan
from jdzplan.verdicts import Verdict
from jdzplan.wording.duties import roll_up_text
from jdzplan.wording.en import EN
from jdzplan.wording.words import Words
from jdzplan.wording.zh import ZH
from tests.builders import a_plan, a_row, a_year, an_indicator
from tests.duties import a_relation, a_series, a_task, with_duties

PROPERTY = settings(derandomize=True, max_examples=200, deadline=None)
VERDICTS = st.lists(st.sampled_from(Verdict), max_size=12)

ACHIEVED, AHEAD, ON_TRACK = Verdict.ACHIEVED, Verdict.AHEAD, Verdict.ON_TRACK
LAGGING, BEHIND, MISSED = Verdict.LAGGING, Verdict.BEHIND, Verdict.MISSED
OPEN = Verdict.NOT_ASSESSED


def counted(group: RollUp) -> dict[Verdict, int]:
    return {verdict: count for verdict, count in group.counts.items() if count}


@pytest.mark.parametrize(
    ("verdicts", "counts", "judged", "worst"),
    [
        ([], {}, 0, OPEN),
        ([OPEN], {OPEN: 1}, 0, OPEN),
        ([OPEN, OPEN], {OPEN: 2}, 0, OPEN),
        ([ACHIEVED], {ACHIEVED: 1}, 1, ACHIEVED),
        ([ACHIEVED, OPEN, OPEN, OPEN], {ACHIEVED: 1, OPEN: 3}, 1, ACHIEVED),
        ([AHEAD, ON_TRACK, AHEAD], {AHEAD: 2, ON_TRACK: 1}, 3, ON_TRACK),
        ([ACHIEVED] * 9 + [BEHIND], {ACHIEVED: 9, BEHIND: 1}, 10, BEHIND),
        ([LAGGING, MISSED, OPEN], {LAGGING: 1, MISSED: 1, OPEN: 1}, 2, MISSED),
        (
            [Verdict.DETERIORATING, BEHIND],
            {Verdict.DETERIORATING: 1, BEHIND: 1},
            2,
            "deteriorating",
        ),
        ([Verdict.REGRESSED, MISSED], {Verdict.REGRESSED: 1, MISSED: 1}, 2, MISSED),
        (
            [Verdict.REGRESSED, "deteriorating"],
            {Verdict.REGRESSED: 1, Verdict.DETERIORATING: 1},
            2,
            "regressed",
        ),
    ],
)
def test_verdicts_are_counted_and_the_worst_is_named(
    verdicts: list[Verdict], counts: dict[Verdict, int], judged: int, worst: Verdict
) -> None:
    group = roll_up(verdicts)
    assert counted(group) == counts
    assert (group.total, group.judged, group.worst) == (len(verdicts), judged, worst)


def test_every_verdict_has_its_place_best_first() -> None:
    assert list(roll_up([MISSED]).counts) == list(Verdict)


@PROPERTY
@given(VERDICTS, st.data())
def test_no_order_of_verdicts_matters(verdicts: list[Verdict], data: st.DataObject) -> None:
    assert roll_up(verdicts) == roll_up(data.draw(st.permutations(verdicts)))


@PROPERTY
@given(VERDICTS)
def test_no_more_are_judged_than_there_are(verdicts: list[Verdict]) -> None:
    group = roll_up(verdicts)
    assert 0 <= group.judged <= group.total == len(verdicts)
    assert group.worst in verdicts or (not group.judged and group.worst is OPEN)


@PROPERTY
@given(VERDICTS, st.integers(1, 5))
def test_what_is_not_known_is_never_taken_for_met(verdicts: list[Verdict], more: int) -> None:
    known, wider = roll_up(verdicts), roll_up([*verdicts, *[OPEN] * more])
    assert (wider.judged, wider.worst) == (known.judged, known.worst)
    assert {**counted(wider), OPEN: 0} == {**counted(known), OPEN: 0}
    assert wider.total == known.total + more


@PROPERTY
@given(VERDICTS, st.sampled_from(Verdict))
def test_one_more_verdict_never_makes_the_worst_better(
    verdicts: list[Verdict], another: Verdict
) -> None:
    before, after = roll_up(verdicts).worst, roll_up([*verdicts, another]).worst
    assert before is OPEN or after.at_least_as_bad_as(before)


@PROPERTY
@given(VERDICTS, VERDICTS)
def test_the_counts_of_two_groups_add_up(one: list[Verdict], other: list[Verdict]) -> None:
    whole, parts = roll_up(one + other), (roll_up(one), roll_up(other))
    assert whole.total == sum(part.total for part in parts)
    assert whole.judged == sum(part.judged for part in parts)
    assert dict(whole.counts) == {v: sum(part.counts[v] for part in parts) for v in Verdict}


@pytest.mark.parametrize(
    ("words", "verdicts", "told"),
    [
        (EN, [BEHIND, ACHIEVED, OPEN], "tasks 3, judged 2: 1 achieved, 1 behind"),
        (EN, [ACHIEVED, ACHIEVED], "tasks 2, judged 2: 2 achieved"),
        (EN, [OPEN, OPEN], "tasks 2, none judged"),
        (ZH, [BEHIND, ACHIEVED, OPEN], "任务3项，已判定2项：完成1项，滞后1项"),
    ],
)
def test_how_many_could_be_judged_stands_before_what_they_came_to(
    words: Words, verdicts: Sequence[Verdict], told: str
) -> None:
    assert roll_up_text("tasks", roll_up(verdicts), words) == told


def a_small_plan() -> Plan:
    return with_duties(
        a_plan(y=an_indicator(name={"zh": "乙"})),
        series={"a": a_series(known={2020: "2"})},
        relations={"r": a_relation("rise", "a")},
        tasks={"t": a_task()},
    )


def small_result() -> Result:
    """x: 60 of 200 in one of five years, ahead; a fell, and nothing else is known."""
    return check(a_small_plan(), [a_year(2021, a_row("x", "260"), a_row("a", "1", "亿元"))])


def test_indicators_relations_and_tasks_are_counted_apart() -> None:
    result = small_result()
    assert counted(result.verdicts) == {AHEAD: 1, OPEN: 1}
    assert counted(roll_up(each.verdict for each in result.relations)) == {MISSED: 1}
    assert counted(roll_up(each.verdict for each in result.tasks)) == {OPEN: 1}


def test_a_year_is_counted_alone() -> None:
    files = [a_year(2021, a_row("x", "260")), a_year(2022, a_row("x", "250"))]
    result = check(a_small_plan(), files)
    assert counted(result.verdicts) == {AHEAD: 1, LAGGING: 1, OPEN: 2}
    assert counted(result.of_year(2021).verdicts) == {AHEAD: 1, OPEN: 1}
    assert counted(result.of_year(2022).verdicts) == {LAGGING: 1, OPEN: 1}
    assert result.of_year(2023).verdicts.total == 0
