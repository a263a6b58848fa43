"""Platforms: handle grammar, profile URLs, verification on offer; one small module each."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.platforms.platform import Platform

NAMES = (
    "x",
    "facebook",
    "instagram",
    "threads",
    "youtube",
    "vimeo",
    "linkedin",
    "xing",
    "mastodon",
    "bluesky",
    "tiktok",
    "whatsapp",
    "flickr",
    "pixelfed",
    "peertube",
    "website",
)
"""The platforms a registry may name, in the order of the contract."""

HOSTS = {
    "x.com": "x",
    "twitter.com": "x",
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "fb.me": "facebook",
    "instagram.com": "instagram",
    "instagr.am": "instagram",
    "threads.com": "threads",
    "threads.net": "threads",
    "youtube.com": "youtube",
    "vimeo.com": "vimeo",
    "linkedin.com": "linkedin",
    "xing.com": "xing",
    "bsky.app": "bluesky",
    "tiktok.com": "tiktok",
    "whatsapp.com": "whatsapp",
    "flickr.com": "flickr",
}
"""Which platform a host belongs to; Mastodon, Pixelfed and PeerTube live on any host."""

KNOWN = list(NAMES)
"""These, and the platforms that installed plug-ins brought."""

_loaded: dict[str, Platform] = {}


def get(name: str) -> Platform | None:
    """The platform of a name; None where there is none."""
    found = _loaded.get(name)
    if found is None and name in NAMES:
        found = _loaded[name] = import_module(f"linter.platforms.{name}").PLATFORM
    return found


def titled(name: str) -> str:
    """What people call the platform of a name; the name where there is none."""
    platform = get(name)
    return platform.title if platform else name


def add(platform: Platform) -> None:
    """Make a plug-in's platform known; it may add one, never replace a built-in.

    Raises `ValueError` for a name or a domain that is taken.
    """
    taken = [
        domain for domain in platform.domains if HOSTS.get(domain, platform.name) != platform.name
    ]
    if platform.name in NAMES or taken:
        raise ValueError(f"there is already a platform {platform.name} or at {', '.join(taken)}")
    _loaded[platform.name] = platform
    HOSTS.update(dict.fromkeys(platform.domains, platform.name))
    if platform.name not in KNOWN:
        KNOWN.append(platform.name)


def read(url: str) -> tuple[str, str] | None:
    """The platform and the handle that a profile's URL stands for; None where it is no profile."""
    from linter.platforms.address import split  # noqa: PLC0415 - not every run reads a URL

    address = split(url)
    if address is None:
        return None
    domain = ".".join(address.host.split(".")[-2:])
    name = HOSTS.get(domain, "mastodon")
    platform = get(name)
    handle = platform.parse_url(url) if platform else None
    return (name, handle) if handle else None


def site_of(url: str) -> str | None:
    """The host of a web address, without “www.”; None where it is a platform's, or no address."""
    from linter.platforms.address import split  # noqa: PLC0415 - not every run reads a URL

    address = split(url)
    if address is None or ".".join(address.host.split(".")[-2:]) in HOSTS or read(url) is not None:
        return None
    return address.host.removeprefix("www.")


def shows(url: str, name: str, handle: str) -> bool:
    """Whether a URL is that of the profile with this handle on the platform of this name."""
    found, platform = read(url), get(name)
    return (
        found is not None
        and platform is not None
        and found[0] == name
        and platform.same_handle(found[1], handle)
    )
