"""What spares asking rules must never change what is found."""

from __future__ import annotations

import random
from datetime import date

import pytest
import yaml

from linter.bucket import Alike, Bucket
from linter.engine import Engine
from linter.registry.bind import Validators
from linter.registry.load import load
from linter.run import RunOptions, judge
from linter.testing import load_for_tests

DAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def book():
    return load_for_tests()


def registry_of_examples(book, seed: int) -> str:
    """Accounts that mix the fields of all rules' examples; each twice, so that values recur."""
    known: dict[str, list[object]] = {}
    for rule in book.rules:
        for example in rule.examples:
            text = str(next(example[k] for k in ("good", "bad", "unknown") if k in example))
            if text.lstrip().startswith("registry:"):
                continue
            for key, value in (yaml.load(text, Loader=yaml.CBaseLoader) or {}).items():
                known.setdefault(key, []).append(value)
    for key in ("waivers", "id", "platform", "kind", "authority", "status"):
        known.pop(key, None)
    chance = random.Random(seed)
    accounts = []
    for number in range(120):
        account = {
            "authority": chance.choice(("im-nrw", "stk-nrw", "stadt-dortmund", "polizei-koeln")),
            "platform": chance.choice(("x", "facebook", "mastodon", "website")),
            "kind": chance.choice(("ressort", "fach", "authority")),
            "status": chance.choice(("active", "planned", "closed")),
            "handle": "Beispiel",
        }
        for key in chance.sample(sorted(known), 12):
            account[key] = chance.choice(known[key])
        accounts += [{"id": f"a{number}", **account}, {"id": f"b{number}", **account}]
    return yaml.dump({"registry": "1", "accounts": accounts}, allow_unicode=True, sort_keys=False)


def outcomes(book, text: str) -> list[tuple[object, ...]]:
    registry = load(["-"], Validators.of(book.tree), stdin=text.encode())
    result = judge(book, registry, book.rules, RunOptions(as_of=DAY))
    assert not result.errors
    return [
        (f.code, f.outcome, f.field, f.place.line, f.place.column, f.variant, f.cause, f.account_id)
        for f in result.findings
    ]


@pytest.mark.parametrize("seed", [1, 2])
def test_sparing_changes_no_outcome(book, seed, monkeypatch):
    text = registry_of_examples(book, seed)
    quick = outcomes(book, text)
    bind = Engine.bind

    def always(self, rule):
        bound = bind(self, rule)
        if bound is not None:
            bound.wakes = bound.reads = bound.alarm = bound.shared = None
            bound.parts = [bound]
        return bound

    monkeypatch.setattr(Engine, "bind", always)
    assert outcomes(book, text) == quick
    assert len({code for code, *_ in quick}) > 40


def test_values_that_differ_in_form_only_are_not_taken_for_the_same():
    texts = ["x: {a: b}", "x: [a, b]", "x: []", "x: {}", "x:", "y: 1", "x: {a: [b]}", "x: [{a: b}]"]
    alike = Alike(("x",), [])
    from linter.registry.parse import parse

    class Holder:
        def __init__(self, text):
            self.fields = parse(text, "t").root

    values = [alike.values(Holder(text)) for text in texts]
    assert values[4] == values[5]  # a null says as little as a field left out
    assert len(set(values)) == len(texts) - 1


def test_all_memories_are_bounded():
    alike = Alike(("x",), [])
    for number in range(2 * Alike.KEPT):
        alike.remember(number)
    assert len(alike.seen) <= Alike.KEPT
    assert Bucket.SHAPES < 1000
