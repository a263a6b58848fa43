"""How well names are read: precision and recall a code, beside naive readers, and the cost.

Run by hand and in CI: `python benchmarks/names.py`. With `--wrong seen` the texts of a half
that are judged otherwise than labelled are listed; the unseen half is never listed in tuning.
The fuzzy reader needs rapidfuzz and is left out where it isn't installed.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import sys
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

from linter.names import Reader
from linter.names.fold import LETTERS, spell_out
from linter.registry.bind import Validators
from linter.registry.load import load
from linter.rulebook.facts import authorities_from
from linter.run import RunOptions, judge
from linter.testing import load_for_tests

HERE = Path(__file__).parent


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from linter.rulebook.book import Rulebook

DAY = date(2026, 11, 25)
COUNTED = {
    ("handles", "fach"): ("NRW101", "NRW102", "NRW107", "NRW110"),
    ("handles", "ressort"): ("NRW101", "NRW102", "NRW104", "NRW107", "NRW110"),
    ("handles", "personal"): ("NRW121", "NRW122"),
    ("profiles", "fach"): ("NRW103", "NRW110", "NRW111"),
    ("profiles", "ressort"): ("NRW103", "NRW105", "NRW110", "NRW111"),
}
"""The codes that a section labels, by what it holds and the kind of account."""
COMPARED = ("NRW101", "NRW102", "NRW103", "NRW121")
"""The codes that a naive reader can say something about: persons and offices."""


class Case(NamedTuple):
    """A labelled text."""

    text: str
    what: str
    kind: str
    authority: str
    codes: frozenset[str]


def cases(path: Path) -> list[Case]:
    """The labelled texts of a file, each once."""
    found: list[Case] = []
    what = kind = authority = ""
    codes: frozenset[str] = frozenset()
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("["):
            head, _, tail = line.strip("[]").partition(":")
            what, kind, authority = head.split()
            codes = frozenset(tail.split())
            if unknown := codes - set(COUNTED[what, kind]):
                raise SystemExit(f"{path.name}: {line}: {sorted(unknown)} is not counted there")
            continue
        texts = line.split() if what == "handles" else [line.strip()]
        found += [Case(text, what, kind, authority.strip("-"), codes) for text in texts]
    return list(dict.fromkeys(found))


def amtlint(book: Rulebook, labelled: list[Case]) -> list[set[str]]:
    """What the linter finds, as in a real run over a registry."""
    field = {"handles": "handle", "profiles": "profile_name"}
    accounts = [
        {"id": f"n{number}", "authority": case.authority or "unbekannt", "platform": "x",
         "kind": case.kind, field[case.what]: case.text}
        for number, case in enumerate(labelled)
    ]  # fmt: skip
    text = json.dumps({"registry": "1", "accounts": accounts}, ensure_ascii=False)
    registry = load(["-"], Validators.of(book.tree), stdin=text.encode())
    for account in registry.accounts:
        account.packs = ("nrw-handreichung",)
    known = {"REG001", "REG002"}.union(*COUNTED.values())
    rules = [rule for rule in book.rules if rule.code in known]
    found: list[set[str]] = [set() for _ in labelled]
    for finding in judge(book, registry, rules, RunOptions(as_of=DAY)).findings:
        number = finding.account_id[1:]
        if finding.outcome == "fail" and number.isdigit():
            case = labelled[int(number)]
            if finding.field == field[case.what] and finding.code in COUNTED[case.what, case.kind]:
                found[int(number)].add(finding.code)
    return found


def words_of(book: Rulebook) -> tuple[list[str], list[str]]:
    """The surnames and the offices of the facts, as a naive reader would list them."""
    facts = book.facts["nrw-handreichung"]
    people = {
        spell_out(holder["name"].replace("-", "").replace(" ", ""))
        for holder in facts["officeholders"]["officeholders"]
    }
    offices = {
        spell_out(word).replace(" ", "")
        for family in facts["titles"]["offices"]
        for word in (*family["stems"], *family.get("abbreviations", ()))
    }
    return sorted(people), sorted(offices)


def naive(
    labelled: list[Case],
    people: list[str],
    offices: list[str],
    found_in: Callable[[str, str], bool],
) -> list[set[str]]:
    """What a reader finds that only looks for listed words."""
    result = []
    for case in labelled:
        person = any(found_in(case.text, word) for word in people)
        office = any(found_in(case.text, word) for word in offices)
        if case.what == "profiles":
            codes = {"NRW103"} if person or office else set()
        elif case.kind == "personal":
            codes = {"NRW121"} if office else set()
        else:
            codes = {code for code, hit in (("NRW101", person), ("NRW102", office)) if hit}
        result.append(codes)
    return result


def tokens(text: str) -> list[str]:
    """A text's words: separators and camel case part them."""
    parted = re.sub(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])", " ", text)
    return LETTERS(spell_out(parted))


def substring(text: str, word: str) -> bool:
    """The word stands somewhere in the text."""
    return word in "".join(LETTERS(spell_out(text)))


def token(text: str, word: str) -> bool:
    """The word is one of the text's words, or two neighbours of them."""
    parts = tokens(text)
    return word in parts or word in map("".join, pairwise(parts))


def fuzzy() -> Callable[[str, str], bool] | None:
    """The word or something like it stands in the text, by rapidfuzz."""
    try:
        from rapidfuzz.fuzz import partial_ratio  # noqa: PLC0415 - optional
    except ImportError:
        return None

    def found_in(text: str, word: str) -> bool:
        low = "".join(LETTERS(spell_out(text)))
        if len(word) < 4:
            return token(text, word)
        return len(low) >= len(word) and partial_ratio(word, low) >= 88

    return found_in


def table(labelled: list[Case], found: list[set[str]], only: Iterable[str] = ()) -> dict[str, str]:
    """Precision and recall a code."""
    hits: Counter[str] = Counter()
    false: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for case, codes in zip(labelled, found, strict=True):
        hits.update(codes & case.codes)
        false.update(codes - case.codes)
        missed.update(case.codes - codes)
    result = {}
    for code in sorted(only or hits.keys() | false.keys() | missed.keys()):
        hit, wrong, miss = hits[code], false[code], missed[code]
        precision = hit / (hit + wrong) if hit + wrong else 1.0
        recall = hit / (hit + miss) if hit + miss else 1.0
        result[code] = f"{precision:.3f} {recall:.3f} ({hit + miss})"
    return result


def cost(book: Rulebook, labelled: list[Case]) -> None:
    """Start of the lexicon, first readings of distinct handles, and the memory of a run."""
    gc.collect()
    gc.disable()  # as the command line does
    built = []
    authorities = authorities_from(book.facts)
    for _ in range(15):
        begin = process_time()
        reader = Reader.from_facts(book.facts, authorities)
        built.append(process_time() - begin)
    print(f"lexicon built in {min(built) * 1e3:.2f} ms")
    texts = [case.text for case in labelled if case.what == "handles"]
    distinct = [f"{text}{joint}{number}" for number in range(40) for text in texts for joint in "_"]
    numbered = [
        f"{word}_NRW_{number}" for number in range(5000) for word in ("IM", "MHKBD", "Minister")
    ]
    for name, handles in (("the labelled handles", texts), ("labelled, numbered", distinct),
                          ("one shape, numbered", numbered)):  # fmt: skip
        reader = Reader.from_facts(book.facts, authorities)
        for text in texts[:100]:
            reader.read(text + "_0x").of("person")
        begin = process_time()
        for text in handles:
            reader.read(text).of("person", "office")
        spent = (process_time() - begin) / len(handles)
        print(f"first reading, {name}: {spent * 1e6:.1f} µs, {1 / spent:,.0f} a second")
    begin = process_time()
    for text in handles:
        reader.read(text).of("person", "office")
    spent = (process_time() - begin) / len(handles)
    print(f"read again: {spent * 1e6:.2f} µs")


def main() -> int:
    """Print the tables; exit 1 where a goal is missed."""
    options = argparse.ArgumentParser()
    options.add_argument("--wrong", choices=["seen", "unseen"], help="list what is judged wrong")
    options.add_argument("--half", choices=["seen", "unseen"], help="only this half")
    chosen = options.parse_args()
    book = load_for_tests()
    people, offices = words_of(book)
    likeness = fuzzy()
    good = True
    known = {case[:4] for case in cases(HERE / "names" / "seen.txt")}
    for half in (chosen.half,) if chosen.half else ("seen", "unseen"):
        labelled = cases(HERE / "names" / f"{half}.txt")
        if half == "unseen":  # what stands in both halves was seen
            labelled = [case for case in labelled if case[:4] not in known]
        handles = sum(case.what == "handles" for case in labelled)
        print(f"{half}: {handles} handles, {len(labelled) - handles} profile names")
        found = amtlint(book, labelled)
        columns = {
            "amtlint": table(labelled, found),
            "substring": table(labelled, naive(labelled, people, offices, substring), COMPARED),
            "token": table(labelled, naive(labelled, people, offices, token), COMPARED),
        }
        if likeness:
            columns["rapidfuzz"] = table(
                labelled, naive(labelled, people, offices, likeness), COMPARED
            )
        print("code     " + "".join(f"{name:<22}" for name in columns))
        for code in columns["amtlint"]:
            cells = "".join(f"{column.get(code, ''):<22}" for column in columns.values())
            print(f"{code}   {cells}".rstrip())
        for code in ("NRW101", "NRW102"):
            precision, recall, _ = columns["amtlint"][code].split()
            good &= float(precision) >= 0.99 and float(recall) >= 0.98
        if chosen.wrong == half:
            for case, codes in zip(labelled, found, strict=True):
                if codes != case.codes:
                    extra, lacking = sorted(codes - case.codes), sorted(case.codes - codes)
                    print(f"  {case.text} [{case.kind} {case.authority}]: +{extra} -{lacking}")
        print()
    if chosen.half is None:
        cost(book, cases(HERE / "names" / "seen.txt"))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
