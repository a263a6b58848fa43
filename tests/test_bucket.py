"""What spares asking rules must never change what is found."""

from __future__ import annotations

import random
from datetime import date

import pytest
import yaml

from linter.bucket import Alike, Bucket, Held, Plan, held
from linter.checks.base import Miss, Unknown
from linter.engine import Engine
from linter.registry.bind import Validators
from linter.registry.load import load
from linter.registry.parse import parse
from linter.run import RunOptions, judge
from linter.testing import judged, load_for_tests

DAY = date(2026, 11, 25)
HANDLES = (
    *("Beispiel", "Beispiel12", "Beispiel34", "IM_NRW", "IM_NRW_7", "HerbertReul", "Reul2024"),
    *("Minister_12", "Minister_99", "MHKBG_NRW", "Innenminister", "MP3", "MP_3", "Führung_12"),
)


@pytest.fixture(scope="module")
def book():
    return load_for_tests()


def text_of(example) -> str:
    return str(next(example[key] for key in ("good", "bad", "unknown") if key in example))


def registry_of_examples(book, seed: int) -> str:
    """Accounts that mix the fields of all rules' examples; each twice, so that values recur."""
    known: dict[str, list[object]] = {}
    for rule in book.rules:
        for example in rule.examples:
            text = text_of(example)
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
            "handle": chance.choice(HANDLES),
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


@pytest.fixture
def asking_all(monkeypatch):
    """From here on every rule is asked of every account, whatever could spare it."""
    bind = Engine.bind

    def always(self, rule):
        bound = bind(self, rule)
        if bound is not None:
            bound.wakes = bound.reads = bound.alarm = bound.shared = None
            bound.parts = [bound]
            checks = bound.bound[2]
            if checks and checks[0][0] is held:
                bound.bound = rule, checks[0][1].guards, checks[0][1].checks
        return bound

    return lambda: monkeypatch.setattr(Engine, "bind", always)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_sparing_changes_no_outcome(book, seed, asking_all):
    text = registry_of_examples(book, seed)
    quick = outcomes(book, text)
    asking_all()
    assert outcomes(book, text) == quick
    assert len({code for code, *_ in quick}) > 40


def test_sparing_changes_no_outcome_of_any_rules_examples(book, asking_all):
    def of_examples():
        return [
            (rule.code, [(f.code, f.outcome, f.field, f.place.line) for f in result.findings])
            for rule in book.rules
            for example in rule.examples
            for result, _ in (judged(book, rule, text_of(example), example),)
        ]

    quick = of_examples()
    asking_all()
    assert of_examples() == quick


def test_values_that_differ_in_form_only_are_not_taken_for_the_same():
    texts = ["x: {a: b}", "x: [a, b]", "x: []", "x: {}", "x:", "y: 1", "x: {a: [b]}", "x: [{a: b}]"]
    alike = Alike(("x",), [])
    plan = Plan([])
    plan.fields = ["x"]

    class Holder:
        def __init__(self, text):
            self.fields = parse(text, "t").root

    values = [alike.values(plan.values(Holder(text))) for text in texts]
    assert values[4] == values[5]  # a null says as little as a field left out
    assert len(set(values)) == len(texts) - 1


def test_all_memories_are_bounded():
    alike = Alike(("x",), [])
    for number in range(2 * Alike.KEPT):
        alike.remember(number)
    assert len(alike.seen) <= Alike.KEPT
    assert Bucket.SHAPES < 1000


def asked_of(recorded: bool, guard: object, check: object) -> list[object]:
    """What `held` yields of one guard and one check, each of which yields the one thing given."""

    class Fields:
        def at(self, _):
            return ("spot",) if recorded else ()

    def giving(one):
        return lambda *_: iter([] if one is None else [one])

    calls = Held([(giving(guard), None)], [(giving(check), None)], ("handle",))
    return list(held(Fields(), calls))


def test_a_guard_holds_back_whenever_it_is_asked():
    miss = Miss("bio")
    assert asked_of(True, None, miss) == [miss]
    assert asked_of(True, Miss("handle"), miss) == []
    assert asked_of(True, None, None) == []


def test_a_guard_that_does_not_know_is_told_even_where_there_is_nothing_to_hold_back():
    miss, unknown = Miss("bio"), Unknown("handle")
    assert asked_of(False, unknown, None) == [unknown]
    assert asked_of(False, unknown, miss) == [unknown]
