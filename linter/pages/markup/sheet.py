"""What a page's own style sheets hide: classes and ids whose plain rule says `display: none`; and whose line breaks they keep.

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
KEPT = "\n"
"""Before the names of whose line breaks a rule speaks."""
MOST_RULES = 20_000
"""Style sheets beyond so many rules are not read."""
MOST_STYLE = 200_000
"""More of a style sheet is not read."""
_NONE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_SHOWN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*(?!none)\w|visibility\s*:\s*visible)", re.IGNORECASE
)
_PLAIN = re.compile(r"(?:[a-z][a-z0-9]*)?([.#][\w-]+)", re.IGNORECASE)
_NAME = re.compile(r"(?:[a-z][a-z0-9]*)?([.#][\w-]+)|[a-z][a-z0-9]*", re.IGNORECASE)
_WHITE_SPACE = re.compile(
    r"(?:^|;)\s*white-space(?:-collapse)?\s*:\s*([a-z]+(?:-[a-z]+)?)", re.IGNORECASE
)
_BREAKS_KEPT = frozenset("pre pre-line pre-wrap break-spaces preserve preserve-breaks".split())
_WORDS = ("none", "hidden", "white-space")
"""Words of which every style sheet has one that says anything of this."""
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
    if not sheet and not any(word in style for word in _WORDS):
        return sheet
    _, first = sheet.get(NEXT, (False, 1))
    if first > MOST_RULES:
        return sheet
    told = _told(style, first)
    kept = _kept(style, first)
    if not sheet and not kept and not any(hides for hides, _ in told.values()):
        return sheet
    told |= kept
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


def breaks_kept(sheet: Sheet, tag: str, attributes: Mapping[str, str]) -> bool | None:
    """Whether style sheets say that line breaks count in an element; None where they say nothing of it."""
    names = [f"{KEPT}.{name}" for name in attributes.get("class", "").split()]
    names += (f"{KEPT}#{attributes.get('id', '')}", f"{KEPT}{tag}")
    told = [sheet[name] for name in names if name in sheet]
    return max(told, key=lambda said: said[1])[0] if told else None


def keeps_breaks(style: str) -> bool | None:
    """Whether declarations say that line breaks count; None where they say nothing of it."""
    found = _WHITE_SPACE.search(style)
    return None if found is None else found[1].lower() in _BREAKS_KEPT


def _kept(style: str, first: int) -> Sheet:
    """What a style sheet says on every screen of line breaks, by the name of an element, a class or an id."""
    told: Sheet = {}
    if _WORDS[-1] not in style:
        return told
    plain = _outside_media(_without_comments(style[:MOST_STYLE]))
    for number, rule in enumerate(plain.split("}"), first):
        selectors, _, body = rule.rpartition("{")
        keeps = keeps_breaks(body)
        for selector in selectors.split(",") if keeps is not None else ():
            name = _NAME.fullmatch(selector.strip())
            if name and keeps is not None:
                weight = number + ID * (-1 if name[1] is None else name[1][0] == "#")
                told[KEPT + (name[1] or name[0].lower())] = (keeps, weight)
    return told


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
