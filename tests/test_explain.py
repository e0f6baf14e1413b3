"""`explain`: everything has its page in both languages, and every example is really so."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from jdzplan.catalogue import Rule
from jdzplan.formats import guide as formats
from jdzplan.formats.pages import all_pages, command_of, page_of
from jdzplan.verdicts import Flag, Reason, Verdict
from jdzplan.wording import words_in
from jdzplan.wording.guide import guide_in
from jdzplan.wording.guide.examples import EXAMPLES
from jdzplan.wording.guide.topics import TOPICS, Topics
from tests.builders import an_indicator, judge
from tests.conftest import ROOT, Cli
from tests.guide_world import a_history, a_repository

LANGUAGES = ("zh", "en")
WHERE = "add it to jdzplan/wording/guide/{0}, in the module of its kind"
DOCS = {
    ("rules", "zh"): ROOT / "docs" / "rules.zh-CN.md",
    ("rules", "en"): ROOT / "docs" / "rules.md",
    ("verdicts", "zh"): ROOT / "docs" / "verdicts.zh-CN.md",
    ("verdicts", "en"): ROOT / "docs" / "verdicts.md",
}
BLOCK = re.compile(r"(?s)(<!-- begin: guide -->\n\n).*(<!-- end: guide -->\n)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_explained(language: str) -> None:
    guide, where = guide_in(language), WHERE.format(language)
    for known, kinds in (
        (guide.rules, Rule),
        (guide.verdicts, Verdict),
        (guide.reasons, Reason),
        (guide.flags, Flag),
    ):
        assert not set(kinds) - set(known), f"no explanation: {where}"
        assert all(all(text.strip() for text in entry) for entry in known.values())
    assert not set(Rule) - set(EXAMPLES), f"no example: {WHERE.format('examples')}"


def parts_of(rule: Rule, language: str) -> dict[str, tuple[str, ...]]:
    page = page_of(rule, words_in(language), guide_in(language))
    return {part.key: part.lines for part in page.parts}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", Rule, ids=lambda rule: rule.code)
def test_an_example_is_found_as_it_is_shown_and_not_when_mended(
    rule: Rule, language: str, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example, parts = EXAMPLES[rule], parts_of(rule, language)
    path = example.finding.place.path
    is_plan = path == "data/plan.yaml"
    options = ("--quiet", "--fail-on", "info", "--lang", language)
    arguments = command_of(example).split()[1:]
    bad, mended = tmp_path / "bad", tmp_path / "mended"
    for folder in (bad, mended) if example.earlier else ():
        a_history(folder, path, "\n".join(parts["earlier"]), is_plan=is_plan)
    a_repository(bad, path, "\n".join(parts["example"]), example.state, is_plan=is_plan)
    monkeypatch.chdir(bad)
    run = cli(*arguments, *options)
    assert tuple(run.out.splitlines()) == parts["finding"]
    assert run.code != 0
    if example.mended_path:
        path = example.mended_path
        arguments = [word.replace(arguments[-1], Path(path).name) for word in arguments[1:]]
        arguments = ["check", *arguments]
    text = "\n".join(parts["mended"])
    a_repository(mended, path, text, example.mended_state, is_plan=is_plan)
    monkeypatch.chdir(mended)
    run = cli(*arguments, *options)
    assert (run.code, run.out) == (0, "")


FIRMS = an_indicator("200", "at_least 400")
RANK = an_indicator("2", "at_most 2", kind="rank", unit="位", better="lower")
SHARE = an_indicator("2.20", "at_least 2.5", kind="measured", unit="%")
NO_START = an_indicator(None, "at_least 50", kind="measured", unit="%")
# The examples in words: indicator, year, figure, and what they say of it in either language.
TOLD: Mapping[Verdict, tuple[Any, int, str, tuple[str, ...]]] = {
    Verdict.ACHIEVED: (FIRMS, 2023, "402", ("400", "402")),
    Verdict.AHEAD: (FIRMS, 2023, "360", ("320", "80%", "60%", "1.33")),
    Verdict.ON_TRACK: (FIRMS, 2023, "318", ("59%", "60%", "0.98")),
    Verdict.LAGGING: (SHARE, 2023, "2.37", ("2.38%", "56.7%", "60%", "0.94")),
    Verdict.BEHIND: (FIRMS, 2023, "260", ("30%", "60%", "0.50")),
    Verdict.DETERIORATING: (FIRMS, 2023, "190", ("-5%", "60%", "-0.08")),
    Verdict.REGRESSED: (RANK, 2023, "3", ("2020", "3")),
    Verdict.MISSED: (FIRMS, 2025, "390", ("390", "10")),
    Verdict.NOT_ASSESSED: (NO_START, 2023, "38", ("50%", "38%", "12", "no_baseline")),
}


@pytest.mark.parametrize("verdict", Verdict)
def test_the_example_of_a_verdict_is_judged_so(verdict: Verdict) -> None:
    indicator, year, value, told = TOLD[verdict]
    done = judge(indicator, year, {year: value})
    assert done.verdict is verdict
    assert done.reason is (Reason.NO_BASELINE if verdict is Verdict.NOT_ASSESSED else None)
    for language in LANGUAGES:
        more = guide_in(language).verdicts[verdict].more
        assert {number for number in (*told, str(year), value) if number not in more} == set()


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("JDZ304", [Rule.UNIT_MISMATCH]),
        ("jdz304", [Rule.UNIT_MISMATCH]),
        ("304", [Rule.UNIT_MISMATCH]),
        ("ＪＤＺ３０４：", [Rule.UNIT_MISMATCH]),
        ("unit-mismatch", [Rule.UNIT_MISMATCH]),
        ("Unit Mismatch", [Rule.UNIT_MISMATCH]),
        ("on_track", [Verdict.ON_TRACK]),
        ("on track", [Verdict.ON_TRACK]),
        ("滞后", [Verdict.BEHIND]),
        ("提前完成", [Verdict.ACHIEVED]),
        ("逾期", [Verdict.MISSED]),
        ("no_baseline", [Reason.NO_BASELINE]),
        ("本年未填报", [Reason.NOT_REPORTED]),
        ("rounding_sensitive", [Flag.ROUNDING_SENSITIVE]),
        ("受数据修约影响", [Flag.ROUNDING_SENSITIVE]),
        ("※", [Flag.SAMPLE]),
        ("definition_unconfirmed", [Reason.DEFINITION_UNCONFIRMED, Flag.DEFINITION_UNCONFIRMED]),
        ("rd-intensity", []),
        ("", []),
    ],
)
def test_a_topic_is_found_by_every_name_it_has(word: str, found: list[Any]) -> None:
    topics = Topics((words_in("zh"), words_in("en")))
    assert [type(t) for t in topics.find(word)] == [type(t) for t in found]
    assert list(topics.find(word)) == found


def test_every_topic_is_found_by_its_own_name() -> None:
    topics = Topics((words_in("zh"), words_in("en")))
    for topic in TOPICS:
        key = topic.code if isinstance(topic, Rule) else topic.value
        assert any(found is topic for found in topics.find(key))


def test_several_are_explained_once_each_in_the_order_asked(cli: Cli) -> None:
    run = cli("explain", "滞后", "304", "behind", "--lang", "zh")
    heads = [line for line in run.out.splitlines() if line.endswith(("（判定）", "（错误）"))]
    assert (run.code, heads) == (0, ["behind（判定）", "JDZ304 unit-mismatch（错误）"])


def test_an_unknown_name_is_told_with_near_ones_and_the_rest_is_explained(cli: Cli) -> None:
    run = cli("explain", "unit-mismach", "304", "no-such-thing", "--lang", "en")
    assert run.code == 2
    assert run.out.startswith("JDZ304 unit-mismatch (error)\n")
    first, second = run.err.splitlines()
    assert first.startswith(
        'jdzplan: no code, verdict, reason, flag or indicator is called "unit-mismach"; '
    )
    assert "unit-mismatch" in first
    assert '"no-such-thing"' in second


def test_nothing_is_printed_where_nothing_is_known(cli: Cli) -> None:
    run = cli("explain", "\x1b[31m")
    assert (run.code, run.out) == (2, "")
    assert "\x1b" not in run.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_name_everything_is_listed_in_a_line_each(language: str, cli: Cli) -> None:
    run = cli("explain", "--lang", language)
    keys = [line.split()[0] for line in run.out.splitlines() if re.match(r"  \S", line)]
    rules = [rule.code for rule in Rule]
    terms = [topic.value for kind in (Verdict, Reason, Flag) for topic in kind]
    told = [re.split("[：:]", key)[0] for key in keys]
    assert (run.code, told) == (0, rules + terms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_prose_fits_the_width_and_the_oldest_console(language: str) -> None:
    pages = all_pages(words_in(language), guide_in(language))
    code = {line for page in pages for part in page.parts for line in part.lines}
    for width in (40, 80, 100):
        lines = formats.text(pages, width).splitlines()
        lines += formats.text_list(pages, guide_in(language), width).splitlines()
        assert [
            x for x in lines if cell_len(x) > width and x.strip() not in map(str.strip, code)
        ] == []
    assert "\n".join(lines).encode("gbk")
    assert re.findall(r"\{\w*\}", "\n".join(lines)) == []


def test_the_same_as_data(cli: Cli) -> None:
    whole = json.loads(cli("explain", "--format", "json", "--lang", "en").out)
    assert (whole["schema"], whole["language"]) == ("jdzplan/explain/1", "en")
    assert len(whole["topics"]) == len(TOPICS)
    (topic,) = json.loads(cli("explain", "304", "--format", "json", "--lang", "en").out)["topics"]
    assert (topic["kind"], topic["key"], topic["name"]) == ("rule", "JDZ304", "unit-mismatch")
    assert topic["severity"] == "error"
    assert topic["example"] == "indicator,value,unit\nrd-intensity,2.37,家"
    assert topic["finding"].startswith("data/actuals/2023.csv:2:19: JDZ304 error [C2] ")
    assert {"meaning", "cause", "mend", "effect", "mended"} < topic.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_links_every_code_to_its_section(language: str, cli: Cli) -> None:
    out = cli("explain", "--format", "markdown", "--lang", language).out
    linked = re.findall(r"\]\(#(\S+)\)", out)
    assert linked == re.findall(r'<a id="(\S+)"></a>', out)
    assert len(set(linked)) == len(TOPICS)


@pytest.mark.parametrize(("name", "language"), DOCS)
def test_the_pages_under_docs_are_current(
    name: str, language: str, snapshot: Callable[[Path, str], None]
) -> None:
    words, guide = words_in(language), guide_in(language)
    pages = [p for p in all_pages(words, guide) if (p.kind == "rule") is (name == "rules")]
    path = DOCS[name, language]
    text = path.read_text("utf-8")
    assert BLOCK.search(text)
    body = formats.markdown(pages, guide)
    snapshot(path, BLOCK.sub(lambda match: match[1] + body + match[2], text))


def test_both_languages_of_a_page_have_the_same_outline() -> None:
    for name in ("rules", "verdicts"):
        chinese, english = (
            re.findall(r'<a id="(\S+)"', DOCS[name, each].read_text("utf-8")) for each in LANGUAGES
        )
        assert chinese == english
