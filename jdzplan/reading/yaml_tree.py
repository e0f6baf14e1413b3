"""YAML text into a tree in which every value knows its line and column.

PyYAML's parser gives events; everything above them is ours, because its loaders turn `no` into
false, 12:30 into 750 and 2.20 into 2.2, keep the last of two equal keys in silence, and their
composer recurses until the process dies of a few thousand open brackets.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

import yaml
from yaml import ScalarEvent

from jdzplan.catalogue import Rule

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # some platforms have no C parser
_DEEPEST, _LARGEST = 30, 500_000
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,30})")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,30})\.[0-9]{1,60}")
_CONTROL = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # not YAML text
)
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_TEXT_TAGS = (None, "!", "tag:yaml.org,2002:str")


class Node:
    """A mapping, a sequence, or the one scalar of a document, with the marks of what is in it.

    `value` is plain: dicts, lists, scalars. `inner` has the same keys or places, with the node of
    each mapping and sequence, and of a scalar the parser's mark where it starts; `keys` the marks
    of a mapping's keys. `before` counts the nodes that stood before it, `depth` is how deep it
    goes, `pending` a key that waits for its value.
    """

    __slots__ = ("anchor", "before", "depth", "inner", "keys", "mark", "pending", "value")

    def __init__(self, value: Any, inner: Any, mark: Any, anchor: str | None, before: int) -> None:
        self.value, self.inner, self.mark = value, inner, mark
        self.keys: dict[str, Any] | None = {} if isinstance(value, dict) else None
        self.anchor, self.before, self.depth = anchor, before, 1
        self.pending: str | None = None

    @property
    def wants_key(self) -> bool:
        """Whether what comes next in it is a key."""
        return self.keys is not None and self.pending is None

    def place_at(self, where: Iterable[str | int], *, at_key: bool) -> tuple[int, int]:
        """Line and column where the value at a path starts, or with `at_key` the key before it.

        Steps that are not in the file end nothing: pydantic adds some for unions and for keys.
        """
        found: Any = self
        key: Any = None
        for step in where:
            inner = found.inner if isinstance(found, Node) else None
            if isinstance(inner, dict) and str(step) in inner:
                found, key = inner[str(step)], (found.keys or {}).get(str(step))
            elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
                found, key = inner[step], None
        if at_key and key is not None:
            return _place(key)
        mark = found.mark if isinstance(found, Node) else found
        return _place(mark) if mark else (1, 1)


class YamlError(Exception):
    """Something that a plan must not hold: the rule, the position, what the sentence needs."""

    def __init__(self, rule: Rule, line: int, column: int, **params: object) -> None:
        super().__init__(rule)
        self.rule, self.line, self.column, self.params = rule, line, column, params


def read_tree(text: str) -> tuple[Node, list[YamlError]]:
    """The document, and its duplicate keys; the first of two equal keys is dropped.

    Raises `YamlError` where nothing can be read at all.
    """
    builder = _Builder()
    try:
        following, take_scalar, take = _LOADER(text).get_event, builder.take_scalar, builder.take
        while (event := following()) is not None:
            if isinstance(event, ScalarEvent):
                take_scalar(event)
            else:
                take(event)
    except (yaml.YAMLError, UnicodeError) as error:  # half of a character is not text, either
        raise _syntax(error, text) from None
    return builder.root or Node(None, None, None, None, 0), builder.duplicates


class _Anchored(NamedTuple):
    """What an alias stands for: `size` and `depth` count what it brings along."""

    value: Any
    inner: Any
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
        self._open: list[Node] = []
        self._top: Node | None = None
        self._size = 0

    def take(self, event: yaml.Event) -> None:
        """Take any event but that of a scalar."""
        if isinstance(event, yaml.MappingStartEvent):
            self._begin({}, {}, event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin([], [], event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end(self._open.pop())
        elif isinstance(event, yaml.AliasEvent):
            self._repeat(self._anchors.get(event.anchor or ""), event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise _refused(event, "documents")

    def take_scalar(self, event: ScalarEvent) -> None:
        """Take a scalar; with nothing out of the way, it takes one call."""
        self._size += 1
        if self._size > _LARGEST:
            raise _refused(event, "alias")
        word, mark, top = event.value, event.start_mark, self._top
        if event.tag is not None:
            _refuse_tag(event, event.tag)
        value = word if event.tag or event.style else _typed(word)
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(value, mark)
        if top is None:
            self.root = Node(value, None, mark, None, 0)
        elif top.keys is None:
            top.value.append(value)
            top.inner.append(mark)
        elif top.pending is None:
            self._begin_pair(top, word or "null", mark)
        else:
            top.value[top.pending] = value
            top.inner[top.pending] = mark
            top.pending = None

    def _begin(self, value: Any, inner: Any, event: yaml.CollectionStartEvent) -> None:
        _refuse_tag(event, event.tag)
        if len(self._open) >= _DEEPEST:
            raise _refused(event, "depth")
        if self._top is not None and self._top.wants_key:
            raise _refused(event, "key")
        node = Node(value, inner, event.start_mark, event.anchor, self._size)
        self._count(event)
        self._attach(value, node)
        self._anchors.pop(event.anchor or "", None)  # until it ends there is nothing to repeat
        self._open.append(node)
        self._top = node

    def _end(self, ended: Node) -> None:
        self._top = self._open[-1] if self._open else None
        if ended.anchor:
            size = self._size - ended.before
            self._anchors[ended.anchor] = _Anchored(ended.value, ended, size, ended.depth)
        self._deepen(ended.depth)

    def _repeat(self, known: _Anchored | None, event: yaml.AliasEvent) -> None:
        if known is None or len(self._open) + known.depth > _DEEPEST:
            raise _refused(event, "alias")
        self._count(event, known.size)
        top = self._top
        if top is not None and top.wants_key:
            if isinstance(known.inner, Node):
                raise _refused(event, "key")
            self._begin_pair(top, str(known.value), event.start_mark)
        else:
            self._attach(known.value, known.inner)
            self._deepen(known.depth)

    def _deepen(self, depth: int) -> None:
        if self._top is not None:
            self._top.depth = max(self._top.depth, depth + 1)

    def _count(self, event: yaml.Event, nodes: int = 1) -> None:
        """Aliases of aliases make a few lines into more than any memory holds."""
        self._size += nodes
        if self._size > _LARGEST:
            raise _refused(event, "alias")

    def _begin_pair(self, top: Node, key: str, mark: Any) -> None:
        keys = top.keys
        assert keys is not None  # only a mapping wants a key
        top.pending = key
        if key not in keys:
            keys[key] = mark
            return
        twice = YamlError(Rule.DUPLICATE_KEY, *_place(mark), key=key, first=keys[key].line + 1)
        self.duplicates.append(twice)

    def _attach(self, value: Any, inner: Any) -> None:
        """Put a value, and the node or mark of it, where it belongs."""
        top = self._top
        if top is None:
            is_node = isinstance(inner, Node)
            self.root = inner if is_node else Node(value, None, inner, None, 0)
        elif top.keys is None:
            top.value.append(value)
            top.inner.append(inner)
        else:
            top.value[top.pending] = value
            top.inner[top.pending] = inner
            top.pending = None


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


def _syntax(error: Exception, text: str) -> YamlError:
    """A syntax error with a hint at what is usually behind it: a tab, a full-width colon."""
    if found := _CONTROL.search(text):
        line, column = _position(text, found.start())
        code = f"U+{ord(found[0]):04X}"
        return YamlError(Rule.YAML_SYNTAX, line, column, kind="control", found=code)
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
