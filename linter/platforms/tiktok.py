"""tiktok: handles and profile addresses of TikTok."""

from __future__ import annotations

from linter.platforms.platform import Platform, at_part, but_not

PLATFORM = Platform(
    name="tiktok",
    title="TikTok",
    grammar=r"[A-Za-z0-9_.]{1,23}[A-Za-z0-9_]",
    says={
        "de": "TikTok erlaubt 2 bis 24 Zeichen: Buchstaben ohne Umlaute, Ziffern, Unterstrich und Punkt, am Ende keinen Punkt.",
        "en": "TikTok allows 2 to 24 characters: plain letters, digits, underscore and dot, no dot at the end.",
    },
    domains=("tiktok.com",),
    profile=but_not(at_part, "video", "photo"),
    verification="conditional",
)
