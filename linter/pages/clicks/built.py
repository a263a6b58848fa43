"""built: which links of a page cannot be seen: a script puts its foot together, or its words are lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.clicks import ways
from linter.pages.clicks.fetched import fetches
from linter.pages.clicks.refresh import without
from linter.pages.kinds import gaps
from linter.pages.links import join
from linter.pages.markup.plain import PlainTree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.markup.dom import Tree
    from linter.pages.page import Page, Target

KINDS: frozenset[Target] = frozenset(("impressum", "privacy"))
_PLACEHOLDER = re.compile(
    rb"""<[a-z][a-z0-9]*\b[^<>]{0,500}?\s(?:data-(?:include|import|load|partial|fragment|component)(?:-\w+)?"""
    rb"""|w3-include-html|hx-get|ic-src|wire:init|x-init\s*=\s*["'][^"'<>]{0,200}(?:fetch|ajax))\s*[=(]"""
    # an element that HTML does not know, with a source and without content
    rb"""|<(?!script\b|iframe\b|audio\b|video\b|source\b|track\b|embed\b|img\b|input\b|i?frame\b|image\b)([a-z][a-z0-9]{0,40})\b"""
    rb"""[^<>]{0,500}?\ssrc\s*=[^<>]{1,500}>\s*</\1\s*>"""
    rb"""|<(?!i?frame\b|frameset\b|noframes\b)[a-z0-9-]{0,40}(?:frame|include|fragment|partial)[a-z0-9-]{0,20}\s[^<>]{0,500}?\bsrc\s*=""",
    re.IGNORECASE,
)
"""An element that a script fills with another document."""
_ELEMENT = re.compile(rb"<([a-z][a-z0-9]*-[a-z0-9-]*)\b[^<>]{0,1000}>\s*</\1\s*>", re.IGNORECASE)
"""An element of the site's own making without content: a script gives it some."""
_FOOT = re.compile(
    rb"""<(?:footer\b[^<>]{0,500}|div\b[^<>]{0,200}\b(?:id|class)\s*=\s*["']?[\w -]{0,60}(?:footer|fuss|fusszeile)\b[^<>]{0,200})>"""
    rb"""\s*(?:<(?:div|nav|section)\b[^<>]{0,200}>\s*</(?:div|nav|section)>\s*)?</(?:footer|div)>""",
    re.IGNORECASE,
)
"""A foot with nothing in it."""
_FOOT_SCRIPT = re.compile(
    rb"""<script\b[^<>]{0,500}?\ssrc\s*=\s*["']?(?:[^"'<>\s]{0,300}/)?[\w-]{0,40}(?:foot|fuss(?!ball)|fu%c3%9f)[\w.-]{0,40}\.m?js\b""",
    re.IGNORECASE,
)
"""A script that writes the foot, by the name of its file."""
_FEET = 'footer,[role="contentinfo"],[id*="footer" i],[class*="footer" i]'
MOST_FEET = 8
_WORDS: dict[Target, re.Pattern[bytes]] = {
    "impressum": re.compile(rb"impressum|imprint"),
    "privacy": re.compile(rb"datenschutz|privacy[ _-]?(?:policy|notice|statement)"),
}
"""What a script or an attribute says that is about a link to such a page."""
_ACTS = (b"<script", b"component-url")
"""A page has one of these that puts parts of itself together: an island brings its script along."""
_MADE_OF = ((b"<script", b"</script"), (b"<template", b"</template"))
"""What no reader sees, and a script may show."""
_ATTRIBUTE = re.compile(rb"\s([a-z][\w:.-]{0,60})\s*=\s*")
_LATER = re.compile(
    rb"""<iframe\b[^<>]{0,500}?\sdata-(?:\w{1,40}-)?src\s*=\s*["']?([^\s"'<>]{1,500})"""
)
"""An inline frame whose document a script asks for."""
NEAR = 500
"""Bytes between the beginning of a tag and what one of its attributes says."""
MOST_PLACES = 200
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\f\r")
FEW = 20
"""Of so many bytes one may be a control character, of so many letters one may be lost: text has hardly any."""


def named(page: Page) -> frozenset[Target]:
    """The kinds of page that the page links by name."""
    return frozenset(
        target
        for link in page.labelled
        for target, strength in link.classes
        if target in KINDS and strength == "strong"
    )


def scripted(page: Page) -> bool:
    """Whether a script is to fill in parts of the page that stand empty."""
    tree = page.tree
    if isinstance(tree, PlainTree) or not any(map(tree.has, _ACTS)):
        return False
    source = without(tree.source, b"<!--", b"-->")
    if any(pattern.search(source) for pattern in (_PLACEHOLDER, _ELEMENT, _FOOT)):
        return True
    return fetches(page) or (_FOOT_SCRIPT.search(source) is not None and not _has_foot(tree))


def _has_foot(tree: Tree) -> bool:
    """Whether something stands in the foot of the page already."""
    return any((node.text() or "").strip() for node in tree.parser.css(_FEET)[:MOST_FEET])


def unseen(page: Page) -> frozenset[Target]:
    """The kinds of page that it does not link by name as it was read, though a visitor may see that it does."""
    lacks = KINDS - named(page)
    if not lacks or lost(page) or (lacks == KINDS and (scripted(page) or _failed(page))):
        return lacks
    tree = page.tree
    if isinstance(tree, PlainTree):
        return frozenset()
    source = without(tree.source.lower(), b"<!--", b"-->")
    if _frames_later(page, source):
        return lacks
    acts = b"<script" in source
    return frozenset(kind for kind in lacks if _mentions(source, _WORDS[kind], acts=acts))


def _failed(page: Page) -> bool:
    """Whether a part of the page failed, or its foot came empty."""
    return gaps.broken(page) or gaps.bare_foot(page.tree)


def lost(page: Page) -> bool:
    """Whether a page is no text, or in another encoding than it says, so that hardly a word is left."""
    source = page.tree.source
    raw = source.encode() if isinstance(source, str) else source
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    text = page.survey.text
    return controls * FEW > len(raw) or text.count("\ufffd") * FEW > len(text)


def _frames_later(page: Page, source: bytes) -> bool:
    """Whether a script is to fill in a document of the same site."""
    if b"data-" not in source:
        return False
    base = page.survey.around.base
    return any(
        ways.site(join(base, src.decode("utf-8", "replace"))) == ways.site(page.url)
        for src in _LATER.findall(source)
    )


def _mentions(source: bytes, words: re.Pattern[bytes], *, acts: bool) -> bool:
    """Whether something that may become a link speaks of a kind of page; acts: there are scripts."""
    if not words.search(source):
        return False
    if acts and any(words.search(text) for text in _inside(source)):
        return True
    places = zip(words.finditer(source), range(MOST_PLACES), strict=False)
    return any(_in_attribute(source, found.start(), acts=acts) for found, _ in places)


def _inside(source: bytes) -> Iterator[bytes]:
    """What stands in scripts and templates."""
    for opening, closing in _MADE_OF:
        place = 0
        while (start := source.find(opening, place)) >= 0:
            inner = source.find(b">", start)
            place = source.find(closing, start)
            if inner < 0 or place < 0:
                break
            yield source[inner:place]


def _in_attribute(source: bytes, place: int, *, acts: bool) -> bool:
    """Whether a place is in an attribute that only a script understands."""
    opened = source.rfind(b"<", max(0, place - NEAR), place)
    if opened < 0 or source.find(b">", opened, place) >= 0:
        return False
    names = [(found[1], found.end()) for found in _ATTRIBUTE.finditer(source, opened, place)]
    if not names:
        return False
    name, start = names[-1]
    if source.startswith(b"<option", opened):
        return name == b"value" and b"/" in source[start : place + 1]
    return name.startswith(b"on") or (acts and name.startswith(b"data-"))
