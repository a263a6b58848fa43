"""complaint: the authority that a notice names for complaints (Art. 77 GDPR)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.pages.notice.prose import Prose

UNSPECIFIED = "unspecified"
"""The right to complain is granted, the authority is not named."""

CUE = re.compile(
    r"\bBeschwerde\w*|\bbeschweren\b|\bcomplain(?:t|ts)?\b|\bArt(?:ikel|icle|\.)?\s*77\b",
    re.IGNORECASE,
)
AUTHORITY = re.compile(
    r"\b(?:Datenschutz-?\s?)?Aufsichtsbehörde\w*|\bDatenschutz(?:aufsichts)?-?behörde\w*|\bsupervisory authorit\w+|\bdata protection authorit\w+"
    r"|\bLandesbeauftragte\w*|\bLandesdatenschutzbeauftragte\w*|\bBundesbeauftragte\w*|\bLDI\b|\bBfDI\b|\bLandesamt\w*|\bArt(?:ikel|icle|\.)?\s*77\b"
    r"|\bDatenschutzzentrum\b|\bCommissioner\b|\bdsb\.gv\.at\b",
    re.IGNORECASE,
)
LAND = (
    r"Baden-Württemberg|Bayern|Berlin|Brandenburg|Bremen|Hamburg|Hessen|Mecklenburg-Vorpommern|Niedersachsen|Nordrhein-Westfalen"
    r"|Rheinland-Pfalz|Saarland(?:es)?|Sachsen-Anhalt|Sachsen|Schleswig-Holstein|Thüringen|NRW|BW|North Rhine-Westphalia|Bavaria|Lower Saxony|Hesse|Saxony"
)
SUBJECT = r"für\s(?:den\s)?(?:Datenschutz|Informationsfreiheit)(?:\s(?:und|&|u\.)\s(?:für\s)?(?:das\s|die\s|den\s)?(?:Recht\sauf\s)?(?:Informationsfreiheit|Datenschutz|Akteneinsicht|Informationszugang|Transparenz)){0,2}"
TAIL = rf"(?:\s?[,–-]?\s?(?:(?:des\s)?(?:Bundes)?(?:Landes|Landes|Freistaats?|Freien\sHansestadt|Freien\sund\sHansestadt)?\s?(?:in\s|von\s|im\s)?)(?:{LAND}))?"
NAMED = re.compile(
    r"\b(?:Die\s|Der\s|Das\s|die\s|der\s|dem\s|den\s|das\s)?(?:"
    rf"(?:Thüringer\s|Hamburgische[rsmn]?\s|Hessische[rsmn]?\s|Berliner\s|Sächsische[rsmn]?\s|Bayerische[rsmn]?\s|Bremische[rsmn]?\s)?(?:Landes|Bundes)?[Bb]eauftragte[rn]?\s{SUBJECT}{TAIL}"
    rf"|(?:Berliner|Hamburgische[rn]?|Hessische[rn]?|Sächsische[rn]?|Österreichische[rn]?|Thüringer)\s(?:Datenschutz(?:-\sund\sTransparenz)?beauftragte[rn]?|Datenschutzbehörde)"
    rf"|Landesdatenschutzbeauftragte[rn]?\s(?:(?:des\sLandes\s|von\s|in\s|für\s)?(?:{LAND}))"
    r"|Bayerische[rsmn]?\sLandesamt(?:e?s)?\sfür\sDatenschutzaufsicht"
    rf"|Unabhängige[sn]?\s(?:Landes|Daten)\w+\sfür\sDatenschutz{TAIL}"
    r"|Landeszentrums?\sfür\sDatenschutz(?:\sSchleswig-Holstein)?"
    r"|Österreichische[rn]?\sDatenschutzbehörde|Eidgenössische[rn]?\sDatenschutz-\sund\sÖffentlichkeitsbeauftragte[rn]?"
    rf"|(?:State\s|Federal\s|Berlin\s|Hamburg\s|Hessian\s|Bavarian\s)?(?:Commissioner|Officer)\sfor\sData\sProtection(?:\sand\s(?:the\s)?Freedom\sof\sInformation)?(?:\s(?:of|in)?\s?(?:the\sState\sof\s)?(?:{LAND}))?"
    rf"|LDI\sNRW|LfDI\s(?:{LAND}))"
)  # fmt: skip
ABOUT = re.compile(
    rf"(?:{LAND}|Bayerisch|Hessisch|Berliner|Hamburgisch|Sächsisch|Thüringer|Österreichisch|Eidgenössisch)"
)
ARTICLE = re.compile(r"^(?:de[rmn]|die|das)\s", re.IGNORECASE)
NEAR = 700
"""How far from the word for complaint the authority's name may stand."""


def complaint_authority(prose: Prose) -> tuple[str | None, int | None]:
    """The authority's name, or `UNSPECIFIED`; None where no right to complain is granted."""
    text = prose.text
    if not prose.has("beschwer", "complain", "77"):
        return None, None
    cues = [m.start() for m in CUE.finditer(text)]
    if not cues:
        return None, None
    granted = [
        cue for cue in cues if AUTHORITY.search(text, max(0, cue - 200), min(len(text), cue + 300))
    ]
    if not granted:
        return None, None
    named: list[re.Match[str]] = []
    end = 0
    for cue in granted:
        start, end = max(end, cue - NEAR), max(end, min(cue + NEAR, len(text)))
        named += NAMED.finditer(text, start, end)
    if not named:
        return UNSPECIFIED, granted[0]
    best = next((found for found in named if ABOUT.search(found.group())), named[0])
    return ARTICLE.sub("", " ".join(best.group().split())), best.start()
