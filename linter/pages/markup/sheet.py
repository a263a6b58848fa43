"""What a page's own style sheets hide: classes and ids whose plain rule says `display: none`.

Only rules that hold on every screen and name nothing but the class or id count. What opens on a
click (tabs, menus, accordions) is hidden by such rules, too, and is read: the reader can open it.
"""

from __future__ import annotations

import re

MOST_STYLE = 200_000
"""More of a style sheet is not read."""
_NONE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_SHOWN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*(?!none)\w|visibility\s*:\s*visible)", re.IGNORECASE
)
_PLAIN = re.compile(r"(?:[a-z][a-z0-9]*)?([.#][\w-]+)", re.IGNORECASE)
_NAMES = re.compile(r"[.#][\w-]+")
_OPENS = re.compile(
    r"tab|accord|collaps|panel|toggle|drop|sub-?menu|menu|nav|modal|dialog|overlay|popup|slide|content|more|mehr|detail|js|load|lang|fade|anim",
    re.IGNORECASE,
)


def hidden_by(style: str) -> frozenset[str]:
    """The `.class` and `#id` that a style sheet hides whatever the reader does."""
    if "none" not in style and "hidden" not in style:
        return frozenset()
    hidden: set[str] = set()
    shown: set[str] = set()
    for rule in _outside_media(_without_comments(style[:MOST_STYLE])).split("}"):
        selectors, _, body = rule.rpartition("{")
        if _NONE.search(body):
            for selector in selectors.split(","):
                plain = _PLAIN.fullmatch(selector.strip())
                if plain and not _OPENS.search(plain[1]):
                    hidden.add(plain[1])
        elif _SHOWN.search(body):
            shown.update(_NAMES.findall(selectors))
    return frozenset(hidden - shown)


def _without_comments(style: str) -> str:
    first, *others = style.split("/*")
    return first + "".join(part.partition("*/")[2] for part in others)


def _outside_media(style: str) -> str:
    """The style sheet without blocks that hold on some screens only."""
    kept: list[str] = []
    place = 0
    while (start := style.find("@", place)) >= 0:
        opened = style.find("{", start)
        ended = style.find(";", start)
        if opened < 0 or 0 <= ended < opened:
            kept.append(style[place:start])
            place = ended + 1 if ended >= 0 else len(style)
            continue
        kept.append(style[place:start])
        depth, place = 1, opened + 1
        for brace in re.finditer(r"[{}]", style[place:]):
            depth += 1 if brace.group() == "{" else -1
            if not depth:
                place += brace.end()
                break
        else:
            place = len(style)
    kept.append(style[place:])
    return "".join(kept)
