from __future__ import annotations

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import DAY, Registry

from linter.errors import LinterError
from linter.findings.baseline import Baseline, Entry, adopt
from linter.findings.baseline_file import load, read, render

ENTRY = {"fingerprint": "ab", "code": "XX101", "first_seen": "2026-11-25"}


def baseline() -> Baseline:
    made = Registry('registry: 1\naccounts:\n  - id: ä\n    handle: "Re\\u202Eul"\n')
    made.found("XX101", 0, "handle")
    made.found("XX102", 0, "handle")
    return adopt(Baseline(), made.findings, DAY)


def test_what_is_written_reads_back_the_same():
    text = render(baseline())
    assert render(read(text, "b.json")) == text
    entry = json.loads(text)["entries"][0]
    assert entry["account"] == "ä"
    assert entry["first_seen"] == "2026-11-25"
    assert entry["message"] == {"de": "XX101", "en": "XX101"}


def test_invisible_characters_are_written_as_escapes():
    text = render(baseline())
    assert "\u202e" not in text
    assert "Re\\u202eul" in text
    assert "ä" in text


def test_the_order_of_entries_does_not_depend_on_how_they_came():
    entries = baseline().sorted()
    assert render(Baseline(reversed(entries))) == render(Baseline(entries))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=3, max_size=3))
def test_any_text_survives_the_file(texts):
    account, value, message = texts
    entry = Entry("f", "X", account, "", "", "", value, "", {"de": message, "en": ""}, DAY)
    back = read(render(Baseline([entry])), "b.json").sorted()[0]
    assert (back.account, back.value, back.message["de"]) == (account, value, message)


def fault(text: str) -> LinterError:
    with pytest.raises(LinterError) as caught:
        read(text, "b.json")
    assert caught.value.path == "b.json"
    assert caught.value.hint
    return caught.value


def entries(*items) -> str:
    return json.dumps({"version": 1, "entries": items}, indent=1)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, 1),
        ('{\n "version": 1,\n <<<<<<< HEAD\n', 3, 2),
        ("[]", 1, 1),
        ("null", 1, 1),
        ('{\n "version": 2, "entries": []}', 2, 13),
        ('{\n "version": true, "entries": []}', 2, 13),
        ('{"version": 1}', 1, 1),
        ('{"version": 1,\n "entries": {}}', 2, 13),
        (entries(ENTRY, "x"), 9, 3),
        (entries({**ENTRY, "first_seen": "soon"}), 7, 18),
        (entries({**ENTRY, "fingerprint": ""}), 5, 19),
        (entries({**ENTRY, "fingerprint": 1}), 5, 19),
        (entries({"code": "X", "first_seen": "2026-11-25"}), 4, 3),
        (entries({**ENTRY, "count": 0}), 8, 13),
        (entries({**ENTRY, "count": True}), 8, 13),
        (entries({**ENTRY, "value": None}), 8, 13),
        (entries({**ENTRY, "message": "x"}), 8, 15),
        ("[" * 100_000, 1, 1),
    ],
)
def test_a_broken_file_is_told_with_its_place(text, line, column):
    error = fault(text)
    assert (error.line, error.column) == (line, column)


def test_what_an_entry_need_not_say_may_be_missing():
    entry = read(entries(ENTRY), "b.json").sorted()[0]
    assert (entry.count, entry.account, entry.first_seen) == (1, "", DAY)


def test_a_missing_file_is_an_error_unless_it_may_be(tmp_path):
    path = str(tmp_path / "none.json")
    with pytest.raises(LinterError, match="no such baseline"):
        load(path)
    assert not load(path, missing_ok=True).entries


def test_what_is_no_readable_file_is_refused(tmp_path):
    for make in ("folder", "fifo", "latin"):
        path = tmp_path / make
        if make == "folder":
            path.mkdir()
        elif make == "fifo":
            os.mkfifo(path)
        else:
            path.write_bytes(b'{"version": 1, "x": "\xe4"}')
        with pytest.raises(LinterError):
            load(str(path), missing_ok=True)


def test_a_byte_order_mark_is_no_fault(tmp_path):
    path = tmp_path / "b.json"
    path.write_text("\ufeff" + render(baseline()), encoding="utf-8")
    assert len(load(str(path)).entries) == 2
