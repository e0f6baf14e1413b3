"""The code host that a check runs on, as its environment tells: GitHub Actions, GitLab CI."""

import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from jdzplan.cli.exits import Exit, leave, say
from jdzplan.formats import Format

# A runner drops a summary that is larger as a whole.
_SUMMARY = 1024 * 1024


class Annotations(StrEnum):
    """When to put annotations beside the text."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def on_actions() -> bool:
    """Whether this is a step of GitHub Actions."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def annotates(asked: Annotations, target: Format) -> bool:
    """Whether annotations go to standard output beside what is written there.

    By themselves they only accompany the text; in another format they would be no part of it.
    """
    if asked is Annotations.ALWAYS and target is not Format.TEXT:
        leave(Exit.UNUSABLE, "annotations_beside_text")
    return target is Format.TEXT and (
        asked is Annotations.ALWAYS or (asked is Annotations.AUTO and on_actions())
    )


def from_root() -> Callable[[str], str]:
    """How a path from the working folder is called from the root of the repository checked out.

    Outside that root, and where no host names one, it stays as it is.
    """
    root = os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR")
    if not root:
        return str
    here, top = os.path.realpath("."), os.path.realpath(root)

    def rebased(path: str) -> str:
        try:
            near = Path(os.path.relpath(Path(here, path), top)).as_posix() if path else path
        except ValueError:  # another drive
            return path
        return path if near.startswith("../") else near

    return rebased


def tell_step(outputs: str, digest: Callable[[int], str]) -> None:
    """Add the outputs of a step and its digest to the files that the runner reads them from.

    `digest` gives it within so many bytes. What cannot be written is said on standard error, and
    changes nothing of what the check came to.
    """
    _add("GITHUB_OUTPUT", lambda _: outputs)
    _add("GITHUB_STEP_SUMMARY", lambda size: _below(size, digest))


def _below(size: int, digest: Callable[[int], str]) -> str:
    """A digest as it follows on what is there: without a blank line it might be part of that."""
    text = digest(_SUMMARY - size - bool(size))
    return "\n" + text if size and text else text


def _add(variable: str, text: Callable[[int], str]) -> None:
    """Add to the file that a variable names, on a line of its own; `text` is told its size."""
    if not (path := os.environ.get(variable)):
        return
    try:
        with Path(path).open("a+b") as file:
            size = file.tell()
            file.seek(max(size - 1, 0))
            is_open = file.read() not in (b"", b"\n")
            if more := text(size + is_open):
                file.write(b"\n" * is_open + more.encode("utf-8"))
    except OSError as error:
        say("cannot_write", path=path, problem=error.strerror)
