"""vimeo: accounts of Vimeo, through its interface (a bearer token) or from a saved page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.platforms import get
from linter.platforms.profile import Profile, ProfileLink, Unread, Verification, Wanted
from linter.platforms.readers import shape
from linter.platforms.readers.bio import nullable, said, with_bio
from linter.platforms.readers.head import headed, not_shown
from linter.platforms.readers.interface import ask, barred, part, same, secret, spelled
from linter.platforms.readers.saved_page import SavedPage, saved_json
from linter.platforms.readers.unread import gone, strange

if TYPE_CHECKING:
    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture

TOKEN = "AMTLINT_VIMEO_TOKEN"  # noqa: S105 - the name of the variable
USERS = "https://api.vimeo.com/users/"
FIELDS = "uri,name,link,bio,websites"
VERSION = "application/vnd.vimeo.*+json;version=3.4"
_ENDS = re.compile(r"(?:\A| on | auf )Vimeo$|\A(?:Vimeo / )")


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Ask the interface for the one user; without a token nothing is asked."""
    if refused := barred(wanted):
        return refused
    headers = (("Authorization", f"bearer {secret(TOKEN)}"),)
    question = ask(USERS + part(wanted.handle), {"fields": FIELDS}, headers=headers, accept=VERSION)
    (answer,) = yield (question,)
    if answer.fault == "not_found":
        return gone(answer)
    return _answered(shape.json_of(answer), wanted, answer)


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved page, or a saved answer of the interface."""
    data = saved_json(page)
    if data is not None:
        return _answered(data, wanted)
    html = SavedPage(page)
    return headed(html, wanted, "https://vimeo.com/{}", _ENDS) or not_shown(html)


def _answered(data: Any, wanted: Wanted, *seen: Capture) -> Profile | Unread:
    platform = get("vimeo")
    url = shape.address(data, "link") or ""
    own = platform.parse_url(url) if platform else None
    number = (shape.text(data, "uri") or "").replace("/users/", "user", 1)
    if (seen and not seen[0].ok) or not own or not same(wanted, own, number):
        return strange(*seen)
    bio = said(nullable(data, "bio"))
    told = "websites" in data
    fields = [
        ProfileLink(shape.text(entry, "name") or shape.text(entry, "description") or "", link)
        for entry in shape.items(data, "websites")
        if (link := shape.address(entry, "link"))
    ]
    return Profile(
        platform="vimeo",
        handle=spelled(wanted, own, number),
        url=url,
        name=shape.text(data, "name"),
        bio=bio,
        links=with_bio(fields, bio) if told or bio is not None else None,
        more_links=not told or bio is None,
        verification=Verification(note="the platform documents no badge"),
        seen=seen,
    )
