"""naming: how all checks on names read a handle or profile name, and what they propose instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from linter.checks.base import Address
    from linter.names import Reading
    from linter.names.lexicon import Sense
    from linter.subject import Spot, Subject
    from linter.text import Text

    class Asking(Protocol):
        """The parameters of a check on names."""

        def asked(self) -> tuple[Address, ...]:
            """The fields whose names are read."""

        def may(self, senses: tuple[Sense, ...], subject: Subject) -> bool:
            """Can a name hold what is asked for that has these senses and no others?"""

        def answers(self, reading: Reading, subject: Subject) -> bool:
            """Does the name hold what is asked for? The name and its authority alone decide."""


SUFFIXES = (".bsky.social",)
KEPT = 4096
"""So many combinations of senses are remembered that no rule asks for."""


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
