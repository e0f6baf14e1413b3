"""What the bytes of one file hold, wherever they were kept: a plan, a year's figures or tasks."""

from pathlib import PurePath

from jdzplan.actuals import YearFile
from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.patterns import Pattern
from jdzplan.plan import Plan
from jdzplan.reading.rows import Table, read_table
from jdzplan.reading.sheets import FIGURES, TASKS
from jdzplan.reading.spec import read_plan
from jdzplan.reading.text import decode, is_pointer, mangled

WORKBOOKS = (".xlsx", ".xls")
_NAME = Pattern(r"([0-9]{4})(?:\.tasks)?")
_YEAR = Pattern(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_ENCODINGS = {"gb18030": "GB18030（GBK）"} | dict.fromkeys(
    ("utf-16", "utf-16-le", "utf-16-be"), "UTF-16"
)


def is_tasks(path: PurePath) -> bool:
    """Whether a file holds task reports: its name ends in `.tasks.csv`, or so for a workbook."""
    return path.name.lower().endswith(tuple(f".tasks{end}" for end in (".csv", *WORKBOOKS)))


def is_of_a_year(path: PurePath) -> bool:
    """Whether a table has the name of a year's file: `YYYY.csv` or `YYYY.tasks.csv`."""
    return _NAME.fullmatch(path.stem) is not None


def years_in(path: PurePath) -> set[int]:
    """The years that a file's name holds."""
    return {int(word) for word in _YEAR.findall(path.stem)}


def year_by_name(path: PurePath, stated: int | None) -> int | None:
    """The year that a file is read for, before it is opened; None where name and `stated` differ.

    Where the name has no year, or several, it is that which is stated.
    """
    named = years_in(path)
    if len(named) != 1:
        return stated
    return named.pop() if stated is None or stated in named else None


def plan_of(data: bytes, name: str, *, strict: bool = False) -> tuple[Plan | None, list[Finding]]:
    """The plan in a file's bytes, or the findings that forbid it. plan.yaml is always UTF-8.

    `name` is the file as findings print it.
    """
    if is_pointer(data):
        params = {"kind": "lfs"}
        return None, [Finding(rule=Rule.FILE_UNREADABLE, place=Place(name), params=params)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return None, [Finding(rule=Rule.PLAN_UNREADABLE, place=Place(name, line))]
    return read_plan(text, name, strict=strict)


def year_of(
    data: bytes | Finding | tuple[Table, str],
    path: PurePath,
    name: str,
    year: int | None,
    encoding: str | None = None,
) -> tuple[YearFile | None, list[Finding]]:
    """The year's table in a file's bytes; None where not even its year is known.

    `data` may be why there are none, or the table and its encoding. `path` tells the year and the
    kind of file, `name` is the file as findings print it; `year` stands in where the path has none;
    `encoding` is tried alone.
    """
    named, stated = years_in(path), year
    year = year_by_name(path, stated)
    if year is None and stated is not None:
        params: dict[str, object] = {"kind": "file_name", "found": named.pop(), "expected": stated}
        return None, [Finding(rule=Rule.YEAR_DISAGREES, place=Place(name), params=params)]
    table: Table | Finding
    if isinstance(data, Finding):
        table, used = data, ""
    elif isinstance(data, tuple):
        table, used = data
    else:
        table, used = _table(data, path, name, year, encoding)
    if isinstance(table, Finding):
        broken = YearFile(path=name, year=year or 0, is_tasks=is_tasks(path), broken=True)
        return broken if year else None, [table]
    noted = []
    if used and not used.startswith("utf-8"):
        params = {"encoding": _ENCODINGS.get(used, used)}
        noted.append(Finding(rule=Rule.ENCODING_NOTED, place=Place(name), params=params))
    if year is None:
        filed = {row.year for row in table.rows if row.year}
        if len(filed) != 1:
            unknown = Finding(rule=Rule.YEAR_UNKNOWN, place=Place(name), params={"name": path.name})
            return None, [*noted, *table.findings, unknown]
        year = filed.pop()
    file = YearFile(
        path=name,
        year=year,
        rows=table.rows,
        tasks=table.tasks,
        is_tasks=is_tasks(path),
        rejected=table.rejected,
        rejected_parts=table.rejected_parts,
        broken=table.broken,
        size=table.size,
        encoding=used,
        separator=table.separator,
        headers=table.headers,
        passed=table.passed,
        sums=table.sums,
    )
    return file, [*noted, *table.findings]


def _table(
    data: bytes, path: PurePath, name: str, year: int | None, stated: str | None
) -> tuple[Table | Finding, str]:
    """The table that a file's bytes hold or why they hold none, and how its text was encoded."""
    sheet, suffix = TASKS if is_tasks(path) else FIGURES, path.suffix.lower()
    if is_pointer(data):
        params: dict[str, object] = {"kind": "lfs"}
        return Finding(rule=Rule.FILE_UNREADABLE, place=Place(name), params=params), ""
    if suffix in WORKBOOKS:
        from jdzplan.reading.excel import read_workbook  # unzips and parses XML: seldom needed

        return read_workbook(data, name, suffix, sheet, year), ""
    decoded = decode(data, stated)
    if decoded is None:
        return Finding(rule=Rule.ENCODING_UNKNOWN, place=Place(name)), ""
    table = read_table(decoded[0], name, sheet, year)
    # A garbled word in a note is nobody's matter; a garbled header is why nothing can be read.
    if table.broken and (sample := mangled(decoded[0])):
        params = {"found": sample}
        return Finding(rule=Rule.TEXT_MANGLED, place=Place(name), params=params), ""
    return table, decoded[1]
