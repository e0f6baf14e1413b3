"""The files of a new data repository, as they are shipped with the program."""

from collections.abc import Mapping
from pathlib import Path

_STARTER = Path(__file__).parent.parent / "starter"
# What the project has in use itself stands there once; only a built wheel holds a copy.
_IN_USE = {"jdz.yaml": "data/plan.yaml", "gitlab.yml": "ci/gitlab.yml", "check.sh": "ci/check.sh"}
_FILES = {
    "README.md": "README.{language}.md",
    "requirements.txt": "requirements.txt",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".pre-commit-config.yaml": "pre-commit.yaml",
    ".github/workflows/jdzplan.yml": "github.yml",
    ".gitlab-ci.yml": "gitlab.yml",
    "ci/check.sh": "check.sh",
}


def plan_text(name: str) -> str:
    """A plan file: `zh` and `en` are the skeleton in that language, `jdz` is Jingdezhen's."""
    return _shipped(f"plan.{name}.yaml" if name in ("zh", "en") else f"{name}.yaml")


def other_files(language: str, values: Mapping[str, object]) -> dict[str, str]:
    """All but plan, schema and figures, by path in the repository.

    `values` are what README and requirements speak of: `title`, `year`, the `following` year and
    `version`.
    """
    files = {path: _shipped(name.format(language=language)) for path, name in _FILES.items()}
    filled = {path: files[path].format_map(values) for path in ("README.md", "requirements.txt")}
    return files | filled


def _shipped(name: str) -> str:
    path = _STARTER / name
    if name in _IN_USE and not path.exists():
        path = _STARTER.parent.parent / _IN_USE[name]
    return path.read_text("utf-8")
