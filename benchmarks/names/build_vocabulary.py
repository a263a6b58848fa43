"""Write the German vocabulary of the names reader: rules/nrw-handreichung/facts/vocabulary.yaml.

Run by hand when office holders, titles or the reader change: `pip install german-nouns wordfreq`,
then this script. All inflected German nouns and the words of a large frequency list are read as
handles would hold them; kept are only those that the reader would take for a person or an office
without knowing them, the surnames that occur in no German word at all, and frequent short words
that are surnames elsewhere.
"""

from __future__ import annotations

import csv
import re
from importlib.util import find_spec
from pathlib import Path

from linter.names import Reader
from linter.names.fold import spell_out
from linter.names.spellings import spellings
from linter.rulebook.facts import authorities_from
from linter.testing import load_for_tests

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "rules" / "nrw-handreichung" / "facts" / "vocabulary.yaml"


LONGEST = 26
SURE = 7
"""A surname this long that stands in no German word stands for the person wherever it stands."""
FREQUENT = 3.0
"""Zipf frequency from which a word is known to everyone."""
OTHERWISE = {"Substantiv", "Vorname", "Toponym"}
"""What a surname may be besides."""
TITLES = re.compile(
    "minister|pr[äa]sident|sekret[äa]r|kanzler|senator|b[üu]rgermeister|landr[äa]t|stadtoberhaupt"
    "|regierungschef|landeschef|amtschef|kreisdirektor|chefin|meister|presid|pr[ée]siden|minist"
)
"""Words that hold a title: what these are is for titles.yaml to say."""
HEAD = """\
# Wörter, die ohne diese Liste für eine Person oder ein Amt gehalten würden, und was sich von Nachnamen sicher sagen lässt.
# Words that would be taken for a person or an office without this list, and what can be said of surnames for sure.
# Erzeugt von benchmarks/names/build_vocabulary.py, nicht von Hand ändern. Made by that script, not to be edited.
# Daten / data: german-nouns (Wiktionary) und / and wordfreq (Robyn Speer), beide / both CC BY-SA 4.0: NOTICE.md.
meta: {compiled: "2026-11-25", license: CC-BY-SA-4.0}
"""


def vocabulary() -> tuple[dict[str, float], set[str]]:
    """All words in lower case with their Zipf frequency (0: not in the list); surnames that are words, too."""
    from wordfreq import get_frequency_dict, zipf_frequency  # noqa: PLC0415

    words = {word: zipf_frequency(word, "de") for word in get_frequency_dict("de", "large")}
    spec = find_spec("german_nouns")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("german-nouns is not installed")
    kinds: dict[str, set[str]] = {}
    with (Path(spec.submodule_search_locations[0]) / "nouns.csv").open(encoding="utf-8") as stream:
        rows = csv.reader(stream)
        header = next(rows)
        at = [
            i
            for i, name in enumerate(header)
            if name == "lemma" or re.match("(nom|gen|dat|akk)", name)
        ]
        pos = header.index("pos")
        for row in rows:
            for index in at:
                words.setdefault(row[index].lower(), 0.0)
            kinds.setdefault(row[0].lower(), set()).update(row[pos].split(","))
    doubtful = {
        word
        for word, kind in kinds.items()
        if "Nachname" in kind and kind & OTHERWISE and words[word] >= FREQUENT
    }
    words = {
        word: rank for word, rank in words.items() if word.isalpha() and 2 < len(word) < LONGEST
    }
    return words, doubtful


def misread(reader: Reader, word: str) -> bool:
    """True where the reader takes the word, alone or beside the Land, for a person or an office."""
    for text in (word, word.capitalize() + "NRW", word + "nrw", "nrw" + word):
        for part in reader.read(text).of("person", "office"):
            whole = part.end - part.start >= len(word) and "misspelt" not in part.support
            if part.kind == "person" and not whole:
                return True
            if part.kind == "office" and not TITLES.search(word):
                return True
    return False


def main() -> None:
    """Write the file."""
    book = load_for_tests()
    facts = {
        key: {k: v for k, v in pack.items() if k != "vocabulary"}
        for key, pack in book.facts.items()
    }
    reader = Reader.from_facts(facts, authorities_from(facts))
    known = reader.lexicon.entries
    words, common = vocabulary()
    surnames = {
        spelling
        for holder in facts["nrw-handreichung"]["officeholders"]["officeholders"]
        for spelling, _ in spellings(holder["name"])
    }
    found = set()
    for word in words:
        plain = spell_out(word)
        if (
            plain in known
            or plain.removesuffix("s") in surnames
            or plain.removesuffix("sche") in surnames
        ):
            continue
        if misread(reader, word):
            found.add(word)
    block = "\n".join(sorted(spell_out(word) for word in words))
    distinct = {
        spelling
        for spelling, entry in known.items()
        if len(spelling) >= SURE
        and any(s.kind == "person" and s.level == "distinct" for s in entry.senses)
    }
    usual = {spell_out(word) for word, rank in words.items() if rank >= FREQUENT}
    sure = {name for name in distinct if not _inside(name, block) and not _at_a_joint(name, usual)}
    lines = [HEAD]
    for key, chosen in (("words", found), ("unmistakable", sure), ("common", common)):
        lines.append(f"{key}: >\n")
        line = " "
        for word in sorted(chosen):
            if len(line) + len(word) > 150:
                lines.append(line + "\n")
                line = " "
            line += " " + word
        lines.append(line + "\n")
    TARGET.write_text("".join(lines), encoding="utf-8")
    print(
        f"{len(words)} words read: {len(found)} kept, {len(sure)} sure surnames, {len(common)} common words"
    )


def _inside(name: str, block: str) -> bool:
    """A word goes on before the name, or behind it by more than an ending."""
    return re.search(f"[a-z]{name}|{name}[a-z]{{3}}", block) is not None


def _at_a_joint(name: str, usual: set[str]) -> bool:
    """The name may arise where two words meet: `Neubau|recht` holds `neubaur`."""
    beginnings = {word[:length] for word in usual for length in range(1, len(name))}
    return any(
        name[at:] in beginnings and any(word.endswith(name[:at]) for word in usual)
        for at in range(1, len(name))
    )


if __name__ == "__main__":
    main()
