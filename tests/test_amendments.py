"""Amendments: what is in force in a year, and the verdict against the original beside it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdzplan.judging.assessment import Assessment
from jdzplan.judging.beside import assess_in_force, relation_in_force, task_in_force
from jdzplan.judging.in_force import Versions
from jdzplan.plan import Indicator, Plan
from jdzplan.verdicts import Flag, Verdict
from tests.builders import a_plan, a_target, actuals_for, an_indicator
from tests.duties import (
    Values,
    a_relation,
    a_report,
    a_series,
    a_task,
    amend,
    an_amendment,
    figures,
    with_duties,
)

LOWERED = {"indicator": "x", "from": {"at_least": 400}, "to": {"at_least": 320}}


def judged(plan: Plan, year: int, values: Values, **others: Values) -> Assessment:
    """The indicator "x" as amended, given its figures and those of others."""
    known = {key: actuals_for(each, indicator=key) for key, each in {"x": values, **others}.items()}
    return assess_in_force(Versions(plan), "x", year, known)


def both(assessment: Assessment) -> tuple[str, str | None]:
    """The verdict in force and the one against the original."""
    original = assessment.original
    return _told(assessment), _told(original) if original else None


def _told(assessment: Assessment) -> str:
    reason = f"({assessment.reason})" if assessment.reason else ""
    return f"{assessment.verdict}{reason}" + " +amended" * (Flag.AMENDED in assessment.flags)


@pytest.mark.parametrize(
    ("decided", "year", "verdicts"),
    [
        # 270 of 200 to 400 by 2025: .35 / .6 = .58; of 200 to 320: .583 / .6 = .97
        ("2023-12-31", 2023, ("on_track +amended", "behind")),
        ("2024-01-01", 2023, ("behind", None)),
        ("2022-06-01", 2023, ("on_track +amended", "behind")),
        # a year later .35 / .8 = .44 and .583 / .8 = .73
        ("2024-01-01", 2024, ("lagging +amended", "behind")),
        ("2024-12-31", 2024, ("lagging +amended", "behind")),
        ("2025-01-01", 2024, ("behind", None)),
    ],
)
def test_in_force_is_what_was_decided_by_31_december(
    decided: str, year: int, verdicts: tuple[str, str | None]
) -> None:
    plan = amend(a_plan(), an_amendment(decided, LOWERED))
    assert both(judged(plan, year, {2023: "270", 2024: "270"})) == verdicts


def test_the_path_runs_from_the_baseline_to_the_target_in_force() -> None:
    plan = amend(a_plan(), an_amendment("2022-03-01", LOWERED))
    found = judged(plan, 2023, {2023: "270"})
    assert found.numbers.expected == 200 + 120 * 3 // 5
    assert found.target.at_least == found.stated.at_least == 320
    assert found.original is not None
    assert found.original.numbers.expected == 320
    assert found.original.target.at_least == 400
    assert [each.document for each in found.amendments] == ["No. 2022"]
    assert plan.indicators["x"].target.at_least == 400


BAND: dict[str, Any] = {"better": "within", "kind": "measured"}


@pytest.mark.parametrize(
    ("indicator", "change", "year", "values", "expected"),
    [
        pytest.param(  # 24 of 50, where 30 were due: .8; of 40, where 24 were
            an_indicator(None, a_target("at_least 50", form="cumulative", figures="flows")),
            ({"at_least": 50}, {"at_least": 40}),
            2023,
            {2021: "8", 2022: "8", 2023: "8"},
            ("lagging", "on_track"),
            id="cumulative",
        ),
        pytest.param(  # 1 - .973^3 = 7.88 %; of 10.8 it is .73, of 8.1 it is .97
            an_indicator(
                None,
                a_target("at_least 18", form="cumulative_reduction", figures="rates"),
                kind="measured",
            ),
            ({"at_least": 18}, {"at_least": Decimal("13.5")}),
            2023,
            {2021: "2.7", 2022: "2.7", 2023: "2.7"},
            ("lagging", "on_track"),
            id="cumulative reduction",
        ),
        pytest.param(  # 10 % a year of 14 % is .71
            an_indicator(
                "100",
                a_target("at_least 14", form="average_growth", figures="levels"),
                kind="measured",
            ),
            ({"at_least": 14}, {"at_least": 10}),
            2023,
            {2023: "133.1"},
            ("lagging", "on_track"),
            id="average growth",
        ),
        pytest.param(
            an_indicator(
                None,
                {"form": "named_set"},
                members={key: {"en": key} for key in "abcde"},
            ),
            ({}, {"at_least": 4}),
            2025,
            {2025: "4"},
            ("missed", "achieved"),
            id="named set",
        ),
        pytest.param(
            an_indicator(target=a_target("at_least 2", times_baseline=True)),
            (
                {"at_least": 2, "times_baseline": True},
                {"at_least": Decimal("1.6"), "times_baseline": True},
            ),
            2023,
            {2023: "270"},
            ("behind", "on_track"),
            id="a multiple of the baseline",
        ),
        pytest.param(
            an_indicator(target=a_target("at_least 2", times_baseline=True)),
            ({"at_least": 2, "times_baseline": True}, {"at_least": 320}),
            2023,
            {2023: "270"},
            ("behind", "on_track"),
            id="a multiple into a number",
        ),
        pytest.param(  # 21 of 50 down is .42 / .6 = .7; of 35 it is .6 / .6
            an_indicator("100", "at_most 50", better="lower"),
            ({"at_most": 50}, {"at_most": 65}),
            2023,
            {2023: "79"},
            ("lagging", "on_track"),
            id="lower is better",
        ),
        pytest.param(  # from 5 below the band to 3.5 is .3 / .6; from 2 to .5 is .75 / .6
            an_indicator("10", "between 15 20", **BAND),
            ({"between": [15, 20]}, {"between": [12, 20]}),
            2023,
            {2023: "11.5"},
            ("behind", "on_track"),
            id="band",
        ),
        pytest.param(  # .35 / .6 = .58; e is .75 with a year less
            an_indicator(),
            ({"by": 2025}, {"by": 2024}),
            2023,
            {2023: "270"},
            ("behind", "behind"),
            id="an earlier year",
        ),
        pytest.param(
            an_indicator(target=a_target(by=2023)),
            ({"by": 2023}, {"by": 2025}),
            2023,
            {2023: "320"},
            ("missed", "on_track"),
            id="a later year",
        ),
        pytest.param(
            an_indicator(),
            ({"at_least": 400}, {"more_than": 320}),
            2025,
            {2025: "320"},
            ("missed", "missed"),
            id="a strict bound",
        ),
    ],
)
def test_each_form_is_held_against_what_is_in_force(
    indicator: Indicator,
    change: tuple[dict[str, Any], dict[str, Any]],
    year: int,
    values: Values,
    expected: tuple[str, str],
) -> None:
    before, after = change
    told = {"indicator": "x", "from": before, "to": after}
    found = judged(amend(a_plan(indicator), an_amendment("2022-05-01", told)), year, values)
    assert found.original is not None
    assert (found.original.verdict, found.verdict) == expected
    assert Flag.AMENDED in found.flags
    assert Flag.AMENDED not in found.original.flags


def test_an_earlier_target_year_takes_effect() -> None:
    told = {"indicator": "x", "from": {"by": 2025}, "to": {"by": 2024}}
    found = judged(amend(a_plan(), an_amendment("2022-05-01", told)), 2023, {2023: "290"})
    # 290 of 200 to 400 is .45; in three of five years .75, in three of four .6
    assert both(found) == ("lagging +amended", "lagging")
    assert str(found.numbers.pace) == "3/5"
    assert found.target_year == 2024


def test_amendments_are_taken_in_the_order_of_their_dates() -> None:
    second = {"indicator": "x", "from": {"at_least": 320}, "to": {"at_least": 300}}
    plan = amend(a_plan(), an_amendment("2023-12-31", second), an_amendment("2022-01-01", LOWERED))
    first, then = (judged(plan, year, {year: "260"}) for year in (2022, 2023))
    assert [first.target.at_least, then.target.at_least] == [320, 300]
    assert [each.document for each in then.amendments] == ["No. 2022", "No. 2023"]
    assert then.original is not None
    assert then.original.target.at_least == 400


YEARLY = an_indicator(None, a_target("at_least 15", form="every_year"))
TO_12 = {"indicator": "x", "from": {"at_least": 15}, "to": {"at_least": 12}}


@pytest.mark.parametrize(
    ("decided", "year", "verdict", "period", "missed"),
    [
        ("2023-05-01", 2023, "achieved", "missed", (2022,)),
        ("2022-05-01", 2023, "achieved", "on_track", ()),
        ("2022-05-01", 2025, "achieved", "achieved", ()),
        ("2024-01-01", 2023, "missed", "missed", (2022, 2023)),
    ],
)
def test_each_year_of_a_yearly_rule_has_what_was_in_force_then(
    decided: str, year: int, verdict: str, period: str, missed: tuple[int, ...]
) -> None:
    plan = amend(a_plan(YEARLY), an_amendment(decided, TO_12))
    filed: Values = {2021: "16", 2022: "13", 2023: "13", 2024: "13", 2025: "13"}
    found = judged(plan, year, filed)
    assert found.verdict == verdict
    assert found.period is not None
    assert (found.period.verdict, found.period.missed_years) == (period, missed)
    if found.original:
        assert found.original.period is not None
        assert found.original.period.missed_years == tuple(range(2022, year + 1))


def test_a_rule_that_was_shortened_is_over_after_its_new_last_year() -> None:
    told = {"indicator": "x", "from": {"last": 2025}, "to": {"last": 2023}}
    plan = amend(a_plan(YEARLY), an_amendment("2022-05-01", told))
    found = judged(plan, 2024, {2021: "16", 2022: "16", 2023: "16"})
    assert both(found) == ("not_assessed(not_due) +amended", "not_assessed(not_reported)")
    assert found.period is not None
    assert found.period.verdict == "achieved"


def test_years_that_did_not_count_then_are_not_counted_later() -> None:
    """The rule begins in 2023; in 2022 it was decided that it does so in 2022, for that year on."""
    indicator = an_indicator(None, a_target("at_least 15", form="every_year", first=2023))
    told = {"indicator": "x", "from": {"first": 2023}, "to": {"first": 2021}}
    plan = amend(a_plan(indicator), an_amendment("2022-05-01", told))
    found = judged(plan, 2022, {2021: "3", 2022: "16"})
    assert found.period is not None
    assert (found.verdict, found.period.missed_years) == ("achieved", ())
    before = judged(plan, 2021, {2021: "3"})
    assert both(before) == ("not_assessed(not_due)", None)


def test_a_rule_that_begins_later_now_has_no_years_yet() -> None:
    told = {"indicator": "x", "from": {"first": 2021}, "to": {"first": 2023}}
    plan = amend(a_plan(YEARLY), an_amendment("2021-05-01", told))
    found = judged(plan, 2022, {2022: "16"})
    assert both(found) == ("not_assessed(not_due) +amended", "achieved")
    assert found.period is None


def test_a_withheld_yearly_rule_stays_without_a_period() -> None:
    withheld = YEARLY.model_copy(update={"assess": False})
    plan = amend(a_plan(withheld), an_amendment("2022-05-01", TO_12))
    found = judged(plan, 2023, {2023: "13"})
    assert both(found)[0] == "not_assessed(definition_unconfirmed) +amended"
    assert found.period is None


def test_a_reading_is_amended_apart() -> None:
    double = {"name": {"en": "Double"}, "target": a_target("at_least 2", times_baseline=True)}
    told = {
        "indicator": "x",
        "reading": "double",
        "from": {"at_least": 2, "times_baseline": True},
        "to": {"at_least": 320},
    }
    plan = amend(
        a_plan(an_indicator(readings={"double": double})), an_amendment("2022-05-01", told)
    )
    found = judged(plan, 2023, {2023: "270"})
    [reading] = found.readings
    assert both(found) == ("behind", None)
    assert both(reading) == ("on_track +amended", "behind")
    assert reading.reading == "double"
    assert reading.original is not None
    assert reading.original.reading == "double"


def test_after_the_target_year_its_verdict_stands_as_it_was() -> None:
    indicator = an_indicator(target=a_target(by=2023))
    plan = amend(a_plan(indicator), an_amendment("2022-05-01", LOWERED))
    found = judged(plan, 2025, {2023: "330"})
    assert both(found) == ("achieved +amended", "missed")


RATIO = a_relation("at_least_ratio", "part", than="whole", rate="")


@pytest.mark.parametrize(
    ("rates", "year", "verdict", "period", "missed"),
    [
        # 3, 2 and 2 per cent of the whole
        ([("2021-05-01", None, 3)], 2022, "missed", "missed", (2022,)),
        ([("2021-05-01", None, 3), ("2022-05-01", 3, 2)], 2023, "achieved", "on_track", ()),
        ([("2021-05-01", None, 3), ("2023-05-01", 3, 2)], 2023, "achieved", "missed", (2022,)),
    ],
)
def test_a_rate_is_set_by_amendment(
    rates: list[Any], year: int, verdict: str, period: str, missed: tuple[int, ...]
) -> None:
    changes = [
        an_amendment(
            decided,
            {"relation": "r", "from": {"rate": old} if old else {}, "to": {"rate": new}},
        )
        for decided, old, new in rates
    ]
    plan = amend(
        with_duties(series={"part": a_series(), "whole": a_series()}, relations={"r": RATIO}),
        *changes,
    )
    known = figures(
        plan,
        {
            "part": {2021: "3", 2022: "2", 2023: "2"},
            "whole": dict.fromkeys(range(2021, 2024), "100"),
        },
    )
    found = relation_in_force(Versions(plan), known, "r", year)
    assert found.verdict == verdict
    assert found.period is not None
    assert (found.period.verdict, found.period.missed_years) == (period, missed)
    assert found.flags == (Flag.AMENDED,)
    assert found.original is not None
    assert (found.original.reason, found.original.rate) == ("external_standard_missing", None)
    assert len(found.amendments) == len(changes)


def test_a_rate_over_the_period_is_the_one_in_force() -> None:
    growth = a_relation("average_growth", "a", rate="14", span="period")
    told = {"relation": "r", "from": {"rate": 14}, "to": {"rate": 10}}
    plan = amend(
        with_duties(series={"a": a_series(known={2020: "100"})}, relations={"r": growth}),
        an_amendment("2023-05-01", told),
    )
    known = figures(plan, {"a": {2022: "121", 2023: "133.1"}})
    before, after = (relation_in_force(Versions(plan), known, "r", y) for y in (2022, 2023))
    assert (before.verdict, before.original) == ("behind", None)
    assert (str(after.verdict), str(after.rate), after.period) == ("on_track", "10", None)
    assert after.original is not None
    assert (str(after.original.verdict), str(after.original.rate)) == ("behind", "14")


@pytest.mark.parametrize(
    ("to", "year", "report", "expected"),
    [
        ({"due": 2024}, 2023, None, ("not_assessed(not_due)", "missed")),
        ({"due": 2024}, 2024, None, ("missed", "missed")),
        ({"due": 2024}, 2024, ("done", "批复"), ("achieved", "achieved")),
        ({"withdrawn": True}, 2023, None, ("not_assessed(withdrawn)", "missed")),
        ({"withdrawn": True}, 2023, ("stopped", None), ("not_assessed(withdrawn)", "missed")),
        ({"withdrawn": True}, 2021, None, ("not_assessed(not_due)", None)),
        ({"withdrawn": True}, 2026, None, ("not_assessed(outside_period)", None)),
    ],
)
def test_a_task_is_moved_or_withdrawn(
    to: dict[str, Any], year: int, report: Any, expected: tuple[str, str | None]
) -> None:
    told = {"task": "t", "from": {"due": 2022}, "to": to}
    plan = amend(
        with_duties(tasks={"t": a_task(due=2022, due_reading="assumed")}),
        an_amendment("2022-05-01", told),
    )
    reports = {year: a_report(year, *report)} if report else {}
    found = task_in_force(Versions(plan), "t", year, reports)
    reason = f"({found.reason})" if found.reason else ""
    original = found.original
    assert (f"{found.verdict}{reason}", original and original.verdict) == expected
    assert found.due == to.get("due", 2022)
    assert found.due_reading == ("printed" if "due" in to else "assumed")


def test_without_amendments_a_year_has_the_printed_plan() -> None:
    plan = a_plan()
    assert Versions(plan).of(2023) is plan


_MIRROR = {"at_least": "at_most", "more_than": "less_than"}
numbers = st.integers(-500, 500).map(lambda n: Decimal(n).scaleb(-1))


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(tuple(_MIRROR)),
    st.tuples(numbers, numbers, numbers, numbers, numbers),
    st.integers(2021, 2025),
    st.dates(min_value=date(2021, 1, 1)),
)
def test_a_mirrored_plan_has_the_same_verdicts_in_force_and_original(
    word: str, values: tuple[Decimal, ...], year: int, decided: Any
) -> None:
    base, first, second, early, late = values

    def setup(sign: int) -> Assessment:
        key = word if sign > 0 else _MIRROR[word]
        indicator = an_indicator(
            str(sign * base),
            f"{key} {sign * first}",
            better="higher" if sign > 0 else "lower",
            kind="measured",
        )
        told = {"indicator": "x", "from": {key: sign * first}, "to": {key: sign * second}}
        plan = amend(a_plan(indicator), an_amendment(decided.isoformat(), told))
        return judged(plan, year, {2021: str(sign * early), year: str(sign * late)})

    one, other = setup(1), setup(-1)
    assert both(one) == both(other)
    assert one.verdict is not Verdict.NOT_ASSESSED
    assert (one.original is not None) == (decided.year <= year)
