"""standing: which page of its site this is that is no Impressum and no notice.

By the name that title, headings and the site's own menu give it; where nobody knows the address,
a page is taken for the home page unless something says that it is another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.kinds import evidence, inner
from linter.pages.kinds.card import is_card
from linter.pages.kinds.home import is_front, is_home
from linter.pages.labels import title_parts
from linter.pages.links import NOWHERE, is_current
from linter.pages.markup.clean import clean
from linter.pages.markup.dom import Tree
from linter.pages.markup.plain import PlainTree
from linter.pages.survey import inside_link, stands_in_text

if TYPE_CHECKING:
    from linter.pages.labels import Labels
    from linter.pages.page import Kind
    from linter.pages.survey import Survey

SHORT = 1200
MOST_NAME = 60
MOST_READ = 80
FEW_LINES = 12
"""What tells how to get in touch stands so near below."""
STARTS = frozenset(
    ("start", "startseite", "home", "homepage", "willkommen", "herzlich willkommen", "welcome", "index")
)  # fmt: skip
"""What a home page is called."""
NEWS = frozenset(("aktuelles", "neuigkeiten", "neues", "news", "termine", "blog"))
"""What may be the first heading of a home page, too."""
INSIDE = frozenset(
    ("vorstand", "team", "unser team", "über uns", "wir über uns", "über mich", "about", "about us", "ansprechpartner", "termine",
     "kalender", "veranstaltungen", "leistungen", "unsere leistungen", "angebot", "angebote", "galerie", "bildergalerie", "bilder", "fotos",
     "downloads", "geschichte", "chronik", "mitglieder", "mitgliedschaft", "mitglied werden", "sponsoren", "preise", "preisliste",
     "speisekarte", "öffnungszeiten", "anfahrt", "gästebuch", "faq", "jobs", "karriere", "referenzen", "projekte", "produkte", "warenkorb",
     "suche", "suchergebnisse", "presse", "archiv", "disclaimer", "spenden", "lebenslauf", "fehler", "error", "seite nicht gefunden",
     "page not found", "fehler 404", "404", "redirecting", "redirecting…", "weiterleitung", "vielen dank", "vielen dank für ihre nachricht", "anmeldung", "login")
)  # fmt: skip
"""What pages of a site are called that are not its first."""
_INSIDE = re.compile(
    r"(?:vorstand|vorstandschaft|ansprechpartner|über uns|wir über uns|über mich|termine|chronik|mitgliedschaft|anfahrt|öffnungszeiten)"
    r"(?: (?:und|&) |, )"
)
"""How such a name begins that says more, where no site is called so: "Vorstand und Beirat"."""
INNER = (
    "page-id-",
    "postid-",
    "single",
    "singular",
    "article",
    "blogarticle",
    "archive",
    "error404",
    "not-front",
    "subpage",
    "unterseite",
)
"""How content management systems mark the body of a page that is not the first."""
BREADCRUMB = '[class*="breadcrumb" i],[id*="breadcrumb" i],[aria-label*="breadcrumb" i]'
BACK = ("Zurück", "zurück", "Back", "back")
_BACK = re.compile(
    r"[\W_]*(?:zurück(?: zur (?:startseite|homepage))?|back(?: to (?:the )?(?:home ?page|home|start))?)[\W_]*",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(rb"<link\b[^>]{0,500}?\brel=[\"']?prev\b", re.IGNORECASE)
"""A page in a row of articles; the first page of a site follows none."""
ARTICLES = ("der ", "die ", "das ", "unser ", "unsere ", "the ", "our ")
SHOWN = (
    ",".join(
        f'{tag}[class*="{word}"]{below}'
        for tag, below in (("a", ""), ("li", ">a"))
        for word in ("active", "current")
    )
    + ",a[aria-current]"
)
"""Links that a menu may mark as that of the page that is shown."""
MOST_SHOWN = 3
"""A menu marks the entry that is shown and those above it; more are marked for their looks."""
_REFRESHES = re.compile(rb"<meta\b[^>]{0,200}?http-equiv\s*=\s*[\"']?refresh", re.IGNORECASE)
HEADLINE = ",".join(
    f'[class*="{name}" i]'
    for name in (
        "headline",
        "page-title",
        "pagetitle",
        "entry-title",
        "seitentitel",
        "ueberschrift",
    )
)
"""How an element is marked that is a heading for the eye only."""
_CRUMBS = re.compile(rb'"BreadcrumbList".{0,2000}?"position"\s*:\s*"?2\b', re.DOTALL)
"""A breadcrumb told to search engines; that of a home page has one step at most."""
_WELCOME = re.compile(r"willkommen|welcome|startseite|\bhome", re.IGNORECASE)
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
    if seconds and all(map(labels.names_contact, seconds)):
        # Where nothing else names the page, its headings do, wherever they stand.
        if not (found.title or firsts):
            return True
        if any(stands_in_text(node) for text, node in found.each_heading(2) if text.strip()):
            return True
    if not (url or found.title or firsts or seconds) and found.pictures_contact():
        return True
    if len(found.text) <= SHORT and (_heads_contact(found, labels) or is_card(found, labels)):
        return True
    return _is_current_contact(found, labels, url) and not any(
        labels.names_document(head) for head in (found.title, *firsts[:1])
    )


def _heads_contact(found: Survey, labels: Labels) -> bool:
    """Whether a short page without greater headings has a line for one, and how to get in touch.

    Links of menus say so, too: only a line more than there are links is a heading.
    """
    every = [line for raw in found.text.split("\n") if (line := raw.strip())]
    named = {line for line in every if len(line) <= MOST_NAME and labels.names_contact(line)}
    if not named:
        return False
    linked = [text for text, _ in found.entries()]
    named = {line for line in named if every.count(line) > linked.count(line)}
    if not named:
        return False
    heads = [head for level in (1, 2, 3) for head in found.first_two(level)]
    own = [text for text, node in heads if text.strip() and stands_in_text(node)]
    if len(own) > 1 or (own and not labels.names_contact(own[0])):
        return False
    if any(labels.names_other(head) for head in (found.title, *own) if head):
        return False
    text = found.text
    for foot in found.foot():
        before, _, after = text.rpartition(foot)
        text = f"{before}\n{after}"
    lines = [line for raw in text.split("\n") if (line := raw.strip())]
    for place, line in enumerate(lines[:MOST_READ]):
        if line in named:
            return _tells_contact("\n".join(lines[place + 1 : place + FEW_LINES]))
        if len(line) > MOST_NAME and not own:
            break  # the text has begun
    return False


def _tells_contact(text: str) -> bool:
    """Whether a text tells how to get in touch."""
    low = evidence.plain(text)[1]
    return evidence.mail(low) or evidence.phone(low) or evidence.address(low)


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
    # Links were counted before scripts and what stands in for them left the tree: it is made anew.
    whole = Tree(found.tree.source)
    linked = (whole.linked(number) for number in wanted)
    parents = [node.parent for node in linked if node is not None]
    return any(node and node.tag == "li" and is_current(node.attributes) for node in parents)


def _is_another(found: Survey, labels: Labels, url: str, firsts: list[str]) -> bool:
    """Whether a page whose address nobody knows says itself that it is not the home page."""
    tree = found.tree
    if url or isinstance(tree, PlainTree) or tree.canonical:
        return False
    if not (found.title or found.others or found.text.strip()) and (
        b"<script" in tree.source or _REFRESHES.search(tree.source)
    ):
        return True  # a home page that is drawn by scripts has a title at least
    if any(_is_document(labels, head) for head in (found.title, *firsts[:1])):
        return True
    if labels.title(found.title):
        return True  # an Impressum or a notice that says nothing yet
    names = [_called(name) for name in title_parts(found.title)]
    if any(name in STARTS for name in names):
        return False
    if not found.title and _is_named(found, firsts):
        return True
    said = inner.marked(tree)
    if not inner.FRONT.isdisjoint(said):
        return False
    if inner.is_inside(found, labels, firsts):
        return True
    if len(firsts) == 1:
        names.append(_called(firsts[0]))
    if any(name in INSIDE or _INSIDE.match(name) for name in names):
        return True
    if any(name.startswith(INNER) for name in said) or _is_entry(found, firsts):
        return True
    return (
        _leads_back(found)
        or _marks_another(tree)
        or (b"readcrumb" in tree.source and _has_breadcrumb(tree))
        or (b"prev" in tree.source and _PREVIOUS.search(tree.source) is not None)
    )


def _has_breadcrumb(tree: Tree) -> bool:
    """Whether the way from the home page to this one is shown, or told to search engines."""
    return tree.parser.css_first(BREADCRUMB) is not None or _CRUMBS.search(tree.source) is not None


def _is_named(found: Survey, firsts: list[str]) -> bool:
    """Whether a page without a title has one heading above all others, and that welcomes nobody.

    What a part of a site is called stands there; a home page has several, or none.
    """
    heads = [text for text in firsts or found.two_headings(2) if text.strip()]
    return len(heads) == 1 and not _WELCOME.search(heads[0])


def _is_document(labels: Labels, head: str) -> bool:
    rejected = any(strength == "rejected" for _, strength in labels.known(clean(head)))
    return rejected or labels.names_document(head)


def _is_entry(found: Survey, firsts: list[str]) -> bool:
    """Whether the page is one that its own menu names.

    Of several first headings the first is the page's own where only it is the name of a part of a
    site: a home page has one for each of the parts that it leads to.
    """
    names = {name for part in title_parts(found.title) if (name := _called(part)) not in STARTS}
    first, second = (_called(head) for head in (*firsts, "", "")[:2])
    if second and (first not in INSIDE or second in INSIDE):
        first = ""
    if first and first not in NEWS | STARTS and not _is_linked(found):
        names.add(first)
    if not firsts and (shown := _headline(found)) not in NEWS | STARTS | {""}:
        names.add(shown)
    return any(
        ((low := text.casefold()) in names or (low.startswith(ARTICLES) and _called(low) in names))
        and _leads_away(href)
        for text, href in found.entries()
    )


def _headline(found: Survey) -> str:
    """What the only element is called that looks like the heading of a page without one."""
    if isinstance(found.tree, PlainTree):
        return ""
    shown = [
        node
        for node in found.tree.parser.css(HEADLINE)[:MOST_SHOWN]
        if not node.css_first("a") and not inside_link(node)
    ]
    text = clean(shown[0].text()) if len(shown) == 1 else ""
    return _called(text) if len(text) <= MOST_NAME else ""


def _called(name: str) -> str:
    """A name to compare, without the article before it: "Unser Vorstand" is "Der Vorstand"."""
    low = name.strip(" \t\n:.!?\xa0").casefold()
    return low.partition(" ")[2] if low.startswith(ARTICLES) else low


def _marks_another(tree: Tree) -> bool:
    """Whether menus mark entries as those that are shown, and none of them is the home page."""
    if b"active" not in tree.source and b"current" not in tree.source:
        return False
    shown = {
        href
        for node in tree.parser.css(SHOWN)
        if (href := node.attributes.get("href"))
        and (
            is_current(node.attributes)
            or (node.parent and node.parent.tag == "li" and is_current(node.parent.attributes))
        )
    }
    return 0 < len(shown) <= MOST_SHOWN and all(map(_leads_away, shown))


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
    return not is_front(href.partition("#")[0].partition("?")[0].lstrip("./"))
