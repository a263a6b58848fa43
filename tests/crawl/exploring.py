"""A small web for the tests of the exploration, and a night that notes what is asked of it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from linter.crawl.capture import Capture, Hop
from linter.crawl.explore import Exploration, explore
from linter.platforms.profile import Profile, Unread, Wanted
from tests.pages.clicks.web_of_paths import HOME, html_of, link

if TYPE_CHECKING:
    from linter.crawl.asking import Ask


IMPRESSUM, PRIVACY = urljoin(HOME, "/impressum"), urljoin(HOME, "/datenschutz")
SITE: dict[str, Any] = {
    "/": ["home", "Impressum > /impressum", "Datenschutz > /datenschutz"],
    "/impressum": ["impressum", "Impressum > /impressum", "Datenschutz > /datenschutz"],
    "/datenschutz": ["privacy"],
}


def capture(path: str, what: Any) -> Capture:
    """An answer: a page, raw bytes with their type, a fault by its name, a redirect and a page."""
    url = urljoin(HOME, path)
    if isinstance(what, str):
        return Capture(url, url, 404 if what == "not_found" else None, what)
    final, hops, kind = url, (), "text/html; charset=utf-8"
    if isinstance(what, tuple) and what[0] == "->":
        final, what = urljoin(HOME, what[1]), what[2]
        hops = (Hop(url, 301, final, ""), Hop(final, 200, "", ""))
    if isinstance(what, tuple):
        kind, body = what
    else:
        body = html_of(what).encode()
    return Capture(
        url,
        final,
        200,
        hops=hops,
        headers={"content-type": kind},
        body=body,
        sha256=sha256(body).hexdigest(),
    )


class Night:
    """Answers asks from a small web and notes them, wave by wave."""

    def __init__(self, web: dict[str, Any]) -> None:
        self.told = {urljoin(HOME, path): capture(path, what) for path, what in web.items()}
        self.waves: list[list[str]] = []

    @property
    def asked(self) -> list[str]:
        return [url for wave in self.waves for url in wave]

    def get(self, ask: Ask) -> Capture:
        found = self.told.get(ask.url)
        return found or Capture(ask.url, ask.url, 404, "not_found")

    def run(self, profile: Profile | Unread, declared=None, **further: Any) -> Exploration:
        platform = profile.platform if isinstance(profile, Profile) else "x"
        domains = further.pop("domains", ())
        wanted = Wanted(platform, "stadt", domains=domains)
        reading = explore(wanted, profile, declared=declared or {}, **further)
        try:
            asks = next(reading)
            while True:
                self.waves.append([ask.url for ask in asks])
                asks = reading.send(tuple(self.get(ask) for ask in asks))
        except StopIteration as end:
            return end.value


def shows(*links: str, **further: Any) -> Profile:
    further = {"bio": "", "links": tuple(map(link, links)), **further}
    return Profile("mastodon", "stadt", "https://stadt.social/@stadt", **further)


def website(night: Night) -> Profile:
    return Profile("website", "stadt.de", HOME, seen=(night.told[HOME],))


def partial(path: str, what: list[str]) -> Capture:
    url = urljoin(HOME, path)
    body = html_of(what).encode()
    return Capture(url, url, 206, headers={"content-type": "text/html"}, body=body)
