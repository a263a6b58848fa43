"""facebook: names, numbers and profile addresses of Facebook pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.platforms.platform import Platform, first_part

if TYPE_CHECKING:
    from linter.platforms.address import WebAddress

_name = first_part(
    "share sharer sharer.php watch groups events hashtag login login.php plugins dialog tr l.php "
    "policies help story.php photo photo.php photos reel permalink.php legal privacy marketplace "
    "stories video video.php videos media ads business gaming home.php search settings public "
    "directory recover r.php checkpoint notes messages hashtags"
)
ID_DIGITS = 9
"""A page's number has at least this many digits; fewer belong to its name."""


def _profile(address: WebAddress) -> str | None:
    parts = address.parts
    if parts[:1] == ["profile.php"]:
        return address.argument("id")
    if parts[:1] == ["pg"]:
        return parts[1] if len(parts) > 1 else None
    if parts[:2] == ["pages", "category"]:  # /pages/category/<what it is>/<name>-<number>
        return parts[3].rpartition("-")[2] if len(parts) > 3 else None  # noqa: PLR2004
    if parts[:1] in (["people"], ["pages"]):
        return parts[2] if len(parts) > 2 else None  # noqa: PLR2004 - /people/<name>/<number>
    if parts[:1] == ["p"]:
        return parts[1].rpartition("-")[2] if len(parts) > 1 else None
    name = _name(address)
    number = name.rpartition("-")[2] if name else ""
    return number if number != name and _is_id(number) else name


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) >= ID_DIGITS


def _canon(handle: str) -> str:
    """Dots and capitals do not distinguish names."""
    return handle.casefold().replace(".", "")


PLATFORM = Platform(
    name="facebook",
    title="Facebook",
    grammar=r"[A-Za-z0-9](?:\.?[A-Za-z0-9]){4,49}",
    says={
        "de": "Facebook erlaubt 5 bis 50 Zeichen: Buchstaben ohne Umlaute, Ziffern und Punkte dazwischen; ohne Namen steht die Nummer der Seite.",
        "en": "Facebook allows 5 to 50 characters: plain letters, digits and dots in between; a page without a name has its number.",
    },
    domains=("facebook.com", "fb.com", "fb.me"),
    profile=_profile,
    canon=_canon,
    verification="conditional",
)
