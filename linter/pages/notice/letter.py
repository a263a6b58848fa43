"""letter: where the letter X is the network of that name, and not a number, a size or an unknown."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

AROUND = 100
"""Code points before and behind the letter that tell what it is."""
MOST = 3000
"""Letters of a text that are looked at; only one that is made of them has more."""
LETTER = re.compile(r"(?<![^\W_])[X𝕏](?![^\W_])", re.IGNORECASE)
SIGN = "𝕏"
"""The network's sign, which means nothing else."""
_NETWORK = (
    r"(?:Facebook|Instagram|Twitter|You[ -]?Tube|Vimeo|Linked[ -]?In|XING|Tik[ -]?Tok|Mastodon|Bluesky|Threads|Pinterest|Whats[ -]?App"
    r"|Tumblr|Flickr|Snapchat|Telegram|Pixelfed|Peer[ -]?Tube|Meta|Google\+|Reddit|Twitch|Fediverse)"
)
_SAID = r"(?:\s{0,2}\([^()\n]{1,60}\))?"
_AND = r"(?:[ \xa0]{0,2}[,;/|•·&+]\s{0,2}(?:(?:und|oder|sowie|and|or)\s)?|\s(?:und|oder|sowie|bzw\.?|and|or)\s)(?:(?:auf|bei|über|on|auch|dem|den|der)\s){0,2}"
_OPENING = "„“\"'‚»«("
_OPEN, _SHUT = f"[{_OPENING}]?", "[“”\"'‘’»«)]?"
_JOINED = rf"(?:{_AND}|\s[–-]\s){_OPEN}\Z"
BESIDE = re.compile(rf"\b{_NETWORK}(?:-\w{{1,20}})?{_SAID}{_JOINED}", re.IGNORECASE)
"""Another network before the letter."""
JOINED = re.compile(_JOINED, re.IGNORECASE)
"""What stands between the two: no more than `BETWEEN` code points; with the network `NAME` more."""
BETWEEN = 22
NAME = 32
WHERE = re.compile(
    # "bis zu X" counts something
    rf"(?<!bis )\b(?:auf|bei|von|zu|über|via|on|by|from|[\w-]{{0,24}}(?:plattform(?:en)?|netzwerk\w{{0,2}}|dienst\w{{0,2}})|Anbieter\w?|Kan[aä]l\w{{0,2}}"
    rf"|Profil\w{{0,2}}|Accounts?|Kont(?:o|os|en)|(?:Internet|Fan)?seite\w?|Auftritt\w{{0,2}}|platforms?|networks?|services?|channels?|provider)[ \xa0]{_OPEN}\Z",
    re.IGNORECASE,
)
"""A word for where something is told before the letter, of no more than `WORD` code points."""
WORD = 40
BEHIND = re.compile(rf"{_SHUT}{_SAID}{_AND}{_OPEN}{_NETWORK}\b", re.IGNORECASE)
NAMED = re.compile(
    r"[\s,(/–„\"'-]{1,4}(?:(?:ehem|vorm|früher|vorher|zuvor|bis|vor|ex|former|previous|alias|aka|known)[\w.]{0,10}[\s:„\"-]{0,3}(?:\w{1,12}\s){0,2})?Twitter\b"
    r"|\s{0,2}\((?:ehem|vorm|früher|vorher|zuvor|ex|former|previous|Twitter)"
    r"|\s(?:Corp\b|Holdings\b|Internet Unlimited)|\.com(?!\.?\w|-)"
    r"|-(?:Account|Kan[aä]l|Profil|Auftritt|Seite|Konto|Konten|Präsenz|Angebot|Beitr[aä]g|Post|Nutzer|Plugin|channel|profile|page|user)",
    re.IGNORECASE,
)
"""What stands behind the letter where nothing but the network is meant, also in small."""
ADDRESS = re.compile(r"\.com(?!\.?\w|-)", re.IGNORECASE)
COUNTED = re.compile(
    r"\b(?:Abschnitt|Absatz|Anhang|Anlage|Artikel|Buchstabe|Fall|Größe|Kapitel|Klasse|Nr\.|Nummer|Punkt|Seite|Teil|Version|Ziffer|annex|chapter|part|section|size|OS)\s{0,2}\Z"
    # sizes and numerals in a row
    r"|\b(?-i:[A-Z]{1,4}),\s\Z",
    re.IGNORECASE,
)
"""What stands before an X that counts something, or is a size; no more than `COUNT` code points."""
COUNT = 12
NOT = re.compile(
    r"[-.,]\w|\s{0,2}(?:bis|to|–|-)\s{0,2}[\dYZ]\b|[ \xa0](?:[YZ]|Tag\w{0,2}|Woch\w{1,3}|Monat\w{0,2}|Jahr\w{0,2}|Stunde\w?|Minute\w?|Euro|EUR|€|%|Prozent|Person\w{0,2}|Mal|mal"
    r"|days?|weeks?|months?|years?|hours?|euros?|per ?cent|times)(?!\w)",
    re.IGNORECASE,
)
"""What stands behind an X that is an unknown number, or a part of a longer word."""
USED = re.compile(
    r"\b(?:nutz|verwend|betreib|bespiel|betreu)\w{1,3}\s(?:[\w-]{2,20}\s){0,3}[„“\"'‚»«(]?\Z",
    re.IGNORECASE,
)
"""What stands before an X of which only the sense tells what it is: "Wir nutzen X"."""
HEAD = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s)?X(?:\s*:?\s*|\s[–—-]\s[^\W\d_]{2}.*|:\s[^\W\d_]{2}.*)"
)
"""A heading that begins with the letter: "X", "3.2 X – Hinweise"."""
ALONE = re.compile(rf"\W{{0,3}}{_NETWORK}{_SAID}\W{{0,3}}", re.IGNORECASE)
"""A line of a list that is nothing but the name of a network."""


def named(text: str, places: Iterable[int] | None = None) -> Iterator[int]:
    """The places where the letter names the network; places: where the letter stands, if known."""
    found = (match.start() for match in LETTER.finditer(text)) if places is None else places
    alone = (
        at
        for at in found
        if not text[at + 1 : at + 2].isalnum() and not text[max(at - 1, 0) : at].isalnum()
    )
    for at in islice(alone, MOST):
        if is_network(text, at):
            yield at


def may_name(text: str, headings: Iterable[str] = ()) -> bool:
    """Whether the letter may be the network: beside a verb for using one, or as a heading."""
    return any(map(HEAD.fullmatch, headings)) or any(
        text[match.start()] == "X"
        and not NOT.match(text[match.end() : match.end() + AROUND])
        and USED.search(text[max(0, match.start() - AROUND) : match.start()])
        for match in islice(LETTER.finditer(text), MOST)
    )


def is_network(text: str, at: int) -> bool:
    """Whether the letter at a place is the network."""
    if text[at] == SIGN:
        return True
    behind = text[at + 1 : at + 1 + AROUND]
    if behind[:1].isalnum():
        return False
    before = text[max(0, at - AROUND) : at]
    if before[-1:] in {"@", "."} or (before[-1:] == "/" and before[-2:-1] == "/"):
        return before[-1:] == "/" and ADDRESS.match(behind) is not None
    if NAMED.match(behind):
        return True
    if text[at] != "X" or NOT.match(behind):
        return False
    if _is_told(before):
        return True
    return not COUNTED.search(before, max(len(before) - COUNT, 0)) and (
        BEHIND.match(behind) is not None or _in_list(text, at)
    )


def _is_told(before: str) -> bool:
    """Whether another network stands before the letter, or a word for where something is told.

    Of what stands there the last words are asked only: a text may be made of such letters.
    """
    size = len(before)
    end = size - 1 if before[-1:] in _OPENING else size
    if before[end - 1 : end] in {" ", "\xa0"}:
        start = max(before.rfind(" ", 0, end - 1), before.rfind("\xa0", 0, end - 1)) + 1
        if end - start > 2 and WHERE.search(before, max(start, size - WORD)):  # noqa: PLR2004 - letters of "on"
            return True
    if not JOINED.search(before, max(size - BETWEEN, 0)):
        return False
    shut = before.rfind(")", max(size - BETWEEN - 1, 0))
    start = size - BETWEEN if shut < 0 else before.rfind("(", 0, shut)
    return BESIDE.search(before, max(start - NAME, 0)) is not None


def _in_list(text: str, at: int) -> bool:
    """Whether the letter has a line of its own beside one with another network."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    if text[start:end].strip(" \xa0\t•·-–*,;") != "X":
        return False
    above = text[
        max(text.rfind("\n", 0, max(start - 1, 0)) + 1, start - AROUND) : max(start - 1, 0)
    ]
    below = text[end + 1 : end + 1 + AROUND].partition("\n")[0]
    return ALONE.fullmatch(above) is not None or ALONE.fullmatch(below) is not None
