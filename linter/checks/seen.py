"""seen: what a crawl saw of a subject's profile, beside what the registry declares of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.registry.nodes import Scalar
from linter.subject import Spot

if TYPE_CHECKING:
    from linter.platforms.profile import Profile
    from linter.subject import Subject

NOT_SHOWN = "not-shown"
"""The profile was read, and this way of reading does not tell."""


def profile_of(subject: Subject) -> Profile | str:
    """The profile as read; else why it was not, a cause for `Unknown`."""
    seen = subject.seen
    if seen is None:
        return "profile-not-read"
    cause = getattr(seen.profile, "cause", None)
    return seen.profile if cause is None else str(cause)  # type: ignore[return-value]


def declared_spot(subject: Subject, field: str) -> Spot | None:
    """What the registry itself has at a field, whatever the profile shows."""
    account = subject.context.declared
    if account is None:
        return subject.first(field)
    node = account.fields.entries.get(field)
    if node is None or (type(node) is Scalar and node.text is None):
        return None
    return Spot(field, node, account.document)


def captured(subject: Subject, *names: str) -> list[dict[str, object]]:
    """What was seen of the profile, the site or pages by kind, for the evidence of a miss.

    Each answer once: a website is its own profile, and one page may be of two kinds.
    """
    captures = subject.seen.captures if subject.seen is not None else {}
    once = {(c.url, c.fetched_at): c for name in names if (c := captures.get(name)) is not None}
    return [capture.evidence() for capture in once.values()]
