"""The panel on a real PostgreSQL server; needs PostgreSQL's programs, and is run where it is named.

python -m pytest tests/panel_servers/test_postgres.py
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from pyarrow import csv

from jdzplan.panel.connecting import connected
from jdzplan.panel.engine import Engine
from tests.conftest import Cli
from tests.panel_world import ON_A_SERVER, ROWS, TARGETS, World, by_check, by_panel, worlds, written

AS_TEXT = csv.ConvertOptions(
    column_types=dict.fromkeys(
        ("region", "indicator", "year", "value", "baseline", "target", "province"), pa.string()
    )
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return written(tmp_path, monkeypatch)


def program(name: str) -> str:
    """A program of PostgreSQL; Debian keeps them out of the path."""
    found = shutil.which(name) or next(
        (str(path) for path in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))), None
    )
    if found is None:
        pytest.fail(f"{name} is not there: install PostgreSQL (Debian: apt-get install postgresql)")
    return found


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A throw-away server; it refuses to run as root, so that root starts it as nobody."""
    user = "nobody" if os.getuid() == 0 else None
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="jdzplan") as folder:
        if user:
            shutil.chown(folder, user)
        data = f"{folder}/data"

        def run(*command: str) -> None:
            subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)

        initdb, control = program("initdb"), program("pg_ctl")
        run(initdb, "-D", data, "-U", "jdz", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-k {folder} -p {port} -c listen_addresses=127.0.0.1 -c fsync=off"
        run(control, "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start")
        yield f"postgres://jdz@127.0.0.1:{port}/postgres"
        run(control, "-D", data, "-m", "fast", "stop")


@pytest.fixture(scope="module")
def engine(url: str) -> Iterator[Engine]:
    with closing(connected(url)) as engine:
        yield engine


@ON_A_SERVER
@given(world=worlds())
def test_postgresql_says_what_check_says(engine: Engine, world: World) -> None:
    assert by_panel(world, engine) == by_check(world)


def test_tables_in_and_tables_out(url: str, engine: Engine, cli: Cli, folder: Path) -> None:
    """Tables as files for DuckDB and as tables of the server: the same verdicts, and written."""
    for name, text in (("actuals", ROWS), ("targets", TARGETS)):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        table = csv.read_csv(folder / f"{name}.csv", convert_options=AS_TEXT)
        engine.connection.create_table(name, table)
    here = cli(
        "panel", "actuals.csv", "--targets", "targets.csv", "--by", "province", "-o", "a.csv"
    )
    words = ("panel", "actuals", "--targets", "targets", "--by", "province", "--database", url)
    there = cli(*words, "-o", "b.csv")
    assert (there.code, there.out) == (here.code, here.out)
    lines = [
        (folder / name).read_text(encoding="utf-8").splitlines() for name in ("a.csv", "b.csv")
    ]
    assert sorted(lines[0]) == sorted(lines[1])
    assert len(lines[0]) == 1 + 3 * 4 + 1, "a header, three years of four targets, one without"

    tables = cli(*words, "-o", "public.verdicts", "--counts", "counts")
    assert (tables.code, tables.out) == (here.code, "")
    said = engine.rows(engine.connection.table("verdicts"))
    assert len(said) == len(lines[0]) - 1
    counted = engine.rows(engine.connection.table("counts"))
    assert sum(each["count"] for each in counted) == len(said)
    again = cli(*words, "-o", "verdicts")
    assert (again.code, "cannot be written" in again.err) == (2, True), again.err
    assert cli(*words, "-o", "verdicts", "--force").code == here.code


def test_numbers_of_any_type(url: str, engine: Engine, cli: Cli, folder: Path) -> None:
    """Whole, floating, exact and unlimited numbers: 24 of 20 to 40 in a fifth of the time."""
    engine.connection.create_table("promised", csv.read_csv(folder / "targets.csv"))
    for kind in ("integer", "double precision", "numeric(12, 4)", "numeric", "text"):
        sql = f"SELECT '甲' region, 'firms' indicator, 2021 AS year, 24::{kind} AS value"
        engine.connection.raw_sql(f"DROP TABLE IF EXISTS typed; CREATE TABLE typed AS {sql}")
        engine.connection.raw_sql("COMMIT")
        run = cli("panel", "typed", "--targets", "promised", "--database", url, "--format", "csv")
        assert "firms,on_track,,1" in run.out, kind


@pytest.mark.parametrize(
    ("table", "told"), [("actuals.csv", "only has tables"), ("nothing", "cannot be read")]
)
def test_what_is_not_there(url: str, cli: Cli, folder: Path, table: str, told: str) -> None:
    run = cli("panel", table, "--targets", "targets", "--database", url)
    assert (run.code, told in run.err) == (2, True), run.err


def test_a_server_that_is_not_there(cli: Cli, folder: Path) -> None:
    run = cli("panel", "a", "--targets", "b", "--database", "postgres://jdz@127.0.0.1:1/postgres")
    assert (run.code, "cannot be reached" in run.err) == (2, True), run.err
