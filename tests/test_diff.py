"""`jdzplan diff` in real git repositories: what changed, what moved, and what it is told from."""

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import Cli
from tests.git_world import (
    AMENDMENT,
    FILES,
    HEADER,
    PLAN,
    TASKS,
    Y2022,
    Y2023,
    a_history,
    commit,
    git,
    replaced,
    write,
)

_2023 = "data/actuals/2023.csv"
_PLAN = "data/plan.yaml"
NEWER = replaced(Y2023, ("rd-intensity,2.37,%,最终,公报2024", "rd-intensity,2.38,%,最终,年鉴2024"))
MOVED = "  R&D intensity 2023: lagging → on track, 2.37% → 2.38%, source changed\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one commit, which is the working folder."""
    folder = a_history(tmp_path / "home")
    monkeypatch.chdir(folder)
    return folder


def test_a_verdict_that_moved_is_told_with_its_cause(home: Path, cli: Cli) -> None:
    write(home, {_2023: NEWER})
    run = cli("diff", "main", "--lang", "en")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "Compared: main → working tree\n\n"
        "Verdicts moved: 1 (better 1, worse 0, other 0)\n" + MOVED + "\n"
        "Figures: 1 (changed 1, added 0, removed 0)\n"
        '  R&D intensity 2023: 2.37% → 2.38%; source "公报2024" → "年鉴2024"\n'
    )
    assert cli("diff", "main", "--lang", "zh").out == (
        "比较：main → 工作区\n\n"
        "判定变动1项：好转1项，转差0项，其他0项\n"
        "  研发投入强度 2023年：进度偏慢 → 符合预期，2.37% → 2.38%，来源改动\n\n"
        "数据变动1项：修改1项，新增0项，删除0项\n"
        "  研发投入强度 2023年：2.37% → 2.38%；来源 “公报2024” → “年鉴2024”\n"
    )


def told(cli: Cli, *arguments: str | Path) -> str:
    run = cli("diff", *(arguments or ("main",)), "--lang", "en")
    assert run.code == 0, run.err
    return run.out


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("最终,公报2024", "最终,年鉴", '  R&D intensity 2023: source "公报2024" → "年鉴"\n'),
        ("%,最终", "%,修订", "  R&D intensity 2023: status final → revised\n"),
        ("20.1,亿元,初步,科技局\n", ",亿元,,\n", "removed 20.1 100m yuan (preliminary; source"),
        ("contracts,20.1", "gdp,1100", "  Gross domestic product 2023: added 1100 100m yuan"),
        ("320,家", "三百,家", "320 → unreadable; the row has an error\n"),
        (
            "320,家,最终,科技局",
            "320,家,最终,",
            '  High-tech firms 2023: source "科技局" → (none)\n',
        ),
    ],
)
def test_a_row_is_told_with_all_that_changed_in_it(
    home: Path, cli: Cli, old: str, new: str, says: str
) -> None:
    write(home, {_2023: replaced(Y2023, (old, new))})
    assert says in told(cli)


def test_another_notation_of_a_figure_is_no_change(home: Path, cli: Cli) -> None:
    rewritten = replaced(Y2023, ("20.1,亿元", "201000,万元"), ("2.37,%", "２.３７,%"))
    header, *rows = rewritten.splitlines(keepends=True)
    write(home, {_2023: (header + "".join(reversed(rows))).encode("gb18030")})
    assert told(cli) == "Compared: main → working tree\n\nNothing changed.\n"
    assert cli("diff", "main", "--lang", "zh").out.endswith("\n\n没有变动。\n")
    digest = cli("diff", "main", "--lang", "en", "--format", "markdown").out
    assert digest == "### Compared: main → working tree\n\nNothing changed.\n"


def test_a_figure_of_an_earlier_year_moves_a_later_verdict(home: Path, cli: Cli) -> None:
    """2023 is kept: R&D spending rose from 24 to 25; with 26 in 2022 it fell."""
    relation = """\
relations:
  keep:
    name: {zh: 研发经费不减, en: R&D spending does not fall}
    goal: G1
    rule: not_fall
    of: [rd-spending]
    source: {chapter: 1}
"""
    rows = {
        _PLAN: PLAN + relation,
        "data/actuals/2022.csv": Y2022 + "rd-spending,24,亿元,最终,年鉴\n",
        _2023: Y2023 + "rd-spending,25,亿元,最终,年鉴\n",
    }
    commit(home, {**rows})
    write(home, {"data/actuals/2022.csv": rows["data/actuals/2022.csv"].replace(",24,", ",26,")})
    spending = "R&D spending: 24 100m yuan → 26 100m yuan"
    assert f"  R&D spending does not fall 2023: achieved → missed, {spending} in 2022\n" in told(
        cli
    )


def test_a_year_that_is_new_is_told_as_new(home: Path, cli: Cli) -> None:
    row = HEADER + "rd-intensity,2.45,%,最终,公报2025\n"
    write(home, {"data/actuals/2024.csv": row})
    out = told(cli)
    assert "  R&D intensity 2024: new, on track, added 2.45%\n" in out
    assert "  5 more are new and cannot be judged\n" in out
    assert "  R&D intensity 2024: added 2.45% (final; source: 公报2025)\n" in out
    shutil.rmtree(home / "data" / "actuals")
    out = told(cli)
    assert "  R&D intensity 2023: no longer judged, was lagging, removed 2.37%\n" in out
    assert "more are gone that could not be judged\n" in out


def test_a_report_on_a_task_is_told(home: Path, cli: Cli) -> None:
    done = replaced(TASKS, ("进行中,", "完成,市政府批复"))
    write(home, {"data/actuals/2023.tasks.csv": done})
    out = told(cli)
    assert "→ achieved, stage under way → done, evidence changed\n" in out
    assert '2023: stage under way → done; evidence (none) → "市政府批复"\n' in out
    (home / "data/actuals/2023.tasks.csv").unlink()
    assert "  Ceramics institute opens 2023: removed under way\n" in told(cli)
    write(home, {"data/actuals/2023.tasks.csv": replaced(TASKS, ("institute", "rules"))})
    assert "  Rules issued 2023: added under way\n" in told(cli)


def test_changes_of_the_plan_stand_apart_from_those_of_the_data(home: Path, cli: Cli) -> None:
    plan = replaced(
        PLAN,
        (
            "    baseline: {2020: 2.20}\n",
            "    owner: {lead: 市科技局}\n    baseline: {2020: 2.20}\n",
        ),
        ("en: Ceramics institute opens", "en: Institute opens"),
        ("  title: {zh: 某市科技创新规划", "  title: {zh: 某市规划"),
    )
    write(home, {_PLAN: plan})
    assert told(cli) == (
        "Compared: main → working tree\n\n"
        "Changes of the plan: 3\n"
        "  the plan's head: Chinese title 某市科技创新规划 → 某市规划\n"
        '  indicator "R&D intensity": responsible unit (none) → 市科技局\n'
        '  task "Institute opens": name Ceramics institute opens → Institute opens\n'
    )


def test_a_target_written_over_is_flagged_and_named_as_the_cause(home: Path, cli: Cli) -> None:
    write(home, {_PLAN: replaced(PLAN, ("{at_least: 30}", "{at_least: 24}"))})
    out = told(cli)
    # 20.1 of 13.1 to 24: 7/10.9 in 3/5 of the time, a pace of 1.07.
    assert "  Technology contracts 2023: lagging → on track, target >=30 → >=24\n" in out
    assert '  indicator "Technology contracts": target >=30 → >=24\n' in out
    assert (
        'data/plan.yaml: JDZ410 warning what the plan promises of "Technology contracts" was '
        "written over (target >=30 → >=24), not amended"
    ) in out


def test_a_target_that_an_amendment_changes_is_not_flagged(home: Path, cli: Cli) -> None:
    """300 firms of 200 to 400 have a pace of 0.83, of 200 to 360 one of 1.04."""
    commit(home, {_2023: replaced(Y2023, ("firms,320", "firms,300"))})
    write(home, {_PLAN: AMENDMENT + PLAN})
    assert told(cli) == (
        "Compared: main → working tree\n\n"
        "Verdicts moved: 1 (better 1, worse 0, other 0)\n"
        '  High-tech firms 2023: lagging → on track, added amendment "市政发〔2023〕15号"\n\n'
        "Changes of the plan: 1\n"
        '  added amendment "市政发〔2023〕15号"\n'
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [("", ""), ("{at_least: 360}", "{at_least: 320}"), ("2023-11-20", "2022-11-20")],
)
def test_an_amendment_taken_back_or_rewritten_is_flagged(
    home: Path, cli: Cli, old: str, new: str
) -> None:
    commit(home, {_PLAN: AMENDMENT + PLAN})
    write(home, {_PLAN: (AMENDMENT.replace(old, new) if old else "") + PLAN})
    says = 'JDZ410 warning the amendment "市政发〔2023〕15号" that stood in the plan is gone'
    assert says in told(cli)


def test_the_reason_of_an_amendment_may_be_worded_better(home: Path, cli: Cli) -> None:
    commit(home, {_PLAN: AMENDMENT + PLAN})
    write(home, {_PLAN: AMENDMENT.replace("省级目标下调", "省级目标调低") + PLAN})
    assert told(cli) == (
        "Compared: main → working tree\n\n"
        "Changes of the plan: 1\n"
        '  amendment "市政发〔2023〕15号": reason (Chinese) 省级目标下调 → 省级目标调低\n'
    )


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "{2020: 200}",
            "{2020: 180}",
            '"High-tech firms" was written over (baseline 2020 200 → 180)',
        ),
        ("due: 2024", "due: 2025", '"Rules issued" was written over (due year 2024 → 2025)'),
        (
            "      tianxin: {zh: 天新药业, en: Tianxin Pharma}\n",
            "",
            '"Lead firms" was written over',
        ),
        ("{at_least: 30}", "{at_least: 30, by: 2024}", "(target year (none) → 2024)"),
        ("{zh: 天新药业", "{zh: 天新", None),
        ("{at_least: 30}", "{at_least: 30.0}", None),
        ("{at_least: 30}", "{at_least: 30, printed: 三十}", None),
        ("institute:", "academy:", None),
    ],
)
def test_what_counts_as_a_promise(
    home: Path, cli: Cli, old: str, new: str, says: str | None
) -> None:
    write(home, {_PLAN: replaced(PLAN, (old, new))})
    out = told(cli)
    assert "Changes of the plan: " in out
    assert (says in out) if says else ("JDZ410" not in out)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("rate: {value: 3}", "rate: {value: 2}", "(rate 3 → 2)"),
        ("rate: {value: 3}", "rate: {value: 3, note: {zh: 省定}}", None),
        ("rate: {}", "rate: {value: 3}", None),
        ("of: [rd-spending]", "of: [gdp]", "(of rd-spending → gdp)"),
    ],
)
def test_a_number_still_to_come_may_be_filled_in_and_not_changed(
    home: Path, cli: Cli, old: str, new: str, says: str | None
) -> None:
    relation = """\
relations:
  grow:
    name: {zh: 研发经费增长, en: R&D spending grows}
    goal: G1
    rule: average_growth
    of: [rd-spending]
    rate: {value: 3}
    source: {chapter: 1}
"""
    relation = relation if old in relation else relation.replace("rate: {value: 3}", old)
    commit(home, {_PLAN: PLAN + relation})
    write(home, {_PLAN: PLAN + replaced(relation, (old, new))})
    out = told(cli)
    assert (says in out) if says else ("JDZ410" not in out)


def test_an_indicator_taken_out_is_flagged(home: Path, cli: Cli) -> None:
    start, end = PLAN.index("  contracts:\n"), PLAN.index("  lead-firms:\n")
    write(
        home,
        {
            _PLAN: PLAN[:start] + PLAN[end:],
            _2023: replaced(Y2023, ("contracts,20.1,亿元,初步,科技局\n", "")),
        },
    )
    out = told(cli)
    assert '  removed indicator "Technology contracts"\n' in out
    assert 'JDZ410 warning "Technology contracts" was taken out of the plan, not amended' in out


def test_an_indicator_under_a_new_id_keeps_its_history(home: Path, cli: Cli) -> None:
    files = {
        _PLAN: replaced(PLAN, ("  contracts:\n", "  tech-contracts:\n")),
        _2023: replaced(Y2023, ("contracts,", "tech-contracts,")),
    }
    write(home, {**files})
    assert told(cli) == (
        "Compared: main → working tree\n\n"
        "Changes of the plan: 1\n"
        '  indicator "Technology contracts": id contracts → tech-contracts\n'
    )


def test_a_baseline_counted_anew_is_a_revision_and_not_flagged(home: Path, cli: Cli) -> None:
    revision = """\
revisions:
  - indicator: high-tech-firms
    kind: baseline
    from: 200
    to: 204
    published: 2023-05-11
    body: {zh: 市统计局}
    document: 经济普查公报
    reason: {zh: 经济普查}
"""
    write(home, {_PLAN: revision + PLAN})
    assert told(cli).endswith('Changes of the plan: 1\n  added revision "经济普查公报"\n')
    commit(home)
    write(home, {_PLAN: revision.replace("204", "208") + PLAN})
    assert told(cli).endswith('  revision "经济普查公报": value since 204 → 208\n')


def test_cut_offs_that_changed_are_the_cause(home: Path, cli: Cli) -> None:
    """0.944, the pace of 2023, is lagging below 0.95 and on track from 0.94 on."""
    policy = "policy:\n  bands: {on_track: 0.94}\n  gate: {fail_on: warning}\n"
    write(home, {_PLAN: replaced(PLAN, ("policy:\n", policy))})
    out = told(cli)
    moved = "R&D intensity 2023: lagging → on track, policy: cut-off of on track 0.95 → 0.94\n"
    assert moved in out
    assert "  policy: gate.fail_on error → warning\n" in out


READINGS = """\
target: {form: every_year, at_least: 15}
    readings:
      strict:
        name: {zh: 从严, en: read strictly}
        target: {form: every_year, at_least: 25}
"""


def test_another_reading_and_the_period_have_verdicts_of_their_own(home: Path, cli: Cli) -> None:
    """Yearly rule: 15 contracts each year; read otherwise, 25."""
    old, new = (
        replaced(
            PLAN,
            (
                "target: {at_least: 30}\n",
                READINGS.replace("15", str(bound)).replace("25", str(bound + 10)),
            ),
        )
        for bound in (15, 5)
    )
    rows = {"data/actuals/2021.csv": HEADER + "contracts,10,亿元,最终,公报\n"}
    commit(home, {_PLAN: old, **rows})
    write(home, {_PLAN: new})
    out = told(cli)
    assert "  Technology contracts, period to 2021: missed → on track, target >=15 → >=5\n" in out
    assert (
        "  Technology contracts (read strictly) 2023: missed → achieved, "
        "readings.strict.target.at_least 25 → 15\n"
    ) in out
    content = json.loads(cli("diff", "main", "--format", "json").out)
    spans = {(each["year"], each["span"], each["reading"]) for each in content["verdicts"]}
    assert {(2021, "period", None), (2023, "year", "strict")} <= spans


def test_members_regions_and_notes_are_named(home: Path, cli: Cli) -> None:
    rows = "编号,数值,单位,地区,备注\nlead-firms/heimao,是,,,\ncontracts,20.1,亿元,,\n"
    commit(home, {_2023: rows})
    changed = replaced(rows, ("是,,,", "否,,,上报有误"), ("20.1,亿元,,\n", "20.1亿元,,,\n"))
    write(home, {_2023: changed + "contracts,3,亿元,昌江区,初报\n"})
    out = told(cli)
    assert '  Lead firms (Heimao Group) 2023: 是 → 否; note (none) → "上报有误"\n' in out
    assert "  Technology contracts (昌江区) 2023: added 3 100m yuan\n" in out
    assert "Technology contracts 2023" not in out


def test_a_row_that_was_wrong_and_is_gone_is_told(home: Path, cli: Cli) -> None:
    commit(home, {_2023: Y2023 + "gdp,1100,元/人,最终,公报\n"})
    write(home, {_2023: Y2023})
    says = "domestic product 2023: removed 1100 元/人 (final; source: 公报; the row has an error)"
    assert says in told(cli)


def test_many_changes_in_one_cause_are_counted(home: Path, cli: Cli) -> None:
    """Five members of a set reported anew: three are named."""
    members = "".join(f"      m{i}: {{zh: 企业{i}, en: Firm {i}}}\n" for i in range(5))
    plan = replaced(PLAN, ("    members:\n", "    members:\n" + members))
    rows = "".join(f"lead-firms/m{i},否,,最终,\n" for i in range(5))
    rows += "lead-firms/heimao,是,,最终,\nlead-firms/tianxin,是,,最终,\n"
    at_end = "data/actuals/2025.csv"
    commit(home, {_PLAN: plan, at_end: HEADER + rows})
    write(home, {at_end: HEADER + rows.replace("否", "是")})
    out = told(cli)
    assert (
        "  Lead firms 2025: missed → achieved, Lead firms (Firm 0): 否 → 是, "
        "Lead firms (Firm 1): 否 → 是, Lead firms (Firm 2): 否 → 是, 2 more are left out\n"
    ) in out


# Sides: revisions, folders, tables.


def test_a_branch_is_held_against_where_it_parted(home: Path, cli: Cli) -> None:
    git(home, "checkout", "-q", "-b", "work")
    commit(home, {_2023: NEWER})
    git(home, "checkout", "-q", "main")
    commit(home, {"data/actuals/2022.csv": replaced(Y2022, ("270", "280"))})
    assert told(cli, "main...work").startswith("Compared: main...work → work\n")
    assert "High-tech firms 2022" not in told(cli, "main...work")
    both = told(cli, "main..work")
    assert "  High-tech firms 2022: on track → lagging, 280 → 270\n" in both
    assert both == told(cli, "main", "work")
    git(home, "merge", "-q", "--no-edit", "work")
    assert told(cli, "main~1", "main").count(" → ") == told(cli, "main^1..").count(" → ")
    assert MOVED in told(cli, "main^1", "main")
    assert "  High-tech firms 2022: lagging → on track, 270 → 280\n" in told(cli, "main^2", "main")


@pytest.mark.parametrize("name", ["数据 仓库", "a b", "it's"])
def test_a_repository_that_moved_is_found_again(home: Path, cli: Cli, name: str) -> None:
    (home / name).mkdir()
    git(home, "mv", "data", f"{name}/data")
    commit(home)
    write(home, {f"{name}/{_2023}": NEWER})
    os.chdir(home / name)
    assert MOVED in told(cli, "main")
    assert MOVED in told(cli, "main~1")
    assert told(cli, "main~1", "main").endswith("Nothing changed.\n")
    os.chdir(home)
    assert MOVED in told(cli, f"main:{name}", name)


def test_before_the_first_commit_everything_is_new(
    tmp_path: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path, {**FILES})
    monkeypatch.chdir(tmp_path)
    for name in ("HEAD", "0" * 40):
        run = cli("diff", name, "--lang", "en")
        assert run.code == 0
        assert (
            run.err == f"jdzplan: there is no plan in {name} yet, so everything counts as added.\n"
        )
        assert "  R&D intensity 2023: new, lagging, added 2.37%\n" in run.out
        assert '  added indicator "R&D intensity"\n' in run.out
        assert "JDZ410" not in run.out
    commit(tmp_path)
    assert told(cli, "HEAD").endswith("Nothing changed.\n")


def test_a_table_of_gbk_in_the_old_side_is_read(home: Path, cli: Cli) -> None:
    commit(home, {_2023: Y2023.encode("gb18030")})
    write(home, {_2023: NEWER})
    assert MOVED in told(cli)


def test_two_folders_need_no_git(home: Path, cli: Cli, tmp_path: Path) -> None:
    write(tmp_path / "other", {**FILES, _2023: NEWER})
    out = told(cli, home, tmp_path / "other")
    assert MOVED in out
    assert out == told(cli, home / _PLAN, tmp_path / "other" / _PLAN).replace("/data/plan.yaml", "")


def test_two_tables_are_held_against_each_other_alone(home: Path, cli: Cli) -> None:
    write(home, {"新 表/2023.csv": NEWER, "data/actuals/2022.csv": replaced(Y2022, ("270", "280"))})
    out = told(cli, _2023, "新 表/2023.csv")
    assert out.startswith(f"Compared: {_2023} → 新 表/2023.csv\n")
    assert MOVED in out
    assert "2022" not in out
    assert MOVED in told(cli, "main", "新 表/2023.csv")
    assert "2022" not in told(cli, "main", "新 表/2023.csv")


def test_a_table_of_no_known_year_cannot_be_compared(home: Path, cli: Cli) -> None:
    write(home, {"table.csv": Y2023})
    run = cli("diff", _2023, "table.csv", "--lang", "en")
    assert (run.code, run.out) == (2, "")
    told_first, leaves = run.err.splitlines()
    assert told_first.startswith("table.csv: JDZ2")
    assert leaves == "jdzplan: table.csv has errors, nothing was compared."


def test_a_year_that_is_a_link_is_read_where_it_leads(home: Path, cli: Cli) -> None:
    (home / "2023 最终.csv").write_text(Y2023, encoding="utf-8")
    (home / _2023).unlink()
    (home / _2023).symlink_to("../../2023 最终.csv")
    commit(home)
    write(home, {"2023 最终.csv": NEWER})
    assert MOVED in told(cli)


def test_a_bad_table_of_one_side_is_told_and_its_rows_do_not_count(home: Path, cli: Cli) -> None:
    commit(home, {_2023: b"\x00\xff\x00"})
    write(home, {_2023: Y2023})
    run = cli("diff", "main", "--lang", "en")
    assert run.code == 0
    assert run.err.startswith("main:data/actuals/2023.csv: JDZ204 error")
    assert "R&D intensity 2023: not assessed (the row or its file has errors" in run.out
    assert "  R&D intensity 2023: unreadable → 2.37%; the row's error is mended\n" in run.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("v9",), '"v9" is neither a path here nor a revision that git knows.'),
        (("--", "-p"), '"-p" is neither a path here nor a revision that git knows.'),
        (("main:nowhere",), 'there is no plan in "main:nowhere".'),
        (("main...v9",), '"v9" is neither'),
        (("main", "2024.csv"), '"2024.csv" is neither'),
        (("old",), "data/plan.yaml has errors, nothing was compared."),
        (("other...main",), '"other" and "main" have no commit in common.'),
        (("two",), "two holds several plans: a/data/plan.yaml、b/data/plan.yaml. Say which"),
        (("linked",), "linked:data/actuals is a symbolic link"),
        (("main", "--output", "text=data/plan.yaml"), "data/plan.yaml"),
        (("main", "--output", "csv=x"), "csv=x"),
        (("main", "--output", "text=no/such/x.txt"), "no/such/x.txt"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(
    home: Path, cli: Cli, arguments: tuple[str, ...], says: str
) -> None:
    git(home, "checkout", "-q", "-b", "old")
    commit(home, {_PLAN: "plan: 5\n"})
    git(home, "checkout", "-q", "--orphan", "other")
    commit(home, {_PLAN: PLAN})
    git(home, "checkout", "-q", "-b", "linked", "main")
    (home / "data" / "actuals").rename(home / "actuals")
    (home / "data" / "actuals").symlink_to("../actuals")
    commit(home)
    git(home, "checkout", "-q", "-b", "two", "main")
    git(home, "rm", "-rq", "data")
    commit(home, {f"a/{_PLAN}": PLAN, f"b/{_PLAN}": PLAN})
    git(home, "checkout", "-q", "main")
    run = cli("diff", "--lang", "en", *arguments)
    assert (run.code, run.out) == (2, "")
    assert says in run.err
    assert "Traceback" not in run.err


def test_a_shallow_clone_says_how_to_get_the_rest(
    home: Path, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = git(home, "rev-parse", "HEAD")
    git(home, "checkout", "-q", "-b", "work")
    commit(home, {_2023: NEWER})
    git(home, "checkout", "-q", "main")
    commit(home)
    git(tmp_path, "clone", "-q", "--depth=1", "--no-single-branch", f"file://{home}", "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    for name in (first, "HEAD...origin/work"):
        run = cli("diff", name)
        assert run.code == 2
        assert "git fetch --unshallow" in run.err
    assert MOVED in told(cli, "origin/main", "origin/work")


def test_without_git_it_is_said_what_is_missing(
    home: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(home))
    monkeypatch.setenv("JDZPLAN_LANG", "en")
    for arguments in (("diff", "main"), ("check", "--since", "main")):
        run = cli(*arguments)
        assert (run.code, run.out) == (2, "")
        assert run.err == (
            "jdzplan: no git program found. Comparing with a revision needs it; install git and "
            "try again.\n"
        )


def test_outside_a_repository_git_says_so(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {**FILES})
    monkeypatch.chdir(tmp_path)
    run = cli("diff", "main", "--lang", "en")
    assert run.code == 2
    assert run.err.startswith("jdzplan: git gave no answer: fatal: not a git repository")


def test_git_runs_nothing_of_the_repository_and_writes_nothing(
    home: Path, cli: Cli, tmp_path: Path
) -> None:
    """Programs that a configuration or an attribute names, hooks, and replaced objects."""
    trap = tmp_path / "trap"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{trap}'\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    settings = {
        "core.fsmonitor": program,
        "core.pager": program,
        "diff.csv.textconv": program,
        "diff.external": program,
        "filter.csv.smudge": program,
        "core.hooksPath": tmp_path / "hooks",
    }
    for name, value in settings.items():
        git(home, "config", name, str(value))
    (tmp_path / "hooks").mkdir()
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        shutil.copy(program, tmp_path / "hooks" / hook)
    write(home, {".git/info/attributes": "*.csv diff=csv filter=csv\n", _2023: NEWER})
    trap.unlink(missing_ok=True)
    before = fingerprint(home)
    assert MOVED in told(cli, "main")
    cli("check", "--since", "main")
    assert fingerprint(home) == before
    assert not trap.exists()


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below a folder, with its content and when it was written."""
    return {
        str(path): f"{path.stat().st_mtime_ns} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_replaced_commit_hides_nothing(home: Path, cli: Cli) -> None:
    first = git(home, "rev-parse", "HEAD")
    second = commit(home, {_2023: NEWER})
    git(home, "replace", first, second)
    assert MOVED in told(cli, first)


def test_a_hook_of_another_folder_does_not_lead_git_astray(
    home: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(home, {_2023: NEWER})
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert MOVED in told(cli, "main")


# Ways out.


def test_the_exit_code_tells_of_changes_only_if_asked(home: Path, cli: Cli) -> None:
    assert cli("diff", "main", "--exit-code").code == 0
    write(home, {_2023: NEWER})
    assert cli("diff", "main").code == 0
    for target in ("text", "json", "markdown"):
        assert cli("diff", "main", "--exit-code", "--format", target).code == 1


def test_copies_are_written_in_every_format(home: Path, cli: Cli) -> None:
    write(home, {_2023: NEWER})
    run = cli(
        "diff", "main", "--output", "json=a.json", "--output", "markdown=评论 1.md", "--lang", "en"
    )
    assert run.code == 0
    assert MOVED in run.out
    content = json.loads((home / "a.json").read_text("utf-8"))
    assert content["summary"]["verdicts"] == {"total": 1, "better": 1, "worse": 0, "other": 0}
    assert "- R&D intensity 2023: lagging → on track" in (home / "评论 1.md").read_text("utf-8")


def test_a_terminal_gets_no_line_wider_than_it_is(home: Path, cli: Cli) -> None:
    write(home, {_2023: NEWER})
    coloured = cli("diff", "main", "--color", "always", "--lang", "en").out
    assert "\x1b[32m  R&D intensity 2023: lagging → on track" in coloured
    assert cli("diff", "main", "HEAD", "--color", "always").out.endswith("没有变动。\n")
