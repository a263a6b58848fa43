"""plan: how many requests each host will see, as far as the registry tells beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.platforms.address import split
from linter.platforms.readers.tokens import TOKENS
from linter.registry.nodes import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from linter.registry.account import Account, Authority

HOME = {
    "bluesky": "public.api.bsky.app",
    "x": "api.x.com",
    "facebook": "graph.facebook.com",
    "instagram": "graph.facebook.com",
    "threads": "graph.threads.com",
    "youtube": "www.googleapis.com",
    "vimeo": "api.vimeo.com",
    "linkedin": "api.linkedin.com",
    "flickr": "api.flickr.com",
}
"""Where the profiles of a platform are read."""
FREE = frozenset(
    ("mastodon", "bluesky", "peertube", "pixelfed", "website", "xing", "whatsapp", "youtube")
)
"""Platforms whose profiles are read without a token."""
SITE = 3
"""Pages of a site that are read beside those the registry names: home, Impressum, privacy notice."""
DECLARED = ("impressum", "privacy", "netiquette")


def planned(
    accounts: Iterable[Account], known: Mapping[str, Authority], secrets: frozenset[str]
) -> dict[str, int]:
    """Requests by host; pages that accounts share are counted once."""
    pages: dict[str, set[str]] = {}
    profiles: dict[str, int] = {}
    for account in accounts:
        urls = [url for name in DECLARED if (url := _text(account, name))]
        home = _profile_host(account, secrets)
        if home and account.status != "planned":
            profiles[home] = profiles.get(home, 0) + 1
            site = home if account.platform == "website" else _domain(account, known)
            if site:
                pages.setdefault(site, set()).update(f"page {n}" for n in range(SITE))
        for url in urls:
            address = split(url)
            if address is not None and address.host:
                pages.setdefault(address.host, set()).add(url)
    counts = {host: len(found) for host, found in pages.items()}
    for host, number in profiles.items():
        counts[host] = counts.get(host, 0) + number
    return counts


def _profile_host(account: Account, secrets: frozenset[str]) -> str:
    if account.platform == "website":
        address = split(_text(account, "url") or f"https://{account.handle}/")
        return address.host if address is not None else ""
    if "@" in account.handle:
        return account.handle.rpartition("@")[2].casefold()
    tokens = TOKENS.get(account.platform)
    if account.platform in FREE or (tokens and secrets.issuperset(tokens)):
        return HOME.get(account.platform, f"{account.platform}.com")
    return ""


def _domain(account: Account, known: Mapping[str, Authority]) -> str:
    authority = known.get(account.authority)
    return f"www.{authority.domains[0]}" if authority is not None and authority.domains else ""


def _text(account: Account, field: str) -> str:
    node = account.fields.entries.get(field)
    return (node.text or "") if type(node) is Scalar else ""
