"""JUnit XML, read back by a parser of such reports."""

from pathlib import Path
from typing import Any

import pytest
from junitparser import Failure, JUnitXml, Skipped, TestCase

from jdzplan.catalogue import Rule
from jdzplan.check import Result, check
from jdzplan.findings import Finding, Place
from jdzplan.formats import junit
from jdzplan.gate import FailOn, FailOnVerdict, Gate
from jdzplan.verdicts import Reason
from jdzplan.wording.en import EN
from jdzplan.wording.zh import ZH
from tests.builders import a_plan, a_row, a_year, an_indicator
from tests.duties import a_relation, a_series, a_task, with_duties

CASES = Path(__file__).parent / "cases"
PLAN = a_plan(an_indicator(name={"zh": "甲", "en": "X"}), y=an_indicator(name={"zh": "乙"}))
ERROR = Finding(
    rule=Rule.UNIT_MISSING,
    place=Place("2023.csv", 3, 7, "D3"),
    params={"indicator": "Y", "expected": "家"},
)
NOTE = Finding(
    rule=Rule.SAMPLE_VALUES, place=Place("2023.csv"), params={"samples": 1, "count": 1, "rows": 2}
)


def suites_in(text: str) -> dict[str, list[TestCase]]:
    """Test cases by suite; their counts are those that the report states."""
    report = JUnitXml.fromstring(text.encode("utf-8"))
    stated = [(s.name, s.tests, s.failures, s.skipped, s.errors) for s in report]
    whole = (report.tests, report.failures, report.skipped, report.errors)
    report.update_statistics()  # type: ignore[no-untyped-call]
    assert [(s.name, s.tests, s.failures, s.skipped, s.errors) for s in report] == stated
    assert (report.tests, report.failures, report.skipped, report.errors) == whole
    suites: dict[str, list[TestCase]] = {suite.name: list(suite) for suite in report}
    names = [(case.classname, case.name) for suite in suites.values() for case in suite]
    assert len(set(names)) == len(names)
    return suites


def came_to(case: TestCase) -> str:
    return (
        {Failure: "failed", Skipped: "skipped"}[type(case.result[0])] if case.result else "passed"
    )


def outcomes(result: Result) -> dict[str, list[str]]:
    suites = suites_in(junit.render(result, EN, str))
    return {name: [came_to(case) for case in cases] for name, cases in suites.items()}


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir() if path.is_dir()))
def test_every_case_is_what_a_server_reads(name: str) -> None:
    suites = suites_in((CASES / name / "expected.junit.xml").read_text("utf-8"))
    is_stopped = (CASES / name / "exit_code").read_text() != "0\n"
    failed = [case for cases in suites.values() for case in cases if came_to(case) == "failed"]
    assert bool(failed) == is_stopped


A_YEAR = a_year(2023, a_row("x", "205"), a_row("y", Reason.NO_DATA))


@pytest.mark.parametrize(
    ("gate", "expected"),
    [
        (Gate(), ["failed passed", "passed skipped"]),
        (Gate(fail_on=FailOn.NEVER), ["passed passed", "passed skipped"]),
        (Gate(fail_on=FailOn.WARNING), ["failed failed", "passed skipped"]),
        (Gate(fail_on_verdict=FailOnVerdict.BEHIND), ["failed passed", "failed skipped"]),
        (Gate(fail_on_verdict=FailOnVerdict.MISSED), ["failed passed", "passed skipped"]),
        (Gate(fail_on_verdict=FailOnVerdict.NOT_ASSESSED), ["failed passed", "passed failed"]),
    ],
)
def test_exactly_what_stops_fails(gate: Gate, expected: list[str]) -> None:
    result = check(PLAN, [A_YEAR], findings=[ERROR, NOTE], gate=gate)
    told = outcomes(result)
    assert sorted(told["findings"]) == sorted(expected[0].split())
    assert told["2023"] == expected[1].split()


def test_a_case_says_what_was_found_and_where() -> None:
    told = suites_in(junit.render(Result(plan=None, findings=(ERROR,)), EN, "sub/{}".format))
    [case] = told["findings"]
    [failure] = case.result
    said = '[D3] "Y" has no unit; write "家" in column unit'
    assert (case.classname, case.name) == ("sub/2023.csv", f"JDZ303 3:7: {said}")
    assert (failure.type, failure.message) == ("JDZ303", said)
    assert failure.text == f"sub/2023.csv:3:7: JDZ303 error {said}"
    assert case._elem.get("file") == "sub/2023.csv"


def test_indicators_relations_and_tasks_are_cases_of_their_year() -> None:
    plan = with_duties(
        PLAN,
        series={"s": a_series()},
        relations={"r": a_relation("not_fall", "s")},
        tasks={"t": a_task(due=2022)},
    )
    files = [a_year(year, a_row("x", value)) for year, value in ((2022, "300"), (2023, "400"))]
    told = suites_in(junit.render(check(plan, files), ZH, str))
    assert list(told) == ["findings", "2022", "2023"]
    assert [(case.classname, case.name) for case in told["2023"]] == [
        ("2023.indicators", "x 甲"),
        ("2023.indicators", "y 乙"),
        ("2023.relations", "r 关系"),
        ("2023.tasks", "t 任务"),
    ]
    assert told["2023"][0].system_out == "提前完成：甲"
    assert told["2023"][0]._elem.get("file") == "2023.csv"
    [skipped] = told["2023"][1].result
    assert skipped.message == "无法判定：乙（本年未填报）"


@pytest.mark.parametrize("odd", ["\x00", "\x1b[31m", "\ud800", "\ufffe", "]]>", "<&\"'>", "a\nb"])
def test_no_character_breaks_the_document(odd: str) -> None:
    values: dict[str, Any] = {"indicator": odd, "expected": odd}
    finding = Finding(rule=Rule.UNIT_MISSING, place=Place(odd, 2), params=values)
    # A name of the plan is text in UTF-8; a path may be any bytes.
    plan = a_plan(an_indicator(name={"en": odd.replace("\ud800", "x")}))
    text = junit.render(check(plan, [a_year(2023, path=odd)], findings=[finding]), EN, str)
    told = suites_in(text)
    assert came_to(told["findings"][0]) == "failed"
    assert told["2023"][0].name.startswith("x ")


def test_suites_of_nothing_are_empty() -> None:
    assert outcomes(Result(plan=PLAN)) == {"findings": []}
