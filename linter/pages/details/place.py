"""A place with its postal code, and the address to which it belongs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.pages.details.found import Found

_WORD = r"[A-ZÄÖÜ][\wäöüß'’.]*(?:[-/][A-ZÄÖÜ]?[\wäöüß.]+)*"
CITY = (
    rf"(?:(?:Bad|Sankt|St\.|Markt|Hansestadt|Lutherstadt)\s)?{_WORD}"
    r"(?:\s(?:am|an\sder|an\sden|a\.\s?d\.|i\.\s?d\.|o\.\s?d\.|a\.|an|auf|bei|b\.|im|in|in\sder|i\.|unter|ob\sder|vor\sder|vor|v\.\s?d\.|zu|der|d\.|dem)\s?[A-ZÄÖÜ][\wäöüß-]*(?:\.(?!\s[A-ZÄÖÜ]))?)?"
    r"(?:\s?\((?!Haus|Post|Besuch|Liefer|Paket|Brief|Gro(?:ß|ss)empf)[A-ZÄÖÜ][\wäöüß. -]{1,30}\))?"
)
PLACE = re.compile(
    rf"(?<![\w/+.-])(?:(?P<land>DE|D|AT|A|CH)(?:\s?[-–]\s?|\s))?(?P<code>\d{{5}}|\d{{4}}|(?<![^,|·•]\s)\d\d\s(?!000)\d{{3}}(?=\s[A-ZÄÖÜ][^\d:]{{2,40}}$)|(?:(?<=\bD[ -])|(?<=\bDE[ -]))\d\d\s\d{{3}}(?=\s[A-ZÄÖÜ]))(?!\d)[\s,]{{1,3}}(?P<city>{CITY})"
)
PO_BOX = re.compile(
    r"\b(?:Postf(?:ach(?:-?\s?(?:Nr\.|Nummer))?|ächer)?\.?|Postbox|Post office box|P\.?\s?O\.?\s?Box|PF\.?)\s*:?\s*(?P<number>\d[\d ]{0,12}\d|\d)",
    re.IGNORECASE,
)
COUNTRY = re.compile(
    r"^\W*(?:Deutschland|Germany|Bundesrepublik Deutschland|Federal Republic of Germany|Austria|Österreich|Schweiz|Switzerland|DE|D|NRW|Nordrhein-Westfalen)\W*$",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"^\s*(?:(?:Post|Haus|Besucher|Liefer)?-?(?:adresse|anschrift)|Address|Sitz|Straße(?=:)|Street(?=:))\s*[:：]?\s+(?=[A-ZÄÖÜ0-9])",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"[,;|·•]\s|\s[^\w\s()\[\]{}&+.:!?%=#@§$€\"'„“”‚‘’´`]{1,3}\s")
"""What parts the fields of an address that stand in one line: a comma, or a sign between blanks."""
EDGES = " ,;|·•∙●▪■◆♦*~/\\–—-\t"
"""Such signs at the ends of a field."""
NUMBER = re.compile(r"\d{1,4}\s?[a-zA-Z]?(?:\s?[-–/+]\s?\d{1,4}\s?[a-zA-Z]?)*$")
"""A line or field that is nothing but the number of a house."""


@dataclass(slots=True, eq=False)
class Address:
    """One address; `first` is the piece in which it begins, `name` what precedes it in that piece."""

    first: int
    last: int
    topic: str
    region: str
    code: Found | None = None
    city: Found | None = None
    street: Found | None = None
    box: Found | None = None
    name: Found | None = None
    heads: tuple[int, ...] = field(default=())
