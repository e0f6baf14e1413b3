"""Start-up is the whole cost of a check: what each command may load, and what it must not."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

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
    run = subprocess.run(
        [sys.executable, "-c", CODE, *arguments.split()],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
    )
    loaded = set(run.stderr.rpartition("loaded:")[2].split())
    assert loaded & WATCHED <= may_load


@pytest.mark.parametrize("command", ["check 2023.csv", "explain JDZ304"])
def test_a_command_loads_no_other_command(command: str) -> None:
    code = CODE.replace('if "." not in m', 'if m.startswith("jdzplan.cli.")')
    run = subprocess.run(
        [sys.executable, "-c", code, *command.split()],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
    )
    loaded = {name.rpartition(".")[2] for name in run.stderr.rpartition("loaded:")[2].split()}
    assert loaded & COMMANDS == {command.split(maxsplit=1)[0]}
