"""Regular expressions that cost nothing until a text is held against them."""

import re
from typing import TYPE_CHECKING


class Pattern:
    """A regular expression, compiled when it is first used.

    Tables of offices need dozens of them, some very long; a plain table needs a few.

    >>> Pattern("[0-9]+").sub("n", "a1b22")
    'anbn'
    """

    if TYPE_CHECKING:
        fullmatch = re.compile("").fullmatch
        match = re.compile("").match
        search = re.compile("").search
        sub = re.compile("").sub
        findall = re.compile("").findall
        finditer = re.compile("").finditer

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> object:
        used = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, used)  # from now on it is found without coming here
        return used
