"""privacy: what a privacy notice says, element by element (Art. 13 and 26 GDPR).

Words are told, not meaning: an element that is not found may still be there in other words, so
rules on it warn and never fail harder.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from linter.pages.notice.basis import legal_basis, own_basis
from linter.pages.notice.complaint import complaint_authority, complaint_right
from linter.pages.notice.controller import announced, controller
from linter.pages.notice.elements import CONTENTS, outdated_law, shield, told
from linter.pages.notice.joint import arrangement, joint_controllers, joint_with
from linter.pages.notice.officer import officer
from linter.pages.notice.platforms import platforms
from linter.pages.notice.prose import Place, Prose
from linter.pages.notice.rights import rights

if TYPE_CHECKING:
    from linter.pages.page import Line, Written

PRIVACY_HEADING = re.compile(
    r"^\W*(?:\d+[.)]?\s*|[IVX]+\.\s*)?(?:(?:Allgemeine|Unsere|Hinweise?|Erklärung|Informationen|Angaben|Our)\s+(?:\w+\s+)?){0,2}(?:Datenschutz\w*|Privacy|Data (?:Protection|Privacy)|Privatsphäre)",
    re.IGNORECASE,
)
IMPRESSUM_HEADING = re.compile(
    r"^\W*(?:Impressum|Imprint|Legal Notice|Anbieterkennzeichnung|Angaben gemäß|Site Notice)\b(?!\s*(?:&|und|and|/|,|\+)\s*\w*(?:Datenschutz|Privacy))",
    re.IGNORECASE,
)
BOTH = re.compile(
    r"Impressum.{0,20}Datenschutz|Datenschutz.{0,20}Impressum|Imprint.{0,20}(?:Privacy|Data)|Privacy.{0,20}Imprint",
    re.IGNORECASE,
)
ASKED = ("joint_with", "complaint_right")
"""What is asked for by a rule only."""
CONTRACT = (
    "controller_named",
    "dpo_contact",
    "legal_basis_art6",
    "data_subject_rights",
    "complaint_authority",
    "mentions_social_media",
    "mentions_art26",
)
"""The keys that `amtlint inspect` promises under `privacy`."""


@dataclass(frozen=True, slots=True)
class Privacy:
    """The elements of a notice; absent is None, () or False, a value is the page's own words.

    complaint_authority: `unspecified` where the right to complain is granted and nobody named, and an
    authority that is named may be so without that right (`complaint_right`);
    basis_named: the house says on what basis it processes data, with or without a letter; privacy_shield: the notice
    relies on it; outdated_law: laws named as if in force; meta_*: the essence of an arrangement
    with Meta; joint_with: with whom there is joint control (see `joint`);
    places: where on the page each was found.
    """

    controller_named: str | None = None
    dpo_contact: str | None = None
    legal_basis_art6: tuple[str, ...] = ()
    data_subject_rights: tuple[str, ...] = ()
    complaint_authority: str | None = None
    mentions_social_media: tuple[str, ...] = ()
    mentions_art26: bool = False
    basis_named: bool = False
    purposes: bool = False
    recipients: bool = False
    third_country: bool = False
    retention: bool = False
    privacy_shield: bool = False
    outdated_law: tuple[str, ...] = ()
    meta_controller: bool = False
    meta_policy: bool = False
    meta_requests: bool = False
    joint_with: tuple[str, ...] = ()
    complaint_right: bool = False
    places: dict[str, Place] = field(default_factory=dict)

    def contract(self) -> dict[str, Any]:
        """What `inspect` promises, as plain data."""
        return {key: _plain(getattr(self, key)) for key in CONTRACT}

    def elements(self) -> dict[str, Any]:
        """What it tells beyond that."""
        beyond = [n for n in self.__slots__ if n not in (*CONTRACT, *ASKED, "places")]
        return {key: _plain(getattr(self, key)) for key in beyond}


def privacy_of(page: Written) -> Privacy:
    """The elements of the notice on a page; of a page that is more, of its privacy part."""
    part = privacy_part(page)
    found = read_notice(Prose(part))
    if found.controller_named is None and page.page_type == "impressum+privacy":
        # "Impressum / Verantwortliche Stelle: …", above the notice.
        own = {line.number for line in part}
        rest = Prose([line for line in page.visible if line.number not in own])
        name, at = announced(rest)
        if name is not None and at is not None:
            places = {**found.places, "controller_named": rest.place(at)}
            found = replace(found, controller_named=name, places=places)
    return found


def read_notice(prose: Prose) -> Privacy:
    """The elements of a notice."""
    letters, basis_at = legal_basis(prose)
    granted, rights_at = rights(prose)
    networks = platforms(prose)
    named, controller_at = controller(prose)
    contact, officer_at = officer(prose)
    complaints = complaint_right(prose)
    authority, authority_at = complaint_authority(prose, complaints)
    laws = outdated_law(prose)
    joint = joint_controllers(prose)
    found: dict[str, int | None] = {
        "controller_named": controller_at,
        "dpo_contact": officer_at,
        "legal_basis_art6": basis_at,
        "data_subject_rights": rights_at,
        "complaint_authority": authority_at,
        "complaint_right": complaints[0] if complaints else None,
        "mentions_social_media": min(networks.values(), default=None),
        "mentions_art26": joint[0] if joint else None,
        "basis_named": own_basis(prose),
        **{content: told(prose, content) for content in CONTENTS},
        "privacy_shield": shield(prose),
        "outdated_law": laws[0][1] if laws else None,
        **arrangement(prose),
    }
    values: dict[str, Any] = {key: at is not None for key, at in found.items()}
    values |= {
        "controller_named": named,
        "dpo_contact": contact,
        "legal_basis_art6": letters,
        "data_subject_rights": granted,
        "complaint_authority": authority,
        "mentions_social_media": tuple(networks),
        "outdated_law": tuple(law for law, _ in laws),
        "joint_with": joint_with(prose, joint),
    }
    places = {key: prose.place(at) for key, at in found.items() if at is not None}
    return Privacy(**values, places=places)


def privacy_part(page: Written) -> list[Line]:
    """The visible lines that belong to the notice: all, or of a combined page those under its heading."""
    lines = list(page.visible)
    if page.page_type != "impressum+privacy":
        return lines
    start = level = None
    for index, line in enumerate(lines):
        if not (line.heading or line.bold or len(line.text) < 60) or BOTH.search(line.text):  # noqa: PLR2004 - a heading's length
            continue
        if start is None:
            if (
                PRIVACY_HEADING.match(line.text)
                and not _only_link(line)
                and (line.heading or line.bold or _next_is_prose(lines, index))
            ):
                start, level = index, line.heading
        elif (
            IMPRESSUM_HEADING.match(line.text)
            and line.heading
            and (not level or line.heading <= level)
        ):
            return lines[start:index]
    return lines if start is None else lines[start:]


def _only_link(line: Line) -> bool:
    return bool(line.hrefs) and not line.heading


def _next_is_prose(lines: list[Line], index: int) -> bool:
    return index + 1 < len(lines) and len(lines[index + 1].text) > 80  # noqa: PLR2004 - a sentence


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
