"""peertube: accounts and channels of PeerTube."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.platforms.fediverse import HOST, at_host, same_form
from linter.platforms.platform import Platform, after, at_part

if TYPE_CHECKING:
    from linter.platforms.address import WebAddress

_named = after("a", "c", "accounts", "video-channels")


def _profile(address: WebAddress) -> str | None:
    name = _named(address) or at_part(address)
    return at_host(name, address.host) if name else None


PLATFORM = Platform(
    name="peertube",
    title="PeerTube",
    grammar=rf"[A-Za-z0-9_.]{{1,50}}(?:@{HOST})?",
    says={
        "de": "PeerTube erlaubt 1 bis 50 Zeichen: Buchstaben ohne Umlaute, Ziffern, Punkt und Unterstrich; dahinter „@“ und die Instanz.",
        "en": "PeerTube allows 1 to 50 characters: plain letters, digits, dot and underscore; behind it “@” and the instance.",
    },
    profile=_profile,
    canon=same_form,
    renames=False,
)
