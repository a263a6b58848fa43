"""What spares asking rules must never change what is found."""

from __future__ import annotations

import random
from datetime import date

import pytest

from linter.bucket import Alike, Bucket, Held, Plan, held
from linter.checks.base import Miss, Unknown
from linter.config import Config
from linter.engine import Engine
from linter.registry.bind import Validators
from linter.registry.load import load
from linter.registry.parse import parse
from linter.run import RunOptions, judge, lint
from linter.testing import judged, load_for_tests
from tests.examples import entry, fields_of_examples, text_of
from tests.rulebook.packs import RULE, write_pack

DAY = date(2026, 11, 25)
HANDLES = (
    *("Beispiel", "Beispiel12", "Beispiel34", "IM_NRW", "IM_NRW_7", "HerbertReul", "Reul2024"),
    *("Minister_12", "Minister_99", "MHKBG_NRW", "Innenminister", "MP3", "MP_3", "Führung_12"),
)


@pytest.fixture(scope="module")
def book():
    return load_for_tests()


def registry_of_examples(book, seed: int) -> str:
    """Accounts that mix the fields of all rules' examples; each twice, so that values recur."""
    known = fields_of_examples(book)
    chance = random.Random(seed)
    text = "registry: 1\naccounts:\n"
    for number in range(120):
        about = {
            "authority": chance.choice(("im-nrw", "stk-nrw", "stadt-dortmund", "polizei-koeln")),
            "platform": chance.choice(("x", "facebook", "mastodon", "website")),
            "kind": chance.choice(("ressort", "fach", "authority")),
            "status": chance.choice(("active", "planned", "closed")),
            "handle": chance.choice(HANDLES),
        }
        fields = {name: f"{name}: {value}" for name, value in about.items()}
        for name in chance.sample(sorted(known), 12):
            fields[name] = chance.choice(known[name])
        for copy in "ab":
            text += entry(id=f"id: {copy}{number}", **fields)
    return text


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


def of_house_rule(folder, check, accounts, packs=("acme",), select=("ACME001",)):
    """What comes of accounts of a house, by their fields as written, with a rule of its own."""
    pack = write_pack(folder, RULE.replace("  recorded: {field: netiquette}\n", check))
    text = "registry: 1\nauthority: stadt-dortmund\naccounts:\n"
    for number, fields in enumerate(accounts):
        about = f"id: a{number}\nplatform: x\nhandle: Stadt{number}\nkind: ressort"
        text += entry(about=about, fields=fields)
    path = folder / "r.yaml"
    path.write_text(text, encoding="utf-8")
    config = Config(pack_paths=(str(pack),), packs=packs)
    return lint(RunOptions(as_of=DAY, paths=(str(path),), config=config, select=select))


def test_whom_a_rule_fails_on_is_not_checked_though_another_has_the_same_value(tmp_path):
    """A pattern that takes for ever, of values that recur: nothing is known of the second either."""
    check = '  matches: {fields: [department], none: ["(qw|qwqw)+$"]}\n'
    result = of_house_rule(tmp_path, check, [f"department: {'qw' * 60}!"] * 2)
    assert "ACME001" in result.errors[0]
    assert (result.coverage.accounts, result.coverage.checked) == (2, 0)


def test_what_two_checks_of_a_rule_do_not_know_is_told_once_whatever_is_asked_between(tmp_path):
    check = (
        "  - matches: {fields: [bio], any: [Amt]}\n  - matches: {fields: [bio], none: [geheim]}\n"
    )
    result = of_house_rule(
        tmp_path, check, ["since: 2020-01-01"], packs=("acme", "impressum"), select=("ACME", "IMP")
    )
    codes = [(f.code, f.field) for f in result.findings if f.outcome == "unknown"]
    assert codes.count(("ACME001", "bio")) == 1
