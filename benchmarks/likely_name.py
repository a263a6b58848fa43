"""Learn what counts for a line being the provider's name, and how far that holds on unread pages.

`python benchmarks/likely_name.py CORPUS CORPUS … [--write]`, where each CORPUS holds `labels.yaml` and
the pages it names. Each corpus is weighed once with what the others teach; `--write` then puts what
all of them teach beside the code that uses it. The pages themselves are no part of this project.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from math import exp, log
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE / "pages")]

from measure import Rate  # noqa: E402

from linter.pages import read_page  # noqa: E402
from linter.pages.details.address import addresses  # noqa: E402
from linter.pages.details.learnt import likely  # noqa: E402
from linter.pages.details.learnt.candidates import candidates, key  # noqa: E402
from linter.pages.details.pieces import pieces_of  # noqa: E402
from linter.pages.details.provider import provider_of  # noqa: E402

TYPES = {".txt": "text/plain", ".md": "text/markdown"}
RESTRAINT = 1.0
"""How much a weight must help before it leaves zero (the factor of its square in the loss)."""
ROUNDS = 400
ALIKE = 0.3
"""The share of the longer of two names that the shorter one has where they are the same."""
SAME = 4


@dataclass(slots=True)
class Sample:
    """A page: its options with their traits, the last of them "no name", and which are right."""

    texts: list[str]
    traits: list[frozenset[str]]
    right: list[int]
    truth: str
    partial: bool


def main() -> int:
    """Print what holds of each corpus left out; write the weights of all where asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpora", nargs="+", type=Path)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    sets = {corpus: samples(corpus) for corpus in chosen.corpora}
    print("left out: precision, recall, hits, false, missed")
    total = Rate()
    for corpus, left in sets.items() if len(sets) > 1 else ():
        weights = learn([one for other, ones in sets.items() if other != corpus for one in ones])
        rate = measured(left, weights)
        total = total.plus(*rate)
        print(_line(corpus.name, rate), flush=True)
    print(_line("all", total))
    if chosen.write:
        write(learn([one for ones in sets.values() for one in ones]))
    return 0


def samples(corpus: Path) -> list[Sample]:
    """The labelled Impressum pages of a corpus."""
    labels = yaml.safe_load((corpus / "labels.yaml").read_text(encoding="utf-8"))
    return [sample(corpus, entry) for entry in labels if entry.get("fields")]


def sample(corpus: Path, entry: dict[str, Any]) -> Sample:
    """One page with its options."""
    path = corpus / entry["file"]
    page = read_page(path.read_bytes(), content_type=TYPES.get(path.suffix, ""))
    pieces = pieces_of(page)
    found = addresses(pieces)
    address = provider_of(pieces, found, page).address
    every = candidates(pieces, found, page.title)
    texts = [one.text for one in every]
    traits = [frozenset(one.traits) for one in every]
    traits.append(frozenset(likely.none(street=bool(address and address.street))))
    truth = str(entry["fields"].get("provider_name") or "")
    fits = [alike(truth, text) for text in texts] if truth else []
    best = max(fits, default=0.0)
    right = [number for number, fit in enumerate(fits) if fit == best] if best >= ALIKE else []
    partial = bool(entry.get("excerpt")) or entry.get("source_form") == "text-restated"
    if not truth and not partial:
        right = [len(texts)]
    return Sample(texts, traits, right, truth, partial)


def alike(one: str, other: str) -> float:
    """How much of the longer name the shorter one is, where it stands in it."""
    short, long = sorted((key(one), key(other)), key=len)
    if short == long:
        return 1.0
    return len(short) / len(long) if len(short) >= SAME and short in long else 0.0


def learn(pages: list[Sample]) -> dict[str, float]:
    """The weights with which the right options have the greatest share: a descent with momentum."""
    names = sorted({trait for one in pages for traits in one.traits for trait in traits})
    number = {name: at for at, name in enumerate(names)}
    rows = [
        ([[number[trait] for trait in traits] for traits in one.traits], set(one.right))
        for one in pages
        if one.right
    ]
    weights, speed = [0.0] * len(names), [0.0] * len(names)
    step, before = 0.002, float("inf")
    for turn in range(ROUNDS):
        ahead = turn / (turn + 3)
        at = [w + ahead * s for w, s in zip(weights, speed, strict=True)]
        loss, slope = _slope(rows, at)
        if loss > before + 1:
            step /= 2
            speed = [0.0] * len(names)
            before = float("inf")
            continue
        before = loss
        new = [a - step * g for a, g in zip(at, slope, strict=True)]
        speed = [n - w for n, w in zip(new, weights, strict=True)]
        weights = new
    return dict(zip(names, weights, strict=True))


def _slope(rows: list[tuple[list[list[int]], set[int]]], weights: list[float]) -> tuple[float, list[float]]:  # fmt: skip
    """The loss and its derivative."""
    slope = [RESTRAINT * one for one in weights]
    loss = RESTRAINT * sum(one * one for one in weights) / 2
    for options, right in rows:
        points = [sum([weights[trait] for trait in traits]) for traits in options]
        most = max(points)
        parts = [exp(one - most) for one in points]
        whole, good = sum(parts), sum([parts[one] for one in right])
        loss -= log(good / whole)
        for option, traits in enumerate(options):
            pull = parts[option] / whole - (parts[option] / good if option in right else 0.0)
            for trait in traits:
                slope[trait] += pull
    return loss, slope


def measured(pages: list[Sample], weights: dict[str, float]) -> Rate:
    """Precision and recall of the option with the greatest share."""
    rate = Rate()
    for one in pages:
        points = [sum([weights.get(trait, 0.0) for trait in traits]) for traits in one.traits]
        best = max(range(len(points)), key=points.__getitem__)
        said = one.texts[best] if best < len(one.texts) else ""
        hit = bool(said and one.truth and alike(one.truth, said))
        rate = rate.plus(hit, bool(said) and not hit and not one.partial, bool(one.truth) and not hit)  # fmt: skip
    return rate


def write(weights: dict[str, float]) -> None:
    """Put the weights beside the code, the greatest first, under the comment that stands there."""
    path = Path(likely.__file__).with_name("weights.yaml")
    head = path.read_text(encoding="utf-8").partition("weights:")[0]
    ordered = sorted(weights.items(), key=lambda one: -one[1])
    lines = [f'  "{trait}": {weight:.2f}' for trait, weight in ordered]
    path.write_text("\n".join([f"{head}weights:", *lines, ""]), encoding="utf-8")


def _line(name: str, rate: Rate) -> str:
    return f"{name}: {rate.precision:.3f} {rate.recall:.3f} {rate.hits} {rate.alarms} {rate.misses}"


if __name__ == "__main__":
    sys.exit(main())
