"""pixelfed: profiles of Pixelfed: the interface where it is open, else webfinger and the actor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from linter.crawl.asking import Ask
from linter.pages.links import host_of
from linter.platforms.profile import Profile, ProfileLink, Unread
from linter.platforms.readers import shape
from linter.platforms.readers.activitypub import (
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
from linter.platforms.readers.fediverse_page import shown, shown_in
from linter.platforms.readers.home import home
from linter.platforms.readers.relme import of_server
from linter.platforms.readers.saved_page import saved_json
from linter.platforms.readers.unread import gone, other_way, shut, unread
from linter.platforms.readers.words import plain

if TYPE_CHECKING:
    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture
    from linter.platforms.profile import Source, Wanted

GONE = 410


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Read a profile; only the interface shows its website, so there may be more links without it."""
    place = home(wanted)
    if place is None:
        return Unread("profile-not-read")
    name, host = place
    handle = f"{name}@{host}"
    (answer,) = yield (lookup(name, host),)
    if not other_way(answer):
        return unread(answer)
    profile = _account(shape.json_of(answer), handle) if answer.ok else None
    if profile is not None:
        return _with(profile, wanted, "api", answer)
    pointed, asked = yield from finger(name, host)
    seen: tuple[Capture, ...] = (asked, answer)
    if not other_way(asked):
        return unread(asked)
    (card,) = yield (actor(pointed.actor if pointed else f"https://{host}/users/{name}"),)
    seen = (card, *seen)
    value = shape.json_of(card) if card.ok else None
    if card.status == GONE or suspended(value):
        return gone(card)
    if not other_way(card):
        return unread(card)
    profile = actor_of(value, "pixelfed", handle)
    if profile is not None:
        return _with(_untold(profile), wanted, "webfinger", card)
    (capture,) = yield (Ask((pointed and pointed.page) or wanted.url or f"https://{host}/{name}"),)
    profile = shown_in(capture, "pixelfed", handle)
    if profile is None:
        return shut(capture, *seen, absent=asked.fault == "not_found")
    return _with(profile, wanted, "page", capture)


def _with(profile: Profile, wanted: Wanted, source: Source, *seen: Capture) -> Profile:
    """With what can be said of verification."""
    place = home(wanted)
    verification = of_server(place[1] if place else "", wanted.domains, source)
    return replace(profile, verification=verification, seen=seen)


def _untold(profile: Profile) -> Profile:
    """An actor without fields: whether the profile shows a website is not told by it."""
    return replace(profile, more_links=True)


def _account(value: Any, handle: str) -> Profile | None:
    """A profile from the interface's record; None where it is none."""
    name = shape.text(value, "username", most=200)
    url = shape.address(value, "url")
    if not name or not url or shape.at(value, "note") is None:
        return None
    bio, links = plain(shape.raw(value, "note") or "")
    website = shape.address(value, "website")
    fields = fields_of(value)
    texts = field_texts(fields)
    named = (*([ProfileLink("", website)] if website else ()), *field_links(fields))
    host = handle.rpartition("@")[2] or host_of(url)
    return Profile(
        "pixelfed",
        f"{name}@{host}",
        url,
        name=shape.text(value, "display_name") or name,
        bio=bio,
        links=once((*named, *bio_links(bio, links))),
        fields=texts,
        impressum=impressum_in(texts),
        more_links="website" not in value,
        last_post=shape.day(value, "last_status_at"),
    )


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved answer of the interface, a saved actor, or a saved page."""
    place = home(wanted)
    handle = "@".join(place) if place else ""
    value = saved_json(page)
    profile = shown(page, "pixelfed", handle, wanted.url) if value is None else None
    if value is not None:
        profile = _account(value, handle)
        if profile is None and (found := actor_of(value, "pixelfed", handle)):
            profile = _untold(found)
    if profile is None:
        return Unread("profile-not-read")
    return _with(profile, wanted, "page" if value is None else "export")
