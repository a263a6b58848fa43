"""How `amtlint name` tells what it found: as text, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.errors import visible
from linter.names.support import SUPPORT_WORDS

if TYPE_CHECKING:
    from linter.names import Part, Reading
    from linter.names.alternatives import Alternative
    from linter.text import Text

KIND_WORDS: dict[str, Text] = {
    "person": {"de": "Person", "en": "person"},
    "first-name": {"de": "Vorname", "en": "first name"},
    "office": {"de": "Amtsbezeichnung", "en": "title of an office"},
    "function": {"de": "Funktionsbezeichnung", "en": "name of a function"},
    "salutation": {"de": "Anrede oder akademischer Grad", "en": "form of address or degree"},
    "ressort": {"de": "Ressort", "en": "ressort"},
    "subject": {"de": "Fachgebiet", "en": "subject"},
    "place": {"de": "Ort", "en": "place"},
    "state": {"de": "Land", "en": "Land"},
    "filler": {"de": "Beiwerk", "en": "accessory"},
    "connector": {"de": "Bindewort", "en": "connector"},
    "word": {"de": "gewöhnliches Wort", "en": "ordinary word"},
    "number": {"de": "Zahl", "en": "number"},
    "unknown": {"de": "nicht erkannt", "en": "not recognised"},
}
SENTENCES: dict[str, Text] = {
    "possible": {"de": "möglich", "en": "possibly"},
    "none": {"de": "nichts", "en": "nothing"},
    "breaks": {"de": "verletzt", "en": "breaks"},
    "also": {"de": "auch", "en": "also"},
    "instead": {"de": "nicht gewählt", "en": "not chosen"},
    "inside": {"de": "steckt in „{text}“", "en": "inside “{text}”"},
    "weaker": {"de": "unterliegt „{text}“", "en": "outdone by “{text}”"},
    "better": {"de": "möglich", "en": "possible"},
}


class Told:
    """All that is told of one handle: its reading, what lost, rules and remedies by kind of account."""

    __slots__ = ("breaks", "handle", "lost", "platform", "reading", "suggestions")

    def __init__(
        self, handle: str, reading: Reading, lost: tuple[Alternative, ...], platform: str = "x"
    ) -> None:
        self.handle = handle
        self.platform = platform
        self.reading = reading
        self.lost = lost
        self.breaks: dict[str, list[str]] = {}
        self.suggestions: dict[str, tuple[str, ...]] = {}


def as_text(told: list[Told], lang: str) -> str:
    """One block a handle: its parts in columns, what lost, then the rules by kind of account."""
    lines: list[str] = []
    for each in told:
        parts = each.reading.parts
        lines.append(visible(each.handle))
        width = max((len(visible(part.text)) for part in parts), default=0)
        lines += [f"  {visible(part.text):<{width}}  {described(part, lang)}" for part in parts]
        lines += [f"  {SENTENCES['instead'][lang]}: {weighed(each_, lang)}" for each_ in each.lost]
        for kind, codes in each.breaks.items():
            found = ", ".join(codes) or SENTENCES["none"][lang]
            line = f"  {SENTENCES['breaks'][lang]} ({kind}): {found}"
            better = each.suggestions.get(kind)
            if codes and better:
                line += f"; {SENTENCES['better'][lang]}: {', '.join(better)}"
            lines.append(line)
        lines.append("")
    return "\n".join(lines[:-1])


def weighed(alternative: Alternative, lang: str) -> str:
    """A reading that was not taken, and what it lost to."""
    text = f"{visible(alternative.text)} = {KIND_WORDS[alternative.kind][lang]} {alternative.word}"
    if not alternative.parts:
        return text
    over = visible("".join(part.text for part in alternative.parts))
    return f"{text} – {SENTENCES['inside' if alternative.inside else 'weaker'][lang].format(text=over)}"


def described(part: Part, lang: str) -> str:
    """What a part was taken for, in words."""
    text = KIND_WORDS[part.kind][lang]
    if part.people:
        people = dict.fromkeys(
            " ".join(filter(None, (p.first_name, p.name))) + f" ({p.office})" for p in part.people
        )
        text += ": " + "; ".join(people)
    elif part.designations:
        houses = dict.fromkeys(f"{d.text} ({id_})" for id_, d in part.designations)
        text += ": " + "; ".join(houses)
    elif part.word and part.word.lower() != part.text.lower():
        text += f": {part.word}"
    if not part.counts:
        text = f"{SENTENCES['possible'][lang]} {text}"
    reasons = [SUPPORT_WORDS[word][lang] for word in part.support]
    if part.also:
        also = ", ".join(KIND_WORDS[kind][lang] for kind in part.also)
        reasons.append(f"{SENTENCES['also'][lang]}: {also}")
    return f"{text} – {', '.join(reasons)}" if reasons else text


def as_json(told: list[Told]) -> str:
    """The same for programs."""
    import json  # noqa: PLC0415 - only for this format

    names = [
        {
            "handle": each.handle,
            "parts": [_plain(part) for part in each.reading.parts],
            "alternatives": [
                {"start": a.start, "end": a.end, "text": a.text, "kind": a.kind, "word": a.word,
                 "inside": a.inside}
                for a in each.lost
            ],
            "breaks": each.breaks,
            "suggestions": {kind: list(found) for kind, found in each.suggestions.items()},
        }
        for each in told
    ]  # fmt: skip
    return json.dumps({"version": 1, "names": names}, ensure_ascii=False, indent=2)


def _plain(part: Part) -> dict[str, Any]:
    day = str
    return {
        "start": part.start,
        "end": part.end,
        "text": part.text,
        "kind": part.kind,
        "word": part.word,
        "confidence": part.confidence,
        "counts": part.counts,
        "support": list(part.support),
        "also": list(part.also),
        "people": [
            {"name": f"{p.first_name} {p.name}".strip(), "office": p.office, "authority": p.authority,
             "since": p.since and day(p.since), "until": p.until and day(p.until)}
            for p in part.people
        ],
        "designations": [
            {"authority": id_, "text": d.text, "form": d.form,
             "since": d.since and day(d.since), "until": d.until and day(d.until)}
            for id_, d in part.designations
        ],
    }  # fmt: skip
