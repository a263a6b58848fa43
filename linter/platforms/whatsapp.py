"""whatsapp: codes and addresses of WhatsApp channels; a code tells capitals apart."""

from __future__ import annotations

from linter.platforms.platform import Platform, after

PLATFORM = Platform(
    name="whatsapp",
    title="WhatsApp",
    grammar=r"0029[A-Za-z0-9]{14,26}",
    says={
        "de": "Ein WhatsApp-Kanal wird mit dem Code aus seiner Adresse verzeichnet; er beginnt mit 0029.",
        "en": "A WhatsApp channel is recorded by the code in its address; it begins with 0029.",
    },
    domains=("whatsapp.com",),
    profile=after("channel"),
    canon=str,
    verification="conditional",
    renames=False,
)
