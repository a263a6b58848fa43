"""How far a run is: bar, lines, or nothing."""

from __future__ import annotations

import io
import time

from linter.crawl.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def run(stream, steps=4, **named):
    clock = Clock()
    with Progress(stream, steps, ticks=clock, **named) as progress:
        for _ in range(steps):
            clock.now += 10
            progress.advance()
    return stream.getvalue()


def test_a_log_gets_a_line_now_and_then_and_one_at_the_end():
    assert run(io.StringIO()).splitlines() == [
        "2 von 4 Accounts gelesen, noch etwa 20 s.",
        "4 von 4 Accounts gelesen.",
    ]
    assert run(io.StringIO(), lang="en", interval=100) == "4 of 4 accounts read.\n"


def test_a_terminal_gets_a_bar():
    said = run(Terminal())
    assert "Accounts" in said
    assert "4/4" in said
    assert "\r" in said
    assert said.count("\n") == 1


def test_quiet_is_quiet():
    assert run(io.StringIO(), quiet=True) == ""
    assert run(Terminal(), quiet=True) == ""
    assert run(Terminal(), steps=0) == ""


def test_what_is_put_off_is_not_done():
    stream, clock = io.StringIO(), Clock()
    with Progress(stream, 3, ticks=clock, interval=5, lang="en") as progress:
        clock.now = 10
        progress.advance()
        clock.now = 20
        progress.advance(put_off=True)
        progress.next_pass(30)
        progress.advance()
        progress.advance()
    assert stream.getvalue().splitlines() == [
        "1 of 3 accounts read, about 20 s to go.",
        "1 of 3 accounts read, 1 put off, about 20 s to go.",
        "One account could not be read and comes again in 30 s.",
        "3 of 3 accounts read.",
    ]


def test_a_run_in_which_nothing_is_done_says_so_after_some_seconds():
    stream, clock = io.StringIO(), Clock()
    with Progress(stream, 2, ticks=clock, interval=15, lang="en", few=True) as progress:
        for clock.now in (4, 6, 12, 22, 30):
            progress.beat()
        progress.advance(put_off=True)
        progress.next_pass(2)
        progress.advance()
        progress.advance()
    assert stream.getvalue().splitlines() == [
        "0 of 2 accounts read, for 6 s so far.",
        "0 of 2 accounts read, for 22 s so far.",
        "One account could not be read and comes again in 2 s.",
        "2 of 2 accounts read.",
    ]


def test_it_is_said_while_the_run_waits():
    stream, clock = io.StringIO(), Clock()
    with Progress(stream, 2, ticks=clock, interval=0.01, lang="de"):
        clock.now = 7
        for _ in range(500):
            if stream.getvalue():
                break
            time.sleep(0.01)
    assert stream.getvalue() == "0 von 2 Accounts gelesen, seit 7 s.\n"


def test_a_short_run_over_a_few_accounts_says_nothing():
    stream, clock = Terminal(), Clock()
    with Progress(stream, 1, ticks=clock, few=True) as progress:
        clock.now = 2
        progress.advance(put_off=True)
        progress.next_pass(1)
        progress.advance()
    assert stream.getvalue() == ""


def test_a_run_that_breaks_off_does_not_say_how_far_it_was():
    stream = io.StringIO()
    try:
        with Progress(stream, 3):
            raise KeyError
    except KeyError:
        pass
    assert stream.getvalue() == ""


def test_a_bar_is_ended_when_a_run_breaks_off():
    stream = Terminal()
    try:
        with Progress(stream, 3) as progress:
            progress.advance()
            raise KeyError
    except KeyError:
        pass
    assert stream.getvalue().endswith("\n")
