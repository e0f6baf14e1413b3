"""`explain INDICATOR`: a calculator reaches the same verdict from the text alone."""

import re
import shutil
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdzplan.formats.working import render
from jdzplan.judging.judge import assess
from jdzplan.plan import Path as Road
from jdzplan.wording.en import EN
from jdzplan.wording.working import odds_text, odds_words, working_words
from tests.builders import a_plan, actuals_for, an_indicator
from tests.conftest import ROOT, Cli

PAGES = Path(__file__).parent / "working"
CASES = Path(__file__).parent / "cases"
FROM = (
    "every_form_of_promise",
    "verdicts_of_every_kind",
    "bands_and_strict_bounds",
    "amended_targets_stand_beside_the_original",
    "target_year_is_met_or_missed",
    "a_revised_baseline_stands_beside_the_printed_one",
    "revisions_and_a_break_in_the_series",
)


@pytest.fixture(params=FROM)
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    case, actuals = CASES / request.param, tmp_path / "data" / "actuals"
    actuals.mkdir(parents=True)
    own = case / "plan.yaml"
    shutil.copy(own if own.exists() else CASES / "plan.yaml", tmp_path / "data" / "plan.yaml")
    for path in case.glob("*.csv"):
        if not path.name.startswith("expected"):
            shutil.copy(path, actuals)
    return tmp_path


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_indicator_of_the_cases_redone(
    repository: Path,
    language: str,
    cli: Cli,
    snapshot: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    from jdzplan.api import load_plan

    monkeypatch.chdir(repository)
    names = list(load_plan(repository).indicators)
    run = cli("explain", *names, "--lang", language)
    assert (run.code, run.err) == (0, "")
    name = request.node.callspec.params["repository"]
    snapshot(PAGES / f"{name}.{language}.txt", run.out)


def test_the_r_and_d_intensity_of_the_plan_redone(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    lines = cli("explain", "R&D投入强度", "--year", "2023", "--lang", "zh").out.splitlines()
    assert "  是否达标：2.37 ≥ 2.5，否" in lines
    assert "  完成进度 s =（2.37 - 2.20）÷（2.5 - 2.20）= 0.17 ÷ 0.3 = 0.566667" in lines
    assert "  时序进度 e =（2023 - 2020）÷（2025 - 2020）= 3 ÷ 5 = 0.6" in lines
    assert "  进度比 p = s ÷ e = 0.566667 ÷ 0.6 = 0.9444" in lines
    assert "  界限：0.60 ≤ 0.9444 < 0.95，判定为进度偏慢" in lines


@pytest.mark.parametrize(
    ("names", "code", "told"),
    [
        (("rd-intensty",), 2, "near: rd-intensity"),
        (("高新技术企业量",), 2, "高新技术企业数量"),
        (("rd-intensity", "--year", "2030"), 3, "nothing was checked"),
        (("rd-intensity", "--format", "json"), 2, "--format"),
        (("gdp",), 2, "no code, verdict, reason, flag or indicator"),
    ],
)
def test_what_cannot_be_redone_is_told(
    names: tuple[str, ...], code: int, told: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    run = cli("explain", *names, "--lang", "en")
    assert (run.code, told in run.err) == (code, True), run.err


def test_without_a_plan_near_an_indicator_is_an_unknown_name(
    tmp_path: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli("explain", "rd-intensity").code == 2
    asked = cli("explain", "rd-intensity", "--year", "2023", "--lang", "en")
    assert (asked.code, "no data/plan.yaml found" in asked.err) == (2, True)


PACED = re.compile(
    r"met\? (?P<x>\S+) ≥ (?P<T>\S+): no\n.*"
    r"share s = \((?P<x1>\S+) - (?P<b>\S+)\) ÷ \((?P<T1>\S+) - (?P<b1>\S+)\) = \S+ ÷ \S+ = \S+\n"
    r".*elapsed e = .* = (?P<gone>\d+) ÷ (?P<years>\d+) = \S+\n"
    r".*pace p = .* = (?P<p>\S+)\n"
    r".*cut-offs: (?P<cuts>.*), so (?P<verdict>[^\n]*)\n",
    re.DOTALL,
)
CUTS = (("ahead", "1.30"), ("on track", "0.95"), ("lagging", "0.60"), ("behind", "0"))


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.decimals(0, 9, places=2), st.decimals(10, 20, places=1), st.integers(2021, 2024))
def test_a_calculator_reaches_the_same_verdict(figure: Decimal, target: Decimal, year: int) -> None:
    """The verdict worked out again from what the text prints, and from nothing else."""
    plan = a_plan(an_indicator("5.00", f"at_least {target}", kind="measured"))
    done = assess(plan, "x", year, {"x": actuals_for({year: str(figure)})})
    text = render(plan, [done], EN)
    found = PACED.search(text)
    assert found, text
    number = {key: Fraction(found[key]) for key in ("x1", "b", "T1", "gone", "years", "p")}
    share = (number["x1"] - number["b"]) / (number["T1"] - number["b"])
    pace = share / (number["gone"] / number["years"])
    again = next((word for word, cut in CUTS if pace >= Fraction(cut)), "deteriorating")
    shown = next((word for word, cut in CUTS if number["p"] >= Fraction(cut)), "deteriorating")
    assert EN.verdicts[done.verdict] == found["verdict"] == again == shown


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.sampled_from(list(Road)), st.integers(0, 500), st.integers(2021, 2025))
def test_every_verdict_can_be_told(road: Road, figure: int, year: int) -> None:
    plan = a_plan(an_indicator()).judged_on(road)
    history = [
        assess(plan, "x", y, {"x": actuals_for({year: str(figure)})}) for y in range(2021, year + 1)
    ]
    text = render(plan, history, EN)
    assert EN.verdicts[history[-1].verdict] in text
    assert "None" not in text


def test_both_languages_say_the_same_with_the_same_placeholders() -> None:
    chinese, english = working_words("zh"), working_words("en")
    assert chinese.keys() == english.keys()
    for key, sentence in chinese.items():
        assert set(re.findall(r"{(\w+)}", sentence)) == set(re.findall(r"{(\w+)}", english[key]))
    assert odds_words("zh").keys() == odds_words("en").keys()


@pytest.mark.parametrize(
    ("probability", "told"),
    [
        (0.01, "less than 1 in 20"),
        (0.049, "less than 1 in 20"),
        (0.06, "1 in 10"),
        (0.24, "1 in 4"),
        (0.42, "1 in 2"),
        (0.5, "1 in 2"),
        (0.74, "3 in 4"),
        (0.95, "9 in 10"),
        (0.96, "more than 19 in 20"),
    ],
)
def test_odds_are_the_nearest_plain_fraction(probability: float, told: str) -> None:
    assert told in odds_text(probability, "en")
