"""overlay: what a profile shows, laid over what the registry declares of the account.

The rules then judge what the public sees. An observed value stands at the place of the declared
one, where there is none at the account's id, so that a finding always points into the registry;
what was observed is its evidence. What this way of reading does not tell stays as declared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.plain import plain
from linter.platforms import get
from linter.platforms.profile import Profile
from linter.registry.account import Account
from linter.registry.nodes import PLAIN, Mapping, Node, Scalar, Sequence, plain_data

if TYPE_CHECKING:
    from linter.crawl.observation import Observation


MOST_NAME = 500
MOST_WORDS = 20_000
"""Code points of a name and of a text, as the registry takes them: no platform allows as many."""


def overlaid(account: Account, observation: Observation) -> Account:
    """The account as the public sees it; the same object where nothing was observed."""
    told = told_by(account, observation)
    return account if told is None else laid(account, *told)


def told_by(account: Account, observation: Observation) -> tuple[str, dict[str, object]] | None:
    """The handle and the values by field that a profile shows, as plain data; None without one."""
    profile = observation.profile
    if not isinstance(profile, Profile):
        return None
    handle = _handle(account, profile)
    shown = _shown(account, profile)
    if handle != account.handle:
        shown["handle"] = handle
    return handle, shown


def laid(account: Account, handle: str, shown: dict[str, object]) -> Account:
    """The account with observed values at the place of the declared ones."""
    entries = dict(account.fields.entries)
    for name, value in shown.items():
        declared = entries.get(name)
        entries[name] = _over(declared, value, _mark(account, declared))
    return Account(
        id=account.id,
        platform=account.platform,
        handle=handle,
        kind=account.kind,
        status=account.status,
        authority=account.authority,
        fields=Mapping(entries, account.fields.mark),
        document=account.document,
        packs=account.packs,
    )


def _handle(account: Account, profile: Profile) -> str:
    """The profile's own handle where it is another one, not only written otherwise."""
    platform = get(account.platform)
    if not profile.handle or account.platform == "website":
        return account.handle
    if platform is not None and account.handle:
        same = platform.same_handle(account.handle, profile.handle)
    else:
        same = account.handle.casefold() == profile.handle.casefold()
    return account.handle if same else profile.handle


def _shown(account: Account, profile: Profile) -> dict[str, object]:
    """The observed values by field, as plain data."""
    shown: dict[str, object] = {}
    if account.platform != "website":  # a page's title and description are no profile
        if profile.name is not None:
            shown["profile_name"] = plain(profile.name[:MOST_NAME])
        if profile.words is not None:
            shown["bio"] = plain(profile.words[:MOST_WORDS])
        if profile.links is not None:
            links = [(link.label, link.url) for link in profile.links]
            links += [
                (label, url)
                for label, url in (
                    ("Impressum", profile.impressum),
                    ("Datenschutz", profile.privacy),
                )
                if url and url.startswith(("http://", "https://"))
            ]
            shown["links"] = [
                {"label": plain(label), "url": url} if label else {"url": url}
                for label, url in links
            ]
    if profile.bot is not None:
        shown["bot"] = "true" if profile.bot else "false"
    if profile.verification.state == "not_verified":
        shown["verified"] = "false"
    elif profile.verification.state == "verified":
        on = profile.verification.on
        record = {"kind": profile.verification.kind} if profile.verification.kind else {}
        record |= {"since": on.isoformat()} if on else {}
        shown["verified"] = record or "true"
    return shown


def _mark(account: Account, declared: Node | None) -> int:
    if declared is not None:
        return declared.mark & ~PLAIN
    id_ = account.fields.entries.get("id")
    return (id_ if id_ is not None else account.fields).mark & ~PLAIN


def _over(declared: Node | None, value: object, mark: int) -> Node:
    """The observed value; what is as declared keeps its own place, each item of a list for itself.

    So a finding on it marks the same characters, and has the same fingerprint, as offline.
    """
    if declared is not None and _same(declared, value):
        return declared
    if not isinstance(value, list) or type(declared) is not Sequence:
        return _node(value, mark)
    left = list(declared.items)
    items: list[Node] = []
    for one in value:
        known = next((item for item in left if _same(item, one)), None)
        if known is not None:
            left.remove(known)
        items.append(_node(one, mark) if known is None else known)
    return Sequence(items, mark)


def _same(declared: Node, value: object) -> bool:
    """Whether the registry says what was observed; the line end of a block of text is no word."""
    if type(declared) is Scalar and isinstance(value, str):
        return declared.text is not None and plain(declared.text).strip() == value.strip()
    return plain_data(declared) == value


def _node(value: object, mark: int) -> Node:
    """Plain data as nodes that all stand at one place."""
    if isinstance(value, dict):
        return Mapping({key: _node(one, mark) for key, one in value.items()}, mark)
    if isinstance(value, list):
        return Sequence([_node(one, mark) for one in value], mark)
    return Scalar(str(value), mark | PLAIN if value in {"true", "false"} else mark)
