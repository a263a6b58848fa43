"""website: an authority's own site; its handle is the host name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.platforms.address import in_ascii
from linter.platforms.platform import Platform

if TYPE_CHECKING:
    from linter.platforms.address import WebAddress


def _profile(address: WebAddress) -> str | None:
    return address.host


def _canon(handle: str) -> str:
    """`www.` in front makes no other site, nor does the spelling of umlauts."""
    return in_ascii(handle.lower()).removeprefix("www.")


PLATFORM = Platform(
    name="website",
    title="Website",
    grammar=r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{1,62}",
    says={
        "de": "Eine Website wird mit ihrem Hostnamen verzeichnet, etwa www.musterhausen.de.",
        "en": "A website is recorded by its host name, such as www.musterhausen.de.",
    },
    profile=_profile,
    canon=_canon,
    renames=False,
)
