"""plan.yaml into the plan: digits kept, nothing cast in silence, every fault at its own place."""

import json
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import yaml

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding
from jdzplan.plan import Plan
from jdzplan.reading.spec import read_plan
from jdzplan.reading.yaml_tree import YamlError, read_tree
from jdzplan.wording.en import EN
from jdzplan.wording.zh import ZH

# Lines are counted in the tests below: the period stands in line 4, the indicator in 8 to 17.
MINIMAL = """\
plan:
  id: demo
  title: {zh: 规划}
  period: {baseline: 2020, first: 2021, last: 2025}
goals:
  G1: {name: {zh: 目标}, source: {chapter: 1}}
indicators:
  rd:
    name: {zh: 研发}
    goal: G1
    tier: core
    unit: "%"
    kind: measured
    better: higher
    baseline: {2020: 2.20}
    target: {at_least: 2.5}
    source: {chapter: 1}
"""
Fault = tuple[str, int, int]


def changed(old: str, new: str) -> str:
    """The minimal plan with one change."""
    assert MINIMAL.count(old) == 1
    return MINIMAL.replace(old, new)


def accepted(text: str) -> Plan:
    """The plan of a text that is free of faults."""
    plan, findings = read_plan(text, "plan.yaml")
    assert findings == []
    assert plan is not None
    return plan


def findings_of(text: str) -> list[Finding]:
    """All findings, each at a place in the file."""
    _, findings = read_plan(text, "plan.yaml")
    assert all(finding.place.path == "plan.yaml" for finding in findings)
    return findings


def faults(text: str) -> list[Fault]:
    """Code, line and column of every finding."""
    return [(f.rule.code, f.place.line, f.place.column) for f in findings_of(text)]


def kinds(text: str) -> list[object]:
    """What sort of case every finding is."""
    return [finding.params.get("kind") for finding in findings_of(text)]


def value(text: str) -> Any:
    """What a scalar is read as."""
    return read_tree(f"key: {text}\n")[0].value["key"]


def test_the_minimal_plan_is_accepted() -> None:
    plan = accepted(MINIMAL)
    assert plan.plan.title.zh == "规划"
    assert plan.plan.language == "zh"
    assert plan.plan.issued is None
    assert str(plan.policy.bands.on_track) == "0.95"
    assert list(plan.indicators) == ["rd"]
    assert plan.indicators["rd"].source[0].chapter == 1
    assert plan.indicators["rd"].owner.lead is None


def test_published_digits_are_kept() -> None:
    rd = accepted(MINIMAL).indicators["rd"]
    assert {year: str(number) for year, number in rd.baseline.items()} == {2020: "2.20"}
    assert str(rd.target.at_least) == "2.5"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.20", Decimal("2.20")),
        ("-2.20", Decimal("-2.20")),
        ("+2.20", Decimal("2.20")),
        ("0.0", Decimal("0.0")),
        ("12345678901234567890.10", Decimal("12345678901234567890.10")),
        ("400", 400),
        ("0", 0),
        ("-3", -3),
        ("+3", 3),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ('""', ""),
        ('"2.20"', "2.20"),
        ("'400'", "400"),
        ('"null"', "null"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("True", "True"),
        ("NULL", "NULL"),
        ("12:30", "12:30"),
        ("012", "012"),
        ("00", "00"),
        ("0.", "0."),
        (".5", ".5"),
        ("01.5", "01.5"),
        ("1_000", "1_000"),
        ("1,000", "1,000"),
        ("1e3", "1e3"),
        ("0x10", "0x10"),
        ("0o10", "0o10"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("-.inf", "-.inf"),
        ("2022-06-20", "2022-06-20"),
        ("2022-06-20T10:00:00", "2022-06-20T10:00:00"),
        ("２.２", "２.２"),
        ("٣", "٣"),
        ("2.5%", "2.5%"),
        ("=", "="),
        ("<<", "<<"),
        ("!!str 2.20", "2.20"),
        ("! 2.20", "2.20"),
        ("|\n  2.20", "2.20\n"),
    ],
)
def test_only_plain_numbers_true_false_and_null_are_typed(text: str, expected: object) -> None:
    found = value(text)
    assert (found, type(found)) == (expected, type(expected))
    assert str(found) == str(expected)


def test_the_date_of_issue_is_a_date() -> None:
    plan = accepted(changed("  id: demo\n", "  id: demo\n  issued: 2022-06-20\n"))
    assert plan.plan.issued == date(2022, 6, 20)


@pytest.mark.parametrize("word", ["20220620", "2022", "1655683200", "1655683200.0", "2022/06/20"])
def test_nothing_else_is_a_date(word: str) -> None:
    text = changed("  id: demo\n", f"  id: demo\n  issued: {word}\n")
    assert faults(text) == [("JDZ106", 3, 11)]


@pytest.mark.parametrize(
    "word", ["2_020", "2020.0", "02020", "' 2020 '", "+2020", "2020年", "true"]
)
def test_a_year_of_a_baseline_is_four_digits(word: str) -> None:
    assert faults(changed("{2020: 2.20}", f"{{{word}: 2.20}}")) == [("JDZ106", 15, 16)]


def test_a_chapter_is_never_true() -> None:
    text = changed("    source: {chapter: 1}\n", "    source: {chapter: true}\n")
    assert faults(text) == [("JDZ106", 17, 23)]


NOT_NUMBERS = ["no", "012", "1_000", "12:30", "'2.5'", "2.5%", "1e3", ".inf", ".nan", "true", "２"]


@pytest.mark.parametrize("word", [*NOT_NUMBERS, "[2.5]", "{a: 1}", "2022-06-20"])
def test_what_is_no_plain_number_is_no_number(word: str) -> None:
    text = changed("{at_least: 2.5}", f"{{at_least: {word}}}")
    assert faults(text) == [("JDZ106", 16, 24)]
    assert kinds(text) == ["number"]


# One change each: what stands there now, what instead, and the fault with its place.
CHANGES: list[tuple[str, str, list[Fault]]] = [
    # keys
    ("    tier: core\n", "    tier: core\n    tier: goal\n", [("JDZ103", 12, 5)]),
    ("  id: demo\n", "  id: demo\n  id: demo\n", [("JDZ103", 3, 3)]),
    ("{2020: 2.20}", "{2020: 2.20, '2020': 2.2}", [("JDZ103", 15, 28)]),
    ("    tier: core\n", "    teir: core\n", [("JDZ105", 9, 5), ("JDZ104", 11, 5)]),
    ("{at_least: 2.5}", "{at_least: 2.5, at_lest: 2}", [("JDZ104", 16, 29)]),
    ("  id: demo\n", "  id: demo\n  ID: demo\n", [("JDZ104", 3, 3)]),
    ('    unit: "%"\n', "", [("JDZ105", 9, 5)]),
    (", last: 2025", "", [("JDZ105", 4, 11)]),
    ("  id: demo\n", "", [("JDZ105", 2, 3)]),
    # values
    ("id: demo", "id: Demo Plan", [("JDZ106", 2, 7)]),
    ("id: demo", "id: 5", [("JDZ106", 2, 7)]),
    ("id: demo", "id:", [("JDZ106", 2, 6)]),
    ("{zh: 规划}", "规划", [("JDZ106", 3, 10)]),
    ("{zh: 规划}", "{}", [("JDZ106", 3, 10)]),
    ("{zh: 规划}", '{zh: ""}', [("JDZ106", 3, 15)]),
    ("last: 2025", "last: 2025.0", [("JDZ106", 4, 47)]),
    ("last: 2025", "last: '2025'", [("JDZ106", 4, 47)]),
    ("last: 2025", "last: 20250", [("JDZ106", 4, 47)]),
    ("better: higher", "better: up", [("JDZ106", 14, 13)]),
    ("tier: core", "tier: 核心", [("JDZ106", 11, 11)]),
    ('unit: "%"', "unit: 5", [("JDZ106", 12, 11)]),
    ("    tier: core\n", "    tier: core\n    assess: perhaps\n", [("JDZ106", 12, 13)]),
    ("    tier: core\n", "    tier: core\n    aliases: 研发\n", [("JDZ106", 12, 14)]),
    ("    tier: core\n", "    tier: core\n    aliases: [甲, 5]\n", [("JDZ106", 12, 18)]),
    ("    tier: core\n", "    tier: core\n    owner: 科技局\n", [("JDZ106", 12, 12)]),
    ("{2020: 2.20}", "2.20", [("JDZ106", 15, 15)]),
    ("{2020: 2.20}", "{2020: 2.20, 2019: 2.1}", [("JDZ106", 15, 15)]),
    ("{2020: 2.20}", "{220: 2.20}", [("JDZ106", 15, 16)]),
    ("{at_least: 2.5}", "{}", [("JDZ106", 16, 13)]),
    ("{at_least: 2.5}", "{at_least: 2.5, more_than: 2}", [("JDZ106", 16, 13)]),
    ("{at_least: 2.5}", "{between: [3, 2]}", [("JDZ106", 16, 13)]),
    ("{at_least: 2.5}", "{between: [1, 2, 3]}", [("JDZ106", 16, 23)]),
    ("{at_least: 2.5}", "{between: [1]}", [("JDZ106", 16, 23)]),
    ("{at_least: 2.5}", "{between: [1, x]}", [("JDZ106", 16, 27)]),
    ("    source: {chapter: 1}\n", "    source: []\n", [("JDZ106", 17, 13)]),
    ("    source: {chapter: 1}\n", "    source: 第一章\n", [("JDZ106", 17, 13)]),
    # faults in a source are one fault each
    ("    source: {chapter: 1}\n", "    source: {}\n", [("JDZ106", 17, 13)]),
    (
        "    source: {chapter: 1}\n",
        "    source:\n      - {chapter: 1}\n      - {table: 1}\n",
        [("JDZ106", 19, 9)],
    ),
    ("    source: {chapter: 1}\n", "    source: {chapter: 1, tabel: 1}\n", [("JDZ104", 17, 26)]),
    ("    source: {chapter: 1}\n", "    source: {chapter: 1.5}\n", [("JDZ106", 17, 23)]),
    ("    source: {chapter: 1}\n", "    source: {chapter: [1]}\n", [("JDZ106", 17, 23)]),
    # what the fields say together
    ("better: higher", "better: lower", [("JDZ108", 14, 13)]),
    ("goal: G1", "goal: G2", [("JDZ109", 10, 11)]),
    ("{baseline: 2020, first", "{baseline: 2022, first", [("JDZ111", 4, 11)]),
    ("{2020: 2.20}", "{2020: 2.60}", [("JDZ112", 15, 15)]),
    ("goals:\n", "policy: {bands: {ahead: 0.5}}\ngoals:\n", [("JDZ113", 5, 17)]),
    ("    tier: core\n", "    tier: core\n    assess: false\n", [("JDZ114", 12, 13)]),
    ("{at_least: 2.5}", "{at_least: 2.5, first: 2021}", [("JDZ115", 16, 36)]),
]


@pytest.mark.parametrize(("old", "new", "expected"), CHANGES)
def test_a_fault_is_told_at_its_place(old: str, new: str, expected: list[Fault]) -> None:
    assert faults(changed(old, new)) == expected


def test_two_indicators_of_one_name_are_told_at_the_second() -> None:
    lines = MINIMAL.splitlines(keepends=True)
    second = "".join(lines[7:]).replace("  rd:", "  other:")
    text = MINIMAL + second
    assert faults(text) == [("JDZ110", 19, 16)]


def test_a_duplicate_names_the_first() -> None:
    (finding,) = findings_of(changed("    tier: core\n", "    tier: core\n    tier: goal\n"))
    assert finding.params == {"key": "tier", "first": 11}


@pytest.mark.parametrize(
    ("old", "new", "where", "near"),
    [
        ("    goal: G1\n", "    goal: G1\n    alias: [甲]\n", "indicators.rd.alias", "aliases"),
        ("  id: demo\n", "  id: demo\n  langauge: zh\n", "plan.langauge", "language"),
        ("goals:\n", "polcy: {}\ngoals:\n", "polcy", "policy"),
        ("goals:\n", "policy: {band: {}}\ngoals:\n", "policy.band", "bands"),
        ("{at_least: 2.5}", "{at_least: 2.5, At Least: 2}", "indicators.rd.target.At Least", None),
        ("{zh: 目标}", "{zh: 目标, cn: 目标}", "goals.G1.name.cn", None),
        ("goals:\n", "负责人: 甲\ngoals:\n", "负责人", None),
        ("goals:\n", "true: 甲\ngoals:\n", "true", None),
        ("goals:\n", "2.20: 甲\ngoals:\n", "2.20", None),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest(
    old: str, new: str, where: str, near: str | None
) -> None:
    findings = findings_of(changed(old, new))
    (finding,) = (f for f in findings if f.rule is Rule.UNKNOWN_KEY)
    assert finding.params["where"] == where
    if near is not None:
        assert finding.params["near"] == near


def test_an_unknown_key_tells_what_is_possible_there() -> None:
    (finding,) = findings_of(changed("{zh: 目标}", "{zh: 目标, cn: 目标}"))
    assert finding.params["known"] == ("zh", "en")


def test_an_indicator_may_be_called_like_a_key() -> None:
    text = MINIMAL.replace("  rd:", "  target:") + "    binfing: stated\n"
    (finding,) = findings_of(text)
    assert finding.params["near"] == "binding"


def test_a_fault_in_a_union_is_told_without_inner_names() -> None:
    text = changed("    source: {chapter: 1}\n", "    source: {chapter: [1]}\n")
    for finding in findings_of(text):
        where = str(finding.params["where"])
        assert not where.endswith(("int", "str"))


def test_a_value_is_told_as_it_was_typed() -> None:
    (finding,) = findings_of(changed("{at_least: 2.5}", "{at_least: true}"))
    assert finding.params["found"] == "true"


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ("{at_least: [1]}", "[…]"),
        ("{at_least: {a: 1}}", "{…}"),
        ("{at_least: 2.5, by: null, form: null}", "null"),
        (f"{{at_least: {'很' * 40}}}", "很" * 40),
        (f"{{at_least: {'很' * 41}}}", "很" * 40 + "…"),
    ],
)
def test_a_value_is_told_in_short(new: str, found: str) -> None:
    (finding,) = findings_of(changed("{at_least: 2.5}", new))
    assert finding.params["found"] == found


def test_every_fault_is_told_at_once() -> None:
    text = (
        changed("better: higher", "better: up")
        .replace("id: demo", "id: 5")
        .replace("2.20", "x")
        .replace("    tier: core\n", "    tier: core\n    tier: core\n")
    )
    assert sorted(faults(text)) == [
        ("JDZ103", 12, 5),
        ("JDZ106", 2, 7),
        ("JDZ106", 15, 13),
        ("JDZ106", 16, 22),
    ]


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "---\n", "null\n"])
def test_an_empty_plan_is_told_at_its_start(text: str) -> None:
    ((code, line, _),) = faults(text)
    assert (code, line) == ("JDZ101", 0)


@pytest.mark.parametrize("text", ["- plan\n", "plan\n", "5\n"])
def test_a_plan_without_keys_is_told_at_its_start(text: str) -> None:
    assert faults(text) == [("JDZ106", 1, 1)]


# What the parser itself stumbles over: the fault and the kind of hint.
SYNTAX: list[tuple[str, Fault, str | None]] = [
    (changed("  id: demo\n", "\tid: demo\n"), ("JDZ102", 2, 1), "tab"),
    (changed("  id: demo\n", "  id: demo\n \ttitle: x\n"), ("JDZ102", 3, 2), "tab"),
    (changed("    goal: G1\n", "    goal：G1\n"), ("JDZ102", 10, 9), "wide_colon"),
    (changed("goals:\n", "goals：\n"), ("JDZ102", 5, 6), "wide_colon"),
    (changed("  id: demo\n", "  id：demo\n"), ("JDZ102", 2, 5), "wide_colon"),
    (changed("    tier: core\n", "     tier: core\n"), ("JDZ102", 11, 10), None),
    (changed("    tier: core\n", "   tier: core\n"), ("JDZ102", 11, 4), None),
    (changed("{zh: 规划}", "{zh: 规划"), ("JDZ102", 4, 9), None),
    (changed("tier: core", "tier: @core"), ("JDZ102", 11, 11), None),
    (changed("tier: core", "tier: core: x"), ("JDZ102", 11, 15), None),
]


@pytest.mark.parametrize(("text", "expected", "kind"), SYNTAX)
def test_a_syntax_error_is_told_at_its_place(text: str, expected: Fault, kind: str | None) -> None:
    assert faults(text) == [expected]
    assert kinds(text) == [kind]
    if kind is None:
        (finding,) = findings_of(text)
        assert finding.params["problem"]


def test_a_quote_left_open_is_told_where_it_opens() -> None:
    assert faults(changed("tier: core", "tier: 'core")) == [("JDZ102", 11, 11)]


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\ufffe"])
def test_a_control_character_is_told_at_its_line(character: str) -> None:
    ((code, line, _),) = faults(changed("{zh: 规划}", f"{{zh: 规{character}划}}"))
    assert (code, line) == ("JDZ102", 3)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("goals:\n", "policy:\n  bands：1\ngoals:\n", ("JDZ106", 6, 3)),
        ("    tier: core\n", "    tier: core\n    owner: lead：甲\n", ("JDZ106", 12, 12)),
        ("{2020: 2.20}", "2020：2.20", ("JDZ106", 15, 15)),
        ("{zh: 规划}", "{zh：规划}", ("JDZ106", 3, 11)),
        ("    source: {chapter: 1}\n", "    source:\n      chapter：1\n", ("JDZ106", 18, 7)),
    ],
)
def test_a_full_width_colon_in_a_value_is_told(old: str, new: str, expected: Fault) -> None:
    text = changed(old, new)
    assert faults(text) == [expected]
    assert kinds(text) == ["wide_colon"]


def test_a_full_width_colon_in_words_is_no_fault() -> None:
    assert (
        accepted(changed("{zh: 研发}", "{zh: 研发：强度}")).indicators["rd"].name.zh == "研发：强度"
    )


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

REFUSED: list[tuple[str, Fault, str]] = [
    ("a: &a [*a]\n", ("JDZ107", 1, 8), "alias"),
    ("a: &a {b: {c: *a}}\n", ("JDZ107", 1, 15), "alias"),
    (MINIMAL + "x: *nowhere\n", ("JDZ107", 18, 4), "alias"),
    (MINIMAL + "---\na: 1\n", ("JDZ107", 18, 1), "documents"),
    (MINIMAL + "...\n---\n", ("JDZ107", 19, 1), "documents"),
    (MINIMAL + "x: !!python/object:os.system 1\n", ("JDZ107", 18, 4), "tag"),
    (MINIMAL + "x: !!python/object/apply:os.system [ls]\n", ("JDZ107", 18, 4), "tag"),
    (MINIMAL + "x: !mine {a: 1}\n", ("JDZ107", 18, 4), "tag"),
    (MINIMAL + "x: !!int 5\n", ("JDZ107", 18, 4), "tag"),
    (MINIMAL + "x: !!binary aGk=\n", ("JDZ107", 18, 4), "tag"),
    (MINIMAL + "? [a, b]\n: 1\n", ("JDZ107", 18, 3), "key"),
    (MINIMAL + "? {a: b}\n: 1\n", ("JDZ107", 18, 3), "key"),
    ("[" * 900, ("JDZ107", 1, 31), "depth"),
    ("a: " + "[" * 900, ("JDZ107", 1, 33), "depth"),
    ("- " * 10_000, ("JDZ107", 1, 61), "depth"),
    ("{" * 900, ("JDZ107", 1, 2), "key"),
    ("? " * 10_000, ("JDZ107", 1, 3), "key"),
    ("{a: " * 10_000, ("JDZ107", 1, 121), "depth"),
]
LOADERS = [yaml.BaseLoader, getattr(yaml, "CBaseLoader", yaml.BaseLoader)]


@pytest.mark.parametrize("loader", LOADERS, ids=["python", "c"])
@pytest.mark.parametrize(
    ("text", "expected", "kind"),
    REFUSED,
    ids=[f"{kind}: {text[-40:]!r}" for text, _, kind in REFUSED],
)
def test_what_a_plan_never_needs_is_refused(
    text: str, expected: Fault, kind: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jdzplan.reading.yaml_tree._LOADER", loader)
    assert faults(text) == [expected]
    assert kinds(text) == [kind]


@pytest.mark.parametrize("loader", LOADERS, ids=["python", "c"])
def test_aliases_of_aliases_are_refused_before_they_grow(
    loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jdzplan.reading.yaml_tree._LOADER", loader)
    (finding,) = findings_of(LAUGHS)
    assert (finding.rule, finding.params["kind"]) == (Rule.YAML_REFUSED, "alias")
    assert finding.place.line in (5, 6)  # the content, or the alias that is one too many


@pytest.mark.parametrize("loader", LOADERS, ids=["python", "c"])
def test_both_parsers_give_the_same_plan_and_places(
    loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jdzplan.reading.yaml_tree._LOADER", loader)
    accepted(MINIMAL)
    for old, new, expected in CHANGES[:9]:
        assert faults(changed(old, new)) == expected


FIRST_CODE = """\
import sys
from jdzplan.reading.spec import read_plan
print(read_plan(sys.stdin.read(), "p")[1][0].rule.code)
"""


@pytest.mark.parametrize("text", ["[" * 100_000, "{" * 100_000, "- " * 100_000, LAUGHS])
def test_nothing_kills_the_process(text: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", FIRST_CODE],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stdout.strip()) == (0, "JDZ107")


def test_a_tag_says_its_name() -> None:
    (finding,) = findings_of(MINIMAL + "x: !mine 1\n")
    assert finding.params["found"] == "!mine"


def test_aliases_of_a_sensible_size_are_read() -> None:
    text = changed("{zh: 规划}", "&name {zh: 规划}").replace("{zh: 研发}", "*name")
    assert accepted(text).indicators["rd"].name.zh == "规划"


def test_a_fault_in_an_alias_is_told_where_the_content_stands() -> None:
    text = changed("{chapter: 1}}", "&s {chapter: 1, tabel: 1}}").replace(
        "    source: {chapter: 1}", "    source: *s"
    )
    assert {fault[1] for fault in faults(text)} == {6}


@pytest.mark.parametrize(
    "text",
    ["- 1\n" * 500_001, "a: &a [1, 1]\nb:\n" + "  - *a\n" * 170_000],
    ids=["long", "aliases"],
)
def test_a_plan_of_too_many_values_is_refused(text: str) -> None:
    with pytest.raises(YamlError) as refused:
        read_tree(text)
    assert refused.value.rule is Rule.YAML_REFUSED


def test_as_many_values_as_a_plan_may_have() -> None:
    assert len(read_tree("- 1\n" * 499_999)[0].value) == 499_999


def test_an_anchored_key_is_repeated_as_a_value_and_as_a_key() -> None:
    root, twice = read_tree("&x 2020: 1\nb: *x\n*x : 3\n")
    assert root.value == {"2020": 3, "b": 2020}
    assert [(error.line, error.params["first"]) for error in twice] == [(3, 1)]


def test_an_anchor_may_be_set_again() -> None:
    assert read_tree("a: &x 1\nb: &x 2\nc: *x\n")[0].value == {"a": 1, "b": 2, "c": 2}


def test_a_number_of_thousands_of_digits_is_told() -> None:
    assert faults(changed("last: 2025", f"last: {'9' * 5000}")) == [("JDZ106", 4, 47)]


# A plan with every key there is, so that each of them can be spoilt.
WHOLE: dict[str, Any] = {
    "plan": {
        "id": "demo",
        "title": {"zh": "规划", "en": "Plan"},
        "document": "1号",
        "issuer": {"zh": "科技局"},
        "issued": "2022-06-20",
        "period": {"baseline": 2020, "first": 2021, "last": 2025},
        "language": "zh",
    },
    "policy": {
        "path": "linear",
        "bands": {"ahead": 1.3, "on_track": 0.95, "lagging": 0.6},
        "reason": {"zh": "甲"},
    },
    "goals": {"G1": {"name": {"zh": "目标"}, "source": [{"chapter": 1, "section": "二"}]}},
    "indicators": {
        "rd": {
            "name": {"zh": "研发", "en": "R&D"},
            "aliases": ["强度"],
            "goal": "G1",
            "tier": "core",
            "binding": "unstated",
            "unit": "%",
            "unit_aliases": ["百分数"],
            "kind": "measured",
            "better": "higher",
            "owner": {"lead": "科技局", "note": "甲"},
            "baseline": {"2020": 2.2},
            "target": {
                "form": "by_year",
                "by": 2025,
                "by_reading": "printed",
                "at_least": 2.5,
                "stretch": 3,
                "printed": "2.5",
                "reading": "assumed",
            },
            "assess": False,
            "assess_reason": {"zh": "甲"},
            "source": {"document": "年鉴", "date": "2021-01-01", "table": 1, "box": 2, "item": 3},
            "notes": [{"question": {"zh": "甲"}, "reading": {"zh": "乙"}, "decided_by": "丙"}],
        },
        "band": {
            "name": {"zh": "区间"},
            "goal": "G1",
            "tier": "goal",
            "unit": "%",
            "kind": "measured",
            "better": "within",
            "target": {"form": "every_year", "first": 2021, "last": 2025, "between": [15, 20]},
            "source": {"chapter": 1},
        },
    },
}
# fmt: off
ODD: list[Any] = [
    None, True, 0, 5, -1, 1800, 2300, 20220620, 10**30, 2020.5,
    "", "x", "2_020", "２０２５", "2025", "：", "甲：乙", "9" * 60,
    [], [1], ["x"], [[]], [1, 2, 3], [2, 1],
    {}, {"x": 1}, {"zh": 1}, {"chapter": []}, {"2020": 1, "2021": 2},
    {"abc": 1}, {"1800": 1}, {"2300": 1}, {"": 1},
]
# fmt: on


def paths(tree: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value in a tree."""
    if above:
        yield above
    if isinstance(tree, dict | list):
        for step, child in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from paths(child, (*above, step))


def spoilt(path: tuple[Any, ...], odd: Any) -> str:
    """The whole plan with one value replaced; JSON is YAML."""
    tree = deepcopy(WHOLE)
    node = tree
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = odd
    return json.dumps(tree, ensure_ascii=False)


def test_the_whole_plan_is_accepted() -> None:
    accepted(json.dumps(WHOLE, ensure_ascii=False))


def test_every_value_spoilt_in_every_way_has_a_sentence_of_its_own() -> None:
    seen = set()
    for path in paths(WHOLE):
        for odd in ODD:
            for finding in findings_of(spoilt(path, odd)):
                if finding.rule is Rule.WRONG_VALUE:
                    seen.add(str(finding.params["kind"]))
    # As many as the models can raise; a shorter list would mean that this test finds less.
    assert seen >= {
        "bool_type", "dict_type", "empty_band",
        "empty_source", "empty_text", "enum", "greater_than_equal", "int_type",
        "less_than_equal", "model_type", "number", "one_bound", "string_pattern_mismatch",
        "string_too_short", "string_type", "too_long", "too_short", "tuple_type", "wide_colon",
    }  # fmt: skip
    unspoken = {
        kind
        for kind in seen
        if (Rule.WRONG_VALUE, kind) not in ZH.variants
        or (Rule.WRONG_VALUE, kind) not in EN.variants
    }
    assert unspoken == set()


def test_every_value_spoilt_is_told_inside_the_file() -> None:
    for path in paths(WHOLE):
        for odd in ODD[::4]:
            text = spoilt(path, odd)
            for _, line, column in faults(text):
                assert line == 1
                assert 1 <= column <= len(text) + 1


@pytest.mark.parametrize("day", ["2022-13-40", "2022-02-30"])
def test_a_day_that_no_calendar_has_is_told(day: str) -> None:
    text = MINIMAL.replace("  period:", f"  issued: {day}\n  period:", 1)
    assert [code for code, *_ in faults(text)] == ["JDZ106"]
    assert kinds(text) == ["date"]
