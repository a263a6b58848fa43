"""progress: how far a run is: a bar on a terminal, a line now and then in a log."""

from __future__ import annotations

import threading
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
SILENCE: Final = 5.0
"""Seconds after which the first line comes at the latest, whether an account is done or not."""


class Progress:
    """Tells a stream (never stdout, which belongs to the findings) how many accounts are done.

    Used as `with Progress(stream, total) as progress`; `quiet` says nothing at all; `few` has no
    bar, and nothing is said of a run that is over before anybody wonders.
    """

    def __init__(
        self,
        stream: TextIO,
        total: int,
        *,
        lang: str = "de",
        quiet: bool = False,
        few: bool = False,
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
        self._few = few
        self._over = threading.Event()
        self._watch: threading.Thread | None = None
        self._bar: ProgressBar[int] | None = None
        if not self._quiet and not few and stream.isatty():
            self._bar = click.progressbar(
                length=total, label="Accounts", file=stream, show_pos=True, show_eta=True
            )

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.__enter__()
        elif not self._quiet:  # the run itself waits for its accounts, and has nothing to tell then
            self._watch = threading.Thread(target=self._watched, daemon=True)
            self._watch.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        if self._watch is not None:
            self._watch.join()
        if self._bar is not None:
            self._bar.__exit__(kind, error, trace)
        elif self._quiet or error is not None or self._said == self.done:
            return
        elif not self._few or self._said >= 0:
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

    def beat(self) -> None:
        """Tell how far it is if nothing was told for a while, also where nothing is done yet."""
        if self._ticks() - self._told >= (SILENCE if self._said < 0 else self._interval):
            self._line()

    def _watched(self) -> None:
        while not self._over.wait(min(1.0, self._interval)):
            self.beat()

    def next_pass(self, wait: float) -> None:
        """Those put off come again after a wait."""
        left, self.put_off = self.put_off, 0
        if (
            self._quiet
            or self._bar is not None
            or (self._few and self._said < 0 and wait < SILENCE)
        ):
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
        elif not self.done:
            rest = span(now - self._began)
            de += f", seit {rest}"
            en += f", for {rest} so far"
        self._write(f"{de}.", f"{en}.")

    def _write(self, de: str, en: str) -> None:
        self._stream.write(f"{de if self._lang == 'de' else en}\n")
        self._stream.flush()
