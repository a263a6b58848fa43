"""addresses: an address without what changes nothing of the page behind it. Pure.

Whoever copies an address from a newsletter into the registry has its counters with it, and a
section of a page is the same page: what was found there is the same finding. What is routed behind
the `#` is another page.
"""

from __future__ import annotations

import re

COUNTERS = re.compile(
    r"(?<=[?&])(?:(?:utm|mtm|pk|piwik|matomo)_\w*|wt_?mc|mc_[ce]id|fbclid|gclid|dclid|msclkid|igshid"
    r"|igsh)(?:=[^&]*)?(?:&|\Z)",
    re.IGNORECASE,
)
"""Parameters of an address that say who sent a visitor there."""
WEB = ("https://", "http://")
ROUTES = ("/", "!")
"""How what stands behind the `#` begins, where a script makes another page of it."""


def same_page(url: str) -> str:
    """The address of the page; a text that is no address as it is."""
    if not url.startswith(WEB) or ("#" not in url and "?" not in url):
        return url
    page, hash_, section = url.partition("#")
    if "?" in page:
        page = COUNTERS.sub("", page).rstrip("?&")
    return page + hash_ + section if section.startswith(ROUTES) else page
