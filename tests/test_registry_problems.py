"""A value that REG002 refuses satisfies no other rule: what is decided by it is not known."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date

import pytest

from linter.registry.bind import Validators
from linter.registry.load import load
from linter.run import RunOptions, judge, lint
from linter.testing import load_for_tests
from tests.examples import entry, fields_of_examples

HEAD = "registry: 1\nauthority: stadt-dortmund\npacks: [impressum, privacy, dortmund]\n"
ACCOUNT = (
    "accounts:\n  - {id: a, platform: facebook, handle: stadtdortmund, kind: authority, FIELDS}\n"
)


@pytest.fixture(scope="module")
def book():
    return load_for_tests()


def outcomes(tmp_path, text, *select):
    """(code, outcome, cause, marked text) of every finding but REG002."""
    path = tmp_path / "r.yaml"
    path.write_text(text, encoding="utf-8")
    result = lint(RunOptions(as_of=date(2026, 11, 25), paths=(str(path),), select=select))
    lines = text.splitlines()
    return result, [
        (f.code, f.outcome, f.cause, lines[f.place.line - 1][f.place.column - 1 :][:8])
        for f in result.findings
        if f.code != "REG002"
    ]


@pytest.mark.parametrize("value", ['"data:text/html,x"', "nix", "www.dortmund.de/impressum"])
def test_an_address_that_is_none_is_no_impressum(tmp_path, value):
    text = HEAD + ACCOUNT.replace("FIELDS", f"impressum: {value}")
    result, found = outcomes(tmp_path, text, "IMP101")
    assert [one[:3] for one in found] == [("IMP101", "unknown", "unreadable")]
    assert found[0][3].strip('"}')[:3] == value.strip('"')[:3]
    assert (result.coverage.checked, result.coverage.unknown) == (0, 1)


def test_an_address_that_is_one_is(tmp_path):
    good = ACCOUNT.replace("FIELDS", "impressum: https://www.dortmund.de/impressum, privacy: nix")
    result, found = outcomes(tmp_path, HEAD + good, "IMP101")
    assert (found, result.coverage.checked) == ([], 1)


def test_only_the_account_with_the_value_is_concerned(tmp_path):
    good = "  - {id: b, platform: facebook, handle: b, kind: authority, privacy: https://x.de/}\n"
    text = HEAD + ACCOUNT.replace("FIELDS", "privacy: nix") + good
    result, found = outcomes(tmp_path, text, "DSE101")
    assert [one[:2] for one in found] == [("DSE101", "unknown")]
    assert (result.coverage.checked, result.coverage.unknown) == (1, 1)


def test_of_a_text_that_is_too_long_the_rest_may_say_it(tmp_path):
    """Nothing is missed or passed by its beginning; words that were found there count."""
    head = "registry: 1\nauthority: im-nrw\npacks: [nrw-handreichung]\naccounts:\n"
    account = (
        "  - {id: a, platform: facebook, handle: foerder.nrw, kind: fach, profile_name: NAME}\n"
    )
    select = ("NRW103", "NRW305")
    plain, long = "Förderung und mehr", "Förderung und mehr " * 40
    found = outcomes(tmp_path, head + account.replace("NAME", plain), *select)[1]
    assert [one[:2] for one in found] == [("NRW305", "unknown")]
    for bio, state in ((", bio: Für alle", "fail"), (f', bio: "{long * 40}"', "unknown")):
        text = head + account.replace("NAME}", f"{plain}{bio}}}")
        assert [one[:2] for one in outcomes(tmp_path, text, *select)[1]] == [("NRW305", state)]
    for name, state in ((long, "unknown"), ("Minister Herbert Reul " + long, "fail")):
        text = head + account.replace(
            "NAME", f'"{name}", bio: Ein Angebot des Innenministeriums NRW'
        )
        assert ("NRW103", state) in [one[:2] for one in outcomes(tmp_path, text, *select)[1]]


def test_a_day_that_is_none_is_no_record(tmp_path):
    text = HEAD.replace("dortmund]", "nrw-handreichung]").replace("stadt-dortmund", "im-nrw")
    account = ACCOUNT.replace("kind: authority", "kind: ressort")
    for value, expected in (("01.02.2020", [("NRW401", "unknown")]), ("2020-02-01", [])):
        fields = f"approvals: {{house_leadership: {value}}}"
        found = outcomes(tmp_path, text + account.replace("FIELDS", fields), "NRW401")[1]
        assert [one[:2] for one in found] == expected, value


def test_what_a_house_has_on_record_once_counts_no_more(tmp_path):
    house = "authorities: [{id: stadt-dortmund, usage_concept: VALUE, ordinary_channel: Rathaus}]\n"
    account = ACCOUNT.replace("FIELDS", "since: 2020-01-01")
    for value, expected in (("01.02.2020", [("DSE304", "unknown")]), ("2026-02-01", [])):
        text = HEAD.replace(", dortmund", "") + house.replace("VALUE", value) + account
        assert [one[:2] for one in outcomes(tmp_path, text, "DSE304")[1]] == expected, value


def test_what_a_rule_finds_all_the_same_stays_a_finding(tmp_path):
    fields = "privacy: nix, links: [{label: Info, url: nix}]"
    found = outcomes(tmp_path, HEAD + ACCOUNT.replace("FIELDS", fields), "IMP101")[1]
    assert [one[:2] for one in found] == [("IMP101", "fail")]


def at(finding):
    place = finding.place
    return place.line, place.column, place.end_line, place.end_column


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ("published", "2020-02-01", "01.02.2020"),
        ("netiquette", "https://x.de/n", "httpx/x.de/n/n"),
        ("login_address_kind", "functional", "functionel"),
        ("advertising", "true", "wahr"),
    ],
)
def test_a_rule_that_does_not_read_the_value_says_what_it_says_without_it(book, field, good, bad):
    """Accounts with such a value are asked rule by rule; the others as quickly as can be."""
    known = fields_of_examples(book)
    chance = random.Random(field)
    text = "registry: 1\naccounts:\n"
    for number in range(80):
        house = chance.choice(("im-nrw", "stk-nrw", "stadt-dortmund"))
        kind = chance.choice(("ressort", "fach", "authority"))
        about = f"id: a{number}\nauthority: {house}\nplatform: x\nkind: {kind}\n{field}: VALUE"
        fields = {name: chance.choice(known[name]) for name in chance.sample(sorted(known), 12)}
        fields.pop(field, None)
        text += entry(about=about, handle=fields.pop("handle", "handle: Beispiel"), **fields)

    def found(value):
        registry = load(
            ["-"], Validators.of(book.tree), stdin=text.replace("VALUE", value).encode()
        )
        result = judge(book, registry, book.rules, RunOptions(as_of=date(2026, 11, 25)))
        assert not result.errors
        refused = {f.account_id for f in result.findings if f.code == "REG002"}
        told = Counter(
            (f.code, f.outcome, f.field, f.account_id, f.variant, f.cause, f.message("de"), *at(f))
            for f in result.findings
            if f.code not in readers
        )
        return told, len(refused)

    readers = {r.code for r in book.rules if field in repr((r.checks, r.guards))} | {"REG002"}
    (told, accounts), (quick, none) = found(bad), found(good)
    assert told == quick
    assert (accounts, none) == (80, 0)
    assert len({code for code, *_ in quick}) > 40
