"""A rule, a verdict, a reason or a flag as a page of the guide: parts with labels, no layout."""

from collections.abc import Iterator
from typing import NamedTuple

from jdzplan.catalogue import Rule, Severity
from jdzplan.formats.layout import finding_line
from jdzplan.plan import Bands
from jdzplan.verdicts import Reason, Verdict
from jdzplan.wording.guide import Example, Guide, Term
from jdzplan.wording.guide.examples import EXAMPLES
from jdzplan.wording.guide.topics import TOPICS, Topic
from jdzplan.wording.words import Sentence, Words


class Part(NamedTuple):
    """A labelled paragraph, or a list, or lines that stand as they are with a paragraph below.

    `key` names it for JSON.
    """

    key: str
    label: str
    text: str = ""
    items: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


class Page(NamedTuple):
    """One topic: its code or value, its name, in a sentence what it is about, and its parts.

    `kind` is rule, verdict, reason or flag. Only a rule has a severity; `level` is its word.
    """

    key: str
    kind: str
    title: str
    summary: str
    parts: tuple[Part, ...]
    name: str = ""
    severity: str = ""
    level: str = ""

    @property
    def anchor(self) -> str:
        """By what it is linked to; a word that is a reason may be a flag as well."""
        return self.key.lower() if self.kind == "rule" else f"{self.kind}-{self.key}"


def page_of(topic: Topic, words: Words, guide: Guide) -> Page:
    """The page of a topic."""
    if isinstance(topic, Rule):
        return _rule_page(topic, words, guide)
    if isinstance(topic, Verdict):
        return _term_page(
            topic.value, "verdict", words.verdicts[topic], guide.verdicts[topic], guide
        )
    if isinstance(topic, Reason):
        return _term_page(topic.value, "reason", words.reasons[topic], guide.reasons[topic], guide)
    return _term_page(topic.value, "flag", words.flags[topic], guide.flags[topic], guide)


def all_pages(words: Words, guide: Guide) -> tuple[Page, ...]:
    """Every page, in the order of the catalogue."""
    return tuple(page_of(topic, words, guide) for topic in TOPICS)


def _rule_page(rule: Rule, words: Words, guide: Guide) -> Page:
    labels, explained = guide.labels, guide.rules[rule]
    variants = [s for (of_rule, _), s in words.variants.items() if of_rule is rule]
    cases = dict.fromkeys(_case(s, guide) for s in (words.findings[rule], *variants))
    parts = [
        Part("meaning", labels["meaning"], explained.meaning),
        Part("cause", labels["cause"], explained.cause),
        Part("mend", labels["mend"], explained.mend),
        Part("effect", labels["effect"], guide.effects[_effect(rule)]),
        *([Part("cases", labels["cases"], items=tuple(cases))] if variants else ()),
        *_example_parts(EXAMPLES[rule], words, guide),
    ]
    level = words.severities[rule.severity]
    return Page(
        key=rule.code,
        kind="rule",
        title=labels["kind"].format(name=f"{rule.code} {rule.label}", kind=level),
        summary=_dotted(words.findings[rule].found),
        parts=tuple(parts),
        name=rule.label,
        severity=rule.severity.value,
        level=level,
    )


def _effect(rule: Rule) -> str:
    """What its findings do to the exit code: a plan with errors cannot be used at all."""
    is_fatal = rule.code.startswith("JDZ1") and rule.severity is Severity.ERROR
    return "unusable" if is_fatal else rule.severity.value


def _case(sentence: Sentence, guide: Guide) -> str:
    return _dotted(guide.labels["case"].format_map(sentence._asdict()))


class _Dots(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _dotted(sentence: str) -> str:
    """A sentence with dots for what each finding fills in."""
    return sentence.format_map(_Dots())


def _example_parts(example: Example, words: Words, guide: Guide) -> Iterator[Part]:
    labels, path = guide.labels, example.finding.place.path
    if example.earlier:
        earlier = _with_headers(example.earlier, words)
        yield Part("earlier", labels["earlier"].format(path=path), lines=earlier)
    shown = guide.states[example.state].format(path=path)
    bad = _with_headers(example.bad, words)
    yield Part("example", labels["example"].format(path=shown), lines=bad)
    said = finding_line(example.finding, words)
    command = labels["finding"].format(command=command_of(example))
    yield Part("finding", command, lines=(said,))
    shown = guide.states[example.mended_state].format(path=example.mended_path or path)
    mended = _with_headers(example.mended, words)
    yield Part("mended", labels["mended"].format(path=shown), lines=mended)


def command_of(example: Example) -> str:
    """The command that finds it."""
    path = example.finding.place.path
    default = path.rpartition("/")[2] if "/actuals/" in path else ""
    arguments = default if example.arguments is None else example.arguments
    return f"jdzplan check {arguments}".strip()


def _with_headers(lines: tuple[str, ...], words: Words) -> tuple[str, ...]:
    """A table's lines with its first line in the reader's language; other lines as they are."""
    headers = {**words.columns, **words.sheet}
    first = [headers.get(cell, cell) for cell in "".join(lines[:1]).split(",")]
    return (",".join(first), *lines[1:]) if lines else ()


def _term_page(value: str, kind: str, name: str, term: Term, guide: Guide) -> Page:
    labels = guide.labels
    when = term.when.format_map(Bands().model_dump())
    is_paced = kind == "verdict" and Verdict(value).rests_on_pace
    formula = tuple(labels["pace"].split("\n"))
    parts = [
        Part("meaning", labels["meaning"], term.meaning),
        *([Part("when", labels["when"], when)] if kind != "verdict" else ()),
        *([Part("formula", labels["formula"], labels["where"], lines=formula)] if is_paced else ()),
        Part("more", labels[f"{kind}_more"], term.more),
    ]
    named = _dotted(name)
    return Page(
        key=value,
        kind=kind,
        title=labels["kind"].format(name=value, kind=labels[kind]),
        summary=labels["case"].format(found=named, mend=when) if kind == "verdict" else named,
        parts=tuple(parts),
        name=named,
    )
