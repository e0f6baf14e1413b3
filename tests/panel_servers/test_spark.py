"""The panel on Spark, on the cores of this machine; needs Java 17, and is run where it is named.

python -m pytest tests/panel_servers/test_spark.py
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given

from jdzplan.panel.connecting import connected
from jdzplan.panel.engine import Engine
from tests.conftest import Cli
from tests.panel_world import ON_A_SERVER, ROWS, World, by_check, by_panel, worlds, written

URL = "spark:local[2]"
pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet:FutureWarning")


@pytest.fixture(scope="module", autouse=True)
def conf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Set up as for tables of a few rows, with a catalogue that outlives a session."""
    home = tmp_path_factory.mktemp("spark")
    metastore = f"jdbc:derby:;databaseName={home}/metastore;create=true"
    settings = {
        "spark.sql.shuffle.partitions": "1",
        "spark.ui.enabled": "false",
        "spark.sql.catalogImplementation": "hive",
        "spark.sql.warehouse.dir": f"{home}/tables",
        "spark.hadoop.javax.jdo.option.ConnectionURL": metastore,
        "spark.driver.extraJavaOptions": f"-Dderby.system.home={home}",
    }
    lines = [f"{name} {value}\n" for name, value in settings.items()]
    (home / "spark-defaults.conf").write_text("".join(lines), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_CONF_DIR", str(home))
        yield


@pytest.fixture(scope="module")
def engine(conf: None) -> Iterator[Engine]:
    with closing(connected(URL)) as engine:
        yield engine


@ON_A_SERVER
@given(world=worlds())
def test_spark_says_what_check_says(engine: Engine, world: World) -> None:
    assert by_panel(world, engine) == by_check(world)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (written(tmp_path, monkeypatch) / "actuals.csv").write_text("\ufeff" + ROWS, encoding="utf-8")
    return tmp_path


def lines_of(path: Path) -> list[str]:
    return sorted(path.read_text(encoding="utf-8").splitlines())


def test_files_in_and_files_out(cli: Cli, folder: Path) -> None:
    """The same files for DuckDB and for Spark: the same counts, and the same verdicts written."""
    words = ("panel", "actuals.csv", "--targets", "targets.csv", "--by", "province")
    here = cli(*words, "-o", "a.csv")
    there = cli(*words, "-o", "b.csv", "--database", URL)
    assert (there.code, there.out) == (here.code, here.out), there.err
    assert lines_of(folder / "b.csv") == lines_of(folder / "a.csv")
    assert len(lines_of(folder / "b.csv")) == 1 + 3 * 4 + 1

    again = cli(*words, "-o", "b.parquet", "--database", URL)
    assert again.code == here.code
    assert pq.read_table(folder / "b.parquet").num_rows == 3 * 4 + 1, "a folder of Parquet files"
    judged = ("panel", "b.parquet", "--targets", "targets.csv", "--database", URL)
    assert "Firms" in cli(*judged).out, "which is read as a table is"


def test_tables_in_and_tables_out(cli: Cli, folder: Path) -> None:
    with closing(connected(URL)) as engine:
        for name in ("actuals", "targets"):
            [(_, table)] = engine.read(f"{name}.csv")
            engine.write(table, name, force=False)
    words = ("panel", "actuals", "--targets", "default.targets", "--database", URL)
    tables = cli(*words, "-o", "default.verdicts", "--counts", "counts")
    assert (tables.code, tables.out) == (1, ""), tables.err
    again = cli(*words, "-o", "verdicts")
    assert (again.code, "cannot be written" in again.err) == (2, True), again.err
    assert cli(*words, "-o", "verdicts", "--force").code == 1
    with closing(connected(URL)) as engine:
        said = engine.rows(engine.connection.table("verdicts"))
        counted = engine.rows(engine.connection.table("counts"))
    assert len(said) == sum(each["count"] for each in counted) == 3 * 4 + 1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("甲,firms\n", "/actuals.csv"),
        ("甲,firms,2021,24,\n", "/actuals.csv"),
        ('甲,firms,2021,"2\n4"\n', "have a figure or a unit that cannot be read"),
    ],
)
def test_lines_that_are_no_rows_end_it(cli: Cli, folder: Path, change: str, told: str) -> None:
    """A number broken over two lines is one cell, and none that can be read."""
    (folder / "actuals.csv").write_text(ROWS + change, encoding="utf-8")
    run = cli("panel", "actuals.csv", "--targets", "targets.csv", "--database", URL)
    assert told in run.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nothing"], "nothing cannot be read"),
        (["no.csv"], "there is no no.csv"),
        (["actuals.csv", "--by", "none"], "lacks columns: none"),
        (["twice.csv"], "means the same"),
    ],
)
def test_what_is_not_there(cli: Cli, folder: Path, words: list[str], told: str) -> None:
    (folder / "twice.csv").write_text("region,region,indicator\n", encoding="utf-8")
    run = cli("panel", *words, "--targets", "targets.csv", "--database", URL)
    assert (run.code, told in run.err) == (2, True), run.err


def test_a_master_that_is_none(cli: Cli, folder: Path) -> None:
    run = cli("panel", "a", "--targets", "b", "--database", "spark:nonsense")
    assert (run.code, "Could not parse Master URL" in run.err) == (2, True), run.err
