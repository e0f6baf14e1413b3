"""GitLab Code Quality, held against the fields that GitLab documents."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from jdzplan.catalogue import Rule
from jdzplan.check import Result, check
from jdzplan.findings import Finding, Place
from jdzplan.formats import gitlab
from jdzplan.gate import FailOn, FailOnVerdict, Gate
from jdzplan.plan import Plan
from jdzplan.wording.en import EN
from tests.builders import a_plan, a_row, a_year, an_indicator
from tests.conftest import Cli

CASES = Path(__file__).parent / "cases"
TEXT = {"type": "string", "minLength": 1}
# After "Code Quality report format" in GitLab's documentation of its Code Quality.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": TEXT | {"not": {"pattern": r"^\./|^/"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
PLAN = a_plan()


def issues_in(text: str) -> Any:
    issues = json.loads(text)
    jsonschema.Draft202012Validator(SCHEMA).validate(issues)
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints)
    return issues


def issues(
    findings: Iterable[Finding], gate: Gate | None = None, plan: Plan | None = PLAN
) -> list[Any]:
    result = Result(plan=plan, findings=tuple(findings))
    given: list[Any] = issues_in(
        gitlab.render(result._replace(gate=gate) if gate else result, EN, str)
    )
    return given


def a_finding(line: int = 2, rule: Rule = Rule.UNIT_MISSING, **more: Any) -> Finding:
    place = Place(more.pop("path", "2023.csv"), line, 7, f"D{line}")
    values = dict.fromkeys(("samples", "rows", "count", "indicator", "expected", "read"), "1")
    about = {key: more.pop(key) for key in ("indicator", "region") if key in more}
    return Finding(rule=rule, place=place, params=values | {"found": "2"} | more, **about)


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir() if path.is_dir()))
def test_every_case_is_what_gitlab_reads(name: str) -> None:
    issues_in((CASES / name / "expected.gitlab.json").read_text("utf-8"))


def test_an_issue_has_its_rule_its_place_and_what_to_do() -> None:
    [issue] = issues([a_finding(line=3)])
    assert issue["check_name"] == "JDZ303"
    assert issue["location"] == {"path": "2023.csv", "lines": {"begin": 3}}
    assert issue["description"] == '[D3] "1" has no unit; write "1" in column unit'


@pytest.mark.parametrize(
    ("fail_on", "grave"),
    [
        ("never", ["major", "minor", "info"]),
        ("error", ["blocker", "minor", "info"]),
        ("warning", ["blocker", "blocker", "info"]),
        ("info", ["blocker", "blocker", "blocker"]),
    ],
)
def test_what_stops_is_a_blocker_and_nothing_else_is(fail_on: str, grave: list[str]) -> None:
    rules = (Rule.UNIT_MISSING, Rule.SAMPLE_VALUES, Rule.FIGURE_NORMALISED)
    gate = Gate(fail_on=FailOn(fail_on))
    told = issues([a_finding(rule=rule) for rule in rules], gate)
    assert [issue["severity"] for issue in told] == grave


def test_what_concerns_a_file_stands_at_its_top() -> None:
    [issue] = issues([a_finding(line=0)])
    assert issue["location"]["lines"]["begin"] == 1


def test_an_unusable_plan_has_its_issues() -> None:
    [issue] = issues([a_finding()], plan=None)
    assert issue["severity"] == "blocker"


def prints(*findings: Finding) -> list[str]:
    return [issue["fingerprint"] for issue in issues(findings)]


def test_a_fingerprint_stays_when_lines_move() -> None:
    before = prints(a_finding(2, indicator="x"), a_finding(3, indicator="y"))
    assert prints(a_finding(12, indicator="x"), a_finding(13, indicator="y")) == before
    assert prints(a_finding(2, indicator="y"), a_finding(3, indicator="x")) == before[::-1]


@pytest.mark.parametrize(
    "other",
    [
        {"path": "2024.csv"},
        {"rule": Rule.NOT_A_FIGURE},
        {"indicator": "y"},
        {"region": "z"},
        {"found": "3"},
    ],
)
def test_another_problem_has_another_fingerprint(other: dict[str, Any]) -> None:
    assert set(prints(a_finding())).isdisjoint(prints(a_finding(**other)))


def test_alike_problems_are_told_apart_by_their_number() -> None:
    one, two = prints(a_finding(2), a_finding(3))
    assert one != two
    assert prints(a_finding(9)) == [one]


def test_verdicts_that_stop_are_issues_and_keep_their_fingerprints() -> None:
    plan = a_plan(y=an_indicator(name={"en": "Y"}))
    gate = Gate(fail_on_verdict=FailOnVerdict.BEHIND)
    first = check(plan, [a_year(2023, a_row("x", "205"))], gate=gate)
    moved = check(plan, [a_year(2023, a_row("y", "390"), a_row("x", "206"))], gate=gate)
    [told], [again] = (issues_in(gitlab.render(each, EN, str)) for each in (first, moved))
    assert (told["check_name"], told["severity"]) == ("behind", "blocker")
    assert (told["location"]["lines"]["begin"], again["location"]["lines"]["begin"]) == (2, 3)
    assert told["description"].startswith("2023: behind: X (")
    assert told["fingerprint"] == again["fingerprint"]


def test_paths_are_those_of_the_project(
    tmp_path: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "city" / "data"
    (data / "actuals").mkdir(parents=True)
    (data / "plan.yaml").write_bytes((CASES / "plan.yaml").read_bytes())
    (data / "actuals" / "2023.csv").write_text("indicator,value,unit\nx,1,家\n", "utf-8")
    monkeypatch.chdir(data)
    monkeypatch.setenv("CI_PROJECT_DIR", str(tmp_path))
    report = tmp_path / "gl.json"
    assert cli("check", "2023.csv", "--output", f"gitlab={report}").code == 1
    [issue] = issues_in(report.read_text("utf-8"))
    assert issue["location"] == {"path": "city/data/actuals/2023.csv", "lines": {"begin": 2}}
