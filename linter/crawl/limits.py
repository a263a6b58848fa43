"""limits: how much is read of one account."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read of one account: requests in all, and side by side.

    depth: clicks from the profile for links that do not promise the page; those that do are
    followed to the end, so that the message can say how far it is.
    """

    requests: int = 12
    depth: int = 3
    wave: int = 6


DEFAULT = Limits()
