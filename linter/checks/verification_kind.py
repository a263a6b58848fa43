"""verification-kind: the badge is of a kind that vouches for an authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import NOT_SHOWN
from linter.checks.parameters import parameters
from linter.checks.seen import profile_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class VerificationKind:
    """weak: kinds of verification that prove no office (see `linter.platforms.profile`)."""

    weak: tuple[str, ...]


@check("verification-kind", VerificationKind)
def verification_kind(subject: Subject, params: VerificationKind) -> Iterator[Outcome]:
    """Miss a verified account whose badge is weak; unknown where the kind does not show."""
    profile = profile_of(subject)
    if isinstance(profile, str):
        yield Unknown("verified", profile)
        return
    seen = profile.verification
    if seen.state == "verified" and seen.kind in params.weak:
        yield Miss(subject.first("verified") or "verified")
    elif seen.state == "unknown" or (seen.state == "verified" and not seen.kind):
        yield Unknown("verified", NOT_SHOWN)
