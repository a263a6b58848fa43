"""words: what a profile says, as plain text: HTML to text, addresses in text, bounded and clean."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from linter.pages.markup.adjoined import ENDINGS, HOST, end_of
from linter.pages.markup.guard import guard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

MOST_TEXT = 10_000
MOST_HTML = 200_000
MOST_FOUND = 50
MOST_LABEL = 300
BREAKING = frozenset(
    "p br div li ul ol h1 h2 h3 h4 h5 h6 blockquote pre tr dt dd hr section article".split()
)
UNREAD = frozenset("script style template noscript svg iframe object".split())

_FREE = r"(?:(?<![\w@.:/-])|(?<=[^\W\d_]:))"
"""Before an address: no letter or sign of another, but the colon of its name."""
_ADDRESS = re.compile(
    rf"{_FREE}(?:https?://|www\.)[^\s<>\"„“”«»‘’`{{}}|\\^]{{2,2000}}", re.IGNORECASE
)
_BARE = re.compile(
    rf"{_FREE}({HOST}(?:{ENDINGS})"
    r"(?![\w@.-]*[\w@])(?:/[^\s<>\"„“”«»‘’`{}|\\^]{0,2000})?)",
    re.IGNORECASE,
)
"""A host without a scheme, where its end is one that German bodies use: "stadt.de/impressum"."""
_MARKED = re.compile(r"\[([^\[\]\n]{1,300})\]\((https?://[^\s()<>]{2,2000})\)", re.IGNORECASE)
"""A link as Markdown writes it."""
_SCHEME = re.compile(r"https?://(?:www\.)?|www\.", re.IGNORECASE)
_BOUNDARY = re.compile(r"[.!?;|•·,(]\s*|\s[–—-]\s")
_ENDS = re.compile(r"^\W+|\W+$")
MOST_NAMED = 6
MOST_UNNAMED = 3
"""Words that a label has, with a colon or an arrow behind it and without."""
_TRAILING = ".,;:!?…'*_~"
_PAIRS = {")": "(", "]": "["}
_LINES = re.compile(r"\n{3,}")


def tidy(said: str, *, most: int = MOST_TEXT, lines: bool = False) -> str:
    """Without control, format and half characters; white space collapsed; cut at `most`.

    lines: line breaks stay (at most one empty line together), otherwise the text is one line.
    """
    said = said[: most * 4]
    if not said.isascii() or not said.isprintable():
        said = "".join([kept for char in said if (kept := _kept(char))])
    if lines:
        rows = [" ".join(row.split()) for row in said.split("\n")]
        said = _LINES.sub("\n\n", "\n".join(rows)).strip()
    else:
        said = " ".join(said.split())
    return said[:most].rstrip() if len(said) > most else said


def _kept(char: str) -> str:
    """A character as it may stand in a text; "" for one that may not, but for joiners in emoji."""
    if char in "\n\t\u200d":
        return char
    if char in "\r\v\f\x85\u2028\u2029":
        return "\n" if char in "\r\u2028\u2029" else " "
    return "" if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Cn"} else char


def plain(html: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """HTML as text with its line breaks, and its links as (label, address as written).

    Mentions of other accounts and hashtags are no links of the profile's own. A link that shows
    its bare address gets its label from the words before it.
    """
    data, _ = guard(html[:MOST_HTML].encode("utf-8", "replace"))
    root = LexborHTMLParser(data).body
    if root is None:
        return "", ()
    pieces: list[str] = []
    links: list[tuple[str, str]] = []
    since = 0
    for node in _shown(root):
        if node.tag == "-text":
            pieces.append(" ".join(_spaced(node.text_content or "")))
        elif node.tag in BREAKING:
            pieces.append("\n\n" if node.tag == "p" else "\n")
        elif node.tag == "a":
            said = node.attributes
            href = (said.get("href") or "").strip()
            if not href or len(links) >= MOST_FOUND or _points_at(said.get("class") or ""):
                continue
            label = tidy(node.text(), most=MOST_LABEL)
            if bare(label, href):
                label = before("".join(pieces[since:]))
            links.append((label, href))
            since = len(pieces) + sum(
                inner.tag == "-text" for inner in node.traverse(include_text=True)
            )
    return tidy("".join(pieces), lines=True), tuple(links)


def _points_at(classes: str) -> bool:
    """Whether a link is a mention or a hashtag."""
    return not {"mention", "hashtag"}.isdisjoint(classes.split())


def bare(label: str, url: str) -> bool:
    """Whether a link shows nothing but its address, whole or shortened."""
    said, goal = (_SCHEME.sub("", side.strip()).rstrip("/").casefold() for side in (label, url))
    return goal.startswith(said.rstrip("…").rstrip("."))


def before(said: str) -> str:
    """The words that name an address which follows them: "Impressum: "; "" where none do."""
    piece = _BOUNDARY.split(said[-200:].rpartition("\n")[2].rstrip(" :"))[-1]
    named = said.rstrip().endswith(":")
    words = _ENDS.sub("", piece)
    named = named or not piece.rstrip().endswith(words)
    few = MOST_NAMED if named else MOST_UNNAMED
    return words if len(words.split()) <= few else ""


def _spaced(said: str) -> Iterator[str]:
    """The words of a text between tags; its white space at the ends stays as one blank."""
    if not said:
        return
    if said[0].isspace():
        yield ""
    yield from said.split()
    if said[-1].isspace():
        yield ""


def _shown(root: LexborNode) -> Iterator[LexborNode]:
    """The nodes of a tree in its order, without scripts and the like, without recursion."""
    node: LexborNode | None = root.first_child
    stack: list[LexborNode] = []
    while node is not None or stack:
        if node is None:
            node = stack.pop().next
            continue
        if node.tag in UNREAD:
            node = node.next
            continue
        yield node
        if node.first_child is not None:
            stack.append(node)
            node = node.first_child
        else:
            node = node.next


def links_in(said: str) -> tuple[str, ...]:
    """The addresses in a plain text, each once, in order; `https://` before those without scheme."""
    return tuple(dict.fromkeys(url for _, url in labelled_in(said)))


def wordy(said: str) -> bool:
    """Whether a text says more than where to go: words beside its addresses."""
    alone = said.strip()
    if "." in alone and "@" not in alone and not any(map(str.isspace, alone)):
        return False  # an address, whatever it ends with
    return any(char.isalnum() for char in _BARE.sub(" ", _ADDRESS.sub(" ", alone)))


def labelled_in(said: str) -> tuple[tuple[str, str], ...]:
    """The addresses in a plain text as (label, address): "Impressum: https://…", `[Impressum](…)`.

    The label is what names the address, "" where it stands alone.
    """
    said = said[: MOST_TEXT * 2]
    found: dict[tuple[str, str], None] = {}
    since = 0
    for match, end in _addresses(said):
        marked = match.re is _MARKED
        url = match.group(2) if marked else _trimmed(said[match.start() : end])
        if "." not in url or len(found) >= MOST_FOUND:
            continue
        label = match.group(1) if marked else before(said[since : match.start()])
        since = end if marked else match.start() + len(url)
        label = "" if marked and bare(label, url) else tidy(label, most=MOST_LABEL)
        schemed = url[:8].lower().startswith(("http://", "https://"))
        found.setdefault((label, url if schemed else f"https://{url}"))
    return tuple(found)


def _addresses(said: str) -> Iterator[tuple[re.Match[str], int]]:
    """The addresses in a text in their order, each with where it ends; the longer of two at one place."""
    nearest = [pattern.search(said) for pattern in (_MARKED, _ADDRESS, _BARE)]
    while there := [match for match in nearest if match is not None]:
        match = min(there, key=lambda match: (match.start(), -match.end()))
        end = match.end() if match.re is _MARKED else end_of(said, *match.span())
        yield match, end
        nearest = [
            one if one is None or one.start() >= end else one.re.search(said, end)
            for one in nearest
        ]


def _trimmed(url: str) -> str:
    """Without the punctuation of the sentence around it."""
    while url:
        last = url[-1]
        if last in _TRAILING or (last in _PAIRS and url.count(last) > url.count(_PAIRS[last])):
            url = url[:-1]
        else:
            return url
    return url
