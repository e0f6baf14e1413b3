"""What a step of GitHub Actions leaves behind beside its log: its outputs and its summary."""

from pathlib import Path

import pytest

from tests.conftest import Cli
from tests.pages import read

CASES = Path(__file__).parent / "cases"
MIB = 1024 * 1024


@pytest.fixture
def step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data repository on GitHub Actions, with the files of a step beside it."""
    actuals = tmp_path / "repo" / "data" / "actuals"
    actuals.mkdir(parents=True)
    (actuals.parent / "plan.yaml").write_bytes((CASES / "plan.yaml").read_bytes())
    (actuals / "2023.csv").write_text("indicator,value,unit\nfirms,320,家\n", "utf-8")
    monkeypatch.chdir(tmp_path / "repo")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for name in ("output", "summary"):
        (tmp_path / name).touch()
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "output"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    return tmp_path


def outputs(step: Path) -> dict[str, str]:
    """The outputs as the runner reads them: a name and a value a line."""
    lines = (step / "output").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


def summary(step: Path) -> str:
    return (step / "summary").read_bytes().decode("utf-8")


def test_a_step_has_its_outputs_and_its_summary(step: Path, cli: Cli) -> None:
    assert cli("check", "2023.csv").code == 0
    assert outputs(step) == {
        "exit-code": "0",
        "errors": "0",
        "warnings": "0",
        "notes": "0",
        "stopping": "0",
        "indicators": "6",
        "judged": "1",
        "worst": "on_track",
        "achieved": "0",
        "ahead": "0",
        "on-track": "1",
        "lagging": "0",
        "behind": "0",
        "deteriorating": "0",
        "regressed": "0",
        "missed": "0",
        "not-assessed": "5",
    }
    assert read(summary(step)).headings[:2] == ["数据检查结果", "某市科技创新规划　2023年"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on-verdict", "on_track"], 1),
        (["nothing.csv"], 3),
        (["--year", "2023", "--format", "json"], 0),
        (["--annotations", "never", "--quiet"], 0),
        (["--format", "markdown", "--lang", "en"], 0),
    ],
)
def test_they_say_how_the_check_ended_whatever_was_printed(
    step: Path, cli: Cli, options: list[str], code: int
) -> None:
    files = [] if "nothing.csv" in options else ["2023.csv"]
    assert cli("check", *files, *options).code == code
    assert outputs(step)["exit-code"] == str(code)
    assert summary(step).startswith("## Check" if "en" in options else "## 数据")


def test_a_plan_that_cannot_be_used_is_told_too(step: Path, cli: Cli) -> None:
    (step / "repo" / "data" / "plan.yaml").write_text("plan: {}\n", "utf-8")
    assert cli("check", "2023.csv").code == 2
    told = outputs(step)
    assert (told["exit-code"], told["worst"], int(told["errors"]) > 0) == (
        "2",
        "not_assessed",
        True,
    )
    assert read(summary(step)).lines[0] == "规划文件有错误，未能检查。"


def test_elsewhere_nothing_is_written(
    step: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS")
    cli("check", "2023.csv")
    assert outputs(step) == {}
    assert summary(step) == ""


def test_without_the_files_of_a_step_the_check_is_as_ever(
    step: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_OUTPUT")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "")
    run = cli("check", "2023.csv")
    assert (run.code, run.err) == (0, "")


@pytest.mark.parametrize("variable", ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"])
def test_what_cannot_be_written_is_said_and_changes_nothing(
    step: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, str(step))
    run = cli("check", "2023.csv")
    assert run.code == 0
    assert str(step) in run.err


@pytest.mark.parametrize("end", ["\n", ""])
def test_what_stands_in_the_files_stays(step: Path, cli: Cli, end: str) -> None:
    (step / "output").write_text("a=1" + end)
    (step / "summary").write_text("<div>" + end)
    cli("check", "2023.csv")
    assert outputs(step)["a"] == "1"
    assert outputs(step)["exit-code"] == "0"
    assert summary(step).startswith("<div>\n\n##")
    assert read(summary(step)).headings[0] == "数据检查结果"


def test_names_from_the_plan_reach_no_output(step: Path, cli: Cli) -> None:
    plan = (step / "repo" / "data" / "plan.yaml").read_text("utf-8")
    hostile = plan.replace("高新技术企业数量", '"a\\nexit-code=0\\nx<<EOF\\n::error::x"')
    (step / "repo" / "data" / "plan.yaml").write_text(hostile, "utf-8")
    cli("check", "2023.csv", "--fail-on-verdict", "on_track")
    assert len(outputs(step)) == len((step / "output").read_text().splitlines())
    assert outputs(step)["exit-code"] == "1"


@pytest.mark.parametrize("before", [0, MIB // 2, MIB - 1500])
def test_a_summary_too_long_is_cut_and_says_so(step: Path, cli: Cli, before: int) -> None:
    plan = step / "repo" / "data" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("高新技术企业数量", "企" * MIB), "utf-8")
    (step / "summary").write_text("-" * before)
    assert cli("check", "2023.csv").code == 0
    text = summary(step)
    assert before + 300 < len(text.encode()) <= MIB
    assert text.endswith("篇幅超出限制，其余内容从略，完整内容见检查日志。\n")
    assert "\ufffd" not in text
    assert read(text)


def test_in_a_full_summary_nothing_more_is_put(step: Path, cli: Cli) -> None:
    (step / "summary").write_text("-" * (MIB - 20))
    assert cli("check", "2023.csv").code == 0
    assert len(summary(step)) == MIB - 20
