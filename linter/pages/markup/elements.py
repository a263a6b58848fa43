"""elements: what the elements of HTML do to the text in them: lines, parts of the page, what is hidden."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.pages.page import Region

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source"
    " track wbr".split()
)
BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li"
    " listing main menu nav ol option optgroup p plaintext pre search section select summary table"
    " tbody td textarea tfoot th thead tr ul br xmp".split()
)
EMPHASIS = frozenset(("b", "strong", "th", "dt", "u", "em", "i"))
UNSEEN = frozenset(
    "script style template head title noembed noframes datalist select textarea iframe object"
    " audio video canvas noscript xmp".split()
)
SILENT = frozenset("title option textarea head html frameset colgroup".split())
"""Their text is no text of the page."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
REGION_TAGS: dict[str, Region] = {
    "header": "header", "nav": "nav", "main": "main", "aside": "aside", "footer": "footer",
    "article": "main",
}  # fmt: skip
REGION_ROLES: dict[str, Region] = {
    "banner": "header", "navigation": "nav", "main": "main", "complementary": "aside",
    "contentinfo": "footer", "menu": "nav", "menubar": "nav",
}  # fmt: skip
REGION_WORDS: dict[str, Region] = {
    **dict.fromkeys("footer foot fuss fuß fusszeile footernav siteinfo colophon".split(), "footer"),
    **dict.fromkeys("header kopf banner masthead kopfzeile".split(), "header"),
    **dict.fromkeys(
        "nav navi navigation menu menue navbar topnav metanav breadcrumb".split(), "nav"
    ),
    **dict.fromkeys("main content inhalt hauptinhalt".split(), "main"),
    **dict.fromkeys("sidebar aside seitenleiste".split(), "aside"),
}
UNNAMED = frozenset(("body", "html", "a", "span", "li"))
"""Elements whose class says what they are, not where they stand."""
BREAKS, ALONE, UNSHOWN, STRONG, ENDS = (1 << bit for bit in range(5))
"""What an element does: it breaks the line, is empty, is not shown, is emphasised, ends something."""
ACTS = frozenset(("td", "th", "tr", "table", "dl", "dt", "dd", "template"))
"""What begins with these tells of more than the text in them."""
_WORDS = re.compile(r"[a-zß]+")
_HIDING = re.compile(r"display\s*:\s*none|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_VEILING = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
_DISPLAYED = re.compile(r"display\s*:\s*(?!none)\w", re.IGNORECASE)
_VISIBLE = re.compile(r"visibility\s*:\s*visible", re.IGNORECASE)
VEILED, GONE = 1, 2
"""Not shown, but for elements in it that say they are; not shown with all that is in it."""


NONE: dict[str, str] = {}
"""No attributes."""


def _kind(tag: str) -> int:
    kind = BREAKS if tag in BLOCK else 0
    if tag in VOID:
        return kind | ALONE
    kind |= UNSHOWN if tag in UNSEEN else 0
    kind |= STRONG if tag in EMPHASIS else 0
    return kind | (ENDS if tag in {"a", "template", "table", "dl"} else 0)


KNOWN = {tag: _kind(tag) for tag in (*BLOCK, *VOID, *EMPHASIS, *UNSEEN, "a")}
"""Other elements do nothing of that."""


def hides(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element with these attributes is not shown."""
    return hiding(attributes) > 0


def hiding(attributes: Mapping[str, str | None]) -> int:
    """How an element with these attributes is hidden: 0, `VEILED` or `GONE`."""
    style = attributes.get("style")
    # The attribute is but a default.
    shown = bool(style) and _DISPLAYED.search(str(style)) is not None
    if "hidden" in attributes and attributes["hidden"] != "until-found" and not shown:
        return GONE
    if not style:
        return 0
    if _HIDING.search(style):
        return GONE
    return VEILED if _VEILING.search(style) else 0


def inner_hiding(outer: int, own: int, attributes: Mapping[str, str | None]) -> int:
    """How an element is hidden by what it stands in and by itself."""
    if outer == VEILED and not own and _VISIBLE.search(attributes.get("style") or ""):
        return 0
    return max(outer, own)


def unseen(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether an element's content is not shown; that of an object is, where it has nothing else to show."""
    return tag in UNSEEN and (tag != "object" or "data" in attributes)


def region_of(tag: str, attributes: Mapping[str, str | None], outer: Region) -> Region:
    """The part of the page an element opens: a footer stays one, whatever stands in it."""
    if outer == "footer":
        return outer
    region = REGION_TAGS.get(tag)
    if region is None and attributes:
        role = attributes.get("role")
        if role:
            region = REGION_ROLES.get(role)
        if region is None and tag not in UNNAMED:
            for name in ("id", "class"):
                value = attributes.get(name)
                region = _named(value) if value else None
                if region:
                    break
    if region is None or (region == "header" and outer == "main"):
        return outer
    return region


@lru_cache(maxsize=4096)
def _named(value: str) -> Region | None:
    """The part of the page that an id or a class names."""
    for word in _WORDS.findall(value[:200].lower()):
        if word in REGION_WORDS:
            return REGION_WORDS[word]
    return None
