"""What kind of page this is: points for what an Impressum or a privacy notice consists of.

A heading alone makes neither: there has to be something under it. Without a heading, the details
themselves have to speak clearly. Every point is told as a reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.pages.kinds import evidence, parts
from linter.pages.kinds.inner import is_first
from linter.pages.kinds.looking import LINE, LONG_BEFORE, MOST_TEXT, Looking, Mark
from linter.pages.kinds.standing import standing
from linter.pages.kinds.weights import DETAILS, POINTS, Weights
from linter.pages.markup.clean import clean
from linter.pages.markup.plain import is_documentation

if TYPE_CHECKING:
    from linter.pages.labels import Labels
    from linter.pages.page import Classes, Kind, Target
    from linter.pages.survey import Survey

BEFORE = 7
"""What such words have before the word for an Impressum."""
SELF = (b"dieses impressum", b"impressum gilt", b"this imprint", b"this legal notice")
"""How an Impressum speaks of itself."""
ENOUGH = 7
LEAST = 5
"""Points that are enough where the page says nothing else at all."""
WINDOW = 6000
FEW = 30
SHORT = 2500
SECTION = 4000
NOTICE = 3
MOSTLY_PRIVACY = 12
FEW_SECTIONS = 3
MANY = 3
STRONG = ("address", "representative", "register or VAT", "legal basis", "editor", "public body")
BRIEF = 1500
"""A page of so few characters that is little but details of a provider is an Impressum."""
_SUBJECTS = (b"personenbezogen", b"personal data", b"gvo")
LITTLE = 400
PART = 300
"""A privacy part of fewer characters is a hint, no notice."""
SECOND = 2
NEAR = 400


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
        heads = [mark for marks in self.marks.values() for mark in marks[:1] if mark.text]
        told = [f"heading: {mark.text}" for mark in heads]
        said = self.weights.said()
        if said:
            told.append("details: " + ", ".join(said))
        rights, laws, subjects = evidence.notice(self.low)
        if rights + laws + subjects:
            counts = ((rights, "right"), (laws, "law"), (subjects, "subject"))
            said_of = ", ".join(f"{number} {word}{'s' * (number != 1)}" for number, word in counts)
            told.append(f"data protection: {said_of}")
        return tuple(told)


def kind_of(found: Survey, labels: Labels, url: str) -> Verdict:
    """Weigh a page."""
    text = found.text
    if len(text) > 2 * MOST_TEXT:
        text = f"{text[:MOST_TEXT]}\n{text[-MOST_TEXT:]}"
    text, low = evidence.plain(text)
    titled = labels.title(found.title)
    looking = Looking(found, labels, text, low, url)
    labelled = looking.marks("impressum", titled, thorough=False)
    imprint = [mark for mark in labelled if not parts.is_pointer(mark, low, looking)]
    doubted = not imprint and any(parts.may_tell(mark, low, found) for mark in labelled)
    notice = looking.marks("privacy", titled, thorough=bool(imprint))
    if not imprint and len(low) > 2 * WINDOW:
        # Without a heading, what identifies the provider stands at the beginning or at the end.
        low = low[:WINDOW] + b"\n" + low[-WINDOW:]
    elif len(low) > MOST_TEXT:
        low = low[:MOST_TEXT]
    if not imprint and looking.spoken and _speaks_of_itself(low, looking):
        imprint = [Mark(0, "", strong=False)]
    weights = Weights(low, found, bool(imprint))
    if not imprint and _is_unnamed(notice, weights, low, looking):
        imprint = [Mark(0, "", strong=False)]
        weights.headed = True
    named = bool(imprint) or doubted
    if imprint and _only_refers(imprint, notice, titled, low, looking):
        imprint, notice = [], looking.marks("privacy", titled, thorough=False)
        weights.headed = False
    is_notice = _notice(notice, bool(imprint), low, looking) or (
        not imprint and any(parts.is_section_of_all(mark, low, looking) for mark in notice)
    )
    is_imprint, sure = _impressum(imprint, is_notice, weights, low, looking)
    verdict = Verdict({"impressum": imprint, "privacy": notice}, weights, low)
    if (is_imprint or is_notice) and (is_documentation(found.tree) or looking.is_manual(titled)):
        is_imprint, is_notice, named = False, False, True
    if is_imprint:
        verdict.kind = "impressum+privacy" if is_notice else "impressum"
        verdict.uncertain = not sure
    elif is_notice:
        verdict.kind = "privacy"
        verdict.uncertain = any(parts.may_be_block(mark, low, looking) for mark in labelled)
    else:
        verdict.kind = standing(found, labels, url)
        verdict.uncertain = named or (verdict.kind == "home" and _is_guess(found, url))
    return verdict


def _is_guess(found: Survey, url: str) -> bool:
    """Whether nothing says that a page is the home page; nothing says that it is another, either."""
    return not (url or found.tree.canonical or is_first(found))


def _only_refers(
    imprint: list[Mark], notice: list[Mark], titled: Classes, low: bytes, looking: Looking
) -> bool:
    """Whether the labels only say where the Impressum is: in margins, or in a notice or terms."""
    if looking.in_margins(imprint):
        return True
    first = looking.first().strip() if notice else ""
    banner = any(mark.text == first and parts.is_remark(mark, looking) for mark in notice)
    return looking.is_another(titled, banner=banner) and not any(
        parts.tells(mark, low, looking) for mark in imprint
    )


def _speaks_of_itself(low: bytes, looking: Looking) -> bool:
    """Whether the page calls itself an Impressum: nowhere before the first word for it."""
    begin = looking.spoken_at
    size = len(looking.low)
    if len(low) < size and begin > WINDOW:
        # What stands between the beginning and the end was left out.
        begin = max(begin - size + WINDOW, 0) + WINDOW + 1
    begin = max(begin - BEFORE, 0)
    return any([low.find(word, begin) >= 0 for word in SELF])  # noqa: C419 - faster than a generator


def _is_unnamed(notice: list[Mark], weights: Weights, low: bytes, looking: Looking) -> bool:
    """Whether a page is an Impressum whose heading is no text, or that has none at all."""
    if (
        not notice
        and weights.has("address")
        and (
            looking.found.pictured()
            or _begins_with_it(low, looking)
            or _begins_with_provider(low, looking)
        )
    ):
        return True
    place = evidence.disclaims(low)
    if place < 0 or any(mark.place < place for mark in notice) or not looking.is_about_provider():
        return False
    if len(low) <= SHORT and not looking.sections():
        return weights.has("address") and not parts.stands_in_foot(low, looking.found)
    return evidence.address(low[max(0, place - LONG_BEFORE) : place])


def _begins_with_it(low: bytes, looking: Looking) -> bool:
    """Whether a short page begins with the word and goes on in the same line."""
    if len(low) > BRIEF or not looking.spoken or looking.sections():
        return False
    return low.lstrip().startswith((b"impressum:", b"imprint:"))


def _begins_with_provider(low: bytes, looking: Looking) -> bool:
    """Whether a short page begins with who provides it, and an address follows."""
    head = looking.first()
    if head:
        if not looking.labels.names_provider(head) or looking.own_length() > SHORT:
            return False
        place = low.find(evidence.plain(head.strip())[1])
    else:
        lines = low.split(b"\n", 1)
        place = 0
        if len(low) > BRIEF or not looking.labels.names_provider(lines[0].decode("latin-1")):
            return False
    return place >= 0 and evidence.address(parts.without_foot(low[place:][:NEAR], looking.found))


def _notice(marks: list[Mark], beside_impressum: bool, low: bytes, looking: Looking) -> bool:
    """Whether the page holds a privacy notice."""
    if not marks:
        if not any([word in low for word in _SUBJECTS]):  # noqa: C419 - faster than a generator
            return False
        rights, laws, subjects = evidence.notice(low)
        if rights <= MANY or laws < 1:
            return False
        told = looking.is_about_data() or (rights > MANY + 1 and subjects > MANY)
        return told and not looking.is_other()
    if beside_impressum:
        # What a banner says is looked for only where something is told at all.
        return _is_beside(marks, low, looking) and (
            (own := parts.without_banners(low, looking.found)) is low
            or _is_beside(marks, own, looking)
        )
    first = [mark for mark in marks if not looking.is_section(mark)]
    if any(mark.strong and mark.level <= 1 for mark in first):
        return evidence.several(low, 1) or looking.own_length() <= SHORT
    heading = next(
        (m for m in first if m.level == SECOND and looking.follows_name(m, sure=True)), None
    )
    if heading is not None:
        return evidence.several(low, 1 if heading.strong else 2)
    if looking.is_about_else() or looking.is_contact():
        # A banner or a section of a page with a heading of its own has to be a whole notice.
        return evidence.law(low) and evidence.rights(low, MANY) and not looking.is_other()
    if not first or looking.is_text_about_else() or looking.is_other():
        return any(parts.is_whole(mark, low) for mark in marks) and not looking.is_other()
    first = [mark for mark in first[:MANY] if not parts.is_remark(mark, looking)]
    if any(mark.strong and not looking.is_far(mark.place) for mark in first):
        return len(low) <= SHORT or evidence.several(low, 1)
    if any(mark.level <= SECOND for mark in first) and evidence.several(low, 1):
        return True
    return evidence.several(low, NOTICE) and (
        any(mark.level < LINE or len(low) - mark.place >= 2 * PART for mark in first)
        or evidence.law(low)
        or evidence.rights(low, 2)
    )


def _is_beside(marks: list[Mark], low: bytes, looking: Looking) -> bool:
    """Whether a notice stands beside an Impressum on the same page."""
    least = 0 if marks[0].place < 0 else PART
    return any(
        parts.is_part(mark, low, least) or parts.is_promised(mark, low, looking)
        for mark in marks
        if mark.place >= 0
    )


def _impressum(
    marks: list[Mark], notice: bool, weights: Weights, low: bytes, looking: Looking
) -> tuple[bool, bool]:
    """Whether the page is an Impressum, and whether that is sure."""
    if marks:
        told = _headed(marks, weights, low, looking)
        if not told[0] and any(parts.is_block(mark, low, looking) for mark in marks):
            return True, False
        return told
    has = weights.has
    if notice or not (has("address") or (b"\xa7" in low and has("legal basis"))):
        return False, True
    if not evidence.hinted(low):
        return _brief(weights, looking), False
    strong = sum(has(name) for name in STRONG)
    place = has("address") or (has("representative") and has("legal basis"))
    verdict = (place and strong >= MANY and weights.reaches(ENOUGH, POINTS)) or (
        has("legal basis") and has("address") and (has("e-mail") or has("phone"))
    )
    if verdict and (looking.is_other() or looking.opens_other() or _is_mostly_privacy(low)):
        return False, False
    if verdict and has("address") and parts.stands_in_foot(low, looking.found):
        return False, False
    if not verdict:
        return _brief(weights, looking) or _is_provided(weights, low, looking), False
    return verdict, verdict and weights.reaches(ENOUGH + 2, POINTS)


def _is_provided(weights: Weights, low: bytes, looking: Looking) -> bool:
    """Whether all that is needed stands on a page with a name that an Impressum may have.

    Right below that name or below "Anbieter"; a contact page may say who represents, too.
    """
    if not (weights.has("address") and weights.has("representative")) or looking.is_other():
        return False
    name = clean(looking.first())
    if not any(target == "impressum" for target, _ in looking.labels.known(name)):
        return False
    heads = [head for level in (1, 2, 3) for head in map(clean, looking.found.headings(level))]
    below = [head for head in heads if looking.labels.names_provider(head)]
    if not looking.labels.names_contact(name):
        below.append(name)
    places = ((head, low.find(evidence.plain(head)[1])) for head in below)
    return any(
        parts.is_block(Mark(place, head, strong=False), low, looking)
        for head, place in places
        if place >= 0
    )


def _is_mostly_privacy(low: bytes) -> bool:
    rights, laws, subjects = evidence.notice(low)
    return rights + laws + subjects >= MOSTLY_PRIVACY or (rights > MANY and laws > 1)


def _brief(weights: Weights, looking: Looking) -> bool:
    """Whether a page without any heading is little but the details of a provider."""
    if not weights.has("address") or (size := looking.own_length()) > BRIEF:
        return False
    return (
        any(weights.has(name) for name in ("register or VAT", "public body"))
        and weights.reaches(ENOUGH if size > PART else LEAST, DETAILS)
        and not looking.is_titled_else()
    )


def _is_bare_heading(mark: Mark, low: bytes, looking: Looking) -> bool:
    """Whether a line under the name of a site heads an address, as old pages have it."""
    return looking.follows_name(mark) and evidence.address(
        parts.without_foot(low[mark.place :][:NEAR], looking.found)
    )


def _is_brief_label(mark: Mark, low: bytes, looking: Looking) -> bool:
    """Whether little stands on a page but a label that heads it, and a way to write."""
    heads = mark.level < LINE or mark.text.endswith(":")
    return (
        bool(mark.text)
        and heads
        and looking.own_length() <= LITTLE
        and evidence.mail(low[max(mark.place, 0) :][:NEAR])
    )


def _headed(marks: list[Mark], weights: Weights, low: bytes, looking: Looking) -> tuple[bool, bool]:
    """Whether what stands under the label is an Impressum, and whether that is sure."""
    titled = any(mark.place < 0 for mark in marks)
    first = min((mark.place for mark in marks if mark.place >= 0), default=0)
    strong = next((mark for mark in marks if mark.strong), None)
    if not titled and looking.sections() > FEW_SECTIONS:
        far = looking.is_far(first)
        if far or (strong and looking.is_section(strong)):
            # A section of a page that is about something else has to tell what is needed; far
            # down, everything.
            points = ENOUGH if far else 4
            return bool(strong and parts.consists(strong, low, looking.found, points)), False
    above = titled or any(mark.strong and mark.level <= 1 for mark in marks)
    if not above and looking.is_text_about_else():
        return any(parts.consists(mark, low, looking.found, 4) for mark in marks), False
    if not weights.has("address") and evidence.explains_duty(low):
        # An article: who identifies himself does not explain the duty.
        return False, False
    if strong:
        if weights.reaches(4, DETAILS):
            return True, True
        if weights.reaches(2, DETAILS):
            return True, False
        return FEW <= len(low) - first <= SHORT or evidence.disclaims(low) > first, False
    if any(_is_bare_heading(mark, low, looking) for mark in marks):
        return True, False
    named = any(mark.text for mark in marks)
    if (named and not titled and looking.is_about_else()) or looking.is_text_about_else():
        return weights.reaches(ENOUGH, DETAILS) and not looking.is_other(), False
    if any(_is_brief_label(mark, low, looking) for mark in marks):
        return True, False
    short = len(low) <= SHORT and weights.has("address")
    return short or weights.reaches(4, DETAILS), weights.reaches(6, DETAILS)
