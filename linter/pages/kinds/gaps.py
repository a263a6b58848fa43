"""gaps: where a page shows an error or a placeholder in the place of a part of itself.

A server that puts a page together from pieces sends it all the same when one of them fails: what
is missing on such a page may be what the piece would have said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.kinds.hollow import WAITS
from linter.pages.markup.plain import PlainTree

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from linter.pages.markup.dom import Tree
    from linter.pages.page import Page

_LOOKS = (
    # what programs say of themselves
    ("on line", re.compile(r"\b(?:warning|notice)\s{0,3}:(?s:.{1,600}?)\bon line\s{1,3}\d"), 650),
    ("error", re.compile(
        r"\b(?:fatal|parse|recoverable) error\s{0,3}:|\buncaught [\w\\]{0,80}error\b|\ban error occurred while processing\b|\boops, an error occurred\b|[a-z_]error: (?=\S)"
        r"|\b(?:web-? ?part|module|plug-?in|widget|macro|template|liquid|twig|smarty|shortcode|include|portlet|render(?:ing)?)[- ]?error\b"
    ), 100),
    ("fehler", re.compile(r"\b(?:web-? ?part|modul|plug-?in|widget|makro|template|include|portlet|render)[- ]?fehler\b"), 20),
    ("exception", re.compile(r"\buncaught [\w\\]{0,80}exception\b|[a-z_]exception: (?=\S)"), 100),
    ("traceback", re.compile(r"\btraceback \(most recent"), 0),
    ("rendering definition", re.compile(r"\bno rendering definition\b"), 5),
    # what they say to a reader; what may happen some day is told in another tense
    ("konnte", re.compile(
        r"\bkonnten? (?:\w+ ){0,3}nicht (?:\w+ ){0,2}(?:geladen|angezeigt|dargestellt|abgerufen|geholt|zugegriffen|eingebunden) werden\b"
    ), 0),
    ("could not be", re.compile(r"\bcould not be (?:loaded|displayed|retrieved|rendered|accessed|included)\b"), 0),
    ("to load", re.compile(r"\b(?:failed|unable) to load\b"), 7),
)  # fmt: skip
"""A word, how a program reports an error with it, and so many characters before the word at most."""
BEHIND = 120
MOST_PLACES = 100
_MARKS = ("{{", "{%", "###", "<%", "${", "[[", "{load", "{module", "{snippet", "{include", "{block")
_UNFILLED = re.compile(
    r"\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}|###[A-Z][A-Z0-9_.-]{2,60}###|<%[^%\n]{1,80}%>|\$\{[\w.]{2,60}\}|\[\[[$+*!~][\w.-]{2,60}\]\]"
    r"|\{(?:load(?:position|module|moduleid)|module|snippet|include|block)[ :=][^{}\n]{1,60}\}",
    re.IGNORECASE,
)
"""What a program leaves where it did not fill in what belongs there."""
_INSTRUCTS = (b"<!--#", b"<!-- #", b"<esi:", b"<ssi:", b"<jsp:", b"<?php", b"<?=", b"<%")
_INSTRUCTED = re.compile(
    rb"<!-- ?# ?(?:include|exec|echo)\b|<(?:esi|ssi|jsp):include\b|<\?(?:php\b|=)|<%(?:[@=]|\s{0,9}(?:include|response|html)\b)",
    re.IGNORECASE,
)
"""What a server is told to put in, and did not."""
_FEET = 'footer,[role="contentinfo"],#footer'
_HELD = "a,img,svg,input,button,select,iframe,object,embed"
"""What a foot may hold beside words."""
_TO_COME = re.compile(
    r"<!--|<template\b|<\w{1,40}[-:]\w|skeleton|spinner|load(?:er|ing)|placeholder|shimmer|lazy",
    re.IGNORECASE,
)
"""What stands in a foot in the place of what is to come."""
MOST_FEET = 8
MOST_FOOT = 400
"""A foot with more characters says something."""


def failed(page: Page) -> bool:
    """Whether a page shows an error in the place of a part of it."""
    return tells_fault(page.survey.text)


def broken(page: Page) -> bool:
    """The same, or that a part of it was not filled in."""
    text = page.survey.text
    if any([mark in text for mark in _MARKS]) and _UNFILLED.search(text):  # noqa: C419 - faster than a generator
        return True
    if failed(page):
        return True
    source = page.tree.source
    return (
        isinstance(source, bytes)
        and any([sign in source for sign in _INSTRUCTS])  # noqa: C419 - as above
        and _INSTRUCTED.search(source) is not None
    )


def tells_fault(text: str) -> bool:
    """Whether a text has such an error."""
    low = text.lower()
    for word, pattern, before in _LOOKS:
        place = low.find(word)
        for _ in range(MOST_PLACES):
            if place < 0:
                break
            if pattern.search(low, max(0, place - before), place + BEHIND):
                return True
            place = low.find(word, place + len(word))
    return False


def bare_foot(tree: Tree | PlainTree) -> bool:
    """Whether a page has a foot, and nothing stands in it but that something is to come."""
    if isinstance(tree, PlainTree) or not any(
        map(tree.has, (b"<footer", b"contentinfo", b"footer"))
    ):
        return False
    feet = tree.parser.css(_FEET)[:MOST_FEET]
    return any(map(_begun, feet)) and not any(map(_says, feet))


def _begun(foot: LexborNode) -> bool:
    """Whether a foot says that something is to come, or marks the place: an empty list was meant so."""
    return bool((foot.text() or "").strip()) or _TO_COME.search(foot.html or "") is not None


def _says(foot: LexborNode) -> bool:
    text = " ".join((foot.text() or "").split())
    if len(text) > MOST_FOOT or foot.css_first(_HELD) is not None:
        return True
    return bool(text) and not WAITS.search(text)
