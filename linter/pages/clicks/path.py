"""path: a way from a profile to a page, link by link, and what was seen at its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.pages.clicks.steps import ACCEPTED

if TYPE_CHECKING:
    from linter.pages.clicks.judge import Ending
    from linter.pages.clicks.steps import Class
    from linter.text import Text

GOOD, POSSIBLE, BROKEN = range(3)
TIERS: dict[Ending, int] = {
    "confirmed": GOOD,
    "text": GOOD,
    "uncertain": GOOD,
    "unread": POSSIBLE,
    "unreadable": POSSIBLE,
    "home": BROKEN,
    "soft_404": BROKEN,
    "not_found": BROKEN,
    "other": BROKEN,
}
"""Seen to be such a page; promised, but not seen; promised, and seen to be none."""


@dataclass(frozen=True, slots=True)
class Step:
    """One link followed.

    page: where it stands; text: as shown; cls: how well it names its target; target: its address;
    reached: where that led; clicks: what it cost; remarks: any of shortener, hub, hub_in_hub,
    expansion, not_clickable, field, other_site, fragment, refresh, needs_script, form, many_hops,
    frames.
    """

    page: str
    text: str
    cls: Class
    target: str
    reached: str
    clicks: int
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A way to a page.

    end: its address; ending: what was seen there: confirmed, uncertain or text (the profile
    itself says it) are such a page; unread and unreadable may be one, for the cause; home,
    soft_404, not_found and other are none.
    """

    clicks: int
    steps: tuple[Step, ...]
    end: str
    ending: Ending
    cause: str = ""

    @property
    def tier(self) -> int:
        """How sure the end is: see `TIERS`."""
        return TIERS[self.ending]

    @property
    def good(self) -> bool:
        """Whether the end was seen to be such a page."""
        return self.tier == GOOD

    @property
    def broken(self) -> bool:
        """Whether the end was seen to be no such page."""
        return self.tier == BROKEN

    @property
    def other_site(self) -> bool:
        """Whether the way leaves the profile for a site that is not known to be the authority's."""
        return bool(self.steps) and "other_site" in self.steps[0].remarks

    @property
    def offending(self) -> Step | None:
        """The first step whose label does not say where it leads."""
        return next((step for step in self.steps if step.cls not in ACCEPTED), None)

    @property
    def remarks(self) -> tuple[str, ...]:
        """The remarks of all steps, each once."""
        return tuple(dict.fromkeys(remark for step in self.steps for remark in step.remarks))

    def click_path(self) -> list[dict[str, str]]:
        """For a finding's evidence: each page with the text followed there, the end with none."""
        told = [{"url": step.page, "text": step.text} for step in self.steps]
        return [*told, {"url": self.end, "text": ""}]

    def told(self) -> Text:
        """For a message: page → “link text” → page."""
        return {"de": self._joined("„{}“"), "en": self._joined("“{}”")}

    def _joined(self, quoted: str) -> str:
        parts: list[str] = []
        for entry in self.click_path():
            parts.append(entry["url"])
            if entry["text"]:
                parts.append(quoted.format(entry["text"]))
        return " → ".join(parts)


@dataclass(frozen=True, slots=True)
class Paths:
    """The ways to one kind of page.

    shortest: with any labels; accepted: with accepted labels only, never shorter; open: why a
    shorter or better one may exist that could not be seen, a key of `linter.text.CAUSES`, else "";
    broken: where a label promises the page and it is none; unseen: and it was not seen.
    """

    shortest: Path | None = None
    accepted: Path | None = None
    open: str = ""
    broken: tuple[Path, ...] = ()
    unseen: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that was not seen: an address ("" where there is none to ask), by such a link.

    clicks: that it takes to get there; claims: the link promises the kind of page; other_site: the
    way leads over a site that is not known to be the authority's.
    """

    url: str
    cause: str
    clicks: int
    cls: Class
    claims: bool
    other_site: bool = False
