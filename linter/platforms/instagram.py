"""instagram: handles and profile addresses of Instagram."""

from __future__ import annotations

from linter.platforms.platform import Platform, first_part

GRAMMAR = r"(?=.{1,30}\Z)[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*"

PLATFORM = Platform(
    name="instagram",
    title="Instagram",
    grammar=GRAMMAR,
    says={
        "de": "Instagram erlaubt 1 bis 30 Zeichen: Buchstaben ohne Umlaute, Ziffern, Unterstrich und einzelne Punkte dazwischen.",
        "en": "Instagram allows 1 to 30 characters: plain letters, digits, underscore and single dots in between.",
    },
    domains=("instagram.com", "instagr.am"),
    profile=first_part("p reel reels explore stories accounts tv direct about legal web"),
    verification="conditional",
)
