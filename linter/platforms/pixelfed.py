"""pixelfed: handles and profile addresses of Pixelfed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.platforms.fediverse import HOST, LOCAL, at_host, same_form
from linter.platforms.platform import Platform, first_part

if TYPE_CHECKING:
    from linter.platforms.address import WebAddress

_name = first_part("p i stories discover site login register settings api storage")


def _profile(address: WebAddress) -> str | None:
    parts = address.parts
    name = parts[1] if len(parts) > 1 and parts[0] == "users" else _name(address)
    return at_host(name, address.host) if name else None


PLATFORM = Platform(
    name="pixelfed",
    title="Pixelfed",
    grammar=rf"{LOCAL}(?:@{HOST})?",
    says={
        "de": "Pixelfed erlaubt 1 bis 30 Zeichen: Buchstaben ohne Umlaute, Ziffern, Punkt, Binde- und Unterstrich; dahinter „@“ und die Instanz.",
        "en": "Pixelfed allows 1 to 30 characters: plain letters, digits, dot, hyphen and underscore; behind it “@” and the instance.",
    },
    profile=_profile,
    canon=same_form,
    renames=False,
)
