"""Big years: what is sifted comes to the same as what is read row by row."""

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.big_data import write_big
from jdzplan.catalogue import Rule
from jdzplan.check import Result, check
from jdzplan.formats import Format, render
from jdzplan.plan import Plan, Text
from jdzplan.reading import engine, repository, sieve, streams, text
from jdzplan.reading.kinds import Judge
from jdzplan.reading.repository import Repository, load_plan, load_years
from jdzplan.reading.rows import head_of
from jdzplan.reading.sheets import FIGURES
from jdzplan.wording import words_in
from tests.big_world import EVERYWHERE, ODD, Office, a_country
from tests.builders import an_indicator
from tests.regions import REGIONS, a_city

ROOT = Path(__file__).parent.parent
PLAN = a_country()


def checked(folder: Path, plan: Plan, *names: str, big: int = 1, year: int | None = None) -> Result:
    """All years of a folder, or the files named; tables of so many bytes are sifted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repository, "BIG", big)
        years = load_years(Repository(folder / "data" / "plan.yaml"), names, year, None, plan)
    return check(plan, years.checked, years.earlier, years.findings)


def told(result: Result) -> tuple[object, ...]:
    sizes = [(f.path, f.year, f.size, f.broken, f.encoding) for f in result.files]
    verdicts = result.assessments, result.regional, result.relations, result.tasks
    printed = [*(render(result, each, words_in("zh")) for each in (Format.JSON, Format.TEXT))]
    return result.findings, verdicts, result.known, sizes, result.is_stopped, printed


def compared(folder: Path, plan: Plan, *names: str, year: int | None = None) -> int:
    """How many rows were passed, when everything else was found to be the same."""
    big, small = (checked(folder, plan, *names, big=size, year=year) for size in (1, 10**12))
    for left, right in zip(told(big), told(small), strict=True):
        assert left == right
    assert not any(file.passed for file in small.files)
    return sum(file.passed for file in big.files)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 3), st.sampled_from((0, 1, 3, 10)))
def test_a_sifted_year_comes_to_the_same(seed: int, years: int, oddities: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        actuals = folder / "data" / "actuals"
        actuals.mkdir(parents=True)
        for year in range(2023 - years + 1, 2024):
            Office(seed + year, oddities).write(actuals / f"{year}.csv")
        compared(folder, PLAN)
        compared(folder, PLAN, "2023.csv")


@pytest.mark.parametrize(
    "path",
    [*sorted((ROOT / "tests/broken").glob("*.csv")), *(ROOT / "data/actuals").glob("*.csv")],
    ids=lambda path: path.stem,
)
def test_every_broken_file_is_told_of_alike(path: Path) -> None:
    plan, _ = load_plan(ROOT / "data" / "plan.yaml")
    assert plan is not None
    year = None if path.stem[:2] == "20" else 2023
    assert compared(ROOT, plan, str(path), year=year) == 0  # it has no regions


@pytest.mark.parametrize("is_bad", [False, True])
def test_a_real_year_of_counties_is_told_of_alike(tmp_path: Path, *, is_bad: bool) -> None:
    counties = 60
    write_big(tmp_path, counties, is_bad=is_bad)
    plan, findings = load_plan(tmp_path / "data" / "plan.yaml")
    assert plan is not None
    assert findings == []
    passed = compared(tmp_path, plan)
    # Rows of the whole and of the twelve targets that are shared out are looked at one by one.
    good = (counties + 1) * 334 - 334 - 12 * counties
    assert passed == good if not is_bad else 0.7 * good < passed < good


def a_year_of(folder: Path, *lines: str, year: int = 2023, encoding: str = "utf-8") -> None:
    actuals = folder / "data" / "actuals"
    actuals.mkdir(parents=True, exist_ok=True)
    (actuals / f"{year}.csv").write_bytes("\n".join(lines).encode(encoding))


HEADER = "indicator,value,unit,region,source"
GOOD = ("n,5,项,东区,年报", "n,6,项,西区,年报")
TABLE = "\n".join((HEADER, *GOOD))


@pytest.mark.parametrize(
    ("lines", "passed"),
    [
        (GOOD, 2),
        (('n,5,项,东区,"年报，""第2版"""', "n,6,项,西区,'x"), 2),
        # filed twice under two names of the region, or in two rows of which one has no unit
        ((*GOOD, "n,5,项,城东区,年报"), 1),
        ((*GOOD, "数量,5,,城东区,年报"), 1),
        # a note ends with the next row, which is read to see that
        ((GOOD[0], "注：快报,,,,", GOOD[1]), 1),
        ((GOOD[0], "", GOOD[1]), 1),
        (("注：快报,,,,", *GOOD, "n,many,项,南县,"), 1),
        # a part of a whole, a share, what a formula takes are held against others
        (("b,5,家,东区,", "x,5,家,东区,", "m,5.5,亿元,东区,", "p,5.5,%,东区,"), 1),
        # a line of units, a second header: not one plain table
        ((GOOD[0], "单位：万项,,,,", GOOD[1]), 0),
        ((GOOD[0], "指标,单位,数值,地区,来源", "n,项,6,西区,"), 0),
        # words of a header, three digits behind a figure, signs that nobody sees
        (("n,5,项,东区,指标年报", "n,6,项,西区,\u200b", "n,6,项,南县,"), 0),
    ],
)
def test_only_plainly_good_rows_are_passed(
    tmp_path: Path, lines: tuple[str, ...], passed: int
) -> None:
    a_year_of(tmp_path, HEADER, *lines)
    assert compared(tmp_path, PLAN) == passed


@pytest.mark.parametrize(
    ("columns", "lines", "passed"),
    [
        # the row behind one that is looked at is looked at, too
        (HEADER, ("n,5,项,东区,年报,x", GOOD[1], "e,5.5,亿元,东区,"), 1),
        ("indicator,value,unit,region,status", ("n,5,项,东区,sample", "n,6,项,西区,sample"), 0),
        ("indicator,name,value,unit,region", ("n,金额,5,项,东区", "n,数量,6,项,西区"), 0),
        ("indicator,name,value,unit,region", ("n,数量,5,项,东区", "n,数量,6,项,西区"), 2),
        # of a stated basis are all regions, and the whole, which is too much, is not
        (
            "indicator,value,unit,region,basis",
            (*(f"n,5,项,{region},不变价" for region in EVERYWHERE), "n,500,项,全市,"),
            0,
        ),
    ],
)
def test_rows_that_say_more_than_a_figure_are_looked_at(
    tmp_path: Path, columns: str, lines: tuple[str, ...], passed: int
) -> None:
    a_year_of(tmp_path, columns, *lines)
    assert compared(tmp_path, PLAN) == passed


@pytest.mark.parametrize(
    ("columns", "lines"),
    [
        (HEADER, ("n,5,项,东区," + "x" * 140_000, *GOOD)),
        (HEADER + ",锟斤拷", ("注：x,,,,,",)),
        (HEADER, (f"m,5.5,{'亿' * 18}元,东区,", *GOOD)),
        (HEADER + ",note", ("指标数,5,家,东区,指*标,2022年报", "指标数,6,家,西区,,")),
        (HEADER, ("电话：,12345678,部,东区,", "电话：,6,部,西区,")),
    ],
    ids=["long", "mangled", "huge unit", "like a header", "like a telephone"],
)
def test_what_looks_like_something_else_is_told_of_alike(
    tmp_path: Path, columns: str, lines: tuple[str, ...]
) -> None:
    named = an_indicator(None, "at_least 9", name={"zh": "指标数"})
    plan = a_city(
        None,
        regions=REGIONS,
        n=an_indicator(None, "at_least 9", name={"zh": "数量"}, unit="项"),
        m=an_indicator("9", "at_least 99", name={"zh": "金额"}, unit="亿元", kind="measured"),
        q=named,
        t=named.changed(name=Text(zh="电话："), unit="部"),
    )
    a_year_of(tmp_path, columns, *lines)
    compared(tmp_path, plan)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_below_that_of_a_separator_are_counted_as_they_stand(
    tmp_path: Path, end: str
) -> None:
    lines = ("标题", HEADER, *GOOD, "n,many,项,南县,")
    a_year_of(tmp_path, "sep=," + end + "\n".join(lines))
    compared(tmp_path, PLAN)
    assert [finding.place.line for finding in checked(tmp_path, PLAN).findings] == [6]


def test_a_word_of_a_header_does_not_go_from_cell_to_cell(tmp_path: Path) -> None:
    named = an_indicator(None, "at_least 9", name={"zh": "恒指"})
    columns = "indicator,source,value,unit,region,note,definition"
    lines = ("恒指,标准,5,家,东区,指*标,2022年报", "恒指,,6,家,西区,,")
    a_year_of(tmp_path, columns, *lines)
    assert compared(tmp_path, a_city(None, regions=REGIONS, q=named)) == 2


def test_a_file_of_another_year_than_is_stated_is_told_of(tmp_path: Path) -> None:
    for year in (2022, 2023):
        a_year_of(tmp_path, HEADER, *GOOD, year=year)
    compared(tmp_path, PLAN, "2022.csv", "2023.csv", year=2023)
    findings = checked(tmp_path, PLAN, "2022.csv", "2023.csv", year=2023).findings
    assert [finding.rule for finding in findings] == [Rule.YEAR_DISAGREES]


@pytest.mark.parametrize(
    ("where", "name", "error"),
    [
        (sieve, "TemporaryDirectory", FileNotFoundError()),
        (engine.Engine, "sort", OSError()),
        (engine.Engine, "doubt_others", duckdb.IOException()),
    ],
)
def test_where_the_engine_fails_all_is_read_row_by_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: object, name: str, error: Exception
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(where, name, fail)
    a_year_of(tmp_path, HEADER, *GOOD)
    assert compared(tmp_path, PLAN) == 0


def test_nothing_of_a_year_counts_where_another_file_of_it_cannot_be_read(tmp_path: Path) -> None:
    a_year_of(tmp_path, HEADER, *GOOD)
    (tmp_path / "more.csv").write_bytes(b"")
    names = [str(tmp_path / "data" / "actuals" / "2023.csv"), str(tmp_path / "more.csv")]
    assert compared(tmp_path, PLAN, *names, year=2023) == 0


@pytest.mark.parametrize("year", [2022, 2023])
@pytest.mark.parametrize("whole", ["50.7", "51.1", "51.3", "60", "400"])
def test_what_rounding_moves_a_sum_by_is_known_of_every_row(
    tmp_path: Path, whole: str, year: int
) -> None:
    """Five counties of 5.5 and four of 5.8 are 50.7; of 2022 the plan prints what "w" came to."""
    rows = [
        f"{key},{5.5 + 0.3 * (i % 2)},亿元,{r}," for key in "ew" for i, r in enumerate(EVERYWHERE)
    ]
    a_year_of(tmp_path, HEADER, *rows, f"e,{whole},亿元,全市,", f"w,{whole},亿元,全市,", year=year)
    assert compared(tmp_path, PLAN) == len(EVERYWHERE) * (1 if year == 2022 else 2)


@pytest.mark.parametrize(
    ("before", "now", "passed"), [("5", "6", 2), ("5", "39", 2), ("5", "40", 0), ("0", "40", 2)]
)
def test_what_lies_far_off_an_earlier_year_is_looked_at(
    tmp_path: Path, before: str, now: str, passed: int
) -> None:
    a_year_of(tmp_path, HEADER, f"n,{before},项,东区,", year=2022)
    a_year_of(tmp_path, HEADER, f"n,{now},项,东区,", year=2023)
    assert compared(tmp_path, PLAN) == passed


@pytest.mark.parametrize("at_a_time", [1, 3, 1000])
def test_what_adds_up_is_summed_without_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_a_time: int
) -> None:
    monkeypatch.setattr(engine, "_AT_A_TIME", at_a_time)
    regions = [f"n,5,项,{region}," for region in EVERYWHERE]
    counties = 5 * (len(EVERYWHERE) - 3)
    for whole, codes in ((counties, set()), (counties + 1, {"JDZ412"})):
        a_year_of(tmp_path, HEADER, *regions, f"n,{whole},项,全市,")
        assert compared(tmp_path, PLAN) == len(EVERYWHERE)
        assert {finding.rule.code for finding in checked(tmp_path, PLAN).findings} == codes
    a_year_of(tmp_path, HEADER, *regions[1:], f"n,{whole},项,全市,")
    assert compared(tmp_path, PLAN) == len(EVERYWHERE) - 1
    assert [finding.rule.code for finding in checked(tmp_path, PLAN).findings] == ["JDZ413"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_any_encoding_is_sifted(tmp_path: Path, encoding: str) -> None:
    a_year_of(tmp_path, HEADER, *GOOD, encoding=encoding)
    assert compared(tmp_path, PLAN) == 2


def test_a_path_that_looks_like_a_pattern_is_one_file(tmp_path: Path) -> None:
    a_year_of(tmp_path / "[a]*", HEADER, *GOOD)
    assert compared(tmp_path / "[a]*", PLAN) == 2


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("2023.csv", TABLE, None),
        ("2023.csv", TABLE.replace(HEADER, "单位：万项\n" + HEADER + "\n单位：项"), "shape"),
        ("2023.csv", "只有一行", "shape"),
        ("2023.csv", TABLE + "\0", "text"),
        ("figures.csv", TABLE, "year"),
    ],
)
def test_what_is_too_large_for_row_by_row_is_sifted_or_told_why_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: str, kind: str | None
) -> None:
    monkeypatch.setattr(text, "LARGEST", 10)
    path = tmp_path / "data" / "actuals" / name
    path.parent.mkdir(parents=True)
    path.write_text(data, encoding="utf-8")
    findings = checked(tmp_path, PLAN, str(path)).findings
    assert [(f.rule, f.params["kind"]) for f in findings] == (
        [(Rule.FILE_TOO_LARGE, kind)] if kind else []
    )


def test_a_second_big_file_of_a_year_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text, "LARGEST", 10)
    a_year_of(tmp_path, HEADER, *GOOD)
    (tmp_path / "more.csv").write_text(TABLE, encoding="utf-8")
    names = [str(tmp_path / "data" / "actuals" / "2023.csv"), str(tmp_path / "more.csv")]
    findings = checked(tmp_path, PLAN, *names, year=2023).findings
    assert [finding.params["kind"] for finding in findings] == ["second"]


@pytest.mark.parametrize("is_large", [False, True])
def test_without_an_engine_that_loads_all_is_read_row_by_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_large: bool
) -> None:
    monkeypatch.setitem(sys.modules, "jdzplan.reading.engine", None)
    monkeypatch.setattr(text, "LARGEST", 10 if is_large else 10_000)
    a_year_of(tmp_path, HEADER, *GOOD)
    result = checked(tmp_path, PLAN)
    assert [f.params["kind"] for f in result.findings] == (["extra"] if is_large else [])
    assert not any(file.passed for file in result.files)


def test_one_year_that_cannot_be_opened_spoils_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(path: Path, folder: Path, stated: str | None) -> streams.Stream | None:
        if path.name == "2022.csv":
            raise PermissionError(13, "Permission denied")
        return streams.stream_of(path, folder, stated)

    monkeypatch.setattr(sieve, "stream_of", opened)
    monkeypatch.setattr(text, "LARGEST", 10)
    for year in (2022, 2023):
        a_year_of(tmp_path, HEADER, *GOOD, year=year)
    result = checked(tmp_path, PLAN)
    assert [f.params["cause"] for f in result.findings] == ["[Errno 13] Permission denied"]
    assert {file.year: file.passed for file in result.files} == {2022: 0, 2023: 2}


JUDGE = Judge(PLAN)
TOLD = [*((n, u) for n in ("n", "m", "p", "r", "k", "k/one", "b") for u in ODD["unit"])]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([*engine._SHAPES]), st.sampled_from(TOLD), st.data())
def test_one_number_of_a_shape_speaks_for_all_of_it(
    shape: str, told: tuple[str, str], data: st.DataObject
) -> None:
    """What holds for the number of `SHAPES` holds for every other one that the engine passes."""
    _, _, header = head_of(f"{HEADER}\n", FIGURES, 2023)
    assert header is not None
    number = data.draw(st.from_regex(re.compile(engine._SHAPES[shape], re.ASCII), fullmatch=True))
    kind = JUDGE.kind_of(told, header, 2023)
    if kind and shape in kind.shapes:
        row = JUDGE._row(told, number, header)
        assert row is not None
        assert JUDGE._is_good(row, 2023)
