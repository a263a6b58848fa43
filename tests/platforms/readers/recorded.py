"""Answers of platforms, recorded in `fixtures/profiles`, handed to a reader without a network."""

from __future__ import annotations

import json
from pathlib import Path

from linter.crawl.capture import Capture
from linter.platforms import readers
from linter.platforms.profile import Wanted

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures" / "profiles"
FAULTS = {
    401: "forbidden",
    403: "forbidden",
    404: "not_found",
    429: "rate_limited",
    500: "server_error",
}


def body(name):
    """The bytes of a fixture, named `platform/file`."""
    return (FIXTURES / name).read_bytes()


def data(name):
    """The JSON of a fixture."""
    return json.loads(body(name))


def capture(content=b"", status=200, *, final_url="", fault=None):
    """An answer: bytes, the name of a fixture, or something to write as JSON."""
    if isinstance(content, str):
        content = body(content)
    elif not isinstance(content, bytes):
        content = json.dumps(content).encode()
    if fault is None:
        fault = FAULTS.get(status, "client_error" if status and status >= 400 else "")
    return Capture("", final_url, status, fault, body=content)


def wanted(platform, handle, *secrets, url=""):
    """A profile that is wanted, with the secrets at hand."""
    return Wanted(platform, handle, url, secrets=frozenset(secrets))


def run(want, *answers):
    """What a reader asked, step by step, and what it returned; each answer may be asked once."""
    reading = readers.read(want)
    left = list(answers)
    asked = []
    try:
        asks = next(reading)
        while True:
            asked += asks
            now, left = left[: len(asks)], left[len(asks) :]
            assert len(now) == len(asks), f"nothing is recorded for {asks}"
            asks = reading.send(tuple(now))
    except StopIteration as end:
        return asked, end.value


def read(want, *answers):
    """What a reader returned."""
    return run(want, *answers)[1]


def saved(want, page):
    """What a saved page says: bytes, the name of a fixture, or something to write as JSON."""
    return readers.saved(capture(page).body, want)


def links(profile):
    """The links as (label, address)."""
    return [(link.label, link.url) for link in profile.links]


def state(profile):
    """The verification as (state, kind, source)."""
    found = profile.verification
    return (found.state, found.kind, found.source)
