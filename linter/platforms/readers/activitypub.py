"""activitypub: a fediverse account as every server of the network shows it: webfinger and actor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from linter.crawl.asking import JSON, Ask
from linter.pages.links import host_of
from linter.platforms.profile import Profile, ProfileLink
from linter.platforms.readers import shape
from linter.platforms.readers.words import bare, labelled_in, plain, wordy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture

ACTIVITY = 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"'
JRD = "application/jrd+json, application/json"
PAGE = "http://webfinger.net/rel/profile-page"
PROGRAMS = frozenset(("Service", "Application"))
_IMPRESSUM = re.compile(r"\W{0,5}(?:Impressum|Imprint|Anbieterkenn(?:zeichn)?ung)\b", re.IGNORECASE)
ACTORS = PROGRAMS | {"Person", "Organization", "Group"}


@dataclass(frozen=True, slots=True)
class Finger:
    """What webfinger tells: the account's own name (user@host), its actor and its page, "" each."""

    handle: str
    actor: str
    page: str


def finger(name: str, host: str) -> Asking[tuple[Finger | None, Capture]]:
    """Ask a host where an account of its name lives; it may live on another host."""
    resource = f"acct:{name}@{host}"
    (capture,) = yield (
        Ask(f"https://{host}/.well-known/webfinger?resource={resource}", JRD, api=True),
    )
    return (_finger(shape.json_of(capture)) if capture.ok else None), capture


def _finger(value: Any) -> Finger | None:
    subject = shape.text(value, "subject", most=400) or ""
    actor = page = ""
    for link in shape.items(value, "links"):
        href = shape.address(link, "href") or ""
        rel, kind = shape.text(link, "rel"), shape.text(link, "type") or ""
        if rel == "self" and "json" in kind and not actor:
            actor = href
        elif rel == PAGE and not page:
            page = href
    if not actor and not page:
        return None
    handle = subject.removeprefix("acct:") if subject.startswith("acct:") else ""
    return Finger(handle if handle.count("@") == 1 else "", actor, page)


def actor(url: str) -> Ask:
    """The ask for an actor."""
    return Ask(url, ACTIVITY, api=True)


def actor_of(value: Any, platform: str, handle: str) -> Profile | None:
    """A profile from an actor; None where the value is none.

    handle: as it was asked for, "" where only the actor tells it; an actor that says another name
    on its host is another account.
    """
    kind = shape.text(value, "type")
    name = shape.text(value, "preferredUsername")
    url = _url(shape.at(value, "url")) or shape.address(value, "id")
    if kind not in ACTORS or not url:
        return None
    bio, links = plain(shape.raw(value, "summary") or "")
    fields = [
        (shape.raw(entry, "name") or "", shape.raw(entry, "value") or "", False)
        for entry in _listed(shape.at(value, "attachment"))
        if shape.text(entry, "type") == "PropertyValue"
    ]
    texts = field_texts(fields)
    return Profile(
        platform,
        _own_name(handle, name) or f"{name or ''}@{host_of(url)}",
        url,
        name=shape.text(value, "name") or name or "",
        bio=bio,
        links=once((*field_links(fields), *bio_links(bio, links))),
        fields=texts,
        impressum=impressum_in(texts),
        bot=kind in PROGRAMS,
        moved_to=_url(shape.at(value, "movedTo")) or "",
    )


def _own_name(handle: str, name: str | None) -> str:
    """The handle that was asked for, with the name that the account has itself."""
    asked, at, host = handle.partition("@")
    return f"{name}{at}{host}" if at and name and name.casefold() != asked.casefold() else handle


def suspended(value: Any) -> bool:
    """Whether the server says that it has closed the account."""
    return shape.flag(value, "suspended") is True or shape.text(value, "type") == "Tombstone"


def _url(value: Any) -> str | None:
    """An address in one of its forms: a text, a link, or a list of either."""
    for one in _listed(value):
        found = shape.address(one) or shape.address(one, "href") or shape.address(one, "id")
        if found:
            return found
    return None


def _listed(value: Any) -> list[Any]:
    """A list, also of one that stands without its list."""
    return shape.items(value) if type(value) is list else [] if value is None else [value]


def fields_of(value: Any) -> list[tuple[str, str, bool]]:
    """The fields of an account as the interface has them: name, value as HTML, proven."""
    return [
        (
            shape.raw(field, "name") or "",
            shape.raw(field, "value") or "",
            bool(shape.text(field, "verified_at")),
        )
        for field in shape.items(value, "fields")
    ]


def field_links(fields: Iterable[tuple[str, str, bool]]) -> tuple[ProfileLink, ...]:
    """The links in fields (name, value as HTML, proven), labelled by the field's name."""
    found = []
    for name, value, verified in fields:
        label = plain(name)[0].replace("\n", " ")
        said, links = plain(value)
        goals = links or labelled_in(said)
        found += [
            ProfileLink(label, goal, verified, _covered(text, goal, said))
            for text, goal in goals
            if _leads(goal)
        ]
    return tuple(found)


def field_texts(fields: Iterable[tuple[str, str, bool]]) -> tuple[tuple[str, str], ...]:
    """What fields say in words, as (name, text); one that is nothing but an address is a link."""
    pairs = ((plain(name)[0], plain(value)[0]) for name, value, _ in fields)
    flat = ((name.replace("\n", " "), " ".join(text.split())) for name, text in pairs)
    return tuple((name.rstrip(" :"), text) for name, text in flat if wordy(text))


def impressum_in(texts: Iterable[tuple[str, str]]) -> str | None:
    """What the field says that is called an Impressum; None where there is none."""
    return next((text for name, text in texts if _IMPRESSUM.match(name)), None)


def bio_links(bio: str, links: Iterable[tuple[str, str]]) -> tuple[ProfileLink, ...]:
    """The links in a bio: those it marks as such, or else the addresses in its text."""
    marked = tuple(
        ProfileLink(label, href, covered=_covered(label, href, bio))
        for label, href in links
        if _leads(href)
    )
    return marked or tuple(ProfileLink(label, href) for label, href in labelled_in(bio))


def _covered(label: str, url: str, said: str) -> str:
    """The words of a link, where the text around it shows nothing of its address."""
    return "" if any(bare(word, url) for word in said.split()) else label


def once(links: Iterable[ProfileLink]) -> tuple[ProfileLink, ...]:
    """Each link once; a bare address not where it stands with a label already."""
    told = tuple(dict.fromkeys(links))
    named = {link.url for link in told if link.label}
    return tuple(link for link in told if link.label or link.url not in named)


def _leads(href: str) -> bool:
    return href[:8].lower().startswith(("http://", "https://"))


def lookup(name: str, host: str) -> Ask:
    """The ask for an account by the interface that most servers of the network share."""
    return Ask(f"https://{host}/api/v1/accounts/lookup?acct={name}", JSON, api=True)
