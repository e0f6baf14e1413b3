"""The digest in Markdown, as a reader sees it."""

import pytest

from jdzplan.actuals import Status
from jdzplan.catalogue import Rule
from jdzplan.check import Result, check
from jdzplan.findings import Finding, Place
from jdzplan.formats import By
from jdzplan.formats.markdown import cut, escaped, render
from jdzplan.gate import FailOn, FailOnVerdict, Gate
from jdzplan.plan import Plan
from jdzplan.wording.en import EN
from jdzplan.wording.zh import ZH
from tests.builders import a_plan, a_row, a_year, an_indicator
from tests.duties import a_task, with_duties
from tests.pages import NO_WIDTH, plain, read

PLAN = a_plan(an_indicator(name={"zh": "甲", "en": "X"}), y=an_indicator(name={"zh": "乙"}))
YEAR = a_year(2023, a_row("x", "205"), a_row("y", "390"))


def a_finding(rule: Rule = Rule.UNIT_MISSING, line: int = 2, path: str = "2023.csv") -> Finding:
    values = dict.fromkeys(("samples", "rows", "count", "indicator", "expected"), "1")
    return Finding(rule=rule, place=Place(path, line, 7, f"D{line}"), params=values)


def findings_of(*findings: Finding) -> list[list[str]]:
    return read(render(Result(plan=PLAN, findings=findings), EN, None, str)).tables[0]


@pytest.mark.parametrize(
    "text",
    [
        *("a|b", "a\\|b", "a\\", "\\\\|", "`a`", "``", "*a*", "**甲**、", "_a_", "__a__", "~~a~~"),
        *("<b>x</b>", "<!-- x -->", "&amp;", "&#64;x", "&", "R&D", "[a](b)", "![a](b)", "[^1]"),
        *("<https://a.cn>", "https://a.cn", "http://a.cn", "www.a.cn", "a@b.cn", "$a$", "{x}"),
        *("# a", "a #", "- a", "+ a", "1. a", "2) a", "> a", "---", "    a", "- [ ] a", "| a |"),
        *("@name", "#12", "!3", "GH-4", "~label", "%5", "$6", "&7", ":tada:", ":100:", "a:b:c"),
    ],
)
def test_any_text_is_shown_as_it_stands(text: str) -> None:
    plan = a_plan(an_indicator(name={"en": text}, baseline=None))
    page = read(render(check(plan, [a_year(2023, a_row())]), EN, None, str))
    assert plain(page.tables[0][1][0]) == text.strip()
    assert plain(page.items[0]).startswith(text.strip() + ": no baseline")
    assert page.inline == {"text"}
    assert page.blocks <= {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"),
        *(f"{part}_{end}" for part in ("table", "thead", "tbody", "tr", "th", "td")
          for end in ("open", "close")),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("@name @组织", ["@", "name @", "组织"]),
        ("a@b.cn", ["a@", "b.cn"]),
        ("#12 # 12", ["#", "12 # 12"]),
        ("gh-4", ["gh-", "4"]),
        ("5%", ["5%"]),
        ("%5 $6 &7 !8 ~甲", ["%", "5 $", "6 &", "7 !", "8 ~", "甲"]),
        ("http://www.a.cn", ["http:", "//www", ".a.cn"]),
        (":+1: 2023.csv:100:7: x", [":", "+1: 2023.csv:", "100:", "7: x"]),
        ("R&D: 1 of 2", ["R&D: 1 of 2"]),
    ],
)
def test_what_a_host_would_look_up_is_parted(text: str, parted: list[str]) -> None:
    [line] = read(escaped(text)).lines
    assert line.split(NO_WIDTH) == parted


@pytest.mark.parametrize(
    ("result", "headline"),
    [
        (Result(plan=None, findings=(a_finding(),)), "规划文件有错误，未能检查。"),
        (Result(plan=PLAN), "没有检查任何数据。"),
        (check(PLAN, [YEAR]), "检查通过。"),
        (
            check(PLAN, [YEAR], findings=[a_finding()]),
            "检查未通过：不予通过的问题1个、判定0项。",
        ),
        (
            check(PLAN, [YEAR], gate=Gate(fail_on_verdict=FailOnVerdict.LAGGING)),
            "检查未通过：不予通过的问题0个、判定1项。",
        ),
        (
            check(PLAN, [YEAR], findings=[a_finding()], gate=Gate(fail_on=FailOn.NEVER)),
            "检查通过。",
        ),
    ],
)
def test_the_headline_says_what_the_check_came_to(result: Result, headline: str) -> None:
    page = read(render(result, ZH, None, str))
    assert page.lines[0] == headline
    assert page.lines[1].startswith("数据质量问题：错误")


def test_findings_stand_worst_first_and_what_stops_before_them_all() -> None:
    warning, error = a_finding(Rule.SAMPLE_VALUES, 0), a_finding()
    assert [row[:3] for row in findings_of(warning, error)] == [
        ["severity", "rule", "place"],
        ["error", "JDZ303 unit-missing", "2023.csv:2"],
        ["warning", "JDZ310 sample-values", "2023.csv"],
    ]
    gate = Gate(fail_on=FailOn.NEVER, fail_on_verdict=FailOnVerdict.BEHIND)
    stopped = check(PLAN, [YEAR], findings=[error], gate=gate)
    rows = read(render(stopped, ZH, None, "sub/{}".format)).tables[0]
    assert [row[:3] for row in rows[1:]] == [
        ["错误", "未通过检查：滞后", "sub/2023.csv:2"],
        ["错误", "JDZ303 unit-missing", "sub/2023.csv:2"],
    ]
    assert rows[1][3].startswith("2023年滞后：甲（")


def test_of_many_findings_the_first_are_listed_and_the_rest_counted() -> None:
    many = tuple(a_finding(line=line) for line in range(2, 37))
    page = read(render(Result(plan=PLAN, findings=many), EN, None, str))
    assert [row[2] for row in page.tables[0]] == ["place", *(f"2023.csv:{n}" for n in range(2, 32))]
    assert page.lines[-2] == "5 more are not listed; the log has them all."
    assert len(findings_of(*many[:30])) == 31


def many_tasks() -> Result:
    tasks = {f"t{n}": a_task(due=2022, name={"en": f"Task {n}"}) for n in range(33)}
    plan: Plan = with_duties(PLAN, tasks=tasks)
    return check(plan, [YEAR, a_year(2023, is_tasks=True, path="2023.tasks.csv")])


def test_of_many_things_to_attend_to_the_first_are_listed_and_the_rest_counted() -> None:
    page = read(render(many_tasks(), EN, None, str))
    assert page.headings[-1] == "Needs attention"
    assert sum(item.startswith("missed (overdue): Task") for item in page.items) == 30
    assert page.lines[-1] == "3 more are not listed; the log has them all."


def test_what_is_asked_for_in_groups_is_listed_whole() -> None:
    page = read(render(many_tasks(), EN, By.GOAL, str))
    assert page.headings[-1] == "Grow (G1)"
    assert sum(item.startswith("missed (overdue): Task") for item in page.items) == 33


def test_the_table_has_numbers_on_the_right_and_remarks_below() -> None:
    text = render(check(PLAN, [YEAR]), ZH, None, str)
    page = read(text)
    assert page.tables == [
        [
            [
                "指标",
                "单位",
                "基期值",
                "目标值",
                "应达值",
                "实际值",
                "完成进度",
                "时序进度",
                "进度比",
                "判定",
            ],
            ["甲", "家", "200", ">=400", "320", "205", "2.5%", "60%", "0.04", "滞后"],
            ["乙", "家", "200", ">=400", "320", "390", "95%", "60%", "1.58", "快于预期"],
        ]
    ]
    assert page.items == ["甲：距2025年目标还差195家；今后2年需年均增加97.5家，此前年均增加1.67家"]
    assert "\n| --- | --- |" + " ---: |" * 7 + " --- |\n" in text
    assert "指标2项，已判定2项：快于预期1项，滞后1项；最低等次为滞后" in page.lines


def test_samples_have_a_banner_above_everything_they_touch() -> None:
    result = check(PLAN, [a_year(2023, a_row(status=Status.SAMPLE))])
    page = read(render(result, ZH, None, str))
    assert page.quotes == ["※ 样例数据1项，仅供演示，非公布数据。"]
    assert page.tables[1][1][-1].endswith("※")


NOTE = "\n\n篇幅超出限制，其余内容从略，完整内容见检查日志。\n"
ROOM = len(NOTE.encode())


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("一二\n", 7, "一二\n"),
        ("一二三\n" * 99, ROOM + 22, "一二三\n一二三" + NOTE),
        ("一二三\n" * 99, ROOM + 20, "一二三\n一二三" + NOTE),
        ("一二三\n" * 99, ROOM + 19, "一二三" + NOTE),
        ("一二三" * 99, ROOM + 5, "一" + NOTE),
        ("一二三" * 99, ROOM, NOTE),
        ("一二三" * 99, ROOM - 1, ""),
        ("一二三" * 99, -5, ""),
    ],
)
def test_a_digest_is_cut_between_lines_or_else_characters(text: str, most: int, kept: str) -> None:
    assert cut(text, most, ZH) == kept
