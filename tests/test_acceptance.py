"""The plan itself, judged through the command line: what each promise must come to."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from jdzplan.reading.repository import load_plan
from tests.conftest import ROOT, Cli

HEADER = "indicator,value,unit\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The real plan, and no figures at all."""
    (tmp_path / "data" / "actuals").mkdir(parents=True)
    shutil.copy(ROOT / "data" / "plan.yaml", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def file_year(repository: Path, year: int, *rows: str) -> None:
    text = HEADER + "".join(row + "\n" for row in rows)
    (repository / "data" / "actuals" / f"{year}.csv").write_text(text, encoding="utf-8")


def checked(cli: Cli, year: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(cli("check", f"{year}.csv", "--format", "json").out)
    return found


def verdict_on(result: dict[str, Any], key: str, group: str = "assessments") -> str:
    name = {"assessments": "indicator", "relations": "relation"}[group]
    (found,) = [each for each in result[group] if each[name] == key]
    return f"{found['verdict']}({found['reason']})" if found["reason"] else str(found["verdict"])


def assessment(result: dict[str, Any], key: str) -> dict[str, Any]:
    (found,) = [each for each in result["assessments"] if each["indicator"] == key]
    return dict(found)


@pytest.mark.parametrize(
    ("year", "row", "expected"),
    [
        (2025, "innovation-rank,2,位", "achieved"),
        (2025, "innovation-rank,1,位", "achieved"),
        (2025, "innovation-rank,3,位", "missed"),
        (2025, "high-tech-firms,399,家", "missed"),
        (2025, "high-tech-firms,400,家", "achieved"),
        (2025, "new-product-share,50.0,%", "achieved"),
        (2024, "new-product-share,35,%", "not_assessed(no_baseline)"),
        (2025, "new-product-share,35,%", "missed"),
        (2023, "major-projects-per-year,4,个", "achieved"),
        (2025, "new-institutes-and-intermediaries,20,个", "achieved"),
        (2025, "rd-personnel,62,人年", "not_assessed(definition_unconfirmed)"),
        (2025, "technology-contracts,28,亿元", "missed"),
        (2025, "technology-smes,600,家", "achieved"),
        (2025, "ceramic-emerging-industries,2,个", "achieved"),
        (2025, "industrial-digitalisation,60,%", "achieved"),
    ],
)
def test_one_figure(cli: Cli, repository: Path, year: int, row: str, expected: str) -> None:
    file_year(repository, year, row)
    assert verdict_on(checked(cli, year), row.split(",", maxsplit=1)[0]) == expected


def test_a_ratio_is_judged_unrounded(cli: Cli, repository: Path) -> None:
    file_year(repository, 2025, "rd-spending,27.45,亿元", "gdp,1100,亿元")
    found = assessment(checked(cli, 2025), "rd-intensity")
    assert (found["verdict"], found["actual"]["value"]) == ("missed", 2.49545)
    assert [part["value"] for part in found["actual"]["parts"]] == [27.45, 1100]


def test_the_reported_ratio_agrees_with_its_parts_within_print(cli: Cli, repository: Path) -> None:
    file_year(repository, 2020, "rd-spending,21.01,亿元", "gdp,957.14,亿元", "rd-intensity,2.20,%")
    assert checked(cli, 2020)["findings"] == []
    file_year(repository, 2020, "rd-spending,21.01,亿元", "gdp,957.14,亿元", "rd-intensity,2.30,%")
    (found,) = checked(cli, 2020)["findings"]
    assert (found["code"], found["line"], found["column"]) == ("JDZ405", 4, 14)
    assert "2.30" in found["message"]
    assert "2.19508" in found["message"]


def test_a_doubling_follows_its_baseline(cli: Cli, repository: Path) -> None:
    plan = repository / "data" / "plan.yaml"
    text = plan.read_text("utf-8")
    assert text.count("baseline: {2020: 200}") == 1
    plan.write_text(text.replace("baseline: {2020: 200}", "baseline: {2020: 205}"), "utf-8")
    file_year(repository, 2025, "high-tech-firms,400,家")
    found = assessment(checked(cli, 2025), "high-tech-firms")
    (doubling,) = found["readings"]
    assert (found["verdict"], doubling["verdict"]) == ("achieved", "missed")
    assert doubling["target"]["value"] == 410


def test_a_good_year_does_not_make_up_for_a_bad_one(cli: Cli, repository: Path) -> None:
    for year, projects in zip(range(2021, 2026), (2, 3, 1, 3, 3), strict=True):
        file_year(repository, year, f"major-projects-per-year,{projects},个")
    period = assessment(checked(cli, 2025), "major-projects-per-year")["period"]
    assert (period["verdict"], period["missed_years"]) == ("missed", [2023])


def test_more_ceramic_firms_than_firms_is_an_error(cli: Cli, repository: Path) -> None:
    file_year(repository, 2025, "ceramic-high-tech-firms,210,家", "high-tech-firms,190,家")
    result = checked(cli, 2025)
    (found,) = result["findings"]
    assert (found["code"], found["severity"], found["line"]) == ("JDZ404", "error", 2)
    for key in ("ceramic-high-tech-firms", "high-tech-firms"):
        assert verdict_on(result, key) == "not_assessed(row_rejected)"


def test_an_equal_share_keeps_one_rule_and_breaks_the_other(cli: Cli, repository: Path) -> None:
    file_year(repository, 2022, "fiscal-rd-share,2.90,%", "fiscal-technology-share,2.90,%")
    file_year(repository, 2023, "fiscal-rd-share,2.90,%", "fiscal-technology-share,2.90,%")
    result = checked(cli, 2023)
    assert verdict_on(result, "fiscal-rd-share-not-falling", "relations") == "achieved"
    assert verdict_on(result, "fiscal-technology-share-rising", "relations") == "missed"


def test_a_smaller_loss_is_faster_growth(cli: Cli, repository: Path) -> None:
    rows = ("fiscal-research-spending", "fiscal-technology-spending")
    file_year(repository, 2022, *(f"{r},100,亿元" for r in (*rows, "recurrent-fiscal-revenue")))
    lost = [f"{row},99,亿元" for row in rows]
    file_year(repository, 2023, *lost, "recurrent-fiscal-revenue,97,亿元")
    result = checked(cli, 2023)
    relations = {each["rule"]: each for each in result["relations"] if each["strength"] == "hard"}
    assert relations["faster_than"]["verdict"] == "achieved"
    rising = [
        each["verdict"]
        for each in result["relations"]
        if each["rule"] == "rise" and each["of"] == ["fiscal-technology-spending"]
    ]
    assert rising == ["missed"]


def test_growth_as_the_province_requires_waits_for_the_figure(cli: Cli, repository: Path) -> None:
    file_year(repository, 2020, "industry-rd,10.00,亿元")
    file_year(repository, 2025, "industry-rd,17.63,亿元")  # 12.01 % a year
    key, group = "industry-rd-growth", "relations"
    expected = "not_assessed(external_standard_missing)"
    assert verdict_on(checked(cli, 2025), key, group) == expected
    plan = repository / "data" / "plan.yaml"
    text = plan.read_text("utf-8")
    at = text.index("value: null", text.index(f"{key}:"))
    for rate, verdict in (("12", "achieved"), ("12.1", "missed")):
        changed = text[:at] + f"value: {rate}" + text[at + len("value: null") :]
        plan.write_text(changed, encoding="utf-8")
        assert verdict_on(checked(cli, 2025), key, group) == verdict


def test_two_kinds_in_one_number_show_their_split(cli: Cli, repository: Path) -> None:
    file_year(repository, 2025, "new-type-institutes,19,个", "technology-intermediaries,1,个")
    found = assessment(checked(cli, 2025), "new-institutes-and-intermediaries")
    assert found["verdict"] == "achieved"
    assert [part["value"] for part in found["actual"]["parts"]] == [19, 1]


def test_in_place_and_newly_built_come_to_two_verdicts(cli: Cli, repository: Path) -> None:
    for year, built in zip(range(2021, 2026), (5, 6, 7, 6, 7), strict=True):
        rows = [f"pilot-bases-newly-built,{built},个"]
        file_year(repository, year, *rows, "pilot-bases-and-platforms,52,个")
    found = assessment(checked(cli, 2025), "pilot-bases-and-platforms")
    (built_since,) = found["readings"]
    assert (found["verdict"], built_since["verdict"]) == ("achieved", "missed")
    assert built_since["actual"]["value"] == 31
    assert "definition_unconfirmed" in found["flags"]


def test_four_of_five_firms(cli: Cli, repository: Path) -> None:
    plan = repository / "data" / "plan.yaml"
    name, members = next(iter(five_firms(plan).items()))
    said = dict.fromkeys(members, "是") | {members[-1]: "否"}
    file_year(repository, 2024, *(f"{name}/{key},{word}," for key, word in said.items()))
    result = checked(cli, 2024)
    assert result["findings"] == []
    assert verdict_on(result, name) == "not_assessed(no_baseline)"
    assert " 4/5 " in cli("check", "2024.csv", "--by", "tier").out
    file_year(repository, 2024, f"{name},4,家")
    assert verdict_on(checked(cli, 2024), name) == "not_assessed(no_baseline)"
    file_year(repository, 2024, f"{name},4,家", *(f"{name}/{key},是," for key in members))
    assert [f["code"] for f in checked(cli, 2024)["findings"]] == ["JDZ406"]


def five_firms(plan: Path) -> dict[str, list[str]]:
    found, _ = load_plan(plan)
    assert found is not None
    return {
        key: list(each.members)
        for key, each in found.indicators.items()
        if "黑猫集团" in [name.zh for name in each.members.values()] and len(each.members) == 5
    }
