"""Workbooks: what a cell says, which cells are read, and which files are not opened at all."""

import csv
import io
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from jdzplan.catalogue import Severity
from jdzplan.check import check
from jdzplan.findings import Finding, Place
from jdzplan.reading.cells import cell_text
from jdzplan.reading.excel import read_workbook, xls_text
from jdzplan.reading.repository import Repository, load_plan, load_year
from jdzplan.reading.rows import Table
from jdzplan.reading.sheets import FIGURES, TASKS
from jdzplan.wording.sentences import message
from jdzplan.wording.zh import ZH
from tests.conftest import ROOT, Cli

XLS = ROOT / "tests" / "workbooks" / "2023.xls"
A_DAY = datetime.fromisoformat("2023-05-01")  # spreadsheets know no time zones
Fill = Callable[[Workbook, Worksheet], object]


def a_workbook(*rows: tuple[Any, ...], fill: Fill | None = None) -> bytes:
    """A workbook with these rows on its first sheet, `Sheet1`; `fill` does what is left."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Sheet1"
    for row in rows:
        sheet.append(row)
    if fill:
        fill(book, sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(data: bytes, suffix: str = ".xlsx") -> Table:
    table = read_workbook(data, "2023" + suffix, suffix, FIGURES, 2023)
    assert isinstance(table, Table)
    return table


def refusal(data: bytes, suffix: str = ".xlsx") -> Finding:
    finding = read_workbook(data, "2023" + suffix, suffix, FIGURES, 2023)
    assert isinstance(finding, Finding)
    assert (finding.rule.code, finding.place) == ("JDZ202", Place("2023" + suffix))
    return finding


def kind_of(data: bytes, suffix: str = ".xlsx") -> object:
    return refusal(data, suffix).params["kind"]


def printed(table: Table) -> list[tuple[str, str]]:
    assert [f.rule.code for f in table.findings] == []
    return [(row.indicator, row.value.printed) for row in table.rows]


def told(table: Table) -> list[tuple[str, str]]:
    return [(finding.rule.code, finding.place.cell) for finding in table.findings]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (None, "General", ""),
        ("2.30", "General", "2.30"),
        ("a\r\nb", "General", "a\nb"),
        (True, "General", "是"),
        (False, "General", "否"),
        ("#REF!", "General", "#REF!"),
        (200, "General", "200"),
        (200.0, "General", "200"),
        (-0.0, "General", "0"),
        (2.3, "0.00", "2.30"),
        (2.3456, "0.00", "2.3456"),
        (2.3, "0.0#", "2.3"),
        (2, "0.00_ ", "2.00"),
        (123456, '[>=100000000]0.00,,"亿";[>=10000]0!.0,"万";0"个"', "12.3456万"),
        (318, '[>=100000000]0.00,,"亿";[>=10000]0!.0,"万";0"个"', "318个"),
        (-5, '[>0]0"家";[<0]0.0"户"', "-5.0户"),
        (0, '[>0]0"家";[<0]0.0"户"', "0家"),
        (0.0237, '[>1]0.0"倍";0.00%', "2.37%"),
        (2.30, '0.00"%"', "2.30%"),
        (0.1 + 0.2, "General", "0.3"),
        (2.3700000000000001, "General", "2.37"),
        (1e16, "General", "10000000000000000"),
        (1e-07, "General", "0.0000001"),
        (12345678901234567, "0", "12345678901234567"),
        (float("inf"), "General", "inf"),
        (0.125, "0%", "12.5%"),
        (0.125, "0.00%", "12.50%"),
        (0.57, "0%", "57%"),
        (1, "0%", "100%"),
        (1318.0, "#,##0", "1318"),
        (1318.5, "#,##0.00", "1318.50"),
        (1318.5, "¥#,##0.00;[Red]¥-#,##0.00", "1318.50"),
        (-1318.5, "#,##0;[Red](#,##0.000)", "-1318.500"),
        (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0"),
        (1500000, "#,##0,", "1500"),
        (1500000, "0.00,,", "1.50"),
        (12345, '0!.0,"万"', "1.2345万"),
        (24.6, '0.0"亿"', "24.6亿"),
        (318, '0"家"', "318家"),
        (318, "0家", "318家"),
        (318, '"约"0"家"', "约318家"),
        (318, '"共"0"家"', "318家"),
        (318, '0"（初步）"', "318"),
        (-3, '0"家";-0"个"', "-3个"),
        (1.2, '[$¥-804]0.00" "', "1.20"),
        (5, 'General"位"', "5位"),
        (5, "@", "5"),
        (12345, '0"."0,', "1.2345"),
        (12000, "0\\.00,", "0.12"),
        (15000, "0.00E+00", "15000"),
        (0.5, "# ?/?", "0.5"),
        (5, "G/通用格式", "5"),
        (date(2023, 5, 1), "yyyy/m/d", "2023-05-01"),
        (A_DAY, "yyyy/m/d", "2023-05-01"),
        (A_DAY.replace(hour=12, minute=30), "yyyy/m/d h:mm", "2023-05-01 12:30:00"),
        (time(12, 30), "h:mm", "12:30:00"),
        (timedelta(hours=30), "[h]:mm", "1 day, 6:00:00"),
    ],
)
def test_a_cell_says_what_its_table_prints(value: Any, number_format: str, text: str) -> None:
    assert cell_text(value, number_format) == text


@pytest.mark.parametrize(
    ("value", "number_format", "figure"),
    [
        (0.125, "0.0%", "12.5%"),
        (2.3, "0.00", "2.30"),
        (318.0, "#,##0", "318"),
        ("24.6亿元", "General", "24.6亿元"),
        (True, "General", "是"),
        ("—", "General", "—"),
        (None, "General", ""),
    ],
)
def test_a_stored_cell_arrives(value: Any, number_format: str, figure: str) -> None:
    def shape(_: Workbook, sheet: Worksheet) -> None:
        sheet["B2"].number_format = number_format

    data = a_workbook(("指标", "数值"), ("rd", value), fill=shape)
    assert printed(read(data)) == [("rd", figure)]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (A_DAY, "date"),
        ("#REF!", "spreadsheet_error"),
        ("#DIV/0!", "spreadsheet_error"),
    ],
)
def test_what_is_no_figure_is_told_with_sheet_and_cell(value: object, kind: str) -> None:
    (finding,) = read(a_workbook(("标题",), ("指标", "数值"), ("rd", value))).findings
    assert (finding.rule.code, finding.params["kind"]) == ("JDZ302", kind)
    assert finding.place == Place("2023.xlsx", 3, 2, "Sheet1!B3")


def test_a_sheets_name_is_quoted_where_a_formula_would_quote_it() -> None:
    def rename(_: Workbook, sheet: Worksheet) -> None:
        sheet.title = "2023年 'A'"

    table = read(a_workbook(("指标", "数值"), ("rd", "x"), fill=rename))
    assert told(table) == [("JDZ302", "'2023年 ''A'''!B2")]


def test_the_same_row_on_two_sheets_says_on_which(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def second(book: Workbook, _: Worksheet) -> None:
        sheet = book.create_sheet("续表")
        sheet.append(("指标", "数值"))
        sheet.append(("high-tech-firms", "318家"))

    monkeypatch.chdir(tmp_path)
    data = a_workbook(("指标", "数值"), ("high-tech-firms", "318家"), fill=second)
    (tmp_path / "2023.xlsx").write_bytes(data)
    run = cli("check", "2023.xlsx", "--plan", str(ROOT), "--quiet", "--lang", "en")
    (line,) = [line for line in run.out.splitlines() if "JDZ402" in line]
    assert line.startswith("2023.xlsx:2:1: JDZ402 error [续表!A2] ")
    assert "first at 2023.xlsx:2 [Sheet1!A2]" in line


def merge(*areas: str) -> Fill:
    """Merge areas; what stands below is kept in the file, as some programs do."""

    def fill(_: Workbook, sheet: Worksheet) -> None:
        for area in areas:
            sheet.merged_cells.add(area)

    return fill


@pytest.mark.parametrize(
    ("rows", "areas", "figures"),
    [
        (
            [("2023年指标", None, None), ("指标", "数值", "单位"), ("rd", 2.37, "%")],
            ["A1:C1"],
            [("rd", "2.37")],
        ),
        (
            [("指标名称", None, "2023年"), ("投入", "rd", 2.5), (None, "firms", 400)],
            ["A1:B1", "A2:A3"],
            [("rd", "2.5"), ("firms", "400")],
        ),
        (  # what lies below a merged area is not there
            [("指标名称", "x", "2023年"), ("投入", "rd", 2.5), ("旧", "firms", 400)],
            ["A1:B1", "A2:A3"],
            [("rd", "2.5"), ("firms", "400")],
        ),
        (
            [("指标", "完成情况", None), (None, "数值", "单位"), ("rd", 2.37, "%")],
            ["A1:A2", "B1:C1"],
            [("rd", "2.37")],
        ),
        (  # one row has all that is needed, and still goes on in the next
            [("指标", "数值", "说明", None), (None, None, "单位", "备注"), ("rd", 2.37, "%", "x")],
            ["A1:A2", "B1:B2", "C1:D1"],
            [("rd", "2.37")],
        ),
    ],
)
def test_a_merged_area_has_the_value_of_its_first_cell(
    rows: list[tuple[Any, ...]], areas: list[str], figures: list[tuple[str, str]]
) -> None:
    assert printed(read(a_workbook(*rows, fill=merge(*areas)))) == figures


def test_one_name_over_two_rows_is_that_of_the_first() -> None:
    data = a_workbook(("指标", "数值"), ("rd", 2.3), ("rd", 2.4), fill=merge("A2:A3"))
    assert told(read(data)) == [("JDZ309", "Sheet1!A3")]


def test_a_formula_that_was_never_calculated_is_told_at_its_cell() -> None:
    rows = ("指标", "数值", "备注", "序号"), ("rd", "=1+1", "=A1", 1), ("firms", 400, None, "=1")
    table = read(a_workbook(*rows))
    assert told(table) == [("JDZ219", "Sheet1!B2"), ("JDZ219", "Sheet1!C2")]
    assert (set(table.rejected), [row.indicator for row in table.rows]) == ({"rd"}, ["firms"])
    assert [f.params.get("found") for f in table.findings] == ["=1+1", "=A1"]


def test_a_row_of_nothing_but_formulas_is_not_blank() -> None:
    table = read(a_workbook(("指标", "数值"), ("=B1", "=C1")))
    assert told(table) == [("JDZ219", "Sheet1!A2"), ("JDZ219", "Sheet1!B2")]


def test_a_header_that_was_never_calculated_is_told() -> None:
    table = read(a_workbook(("指标", "=A9"), ("rd", 2.3)))
    assert told(table) == [
        ("JDZ206", "Sheet1!A1"),
        ("JDZ207", "Sheet1!B1"),
        ("JDZ219", "Sheet1!B1"),
    ]


def edited(data: bytes, edits: Mapping[str, tuple[str, str]]) -> bytes:
    """A workbook with a piece of text replaced in some of its parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        assert set(edits) <= set(old.namelist())
        for name in old.namelist():
            text = old.read(name)
            if name in edits:
                text = text.replace(b"<v></v>", b"<v />")  # as it is written depends on a library
                before, after = (piece.encode() for piece in edits[name])
                assert before in text
                text = text.replace(before, after)
            new.writestr(name, text)
    return stream.getvalue()


SHEET1 = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("stored", "figure"),
    [
        ('<c r="B2"><f>1+1</f><v>2.3700000000000001</v></c>', "2.37"),
        ('<c r="B2" t="str"><f>IF(A1="","",A1)</f><v></v></c>', ""),
        ('<c r="B2" t="str"><f>"—"</f><v>—</v></c>', "—"),
        ('<c r="B2" t="b"><f>TRUE()</f><v>1</v></c>', "是"),
        ('<c><f t="shared" si="0"/><v>7</v></c>', "7"),
    ],
)
def test_a_formula_counts_by_its_result(stored: str, figure: str) -> None:
    data = a_workbook(("指标", "数值"), ("rd", "=1+1"))
    book = edited(data, {SHEET1: ('<c r="B2"><f>1+1</f><v /></c>', stored)})
    assert printed(read(book)) == [("rd", figure)]


def test_cells_and_rows_without_their_names_stand_one_after_the_other() -> None:
    data = a_workbook(("指标", "数值"), ("rd", "=1+1"))
    bare = '<row><c t="inlineStr"><is><t>rd</t></is></c><c><f>1+1</f></c></row></sheetData>'
    book = edited(data, {SHEET1: ("</sheetData>", bare)})
    assert told(read(book)) == [("JDZ219", "Sheet1!B2"), ("JDZ219", "Sheet1!B3")]


def test_a_formula_of_the_older_format_without_a_result_is_told() -> None:
    data = (ROOT / "tests" / "workbooks" / "formula_bare.xls").read_bytes()
    table = read_workbook(data, "2023.xls", ".xls", FIGURES, 2023)
    assert isinstance(table, Table)
    (finding,) = table.findings
    assert (finding.rule.code, finding.place.cell) == ("JDZ219", "Sheet1!B2")
    assert finding.severity is Severity.WARNING
    plan, _ = load_plan(ROOT / "data" / "plan.yaml")
    assert plan is not None
    file, findings = load_year(ROOT / "tests" / "workbooks" / "formula_bare.xls", 2023)
    assert file is not None
    assert [f.severity for f in check(plan, [file], (), findings).findings] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("areas", "found"),
    [
        ((), {("a", None): "1", ("b", None): "2"}),
        (("A2:A3",), {("a", "浮梁县"): "1", ("b", "浮梁县"): "2"}),
    ],
)
def test_what_is_merged_over_several_rows_holds_for_each(
    areas: tuple[str, ...], found: dict[tuple[str, str | None], str]
) -> None:
    region = "浮梁县" if areas else None
    rows = [("地区", "指标", "数值", "单位"), (region, "a", 1, "家"), (None, "b", 2, None)]
    data = a_workbook(*rows, (None, "c", None, None), fill=merge(*areas, "D2:D4"))
    table = read(data)
    assert {(r.indicator, r.region): r.value.printed for r in table.rows if r.unit} == found
    assert [(row.indicator, row.unit) for row in table.rows if not row.unit] == [("c", None)]


def test_a_figure_merged_over_several_rows_is_that_of_the_first() -> None:
    data = a_workbook(
        ("指标", "数值", "单位"), ("a", 1, "家"), ("b", None, "家"), fill=merge("B2:B3")
    )
    assert [row.value.printed for row in read(data).rows] == ["1", ""]


def test_escaped_characters_of_the_format_are_what_they_stand_for() -> None:
    data = a_workbook(("指标", "数值", "单位"), ("R&D_x000D_\n投入", 2.37, "%"))
    assert [row.indicator for row in read(data).rows] == ["R&D投入"]


def test_a_date_that_shows_only_its_year_heads_a_column() -> None:
    def years(_: Workbook, sheet: Worksheet) -> None:
        for cell in ("B1", "C1"):
            sheet[cell].number_format = 'yyyy"年"'

    rows = ("指标", date(2022, 12, 31), date(2023, 12, 31)), ("rd", 2.3, 2.4)
    assert printed(read(a_workbook(*rows, fill=years))) == [("rd", "2.4")]


def test_sheets_without_a_header_are_passed_over() -> None:
    def more(book: Workbook, _: Worksheet) -> None:
        book.create_sheet("空表")
        second = book.create_sheet("填报")
        second.append(("指标", "数值"))
        second.append(("firms", 400))
        third = book.create_sheet("续表")
        third.append(("指标", "单位", "数值"))
        third.append(("rd", "%", 2.3))
        book.create_sheet("未填").append(("指标", "数值"))

    table = read(a_workbook(("填表说明",), ("请按单位填写",), fill=more))
    assert printed(table) == [("firms", "400"), ("rd", "2.3")]
    assert not table.broken


def test_without_any_header_the_likeliest_says_what_it_lacks() -> None:
    def more(book: Workbook, _: Worksheet) -> None:
        book.create_sheet("数据").append(("指标", "数量", "单位"))

    table = read(a_workbook(("填表说明",), fill=more))
    assert told(table) == [("JDZ206", "数据!A1"), ("JDZ207", "数据!B1")]
    assert table.broken


@pytest.mark.parametrize(
    ("rows", "findings"),
    [([], [("JDZ203", "")]), ([("指标", "数值")], [("JDZ203", "Sheet1!A1")])],
)
def test_an_empty_workbook_is_told(
    rows: list[tuple[str, ...]], findings: list[tuple[str, str]]
) -> None:
    table = read(a_workbook(*rows))
    assert (told(table), table.broken) == (findings, True)


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_named_and_not_read(state: str) -> None:
    def hide(book: Workbook, _: Worksheet) -> None:
        sheet = book.create_sheet("草稿")
        sheet.append(("指标", "数值"))
        sheet.append(("firms", 400))
        sheet.sheet_state = state

    table = read(a_workbook(("指标", "数值"), ("rd", 2.3), fill=hide))
    (finding,) = table.findings
    assert (finding.rule.code, finding.params["found"]) == ("JDZ220", "草稿")
    assert ([row.indicator for row in table.rows], table.broken) == (["rd"], False)


@pytest.mark.parametrize(
    ("row", "column", "value", "findings"),
    [
        (20_000, 3, "x", []),
        (20_001, 3, "x", [("JDZ202", "Sheet1!C20001")]),
        (1_048_576, 1, "=1", [("JDZ202", "Sheet1!A1048576")]),
        (30_000, 1, "  ", []),
        (2, 200, "x", [("JDZ207", "Sheet1!GR2")]),
        (2, 201, "x", [("JDZ202", "Sheet1!GS2")]),
        (2, 201, "=1", [("JDZ202", "Sheet1!GS2")]),
    ],
)
def test_what_lies_too_far_out_is_told(
    row: int, column: int, value: str, findings: list[tuple[str, str]]
) -> None:
    def put(_: Workbook, sheet: Worksheet) -> None:
        sheet.cell(row, column, value)

    data = a_workbook(("指标", "数值", "备注"), ("rd", 2.3, None), fill=put)
    table = read(data)
    far = [both for both in told(table) if both[0] in ("JDZ202", "JDZ207")]
    assert (far, table.broken) == (findings, [code for code, _ in findings] == ["JDZ202"])
    assert "rd" in [filed.indicator for filed in table.rows]


GOOD = a_workbook(("指标", "数值"), ("rd", 2.3))
OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def a_zip(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        (b"", ".xlsx", "not_a_workbook"),
        (b"\x00\x01\xff\xfe\x80", ".xlsx", "not_a_workbook"),
        (GOOD[:-40], ".xlsx", "not_a_workbook"),
        (a_zip(readme=b"hello"), ".xlsx", "not_a_workbook"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), ".xlsx", "password"),
        (OLE + bytes(600), ".xlsx", "renamed"),
        ("指标,数值\n".encode("gbk"), ".xlsx", "renamed"),
        ("指标,数值\n".encode(), ".xls", "renamed"),
        (b"<html><table></table></html>", ".xls", "renamed"),
        (GOOD, ".xls", "renamed"),
        (OLE + bytes(600), ".xls", "not_a_workbook"),
        (b"\x09\x08\x10\x00" + bytes(600), ".xls", "not_a_workbook"),
    ],
)
def test_what_is_no_workbook_is_told_as_what_it_is(data: bytes, suffix: str, kind: str) -> None:
    assert kind_of(data, suffix) == kind


@pytest.mark.parametrize(
    ("data", "suffix", "found"),
    [
        (OLE + bytes(600), ".xlsx", ".xls"),
        (GOOD, ".xls", ".xlsx"),
        (b"a,b\n", ".xls", ".csv"),
        (b"<html/>", ".xls", ".html"),
    ],
)
def test_a_renamed_file_is_told_by_what_it_really_is(data: bytes, suffix: str, found: str) -> None:
    finding = refusal(data, suffix)
    assert (finding.params["found"], finding.params["expected"]) == (found, suffix)


def test_a_zip_bomb_is_not_unpacked() -> None:
    assert kind_of(a_zip(bomb=bytes(10_000_001))) == "too_large"


def test_many_parts_that_are_too_large_together_are_not_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("jdzplan.reading.packages.LARGEST", 1_000)
    assert kind_of(GOOD) == "too_large"


@pytest.mark.parametrize("part", [SHEET1, "xl/workbook.xml", "xl/styles.xml"])
def test_entities_are_refused_unexpanded(part: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    root = {SHEET1: "<worksheet", "xl/workbook.xml": "<workbook", "xl/styles.xml": "<styleSheet"}
    data = edited(GOOD, {part: (root[part], bomb + root[part])})
    assert kind_of(data) == "document_type"


def test_merged_areas_that_cover_the_sheet_over_and_over_are_refused() -> None:
    many = '<mergeCell ref="A1:GR20000"/>' * 3
    data = edited(GOOD, {SHEET1: ("</sheetData>", f"</sheetData><mergeCells>{many}</mergeCells>")})
    assert kind_of(data) == "too_large"


@pytest.mark.parametrize(
    "damage",
    [
        {SHEET1: ("<worksheet", "<work sheet")},
        {SHEET1: ("<sheetData>", '<sheetData><c r="??"/>')},
        {SHEET1: ("</sheetData>", "<row><c><v>a.b</v></c></row></sheetData>")},
        {SHEET1: ("</sheetData>", '<row><c r="B3"/><c r="A3"><v>1</v></c></row></sheetData>')},
        {SHEET1: ("</sheetData>", '<row r="1"><c><v>1</v></c></row></sheetData>')},
        {SHEET1: ("</sheetData>", '<row r="1048577"><c><v>1</v></c></row></sheetData>')},
        {SHEET1: ("</sheetData>", '<row r="999999999999"><c><v>1</v></c></row></sheetData>')},
        {"xl/workbook.xml": ('name="Sheet1"', 'nome="Sheet1"')},
        {"xl/_rels/workbook.xml.rels": ("worksheets/sheet1.xml", "worksheets/sheet9.xml")},
    ],
)
def test_damage_inside_is_told_and_never_a_crash(damage: dict[str, tuple[str, str]]) -> None:
    assert kind_of(edited(GOOD, damage)) == "not_a_workbook"


@pytest.mark.parametrize(("library", "suffix"), [("openpyxl", ".xlsx"), ("xlrd", ".xls")])
def test_without_the_library_the_command_is_told(
    library: str, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in {library, *(name for name in sys.modules if name.split(".")[0] == library)}:
        monkeypatch.setitem(sys.modules, name, None)
    finding = refusal(GOOD if suffix == ".xlsx" else XLS.read_bytes(), suffix)
    assert finding.params["kind"] == "no_excel"
    assert 'pip install "jdzplan[excel]"' in message(finding, ZH)[1]


def test_the_older_format_reads_alike() -> None:
    file, findings = load_year(XLS, None)
    assert file is not None
    assert [(row.indicator, row.value.printed, row.unit, row.note) for row in file.rows] == [
        ("rd-intensity", "2.30", "%", None),
        ("high-tech-firms", "318", "家", "2024-03-01"),
        ("rd-spending-growth", "12.5%", None, None),
        ("lead-firms/heimao", "是", None, None),
        ("technology-contracts", "24.6亿元", None, None),
    ]
    assert [(f.rule.code, f.params["found"], f.place.cell) for f in findings] == [
        ("JDZ220", "草稿", ""),
        ("JDZ302", "#REF!", "主要指标!B7"),
        ("JDZ302", "2023-05-01", "主要指标!B8"),
    ]


@pytest.mark.parametrize(
    ("kind", "value", "number_format", "text"),
    [
        (0, "", "General", ""),
        (1, "2.30", "0.0", "2.30"),
        (2, 200.0, "General", "200"),
        (2, 0.125, "0.0%", "12.5%"),
        (3, 45047.0, "yyyy/m/d", "2023-05-01"),
        (3, 1e9, "yyyy/m/d", "#VALUE!"),
        (4, 1, "General", "是"),
        (4, 0, "General", "否"),
        (5, 23, "General", "#REF!"),
        (5, 99, "General", "#VALUE!"),
        (6, "", "0.00", ""),
    ],
)
def test_a_cell_of_the_older_format(
    kind: int, value: object, number_format: str, text: str
) -> None:
    assert xls_text(kind, value, number_format, 0) == text


def test_tasks_are_read_too() -> None:
    data = a_workbook(("重点任务",), ("任务", "阶段", "佐证材料"), ("甲", "完成", "批复"))
    table = read_workbook(data, "2023.tasks.xlsx", ".xlsx", TASKS, 2023)
    assert isinstance(table, Table)
    (row,) = table.tasks
    assert (row.task, row.evidence) == ("甲", "批复")


@pytest.mark.parametrize("name", ["2023.xlsx", "2023.XLSX", "科技局2023年.xlsx"])
def test_a_workbook_is_of_the_year_in_its_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(GOOD)
    file, findings = load_year(tmp_path / name, None)
    assert file is not None
    assert (file.year, file.is_tasks, file.encoding, findings) == (2023, False, "", [])


def test_a_task_workbook_is_known_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "2023.tasks.xlsx"
    path.write_bytes(a_workbook(("任务", "阶段"), ("甲", "进行中")))
    file, _ = load_year(path, None)
    assert file is not None
    assert (file.is_tasks, [task.task for task in file.tasks]) == (True, ["甲"])


def test_workbooks_in_the_folder_are_not_read_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    actuals = tmp_path / "actuals"
    actuals.mkdir()
    for name in ("2023.xlsx", "total.XLS", "2023.tasks.xls", "2023.csv", "~$2023.xlsx"):
        (actuals / name).write_bytes(b"")
    repository = Repository(tmp_path / "plan.yaml")
    assert [path.name for path in repository.year_files()] == ["2023.csv"]
    assert [(f.rule.code, f.place.path, f.params) for f in repository.strays()] == [
        ("JDZ213", "actuals/2023.tasks.xls", {"kind": "workbook", "name": "2023.tasks.xls"}),
        ("JDZ213", "actuals/2023.xlsx", {"kind": "workbook", "name": "2023.xlsx"}),
        ("JDZ213", "actuals/total.XLS", {}),
    ]


def test_a_workbook_is_found_by_its_name_and_judged_instead_of_its_year(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    (data / "actuals").mkdir(parents=True)
    (data / "plan.yaml").write_bytes((ROOT / "data" / "plan.yaml").read_bytes())
    (data / "actuals" / "2023.csv").write_text("指标,数值\nhigh-tech-firms,150\n", "utf-8")
    book = a_workbook(("指标", "数值", "单位"), ("high-tech-firms", 320.0, "家"))
    (data / "actuals" / "2023.xlsx").write_bytes(book)
    monkeypatch.chdir(tmp_path)
    run = cli("check", "2023.xlsx", "--lang", "en", "--format", "csv")
    rows = list(csv.DictReader(run.out.splitlines()))
    assert run.code == 0
    assert next(r["actual"] for r in rows if r["indicator"] == "high-tech-firms") == "320"


def test_a_workbook_that_is_not_opened_leaves_its_year_open(tmp_path: Path) -> None:
    for name in ("2023.xlsx", "报表.xlsx"):
        (tmp_path / name).write_bytes(b"a,b\n")
    file, findings = load_year(tmp_path / "2023.xlsx", None)
    assert file is not None
    assert (file.broken, [f.rule.code for f in findings]) == (True, ["JDZ202"])
    file, findings = load_year(tmp_path / "报表.xlsx", None)
    assert (file, [f.rule.code for f in findings]) == (None, ["JDZ202"])


def test_a_workbook_says_how_many_rows_it_has() -> None:
    def second(book: Workbook, _: Worksheet) -> None:
        sheet = book.create_sheet("续表")
        sheet.append(("指标", "数值"))
        sheet.append(("firms", "318"))

    table = read(a_workbook(("指标", "数值"), ("rd", "2"), ("gdp", "x"), fill=second))
    assert table.size == 3
