"""unique: what may stand only once in the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.members import spot_at
from linter.checks.parameters import parameters
from linter.platforms import get
from linter.platforms.address import split
from linter.registry.nodes import Scalar, start_of
from linter.subject import flag_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.checks.patterns import Pattern
    from linter.registry.account import Account
    from linter.subject import Subject


@parameters
class Unique:
    """by: the fields of an account that together may stand only once; the last gets the finding.

    page: the field with the address of the page that an entry is for, on the platforms in `paged`:
    there a host has many, and only the same page is recorded twice;
    among and pattern: only accounts are asked of which one of these fields matches;
    first: the account with a yes in this field counts as the first, wherever it stands.
    """

    by: tuple[Address, ...]
    among: tuple[Address, ...] = ()
    pattern: Pattern | None = None
    page: Address | None = None
    paged: tuple[str, ...] = ()
    first: Address | None = None


@check("unique", Unique, supplies=("value", "first", "first_account"))
def unique(subject: Subject, params: Unique) -> Iterator[Outcome]:
    """Miss for each later account, with the place of the first."""
    seen: dict[str, Account] = {}
    accounts = [account for account in subject.accounts if _asked(account, params)]
    if params.first is not None:
        flag = params.first
        accounts.sort(key=lambda account: not flag_of(_text(account, flag)))
    for account in accounts:
        key = _key(account, params)
        if key is None:
            continue
        first = seen.setdefault(key, account)
        if first is not account:
            field = params.by[-1]
            yield Miss(
                spot_at(account, field),
                {
                    "value": _text(account, field),
                    "first": _place(first, field),
                    "first_account": first.id,
                },
            )


def _asked(account: Account, params: Unique) -> bool:
    pattern = params.pattern
    return pattern is None or any(pattern.search(_text(account, field)) for field in params.among)


def _text(account: Account, field: Address) -> str:
    node = account.fields.entries.get(field)
    return (node.text or "") if type(node) is Scalar else ""


def _key(account: Account, params: Unique) -> str | None:
    """The values, a handle as its platform compares it; None where one is missing."""
    values = [
        _handle(account) if field == "handle" else _text(account, field) for field in params.by
    ]
    if not all(values):
        return None
    if params.page and account.platform in params.paged:
        values.append(_page(_text(account, params.page)))
    key = "\0".join(values)  # takes less room than a tuple, of every account
    return key if key.count("\0") == len(values) - 1 else repr(values)


def _handle(account: Account) -> str:
    platform = get(account.platform)
    bare = account.handle.removeprefix("@")
    return platform.canon(bare) if platform else bare


def _page(url: str) -> str:
    """A page on its host: scheme, a slash at the end and a place within the page make no difference."""
    address = split(url)
    if address is None:
        return ""
    return "/".join(address.parts) + (f"?{address.query}" if address.query else "")


def _place(account: Account, field: Address) -> str:
    line, _ = account.document.position(start_of(spot_at(account, field).node))
    return f"{account.document.path}:{line}"
