"""threads: handles and profile addresses of Threads; a handle there is the Instagram one."""

from __future__ import annotations

from linter.platforms.instagram import GRAMMAR
from linter.platforms.platform import Platform, at_part, but_not

PLATFORM = Platform(
    name="threads",
    title="Threads",
    grammar=GRAMMAR,
    says={
        "de": "Threads erlaubt 1 bis 30 Zeichen: Buchstaben ohne Umlaute, Ziffern, Unterstrich und einzelne Punkte dazwischen.",
        "en": "Threads allows 1 to 30 characters: plain letters, digits, underscore and single dots in between.",
    },
    domains=("threads.com", "threads.net"),
    profile=but_not(at_part, "post"),
    verification="conditional",
)
