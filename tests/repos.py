"""Git repositories of a test: figures committed, checked out and pushed as people do."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

WHO = {
    "GIT_AUTHOR_NAME": "x",
    "GIT_AUTHOR_EMAIL": "x@example.org",
    "GIT_COMMITTER_NAME": "x",
    "GIT_COMMITTER_EMAIL": "x@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


@dataclass(frozen=True)
class Repo:
    """A folder under git; `env` is what its programs find in their environment."""

    folder: Path
    env: Mapping[str, str]

    def run(self, *words: str | Path) -> tuple[int, str]:
        """Exit code of a program started here, and all that it printed."""
        run = subprocess.run(
            words,
            cwd=self.folder,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return run.returncode, run.stdout.decode("utf-8")

    def git(self, *words: str | Path) -> str:
        """What git printed; it must not fail."""
        code, log = self.run("git", *words)
        assert code == 0, log
        return log.strip()

    def write(self, files: Mapping[str, bytes | str | None]) -> None:
        """Files by their paths; None takes one away."""
        for name, content in files.items():
            path = self.folder / name
            if content is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        self.git("add", "--all")


def a_repo(folder: Path, env: Mapping[str, str], *options: str) -> Repo:
    """A new one, on the branch main."""
    folder.mkdir(exist_ok=True)
    repo = Repo(folder, {**os.environ, **WHO, **env})
    repo.git("init", "--quiet", "--initial-branch=main", *options)
    return repo
