"""bio: the links in what a profile says about itself, each with the words before it."""

from __future__ import annotations

from typing import Any

from linter.platforms.profile import ProfileLink
from linter.platforms.readers import shape
from linter.platforms.readers.words import labelled_in, links_in, tidy

_CUT = ("…", "...")


def said(*texts: str | None) -> str | None:
    """The texts that say something, one below the other; None where no field was told at all."""
    told = [text for text in texts if text is not None]
    if not told:
        return None
    lines: dict[str, None] = {}
    for text in told:
        if cleaned := tidy(text, lines=True):
            lines.setdefault(cleaned)
    return "\n".join(lines)


def nullable(value: Any, *path: str | int) -> str | None:
    """A text of an interface that writes `null` where it is empty; None where it leaves it out.

    What an answer leaves out it does not tell: a right may be missing, or nobody asked for it.
    """
    key = path[-1]
    owner = shape.record(value, *path[:-1])
    return "" if owner and key in owner and owner[key] is None else shape.raw(value, *path)


def whole(text: str | None) -> str | None:
    """A text that was not cut for a preview; a cut one tells nothing about what it lacks."""
    return None if text is None or text.rstrip().endswith(_CUT) else text


def links_of(bio: str | None) -> tuple[ProfileLink, ...]:
    """The links in a bio, in order."""
    return tuple(ProfileLink(label, url) for label, url in labelled_in(bio or ""))


def with_bio(fields: list[ProfileLink], bio: str | None) -> tuple[ProfileLink, ...]:
    """The links of fields, and behind them those of the bio: repeated ones where they are named."""
    known = {link.url for link in fields}
    return (*fields, *(link for link in links_of(bio) if link.label or link.url not in known))


def field_links(text: str | None) -> list[ProfileLink]:
    """The addresses in a field for a website, which may hold several, without a scheme too."""
    return [ProfileLink("", url) for url in _addresses(text or "")]


def _addresses(text: str) -> tuple[str, ...]:
    found = links_in(text)
    alone = tidy(text)
    if found or not alone or " " in alone or "." not in alone.partition("/")[0]:
        return found
    return (alone if "://" in alone else f"https://{alone}",)
