"""overview: a page that bears the name of a kind and says "Bitte wählen Sie": others hold the rest.

A house with several sites and accounts has an Impressum or a notice for each. What leads to them is
called after what it is for ("Website", "Facebook") or after nothing ("Mehr erfahren"); the entries
of a menu are called after the subjects of a site.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.clicks import ways
from linter.pages.contents import REACHED
from linter.pages.kinds import evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from linter.pages.labels import Labels
    from linter.pages.links import Link
    from linter.pages.page import Line, Page, Target

CARD = 5
"""Lines before a link that may belong to it: what stands on a card above “Mehr erfahren”."""
OFFERS = re.compile(
    r"\b(?:web-?(?:site|seite|auftritt|präsenz|angebot)\w*|internet-?(?:seite|auftritt|präsenz|angebot|portal)\w*|homepage|online-?\w*|portale?"
    r"|apps?|facebook|instagram|youtube|mastodon|twitter|x|linkedin|xing|threads|tiktok|whatsapp|bluesky|pinterest|flickr|messenger"
    r"|soziale[rnms]? (?:medien|netzwerke?n?)|social[- ]?media|(?:\w+-)?(?:kanal|kanäle|auftritte?|accounts?|fanpages?)|newsletter|podcasts?|blogs?"
    r"|bewerb\w+|beschäftigte\w*|besucher\w*|video\w*|veranstaltung\w*|kontaktformular\w*|chatbots?|social networks?|websites?|applicants?|visitors?)\b",
    re.IGNORECASE,
)
"""What a house has an Impressum or a notice of its own for."""
ANNOUNCES = re.compile(
    r"\b(?:wähl(?:en|t|e)|auswahl|auswählen|ausgewählte\w*|folgende[nrms]?|nachfolgend\w*|nachstehend\w*|untenstehend\w*|übersicht|jeweil\w+|verschiedene[nr]?"
    r"|unterschiedliche[nr]?|unten|finden sie|gelangen sie|klicken sie|hier geht|choose|select|following|below|overview|respective)\b",
    re.IGNORECASE,
)
"""How a page says that what follows are the pages among which the reader has to choose."""
VAGUE = re.compile(
    r"\b(?:hier|diese[rmns]?|folgende[rmns]?|mehr|weiter\w*|öffnen|ansehen|anzeigen|lesen|details?|download|herunterladen|here|more|read|link|seite|page|dokument|document|datei)\b",
    re.IGNORECASE,
)
"""A label that says nothing without the words before it."""
ELSEWHERE = frozenset(("startseite", "start", "home", "zurueck", "back", "nachoben", "top", "sitemap", "suche", "hilfe"))  # fmt: skip
"""What leads away from the subject wherever it stands."""


def tells_nothing(lines: Sequence[Line], kind: Target) -> bool:
    """Whether a page itself has none of the details of an Impressum; a notice is asked elsewhere."""
    if kind != "impressum":
        return True
    if any(href[:7].lower().startswith(REACHED) for line in lines for href in line.hrefs):
        return False
    said = (line.text for line in lines if not line.hrefs)
    _, low = evidence.plain("\n".join(said))
    looks = (evidence.address, evidence.phone, evidence.represented, evidence.registered)
    return b"@" not in low and b"(at)" not in low and not any(look(low) for look in looks)


def chosen(
    page: Page, links: list[Link], lines: Sequence[Line], names: re.Pattern[str]
) -> set[int]:
    """Which links of an overview, by their place in the list, lead to what it is about.

    lines: of the page itself; names: of the kind of page.
    """
    places = {href: place for place, line in enumerate(lines) for href in line.hrefs}
    head = next((n for n, line in enumerate(lines) if line.heading and names.search(line.text)), -1)
    said = next(
        (
            n for n, line in enumerate(lines)
            if n > head and not line.hrefs and ANNOUNCES.search(line.text)
        ),
        None,
    )  # fmt: skip
    below = [
        number
        for number, link in enumerate(links)
        if places.get(link.href, -1) > head and not _leads_off(link, page.labels)
    ]
    offers = {n for n in below if OFFERS.search(_words(links[n], lines, places[links[n].href]))}
    if 2 * len(offers) < len(below):
        offers = set()
    if said is not None:
        offers.update(n for n in below if places[links[n].href] > said)
    return offers | {n for n in below if _lies_below(links[n].resolved, page.url)}


def _words(link: Link, lines: Sequence[Line], place: int) -> str:
    """What a link is called: where it says nothing by itself, what stands before it."""
    if link.text and not VAGUE.search(link.text):
        return link.text
    card: list[str] = [lines[place].text]
    for line in reversed(lines[max(0, place - CARD) : place]):
        if line.hrefs:
            break
        card.append(line.text)
    return "\n".join(card)


def _leads_off(link: Link, labels: Labels) -> bool:
    """Whether a link is called like another page that every site has."""
    text = link.text or link.aria or link.title
    folded = "".join(text.casefold().replace("ü", "ue").split())
    return folded in ELSEWHERE or labels.names_contact(text) or labels.names_document(text)


def _lies_below(url: str, here: str) -> bool:
    """Whether an address lies below that of the page: /datenschutz/facebook."""
    if ways.host(url) != ways.host(here):
        return False
    stem = re.sub(r"(?:/index)?\.\w{2,5}\Z", "", ways.path(here)).rstrip("/")
    return bool(stem) and ways.path(url).startswith(stem + "/")
