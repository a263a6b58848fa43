"""What hostile markup may cost: depth, attributes and number of tags are bounded before parsing.

Parsers that follow the HTML standard are quadratic in nesting and in the attributes of one tag, and
unclosed formatting is repeated in every block after it. Ordinary pages pass unchanged, at the cost
of two counts.
"""

from __future__ import annotations

import re

SMALL = 65_536
FEW = 1000
"""A small page of few tags cannot cost much, whatever stands in it."""
TINY = 3 * FEW
"""The shortest tag has three bytes: nothing of this size has more than a few."""
LARGE = 500_000
"""A larger page is read tag by tag, whether it looks harmless or not."""
TRUSTED = 25_000
"""Of so many tags at most, end tags are believed to end something: if none does, the rest costs little."""
SOME = 3000
"""So few tags cannot repeat formatting often enough to fill the memory."""
ARK = 3
"""Equal formatting that is kept open at a time, by the HTML standard."""
MOST_EQUALS = 500
MOST_TAGS = 200_000
MOST_DEPTH = 512
"""As in browsers: deeper tags are dropped, their text stays."""
MOST_FORMATS = 24
MOST_NODES = 600_000
"""Bound of depth times tags, which is what a parser may spend."""
MOST_ATTRIBUTES = 100
STRETCH = 4096
"""The attributes of so many bytes cost no more than the rest of a page."""
MOST_GAPS = 150
_GAPS = (b" ", b"\n", b"/", b"\t", b"\r", b"\f")
"""What may stand between two attributes; a stretch with few has few of them."""
WINDOW = 16_384
"""No honest tag is longer without a `>` in it, unless one attribute is (an embedded picture)."""

_NAME = rb"[^ \t\n\r\f/>=]++"
_VALUE = rb"[ \t\n\r\f]*+=[ \t\n\r\f]*+(?:\"[^\"]*+\"|'[^']*+'|[^ \t\n\r\f>\"'][^ \t\n\r\f>]*+)?+"
_ATTRIBUTE = re.compile(rb"=?" + _NAME + rb"(?:" + _VALUE + rb")?+")
_TAG = re.compile(
    rb"<(/?)([a-zA-Z][^ \t\n\r\f/>]*+)((?:[ \t\n\r\f/]++|=?"
    + _NAME
    + rb"(?:"
    + _VALUE
    + rb")?+|=)*+)>"
)
_OPENS = re.compile(rb"</?[a-zA-Z]")
_COMMENT_END = re.compile(rb"--!?>")
_FORMATS = frozenset(b"b big code em font i nobr s small strike strong tt u".split())
_FORMATTED = re.compile(
    rb"<[bcefinstuBCEFINSTU](?:[iI][gG]|[oO][dD][eE]|[mM]|[oO][nN][tT]|[oO][bB][rR]|[mM][aA][lL][lL]"
    rb"|[tT][rR](?:[iI][kK][eE]|[oO][nN][gG])|[tT])?[ \t\n\r\f/]"
)
"""Formatting with attributes, which may differ from one tag to the next; others are at most overcounted."""
_LIKELY = re.compile(rb"<[bcefinstuBCEFINSTU][igodemntbralkIGODEMNTBRALK]{0,5}+[ \t\n\r\f/]")
"""The same and whatever is made of the same letters: told without trying each name, in half the time."""
_FREE = frozenset(
    b"a p li td th tr tbody thead tfoot dt dd option optgroup rt rp html head body colgroup area base br"
    b" col embed frame hr img input keygen link meta param source track wbr".split()
)
"""Tags that close themselves or each other: they do not nest, but for links in drawings."""
_DRAWINGS = frozenset((b"svg", b"math"))
_VOIDS = (b"<br", b"<img", b"<input", b"<meta", b"<link", b"<hr", b"<!", b"<BR", b"<IMG")


def guard(source: bytes) -> tuple[bytes, bool]:
    """Return the source as it may be parsed, and whether something was cut from it."""
    size = len(source)
    if size < TINY:
        return source, False
    long_tag = size > WINDOW and _stretches(source)
    opened = [source.count(b"<", start, start + WINDOW) for start in range(0, size, WINDOW)]
    tags = sum(opened)
    if size < SMALL and not long_tag and tags < FEW:
        return source, False
    drift, longer = _measure(source, opened, MOST_NODES // max(1, min(tags, MOST_TAGS)))
    long_tag = long_tag or longer
    cut = tags > MOST_TAGS
    if cut:
        source = source[: _place(source, MOST_TAGS)]
        tags = MOST_TAGS
    deep = drift * tags > MOST_NODES and _drift(source) * tags > MOST_NODES
    if deep or long_tag or size > LARGE or tags > TRUSTED or _repeats(source, tags):
        return _bounded(source, tags), cut
    return source, cut


def _measure(source: bytes, opened: list[int], harmless: int) -> tuple[int, bool]:
    """A bound of the depth, and whether a tag may be very long.

    opened: the tags of each window; harmless: a depth that need not be told from others below it.
    """
    depth = most = 0
    long_tag = False
    count, find = source.count, source.find
    rest = sum(opened)
    for number, tags in enumerate(opened):
        start = number * WINDOW
        stop = start + WINDOW
        if depth + rest > harmless:
            depth += tags - 2 * count(b"</", start, stop)
            most = max(most, depth)
            depth = max(depth, 0)
            rest -= tags
        if not tags and stop <= len(source):
            # Text, a script, or the inside of a tag.
            long_tag = (
                long_tag or find(b">", start, stop) < 0 or count(b"=", start, stop) > MOST_EQUALS
            )
    return most, long_tag


def _stretches(source: bytes) -> bool:
    """Whether a tag reaches over a stretch without any `<` or `>` and has very many attributes."""
    find = source.find
    read = 0
    for start in range(0, len(source) - STRETCH, STRETCH):
        stop = start + STRETCH
        if start < read or find(b"<", start, stop) >= 0 or find(b">", start, stop) >= 0:
            continue
        if sum(source.count(gap, start, stop) for gap in _GAPS) < MOST_GAPS:
            continue  # an embedded picture, a script without blanks
        opened = source.rfind(b"<", 0, start)
        closed = source.rfind(b">", opened, start)
        # Behind a `>` it is text, unless that stands in a quoted value.
        if opened < 0 or (closed >= 0 and source[closed + 1 : closed + 2] not in {b'"', b"'"}):
            continue
        if _OPENS.match(source, opened):
            tag = _TAG.match(source, opened)
            if tag is None or _is_rich(tag[3]):
                return True
            read = tag.end()
    return False


def _is_rich(written: bytes) -> bool:
    return any(number >= MOST_ATTRIBUTES for number, _ in enumerate(_ATTRIBUTE.finditer(written)))


def _place(source: bytes, number: int) -> int:
    """Where the tag of that number begins."""
    place = 0
    while True:
        block = source.count(b"<", place, place + WINDOW)
        if number < block:
            break
        number -= block
        place += WINDOW
    for _ in range(number + 1):
        place = source.find(b"<", place) + 1
    return place - 1


def _drift(source: bytes) -> int:
    """A closer bound of the depth: tags that cannot contain anything do not count."""
    depth = most = 0
    count = source.count
    for start in range(0, len(source), WINDOW):
        stop = start + WINDOW
        depth += count(b"<", start, stop) - 2 * count(b"</", start, stop)
        for void in _VOIDS:
            depth -= count(void, start, stop)
        most = max(most, depth)
        depth = max(depth, 0)
    return most


def _repeats(source: bytes, tags: int) -> bool:
    """Whether formatting that differs, if none of it ends, might be repeated too often."""
    if tags < SOME:
        return False
    different: set[bytes | int] = set()
    for found in _LIKELY.finditer(source):
        start = found.start()
        if _FORMATTED.match(source, start):
            tag = _TAG.match(source, start)
            different.add(start if tag is None else tag[0])
    return ARK * len(different) * tags > MOST_NODES


class _Open:
    """What is open at a tag: how deep, and how much formatting. An end tag counts where its element is."""

    __slots__ = ("_drawn", "_elements", "_most_formats", "depth", "formats")

    def __init__(self, tags: int) -> None:
        self._elements: dict[bytes, int] = {}
        self._drawn = False
        self._most_formats = max(3, min(MOST_FORMATS, MOST_NODES // max(tags, 1)))
        self.depth = self.formats = 0

    def drops(self, tag: re.Match[bytes]) -> bool:
        """Take note of a tag; whether it is too deep, or one format too many."""
        drop = False
        if b"<" in tag[3]:
            self.depth += tag[3].count(b"<")
            drop = self.depth > MOST_DEPTH
        name = tag[2].lower()
        if name in _FREE and not (self._drawn and name == b"a" and not _is_whole(tag[3])):
            return drop
        # Where a drawing ends only a parser can tell; behind it links that end count for nothing.
        self._drawn = self._drawn or name in _DRAWINGS
        opened = self._elements.get(name, 0)
        if not tag[1]:
            self._elements[name] = opened + 1
            self.depth += 1
            self.formats += name in _FORMATS
            many = name in _FORMATS and self.formats > self._most_formats
            return drop or self.depth > MOST_DEPTH or many
        if opened:
            self._elements[name] = opened - 1
            drop = drop or self.depth > MOST_DEPTH
            self.depth = max(0, self.depth - 1)
            self.formats -= name in _FORMATS
        return drop


def _is_whole(written: bytes) -> bool:
    """Whether a tag is its element's end, too: with a slash that belongs to no attribute."""
    if not written.endswith(b"/"):
        return False
    ends = [attribute.end() for attribute in _ATTRIBUTE.finditer(written)]
    return not ends or ends[-1] < len(written)


def _bounded(source: bytes, tags: int) -> bytes:
    """Drop the tags that are too deep and the attributes that are too many.

    Comments, and tags with tags in their attributes, go first: inside scripts they might be read
    otherwise than here, and hide what stands in them.
    """
    stands = _Open(tags)
    kept: list[bytes] = []
    done = place = 0
    comments = True
    match = _TAG.match
    while (place := source.find(b"<", place)) >= 0:
        start = place
        tag = match(source, place)
        if tag is None:
            end = None
            if comments and source.startswith(b"<!--", place):
                end = _COMMENT_END.search(source, place + 2)
                comments = end is not None
            if end is None:
                if _OPENS.match(source, place):
                    # A tag without an end is the end of the page.
                    source = source[:place]
                place += 1
                continue
            place = end.end()
            kept.append(source[done:start])
            done = place
            continue
        place = tag.end()
        if stands.drops(tag):
            kept.append(source[done:start])
            done = place
        elif len(tag[3]) > 2 * MOST_ATTRIBUTES and len(tag[3].split()) > MOST_ATTRIBUTES:
            kept += (source[done:start], b"<", tag[1], tag[2], *_few_attributes(tag[3]), b">")
            done = place
    kept.append(source[done:])
    return b"".join(kept)


def _few_attributes(written: bytes) -> list[bytes]:
    few = []
    for attribute in _ATTRIBUTE.finditer(written):
        few.append(b" " + attribute[0])
        if len(few) == MOST_ATTRIBUTES:
            break
    return few
