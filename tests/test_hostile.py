"""Whatever a name, a note or a path holds: every format stays what its readers take it for."""

import csv
import json
from io import StringIO

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdzplan.catalogue import Rule
from jdzplan.check import Result, check
from jdzplan.findings import Finding, Place
from jdzplan.formats import Format, render
from jdzplan.formats.schema import result_schema
from jdzplan.gate import FailOnVerdict, Gate
from jdzplan.plan import Plan
from jdzplan.wording.en import EN
from jdzplan.wording.sentences import inert
from jdzplan.wording.words import Words
from jdzplan.wording.zh import ZH
from tests.builders import a_plan, a_row, a_year, an_indicator
from tests.duties import a_relation, a_series, a_task, with_duties
from tests.pages import plain, read
from tests.runner import commands
from tests.test_gitlab import issues_in
from tests.test_junit import came_to, suites_in

PIECES = (
    *("::error::x", "##[error]x", "##vso[task]x", "::", "##[", "\n", "\r\n", "\u2028", "\x0b"),
    *("|", "\\", "\\|", "`", "**", "_", "~~", "<b>", "-->", "]]>", "&amp;", "&lt", "&", "$x$"),
    *("@all", "#1", "!2", "http://a.cn", "www.a.cn", "[a](b)", "![", ":100:", "1. ", "- ", "> "),
    *("\x00", "\x1b[2J", "\u202e", "\ufffe", '"', "'", "=1+1", "%0A", "%", ",", "\t", "#", " "),
    *("甲", "a", "："),
)
NEVER_SHOWN = ("@all", "#1", "!2", "://", "www.", ":100:")
hostile = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
texts = hostile | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
paths = texts | st.text(min_size=1, max_size=8)


def a_plan_of(name: str, other: str) -> Plan:
    text = {"zh": name, "en": other}
    plan = with_duties(
        a_plan(an_indicator(name=text, unit=other)),
        series={"s": a_series(name=text, unit=name)},
        relations={"r": a_relation("not_fall", "s", name=text)},
        tasks={"t": a_task(name=text, evidence=text, due=2022)},
    )
    goals = {"G1": {"name": text, "source": {"chapter": 1}}}
    head = plan.plan.model_dump() | {"title": text}
    return Plan.model_validate(plan.model_dump() | {"plan": head, "goals": goals})


def a_result(name: str, other: str, path: str) -> Result:
    plan, values = a_plan_of(name, other), {"indicator": name, "expected": other}
    rows = (a_row("x", "205", other, source=name, note=other), a_row(name, "1", region=other))
    finding = Finding(rule=Rule.UNIT_MISSING, place=Place(path, 2, 1, name), params=values)
    return check(
        plan,
        [a_year(2023, *rows, path=path), a_year(2023, path="2023.tasks.csv", is_tasks=True)],
        [a_year(2022, a_row("s", "5", name))],
        [finding],
        Gate(fail_on_verdict=FailOnVerdict.BEHIND),
    )


words = st.sampled_from([ZH, EN])
RESULT = jsonschema.Draft7Validator(json.loads(result_schema()))


@given(texts, texts, texts, words)
def test_the_machine_formats_are_read_as_they_are_meant(
    name: str, other: str, path: str, words: Words
) -> None:
    result = a_result(name, other, path)
    told = {target: render(result, target, words) for target in Format}
    RESULT.validate(json.loads(told[Format.JSON]))
    rows = list(csv.reader(StringIO(told[Format.CSV])))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) == len(told[Format.CSV].splitlines())
    issues_in(told[Format.GITLAB].replace('"path": "/', '"path": "'))
    cases = [case for suite in suites_in(told[Format.JUNIT]).values() for case in suite]
    stopping = sum(map(result.stops, (*result.findings, *result.judged)))
    assert [came_to(case) for case in cases].count("failed") == stopping > 0
    lines = told[Format.TEXT].replace("\u3000", "").split("\n")  # the space of Chinese type is ours
    assert all(line.isprintable() for line in lines)


@given(texts, texts, paths, words)
def test_an_annotation_is_one_line_and_no_other_format_holds_one(
    name: str, other: str, path: str, words: Words
) -> None:
    result = a_result(name, other, path)
    for target in Format:
        text = render(result, target, words)
        lines = text.splitlines() if target is Format.GITHUB else []
        assert len(commands(text)) == len(lines)


@given(texts, texts, paths, words)
def test_a_digest_shows_every_name_and_obeys_none(
    name: str, other: str, path: str, words: Words
) -> None:
    page = read(render(a_result(name, other, path), Format.MARKDOWN, words))
    assert page.inline == {"text"}
    assert {len(row) for row in page.tables[0]} == {4}
    assert {len(row) for row in page.tables[1]} == {10}
    shown = inert(name if words is ZH else other)
    assert plain(page.tables[1][1][0]) == shown.strip()
    assert page.headings[0] == words.digest["title"]
    assert len(page.headings) == 5  # title, findings, year, the rest, attention
    for text in page.everything:
        assert not any(
            sign in text.lower() for sign in ("@all", "#1", "!2", "://", "www.", ":100:")
        )


@pytest.mark.parametrize("target", Format)
def test_every_format_says_something_of_every_result(target: Format) -> None:
    for result in (Result(plan=None), Result(plan=a_plan()), a_result("a", "b", "2023.csv")):
        text = render(result, target, ZH)
        assert text.endswith("\n") or (target, text) == (Format.GITHUB, "")
