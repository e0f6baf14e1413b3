"""What is measured, and the environment it is installed into: this tool, two others, the floor."""

import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
PEERS = ("frictionless", "pandera[pandas]")
BARE = """\
import typer, pydantic, yaml
class Model(pydantic.BaseModel):
    x: int
"""
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


def installed(folder: Path) -> Path:
    """The programs of an environment in `folder` with this tool and its peers, newly made."""
    venv.create(folder, with_pip=True, clear=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    wanted = [str(ROOT), *PEERS]
    subprocess.run([programs / "python", "-m", "pip", "install", "-q", *wanted], check=True)
    (folder / "bare.py").write_text(BARE, encoding="utf-8")
    (folder / "pandera_check.py").write_text(PANDERA, encoding="utf-8")
    return programs


def commands(programs: Path, year: Path) -> Mapping[str, list[str]]:
    """The command lines that look at one year, by the names of the table."""
    folder, data = programs.parent, year.parent.parent.parent
    schema, plan = str(data / "schema.json"), str(data / "data" / "plan.yaml")
    check = [str(programs / "jdzplan"), "check", str(year), "--plan", plan]
    python = str(programs / "python")
    return {
        "bare": [python, str(folder / "bare.py")],
        "jdzplan": check,
        "terminal": [*check, "--color", "always"],
        "frictionless": [str(programs / "frictionless"), "validate", str(year), "--schema", schema],
        "pandera": [python, str(folder / "pandera_check.py"), str(year), schema],
    }
