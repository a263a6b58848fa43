"""peertube: accounts and channels of PeerTube by its public interface."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from linter.crawl.asking import JSON, Ask
from linter.pages.links import host_of
from linter.platforms.address import split
from linter.platforms.profile import Profile, ProfileLink, Unread
from linter.platforms.readers import shape
from linter.platforms.readers.activitypub import actor_of, once
from linter.platforms.readers.fediverse_page import shown, shown_in
from linter.platforms.readers.home import home
from linter.platforms.readers.relme import of_server
from linter.platforms.readers.saved_page import saved_json
from linter.platforms.readers.unread import ELSEWHERE, gone, shut, unread
from linter.platforms.readers.words import labelled_in, tidy, wordy

if TYPE_CHECKING:
    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture
    from linter.platforms.profile import Source, Wanted

KINDS = ("accounts", "video-channels")
CHANNELS = frozenset(("c", "video-channels"))


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Read an account or a channel of the name; the address in the registry tells which first."""
    place = home(wanted)
    if place is None:
        return Unread("profile-not-read")
    name, host = place
    address = split(wanted.url) if wanted.url else None
    channel = address is not None and bool(CHANNELS.intersection(address.parts[:1]))
    seen: tuple[Capture, ...] = ()
    absent = 0
    for kind in reversed(KINDS) if channel else KINDS:
        (answer,) = yield (Ask(f"https://{host}/api/v1/{kind}/{name}", JSON, api=True),)
        seen = (answer, *seen)
        if answer.fault not in ELSEWHERE:
            return unread(answer)
        value = shape.json_of(answer)
        profile = _profile(value, f"{name}@{host}") if answer.ok else None
        if profile is not None:
            return replace(
                profile, verification=of_server(host, wanted.domains, "api"), seen=(answer,)
            )
        absent += answer.fault == "not_found" and type(value) is dict
    if absent == len(KINDS):
        return gone(seen[0], alone=True)
    page = wanted.url or f"https://{host}/{'c' if channel else 'a'}/{name}"
    (capture,) = yield (Ask(page),)
    profile = shown_in(capture, "peertube", f"{name}@{host}")
    if profile is None:
        return shut(capture, *seen)
    return replace(profile, verification=of_server(host, wanted.domains, "page"))


def _profile(value: Any, handle: str) -> Profile | None:
    """A profile from the interface's record; None where it is none."""
    name = shape.text(value, "name", most=200)
    url = shape.address(value, "url")
    if not name or not url or shape.text(value, "displayName") is None:
        return None
    told = "description" in value  # there and null where it is empty
    bio = tidy(shape.raw(value, "description") or "", lines=True)
    support = tidy(shape.raw(value, "support") or "", lines=True)
    host = handle.rpartition("@")[2] or host_of(url)
    pairs = (*labelled_in(support), *labelled_in(bio))
    return Profile(
        "peertube",
        f"{name}@{host}",
        url,
        name=shape.text(value, "displayName") or name,
        bio=bio if told else None,
        links=once(ProfileLink(label, goal) for label, goal in pairs) if told or pairs else None,
        fields=(("", support),) if wordy(support) else (),
        more_links=not told,
    )


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved answer of the interface or a saved page."""
    place = home(wanted)
    handle = "@".join(place) if place else ""
    value = saved_json(page)
    if value is None:
        profile = shown(page, "peertube", handle, wanted.url)
    else:
        profile = _profile(value, handle) or actor_of(value, "peertube", handle)
    if profile is None:
        return Unread("profile-not-read")
    source: Source = "page" if value is None else "export"
    host = place[1] if place else ""
    return replace(profile, verification=of_server(host, wanted.domains, source))
