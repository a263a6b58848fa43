"""Misspellings: a long name or title with one letter wrong (`Optendrenck`, `Innenminster`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.names.segment import EDGE
from linter.names.spellings import LONG
from linter.names.surroundings import LIKELY, POSSIBLE, SUPPORTIVE, Surroundings, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.names.lexicon import Lexicon
    from linter.names.segment import Run

MISSPELT = 40
"""No name is longer; a longer run is not compared."""
NAMELIKE = frozenset(("first-name", "place"))
"""What may be the remains of a misspelt surname: `horst`, `dueren`."""


def misspelt(text: Surroundings) -> None:
    """Look at runs that the lexicon does not explain, and replace the verdicts of those it nearly does."""
    found = _look(text, SUPPORTIVE)  # `Bredehorxt`
    if found or any(verdict.kind in NAMELIKE for verdict in text.verdicts):
        _look(text, SUPPORTIVE - NAMELIKE)  # `Bxedehorst`


def nearly(run: Run, lexicon: Lexicon) -> bool:
    """May any pieces of the run, one after another, be a long name or title with one letter wrong?"""
    text, pieces = run.text, run.pieces
    return any(
        next(_neighbours(text[first.start : last.end], lexicon), None) is not None
        for at, first in enumerate(pieces)
        for last in pieces[at : at + MISSPELT]
    )


def _neighbours(run: str, lexicon: Lexicon) -> Iterator[str]:
    """The long names and titles that differ from the run by one letter; none if it is one itself."""
    if not LONG <= len(run) + 1 <= MISSPELT:
        return
    candidates = dict.fromkeys(lexicon.long.get(run[:4], []) + lexicon.long.get(run[-4:], []))
    if run in candidates:
        return
    for candidate in candidates:
        if -2 < len(candidate) - len(run) < 2 and one_apart(run, candidate):  # noqa: PLR2004 - one letter too many or missing
            yield candidate


def _look(text: Surroundings, settled: frozenset[str]) -> bool:
    """Did any turn out to be misspelt?"""
    pieces, verdicts, bounds = text.pieces, text.verdicts, text.letters.bounds
    letters, long = text.letters.text, text.lexicon.long
    known = [v.kind in settled and v.confidence > POSSIBLE for v in verdicts]
    replaced = False
    at = 0
    while at < len(pieces):
        if known[at]:
            at += 1
            continue
        end = at + 1
        while end < len(pieces) and not known[end] and bounds[pieces[end].start] != EDGE:
            end += 1
        first, last = pieces[at].start, pieces[end - 1].end
        if letters[first : first + 4] in long or letters[max(first, last - 4) : last] in long:
            found = _nearly(text, letters[first:last], (first, last), verdicts[at:end])
            if found is not None:
                for index in range(at, end):
                    verdicts[index].kind = "swallowed"
                verdicts[at] = found
                replaced = True
        at = end
    return replaced


def _nearly(
    text: Surroundings, run: str, place: tuple[int, int], verdicts: list[Verdict]
) -> Verdict | None:
    """The verdict on a run that is nearly a name or title; none that is explained is only nearly one."""
    lexicon = text.lexicon
    if all(v.kind != "unknown" for v in verdicts):
        return None
    for candidate in _neighbours(run, lexicon):
        entry = lexicon.find(candidate)
        if entry is None:  # a compound: its stem has the sense
            entry = lexicon.find(candidate[candidate.index("minister") :])
        senses = entry.senses if entry is not None else ()
        sense = next((s for s in senses if s.kind in {"person", "office"}), None)
        people = text.candidates(sense) if sense is not None else ()
        if sense is None or (sense.kind == "person" and not people):
            continue
        return Verdict(*place, sense.kind, sense, LIKELY, support=["misspelt"], people=people)
    return None


def one_apart(one: str, other: str) -> bool:
    """One letter wrong, missing, too many, or two neighbours exchanged."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = 0
    while at < len(one) and one[at] == other[at]:
        at += 1
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    if one[at + 1 :] == other[at + 1 :]:
        return True
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
