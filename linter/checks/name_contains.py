"""name-contains: a handle or profile name contains a person's name, an office, a function or a ressort."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.parameters import parameters
from linter.checks.silence import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from linter.names import Part, Reader, Reading
    from linter.names.lexicon import Sense
    from linter.registry.account import Person
    from linter.subject import Spot, Subject
    from linter.text import Text

FACTS = {"de": "Verzeichnis der Amtsinhaber", "en": "list of office holders"}
REGISTRY = {"de": "Register, Angabe „people“", "en": "registry, entry “people”"}
SUFFIXES = (".bsky.social",)


KEPT = 4096
"""So many combinations of senses are remembered that no rule asks for."""


class Asking(Protocol):
    """The parameters of a check on names."""

    def asked(self) -> tuple[Address, ...]:
        """The fields whose names are read."""

    def may(self, senses: tuple[Sense, ...], subject: Subject) -> bool:
        """Can a name hold what is asked for that has these senses and no others?"""

    def answers(self, reading: Reading, subject: Subject) -> bool:
        """Does the name hold what is asked for? The name and its authority alone decide."""


def look(asking: list[Asking]) -> Callable[[Subject], list[int]]:
    """Most names hold nothing that any rule asks for, and a glance at their words shows it.

    The others are read, once for all rules. Tells whose parameters have an answer.
    """
    wanted: dict[Address, list[tuple[int, Asking]]] = {}
    for at, one in enumerate(asking):
        for address in one.asked():
            wanted.setdefault(address, []).append((at, one))
    quiet: set[tuple[Address, tuple[Sense, ...] | None, str]] = set()

    def look(subject: Subject) -> list[int]:
        found: list[int] = []
        for address, asked in wanted.items():
            spots = subject.at(address)
            if not spots:
                found += [at for at, _ in asked]
            for spot in spots:
                senses = subject.context.names.glance(name_of(spot, subject))
                key = address, senses, subject.authority.id
                if key in quiet:
                    continue
                may = [one for one in asked if senses is None or one[1].may(senses, subject)]
                if may:
                    reading = reading_of(spot, subject)
                    found += [at for at, one in may if one.answers(reading, subject)]
                elif len(quiet) < KEPT:
                    quiet.add(key)
        return sorted(set(found)) if found else found

    return look


@parameters
class NameContains:
    """`fields` must contain no part of the kind `what`.

    A person counts as `former` where every term has ended; a function that is in the
    authority's own name (a commissioner's office) is none.
    """

    fields: tuple[Address, ...]
    what: Literal["person", "office", "function", "ressort"]

    def asked(self) -> tuple[Address, ...]:
        """See `Asking`."""
        return self.fields

    def may(self, senses: tuple[Sense, ...], _: Subject) -> bool:
        """See `Asking`."""
        return self.what in [sense.kind for sense in senses]

    def answers(self, reading: Reading, _: Subject) -> bool:
        """See `Asking`."""
        return bool(reading.of(self.what))


@check(
    "name-contains",
    NameContains,
    supplies=("part", "person", "office", "known_from", "support", "suggestion"),
    variants=("former", "official-name"),
    look=look,
    sure=NameContains.asked,
)
def name_contains(subject: Subject, params: NameContains) -> Iterator[Outcome]:
    """One miss for each such part, at its characters; unknown where a field is silent."""
    for address in params.fields:
        spots = subject.at(address)
        if not spots and silent(subject, address):
            yield Unknown(address)
        for spot in spots:
            for part in read(spot, subject).of(params.what):
                if part.mandate or (part.body and _own_name(part, subject)):
                    continue
                yield _miss(spot, part, subject, subject.context.names)


def read(spot: Spot, subject: Subject) -> Reading:
    """What a handle or profile name is made of; read once for all rules that ask."""
    known = spot.reading
    if known is None:
        known = spot.reading = reading_of(spot, subject)
    return known


def reading_of(spot: Spot, subject: Subject) -> Reading:
    """The same, not kept at the spot: so each rule that goes by the day asks for it itself."""
    return subject.context.names.read(
        name_of(spot, subject), authority=subject.authority.id, as_of=subject.as_of
    )


class Suggestion(dict[str, str]):
    """What a name could be changed to, worked out when a report first shows it."""

    __slots__ = ("_spot", "_subject")

    def __init__(self, subject: Subject, spot: Spot) -> None:
        super().__init__()
        self._subject = subject
        self._spot = spot

    def __missing__(self, lang: str) -> str:
        from linter.text import LANGUAGES, shown  # noqa: PLC0415 - only where it is shown

        found = self._found()
        for each in LANGUAGES:
            self[each] = shown(found, each)
        return self[lang]

    def each(self, lang: str) -> tuple[str, ...]:
        """One by one; a single description where there is none to propose."""
        found = self._found()
        return found if isinstance(found, tuple) else (found[lang],)

    def _found(self) -> tuple[str, ...] | Text:
        from linter.names.suggest import handle_for, profile_name_for  # noqa: PLC0415 - see above

        if self._spot.address == "handle":
            return handle_for(self._subject, name_of(self._spot, self._subject))
        return profile_name_for(self._subject)


def name_of(spot: Spot, subject: Subject) -> str:
    """A handle without its host; any other text as it is."""
    text = spot.text or ""
    if spot.address != "handle" or subject.account is None:
        return text
    return bare_handle(text, subject.account.platform)


def bare_handle(text: str, platform: str) -> str:
    """A handle without its host: in `name@host` and `name.bsky.social` the host is no name."""
    if platform in {"mastodon", "pixelfed", "peertube"}:
        at = text.find("@", 1)
        return text if at < 0 else text[:at]
    if platform == "bluesky":
        return next((text[: -len(s)] for s in SUFFIXES if text.lower().endswith(s)), text)
    return text


def _own_name(part: Part, subject: Subject) -> bool:
    stem = part.word.lower()
    return any(stem in d.text.lower() for d in subject.authority.designations)


def _miss(spot: Spot, part: Part, subject: Subject, reader: Reader) -> Miss:
    from linter.names.support import in_words  # noqa: PLC0415 - only for a miss

    values: dict[str, Any] = {
        "part": part.text,
        "person": "",
        "office": part.word,
        "known_from": "",
        "support": in_words(part.support),
        "suggestion": Suggestion(subject, spot),
    }
    variant = None
    if part.kind == "person":
        person, former = chosen(part.people, subject.authority.id, subject.as_of)
        values["person"] = f"{person.first_name} {person.name}".strip()
        values["office"] = person.office
        values["known_from"] = _known_from(person, subject, reader)
        variant = "former" if former else None
    elif part.kind == "office" and spot.address == "handle" and _officially(subject):
        variant = "official-name"
    elif part.kind == "ressort" and part.designations:
        body = reader.authorities.get(part.designations[-1][0])
        values["office"] = body.title if body else part.word
    return Miss(spot, values, variant=variant, span=(part.start, part.end))


def _known_from(person: Person, subject: Subject, reader: Reader) -> dict[str, str]:
    """Where the person is named: the packs' list, the account's own registry or another file."""
    if reader.is_government(person.name, person.first_name):
        return FACTS
    account = subject.account
    if not person.source or (account is not None and person.source == account.document.path):
        return REGISTRY
    file = person.source.replace("\\", "/").rpartition("/")[2]
    return {"de": f"Datei {file}, Angabe „people“", "en": f"file {file}, entry “people”"}


def _officially(subject: Subject) -> bool:
    """True where the house itself is named after the office („Der Minister für …“)."""
    return any(
        d.form == "name" and d.in_force(subject.as_of) and d.text.startswith(("Der Minister", "Minister für", "Ministerin für"))
        for d in subject.authority.designations
    )  # fmt: skip


def chosen(people: tuple[Person, ...], authority: str, day: date) -> tuple[Person, bool]:
    """Whom a name most likely means, and whether none of that person's terms lasts."""

    def rank(person: Person) -> tuple[bool, bool, str]:
        current = person.until is None or person.until >= day
        return person.authority == authority, current, str(person.since or "")

    best = max(people, key=rank)
    same = [p for p in people if (p.name, p.first_name) == (best.name, best.first_name)]
    lasting = [p for p in same if p.until is None or p.until >= day]
    return max(lasting or same, key=rank), not lasting
