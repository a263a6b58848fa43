"""linkedin: names and page addresses of LinkedIn."""

from __future__ import annotations

from linter.platforms.platform import Platform, after

PLATFORM = Platform(
    name="linkedin",
    title="LinkedIn",
    grammar=r"[^\W_](?:[^\W_]|-){0,99}",
    says={
        "de": "LinkedIn erlaubt 1 bis 100 Zeichen: Buchstaben, Ziffern und Bindestrich.",
        "en": "LinkedIn allows 1 to 100 characters: letters, digits and hyphen.",
    },
    domains=("linkedin.com",),
    profile=after("company", "showcase", "school", "in", "organization"),
    verification="conditional",
)
