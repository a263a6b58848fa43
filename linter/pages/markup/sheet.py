"""What a page's own style sheets hide: classes and ids whose plain rule says `display: none`.

Only rules that hold on every screen and name nothing but the class or id count. What opens on a
click (tabs, menus, accordions) is hidden by such rules, too, and is read: the reader can open it.
What a rule for some screens, or for more than a name, shows again is not hidden.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Sheet = dict[str, tuple[bool, int]]
"""By name, whether the weightiest rule for it alone hides, and how weighty that is: a later rule more, an id
more than a class."""
ID, IMPORTANT = 1_000_000, 2_000_000
NEXT = ""
"""Where the number of the next rule is kept; nothing has that name."""
MOST_RULES = 20_000
"""Style sheets beyond so many rules are not read."""
MOST_STYLE = 200_000
"""More of a style sheet is not read."""
_NONE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_SHOWN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*(?!none)\w|visibility\s*:\s*visible)", re.IGNORECASE
)
_PLAIN = re.compile(r"(?:[a-z][a-z0-9]*)?([.#][\w-]+)", re.IGNORECASE)
_SCREEN = re.compile(r"@media\b(?![^{]{0,500}\b(?:print|speech)\b)", re.IGNORECASE)
_NAMES = re.compile(r"[.#][\w-]+")
_OPENS = re.compile(
    r"tab|accord|collaps|panel|toggle|drop|sub-?menu|menu|nav|modal|dialog|overlay|popup|slide|content|more|mehr|detail|js|load|lang|fade|anim",
    re.IGNORECASE,
)


def hidden_by(style: str) -> frozenset[str]:
    """The `.class` and `#id` that a style sheet hides whatever the reader does."""
    return frozenset(name for name, (hides, _) in _told(style, 0).items() if hides)


def joined(sheet: Sheet, style: str) -> Sheet:
    """What style sheets say together; the first itself where the second adds nothing that hides."""
    if not sheet and "none" not in style and "hidden" not in style:
        return sheet
    _, first = sheet.get(NEXT, (False, 1))
    if first > MOST_RULES:
        return sheet
    told = _told(style, first)
    if not sheet and not any(hides for hides, _ in told.values()):
        return sheet
    new = {name: said for name, said in told.items() if sheet.get(name, said)[1] <= said[1]}
    if all(sheet.get(name) == said for name, said in new.items()):
        return sheet
    return {**sheet, **new, NEXT: (False, first + style.count("}") + 1)}


def hides_any(sheet: Sheet, attributes: Mapping[str, str]) -> bool:
    """Whether style sheets hide an element: by the weightiest of the rules for its names and its own style."""
    names = [f".{name}" for name in attributes.get("class", "").split()]
    names.append(f"#{attributes.get('id', '')}")
    told = [sheet[name] for name in names if name in sheet]
    if not told:
        return False
    hides, weight = max(told, key=lambda said: said[1])
    return hides and (weight >= IMPORTANT or not _SHOWN.search(attributes.get("style", "")))


def _told(style: str, first: int) -> Sheet:
    """What a style sheet says of names alone; first: the number of its first rule."""
    plain = _without_comments(style[:MOST_STYLE])
    hidden = {
        name for _, names, hides, _ in _rules(_outside_media(plain), 0) if hides for name in names
    }
    told: dict[str, tuple[bool, int]] = {}
    shown: set[str] = set()
    for selectors, names, hides, weight in _rules(_outside_media(plain, screens=True), first):
        if not hides:
            shown.update(_NAMES.findall(selectors))
        for name in names:
            if not hides or name in hidden:
                told[name] = (hides, weight + (ID if name[0] == "#" else 0))
    return {name: said for name, said in told.items() if not (said[0] and name in shown)}


def _rules(style: str, first: int) -> Iterator[tuple[str, list[str], bool, int]]:
    """The rules that hide or show: their selectors, those that are a name alone, whether they hide, their weight."""
    for number, rule in enumerate(style.split("}"), first):
        selectors, _, body = rule.rpartition("{")
        hides = _NONE.search(body) is not None
        if not hides and not _SHOWN.search(body):
            continue
        plain = [_PLAIN.fullmatch(selector.strip()) for selector in selectors.split(",")]
        names = [found[1] for found in plain if found and not (hides and _OPENS.search(found[1]))]
        yield selectors, names, hides, number + (IMPORTANT if "!important" in body else 0)


def _without_comments(style: str) -> str:
    first, *others = style.split("/*")
    return first + "".join(part.partition("*/")[2] for part in others)


def _outside_media(style: str, *, screens: bool = False) -> str:
    """The style sheet without blocks that hold on some screens only; screens: only without those for paper."""
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
        if screens and _SCREEN.match(style, start, opened):
            place = opened + 1
            continue
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
