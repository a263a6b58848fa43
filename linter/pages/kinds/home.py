"""home: which addresses are those of the home page of a site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.markup.plain import PlainTree

if TYPE_CHECKING:
    from linter.pages.survey import Survey

HOMES = frozenset(
    ("", "index", "start", "home", "startseite", "default", "willkommen", "welcome",
     "de", "de/index", "de/start", "de/startseite", "de/home", "en", "en/index", "en/home")
)  # fmt: skip
"""What the path of a home page is, but for how its file ends."""
_FILE = re.compile(r"\.(?:html?|php\d?|aspx?|shtml|jsp)$")
_ARTICLE = re.compile(r"(?:^|&)(?:p|page_id|cat|nid|article_id)=\d|(?:^|&)(?:s|q|search|suche)=.")
"""What an address asks for that is no home page: one article, or what was searched."""
_WELCOME = re.compile(r"(?:herzlich )?willkommen\b|(?:home|startseite)$", re.IGNORECASE)
NO_HOMES = frozenset(("navigation", "menu", "menü", "sitemap", "suche", "search", "news"))


def is_home(found: Survey, url: str) -> bool:
    """By its address; a page whose address nobody knows is taken for one; of a text, its title must say so."""
    tree = found.tree
    url = url or tree.canonical
    if isinstance(tree, PlainTree):
        return leads_home(url) if url else _WELCOME.match(found.title) is not None
    return leads_home(url) if url else found.title.casefold() not in NO_HOMES


def leads_home(url: str) -> bool:
    """Whether an address is that of the home page of its site."""
    path, _, asked = url.split("//", 1)[-1].partition("/")[2].partition("#")[0].partition("?")
    return is_front(path) and not (asked and _ARTICLE.search(asked))


def is_front(path: str) -> bool:
    """Whether the path of an address is that of the home page."""
    return _FILE.sub("", path.strip("/").lower()) in HOMES
