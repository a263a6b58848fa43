"""meta_graph: what the Graph interface of Facebook, Instagram and Threads says when it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.platforms.profile import Unread
from linter.platforms.readers import shape
from linter.platforms.readers.interface import not_admitted, too_fast
from linter.platforms.readers.unread import gone, strange

if TYPE_CHECKING:
    from linter.crawl.capture import Capture

GRAPH = "https://graph.facebook.com/v25.0/"
TOKEN = "AMTLINT_META_TOKEN"  # noqa: S105 - the name of the variable
LIMITS = frozenset((4, 17, 32, 341, 613))
APP_LIMITS = range(80_000, 80_100)
TOKENS = frozenset((102, 190, 463, 467))
RIGHTS = frozenset((3, 10))
MORE_RIGHTS = range(200, 300)
ALIAS = 803


def refusal(data: Any, *seen: Capture) -> Unread:
    """Why there is no profile, by the code of the error.

    A code for "cannot be loaded" (100) is no proof that the account is gone: it also stands for
    missing rights.
    """
    code = shape.number(data, "error", "code")
    if code is None:
        return strange(*seen)
    if code in LIMITS or code in APP_LIMITS:
        return too_fast(*seen)
    if code in TOKENS or code in RIGHTS or code in MORE_RIGHTS:
        return not_admitted(*seen)
    if code == ALIAS and "do not exist" in (shape.text(data, "error", "message") or ""):
        return gone(*seen)
    if seen and seen[0].fault == "client_error":
        return Unread("profile-not-read", "", seen)
    return strange(*seen)
