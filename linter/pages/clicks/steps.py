"""steps: the links of a profile or page that may lead to an Impressum or privacy notice."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from linter.pages.clicks import ways
from linter.pages.clicks.acting import SCRIPT, actors
from linter.pages.clicks.best import RANK, best
from linter.pages.clicks.refresh import later_of
from linter.pages.clicks.theirs import foreign, is_platform
from linter.pages.kinds.hollow import acts
from linter.pages.labels import MOST_LETTERS, fold
from linter.pages.links import label
from linter.pages.markup.adjoined import end_of
from linter.pages.markup.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.pages.clicks.document import Document
    from linter.pages.clicks.ways import Lexicon
    from linter.pages.labels import Labels
    from linter.pages.links import Link
    from linter.pages.page import Page, Target
    from linter.platforms.profile import Profile, ProfileLink

Class = Literal["strong", "contact", "address", "forward", "medium", "rejected", "bare", "none"]
"""How well a link names where it leads: `contact` is a known label, `address` an address that
says it itself, `forward` the one link of a page that only leads on, `bare` a mere site, `none`
words that say nothing of it."""
ACCEPTED: frozenset[Class] = frozenset(("strong", "contact", "address", "forward"))
_URL = re.compile(
    r"https?://[^\s<>\"'„“”»«]+"
    r"|(?<![\w@./-])(?:[a-z0-9äöüß-]{1,63}\.){1,5}(?:de|nrw|eu|com|org|net|info|bayern|berlin|hamburg|koeln|ruhr|saarland)"
    r"(?![\w.-]*[\w@-])(?:[/?#][^\s<>\"'„“”»«]*)?",
    re.IGNORECASE,
)
"""An address in running text, with or without a scheme."""
_TAIL = ".,;:!?)]}…"
NAMING = (":", "-", "–", "—", ">", "→", "|", "👉", "➡️", "➡", "▶")
"""What stands between an address and its name."""
MOST_SHOWN = 20
"""Characters of an address that are compared: long ones are shown cut off."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link that may be followed.

    text: as shown; url: absolute, platform redirects taken off; cls: for the kind looked for;
    claims: it promises that kind of page itself; clicks: what following it costs.
    """

    text: str
    url: str
    cls: Class
    claims: bool = False
    clicks: int = 1
    remarks: tuple[str, ...] = ()


def from_profile(
    profile: Profile, kind: Target, labels: Labels, lexicon: Lexicon
) -> tuple[list[Way], bool]:
    """What a profile offers, the best first; and whether it offers more than is tried."""
    found = list(_fields(profile, kind, lexicon))
    for number, link in enumerate(profile.links or ()):
        url = lexicon.unwrap(link.url)
        named = "" if _stands_before(link, profile.bio, labels) else link.label
        cls, claims = _said(named, url, kind, labels, lexicon, beside=not link.covered)
        if link.covered:
            cls, claims = _unseen(link, (cls, claims), url, kind, labels, lexicon)
        if not ways.is_web(url) or (not claims and is_platform(url)) or foreign(url, labels):
            continue
        remarks: tuple[str, ...] = ()
        if profile.platform in lexicon.plain_bio and _stands_in(link.url, profile.bio):
            remarks = ("not_clickable",)
        extra = lexicon.expansion(profile.platform, "further" if number else "first")
        found.append(Way(named or link.url, url, cls, claims, *_costs(extra, remarks)))
    found += _plain_text(profile, found, kind, labels, lexicon)
    kept = best(found)
    return kept, len({way.url for way in kept}) < len({way.url for way in found})


def from_document(
    document: Document, kind: Target, labels: Labels, lexicon: Lexicon, *, whole: bool
) -> tuple[list[Way], bool]:
    """What a page and its frames offer, the best first; and whether more than is tried.

    whole: every link may lead on, as on a link hub; otherwise those that are labelled.
    """
    found: list[Way] = []
    own = document.keys
    passing = lexicon.is_shortener(document.url) or lexicon.is_wrapper(document.url)
    for page in document.pages:
        links = page.links if whole or passing else _candidates(page, kind, labels)
        if not any((kind, "strong") in link.classes for link in links):
            found += [
                Way(text, url, "strong", True, 1, (by,))
                for text, url, by in actors(page, kind, labels)
            ]
        for link in links:
            way = _way(link, page, kind, labels, lexicon, whole=whole, passing=passing)
            if way is not None and (ways.key(way.url) not in own or way.clicks == 0):
                found.append(way)
        later = later_of(page)
        if later is not None:
            found.append(Way("", later.url, "forward", remarks=("refresh",)))
        page.tree.forget()
    kept = best(found)
    return kept, whole and len({way.url for way in kept}) < len({way.url for way in found})


def _candidates(page: Page, kind: Target, labels: Labels) -> Iterable[Link]:
    """The labelled links; where none names the kind, those that only an address or script tells."""
    labelled = [link for link in page.labelled if _target(link, kind)]
    if any(strength == "strong" for link in labelled for _, strength in link.classes):
        return labelled
    source = page.tree.source
    low = source.lower().encode() if isinstance(source, str) else source.lower()
    if not any(token.encode() in low for token in labels.href.get(kind, ())):
        return labelled
    told = {id(link) for link in labelled}
    return [*labelled, *(link for link in page.links if id(link) not in told and link.href)]


def _target(link: Link, kind: Target) -> bool:
    return any(
        named == kind or (kind == "privacy" and named == "impressum" and strength == "strong")
        for named, strength in link.classes
    )


def _way(
    link: Link,
    page: Page,
    kind: Target,
    labels: Labels,
    lexicon: Lexicon,
    *,
    whole: bool,
    passing: bool,
) -> Way | None:
    url = lexicon.unwrap(link.resolved)
    text = shown(link) or (link.alt if whole else "")
    if link.href[:11].lower() == SCRIPT:
        strong = any(e == (kind, "strong") for e in labels.known(text))
        return Way(text, SCRIPT, "strong", True, 1, ("needs_script",)) if strong else None
    if not ways.is_web(url):
        return None
    cls, claims = _labelled(link, page, kind, labels, whole=whole)
    if cls == "none" and link.classes and _is_whose(link, kind, labels):
        return None
    if cls == "none" and not claims:
        said, claims = _said(text, url, kind, labels, lexicon)
        speaks = ways.speaks(url, labels.href.get(kind, ()))
        if foreign(url, labels):
            return None
        if whole or passing:
            cls = "forward" if passing else said
            inside = lexicon.is_hub(page.url) and ways.site(url) == ways.site(page.url)
            if is_platform(url) or inside:
                return None
        elif not speaks:
            return None
        elif said == "address" and ways.is_address(text):
            cls = said
        else:
            claims = False
    elif whole and lexicon.is_hub(page.url) and ways.site(url) == ways.site(page.url):
        return None  # the hub's own, not the account's
    if ways.key(url) == ways.key(page.url):
        return _itself(link, page, Way(text, url, cls, claims))
    return Way(text, url, cls, claims)


def _itself(link: Link, page: Page, way: Way) -> Way:
    """A link to the page on which it stands: to a section, by a script to anything, or nowhere."""
    if ways.fragment(link.resolved):
        return replace(way, url=link.resolved, clicks=0, remarks=("fragment",))
    if not way.claims:
        return way
    if link.href.startswith("#") and acts(page):
        return replace(way, url=SCRIPT, remarks=("needs_script",))
    return replace(way, clicks=0)


def shown(link: Link) -> str:
    """What a visitor sees of a link; the text of a picture only where it said something."""
    said = link.text or link.aria or link.title
    return said or (link.alt if link.channel == "alt" else "")


def _labelled(
    link: Link, page: Page, kind: Target, labels: Labels, *, whole: bool
) -> tuple[Class, bool]:
    """The class of a link of a page by its label."""
    text = shown(link)
    best: tuple[Class, bool] = ("none", False)
    for target, strength in link.classes:
        if target == kind:
            if strength == "rejected" and _is_whose(link, kind, labels):
                return _others(link, page, kind, labels, whole=whole)
            return _graded(strength, text, kind, labels)
        if kind == "privacy" and target == "impressum" and strength == "strong":
            best = ("strong", False)
    return best


def _is_whose(link: Link, kind: Target, labels: Labels) -> bool:
    """Whether the label says whose Impressum or notice it is."""
    text = shown(link)
    return (kind, "whose") in labels.known(text)


def _others(
    link: Link, page: Page, kind: Target, labels: Labels, *, whole: bool
) -> tuple[Class, bool]:
    """A label that says whose: this site's own, perhaps that of its house, never a platform's.

    A link hub is no site of its own: what it shows is the account's, as on the profile.
    """
    url = link.resolved
    if ways.site(url) == ways.site(page.url):
        return "strong", True
    if is_platform(url) or foreign(url, labels, kind):
        return "none", False
    return ("strong", True) if whole else ("medium", False)


def _graded(strength: str, text: str, kind: Target, labels: Labels) -> tuple[Class, bool]:
    if strength in {"strong", "whose"}:
        return "strong", True
    if strength == "medium":
        if labels.says(text, kind):
            # Recognisable; whether it is all that the link promises, its target shows.
            return "strong", False
        is_contact = kind == "impressum" and labels.names_contact(text)
        return ("contact" if is_contact else "medium"), False
    return ("rejected" if strength == "rejected" else "none"), False


def _said(
    text: str, url: str, kind: Target, labels: Labels, lexicon: Lexicon, *, beside: bool = False
) -> tuple[Class, bool]:
    """The class of a link by its label, or else by its address.

    beside: the address is shown beside the label, as profiles do, so that a bad label hides nothing.
    """
    text = clean(text)
    _, classes = label(labels, text, url, {}, "")
    found: tuple[Class, bool] = ("none", False)
    for target, strength in classes:
        if target == kind:
            whose = strength == "rejected" and (kind, "whose") in labels.known(text)
            if whose and is_platform(url):
                return "none", False
            found = _graded("strong" if whose else strength, text, kind, labels)
            break
        if kind == "privacy" and target == "impressum" and strength == "strong":
            found = ("strong", False)
    telling = found[0] in {"strong", "contact"} or (found[0] == "rejected" and not beside)
    if telling and text and not ways.is_address(text):
        return found
    if ways.speaks(url, labels.href.get(kind, ())) and not foreign(url, labels):
        return "address", True
    if kind == "privacy" and ways.speaks(url, labels.href.get("impressum", ())):
        return "address", False
    if not text or ways.is_address(text) or fold(text) in lexicon.sites:
        return "bare", False
    if found[0] == "none" and ways.is_root(url):
        return "bare", False  # a domain, whatever it is called
    if beside and found[0] in {"none", "rejected"} and (ways.is_root(url) or lexicon.is_hub(url)):
        return "bare", False
    return found


def _unseen(
    link: ProfileLink,
    named: tuple[Class, bool],
    url: str,
    kind: Target,
    labels: Labels,
    lexicon: Lexicon,
) -> tuple[Class, bool]:
    """The class of a link whose address nobody sees: by its words, or by those in their place."""
    words = _said(link.covered, url, kind, labels, lexicon)
    told: list[tuple[Class, bool]] = [
        said if said[0] != "address" else ("none", False) for said in (named, words)
    ]
    return min(told, key=lambda said: (said[0] == "none", RANK.index(said[0])))


def _fields(profile: Profile, kind: Target, lexicon: Lexicon) -> Iterator[Way]:
    """The address in a field that the platform has for this kind of page."""
    text = profile.impressum if kind == "impressum" else profile.privacy
    if not text:
        return
    name = "Impressum" if kind == "impressum" else "Datenschutz"
    extra = lexicon.expansion(profile.platform, "field")
    found = addresses(text)
    if not found and ways.is_address(text.strip()):
        found = [f"https://{text.strip()}"]
    for url in found:
        yield Way(name, lexicon.unwrap(url), "strong", True, *_costs(extra, ("field",)))


def _plain_text(
    profile: Profile, known: list[Way], kind: Target, labels: Labels, lexicon: Lexicon
) -> Iterator[Way]:
    """Addresses in the bio that are no links of the profile: they have to be copied."""
    told = {ways.key(way.url) for way in known}
    told.update(ways.key(link.url) for link in profile.links or ())
    for line in (profile.bio or "").splitlines():
        for start, shown in _addresses(line):
            url = lexicon.unwrap(_schemed(shown))
            if ways.key(url) in told or not ways.is_web(url) or foreign(url, labels):
                continue
            before = re.split(r"[|•·;,.!?()]", line[:start])[-1].strip(" :-–—>→")
            text = before if len(before) <= MOST_LETTERS // 3 else ""
            if not labels.known(text) and not line[:start].rstrip().endswith(NAMING):
                text = ""  # words of the sentence, no name of the address
            cls, claims = _said(text, url, kind, labels, lexicon, beside=True)
            if claims or not is_platform(url):
                yield Way(text or shown, url, cls, claims, 1, ("not_clickable",))


def addresses(text: str) -> list[str]:
    """The web addresses in a text."""
    return [_schemed(url) for _, url in _addresses(text)]


def _schemed(url: str) -> str:
    return url if url[:8].lower().startswith(("http://", "https://")) else f"https://{url}"


def _addresses(text: str) -> Iterator[tuple[int, str]]:
    """The web addresses in a text as they are written, each with where it begins."""
    match = _URL.search(text)
    while match is not None:
        end = end_of(text, *match.span())
        yield match.start(), text[match.start() : end].rstrip(_TAIL)
        match = _URL.search(text, end)


def _stands_before(link: ProfileLink, bio: str | None, labels: Labels) -> bool:
    """Whether a label is but the end of the sentence before an address in the bio."""
    if not bio or not link.label or labels.known(link.label):
        return False
    address = link.url.partition("://")[2].removeprefix("www.").rstrip("/")[:MOST_SHOWN]
    words = rf"{re.escape(link.label)}\s+(?:https?://)?(?:www\.)?{re.escape(address)}"
    return re.search(words, bio) is not None


def _costs(extra: int, remarks: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return 1 + extra, (*remarks, "expansion") if extra else remarks


def _stands_in(url: str, bio: str | None) -> bool:
    bare = url.partition("://")[2].removeprefix("www.").rstrip("/")
    return bool(bare) and bare in (bio or "")
