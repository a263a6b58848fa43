"""vimeo: names and profile addresses of Vimeo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.platforms.platform import Platform, first_part

if TYPE_CHECKING:
    from linter.platforms.address import WebAddress

_name = first_part(
    "channels groups categories watch ondemand album showcase search features blog video event events "
    "upload manage help login log_in join about api business create enterprise jobs live partners "
    "pricing privacy settings solutions stock store terms upgrade user"
)


def _profile(address: WebAddress) -> str | None:
    name = _name(address)
    return None if name and name.isdecimal() else name  # digits alone are a video


PLATFORM = Platform(
    name="vimeo",
    title="Vimeo",
    grammar=r"(?!\d+\Z)[A-Za-z0-9_-]{1,50}",
    says={
        "de": "Vimeo erlaubt Buchstaben ohne Umlaute, Ziffern, Binde- und Unterstrich; nur Ziffern stehen für ein Video.",
        "en": "Vimeo allows plain letters, digits, hyphen and underscore; digits alone stand for a video.",
    },
    domains=("vimeo.com",),
    profile=_profile,
)
