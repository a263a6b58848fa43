"""threads: handles and profile addresses of Threads; a handle there is the Instagram one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.platforms.instagram import GRAMMAR
from linter.platforms.platform import Platform, at_part

if TYPE_CHECKING:
    from linter.platforms.address import WebAddress


def _profile(address: WebAddress) -> str | None:
    return None if address.parts[1:2] == ["post"] else at_part(address)


PLATFORM = Platform(
    name="threads",
    title="Threads",
    grammar=GRAMMAR,
    says={
        "de": "Threads erlaubt 1 bis 30 Zeichen: Buchstaben ohne Umlaute, Ziffern, Unterstrich und einzelne Punkte dazwischen.",
        "en": "Threads allows 1 to 30 characters: plain letters, digits, underscore and single dots in between.",
    },
    domains=("threads.com", "threads.net"),
    profile=_profile,
    verification="conditional",
)
