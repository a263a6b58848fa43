"""verified: an account uses the verification that its platform offers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import NOT_DECLARED, NOT_SHOWN
from linter.checks.parameters import parameters
from linter.checks.seen import declared_spot, profile_of, says_verified
from linter.checks.silence import recorded_at
from linter.platforms.address import lies_under

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class Verified:
    """Where the registry says that it is verified, that it was refused, that it is eligible."""

    field: Address
    refused: Address
    eligible: Address


@check("verified", Verified, supplies=("offered_by",), variants=("self_proof",))
def verified(subject: Subject, params: Verified) -> Iterator[Outcome]:
    """Miss where verification is on offer and unused; a domain of the authority's own proves it too.

    Once somebody looked, it is what was seen that counts, not that the handle is a domain.
    Where anyone with a domain can prove the account (self_proof), not doing so is a miss. Where
    the platform picks (conditional), it is one only if the account is known to be eligible.
    """
    from linter import platforms  # noqa: PLC0415 - only where this rule is asked

    account = subject.account
    platform = platforms.get(account.platform) if account else None
    if account is None or platform is None or platform.verification == "no":
        return
    spot = next(iter(recorded_at(subject, params.field)), None)
    state = says_verified(spot)
    # on record as verified and seen not to be: a verification that was lost is another rule's
    if state or says_verified(declared_spot(subject, params.field)):
        return
    refusal = subject.record(params.refused)
    if refusal is not None and refusal.state == "ja":
        return
    by_domain = platform.verification == "self_proof"
    # a server under one's own domain is one's own; that a handle is a domain, anybody can claim
    claimed = subject.seen is not None and "@" not in account.handle
    host = account.handle.rpartition("@")[2].casefold()  # of Mastodon; of Bluesky all of it
    if by_domain and not claimed and lies_under(host, subject.authority.domains):
        return
    eligible = platform.verification == "yes" or subject.flag(params.eligible)
    if not by_domain and eligible is False:
        return
    if spot is None:
        yield Unknown(params.field, _cause(subject))
    elif state is None:
        yield Unknown(spot, "unreadable")
    elif by_domain or eligible:
        values = {"offered_by": platform.title}
        yield Miss(spot, values, variant="self_proof" if by_domain else None)
    else:
        yield Unknown(params.eligible, "eligibility-unknown")


def _cause(subject: Subject) -> str:
    """Why it is not known."""
    if subject.seen is None:
        return NOT_DECLARED
    profile = profile_of(subject)
    return (profile if isinstance(profile, str) else profile.verification.cause) or NOT_SHOWN
