"""A small web for the click paths, made of a few kinds of page."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from linter.pages import read_page
from linter.pages.clicks import ways
from linter.pages.clicks.document import Seen
from linter.platforms.profile import Profile, ProfileLink

HOME = "https://stadt.de/"
FIXTURES = Path(__file__).parents[3] / "fixtures" / "pages"
WORDS = "Die Stadt informiert über Rathaus, Kultur, Verkehr und ihre Vorhaben. "
NETWORKS = "".join(
    f'<li><a href="https://{host}/stadt">{name}</a></li>'
    for host, name in [
        ("www.facebook.com", "Facebook"),
        ("www.instagram.com", "Instagram"),
        ("x.com", "X"),
        ("www.youtube.com", "YouTube"),
        ("www.linkedin.com/company", "LinkedIn"),
    ]
)
DETAILS = (
    "<p>Stadt Musterhausen<br>Markt 1<br>12345 Musterhausen</p>"
    "<p>Vertreten durch den Bürgermeister Max Muster</p><p>Telefon: 0234 567890</p><p>E-Mail: info@stadt.de</p>"
)
BODIES = {
    "home": f"<title>Stadt Musterhausen</title><h1>Willkommen</h1><p>{WORDS * 4}</p>",
    "long": f"<title>Stadt Musterhausen</title><h1>Willkommen</h1><p>{WORDS * 400}</p>",
    "impressum": f"<title>Impressum</title><h1>Impressum</h1><p>Angaben gemäß § 5 DDG</p>{DETAILS}",
    "contact": f"<title>Kontakt</title><h1>Kontakt</h1><p>Schreiben Sie uns. {WORDS * 4}</p>",
    "other": f"<title>Rathaus</title><h1>Rathaus</h1><p>{WORDS * 8}</p>",
    "accessibility": f"<title>Rathaus</title><h1>Barrierefreiheit</h1><p>{WORDS * 8}</p>",
    "empty": "<title>Stadt</title>",
    "heading": "<title>Stadt</title><h1>Impressum</h1>",
    "soft404": "<title>Seite nicht gefunden</title><h1>Fehler 404</h1><p>Die Seite wurde nicht gefunden.</p>",
    "login": "<title>Anmeldung</title><h1>Anmelden</h1><form>Kennwort <input type=password></form>",
    "shell": "<title>Stadt</title><div id=root></div><script src=a.js></script><noscript>Bitte JavaScript einschalten</noscript>",
    "consent": "<title>Cookies</title><p>Wir verwenden Cookies. Alle akzeptieren. Alle ablehnen. Sie können Ihre Einwilligung widerrufen.</p>",
    "hub": f"<title>Stadt</title><ul>{NETWORKS}</ul>",
    "picture": "<title>Stadt</title><h1>Impressum</h1><img src=anschrift.gif>",
}


def _notice() -> str:
    return (FIXTURES / "datenschutz-stadt.html").read_text("utf-8")


def _both() -> str:
    return (FIXTURES / "impressum-und-datenschutz.html").read_text("utf-8")


def html_of(what: list[str]) -> str:
    kind, *links = what
    body = {"privacy": _notice, "both": _both}.get(kind, lambda: BODIES[kind])()
    return body + "".join(_anchor(link) for link in links)


def _anchor(link: str) -> str:
    label, _, url = link.partition(" > ")
    return f'<footer><a href="{url}">{label}</a></footer>'


def page(html: str, url: str) -> Seen:
    content = html.encode()
    return Seen(url, read_page(content, url=url, content_type="text/html; charset=utf-8"))


def web(said: dict[str, Any]) -> dict[str, Seen]:
    seen: dict[str, Seen] = {}
    later = []
    for path, what in said.items():
        url = urljoin(HOME, path)
        if isinstance(what, str) and what.startswith("->"):
            later.append((url, [urljoin(url, hop.strip()) for hop in what.split("-> ")[1:]]))
        else:
            seen[ways.key(url)] = shown(what, url)
    for url, hops in later:
        end = seen[ways.key(hops[-1])]
        seen[ways.key(url)] = Seen(hops[-1], end.page, end.cause, end.gone, (url, *hops[:-1]))
    return seen


def shown(what: Any, url: str) -> Seen:
    if what == "404":
        return Seen(url, gone=True)
    if isinstance(what, str):
        return Seen(url, cause=what.removeprefix("!"))
    return page(what["html"] if isinstance(what, dict) else html_of(what), url)


def profile(said: dict[str, Any] | None) -> Profile:
    if said is None:
        return Profile("website", "stadt.de", HOME)
    platform = said.get("platform", "mastodon")
    links = said.get("links", [])
    return Profile(
        platform,
        "stadt",
        f"https://{platform}.example/stadt",
        bio=said.get("bio", ""),
        links=None if links is None else tuple(map(link, links)),
        impressum=said.get("impressum"),
        privacy=said.get("privacy"),
        more_links=said.get("more_links", False),
    )


def link(said: str) -> ProfileLink:
    label, _, url = said.rpartition("> ")
    return ProfileLink(label.strip(), urljoin(HOME, url.strip()))
