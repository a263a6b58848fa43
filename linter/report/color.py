"""Plain ANSI colours, or none."""

from __future__ import annotations

STYLES = {
    "bold": "1",
    "dim": "2",
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "unknown": "1;35",
    "gutter": "34",
}


def paint(text: str, style: str, *, on: bool) -> str:
    """The text in a style, if colours are wanted."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if on else text
