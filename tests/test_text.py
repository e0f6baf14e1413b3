"""Bytes to text: the right text or none, and nothing but regular files is opened."""

import io
import os
import zipfile
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.reading.text import decode, mangled, read_bytes

PROPERTY = settings(derandomize=True, max_examples=200, deadline=None)

TABLE = "指标,数值,单位\n高新技术企业数量,318,家\n第一产业增加值,90.5,亿元\n"
ASCII = "indicator,value,unit\nrd-intensity,2.37,%\n"
# 㐀 takes four bytes in GB18030, 𠮷 a surrogate pair in UTF-16.
RARE = "指标,数值,备注\n研发,2.37,㐀𠮷\n"


@pytest.mark.parametrize("text", [TABLE, RARE], ids=["common", "rare"])
@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (b"", "utf-8", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8", "utf-8-sig"),
        (b"\xff\xfe", "utf-16-le", "utf-16"),
        (b"\xfe\xff", "utf-16-be", "utf-16"),
        (b"", "utf-16-le", "utf-16-le"),
        (b"", "utf-16-be", "utf-16-be"),
        (b"", "gb18030", "gb18030"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.hex() or "no mark",
)
def test_a_chinese_table_comes_back(text: str, mark: bytes, codec: str, name: str) -> None:
    assert decode(mark + text.encode(codec)) == (text, name)


def test_gbk_is_read_as_the_larger_gb18030() -> None:
    assert decode(TABLE.encode("gbk")) == (TABLE, "gb18030")


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("ascii", "utf-8"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_an_english_table_comes_back(codec: str, name: str) -> None:
    assert decode(ASCII.encode(codec)) == (ASCII, name)


def test_line_ends_are_left_as_they_are() -> None:
    assert decode(b"a,b\r\n1,2\r") == ("a,b\r\n1,2\r", "utf-8")


def test_the_mark_of_utf8_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfa") == ("a", "utf-8-sig")


def test_only_the_first_mark_is_taken_off() -> None:
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbfa") == ("\ufeffa", "utf-8-sig")


def test_an_empty_file_is_empty_utf8() -> None:
    assert decode(b"") == ("", "utf-8")


@pytest.mark.parametrize(
    "data",
    [
        b"a,b\n\xff\xff\n",
        b"\x80",
        TABLE.encode("utf-8") + b"\xff",
        TABLE.encode("gb18030") + b"\xff",
        b"\xef\xbb\xbf" + TABLE.encode("gb18030"),
        b"\xff\xfe" + TABLE.encode("utf-16-le") + b"\n",
        b"\xff\xfe\x00\xd8\x0a\x00",
        b"\xff\xfe\x00\x00a\x00\x00\x00",
        "指标,数值\n".encode("utf-32-be"),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b">\x00\x03\x00\xfe\xff\x09\x00\x06",
    ],
    ids=[
        "no lead byte",
        "half a character",
        "broken utf-8",
        "broken gb18030",
        "gb18030 behind the mark of utf-8",
        "half a unit of utf-16",
        "half a pair in utf-16",
        "utf-32",
        "utf-32 without mark",
        "xls",
    ],
)
def test_what_fits_no_encoding_is_refused(data: bytes) -> None:
    assert decode(data) is None


def test_a_workbook_that_was_only_renamed_is_refused() -> None:
    workbook = io.BytesIO()
    with zipfile.ZipFile(workbook, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"):
            archive.writestr(zipfile.ZipInfo(name), "<Types>指标</Types>" * 20)
    assert decode(workbook.getvalue()) is None


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_nul_inside_is_refused(codec: str) -> None:
    assert decode((TABLE + "研发,2\0,%\n").encode(codec)) is None


cells = st.text(st.characters(min_codepoint=0x4E01, max_codepoint=0x9FA5), max_size=8)
numbers = st.integers(0, 10**9).map(str)
rows = st.tuples(cells, numbers, cells.map(lambda cell: cell[:3])).map(",".join)
tables = st.lists(rows, max_size=20).map(lambda lines: "\n".join([TABLE, *lines]))


@PROPERTY
@given(tables, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"]))
def test_any_table_comes_back(table: str, codec: str) -> None:
    decoded = decode(table.encode(codec))
    assert decoded is not None
    assert decoded[0] == table


@PROPERTY
@given(tables, st.sampled_from(["le", "be"]))
def test_any_table_comes_back_from_utf16_without_mark(table: str, order: str) -> None:
    assert decode(table.encode(f"utf-16-{order}")) == (table, f"utf-16-{order}")


@PROPERTY
@given(
    # U+4E00 and its like have a NUL of their own, on the other side.
    st.lists(st.text("一伀倀,1\n研发", max_size=8), max_size=20).map("\n".join),
    st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]),
)
def test_a_table_is_read_right_or_not_at_all(lines: str, codec: str) -> None:
    table = TABLE + lines
    decoded = decode(table.encode(codec))
    assert decoded is None or decoded[0] == table


@PROPERTY
@given(st.binary())
def test_any_bytes_are_text_without_nul_or_nothing(data: bytes) -> None:
    decoded = decode(data)
    assert decoded is None or "\0" not in decoded[0]


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "2023.csv").write_bytes(b"a\r\nb")
    assert read_bytes(tmp_path / "2023.csv", "shown") == b"a\r\nb"


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "2023.csv").write_bytes(b"a")
    (tmp_path / "link.csv").symlink_to(tmp_path / "2023.csv")
    assert read_bytes(tmp_path / "link.csv", "shown") == b"a"


NOT_A_FILE = Finding(rule=Rule.FILE_UNREADABLE, place=Place("shown"), params={"kind": "not_a_file"})


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "shown") == NOT_A_FILE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "2023.csv")
    answers: list[bytes | Finding] = []
    reader = Thread(
        target=lambda: answers.append(read_bytes(tmp_path / "2023.csv", "shown")), daemon=True
    )
    reader.start()
    reader.join(timeout=5)
    assert answers == [NOT_A_FILE]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_refused() -> None:
    assert read_bytes(Path("/dev/zero"), "shown") == NOT_A_FILE


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    finding = read_bytes(tmp_path / "2023.csv", "shown")
    assert finding == Finding(
        rule=Rule.FILE_UNREADABLE,
        place=Place("shown"),
        params={"problem": os.strerror(2)},
    )


def test_a_dangling_link_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "2023.csv").symlink_to(tmp_path / "gone.csv")
    finding = read_bytes(tmp_path / "2023.csv", "shown")
    assert isinstance(finding, Finding)
    assert finding.rule is Rule.FILE_UNREADABLE


@pytest.mark.parametrize(
    ("text", "sample"),
    [
        (TABLE, None),
        (ASCII, None),
        ("指标,数值\n\ufffd\ufffd,1\n", "\ufffd"),
        ("锟斤拷锟斤拷,1\n", "锟斤拷"),
        (TABLE.encode().decode("gb18030", "replace"), "鎸囨爣,鏁板�"),
        (TABLE.encode().decode("latin-1"), "æ\x8c\x87æ\xa0\x87,æ\x95°å"),
        ("指标,数值\n锟金属,1\n", None),
        (TABLE.encode("gbk").decode("latin-1"), "Ö¸±ê,ÊýÖµ"),
    ],
)
def test_text_saved_in_a_wrong_encoding_is_seen(text: str, sample: str | None) -> None:
    assert (mangled(text) is None) is (sample is None)


@pytest.mark.parametrize(
    ("stated", "expected"), [("gbk", "gbk"), ("utf-8", None), (None, "gb18030")]
)
def test_the_encoding_that_is_stated_is_tried_alone(
    stated: str | None, expected: str | None
) -> None:
    found = decode("指标,数值\n".encode("gbk"), stated)
    assert (found and found[1]) == expected


def test_a_file_far_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "2023.csv"
    with path.open("wb") as file:
        file.truncate(65_000_000)
    found = read_bytes(path, "2023.csv")
    assert isinstance(found, Finding)
    assert (found.rule, found.params) == (Rule.FILE_TOO_LARGE, {"found": 65, "limit": 64})
