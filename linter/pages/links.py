"""The links of a page, and what their labels promise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from linter.pages.markup.clean import clean

if TYPE_CHECKING:
    from linter.pages.labels import Labels
    from linter.pages.markup.dom import Tree
    from linter.pages.markup.plain import PlainTree
    from linter.pages.page import Channel, Classes, Region, Strength, Target

MOST_REMEMBERED = 20_000
_CURRENT = re.compile(
    r"(?:^|[\s_-])(?:active?|activated?|aktiv|current|selected|cur|act)(?:$|[\s_-])", re.IGNORECASE
)
_SHELF = re.compile(
    r"/(?:categor(?:y|ies)|kategorien?|tags?|topics?|schlagw(?:ort|\u00f6rter|oerter)|stichwort)/",
    re.IGNORECASE,
)
"""How addresses of collected articles go on; a notice is no collection."""
_BUTTON = re.compile(r"\bbtn|\bbutton", re.IGNORECASE)
_UNUSUAL = re.compile(r"https?:(?!//[^/])|///", re.IGNORECASE)
"""Slashes of an address that only browsers understand."""
_NO_BREAKS = dict.fromkeys(map(ord, "\t\n\r"))
_WEB = re.compile(r"(https?):", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_REST = re.compile(r"[?#]")
_NO_HOST = re.compile(r"[\x00-\x20<>^|%\\]")
"""No host has these."""
NOWHERE = ("mailto:", "tel:", "data:", "javascript:", "sms:", "fax:")
"""Addresses that are no pages."""


class Around:
    """What all links of a page share: where it is, and the page itself for what surrounds them."""

    __slots__ = ("_base", "tree", "url")

    def __init__(self, tree: Tree | PlainTree, url: str) -> None:
        self.tree = tree
        self.url = url
        self._base: str | None = None

    @property
    def base(self) -> str:
        """What relative addresses are relative to."""
        if self._base is None:
            said = self.tree.base
            base = join(self.url, said) if said else self.url
            self._base = base if is_base(base) else self.url
        return self._base


class Link:
    """One `a[href]` or `area[href]`, and what its label says about where it leads.

    raw: the text as written; href: as written; channel: which of its texts named a target, "" for none; classes: the targets
    it names, each with how well. What surrounds the link is found when it is asked for.
    """

    __slots__ = (
        "_around", "_attributes", "_index", "_resolved", "channel", "classes", "href", "raw",
    )  # fmt: skip

    def __init__(
        self,
        raw: str,
        href: str,
        attributes: dict[str, str | None],
        channel: Channel,
        classes: Classes,
        around: Around,
        index: int,
    ) -> None:
        self.raw = raw
        self.href = href
        self._attributes = attributes
        self.channel = channel
        self.classes = classes
        self._around = around
        self._index = index
        self._resolved: str | None = None

    def __repr__(self) -> str:
        return f"Link({self.text!r}, {self.href!r}, {self.channel!r}, {self.classes!r})"

    @property
    def text(self) -> str:
        """What stands between the tags, white space collapsed."""
        return clean(self.raw)

    @property
    def resolved(self) -> str:
        """The absolute address where the page's own is known."""
        if self._resolved is None:
            self._resolved = join(self._around.base, self.href)
        return self._resolved

    @property
    def is_current(self) -> bool:
        """Whether the link says that it leads to the page on which it stands."""
        return is_current(self._attributes)

    @property
    def aria(self) -> str:
        """The `aria-label`."""
        return clean(self._attributes.get("aria-label") or "")

    @property
    def title(self) -> str:
        """The `title` attribute."""
        return clean(self._attributes.get("title") or "")

    @property
    def rel(self) -> str:
        """The `rel` attribute in lower case."""
        return clean(self._attributes.get("rel") or "").lower()

    @property
    def alt(self) -> str:
        """The alternative texts of the pictures in the link (of the area itself)."""
        return self._context()[3] or clean(self._attributes.get("alt") or "")

    @property
    def heading(self) -> str:
        """The heading before the link."""
        return self._context()[0]

    @property
    def region(self) -> Region:
        """The part of the page in which the link stands."""
        found = self._around.tree.surroundings(self._index)
        return self._context()[1] if found is None else found[0]

    @property
    def hidden(self) -> bool:
        """Whether the link is not shown."""
        found = self._around.tree.surroundings(self._index)
        return self._context()[2] if found is None else found[1]

    @property
    def faint(self) -> bool:
        """Whether the link, though not hidden, may not be seen or followed."""
        from linter.pages.markup.dom import Tree  # noqa: PLC0415 - one rule asks
        from linter.pages.markup.faint import faint  # noqa: PLC0415

        tree = self._around.tree
        return isinstance(tree, Tree) and faint(tree, self._index)

    @property
    def label_class(self) -> Strength:
        """How well the label names its first target."""
        return self.classes[0][1] if self.classes else "none"

    @property
    def target(self) -> Target:
        """What the label promises first."""
        return self.classes[0][0] if self.classes else "none"

    @property
    def targets(self) -> tuple[Target, ...]:
        """Every target that the label names by itself."""
        return tuple(target for target, strength in self.classes if strength == "strong")

    def _context(self) -> tuple[str, Region, bool, str]:
        contexts = self._around.tree.reading().contexts
        return contexts[self._index] if self._index < len(contexts) else ("", "", False, "")


def is_current(attributes: dict[str, str | None]) -> bool:
    """Whether a menu marks an entry as that of the page that is shown; no button is marked so."""
    if attributes.get("aria-current") in {"page", "true"}:
        return True
    said = attributes.get("class") or ""
    return _CURRENT.search(said) is not None and _BUTTON.search(said) is None


def label(
    labels: Labels, raw: str, href: str, attributes: dict[str, str | None], alt: str, url: str = ""
) -> tuple[Channel, Classes]:
    """Which text of a link names a target, and which; url: of the page, where it is known."""
    key = (raw, attributes.get("aria-label"), attributes.get("title"))
    found = None if alt else labels.said.get(key)
    if found is None:
        found = _named(labels, *key, alt)
        if not alt:
            if len(labels.said) > MOST_REMEMBERED:
                labels.said.clear()
            labels.said[key] = found
    channel, classes = found
    if not classes:
        if raw and not raw.isspace():
            return "", ()
        low = href.lower()
        for target, tokens in labels.href.items():
            if any([token in low for token in tokens]):  # noqa: C419 - faster than a generator
                channel, classes = "href", ((target, "medium"),)
        if not classes:
            return "", ()
    if href[:11].lower().startswith(NOWHERE):
        return "", ()
    if classes[0] == ("privacy", "strong") and _SHELF.search(href):
        # A shelf of articles about data protection; where it leads shows whether it is more.
        classes = (("privacy", "medium"), *classes[1:])
    if "//" in href[:9] or any([s == "whose" for _, s in classes]):  # noqa: C419 - faster than a generator
        weighed = [_own(labels, entry, href, url) for entry in classes]
        classes = tuple(entry for entry in weighed if entry[1] != "none")
    return channel, classes


def _named(
    labels: Labels, raw: str, aria: str | None, title: str | None, alt: str
) -> tuple[Channel, Classes]:
    """The first of the texts that names a target by itself, else the first that hints at one."""
    channel: Channel = "text"
    classes = labels.known(raw)
    if not _strong(classes):
        others: tuple[tuple[Channel, str | None], ...] = (
            ("aria", aria),
            ("title", title),
            ("alt", alt),
        )
        for name, value in others:
            if value:
                said = labels.known(value)
                if said and (not classes or _strong(said)):
                    channel, classes = name, said
                    break
    return channel, classes


def _strong(classes: Classes) -> bool:
    return any([strength == "strong" for _, strength in classes])  # noqa: C419 - faster than a generator


def _own(
    labels: Labels, entry: tuple[Target, Strength], href: str, url: str
) -> tuple[Target, Strength]:
    """Weigh a class by the address: generators and policies of others are not this site's own."""
    target, strength = entry
    host = host_of(href)
    if strength == "whose":
        return target, "rejected" if host and not _akin(host, host_of(url)) else "strong"
    while host:
        if host in labels.foreign[target]:
            return target, "none"
        host = host.partition(".")[2]
    return entry


def _akin(host: str, own: str) -> bool:
    """Whether two hosts are of one site, near enough: their last two parts are the same."""
    return host.split(".")[-2:] == own.split(".")[-2:]


def join(base: str, href: str) -> str:
    """Resolve an address as browsers do; as written where that is impossible."""
    if not base:
        return href
    # Few have anything of that.
    if "\\" in href or not href.isprintable() or _UNUSUAL.match(href):
        href = _as_browsers(base, href)
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def _as_browsers(base: str, href: str) -> str:
    """An address without what browsers overlook: line breaks in it, slashes too few, too many, the wrong way."""
    href = href.translate(_NO_BREAKS)
    end = _REST.search(href)
    place = end.start() if end else len(href)
    head, rest = href[:place], href[place:]
    scheme = _WEB.match(head)
    if scheme is None:
        # Another scheme means something else by its backslashes.
        if _SCHEME.match(head):
            return href
        head = head.replace("\\", "/")
        return f"//{head.lstrip('/')}{rest}" if head.startswith("//") else f"{head}{rest}"
    name, after = scheme[1].lower(), head[scheme.end() :].replace("\\", "/")
    if not after.startswith("//") and base[: len(name) + 1].lower() == f"{name}:":
        return f"{after}{rest}"  # as if the scheme were not there
    return f"{name}://{after.lstrip('/')}{rest}"


def is_base(url: str) -> bool:
    """Whether other addresses can be relative to an address; browsers pass over a `base` that is none."""
    if url[:11].lower().startswith(("data:", "javascript:")):
        return False
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    web = parts.scheme in {"http", "https"}
    return not web or (bool(host) and _NO_HOST.search(host or "") is None)


def host_of(url: str) -> str:
    """The host of an absolute address in lower case."""
    if "//" not in url[:9]:
        return ""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
