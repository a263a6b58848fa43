"""bluesky: handles (domain names) and profile addresses of Bluesky."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.platforms.platform import Platform, after

if TYPE_CHECKING:
    from linter.platforms.address import WebAddress

HOST = (
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])"
)
_named = after("profile")


def _profile(address: WebAddress) -> str | None:
    name = None if address.parts[2:3] == ["post"] else _named(address)
    return name.removeprefix("@") if name else None


PLATFORM = Platform(
    name="bluesky",
    title="Bluesky",
    grammar=rf"(?=.{{1,253}}\Z)(?!(?i:handle\.invalid)\Z){HOST}|did:(?:plc:[a-z2-7]{{24}}|web:{HOST})",
    says={
        "de": "Ein Bluesky-Nutzername ist ein Domainname, etwa name.bsky.social oder die eigene Domain.",
        "en": "A Bluesky handle is a domain name, such as name.bsky.social or a domain of one's own.",
    },
    domains=("bsky.app",),
    profile=_profile,
    verification="self_proof",
)
