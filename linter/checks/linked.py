"""linked: a page is declared, or the profile shows a link to it or a line that carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import HIDDEN_TARGET, NOT_DECLARED, NOT_JUDGEABLE, PAGE_NOT_READ
from linter.checks.parameters import parameters
from linter.checks.seen import captured, unread_cause
from linter.registry.nodes import Scalar, end_of, start_of
from linter.subject import NOT_LINKED, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.checks.patterns import Pattern
    from linter.crawl.observation import Observation
    from linter.pages.page import Page
    from linter.registry.nodes import Node
    from linter.subject import Subject


@parameters
class Linked:
    """field: where the page's address is declared; the patterns recognise it in the profile.

    label and url: in a link of `links`; line: in the `bio`. A null written at the field says
    that there is none, and so does a list of links without it: whoever wrote the list down
    has looked. A bio alone says nothing, the link may stand in the profile's link field;
    a key with nothing behind it says nothing either, it was left to be filled in.
    vague: labels that may mean the page or not; hidden: addresses that do not tell where they
    lead; through: what may lead on to it; sites: so may a link to any site, which only who reads
    that site can tell. gone: a page that is declared or linked and is not there
    is a miss, and one that could not be read unknown: no other rule looks at it.

    Once the profile was read, it is the ways that count, not what a link is called: a contact
    page without an Impressum behind it is none.
    """

    field: Address
    label: Pattern
    url: Pattern
    line: Pattern
    vague: Pattern | None = None
    hidden: Pattern | None = None
    through: tuple[Address, ...] = ()
    sites: bool = False
    gone: bool = False


@check("linked", Linked, variants=("none", "gone", "elsewhere", "unreached"))
def linked(subject: Subject, params: Linked) -> Iterator[Outcome]:
    """Miss where there is none, unknown where nobody has looked."""
    declared = subject.first(params.field)
    if declared is not None:
        yield from _as_seen(subject, params, declared)
    elif subject.seen is not None and unread_cause(subject.seen) is None:
        yield from _reached(subject, subject.seen, params)
    elif _named(subject, params) or _line(subject, params):
        yield from _as_seen(subject, params, None)
    else:
        followed = _followed(subject, params)
        yield from _unlinked(subject, params) if followed is None else followed


def _reached(subject: Subject, seen: Observation, params: Linked) -> Iterator[Outcome]:
    """Where the profile was read: miss what no way leads to, unknown what could not be followed."""
    paths = seen.paths.get(params.field)
    if params.field in seen.pages or (paths is not None and paths.shortest is not None):
        return  # a way leads there; whether it is such a page is a rule of its own
    if paths is None and (_named(subject, params) or _line(subject, params)):
        yield from _as_seen(subject, params, None)
        return
    if paths is None and _on_pages(seen, params):
        yield from _as_seen(subject, params, None)
        return
    cause = paths.open if paths is not None else seen.unseen.get(params.field, "")
    if not cause or cause == NOT_LINKED:
        cause = _behind(subject, seen, params) if paths is not None else _unread_page(seen)
    if cause:
        yield Unknown(params.field, cause)
    elif paths is not None and _promised(seen, params.field):
        yield Unknown(params.field, NOT_JUDGEABLE)  # a link that could not be followed
    elif line := _line(subject, params):
        yield Unknown(line, NOT_JUDGEABLE)  # the profile says it, in too few words
    elif denied := _denied(subject, params.field):
        yield Miss(denied, variant="none")
    else:
        yield Miss(params.field, variant="unreached", evidence=captured(subject, "profile", "site"))


def _followed(subject: Subject, params: Linked) -> list[Outcome] | None:
    """What the links on record led to, where the profile itself could not be read."""
    seen = subject.seen
    paths = seen.paths.get(params.field) if seen is not None else None
    if seen is None or paths is None or _denied(subject, params.field) is not None:
        return None
    if params.field in seen.pages or paths.shortest is not None:
        return []
    told = paths.open not in {"", unread_cause(seen)}
    return [Unknown(params.field, paths.open)] if told else None


def _behind(subject: Subject, seen: Observation, params: Linked) -> str:
    """Why a page that may lead on to it was not read; "" where all were, or there is none."""
    for kind in params.through:
        paths = seen.paths.get(kind)
        if paths is None or kind in seen.pages:
            continue
        if paths.shortest is not None and paths.shortest.cause:
            return paths.shortest.cause
        if paths.open or any(kind in (spot.text or "").casefold() for spot in subject.at("bio")):
            return paths.open or PAGE_NOT_READ
    return ""


def _unlinked(subject: Subject, params: Linked) -> Iterator[Outcome]:
    """Where only the registry speaks: miss what it says is not there, unknown what it leaves open."""
    denied = _denied(subject, params.field)
    if denied is not None:
        yield Miss(denied, variant="none")
    elif any(_written(root.entries.get("links")) for root, _ in subject.roots):
        yield _open_end(subject, params) or Miss(params.field)
    else:
        yield Unknown(params.field, unread_cause(subject.seen) or NOT_DECLARED)


def _as_seen(subject: Subject, params: Linked, declared: Spot | None) -> Iterator[Outcome]:
    """What a crawl saw of a page that is declared or linked, if no other rule looks at it.

    Miss one that is not there, or that is another; unknown one that was not read.
    """
    seen = subject.seen
    if not params.gone or seen is None or params.field in seen.pages:
        return
    capture = seen.captures.get(params.field)
    cause = seen.unseen.get(params.field) or PAGE_NOT_READ
    url = capture.url if capture is not None else None
    at = declared or params.field
    if url and (declared is None or declared.text != url):  # a link of the profile leads there
        at = next((spot for spot in subject.at("links[].url") if spot.text == url), at)
    if capture is None or cause != NOT_LINKED:
        yield Unknown(at, PAGE_NOT_READ if cause == NOT_LINKED else cause)
    else:
        variant = "gone" if capture.fault == "not_found" else "elsewhere"
        yield Miss(at, variant=variant, evidence=[capture.evidence()], value=capture.url)


def _on_pages(seen: Observation, params: Linked) -> bool:
    """Whether one of the pages that were read links it."""
    return any(
        params.label.search(link.text or link.aria or link.title or link.alt)
        or params.url.search(link.resolved)
        for page in _pages(seen)
        for link in page.links
    )


def _promised(seen: Observation, kind: str) -> bool:
    """Whether a link of the pages that were read promises one of their own site."""
    from linter.pages.clicks.ways import site  # noqa: PLC0415 - only in a crawl

    return any(
        kind in link.targets and site(link.resolved) == site(page.url)
        for page in _pages(seen)
        for link in page.labelled
    )


def _pages(seen: Observation) -> list[Page]:
    return [*([seen.site] if seen.site is not None else []), *seen.pages.values()]


def _unread_page(seen: Observation) -> str:
    """Why a page behind the profile was not read that might link it; "" where all were."""
    from linter.crawl.capture import cause_of  # noqa: PLC0415 - only in a crawl
    from linter.pages.clicks.judge import STATES  # noqa: PLC0415 - as above
    from linter.pages.notice.narrower import ROLES  # noqa: PLC0415 - as above

    beside = {capture.url for role in ROLES if (capture := seen.captures.get(role)) is not None}
    for fault in seen.faults:
        if fault.fault != "not_found" and fault.url not in beside:
            return cause_of(fault.fault)
    return STATES.get(seen.site.state, "") if seen.site is not None else ""


def _named(subject: Subject, params: Linked) -> bool:
    """Whether a link's label or address names the page."""
    return any(s.text and params.label.search(s.text) for s in subject.at("links[].label")) or any(
        s.text and params.url.search(s.text) for s in subject.at("links[].url")
    )


def _line(subject: Subject, params: Linked) -> Spot | None:
    """The bio, where one of its lines carries the page itself or its address."""
    spots = subject.at("bio")
    return next((s for s in spots if s.text and params.line.search(s.text)), None)


def _open_end(subject: Subject, params: Linked) -> Unknown | None:
    """What the profile shows and may lead to the page; only the pages behind it could tell."""
    hidden = _found(subject, ("links[].url", "bio"), params.hidden)
    if hidden is not None:
        return Unknown(hidden, HIDDEN_TARGET)
    vague = _found(subject, ("links[].label",), params.vague)
    onward = (spot for address in params.through for spot in subject.at(address))
    spot = vague or next(onward, None)
    followed = subject.seen is not None and subject.seen.paths.get(params.field) is not None
    if spot is None and params.sites and not followed and (site := _to_a_site(subject)) is not None:
        return Unknown(site, PAGE_NOT_READ)
    return None if spot is None else Unknown(spot)


def _to_a_site(subject: Subject) -> Spot | None:
    """A link to a site, whoever's: only who reads it can tell. Profiles and mailboxes are none."""
    spots = [spot for spot in subject.at("links[].url") if spot.text]
    if not spots:
        return None
    from linter.platforms import site_of  # noqa: PLC0415 - where a page is missed only

    for spot in spots:
        text = spot.text or ""
        if "@" not in text.partition("/")[0] and site_of(text) is not None:
            return spot
    return None


def _found(subject: Subject, fields: tuple[Address, ...], pattern: Pattern | None) -> Spot | None:
    if pattern is None:
        return None
    spots = (spot for address in fields for spot in subject.at(address))
    return next((spot for spot in spots if spot.text and pattern.search(spot.text)), None)


def _denied(subject: Subject, field: Address) -> Spot | None:
    """The place of a null at the field: written down on purpose, unlike a field left out."""
    for root, document in subject.roots:
        node = root.entries.get(field)
        if type(node) is Scalar and node.text is None and _written(node):
            return Spot(field, node, document)
    return None


def _written(node: Node | None) -> bool:
    """True where something stands behind the key, be it only a `~`."""
    return node is not None and start_of(node) < end_of(node)
