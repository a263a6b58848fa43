"""The ledger: what was asked tonight, and what the nights before got."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.crawl.capture import Capture, Hop
from linter.crawl.ledger import packed, unpacked
from linter.errors import LinterError
from linter.findings.history.schema import open_database
from linter.findings.history.store import History
from linter.findings.history.writer import WAITING
from tests.findings.nights import House

if TYPE_CHECKING:
    from linter.crawl.keeping import Ledger

DAY = date(2026, 11, 25)


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "nights.db")


def page(body=b"<p>Impressum</p>", url="https://a.example/", **attributes):
    values = {"final_url": url, "status": 200, "sha256": sha256(body).hexdigest(), "body": body}
    return Capture(url, **{**values, **attributes})


def begin(history, number=0):
    return history.begin(DAY, rulebook="r", registry=str(number), options="o")


def count(path, table):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def same(one, other):
    return asdict(one) == asdict(other)


def test_what_was_kept_is_recalled_at_once_and_by_the_run_that_takes_up(path):
    kept = page(
        hops=(Hop("http://a.example/", 301, "https://a.example/", "2026-11-25T22:00:00.000Z"),),
        headers={"etag": '"1"', "content-type": "text/html; charset=utf-8"},
        warc={"file": "n.warc.gz", "offset": 17},
        fetched_at="2026-11-25T22:00:00.000Z",
    )
    with History.open(path) as history:
        ledger: Ledger = begin(history).ledger
        assert ledger.recall("k") is None
        ledger.keep("k", kept)
        assert ledger.recall("k") is kept
    with History.open(path) as history:
        run = begin(history)
        assert run.resumed
        assert same(run.ledger.recall("k"), kept)
        assert run.ledger.previous("k") is None


def test_a_fault_is_recalled_but_is_no_earlier_page(path):
    fault = Capture("https://a.example/", "https://a.example/", None, "timeout", "took 10 s")
    with History.open(path) as history:
        begin(history, 1).ledger.keep("k", page())
    with History.open(path) as history:
        run = begin(history, 2)
        run.ledger.keep("k", fault)
        run.writer.drain()
        assert same(run.ledger.recall("k"), fault)
        assert same(run.ledger.previous("k"), page())
    with History.open(path) as history:
        assert same(begin(history, 3).ledger.previous("k"), page())


def test_the_latest_of_the_earlier_nights_is_the_previous_one(path):
    for number in range(3):
        with History.open(path) as history:
            ledger = begin(history, number).ledger
            before = ledger.previous("k")
            assert (before and before.body) == (b"%d" % (number - 1) if number else None)
            ledger.keep("k", page(b"%d" % number))


def test_a_capture_kept_again_takes_the_place_of_the_first(path):
    with History.open(path) as history:
        run = begin(history)
        run.ledger.keep("k", Capture("u", "u", None, "timeout"))
        run.ledger.keep("k", page())
        run.writer.drain()
        assert same(run.ledger.recall("k"), page())
    assert count(path, "capture") == 1


def test_a_page_that_many_keys_and_nights_share_is_stored_once(path):
    for number in range(2):
        with History.open(path) as history:
            ledger = begin(history, number).ledger
            for key in "abc":
                ledger.keep(key, page())
    assert (count(path, "capture"), count(path, "body")) == (6, 1)


def test_an_answer_without_a_body_weighs_nothing_in_a_later_night(path):
    with History.open(path) as history:
        begin(history, 1).ledger.keep("k", page(b"", headers={"etag": '"1"'}))
    with History.open(path) as history:
        before = begin(history, 2).ledger.previous("k")
        assert (before.body, before.weight) == (b"", 0)
    assert count(path, "body") == 0


def test_what_was_kept_is_durable_within_a_second_without_more_coming(path):
    with History.open(path) as history:
        begin(history).ledger.keep("k", page())
        until = time.monotonic() + 1
        while not count(path, "capture"):
            assert time.monotonic() < until
            time.sleep(0.01)


def test_many_captures_pass_through_at_once_and_memory_is_let_go_of(path):
    with History.open(path) as history:
        run = begin(history)
        for number in range(WAITING + 500):
            run.ledger.keep(str(number), page(b"%d" % number))
        run.writer.drain()
        assert run.ledger._waiting == {}
        assert run.ledger.recall("1400").body == b"1400"
    assert count(path, "capture") == WAITING + 500


@pytest.mark.parametrize("key", ["https://a.example/\ud800", "https://ä.example/\n*/*", "", "a\0b"])
def test_any_key_will_do(path, key):
    with History.open(path) as history:
        run = begin(history)
        run.ledger.keep(key, page())
        run.writer.drain()
        assert same(run.ledger.recall(key), page())
        assert run.ledger.recall(key + "x") is None


def test_the_bodies_of_the_last_two_finished_runs_are_kept(path):
    house = House(Path(path))
    for number in range(4):
        with History.open(path) as history:
            run = history.begin(
                house.day,
                rulebook=house.rulebook,
                registry=repr(sorted(house.accounts.items())),
                options="options-1",
            )
            run.ledger.keep("k", page(b"%d" % number))
            run.ledger.keep("same", page())
        house.clock.at = history.clock()
        house.night()
        house.day = DAY
    assert (count(path, "capture"), count(path, "body")) == (4, 3)
    assert count(path, "observation") == 4
    assert count(path, "account") == 2


def test_a_write_that_fails_is_told_and_not_swallowed(path):
    with History.open(path) as history:
        run = begin(history)
        database = open_database(path, create=False)
        database.execute("DROP TABLE capture")
        database.close()
        run.ledger.keep("k", page())
        with pytest.raises(LinterError, match="cannot be used"):
            run.writer.drain()
        with pytest.raises(LinterError, match="cannot be used"):
            run.ledger.keep("k", page())


def test_no_thread_is_left(path):
    before = threading.active_count()
    with History.open(path) as history:
        begin(history)
        assert threading.active_count() == before + 1
    assert threading.active_count() == before


text = st.text(max_size=20)


@given(
    url=text,
    detail=text,
    headers=st.dictionaries(text, text, max_size=3),
    hops=st.lists(st.builds(Hop, text, st.none() | st.integers(100, 999), text, text), max_size=2),
    body=st.binary(max_size=50),
    flags=st.tuples(st.booleans(), st.booleans()),
)
def test_a_capture_comes_back_as_it_was(url, detail, headers, hops, body, flags):
    import zlib

    capture = page(
        body,
        url,
        detail=detail,
        headers=headers,
        hops=tuple(hops),
        truncated=flags[0],
        not_modified=flags[1],
    )
    again = unpacked(packed(capture), zlib.compress(body))
    assert same(again, capture)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE capture SET fields = 'x{'",
        "UPDATE capture SET fields = '[]'",
        """UPDATE capture SET fields = '{"url": "https://a.example/"}'""",
        "UPDATE body SET data = x'00'",
    ],
)
def test_what_was_damaged_is_asked_for_again(path, change):
    with History.open(path) as history:
        begin(history).ledger.keep("k", page())
    with closing(sqlite3.connect(path)) as database:
        assert database.execute(change).rowcount
        database.commit()
    with History.open(path) as history:
        run = begin(history)
        assert run.resumed
        assert run.ledger.recall("k") is None
        assert list(run.ledger.captures()) == []
        run.ledger.keep("k", page())
