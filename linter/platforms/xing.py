"""xing: names and page addresses of XING."""

from __future__ import annotations

from linter.platforms.platform import Platform, after

PLATFORM = Platform(
    name="xing",
    title="XING",
    grammar=r"[A-Za-z0-9](?:[A-Za-z0-9_-]){0,99}",
    says={
        "de": "XING erlaubt Buchstaben ohne Umlaute, Ziffern und Bindestrich (Personen: Vorname_Nachname).",
        "en": "XING allows plain letters, digits and hyphen (persons: first name_last name).",
    },
    domains=("xing.com",),
    profile=after("pages", "companies", "company", "profile"),
)
