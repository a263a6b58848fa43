"""fediverse: what Mastodon, Pixelfed and PeerTube share: a name on a host."""

from __future__ import annotations

from linter.platforms.address import in_ascii

LOCAL = r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,28}[A-Za-z0-9_])?"
HOST = r"(?:[^\W_](?:[^\W_]|-){0,62}\.)+[^\W\d_](?:[^\W_]|-){1,62}"
"""A domain name, also one with umlauts (bawü.social)."""


def at_host(name: str, host: str) -> str:
    """A name with its home: `@name@elsewhere` on a foreign host lives elsewhere."""
    name = name.removeprefix("@")
    return name if "@" in name else f"{name}@{host}"


def same_form(handle: str) -> str:
    """Capitals do not count, and a host with umlauts is the one that begins with xn--."""
    name, at, host = handle.casefold().partition("@")
    return name + at + in_ascii(host)
