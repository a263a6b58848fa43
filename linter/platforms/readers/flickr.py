"""flickr: accounts of Flickr, through its interface (a key) or from a saved page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.platforms import get
from linter.platforms.profile import Profile, ProfileLink, Unread, Verification, Wanted
from linter.platforms.readers import shape
from linter.platforms.readers.bio import field_links, said, with_bio
from linter.platforms.readers.head import headed, not_shown
from linter.platforms.readers.interface import (
    ask,
    barred,
    not_admitted,
    part,
    same,
    spelled,
    too_fast,
)
from linter.platforms.readers.saved_page import SavedPage, saved_json
from linter.platforms.readers.unread import gone, strange
from linter.platforms.readers.words import plain

if TYPE_CHECKING:
    from linter.crawl.asking import Ask, Asking
    from linter.crawl.capture import Capture

KEY = "AMTLINT_FLICKR_KEY"
REST = "https://api.flickr.com/services/rest/"
PEOPLE = "https://www.flickr.com/people/"
NOT_FOUND = frozenset((1, 2, 5))
BAD_KEY = frozenset((98, 99, 100))
OVERLOADED = frozenset((105, 106))
_NUMBER = re.compile(r"\d{1,20}@N\d\d")
_ENDS = re.compile(r"(?:\A| ?[|–-] ?)Flickr$")


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Look the number of the account up, then ask for person and profile; without a key nothing."""
    if refused := barred(wanted):
        return refused
    number = wanted.handle
    seen: tuple[Capture, ...] = ()
    if not _NUMBER.fullmatch(wanted.handle):
        url = f"{PEOPLE}{part(wanted.handle)}/"
        (found,) = yield (_ask("flickr.urls.lookupUser", url=url),)
        number, seen = shape.text(shape.json_of(found), "user", "id") or "", (found,)
        if not found.ok or not _NUMBER.fullmatch(number):
            return _refusal(shape.json_of(found), found)
    person, profile = yield (
        _ask("flickr.people.getInfo", user_id=number),
        _ask("flickr.profile.getProfile", user_id=number),
    )
    about = shape.json_of(profile) if profile.ok else None
    return _answered(shape.json_of(person), about, wanted, person, profile, *seen)


def _ask(method: str, **fields: str) -> Ask:
    query = {"method": method, "format": "json", "nojsoncallback": "1", **fields}
    return ask(REST, query, key=("api_key", KEY))


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved page, or a saved answer of the interface."""
    data = saved_json(page)
    if data is not None:
        return _answered(data, data, wanted)
    html = SavedPage(page)
    return headed(html, wanted, PEOPLE + "{}/", _ENDS) or not_shown(html)


def _refusal(data: Any, *seen: Capture) -> Unread:
    code = shape.number(data, "code") if shape.text(data, "stat") == "fail" else None
    if code in NOT_FOUND:
        return gone(*seen)
    if code in BAD_KEY:
        return not_admitted(*seen)
    if code in OVERLOADED:
        return too_fast(*seen)
    return strange(*seen)


def _answered(data: Any, about: Any, wanted: Wanted, *seen: Capture) -> Profile | Unread:
    person = shape.record(data, "person")
    number, alias = shape.text(person, "nsid"), shape.text(person, "path_alias")
    if person is None or not number or (seen and not seen[0].ok):
        return _refusal(data, *seen)
    platform = get("flickr")
    url = shape.address(_content(person, "profileurl"))
    named = platform.parse_url(url) if platform and url else None
    if not same(wanted, alias, named, number):
        return strange(*seen)
    described = _content(person, "description")
    text, links = plain(described or "")
    website = shape.text(about, "profile", "website")
    fields = field_links(website)
    fields += [
        ProfileLink("" if label in href else label, address)
        for label, href in links
        if (address := shape.address(href))
    ]
    return Profile(
        platform="flickr",
        handle=spelled(wanted, alias, named, number),
        url=url or f"{PEOPLE}{part(alias or number)}/",
        name=shape.text(person, "realname", "_content")
        or shape.text(person, "username", "_content"),
        bio=None if described is None else said(text),
        links=None if website is None and described is None else with_bio(fields, text),
        verification=Verification(note="the platform has no badge"),
        more_links=None in (website, described),
        seen=seen,
    )


def _content(person: Any, field: str) -> str | None:
    """A text, which the interface wraps once more."""
    return shape.raw(person, field, "_content")
