"""home: on which host an account lives, and whose host that is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from linter.pages.links import host_of
from linter.platforms.address import in_ascii, lies_under, split

if TYPE_CHECKING:
    from linter.platforms.profile import Wanted

_HOST = re.compile(
    r"(?=.{1,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
)


def home(wanted: Wanted) -> tuple[str, str] | None:
    """Name and host of a fediverse account, both as a URL may carry them; None without a host."""
    name, _, host = wanted.handle.strip().removeprefix("@").partition("@")
    if not host and wanted.url:
        address = split(wanted.url)
        host = address.host if address else ""
    return parts(f"{name}@{host}")


def parts(handle: str) -> tuple[str, str] | None:
    """Name and host of `user@host`, as a URL may carry them; None where it is none."""
    name, _, host = handle.partition("@")
    plain = ascii_host(host)
    return (quote(name, safe=""), plain) if plain and name else None


def ascii_host(host: str) -> str:
    """A host name as it goes over the wire; "" where it cannot be one."""
    low = in_ascii(host.strip().rstrip(".").lower())
    return low if _HOST.fullmatch(low) else ""


def under(host: str, domains: tuple[str, ...]) -> bool:
    """Whether a host is one of the domains or lies under one."""
    plain = ascii_host(host)
    return bool(plain) and lies_under(plain, filter(None, map(ascii_host, domains)))


def akin(one: str, other: str) -> bool:
    """Whether two hosts are one, or one lies under the other, as a server under its domain."""
    return under(one, (other,)) or under(other, (one,))


def owned(url: str, domains: tuple[str, ...]) -> bool:
    """Whether an address lies on one of the domains."""
    return under(host_of(url), domains)
