"""Git, asked and never told: what a revision holds. Reads objects only, by the `git` program.

No index, no hook, no filter, no other program and no network comes into play, so that a
repository of unknown origin can be read.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.reading.text import LARGEST, too_large

# What a hook finds in its environment speaks of the folder that git was started in.
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
_SAFELY = ("--no-pager", "--no-optional-locks", "--no-replace-objects")
_OBJECT = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
UNKNOWN = ("no_revision", "no_revision_shallow")
_LINKS = (b"symlink", b"dangling", b"loop", b"notdir")


class GitError(Exception):
    """Why git gave no answer; `values` fill the sentence that the command line has for `kind`."""

    def __init__(self, kind: str, **values: str) -> None:
        super().__init__(kind)
        self.kind, self.values = kind, values


@dataclass(frozen=True)
class Revision:
    """A revision by the name it was given; `tree` is None where it holds nothing yet.

    `folder` lies in its repository.
    """

    name: str
    folder: Path
    tree: str | None

    def shown(self, path: str) -> str:
        """One of its files as findings print it, `main:data/plan.yaml`."""
        return f"{self.name}:{path}".encode("utf-8", "replace").decode("utf-8")

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every path in it, from the root of its repository."""
        if self.tree is None:
            return ()
        out = _must(self.folder, "ls-tree", "-r", "-z", "--full-tree", "--name-only", self.tree)
        return tuple(map(_text, out.split(b"\0")[:-1]))


def find_revision(name: str, folder: Path) -> Revision:
    """The revision that git knows by a name; `A...B` is where the two parted, HEAD if left out.

    The zeros that a forge gives for a branch without a past, and HEAD before the first commit,
    are revisions that hold nothing. Raises `GitError`.
    """
    is_nothing = re.fullmatch("0{40}|0{64}", name) is not None
    ours, dots, theirs = name.partition("...")
    commit = _parted(ours or "HEAD", theirs or "HEAD", folder) if dots else name
    tree = None if is_nothing else _object(f"{commit}^{{tree}}", folder)
    if tree is None and not is_nothing and commit != "HEAD":
        raise _unknown(name, folder)
    return Revision(name, folder, tree)


def _object(expression: str, folder: Path) -> str | None:
    """The id of what an expression names; None where it names nothing."""
    # git itself takes what begins with a hyphen for an option, and with ^ for all but that.
    if expression.startswith(("-", "^")):
        return None
    code, out, problem = _git(folder, "rev-parse", "--verify", "--quiet", expression)
    if code > 1:
        raise GitError("git_failed", message=problem)
    found = out.decode("ascii", "replace").strip()
    return found if _OBJECT.fullmatch(found) else None


def _parted(ours: str, theirs: str, folder: Path) -> str:
    """The commit where two revisions parted."""
    commits = [_object(f"{name}^{{commit}}", folder) for name in (ours, theirs)]
    for name, commit in zip((ours, theirs), commits, strict=True):
        if commit is None:
            raise _unknown(name, folder)
    code, out, problem = _git(folder, "merge-base", *filter(None, commits))
    if code > 1:
        raise GitError("git_failed", message=problem)
    if code == 1:
        kind = "no_base_shallow" if _is_shallow(folder) else "no_base"
        raise GitError(kind, ours=ours, theirs=theirs)
    return out.decode("ascii").strip()


def _unknown(name: str, folder: Path) -> GitError:
    return GitError(UNKNOWN[_is_shallow(folder)], name=name)


def _is_shallow(folder: Path) -> bool:
    return _git(folder, "rev-parse", "--is-shallow-repository")[1].strip() == b"true"


def prefix_of(folder: Path) -> str:
    """The way from the root of the repository to a folder in it, with a / at its end, or ""."""
    return _text(_must(folder, "rev-parse", "--show-prefix").removesuffix(b"\n"))


def read_blobs(revision: Revision, paths: Sequence[str]) -> dict[str, bytes | Finding]:
    """The content of files, or why there is none; a symbolic link is followed within the tree.

    Raises `GitError` where the clone lacks what the tree names.
    """
    heads = _heads(revision, paths)
    wanted = list(dict.fromkeys(head.id for head in heads.values() if isinstance(head, _Head)))
    out = _batch(revision, "--batch", wanted)
    contents, at = {}, 0
    for each in wanted:
        start = out.index(b"\n", at) + 1
        size = int(out[at:start].split()[2])
        contents[each], at = out[start : start + size], start + size + 1
    return {
        path: contents[head.id] if isinstance(head, _Head) else head for path, head in heads.items()
    }


class _Head(NamedTuple):
    """What git says of an object before its content."""

    id: str
    size: int


def _heads(revision: Revision, paths: Sequence[str]) -> dict[str, _Head | Finding]:
    # A line break would end a question; no year's file is named so, only a folder above could be.
    asked = [path for path in paths if "\n" not in path]
    out = _batch(revision, "--batch-check", [f"{revision.tree}:{path}" for path in asked])
    answers = dict(zip(asked, _answers(out), strict=True))
    return {path: _head(answers.get(path, b""), revision.shown(path)) for path in paths}


def _answers(out: bytes) -> Iterator[bytes]:
    """One line for each object; behind that of a link its target follows, of so many bytes."""
    at = 0
    while at < len(out):
        end = out.index(b"\n", at)
        line, at = out[at:end], end + 1
        words = line.split(b" ")
        if words[0] in _LINKS and not line.endswith(b" missing"):
            at += int(words[1]) + 1
        yield line


def _head(answer: bytes, shown: str) -> _Head | Finding:
    words = answer.split(b" ")
    if len(words) == 3 and words[1] == b"blob":
        size = int(words[2])
        return _Head(words[0].decode("ascii"), size) if size <= LARGEST else too_large(size, shown)
    known = {b"tree": "not_a_file"} | dict.fromkeys(_LINKS, "link")
    kind = next((known[word] for word in words[:2] if word in known), None)
    if kind is None:  # nothing can be compared with what is not there
        raise GitError("no_object", path=shown)
    return Finding(rule=Rule.FILE_UNREADABLE, place=Place(shown), params={"kind": kind})


def _batch(revision: Revision, mode: str, names: Iterable[str]) -> bytes:
    given = "".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape")
    return _must(revision.folder, "cat-file", mode, "--follow-symlinks", given=given)


def _must(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    code, out, problem = _git(folder, *arguments, given=given)
    if code:
        raise GitError("git_failed", message=problem)
    return out


def _git(folder: Path, *arguments: str, given: bytes = b"") -> tuple[int, bytes, str]:
    """Exit code, output, and what git said on standard error."""
    program = shutil.which("git")
    # Windows looks in the working folder as well: a git that lies among the data is not git.
    if program is None or not Path(program).is_absolute():
        raise GitError("no_git")
    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    # A partial clone would fetch what it lacks; replaced objects are another history.
    settings = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0"}
    run = subprocess.run(  # noqa: S603 - git itself, by its full path, and no shell
        [program, *_SAFELY, *arguments],
        cwd=folder,
        env=kept | settings,
        input=given,
        capture_output=True,
        check=False,
    )
    return run.returncode, run.stdout, run.stderr.decode("utf-8", "replace").strip()


def _text(path: bytes) -> str:
    return path.decode("utf-8", "surrogateescape")
