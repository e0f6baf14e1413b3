"""Data repositories with a history, made by git itself."""

import os
import subprocess
from pathlib import Path

from tests.guide_world import whole_plan

HEADER = "编号,数值,单位,状态,来源\n"
Y2022 = HEADER + "rd-intensity,2.31,%,最终,公报2023\nhigh-tech-firms,270,家,最终,科技局\n"
Y2023 = (
    HEADER + "rd-intensity,2.37,%,最终,公报2024\nhigh-tech-firms,320,家,最终,科技局\n"
    "contracts,20.1,亿元,初步,科技局\n"
)
TASKS = "任务编号,阶段,佐证材料\ninstitute,进行中,\n"
PLAN = whole_plan("")
AMENDMENT = """\
amendments:
  - decided: 2023-11-20
    body: {zh: 市人民政府, en: City government}
    document: 市政发〔2023〕15号
    reason: {zh: 省级目标下调, en: The province lowered its target}
    source: {document: 市政府公报, date: 2023-12-01}
    changes:
      - {indicator: high-tech-firms, from: {at_least: 400}, to: {at_least: 360}}
"""
FILES = {
    "data/plan.yaml": PLAN,
    "data/actuals/2022.csv": Y2022,
    "data/actuals/2023.csv": Y2023,
    "data/actuals/2023.tasks.csv": TASKS,
}
# No setting of the machine, and no hook that runs the tests, has a say.
_ENV = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_NAME": "clerk" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "clerk@example.org" for who in ("AUTHOR", "COMMITTER")},
}


def git(folder: Path, *words: str) -> str:
    """Run git in a folder; what it printed."""
    run = subprocess.run(
        ("git", *words), cwd=folder, check=True, capture_output=True, env=_ENV, encoding="utf-8"
    )
    return run.stdout.strip()


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    """Files by their paths; text as UTF-8."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def commit(folder: Path, files: dict[str, str | bytes] | None = None, name: str = "Next") -> str:
    """Commit everything there is, `files` written first; the id of the commit."""
    write(folder, files or {})
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", name)
    return git(folder, "rev-parse", "HEAD")


def a_history(folder: Path, files: dict[str, str | bytes] | None = None) -> Path:
    """A repository with one commit on main: a plan, two years, and a year's tasks."""
    folder.mkdir(exist_ok=True)
    git(folder, "init", "-q", "-b", "main")
    commit(folder, {**FILES, **(files or {})}, "First")
    return folder


def replaced(text: str, *pairs: tuple[str, str]) -> str:
    """A text with pieces replaced, each of which must be there."""
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text
