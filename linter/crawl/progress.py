"""progress: how far a run is: a bar on a terminal, a line now and then in a log."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import click

from linter.crawl.forecast import span

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self, TextIO

    from click._termui_impl import ProgressBar

INTERVAL: Final = 15.0
"""Seconds between two lines of a log."""


class Progress:
    """Tells a stream (never stdout, which belongs to the findings) how many accounts are done.

    Used as `with Progress(stream, total) as progress`; `quiet` says nothing at all.
    """

    def __init__(
        self,
        stream: TextIO,
        total: int,
        *,
        lang: str = "de",
        quiet: bool = False,
        interval: float = INTERVAL,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self.done = 0
        self.put_off = 0
        self._stream = stream
        self._total = total
        self._lang = lang
        self._interval = interval
        self._ticks = ticks
        self._began = self._told = ticks()
        self._said = -1
        self._quiet = quiet or not total
        self._bar: ProgressBar[int] | None = None
        if not self._quiet and stream.isatty():
            self._bar = click.progressbar(
                length=total, label="Accounts", file=stream, show_pos=True, show_eta=True
            )

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.__exit__(kind, error, trace)
        elif not self._quiet and error is None and self._said != self.done:
            self._line()

    def advance(self, *, put_off: bool = False) -> None:
        """One account is done, or put off to a later pass."""
        if put_off:
            self.put_off += 1
        else:
            self.done += 1
        if self._bar is not None:
            if not put_off:
                self._bar.update(1)
        elif not self._quiet and self._ticks() - self._told >= self._interval:
            self._line()

    def next_pass(self, wait: float) -> None:
        """Those put off come again after a wait."""
        left, self.put_off = self.put_off, 0
        if self._quiet or self._bar is not None:
            return
        rest = span(wait)
        if left == 1:
            self._write(
                f"Ein Account war nicht zu lesen und kommt in {rest} noch einmal.",
                f"One account could not be read and comes again in {rest}.",
            )
        else:
            self._write(
                f"{left} Accounts waren nicht zu lesen und kommen in {rest} noch einmal.",
                f"{left} accounts could not be read and come again in {rest}.",
            )

    def _line(self) -> None:
        self._told = now = self._ticks()
        self._said = self.done
        de = f"{self.done} von {self._total} Accounts gelesen"
        en = f"{self.done} of {self._total} accounts read"
        if self.put_off:
            de += f", {self.put_off} auf später verschoben"
            en += f", {self.put_off} put off"
        left = self._total - self.done - self.put_off
        if self.done and left > 0:
            rest = span((now - self._began) / self.done * left)
            de += f", noch etwa {rest}"
            en += f", about {rest} to go"
        self._write(f"{de}.", f"{en}.")

    def _write(self, de: str, en: str) -> None:
        self._stream.write(f"{de if self._lang == 'de' else en}\n")
        self._stream.flush()
