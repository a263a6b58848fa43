"""How profiles are read, one module per platform; loaded only when something is read.

Every module has `read(wanted) -> Asking[Profile | Unread]`, and `saved(page, wanted)` where a saved
page of the platform tells something: `saved(page: bytes, wanted: Wanted) -> Profile | Unread`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from linter.platforms import NAMES, get
from linter.platforms.profile import Profile, Unread, Wanted

if TYPE_CHECKING:
    from linter.crawl.asking import Asking


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Read a profile; a platform that nobody can read as a visitor is `Unread` at once."""
    if wanted.platform not in NAMES:
        platform = get(wanted.platform)
        if platform is None or platform.reader is None:
            return Unread("platform-not-readable")
        return (yield from platform.reader(wanted))
    reader = import_module(f"linter.platforms.readers.{wanted.platform}")
    asking: Asking[Profile | Unread] = reader.read(wanted)
    return (yield from asking)


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a page that somebody saved from a browser or exported."""
    if wanted.platform not in NAMES:
        return Unread("platform-not-readable")
    reader = import_module(f"linter.platforms.readers.{wanted.platform}")
    found: Profile | Unread = reader.saved(page, wanted)
    return found
