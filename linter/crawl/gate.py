"""gate: a check of visitors that comes with the status of a fault: nobody can say that they get it, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.crawl.capture import Capture

CHECK = "cf-mitigated"
"""The header with which Cloudflare says that its check stands in place of the page."""


def stands_before(capture: Capture) -> bool:
    """Whether a check for robots came in place of a page: browsers pass it by a script or a cookie."""
    if capture.fault != "server_error":
        return False
    from linter.pages.kinds.walls import is_guarded  # noqa: PLC0415 - only where a page did not come

    return CHECK in capture.headers or is_guarded(capture.body)
