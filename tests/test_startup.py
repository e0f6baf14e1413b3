"""Start-up is the whole cost of a check: what each command may load, and what it must not."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT, Cli

CODE = """
import sys
from jdzplan.cli import main
try:
    main()
except SystemExit:
    pass
print("loaded:", *sorted(m for m in sys.modules if "." not in m), file=sys.stderr)
"""
WATCHED = {"pydantic", "yaml", "rich", "csv", "json", "hypothesis", "asyncio", "multiprocessing"}
WATCHED |= {"openpyxl", "xlrd", "pyexpat", "lxml", "jinja2", "matplotlib", "docx", "markdown_it"}
WATCHED |= {"ibis", "duckdb", "pyarrow"}
COMMANDS = {"check", "convert", "diff", "explain", "init", "panel", "report", "schema", "template"}


def python(code: str, arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *arguments.split()]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False
    )


def loaded_by(code: str, arguments: str) -> list[str]:
    run = python(code, arguments)
    assert run.returncode == 0, run.stderr
    return run.stderr.rpartition("loaded:")[2].split()


@pytest.mark.parametrize(
    ("arguments", "may_load"),
    [
        ("--version", set()),
        ("--help", set()),
        ("check 2023.csv", {"pydantic", "yaml", "csv"}),
        ("check 2023.csv --quiet", {"pydantic", "yaml", "csv"}),
        ("check 2023.csv --format csv", {"pydantic", "yaml", "csv"}),
        ("check 2023.csv --format json", {"pydantic", "yaml", "csv", "json"}),
        ("check 2023.csv --format github", {"pydantic", "yaml", "csv"}),
        ("check 2023.csv --format gitlab", {"pydantic", "yaml", "csv", "json"}),
        ("check 2023.csv --format junit", {"pydantic", "yaml", "csv", "pyexpat"}),
        ("check 2023.csv --format markdown", {"pydantic", "yaml", "csv"}),
        ("check 2023.csv --color always", {"pydantic", "yaml", "csv", "rich", "json"}),
        ("check 2023.csv --since HEAD --quiet", {"pydantic", "yaml", "csv"}),
        ("diff HEAD", {"pydantic", "yaml", "csv"}),
        ("diff HEAD --format json", {"pydantic", "yaml", "csv", "json"}),
        ("diff HEAD --format markdown", {"pydantic", "yaml", "csv"}),
        ("template 2023", {"pydantic", "yaml", "csv"}),
        ("convert 2023.csv -o data/actuals/2023.csv", {"pydantic", "yaml", "csv"}),
        ("init .", {"pydantic", "yaml", "csv", "json"}),  # refused, for there is a README
        ("explain JDZ304", {"pydantic", "rich", "json", "csv"}),
        ("schema plan", {"pydantic", "csv", "json"}),
    ],
)
def test_a_command_loads_only_what_it_uses(arguments: str, may_load: set[str]) -> None:
    loaded = set(loaded_by(CODE, arguments))
    assert loaded & WATCHED <= may_load


@pytest.mark.parametrize("command", ["check 2023.csv --quiet", "explain JDZ304"])
def test_a_command_loads_no_other_command(command: str) -> None:
    code = CODE.replace('if "." not in m', 'if m.startswith("jdzplan.cli.")')
    loaded = {name.rpartition(".")[2] for name in loaded_by(code, command)}
    assert loaded & COMMANDS == {command.split(maxsplit=1)[0]}


def test_a_check_without_options_needs_no_parser_of_options() -> None:
    code = CODE.replace('"." not in m', 'm in ("typer", "jdzplan.cli.app")')
    assert loaded_by(code, "check 2023.csv") == []


def test_a_check_looks_for_no_plugins_nor_loads_what_looks_for_them() -> None:
    code = CODE.replace('"." not in m', 'm in ("importlib.metadata", "email", "shutil")')
    assert loaded_by(code, "check 2023.csv") == []
    # What stands in for it is where pydantic would look.
    assert python("from pydantic.plugin._loader import get_plugins", "").returncode == 0


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "files",
    [
        (),
        ("2023.csv",),
        ("2022.csv", "2023.csv"),
        ("2019.csv",),
        ("nothing.csv",),
        ("README.md",),
        ("data",),
        ("",),
        ("2023*.csv",),
        ("~/2023.csv",),
    ],
    ids=" ".join,
)
def test_it_says_what_it_says_with_the_parser(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, files: tuple[str, ...], language: str
) -> None:
    monkeypatch.setenv("JDZPLAN_LANG", language)
    monkeypatch.chdir(ROOT)
    assert cli("check", *files) == cli("check", "--color", "auto", *files)


def test_a_broken_year_without_options(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every broken file, with the plan that stands above it."""
    monkeypatch.chdir(ROOT)
    for broken in sorted((ROOT / "tests" / "broken").rglob("*.csv")):
        name = broken.relative_to(ROOT).as_posix()
        assert cli("check", name) == cli("check", "--color", "auto", name)


def test_the_command_ends_at_once_and_with_its_code() -> None:
    code = "import sys; from jdzplan.cli import console; console(); print('never')"
    run = python(code, "check nothing.csv")
    assert run.returncode == 3
    assert run.stdout.endswith("\n")
    assert "never" not in run.stdout
