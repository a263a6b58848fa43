"""kind_fits: a kind of account is used by the kind of authority that has such accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import UNRECORDED
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class KindFits:
    """authority_kinds: whose accounts may be of this kind; unless_pack: a file that names it may.

    not_jurisdictions: where no authority has such accounts, whatever its kind.
    """

    authority_kinds: tuple[str, ...]
    not_jurisdictions: tuple[str, ...] = ()
    unless_pack: str | None = None


@check("kind-fits", KindFits)
def kind_fits(subject: Subject, params: KindFits) -> Iterator[Outcome]:
    """Miss where another kind of authority has such an account."""
    account, authority = subject.account, subject.authority
    if account is None or not authority.known or params.unless_pack in account.packs:
        return
    if authority.jurisdiction and authority.jurisdiction in params.not_jurisdictions:
        yield Miss(subject.first("kind") or "kind")
    elif not authority.kind:
        yield Unknown(subject.first("kind") or "kind", UNRECORDED)
    elif authority.kind not in params.authority_kinds:
        yield Miss(subject.first("kind") or "kind")
