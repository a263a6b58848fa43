"""saved_page: a profile's page as a browser shows or saves it: its head, its scripts, its address."""

from __future__ import annotations

import re
from functools import cached_property
from json import JSONDecoder
from typing import TYPE_CHECKING, Any

from linter.pages.markup.archive import archived
from linter.pages.markup.decode import decode
from linter.pages.markup.dom import Tree
from linter.platforms import read
from linter.platforms.readers.shape import parsed
from linter.platforms.readers.words import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.crawl.capture import Capture

MOST_JSON = 5_000_000
MOST_SCRIPTS = 500
MOST_RECORDS = 200_000
MOST_TAG = 2_000
TRIES = 5
_SAVED_FROM = re.compile(rb"<!-- saved from url=\(\d{1,5}\)(\S{1,2000}) -->")
_SINGLE_FILE = re.compile(rb"Page saved with SingleFile\s{1,9}url: (\S{1,2000})")
_LOGIN_PATH = re.compile(
    r"//(?:consent|login|accounts)\.|/(?:login|authwall|checkpoint|consent|uas|accounts/login|signup|i/flow)\b"
)
LOGIN_TITLE = re.compile(
    r"(?i)\b(?:log ?in|sign ?in|sign up|anmelden|einloggen|before you continue|bevor sie)\b"
)
_CHALLENGE = re.compile(r"(?i)\b(?:captcha|verify to continue|security verification|are you human)")
_TITLED = re.compile(r"\(@([\w.@-]{1,200})\)")
_ASSIGNS = re.compile(rb"[\"'\]]{0,2}\s{0,9}=\s{0,9}(?=\{)")


def saved_json(page: bytes) -> Any | None:
    """The JSON that a file is (an answer of an interface, saved); None where it is none."""
    start = page[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return parsed(page) if start in (b"{", b"[") and len(page) <= MOST_JSON else None


def records(value: Any) -> Iterator[dict[str, Any]]:
    """Every record in a JSON value, outer ones first, at most two hundred thousand values deep in."""
    waiting = [value]
    left = MOST_RECORDS
    while waiting and left > 0:
        left -= 1
        here = waiting.pop()
        if type(here) is dict:
            yield here
            waiting.extend(
                inner for inner in reversed(here.values()) if type(inner) in (dict, list)
            )
        elif type(here) is list:
            waiting.extend(inner for inner in reversed(here) if type(inner) in (dict, list))


class SavedPage:
    """A page of a profile; what is wrong in it is not there."""

    def __init__(self, page: bytes, content_type: str = "", url: str = "") -> None:
        """Take a saved page, or one that came over the network with its type and its address."""
        kept = archived(page)
        if kept is not None:
            page, content_type = kept.body, kept.content_type
        self.body, self.content_type = page, content_type
        self._came_from = url or (kept.url if kept is not None else "")
        self.source, _, _ = decode(page, content_type)
        self.tree = Tree.of(self.source)

    @classmethod
    def of(cls, capture: Capture) -> SavedPage:
        """The page that a capture holds."""
        return cls(capture.body, capture.content_type, capture.final_url)

    @cached_property
    def title(self) -> str:
        """The title of the document."""
        return tidy(self.tree.title, most=300)

    @cached_property
    def _meta(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for node in self.tree.named("meta"):
            kept = node.attributes
            name = kept.get("property") or kept.get("name") or kept.get("itemprop")
            content = kept.get("content")
            if name and content is not None:
                found.setdefault(name.strip().lower(), content)
        return found

    def meta(self, name: str, *, lines: bool = False) -> str | None:
        """What a `meta` of the page says; None where it has none of the name."""
        content = self._meta.get(name)
        return None if content is None else tidy(content, lines=lines)

    @cached_property
    def saved_from(self) -> tuple[str, ...]:
        """The addresses that it was saved from, as the archive or the browser says that made the file."""
        head = self.source[:5_000]
        marks = (_SAVED_FROM.search(head), _SINGLE_FILE.search(head))
        told = (mark[1].decode("utf-8", "replace") for mark in marks if mark)
        return tuple(filter(None, (self._came_from, *told)))

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The addresses that the page gives itself or was saved from, the surest first."""
        written = (self._meta.get("og:url", ""), self.tree.canonical, *self.saved_from)
        return tuple(dict.fromkeys(tidy(url, most=2_000) for url in written if url.strip()))

    def accounts(self, platform: str) -> tuple[tuple[str, str], ...]:
        """The profiles (platform, handle) that the page may be of: by its addresses, else its title."""
        found = [profile for url in self.addresses if (profile := read(url)) is not None]
        named = _TITLED.search(self.title)
        if not found and named is not None:
            found = [(platform, named[1])]
        return tuple(dict.fromkeys(found))

    @cached_property
    def asks_login(self) -> bool:
        """Whether the page is there to let people in, not to show something; asked where it shows nothing."""
        if any(map(_LOGIN_PATH.search, self.addresses)) or LOGIN_TITLE.search(self.title):
            return True
        return self.tree.parser.css_first("input[type=password]") is not None or bool(
            _CHALLENGE.search(self.title)
        )

    def scripts(self) -> Iterator[tuple[bytes, bytes]]:
        """The scripts as (attributes, text): cut by hand, since JSON in them must stay as it is."""
        source, low = self.source, self.source.lower()
        place = 0
        for _ in range(MOST_SCRIPTS):
            start = low.find(b"<script", place)
            if start < 0:
                return
            opened = low.find(b">", start, start + MOST_TAG)
            if opened < 0:
                place = start + MOST_TAG
                continue
            end = low.find(b"</script", opened)
            end = len(low) if end < 0 else end
            yield source[start + 7 : opened], source[opened + 1 : end]
            place = end

    def json_scripts(self, holding: bytes) -> Iterator[Any]:
        """The scripts that are JSON and hold a word."""
        for attributes, script in self.scripts():
            if holding in script and len(script) <= MOST_JSON and b"json" in attributes.lower():
                data = parsed(script.strip())
                if data is not None:
                    yield data

    def script(self, name: bytes) -> Any | None:
        """The JSON in the script with an id."""
        for attributes, script in self.scripts():
            if name in attributes and len(script) <= MOST_JSON:
                return parsed(script.strip())
        return None

    def assigned(self, name: bytes) -> Any | None:
        """The JSON record that a script assigns to a name (`var name = {…};`)."""
        place = 0
        for _ in range(TRIES):
            place = self.source.find(name, place)
            if place < 0:
                return None
            place += len(name)
            between = _ASSIGNS.match(self.source, place)
            if between:
                end = self.source.find(b"</script", place)
                data = _first_record(self.source[between.end() : end if end >= 0 else None])
                if data is not None:
                    return data
        return None

    def described(self, *kinds: str) -> Iterator[dict[str, Any]]:
        """The records of a kind (`@type`) in the page's linked data (JSON-LD)."""
        for data in self.json_scripts(b"@type"):
            for record in records(data):
                named = record.get("@type")
                listed = named if type(named) is list else [named]
                if any(kind in listed for kind in kinds):
                    yield record


def _first_record(data: bytes) -> Any | None:
    """The record that a script begins with; what follows it is left."""
    try:
        return JSONDecoder().raw_decode(data[:MOST_JSON].decode("utf-8", "replace"))[0]
    except (ValueError, RecursionError):
        return None
