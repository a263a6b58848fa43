"""instagram: handles and profile addresses of Instagram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.platforms.platform import Platform, first_part

if TYPE_CHECKING:
    from linter.platforms.address import WebAddress

GRAMMAR = r"(?=.{1,30}\Z)[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*"
_name = first_part(
    "p reel reels explore stories accounts tv direct about legal web s challenge developer help "
    "press static graphql api session"
)


def _profile(address: WebAddress) -> str | None:
    if address.parts[:1] == ["_u"]:  # the form that opens the app
        return address.parts[1] if len(address.parts) > 1 else None
    return None if address.parts[1:2] in (["p"], ["reel"]) else _name(address)


PLATFORM = Platform(
    name="instagram",
    title="Instagram",
    grammar=GRAMMAR,
    says={
        "de": "Instagram erlaubt 1 bis 30 Zeichen: Buchstaben ohne Umlaute, Ziffern, Unterstrich und einzelne Punkte dazwischen.",
        "en": "Instagram allows 1 to 30 characters: plain letters, digits, underscore and single dots in between.",
    },
    domains=("instagram.com", "instagr.am"),
    profile=_profile,
    verification="conditional",
)
