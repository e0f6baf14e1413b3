"""What the plan lists by every name that a row may use: measures and tasks alike."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType

from jdzplan.nearest import near, plain_name
from jdzplan.patterns import Pattern
from jdzplan.plan import Text

_SUGGESTIONS = 500
_COMPARISONS = 60_000  # unknown names times the names of a plan: a second or two
_LONGEST = 500  # characters that a name may have
# What a table puts before a name, its number, or behind it, the mark of a footnote.
_NUMBER = Pattern(r"(?:\(?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[)、.．]|[①-⑳])(?![0-9])")
_MARK = Pattern(r"(?:[①-⑳*※†‡#¹²³⁰⁴-⁹]|\^\w|[(\[〔【](?:注|note)?[0-9]{0,2}[)\]〕】])+")


class Names:
    """The names of everything of one sort, as the plan writes them, by id.

    `shared` are names that may be those of several; they count where only one has them. `fits`
    says whether what stands in brackets behind a name, a unit, leaves it the same thing.
    """

    def __init__(
        self,
        spellings: Mapping[str, tuple[str, ...]],
        shared: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
        fits: Callable[[str, str], bool] = lambda _bracket, _key: False,
    ) -> None:
        self.spellings, self.shared, self.fits = spellings, shared, fits

    @cached_property
    def by_name(self) -> Mapping[str, str]:
        """Id by compared name."""
        owners: dict[str, set[str]] = {}
        for key, names in self.shared.items():
            for name in names:
                owners.setdefault(plain_name(name), set()).add(key)
        clear = {name: min(keys) for name, keys in owners.items() if len(keys) == 1}
        each = self.spellings.items()
        return clear | {plain_name(name): key for key, names in each for name in (*names, key)}

    def find(self, name: str) -> str | None:
        """The id that a name stands for; its number, a footnote mark, its unit do not matter."""
        if len(name) > _LONGEST:
            return None
        whole = plain_name(name)
        if whole in self.by_name:
            return self.by_name[whole]
        for plain in _bare(whole):
            if plain in self.by_name:
                return self.by_name[plain]
            short, _, bracket = plain.removesuffix(")").partition("(")
            key = self.by_name.get(short)
            if key is not None and self.fits(bracket, key):
                return key
        return None

    def contradicts(self, name: str | None, key: str) -> str | None:
        """What a name column stands for, where it is not the thing of the id beside it."""
        own = (*self.spellings[key], *self.shared.get(key, ()))
        if name is None or plain_name(name) in map(plain_name, own):
            return None
        meant = self.guess(name) or "?"
        return None if meant == key else meant

    def guess(self, name: str) -> str | None:
        """The id that a name stands for, or most likely was meant to."""
        return self.find(name) or self.find(self.nearest(name) or "")

    def nearest(self, name: str) -> str | None:
        """The nearest name, as the plan writes it; of very many unknown ones only the first."""
        if name not in self._nearest and self._may_suggest:
            self._nearest[name] = near(name, self._spelt)
        return self._nearest.get(name)

    @property
    def _may_suggest(self) -> bool:
        done = len(self._nearest)
        return done < _SUGGESTIONS and done * len(self._spelt) < _COMPARISONS

    @cached_property
    def _spelt(self) -> tuple[str, ...]:
        """Every name as the plan writes it."""
        return tuple(word for key, names in self.spellings.items() for word in (*names, key))

    @cached_property
    def _nearest(self) -> dict[str, str | None]:
        """What was found so far: looking for a near name is slow."""
        return {}


def _bare(plain: str) -> tuple[str, ...]:
    """A name as it stands, then without its number, its mark, and both."""
    numbered = _NUMBER.match(plain)
    behind = plain[numbered.end() :] if numbered else plain
    marked = re.search(_MARK.pattern + "$", behind)
    shorter = behind[: marked.start()] if marked else behind
    return tuple(dict.fromkeys((plain, behind, shorter)))


def words_of(name: Text) -> tuple[str, ...]:
    """A name in the languages that the plan has it in."""
    return tuple(word for word in (name.zh, name.en) if word)
