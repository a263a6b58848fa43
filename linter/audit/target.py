"""target: what somebody wants audited, as the account of a registry.

A draft in YAML is one already. `platform:handle`, a profile's address and a saved page become one:
the house is recognised by its domain or by the handle, and the report says that it was.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from linter import platforms
from linter.errors import LinterError, visible
from linter.names.fold import fold
from linter.platforms.address import lies_under, split
from linter.registry.account import SUPREME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from linter.names import Reader
    from linter.registry.account import Account, Authority
    from linter.text import Text

UNKNOWN = "unbekannt"
"""The id of a body that nobody named and nothing tells."""
YAML = (".yaml", ".yml")
NO_STDIN: Text = {
    "de": "Von der Standardeingabe wird hier kein Entwurf gelesen; nennen Sie eine Datei.",
    "en": "No draft is read from standard input here; name a file.",
}
_SCHEME = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to audit.

    word: as it was named; path: of a draft, "" where there is none; platform, handle, url: of an
    account; authority, kind: as given or recognised; guessed: whether the house was recognised;
    entry: of an account that the registry has already, by its file's path and its mark there;
    apart: what tells its id from one that the registry has; former: the closed account of that
    name that the registry has.
    """

    word: str
    path: str = ""
    platform: str = ""
    handle: str = ""
    url: str = ""
    authority: str = ""
    kind: str = ""
    guessed: bool = False
    entry: tuple[str, int] | None = None
    apart: str = ""
    former: Account | None = None

    @property
    def made(self) -> bool:
        """Whether it stands in no file: an account is made of it."""
        return not self.path and self.entry is None

    @property
    def id(self) -> str:
        """An account id made of platform and handle."""
        name = f"{self.platform}-{self.handle}".lower()
        id_ = "".join(c if c.isascii() and c.isalnum() else "-" for c in name).strip("-")
        return f"{id_}{self.apart}"


def target_of(
    word: str, *, reader: Reader, known: Mapping[str, Authority], authority: str, kind: str
) -> Target:
    """Understand a target; raises `LinterError` where it is none."""
    if word == "-":
        raise LinterError(NO_STDIN)
    if os.path.exists(word) or word.endswith(YAML):  # noqa: PTH110 - a file or folder
        return Target(word, path=word)
    platform, handle, url = _account(word)
    house = authority or _by_domain(url or handle, platform, known)
    house = house or _by_name(reader, handle, known)
    return Target(
        word,
        platform=platform,
        handle=handle,
        url=url,
        authority=house or UNKNOWN,
        kind=kind or _kind(known.get(house)),
        guessed=not authority,
    )


def once(targets: Iterable[Target]) -> list[Target]:
    """Each account once, however it is spelt, and each with an id that no other has."""
    kept: list[Target] = []
    for one in targets:
        target = one
        if target.made:
            if any(_same(target, other) for other in kept):
                continue
            taken = {other.id for other in kept if other.made}
            while target.id in taken:
                target = replace(target, apart=f"{target.apart}-2")
        kept.append(target)
    return kept


def _same(one: Target, other: Target) -> bool:
    platform = platforms.get(one.platform)
    return (
        other.made
        and other.platform == one.platform
        and platform is not None
        and platform.same_handle(other.handle, one.handle)
    )


def _account(word: str) -> tuple[str, str, str]:
    """Platform, handle and address of `platform:handle` or of a profile's address."""
    if _SCHEME.match(word):
        return _at(word)
    platform, colon, handle = word.partition(":")
    platform = platform.strip().lower()
    handle = handle.strip().removeprefix("@")
    if colon and handle and platform in platforms.KNOWN:
        if _SCHEME.match(handle) or (platform == "website" and "/" in handle):
            return _named(platform, handle)
        url = f"https://{handle}/" if platform == "website" else ""
        return platform, handle, url
    near = _meant(platform) if colon else ""
    hint = f"{near}:{handle or 'NAME'}" if near else "mastodon:presse@social.example"
    raise LinterError(
        {
            "de": f"„{visible(word)}“ ist kein Entwurf (YAML), kein platform:handle und keine Profiladresse.",
            "en": f"“{visible(word)}” is neither a draft (YAML) nor platform:handle nor a profile address.",
        },
        hint={"de": f"Zum Beispiel: {hint}", "en": f"For example: {hint}"},
    )


def _meant(platform: str) -> str:
    """The platform that a word means which names none: what people call one, or a slip."""
    from linter.registry.fields import suggestion  # noqa: PLC0415 - only for what is misspelt
    from linter.takeover.words import words  # noqa: PLC0415 - as above

    return words().platform(platform) or suggestion(platform, list(platforms.KNOWN))


def _named(platform: str, address: str) -> tuple[str, str, str]:
    """Platform, handle and address of an address that stands behind the name of a platform."""
    found = _at(address if _SCHEME.match(address) else f"https://{address}")
    if found[0] == platform:
        return found
    elsewhere = found[0] != "website"
    shown, wanted = platforms.titled(found[0]), platforms.titled(platform)
    raise LinterError(
        {
            "de": f"„{visible(address)}“ ist eine Adresse auf {shown}; davor steht „{platform}“."
            if elsewhere
            else f"„{visible(address)}“ ist keine Adresse eines Profils auf {wanted}.",
            "en": f"“{visible(address)}” is an address on {shown}; “{platform}” is written before it."
            if elsewhere
            else f"“{visible(address)}” is not the address of a profile on {wanted}.",
        }
    )


def _at(url: str) -> tuple[str, str, str]:
    """Platform, handle and address of a profile's address, or of a website's."""
    scheme, slashes, rest = url.partition("://")
    url = f"{scheme.lower()}{slashes}{rest}"
    if "@" in re.split(r"[/?#]", url.partition("://")[2], maxsplit=1)[0]:
        raise LinterError(
            {
                "de": "In der Adresse stehen Zugangsdaten; gelesen wird nur, was ohne Anmeldung zu sehen ist.",
                "en": "The address contains credentials; only what can be seen without a login is read.",
            }
        )
    read = platforms.read(url)
    if read is not None:
        return *read, url
    address = split(url)
    if address is None or not address.host:
        raise LinterError(
            {
                "de": f"„{visible(url)}“ ist keine lesbare Adresse.",
                "en": f"“{visible(url)}” is not a readable address.",
            }
        )
    name = platforms.HOSTS.get(".".join(address.host.split(".")[-2:]))
    platform = platforms.get(name) if name else None
    if platform is not None:
        raise LinterError(
            {
                "de": f"„{visible(url)}“ ist keine Adresse eines Profils auf {platform.title}.",
                "en": f"“{visible(url)}” is not the address of a profile on {platform.title}.",
            },
            hint={
                "de": f"Das Profil nennen, z. B. {platform.name}:NAME.",
                "en": f"Name the profile, such as {platform.name}:NAME.",
            },
        )
    return "website", address.host, url


def _by_domain(text: str, platform: str, known: Mapping[str, Authority]) -> str:
    address = split(text if "://" in text else f"https://{text.rpartition('@')[2]}/")
    if address is None or (
        platform not in {"website", "bluesky"} and platforms.HOSTS.get(address.host)
    ):
        return ""
    for authority in known.values():
        if lies_under(address.host, authority.domains):
            return authority.id
    return ""


def _by_name(reader: Reader, handle: str, known: Mapping[str, Authority]) -> str:
    """The house whose name or abbreviation the handle carries, else that of the person it names."""
    name = handle.partition("@")[0]
    plain = _plain(name)
    for house in known.values():
        if any(_plain(designation.text) == plain for designation in house.designations):
            return house.id
    reading = reader.read(name)
    for part in reading.of("ressort"):
        for id_, _ in part.designations:
            return id_
    people = [person for part in reading.of("person") for person in part.people]
    return next((person.authority for person in people if person.authority in known), "")


def _plain(text: str) -> str:
    """A name without what handles leave out or spell in another way."""
    return "".join(filter(str.isalnum, fold(text)[0])).casefold()


def _kind(authority: Authority | None) -> str:
    return "ressort" if authority is not None and authority.kind in SUPREME else "authority"


def registry_of(targets: list[Target], known: Mapping[str, Authority]) -> str:
    """A registry in YAML (as JSON, which is YAML) with the accounts that have no file."""
    accounts = []
    for target in targets:
        entry = {
            "id": target.id,
            "authority": target.authority,
            "platform": target.platform,
            "handle": target.handle,
            "kind": target.kind,
            "status": "active",
        }
        if target.url:
            entry["url"] = target.url
        accounts.append(entry)
    houses = sorted({target.authority for target in targets if target.authority not in known})
    lines = ["registry: 1"]
    if houses:
        lines += ["authorities:"]
        lines += [f"  - {{id: {json.dumps(id_)}, names: [{json.dumps(id_)}]}}" for id_ in houses]
    lines += ["accounts:"]
    for entry in accounts:
        pairs = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()]
        lines += [f"  - {pairs[0]}", *(f"    {pair}" for pair in pairs[1:])]
    return "\n".join(lines) + "\n"
