"""Support in words: why a part of a name was believed, or doubted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.text import Text

SUPPORT_WORDS: dict[str, Text] = {
    "first-name": {"de": "Vorname daneben", "en": "first name beside it"},
    "other-first-name": {"de": "anderer Vorname daneben", "en": "another first name beside it"},
    "initial": {"de": "Anfangsbuchstabe daneben", "en": "initial beside it"},
    "shortened": {"de": "abgekürzter Vorname daneben", "en": "shortened first name beside it"},
    "politics": {"de": "mit einem Wort der Politik verbunden", "en": "joined to a word of politics"},
    "title": {"de": "mit Amt oder Anrede", "en": "with an office or form of address"},
    "own-house": {"de": "im eigenen Haus", "en": "at the person's own authority"},
    "token": {"de": "eigenes Wort", "en": "a word of its own"},
    "word": {"de": "ganzes Wort", "en": "a whole word"},
    "compound": {"de": "Zusammensetzung", "en": "compound"},
    "long-name": {"de": "unverwechselbarer Name", "en": "unmistakable name"},
    "look-alike": {"de": "mit ähnlichen Zeichen geschrieben", "en": "written with look-alike characters"},
    "misspelt": {"de": "ein Buchstabe abweichend", "en": "one letter off"},
    "beside-name": {"de": "neben einem Namen", "en": "beside a name"},
    "inside-word": {"de": "steckt in einem Wort", "en": "inside another word"},
    "also-a-word": {"de": "ist auch ein gewöhnliches Wort", "en": "is an ordinary word, too"},
    "widespread": {"de": "verbreiteter Name", "en": "a widespread name"},
    "ambiguous": {"de": "mehrdeutig", "en": "ambiguous"},
}  # fmt: skip


def in_words(support: tuple[str, ...]) -> Text:
    """The reasons in both languages."""
    return {
        lang: ", ".join([SUPPORT_WORDS[reason][lang] for reason in support])
        for lang in ("de", "en")
    }
