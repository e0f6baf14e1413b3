"""How the runner of GitHub Actions reads a step's output, after actions/runner (ActionCommand).

Of each line first `::name properties::data`, spaces before it aside; else `##[name properties]data`
wherever it stands. Azure's runner obeys `##vso[` in the same way.
"""

import re
from typing import NamedTuple

REGISTERED = (
    *("error", "warning", "notice", "debug", "group", "endgroup", "echo", "stop-commands"),
    *("add-mask", "add-matcher", "remove-matcher", "add-path", "set-env", "set-output"),
    *("save-state", "internal-set-repo-path"),
)
_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


class Command(NamedTuple):
    """A workflow command as the runner understands it."""

    name: str
    properties: dict[str, str]
    data: str


def commands(output: str) -> list[Command]:
    """Every command that the runner would obey in what a step printed."""
    lines = re.split(r"\r\n|\r|\n", output)
    return [found for line in lines if (found := _colons(line) or _brackets(line))]


def _colons(line: str) -> Command | None:
    found = re.match(r"\s*::(.*?)::(.*)", line, re.DOTALL)
    if not found:
        return None
    name, _, rest = found[1].partition(" ")
    if name.lower() not in REGISTERED:
        return None
    pairs = (pair.split("=", 1) for pair in rest.strip().split(",") if "=" in pair)
    properties = {key: _unescaped(value, _PROPERTY) for key, value in pairs}
    return Command(name, properties, _unescaped(found[2], _DATA))


def _brackets(line: str) -> Command | None:
    found = re.search(r"##(?:vso)?\[(.*?)\](.*)", line, re.DOTALL)
    name = found[1].partition(" ")[0].lower() if found else ""
    if found and (name in REGISTERED or "##vso[" in found[0]):
        return Command(name, {}, found[2])
    return None


def _unescaped(text: str, table: tuple[tuple[str, str], ...]) -> str:
    for token, meaning in table:
        text = text.replace(token, meaning)
    return text
