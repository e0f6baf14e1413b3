"""GitHub Actions: annotations as workflow commands, and the outputs of a step.

A runner shows ten annotations of each kind for a step and drops the others in silence, so the
tenth counts them. Message and properties are escaped as the runner unescapes them (actions/runner,
ActionCommand); the place stands in the message too, since the log drops the properties.
"""

from jdzplan.catalogue import Severity
from jdzplan.check import Result
from jdzplan.formats.notices import Notice, Rebase, notices
from jdzplan.wording.sentences import inert
from jdzplan.wording.words import Words

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MOST = 10


def render(result: Result, words: Words, rebase: Rebase) -> str:
    """The annotations, one a line, of each kind at most ten and the worst first."""
    told = notices(result, words, rebase)
    lines = []
    for severity, kind in _KINDS.items():
        mine = [notice for notice in told if notice.severity is severity]
        lines += [_annotation(kind, notice, notice.text) for notice in mine[:_MOST]]
        if len(mine) > _MOST:
            more = words.gate["more"].format(count=len(mine) - _MOST)
            lines[-1] += _data(more)
    return "".join(line + "\n" for line in lines)


def outputs(result: Result, code: int) -> str:
    """What later steps can ask for, `name=value` a line: numbers and words of ours only."""
    found, verdicts = result.count_findings(), result.verdicts
    values = {
        "exit-code": code,
        "errors": found[Severity.ERROR],
        "warnings": found[Severity.WARNING],
        "notes": found[Severity.INFO],
        "stopping": sum(map(result.stops, (*result.findings, *result.judged))),
        "indicators": verdicts.total,
        "judged": verdicts.judged,
        "worst": verdicts.worst.value,
        **{verdict.value.replace("_", "-"): n for verdict, n in verdicts.counts.items()},
    }
    return "".join(f"{name}={value}\n" for name, value in values.items())


def _annotation(kind: str, notice: Notice, text: str) -> str:
    place = notice.place
    properties = {
        "file": inert(place.path),
        "line": place.line,
        "col": place.column,
        "title": notice.title,
    }
    given = ",".join(f"{k}={_property(str(v))}" for k, v in properties.items() if v)
    return f"::{kind} {given}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
