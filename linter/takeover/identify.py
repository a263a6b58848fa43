"""identify: platform, handle and address of one account, from the cells that tell them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from linter import platforms
from linter.platforms.address import split
from linter.takeover.told import filled, short
from linter.takeover.values import as_url, is_nothing
from linter.takeover.words import words

if TYPE_CHECKING:
    from linter.takeover.table import Cell
    from linter.text import Text

LONGEST = 500
"""Characters of a handle that a registry takes."""

NO_PLATFORM: Text = {
    "de": "die Plattform ist nicht angegeben und keine Profiladresse verrät sie; tragen Sie sie ein",
    "en": "no platform is given and no profile address tells it; enter it",
}
UNKNOWN_PLATFORM: Text = {
    "de": "„{value}“ ist keine Plattform, die das Register kennt ({known})",
    "en": "“{value}” is no platform that the registry knows ({known})",
}
NO_HANDLE: Text = {
    "de": "weder ein Nutzername noch eine Profiladresse, aus der er hervorgeht, ist angegeben",
    "en": "neither a handle is given nor a profile address that tells it",
}
LONG_HANDLE: Text = {
    "de": f"der Nutzername hat mehr als {LONGEST} Zeichen",
    "en": f"the handle has more than {LONGEST} characters",
}
IMPOSSIBLE: Text = {
    "de": "„{value}“ ist auf {platform} kein möglicher Nutzername; übernommen wie geschrieben. {says}",
    "en": "“{value}” is no possible handle on {platform}; taken over as written. {says}",
}
DIFFERENT: Text = {
    "de": "Der Nutzername „{value}“ und die Profiladresse ({other}) widersprechen sich; beide sind übernommen.",
    "en": "The handle “{value}” and the profile address ({other}) contradict each other; both are taken over.",
}
ELSEWHERE: Text = {
    "de": "Die Adresse {value} ist kein Profil auf {platform}; übernommen wie geschrieben.",
    "en": "The address {value} is no profile on {platform}; taken over as written.",
}
PLATFORM_FROM_URL: Text = {
    "de": "„{value}“ ist keine bekannte Plattform; nach der Profiladresse ist es {platform}.",
    "en": "“{value}” is no known platform; by the profile address it is {platform}.",
}


@dataclass(slots=True)
class Identity:
    """Who an account is; refused: why it cannot be one; doubts: cells and what is odd about them.

    unused: cells that tell something and ended in none of the three.
    """

    platform: str = ""
    handle: str = ""
    url: str = ""
    refused: Text | None = None
    doubts: list[tuple[Cell, Text]] = field(default_factory=list)
    unused: list[Cell] = field(default_factory=list)

    def doubt(self, cell: Cell, text: Text, **values: str) -> None:
        """Note what is odd about a cell."""
        brief = {key: short(value) for key, value in values.items()}
        self.doubts.append((cell, filled(text, **brief)))


def identify(platform: Cell | None, handle: Cell | None, url: Cell | None) -> Identity:
    """The account of one row."""
    said = _platform(platform)
    found = Identity()
    address = _address(found, url, handle, platform)
    if not said:
        said = _by_address(found, platform, address)
        if not said:
            return found
    named(found, said, handle, address, url or handle or platform)
    if found.refused is None:
        _unused(found, handle)
        if platform is not None and platform.link not in ("", found.url):
            found.unused.append(platform)
    return found


def in_column(platform: str, cell: Cell) -> Identity:
    """The account of a cell in a column that is called after its platform."""
    found = Identity()
    address = _address(found, None, cell, None)
    named(found, platform, cell, address, cell)
    if found.refused is None:
        _unused(found, cell)
    return found


def named(
    found: Identity, platform: str, handle: Cell | None, address: str, source: Cell | None
) -> None:
    """Fill in the platform, and the handle as written or as the address tells it."""
    found.platform, found.url = platform, address
    known = platforms.get(platform)
    assert known is not None  # noqa: S101 - words name platforms that exist
    told = known.parse_url(address) if address else None
    written = _written(handle, address)
    if platform == "website":
        _site(found, written, source)
        return
    found.handle = written or told or ""
    if not found.handle:
        found.refused = NO_HANDLE
        return
    if len(found.handle) > LONGEST:
        found.refused = LONG_HANDLE
        return
    if told and written.partition("@")[0] == told.partition("@")[0]:
        found.handle = told  # Mastodon: the address knows the host as well
    elif told and not known.same_handle(written or told, told) and handle is not None:
        found.doubt(handle, DIFFERENT, value=written, other=told)
    elif address and told is None and source is not None:
        found.doubt(source, ELSEWHERE, value=address, platform=known.title)
    problem = known.handle_problem(found.handle)
    if problem is not None and handle is not None:
        text = {lang: IMPOSSIBLE[lang].replace("{says}", problem[lang]) for lang in IMPOSSIBLE}
        found.doubt(handle, text, value=found.handle, platform=known.title)


def _platform(cell: Cell | None) -> str:
    if cell is None:
        return ""
    word = cell.text.strip().casefold()
    return words().platform(cell.text) or (word if word in platforms.KNOWN else "")


def _by_address(found: Identity, cell: Cell | None, address: str) -> str:
    """The platform that a profile's address tells; else the account is refused."""
    read = platforms.read(address) if address else None
    if cell is not None and is_nothing(cell.text):
        found.unused.append(cell)
        cell = None
    if read is None:
        if cell is None:
            found.refused = NO_PLATFORM
        else:
            known = ", ".join(platforms.KNOWN)
            found.refused = filled(UNKNOWN_PLATFORM, value=short(cell.text), known=known)
        return ""
    if cell is not None:
        found.doubt(cell, PLATFORM_FROM_URL, value=cell.text, platform=read[0])
        found.unused.append(cell)
    return read[0]


def _address(found: Identity, url: Cell | None, handle: Cell | None, platform: Cell | None) -> str:
    """The profile's address: of the column for it, in place of the handle, or linked somewhere."""
    if url is not None:
        address = as_url(url.text)
        if url.link and url.link.rstrip("/") != address.rstrip("/"):
            found.unused.append(url)  # it says something else than where it leads
        if address or url.link:
            return address or url.link
    if handle is not None and (address := as_url(handle.text) or handle.link):
        return address
    return platform.link if platform is not None else ""


def _written(cell: Cell | None, address: str) -> str:
    """The handle as somebody wrote it; "" where an address or nothing stands in its place."""
    if cell is None or is_nothing(cell.text) or as_url(cell.text):
        return ""
    if cell.link and cell.link == address and (" " in cell.text or "\n" in cell.text):
        return ""  # the title of a link
    return cell.text.removeprefix("@").strip()


def _unused(found: Identity, cell: Cell | None) -> None:
    """A cell for the handle whose text, or link, went into neither handle nor address."""
    if cell is None:
        return
    text = cell.text.removeprefix("@").strip()
    address = as_url(cell.text)
    lost = (
        address != found.url
        if address
        else text not in (found.handle, found.handle.partition("@")[0])
    )
    if lost or (cell.link and cell.link != found.url):
        found.unused.append(cell)
        if address and (read := platforms.read(address)) and read[1] != found.handle:
            found.doubt(cell, DIFFERENT, value=read[1], other=found.handle)


def _site(found: Identity, written: str, source: Cell | None) -> None:
    """A website: its host is the handle."""
    address = found.url or as_url(f"https://{written}" if written else "")
    host = split(address)
    if host is None or source is None:
        found.refused = NO_HANDLE
        return
    found.url, found.handle = address, host.host
