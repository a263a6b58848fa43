"""What links and headings are called: the lexicons of the packs, ready to compare."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.names.fold import spell_out
from linter.pages.markup.clean import clean

if TYPE_CHECKING:
    from linter.pages.page import Channel, Classes, Strength, Target

MOST_WORDS = 9
"""A label of more words is a sentence."""
MOST_LETTERS = 120
MOST_JOINED = 4
"""So many words at most make one label of the lexicon."""
MOST_CACHED = 20_000
MOST_REMEMBERED = 4096
"""Titles and headings are asked for several things, one after the other."""
_WORD = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"[/&|+,;·•–—:()\[\]»›>]|\bund\b|\bu\.(?=\s)|\band\b|\bsowie\b| - ")
_TITLE_PARTS = re.compile(r"\s[-–—|·•:»›/~*]+\s|[|»›•]|:\s|\s::\s|,\s")
_NUMBER = re.compile(r"^\W*(?:(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)]+)+\s*")
_SIGN = re.compile(r"[a-z][a-z0-9_]{1,30}(?=[A-ZÄÖÜ][a-zäöüß])")
"""The name of a sign that a font shows in its place, without a blank after it: "gavelImpressum"."""
_AROUND = "()[]|/&+,;·•–—-»›>"
"""Signs between a label and the name with which it goes on."""
_RAISED = dict.fromkeys(map(ord, "¹²³⁰⁴⁵⁶⁷⁸⁹"), " ")
"""Marks of footnotes are no part of a word."""
LONG = 7
"""A word of so many letters names a document whatever stands beside it: "Satzung des Vereins"."""
FEW_WORDS = 6
"""A heading of more words that only ends with a label is a sentence."""
SAYS = frozenset("wird werden wurde ist sind war gilt gelten hat is are was will has".split())
"""What follows the first words of a sentence."""
BY = (("von",), ("vom",), ("durch",), ("by",))
"""How a heading ends that says who provides a site."""
JOINS = frozenset(("und", "and"))
LISTED = frozenset(("und", "and", "sowie", "&", ","))
"""What stands between those who share a page."""
TARGETS: tuple[Target, ...] = ("impressum", "privacy")


def words(text: str) -> tuple[str, ...]:
    """The words of a label: case folded, umlauts written out, signs gone."""
    return _remembered(text) if len(text) <= 2 * MOST_LETTERS else _words(text)


@lru_cache(maxsize=MOST_REMEMBERED)
def _remembered(text: str) -> tuple[str, ...]:
    return _words(text)


def _words(text: str) -> tuple[str, ...]:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", clean(text).translate(_RAISED))
    return tuple(_WORD.findall(spell_out(text.casefold())))


def fold(text: str) -> str:
    """A label as it is compared: its words without what is between them."""
    return "".join(words(text))


@dataclass(frozen=True, slots=True)
class Labels:
    """The names of both targets.

    classes: folded label → the targets it names, each with how well; href: target → what its
    addresses contain; foreign: target → hosts whose pages are never this site's own.
    """

    classes: dict[str, Classes]
    href: dict[Target, tuple[str, ...]]
    foreign: dict[Target, frozenset[str]]
    fillers: frozenset[str] = frozenset()
    companions: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    contact: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    provider: frozenset[str] = frozenset()
    offered: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    manuals: frozenset[str] = frozenset()
    cache: dict[str, Classes] = field(default_factory=dict, compare=False, repr=False)
    said: dict[tuple[str, str | None, str | None], tuple[Channel, Classes]] = field(
        default_factory=dict, compare=False, repr=False
    )
    contacts: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    named: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    heads: dict[str, Classes] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def from_facts(cls, facts: dict[str, dict[str, Any]]) -> Labels:
        """Build from the packs' facts: `facts["impressum"]["labels"]` and the like."""
        from linter.pages.lexicon import entries  # noqa: PLC0415 - the two know each other

        return cls(**entries(facts))

    def known(self, label: str) -> Classes:
        """What the label of a link names; remembered, since links repeat from page to page.

        Of a blank one that is not told: what names its link is something else.
        """
        found = self.cache.get(label)
        if found is None:
            if len(label) > MOST_LETTERS * 4 or not label or label.isspace():
                return ()
            if len(self.cache) > MOST_CACHED:
                self.cache.clear()
            found = self.cache[label] = self.classify(label)
        return found

    def classify(self, label: str) -> Classes:
        """What the label of a link names: each target with how well; empty for nothing known."""
        if len(label) > MOST_LETTERS:
            label = clean(label)
        said = words(label) if len(label) <= MOST_LETTERS else ()
        if not said or len(said) > MOST_WORDS:
            return ()
        known = self.classes.get("".join(said))
        if known is not None:
            return known
        whole = self.classes.get("".join(word for word in said if word not in self.fillers))
        if whole is not None and not self._names_more(said, whole):
            return whole
        sign = _SIGN.match(label.lstrip())
        return self._parts(label) if sign is None else self.classify(label.lstrip()[sign.end() :])

    def _names_more(self, said: tuple[str, ...], whole: Classes) -> bool:
        """Whether a word that may be left out names another target: "Impressum/DSGVO"."""
        named = {target for target, _ in whole}
        return any(
            target not in named
            for word in said
            if word in self.fillers
            for target, _ in self.classes.get(word, ())
        )

    def _parts(self, label: str) -> Classes:
        """A label of several parts; words that nobody knows leave it to the target."""
        found: dict[Target, Strength] = {}
        strange = False
        text = unicodedata.normalize("NFKC", clean(label)).casefold()
        listed = False
        for part, joint in zip(_PARTS.split(text), (*_PARTS.findall(text), ""), strict=True):
            entries, known = self._segments(words(part))
            strange = strange or not (known or (listed and not entries))
            for target, strength in entries:
                if found.get(target) != "strong":
                    found[target] = strength
            # Those whose it is may be several: "Datenschutzhinweise für Eltern und Kinder".
            listed = joint in LISTED and (listed or any(s == "whose" for _, s in entries))
        if strange:
            named = self._site(label)
            if named:
                return named
            return tuple((target, "medium") for target, s in found.items() if s != "rejected")
        return tuple(sorted(found.items(), key=lambda entry: entry[1] != "strong"))

    def _site(self, label: str) -> Classes:
        """A label of few words that goes on with a name: "Impressum TSV Buchau", "Impressum | Stadt Buchau"."""
        rest = [word for said in label.split()[1:] if (word := said.strip(_AROUND))]
        if not 0 < len(rest) < FEW_WORDS - 1 or any(sign in label for sign in ":?!"):
            return ()
        if not all(word[:1].isupper() or fold(word) in self.fillers for word in rest):
            return ()
        if not (self.before.isdisjoint(words(rest[-1])) and self.groups.isdisjoint(words(rest[0]))):
            return ()
        return self._begins(label, besides=self.topics)

    def _segments(self, part: tuple[str, ...]) -> tuple[Classes, bool]:
        """Cut a part into the longest labels there are; whether every word is known."""
        for whole in (part, [word for word in part if word not in self.fillers]):
            if "".join(whole) in self.classes:
                return self.classes["".join(whole)], True
        said = [word for word in part if not word.isdigit()]
        entries: list[tuple[Target, Strength]] = []
        known = True
        place = 0
        while place < len(said):
            for size in range(min(MOST_JOINED, len(said) - place), 0, -1):
                key = "".join(said[place : place + size])
                if key in self.classes:
                    entries += self.classes[key]
                elif key not in self.companions and (size > 1 or key not in self.fillers):
                    continue
                place += size
                break
            else:
                if said[place] in self.whose and entries:
                    return self._whose(said), True
                known = False
                place += 1
        return tuple(entries), known

    def _whose(self, said: list[str]) -> Classes:
        for place, word in enumerate(said[1:], 1):
            if word in self.whose:
                beside = self.fillers | self.companions
                bare = "".join(word for word in said[:place] if word not in beside)
                if not bare:
                    bare = "".join(said[:place])
                entries = self.classes.get("".join(said[:place])) or self.classes.get(bare, ())
                if not self.about.isdisjoint(said):
                    return ()
                about = word == "bei" or not self.within.isdisjoint(said[1:place])
                if about and bare in self.topics:
                    # "Datenschutz bei der Stadt" may be theirs, "Datenschutz bei Spielen" is about it.
                    return tuple((target, "medium") for target, _ in entries)
                many = not self.groups.isdisjoint(said[place + 1 : place + 2])
                return tuple(
                    (target, "whose")
                    for target, s in entries
                    if s == "strong"
                    and not (many and (target == "impressum" or bare in self.topics))
                )  # "Impressum für Vereine" is advice, "Datenschutzhinweise für Vereine" may be theirs
        return ()

    def says(self, text: str, target: Target) -> bool:
        """Whether one of the words names a target that is no mere subject, whatever else is said."""
        return any(
            (target, "strong") in self.classes.get(word, ()) and word not in self.topics
            for word in words(text[: MOST_LETTERS * 2])
        )

    def head(self, text: str) -> Classes:
        """What a heading announces: the label alone, with companions, or with whose it is."""
        text = text[: MOST_LETTERS * 2]
        found = self.heads.get(text)
        if found is None:
            if len(self.heads) > MOST_CACHED:
                self.heads.clear()
            found = self.heads[text] = self._head(text)
        return found

    def _head(self, text: str) -> Classes:
        text = _NUMBER.sub("", clean(text[: 2 * MOST_LETTERS]))
        if not text or len(text) > MOST_LETTERS or (" " not in text and "." in text[:-1]):
            return ()  # "online-impressum.de" is an address
        found = self.known(text)
        strong = tuple((target, s) for target, s in found if s in {"strong", "whose"})
        if strong or all(s != "medium" for _, s in found):
            return strong
        return self._begins(text) or self._ends(text)

    def _begins(self, text: str, *, besides: frozenset[str] = frozenset()) -> Classes:
        """A heading that begins with a label and says more, unless it is about such pages."""
        said = words(text)
        if len(said) > MOST_WORDS or not self.about.isdisjoint(said) or text.rstrip().endswith("?"):
            return ()
        if not self.before.isdisjoint(said[:1]):
            return ()  # "Das Impressum im Netz" is about it
        for place in (1, 2, 3):
            key = "".join(said[:place])
            entries = () if key in besides else self.classes.get(key, ())
            strong = tuple((target, s) for target, s in entries if s == "strong")
            if strong:
                if key in self.topics and not self.within.isdisjoint(said[place : place + 1]):
                    return ()  # "Datenschutz im Verein" is about it
                if not SAYS.isdisjoint(said[place : place + 1]):
                    return ()  # "Datenschutzerklärung wird gedruckt" is a sentence
                return tuple((target, "whose") for target, _ in strong)
        return ()

    def _ends(self, text: str) -> Classes:
        """A heading that ends with a label, behind the name of whose it is: "Stadtwerke Impressum".

        What only names a subject ("Seminar Datenschutz") is no label there, and the word before
        must leave it a name of its own ("Fehler im Impressum").
        """
        said = words(text)
        if len(said) > FEW_WORDS or not self.about.isdisjoint(said) or text.rstrip().endswith("?"):
            return ()
        for size in (3, 2, 1):
            key = "".join(said[-size:])
            if size >= len(said) or key in self.topics:
                continue
            targets = [target for target, s in self.classes.get(key, ()) if s == "strong"]
            if targets and (word := said[-size - 1]).isalpha() and word not in self.before:
                return tuple((target, "whose") for target in targets)
        return ()

    def title(self, text: str) -> Classes:
        """What the title of a page announces in one of its parts; `whose` where it says more."""
        text = text[: MOST_LETTERS * 4]
        found: dict[Target, Strength] = {}
        parts = _split(text)
        for part in (*parts, text) if len(parts) > 1 else parts:
            known = self.known(part)
            for target, strength in known:
                if strength in {"strong", "whose"}:
                    found[target] = "strong"
            if not found and known:
                found.update(self._edges(part))
        if found and ("?" in text or not self.about.isdisjoint(words(text))):
            return ()
        return tuple(found.items())

    def _edges(self, part: str) -> Classes:
        """A part of a title that begins or ends with a label which is no mere subject."""
        return self._begins(part, besides=self.topics) or self._ends(part)

    def names_document(self, text: str) -> bool:
        """Whether a heading or a part of a title is the name of another kind of document."""
        text = text[: MOST_LETTERS * 2]
        found = self.named.get(text)
        if found is None:
            if len(self.named) > MOST_CACHED:
                self.named.clear()
            found = self.named[text] = any(map(self._is_document, (text, *_split(text))))
        return found

    def _is_document(self, part: str) -> bool:
        said = [word for word in words(part) if word not in JOINS]
        if "".join(said) in self.documents:
            return True
        for size in range(1, min(MOST_JOINED, len(said))):
            for key in ("".join(said[:size]), "".join(said[-size:])):
                if len(key) >= LONG and key in self.documents:
                    return True
        return False

    def names_other(self, text: str) -> bool:
        """Whether a heading or a part of a title names another kind of document, or an article."""
        return self.names_article(text) or self.names_document(text)

    def names_article(self, text: str) -> bool:
        """Whether a heading or a title is that of an article about such pages."""
        text = text[: MOST_LETTERS * 2]
        return "?" in text or not self.about.isdisjoint(words(text))

    def names_provider(self, text: str) -> bool:
        """Whether a heading says that the provider follows: "Diese Website wird betrieben von"."""
        if len(text) > MOST_LETTERS:
            return False
        said = words(text)
        told = not (self.offered.isdisjoint(said) or self.sites.isdisjoint(said))
        return (told and said[-1:] in BY) or "".join(said) in self.provider

    def names_manual(self, text: str) -> bool:
        """Whether a heading or a title names what describes a program or a site."""
        return not self.manuals.isdisjoint(words(text[: MOST_LETTERS * 2]))

    def names_contact(self, text: str) -> bool:
        """Whether a heading or a part of a title is that of a contact page."""
        text = text[: MOST_LETTERS * 2]
        found = self.contacts.get(text)
        if found is None:
            if len(self.contacts) > MOST_CACHED:
                self.contacts.clear()
            found = self.contacts[text] = any(map(self._is_contact, (text, *_split(text))))
        return found

    def _is_contact(self, text: str) -> bool:
        return "".join(word for word in words(text) if word not in JOINS) in self.contact


def title_parts(title: str) -> list[str]:
    """The parts of a title."""
    return [name for part in _split(title[: MOST_LETTERS * 2]) if (name := part.strip())]


@lru_cache(maxsize=MOST_REMEMBERED)
def _split(title: str) -> tuple[str, ...]:
    return tuple(_TITLE_PARTS.split(title))


@lru_cache(maxsize=1)
def shipped() -> Labels:
    """The lexicons of the packs that come with the program."""
    import yaml  # noqa: PLC0415 - once

    from linter.rulebook.compiled import rules_root  # noqa: PLC0415 - the one place that knows

    root = Path(rules_root())
    facts: dict[str, dict[str, Any]] = {}
    for pack in TARGETS:
        path = root / pack / "facts" / "labels.yaml"
        if path.is_file():
            facts[pack] = {"labels": yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)}
    return Labels.from_facts(facts)
