"""remembered: what is kept of an account in a night: digests of what was declared and what was seen.

Only what the owner of an account says is part of it: a page's news, counters of followers and the
day of the last post change without anybody having changed the account.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from linter.findings.fingerprint import flat
from linter.findings.history.addresses import same_page
from linter.platforms.profile import Unread

if TYPE_CHECKING:
    from linter.crawl.observation import Observation
    from linter.pages.page import Page
    from linter.platforms.profile import Profile
    from linter.registry.account import Account


@dataclass(frozen=True, slots=True)
class Shown:
    """An account in a night.

    declared: a digest of its entry in the registry; observed: part (profile, site, impressum …) →
    digest, as far as they were read; cause: why the profile was not; values: the profile's;
    bodies: part → sha256 of the stored page.
    """

    authority: str
    declared: str
    observed: dict[str, str] = field(default_factory=dict)
    cause: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)


def shown(account: Account, observation: Observation | None) -> Shown:
    """What to remember; observation: None where nobody looked."""
    declared = digest([account.authority, list(account.packs), flat(account.fields)])
    if observation is None:
        return Shown(account.authority, declared)
    parts: dict[str, str] = {}
    values: dict[str, Any] = {}
    cause = ""
    if isinstance(observation.profile, Unread):
        cause = observation.profile.cause
    else:
        values = values_of(observation.profile)
        parts["profile"] = digest(values)
    if observation.site is not None:
        parts["site"] = digest([[link.raw, link.href] for link in observation.site.labelled])
    parts |= {kind: digest(words(page)) for kind, page in sorted(observation.pages.items())}
    bodies = {
        part: capture.sha256 for part, capture in sorted(observation.captures.items()) if capture.ok
    }
    return Shown(account.authority, declared, parts, cause, values, bodies)


def target(account: Account) -> str:
    """The profile that the registry names: what was seen of another one says nothing of it."""
    name = account.handle.strip().lstrip("@")
    if account.platform == "website" or not name:
        url = account.fields.entries.get("url")
        named = (getattr(url, "text", None) or "").strip() or name
        name = same_page(named.partition("#")[0])
        name = name.partition("://")[2] or name
        name = name.rstrip("/").casefold().removeprefix("www.")
    return f"{account.platform} {name.casefold()}"


def values_of(profile: Profile) -> dict[str, Any]:
    """What a profile shows, without what changes by itself; what was not told is left out."""
    verification = profile.verification
    values: dict[str, Any] = {
        "handle": profile.handle,
        "profile_name": profile.name,
        "bio": profile.bio,
        "links": profile.links and [[link.label, link.url] for link in profile.links],
        "impressum": profile.impressum,
        "privacy": profile.privacy,
        "bot": profile.bot,
        "moved_to": profile.moved_to or None,
    }
    if verification.state != "unknown":
        values["verified"] = verification.kind or verification.state
    return {name: value for name, value in values.items() if value is not None}


def words(page: Page) -> list[str]:
    """What a reader reads on a page."""
    return [page.title, *(line.text for line in page.visible)]


def digest(value: object) -> str:
    """A short digest of plain data."""
    text = json.dumps(value, sort_keys=True)
    return sha256(text.encode()).hexdigest()[:32]
