"""mastodon: handles (name@host) and profile addresses of Mastodon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.platforms.fediverse import HOST, LOCAL, at_host, same_form
from linter.platforms.platform import Platform

if TYPE_CHECKING:
    from linter.platforms.address import WebAddress


def _profile(address: WebAddress) -> str | None:
    parts = address.parts[1:] if address.parts[:1] in (["web"], ["deck"]) else address.parts
    if parts[1:2] and parts[1].isdecimal():
        return None  # /@name/<number> is a post
    if parts and parts[0].startswith("@"):
        return at_host(parts[0], address.host)
    if len(parts) > 1 and parts[0] == "users" and parts[2:3] != ["statuses"]:
        return at_host(parts[1], address.host)
    return None


PLATFORM = Platform(
    name="mastodon",
    title="Mastodon",
    grammar=rf"{LOCAL}@{HOST}",
    says={
        "de": "Mastodon-Nutzernamen stehen mit ihrer Instanz: name@host, der Name aus Buchstaben ohne Umlaute, Ziffern und Unterstrich.",
        "en": "Mastodon handles stand with their instance: name@host, the name of plain letters, digits and underscore.",
    },
    profile=_profile,
    canon=same_form,
    verification="self_proof",
    renames=False,
)
