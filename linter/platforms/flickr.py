"""flickr: names, numbers and profile addresses of Flickr."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.platforms.platform import Platform, after

if TYPE_CHECKING:
    from linter.platforms.address import WebAddress

_named = after("people", "photos")
NO_NAMES = ("tags", "upload", "friends", "organize")


def _profile(address: WebAddress) -> str | None:
    is_picture = len(address.parts) > 2 and address.parts[2].isdecimal()  # noqa: PLR2004
    name = None if is_picture else _named(address)
    return None if name in NO_NAMES else name


PLATFORM = Platform(
    name="flickr",
    title="Flickr",
    grammar=r"[A-Za-z0-9_-]{1,32}|\d+@N\d\d",
    says={
        "de": "Flickr erlaubt Buchstaben ohne Umlaute, Ziffern, Binde- und Unterstrich; ohne Namen steht die Nummer (12345678@N01).",
        "en": "Flickr allows plain letters, digits, hyphen and underscore; an account without a name has its number (12345678@N01).",
    },
    domains=("flickr.com",),
    profile=_profile,
)
