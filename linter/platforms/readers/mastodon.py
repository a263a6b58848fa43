"""mastodon: profiles of Mastodon and what speaks its interface; rel="me" is checked live."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from linter.crawl.asking import Ask
from linter.crawl.sight import read_capture
from linter.pages.links import host_of
from linter.platforms.profile import Profile, Unread
from linter.platforms.readers import shape
from linter.platforms.readers.activitypub import (
    Finger,
    actor,
    actor_of,
    bio_links,
    field_links,
    field_texts,
    fields_of,
    finger,
    impressum_in,
    lookup,
    once,
    suspended,
)
from linter.platforms.readers.backlink import MOST_LEADS, proven
from linter.platforms.readers.fediverse_page import shown, shown_in
from linter.platforms.readers.home import akin, home, owned, parts, under
from linter.platforms.readers.relme import Told, judged
from linter.platforms.readers.saved_page import saved_json
from linter.platforms.readers.unread import gone, other_way, shut, strange, unread
from linter.platforms.readers.words import plain

if TYPE_CHECKING:
    from datetime import date

    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture
    from linter.platforms.profile import Source, Wanted

Found = tuple[Profile, Told] | Unread


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Read a profile by the interface, else by webfinger as actor, else from its page."""
    place = home(wanted)
    if place is None:
        return Unread("profile-not-read")
    found = yield from _found(*place, wanted)
    if isinstance(found, Unread):
        return found
    profile, told = found
    hosts = (place[1], host_of(profile.seen[0].final_url or profile.seen[0].url))
    pages = _candidates(profile, wanted.domains)
    leads = 0 if told.source == "page" else MOST_LEADS  # the page was the last request to spare
    addresses = _addresses(profile, told, hosts)
    proof = yield from proven(pages, addresses, wanted.read or read_capture, leads)
    at_home = any(under(host, wanted.domains) for host in hosts)
    verification = judged(profile, told, proof, wanted.domains, at_home=at_home)
    seen = (*profile.seen, *proof.seen)
    return replace(profile, verification=verification, seen=seen)


def _found(name: str, host: str, wanted: Wanted) -> Asking[Found]:
    """The profile by the first way that shows it."""
    (answer,) = yield (lookup(name, host),)
    found = _answered(answer, f"{name}@{host}")
    if found is not None and (isinstance(found, Unread) or not _strayed(answer)):
        return found
    pointed, asked = yield from finger(name, host)
    if not other_way(asked):
        return unread(asked)
    if found is not None and not isinstance(found, Unread):
        led = _led(found, pointed, asked)
        if led is not None:
            return led
    seen: tuple[Capture, ...] = (answer, asked)
    handle = _named(pointed, f"{name}@{host}")
    page = pointed.page if pointed else ""
    if pointed and pointed.actor:
        local = parts(f"{name}@{host_of(pointed.actor)}")
        if local and local[1] != host:
            (answer,) = yield (lookup(*local),)
            found = _answered(answer, handle)
            if found is not None and (isinstance(found, Unread) or not _strayed(answer)):
                return found
            seen = (answer, *seen)
        (card,) = yield (actor(pointed.actor),)
        found = _acted(card, wanted, handle)
        if found is not None:
            return found
        seen = (card, *seen)
    page = page or wanted.url or f"https://{host}/@{name}"
    (capture,) = yield (Ask(page),)
    return _page(capture, wanted, handle, seen)


def _strayed(answer: Capture) -> bool:
    """Whether a request was led to a host that has nothing to do with the one that was asked."""
    return not akin(host_of(answer.url), host_of(answer.final_url or answer.url))


def _led(found: tuple[Profile, Told], pointed: Finger | None, asked: Capture) -> Found | None:
    """What an account is that the look-up showed on another host; None where other ways tell.

    It is the one that was asked for where webfinger says that it lives there; where webfinger
    knows no such account, it has the name that it has on that host.
    """
    profile, told = found
    name, there = profile.handle.partition("@")[0], host_of(profile.seen[0].final_url)
    if pointed is not None:
        return found if host_of(pointed.actor or pointed.page) == there else None
    if asked.fault == "not_found":
        return replace(profile, handle=f"{name}@{there}"), told
    return unread(asked) if asked.fault else strange(profile.seen[0])


def _named(pointed: Finger | None, handle: str) -> str:
    """The account's name as its host writes it; what it says of other hosts is not believed."""
    said = pointed.handle if pointed else ""
    return said if said.rpartition("@")[2].casefold() == handle.rpartition("@")[2] else handle


def _answered(answer: Capture, handle: str) -> Found | None:
    """What the interface says; None where other ways are worth trying."""
    if not answer.ok:  # one that is not found here may be known by webfinger all the same
        return None if other_way(answer) else unread(answer)
    value = shape.json_of(answer)
    if shape.flag(value, "suspended") is True:
        return gone(answer)
    profile = _account(value, handle)
    if profile is None:
        return None
    if _foreign(value, handle, host_of(answer.url), host_of(answer.final_url)):
        return strange(answer)
    return replace(profile, seen=(answer,)), _told(value, "api")


def _foreign(value: Any, handle: str, *hosts: str) -> bool:
    """Whether an answer is about an account of another host than the one that was asked for.

    What it says of itself there is not believed, and the account asked for is not shown by it.
    """
    said = parts(shape.text(value, "acct", most=400) or "")
    return said is not None and not any(
        akin(said[1], host) for host in (handle.rpartition("@")[2], *hosts)
    )


def _acted(card: Capture, wanted: Wanted, handle: str) -> Found | None:
    """What the actor says; None where the page is worth trying."""
    if card.status == 410:  # noqa: PLR2004 - Gone: the server closed the account
        return gone(card)
    if not card.ok:
        return None if other_way(card) else unread(card)
    value = shape.json_of(card)
    if suspended(value):
        return gone(card)
    profile = actor_of(value, wanted.platform, handle)
    if profile is None:
        return None
    told = Told("webfinger", addresses=(shape.address(value, "id") or "",))
    return replace(profile, seen=(card,)), told


def _page(capture: Capture, wanted: Wanted, handle: str, seen: tuple[Capture, ...]) -> Found:
    """What the profile's page shows; seen: what the other ways brought, webfinger last."""
    profile = shown_in(capture, wanted.platform, handle)
    if profile is None:
        known = next((one for one in seen if one.ok and _names(shape.json_of(one))), None)
        if known is not None and capture.fault == "not_found":
            return strange(known)  # the interface knows the account, whatever else there is not
        absent = seen[-1].fault == "not_found"
        denied = next(filter(_denied, seen[:-1]), None)  # webfinger may only not be served here
        if absent and denied is not None and not (capture.ok and _speaks(capture, wanted)):
            return gone(denied, alone=capture.fault != "not_found")
        return shut(capture, *seen, absent=absent)
    if _strayed(capture):
        return strange(capture)  # whose page it is shows nowhere
    return profile, Told("page")


def _denied(answer: Capture) -> bool:
    """Whether the interface says in its own words that there is no such account."""
    if answer.fault != "not_found":
        return False
    return shape.text(shape.json_of(answer), "error") == "Record not found"


def _speaks(capture: Capture, wanted: Wanted) -> bool:
    """Whether a page has something to say, so that it may be the profile that others deny."""
    return (wanted.read or read_capture)(capture).state not in {"soft_404", "empty_shell"}


def _names(value: Any) -> bool:
    """Whether an answer of the interface is about an account, however little it says."""
    return bool(shape.text(value, "username") and shape.at(value, "id"))


def _account(value: Any, handle: str) -> Profile | None:
    """A profile from the interface's record of an account; None where it is none."""
    name = shape.text(value, "username", most=200)
    url = shape.address(value, "url") or shape.address(value, "uri")
    if not name or not url or (shape.raw(value, "note") is None and not _names(value)):
        return None
    host = handle.rpartition("@")[2]
    note = shape.raw(value, "note")
    bio, links = plain(note or "")
    listed = type(shape.at(value, "fields")) is list
    fields = fields_of(value)
    texts = field_texts(fields)
    shown_as = shape.text(value, "display_name")
    moved = shape.record(value, "moved")
    return Profile(
        "mastodon",
        f"{name}@{host}",
        url,
        name=None if shown_as is None else shown_as or name,
        bio=None if note is None else bio,
        links=once((*field_links(fields), *bio_links(bio, links)))
        if listed or note is not None
        else None,
        fields=texts,
        impressum=impressum_in(texts),
        more_links=not listed or note is None,
        bot=shape.flag(value, "bot"),
        last_post=shape.day(value, "last_status_at"),
        moved_to=(shape.address(moved, "url") or "") if moved else "",
    )


def _told(value: Any, source: Source) -> Told:
    """What the interface says of proven links."""
    days: dict[str, date | None] = {}
    for field in shape.items(value, "fields"):
        if shape.text(field, "verified_at"):
            pair = (shape.raw(field, "name") or "", shape.raw(field, "value") or "", True)
            for link in field_links((pair,)):
                days[link.url] = shape.day(field, "verified_at")
    return Told(source, days, (shape.address(value, "uri") or "",), shows=True)


def _candidates(profile: Profile, domains: tuple[str, ...]) -> tuple[str, ...]:
    """The pages of the authority's own that may link back, those shown as proven first."""
    own = host_of(profile.url)
    pages = [
        link
        for link in profile.links or ()
        if link.url.startswith("https://") and host_of(link.url) != own and owned(link.url, domains)
    ]
    return tuple(link.url for link in sorted(pages, key=lambda link: not link.verified))


def _addresses(profile: Profile, told: Told, hosts: tuple[str, ...]) -> tuple[str, ...]:
    """Every address that a link back may have, on the hosts that were asked.

    A server may say that its account lives elsewhere; a link to that account proves nothing.
    """
    name = profile.handle.partition("@")[0]
    said = [url for url in (profile.url, *told.addresses) if host_of(url) in hosts]
    forms = [f"https://{host}/{form}{name}" for host in hosts for form in ("@", "users/")]
    return tuple(dict.fromkeys((*said, *forms)))


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved answer of the interface, a saved actor, or a saved page of the profile."""
    value = saved_json(page)
    place = home(wanted)
    handle = "@".join(place) if place else wanted.handle
    told = Told("export")
    if value is not None:
        if place and _foreign(value, handle):
            return Unread("profile-not-read")
        profile = _account(value, handle)
        told = _told(value, "export") if profile else told
        profile = profile or actor_of(value, wanted.platform, handle if place else "")
    else:
        profile = shown(page, wanted.platform, handle, wanted.url)
    if profile is None:
        return Unread("profile-not-read")
    at_home = under(host_of(profile.url), wanted.domains)
    verification = judged(profile, told, None, wanted.domains, at_home=at_home)
    return replace(profile, verification=verification)
