"""bluesky: profiles of the AT protocol's network; handle and identity are checked both ways."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from linter.crawl.asking import JSON, Ask
from linter.crawl.entries import KIND, ask_of
from linter.platforms.bluesky import PLATFORM
from linter.platforms.profile import Profile, ProfileLink, Unread, Verification
from linter.platforms.readers import shape
from linter.platforms.readers.home import under
from linter.platforms.readers.saved_page import SavedPage, saved_json
from linter.platforms.readers.unread import cause as cause_of
from linter.platforms.readers.unread import gone, strange, unread
from linter.platforms.readers.words import labelled_in, tidy

if TYPE_CHECKING:
    from datetime import date

    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture
    from linter.platforms.profile import Source, State, Wanted

APPVIEW = "https://public.api.bsky.app/xrpc"
"""What answers visitors for the whole network, without a login."""
DIRECTORY = "https://plc.directory"
RENTED = ("bsky.social",)
"""Domains under which anybody gets a handle: such a handle proves nothing."""
BROKEN = "handle.invalid"
"""What stands in the place of a handle whose domain no longer leads to the account."""
CLOSED = ("AccountDeactivated", "AccountTakedown", "AccountSuspended", "AccountDeleted")
DISTURBED = ("UpstreamFailure", "UpstreamTimeout", "InternalServerError", "NotEnoughResources")
"""What the network calls its own disturbances, also under a status that blames the request."""
_DID = re.compile(r"did:(?:plc:[a-z2-7]{24}|web:[A-Za-z0-9.-]{3,253})")
_TITLED = re.compile(r"(.{0,300}?)\s*\(@([A-Za-z0-9.-]{3,253})\)")


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Read a profile; a handle under the authority's own domain is followed to its identity."""
    actor = _actor(wanted)
    if actor is None:
        return Unread("profile-not-read")
    (answer,) = yield (_query("app.bsky.actor.getProfile", actor=actor),)
    value = shape.json_of(answer)
    if not answer.ok:
        return _refused(value, answer)
    profile = _profile(value)
    if profile is None:
        return strange(answer)
    if _hides(value):
        return Unread("login-wall", "", (answer,))
    verification = _badge(value, "api")
    seen: tuple[Capture, ...] = (answer,)
    did = shape.text(value, "did", most=300) or ""
    if verification.state != "verified" and under(profile.handle, wanted.domains):
        verification, asked = yield from _identity(profile.handle, did)
        seen = (answer, *(capture for capture in asked if capture.ok))
    elif verification.state != "verified":
        verification = _unproven(profile.handle, verification)
    posted, feed = yield from _last_post(did)
    seen = (*seen, feed) if feed.ok else seen
    return replace(profile, verification=verification, last_post=posted, seen=seen)


def _actor(wanted: Wanted) -> str | None:
    """The handle or identity to ask for; None where it can be neither."""
    said = wanted.handle.strip().removeprefix("@")
    said = said if said.startswith("did:") else said.lower()
    return said if re.fullmatch(PLATFORM.grammar, said) else None


def _query(method: str, **fields: str) -> Ask:
    said = "&".join(f"{name}={quote(value, safe=':.')}" for name, value in fields.items())
    return Ask(f"{APPVIEW}/{method}?{said}", JSON, api=True)


def _refused(value: Any, answer: Capture) -> Unread:
    """No profile: the network says why in words, with status 400 for nearly everything."""
    if answer.fault not in {"client_error", "not_found"}:
        return unread(answer)
    error = shape.text(value, "error", most=100) or ""
    message = shape.text(value, "message", most=300) or ""
    if error in DISTURBED:
        return unread(answer.but(fault="server_error"))
    if error in CLOSED or message.startswith(("Profile not found", "Unable to resolve")):
        return gone(answer)
    return strange(answer) if answer.fault == "not_found" else unread(answer)


def _profile(value: Any, *, whole: bool = True) -> Profile | None:
    """A profile from the network's view of it; None where the value is none.

    whole: what is empty is left out; else what is left out was not told.
    """
    did = shape.text(value, "did", most=300) or ""
    handle = (shape.text(value, "handle", most=300) or "").lower()
    if not _DID.fullmatch(did) or not handle:
        return None
    text = shape.raw(value, "description")
    if text is None and whole:
        text = ""
    bio = None if text is None else tidy(text, lines=True)
    website = shape.address(value, "website")
    fields = (ProfileLink("", website),) if website else ()
    known = {link.url for link in fields}
    links = (ProfileLink(label, url) for label, url in labelled_in(bio or "") if url not in known)
    return Profile(
        "bluesky",
        handle,
        f"https://bsky.app/profile/{did if handle == BROKEN else handle}",
        name=shape.text(value, "displayName") or ("" if whole else None),
        bio=bio,
        links=None if bio is None else (*fields, *links),
    )


def _whole(value: Any) -> bool:
    """Whether it is the whole view: the short ones, beside posts, have no counters and no text."""
    return shape.number(value, "followersCount") is not None


def _hides(value: Any) -> bool:
    """Whether the account asks not to be shown to visitors without a login; that is respected."""
    did = shape.text(value, "did")
    return any(
        shape.text(label, "val") == "!no-unauthenticated" and shape.text(label, "src") == did
        for label in shape.items(value, "labels")
    )


def _badge(value: Any, source: Source) -> Verification:
    """What the network shows of verification beside the handle."""
    if shape.text(value, "verification", "trustedVerifierStatus") == "valid":
        return Verification("verified", "trusted-verifier", source)
    state = shape.text(value, "verification", "verifiedStatus")
    entries = shape.items(value, "verification", "verifications")
    if state == "valid":
        days = [
            on
            for entry in entries
            if shape.flag(entry, "isValid") is not False and (on := shape.day(entry, "createdAt"))
        ]
        return Verification("verified", "badge", source, min(days, default=None))
    if state == "invalid":
        note = "a verification no longer holds: handle or name was changed since"
        return Verification("not_verified", "badge", source, note=note)
    return Verification("not_verified", "", source)


def _unproven(handle: str, shown: Verification) -> Verification:
    """Without a badge and not under a known domain: whose the handle's domain is, decides."""
    if handle == BROKEN:
        note = "the handle's domain does not lead back to the account"
        return replace(shown, note=note)
    if under(handle, RENTED):
        return shown
    note = f"whether {handle} is a domain of the authority's is not on record"
    return Verification("unknown", "domain", shown.source, note=note)


def _identity(handle: str, did: str) -> Asking[tuple[Verification, tuple[Capture, ...]]]:
    """Follow the handle to the identity and back; each must name the other.

    The domain's owner names the identity by an entry in DNS, which goes first, or by a file; where
    there is neither, the network's own resolver is asked. No entry that could not be asked for is
    taken for none: then nothing is said against the account.
    """
    named, told, entry = yield (
        Ask(f"https://{handle}/.well-known/atproto-did", "text/plain", api=True),
        _document(did),
        Ask(ask_of(f"_atproto.{handle}"), KIND, api=True),
    )
    seen: tuple[Capture, ...] = (named, told, entry)
    said, how = _entered(entry), "an entry in DNS names the account"
    asked = entry.ok or entry.fault == "not_found"
    if said is None:
        text = tidy(named.body[:600].decode("utf-8", "replace")) if named.ok else ""
        said = text if _DID.fullmatch(text) else None
        how = "the domain names the account"
    if said is None:
        (resolved,) = yield (_query("com.atproto.identity.resolveHandle", handle=handle),)
        seen = (*seen, resolved)
        said = shape.text(shape.json_of(resolved), "did", most=300) if resolved.ok else None
        how = "the network resolves the handle"
        if said is None and not _settled(resolved):
            return _unasked("whom the domain names could not be asked", resolved), seen
        if said is None and not named.ok and named.fault != "not_found":
            return _unasked(f"{handle} itself could not be asked", named), seen
    if said != did and not asked:
        return _unasked(f"what DNS says of {handle} could not be asked", entry), seen
    if said != did:
        return _domain("not_verified", f"{handle} does not name this account"), seen
    if not told.ok:
        return _unasked("the account's identity document could not be read", told), seen
    if _known_as(shape.json_of(told)) != handle:
        return _domain("not_verified", f"the identity document does not name {handle}"), seen
    return _domain("verified", how), seen


def _document(did: str) -> Ask:
    """The ask for an identity document."""
    method, _, rest = did.removeprefix("did:").partition(":")
    if method == "web":
        return Ask(f"https://{rest}/.well-known/did.json", JSON, api=True)
    return Ask(f"{DIRECTORY}/{did}", JSON, api=True)


def _entered(entry: Capture) -> str | None:
    """The identity that DNS names; None where there is none, or more than one."""
    lines = entry.body.decode("utf-8", "replace").splitlines() if entry.ok else []
    named = {line.removeprefix("did=") for line in lines if line.startswith("did=")}
    said = named.pop() if len(named) == 1 else ""
    return said if _DID.fullmatch(said) else None


def _settled(resolved: Capture) -> bool:
    """Whether the resolver says no, rather than nothing."""
    error = shape.text(shape.json_of(resolved), "error") or ""
    told = bool(error) and error not in DISTURBED
    return told and resolved.fault in {"client_error", "not_found"}


def _known_as(document: Any) -> str | None:
    """The handle that an identity document names: its first of the protocol's."""
    for name in shape.items(document, "alsoKnownAs"):
        if type(name) is str and name.startswith("at://"):
            return name.removeprefix("at://").lower()
    return None


def _domain(state: State, note: str) -> Verification:
    return Verification(state, "domain", "api", note=note)


def _unasked(note: str, answer: Capture) -> Verification:
    """Nobody could be asked who would know."""
    cause = cause_of(answer.fault) if answer.fault else ""
    return Verification("unknown", "domain", "api", note=note, cause=cause)


def _last_post(did: str) -> Asking[tuple[date | None, Capture]]:
    """The day of the newest post or repost."""
    (answer,) = yield (
        _query("app.bsky.feed.getAuthorFeed", actor=did, limit="1", filter="posts_no_replies"),
    )
    value = shape.json_of(answer) if answer.ok else None
    entry = shape.record(value, "feed", 0)
    day = shape.day(entry, "reason", "indexedAt") or shape.day(entry, "post", "indexedAt")
    return day, answer


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved answer of the interface, or the head of a saved page."""
    value = saved_json(page)
    if value is not None:
        profile = _profile(value, whole=_whole(value))
        if profile is None:
            return Unread("profile-not-read")
        badge = _badge(value, "export")
        return replace(
            profile,
            verification=badge if badge.state == "verified" else _noted(profile, badge, wanted),
        )
    html = SavedPage(page)
    said = _TITLED.match(html.meta("og:title") or "") or _TITLED.match(html.title)
    if said is None:
        return Unread("login-wall" if html.asks_login else "profile-not-read")
    return Profile(
        "bluesky",
        said[2].lower(),
        f"https://bsky.app/profile/{said[2].lower()}",
        name=said[1],
        bio=html.meta("og:description", lines=True),
        links=tuple(
            ProfileLink(label, url)
            for label, url in labelled_in(html.meta("og:description", lines=True) or "")
        ),
        more_links=True,
        verification=Verification(source="page", note="a page's head shows no verification"),
    )


def _noted(profile: Profile, badge: Verification, wanted: Wanted) -> Verification:
    """Without the network, a handle's domain is not followed."""
    if under(profile.handle, wanted.domains):
        note = "whether the domain names the account was not asked"
        return Verification("unknown", "domain", badge.source, note=note)
    return _unproven(profile.handle, badge)
