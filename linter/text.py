"""Two languages: the small pieces of text that belong to no rule, and how values are shown."""

from __future__ import annotations

from datetime import date
from typing import Any

LANGUAGES = ("de", "en")

Text = dict[str, str]
"""A text in both languages: {"de": …, "en": …}."""

CAUSES: dict[str, Text] = {
    "not-declared": {
        "de": "Das Register sagt dazu nichts; nur das Profil könnte es zeigen.",
        "en": "The registry is silent on this; only the profile could tell.",
    },
    "eligibility-unknown": {
        "de": "Es ist nicht bekannt, ob die Plattform diesem Account eine Verifizierung anbietet.",
        "en": "It is not known whether the platform offers this account verification.",
    },
    "interval-not-configured": {
        "de": "Die Quelle nennt keine Frist, und im Register ist keine festgelegt.",
        "en": "The source names no interval, and the registry sets none.",
    },
    "not-recorded": {
        "de": "Das Register enthält die dafür nötige Angabe nicht.",
        "en": "The registry lacks the entry this depends on.",
    },
    "turning-point-unclear": {
        "de": "Der genaue Tag ist in der Quelle unleserlich; die Angabe liegt in diesem Zeitraum.",
        "en": "The exact day is illegible in the source; the entry falls into that period.",
    },
    "target-hidden": {
        "de": "Ein Kurzlink verrät nicht, wohin er führt.",
        "en": "A short link does not tell where it leads.",
    },
    "page-not-read": {
        "de": "Die Seite dahinter wurde nicht gelesen.",
        "en": "The page behind it was not read.",
    },
    "page-not-judgeable": {
        "de": "Die Seite lässt sich so nicht beurteilen (Skript, Bild, Anmeldung oder leer).",
        "en": "The page cannot be judged as it is (script, image, login or empty).",
    },
    "unreadable": {
        "de": "Der Wert im Register ist nicht lesbar (siehe REG-Befunde).",
        "en": "The value in the registry cannot be read (see the REG findings).",
    },
}
"""Why a check could not look: the keys that `linter.checks.base.Unknown` may name."""


def shown(value: Any, lang: str) -> str:
    """Show a placeholder's value to a reader of the language."""
    if isinstance(value, dict):
        return str(value[lang])
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y") if lang == "de" else value.isoformat()
    if isinstance(value, (tuple, list)):
        return ", ".join(shown(item, lang) for item in value)
    return str(value)
