"""The command line as its users meet it: names, languages, exit codes, outputs."""

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.conftest import ROOT, Cli
from tests.runner import commands

GOOD = "indicator,value,unit\nfirms,320,家\n"
PLAN = (ROOT / "tests" / "cases" / "plan.yaml").read_text("utf-8")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return make_repo(tmp_path / "repo", monkeypatch)


def make_repo(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (root / "data" / "actuals").mkdir(parents=True)
    (root / "data" / "plan.yaml").write_text(PLAN, "utf-8")
    (root / "data" / "actuals" / "2023.csv").write_text(GOOD, "utf-8")
    monkeypatch.chdir(root)
    return root


def verdict(out: str, indicator: str, year: int = 2023) -> str:
    found = [a for a in json.loads(out)["assessments"] if a["indicator"] == indicator]
    return next(str(a["verdict"]) for a in found if a["year"] == year)


@pytest.mark.parametrize("below", [".", "data", "data/actuals"])
def test_the_plan_is_found_from_anywhere_inside(
    repo: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    monkeypatch.chdir(repo / below)
    assert cli("check", "2023.csv").code == 0


def test_the_plan_is_found_above_the_file(
    repo: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli("check", "repo/data/actuals/2023.csv").code == 0


@pytest.mark.parametrize("option", ["repo", "repo/data", "repo/data/plan.yaml"])
def test_the_plan_can_be_named(
    repo: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, option: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli("check", "--plan", option, "2023.csv").code == 0


def test_no_plan_anywhere_is_unusable_and_says_where_it_looked(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = cli("check", "--lang", "en", "2023.csv")
    assert (run.code, run.out) == (2, "")
    assert "data/plan.yaml" in run.err


def test_files_under_two_plans_are_unusable(
    repo: Path, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_repo(tmp_path / "other", monkeypatch)
    files = [tmp_path / name / "data" / "actuals" / "2023.csv" for name in ("repo", "other")]
    assert cli("check", *files).code == 2
    assert cli("check", "--plan", repo, *files).code == 1, "one year filed twice"


def test_without_files_every_year_is_checked(repo: Path, cli: Cli) -> None:
    (repo / "data" / "actuals" / "2022.csv").write_text(GOOD, "utf-8")
    result = json.loads(cli("check", "--format", "json").out)
    assert result["years"] == [2022, 2023]
    assert result["year"] is None


def test_year_alone_checks_that_year(repo: Path, cli: Cli) -> None:
    (repo / "data" / "actuals" / "2022.csv").write_text(GOOD, "utf-8")
    assert json.loads(cli("check", "--year", "2022", "--format", "json").out)["year"] == 2022
    assert cli("check", "--year", "2024").code == 3


def test_year_serves_a_file_that_has_none_in_its_name(repo: Path, cli: Cli) -> None:
    (repo / "return.csv").write_text(GOOD, "utf-8")
    assert "JDZ210" in cli("check", "return.csv").out
    run = cli("check", "return.csv", "--year", "2022", "--format", "json")
    assert verdict(run.out, "firms", 2022) == "ahead"  # 120 of 200 in two years of five: p = 1.5


def test_a_given_file_stands_in_for_its_year(repo: Path, cli: Cli) -> None:
    (repo / "2023.csv").write_text("indicator,value,unit\nfirms,400,家\n", "utf-8")
    assert verdict(cli("check", "2023.csv", "--format", "json").out, "firms") == "achieved"


def test_a_file_named_twice_is_read_once(repo: Path, cli: Cli) -> None:
    assert cli("check", "2023.csv", "data/actuals/2023.csv").code == 0


def test_a_missing_file_is_a_finding_and_the_rest_is_checked(repo: Path, cli: Cli) -> None:
    run = cli("check", "2032.csv", "2023.csv", "--format", "json")
    assert run.code == 1
    assert [f["code"] for f in json.loads(run.out)["findings"]] == ["JDZ201"]
    assert verdict(run.out, "firms") == "on_track"


def test_nothing_read_is_exit_3_and_says_where_it_looked(repo: Path, cli: Cli) -> None:
    run = cli("check", "nosuch.csv", "--lang", "en")
    assert run.code == 3
    assert "nosuch.csv, data/actuals/nosuch.csv" in run.out


def test_a_bad_earlier_year_is_one_warning_that_names_the_command(repo: Path, cli: Cli) -> None:
    bad = repo / "data" / "actuals" / "2022.csv"
    bad.write_text("indicator,value,unit\nfirms,x,家\nrank,y,位\n", "utf-8")
    run = cli("check", "2023.csv", "--lang", "en")
    assert run.code == 0
    assert run.out.count("2022.csv") == 2
    assert "JDZ212 warning" in run.out
    assert "jdzplan check data/actuals/2022.csv" in run.out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--fail-on-verdict", "deteriorating"], 0),
        (["--fail-on-verdict", "behind"], 1),
        (["--fail-on-verdict", "lagging"], 1),
        (["--fail-on-verdict", "not_assessed"], 1),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "never"], 0),
    ],
)
def test_the_gate(repo: Path, cli: Cli, options: list[str], code: int) -> None:
    year = "indicator,value,unit,status\nfirms,220,家,sample\n"
    (repo / "data" / "actuals" / "2023.csv").write_text(year, "utf-8")
    for form in ("text", "json", "csv"):
        assert cli("check", "2023.csv", "--format", form, *options).code == code


def test_one_run_feeds_several_outputs(repo: Path, cli: Cli) -> None:
    run = cli("check", "2023.csv", "--output", "json=r.json", "--output", "csv=r.csv")
    assert run.code == 0
    assert json.loads((repo / "r.json").read_text("utf-8"))["schema"] == "jdzplan/1"
    assert (repo / "r.csv").read_bytes().startswith(b"\xef\xbb\xbfindicator,")
    with (repo / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["pace"] for row in csv.DictReader(file) if row["indicator"] == "firms"] == ["1"]


@pytest.mark.parametrize(
    "options",
    [
        ["--output", "html=x"],
        ["--output", "json"],
        ["--output", "json=no/such/r"],
        ["--fail-on", "x"],
    ],
)
def test_bad_usage_is_exit_2(repo: Path, cli: Cli, options: list[str]) -> None:
    run = cli("check", "2023.csv", *options)
    assert (run.code, "Traceback" in run.err) == (2, False)


def test_what_was_typed_is_no_command_to_a_runner(repo: Path, cli: Cli) -> None:
    run = cli("check", "--severity", "##[error]a\n::error::b")
    assert (run.code, commands(run.err)) == (2, [])
    run = cli("check", "##[error]a", "b\n::error::b", "--quiet")
    assert (run.code, commands(run.out + run.err)) == (3, [])


def test_quiet_prints_findings_only(repo: Path, cli: Cli) -> None:
    assert cli("check", "2023.csv", "-q").out == ""
    (repo / "data" / "actuals" / "2023.csv").write_text(GOOD + "x,1,家\n", "utf-8")
    run = cli("check", "2023.csv", "-q")
    assert run.out.startswith("data/actuals/2023.csv:3:1: JDZ301")
    assert run.out.count("\n") == 1


@pytest.mark.parametrize(
    ("option", "variables", "language"),
    [
        ("en", {"JDZPLAN_LANG": "zh"}, "en"),
        (None, {"JDZPLAN_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        (None, {"LC_ALL": "en_GB.UTF-8"}, "en"),
        (None, {"LANG": "zh_CN.GB18030"}, "zh"),
        (None, {"LANG": "C"}, "zh"),
        (None, {"LANG": "de_DE.UTF-8"}, "zh"),
    ],
)
def test_the_language_is_stated_or_the_plans_own(
    repo: Path,
    cli: Cli,
    monkeypatch: pytest.MonkeyPatch,
    option: str | None,
    variables: dict[str, str],
    language: str,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    out = cli("check", "2023.csv", *(["--lang", option] if option else [])).out
    assert ("on track" in out) == (language == "en")
    assert ("符合预期" in out) == (language == "zh")


def test_colour_only_where_it_is_wanted(repo: Path, cli: Cli) -> None:
    assert "\x1b" not in cli("check", "2023.csv").out
    assert "\x1b" in cli("check", "2023.csv", "--color", "always").out


def test_two_runs_give_the_same_bytes(repo: Path, cli: Cli) -> None:
    for form in ("text", "json", "csv"):
        first, second = (cli("check", "--format", form).out for _ in range(2))
        assert first == second


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_any_console_can_show_it(encoding: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "jdzplan", "check", "2023.csv"],
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    text = run.stdout.decode(encoding)
    assert "R&D" in text
    assert ("?" in text) == (encoding == "ascii")


def test_an_internal_error_is_exit_4_without_a_traceback(
    repo: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jdzplan.check.check", None)
    run = cli("check", "2023.csv", "--lang", "en")
    assert (run.code, "Traceback" in run.err) == (4, False)
    assert "internal error (TypeError" in run.err


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m jdzplan check; echo $? >&2"
    with subprocess.Popen(
        ["bash", "-c", f"({command}) | true"], stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stderr is not None
        assert process.stderr.read().split() == [b"0"]


def test_json_follows_its_schema(repo: Path, cli: Cli) -> None:
    schema = json.loads(cli("schema").out)
    validator = jsonschema.Draft7Validator(schema)
    validator.check_schema(schema)
    for path in sorted((ROOT / "tests" / "cases").glob("*/expected.v1.json")):
        validator.validate(json.loads(path.read_text("utf-8")))


def test_published_figures_keep_their_digits_in_json(repo: Path, cli: Cli) -> None:
    year = "indicator,value,unit\nrd-intensity,2.30,%\n"
    (repo / "data" / "actuals" / "2023.csv").write_text(year, "utf-8")
    assert '"value": 2.30,' in cli("check", "2023.csv", "--format", "json").out


def test_the_committed_plan_schema_is_the_generated_one(cli: Cli) -> None:
    out = cli("schema", "plan").out
    assert (ROOT / "data" / "plan.schema.json").read_text("utf-8") == out
    jsonschema.Draft7Validator.check_schema(json.loads(out))


def test_version(cli: Cli) -> None:
    assert cli("--version").out == "jdzplan 0.1.0\n"


@pytest.mark.parametrize("path", ["data/plan.yaml", "data/actuals/2023.csv"])
def test_a_result_never_replaces_what_it_came_from(repo: Path, cli: Cli, path: str) -> None:
    before = (repo / path).read_bytes()
    assert cli("check", "2023.csv", "--output", f"csv={path}").code == 2
    assert (repo / path).read_bytes() == before


def test_a_year_option_that_contradicts_the_name_is_an_error(repo: Path, cli: Cli) -> None:
    run = cli("check", "2023.csv", "--year", "2025")
    assert run.code == 3
    assert "JDZ401" in run.out


def test_a_full_disk_is_told_without_a_traceback() -> None:
    command = f"{sys.executable} -m jdzplan check > /dev/full; echo $?"
    run = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, check=True)
    assert run.stdout == b"2\n"
    assert b"Traceback" not in run.stderr


def test_without_standard_output_the_exit_code_remains() -> None:
    command = f"{sys.executable} -m jdzplan check >&-; echo $? >&2"
    run = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, check=True)
    assert run.stderr.split() == [b"0"]


def test_machine_formats_are_utf8_on_any_console() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "jdzplan", "check", "2023.csv", "--format", "json"],
        env=os.environ | {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"},
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    assert json.loads(run.stdout.decode("utf-8"))["year"] == 2023


@pytest.mark.parametrize(
    ("row", "verdict_2025"),
    [("rank,<3,位", "achieved"), ("firms,>399,家", "achieved"), ("firms,<400,家", "missed")],
)
def test_a_count_or_a_rank_is_judged_on_whole_numbers(
    repo: Path, cli: Cli, row: str, verdict_2025: str
) -> None:
    year = f"indicator,value,unit\n{row}\n"
    (repo / "data" / "actuals" / "2025.csv").write_text(year, "utf-8")
    out = cli("check", "2025.csv", "--format", "json").out
    assert verdict(out, row.split(",", maxsplit=1)[0], 2025) == verdict_2025


def test_after_the_target_year_its_verdict_is_said_to_stand(repo: Path, cli: Cli) -> None:
    plan = PLAN.replace("{by: 2025, at_least: 400", "{by: 2022, at_least: 400")
    (repo / "data" / "plan.yaml").write_text(plan, "utf-8")
    (repo / "data" / "actuals" / "2022.csv").write_text(GOOD, "utf-8")
    out = cli("check", "2023.csv", "--lang", "zh").out
    assert "沿用目标年（2022年）的判定结果" in out


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_terminal_is_never_overrun(width: int) -> None:
    """Every line fits, and every word of the plain table is still there."""
    from jdzplan.check import check
    from jdzplan.formats import terminal, text
    from jdzplan.reading.repository import load_plan, load_year
    from jdzplan.wording.en import EN
    from jdzplan.wording.zh import ZH

    plan, _ = load_plan(ROOT / "data" / "plan.yaml")
    year, findings = load_year(ROOT / "data" / "actuals" / "2023.csv", None)
    assert plan is not None
    assert year is not None
    result = check(plan, [year], (), findings)
    for words in (ZH, EN):
        shown = terminal.render(result, words, None, width=width, colour=False)
        assert max(map(text.width, shown.split("\n"))) <= width
        assert "2.37" in shown
        assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("firms,abc,家,\nrank,2,位,", "row_rejected"),
        ("firms,abc,家,全市\nrank,2,位,", "row_rejected"),
        ("firms,318,家,\nfirms,abc,家,珠山区", None),
        ("firms,318,家,全市\nfirms,50,%,珠山区", None),
        ("firms,1,318,家", "row_rejected"),
        (",320,家,\nrank,2,位,", "not_reported"),
    ],
)
def test_a_bad_row_never_passes_for_a_missing_one(
    repo: Path, cli: Cli, rows: str, reason: str | None
) -> None:
    year = f"indicator,value,unit,region\n{rows}\n"
    (repo / "data" / "actuals" / "2023.csv").write_text(year, "utf-8")
    found = json.loads(cli("check", "2023.csv", "--format", "json").out)
    assert [a["reason"] for a in found["assessments"] if a["indicator"] == "firms"] == [reason]


def test_a_name_speaks_where_the_id_was_left_out(repo: Path, cli: Cli) -> None:
    year = "indicator,name,value,unit\n,高新技术企业数量,320,家\n"
    (repo / "data" / "actuals" / "2023.csv").write_text(year, "utf-8")
    found = json.loads(cli("check", "2023.csv", "--format", "json").out)
    reasons = [a["reason"] for a in found["assessments"] if a["indicator"] == "firms"]
    assert reasons == ["row_rejected"]


def test_what_stands_under_no_header_is_told(repo: Path, cli: Cli) -> None:
    year = "indicator,value,unit,\nfirms,300,家,其实是500\n"
    (repo / "data" / "actuals" / "2023.csv").write_text(year, "utf-8")
    run = cli("check", "2023.csv", "--lang", "en")
    assert run.out.startswith("data/actuals/2023.csv:2:13: JDZ207 warning [D2] this column has no")


@pytest.mark.parametrize(
    "year",
    [
        "indicator,value,unit\nfirms,300," + "万" * 3000 + "家\n",
        "indicator,value,unit\nfirms(" + "万" * 3000 + "家),300,家\n",
        "indicator,value,unit\nfirms,300,家\n\x1a",
        "indicator,value,unit\nfirms," + "9" * 2000 + ",家\n",
    ],
)
def test_no_cell_is_too_odd_to_be_read(repo: Path, cli: Cli, year: str) -> None:
    (repo / "data" / "actuals" / "2023.csv").write_text(year, "utf-8")
    assert cli("check", "2023.csv").code in (0, 1)


@pytest.mark.parametrize("option", [[], ["--plan", "a" * 300]])
def test_no_path_is_too_long_to_be_refused(repo: Path, cli: Cli, option: list[str]) -> None:
    assert cli("check", "b" * 300 + "/x.csv", *option).code in (2, 3)


@pytest.mark.skipif(sys.platform != "linux", reason="such a name needs a byte file system")
def test_a_file_name_need_not_be_text(repo: Path) -> None:
    (repo / os.fsdecode(b"\xff2023.csv")).write_text(GOOD, "utf-8")
    run = subprocess.run(
        [
            os.fsencode(sys.executable),
            b"-m",
            b"jdzplan",
            b"check",
            b"\xff2023.csv",
            b"--format=json",
        ],
        capture_output=True,
        cwd=repo,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
    )
    assert json.loads(run.stdout)["years"] == [2023]


def test_a_result_never_replaces_another_year(repo: Path, cli: Cli) -> None:
    other = repo / "data" / "actuals" / "2022.csv"
    other.write_text(GOOD, "utf-8")
    assert cli("check", "2023.csv", "--output", f"csv={other}").code == 2
    assert other.read_text("utf-8") == GOOD


def test_a_working_folder_that_is_gone_is_told(
    repo: Path, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert cli("check", "2023.csv").code == 2


def test_a_link_that_leads_in_a_circle_is_no_file(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    shutil.copy(ROOT / "data" / "plan.yaml", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    try:
        Path("loop.csv").symlink_to("loop.csv")
    except OSError:
        pytest.skip("links are not allowed here")
    assert cli("check", "loop.csv", "--year", "2024").code in (1, 3)


def test_a_link_has_the_year_of_its_own_name(repo: Path, cli: Cli) -> None:
    (repo / "returns.csv").write_text(GOOD, "utf-8")
    link = repo / "data" / "actuals" / "2023.csv"
    link.unlink()
    try:
        link.symlink_to(repo / "returns.csv")
    except OSError:
        pytest.skip("links are not allowed here")
    assert cli("check", "2023.csv", "--quiet").code == 0
