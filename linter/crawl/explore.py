"""explore: read what is behind a profile, a few pages in waves, nearest and best labelled first."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from linter.crawl import narrower, others
from linter.crawl.asking import Ask
from linter.crawl.limits import DEFAULT, Limits
from linter.crawl.sight import PARTIAL, WALLED, is_walled, read_capture
from linter.crawl.tour import Exploration, Tour
from linter.pages import labels as labels_
from linter.pages import read_page
from linter.pages.clicks import ways
from linter.pages.clicks.document import CUT, NOWHERE, UNASKED, Document, Seen, whole
from linter.pages.clicks.doors import SPENT
from linter.pages.clicks.judge import UNREADABLE, blank, judge, telling
from linter.pages.clicks.paths import KINDS, Path, Paths
from linter.pages.clicks.steps import from_profile
from linter.platforms.profile import Profile, Unread
from linter.subject import NOT_LINKED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture
    from linter.pages.clicks.paths import Unread as Unasked
    from linter.pages.clicks.ways import Lexicon
    from linter.pages.labels import Labels
    from linter.pages.page import Kind, Page, Target
    from linter.platforms.profile import ProfileLink, Wanted

__all__ = ["DEFAULT", "Exploration", "Limits", "explore"]

GROUPS = (
    frozenset(("strong", "address", "forward")),
    frozenset(("contact", "medium", "bare")),
    frozenset(("none", "rejected")),
)
"""What is tried first, and next where that leads nowhere; links to other sites come last."""


def explore(
    wanted: Wanted,
    profile: Profile | Unread,
    *,
    declared: Mapping[str, str],
    listed: Sequence[ProfileLink] = (),
    read: Callable[[Capture], Page] = read_capture,
    labels: Labels | None = None,
    lexicon: Lexicon | None = None,
    limits: Limits = DEFAULT,
) -> Asking[Exploration]:
    """Read the pages behind a profile, and those that the registry declares.

    declared: kind (impressum, privacy, netiquette, any other) → address; listed: the links that the
    registry says the profile shows, followed where it could not be read; read: reads the page of a
    capture, so that pages which accounts share are read once.
    """
    tour = Tour(
        wanted, profile, _listed(wanted, profile, listed), declared, read,
        labels or labels_.shipped(), lexicon or ways.shipped(), limits,
    )  # fmt: skip
    if isinstance(profile, Profile) and profile.platform == "website":
        tour.take(tuple(capture for capture in profile.seen if capture.ok))
    first = True
    while True:
        tour.search()
        room = limits.requests - len(tour.asked)
        urls = _next(tour, first=first)
        if not urls:
            tour.spent = False
            found = _told(tour)
            urls = _beside(tour, found)
            if not urls:
                return found
        if _wall_off(tour, urls):
            continue
        tour.spent = bool(urls) and room <= 0
        urls = urls[: min(room, limits.wave)]
        if not urls:
            break
        captures = yield tuple(Ask(url) for url in urls)
        tour.asked += captures
        tour.take(captures)
        first = False
    return _told(tour)


def _listed(
    wanted: Wanted, profile: Profile | Unread, links: Sequence[ProfileLink]
) -> Profile | None:
    """A profile that could not be read, as far as the registry says what it shows."""
    if isinstance(profile, Profile) or not links:
        return None
    return Profile(wanted.platform, wanted.handle, wanted.url, links=tuple(links))


def _next(tour: Tour, *, first: bool) -> list[str]:
    """The addresses to ask now, each once: those declared, the best links, what completes a page."""
    urls: list[str] = []
    for url in tour.declared.values():
        if ways.is_web(url):
            urls += tour.document(url).wants
    if first:
        urls += _site_links(tour)[:1]
    for kind in KINDS:
        if kind in tour.searches:
            urls += _best(tour, tour.searches[kind].unread)
    for other in others.KINDS:
        url = _other(tour, other)
        if url:
            urls += tour.document(url).wants
    return _unasked(tour, urls)


def _beside(tour: Tour, found: Exploration) -> list[str]:
    """The addresses to ask once the privacy notice is known: what it points to for social media."""
    urls = narrower.follow(tour, found.pages.get("privacy"))
    return _unasked(tour, [want for url in urls for want in tour.document(url).wants])


def _unasked(tour: Tour, urls: list[str]) -> list[str]:
    """Addresses that were not asked yet, each once."""
    once = {ways.key(url): url.partition("#")[0] for url in reversed(urls)}
    return [
        once[name] for name in dict.fromkeys(map(ways.key, urls))
        if name not in tour.seen and ways.is_web(once[name])
    ]  # fmt: skip


def _wall_off(tour: Tour, urls: list[str]) -> bool:
    """Note the addresses that are not asked at all; whether there were any."""
    walled = [url for url in urls if is_walled(url) and not tour.lexicon.is_wrapper(url)]
    tour.seen.update({ways.key(url): Seen(url, cause=WALLED) for url in walled})
    return bool(walled)


def _best(tour: Tour, unread: tuple[Unasked, ...]) -> list[str]:
    """The best group of links that were not followed yet."""
    waiting = [
        u for u in unread
        if u.url
        and (u.clicks <= tour.limits.depth or u.claims)
        and ways.key(u.url) not in tour.seen
    ]  # fmt: skip
    waiting.sort(key=lambda u: u.clicks)
    for group in GROUPS:
        urls = [u.url for u in waiting if u.cls in group and not u.other_site]
        if urls:
            return urls
    return [u.url for u in waiting]


def _site_links(tour: Tour) -> list[str]:
    """The addresses that the profile gives as its site, the authority's own first."""
    profile = tour.profile
    if not isinstance(profile, Profile):
        return []
    if profile.platform == "website":
        return [profile.url]
    offers, _ = from_profile(profile, "impressum", tour.labels, tour.lexicon)
    found = [
        way.url
        for way in offers
        if way.cls in {"bare", "none"} and not tour.lexicon.is_hub(way.url)
    ]
    own = [url for url in found if ways.within(url, tour.wanted.domains)]
    return list(dict.fromkeys([*own, *found]))


def _other(tour: Tour, kind: str) -> str:
    """The address of a netiquette or an accessibility statement, "" where nothing names one.

    Visitors follow the profile's link: the registry's address stands in for none that leads elsewhere.
    """
    declared = tour.declared.get(kind, "")
    if kind == "accessibility" and not declared:
        return _linked(tour, kind, _site_pages(tour)) if _is_site(tour) else ""
    profile = tour.profile if isinstance(tour.profile, Profile) else tour.listed
    links = (profile.links or ()) if profile is not None else ()
    shown = others.shown(links, kind, tour.lexicon)
    if declared and (not shown or others.holds(tour.document(shown), kind, tour.lexicon)):
        return declared
    return (
        shown or _linked(tour, kind, _site_pages(tour)) or _linked(tour, kind, _found_pages(tour))
    )


def _linked(tour: Tour, kind: str, pages: list[Page]) -> str:
    """The address that some pages name; looked for once in the same pages."""
    name = (kind, *map(id, pages))
    if name not in tour.named:
        tour.named[name] = others.linked(pages, kind, tour.lexicon)
    return tour.named[name]


def _is_site(tour: Tour) -> bool:
    return isinstance(tour.profile, Profile) and tour.profile.platform == "website"


def _site_pages(tour: Tour) -> list[Page]:
    for url in _site_links(tour):
        pages = tour.document(url).pages
        if pages:
            return pages
    return []


def _found_pages(tour: Tour) -> list[Page]:
    """The pages that the ways lead to."""
    paths = (search.paths.shortest for search in tour.searches.values())
    return [page for path in paths if path is not None for page in _end(tour, path).pages]


def _told(tour: Tour) -> Exploration:
    """Sum up what was read."""
    found = Exploration()
    for url in _site_links(tour):
        here = tour.document(url)
        capture = tour.capture(here)
        if here.pages and capture is not None:
            found.site, found.captures["site"] = here.pages[0], capture
            break
    for kind in KINDS:
        _choose(tour, kind, found)
    for other in dict.fromkeys((*others.KINDS, *tour.declared)):
        if other not in KINDS and (other != "accessibility" or _is_site(tour)):
            _choose_other(tour, other, found)
    narrower.choose(tour, found.pages.get("privacy"), found, partial(_named, tour))
    found.faults = tuple(capture for capture in tour.asked if capture.fault)
    return found


def _choose(tour: Tour, kind: Target, found: Exploration) -> None:
    """The page of a kind, or why there is none."""
    told = tour.searches.get(kind)
    paths = _spent(tour, told.paths) if told else Paths(open=_absent(tour))
    ends = told.ends if told else ()
    found.paths[kind] = paths
    accepted = [paths.accepted] if paths.accepted else []
    reached = [(path, _end(tour, path)) for path in (*accepted, *ends) if path.ending != "text"]
    declared = _declared(tour, kind, found)
    candidates = [*reached, *([declared] if declared else [])]
    candidates.sort(key=lambda one: one[0].other_site)
    for path, here in candidates:
        url = path.steps[-1].target if path.steps else tour.declared.get(kind, path.end)
        if (capture := tour.capture(here)) is not None:
            found.promised[url] = capture
    for path, here in candidates:
        if path.good and here.pages:
            if _is_part(tour, here):
                _withhold(tour, kind, here, found)
            else:
                _show(tour, kind, path, here, found)
            return
    if paths.shortest is not None and paths.shortest.ending == "text":
        _show_text(tour, kind, found)
        return
    told_cause = next((path.cause for path, _ in candidates), "")
    seen_cause = declared[0].cause if declared and declared[0].cause in UNREADABLE else ""
    found.unseen[kind] = (
        seen_cause or paths.open or _named(tour, told_cause) or _unread(tour) or NOT_LINKED
    )
    for path, here in candidates:
        capture = tour.capture(here)
        if path.broken and here.pages:
            # What stands there instead is shown: a rule says what it is.
            found.unseen.pop(kind)
            _show(tour, kind, path, here, found)
            return
        if capture is not None:
            found.captures[kind] = capture
            return


def _unread(tour: Tour) -> str:
    """Why the profile itself was not read; "" where it was."""
    return tour.profile.cause if isinstance(tour.profile, Unread) else ""


def _end(tour: Tour, path: Path) -> Document:
    """What stands at the end of a path."""
    url = path.steps[-1].target if path.steps else path.end
    return tour.document(url)


def _declared(tour: Tour, kind: Target, found: Exploration) -> tuple[Path, Document] | None:
    """What the address that the registry declares was seen to be."""
    url = tour.declared.get(kind, "")
    if not ways.is_web(url):
        return None
    here = tour.document(url)
    ending, cause = judge(here, url, kind, tour.seen)
    path = Path(0, (), here.url, ending, _named(tour, cause))
    found.declared[kind] = path
    return path, here


def _show(tour: Tour, kind: Target, path: Path, here: Document, found: Exploration) -> None:
    """The page at the end of a path, for the rules on its contents."""
    page = whole(here)
    if path.broken:
        # It names itself what it is not, or is the home page: no rule may take it for the page.
        is_kind = kind in page.page_type.split("+")
        actual: Kind = "home" if path.ending == "home" else "other" if is_kind else page.page_type
        page = replace(page, page_type=actual, uncertain=False)
    found.pages[kind] = page
    telling_page = (telling(here.pages, kind) or here.pages)[0]
    capture = tour.captures.get(ways.key(telling_page.url)) or tour.capture(here)
    if capture is not None:
        found.captures[kind] = capture


def _is_part(tour: Tour, here: Document) -> bool:
    """Whether a server sent some part of the page, nobody knows which."""
    capture = tour.capture(here)
    return here.cause == CUT and capture is not None and capture.status == PARTIAL


def _withhold(tour: Tour, kind: Target, here: Document, found: Exploration) -> None:
    """The page is known, but cannot be judged."""
    found.unseen[kind] = here.cause
    capture = tour.capture(here)
    if capture is not None:
        found.captures[kind] = capture


def _show_text(tour: Tour, kind: Target, found: Exploration) -> None:
    """The profile's own words are the Impressum."""
    profile = tour.profile
    if not isinstance(profile, Profile):
        return
    text = "\n\n".join(filter(None, (profile.impressum, profile.bio)))
    found.pages[kind] = read_page(
        text.encode(), url=profile.url, content_type="text/plain; charset=utf-8"
    )
    if profile.seen:
        found.captures[kind] = profile.seen[0]


def _choose_other(tour: Tour, kind: str, found: Exploration) -> None:
    url = _other(tour, kind)
    if not url or not ways.is_web(url):
        found.unseen[kind] = _absent(tour)
        return
    here = tour.document(url)
    capture = tour.capture(here)
    if capture is not None:
        found.captures[kind] = capture
    cause = others.unreadable(here)
    if cause:
        found.unseen[kind] = _named(tour, cause)
    elif here.gone or not here.pages or others.is_none(here, kind, tour.lexicon):
        found.unseen[kind] = NOT_LINKED
    elif kind in others.KINDS and ((untold := others.untold(here, kind, tour.lexicon)) is not None):
        found.unseen[kind] = untold or NOT_LINKED
    else:
        found.pages[kind] = whole(here)


def _absent(tour: Tour) -> str:
    """Why a page that nothing names is not there: not linked, unless something was not seen."""
    profile = tour.profile
    if isinstance(profile, Unread):
        return profile.cause
    if profile.platform != "website":
        return "not-shown" if profile.links is None or profile.more_links else NOT_LINKED
    here = tour.document(profile.url)
    if here.gone:
        return NOWHERE
    if here.unbuilt or (here.pages and all(map(blank, here.pages))):
        return "page-not-judgeable"
    return _named(tour, others.unreadable(here)) or NOT_LINKED


def _spent(tour: Tour, paths: Paths) -> Paths:
    """Say so where only the limit of requests kept pages from being read."""
    return replace(
        paths,
        shortest=_renamed(tour, paths.shortest),
        accepted=_renamed(tour, paths.accepted),
        open=_named(tour, paths.open),
    )


def _renamed(tour: Tour, path: Path | None) -> Path | None:
    return replace(path, cause=_named(tour, path.cause)) if path is not None else None


def _named(tour: Tour, cause: str) -> str:
    return SPENT if cause == UNASKED and tour.spent else cause
