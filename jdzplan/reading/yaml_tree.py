"""YAML text into a tree in which every value knows its line and column.

PyYAML's parser gives events; everything above them is ours, because its loaders turn `no` into
false, 12:30 into 750 and 2.20 into 2.2, keep the last of two equal keys in silence, and their
composer recurses until the process dies of a few thousand open brackets.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

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
    """A value and where it starts; `keys` has the place of each key of a mapping.

    `size` and `depth` count what stands below, aliases with all that they stand for.
    """

    value: Any
    line: int
    column: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    size: int = 1
    depth: int = 1
    pending: str | None = None

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
    return builder.root or Node(None, 1, 1), builder.duplicates


class _Builder:
    """A stack of open collections, fed with parser events."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.duplicates: list[YamlError] = []
        self._anchors: dict[str, Node] = {}
        self._open: list[Node] = []

    def take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        match event:
            case yaml.DocumentStartEvent():
                if self.root is not None:
                    raise YamlError(Rule.YAML_REFUSED, line, column, kind="documents")
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._count(self._open.pop())
            case yaml.AliasEvent():
                node = self._anchors.get(event.anchor or "")
                if node is None or any(node is opened for opened in self._open):
                    raise YamlError(Rule.YAML_REFUSED, line, column, kind="alias")
                self._attach(node, line, column, key=str(node.value))
                self._count(node)
            case yaml.ScalarEvent():
                self._refuse_tag(event.tag, line, column)
                is_plain = event.style in (None, "") and event.tag is None
                value = _typed(event.value) if is_plain else event.value
                node = Node(value, line, column)
                self._attach(node, line, column, event.anchor, key=event.value or "null")
                self._count(node)
            case yaml.CollectionStartEvent():
                self._refuse_tag(event.tag, line, column)
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                node = Node({} if is_mapping else [], line, column)
                if len(self._open) >= _DEEPEST:
                    raise YamlError(Rule.YAML_REFUSED, line, column, kind="depth")
                self._attach(node, line, column, event.anchor)
                self._open.append(node)

    def _refuse_tag(self, tag: str | None, line: int, column: int) -> None:
        if tag not in _TEXT_TAGS:
            raise YamlError(Rule.YAML_REFUSED, line, column, kind="tag", found=tag)

    def _attach(
        self, node: Node, line: int, column: int, anchor: str | None = None, key: str = ""
    ) -> None:
        if anchor:
            self._anchors[anchor] = node
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
        elif parent.pending is not None:
            parent.value[parent.pending] = node
            parent.pending = None
        elif isinstance(node.value, dict | list):
            raise YamlError(Rule.YAML_REFUSED, line, column, kind="key")
        else:
            parent.pending = key
            if key in parent.keys:
                first = parent.keys[key][0]
                self.duplicates.append(
                    YamlError(Rule.DUPLICATE_KEY, line, column, key=key, first=first)
                )
            parent.keys.setdefault(key, (line, column))

    def _count(self, child: Node) -> None:
        if not self._open:
            return
        parent = self._open[-1]
        parent.size += child.size
        parent.depth = max(parent.depth, child.depth + 1)
        if parent.size > _LARGEST or parent.depth > _DEEPEST:
            raise YamlError(Rule.YAML_REFUSED, child.line, child.column, kind="alias")


def _position(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _typed(word: str) -> Any:
    if word in _WORDS:
        return _WORDS[word]
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
