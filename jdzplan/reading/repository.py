"""The data repository on disk: finding the plan, resolving file names, loading years."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jdzplan.actuals import YearFile
from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.nearest import near
from jdzplan.plan import Plan
from jdzplan.reading.contents import (
    WORKBOOKS,
    is_of_a_year,
    is_tasks,
    plan_of,
    year_by_name,
    year_of,
)
from jdzplan.reading.text import Refusal, read_bytes

if TYPE_CHECKING:
    from jdzplan.reading.sieve import Sieve

_PLAN = Path("data", "plan.yaml")
BIG = 300_000  # bytes, some 7,000 rows; with less, an engine is not worth its start


def _year_of(path: Path) -> int:
    return int(path.name[:4])


class Repository(NamedTuple):
    """A folder of yearly files beside its plan."""

    plan_file: Path

    @property
    def actuals(self) -> Path:
        """The folder of the yearly files."""
        return self.plan_file.parent / "actuals"

    def year_files(self) -> list[Path]:
        """`YYYY.csv` and `YYYY.tasks.csv` in the folder, in order of year."""
        return [path for path in self._files(".csv") if is_of_a_year(path)]

    def strays(self) -> list[Finding]:
        """Tables in the folder that no year's name leads to, so that nothing is left out unseen.

        A year's workbook is read only where it is named.
        """
        years = set(self.year_files())
        return [
            Finding(
                rule=Rule.FILE_NOT_A_YEAR,
                place=Place(shown(path)),
                params={"kind": "workbook", "name": path.name} if is_of_a_year(path) else {},
            )
            for path in self._files(".csv", *WORKBOOKS)
            if path not in years
        ]

    def _files(self, *suffixes: str) -> list[Path]:
        try:
            found = [p for p in self.actuals.iterdir() if p.suffix.lower() in suffixes]
        except OSError:
            return []
        return sorted(path for path in found if not path.name.startswith((".", "~")))


def real(path: Path) -> Path:
    """Where a path leads; one that leads in a circle stays as it is."""
    return Path(os.path.realpath(path))


def shown(path: Path) -> str:
    """A path as findings print it: from the working folder where that is near, `/` between."""
    try:
        near = path.as_posix() if _is_outside(path) else Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        near = path.as_posix()
    return near.encode("utf-8", "replace").decode("utf-8")  # a name need not be text


def _is_outside(path: Path) -> bool:
    return os.path.relpath(path).startswith(".." + os.sep + ".." + os.sep + "..")


def exists(path: Path) -> bool:
    """Whether anything is there; no name is too odd to ask."""
    return _ask(path.exists)


def _ask(question: Callable[[], bool]) -> bool:
    try:
        return question()
    except (OSError, ValueError):  # a name that no file system takes
        return False


def find_plan(option: Path | None, files: Sequence[str]) -> tuple[Repository | None, list[Path]]:
    """The repository to use, and every place that was looked at.

    First the option (a file or a folder), then up from the working folder, then up from the
    first of `files` that exists.
    """
    looked: list[Path] = []
    if option is not None:
        is_file = _ask(option.is_file) or (bool(option.suffix) and not _ask(option.is_dir))
        candidates = [option] if is_file else [option / _PLAN, option / _PLAN.name]
    else:
        starts = [
            Path.cwd(),
            *(real(Path(name)).parent for name in files if exists(Path(name))),
        ]
        candidates = [folder / _PLAN for start in starts for folder in (start, *start.parents)]
    for path in candidates:
        if _ask(path.is_file):
            return Repository(path), looked
        if path not in looked:
            looked.append(path)
    return None, looked


def plans_of(files: Iterable[Path]) -> set[Path]:
    """Every plan that lies above one of `files`."""
    found = set()
    for file in files:
        above = (folder / _PLAN for folder in real(file).parents)
        if plan := next((path for path in above if _ask(path.is_file)), None):
            found.add(real(plan))
    return found


def load_plan(path: Path, *, strict: bool = False) -> tuple[Plan | None, list[Finding]]:
    """The plan of a file, or the findings that forbid it."""
    data = read_bytes(path, shown(path))
    if isinstance(data, Finding):
        return None, [data]
    return plan_of(data, shown(path), strict=strict)


def _places(name: str, repository: Repository) -> tuple[str, str]:
    return shown(Path(name)), shown(repository.actuals / name)


def resolve(name: str, repository: Repository) -> Path | Finding:
    """A file as it was named on the command line: a path, or else a name in the actuals folder."""
    for path in (Path(name), repository.actuals / name):
        if exists(path):
            return path
    nearby = near(Path(name).name, [path.name for path in repository.year_files()])
    params = {
        "looked": [shown(Path(name)), shown(repository.actuals / name)],
        "near": nearby,
    }
    return Finding(rule=Rule.FILE_MISSING, place=Place(shown(Path(name))), params=params)


class Years(NamedTuple):
    """The years to check, those that stand beside, and what reading them brought up.

    `looked` are the places where files were looked for.
    """

    checked: tuple[YearFile, ...]
    earlier: tuple[YearFile, ...]
    findings: tuple[Finding, ...]
    looked: tuple[str, ...]


def load_years(
    repository: Repository,
    names: Sequence[str],
    year: int | None,
    encoding: str | None = None,
    plan: Plan | None = None,
) -> Years:
    """The files as named, or without names every year (or the one `year`), each read once.

    Earlier years of the repository are read beside; a named file stands in for its year. To
    figures of the repository belong the year's tasks, and the other way round. With a `plan` big
    tables are sifted by it, and the rows that nothing else looks at are not among those read.
    """
    if names:
        found = [resolve(name, repository) for name in dict.fromkeys(names)]
        paths = [path for path in found if isinstance(path, Path)]
        findings = [finding for finding in found if isinstance(finding, Finding)]
        looked = tuple(place for name in names for place in _places(name, repository))
    else:
        paths = [path for path in repository.year_files() if year in (None, _year_of(path))]
        findings = repository.strays()
        looked = (shown(repository.actuals / (f"{year}.csv" if year else "*.csv")),)
    # A year's tasks belong to its figures, and the other way round.
    of_years = {real(path): path for path in repository.year_files()}
    named = {real(path) for path in paths}
    # By its own name, not by that of the file where a link leads.
    years = [of_years[path] for path in named & of_years.keys()]
    others = {(_year_of(path), not is_tasks(path)) for path in years}
    paths += [p for p in of_years.values() if (_year_of(p), is_tasks(p)) in others]
    loader = _Loader(plan)
    named_year = year if names else None
    asked = [(path, named_year) for path in {real(path): path for path in paths}.values()]
    for path, stated in asked:
        loader.take(path, stated, encoding)
    checked = {(year, is_tasks(path)) for path, year in loader.years.items()}
    last = max(loader.years.values(), default=0)
    beside: list[_Asked] = [
        (path, None)
        for path in repository.year_files()
        if _year_of(path) <= last and (_year_of(path), is_tasks(path)) not in checked
    ]
    for path, stated in beside:
        loader.take(path, stated)
    loaded = loader.loaded()
    findings += (finding for each in asked for finding in loaded[each][1])
    files = [file for each in asked if (file := loaded[each][0])]
    earlier = [file for each in beside if (file := loaded[each][0])]
    return Years(tuple(files), tuple(earlier), tuple(findings), looked)


_Asked = tuple[Path, int | None]  # a file, and the year that is stated of it


class _Loader:
    """Reads files one after another, but big tables together, through a sieve.

    `years` are those of the files so far, as far as they are known.
    """

    def __init__(self, plan: Plan | None) -> None:
        self._plan = plan
        self._sieve: Sieve | None = None
        self._read: dict[_Asked, tuple[YearFile | None, list[Finding]]] = {}
        self._sifted: dict[_Asked, str | None] = {}
        self.years: dict[Path, int] = {}

    def take(self, path: Path, year: int | None, encoding: str | None = None) -> None:
        """Read a file, or have it sifted with others of its size."""
        why = None
        if self._plan and is_big(path):
            why = self._sift(self._plan, path, year, encoding)
            if why is None:
                self._sifted[path, year] = encoding
                return
        file, _ = self._read[path, year] = load_year(path, year, encoding, why)
        if file:
            self.years[path] = file.year

    def _sift(
        self, plan: Plan, path: Path, year: int | None, encoding: str | None
    ) -> Refusal | None:
        """Have a file sifted, or say why it is not."""
        from jdzplan.reading.sieve import Sieve, is_installed

        if not is_installed():
            return Refusal("extra")
        named = year_by_name(path, year)
        if named is None:
            return Refusal("year")
        self._sieve = self._sieve or Sieve(plan)
        why = self._sieve.take(path, shown(path), named, encoding)
        if why is None:
            self.years[path] = named
        return why

    def loaded(self) -> dict[_Asked, tuple[YearFile | None, list[Finding]]]:
        """What every file held, and what was found in it."""
        others = [file for file, _ in self._read.values() if file]
        tables = self._sieve.tables(others) if self._sieve else {}
        for (path, year), encoding in self._sifted.items():
            if isinstance(tables, Refusal):
                self._read[path, year] = load_year(path, year, encoding, tables)
            else:
                file, findings = year_of(tables[path], path, shown(path), year)
                self._read[path, year] = file, [*findings, *_opened(path)]
        return self._read


def is_big(path: Path) -> bool:
    """Whether a file is a table of figures that an engine is worth its start for."""
    return (
        path.suffix.lower() == ".csv"
        and not is_tasks(path)
        and _ask(lambda: path.is_file() and path.stat().st_size >= BIG)
    )


def load_year(
    path: Path, year: int | None, encoding: str | None = None, why: Refusal | None = None
) -> tuple[YearFile | None, list[Finding]]:
    """One file read; None where not even its year is known.

    `year` stands in where the file's name has none; `encoding` is tried alone; `why` is
    said of one too large.
    """
    name = shown(path)
    file, findings = year_of(read_bytes(path, name, why), path, name, year, encoding)
    return file, [*findings, *_opened(path)]


def _opened(path: Path) -> Iterator[Finding]:
    """That an office program has the file open: what it holds may not have been saved."""
    for locked in (f".~lock.{path.name}#", f"~${path.name}", f".~{path.name}"):
        if exists(path.with_name(locked)):
            params = {"found": locked}
            yield Finding(rule=Rule.FILE_OPEN, place=Place(shown(path)), params=params)
            return
