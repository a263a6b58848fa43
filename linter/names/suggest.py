"""Suggestions: handles and profile names that a rejected one could be changed to.

Only what passes the naming rules and the platform's grammar is proposed, and never a handle that
another account of the registry has.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.names.house import current_names, names_at
from linter.platforms import get

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from linter.names.house import House
    from linter.names.reader import Reader
    from linter.names.reading import Reading
    from linter.registry.account import Authority
    from linter.subject import Subject
    from linter.text import Text

MANY = 3
"""No more are proposed."""
TOPIC = 3
"""A subject has at least three letters."""
LOWER = frozenset(("instagram", "threads", "tiktok", "bluesky", "linkedin", "xing", "vimeo"))
"""Platforms whose handles are small letters by rule or by custom."""
JOINTS = {
    "instagram": "._",
    "threads": "._",
    "facebook": ".",
    "linkedin": "-",
    "xing": "-",
    "bluesky": "-",
}
HOUSE_FORM: Text = {
    "de": "die Abkürzung des Hauses mit „_NRW“",
    "en": "the authority's abbreviation with “_NRW”",
}
HOUSE_NAME: Text = {"de": "den Namen des Hauses", "en": "the authority's name"}
PERSON_FORM: Text = {
    "de": "Vor- und Nachname ohne Zusatz",
    "en": "first name and surname with nothing added",
}


def handle_for(subject: Subject, text: str) -> tuple[str, ...] | Text:
    """Handles for an account whose handle `text` was rejected; a description where there is none."""
    account = subject.account
    platform = get(account.platform) if account is not None else None
    authority = subject.authority
    if account is None or platform is None or authority.kind == "police":
        return HOUSE_FORM
    reader = subject.context.names
    taken = reader.taken(subject.context.accounts)
    found: list[str] = []
    fallback = PERSON_FORM if account.kind == "personal" else HOUSE_FORM
    candidates: Iterable[tuple[str, ...]] = (
        _persons(reader.read(text, authority=authority.id))
        if account.kind == "personal"
        else _houses(subject, reader, text, account.kind)
    )
    for words in candidates:
        for name in written(words, platform.name):
            handle = _hosted(name, account.handle, authority, platform.name)
            if (
                handle not in found
                and handle.casefold() not in taken
                and platform.handle_problem(handle) is None
                and _passes(name, account.kind, subject, reader)
            ):
                found.append(handle)
                break
        if len(found) == MANY:
            break
    return tuple(found) or fallback


def profile_name_for(subject: Subject) -> tuple[str, ...] | Text:
    """Profile names for an account whose own does not show the house, or shows a person."""
    account, authority = subject.account, subject.authority
    if account is None or not authority.designations or authority.kind == "police":
        return HOUSE_NAME
    reader = subject.context.names
    if account.kind == "personal":
        spot = subject.first("profile_name")
        reading = reader.read((spot.text if spot else "") or "", authority=authority.id)
        return tuple(" ".join(words) for words in _persons(reading))[:1] or PERSON_FORM
    broad = reader.is_broad(authority.id)
    house = reader.house(authority)
    abbreviations = current_names(authority, reader.authorities, subject.as_of)
    names = [f"{name} NRW" if authority.jurisdiction == "nrw" else name for name in abbreviations]
    if not broad:
        names = [*names_at(authority, subject.as_of, "short"), *names]
    found = []
    for name in dict.fromkeys(names):
        reading = reader.read(name, authority=authority.id)
        if house.shows(reading) and _neutral(reading, house, subject.as_of):
            found.append(name)
    return tuple(found[:MANY]) or HOUSE_NAME


@lru_cache(maxsize=1024)
def written(words: tuple[str, ...], platform: str) -> tuple[str, ...]:
    """The words as handles: the platform's usual joint first. A house's are asked for again and again."""
    plain = [re.sub(r"[^A-Za-z0-9]", "", _spelt(word)) for word in words]
    if platform in LOWER:
        plain = [word.lower() for word in plain]
    return tuple([joint.join(plain) for joint in (*JOINTS.get(platform, "_"), "")])


def _spelt(word: str) -> str:
    if word.isascii():
        return word
    for letter, plain in zip("äöüÄÖÜß", ("ae", "oe", "ue", "Ae", "Oe", "Ue", "ss"), strict=True):
        word = word.replace(letter, plain)
    return word


def _houses(subject: Subject, reader: Reader, text: str, kind: str) -> Iterator[tuple[str, ...]]:
    """Word by word: the subject with the house (fach), then the house alone."""
    authority, day = subject.authority, subject.as_of
    land: tuple[str, ...] = ("NRW",) if authority.jurisdiction == "nrw" else ()
    abbreviations = current_names(authority, reader.authorities, day)
    if kind == "fach":
        for topic in _topics(subject, reader.read(text, authority=authority.id)):
            for house in abbreviations:
                yield topic, house
                yield (topic, house, *land)
            yield (topic, *land)
    for house in abbreviations:
        yield (house, *land)
    for name in names_at(authority, day, "short"):
        words = tuple(re.findall(r"[^\W_]+", re.sub(r"(?<=[a-z])NRW$", " NRW", name)))
        ends = not land or words[-1:] in (land, ("nrw",))
        yield words if ends else (*words, *land)
    for house in abbreviations:
        yield (house, *land, "Presse")
        yield ("Presse", house)


def _topics(subject: Subject, reading: Reading) -> Iterator[str]:
    """What is left of a handle without names and titles, or the subject on record."""
    rest = [part.text for part in reading.parts if part.kind in {"word", "subject", "unknown"}]
    if rest and max(map(len, rest)) >= TOPIC:
        yield "".join(word if word.isupper() else word.capitalize() for word in rest)
    topic = subject.text("topic")
    if topic:
        yield topic.split()[0]


def _persons(reading: Reading) -> list[tuple[str, ...]]:
    people = {(p.first_name, p.name): None for part in reading.of("person") for p in part.people}
    return [tuple(filter(None, (first, name))) for first, name in people]


def _hosted(name: str, old: str, authority: Authority, platform: str) -> str:
    """With the host that the platform wants: the old handle's, or the house's domain."""
    if platform in {"mastodon", "pixelfed", "peertube"} and "@" in old[1:]:
        return f"{name}@{old.rpartition('@')[2]}"
    if platform == "bluesky":
        if old.endswith(".bsky.social") or not authority.domains:
            return f"{name}.bsky.social"
        return authority.domains[0]
    return name


def _passes(name: str, kind: str, subject: Subject, reader: Reader) -> bool:
    """True where no naming rule would report the name."""
    authority = subject.authority
    reading = reader.read(name, authority=authority.id, as_of=subject.as_of)
    if kind == "personal":
        return not reading.of("office", "ressort")
    house = reader.house(authority)
    if not _neutral(reading, house, subject.as_of):
        return False
    if kind != "ressort":
        return True
    if reader.is_broad(authority.id) and not house.abbreviated(reading):
        return False
    return house.makes(name)


def _neutral(reading: Reading, house: House, day: date) -> bool:
    return not reading.of("person", "office", "function") and not any(
        house.outdated(part, day) for part in reading.of("ressort")
    )
