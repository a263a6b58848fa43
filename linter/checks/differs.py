"""differs: the profile shows something else than the registry has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from unicodedata import normalize
from urllib.parse import quote

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.parameters import parameters
from linter.checks.seen import captured, declared_spot, profile_of
from linter.platforms.address import in_ascii
from linter.registry.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.platforms.profile import Profile
    from linter.subject import Spot, Subject

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]")
"""Characters that nobody sees."""
ADDRESS = re.compile(
    r"https?://\S+|(?<![\w@.])(?:[\w-]{1,63}\.){1,5}[a-z]{2,10}(?:/\S*)?(?![\w@])", re.IGNORECASE
)
PORTS = {"http": ":80", "https": ":443"}
ESCAPE = re.compile("%[0-9a-f]{2}", re.IGNORECASE)
WRITTEN = "%!#$&'()*+,/:;=?@[]~"
"""Characters of an address that no browser writes as an escape, once they stand there."""
SHOWN = 120
"""Code points of a value that a message quotes."""


@parameters
class Differs:
    """Nothing to set: handle, name, bio and links are compared, as far as both sides have them."""


@check(
    "differs",
    Differs,
    supplies=("declared", "shown"),
    variants=("bio", "handle", "links", "moved"),
)
def differs(subject: Subject, params: Differs) -> Iterator[Outcome]:  # noqa: ARG001 - a check's form
    """One miss for each field; unknown where the profile could not be read."""
    profile = profile_of(subject)
    if isinstance(profile, str):
        yield Unknown("url", profile)
        return
    if profile.moved_to:
        values = _values(_handle(subject), profile.moved_to)
        yield Miss("url", values, variant="moved", evidence=captured(subject, "profile"))
    declared = declared_spot(subject, "handle")
    account = subject.account
    written = declared.text if declared is not None else None  # what is no text, REG002 tells
    if written is not None and account is not None and account.handle != written:
        yield Miss(declared or "handle", _values(written, account.handle), variant="handle")
    if account is None or account.platform == "website":
        return
    for field, seen, variant in (
        ("profile_name", profile.name, None),
        ("bio", profile.bio, "bio"),
    ):
        spot = declared_spot(subject, field)
        if spot is None or spot.text is None or seen is None:
            continue
        if not _same(spot.text, seen):
            yield Miss(spot, _values(spot.text, seen), variant=variant, value=seen)
    yield from _links(subject, profile)


def _links(subject: Subject, profile: Profile) -> Iterator[Outcome]:
    from linter.pages.clicks.ways import shipped  # noqa: PLC0415 - only in a crawl

    lexicon = shipped()
    spot = declared_spot(subject, "links")
    if spot is None or profile.links is None or profile.more_links:
        return
    shown = {_address(link.url) for link in profile.links}
    for capture in subject.seen.captures.values() if subject.seen else ():
        if _address(capture.url) in shown:
            shown.add(_address(capture.final_url))
    if any(
        lexicon.is_wrapper(link.url) or lexicon.is_shortener(link.url) for link in profile.links
    ):
        return  # where they lead does not show
    missing = [url for url in _urls(spot) if _address(url) not in shown]
    if missing:
        there = ", ".join(link.url for link in profile.links)
        yield Miss(spot, _values(", ".join(missing), there or "–"), variant="links")


def _urls(spot: Spot) -> Iterator[str]:
    for item in spot.node.items if type(spot.node) is Sequence else ():
        url = item.entries.get("url") if type(item) is Mapping else None
        if type(url) is Scalar and url.text:
            yield url.text


def _handle(subject: Subject) -> str:
    return subject.account.handle if subject.account else ""


def _values(declared: str, shown: str) -> dict[str, Any]:
    return {"declared": _short(declared), "shown": _short(shown)}


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"


def _same(declared: str, shown: str) -> bool:
    """Whether two texts say the same; platforms cut long ones off."""
    one, other = _folded(declared), _folded(shown)
    return one == other or (other.endswith("...") and one.startswith(other[:-3].rstrip()))


def _folded(text: str) -> str:
    """A text without what makes no difference.

    That is white space, the composition of letters, the shape of quotation marks, and addresses,
    which platforms write as they like.
    """
    folded = INVISIBLE.sub("", normalize("NFKC", text))
    folded = ADDRESS.sub("@", folded)
    for mark in "„“”‚‘’«»":
        folded = folded.replace(mark, '"')
    return " ".join(folded.split())


def _address(url: str) -> str:
    """An address without what makes no difference to where it leads."""
    scheme, _, rest = url.rpartition("://")
    host, slash, path = rest.partition("/")
    host = in_ascii(host.lower()).removesuffix(PORTS.get(scheme.lower(), ":443"))
    path = quote(normalize("NFC", slash + path), safe=WRITTEN)
    return host.removeprefix("www.") + ESCAPE.sub(lambda found: found[0].upper(), path).rstrip("/")
