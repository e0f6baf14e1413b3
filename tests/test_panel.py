"""The panel: what it says of every row is what `check` says, to the letter."""

import csv
import sys
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from jdzplan.panel.cells import read_cells
from jdzplan.panel.connecting import connected
from jdzplan.panel.engine import Engine
from jdzplan.panel.outcomes import Outcome
from jdzplan.panel.terms import Cuts, cuts_of
from jdzplan.plan import Bands
from jdzplan.reading.figures import missing_reason
from jdzplan.rules.row_rules import names_of
from tests.builders import a_plan, an_indicator
from tests.conftest import Cli
from tests.panel_world import TARGETS, World, by_check, by_panel, counted, worlds, written


@pytest.fixture(scope="module")
def engine() -> Engine:
    return connected(memory="500MB")


# Worlds are too large to be made smaller in a sensible time.
random_worlds = settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@random_worlds
@given(world=worlds())
def test_the_panel_says_what_check_says(engine: Engine, world: World) -> None:
    assert by_panel(world, engine) == by_check(world)


@random_worlds
@given(world=worlds(is_tidy=True) | worlds())
def test_counts_are_those_of_check(engine: Engine, world: World) -> None:
    said = by_check(world)
    assert counted(world, engine) == Counter((key, year, x) for (_, key, year), x in said.items())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return written(tmp_path, monkeypatch)


def verdicts_in(path: Path) -> dict[tuple[str, str, str], str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["region"], row["indicator"], row["year"]): row["reason"] or row["verdict"]
            for row in csv.DictReader(file)
        }


def panel(cli: Cli, actuals: str, *options: str) -> Any:
    Path("actuals.csv").write_text(actuals, encoding="utf-8")
    return cli("panel", "actuals.csv", "--targets", "targets.csv", "-o", "v.csv", *options)


def test_every_row_has_its_verdict_or_is_told(cli: Cli, folder: Path) -> None:
    """Worked out by hand: 24 of 20 to 40 is a fifth of the way in a fifth of the time."""
    rows = [
        "甲,firms,2021,24",  # pace 1
        "甲,firms,2022,30",
        "甲,firms,2022,31",  # filed twice
        "甲,Firms,2023,abc",
        "乙,firms,2021,3.5",  # no whole number
        "乙,rank,2021,—",
        "乙,rank,2022,4",
        "乙,高企 ,2022,30",
        "甲,rd,2021,≤2.3",
        "甲,rd,2022,2.5",  # more than 2.5 is wanted: all of the way in 2 of 4 years
        "甲,rd,2024,2.5",  # amended: due in 2025
        "丙,rd,2022,2.3",
        "甲,sum,2022,3",
        "甲,gdp,2022,3",
        "甲,xxx,2022,1",
        "甲,rd,1999,1",
        "甲,rd,20x2,1",
        "甲,rd,2023,0.1234567890123456",
    ]
    run = panel(cli, "region,indicator,year,value\n" + "\n".join(rows) + '\n甲,rd\n"bad\n', "-q")
    said = verdicts_in(folder / "v.csv")
    assert {place: what for place, what in said.items() if what != "not_reported"} == {
        ("甲", "firms", "2021"): "on_track",
        ("甲", "firms", "2022"): "row_rejected",
        ("甲", "firms", "2023"): "row_rejected",
        ("乙", "firms", "2021"): "row_rejected",
        ("乙", "firms", "2022"): "achieved",
        ("乙", "rank", "2021"): "no_data",
        ("乙", "rank", "2022"): "missed",
        ("甲", "rd", "2021"): "not_in_panel",
        ("甲", "rd", "2022"): "ahead",
        ("甲", "rd", "2024"): "on_track",
        ("甲", "rd", "2023"): "not_in_panel",
        ("丙", "rd", "2022"): "no_target",
        ("甲", "sum", "2022"): "not_in_panel",
    }
    assert len(said) == 4 * 4 + 2, "four years of four targets, and two rows without one"
    assert run.code == 1
    for told in (
        "1 rows are of years outside the plan",
        "1 rows have no year",
        "1 rows have an indicator that the plan does not know",
        "1 rows are series",
        "1 rows are of regions without a target",
        "1 rows have a bound",
        "1 rows have more than 15 digits",
        "2 lines are no rows",
    ):
        assert told in run.err
    assert "reading" not in run.err


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--by", "province", "--year", "2021"], ["province,verdict,reason,count", "'=B,"]),
        (["--by", "region,goal"], ["region,goal,verdict,reason,count", "甲,G1,on_track,,1"]),
        (["--by", ""], ["verdict,reason,count", "on_track,,1"]),
    ],
)
def test_counts_by_any_key(cli: Cli, folder: Path, options: list[str], expected: list[str]) -> None:
    rows = "region,indicator,year,value\n甲,firms,2021,24\n乙,firms,2021,14\n"
    run = panel(cli, rows.replace("14", "—"), *options, "--format", "csv")
    for text in expected:
        assert text in run.out
    assert run.code == 0
    assert "looking for what was not filed: 2" in run.err


def test_units_statuses_and_typed_columns(cli: Cli, folder: Path) -> None:
    rows = "地区,指标,年份,数值,单位,状态\n"
    rows += "甲,firms,2021年,24,户,sample\n甲,firms,2022,0.0024,万家,\n"
    rows += "甲,rd,2021,2.3,亿元,\n乙,firms,2021,14,家,?\n乙,firms,2022,14,,\n乙,rank,2022,,,\n"
    run = panel(cli, rows)
    said = verdicts_in(folder / "v.csv")
    assert said["甲", "firms", "2021"] == "on_track"
    assert said["甲", "firms", "2022"] == "behind", "24 after two years is half of a fifth"
    assert said["甲", "rd", "2021"] == "row_rejected", "亿元 of a share"
    assert said["乙", "firms", "2021"] == "row_rejected", "a status that is none"
    assert said["乙", "firms", "2022"] == "row_rejected", "no unit"
    assert said["乙", "rank", "2022"] == "not_reported"
    assert "True" in (folder / "v.csv").read_text(encoding="utf-8").title()
    assert run.code == 1


@pytest.mark.parametrize(
    "kind", [pa.int64(), pa.float64(), pa.decimal128(12, 4), pa.decimal128(38, 20)]
)
def test_parquet_of_any_type_of_number(cli: Cli, folder: Path, kind: pa.DataType) -> None:
    columns: Mapping[str, Any] = {
        "region": ["甲", "甲", "乙"],
        "indicator": ["firms", "firms", "firms"],
        "year": [2021, 2022, 2031],
        "value": pa.array([Decimal(24), None, Decimal(1)], pa.decimal128(12, 4)).cast(kind),
    }
    pq.write_table(pa.table(columns), "a.parquet")
    run = cli(
        "panel", "*.parquet", "--targets", "targets.csv", "-o", "v.parquet", "--counts", "c.csv"
    )
    assert run.code == 0
    said = pq.read_table("v.parquet").to_pylist()
    found = {(r["region"], r["indicator"], r["year"]): r["verdict"] for r in said}
    assert found["甲", "firms", 2021] == "on_track"
    assert found["甲", "firms", 2022] == "not_assessed"
    assert "1 rows are of years outside" in run.err
    assert "firms,on_track,,1" in (folder / "c.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "line", "told"),
    [
        (
            "en",
            "Firms      not assessed  the row or its file has errors; judged when they are mended",
            [
                "cannot be read: row_rejected. Such as: firms 公里; firms many 家.",
                "and are not judged. Such as: Frims 家.",
            ],
        ),
        (
            "zh",
            "Firms      无法判定  数据所在的行或文件有错误，改正后再判定",
            ["判定为row_rejected。如：firms 公里；firms many 家。", "未判定。如：Frims 家。"],
        ),
    ],
)
def test_a_person_reads_words_and_what_could_not_be_read(
    cli: Cli, folder: Path, language: str, line: str, told: list[str]
) -> None:
    rows = "region,indicator,year,value,unit\n甲,firms,2021,many,家\n乙,firms,2021,3,公里\n"
    (folder / "odd.csv").write_text(rows + "甲,Frims,2021,3,家\n", encoding="utf-8")
    run = cli("panel", "odd.csv", "--targets", "targets.csv", "-q", "--lang", language)
    assert run.code == 1
    assert [each.split() for each in run.out.splitlines() if each.startswith(line)] == [
        [*line.split(), "2"]
    ]
    for sentence in told:
        assert sentence in run.err
    csv = cli("panel", "odd.csv", "--targets", "targets.csv", "-q", "--format", "csv")
    assert "firms,not_assessed,row_rejected,2" in csv.out.splitlines(), "codes are for programs"


def test_years_may_be_in_the_names_of_files(cli: Cli, folder: Path) -> None:
    for year, value in ((2021, "24"), (2022, "40")):
        text = f"region,name,value,basis\n甲,Firms,{value},\n"
        (folder / f"{year}.csv").write_text(text, encoding="utf-8")
    run = cli(
        "panel",
        "20*.csv",
        "--targets",
        "targets.csv",
        "--database",
        f"duckdb://{folder}/d.db",
        "-o",
        "verdicts",
    )
    assert "basis" in run.err
    engine = connected(f"duckdb://{folder}/d.db")
    table = engine.connection.table("verdicts")
    found = engine.rows(table.filter(table.value.notnull()).select("year", "verdict"))
    assert sorted((each["year"], each["verdict"]) for each in found) == [
        (2021, "on_track"),
        (2022, "achieved"),
    ]
    engine.connection.disconnect()
    again = cli(
        "panel", "verdicts", "--targets", "targets.csv", "--database", f"duckdb://{folder}/d.db"
    )
    assert "Firms" in again.out, "a table of the database is read as a file is"
    over = ["-o", "main.verdicts", "--database", f"duckdb://{folder}/d.db"]
    words = ("panel", "20*.csv", "--targets", "targets.csv", *over)
    assert "verdicts cannot be written" in cli(*words).err
    assert cli(*words, "--force").code == 0


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("targets.csv", "甲,firms,1,2,A\n甲,高企,1,2,A\n"), 'several for region "甲"'),
        (("targets.csv", None), "lacks columns: target"),
        (("actuals.csv", "region,indicator,value\n"), "lacks columns: year"),
        (("actuals.csv", "region,region,value\n"), "means the same"),
        (("actuals.csv", "地区,region,value\n"), "means the same"),
        (("actuals.csv", "\ufeff\xff".join(["a", "b"])), "lacks columns"),
    ],
)
def test_tables_that_cannot_be_used(
    cli: Cli, folder: Path, change: tuple[str, str | None], told: str
) -> None:
    name, text = change
    (folder / "actuals.csv").write_text("region,indicator,year,value\n", encoding="utf-8")
    if name == "targets.csv":
        head = TARGETS.splitlines(keepends=True)[0] if text else "region,indicator\n"
        (folder / name).write_text(head + (text or ""), encoding="utf-8")
    else:
        (folder / name).write_text(text or "", encoding="utf-8")
    run = cli("panel", "actuals.csv", "--targets", "targets.csv")
    assert (run.code, told in run.err) == (2, True), run.err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["none.csv"], 2, "there is no none.csv"),
        (["no_table"], 2, "no_table"),
        (["actuals.csv", "--by", "nothing"], 2, "lacks columns: nothing"),
        (["actuals.csv", "-o", "targets.csv"], 2, "--force"),
        (["actuals.csv", "--database", "nonsense://x"], 2, "known are: duckdb"),
        (["actuals.csv", "--database", "duckdb:///no/such/folder/d.db"], 2, "cannot be reached"),
        (["actuals.csv", "-o", "no/such/folder.csv"], 2, "cannot be written"),
        (["actuals.csv"], 3, ""),
    ],
)
def test_ways_out(cli: Cli, folder: Path, arguments: list[str], code: int, told: str) -> None:
    (folder / "actuals.csv").write_text("region,indicator,year,value\n", encoding="utf-8")
    run = cli("panel", *arguments, "--targets", "targets.csv")
    assert (run.code, told in run.err) == (code, True), run.err


def test_targets_that_cannot_be_read(cli: Cli, folder: Path) -> None:
    text = TARGETS + "丁,firms,一,30,C\n丁,nothing,1,2,C\n丁,rank,,—,C\n"
    (folder / "targets.csv").write_text(text, encoding="utf-8")
    run = panel(cli, "region,indicator,year,value\n丁,firms,2021,24\n")
    assert verdicts_in(folder / "v.csv")["丁", "firms", "2021"] == "definition_incomplete"
    assert run.code == 1
    assert "1 targets cannot be read" in run.err
    assert "1 indicators that the plan does not know: nothing" in run.err


def test_without_the_extra(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ibis", None)
    run = cli("panel", "a.csv", "--targets", "targets.csv")
    assert run.code == 2
    assert 'pip install "jdzplan[panel]"' in run.err


def test_without_the_extra_of_an_engine(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jdzplan.panel.connecting.find_spec", lambda name: None)
    run = cli("panel", "a", "--targets", "t", "--database", "postgres://host/name")
    assert run.code == 2
    assert 'pip install "jdzplan[panel-postgres]"' in run.err


def test_a_region_without_a_target_has_one_row_a_year(cli: Cli, folder: Path) -> None:
    rows = "region,indicator,year,value\n丙,rd,2021,2.3\n丙,rd,2021,2.4\n丙,rd,2022,2.3\n"
    run = panel(cli, rows, "--by", "region,indicator,year", "--format", "csv")
    assert "丙,rd,2021,not_assessed,no_target,1" in run.out
    text = (folder / "v.csv").read_text(encoding="utf-8")
    assert text.count("丙,rd,2021,") == 1


def test_a_figure_filed_twice_is_told_and_is_an_error(cli: Cli, folder: Path) -> None:
    rows = "region,indicator,year,value\n甲,rd,2021,2.3\n甲,rd,2021,2.4\n甲,rd,2022,2.3\n"
    run = panel(cli, rows)
    assert run.code == 1
    assert "1 figures were filed more than once" in run.err
    assert "3 rows in" in run.err


def test_cut_offs_as_whole_numbers() -> None:
    bands = Bands(ahead=Decimal("1.125"), behind=Decimal("-0.1"))
    assert cuts_of(bands) == Cuts(1000, 1125, 950, 600, -100)


@pytest.mark.parametrize("ahead", ["1.3", "1.125", "1.12345"])
def test_large_figures_and_fine_cut_offs(engine: Engine, ahead: str) -> None:
    """From minus to plus ten milliards: products of ten and five digits, and four decimals."""
    world = World(
        a_plan(an_indicator(kind="measured"), bands=Bands(ahead=Decimal(ahead))),
        {("甲", "x"): ("-9999999999", "9999999999", None)},
        [("甲", "x", 2021, "-9999999998"), ("甲", "x", 2022, "9999999998.9999")],
    )
    assert by_panel(world, engine) == {
        ("甲", "x", 2021): ("behind", None),
        ("甲", "x", 2022): ("ahead", None),
    }


def test_cut_offs_too_fine_are_not_judged(engine: Engine) -> None:
    world = World(
        a_plan(an_indicator(kind="measured"), bands=Bands(ahead=Decimal("1.300001"))),
        {("甲", "x"): ("1", "2", None)},
        [("甲", "x", 2021, "1.5")],
    )
    assert by_panel(world, engine) == {("甲", "x", 2021): ("not_assessed", "not_in_panel")}


def test_every_mark_that_the_panel_knows_is_one_of_the_row_code() -> None:
    from jdzplan.panel.expressions import MARKS

    for mark, outcome in MARKS.items():
        assert missing_reason(mark) is outcome.reason


def test_cells_go_through_the_row_code() -> None:
    plan = a_plan(an_indicator(kind="measured"))
    found = read_cells(
        plan, names_of(plan), {"x": 0}, [("x", None, "2-3"), ("", None, "1"), ("x", "", "1")]
    )
    outcomes = [cell.outcome for cell in found.values()]
    assert outcomes == [Outcome.BOUNDED, Outcome.INDICATOR_UNKNOWN, Outcome.NOT_READ]
