"""The example of the national plan: it reads clean, and every verdict was worked out by hand."""

import ast
import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import jsonschema
import pytest
import yaml

from jdzplan.formats import Format
from jdzplan.reading.repository import load_plan
from tests.conftest import ROOT, Cli

HOME = ROOT / "examples" / "national-145"
YEARS = (2021, 2022, 2023, 2024, 2025)
OPEN = "definition_unconfirmed"
NONE = "not_reported"

# Verdicts of 2021 to 2025, or the reason why there is none. p is (x - b) / (T - b) over the time
# gone: fifths of 2020-2025, and sixths from a baseline of 2019.
BY_HAND = {
    "gdp-growth": (OPEN,) * 5,
    # 4.12 / 4.4 over 2/6: p 2.81; 65.22 is past 65.
    "urbanisation": ("ahead", "achieved", "achieved", "achieved", "achieved"),
    # 9.4 / 7: p 1.34; the mean of 9.4 and 7.7 is 8.55: p 1.22.
    "rd-growth": ("ahead", "on_track", NONE, NONE, NONE),
    # 14.6 / 7; the mean of 14.6 and 10.1 is 12.3; with 8.4 it is 11.0; 1.146 * 1.101 * 1.084 *
    # 1.089 = 1.489 is past 1.07 ** 5 = 1.403.
    "rd-growth: nominal": ("ahead", "ahead", "ahead", "achieved", "achieved"),
    # 1.2 / 5.7: p 1.05; 3.1 / 5.7: p 1.36; 5.5 / 5.7: p 1.61.
    "high-value-patents": ("on_track", "ahead", "ahead", NONE, "achieved"),
    "digital-economy": (NONE, NONE, "ahead", NONE, NONE),  # 2.1 / 2.2: p 1.59
    "income-growth": (OPEN,) * 5,
    # 5.6 is not below 5.5; 5.1, 5.2, 5.1 and 5.2 are.
    "unemployment": ("achieved", "missed", "achieved", "achieved", "achieved"),
    # 0.02 / 0.5: p 0.20; 0.13: 0.65; 0.25: 0.83; 0.41: 1.03.
    "education-years": ("behind", "lagging", "lagging", "on_track", NONE),
    # From 10.75: 0.07 / 0.55: p 0.64; 0.18: 0.82; 0.30: 0.91; 0.46: 1.05.
    "education-years: census": ("lagging", "lagging", "lagging", "on_track", NONE),
    "doctors": ("ahead", "ahead", "achieved", "achieved", NONE),  # 0.14 / 0.3: p 2.33; 0.25: 2.08
    "pension-coverage": (NONE, NONE, NONE, "achieved", NONE),
    "childcare-places": (NONE, "lagging", NONE, NONE, NONE),  # 0.77 / 2.7 over 2/5: p 0.71
    "life-expectancy": ("ahead", NONE, "achieved", "achieved", "achieved"),  # 0.9 over 2/6
    # 2.7 / 13.5 over 1/5: p 1; 1 - 0.973 * 0.999 = 2.797 %: p 0.52; then another basis.
    "energy-intensity": ("on_track", "behind", "basis_differs", "basis_differs", NONE),
    "energy-intensity: new-basis": (NONE, NONE, "lagging", NONE, NONE),  # 7.3 / 13.5: p 0.90
    # 3.8 / 18: p 1.06; 1 - 0.962 * 0.992 = 4.570 %: p 0.63; the same in 2023: p 0.42; times 0.966,
    # 7.81 %: p 0.54; times 0.95, 12.4 % of 18.
    "co2-intensity": ("on_track", "lagging", "behind", "behind", "missed"),
    # 86.5 and 85.5 are below the baseline of 87; 0.2 / 0.5 over 4/5: p 0.5.
    "air-days": ("achieved", "deteriorating", "deteriorating", "behind", "basis_differs"),
    "air-days: without-dust": (NONE, NONE, "deteriorating", NONE, "achieved"),
    # 1.5 / 1.6 over 1/5: p 4.69; 87.9 is past 85.
    "surface-water": ("ahead", "achieved", "achieved", "achieved", "achieved"),
    "forest-cover": (NONE, "ahead", NONE, "achieved", NONE),  # 0.82 / 0.9 over 3/6: p 1.82
    "grain-capacity": ("achieved",) * 5,  # harvests above 6.5, so the capacity is
    "energy-capacity": (NONE, NONE, "achieved", NONE, NONE),
    # 8.7 > 8.1, 4.2 > 3.0, 5.7 > 5.2, none of 2024, 6.1 > 5.0.
    "productivity-above-gdp": ("achieved", "achieved", "achieved", "no_reference", "achieved"),
    # 2.43, 2.56, 2.58, 2.69 and 2.80 are above 2.41.
    "rd-intensity-above-13th": ("on_track", "on_track", "on_track", "on_track", "achieved"),
}


@pytest.mark.parametrize("year", YEARS)
def test_verdicts_are_those_worked_out_by_hand(year: int, cli: Cli) -> None:
    run = cli("check", "--plan", HOME, f"{year}.csv", "--format", "json")
    assert run.code == 0
    result = json.loads(run.out)
    told = {}
    for done in result["assessments"]:
        told[done["indicator"]] = done["reason"] or done["verdict"]
        for other in done["readings"]:
            key = f"{done['indicator']}: {other['reading']}"
            told[key] = other["reason"] or other["verdict"]
        if other := done["revised"]:
            told[f"{done['indicator']}: census"] = other["reason"] or other["verdict"]
    for done in result["relations"]:
        told[done["relation"]] = done["reason"] or done["verdict"]
    assert told == {key: verdicts[YEARS.index(year)] for key, verdicts in BY_HAND.items()}


def test_all_that_is_found_is_what_different_bases_and_a_census_lead_to(cli: Cli) -> None:
    result = json.loads(cli("check", "--plan", HOME, "--format", "json").out)
    found = [(f["code"], Path(f["path"]).name, f["indicator"]) for f in result["findings"]]
    assert found == [
        ("JDZ416", "2023.csv", "energy-intensity"),
        ("JDZ416", "2024.csv", "energy-intensity"),
        ("JDZ322", "2025.csv", "income-growth"),
        ("JDZ322", "2025.csv", "air-days"),
        ("JDZ511", "plan.yaml", None),
    ]


def test_the_final_figure_is_judged_and_the_first_one_kept(cli: Cli) -> None:
    out = cli("explain", "rd-growth", "--year", "2021", "--plan", HOME, "--lang", "en").out
    assert "preliminary 14.2 (2022-02-28) → final 14.6 (2022-08-31)" in out


def test_explain_shows_what_was_filed_and_why_it_is_not_put_together(cli: Cli) -> None:
    asked = ("explain", "energy-intensity", "--year", "2023", "--plan", HOME, "--lang")
    told = cli(*asked, "zh").out
    assert "已填报　2021年2.7%（未扣除原料用能和非化石能源）、2022年0.1%" in told
    assert "\n  口径待确认：规划期内改为扣除原料用能" in told
    assert (
        "filed     2021: 2.7 % (未扣除原料用能和非化石能源), 2022: 0.1 %" in cli(*asked, "en").out
    )


def test_explain_dates_another_document(cli: Cli) -> None:
    asked = ("explain", "life-expectancy", "--year", "2023", "--plan", HOME, "--lang")
    assert "《“十四五”公共服务规划》发布（2022-01-10）" in cli(*asked, "zh").out
    assert "《“十四五”公共服务规划》发布 (2022-01-10)" in cli(*asked, "en").out


def test_all_twenty_of_the_box_are_there_with_their_class() -> None:
    plan, findings = load_plan(HOME / "data" / "plan.yaml")
    assert plan is not None
    assert [finding.rule.code for finding in findings] == ["JDZ511"]  # the census
    items = [each.source[0].item for each in plan.indicators.values()]
    assert sorted([*map(int, map(str, items)), 2]) == list(range(1, 21))
    assert plan.relations["productivity-above-gdp"].source[0].item == 2
    binding = {key for key, each in plan.indicators.items() if each.binding == "binding"}
    assert {plan.indicators[key].source[0].item for key in binding} == {9, *range(14, 21)}


def test_the_plan_follows_the_schema_that_editors_use() -> None:
    schema = json.loads((ROOT / "data" / "plan.schema.json").read_text("utf-8"))
    text = (HOME / "data" / "plan.yaml").read_text("utf-8")
    assert "$schema=../../../data/plan.schema.json" in text
    content = json.loads(json.dumps(yaml.safe_load(text), default=str))
    jsonschema.Draft7Validator(schema).validate(content)


@pytest.mark.parametrize("year", YEARS)
def test_every_figure_names_a_document_and_its_date(year: int) -> None:
    with (HOME / "data" / "actuals" / f"{year}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert re.search(r".，20\d\d-\d\d(-\d\d)?$", row["source"]), row


PLACES = ("景德镇", "江西", "中国", "Jingdezhen", "Jiangxi", "China")
CARRIED = ("reading/starter.py", "wording/commands.py")
"""Where `init` offers the plan that the program brings along."""


def _modules() -> Iterator[tuple[str, str]]:
    package = ROOT / "jdzplan"
    for path in sorted(package.rglob("*.py")):
        yield path.relative_to(package).as_posix(), path.read_text("utf-8")


def test_no_module_speaks_of_a_place() -> None:
    told = {name for name, text in _modules() if any(place in text for place in PLACES)}
    assert told == set(CARRIED)


def test_no_module_knows_an_indicator_of_either_plan() -> None:
    known: set[str] = set()
    for home in (ROOT, HOME):
        plan, _ = load_plan(home / "data" / "plan.yaml")
        assert plan is not None
        known |= {*plan.indicators, *plan.series, *plan.relations}
        known |= {each.name.get("zh") for each in plan.indicators.values()}
    assert {"rd-intensity", "城镇调查失业率"} <= known
    for name, text in _modules():
        if not name.startswith("wording/guide/examples/"):
            nodes = ast.walk(ast.parse(text))
            texts = {n.value for n in nodes if isinstance(n, ast.Constant)}
            assert not texts & known, name


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", [each.value for each in Format])
def test_it_can_be_had_in_every_format(form: str, language: str, cli: Cli) -> None:
    run = cli("check", "--plan", HOME, "--format", form, "--lang", language)
    assert (run.code, run.err) == (0, "")
    assert run.out


@pytest.mark.parametrize(("page", "language"), [("README.md", "en"), ("README.zh-CN.md", "zh")])
def test_the_page_shows_what_is_printed(
    page: str,
    language: str,
    cli: Cli,
    snapshot: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    text = (HOME / page).read_text("utf-8")
    (command,) = re.findall(r"```sh\njdzplan (.*)\n```", text)
    out = cli(*command.split(), "--lang", language).out
    block = f"<!-- begin: check -->\n```text\n{out}```\n<!-- end: check -->"
    shown = re.sub(
        r"<!-- begin: check -->.*<!-- end: check -->", lambda _: block, text, flags=re.DOTALL
    )
    snapshot(HOME / page, shown)
