"""second_look: what on a page may be a detail that was not found, in words that were not understood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.page_seen import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.checks.patterns import Patterns
    from linter.pages.page import Line, Page

PAIR = re.compile(
    r"(?<![\w-])(?P<first>[A-ZÄÖÜ][\w'’-]*\.?)\s(?:(?:[A-Z]\.|von|van|vom|von\sund\szu|zu|zum|zur|de|der|den|auf|am|an|in\sde[rm]|aus\sde[rm]|tom|op|ter|ten|thor)\s){0,3}(?=(?P<last>[A-ZÄÖÜ][\w'’-]+))"
)
"""Two words that may be a name; the second may be the first of the next two."""
HONOURED = re.compile(
    r"(?:\b(?:Herrn?|Frau|gez\.|Dr\.|Prof\.)|\b(?:OB|OBM|Bgm\.))\s(?=[A-ZÄÖÜ][a-zäöüß])"
)
"""What stands before a surname alone: "OB Kern"."""
ARTICLE = re.compile(r"\b(?:de[rmns]|die|das)\s$", re.IGNORECASE)
"""What stands before a noun and no name: "der Allgemeine Ausschuss"."""
SPOKEN_OF = re.compile(
    r"(?:Sie|Er|Das|Dies|Ih(?:r|re)\s\w+|Sein[e]?\s\w+|Der\sName|Die\sNamen?)\s(?:[\w-]+\s){0,2}?(?:heißt|heißen|ist|sind|lautet|lauten)\b"
)
"""How a sentence begins that names whom the one before speaks of: "Sie heißt Eva Kern"."""
PARTED = re.compile(r"(?<=[a-zäöüß])[-·•‧](?=([A-ZÄÖÜa-zäöüß]))[A-ZÄÖÜa-zäöüß]")
"""Where easy language parts a long word: "Ober-Bürger-Meisterin", "Bürger·meisterin"."""
LAST = re.compile(r":\s+(?P<word>[A-ZÄÖÜ][\w'’-]+)(?:,\s(?:Dr\.\s)?[A-ZÄÖÜ][\w'’-]+)?\.?$")
"""One word behind a label, or what looks like surname and first name."""
SPEAKS = re.compile(
    r"(?:sprecher|leiter|leitung|referent|redakteur|marketing)(?:in)?$", re.IGNORECASE
)
"""A function instead of a name."""
ANY_SURNAME = "Kern"
"""Tells whether a word may be a given name, whatever stands behind it: "Eva Amt"."""
LONGEST = 200
"""Code points of a line that names somebody with their office."""
MOST_PLACE = 60
"""Code points of a line that is the place where a body is: "Kurfürstliches Palais"."""
MOST_WORDS = 2
"""Words of a label that may be an office: "Erste Stadträtin"."""
MOST_LINES = 4
"""Lines between a provider's name and its postcode."""


def unclaimed(page: Page, kind: str, others: Patterns) -> bool:
    """Whether between the provider's name and the postcode something stands that may be its place.

    others: what such lines read like that are known to be something else.
    """
    name, code = (value_of(page, kind, key) for key in ("provider_name", "postal_code"))
    if name is None or code is None or not 0 <= code.line - name.line <= MOST_LINES:
        return False
    for line in page.visible:
        if not name.line <= line.number <= code.line:
            continue
        text = line.text[: max(code.column - 1, 0)] if line.number == code.line else line.text
        if line.number == name.line and not _addressed(line):
            text = text.replace(name.value, " ")
        text = text.strip(" ,;:|·•–-/")
        if re.search(r"[^\W\d_]{3}", text) and len(text) <= MOST_PLACE and not others.search(text):
            return True
    return False


def _addressed(line: Line) -> bool:
    """Whether a line stands under a label for an address, whatever it was taken for."""
    from linter.pages.details import topics  # noqa: PLC0415 - only for pages that were read

    return bool(line.label) and topics.label_of(f"{line.label}:")[0] == topics.ADDRESS


def holder(lines: list[str], office: Patterns, others: Patterns, *, labels: bool = True) -> bool:
    """Whether a person is named in or next to a line with a word of office or representation.

    labels: or behind a label that nobody knows: "Schultheiß: Jo Kern". others: what lines read
    like that speak of somebody else.
    """
    for number, text in enumerate(lines):
        if len(text) > LONGEST or others.search(text):
            continue
        if labels and ": " in text and _behind_label(text):
            return True
        if not office.search(text) and not office.search(_joined(text)):
            continue
        if HONOURED.search(text) or any(_names(text, office)):
            return True
        if not labels and _surname_alone(text):
            return True
        near = (lines[at] for at in (number - 1, number + 1) if 0 <= at < len(lines))
        if any(_is_name(other) or _speaks_of(other, office, others) for other in near):
            return True
    return False


def _surname_alone(text: str) -> bool:
    """Whether a line ends with one word behind its label that may be a surname: "V.i.S.d.P.: Stein"."""
    from linter.pages.details.names import maybe_surname  # noqa: PLC0415 - only for pages
    from linter.pages.details.office import OFFICE_WORD  # noqa: PLC0415 - as above

    word = LAST.search(text)
    return (
        word is not None
        and maybe_surname(word["word"])
        and not (OFFICE_WORD.search(word["word"]) or SPEAKS.search(word["word"]))
    )


def _joined(text: str) -> str:
    """The words as they are written where nobody parts them."""
    return PARTED.sub(lambda sign: sign[1].lower(), text) if PARTED.search(text) else text


def _speaks_of(text: str, office: Patterns, others: Patterns) -> bool:
    """Whether a short sentence names a person of whom the one next to it speaks."""
    if len(text) > LONGEST or not SPOKEN_OF.match(text) or others.search(text):
        return False
    return HONOURED.search(text) is not None or any(_names(text, office))


def _names(text: str, office: Patterns) -> Iterator[bool]:
    """For any two words that may be a name: whether they are."""
    from linter.pages.details.names import body, person  # noqa: PLC0415 - only for pages

    for pair in PAIR.finditer(text):
        first, last = pair["first"], pair["last"]
        if ARTICLE.search(text[: pair.start()]) or body(first.removesuffix("s")):
            continue
        if not office.search(first) and not office.search(last):
            yield bool(person(f"{first} {last}") or person(f"{first} {ANY_SURNAME}"))


def _behind_label(text: str) -> bool:
    """Whether a line is a label that is not among those known, and a person's name."""
    from linter.pages.details import topics  # noqa: PLC0415 - as above
    from linter.pages.details.names import person  # noqa: PLC0415 - as above

    label, _, rest = text.partition(": ")
    known = topics.label_of(text)[0] or not label[:1].isupper() or len(label.split()) > MOST_WORDS
    rest = rest.strip(" .")
    return not known and _is_name(rest) and person(rest) == rest


def _is_name(text: str) -> bool:
    """Whether a line is a person's name and nothing else."""
    from linter.pages.details.names import body, person  # noqa: PLC0415 - as above

    return len(text) <= MOST_PLACE and not body(text) and bool(person(text))
