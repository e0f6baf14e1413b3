"""What is measured, and the environment it is installed into: this tool, two others, the floor."""

import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path

from benchmarks.measuring import Command

ROOT = Path(__file__).parent.parent
PEERS = ("frictionless", "pandera[pandas]")
BARE = """\
import typer, pydantic, yaml
class Model(pydantic.BaseModel):
    x: int
"""
EVERY_ERROR = ("--limit-errors", "10000000")  # without it, frictionless stops at the thousandth
PANDERA = """\
import json, sys
import pandas, pandera.pandas as pandera
schema = json.load(open(sys.argv[2]))
columns = {}
for field in schema["fields"]:
    choices = field["constraints"].get("enum")
    checks = [pandera.Check.isin(choices)] if choices else []
    kind = float if field["type"] == "number" else str
    columns[field["name"]] = pandera.Column(kind, checks, coerce=True)
table = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
try:
    pandera.DataFrameSchema(columns, unique=schema["primaryKey"]).validate(table, lazy=True)
except pandera.errors.SchemaErrors as errors:
    print(errors.failure_cases)
    sys.exit(1)
"""


ROW_BY_ROW = """\
import sys
from jdzplan.cli import console
from jdzplan.reading import repository
repository.BIG = sys.maxsize
console()
"""


def installed(folder: Path) -> Path:
    """The programs of an environment in `folder` with this tool and its peers, newly made."""
    venv.create(folder, with_pip=True, clear=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    wanted = [f"{ROOT}[panel]", *PEERS]
    subprocess.run([programs / "python", "-m", "pip", "install", "-q", *wanted], check=True)
    for name, code in (("bare", BARE), ("pandera_check", PANDERA), ("row_by_row", ROW_BY_ROW)):
        (folder / f"{name}.py").write_text(code, encoding="utf-8")
    return programs


def commands(programs: Path, year: Path, *, is_bad: bool) -> Mapping[str, Command]:
    """The commands that look at one year, by the names of the table.

    Paths are relative, for frictionless looks into no table by an absolute one.
    """
    scripts, data, schema = programs.parent, year.parent.parent.parent, "schema.json"
    python, name = str(programs / "python"), str(year.relative_to(data))
    check, validate = str(programs / "jdzplan"), str(programs / "frictionless")
    lines = {
        "bare": [python, str(scripts / "bare.py")],
        "jdzplan": [check, "check", name],
        "terminal": [check, "check", name],
        "rows": [python, str(scripts / "row_by_row.py"), "check", name],
        "frictionless": [validate, "validate", name, "--schema", schema, *EVERY_ERROR],
        "pandera": [python, str(scripts / "pandera_check.py"), name, schema],
    }
    return {
        key: Command(line, data, key == "terminal", int(is_bad and key != "bare"))
        for key, line in lines.items()
    }
