"""linkedin: names and page addresses of LinkedIn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.platforms.platform import Platform

if TYPE_CHECKING:
    from linter.platforms.address import WebAddress

KINDS = ("company", "showcase", "school", "in", "organization", "company-beta")


def _profile(address: WebAddress) -> str | None:
    parts = address.parts
    if parts[:1] in (["organization-guest"], ["mwlite"], ["m"]):
        parts = parts[1:]  # what visitors and telephones see lies under a part of its own
    return parts[1] if len(parts) > 1 and parts[0].lower() in KINDS else None


PLATFORM = Platform(
    name="linkedin",
    title="LinkedIn",
    grammar=r"[^\W_](?:[^\W_]|-){0,99}",
    says={
        "de": "LinkedIn erlaubt 1 bis 100 Zeichen: Buchstaben, Ziffern und Bindestrich.",
        "en": "LinkedIn allows 1 to 100 characters: letters, digits and hyphen.",
    },
    domains=("linkedin.com",),
    profile=_profile,
    verification="conditional",
)
