"""platform: what amtlint knows of one platform; each platform's module makes one of these."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from linter.bundle import bundle
from linter.platforms.address import lies_under, split

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.crawl.asking import Asking
    from linter.platforms.address import WebAddress
    from linter.platforms.profile import Profile, Unread, Wanted
    from linter.text import Text

AT = {
    "de": "Der Nutzername wird ohne „@“ am Anfang verzeichnet.",
    "en": "The handle is recorded without “@” in front.",
}
ADDRESS = {
    "de": "Hier steht eine Internetadresse; verzeichnet wird nur der Nutzername.",
    "en": "This is a web address; only the handle is recorded.",
}


LIMIT = 0.5
"""Seconds a foreign grammar may take on one handle."""


@bundle
class Platform:
    """One platform.

    grammar: what a handle looks like as a whole; says: the same in words; profile: the handle
    in the address of a profile on one of the domains (none given: any host); canon: the form
    in which two handles are compared; verification: yes (offered to every account), conditional
    (offered to some), self_proof (free for everyone who owns a domain) or no; renames: a handle can
    be changed later; reader: a plug-in's `read(wanted) -> Asking[Profile | Unread]`, as the modules
    in `linter.platforms.readers` have it; without one its profiles are not read; foreign: a plug-in
    brought it, so that its grammar has a time limit.
    """

    name: str
    title: str
    grammar: str
    says: Text
    profile: Callable[[WebAddress], str | None]
    domains: tuple[str, ...] = ()
    canon: Callable[[str], str] = str.casefold
    verification: Literal["yes", "conditional", "self_proof", "no"] = "no"
    renames: bool = True
    reader: Callable[[Wanted], Asking[Profile | Unread]] | None = None
    foreign: bool = False

    def handle_problem(self, handle: str) -> Text | None:
        """Why a handle cannot exist on the platform; None where it can."""
        if self._fits(handle):
            return None
        if "://" in handle:
            return ADDRESS
        if handle.startswith("@") and self._fits(handle[1:]):
            return AT
        return self.says

    def _fits(self, handle: str) -> bool:
        """Whether the grammar knows it; a foreign one must say so in time, else it raises `TimeoutError`."""
        if not self.foreign:
            return re.fullmatch(self.grammar, handle) is not None
        import regex  # noqa: PLC0415 - few have a plug-in

        return regex.fullmatch(self.grammar, handle, regex.VERSION0, timeout=LIMIT) is not None

    def parse_url(self, url: str) -> str | None:
        """The handle in the address of a profile; None where it is no profile's address."""
        address = split(url)
        if address is None:
            return None
        domains = self.domains
        if domains and address.host not in domains and not lies_under(address.host, domains):
            return None
        return self.profile(address) or None

    def same_handle(self, one: str, other: str) -> bool:
        """True where two spellings mean the same account."""
        return one == other or self.canon(one.removeprefix("@")) == self.canon(
            other.removeprefix("@")
        )


def first_part(reserved: str) -> Callable[[WebAddress], str | None]:
    """The first part of the path is the handle, unless it is one of the reserved words."""
    words = frozenset(reserved.split())

    def profile(address: WebAddress) -> str | None:
        if not address.parts or address.parts[0].lower() in words:
            return None
        return address.parts[0].removeprefix("@")

    return profile


def at_part(address: WebAddress) -> str | None:
    """The first part of the path is the handle with “@” in front."""
    if address.parts and address.parts[0].startswith("@"):
        return address.parts[0][1:]
    return None


def but_not(
    profile: Callable[[WebAddress], str | None], *words: str
) -> Callable[[WebAddress], str | None]:
    """The same, unless one of the words is the second part of the path: that is a post's address."""

    def no_post(address: WebAddress) -> str | None:
        post = len(address.parts) > 1 and address.parts[1] in words
        return None if post else profile(address)

    return no_post


def after(*words: str) -> Callable[[WebAddress], str | None]:
    """The handle is the part of the path behind one of the words."""

    def profile(address: WebAddress) -> str | None:
        if len(address.parts) > 1 and address.parts[0].lower() in words:
            return address.parts[1]
        return None

    return profile
