"""What a night tells again is what it would tell if it asked every rule of everything anew."""

from __future__ import annotations

import random
from contextlib import contextmanager
from datetime import date
from functools import partial

import pytest

from linter.findings.history.store import History
from linter.testing import DAY, load_for_tests
from tests.crawl.remembered import HEAD, Registry, mixed, of_examples
from tests.examples import entry
from tests.rulebook.packs import RULE, write_pack

LATER = date(2029, 11, 28)
EARLIER = date(2024, 2, 1)


@pytest.fixture(scope="module")
def book():
    return load_for_tests()


@contextmanager
def a_history(folder):
    with History.open(str(folder / "nights.sqlite")) as history:
        yield history.begin(DAY, rulebook="", registry="", options="")


def backwards(accounts):
    return accounts[::-1]


def test_what_is_found_in_the_examples_of_all_rules_is_found_again(book, tmp_path):
    asked, again = 0, 0
    found, dated = set(), set()
    with a_history(tmp_path) as run:
        places = []
        for about, day, registry in of_examples(book):
            first = registry.night(day, run=run, after=asked)
            full = registry.night(day)
            assert first.told() == full.told(), about
            found |= {f.code for f in full.result.findings}
            places.append((about, asked, registry))
            asked += first.accounts
        run.writer.drain()
        for about, after, registry in places:
            night = registry.night(LATER, hour=3, run=run, after=after, order=backwards)
            full = registry.night(LATER, hour=3, order=backwards)
            assert night.told() == full.told(), about
            again += night.unchanged
            dated |= night.dated
    assert "NRW102" in dated  # a look at names goes by the day
    assert "IMP304" not in dated  # one at links does not: no page is read again for it
    assert found >= {rule.code for rule in book.rules}
    assert again > 1000


def shuffled(seed, accounts):
    return random.Random(seed).sample(accounts, len(accounts))


@pytest.mark.parametrize("seed", [1, 2])
def test_night_after_night_what_has_changed_is_judged_anew_and_the_rest_told_again(
    book, tmp_path, seed
):
    chance = random.Random(seed)
    registry = mixed(book, seed, 60)
    with a_history(tmp_path) as run:
        for hour, day in enumerate((DAY, DAY, LATER, EARLIER, DAY)):
            order = partial(shuffled, hour)
            night, full = (
                registry.night(day, hour=hour, run=one, order=order) for one in (run, None)
            )
            assert night.told() == full.told(), (hour, day)
            assert night.unchanged > (len(night.seen) / 2 if hour else -1)
            run.writer.drain()
            registry = registry.changed(chance, 0.2)


def test_what_a_rule_of_the_house_was_spared_for_another_account_is_asked_again_by_the_day(
    tmp_path,
):
    """Both accounts have the same value; the rule is asked of the first, and fits neither for ever."""
    check = "  dated: {field: credentials.changed, max_age: 365, absent: pass}\n"
    pack = write_pack(tmp_path, RULE.replace("  recorded: {field: netiquette}\n", check))
    book = load_for_tests([str(pack)])
    fields = "authority: im-nrw\nplatform: x\nkind: ressort\ncredentials: {changed: 2026-10-01}"
    text = HEAD + "".join(entry(fields=f"id: {name}\nhandle: {name}\n{fields}") for name in "ab")
    nothing = {"profile": {}}
    registry = Registry(book, book.rules, text, {0: nothing, 1: nothing}, ("acme",))
    with a_history(tmp_path) as run:
        first = registry.night(DAY, run=run)
        run.writer.drain()
        again = registry.night(LATER, run=run)
    assert again.unchanged == 2
    codes = [[f.code for f in night.result.findings].count("ACME001") for night in (first, again)]
    assert codes == [0, 2]
