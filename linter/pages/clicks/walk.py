"""walk: through everything that was read, from the profile on, nearest and best labelled first."""

from __future__ import annotations

import heapq
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from linter.pages.clicks import ways
from linter.pages.clicks.document import NOWHERE, UNASKED, document
from linter.pages.clicks.doors import ALLOWED, SPENT, doors, signed
from linter.pages.clicks.judge import called_so, judge
from linter.pages.clicks.path import GOOD, POSSIBLE, TIERS, Path, Step, Unread
from linter.pages.clicks.steps import ACCEPTED, Class, Way, from_document, from_profile
from linter.pages.kinds import evidence
from linter.pages.kinds.hollow import signs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.pages.clicks.document import Document, Seen
    from linter.pages.clicks.ways import Lexicon
    from linter.pages.labels import Labels
    from linter.pages.page import Target
    from linter.platforms.profile import Profile

FARTHEST = 6
"""Clicks that are counted at most."""
MOST_PLACES = 400
_MAIL = re.compile(r"(?<![@\w.+-])[\w.+-]{1,64}(?:@| ?[(\[]at[)\]] ?)[\w-]+\.\w", re.IGNORECASE)
"""An e-mail address; `@name@host` is an account."""


@dataclass(slots=True, eq=False)
class Memory:
    """What searches among the same pages share; what was read has to stay as it is meanwhile.

    documents: those that lack nothing, so that whatever else is read adds nothing to them; offers:
    the links that may be followed from a document; doors: those that promise nothing.
    """

    documents: dict[str, Document] = field(default_factory=dict)
    offers: dict[tuple[object, ...], tuple[list[Way], bool]] = field(default_factory=dict)
    doors: dict[tuple[object, ...], tuple[list[Way], str]] = field(default_factory=dict)

    def document(self, url: str, seen: Mapping[str, Seen]) -> Document:
        """What stands at an address."""
        name = ways.key(url)
        found = self.documents.get(name)
        if found is None:
            found = document(url, seen)
            if not found.wants:
                self.documents[name] = found
        return found


@dataclass(slots=True, eq=False)
class World:
    """What a walk moves through; documents and their ways are put together once."""

    profile: Profile
    seen: Mapping[str, Seen]
    kind: Target
    labels: Labels
    lexicon: Lexicon
    memory: Memory
    domains: tuple[str, ...] = ()
    documents: dict[str, Document] = field(default_factory=dict)

    def document(self, url: str) -> Document:
        """What stands at an address."""
        name = ways.key(url)
        found = self.documents.get(name)
        if found is None:
            found = self.documents[name] = self.memory.document(url, self.seen)
        return found

    def weighed(self, way: Way) -> Way:
        """A link of the profile, marked where it leads to another's site without a label."""
        if not self.domains or way.cls not in {"bare", "none", "rejected"}:
            return way
        passing = (self.lexicon.is_shortener, self.lexicon.is_wrapper, self.lexicon.is_hub)
        if ways.within(way.url, self.domains) or any(is_one(way.url) for is_one in passing):
            return way
        return replace(way, remarks=(*way.remarks, "other_site"))

    def is_hub(self, found: Document) -> bool:
        """Whether a document is a link hub; a website that is an account itself is none."""
        return self.lexicon.is_hub(found.url) or (
            self.profile.platform != "website"
            and bool(found.pages)
            and found.pages[0].state == "link_hub"
        )

    def ways_from(self, url: str) -> tuple[list[Way], bool]:
        """The links that may be followed from an address; and whether there are more."""
        found = self.document(url)
        whole = self.is_hub(found)
        name = (self.kind, whole, found.url, *(id(page) for page in found.pages))
        offers = self.memory.offers.get(name)
        if offers is None:
            offers = from_document(found, self.kind, self.labels, self.lexicon, whole=whole)
            offers[0].extend(signed(found, self.kind, offers[0]))
            self.memory.offers[name] = offers
        return offers

    def doors_from(self, url: str, clicks: int) -> tuple[list[Way], str]:
        """The links of an address that promise nothing, where nothing else does."""
        found = self.document(url)
        name = (clicks, found.url, *(id(page) for page in found.pages))
        offers = self.memory.doors.get(name)
        if offers is None:
            offers = doors(found, clicks, self.labels, self.lexicon, self.domains)
            self.memory.doors[name] = offers
        return offers


@dataclass(slots=True)
class Found:
    """The ends that a walk reached, and what it could not see.

    accepted: every link that it followed has an accepted label; hinted: links that a script may make,
    which are no reason not to look behind others.
    """

    ends: list[Path]
    unread: list[Unread]
    accepted: bool = True
    hinted: list[Unread] = field(default_factory=list)


@dataclass(slots=True)
class _Place:
    """Where a walk stands: the address, how it came there, and by what link."""

    url: str
    clicks: int
    steps: tuple[Step, ...]
    way: Way | None
    hub: bool = False

    @property
    def other_site(self) -> bool:
        """Whether the way went over a site that is not known to be the authority's."""
        return bool(self.steps) and "other_site" in self.steps[0].remarks

    @property
    def claims(self) -> bool:
        """Whether the link that led here promises the kind of page."""
        return self.way is not None and self.way.claims


def walk(world: World, *, accepted_only: bool, any_door: bool = False) -> Found:
    """Go through everything that was read, by the number of clicks.

    any_door: through links that promise nothing, too.
    """
    found = Found([], [])
    queue: list[tuple[int, int, int, int, _Place]] = []
    number = 0

    def push(place: _Place) -> None:
        nonlocal number
        blemishes = sum(step.cls not in ACCEPTED for step in place.steps)
        number += 1
        heapq.heappush(queue, (place.clicks, blemishes, len(place.steps), number, place))

    for place in _starts(world, found):
        if accepted_only and not _accepted(place.way):
            continue
        found.accepted = found.accepted and _accepted(place.way)
        push(place)
    reached: set[tuple[str, bool]] = set()
    left: set[str] = set()
    home = "" if world.profile.platform == "website" else ways.key(world.profile.url)
    while queue and len(reached) < MOST_PLACES:
        place = heapq.heappop(queue)[-1]
        name = (_name(place.url), place.claims)
        if name in reached:
            continue
        reached.add(name)
        here = _arrive(world, place, found)
        start = ways.key(place.url)
        if start in left or not here.pages or place.clicks >= FARTHEST:
            continue
        left.add(start)
        for way in _onward(world, place, here, found, any_door=any_door):
            # A link back to the profile is no way on.
            if ways.key(way.url) == home or (accepted_only and not _accepted(way)):
                continue
            found.accepted = found.accepted and _accepted(way)
            push(_follow(here.url, place, way))
    return found


def _onward(
    world: World, place: _Place, here: Document, found: Found, *, any_door: bool
) -> list[Way]:
    """The links that lead on; it is noted where there are more than are tried."""
    offers, more = world.ways_from(place.url)
    cause = SPENT if more else ""
    if any_door and not world.is_hub(here):
        # Of somebody else's site no more is tried than behind the last click.
        far = max(place.clicks, ALLOWED) if place.other_site else place.clicks
        behind, cause = world.doors_from(place.url, far)
        offers = [*offers, *behind]
    if cause:
        found.unread.append(Unread("", cause, place.clicks + 1, "none", claims=False))
    return offers


def _name(url: str) -> str:
    """What a place is told from others by: sections of a page are places of their own."""
    section = ways.fragment(url)
    return f"{ways.key(url)}#{section}" if section else ways.key(url)


def _accepted(way: Way | None) -> bool:
    return way is None or way.cls in ACCEPTED


def _starts(world: World, found: Found) -> list[_Place]:
    """Where the clicks begin: the website itself, or the links of the profile."""
    profile = world.profile
    if profile.platform == "website":
        return [_Place(profile.url, 0, (), None)]
    if world.kind == "impressum":
        _in_words(world, found)
    start = _Place(profile.url, 0, (), None)
    offers, more = from_profile(profile, world.kind, world.labels, world.lexicon)
    if more:
        found.unread.append(Unread("", SPENT, 1, "none", claims=False))
    own = ways.key(profile.url)
    return [
        _follow(profile.url, start, world.weighed(way))
        for way in offers
        if ways.key(way.url) != own
    ]


def _in_words(world: World, found: Found) -> None:
    """Note where the profile's own words are an Impressum, or may be one: no way is shorter.

    An address in a field of that name may be all that § 18 (1) MStV asks for; whether it is enough
    is not for a program to say, and so the way over other pages is not either.
    """
    for text, extra, named in _said(world):
        _, low = evidence.plain(text)
        if not evidence.address(low):
            continue
        if _MAIL.search(text) is not None or evidence.phone(low):
            found.ends.append(Path(extra, (), world.profile.url, "text"))
        elif named:
            found.unread.append(Unread("", "page-not-judgeable", extra, "strong", claims=True))


def _said(world: World) -> list[tuple[str, int, bool]]:
    """The texts of the profile, with the clicks until they are seen, and whether one is called so."""
    profile = world.profile
    field = world.lexicon.expansion(profile.platform, "field")
    return [(profile.bio or "", 0, False), (profile.impressum or "", field, True)]


def _follow(here: str, place: _Place, way: Way) -> _Place:
    step = Step(here, way.text, way.cls, way.url, way.url, way.clicks, way.remarks)
    return _Place(way.url, place.clicks + way.clicks, (*place.steps, step), way, place.hub)


def _arrive(world: World, place: _Place, found: Found) -> Document:
    """Judge what stands at an address; note it where it is an end, or was not seen."""
    here = world.document(place.url)
    remarks = list(here.remarks)
    if any(world.lexicon.is_shortener(url) for url in (place.url, *here.via)):
        remarks.append("shortener")
    is_hub = world.is_hub(here) and bool(place.steps)
    if is_hub:
        remarks.append("hub_in_hub" if place.hub else "hub")
        place.hub = True
    if place.steps:
        last = place.steps[-1]
        told = tuple(dict.fromkeys((*last.remarks, *remarks)))
        reached = last.target if "#" in last.target else here.url
        last = Step(last.page, last.text, last.cls, last.target, reached, last.clicks, told)
        place.steps = (*place.steps[:-1], last)
    way, claims = place.way, place.claims
    cls: Class
    inside = way is not None and way.clicks == 0
    ending, cause = judge(here, place.url, world.kind, world.seen, inside=inside, claims=claims)
    if cause in {UNASKED, "not-reachable"} and not here.pages and _opaque(world, here):
        cause = cause if cause == UNASKED else "target-hidden"
    if TIERS[ending] == GOOD and (
        ending == "confirmed" or claims or called_so(here.pages, world.kind)
    ):
        end = place.url if "#" in place.url else here.url
        found.ends.append(Path(place.clicks, place.steps, end, ending))
    elif claims or ending == "uncertain":
        if ending == "uncertain":
            cause = "page-uncertain"
            ending = "unreadable"
        found.ends.append(Path(place.clicks, place.steps, here.url, ending, cause))
    if here.gone and way is None:
        found.unread.append(Unread("", NOWHERE, 0, "strong", claims=False))
    if world.kind in here.unbuilt and not claims:
        cls = way.cls if way else "strong"
        # What a script may link is one click further.
        clicks = place.clicks + 1
        found.hinted.append(Unread("", "page-not-judgeable", clicks, cls, claims=False))
    if cause and TIERS[ending] == POSSIBLE:
        cls = way.cls if way else "strong"
        wants = here.wants or [""]
        # What a signpost points to is one click further.
        clicks = place.clicks + any(signs(page, world.kind) for page in here.pages)
        found.unread += [Unread(url, cause, clicks, cls, claims, place.other_site) for url in wants]
    return here


def _opaque(world: World, here: Document) -> bool:
    return world.lexicon.is_shortener(here.url) or world.lexicon.is_wrapper(here.url)
