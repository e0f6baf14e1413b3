"""`check --since`: what stood as final and what the plan promised cannot change in silence."""

from pathlib import Path

import pytest

from tests.conftest import Cli
from tests.git_world import (
    AMENDMENT,
    FILES,
    HEADER,
    PLAN,
    Y2022,
    Y2023,
    a_history,
    commit,
    git,
    replaced,
    write,
)

_2022, _2023, _PLAN = "data/actuals/2022.csv", "data/actuals/2023.csv", "data/plan.yaml"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one commit, which is the working folder."""
    folder = a_history(tmp_path / "home")
    monkeypatch.chdir(folder)
    return folder


def found(cli: Cli, *arguments: str) -> list[str]:
    """The findings on what changed in silence; all others are left out."""
    run = cli("check", *arguments, "--since", "main", "-q", "--lang", "en")
    lines = [line for line in run.out.splitlines() if "JDZ409" in line or "JDZ410" in line]
    assert run.code == any("JDZ409" in line for line in lines), run.out + run.err
    return lines


def test_a_final_figure_that_changed_is_an_error_at_its_cell(home: Path, cli: Cli) -> None:
    write(home, {_2022: replaced(Y2022, ("2.31", "2.35"))})
    (line,) = found(cli)
    assert line == (
        "data/actuals/2022.csv:2:14: JDZ409 error [B2] "
        '"R&D intensity" 2022 stood as final with 2.31% (main), now it is 2.35%, not marked as '
        "revised; if it was revised, set its status to revised and name the source; if not, put it "
        "back"
    )
    run = cli("check", "--since", "main", "-q", "--lang", "zh")
    assert (
        "“研发投入强度”2022年的最终数原为2.31%（main），现改为2.35%，未标明修订；"
        "若为修订，请将状态填为“修订”，并注明来源；若为误改，请恢复原值\n"
    ) in run.out


RD, FIRMS = "rd-intensity,2.31,%,最终,公报2023\n", "high-tech-firms,270,家,最终,科技局\n"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (RD, "rd-intensity,2.35,%,修订,年鉴\n", None),
        (RD, RD + "rd-intensity,2.35,%,修订,年鉴\n", None),  # both releases stand
        (RD, "rd-intensity,２.３１,%,最终,公报2023\n", None),
        (RD, "rd-intensity,2.31,%,最终,另一来源\n", None),
        (RD, "rd-intensity,2.31,%,,公报2023\n", None),
        (RD, "rd-intensity,2.310,%,最终,公报2023\n", None),
        (RD, "研发投入强度,2.31,%,最终,公报2023\n", None),
        (RD, "rd-intensity,二,%,最终,公报2023\n", None),  # an error of its own
        (RD, "rd-intensity,2.31,%,初步,公报2023\n", "now its status is preliminary"),
        (RD, "rd-intensity,2.35,%,初步,公报2023\n", "now it is 2.35%, not marked"),
        (RD, "rd-intensity,>=2.31,%,最终,公报2023\n", "now it is >=2.31%, not marked"),
        (RD, "rd-intensity,,%,,\n", "stood as final with 2.31% (main), now there is none"),
        (RD, "rd-intensity,—,%,,\n", "now there is none"),
        (RD, "", "data/actuals/2022.csv: JDZ409"),
        (FIRMS, FIRMS.replace("270,家", "2700,家"), "now it is 2700家"),
    ],
)
def test_what_may_happen_to_a_final_figure(
    home: Path, cli: Cli, old: str, new: str, says: str | None
) -> None:
    write(home, {_2022: replaced(Y2022, (old, new))})
    run = cli("check", "--since", "main", "-q", "--lang", "en")
    lines = [line for line in run.out.splitlines() if "JDZ409" in line]
    assert len(lines) == (says is not None), run.out
    assert says is None or says in lines[0]


@pytest.mark.parametrize(
    ("status", "is_settled"),
    [("最终", True), ("修订", True), ("", True), ("初步", False), ("估计", False), ("样例", False)],
)
def test_only_what_was_settled_is_held_to(
    home: Path, cli: Cli, status: str, is_settled: bool
) -> None:
    commit(home, {_2022: replaced(Y2022, ("2.31,%,最终", f"2.31,%,{status}"))})
    write(home, {_2022: replaced(Y2022, ("2.31,%,最终", "2.35,%,最终"))})
    assert len(found(cli)) == is_settled


def test_a_year_that_is_gone_is_told_figure_by_figure(home: Path, cli: Cli) -> None:
    (home / _2022).unlink()
    assert [line.partition(" stood")[0] for line in found(cli)] == [
        f'{_2022}: JDZ409 error "{name}" 2022' for name in ("R&D intensity", "High-tech firms")
    ]


def test_figures_after_the_year_that_is_checked_are_its_own_check_s_matter(
    home: Path, cli: Cli
) -> None:
    write(home, {_2023: replaced(Y2023, ("2.37", "2.38"))})
    assert found(cli, "2022.csv") == []
    assert found(cli, "--year", "2022") == []
    assert len(found(cli, "2023.csv")) == 1
    write(home, {_2022: replaced(Y2022, ("2.31", "2.35")), _2023: Y2023})
    assert len(found(cli, "2023.csv")) == 1


def test_very_many_are_not_told_as_one(home: Path, cli: Cli) -> None:
    members = "".join(f"      m{i}: {{zh: 企业{i}}}\n" for i in range(40))
    plan = replaced(PLAN, ("    members:\n", "    members:\n" + members))
    rows = "".join(f"lead-firms/m{i},是,,最终,\n" for i in range(40))
    commit(home, {_PLAN: plan, _2022: HEADER + rows})
    write(home, {_2022: HEADER + rows.replace("是", "否")})
    assert len(found(cli)) == 40


def test_promises_written_over_are_warnings(home: Path, cli: Cli) -> None:
    write(home, {_PLAN: replaced(PLAN, ("{at_least: 30}", "{at_least: 28}"))})
    (line,) = found(cli)
    assert line == (
        'data/plan.yaml: JDZ410 warning what the plan promises of "Technology contracts" was '
        "written over (target >=30 → >=28), not amended; put the first value back: a decision goes "
        "under amendments, a revised baseline under revisions; if a slip was corrected, say so in "
        "the commit"
    )
    write(home, {_PLAN: AMENDMENT + PLAN})
    assert found(cli) == []


def test_the_gate_may_take_either_as_it_likes(home: Path, cli: Cli) -> None:
    write(home, {_PLAN: replaced(PLAN, ("{at_least: 30}", "{at_least: 28}"))})
    assert cli("check", "--since", "main", "-q", "--fail-on", "warning").code == 1
    assert cli("check", "--since", "main", "-q", "--severity", "JDZ410=error").code == 1
    write(home, {_PLAN: PLAN, _2022: replaced(Y2022, ("2.31", "2.35"))})
    assert cli("check", "--since", "main", "-q", "--severity", "JDZ409=warning").code == 0
    assert cli("check", "-q").code == 0


def test_a_merge_is_held_against_both_that_it_came_from(home: Path, cli: Cli) -> None:
    git(home, "checkout", "-q", "-b", "work")
    commit(home, {_2023: replaced(Y2023, ("2.37,%,最终", "2.39,%,修订"))})
    git(home, "checkout", "-q", "main")
    commit(home, {_2022: replaced(Y2022, ("2.31,%,最终", "2.33,%,修订"))})
    git(home, "checkout", "-q", "work")
    git(home, "merge", "-q", "--no-edit", "main")
    assert found(cli) == []
    assert cli("check", "--since", "main...work", "-q").code == 0
    assert cli("check", "--since", "HEAD^1", "-q").code == 0


@pytest.mark.parametrize("name", ["HEAD", "0" * 40])
def test_before_the_first_commit_nothing_can_have_changed(
    tmp_path: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path, {**FILES})
    monkeypatch.chdir(tmp_path)
    run = cli("check", "--since", name, "-q")
    assert (run.code, run.err) == (0, "")


def test_a_plan_with_errors_in_the_revision_does_not_forbid_mending_it(
    home: Path, cli: Cli
) -> None:
    commit(home, {_PLAN: "plan: 5\n"})
    write(home, {_PLAN: PLAN, _2022: replaced(Y2022, ("2.31", "2.35"))})
    assert len(found(cli)) == 1


def test_an_unknown_revision_is_bad_usage(home: Path, cli: Cli) -> None:
    run = cli("check", "--since", "v9", "--lang", "en")
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        'jdzplan: "v9" is neither a path here nor a revision that git knows. A branch of a remote '
        "has to be fetched first.\n"
    )


def test_a_revision_may_be_of_another_folder(home: Path, cli: Cli) -> None:
    git(home, "mv", "data", "数据")
    (home / "a b").mkdir()
    git(home, "mv", "数据", "a b/data")
    write(home, {f"a b/{_2022}": replaced(Y2022, ("2.31", "2.35"))})
    run = cli("check", "--plan", "a b", "--since", "main", "-q")
    assert run.code == 1
    assert "a b/data/actuals/2022.csv:2:14: JDZ409" in run.out
