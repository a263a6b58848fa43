"""weights: what each kind of detail on a page counts for an Impressum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.pages.kinds import evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.pages.survey import Survey

POINTS = {
    "heading": 4, "e-mail": 1, "address": 3, "phone": 1, "legal basis": 3, "representative": 3, "register or VAT": 2,
    "editor": 2, "public body": 2, "office": 1,
}  # fmt: skip
"""What each kind of detail counts, the cheap ones to look for first."""
DETAILS = tuple(name for name in POINTS if name != "heading")
LOOKS = {
    "e-mail": evidence.mail, "address": evidence.address, "phone": evidence.phone, "legal basis": evidence.basis,
    "representative": evidence.represented, "register or VAT": evidence.registered, "editor": evidence.editor,
    "public body": evidence.public, "office": evidence.office,
}  # fmt: skip


class Weights:
    """The points for an Impressum, each counted when it is asked for."""

    __slots__ = ("_found", "_known", "_low", "headed")

    def __init__(self, low: bytes, found: Survey, headed: bool) -> None:
        self._low = low
        self._found = found
        self._known: dict[str, bool] = {}
        self.headed = headed

    def has(self, name: str) -> bool:
        """Whether this kind of detail is on the page."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._look(name)
        return known

    def _look(self, name: str) -> bool:
        if name == "heading":
            return self.headed
        if name == "e-mail":
            return evidence.mail(self._low) or self._found.mails()
        if name == "office" and self.has("representative"):
            return False
        return LOOKS[name](self._low)

    def reaches(self, points: int, names: Iterable[str]) -> bool:
        """Whether these details make so many points; the cheap ones are counted first."""
        for name in names:
            if self.has(name):
                points -= POINTS[name]
                if points <= 0:
                    return True
        return points <= 0

    def total(self) -> int:
        """All points."""
        return sum(points for name, points in POINTS.items() if self.has(name))

    def said(self) -> list[str]:
        """The names of what was found."""
        return [name for name in POINTS if self.has(name)]
