"""youtube: channels of YouTube, through the Data interface (a key) or from the public page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from linter.crawl.asking import Ask
from linter.platforms import get
from linter.platforms.address import split
from linter.platforms.profile import Profile, ProfileLink, Unread, Verification, Wanted
from linter.platforms.readers import shape
from linter.platforms.readers.bio import field_links, said, with_bio
from linter.platforms.readers.head import headed, not_shown
from linter.platforms.readers.interface import (
    ask,
    askable,
    bare,
    not_admitted,
    part,
    same,
    secret,
    spelled,
    too_fast,
)
from linter.platforms.readers.saved_page import SavedPage, records, saved_json
from linter.platforms.readers.unread import gone, strange, unread
from linter.platforms.youtube import CHANNEL

if TYPE_CHECKING:
    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture

KEY = "AMTLINT_YOUTUBE_KEY"
CHANNELS = "https://www.googleapis.com/youtube/v3/channels"
PAGE = "https://www.youtube.com/"
PARTS = "snippet,brandingSettings"
LIMITS = frozenset(
    ("quotaExceeded", "rateLimitExceeded", "dailyLimitExceeded", "userRateLimitExceeded")
)
BADGES = frozenset(("CHECK_CIRCLE_FILLED", "CHECK_CIRCLE_THICK", "AUDIO_BADGE"))
OLD_BADGES = frozenset(("BADGE_STYLE_TYPE_VERIFIED", "BADGE_STYLE_TYPE_VERIFIED_ARTIST"))
_TITLE_ENDS = re.compile(r"(?:\A| - )YouTube$")


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Ask the interface where there is a key, else the public page, once."""
    if not askable(wanted):
        return Unread("profile-not-read")
    if KEY not in wanted.secrets:
        return (yield from _public(wanted))
    found: Profile | Unread = Unread("profile-not-read")
    for field, value in _names(wanted):
        query = {"part": PARTS, field: value}
        (answer,) = yield (ask(CHANNELS, query, headers=(("X-Goog-Api-Key", secret(KEY)),)),)
        found = _answered(shape.json_of(answer), wanted, answer)
        if not (isinstance(found, Unread) and found.cause == "profile-gone"):
            return found
    # Names of the kind /c/ cannot be looked up, so that not finding one proves nothing.
    return strange(*found.seen) if _kind(wanted) == "c" else found


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved page, or a saved answer of the interface."""
    data = saved_json(page)
    if data is not None:
        return _answered(data, wanted)
    return _shown(SavedPage(page), wanted)


def _kind(wanted: Wanted) -> str:
    """The kind of name that the registry's address has: c, user, channel, or "" for a handle."""
    address = split(wanted.url) if wanted.url else None
    first = address.parts[0].lower() if address and address.parts else ""
    return first if first in ("c", "user", "channel") else ""


def _names(wanted: Wanted) -> list[tuple[str, str]]:
    if re.fullmatch(CHANNEL, wanted.handle):
        return [("id", wanted.handle)]
    by_handle = ("forHandle", f"@{bare(wanted)}")
    return [("forUsername", bare(wanted)), by_handle] if _kind(wanted) == "user" else [by_handle]


def _answered(data: Any, wanted: Wanted, *seen: Capture) -> Profile | Unread:
    if "error" in (shape.record(data) or {}) or (seen and not seen[0].ok):
        return _refusal(data, *seen)
    channel = shape.record(data, "items", 0)
    number = shape.text(channel, "id")
    if channel is None or not number:
        listed = shape.text(data, "kind") == "youtube#channelListResponse"
        listed = listed and not shape.at(data, "items")
        return gone(*seen) if listed else strange(*seen)
    own = (shape.text(channel, "snippet", "customUrl") or "").removeprefix("@")
    if not seen and not same(wanted, own, number):
        return strange()
    handle = spelled(wanted, own, number)
    if same(wanted, own) and wanted.handle:
        handle = bare(wanted)  # the interface gives it in lower case
    bio = said(shape.raw(channel, "snippet", "description"))
    return Profile(
        platform="youtube",
        handle=handle,
        url=_address(own, number),
        name=shape.text(channel, "snippet", "title"),
        bio=bio,
        links=with_bio([], bio) if bio is not None else None,
        verification=Verification(note="the interface does not tell of badges"),
        more_links=True,
        seen=seen,
    )


def _refusal(data: Any, *seen: Capture) -> Unread:
    reasons = {shape.text(error, "reason") for error in shape.items(data, "error", "errors")}
    if reasons & LIMITS:
        return too_fast(*seen)
    if reasons & {"channelNotFound", "notFound"}:
        return gone(*seen)
    if reasons & {"keyInvalid", "badRequest", "forbidden", "accessNotConfigured", "keyExpired"}:
        return not_admitted(*seen)
    return strange(*seen)


def _address(handle: str, number: str) -> str:
    return f"{PAGE}@{part(handle)}" if handle else f"{PAGE}channel/{number}"


def _public(wanted: Wanted) -> Asking[Profile | Unread]:
    """Read the page that everybody sees, unless it is the one that asks for consent first."""
    kind = _kind(wanted)
    path = f"{kind}/{part(wanted.handle)}" if kind in ("c", "user") else ""
    if re.fullmatch(CHANNEL, wanted.handle):
        path = f"channel/{wanted.handle}"
    (page,) = yield (Ask(PAGE + (path or f"@{part(wanted.handle)}"), limit=5_000_000),)
    if not page.ok:
        return unread(page)
    found = _shown(SavedPage.of(page), wanted, page, looked_up=bool(path))
    return replace(found, seen=(page,)) if isinstance(found, Profile) else found


def _shown(
    html: SavedPage, wanted: Wanted, *seen: Capture, looked_up: bool = False
) -> Profile | Unread:
    data = html.assigned(b"ytInitialData")
    about = shape.record(data, "metadata", "channelMetadataRenderer")
    profile = _channel(data, about, wanted, looked_up=looked_up) if about else None
    profile = profile or headed(html, wanted, f"{PAGE}@{{}}", _TITLE_ENDS)
    return profile or not_shown(html, *seen)


def _channel(data: Any, about: Any, wanted: Wanted, *, looked_up: bool) -> Profile | None:
    """The channel in the data that the page was made of; looked_up: the page was asked by an old name."""
    platform = get("youtube")
    number = shape.text(about, "externalId") or ""
    urls = [shape.address(about, "vanityChannelUrl")]
    urls += [shape.address(url) for url in shape.items(about, "ownerUrls")]
    names = [name for url in urls if url and platform and (name := platform.parse_url(url))]
    if not (looked_up or same(wanted, *names, number)) or not (number or names):
        return None
    handles = [name for name in names if name != number]
    handle = spelled(wanted, *handles, number)
    header = shape.record(data, "header")
    bio = said(shape.raw(about, "description") or "")
    links = _links(data)
    fields = links if links is not None else _first_link(header)
    return Profile(
        platform="youtube",
        handle=handle,
        url=_address(handles[0] if handles else "", number),
        name=shape.text(about, "title"),
        bio=bio,
        links=with_bio(fields, bio),
        verification=_badge(header),
        more_links=links is None,
    )


def _badge(header: Any) -> Verification:
    """The tick behind the name in the channel's own header; that there is none proves nothing."""
    for record in records(header):
        name = shape.text(record, "imageName") or shape.text(record, "style")
        if name in BADGES or name in OLD_BADGES:
            return Verification("verified", "badge", "page", note=name)
    return Verification(note="no badge seen in the page, which proves nothing")


def _links(data: Any) -> list[ProfileLink] | None:
    """The links of the channel's description panel; None where the page came without it."""
    for record in records(data):
        view = shape.record(record, "aboutChannelViewModel")
        if view is None:
            continue
        links = []
        for entry in shape.items(view, "links"):
            link = shape.record(entry, "channelExternalLinkViewModel")
            url = _target(shape.at(link, "link")) or _plain(shape.text(link, "link", "content"))
            if url:
                links.append(ProfileLink(shape.text(link, "title", "content") or "", url))
        return links
    return None


def _first_link(header: Any) -> list[ProfileLink]:
    """The one link that the header shows ("stadt.de and 2 more links")."""
    for record in records(header):
        view = shape.record(record, "attributionViewModel")
        url = _target(shape.at(view, "text")) if view else ""
        if url:
            return [ProfileLink("", url)]
    return []


def _target(text: Any) -> str:
    """Where a link leads, behind the platform's own redirect."""
    command = ("commandRuns", 0, "onTap", "innertubeCommand", "urlEndpoint", "url")
    url = shape.address(text, *command)
    if not url:
        return ""
    try:
        asked = urlsplit(url)
        if asked.path == "/redirect" and (asked.hostname or "").endswith("youtube.com"):
            return shape.address(parse_qs(asked.query).get("q", [""])[0]) or ""
    except ValueError:
        return ""
    return url


def _plain(shown: str | None) -> str:
    """An address as shown, without a scheme; a shortened one is none."""
    links = field_links(shown) if shown and not shown.endswith("…") else []
    return links[0].url if links else ""
