"""Several rows of one figure: releases, of which the newest is judged, or a figure filed twice."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from jdzplan.actuals import Actual, Figure, Missing, Status
from jdzplan.catalogue import Rule
from jdzplan.findings import Finding
from jdzplan.judging.basis import bases_of
from jdzplan.rules.row_rules import Filing
from jdzplan.verdicts import Reason

_Age = tuple[int, ...]
# A sample is no release; which of an estimate and a preliminary figure came first nobody can tell.
_SETTLED = {Status.ESTIMATED: 0, Status.PRELIMINARY: 0, Status.FINAL: 1, Status.REVISED: 2}


def oldest_first(rows: Sequence[Filing]) -> list[Filing] | None:
    """Releases of one figure in order; None where neither dates nor statuses give an order.

    The release dates of all rows decide, if no two of them may be the same; else the statuses of
    all rows, preliminary before final before revised, if no two are.
    """
    if len(rows) < 2:
        return list(rows)
    if all(isinstance(each.row.value, Figure) for each in rows):
        for age in (_date, _settled):
            if (line := _in_order(rows, age)) is not None:
                return line
    return None


def _in_order(rows: Sequence[Filing], age: Callable[[Filing], _Age | None]) -> list[Filing] | None:
    aged = [(known, each) for each in rows if (known := age(each)) is not None]
    aged.sort(key=lambda pair: pair[0])
    is_strict = all(_is_before(a, b) for (a, _), (b, _) in pairwise(aged))
    return [each for _, each in aged] if is_strict and len(aged) == len(rows) else None


def _is_before(a: _Age, b: _Age) -> bool:
    """Whether one is before the other for certain: 2024-01 may be after 2024-01-17."""
    known = min(len(a), len(b))
    return a[:known] < b[:known]


def _date(filing: Filing) -> _Age | None:
    is_sample = filing.row.status is Status.SAMPLE
    return filing.row.released.parts if filing.row.released and not is_sample else None


def _settled(filing: Filing) -> _Age | None:
    rank = _SETTLED.get(filing.row.status) if filing.row.status else None
    return None if rank is None else (rank,)


def newest(filings: Sequence[Filing]) -> Mapping[str, Actual]:
    """The newest release of every figure, with those it replaced; of rows without errors."""
    found: dict[str, Actual] = {}
    for first, *others in _groups(filings):
        rows = [each for each in (first, *others) if not _is_other_basis(each)]
        line = oldest_first(rows)
        if line:
            *earlier, last = (each.actual() for each in line)
            found[first.key] = last._replace(earlier=tuple(earlier))
        else:  # the figures are there, but not on the basis that is judged
            found[first.key] = first.actual()._replace(value=Missing(Reason.BASIS_DIFFERS))
    return found


def _groups(filings: Sequence[Filing]) -> list[list[Filing]]:
    """The rows of each figure and region."""
    groups: dict[tuple[str, str | None], list[Filing]] = {}
    for filing in filings:
        groups.setdefault((filing.key, filing.region), []).append(filing)
    return list(groups.values())


def _is_other_basis(filing: Filing) -> bool:
    """Whether a row states another basis than the one that the plan names."""
    return len(bases_of((filing.measure.basis, filing.row.basis))) > 1


def filed_twice(filings: Sequence[Filing]) -> Iterator[Finding]:
    """Rows of one figure that no release date and no status puts in order; none is judged."""
    for group in _groups(filings):
        rows = [each for each in group if not _is_other_basis(each)]
        if oldest_first(rows) is None:
            place = rows[0].row.place("indicator")
            for filing in rows[1:]:
                yield filing.finding(Rule.FILED_TWICE, "indicator", first=place.row)


def release_too_early(filing: Filing) -> Iterator[Finding]:
    """Published before the year that the figure is of had begun: one of the two years is wrong."""
    released = filing.row.released
    if released and released.parts[0] < filing.year:
        yield filing.finding(
            Rule.RELEASE_TOO_EARLY, "released", found=released, expected=filing.year
        )


def other_basis(filing: Filing) -> Iterator[Finding]:
    """A figure on another basis than the one that the plan names: it is kept, not judged."""
    if _is_other_basis(filing):
        basis = filing.measure.basis
        yield filing.finding(Rule.OTHER_BASIS, "basis", found=filing.row.basis, expected=basis)


VINTAGE_RULES = (release_too_early, other_basis)
