"""What can be explained, and by which words it is found."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from jdzplan.catalogue import Rule
from jdzplan.nearest import nearest, plain_name
from jdzplan.verdicts import Flag, Reason, Verdict
from jdzplan.wording.sentences import SAMPLE_MARK
from jdzplan.wording.words import Words

Topic = Rule | Verdict | Reason | Flag
TOPICS: tuple[Topic, ...] = (*Rule, *Verdict, *Reason, *Flag)


class Topics:
    """Topics by every name they have in the languages given."""

    def __init__(self, languages: tuple[Words, ...]) -> None:
        self._known: dict[str, list[Topic]] = {}
        self._names: dict[str, None] = {}
        for topic in TOPICS:
            for name in _names(topic, languages):
                self._names[name] = None
                of_name = self._known.setdefault(_plain(name), [])
                if not any(topic is other for other in of_name):
                    of_name.append(topic)

    def find(self, word: str) -> tuple[Topic, ...]:
        """What a word stands for; a name of a reason may be one of a flag, too."""
        return tuple(self._known.get(_plain(word), ()))

    def near(self, word: str) -> list[str]:
        """Names that the word may have meant."""
        return nearest(word, self._names, 3)


def _plain(word: str) -> str:
    """A name however it is written, also in full width, or copied with a mark from a finding."""
    return re.sub("[-_:,.;、。]", "", plain_name(unicodedata.normalize("NFKC", word)))


def _names(topic: Topic, languages: tuple[Words, ...]) -> Iterator[str]:
    if isinstance(topic, Rule):
        yield from (topic.code, topic.code.removeprefix("JDZ"), topic.label)
        return
    yield topic.value
    for words in languages:
        yield from (re.split("[(（{]", name)[0].strip() for name in _words_for(topic, words))


def _words_for(topic: Verdict | Reason | Flag, words: Words) -> Iterator[str]:
    """What the outputs call it."""
    if isinstance(topic, Verdict):
        yield words.verdicts[topic]
    elif isinstance(topic, Reason):
        yield words.reasons[topic]
    else:
        yield words.flags[topic]
    also: Mapping[Topic, tuple[str, ...]] = {
        Verdict.ACHIEVED: (words.table["achieved_early"], words.table["achieved_yearly"]),
        Verdict.MISSED: (words.view["overdue"],),
        Reason.NOT_DUE: (words.view["not_due"],),
        Flag.SAMPLE: (SAMPLE_MARK,),
        Flag.BOUNDED: (words.needs["incomplete"],),
        Flag.METHOD_DISAGREEMENT: (words.needs["linear_disagrees"],),
    }
    yield from also.get(topic, ())
