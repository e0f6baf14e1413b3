"""Broken files as real files: what each of them must be told, at which line and column."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from jdzplan.check import check, ordered
from jdzplan.reading.repository import load_plan, load_year
from tests.conftest import ROOT

BROKEN = ROOT / "tests" / "broken"
FINDINGS: dict[str, list[tuple[str, int, int]]] = {
    "a_column_without_units": [("JDZ214", 0, 0), ("JDZ303", 2, 19)],
    "columns_of_years": [("JDZ302", 3, 21)],
    "another_year_beside_this": [("JDZ401", 2, 10)],
    "header_of_another_year": [("JDZ401", 1, 4)],
    "invisible_characters": [("JDZ302", 3, 14)],
    "lying_on_its_side": [("JDZ206", 1, 1)],
    "office_table_and_a_bad_cell": [("JDZ207", 4, 27), ("JDZ302", 6, 21)],
    "parts_of_a_year": [("JDZ206", 1, 1)],
    "ranks_in_words": [("JDZ304", 3, 12), ("JDZ302", 4, 12)],
    "second_header_in_another_order": [("JDZ302", 5, 20)],
    "second_header_of_another_year": [("JDZ206", 3, 1)],
    "section_of_another_year": [("JDZ401", 2, 1)],
    "signs_of_no_figure": [("JDZ302", 5, 10), ("JDZ302", 6, 10), ("JDZ302", 7, 16)],
    "total_rows": [("JDZ223", 3, 1), ("JDZ223", 5, 1)],
    "units_of_a_whole_table": [("JDZ303", 4, 1)],
    "mixed_line_ends": [("JDZ302", 2, 14), ("JDZ302", 4, 17)],
    "not_a_number_and_infinite": [("JDZ302", 2, 14), ("JDZ302", 3, 11)],
    "notes_and_repeated_header": [("JDZ305", 5, 17)],
    "numbers_in_words": [("JDZ302", 2, 10), ("JDZ302", 3, 10)],
    "percent_as_fraction": [("JDZ408", 2, 14)],
    "semicolons_and_a_wrong_unit": [("JDZ304", 2, 19)],
    "tabs_and_a_bad_cell": [("JDZ302", 3, 17)],
    "title_unit_and_a_bad_cell": [("JDZ302", 6, 13)],
    "two_row_header_and_a_bad_cell": [("JDZ302", 3, 16)],
    "wide_commas": [("JDZ314", 2, 14)],
    "blank_lines_only": [("JDZ203", 0, 0)],
    "column_misspelt": [("JDZ206", 1, 1), ("JDZ207", 1, 11)],
    "column_missing": [("JDZ206", 1, 1)],
    "column_twice": [("JDZ208", 1, 10)],
    "column_unknown": [("JDZ207", 1, 1)],
    "count_with_fraction": [("JDZ305", 2, 10), ("JDZ305", 3, 10)],
    "done_without_evidence.tasks": [("JDZ407", 2, 35)],
    "empty.tasks": [("JDZ203", 0, 0)],
    "number_for_yes_or_no": [("JDZ311", 2, 37), ("JDZ311", 3, 10)],
    "part_exceeds_whole": [("JDZ404", 2, 18)],
    "ratio_disagrees": [("JDZ405", 2, 14)],
    "set_disagrees_with_members": [("JDZ406", 2, 30)],
    "task_among_figures": [("JDZ301", 2, 1)],
    "task_columns_missing.tasks": [("JDZ206", 1, 1), ("JDZ207", 1, 1)],
    "task_filed_twice.tasks": [("JDZ402", 3, 1)],
    "unknown_stage.tasks": [("JDZ313", 2, 32)],
    "unknown_task.tasks": [("JDZ312", 2, 1)],
    "date_instead_of_number": [("JDZ302", 2, 11)],
    "empty": [("JDZ203", 0, 0)],
    "filed_twice": [("JDZ402", 3, 1)],
    "footnote_mark": [("JDZ302", 2, 10)],
    "release_dates": [("JDZ320", 2, 24), ("JDZ321", 3, 26), ("JDZ320", 4, 31)],
    "releases_without_order": [("JDZ402", 3, 1), ("JDZ402", 4, 1)],
    "bases_of_a_formula_differ": [("JDZ416", 2, 13)],
    "formula_error": [("JDZ302", 2, 11)],
    "gbk": [("JDZ214", 0, 0), ("JDZ314", 2, 14), ("JDZ302", 3, 9)],
    "header_only": [("JDZ203", 1, 1)],
    "indicator_empty": [("JDZ309", 2, 1)],
    "indicator_misspelt": [("JDZ301", 2, 1)],
    "lfs_pointer": [("JDZ202", 0, 0)],
    "line_break_in_a_note": [("JDZ304", 4, 19)],
    "lone_carriage_returns": [("JDZ302", 2, 11)],
    "more_than_all_members": [("JDZ406", 2, 30)],
    "name_contradicts_id": [("JDZ403", 2, 17)],
    "not_a_number": [("JDZ302", 2, 14), ("JDZ302", 3, 17)],
    "not_text": [("JDZ204", 0, 0)],
    "nul_bytes": [("JDZ204", 0, 0)],
    "quote_that_swallows_rows": [("JDZ205", 2, 1), ("JDZ205", 4, 1)],
    "region_unknown": [("JDZ308", 2, 23)],
    "row_too_long": [("JDZ209", 2, 16)],
    "saved_in_a_wrong_encoding": [("JDZ215", 0, 0)],
    "scientific_notation": [("JDZ315", 2, 11)],
    "thousands_separator": [("JDZ209", 2, 16)],
    "thousands_separator_before_source": [("JDZ302", 2, 12)],
    "title_without_a_header": [("JDZ206", 1, 1), ("JDZ206", 1, 1)],
    "two_units": [("JDZ304", 2, 11)],
    "cell_too_long": [("JDZ221", 3, 1)],
    "the_city_by_name": [("JDZ304", 4, 27)],
    "unclosed_quote": [("JDZ205", 2, 1)],
    "underscore_and_foreign_digits": [("JDZ302", 2, 17), ("JDZ302", 3, 14)],
    "unit_missing": [("JDZ303", 2, 19)],
    "unit_wrong": [("JDZ304", 2, 16)],
    "utf16_unicode_text": [("JDZ214", 0, 0), ("JDZ304", 2, 14)],
    "utf16_without_mark": [("JDZ214", 0, 0), ("JDZ302", 2, 10)],
    "utf8_with_mark_and_crlf": [("JDZ306", 2, 16)],
    "yuan_for_hundred_million": [("JDZ408", 2, 11)],
    "year_disagrees": [("JDZ401", 2, 21), ("JDZ307", 3, 23)],
}
PLANS: dict[str, list[tuple[str, int, int]]] = {
    "plan_lfs_pointer": [("JDZ202", 0, 0)],
    "plan_amendment_before_the_plan": [("JDZ125", 20, 14)],
    "plan_amendment_breaks_the_direction": [("JDZ108", 20, 5)],
    "plan_amendment_from_another_value": [("JDZ123", 26, 34)],
    "plan_amendment_of_a_rate": [("JDZ126", 26, 49)],
    "plan_amendment_of_nothing": [("JDZ122", 26, 21)],
    "plan_amendment_of_two_things": [("JDZ106", 26, 9)],
    "plan_amendment_twice_a_day": [("JDZ124", 33, 9)],
    "plan_bands_out_of_order": [("JDZ113", 5, 17)],
    "plan_baseline_meets_target": [("JDZ112", 15, 15)],
    "plan_breakdown": [
        ("JDZ130", 12, 52),
        ("JDZ131", 13, 66),
        ("JDZ132", 28, 9),
        ("JDZ133", 28, 9),
    ],
    "plan_direction_conflict": [("JDZ108", 14, 13)],
    "plan_duplicate_key": [("JDZ103", 12, 5)],
    "plan_empty": [("JDZ101", 0, 0)],
    "plan_formula_disagrees": [("JDZ405", 15, 22)],
    "plan_formula_in_a_circle": [("JDZ117", 16, 14)],
    "plan_formula_in_words": [("JDZ117", 16, 14)],
    "plan_full_width_colon": [("JDZ102", 10, 9)],
    "plan_full_width_colon_in_braces": [("JDZ106", 3, 11)],
    "plan_gbk": [("JDZ101", 3, 0)],
    "plan_gate_rules": [("JDZ140", 9, 7), ("JDZ141", 10, 20), ("JDZ142", 11, 7)],
    "plan_key_missing": [("JDZ105", 9, 5)],
    "plan_key_of_another_form": [("JDZ115", 16, 36)],
    "plan_name_taken": [("JDZ110", 19, 16)],
    "plan_no_reason": [("JDZ114", 12, 13)],
    "plan_number_as_text": [("JDZ106", 16, 24)],
    "plan_python_tag": [("JDZ107", 18, 4)],
    "plan_refers_to_itself": [("JDZ107", 1, 8)],
    "plan_relation_without_partner": [("JDZ119", 22, 39)],
    "plan_revision_from_another_value": [("JDZ511", 19, 5), ("JDZ144", 21, 11)],
    "plan_revision_of_nothing": [("JDZ143", 19, 16)],
    "plan_revision_of_two_things": [("JDZ106", 19, 5)],
    "plan_revision_with_numbers": [("JDZ511", 19, 5), ("JDZ145", 21, 9)],
    "plan_standard_beside_a_number": [("JDZ146", 19, 50)],
    "plan_tab": [("JDZ102", 2, 1)],
    "plan_total_of_rates": [("JDZ115", 15, 41)],
    "plan_total_without_figures": [("JDZ121", 15, 13)],
    "plan_two_bounds": [("JDZ106", 16, 13)],
    "plan_two_documents": [("JDZ107", 18, 1)],
    "plan_typo_in_key": [("JDZ105", 9, 5), ("JDZ104", 11, 5)],
    "plan_units_differ": [("JDZ118", 22, 12)],
    "plan_unknown_goal": [("JDZ109", 10, 11)],
    "plan_unknown_series": [("JDZ116", 16, 14)],
    "plan_years_out_of_order": [("JDZ111", 4, 11)],
}
# Broken workbooks are built here: their rows, and what they must be told; columns count as there.
WORKBOOKS: dict[str, tuple[list[tuple[Any, ...]], list[tuple[str, int, int]]]] = {
    "formula_not_calculated": (
        [("指标", "数值", "单位"), ("rd-intensity", "=1+1", "%")],
        [("JDZ219", 2, 2)],
    ),
    "formula_error": ([("指标", "数值"), ("rd-intensity", "#REF!")], [("JDZ302", 2, 2)]),
    "title_without_a_header": (
        [("2023年指标",), ("指标", "数量")],
        [("JDZ206", 2, 1), ("JDZ207", 2, 2)],
    ),
    "unit_missing": ([("指标", "数值"), ("rd-intensity", 2.37)], [("JDZ303", 2, 1)]),
    "year_disagrees": (
        [("指标", "数值", "单位", "年份"), ("rd-intensity", 2.37, "%", 2022)],
        [("JDZ401", 2, 4)],
    ),
    "empty": ([], [("JDZ203", 0, 0)]),
}
# Good rows beside the bad ones, and what is judged of them.
STILL_JUDGED = {
    "another_year_beside_this": {"high-tech-firms"},
    "office_table_and_a_bad_cell": {"high-tech-firms", "technology-contracts"},
    "second_header_in_another_order": {"high-tech-firms", "rd-intensity"},
    "second_header_of_another_year": {"high-tech-firms"},
    "section_of_another_year": {"high-tech-firms"},
    "total_rows": {"high-tech-firms", "rd-intensity"},
    "ranks_in_words": {"innovation-rank"},
    "unclosed_quote": {"high-tech-firms", "innovation-rank"},
    "quote_that_swallows_rows": {"rd-intensity"},
    "line_break_in_a_note": {"high-tech-firms"},
    "gbk": {"rd-intensity"},
    "cell_too_long": {"rd-intensity"},
    "the_city_by_name": {"rd-intensity", "high-tech-firms"},
    "region_unknown": {"high-tech-firms"},
    "part_exceeds_whole": {"rd-intensity"},
    "ratio_disagrees": {"rd-intensity"},
    "title_unit_and_a_bad_cell": {"technology-contracts", "rd-intensity"},
    "wide_commas": {"rd-intensity", "high-tech-firms"},
    "two_row_header_and_a_bad_cell": {"high-tech-firms"},
}


def test_every_broken_file_is_listed() -> None:
    assert {path.stem for path in BROKEN.glob("*.csv")} == set(FINDINGS)
    assert {path.stem for path in BROKEN.glob("*.yaml")} == set(PLANS)


@pytest.mark.parametrize("name", PLANS)
def test_a_broken_plan_is_told_where_it_is_broken(name: str) -> None:
    _, findings = load_plan(BROKEN / f"{name}.yaml")
    told = [(f.rule.code, f.place.line, f.place.column) for f in ordered(findings)]
    assert told == PLANS[name]


def test_what_the_dictionary_lacks_is_told_when_asked_for() -> None:
    _, findings = load_plan(BROKEN / "plan_baseline_meets_target.yaml", strict=True)
    told = [(f.rule.code, f.place.line, f.place.column) for f in ordered(findings)]
    assert told == [("JDZ120", 9, 5), ("JDZ112", 15, 15)]


@pytest.mark.parametrize("name", FINDINGS)
def test_a_broken_file_is_told_where_it_is_broken(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    plan, _ = load_plan(Path("data/plan.yaml"))
    year, findings = load_year(Path("tests/broken") / f"{name}.csv", 2023)
    assert plan is not None
    assert year is not None
    result = check(plan, [year], (), findings)
    told = [(f.rule.code, f.place.line, f.place.column) for f in result.findings]
    assert told == FINDINGS[name]
    judged = {a.indicator for a in result.assessments if a.reason is None}
    assert judged >= STILL_JUDGED.get(name, set())


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_broken_workbook_is_told_where_it_is_broken(name: str, tmp_path: Path) -> None:
    rows, findings = WORKBOOKS[name]
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.create_sheet("草稿").sheet_state = "hidden"
    book.save(tmp_path / "2023.xlsx")
    plan, _ = load_plan(ROOT / "data" / "plan.yaml")
    year, problems = load_year(tmp_path / "2023.xlsx", None)
    assert plan is not None
    assert year is not None
    result = check(plan, [year], (), problems)
    told = [(f.rule.code, f.place.line, f.place.column) for f in result.findings]
    assert told == sorted([("JDZ220", 0, 0), *findings], key=lambda each: (*each[1:], each[0]))
