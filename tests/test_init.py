"""A new data repository is complete, passes at once, and never takes what was there before."""

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from jdzplan.formats.schema import plan_schema
from jdzplan.plan import BOUNDS, Better, Form, Kind, Plan, RelationRule
from jdzplan.reading.spec import read_plan
from tests.conftest import ROOT, Cli

STARTER = ROOT / "jdzplan" / "starter"
FILES = {
    ".gitattributes",
    ".github/workflows/jdzplan.yml",
    ".gitignore",
    ".gitlab-ci.yml",
    ".pre-commit-config.yaml",
    "README.md",
    "ci/check.sh",
    "data/plan.schema.json",
    "data/plan.yaml",
    "requirements.txt",
}
SKELETON = {*FILES, "data/actuals/2026.csv"}
JDZ = {*FILES, "data/actuals/2021.csv", "data/actuals/2021.tasks.csv"}
# An example's comment stands where the example would, or holds nothing but a key of the file.
EXAMPLE = re.compile(r"(?m)^( {2,}|(?=# [a-z]+:$))# ")


def _files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("plan", "expected"), [((), SKELETON), (("--plan", "jdz"), JDZ)])
def test_a_new_repository_is_complete_and_passes(
    plan: tuple[str, ...],
    expected: set[str],
    language: str,
    cli: Cli,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = cli("init", "new", *plan, "--lang", language)
    assert made.code == 0
    assert _files(here / "new") == expected
    assert set(made.out.splitlines()) == {f"new/{name}" for name in expected}
    monkeypatch.chdir(here / "new")
    checked = cli("check", "--fail-on", "info", "--format", "json")
    assert checked.code == 0
    assert json.loads(checked.out)["findings"] == []
    assert json.loads(checked.out)["assessments"]


def test_the_jingdezhen_plan_is_the_one_in_use(cli: Cli, here: Path) -> None:
    cli("init", ".", "--plan", "jdz")
    assert (here / "data/plan.yaml").read_bytes() == (ROOT / "data/plan.yaml").read_bytes()
    assert (here / "data/plan.schema.json").read_text("utf-8") == plan_schema()


def test_what_a_wheel_holds_a_copy_of_stands_in_no_second_place() -> None:
    build = ROOT.joinpath("pyproject.toml").read_text("utf-8")
    copies = re.findall(r'^"(\S+)" = "(jdzplan/starter/\S+)"$', build, re.MULTILINE)
    assert len(copies) == 3
    assert all((ROOT / path).is_file() and not (ROOT / copy).exists() for path, copy in copies)


def test_the_language_is_that_of_the_files(cli: Cli, here: Path) -> None:
    cli("init", "zh", "--lang", "zh")
    cli("init", "en", "--lang", "en")
    heads = [(here / n / "data/actuals/2026.csv").read_text("utf-8-sig")[:5] for n in ("zh", "en")]
    assert heads == ["编号,指标", "indic"]
    titles = [
        (here / name / "README.md").read_text("utf-8").split("\n")[0] for name in ("zh", "en")
    ]
    assert titles == [
        "# 示例规划（请改为规划全称）：数据仓库",
        "# Example plan (give its full title): data repository",
    ]


def test_the_first_template_is_of_the_year_asked_for(cli: Cli, here: Path) -> None:
    assert cli("init", ".", "--year", "2030").code == 0
    assert (here / "data/actuals/2030.csv").exists()
    assert "template 2030 " in (here / "README.md").read_text("utf-8")  # there is no year after
    refused = cli("init", "other", "--year", "2031", "--lang", "en")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "jdzplan: 2031 is not within the plan's years 2025-2030.\n"
    assert not (here / "other").exists()


@pytest.mark.parametrize("folder", ["a b", "数据 仓库", "深/一层", "it's"])
def test_a_folder_may_have_any_name_and_the_commands_told_work(
    folder: str, cli: Cli, here: Path
) -> None:
    made = cli("init", folder, "--lang", "en")
    told = re.findall(r"(?m)^  (.*)$", made.err)
    assert told[1:] == ["jdzplan check"]
    program = f'jdzplan() {{ "{sys.executable}" -m jdzplan "$@"; }}\n'
    run = subprocess.run(
        ["bash", "-ec", program + "\n".join(told)],
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=False,
        cwd=here,
    )
    assert run.returncode == 0, run.stderr.decode()


def test_when_the_plan_is_changed_the_template_is_made_anew(cli: Cli, here: Path) -> None:
    told = cli("init", ".", "--lang", "en").err.splitlines()
    assert told[:2] == ["Now run:", "  jdzplan check"]
    command = told[2].partition("anew: jdzplan ")[2].split()
    text = (here / "data/plan.yaml").read_text("utf-8")
    (here / "data/plan.yaml").write_text(text.replace("example-firms:", "firms:"), "utf-8")
    assert cli("check").code == 1
    assert cli(*command).code == 0
    assert cli("check", "--fail-on", "info").code == 0


def test_what_is_there_already_is_kept(cli: Cli, here: Path) -> None:
    (here / "README.md").write_text("mine")
    (here / "notes.txt").write_text("mine too")
    refused = cli("init", ".", "--lang", "en")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "jdzplan: these files exist and nothing was written; to write over them, add --force:\n"
        "  README.md\n"
    )
    assert _files(here) == {"README.md", "notes.txt"}
    assert cli("init", ".", "--force").code == 0
    assert _files(here) == {*SKELETON, "notes.txt"}
    assert (here / "README.md").read_text("utf-8").startswith("# ")
    assert (here / "notes.txt").read_text() == "mine too"


@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.parametrize(
    ("link", "is_folder"), [("data", True), ("data/plan.yaml", False), ("ci/check.sh", False)]
)
def test_links_are_not_followed(
    link: str, is_folder: bool, force: tuple[str, ...], cli: Cli, here: Path
) -> None:
    outside = here / "outside"
    outside.mkdir()
    (outside / "file").write_text("mine")
    path = here / "new" / link
    path.parent.mkdir(parents=True)
    path.symlink_to(outside if is_folder else outside / "file")
    refused = cli("init", "new", *force, "--lang", "en")
    assert refused.code == 2
    assert f"\n  new/{link}\n" in refused.err
    assert _files(outside) == {"file"}
    assert (outside / "file").read_text() == "mine"


def test_a_folder_in_the_place_of_a_file_is_refused_before_anything_is_written(
    cli: Cli, here: Path
) -> None:
    (here / "README.md").mkdir()
    (here / "ci").write_text("a file")
    refused = cli("init", ".", "--force", "--lang", "en")
    assert refused.code == 2
    assert refused.err.endswith("nothing was written:\n  ci\n  README.md\n")
    assert _files(here) == {"ci"}


def test_a_file_is_no_folder(cli: Cli, here: Path) -> None:
    (here / "taken").write_text("a file")
    refused = cli("init", "taken", "--lang", "en")
    assert (refused.code, refused.err.split(" (")[0]) == (2, "jdzplan: cannot write taken")


def test_inside_another_repository_it_says_so(
    cli: Cli, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    first = cli("init", ".", "--lang", "en").err
    assert "note:" not in first
    nested = cli("init", "inner", "--lang", "en")
    assert nested.code == 0
    assert "there is a plan above, data/plan.yaml;" in nested.err
    assert "inside the git repository .;" in nested.err
    monkeypatch.chdir(here / "inner")
    assert cli("check").code == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_skeletons_examples_are_valid_and_show_everything(language: str) -> None:
    text = (STARTER / f"plan.{language}.yaml").read_text("utf-8")
    assert text.splitlines()[0] == "# yaml-language-server: $schema=plan.schema.json"
    taught = _valid(EXAMPLE.sub(r"\1", text))
    indicators = taught.indicators.values()
    targets = [i.target for i in indicators]
    assert {target.form for target in targets} == set(Form)
    assert {target.bound[0] for target in targets if target.bound} == set(BOUNDS)
    assert {i.kind for i in indicators} == set(Kind)
    assert {i.better for i in indicators} == set(Better)
    assert {relation.rule for relation in taught.relations.values()} == set(RelationRule)
    assert all((taught.series, taught.subsets, taught.tasks, taught.notes))
    assert any(t.times_baseline for t in targets)
    assert any(i.readings for i in indicators)
    assert [i.assess_reason is None for i in indicators if not i.assess] == [False]


def test_both_skeletons_teach_the_same() -> None:
    def shape(part: object) -> object:
        if isinstance(part, dict):
            named = {"name" if key in ("zh", "en") else key: each for key, each in part.items()}
            return {key: shape(each) for key, each in named.items() if key != "aliases"}
        if isinstance(part, list):
            return [shape(each) for each in part]
        return None if isinstance(part, str) else part

    chinese, english = (
        yaml.safe_load(EXAMPLE.sub(r"\1", (STARTER / f"plan.{each}.yaml").read_text("utf-8")))
        for each in ("zh", "en")
    )
    assert shape(chinese) == shape(english)


def _valid(text: str) -> Plan:
    """The plan, which reads without a finding and follows the schema that editors use."""
    plan, findings = read_plan(text, "plan.yaml")
    assert findings == []
    assert plan is not None
    content = json.loads(json.dumps(yaml.safe_load(text), default=str))
    jsonschema.Draft7Validator(json.loads(plan_schema())).validate(content)
    return plan


def test_tables_of_office_software_survive_git(cli: Cli, here: Path) -> None:
    """Byte for byte, mark, GBK and line ends included, where git would convert line ends."""

    def git(*arguments: str | Path) -> None:
        identity = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)

    cli("init", "new")
    row = "编号,数值,单位,来源\r\nexample-firms,210,家,公报\r\n"
    tables = {"2026.csv": row.encode("utf-8-sig"), "2027.csv": row.encode("gb18030")}
    tables["2027.xlsx"] = b"PK\r\n\x00\n"
    for name, content in tables.items():
        (here / "new/data/actuals" / name).write_bytes(content)
    git("-C", here / "new", "init", "-q")
    git("-C", here / "new", "-c", "core.autocrlf=true", "add", ".")
    git("-C", here / "new", "commit", "-qm", "figures")
    git("-c", "core.autocrlf=true", "clone", "-q", here / "new", here / "copy")
    for name, content in tables.items():
        assert (here / "copy/data/actuals" / name).read_bytes() == content
    assert b"\r" not in (here / "copy/ci/check.sh").read_bytes()


def test_temporary_files_of_office_software_are_not_committed(cli: Cli, here: Path) -> None:
    cli("init", ".")
    subprocess.run(["git", "init", "-q"], check=True)
    names = ["data/actuals/~$2026.xlsx", "data/actuals/.~2026.xlsx", "jdzplan-report/result.json"]
    ignored = subprocess.run(
        ["git", "check-ignore", *names, "data/actuals/2026.csv"], capture_output=True, check=True
    )
    assert ignored.stdout.decode().split() == names


def test_every_file_is_valid_for_its_reader(cli: Cli, here: Path) -> None:
    cli("init", ".")
    workflow = yaml.safe_load((here / ".github/workflows/jdzplan.yml").read_text("utf-8"))
    assert workflow[True].keys() == {"pull_request", "push"}  # YAML 1.1 takes "on" for true
    assert workflow["permissions"] == {"contents": "read"}
    assert all("uses" in step or "run" in step for step in workflow["jobs"]["check"]["steps"])
    pipeline = yaml.safe_load((here / ".gitlab-ci.yml").read_text("utf-8"))
    assert all(isinstance(line, str) for line in pipeline["jdzplan"]["script"])
    jsonschema.Draft7Validator.check_schema(
        json.loads((here / "data/plan.schema.json").read_text())
    )
    config = here / ".pre-commit-config.yaml"
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-config", config], check=True)
    subprocess.run(["sh", "-n", here / "ci/check.sh"], check=True)
