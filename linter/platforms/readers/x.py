"""x: profiles of X, through its interface (a bearer token) or from a saved page."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html import unescape
from typing import TYPE_CHECKING, Any

from linter.platforms import get
from linter.platforms.profile import Profile, ProfileLink, Unread, Verification, Wanted
from linter.platforms.readers import shape
from linter.platforms.readers.bio import said, with_bio
from linter.platforms.readers.head import not_shown
from linter.platforms.readers.interface import ask, barred, part, same, secret, too_fast, unpaid
from linter.platforms.readers.saved_page import SavedPage, saved_json
from linter.platforms.readers.unread import gone, strange
from linter.platforms.readers.words import tidy

if TYPE_CHECKING:
    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture
    from linter.platforms.profile import Source

TOKEN = "AMTLINT_X_TOKEN"  # noqa: S105 - the name of the variable
USERS = "https://api.x.com/2/users/by/username/"
FIELDS = (
    "created_at,description,entities,most_recent_tweet_id,name,protected,url,"
    "username,verified,verified_type"
)
KINDS = {"government": "government", "business": "business", "blue": "paid"}
EPOCH = 1_288_834_974_657
"""The millisecond that numbers of posts count from; older numbers were given one by one."""
FIRST_TIMED = 1 << 36
_CUT = re.compile(r"\S{1,300}…")
"""An address that is drawn shortened leads nowhere."""
_TITLE = re.compile(r"(?:\(\d{1,6}\+?\) )?(.{0,200}) \(@(\w{1,15})\)")


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Ask the interface for the one user; without a token nothing is asked."""
    if refused := barred(wanted):
        return refused
    headers = (("Authorization", f"Bearer {secret(TOKEN)}"),)
    (answer,) = yield (ask(USERS + part(wanted.handle), {"user.fields": FIELDS}, headers=headers),)
    return _answered(shape.json_of(answer), wanted, "api", answer)


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved page, or a saved answer of the interface."""
    data = saved_json(page)
    if data is not None:
        return _answered(data, wanted, "export")
    html = SavedPage(page)
    profile = _described(html, wanted) or _titled(html, wanted)
    return profile or not_shown(html)


def _answered(data: Any, wanted: Wanted, source: Source, *seen: Capture) -> Profile | Unread:
    found = shape.at(data, "data")
    for user in found if type(found) is list else [found]:
        handle = shape.text(user, "username")
        if handle and same(wanted, handle):
            return _profile(user, handle, source, seen)
    titles = {shape.text(error, "title") for error in shape.items(data, "errors")}
    if titles & {"Not Found Error", "Forbidden"} and not (seen and seen[0].fault):
        return gone(*seen)
    if unpaid(*seen):
        return too_fast(*seen)
    return strange(*seen)


def _profile(user: Any, handle: str, source: Source, seen: tuple[Capture, ...]) -> Profile:
    bio = shape.raw(user, "description")
    fields = []
    for entry in shape.items(user, "entities", "url", "urls"):
        url = shape.address(entry, "expanded_url") or shape.address(entry, "url")
        if url:
            fields.append(ProfileLink("", url))
    if not fields and (short := shape.address(user, "url")):
        fields.append(ProfileLink("", short))
    for entry in shape.items(user, "entities", "description", "urls"):
        short, full = shape.address(entry, "url"), shape.address(entry, "expanded_url")
        if bio and short and full:
            bio = bio.replace(short, full)
    # the interface was asked for all of it, and leaves out what is empty; an export may lack it
    if bio is None and source == "api":
        bio = ""
    told = source == "api" or "url" in user or "entities" in user
    bio = said(unescape(bio)) if bio is not None else None
    return Profile(
        platform="x",
        handle=handle,
        url=f"https://x.com/{handle}",
        name=_clean(shape.text(user, "name")),
        bio=bio,
        links=with_bio(fields, bio) if told or bio is not None else None,
        more_links=not told or bio is None,
        verification=_verification(user, source),
        last_post=_posted(shape.text(user, "most_recent_tweet_id", most=20)),
        seen=seen,
    )


def _clean(text: str | None) -> str | None:
    return None if text is None else tidy(unescape(text))


def _verification(user: Any, source: Source) -> Verification:
    kind = shape.text(user, "verified_type")
    if kind in KINDS:
        return Verification("verified", KINDS[kind], source, note=f"verified_type {kind}")
    if kind == "none":
        return Verification("not_verified", "", source, note="verified_type none")
    return Verification(note="the answer holds no verified_type")


def _posted(number: str | None) -> date | None:
    """The day of a post: its number holds the time."""
    if not number or not number.isascii() or not number.isdecimal() or int(number) < FIRST_TIMED:
        return None
    return datetime.fromtimestamp(((int(number) >> 22) + EPOCH) / 1000, UTC).date()


def _described(html: SavedPage, wanted: Wanted) -> Profile | None:
    """The profile as the page's own linked data has it."""
    for record in html.described("ProfilePage"):
        user = shape.record(record, "mainEntity") or shape.record(record, "author")
        handle = shape.text(user, "additionalName")
        if not handle or not same(wanted, handle):
            continue
        bio = shape.raw(user, "description")
        bio = said(bio) if bio is not None else None
        related = [shape.address(url) for url in shape.items(record, "relatedLink")]
        fields = [ProfileLink("", url) for url in related if url and "://t.co/" in url]
        return Profile(
            platform="x",
            handle=handle,
            url=f"https://x.com/{handle}",
            name=shape.text(user, "givenName") or shape.text(user, "name"),
            bio=bio,
            links=with_bio(fields, bio),
            verification=_badge(html, handle),
            more_links=True,
        )
    return None


def _titled(html: SavedPage, wanted: Wanted) -> Profile | None:
    """The little that every saved profile shows: the name, and what a browser had drawn."""
    for title in (html.meta("og:title") or "", html.title):
        match = _TITLE.match(title)
        if match is None or not same(wanted, match[2]):
            continue
        drawn = html.tree.parser.css_first('[data-testid="UserDescription"]')
        bio = said(drawn.text(separator="")) if drawn is not None else None
        return Profile(
            platform="x",
            handle=match[2],
            url=f"https://x.com/{match[2]}",
            name=match[1],
            bio=bio,
            links=with_bio(_drawn_links(html), _CUT.sub("", bio or "")) or None,
            verification=_badge(html, match[2]),
            more_links=True,
        )
    return None


def _drawn_links(html: SavedPage) -> list[ProfileLink]:
    """The links that a browser had drawn, short as they are."""
    platform = get("x")
    found: dict[str, None] = {}
    for node in html.tree.parser.css(
        'a[data-testid="UserUrl"],[data-testid="UserDescription"] a[href]'
    ):
        url = shape.address(node.attributes.get("href") or "")
        if url and platform and not platform.parse_url(url):
            found.setdefault(url)
    return [ProfileLink("", url) for url in found]


def _badge(html: SavedPage, handle: str) -> Verification:
    """A badge in the head of a drawn profile; its colour, and so its kind, cannot be told."""
    head = html.tree.parser.css_first('[data-testid="UserName"]')
    own = head is not None and f"@{handle}".casefold() in head.text().casefold()
    if head is None or not own or head.css_first('[data-testid="icon-verified"]') is None:
        return Verification(note="no badge seen in the page, which proves nothing")
    return Verification("verified", "badge", "page", note="the page does not tell which badge")
