"""YAML text into a tree in which every value knows its line and column.

PyYAML's parser gives events; everything above them is ours, because its loaders turn `no` into
false, 12:30 into 750 and 2.20 into 2.2, keep the last of two equal keys in silence, and their
composer recurses until the process dies of a few thousand open brackets.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

import yaml

from jdzplan.catalogue import Rule

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # some platforms have no C parser
_DEEPEST, _LARGEST = 30, 200_000
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,30})")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,30})\.[0-9]{1,60}")
_CONTROL = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # not YAML text
)
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_TEXT_TAGS = (None, "!", "tag:yaml.org,2002:str")


@dataclass(slots=True)
class Node:
    """A value and the parser's mark where it starts; a mapping has the marks of its `keys`."""

    value: Any
    mark: Any = None
    keys: dict[str, Any] | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Line and column, from 1 on."""
        return _place(self.mark) if self.mark else (1, 1)

    def place_of(self, key: str) -> tuple[int, int] | None:
        """Line and column of a key; None where there is none."""
        mark = (self.keys or {}).get(key)
        return _place(mark) if mark else None

    def plain(self) -> Any:
        """The same as dicts, lists and scalars."""
        if isinstance(self.value, dict):
            return {key: child.plain() for key, child in self.value.items()}
        if isinstance(self.value, list):
            return [child.plain() for child in self.value]
        return self.value


class YamlError(Exception):
    """Something that a plan must not hold: the rule, the position, what the sentence needs."""

    def __init__(self, rule: Rule, line: int, column: int, **params: object) -> None:
        super().__init__(rule)
        self.rule, self.line, self.column, self.params = rule, line, column, params


def read_tree(text: str) -> tuple[Node, list[YamlError]]:
    """The document, and its duplicate keys; the first of two equal keys is dropped.

    Raises `YamlError` where nothing can be read at all.
    """
    if found := _CONTROL.search(text):
        line, column = _position(text, found.start())
        code = f"U+{ord(found[0]):04X}"
        raise YamlError(Rule.YAML_SYNTAX, line, column, kind="control", found=code)
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        raise _syntax(error, text) from None
    return builder.root or Node(None), builder.duplicates


@dataclass(slots=True)
class _Open:
    """A collection that is being read, and what its end will make of it.

    `before` counts the nodes that stand before it; `depth` is how deep it goes so far.
    """

    node: Node
    anchor: str | None
    before: int
    depth: int = 1
    pending: str | None = None


class _Anchored(NamedTuple):
    """What an alias stands for: `size` and `depth` count what it brings along."""

    node: Node
    size: int = 1
    depth: int = 1


class _Builder:
    """A stack of open collections, fed with parser events.

    Thousands of events are the better part of a check of a plan: this takes no detours.
    """

    def __init__(self) -> None:
        self.root: Node | None = None
        self.duplicates: list[YamlError] = []
        self._anchors: dict[str, _Anchored] = {}
        self._open: list[_Open] = []
        self._size = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            tag, word = event.tag, event.value
            if tag is not None:
                _refuse_tag(event, tag)
            node = Node(word if tag or event.style else _typed(word), event.start_mark)
            self._attach(node, event, word or "null")
            if event.anchor:
                self._anchors[event.anchor] = _Anchored(node)
        elif isinstance(event, yaml.MappingStartEvent):
            self._begin(Node({}, event.start_mark, {}), event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin(Node([], event.start_mark), event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end(self._open.pop())
        elif isinstance(event, yaml.AliasEvent):
            self._repeat(self._anchors.get(event.anchor or ""), event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise _refused(event, "documents")

    def _begin(self, node: Node, event: yaml.CollectionStartEvent) -> None:
        _refuse_tag(event, event.tag)
        if len(self._open) >= _DEEPEST:
            raise _refused(event, "depth")
        self._attach(node, event)
        self._anchors.pop(event.anchor or "", None)  # until it ends there is nothing to repeat
        self._open.append(_Open(node, event.anchor, self._size))

    def _end(self, ended: _Open) -> None:
        if ended.anchor:
            size = self._size - ended.before + 1
            self._anchors[ended.anchor] = _Anchored(ended.node, size, ended.depth)
        self._deepen(ended.depth)

    def _repeat(self, known: _Anchored | None, event: yaml.AliasEvent) -> None:
        if known is None or len(self._open) + known.depth > _DEEPEST:
            raise _refused(event, "alias")
        self._size += known.size - 1
        self._attach(known.node, event, str(known.node.value))
        self._deepen(known.depth)

    def _deepen(self, depth: int) -> None:
        if self._open:
            self._open[-1].depth = max(self._open[-1].depth, depth + 1)

    def _attach(self, node: Node, event: yaml.Event, key: str = "") -> None:
        """Put a node where it belongs; `key` is what it is as a key."""
        self._size += 1
        if self._size > _LARGEST:
            raise _refused(event, "alias")
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        values, keys = parent.node.value, parent.node.keys
        if keys is None:
            values.append(node)
        elif parent.pending is not None:
            values[parent.pending] = node
            parent.pending = None
        elif isinstance(node.value, dict | list):
            raise _refused(event, "key")
        else:
            parent.pending = key
            if key in keys:
                first = keys[key].line + 1
                twice = YamlError(
                    Rule.DUPLICATE_KEY, *_place(event.start_mark), key=key, first=first
                )
                self.duplicates.append(twice)
            keys.setdefault(key, event.start_mark)


def _place(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1


def _refuse_tag(event: yaml.Event, tag: str | None) -> None:
    if tag not in _TEXT_TAGS:
        raise YamlError(Rule.YAML_REFUSED, *_place(event.start_mark), kind="tag", found=tag)


def _refused(event: yaml.Event, kind: str) -> YamlError:
    return YamlError(Rule.YAML_REFUSED, *_place(event.start_mark), kind=kind)


def _position(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _typed(word: str) -> Any:
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in "+-0123456789":
        return word
    if _INTEGER.fullmatch(word):
        return int(word)
    return Decimal(word) if _DECIMAL.fullmatch(word) else word


def _syntax(error: yaml.YAMLError, text: str) -> YamlError:
    """A syntax error with a hint at what is usually behind it: a tab, a full-width colon."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark and "depth" in str(getattr(error, "problem", "")):  # the parser's own limit
        return YamlError(Rule.YAML_REFUSED, mark.line + 1, mark.column + 1, kind="depth")
    if "quoted scalar" in str(getattr(error, "context", "")):  # it ran on from where it opens
        mark = getattr(error, "context_mark", mark)
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        return YamlError(Rule.YAML_SYNTAX, line, column, kind="quote")
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    lines = text.split("\n")
    for number in (line, line - 1):
        content = lines[number - 1] if 0 < number <= len(lines) else ""
        indent = content[: len(content) - len(content.lstrip())]
        if "\t" in indent or (number == line and content[column - 1 : column] == "\t"):
            return YamlError(Rule.YAML_SYNTAX, number, content.index("\t") + 1, kind="tab")
        if key := re.search(r"(?:^\s*(?:- )?|[{,]\s*)[\w.-]+：", content):
            return YamlError(Rule.YAML_SYNTAX, number, key.end(), kind="wide_colon")
    problem = getattr(error, "problem", None) or str(error).split("\n")[0]
    return YamlError(Rule.YAML_SYNTAX, line, column, problem=problem)
