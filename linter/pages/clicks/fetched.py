"""fetched: whether a page's own script asks for a document of the site and puts it where the page stands empty.

Only what the script says counts, not what the element is called. Of what fills an element of the
text itself (news, a calendar) nothing is expected that belongs to the frame of a page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import SelectolaxError

from linter.pages.clicks import ways
from linter.pages.links import join
from linter.pages.markup.plain import PlainTree
from linter.pages.survey import region_around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from linter.pages.markup.dom import Tree
    from linter.pages.page import Page

_LETTERS = (b"fetch", b"xmlhttprequest", b".load", b".get", b".ajax", b"axios", b"import")
"""Lower-case letters of which every script has some that asks for something."""
_LOAD = r"(?:\)|\$\w*)\.load\s*\(\s*(?!function\b)[\w\"'`$]"
"""jQuery's: what is loaded stands first; with a function it waits for the page."""
_ASKS = re.compile(
    rf"\bfetch\s*\(|\bXMLHttpRequest\b|{_LOAD}|(?:\$|jQuery)\.(?:get|post|ajax)\s*\(|\baxios\b"
)
_PUTS = re.compile(
    r"\.(?:innerHTML|outerHTML)\s*\+?=(?!=)|\b(?:insertAdjacentHTML|replaceWith|replaceChildren|createContextualFragment)\b"
    # what has a name first is a field of a form that is sent
    rf"|\.(?:html|append|prepend)\s*\((?!\s*(?:\)|[\"'`][\w-]*[\"'`]\s*,))|\bdocument\.write|{_LOAD}"
)
_IMPORTS = re.compile(
    r"""\bimport\s{0,9}(?:\(\s{0,9}|(?:(?!\bimport\b)[^"'`;()]){1,500}?\bfrom\s{0,9}|)["'`]([^"'`\s]{1,500})["'`]"""
)
_ADDRESS = re.compile(
    r"""(?:\bfetch\s{0,9}\(|\.(?:load|get|post|ajax)\s{0,9}\(|\.open\s{0,9}\(\s{0,9}["'`]\w{1,9}["'`]\s{0,9},|\burl\s{0,9}:)"""
    r"""\s{0,9}["'`]([^"'`\s]{1,500})"""
)
_DATA = re.compile(r"\.json\s*\(|\bJSON\.parse\b|\bgetJSON\b")
_TEXT = re.compile(rf"\.text\s*\(\s*\)|{_LOAD}")
_LINKS = re.compile(r"<a\s|\bhref\b|createElement\(\s*[\"'`]a[\"'`]", re.IGNORECASE)
"""What makes links of data."""
_NO_PAGE = re.compile(
    r"\.(?:json|geojson|xml|rss|csv|css|svg|png|jpe?g|webp)(?:[?#]|\Z)", re.IGNORECASE
)
_ANYWHERE = re.compile(
    r"\bdocument\.(?:body\.(?:append|prepend|insert|innerHTML)|write|currentScript)"
    r"|[\"'`]body[\"'`]\s*\)\.(?:append|prepend|html)"
)
_TARGETS = re.compile(
    r"""(?:(getElementById)|(getElementsByClassName)|querySelector(?:All)?|\.mount|\$|\bjQuery)\s{0,9}\(\s{0,9}["'`]([^"'`]{1,200})["'`]\s{0,9}\)"""
)
_NAME = re.compile(r"[\w:.-]+")
MOST_TARGETS = 20
LIBRARY = 5_000
"""A script of more characters that names no address of a document is no script of this page alone."""
MOST_SCRIPTS = 60
IN_TEXT = frozenset(("main", "aside"))
"""Parts of a page in which nothing stands that its frame would have."""


def fetches(page: Page) -> bool:
    """Whether a script of the page brings in a document of the site that was not read."""
    tree = page.tree
    if isinstance(tree, PlainTree) or not any(map(tree.has, _LETTERS)):
        return False
    scripts = [
        text
        for kind, text in tree.scripts()
        if not kind or "javascript" in kind or kind == "module"
    ]
    return any(_brings(text, page, tree) for text in scripts[:MOST_SCRIPTS])


def _brings(text: str, page: Page, tree: Tree) -> bool:
    """Whether one script does."""
    imported = [address for address in _IMPORTS.findall(text) if _is_own(address, page)]
    asks = _ASKS.search(text) and _PUTS.search(text) and _for_a_page(text, page)
    if not imported and not asks:
        return False
    names = list(_targets(text))
    if asks and (not names or _ANYWHERE.search(text)):
        return True  # where it is put does not show
    return any(map(_stands_empty, _nodes(tree, names)))


def _for_a_page(text: str, page: Page) -> bool:
    """Whether what a script asks for may be a document of the site, or data of which it makes links."""
    if _DATA.search(text) and not (_TEXT.search(text) or _LINKS.search(text)):
        return False
    asked = _ADDRESS.findall(text)
    links = _LINKS.search(text)
    if not asked:
        return len(text) <= LIBRARY
    return any(_is_own(url, page) and (links or not _NO_PAGE.search(url)) for url in asked)


def _is_own(address: str, page: Page) -> bool:
    url = join(page.survey.around.base, address)
    return not ways.is_web(url) or ways.site(url) == ways.site(page.url)


def _targets(text: str) -> Iterator[str]:
    """The elements that a script names, as selectors."""
    for number, (by_id, by_class, name) in enumerate(_TARGETS.findall(text)):
        if number == MOST_TARGETS:
            break
        if not (by_id or by_class):
            yield name
        elif _NAME.fullmatch(name):
            yield f'[{"id" if by_id else "class"}="{name}"]'


def _nodes(tree: Tree, names: list[str]) -> Iterator[LexborNode]:
    for name in dict.fromkeys(names):
        try:
            yield from tree.parser.css(name)[:MOST_TARGETS]
        except SelectolaxError:
            continue


def _stands_empty(node: LexborNode) -> bool:
    """Whether an element has nothing in it, and stands where a page has its frame."""
    if node.tag in {"html", "head", "body", "script", "canvas"} or node.css_first(
        "a,img,iframe,input"
    ):
        return False
    return not (node.text() or "").strip() and region_around(node) not in IN_TEXT
