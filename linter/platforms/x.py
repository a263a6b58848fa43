"""x: handles and profile addresses of X, formerly Twitter."""

from __future__ import annotations

from linter.platforms.platform import Platform, but_not, first_part

_name = first_part(
    "i intent share search hashtag home explore settings login signup tos privacy compose "
    "messages notifications sharer jobs download account about logout oauth who_to_follow"
)


PLATFORM = Platform(
    name="x",
    title="X",
    grammar=r"[A-Za-z0-9_]{1,15}",
    says={
        "de": "X erlaubt 1 bis 15 Zeichen: Buchstaben ohne Umlaute, Ziffern und Unterstrich.",
        "en": "X allows 1 to 15 characters: plain letters, digits and underscore.",
    },
    domains=("x.com", "twitter.com"),
    profile=but_not(_name, "status"),
    verification="conditional",
)
