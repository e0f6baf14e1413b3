"""The code host that a check runs on, as its environment tells: GitHub Actions, GitLab CI."""

import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from jdzplan.cli.exits import Exit, leave
from jdzplan.formats import Format


class Annotations(StrEnum):
    """When to put annotations beside the text."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def annotates(asked: Annotations, target: Format) -> bool:
    """Whether annotations go to standard output beside what is written there.

    By themselves they only accompany the text; in another format they would be no part of it.
    """
    if asked is Annotations.ALWAYS and target is not Format.TEXT:
        leave(Exit.UNUSABLE, "annotations_beside_text")
    on_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    return target is Format.TEXT and (
        asked is Annotations.ALWAYS or (asked is Annotations.AUTO and on_actions)
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
