"""instagram: profiles of Instagram, through the Graph interface or from a saved page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.platforms.profile import Profile, ProfileLink, Unread, Verification, Wanted
from linter.platforms.readers import shape
from linter.platforms.readers.bio import field_links, said, whole, with_bio
from linter.platforms.readers.counts import count
from linter.platforms.readers.head import NO_BADGE, not_shown
from linter.platforms.readers.interface import ask, askable, bare, same, secret
from linter.platforms.readers.meta_graph import GRAPH, TOKEN, refusal
from linter.platforms.readers.saved_page import SavedPage, records, saved_json

if TYPE_CHECKING:
    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture
    from linter.platforms.profile import Source

USER_ID = "AMTLINT_INSTAGRAM_USER_ID"
FIELDS = "id,username,name,biography,website,followers_count,media.limit(1){timestamp}"
_NAMED = re.compile(r"(?P<name>.{0,200}?) ?\(@(?P<handle>[\w.]{1,30})\)")
_QUOTED = re.compile(r'\A[^:]{0,40}: ?["“„](?P<bio>.*)["“”]\Z', re.DOTALL)
_DASH = re.compile(r" [-–—] ")


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Ask the Graph interface, through one's own account, for the one; without a token nothing is asked."""
    if not {TOKEN, USER_ID} <= wanted.secrets:
        return Unread("no-token")
    if not askable(wanted):
        return Unread("profile-not-read")
    fields = {"fields": f"business_discovery.username({bare(wanted)}){{{FIELDS}}}"}
    question = ask(GRAPH + secret(USER_ID), fields, key=("access_token", TOKEN))
    (answer,) = yield (question,)
    return _answered(shape.json_of(answer), wanted, answer)


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved page, or an answer that was saved."""
    data = saved_json(page)
    if data is not None:
        return _private(data, wanted, "export") or _answered(data, wanted)
    html = SavedPage(page)
    for block in html.json_scripts(b'"biography"'):
        if profile := _private(block, wanted, "page"):
            return profile
    profile = _headed(html, wanted)
    return profile or not_shown(html)


def _answered(data: Any, wanted: Wanted, *seen: Capture) -> Profile | Unread:
    found = shape.record(data, "business_discovery")
    handle = shape.text(found, "username")
    if (seen and not seen[0].ok) or not handle or not same(wanted, handle):
        # Only professional accounts are found this way, so that "not found" does not mean gone.
        return refusal(data, *seen)
    bio, website = said(shape.raw(found, "biography")), shape.text(found, "website")
    return Profile(
        platform="instagram",
        handle=handle,
        url=f"https://www.instagram.com/{handle}/",
        name=shape.text(found, "name"),
        bio=bio,
        links=None if website is None and bio is None else with_bio(field_links(website), bio),
        verification=Verification(note="the interface does not tell of badges"),
        last_post=shape.day(found, "media", "data", 0, "timestamp"),
        followers=shape.number(found, "followers_count"),
        more_links=True,
        seen=seen,
    )


def _private(data: Any, wanted: Wanted, source: Source) -> Profile | None:
    """The profile as the page's own scripts get it; read from saved files, never asked for."""
    for user in records(data):
        handle = shape.text(user, "username")
        if not handle or shape.raw(user, "biography") is None or "full_name" not in user:
            continue
        if not same(wanted, handle):
            continue
        bio = said(shape.raw(user, "biography"))
        verified = shape.flag(user, "is_verified")
        return Profile(
            platform="instagram",
            handle=handle,
            url=f"https://www.instagram.com/{handle}/",
            name=shape.text(user, "full_name"),
            bio=bio,
            links=with_bio(_bio_links(user), bio),
            verification=badge(verified, source),
            followers=_followers(user),
            more_links="bio_links" not in user,
        )
    return None


def _followers(user: Any) -> int | None:
    told = shape.number(user, "edge_followed_by", "count")
    return shape.number(user, "follower_count") if told is None else told


def badge(verified: bool | None, source: Source) -> Verification:
    """Meta's badge, as `is_verified` has it: notable and paid ones look the same."""
    if verified is None:
        return Verification(note="the answer holds no is_verified")
    if verified:
        return Verification("verified", "badge", source, note="is_verified true")
    return Verification("not_verified", "", source, note="is_verified false")


def _bio_links(user: Any) -> list[ProfileLink]:
    links = []
    for entry in shape.items(user, "bio_links"):
        url = shape.address(entry, "url") or shape.address(entry, "lynx_url")
        if url:
            links.append(ProfileLink(shape.text(entry, "title") or "", url))
    external = shape.address(user, "external_url")
    if external and all(link.url.rstrip("/") != external.rstrip("/") for link in links):
        links.append(ProfileLink("", external))
    return links


def _headed(html: SavedPage, wanted: Wanted) -> Profile | None:
    """What the head of a page says in one sentence: followers, name, handle and the bio."""
    sentence = html.meta("description", lines=True) or html.meta("og:description", lines=True) or ""
    counts, rest = _split(sentence)
    titled = _named(html.meta("og:title") or "", wanted) or _named(html.title, wanted)
    told = _named(rest, wanted)
    match = titled or told
    if match is None:
        return None
    quoted = _QUOTED.match(rest[told.end() :]) if told else None
    bio = whole(quoted["bio"]) if quoted else None
    named = titled or (told if quoted else None)
    return Profile(
        platform="instagram",
        handle=match["handle"],
        url=f"https://www.instagram.com/{match['handle']}/",
        name=named["name"].strip() if named else None,
        bio=said(bio),
        verification=Verification(note=NO_BADGE),
        followers=count(counts) if told else None,
        more_links=True,
    )


def _named(text: str, wanted: Wanted) -> re.Match[str] | None:
    """Name and handle at the start of a text, where they are the wanted account's."""
    match = _NAMED.match(text)
    return match if match and same(wanted, match["handle"]) else None


def _split(sentence: str) -> tuple[str, str]:
    """The counts before the first dash, and the rest, in which name and bio may have dashes too."""
    match = _DASH.search(sentence)
    return (sentence[: match.start()], sentence[match.end() :]) if match else ("", sentence)
