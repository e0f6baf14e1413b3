"""A comparison in its formats: snapshots checked by hand, readers of others, hostile texts."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdzplan.actuals import Status
from jdzplan.comparing.diff import Diff, compare
from jdzplan.formats.diff import DiffFormat, render, terminal
from jdzplan.formats.schema import diff_schema
from jdzplan.wording.differences import difference_words
from jdzplan.wording.en import EN
from jdzplan.wording.words import Words
from jdzplan.wording.zh import ZH
from tests.builders import a_plan, a_row, a_year, an_indicator
from tests.conftest import Cli
from tests.duties import a_task, with_duties
from tests.git_world import FILES, PLAN, TASKS, Y2022, Y2023, replaced, write
from tests.pages import read
from tests.runner import commands
from tests.test_hostile import NEVER_SHOWN, paths, texts
from tests.test_wording import a_side, placeholders

SCHEMA = jsonschema.Draft7Validator(json.loads(diff_schema()))
SNAPSHOTS = Path(__file__).parent / "diffs"


def test_both_languages_have_the_same_sentences() -> None:
    chinese, english = difference_words("zh"), difference_words("en")
    assert chinese.keys() == english.keys()
    for key, text in chinese.items():
        assert placeholders(text) == placeholders(english[key]), key
        assert (text + english[key]).encode("gbk")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("target", "name"), [("text", "txt"), ("markdown", "md"), ("json", "json")]
)
def test_a_change_of_everything_looks_as_it_was_looked_at(
    tmp_path: Path,
    cli: Cli,
    monkeypatch: pytest.MonkeyPatch,
    snapshot: Callable[[Path, str], None],
    target: str,
    name: str,
    language: str,
) -> None:
    """Figures changed, added, gone and marked; a task done; a target lowered, an owner named."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "old", {**FILES})
    new = {
        "data/plan.yaml": replaced(
            PLAN,
            ("{at_least: 30}", "{at_least: 24}"),
            (
                "    baseline: {2020: 2.20}\n",
                "    baseline: {2020: 2.20}\n    owner: {lead: 市科技局}\n",
            ),
        ),
        "data/actuals/2022.csv": replaced(Y2022, ("270,家,最终", "290,家,修订")),
        "data/actuals/2023.csv": replaced(
            Y2023,
            ("2.37,%,最终,公报2024", "2.38,%,最终,年鉴2024"),
            ("high-tech-firms,320,家,最终,科技局\n", "gdp,1100,亿元,最终,公报2024\n"),
        ),
        "data/actuals/2023.tasks.csv": replaced(TASKS, ("进行中,", "完成,市政府批复")),
    }
    write(tmp_path / "new", {**new})
    run = cli("diff", "old", "new", "--format", target, "--lang", language)
    assert (run.code, run.err) == (0, "")
    snapshot(SNAPSHOTS / f"everything.{language}.{name}", run.out)
    if target == "json":
        SCHEMA.validate(json.loads(run.out))


def test_the_schema_is_one_and_is_printed(cli: Cli) -> None:
    run = cli("schema", "diff")
    jsonschema.Draft7Validator.check_schema(json.loads(run.out))
    assert json.loads(run.out)["properties"]["schema"]["const"] == "jdzplan-diff/1"
    assert run.out == diff_schema()


def a_diff(name: str, other: str, path: str) -> Diff:
    """A figure, a report and the plan changed; every text is one of the three."""
    plans = [
        with_duties(
            a_plan(
                an_indicator(target=f"at_least {bound}", name={"zh": name, "en": name}, unit=other)
            ),
            tasks={"t": a_task(name={"zh": name, "en": name}, due=2023, owner={"lead": lead})},
        )
        for bound, lead in ((400, name), (300, other))
    ]
    rows = [
        a_row("x", "260", other, status=Status.FINAL, source=name, note=other),
        a_row("x", "250", other, status=Status.FINAL, source=other, note=name, region=None),
    ]
    regional = a_row("x", "5", other, region=name)
    return compare(
        a_side(plans[0], a_year(2023, rows[0], path=path), name=path),
        a_side(plans[1], a_year(2023, rows[1], regional, path=path), name=name),
    )


words_of_both = st.sampled_from([ZH, EN])


@settings(deadline=None, max_examples=40)  # reading, comparing and six formats each
@given(texts, texts, paths, words_of_both)
def test_whatever_a_file_holds_comes_out_as_text(
    name: str, other: str, path: str, words: Words
) -> None:
    diff = a_diff(name, other, path)
    content: Mapping[str, Any] = json.loads(render(diff, DiffFormat.JSON, words))
    SCHEMA.validate(content)
    assert content["figures"][0]["new"]["source"] == other
    text = render(diff, DiffFormat.TEXT, words)
    assert text.replace("\n", "").isprintable()
    page = read(render(diff, DiffFormat.MARKDOWN, words))
    assert page.inline == {"text"}
    assert len(page.items) == sum(line.startswith("  ") for line in text.splitlines())
    assert len(page.headings) == len([part for part in text.split("\n\n") if part])
    for shown in page.everything:
        assert not any(sign in shown.lower() for sign in NEVER_SHOWN)
    for target in DiffFormat:
        assert not commands(render(diff, target, words))
    for line in terminal.render(diff, words, width=40, colour=False).splitlines():
        assert line.isprintable()


def test_a_comment_is_never_too_long_for_its_host() -> None:
    names = {f"i{i}": an_indicator(name={"zh": f"指标{i}" + "长" * 60}) for i in range(400)}
    common = a_plan()
    plan = common.changed(indicators={**common.indicators, **names})
    before = a_year(2023, *(a_row(key, "260") for key in names))
    after = a_year(2023, *(a_row(key, "320") for key in names))
    diff = compare(a_side(plan, before, name="main"), a_side(plan, after))
    text = render(diff, DiffFormat.MARKDOWN, ZH)
    assert 55_000 < len(text) < 62_000
    page = read(text)
    assert len(page.headings) == 3
    assert page.items[-1].startswith("其余")
    told = sum(item.startswith("指标") for item in page.items)
    left = sum(int(item[2:].partition("项")[0]) for item in page.items if item.startswith("其余"))
    assert told + left == 800
