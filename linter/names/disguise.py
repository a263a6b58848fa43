"""Disguise: digits, letters and pairs that stand for others (`R3ul`, `ReuI`, `Mlnister`, `Innenrninister`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.names.reading import COUNTS, TELLING
from linter.names.surroundings import COMPOUND, LIKELY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from linter.names.reader import Reader
    from linter.names.reading import Part

BELIEVED = TELLING
"""What a disguised word may be; an ordinary word in digits is nobody's business."""
TABLES = (str.maketrans("01345789", "oleastbg"), str.maketrans("01345789", "oieastbg"))
"""Digits that pass for letters; a 1 may be an l or an i."""
CAPITAL_I = re.compile(r"(?<=[a-z])I(?![a-z])|(?<![A-Za-z])l(?=[A-Z]|nn)")
"""A capital I at the end of a word in small letters (`ReuI`), or an l before capitals (`lM`, `lnnen`)."""
LONE_L = re.compile(r"(?<=[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ])l(?=[b-df-hj-np-tv-xz])")
"""An l among consonants, where no German word has one: an i is meant (`Mlnister`)."""
WITH_LETTERS = re.compile(r"(?<![0-9A-Za-z])[0-9]*[A-Za-z](?:[A-Za-z0-9]*[A-Za-z])?[0-9]?(?![0-9])")
"""Runs that have letters, up to one digit behind the last: `Reu1`, but not the year in `NRW_2017`."""
PAIRS = re.compile(r"rn|vv|RN|VV")
"""Two letters that look like one."""
AS_ONE = {"rn": "m", "vv": "w", "RN": "M", "VV": "W"}


class Disguise:
    """A folded text as it may be meant.

    starts, ends: where each character of it stands in the folded text; changed: the places in
    `text` where the two differ.
    """

    __slots__ = ("changed", "ends", "starts", "text")

    def __init__(self, text: str, starts: list[int], ends: list[int], changed: set[int]) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends
        self.changed = changed


def undisguised(folded: str) -> Iterator[Disguise]:
    """The texts that a folded text may be meant as, without itself."""
    straight = list(range(len(folded) + 1))
    seen = {folded}
    for table in TABLES:
        plain = WITH_LETTERS.sub(lambda match: match[0].translate(table), folded)  # noqa: B023
        plain = CAPITAL_I.sub(lambda match: "l" if match[0] == "I" else "I", plain)
        plain = LONE_L.sub("i", plain)
        if plain in seen:
            continue
        seen.add(plain)
        changed = {at for at, (a, b) in enumerate(zip(folded, plain, strict=True)) if a != b}
        yield Disguise(plain, straight[:-1], straight[1:], changed)
    if PAIRS.search(folded):
        yield _paired(folded)


def _paired(folded: str) -> Disguise:
    found: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    changed: set[int] = set()
    at = 0
    while at < len(folded):
        one = AS_ONE.get(folded[at : at + 2])
        step = 1 if one is None else 2
        if one is not None:
            changed.add(len(found))
        found.append(one or folded[at])
        starts.append(at)
        at += step
        ends.append(at)
    return Disguise("".join(found), starts, ends, changed)


def spaced(folded: str) -> Disguise | None:
    """Letters that stand apart (`R_e_u_l`) as one word; None where there are not three in a row."""
    drop: set[int] = set()
    changed: list[int] = []
    for row in re.finditer(
        r"(?<![A-Za-z0-9])(?:[A-Za-z0-9][^A-Za-z0-9]){2,}[A-Za-z0-9](?![A-Za-z0-9])", folded
    ):
        changed += range(row.start(), row.end(), 2)
        drop.update(range(row.start() + 1, row.end(), 2))
    if not drop:
        return None
    kept = [at for at in range(len(folded)) if at not in drop]
    standing = set(changed)
    return Disguise(
        "".join([folded[at].lower() if at in standing else folded[at] for at in kept]),
        kept,
        [at + 1 for at in kept],
        {index for index, at in enumerate(kept) if at in standing},
    )


def with_disguised(
    reader: Reader,
    text: str,
    fold_: tuple[str, list[int] | None],
    parts: list[Part],
    around: tuple[tuple[str, ...], date | None],
    pulled_apart: bool,
) -> list[Part]:
    """The parts of a text, with what is found when it is read as it may be meant."""
    folded, origin = fold_
    meant = list(undisguised(folded))
    apart = spaced(folded) if pulled_apart else None
    if apart is not None:
        meant.append(apart)
    found: dict[int, Part] = {}
    for disguise in meant:
        _find(reader, text, origin, disguise, around, found)
    return laid_over(parts, sorted(found.values(), key=lambda part: part.start))


def _find(
    reader: Reader,
    text: str,
    origin: list[int] | None,
    disguise: Disguise,
    around: tuple[tuple[str, ...], date | None],
    found: dict[int, Part],
) -> None:
    """Read as it may be meant; only a name or title that needs the change is believed."""
    letters, _, verdicts = reader.verdicts(disguise.text, reader.runs_of(disguise.text), *around)
    for verdict in verdicts:
        at = letters.at[verdict.start : verdict.end]
        if (
            verdict.kind in BELIEVED
            and verdict.confidence > COUNTS
            and not disguise.changed.isdisjoint(at)
            and (verdict.end - verdict.start > COMPOUND or verdict.kind == "ressort")
        ):
            verdict.confidence = min(verdict.confidence, LIKELY)
            verdict.support.append("look-alike")
            place = disguise.starts[at[0]], disguise.ends[at[-1]]
            part = reader.part(text, origin, place, None, verdict)
            found.setdefault(part.start, part)


def laid_over(parts: list[Part], found: list[Part]) -> list[Part]:
    """The parts, with those that a later reading explains replaced by it."""
    if not found:
        return parts
    kept, at = [], 0
    for part in parts:
        while at < len(found) and found[at].end <= part.start:
            at += 1
        if at == len(found) or found[at].start >= part.end:
            kept.append(part)
    return sorted([*kept, *found], key=lambda part: part.start)
