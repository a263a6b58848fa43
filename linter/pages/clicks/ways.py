"""ways: what may lie between a profile and a page: short links, hubs, clicks of the platform."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from linter.pages.labels import MOST_LETTERS, fold, words
from linter.platforms.address import in_ascii, lies_under

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_WRAPPED = 5
LONG_TOKEN = 9
"""A token of so many letters is told from other words by its beginning alone."""
_ADDRESS = re.compile(r"(?:https?://)?[\w.-]+\.[a-z]{2,}(?:[/?#…]\S*)?\Z", re.IGNORECASE)
HOMES = frozenset(("", "/", "/index.html", "/index.htm", "/index.php", "/de", "/de/", "/start"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The data of `rules/impressum/facts/ways.yaml`.

    expansions: platform → clicks before its links are seen, by `first`, `further` and `field`;
    labels: kind → folded names of links to it; href: kind → what their addresses contain; beside:
    kind → words that may stand with such a name; begins: names after which anything may; needles:
    one of them is in the source of every page with such a link, in lower case; doors:
    folded names of links that may lead to what nothing promises; subjects: of those that do not.
    """

    shorteners: frozenset[str] = frozenset()
    wrappers: frozenset[str] = frozenset()
    arguments: tuple[str, ...] = ()
    hubs: frozenset[str] = frozenset()
    expansions: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    plain_bio: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    doors: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    labels: Mapping[str, frozenset[str]] = field(default_factory=dict)
    href: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beside: Mapping[str, frozenset[str]] = field(default_factory=dict)
    begins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    needles: Mapping[str, tuple[bytes, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Lexicon:
        """Build from the file's content."""
        others = data.get("others", {})
        return cls(
            shorteners=frozenset(data.get("shorteners", ())),
            wrappers=frozenset(data.get("wrappers", ())),
            arguments=tuple(data.get("target_arguments", ())),
            hubs=frozenset(data.get("hubs", ())),
            expansions=data.get("expansions", {}),
            plain_bio=frozenset(data.get("plain_bio", ())),
            sites=_folded(data, "site_labels"),
            doors=_folded(data, "doors"),
            subjects=_folded(data, "subjects"),
            labels={
                kind: frozenset(fold(name) for name in said["labels"])
                for kind, said in others.items()
            },
            href={kind: tuple(said["href"]) for kind, said in others.items()},
            beside={
                kind: frozenset(fold(word) for word in _listed_words(said.get("beside", ())))
                for kind, said in others.items()
            },
            begins={
                kind: tuple(fold(name) for name in said.get("begins", ()))
                for kind, said in others.items()
            },
            needles={
                kind: tuple(needle.encode() for needle in said.get("needles", ()))
                for kind, said in others.items()
            },
        )

    def calls(self, kind: str, text: str) -> bool:
        """Whether the label of a link names such a further page, with nothing else beside it."""
        said = words(text) if len(text) <= MOST_LETTERS else ()
        known = self.labels.get(kind, frozenset())
        if "".join(said) in known or "".join(said).startswith(self.begins.get(kind) or ("\0",)):
            return bool(said)
        return "".join(word for word in said if word not in self.beside.get(kind, ())) in known

    def is_shortener(self, url: str) -> bool:
        """Whether an address is a short link that somebody chose."""
        return _listed(url, self.shorteners)

    def is_wrapper(self, url: str) -> bool:
        """Whether an address is a redirect that a platform puts before every link."""
        return _listed(url, self.wrappers)

    def is_hub(self, url: str) -> bool:
        """Whether an address is on a known link hub."""
        return _listed(url, self.hubs)

    def unwrap(self, url: str) -> str:
        """The target of a platform's redirect that names it; other addresses as they are."""
        for _ in range(MOST_WRAPPED):
            if not self.is_wrapper(url):
                break
            said = dict(parse_qsl(_parts(url)[3]))
            inner = next((said[name] for name in self.arguments if name in said), "")
            if not inner.lower().startswith(("http://", "https://")):
                break
            url = inner
        return url

    def expansion(self, platform: str, what: str) -> int:
        """The clicks before a link of the platform is seen."""
        return self.expansions.get(platform, {}).get(what, 0)


def _listed_words(said: Any) -> list[str]:
    """A list of words, or the same in one text."""
    return said.split() if isinstance(said, str) else list(said)


def _folded(data: Mapping[str, Any], name: str) -> frozenset[str]:
    """A list of names, written in one text."""
    return frozenset(fold(label) for label in data.get(name, "").split())


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    """The lexicon that comes with the program."""
    import yaml  # noqa: PLC0415 - once

    from linter.rulebook.compiled import rules_root  # noqa: PLC0415 - the one place that knows

    path = Path(rules_root()) / "impressum" / "facts" / "ways.yaml"
    return Lexicon.of(yaml.safe_load(path.read_text("utf-8")))


REMEMBERED = 4096
"""Addresses that are not taken apart again: each is compared with many others."""


@lru_cache(maxsize=REMEMBERED)
def key(url: str) -> str:
    """An address as it is compared: scheme and host in lower case, no fragment, a path."""
    scheme, host, path, query = _parts(url)
    return urlunsplit((scheme, host, path or "/", query, "")) if host else url.strip()


@lru_cache(maxsize=REMEMBERED)
def host(url: str) -> str:
    """The host of an address in lower case, without `www.` and port."""
    return _parts(url)[1].rpartition("@")[2].partition(":")[0].removeprefix("www.")


def site(url: str) -> str:
    """The registrable name of an address, near enough: the last two parts of its host."""
    return ".".join(host(url).split(".")[-2:])


def within(url: str, domains: tuple[str, ...]) -> bool:
    """Whether an address is on one of the domains or below it."""
    return lies_under(host(url), domains)


def is_web(url: str) -> bool:
    """Whether an address can be asked for."""
    return url[:8].lower().startswith(("http://", "https://")) and bool(host(url))


def is_root(url: str) -> bool:
    """Whether an address is that of a home page."""
    _, _, path, query = _parts(url)
    return path.lower() in HOMES and not query


def path(url: str) -> str:
    """What stands between the host of an address and its query."""
    return _parts(url)[2]


def is_address(text: str) -> bool:
    """Whether a text is nothing but an address."""
    return _ADDRESS.match(text) is not None


def fragment(url: str) -> str:
    """What follows the `#`."""
    return url.partition("#")[2]


def speaks(url: str, tokens: tuple[str, ...]) -> bool:
    """Whether an address names a kind of page by itself: `/impressum`, `impressum.stadt.de`."""
    _, name, path, query = _parts(url)
    low = f"{path}?{query}#{fragment(url)}".lower()
    first = name.partition(".")[0]
    return first in tokens or any(_token(token).search(low) for token in tokens)


@lru_cache(maxsize=64)
def _token(token: str) -> re.Pattern[str]:
    end = "" if len(token) >= LONG_TOKEN else "(?![a-z])"
    return re.compile(rf"(?<![a-z]){re.escape(token)}{end}")


@lru_cache(maxsize=REMEMBERED)
def _listed(url: str, names: frozenset[str]) -> bool:
    _, _, path, _ = _parts(url)
    name = host(url)
    while name:
        if name in names or name + path.rstrip("/") in names:
            return True
        name = name.partition(".")[2]
    return False


@lru_cache(maxsize=REMEMBERED)
def _parts(url: str) -> tuple[str, str, str, str]:
    try:
        parts = urlsplit(url.strip())
        name = parts.netloc.lower()
    except ValueError:
        return "", "", "", ""
    default = {"http": ":80", "https": ":443"}.get(parts.scheme, "")
    if default and name.endswith(default):
        name = name.removesuffix(default)
    return parts.scheme, in_ascii(name), parts.path, parts.query
