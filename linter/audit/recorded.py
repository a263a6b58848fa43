"""recorded: what the registry of the house has of somebody's target: its authorities, and its entry."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from linter import platforms
from linter.errors import LinterError, visible
from linter.run import load_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from linter.audit.target import Target
    from linter.findings.finding import Result
    from linter.registry.account import Account
    from linter.run import Loaded, RunOptions
    from linter.text import Text

CLOSED = "closed"
NOTHING = b"registry: 1\naccounts: []\n"
"""A call that names no account, so that all there is comes from the configuration."""
OTHERWISE: Text = {
    "de": "Im Register steht „{word}“ als „{id}“ mit {field}: {recorded}, nicht {given}.",
    "en": "The registry has “{word}” as “{id}” with {field}: {recorded}, not {given}.",
}
DRAFTED: Text = {
    "de": "Im Entwurf „{word}“ steht „{id}“ mit {field}: {recorded}, nicht {given}.",
    "en": "The draft “{word}” has “{id}” with {field}: {recorded}, not {given}.",
}
HINT: Text = {
    "de": "Berichtigen Sie den Eintrag, oder lassen Sie --{option} weg.",
    "en": "Correct the entry, or leave out --{option}.",
}


def house_of(options: RunOptions) -> Loaded:
    """The rulebook, and what the configuration names: the registry and the authorities' files."""
    changed = copy(options)
    changed.paths, changed.stdin = ("-",), NOTHING
    return load_all(changed)


def found(target: Target, accounts: Sequence[Account], *, authority: str, kind: str) -> Target:
    """The target as the registry has it, if it does: an account recorded already is that account.

    authority, kind: as given; raises `LinterError` where the registry says otherwise.
    """
    if target.path:
        return target
    entry = _entry_of(target, accounts)
    if entry is None:
        target = replace(target, former=_entry_of(target, accounts, closed=True))
        ids = {account.id for account in accounts}
        while target.id in ids:
            target = replace(target, apart=f"{target.apart}-2")
        return target
    _agrees(target.word, entry, "authority", entry.authority, authority)
    _agrees(target.word, entry, "kind", entry.kind, kind)
    return replace(
        target, entry=(entry.document.path, entry.fields.mark), authority="", guessed=False
    )


def _entry_of(
    target: Target, accounts: Sequence[Account], *, closed: bool = False
) -> Account | None:
    """The last entry of the account, compared as its platform does; a closed one is a former account."""
    platform = platforms.get(target.platform)
    canon = platform.canon if platform is not None else str
    wanted = canon(target.handle)
    same = (
        account
        for account in reversed(accounts)
        if account.platform == target.platform
        and (account.status == CLOSED) is closed
        and canon(account.handle.removeprefix("@")) == wanted
    )
    return next(same, None)


def agree(drafts: Iterable[Account], *, authority: str, kind: str) -> None:
    """Raise `LinterError` where a draft says something else than was given."""
    for entry in drafts:
        path = entry.document.path
        _agrees(path, entry, "authority", entry.authority or "–", authority, DRAFTED)
        _agrees(path, entry, "kind", entry.kind or "–", kind, DRAFTED)


def _agrees(
    word: str, entry: Account, field: str, recorded: str, given: str, text: Text = OTHERWISE
) -> None:
    if given and recorded and given != recorded:
        values = {
            "word": visible(word),
            "id": visible(entry.id),
            "field": field,
            "recorded": visible(recorded),
            "given": visible(given),
        }
        raise LinterError(
            {lang: said.format(**values) for lang, said in text.items()},
            hint={lang: said.format(option=field) for lang, said in HINT.items()},
        )


def only_of(result: Result, paths: set[str]) -> None:
    """Take out what is said of the waivers of others in the files that the entries stand in."""
    result.findings = [
        finding
        for finding in result.findings
        if not finding.code.startswith("SUP")
        or finding.account_id
        or finding.place.path not in paths
    ]
    result.unused_waivers = [
        one for one in result.unused_waivers if one["account"] or one["path"] not in paths
    ]
