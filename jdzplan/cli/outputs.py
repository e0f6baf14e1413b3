"""Ways to the outside: standard output, and files that overwrite nothing unasked."""

import os
import sys
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from jdzplan.cli.exits import Exit, leave

# Absent on Windows, where the check before has to do.
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def _spare(paths: Iterable[Path], inputs: Collection[Path], *, force: bool) -> None:
    """Refuse to write over an input, through a link, or, unless forced, over any file at all."""
    for path in paths:
        if path.is_symlink():
            leave(Exit.UNUSABLE, "is_a_link", path=path)
        if path.exists():
            if any(path.samefile(known) for known in inputs):
                leave(Exit.UNUSABLE, "would_overwrite", path=path)
            if not force:
                leave(Exit.UNUSABLE, "exists", path=path)


def save(contents: Mapping[Path, bytes], inputs: Collection[Path], *, force: bool) -> None:
    """Write files, all of them or, where one may not be written over, none.

    `inputs` are the files that were read; whatever they are called, none of them is written over.
    """
    _spare(contents, inputs, force=force)
    _write(contents, force=force)


def found(folder: Path, contents: Mapping[str, bytes], *, force: bool) -> None:
    """Write a whole folder by the paths in it, all files or none; links below it lead nowhere."""
    files = {folder / name: content for name, content in contents.items()}
    try:
        if obstacles := _obstacles(folder, files):
            leave(Exit.UNUSABLE, "in_the_way", paths=_listed(obstacles))
        if (taken := [path for path in files if path.exists()]) and not force:
            leave(Exit.UNUSABLE, "taken", paths=_listed(taken))
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        leave(Exit.UNUSABLE, "cannot_write", path=folder, problem=error.strerror)
    _write(files, force=force)


def _obstacles(folder: Path, files: Iterable[Path]) -> list[Path]:
    """What is no plain file where a file is to be, or no plain folder where a folder is."""
    folders = {parent for path in files for parent in path.parents if folder in parent.parents}
    wrong = [p for p in sorted(folders) if p.is_symlink() or (p.exists() and not p.is_dir())]
    return wrong + [p for p in files if p.is_symlink() or (p.exists() and not p.is_file())]


def _listed(paths: Iterable[Path]) -> str:
    return "".join(f"\n  {path}" for path in paths)


def _write(contents: Mapping[Path, bytes], *, force: bool) -> None:
    flags = os.O_WRONLY | os.O_CREAT | _NO_FOLLOW | _BINARY | (os.O_TRUNC if force else os.O_EXCL)
    for path, content in contents.items():
        try:
            with os.fdopen(os.open(path, flags, 0o666), "wb") as file:
                file.write(content)
        except OSError as error:
            leave(Exit.UNUSABLE, "cannot_write", path=path, problem=error.strerror)


def make_folder(path: Path) -> None:
    """The folder, with those above it, where there is none yet."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        leave(Exit.UNUSABLE, "cannot_write", path=path, problem=error.strerror)


def to_stdout(text: str, *, is_machine: bool) -> None:
    """Print a text; one for machines is UTF-8 whatever the console is."""
    if sys.stdout is None:  # started without one
        return
    try:
        if is_machine:  # programs read UTF-8, whatever the console is set to
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8"))
        else:
            sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output went away (`| head`); the exit code stays what it is.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        leave(Exit.UNUSABLE, "cannot_write", path="stdout", problem=error.strerror)


def is_terminal() -> bool:
    """Whether a person reads standard output."""
    return sys.stdout is not None and sys.stdout.isatty()
