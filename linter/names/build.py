"""Building the lexicon from the packs' facts and the authorities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.names.fold import bare, spell_out
from linter.names.lexicon import Entry, Lexicon, Sense
from linter.names.spellings import (
    LONG,
    designation_spellings,
    inflections,
    spellings,
    split_name,
)
from linter.registry.account import SUPREME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.registry.account import Authority, Designation, Person

SHORT_NAME = 6
"""Up to this length a surname turns up inside other words by chance."""


def build(facts: dict[str, dict[str, Any]], authorities: dict[str, Authority]) -> Lexicon:
    """Build the lexicon; packs without names, titles or words simply add none."""
    lexicon = Lexicon()
    holders: list[dict[str, Any]] = []
    common: set[str] = set()
    short: set[str] = set()
    family: set[str] = set()
    broad: set[str] = set()
    for pack in facts.values():
        _add_words(lexicon, pack.get("words") or {}, pack.get("places") or {})
        vocabulary = pack.get("vocabulary") or {}
        _add_block(lexicon.entries, vocabulary.get("words") or "", "word")
        lexicon.unmistakable |= frozenset((vocabulary.get("unmistakable") or "").split())
    for pack in facts.values():
        _add_titles(lexicon, pack.get("titles") or {})
        names = pack.get("officeholders") or {}
        holders += names.get("officeholders") or ()
        common.update(map(spell_out, names.get("common_surnames") or ()))
        short.update(map(spell_out, names.get("short_surnames") or ()))
        family.update(map(spell_out, names.get("family_names") or ()))
        for ressort, words in (names.get("surnames_a_house_deals_with") or {}).items():
            lexicon.house_words[f"{ressort}-nrw"] = frozenset(map(spell_out, words))
        for name, words in (names.get("surnames_that_are_words_beside") or {}).items():
            lexicon.company[spell_out(name)] = frozenset(map(spell_out, words))
        for ressort in (pack.get("ressorts") or {}).get("ressorts") or ():
            id_ = f"{ressort['id']}-nrw"
            if ressort.get("broad"):
                broad.add(id_)
            if ressort.get("umbrella"):
                lexicon.umbrellas[id_] = tuple(ressort["umbrella"])
    lexicon.government = frozenset((h["name"], h["first_name"]) for h in holders)
    lexicon.broad = frozenset(broad)
    forms = {h["name"]: h["forms"] for h in holders if h.get("forms")}
    levels = {
        **dict.fromkeys(short, "short"),
        **dict.fromkeys(family, "family"),
        **dict.fromkeys(common, "common"),
    }
    ordinary = " ".join(
        [(pack.get("vocabulary") or {}).get("common") or "" for pack in facts.values()]
    )
    _add_people(lexicon, authorities, forms, levels, ordinary)
    _add_designations(lexicon, authorities)
    _index(lexicon)
    return lexicon


def _add_words(lexicon: Lexicon, words: dict[str, Any], places: dict[str, Any]) -> None:
    entries = lexicon.entries
    for key, kind in (
        ("ordinary", "word"),
        ("names_inside", "word"),
        ("offices_inside", "word"),
        ("connectors", "connector"),
        ("fillers", "filler"),
        ("states", "state"),
    ):
        _add_block(entries, words.get(key) or "", kind)
    for word in words.get("politics") or ():
        lexicon.politics |= {spelling for spelling, _ in spellings(word)}
    given = words.get("given_names") or ""
    lexicon.given |= frozenset([*spell_out(given).split(), *bare(given).split()])
    names = words.get("named_after_offices") or ()
    lexicon.eponyms |= {spelling for name in names for spelling, _ in spellings(name)}
    _add_block(entries, places.get("places") or "", "place")
    lexicon.place_codes |= frozenset((places.get("abbreviations") or "").lower().split())
    beside = Sense("word", "", level="beside")
    for word in places.get("beside") or ():
        entries[spell_out(word)] = Entry((beside,), 0.5)


def _add_block(entries: dict[str, Entry], block: str, kind: str) -> None:
    """Add a block of words at once: much faster than word by word."""
    shared = Entry((Sense(kind, ""),), 0.5)
    entries.update(dict.fromkeys(bare(block).split(), shared))
    entries.update(dict.fromkeys(spell_out(block).split(), shared))


def _add_titles(lexicon: Lexicon, titles: dict[str, Any]) -> None:
    lexicon.bodies |= frozenset(map(spell_out, titles.get("bodies") or ()))
    lexicon.little |= frozenset(map(spell_out, titles.get("little_words") or ()))
    subjects = [spell_out(word) for word in titles.get("subjects") or ()]
    lexicon.subjects |= frozenset(subjects)
    subject = Sense("subject", "")
    for word in subjects:
        _add(lexicon, word, subject, 0.5)
    for kind, families in (
        ("office", titles.get("offices")),
        ("function", titles.get("functions")),
    ):
        for family in families or ():
            _add_family(lexicon, kind, family, subjects)
    salutation = Sense("salutation", "")
    for word in titles.get("salutations") or ():
        _add(lexicon, spell_out(word), salutation, 0.5)


def _add_family(lexicon: Lexicon, kind: str, family: dict[str, Any], subjects: list[str]) -> None:
    """A title in all its forms; with `compounds` a subject may stand before it."""
    compounds, body, mandate = (bool(family.get(key)) for key in ("compounds", "body", "mandate"))
    for stem in family["stems"]:
        sense = Sense(kind, stem, "stem", compounds=compounds, body=body, mandate=mandate)
        for spelling, cuts in spellings(stem):
            _add(lexicon, spelling, sense, 0.5, cuts)
            if kind == "office":
                _remember_long(lexicon, spelling)
                for inflected in inflections(spelling):
                    _add(lexicon, inflected, sense, 0.5, cuts)
            if compounds and spelling.startswith("minister"):
                for word in subjects:
                    _remember_long(lexicon, word + spelling)
    for level in ("abbreviations", "unsure"):
        for abbreviation in family.get(level) or ():
            sense = Sense(kind, abbreviation, level, mandate=mandate)
            for spelling, _ in spellings(abbreviation):
                _add(lexicon, spelling, sense, 0.5)


def _add_people(
    lexicon: Lexicon,
    authorities: dict[str, Authority],
    forms: dict[str, list[str]],
    levels: dict[str, str],
    ordinary: str,
) -> None:
    """Surnames and first names; ordinary: words that are surnames elsewhere, for persons of a registry."""
    by_surname: dict[str, list[Person]] = {}
    first_names_seen: dict[str, None] = {}
    stranger, known = False, lexicon.government
    for authority in authorities.values():
        for person in authority.people:
            first, surname = split_name(person)
            by_surname.setdefault(surname, []).append(person)
            first_names_seen[first] = None
            stranger = stranger or (person.name, person.first_name) not in known
    doubtful = frozenset(spell_out(ordinary).split()) if stranger else frozenset()
    for surname, people in by_surname.items():
        everyone = tuple(people)
        for form in (surname, *forms.get(surname, ())):
            plain = spell_out(form)
            level = levels.get(plain)
            if level is None:
                if plain in doubtful and not any((p.name, p.first_name) in known for p in people):
                    level = "common"
                else:
                    level = "short" if len(plain) <= SHORT_NAME else "distinct"
            for number, (spelling, cuts) in enumerate(spellings(form)):
                loose = "short" if number and level == "distinct" else level
                _add(lexicon, spelling, Sense("person", surname, loose, people=everyone), 0.6, cuts)
                if level == "distinct" and len(form) >= LONG:
                    _remember_long(lexicon, spelling)
    first_name = Sense("first-name", "")
    for name in first_names_seen:
        for word in dict.fromkeys((*name.replace("-", " ").split(), name)):
            for spelling, cuts in spellings(word):
                if len(spelling) > 1:
                    _add(lexicon, spelling, first_name, 0.55, cuts)


def _add_designations(lexicon: Lexicon, authorities: dict[str, Authority]) -> None:
    found: dict[str, tuple[frozenset[int], str, list[tuple[str, Designation]]]] = {}
    for authority in authorities.values():
        if authority.kind not in SUPREME:  # only their designations are looked for
            continue
        for designation in authority.designations:
            for spelling, cuts, level in designation_spellings(designation.text, designation.form):
                entry = found.setdefault(spelling, (cuts, level, []))
                entry[2].append((authority.id, designation))
    for spelling, (cuts, level, named) in found.items():
        sense = Sense("ressort", named[0][1].text, level, designations=tuple(named))
        _add(lexicon, spelling, sense, 0.5, cuts)


def _add(
    lexicon: Lexicon, spelling: str, sense: Sense, cost: float, cuts: Iterable[int] = frozenset()
) -> None:
    old = lexicon.entries.get(spelling)
    if old is None:
        lexicon.entries[spelling] = Entry((sense,), cost, frozenset(cuts))
    elif all(known.kind != sense.kind or known.word != sense.word for known in old.senses):
        lexicon.entries[spelling] = Entry(
            (*old.senses, sense), min(cost, old.cost), old.cuts | frozenset(cuts)
        )


def _remember_long(lexicon: Lexicon, spelling: str) -> None:
    """Index a long name by both ends: with one wrong letter, one of them is still right."""
    if len(spelling) >= LONG:
        lexicon.long.setdefault(spelling[:4], []).append(spelling)
        lexicon.long.setdefault(spelling[-4:], []).append(spelling)


def _index(lexicon: Lexicon) -> None:
    """The lengths to try for each beginning, and what stands before and behind a separator."""
    lexicon.entries.pop("", None)
    starts: dict[str, list[int]] = {}
    tails: dict[str, set[str]] = {}
    for word, entry in lexicon.entries.items():
        lengths = starts.get(word[:3])
        if lengths is None:
            starts[word[:3]] = [len(word)]
        elif len(word) not in lengths:
            lengths.append(len(word))
        for at in entry.cuts:
            tails.setdefault(word[:at], set()).add(word[at:])
    lexicon.short = {key: [2] for key in starts if len(key) == 2}  # noqa: PLR2004 - `mp`
    for key, lengths in starts.items():
        if key[:2] in lexicon.short and len(key) > 2:  # noqa: PLR2004
            lengths.append(2)
        if len(lengths) > 1:
            lengths.sort(reverse=True)
    lexicon.starts = starts
    lexicon.tails = {head: tuple(sorted(tails[head])) for head in sorted(tails)}
    lexicon.heads = tuple(lexicon.tails)
