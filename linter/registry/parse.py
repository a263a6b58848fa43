"""YAML text to nodes, by libyaml's event stream, with the place of every key and value.

Nothing is interpreted here: a plain `no`, `0123` or date stays the text that stands there;
only null becomes None. Duplicate keys, foreign tags, runaway aliases and too deep nesting
become problems of the document instead of surprises. Time and memory are linear in the text.
"""

from __future__ import annotations

from sys import intern
from typing import Any

from linter.plain import odd
from linter.registry.document import Document, Problem
from linter.registry.events import Scalars, as_tuple, scalars_as_tuples
from linter.registry.libyaml import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    binding,
)
from linter.registry.nodes import (
    KEY_SHIFT,
    OFFSET_BITS,
    PLAIN,
    Mapping,
    Node,
    Scalar,
    Sequence,
    start_of,
)

MAX_DEPTH = 32
"""Levels of nesting; a registry needs six."""
MAX_EXPANSION = 1_000_000
"""Nodes that aliases may stand for in one file, all told."""
SHORT = 16
"""Values up to this length recur (`x`, `ressort`, dates) and are kept once."""
MIDDLING = 64
"""So do many up to this length (the addresses of a house's pages), but far from all."""
MOST_KEPT = 4096
"""Of these, the first so many of a file are kept once."""

NEAR = 64
KEYED = [away << KEY_SHIFT | PLAIN for away in range(NEAR)]
"""Marks of plain values without their place, by how far the key begins in front of them."""
BLOCK = ("|", ">")
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
STRING_TAGS = frozenset(("!", "tag:yaml.org,2002:str"))


MAX_CHUNK = 1 << 14
"""Code points handed over where the parser does not say how many it wants."""


class TooMuch(Exception):  # noqa: N818 - a signal inside this module, not an error of the user
    """The document is beyond a bound; its problem is already recorded."""


WASTEFUL = range(22, 43)
"""Sizes at which a dictionary that has grown holds twice the room that it needs."""


def compact(entries: dict[str, Node]) -> dict[str, Node]:
    """The same dictionary, made at once in its right size; an account's is of such a size."""
    fitting: dict[str, Any] = dict.fromkeys(entries)
    fitting.update(entries)
    return fitting


def parse(text: str, path: str) -> Document:
    """Read YAML; what is wrong with it is in the document's problems, never raised."""
    document = Document(path, text)
    document.odd = odd(text)
    parser = binding.CParser(_Feed(text))
    try:
        with scalars_as_tuples():
            _Builder(document, parser).run()
    except TooMuch:
        document.root = None
        del document.problems[:-1]  # the bound is the one thing to tell
    except binding.ReaderError as error:
        # libyaml counts bytes here
        offset = len(text.encode()[: error.position].decode(errors="ignore"))
        document.problems.append(
            Problem(
                "REG001", "syntax", offset, offset + 1, {"problem": in_words(None, error.reason)}
            )
        )
        document.root = None
    except MarkedYAMLError as error:
        document.problems.append(_syntax_problem(error, len(text)))
        document.root = None
    finally:
        parser.dispose()
    return document


def in_words(context: str | None, problem: str | None) -> dict[str, str]:
    """See `linter.registry.yaml_words`, which is read for a broken file only."""
    from linter.registry import yaml_words  # noqa: PLC0415 - as said

    return yaml_words.in_words(context, problem)


def _syntax_problem(error: MarkedYAMLError, length: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    if error.context_mark and "quoted scalar" in (error.context or ""):
        mark = error.context_mark  # the quote that was never closed, not the end of the file
    offset = min(mark.index, length) if mark else 0
    problem = Problem(
        "REG001",
        "syntax",
        offset,
        min(offset + 1, length),
        {"problem": in_words(error.context, error.problem)},
    )
    if error.context_mark is not None and error.problem_mark is not None:
        problem.values["began"] = error.context_mark.index
    return problem


class _Feed:
    """Hands a text over piece by piece; given it at once, the parser would keep a copy of it all."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def read(self, size: int = MAX_CHUNK, /) -> str:
        begin = self.at
        self.at += size
        return self.text[begin : self.at]


class _Builder:
    """Consumes events; the state is the stack of open collections."""

    def __init__(self, document: Document, parser: Any) -> None:
        self.document = document
        self.parser = parser
        self.anchors: dict[str, tuple[Node | None, int]] = {}
        self.count = 0
        self.aliased = 0
        self.kept: dict[str, str] = {}

    def problem(self, variant: str, start: Any, end: Any, **values: Any) -> None:
        """Note a problem between two marks."""
        self.document.problems.append(Problem("REG001", variant, start.index, end.index, values))

    def run(self) -> None:
        get = self.parser.get_event
        get()  # the stream's start
        first = get()
        if type(first) is StreamEndEvent:
            return
        self.document.root = self.node(get(), None, 0)
        get()  # the document's end
        event = get()
        if type(event) is not StreamEndEvent:
            self.problem("multiple-documents", event.start_mark, event.end_mark)

    def node(self, event: Any, key_start: int | None, depth: int) -> Node:
        kind = type(event)
        if kind is tuple:
            return self.scalar(event, key_start)
        if kind is ScalarEvent:
            return self.scalar(as_tuple(event), key_start)
        if kind is AliasEvent:
            return self.alias(event, key_start)
        if depth >= MAX_DEPTH:
            self.problem("too-deep", event.start_mark, event.end_mark, limit=MAX_DEPTH)
            raise TooMuch
        if event.tag is not None and not event.implicit:
            self.problem("tag", event.start_mark, event.end_mark, tag=event.tag)
        anchor = event.anchor
        before = self.count + self.aliased
        if anchor is not None:
            self.anchors[anchor] = (None, 0)
        node = (
            self.mapping(event, key_start, depth)
            if kind is MappingStartEvent
            else self.sequence(event, key_start, depth)
        )
        if anchor is not None:
            self.anchors[anchor] = (node, self.count + self.aliased - before + 1)
        return node

    def once(self, text: str) -> str:
        """The same text as read before, if it was: one object for all that are equal."""
        if len(text) > MIDDLING:
            return text
        known = self.kept.get(text)
        if known is None:
            if len(self.kept) < MOST_KEPT:
                self.kept[text] = text
            return text
        return known

    def scalar(self, event: Scalars, key_start: int | None) -> Scalar:
        anchor, tag, (plain, quoted), text, begun, ended, style = event
        start, end = begun.index, ended.index
        mark = start << OFFSET_BITS | end
        if tag is not None and tag not in STRING_TAGS:
            self.problem("tag", begun, ended, tag=tag)
        elif plain and tag is None:
            mark |= PLAIN
            if text in NULLS:
                text = None
        elif quoted and end > start and style in BLOCK:
            # libyaml ends a block scalar where the next token begins
            end = start + len(self.document.text[start:end].rstrip("\r\n"))
            mark = start << OFFSET_BITS | end
        if key_start is not None:
            mark |= (start - key_start) << KEY_SHIFT
        if text is not None:
            if not self.document.odd and ("\n" in text or not text.isascii()):
                self.document.odd = "\n" in text or odd(text)  # an escape stood for it
            text = intern(text) if len(text) <= SHORT else self.once(text)
        node = Scalar(text, mark)
        if anchor is not None:
            self.anchors[anchor] = (node, 1)
        return node

    def alias(self, event: Any, key_start: int | None) -> Node:
        name = event.anchor
        start, end = event.start_mark.index, event.end_mark.index
        mark = start << OFFSET_BITS | end
        if key_start is not None:
            mark |= (start - key_start) << KEY_SHIFT
        if name not in self.anchors:
            self.problem("alias-unknown", event.start_mark, event.end_mark, name=name)
            return Scalar(None, mark)
        target, size = self.anchors[name]
        if target is None:
            self.problem("alias-cycle", event.start_mark, event.end_mark, name=name)
            return Scalar(None, mark)
        self.aliased += size
        if self.aliased > MAX_EXPANSION:
            self.problem("too-many-aliases", event.start_mark, event.end_mark, limit=MAX_EXPANSION)
            raise TooMuch
        if type(target) is Scalar:
            return Scalar(target.text, mark | target.mark & PLAIN)
        if type(target) is Sequence:
            return Sequence(target.items, mark)
        assert type(target) is Mapping  # noqa: S101 - the union has three members
        return Mapping(target.entries, mark)

    def sequence(self, start_event: Any, key_start: int | None, depth: int) -> Sequence:
        get = self.parser.get_event
        items: list[Node] = []
        event = get()
        while type(event) is not SequenceEndEvent:
            items.append(self.node(event, None, depth + 1))
            event = get()
        self.count += len(items)
        return Sequence(items, self.mark(start_event, event, key_start))

    def mapping(self, start_event: Any, key_start: int | None, depth: int) -> Mapping:
        get, once = self.parser.get_event, self.once
        value: Node
        entries: dict[str, Node] = {}
        merges: list[tuple[Any, Node]] = []
        while True:
            event = get()
            if type(event) is not tuple:
                if type(event) is MappingEndEvent:
                    break
                if type(event) is not ScalarEvent:
                    self.problem("key-not-text", event.start_mark, event.end_mark)
                    self.node(event, None, depth + 1)
                    self.node(get(), None, depth + 1)
                    continue
                event = as_tuple(event)
            anchor, _, implicit, key, begun, ended, _ = event
            start = begun.index
            inner = get()
            if type(inner) is tuple and inner[2][0] and inner[0] is None:
                # what `scalar` makes of it, without the call: that is what most of a file is
                _, _, _, text, opened, closed, _ = inner
                begin = opened.index
                away = begin - start
                mark = KEYED[away] if away < NEAR else away << KEY_SHIFT | PLAIN
                if len(text) <= SHORT:
                    text = None if text in NULLS else intern(text)
                elif len(text) <= MIDDLING:
                    text = once(text)
                elif "\n" in text:  # an empty line within
                    self.document.odd = True
                value = Scalar(text, mark + (begin << OFFSET_BITS) + closed.index)
            else:
                value = self.node(inner, start, depth + 1)
            if key == "<<" and implicit[0]:
                merges.append((event, value))
            elif (first := entries.setdefault(intern(key), value)) is not value:
                line, _ = self.document.position(start_of(first))
                self.problem("duplicate-key", begun, ended, key=key, line=line)
            if anchor is not None:
                self.anchors[anchor] = (Scalar(key, start << OFFSET_BITS | start), 1)
        self.count += 2 * len(entries)
        for merge_event, value in merges:
            self.merge(entries, merge_event, value)
        if len(entries) in WASTEFUL:
            entries = compact(entries)
        return Mapping(entries, self.mark(start_event, event, key_start))

    def merge(self, entries: dict[str, Node], event: Scalars, value: Node) -> None:
        """YAML's `<<`: what stands in the mapping itself wins, then the first one merged."""
        for source in value.items if type(value) is Sequence else [value]:
            if type(source) is not Mapping:
                self.problem("bad-merge", event[4], event[5])
                return
            # copying costs what the alias was already charged for; a `<<` without alias is text
            for key, node in source.entries.items():
                entries.setdefault(key, node)

    def mark(self, start_event: Any, end_event: Any, key_start: int | None) -> int:
        start = start_event.start_mark.index
        end = end_event.end_mark.index
        if end_event.start_mark.index == end:  # block style: ends where the next token begins
            text = self.document.text
            while end > start and text[end - 1] in " \t\r\n":  # a slice would copy the whole file
                end -= 1
        mark = int(start << OFFSET_BITS | end)
        return mark | (start - key_start) << KEY_SHIFT if key_start is not None else mark
