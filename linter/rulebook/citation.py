"""citation: where in its document a passage stands, in the reader's language.

Rules name the place as the document does, in German. A provision of German law is cited so in any
language (“§ 5 Abs. 1 Nr. 2”), an article in the usual English form (“Art. 13(1)(c)”). What any
document's parts are called (“Abschnitt 2”) is translated here, other words by what the document's
own entry says. A part of a name that is not understood as a whole stays as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.text import Text

WORDS = {
    "Abschnitt": "section",
    "Abschnitte": "sections",
    "Absatz": "paragraph",
    "Anhang": "annex",
    "Anlage": "annex",
    "Beschluss": "order",
    "Einleitung": "introduction",
    "Fußnote": "footnote",
    "Kapitel": "chapter",
    "Nr.": "no.",
    "Nummer": "no.",
    "Satz": "sentence",
    "Seite": "page",
    "Teil": "part",
    "Urteil": "judgment",
    "Ziffer": "no.",
}
JOINTS = {"und": "and", "bis": "to"}
PART = r"[^,;:()]+"
ARTICLE = r"Art\. (?P<number>\d+\w*)(?: Abs\. (?P<paragraph>\d+\w*))?(?: Buchstabe (?P<letter>\w))?(?P<on> ff\.)?"


def named(section: str, phrases: Iterable[Text], lang: str) -> str:
    """The name of a section; phrases: what the document's entry says of its parts."""
    if lang == "de":
        return section
    return _english(section, tuple((one["de"], one["en"]) for one in phrases))


@lru_cache(maxsize=1024)
def _english(section: str, phrases: tuple[tuple[str, str], ...]) -> str:
    known = dict(phrases)

    def part(found: re.Match[str]) -> str:
        text = found.group().strip()
        return found.group().replace(text, known.get(text) or _part(text))

    return known.get(section) or re.sub(PART, part, section)


def _part(text: str) -> str:
    word, *numbers = text.split(" ")
    if word in ("§", "§§"):
        return _joined(text)
    if word in WORDS and all(one in JOINTS or one[:1].isdigit() for one in numbers):
        return _joined(" ".join([WORDS[word], *numbers]))
    if word == "Art." and (found := re.fullmatch(ARTICLE, text)):
        inner = "".join(f"({one})" for one in (found["paragraph"], found["letter"]) if one)
        return f"Art. {found['number']}{inner}{' et seq.' if found['on'] else ''}"
    return text


def _joined(text: str) -> str:
    return " ".join(JOINTS.get(word, word) for word in text.split(" "))
