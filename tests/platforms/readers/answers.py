"""A web of written-down answers, to run a reading over."""

from __future__ import annotations

import dataclasses
import json

from linter.crawl.again import READER
from linter.crawl.capture import Capture, Hop
from linter.crawl.verdict import fault_of


def answer(body=b"", *, status=200, kind="", fault=None):
    """An answer without its address: JSON for anything that is no text."""
    if not isinstance(body, (bytes, str)):
        body, kind = json.dumps(body), kind or "application/json; charset=utf-8"
    data = body.encode() if isinstance(body, str) else body
    return {
        "status": None if fault else status,
        "fault": fault or fault_of(status),
        "headers": {"content-type": kind or "text/html; charset=utf-8"},
        "body": data,
    }


class Web:
    """Answers by address; an address by itself, or (address, a word of the Accept header)."""

    def __init__(self, answers):
        self.answers = answers
        self.asked = []

    def get(self, ask):
        self.asked.append(ask)
        for key, said in self.answers.items():
            url, accept = key if isinstance(key, tuple) else (key, "")
            if url == ask.url and accept in ask.accept:
                return Capture(ask.url, ask.url, **said)
        return Capture(ask.url, ask.url, 404, "not_found", body=b"<h1>404</h1>")

    def read(self, asking):
        """Run a reading to its result; whatever it is answered, it asks no more than it may."""
        begun = len(self.asked)
        try:
            asks = next(asking)
            while True:
                asks = asking.send(tuple(map(self.get, asks)))
        except StopIteration as end:
            return end.value
        finally:
            assert len(self.asked) - begun <= READER

    @property
    def urls(self):
        return [ask.url for ask in self.asked]


class Led(Web):
    """A web in which some answers come from elsewhere, or are cut."""

    def __init__(self, answers, led=None, *, cut=()):
        super().__init__(answers)
        self.led = led or {}
        self.cut = cut

    def get(self, ask):
        came = super().get(ask)
        if ask.url in self.led:
            to = self.led[ask.url]
            hops = (Hop(ask.url, 301, to, ""), Hop(to, came.status, "", ""))
            came = dataclasses.replace(came, final_url=to, hops=hops)
        return dataclasses.replace(came, truncated=ask.url in self.cut)
