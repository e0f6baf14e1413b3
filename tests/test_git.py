"""What git holds: links followed within the tree, and everything that is no file told as such."""

from pathlib import Path

import pytest

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding
from jdzplan.reading.git import GitError, Revision, find_revision, read_blobs
from tests.conftest import Cli
from tests.git_world import a_history, commit, git, write


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = a_history(tmp_path_factory.mktemp("git") / "home")
    other = a_history(tmp_path_factory.mktemp("git") / "other")
    git(folder, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other), "sub")
    links = {
        "linked.csv": "data/actuals/2023.csv",
        "again.csv": "linked.csv",
        "nowhere.csv": "nothing.csv",
        "outside.csv": "../../../etc/passwd",
        "round.csv": "round.csv",
        "below.csv": "data/plan.yaml/x",
    }
    for name, target in links.items():
        (folder / name).symlink_to(target)
    with (folder / "large.csv").open("wb") as large:
        large.truncate(65_000_000)
    write(folder, {"空 白.csv": b"", "a\nb.csv": "x", "-p": "x", "*": "x"})
    commit(folder)
    return folder


def revision(home: Path) -> Revision:
    return find_revision("main", home)


@pytest.mark.parametrize("path", ["linked.csv", "again.csv", "data/actuals/2023.csv"])
def test_a_link_is_followed_within_the_tree(home: Path, path: str) -> None:
    (content,) = read_blobs(revision(home), [path]).values()
    assert isinstance(content, bytes)
    assert content == (home / "data/actuals/2023.csv").read_bytes()


@pytest.mark.parametrize(
    ("path", "rule", "kind"),
    [
        ("nowhere.csv", Rule.FILE_UNREADABLE, "link"),
        ("outside.csv", Rule.FILE_UNREADABLE, "link"),
        ("round.csv", Rule.FILE_UNREADABLE, "link"),
        ("below.csv", Rule.FILE_UNREADABLE, "link"),
        ("data", Rule.FILE_UNREADABLE, "not_a_file"),
        ("large.csv", Rule.FILE_TOO_LARGE, None),
    ],
)
def test_what_is_no_file_is_a_finding(home: Path, path: str, rule: Rule, kind: str | None) -> None:
    around = ["linked.csv", path, "空 白.csv"]
    first, found, last = read_blobs(revision(home), around).values()
    assert isinstance(found, Finding)
    assert (found.rule, found.params.get("kind")) == (rule, kind)
    assert (type(first), last) == (bytes, b"")


def test_every_path_is_listed_as_it_is(home: Path) -> None:
    assert {"空 白.csv", "a\nb.csv", "-p", "*", "data/plan.yaml"} <= {*revision(home).paths}


@pytest.mark.parametrize(
    "name", ["-p", "--all", "^main", "main^{blob}", "", "v9", ":/", "a b", "*"]
)
def test_no_name_is_taken_for_anything_but_a_revision(home: Path, name: str) -> None:
    with pytest.raises(GitError) as refused:
        find_revision(name, home)
    assert refused.value.kind in ("no_revision", "git_failed")


def test_content_that_is_not_there_ends_everything(home: Path) -> None:
    for path in ("sub", "none.csv", "a\nb.csv"):
        with pytest.raises(GitError) as refused:
            read_blobs(revision(home), ["linked.csv", path])
        assert refused.value.kind == "no_object"


def test_a_clone_that_lacks_content_passes_nothing(
    tmp_path: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A partial clone would fetch what it lacks, if it were let."""
    home = a_history(tmp_path / "home")
    commit(home, {"data/actuals/2023.csv": "indicator,value\n"})
    git(home, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{home}", "partial")
    monkeypatch.chdir(tmp_path / "partial")
    for arguments in (("diff", "main~1"), ("check", "--since", "main~1")):
        run = cli(*arguments, "--lang", "en")
        assert (run.code, run.out) == (2, "")
        assert run.err.startswith("jdzplan: git ")  # its own words, which differ by version
