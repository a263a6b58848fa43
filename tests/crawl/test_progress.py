"""How far a run is: bar, lines, or nothing."""

from __future__ import annotations

import io

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
