"""seen: what a crawl saw of a subject's profile, beside what the registry declares of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.silence import filled
from linter.registry.nodes import Scalar
from linter.subject import Spot, flag_of

if TYPE_CHECKING:
    from linter.crawl.observation import Observation
    from linter.platforms.profile import Profile
    from linter.subject import Subject


def profile_of(subject: Subject) -> Profile | str:
    """The profile as read; else why it was not, a cause for `Unknown`."""
    seen = subject.seen
    if seen is None:
        return "profile-not-read"
    return unread_cause(seen) or seen.profile  # type: ignore[return-value]


def unread_cause(seen: Observation | None) -> str | None:
    """Why the profile was not read; None where it was, and where nobody looked."""
    return getattr(seen.profile, "cause", None) if seen is not None else None


def may_have_more_links(subject: Subject) -> bool:
    """Whether the profile may show links that this way of reading it does not."""
    profile = profile_of(subject)
    return not isinstance(profile, str) and profile.more_links


def declared_spot(subject: Subject, field: str) -> Spot | None:
    """What the registry itself has at a field, whatever the profile shows."""
    account = subject.context.declared
    if account is None:
        return subject.first(field)
    node = account.fields.entries.get(field)
    if node is None or (type(node) is Scalar and node.text is None):
        return None
    return Spot(field, node, account.document)


def says_verified(spot: Spot | None) -> bool | None:
    """Whether the registry calls an account verified; a mapping (kind, since) says so, too."""
    if spot is None or not filled(spot):
        return None
    return True if spot.text is None else flag_of(spot.text)


def declared_text(subject: Subject, field: str) -> str:
    """What the registry has at a field, for the account or for its authority; "" for nothing."""
    spot = subject.first(field)
    return house_text(subject, field) if spot is None else spot.text or ""


def house_text(subject: Subject, field: str) -> str:
    """What the registry has at a field of the authority; "" for nothing."""
    spot = house_spot(subject, field)
    return (spot.text or "") if spot is not None else ""


def house_spot(subject: Subject, field: str) -> Spot | None:
    """A single value that the registry has at a field of the authority."""
    entry, document = subject.authority.fields, subject.authority.document
    node = entry.entries.get(field) if entry is not None else None
    return Spot(field, node, document) if type(node) is Scalar and document is not None else None


def captured(subject: Subject, *names: str) -> list[dict[str, object]]:
    """What was seen of the profile, the site or pages by kind, for the evidence of a miss.

    Each answer once: a website is its own profile, and one page may be of two kinds.
    """
    captures = subject.seen.captures if subject.seen is not None else {}
    once = {(c.url, c.fetched_at): c for name in names if (c := captures.get(name)) is not None}
    return [capture.evidence() for capture in once.values()]
