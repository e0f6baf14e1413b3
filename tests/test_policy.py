"""The command line before the environment before the plan, and `--show-policy` tells which."""

from pathlib import Path

import pytest

from jdzplan.catalogue import Rule
from tests.conftest import Cli

CASES = Path(__file__).parent / "cases"
POLICY = """
policy:
  path: linear
  gate:
    fail_on_verdict: lagging
    severity:
      sample-values: error
"""
SAMPLE = "indicator,value,unit,status\nfirms,220,家,sample\n"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose plan sets a policy, with a year of samples that lag behind."""
    (tmp_path / "data" / "actuals").mkdir(parents=True)
    plan = (CASES / "plan.yaml").read_text("utf-8") + POLICY
    (tmp_path / "data" / "plan.yaml").write_text(plan, "utf-8")
    (tmp_path / "data" / "actuals" / "2023.csv").write_text(SAMPLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("options", "variables", "code"),
    [
        ([], {}, 1),
        (["--fail-on", "never"], {}, 1),  # lagging stops as well
        (["--fail-on", "never", "--fail-on-verdict", "never"], {}, 0),
        ([], {"JDZPLAN_FAIL_ON": "never", "JDZPLAN_FAIL_ON_VERDICT": "never"}, 0),
        ([], {"JDZPLAN_FAIL_ON": "never", "JDZPLAN_FAIL_ON_VERDICT": "missed"}, 0),
        (["--fail-on", "error"], {"JDZPLAN_FAIL_ON": "never", "JDZPLAN_VERDICTS_OF": "binding"}, 1),
        (["--severity", "JDZ310=info", "--verdicts-of", "binding"], {}, 0),
        ([], {"JDZPLAN_SEVERITY": "JDZ310=info, unit-missing=info", "JDZPLAN_FAIL_ON": ""}, 1),
        (
            ["--samples", "refused"],
            {"JDZPLAN_SEVERITY": "JDZ310=info", "JDZPLAN_VERDICTS_OF": "binding"},
            1,
        ),
        ([], {"JDZPLAN_SAMPLES": "refused", "JDZPLAN_FAIL_ON_VERDICT": "never"}, 1),
    ],
)
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_who_says_what_stops(
    repo: Path,
    cli: Cli,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    variables: dict[str, str],
    code: int,
    form: str,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert cli("check", "2023.csv", "--format", form, *options).code == code


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("JDZPLAN_FAIL_ON", "errors", ("JDZPLAN_FAIL_ON", "errors", "error, warning, info, never")),
        ("JDZPLAN_FAIL_ON_VERDICT", "落后", ("JDZPLAN_FAIL_ON_VERDICT", "落后", "behind")),
        ("JDZPLAN_SAMPLES", "no", ("JDZPLAN_SAMPLES", "no", "allowed, refused")),
        ("JDZPLAN_VERDICTS_OF", "x", ("JDZPLAN_VERDICTS_OF", "x", "all, binding")),
        ("JDZPLAN_SEVERITY", "JDZ999=error", ("JDZPLAN_SEVERITY", "JDZ999=error")),
        ("JDZPLAN_SEVERITY", "JDZ310", ("JDZPLAN_SEVERITY", "error, warning, info")),
        ("JDZPLAN_SEVERITY", "JDZ101=info", ("JDZPLAN_SEVERITY", "JDZ101")),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_bad_value_in_the_environment_is_exit_2(
    repo: Path,
    cli: Cli,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
    told: tuple[str, ...],
    language: str,
) -> None:
    monkeypatch.setenv(name, value)
    monkeypatch.setenv("JDZPLAN_LANG", language)
    run = cli("check", "2023.csv")
    assert (run.code, run.out) == (2, "")
    assert all(word in run.err for word in told)


def test_a_bad_severity_on_the_command_line_is_exit_2(repo: Path, cli: Cli) -> None:
    run = cli("check", "2023.csv", "--severity", "JDZ310=grave")
    assert (run.code, "--severity" in run.err, "grave" in run.err) == (2, True, True)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            [
                "findings that stop (fail_on) | never | command line --fail-on",
                "verdicts that stop (fail_on_verdict) | lagging | plan data/plan.yaml:{verdict}",
                "whose verdicts count (verdicts_of) | binding | environment JDZPLAN_VERDICTS_OF",
                "sample values (samples) | allowed | default",
                "path to the target (path) | linear | plan data/plan.yaml:{path}",
                "cut-off of ahead (bands.ahead) | 1.30 | default",
                "JDZ310 sample-values | error | plan data/plan.yaml:{severity}",
                "JDZ101 plan-unreadable | error | default",
            ],
        ),
        (
            "zh",
            [
                "不予通过的问题级别（fail_on） | never | 命令行--fail-on",
                "计入的指标范围（verdicts_of） | binding | 环境变量JDZPLAN_VERDICTS_OF",
                "JDZ310 sample-values | error | 规划文件data/plan.yaml:{severity}",
                "样例数据（samples） | allowed | 缺省值",
            ],
        ),
    ],
)
def test_show_policy_tells_every_setting_and_where_it_comes_from(
    repo: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch, language: str, told: list[str]
) -> None:
    monkeypatch.setenv("JDZPLAN_VERDICTS_OF", "binding")
    run = cli("check", "--show-policy", "--fail-on", "never", "--lang", language)
    assert (run.code, run.err) == (0, "")
    rows = [" | ".join(filter(None, map(str.strip, r.split("  ")))) for r in run.out.splitlines()]
    lines = (repo / "data" / "plan.yaml").read_text("utf-8").splitlines()
    at = {
        key: lines.index(line) + 1
        for key, line in {
            "verdict": "    fail_on_verdict: lagging",
            "path": "  path: linear",
            "severity": "      sample-values: error",
        }.items()
    }
    assert {line.format_map(at) for line in told} <= set(rows)
    assert len(rows) == 1 + 10 + len(Rule)


def test_a_policy_is_not_shown_of_a_plan_that_cannot_be_used(repo: Path, cli: Cli) -> None:
    (repo / "data" / "plan.yaml").write_text("plan: {}\n", "utf-8")
    run = cli("check", "--show-policy")
    assert (run.code, run.out) == (2, "")
    assert "JDZ105" in run.err
