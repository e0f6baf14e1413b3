"""Both languages say everything, with the same placeholders, and fit a GBK console."""

import string
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from jdzplan.actuals import Status, YearFile
from jdzplan.catalogue import Rule, Severity
from jdzplan.check import check
from jdzplan.comparing.history import changed_in_silence
from jdzplan.comparing.sides import Side
from jdzplan.findings import Finding, Place
from jdzplan.plan import AdjustmentPolicy, Lag, Plan, Policy
from jdzplan.reading.repository import Repository, load_plan, load_year, resolve
from jdzplan.reading.spec import read_plan
from jdzplan.rules.calendar_rules import AsOf
from jdzplan.verdicts import Flag, Reason, Verdict
from jdzplan.wording.commands import command_words
from jdzplan.wording.en import EN
from jdzplan.wording.report import report_words
from jdzplan.wording.sentences import inert, message
from jdzplan.wording.words import Sentence, Words
from jdzplan.wording.working import odds_words, working_words
from jdzplan.wording.zh import ZH
from tests.builders import a_plan, a_row, a_year, an_indicator
from tests.conftest import ROOT
from tests.regions import ALL, a_city, rows

BROKEN = ROOT / "tests" / "broken"


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def texts(words: Words) -> Iterator[tuple[str, str]]:
    for name, mapping in words._asdict().items():
        if isinstance(mapping, Mapping) and name != "units":
            for key, value in mapping.items():
                both = value if isinstance(value, Sentence) else (value,)
                for i, text in enumerate(both):
                    yield f"{name}.{key}.{i}", text


def test_both_languages_have_the_same_sentences_with_the_same_placeholders() -> None:
    chinese, english = dict(texts(ZH)), dict(texts(EN))
    assert chinese.keys() == english.keys()
    for key, text in chinese.items():
        assert placeholders(text) == placeholders(english[key]), key


@pytest.mark.parametrize("of", [command_words, working_words, odds_words, report_words])
def test_phrases_of_both_languages_match_and_fit_a_gbk_console(
    of: Callable[[str], Mapping[str, str]],
) -> None:
    chinese, english = of("zh"), of("en")
    assert chinese.keys() == english.keys()
    for key, text in chinese.items():
        assert placeholders(text) == placeholders(english[key]), key
        assert text.encode("gbk")
        assert english[key].encode("gbk")


def test_every_rule_verdict_reason_and_flag_has_its_words() -> None:
    for words in (ZH, EN):
        assert set(words.findings) == set(Rule)
        assert set(words.severities) == set(Severity)
        assert set(words.verdicts) == set(Verdict)
        assert set(words.reasons) == set(Reason)
        assert set(words.flags) == set(Flag)


def test_codes_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in Rule]
    assert codes == sorted(set(codes))


def test_no_glyph_lies_outside_gbk() -> None:
    for words in (ZH, EN):
        for _, text in texts(words):
            assert text.encode("gbk")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "\\u001b[31m"),
        ("a\nb", "a\\u000ab"),
        ("\u202e倒", "\\u202e倒"),
        ("高新技术 企业", "高新技术 企业"),
        ("::add-mask::x", "\\u003a:add-mask\\u003a:x"),
        (" ::stop", " \\u003a:stop"),
        ("a::b", "a\\u003a:b"),
        (":::", "\\u003a\\u003a:"),
        ("x ##[error]y", "x \\u0023#[error]y"),
        ("##vso[task.setvariable]", "\\u0023#vso[task.setvariable]"),
        ("9:30 a: #1 ## [x]", "9:30 a: #1 ## [x]"),
    ],
)
def test_what_a_terminal_would_obey_is_shown_instead(text: str, shown: str) -> None:
    assert inert(text) == shown
    finding = Finding(rule=Rule.INDICATOR_UNKNOWN, place=Place("x"), params={"found": text})
    assert shown in message(finding, ZH)[0]


def test_a_near_name_is_offered_first() -> None:
    params = {"found": "x", "near": "value"}
    finding = Finding(rule=Rule.COLUMN_UNKNOWN, place=Place("x"), params=params)
    assert message(finding, EN)[1].startswith('did you mean "value"?')


@pytest.mark.parametrize(
    ("words", "says"),
    [(ZH, "计算公式、公布时滞"), (EN, "formula, lag of publication")],
)
def test_what_a_dictionary_lacks_is_said_in_words(words: Words, says: str) -> None:
    params = {"name": "x", "lacking": ("formula", "publication_lag")}
    finding = Finding(rule=Rule.DICTIONARY_GAP, place=Place("x"), params=params)
    assert says in message(finding, words)[0]


def test_no_finding_quotes_a_page() -> None:
    params = {"found": ["列" * 1000, *"abc" * 1000], "column": "value"}
    found, _ = message(Finding(rule=Rule.COLUMN_MISSING, place=Place("x"), params=params), ZH)
    assert len(found) < 400
    assert found.endswith("b、…")


def a_side(plan: Plan, *files: YearFile, name: str | None = None) -> Side:
    """What was read of a data repository."""
    return Side(result=check(plan, files), name=name, plan_path="data/plan.yaml")


def a_workbook(path: Path) -> Path:
    """A workbook with a formula that was never calculated, a hidden sheet, and another year's."""
    book = Workbook()
    book.worksheets[0].append(("指标", "数值"))
    book.worksheets[0].append(("rd-intensity", "=1+1"))
    book.create_sheet("草稿").sheet_state = "hidden"
    book.worksheets[0].title, book.create_sheet("2022").title = "2023", "2022年"
    book.save(path)
    return path


# A figure that was final, and a target, that are other ones now.
SINCE = (
    ("at_least 400", a_year(2023, a_row("x", "240", status=Status.FINAL))),
    ("at_least 360", a_year(2023, a_row("x", "250", status=Status.FINAL))),
)


def findings_of_regions() -> list[Finding]:
    """What is found of regions: one that is missing, and sums that are off."""
    plan, years = a_city(), (rows(whole="300", east="1"), rows(**(ALL | {"west": "1"})))
    return [finding for year in years for finding in check(plan, [a_year(2023, *year)]).findings]


def real_findings(folder: Path) -> list[Finding]:
    """What reading and checking really find: in every broken file, and where files are missing."""
    plan, found = load_plan(ROOT / "data" / "plan.yaml")
    assert plan is not None
    for path in sorted(BROKEN.glob("*.yaml")):
        found += load_plan(path, strict=True)[1]
    for path in sorted(BROKEN.glob("*.csv")):
        year, findings = load_year(path, 2023)
        assert year is not None
        found += check(plan, [year], (), findings).findings
    (folder / "actuals").mkdir()
    stray = folder / "actuals" / "total.csv"
    stray.write_text("indicator,value\n", encoding="utf-8")
    repository = Repository(folder / "plan.yaml")
    found += repository.strays()
    missing = resolve("2023.csv", repository)
    assert isinstance(missing, Finding)
    found += [missing, *load_year(stray, None)[1]]
    held = folder / "2024.csv"
    held.write_text("indicator,value\nrd-intensity,1\n", encoding="utf-8")
    (folder / "~$2024.csv").touch()
    found += load_year(held, None)[1]
    with (folder / "2025.csv").open("wb") as large:
        large.truncate(65_000_000)
    found += load_year(folder / "2025.csv", None)[1]
    found += load_year(folder / "2023.csv", None)[1] + load_year(folder / "2023.csv", 2022)[1]
    found += load_year(folder / "actuals", 2023)[1]
    found += load_year(a_workbook(folder / "2023.xlsx"), None)[1]
    sample, _ = load_year(ROOT / "data" / "actuals" / "2023.csv", None)
    assert sample is not None
    earlier = YearFile(path="2022.csv", year=2022, broken=True)
    late = AsOf(date(2026, 1, 1), (2021,), "data/actuals/")
    lag = Lag.model_validate({"months": 9})
    plan = plan.changed(policy=plan.policy.changed(publication_lag=lag))
    files = [sample, YearFile(path="2031.csv", year=2031)]
    found += check(plan, files, [earlier], as_of=late).findings
    found += findings_of_regions()
    nominal = a_year(2023, a_row("x", "240", basis="名义"))
    found += check(a_plan(an_indicator(basis="不变价")), [nominal]).findings
    old, new = (a_side(a_plan(an_indicator("200", bound)), year) for bound, year in SINCE)
    found += changed_in_silence(old, new)
    watched = a_plan().changed(policy=Policy(adjustment=AdjustmentPolicy(behind_years=1)))
    found += check(watched, [a_year(2023, a_row("x", "240"))]).findings
    return found


def test_every_rule_finds_its_words_with_what_it_really_passes(tmp_path: Path) -> None:
    found = real_findings(tmp_path)
    assert {finding.rule for finding in found} == set(Rule)
    for finding in found:
        for words in (ZH, EN):
            for text in message(finding, words):
                assert text.isprintable()
                assert "None" not in text


@pytest.mark.parametrize("rule", Rule)
def test_a_path_in_a_sentence_is_inert(rule: Rule) -> None:
    params = dict.fromkeys(("column",), "value") | dict.fromkeys(
        placeholders("".join(ZH.findings[rule])) - {"path", "column"}, "x"
    )
    finding = Finding(rule=rule, place=Place("\x1b[31m.csv"), params=params)
    for words in (ZH, EN):
        for text in message(finding, words):
            assert text.isprintable()


@pytest.mark.parametrize("text", ["- plan\n", "plan\n", "5\n"])
def test_a_plan_without_keys_is_told_with_a_name_for_the_whole(text: str) -> None:
    (finding,) = read_plan(text, "plan.yaml")[1]
    assert "“”" not in "".join(message(finding, ZH))
    assert '""' not in "".join(message(finding, EN))
