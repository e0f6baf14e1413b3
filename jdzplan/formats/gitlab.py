"""GitLab Code Quality: a list of issues that a merge request shows beside the changed lines.

The fields are those that GitLab documents. It knows an issue again by its fingerprint, so that
must not change when lines move, and no two issues may share one.
"""

from collections import Counter
from hashlib import sha256

from jdzplan.catalogue import Severity
from jdzplan.check import Result
from jdzplan.formats.json import dumps
from jdzplan.formats.notices import Notice, Rebase, notices
from jdzplan.wording.sentences import inert
from jdzplan.wording.words import Words

_GRAVITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(result: Result, words: Words, rebase: Rebase) -> str:
    """Findings, and verdicts that stop; whatever stops at the gate is a `blocker`."""
    seen = Counter[tuple[str, ...]]()
    issues = []
    for notice in notices(result, words, rebase):
        seen[notice.key] += 1
        issues.append(_issue(notice, _fingerprint(notice.key, seen[notice.key])))
    return dumps(issues)


def _issue(notice: Notice, fingerprint: str) -> dict[str, object]:
    place = notice.place
    return {
        "description": notice.said,
        "check_name": notice.code,
        "fingerprint": fingerprint,
        "severity": "blocker" if notice.stops else _GRAVITY[notice.severity],
        # What concerns a file as a whole is shown at its top.
        "location": {"path": inert(place.path), "lines": {"begin": max(place.line, 1)}},
    }


def _fingerprint(key: tuple[str, ...], time: int) -> str:
    """Of what it is about, and the how many-eth of its like it is."""
    text = "\0".join((*key, str(time)))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
