"""The data repository on disk: the plan found, names resolved, years known."""

from pathlib import Path

import pytest

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.reading.repository import (
    Repository,
    find_plan,
    load_plan,
    load_year,
    load_years,
    plans_of,
    resolve,
    shown,
)

PLAN = """\
plan:
  id: demo
  title: {zh: 规划}
  period: {baseline: 2020, first: 2021, last: 2025}
goals:
  G1: {name: {zh: 目标}, source: {chapter: 1}}
indicators:
  rd:
    name: {zh: 研发}
    goal: G1
    tier: core
    unit: "%"
    kind: measured
    better: higher
    target: {at_least: 2.5}
    source: {chapter: 1}
"""
ROWS = "指标,数值,单位\nrd,2.37,%\n"


def a_repository(folder: Path, *names: str) -> Repository:
    """A data repository in `folder` with these files in data/actuals."""
    actuals = folder / "data" / "actuals"
    actuals.mkdir(parents=True)
    (folder / "data" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    for name in names:
        (actuals / name).write_text(ROWS, encoding="utf-8")
    return Repository(folder / "data" / "plan.yaml")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def plan_file_of(option: Path | None = None, *files: str) -> Path:
    """The plan that is found."""
    repository, _ = find_plan(option, files)
    assert repository is not None
    return repository.plan_file.resolve()


def test_the_plan_is_found_in_the_working_folder(here: Path) -> None:
    repository = a_repository(here)
    assert plan_file_of() == repository.plan_file


def test_the_plan_is_found_above_the_working_folder(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = a_repository(here)
    monkeypatch.chdir(repository.actuals)
    assert plan_file_of() == repository.plan_file


def test_the_plan_is_found_above_a_file(here: Path, tmp_path: Path) -> None:
    repository = a_repository(tmp_path / "there", "2023.csv")
    assert plan_file_of(None, str(repository.actuals / "2023.csv")) == repository.plan_file
    assert plan_file_of(None, "../there/data/actuals/2023.csv") == repository.plan_file


def test_files_that_do_not_exist_lead_nowhere(here: Path, tmp_path: Path) -> None:
    repository = a_repository(tmp_path / "there", "2023.csv")
    gone = str(repository.actuals / "2024.csv")
    assert find_plan(None, [gone])[0] is None
    assert plan_file_of(None, gone, str(repository.actuals / "2023.csv")) == repository.plan_file


def test_the_working_folder_goes_before_a_file(here: Path, tmp_path: Path) -> None:
    mine = a_repository(here)
    other = a_repository(tmp_path / "there", "2023.csv")
    assert plan_file_of(None, str(other.actuals / "2023.csv")) == mine.plan_file


def test_the_nearest_plan_above_counts(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_repository(here)
    inner = a_repository(here / "inner")
    monkeypatch.chdir(here / "inner")
    assert plan_file_of() == inner.plan_file


@pytest.mark.parametrize("option", ["there/data/plan.yaml", "there", "there/data"])
def test_the_option_is_a_file_or_a_folder(here: Path, option: str) -> None:
    repository = a_repository(here / "there")
    assert plan_file_of(Path(option)) == repository.plan_file


def test_the_option_goes_before_the_working_folder(here: Path) -> None:
    a_repository(here)
    other = a_repository(here / "there")
    assert plan_file_of(Path("there")) == other.plan_file


def test_the_option_may_have_any_name(here: Path) -> None:
    (here / "demo.yml").write_text(PLAN, encoding="utf-8")
    repository, _ = find_plan(Path("demo.yml"), [])
    assert repository == Repository(Path("demo.yml"))
    assert repository.actuals == Path("actuals")


def test_a_folder_with_a_dot_in_its_name_is_a_folder(here: Path) -> None:
    repository = a_repository(here / "jdz.v2")
    assert plan_file_of(Path("jdz.v2")) == repository.plan_file


def test_a_plan_file_without_a_suffix_is_a_file(here: Path) -> None:
    (here / "plan").write_text(PLAN, encoding="utf-8")
    assert plan_file_of(Path("plan")) == here / "plan"


def test_an_option_that_leads_nowhere_tells_where_it_looked(here: Path) -> None:
    a_repository(here)
    assert find_plan(Path("gone.yaml"), []) == (None, [Path("gone.yaml")])
    assert find_plan(Path("gone"), []) == (
        None,
        [Path("gone/data/plan.yaml"), Path("gone/plan.yaml")],
    )


def test_without_a_plan_every_folder_above_was_looked_at(here: Path) -> None:
    (here / "2023.csv").write_text(ROWS, encoding="utf-8")
    repository, looked = find_plan(None, ["2023.csv"])
    assert repository is None
    assert looked == [folder / "data" / "plan.yaml" for folder in (here, *here.parents)]


def test_a_folder_named_like_the_plan_is_no_plan(here: Path) -> None:
    (here / "data" / "plan.yaml").mkdir(parents=True)
    assert find_plan(None, [])[0] is None


def test_every_plan_above_files_is_known(here: Path, tmp_path: Path) -> None:
    mine = a_repository(here, "2022.csv", "2023.csv")
    other = a_repository(tmp_path / "there", "2023.csv")
    files = [mine.actuals / "2022.csv", mine.actuals / "2023.csv", other.actuals / "2023.csv"]
    assert plans_of(files) == {mine.plan_file, other.plan_file}
    assert plans_of([tmp_path / "2023.csv"]) == set()


def test_year_files_are_those_named_after_a_year_in_order(here: Path) -> None:
    repository = a_repository(here, "2023.csv", "2021.csv", "2022.CSV", "2023年.csv", "2024.txt")
    assert [path.name for path in repository.year_files()] == ["2021.csv", "2022.CSV", "2023.csv"]


def test_other_tables_beside_them_are_told(here: Path) -> None:
    repository = a_repository(
        here, "2023.csv", "2023初稿.csv", "汇总.csv", ".2023.csv", "~$2023.csv", "readme.md"
    )
    assert repository.strays() == [
        Finding(rule=Rule.FILE_NOT_A_YEAR, place=Place("data/actuals/2023初稿.csv")),
        Finding(rule=Rule.FILE_NOT_A_YEAR, place=Place("data/actuals/汇总.csv")),
    ]


def test_a_repository_without_a_folder_of_years_has_none(here: Path) -> None:
    repository = Repository(here / "data" / "plan.yaml")
    assert repository.year_files() == []
    assert repository.strays() == []


def test_a_name_is_a_path(here: Path) -> None:
    repository = a_repository(here, "2023.csv")
    (here / "2023.csv").write_text(ROWS, encoding="utf-8")
    assert resolve("2023.csv", repository) == Path("2023.csv")


def test_a_name_may_lead_into_the_folder_of_years(here: Path) -> None:
    repository = a_repository(here, "2023.csv")
    assert resolve("2023.csv", repository) == repository.actuals / "2023.csv"


def test_an_absolute_name_stays_one(here: Path) -> None:
    repository = a_repository(here, "2023.csv")
    path = repository.actuals / "2023.csv"
    assert resolve(str(path), repository) == path


@pytest.mark.parametrize(
    ("name", "near"),
    [("2203.csv", "2023.csv"), ("data/2023.cvs", "2023.csv"), ("汇总表", None)],
)
def test_a_missing_file_is_told_with_the_nearest_name(
    here: Path, name: str, near: str | None
) -> None:
    repository = a_repository(here, "2023.csv")
    assert resolve(name, repository) == Finding(
        rule=Rule.FILE_MISSING,
        place=Place(name),
        params={"looked": [name, f"data/actuals/{name}"], "near": near},
    )


def test_a_name_too_long_for_any_file_is_missing(here: Path) -> None:
    finding = resolve("2023" * 100 + ".csv", a_repository(here))
    assert isinstance(finding, Finding)
    assert finding.rule is Rule.FILE_MISSING


def test_a_name_too_long_for_any_file_does_not_hide_the_plan(here: Path) -> None:
    repository = a_repository(here)
    assert plan_file_of(None, "2023" * 100 + ".csv") == repository.plan_file


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("2023.csv", 2023),
        ("2023年.csv", 2023),
        ("景德镇市2023年度指标.csv", 2023),
        ("data-2023-final.csv", 2023),
        ("2023-2023.csv", 2023),
        ("1999.csv", 1999),
    ],
)
def test_the_year_is_in_the_name(here: Path, name: str, year: int) -> None:
    (here / name).write_text(ROWS, encoding="utf-8")
    file, findings = load_year(Path(name), None)
    assert file is not None
    assert (file.year, file.path, file.encoding, file.broken) == (year, name, "utf-8", False)
    assert [row.indicator for row in file.rows] == ["rd"]
    assert findings == []


@pytest.mark.parametrize(
    "name", ["汇总.csv", "2022-2023.csv", "20231231.csv", "3023.csv", "23.csv"]
)
def test_a_name_with_no_year_or_several_leaves_it_open(here: Path, name: str) -> None:
    (here / name).write_text(ROWS, encoding="utf-8")
    assert load_year(Path(name), None) == (
        None,
        [Finding(rule=Rule.YEAR_UNKNOWN, place=Place(name), params={"name": name})],
    )


def test_a_given_year_that_contradicts_the_name_is_a_finding(here: Path) -> None:
    (here / "2022.csv").write_text(ROWS, encoding="utf-8")
    params = {"kind": "file_name", "found": 2022, "expected": 2023}
    assert load_year(Path("2022.csv"), 2023) == (
        None,
        [Finding(rule=Rule.YEAR_DISAGREES, place=Place("2022.csv"), params=params)],
    )


@pytest.mark.parametrize("name", ["汇总.csv", "2023.csv", "2021-2022.csv"])
def test_a_given_year_serves_a_name_that_does_not_contradict_it(here: Path, name: str) -> None:
    (here / name).write_text(ROWS, encoding="utf-8")
    file, findings = load_year(Path(name), 2023)
    assert file is not None
    assert file.year == 2023
    assert findings == []


def test_the_column_tells_the_year_where_the_name_does_not(here: Path) -> None:
    rows = "指标,数值,年份\nrd,1,2023年\nfirms,2,\ngdp,3,2023\n"
    (here / "汇总.csv").write_text(rows, encoding="utf-8")
    file, findings = load_year(Path("汇总.csv"), None)
    assert file is not None
    assert file.year == 2023
    assert findings == []


def test_the_name_counts_before_the_column(here: Path) -> None:
    (here / "2023.csv").write_text("指标,数值,年份\nrd,1,2022\n", encoding="utf-8")
    file, _ = load_year(Path("2023.csv"), None)
    assert file is not None
    assert file.year == 2023


def test_a_column_of_several_years_leaves_it_open(here: Path) -> None:
    rows = "指标,数值,年份\nrd,1,2022\nrd,x,2023\nrd,2,2023\n"
    (here / "汇总.csv").write_text(rows, encoding="utf-8")
    file, findings = load_year(Path("汇总.csv"), None)
    assert file is None
    assert [(f.rule, f.place.line) for f in findings] == [
        (Rule.NOT_A_FIGURE, 3),
        (Rule.YEAR_UNKNOWN, 0),
    ]


def test_rows_and_faults_of_a_file_come_together(here: Path) -> None:
    (here / "2023.csv").write_text("指标,数值\nrd,x\nfirms,2\n", encoding="gb18030")
    file, findings = load_year(Path("2023.csv"), None)
    assert file is not None
    assert (file.rejected, file.broken, file.encoding) == (frozenset({"rd"}), False, "gb18030")
    assert [row.indicator for row in file.rows] == ["firms"]
    assert [(f.rule, f.place) for f in findings] == [
        (Rule.ENCODING_NOTED, Place("2023.csv")),
        (Rule.NOT_A_FIGURE, Place("2023.csv", 2, 4, "B2")),
    ]


@pytest.mark.parametrize("locked", [".~lock.2023.csv#", "~$2023.csv", ".~2023.csv"])
def test_a_file_that_an_office_program_holds_is_told(here: Path, locked: str) -> None:
    (here / "2023.csv").write_text("指标,数值\nfirms,2\n", encoding="utf-8")
    (here / locked).write_text("", encoding="utf-8")
    file, (finding,) = load_year(Path("2023.csv"), None)
    assert file is not None
    assert (finding.rule, finding.params["found"]) == (Rule.FILE_OPEN, locked)


@pytest.mark.parametrize(
    ("content", "rule"),
    [(b"\xff\xff", Rule.ENCODING_UNKNOWN), (b"", Rule.FILE_EMPTY), (b"a,b\n", Rule.COLUMN_MISSING)],
)
def test_a_file_that_cannot_be_used_is_a_broken_year(
    here: Path, content: bytes, rule: Rule
) -> None:
    (here / "2023.csv").write_bytes(content)
    file, findings = load_year(Path("2023.csv"), None)
    assert file is not None
    assert (file.year, file.broken, file.rows) == (2023, True, ())
    assert findings[0].rule is rule


def test_a_folder_named_like_a_year_is_a_broken_year(here: Path) -> None:
    (here / "2023.csv").mkdir()
    file, findings = load_year(Path("2023.csv"), None)
    assert file is not None
    assert file.broken
    assert [(f.rule, f.params) for f in findings] == [
        (Rule.FILE_UNREADABLE, {"kind": "not_a_file"})
    ]


@pytest.mark.parametrize(("content", "rule"), [(b"\xff\xff", Rule.ENCODING_UNKNOWN), (None, None)])
def test_a_file_that_cannot_be_used_and_has_no_year_is_none(
    here: Path, content: bytes | None, rule: Rule | None
) -> None:
    if content is None:
        (here / "汇总.csv").mkdir()
    else:
        (here / "汇总.csv").write_bytes(content)
    file, findings = load_year(Path("汇总.csv"), None)
    assert file is None
    assert [f.rule for f in findings] == [rule or Rule.FILE_UNREADABLE]


def test_a_plan_is_loaded(here: Path) -> None:
    plan, findings = load_plan(a_repository(here).plan_file)
    assert plan is not None
    assert plan.plan.id == "demo"
    assert findings == []


def test_a_plan_may_begin_with_the_mark_of_utf8(here: Path) -> None:
    (here / "plan.yaml").write_text(PLAN, encoding="utf-8-sig")
    plan, findings = load_plan(Path("plan.yaml"))
    assert plan is not None
    assert findings == []


def test_a_plan_in_another_encoding_is_told_at_its_line(here: Path) -> None:
    (here / "plan.yaml").write_text(PLAN, encoding="gb18030")
    assert load_plan(Path("plan.yaml")) == (
        None,
        [Finding(rule=Rule.PLAN_UNREADABLE, place=Place("plan.yaml", 3))],
    )


def test_a_plan_that_is_gone_is_a_finding(here: Path) -> None:
    plan, findings = load_plan(Path("plan.yaml"))
    assert plan is None
    assert [(f.rule, f.place) for f in findings] == [(Rule.FILE_UNREADABLE, Place("plan.yaml"))]


def test_paths_are_shown_from_the_working_folder(here: Path, tmp_path: Path) -> None:
    assert shown(here / "data" / "2023.csv") == "data/2023.csv"
    assert shown(Path("2023.csv")) == "2023.csv"
    assert shown(Path("./data/../2023.csv")) == "2023.csv"
    assert shown(tmp_path / "2023.csv") == "../2023.csv"


def test_a_path_far_outside_is_shown_whole(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = here / "a" / "b" / "c"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert shown(here / "a" / "2023.csv") == "../../2023.csv"
    assert shown(here / "2023.csv") == (here / "2023.csv").as_posix()


def test_a_path_on_another_drive_is_shown_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def relpath(path: Path) -> str:
        raise ValueError  # as Windows does

    monkeypatch.setattr("os.path.relpath", relpath)
    assert shown(Path("/mnt/2023.csv")) == "/mnt/2023.csv"


def test_a_table_of_another_name_in_the_folder_is_checked_like_any_other(here: Path) -> None:
    actuals = here / "data" / "actuals"
    actuals.mkdir(parents=True)
    (actuals / "total.csv").write_text("指标,数值,年份\nfirms,2,2023\n", encoding="utf-8")
    (actuals / "2023.tasks.csv").write_text("任务,阶段\nt,进行中\n", encoding="utf-8")
    years = load_years(Repository(here / "data" / "plan.yaml"), ["total.csv"], None)
    assert [file.path for file in years.checked] == ["data/actuals/total.csv"]


@pytest.mark.parametrize("name", ["2023.csv", "data/actuals/2023.csv", "2023.tasks.csv"])
def test_a_year_of_the_folder_is_checked_with_its_other_half(here: Path, name: str) -> None:
    actuals = here / "data" / "actuals"
    actuals.mkdir(parents=True)
    (actuals / "2023.csv").write_text("指标,数值\nfirms,2\n", encoding="utf-8")
    (actuals / "2023.tasks.csv").write_text("任务,阶段\nt,进行中\n", encoding="utf-8")
    years = load_years(Repository(here / "data" / "plan.yaml"), [name], None)
    assert {Path(file.path).name for file in years.checked} == {"2023.csv", "2023.tasks.csv"}


def test_a_garbled_word_in_a_note_does_not_spoil_the_figures(here: Path) -> None:
    (here / "2023.csv").write_text("指标,数值,备注\nfirms,2,锟斤拷\ufffd\n", encoding="utf-8")
    file, findings = load_year(Path("2023.csv"), None)
    assert file is not None
    assert (findings, [row.indicator for row in file.rows]) == ([], ["firms"])
