"""One broken account never hides the rest, however the file is written."""

from __future__ import annotations

import pytest

from linter.registry.bind import Validators
from linter.registry.load import load
from linter.registry.parse import parse
from linter.registry.recover import without_broken
from linter.rulebook.book import load_rulebook

VALIDATORS = Validators.of(load_rulebook().tree)
HEAD = "registry: 1\nauthority: im-nrw\n"


def account(name: str, handle: str) -> str:
    return f"  - id: {name}\n    platform: x\n    handle: {handle}\n    kind: ressort\n"


LIST = "accounts:\n" + account("a", "A") + account("b", "'open") + account("c", "C")


def read(text: str):
    registry = load(["-"], VALIDATORS, stdin=text.encode())
    (document,) = registry.documents
    assert document.text == text
    return registry.accounts, document


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("key", ["accounts:", '"accounts":', "'accounts' :", "accounts:  # ours"])
def test_an_account_with_a_syntax_error_does_not_hide_the_others(newline, key):
    text = (HEAD + LIST.replace("accounts:", key)).replace("\n", newline)
    accounts, document = read(text)
    assert [one.id for one in accounts] == ["a", "c"]
    assert [(p.code, p.variant) for p in document.problems] == [("REG001", "syntax")]
    assert document.position(document.problems[0].start) == (10, 13)


def test_recovering_keeps_the_text_and_every_error():
    text = "registry: 1\naccounts:\n- a: b: c\n- {id: x}\n- d: e: f\n- {id: y}\n"
    document = without_broken(parse(text, "t"))
    assert document.text == text
    assert [document.position(p.start)[0] for p in document.problems] == [3, 5]
    assert len(document.root.entries["accounts"].items) == 2


def test_what_stands_behind_a_broken_last_account_is_not_lost_with_it():
    accounts, _ = read(
        "registry: 1\naccounts:\n"
        + account("a", "A")
        + account("b", "[open")
        + "authority: im-nrw\n"
    )
    assert [(one.id, one.authority) for one in accounts] == [("a", "im-nrw")]


def test_no_account_is_blamed_for_what_is_broken_behind_the_accounts():
    text = HEAD + "accounts:\n" + account("a", "A") + "authorities:\n  - id: [open\n"
    accounts, document = read(text)
    assert accounts == []
    assert [p.code for p in document.problems] == ["REG001"]


def test_a_line_of_an_account_at_the_margin_costs_that_account_alone():
    text = HEAD + LIST.replace("    handle: 'open", "handle: B")
    accounts, _ = read(text)
    assert [one.id for one in accounts] == ["a", "c"]
