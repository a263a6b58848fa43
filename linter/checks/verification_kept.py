"""verification-kept: the platform still vouches for an account that the registry calls verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import NOT_SHOWN
from linter.checks.parameters import parameters
from linter.checks.seen import declared_spot, profile_of, says_verified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class VerificationKept:
    """field: where the registry says it; both: the opposite, verified and not recorded, counts too."""

    field: Address
    both: bool = False


@check("verification-kept", VerificationKept, supplies=("kind",), variants=("unrecorded",))
def verification_kept(subject: Subject, params: VerificationKept) -> Iterator[Outcome]:
    """Miss where the profile was read and shows that it is not so; unknown where it does not tell."""
    spot = declared_spot(subject, params.field)
    state = says_verified(spot)
    if spot is None or state is None or not (state or params.both):
        return
    profile = profile_of(subject)
    if isinstance(profile, str):
        yield Unknown(spot, profile)
        return
    seen = profile.verification
    if seen.state == "unknown":
        yield Unknown(spot, seen.cause or NOT_SHOWN)
    elif state and seen.state == "not_verified":
        yield Miss(spot, {"kind": seen.kind})
    elif not state and seen.state == "verified":
        yield Miss(spot, {"kind": seen.kind}, variant="unrecorded")
