"""What the words of a line are like, and whether a domain of the page says them too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.names.fold import spell_out
from linter.pages.details import topics
from linter.pages.details.names import LEGAL_FORM, body, person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.details.piece import Pieces

BODY = 2
"""What `body` says of a name without a legal form."""
FEW, MANY = 4, 7
"""Words of a name that is neither short nor long."""
WORD = 3
"""Letters of a word or a domain that tell anything."""
TELLING = 4
"""Letters of a word that stand within a domain by no accident."""
MOST_LINES, MOST_HOSTS = 300, 20
"""Pieces in which domains are looked for, and how many of them are kept."""
_HOST = re.compile(
    r"(?:@|www\.|://)(?:[\w-]{1,63}\.){0,4}?([\w-]{1,63})\.[a-z]{2,8}(?![\w.-])", re.IGNORECASE
)
_NOT_OWN = frozenset(
    "gmail gmx web posteo tonline outlook hotmail yahoo mailbox europa googlemail github google icloud aol freenet riseup".split()
)
"""Domains that are those of many."""
_CLAUSE = frozenset(
    "wird werden wurde ist sind is are haben hat können kann finden siehe bitte wir sie unser unsere unserer unseren unserem you we has".split()
)
_SMALL = frozenset(
    "und der die das des dem den für von vom zur zum im in am an bei of the for and mit".split()
)
_IMPRESSUM = ("impressum", "imprint", "anbieterkennz", "legal notice")
_TRADE = tuple(
    "manufaktur technik bau handel vertrieb beratung consulting design fotografie reisen pflege coaching immobilien druckerei brauerei praxis studio büro café hotel pension laden shop agentur verlag atelier werkstatt kanzlei gärtnerei bäckerei apotheke".split()
)
"""How a word ends that tells a trade."""
_STRANGER = tuple(
    "aufsicht kammer ministerium versicherung finanzamt amtsgericht landesbeauftragt schlichtung verbraucher google facebook github ionos strato hetzner wordpress jimdo".split()
)
_BLANK = tuple("vorname nachname muster plz xxx firmenname straße hausnummer str.".split())
"""How a word begins in a form that nobody has filled in."""
_PLACE = re.compile(r"\b\d{4,5}\s[A-ZÄÖÜ]")


def shape(text: str) -> Iterator[str]:
    """What holds of the words."""
    yield from _who(text)
    yield from _ends(text)
    yield from _words(text.split(), text.lower())
    if any(char.isdigit() for char in text):
        yield "has a digit"
        if _PLACE.search(text):
            yield "has a postal code"
    if not (text[0].isupper() or text[0].isdigit() or text[0] in '"„'):
        yield "begins with a small letter"
    kind, end = topics.label_of(text)
    if kind:
        yield "reads like a label" if end >= len(text.rstrip(" :")) else "begins like a label"


def _who(text: str) -> Iterator[str]:
    looks = body(text)
    if looks > BODY:
        form = LEGAL_FORM.search(text)
        if form and form.end() >= len(text) - 2:
            yield "ends with a legal form"
    elif looks:
        yield "has a word of a body"
    if person(text):
        yield "is a person's name"
    elif not looks:
        yield "neither a body nor a person"


def _ends(text: str) -> Iterator[str]:
    if text[-1] == ":":
        yield "ends with a colon"
    elif text[-1] in ".!?" and body(text) <= BODY:
        yield "ends like a sentence"


def _words(words: list[str], low: str) -> Iterator[str]:
    if len(words) == 1:
        yield "one word"
    elif len(words) >= MANY:
        yield "seven words or more"
    elif len(words) >= FEW:
        yield "four to six words"
    if all(w[0].isupper() or not w[0].isalpha() or w.casefold() in _SMALL for w in words):
        yield "every word with a capital"
    parts = low.split()
    if not _CLAUSE.isdisjoint(parts):
        yield "has words of a sentence"
    if any(part.rstrip(".,)").endswith(_TRADE) for part in parts):
        yield "has a word of a trade"
    if any(part.startswith(_BLANK) for part in parts):
        yield "has words of an empty form"
    if any(word in low for word in _STRANGER):
        yield "has a word of a stranger"
    if any(word in low for word in _IMPRESSUM):
        yield "has the word Impressum"


def letters_of(text: str) -> str:
    """The letters and digits of a text as a domain writes them."""
    return "".join([char for char in spell_out(text) if char.isalnum()])


def in_domains(letters: str, words: list[str], hosts: list[str]) -> str:
    """What the domains of a page say of a name."""
    telling = [plain for word in words if len(plain := letters_of(word)) >= WORD]
    known = [
        word for word in telling if len(word) >= TELLING and any(word in host for host in hosts)
    ]
    whole = any(
        (len(host) >= WORD and host in letters) or (len(letters) > TELLING and letters in host)
        for host in hosts
    )
    if whole or (telling and len(known) == len(telling)):
        return "is the name of a domain"
    return "a word of it in a domain" if known else "not in a domain"


def hosts_of(pieces: Pieces) -> list[str]:
    """The names of the domains that a page tells: of its mail, of its site."""
    top = pieces[:MOST_LINES]
    texts = [one.text for one in top if "@" in one.text or "www." in one.text or "://" in one.text]
    texts += [href for one in top for href in one.source.hrefs if href[:7].lower() == "mailto:"]
    hosts = dict.fromkeys(letters_of(host) for text in texts for host in _HOST.findall(text))
    return [host for host in hosts if host not in _NOT_OWN][:MOST_HOSTS]
