"""flickr: names, numbers and profile addresses of Flickr."""

from __future__ import annotations

from linter.platforms.platform import Platform, after

PLATFORM = Platform(
    name="flickr",
    title="Flickr",
    grammar=r"[A-Za-z0-9_-]{1,32}|\d+@N\d\d",
    says={
        "de": "Flickr erlaubt Buchstaben ohne Umlaute, Ziffern, Binde- und Unterstrich; ohne Namen steht die Nummer (12345678@N01).",
        "en": "Flickr allows plain letters, digits, hyphen and underscore; an account without a name has its number (12345678@N01).",
    },
    domains=("flickr.com",),
    profile=after("people", "photos"),
)
