"""White space and invisible characters: what a reader does not see is not compared."""

from __future__ import annotations

import re

_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff]+")


def clean(text: str) -> str:
    """Collapse white space (no-break spaces too), drop soft hyphens and zero-width characters."""
    # What can be printed has no white space but blanks, and only two of the invisible characters.
    if text.isprintable() and "\ufe0f" not in text and "\u034f" not in text:
        return text.strip(" ") if "  " not in text else " ".join(text.split())
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def unescape(text: str) -> str:
    """Undo the escapes of serialised HTML: these five and no others occur there."""
    if "&" not in text:
        return text
    text = text.replace("&nbsp;", "\u00a0").replace("&lt;", "<").replace("&gt;", ">")
    return text.replace("&quot;", '"').replace("&amp;", "&")
