"""`check --by owner --output FORMAT=FOLDER/`: each unit's list of problems into its own file."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from jdzplan.cli.exits import Exit, leave
from jdzplan.cli.outputs import make_folder, save
from jdzplan.formats import By, Format

if TYPE_CHECKING:
    from jdzplan.check import Result
    from jdzplan.reading.repository import Repository

_SEPARATORS = tuple(filter(None, (os.sep, os.altsep, "/")))


def folders_in(outputs: Iterable[str], by: By | None) -> dict[str, tuple[Format, Path]]:
    """Which of the outputs name a folder for the lists of units, each taken apart."""
    found = {}
    for word in outputs if by is By.OWNER else ():
        name, _, path = word.partition("=")
        if path and (path.endswith(_SEPARATORS) or Path(path).is_dir()):
            if name not in (Format.TEXT, Format.CSV):
                leave(Exit.UNUSABLE, "bad_list", found=word)
            found[word] = Format(name), Path(path)
    return found


def spare_actuals(folders: Iterable[tuple[Format, Path]], repository: "Repository") -> None:
    """No list among the figures, where it would be read as one."""
    from jdzplan.reading.repository import real

    for _, path in folders:
        if real(path) == real(repository.actuals):
            leave(Exit.UNUSABLE, "would_overwrite", path=path)


def write_lists(
    result: "Result",
    folders: Iterable[tuple[Format, Path]],
    language: str,
    repository: "Repository",
    *,
    force: bool,
) -> None:
    """Write them all or, where one may not be written over, none."""
    from jdzplan.formats import lists
    from jdzplan.wording import words_in

    plan, words = result.plan, words_in(language)
    if plan is None:
        return
    contents = {}
    for each in lists.unit_lists(result, plan, words):
        for target, path in folders:
            if target is Format.CSV:  # Excel needs the mark of UTF-8
                content = lists.csv(each, result, plan, words).encode("utf-8-sig")
                contents[path / f"{each.stem}.csv"] = content
            else:
                content = lists.text(each, result, plan, words).encode()
                contents[path / f"{each.stem}.txt"] = content
    for _, path in folders:
        make_folder(path)
    save(contents, [repository.plan_file], force=force)
