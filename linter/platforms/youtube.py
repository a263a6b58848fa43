"""youtube: handles, channel ids and channel addresses of YouTube."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.platforms.platform import Platform, after, first_part

if TYPE_CHECKING:
    from linter.platforms.address import WebAddress

CHANNEL = r"UC[A-Za-z0-9_-]{22}"
_named = after("c", "user", "channel")
_bare = first_part(
    "channel c user watch playlist embed shorts feed results live hashtag redirect about t "
    "premium post v clip account gaming kids signin logout oops attribution_link upload trending ads "
    "creators live_chat source select_site"
)


def _profile(address: WebAddress) -> str | None:
    return _named(address) or _bare(address)


def _canon(handle: str) -> str:
    """Channel ids tell capitals apart, handles do not."""
    return handle if re.fullmatch(CHANNEL, handle) else handle.casefold()


PLATFORM = Platform(
    name="youtube",
    title="YouTube",
    grammar=rf"{CHANNEL}|(?=.{{3,30}}\Z)[^\W_](?:[\w.·-]*[^\W_])?",
    says={
        "de": "YouTube erlaubt 3 bis 30 Zeichen: Buchstaben, Ziffern, dazwischen Punkt, Binde- und Unterstrich; ohne Nutzernamen steht die Kanal-ID (UC…).",
        "en": "YouTube allows 3 to 30 characters: letters, digits, in between dot, hyphen and underscore; a channel without a handle has its id (UC…).",
    },
    domains=("youtube.com",),
    profile=_profile,
    canon=_canon,
    verification="conditional",
)
