"""contents: all that rules ask of a page's words, read in one go.

A plain value, so that another process can read it while this one goes on asking the web.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.pages.details import Details
    from linter.pages.page import Line, Page, Written
    from linter.pages.privacy import Privacy

BESIDE = frozenset(("nav", "header", "footer", "aside"))
"""Regions that are not the page's own text."""
LABEL = 3
"""Words of a link in a menu."""
REACHED = ("tel:", "mailto:")
"""How links begin that say how somebody is reached: "Tel: 0231 50-0" is no entry of a menu."""
MOST = 200_000
"""Code points of a page that wordings are looked for in; no notice is longer."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a page says, at most `MOST` code points of each text.

    read: the details of an Impressum or the elements of a notice, None of another kind;
    whole: what a reader of the page sees, line by line; own: what the page itself says, without
    menus and frame; blocks: what stands where an Impressum may speak of another body (see `blocks_of`).
    """

    read: Details | Privacy | None
    whole: str
    own: str
    blocks: tuple[str, ...] = ()


def contents(page: Page, kind: str) -> Contents:
    """The contents of a page that is taken for a kind; each page is read once."""
    found = page.contents.get(kind)
    if found is None:
        found = page.contents[kind] = contents_of(page, kind)
    return found


def contents_of(page: Written, kind: str) -> Contents:
    """Read the contents."""
    lines = page.visible
    return Contents(
        _read(page, kind),
        "\n".join([line.text for line in lines])[:MOST],
        "\n".join([line.text for line in lines if line.region not in BESIDE and not bare(line)])[
            :MOST
        ],
        _blocks(lines) if kind == "impressum" else (),
    )


def bare(line: Line) -> bool:
    """A line that is nothing but a link's few words, and leads to a page."""
    few = bool(line.hrefs) and len(line.text.split()) <= LABEL and not line.heading
    return few and not all(href[:7].lower().startswith(REACHED) for href in line.hrefs)


def _blocks(lines: tuple[Line, ...]) -> tuple[str, ...]:
    from linter.pages.details.blocks import blocks_of  # noqa: PLC0415 - only where it is asked for

    return blocks_of(lines)


def _read(page: Written, kind: str) -> Details | Privacy | None:
    if kind == "privacy":
        from linter.pages.privacy import privacy_of  # noqa: PLC0415 - only where it is asked for

        return privacy_of(page)
    if kind == "impressum":
        from linter.pages.details import details_of  # noqa: PLC0415 - as above

        return details_of(page)
    return None
