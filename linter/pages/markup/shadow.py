"""shadow: declarative shadow trees, which a browser shows although a template is not shown."""

from __future__ import annotations

import re

SHADOWED = (b"shadowroot", b"shadowRoot", b"SHADOWROOT")
"""How the attribute's name begins: without it there is nothing to open."""
_TAG = re.compile(rb"<(/?)template\b([^<>]{0,2000})>", re.IGNORECASE)
_SHADOW = re.compile(rb"\sshadowrootmode\s*=\s*[\"']?(?:open|closed)\b", re.IGNORECASE)


def opened(source: bytes) -> bytes:
    """The page with its shadow trees as plain elements; other templates stay what they are."""
    pieces: list[bytes] = []
    open_tags: list[bool] = []
    place = 0
    for tag in _TAG.finditer(source):
        if tag[1]:
            shown = bool(open_tags) and open_tags.pop()
        else:
            shown = _SHADOW.search(tag[2]) is not None
            open_tags.append(shown)
        if shown:
            pieces += source[place : tag.start()], b"</div>" if tag[1] else b"<div>"
            place = tag.end()
    return b"".join((*pieces, source[place:]))
