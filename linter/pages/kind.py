"""What kind of page this is: points for what an Impressum or a privacy notice consists of.

A heading alone makes neither: there has to be something under it. Without a heading, the details
themselves have to speak clearly. Every point is told as a reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.pages import evidence
from linter.pages.looking import MOST_TEXT, Looking, Mark, is_home

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.pages.labels import Labels
    from linter.pages.page import Kind, Target
    from linter.pages.survey import Survey

BEFORE = 7
"""What such words have before the word for an Impressum."""
SELF = (b"dieses impressum", b"impressum gilt", b"this imprint", b"this legal notice")
"""How an Impressum speaks of itself."""
ENOUGH = 7
WINDOW = 6000
FEW = 40
SHORT = 2500
LONG_BEFORE = 1500
SECTION = 4000
NOTICE = 3
MOSTLY_PRIVACY = 12
FEW_SECTIONS = 3
MANY = 3
POINTS = {
    "heading": 4, "e-mail": 1, "address": 3, "phone": 1, "legal basis": 3, "representative": 3, "register or VAT": 2,
    "editor": 2, "public body": 2, "office": 1,
}  # fmt: skip
"""What each kind of detail counts, the cheap ones to look for first."""
DETAILS = tuple(name for name in POINTS if name != "heading")
STRONG = ("address", "representative", "register or VAT", "legal basis", "editor", "public body")
BRIEF = 1500
"""A page of so few characters that is little but details of a provider is an Impressum."""
LOOKS = {
    "e-mail": evidence.mail, "address": evidence.address, "phone": evidence.phone, "legal basis": evidence.basis,
    "representative": evidence.represented, "register or VAT": evidence.registered, "editor": evidence.editor,
    "public body": evidence.public, "office": evidence.office,
}  # fmt: skip
PART = 300
"""A privacy part of fewer characters is a hint, no notice."""


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


@dataclass(slots=True, eq=False, repr=False)
class Verdict:
    """The kind of a page; points and reasons are told when they are asked for."""

    marks: dict[Target, list[Mark]]
    weights: Weights
    low: bytes
    kind: Kind = "other"
    uncertain: bool = False

    def needs_seeing(self) -> bool:
        """Whether hidden text might have decided: no title says what the page is."""
        return self.kind not in {"home", "other", "contact"} and not any(
            mark.place < 0 for marks in self.marks.values() for mark in marks
        )

    def score(self) -> dict[str, float]:
        """Points for each kind."""
        notice = evidence.notice(self.low)
        return {"impressum": float(self.weights.total()), "privacy": float(sum(notice))}

    def reasons(self) -> tuple[str, ...]:
        """What spoke for it."""
        told = [f"heading: {mark.text}" for marks in self.marks.values() for mark in marks[:1]]
        said = self.weights.said()
        if said:
            told.append("details: " + ", ".join(said))
        rights, laws, subjects = evidence.notice(self.low)
        if rights + laws + subjects:
            told.append(f"data protection: {rights} rights, {laws} laws, {subjects} subjects")
        return tuple(told)


def kind_of(found: Survey, labels: Labels, url: str) -> Verdict:
    """Weigh a page."""
    text = found.text
    if len(text) > 2 * MOST_TEXT:
        text = f"{text[:MOST_TEXT]}\n{text[-MOST_TEXT:]}"
    text, low = evidence.plain(text)
    titled = labels.title(found.title)
    looking = Looking(found, labels, text, low, url)
    imprint = looking.marks("impressum", titled, thorough=False)
    notice = looking.marks("privacy", titled, thorough=bool(imprint))
    if not imprint and len(low) > 2 * WINDOW:
        # Without a heading, what identifies the provider stands at the beginning or at the end.
        low = low[:WINDOW] + b"\n" + low[-WINDOW:]
    elif len(low) > MOST_TEXT:
        low = low[:MOST_TEXT]
    if not imprint and looking.spoken and _speaks_of_itself(low, looking):
        imprint = [Mark(0, "", strong=False)]
    weights = Weights(low, found, bool(imprint))
    if not imprint and not notice and weights.has("address") and found.pictured():
        imprint = [Mark(0, "", strong=False)]
        weights.headed = True
    is_notice = _notice(notice, bool(imprint), low, looking)
    is_imprint, sure = _impressum(imprint, is_notice, weights, low, looking)
    verdict = Verdict({"impressum": imprint, "privacy": notice}, weights, low)
    if is_imprint:
        verdict.kind = "impressum+privacy" if is_notice else "impressum"
        verdict.uncertain = not sure
    elif is_notice:
        verdict.kind = "privacy"
    else:
        verdict.kind = _other(found, labels, url)
        verdict.uncertain = bool(imprint)
    return verdict


def _speaks_of_itself(low: bytes, looking: Looking) -> bool:
    """Whether the page calls itself an Impressum: nowhere before the first word for it."""
    begin = max(looking.spoken_at - BEFORE, 0) if len(low) == len(looking.low) else 0
    return any([low.find(word, begin) >= 0 for word in SELF])  # noqa: C419 - faster than a generator


def _notice(marks: list[Mark], beside_impressum: bool, low: bytes, looking: Looking) -> bool:
    """Whether the page holds a privacy notice."""
    if not marks:
        if b"personenbezogen" not in low and b"personal data" not in low:
            return False
        rights, laws, subjects = evidence.notice(low)
        if rights <= MANY or laws < 1:
            return False
        return (subjects > MANY or looking.is_about_data()) and not looking.is_other()
    if beside_impressum:
        return any(_part(mark, low) for mark in marks if mark.place >= 0)
    if any(mark.strong and mark.level <= 1 for mark in marks):
        return len(low) <= SHORT or evidence.several(low, 1)
    if looking.is_about_else():
        # A banner or a section of a page with a heading of its own has to be a whole notice.
        return evidence.law(low) and evidence.rights(low, MANY)
    if any(mark.strong and mark.place < LONG_BEFORE for mark in marks):
        return len(low) <= SHORT or evidence.several(low, 1)
    return evidence.several(low, NOTICE)


def _part(mark: Mark, low: bytes) -> bool:
    """Whether a heading beside an Impressum opens a privacy part, not only a hint."""
    after = low[mark.place + len(mark.text) :]
    if len(after) < PART:
        return False
    plain = mark.text.casefold().strip(" :.0123456789#") in {"datenschutz", "privacy"}
    if plain and not evidence.law(after):
        return False
    return evidence.rights(after, 2) if plain else evidence.several(after, NOTICE)


def _impressum(
    marks: list[Mark], notice: bool, weights: Weights, low: bytes, looking: Looking
) -> tuple[bool, bool]:
    """Whether the page is an Impressum, and whether that is sure."""
    if marks:
        return _headed(marks, weights, low, looking)
    has = weights.has
    if notice or not (has("address") or (b"\xa7" in low and has("legal basis"))):
        return False, True
    if not evidence.hinted(low):
        return len(low) <= BRIEF and _brief(weights, looking), False
    strong = sum(has(name) for name in STRONG)
    place = has("address") or (has("representative") and has("legal basis"))
    verdict = (place and strong >= MANY and weights.reaches(ENOUGH, POINTS)) or (
        has("legal basis") and has("address") and (has("e-mail") or has("phone"))
    )
    if verdict and (looking.is_other() or sum(evidence.notice(low)) >= MOSTLY_PRIVACY):
        return False, False
    if not verdict and len(low) <= BRIEF:
        return _brief(weights, looking), False
    return verdict, verdict and weights.reaches(ENOUGH + 2, POINTS)


def _brief(weights: Weights, looking: Looking) -> bool:
    """Whether a page without any heading is little but the details of a provider."""
    return (
        weights.has("address")
        and any(weights.has(name) for name in ("register or VAT", "public body"))
        and weights.reaches(ENOUGH, DETAILS)
        and not looking.is_titled_else()
    )


def _headed(marks: list[Mark], weights: Weights, low: bytes, looking: Looking) -> tuple[bool, bool]:
    """Whether what stands under the label is an Impressum, and whether that is sure."""
    titled = any(mark.place < 0 for mark in marks)
    first = min((mark.place for mark in marks if mark.place >= 0), default=0)
    if not titled and first > LONG_BEFORE and looking.sections() > FEW_SECTIONS:
        # A section far down a page that is about something else has to tell everything.
        for mark in marks:
            if mark.strong:
                section = Weights(
                    low[mark.place : mark.place + SECTION], looking.found, headed=False
                )
                return section.has("address") and section.reaches(ENOUGH, DETAILS), False
        return False, False
    if b"impressumspflicht" in low and not weights.has("address"):
        # An article: who identifies himself does not explain the duty.
        return False, False
    if any(mark.strong for mark in marks):
        if weights.reaches(4, DETAILS):
            return True, True
        if weights.reaches(2, DETAILS):
            return True, False
        return FEW <= len(low) - first <= SHORT, False
    if looking.is_about_else():
        return weights.reaches(ENOUGH, DETAILS), False
    short = len(low) <= SHORT and weights.has("address")
    return short or weights.reaches(4, DETAILS), weights.reaches(6, DETAILS)


def _other(found: Survey, labels: Labels, url: str) -> Kind:
    """Contact page, home page, or neither."""
    if labels.names_contact(found.title):
        return "contact"
    for level in (1, 2):
        heads = found.two_headings(level)
        alone = level == 1 or len(heads) == 1
        if alone and any(labels.names_contact(head) for head in heads):
            return "contact"
    return "home" if is_home(found, url) else "other"
