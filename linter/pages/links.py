"""The links of a page, and what their labels promise."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from linter.pages.clean import clean
from linter.pages.page import Link
from linter.pages.plain import PlainTree
from linter.pages.text import hides, region_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from linter.pages.dom import Tree
    from linter.pages.labels import Labels
    from linter.pages.page import Channel, Region, Strength, Target

MOST_DEPTH = 400


def links_of(tree: Tree | PlainTree, url: str, labels: Labels) -> tuple[Link, ...]:
    """All links in reading order."""
    if isinstance(tree, PlainTree):
        return tuple(_plain(text, href, url, labels) for text, href in tree.anchors())
    base = join(url, tree.base) if tree.base else url
    found = []
    for node in tree.anchors():
        attributes = node.attributes
        href = (attributes.get("href") or "").strip()
        text = clean(node.text())
        aria = clean(attributes.get("aria-label") or "")
        title = clean(attributes.get("title") or "")
        alt = " ".join(
            clean(image.attributes.get("alt") or "") for image in node.css("img")
        ).strip()
        channel, classes = _classes(labels, href, text, aria, title, alt)
        classes = tuple(entry for entry in classes if not _foreign(labels, entry[0], href))
        region, hidden = _place(node) if classes else ("", False)
        strength: Strength = classes[0][1] if classes else "none"
        target: Target = classes[0][0] if classes else "none"
        found.append(
            Link(
                text, href, join(base, href), aria, title, alt, "", region,
                (attributes.get("rel") or "").strip().lower(), hidden,
                channel if classes else "", strength, target,
                tuple(t for t, s in classes if s == "strong"),
            )
        )  # fmt: skip
    return tuple(found)


def _plain(text: str, href: str, url: str, labels: Labels) -> Link:
    channel, classes = _classes(labels, href, text, "", "", "")
    classes = tuple(entry for entry in classes if not _foreign(labels, entry[0], href))
    return Link(
        text, href, join(url, href), channel=channel if classes else "",
        label_class=classes[0][1] if classes else "none",
        target=classes[0][0] if classes else "none",
        targets=tuple(t for t, s in classes if s == "strong"),
    )  # fmt: skip


def join(base: str, href: str) -> str:
    """Resolve an address; as written where that is impossible."""
    if not href:
        return base
    try:
        return urljoin(base, href) if base else href
    except ValueError:
        return href


def host_of(url: str) -> str:
    """The host of an address in lower case, without `www.`."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _foreign(labels: Labels, target: Target, href: str) -> bool:
    host = host_of(href)
    while host:
        if host in labels.foreign[target]:
            return True
        host = host.partition(".")[2]
    return False


def _classes(
    labels: Labels, href: str, text: str, aria: str, title: str, alt: str
) -> tuple[Channel, tuple[tuple[Target, Strength], ...]]:
    if href.lower().startswith(("mailto:", "tel:", "data:")):
        return "", ()
    best: tuple[Channel, tuple[tuple[Target, Strength], ...]] = ("", ())
    channels: tuple[tuple[Channel, str], ...] = (
        ("text", text), ("aria", aria), ("title", title), ("alt", alt),
    )  # fmt: skip
    for channel, label in channels:
        if not label:
            continue
        classes = labels.classify(label)
        if any(strength == "strong" for _, strength in classes):
            return channel, classes
        if classes and not best[1]:
            best = (channel, classes)
    if not best[1] and not (text or aria or title or alt):
        low = href.lower()
        for target, tokens in labels.href.items():
            if any(token in low for token in tokens):
                return "href", ((target, "medium"),)
    return best


def _place(node: LexborNode) -> tuple[Region, bool]:
    """Region and whether hidden, from the elements around."""
    outer = []
    parent: LexborNode | None = node
    while parent is not None and len(outer) < MOST_DEPTH:
        tag = parent.tag or ""
        if tag in {"body", "html"}:
            break
        outer.append((tag, {k: v or "" for k, v in parent.attributes.items()}))
        parent = parent.parent
    region: Region = ""
    hidden = False
    for tag, attributes in reversed(outer):
        region = region_of(tag, attributes, region)
        hidden = hidden or hides(attributes)
    return region, hidden
