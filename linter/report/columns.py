"""How many columns text takes on a terminal, and where to break it."""

from __future__ import annotations


def width_of(text: str) -> int:
    """Columns on a terminal: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(map(width_of_char, text))


def width_of_char(char: str) -> int:
    """Columns one character takes."""
    if char.isascii():
        return 1
    from unicodedata import category, east_asian_width  # noqa: PLC0415 - rarely needed

    if category(char) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Break at spaces so that lines fit; a word that is too long (a URL) stays whole.

    first and rest are what the first and the other lines begin with. A line never begins with
    `::`, which a build server could take for an order in its log.
    """
    indent = " " * width_of(first) if rest is None else rest
    lines: list[str] = []
    line, used, empty = first, width_of(first), True
    for word in text.split(" "):
        size = width_of(word)
        if not empty and used + 1 + size > width and not word.startswith("::"):
            lines.append(line)
            line, used, empty = indent, width_of(indent), True
        if not empty:
            line, used = line + " ", used + 1
        line, used, empty = line + word, used + size, False
    return [*lines, line]
