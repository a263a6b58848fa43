"""name-contains: a handle or profile name contains a person's name, an office, a function or a ressort."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.naming import Suggestion, look, read
from linter.checks.parameters import parameters
from linter.checks.silence import silent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from linter.checks.patterns import Pattern
    from linter.names import Part, Reader, Reading
    from linter.names.lexicon import Sense
    from linter.registry.account import Person
    from linter.subject import Spot, Subject

UNNAMED = {"de": "Amt nicht angegeben", "en": "office not given"}
OR = {"de": " oder ", "en": " or "}
FACTS = {"de": "Verzeichnis der Amtsinhaber", "en": "list of office holders"}
REGISTRY = {"de": "Register, Angabe „people“", "en": "registry, entry “people”"}


@parameters
class NameContains:
    """`fields` must contain no part of the kind `what`.

    A person counts as `former` where every term has ended; a function that is in the
    authority's own name (a commissioner's office) is none, nor is it where a text at `units`
    has the wording `body`, by which a unit of the authority is named after such a function.
    A surname is a word, or somebody else's, where the text at `topic` has it and names nobody.
    """

    fields: tuple[Address, ...]
    what: Literal["person", "office", "function", "ressort"]
    units: tuple[Address, ...] = ()
    body: Pattern | None = None
    topic: Address | None = None

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
    variants=("former", "coming", "official-name"),
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
                if part.mandate or (part.body and _own_name(part, subject, params)):
                    continue
                if (
                    params.topic
                    and part.kind == "person"
                    and _the_topic(part, subject, params.topic)
                ):
                    continue
                yield _miss(spot, part, subject, subject.context.names)


def _own_name(part: Part, subject: Subject, params: NameContains) -> bool:
    stem = part.word.lower()
    if any(stem in d.text.lower() for d in subject.authority.designations):
        return True
    texts = [spot.text or "" for address in params.units for spot in subject.at(address)]
    return params.body is not None and any(map(params.body.search, texts))


def _the_topic(part: Part, subject: Subject, address: Address) -> bool:
    """True where the account is about what the surname means there: the Wall, Kaiser Karl."""
    text = subject.text(address)
    if not text:
        return False
    from linter.names.fold import LETTERS, fold  # noqa: PLC0415 - few names are a person's

    surname = fold(part.text)[0].lower()
    if surname not in LETTERS(fold(text)[0].lower()):
        return False
    reading = subject.context.names.read(text, authority=subject.authority.id, as_of=subject.as_of)
    return all(fold(found.text)[0].lower() != surname for found in reading.of("person"))


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
        family = reader.house(subject.authority).family
        people, variant = chosen(_named(part, spot), family, subject.as_of)
        values |= _told(people, subject, reader)
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


def _named(part: Part, spot: Spot) -> tuple[Person, ...]:
    """The persons of the part's surname; those whose first name is written as well, if there are."""
    if len(part.people) < 2:  # noqa: PLR2004 - one and another
        return part.people
    from linter.names.house import compacted  # noqa: PLC0415 - few surnames are shared
    from linter.names.spellings import first_names  # noqa: PLC0415 - as above

    text = compacted(spot.text or "")
    written = [p for p in part.people if any(name in text for name in first_names(p))]
    return tuple(written) or part.people


def _told(people: list[Person], subject: Subject, reader: Reader) -> dict[str, Any]:
    """The placeholders for the persons a name may mean; nearly always it is one."""
    names = list(dict.fromkeys(f"{p.first_name} {p.name}".strip() for p in people))
    offices = list(dict.fromkeys(person.office for person in people))
    told = {
        lang: word.join(office or UNNAMED[lang] for office in offices) for lang, word in OR.items()
    }
    # one stays the plain text that fingerprints go by
    return {
        "person": {lang: word.join(names) for lang, word in OR.items()} if names[1:] else names[0],
        "office": told if offices[1:] or not offices[0] else offices[0],
        "known_from": _known_from(people[0], subject, reader),
    }


def chosen(
    people: tuple[Person, ...], family: tuple[str, ...], day: date
) -> tuple[list[Person], str | None]:
    """Whom a name most likely means, the latest term of each, and the message variant for them.

    Those of the house and of those it came from, nearest first, go before all others, then those
    in office, then those who were. Several are meant where that does not tell them apart.
    """

    def term(person: Person) -> int:
        if person.since is not None and person.since > day:
            return 0
        return 2 if person.until is None or person.until >= day else 1

    def rank(person: Person) -> tuple[bool, int, int]:
        at_home = person.authority in family and term(person) > 0
        return at_home, -family.index(person.authority) if at_home else 0, term(person)

    first = max(map(rank, people))
    named = dict.fromkeys((p.name, p.first_name) for p in people if rank(p) == first)
    best: list[Person] = []
    for name in named:
        terms = [p for p in people if (p.name, p.first_name) == name]
        best.append(max(terms, key=lambda p: (term(p), rank(p), str(p.since or ""))))
    lasting = max(map(term, best))
    return best, {0: "coming", 1: "former"}.get(lasting)
