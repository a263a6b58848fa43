"""From the bytes of a web page to what it is, what it says and where it leads. No network here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from linter.pages.read import read_page

__all__ = ["read_page"]


def __getattr__(name: str) -> Any:
    """Load the reader when it is first asked for: many a module here is wanted without it."""
    if name != "read_page":
        raise AttributeError(name)
    from linter.pages.read import read_page  # noqa: PLC0415 - see above

    return read_page
