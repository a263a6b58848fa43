"""standing: which page of its site this is that is no Impressum and no notice.

By the name that title, headings and the site's own menu give it; where nobody knows the address,
a page is taken for the home page unless something says that it is another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.clean import clean
from linter.pages.labels import title_parts
from linter.pages.links import NOWHERE, is_current
from linter.pages.looking import HOMES, is_home
from linter.pages.plain import PlainTree
from linter.pages.survey import stands_in_text

if TYPE_CHECKING:
    from linter.pages.labels import Labels
    from linter.pages.page import Kind
    from linter.pages.survey import Survey

STARTS = frozenset(
    ("start", "startseite", "home", "homepage", "willkommen", "herzlich willkommen", "welcome", "index")
)  # fmt: skip
"""What a home page is called."""
NEWS = frozenset(("aktuelles", "neuigkeiten", "neues", "news", "termine", "blog"))
"""What may be the first heading of a home page, too."""
FRONT = frozenset(
    ("home", "front", "front-page", "frontpage", "is-front", "path-frontpage", "homepage", "startseite")
)  # fmt: skip
"""How content management systems mark the body of the home page, and that of another."""
INNER = (
    "page-id-",
    "postid-",
    "single",
    "archive",
    "error404",
    "not-front",
    "subpage",
    "unterseite",
)
BREADCRUMB = '[class*="breadcrumb" i],[id*="breadcrumb" i],[aria-label*="breadcrumb" i]'
BACK = ("Zurück", "zurück", "Back", "back")
_BACK = re.compile(
    r"[\W_]*(?:zurück(?: zur (?:startseite|homepage))?|back(?: to (?:the )?(?:home ?page|home|start))?)[\W_]*",
    re.IGNORECASE,
)
_NO_PAGE = ("#", *NOWHERE)


def standing(found: Survey, labels: Labels, url: str) -> Kind:
    """Contact page, home page, or neither."""
    firsts = found.two_headings(1)
    if any(labels.names_contact(head) for head in (found.title, *firsts)):
        return "contact"
    is_at_home = is_home(found, url)
    if not (url and is_at_home) and _is_contact(found, labels, url, firsts):
        return "contact"
    return "home" if is_at_home and not _is_another(found, labels, url, firsts) else "other"


def _is_contact(found: Survey, labels: Labels, url: str, firsts: list[str]) -> bool:
    """Whether anything but title and first headings says that this is the contact page."""
    seconds = found.two_headings(2)
    if (
        len(seconds) == 1
        and labels.names_contact(seconds[0])
        and any(stands_in_text(node) for text, node in found.each_heading(2) if text.strip())
    ):
        return True
    if not (url or found.title or firsts or seconds) and found.pictures_contact():
        return True
    return _is_current_contact(found, labels, url) and not any(
        labels.names_document(head) for head in (found.title, *firsts[:1])
    )


def _is_current_contact(found: Survey, labels: Labels, url: str) -> bool:
    """Whether the menu marks its entry for the contact page as the one that is shown.

    Of a page of a crawl only the link itself is asked, not what stands around it.
    """
    if isinstance(found.tree, PlainTree):
        return False
    wanted = {
        number: link
        for number, link in found.labelled.items()
        if link.channel == "text"
        and not link.href.startswith(_NO_PAGE)
        and labels.names_contact(link.raw)
    }
    if not wanted:
        return False
    if any(link.is_current for link in wanted.values()):
        return True
    if url:
        return False
    linked = [node for node in found.tree.anchors() if "href" in node.attributes]
    parents = [linked[number].parent for number in wanted]
    return any(node and node.tag == "li" and is_current(node.attributes) for node in parents)


def _is_another(found: Survey, labels: Labels, url: str, firsts: list[str]) -> bool:
    """Whether a page whose address nobody knows says itself that it is not the home page."""
    tree = found.tree
    if url or isinstance(tree, PlainTree) or tree.canonical:
        return False
    if b"<script" in tree.source and not (found.title or found.others or found.text.strip()):
        return True  # a home page that is drawn by scripts has a title at least
    if any(_is_document(labels, head) for head in (found.title, *firsts[:1])):
        return True
    body = tree.parser.body
    said = (body.attributes.get("class") or "").lower().split() if body else []
    if not FRONT.isdisjoint(said):
        return False
    if any(name.startswith(INNER) for name in said) or _is_entry(found, firsts):
        return True
    return _leads_back(found) or (
        b"readcrumb" in tree.source and tree.parser.css_first(BREADCRUMB) is not None
    )


def _is_document(labels: Labels, head: str) -> bool:
    rejected = any(strength == "rejected" for _, strength in labels.known(clean(head)))
    return rejected or labels.names_document(head)


def _is_entry(found: Survey, firsts: list[str]) -> bool:
    """Whether the page is one that its own menu names."""
    names = {name for name in title_parts(found.title) if name.casefold() not in STARTS}
    first = firsts[0].strip() if len(firsts) == 1 else ""
    if first and first.casefold() not in NEWS | STARTS and not _is_linked(found):
        names.add(first)
    return any(text in names and _leads_away(href) for text, href in found.entries())


def _leads_back(found: Survey) -> bool:
    """Whether the page has a way back to the home page that says so."""
    if not any([word in found.text for word in BACK]):  # noqa: C419 - faster than a generator
        return False
    return any(
        _BACK.fullmatch(text) is not None and not href.startswith("#") and not _leads_away(href)
        for text, href in found.entries()
    )


def _is_linked(found: Survey) -> bool:
    """Whether the first heading is a link itself: that of the first of several articles."""
    return any(node and node.css_first("a") for text, node in found.each_heading(1) if text.strip())


def _leads_away(href: str) -> bool:
    """Whether an address is that of another page of the site, not of the home page or a part."""
    if not href or href.startswith(_NO_PAGE) or "//" in href:
        return False
    path = href.partition("#")[0].partition("?")[0].lstrip("./").rstrip("/").lower()
    return path not in HOMES
