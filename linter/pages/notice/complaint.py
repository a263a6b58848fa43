"""complaint: the authority that a notice names for complaints (Art. 77 GDPR)."""

from __future__ import annotations

import re
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

from linter.pages.notice.operator import OPERATOR, is_operators

if TYPE_CHECKING:
    from linter.pages.notice.prose import Prose

UNSPECIFIED = "unspecified"
"""The right to complain is granted, the authority is not named."""

CUE = re.compile(
    r"\bBeschwerde\w*|\bbeschweren\b|\bcomplain(?:t|ts)?\b|\bArt(?:ikel|icle|\.)?\s*77\b"
    # in plain words: "verstößt …, können Sie sich an die Aufsichtsbehörde wenden"
    r"|\b(?:verstößt|verstoßen|verletzt|Verst(?:oß|öße)\w*|Verletzung\w*|rechtswidrig|(?:nicht|un)\s?rechtmäßig)\b"
    r"(?=[^\n]{0,240}(?:aufsicht|landes(?:beauftragte|datenschutz|amt|zentrum)|bundesbeauftragte|\bLDI\b|LfDI?\b|BfDI))[^\n.]{0,220}\b(?:wenden|anrufen)\b"
    r"|\b(?:infring|violat|unlawful)\w*\b(?=[^\n]{0,200}(?:authorit|commissioner))[^\n.]{0,160}\b(?:contact|turn\sto)\b",
    re.IGNORECASE,
)
CUES = ("beschwer", "complain", "wenden", "anrufen", "contact", "turn to")
"""Lower-case letters of which every such word has some, unless an article is named."""
AROUND = 260
"""Code points of a wording that may stand around these, more than any has."""
AUTHORITY = re.compile(
    r"\b(?:Datenschutz-?\s?)?Aufsicht(?:sbehörde|sstelle|sinstanz)?\w*|\b(?:Datenschutz(?:aufsichts)?-?|Kontroll)(?:behörde|stelle)\w*|\b(?:supervisory|data protection) authorit\w+"
    r"|\b(?:Landes|Bundes)?(?:datenschutz)?beauftragte\w*|\bDatenschutz(?:-?\sund\s\w+)?beauftragte\w*|\bLDI\b|\b\w{0,3}LfDI?\b|\bBfDI\b|\bBayL\w+|\bULD\b|\bLandes(?:amt|zentrum)\w*"
    r"|\bArt(?:ikel|icle|\.)?\s*77\b|\bDatenschutz(?:zentrum|kommission)\w*|\bCommission(?:er)?\b|\bdsb\.gv\.at\b",
    re.IGNORECASE,
)
LAND = (
    r"Baden-Württemberg|(?:Freistaat(?:es|s)?\s)?(?:Bayern|Sachsen-Anhalt|Sachsen|Thüringen)|Berlin|Brandenburg|(?:Freien?\sHansestadt\s)?Bremen|(?:Freien?\sund\sHansestadt\s)?Hamburg"
    r"|Hessen|Mecklenburg-Vorpommern|Niedersachsen|Nordrhein-Westfalen|Rheinland-Pfalz|Saarland(?:es)?|Schleswig-Holstein|NRW|NW|BW|MV"
    r"|North\sRhine-Westphalia|Bavaria|Lower\sSaxony|Hesse|Saxony(?:-Anhalt)?|Thuringia|Rhineland-Palatinate|Baden-Wuerttemberg|Mecklenburg-Western\sPomerania"
)
OF_LAND = (
    r"(?:Thüringer|Hamburgisch\w*|Hessisch\w*|Berliner|Brandenburg(?:er|isch\w*)|Sächsisch\w*|Bayerisch\w*|Bremisch\w*|Niedersächsisch\w*|Saarländisch\w*|Schleswig-Holsteinisch\w*"
    r"|Österreichisch\w*|Eidgenössisch\w*|Liechtensteinisch\w*|Unabhängig\w*|Kirchlich\w*|Katholisch\w*|Evangelisch\w*|Diözesan\w*|Gemeinsame\w*)"
)
SUBJECT = (
    r"für\s(?:den\s)?(?:Daten-?[Ss]chutz|Informationsfreiheit)(?:\s?(?:,|und|&|u\.)\s?(?:für\s)?(?:das\s|die\s|den\s)?(?:Recht\sauf\s)?"
    r"(?:Informationsfreiheit|Datenschutz|Akteneinsicht|Informationszugang|Transparenz)){0,2}"
)
CHURCH = r"\sder\s(?:EKD|Evangelischen\s[\w-]+(?:\s[\w-]+){0,3}|Nordkirche|Diözese\s\w+|\(?Erz\)?-?[Bb]istümer)"
WHOSE = rf"(?:\s?[,–-]?\s?(?:(?:des|der|für\sdas)\s)?(?:(?:Bundesl|L)and(?:es)?\s)?(?:in\s|von\s|im\s)?(?:{LAND})|{CHURCH})"
TAIL = f"{WHOSE}?"
NAMED = re.compile(
    r"\b(?:Die\s|Der\s|Das\s|die\s|der\s|dem\s|den\s|das\s)?"
    # what all of them begin with, so that other words are passed over quickly
    r"(?=[A-ZÄÖÜb-]|\w{1,3}LfD)(?:"
    rf"(?:{OF_LAND}\s)?(?:Landes|Bundes|Diözesand?|Rundfunk)?-?[Bb]eauftragte[rn]?\s{SUBJECT}{TAIL}"
    rf"|(?:{OF_LAND}\s)(?:[Ll]andes)?[Dd]atenschutz(?:-?\sund\s\w+)?-?(?:beauftragte[rn]?|behörde|zentrums?(?:\s\([^)\n]{{3,30}}\)|\s(?:Dortmund|Frankfurt|Nord|{LAND}))?|aufsicht(?:\s\w+)?|stelle)"
    rf"|Landesdatenschutzbeauftragte[rn]?{WHOSE}|Bundesdatenschutzbeauftragte[rn]?|(?:{LAND})\sDatenschutzbehörde|Datenschutzbehörde\s(?:von\s|in\s|des\sLandes\s)?(?:{LAND})|[Bb]eauftragte[rn]?\sder\s[\w-]+\sfür\sden\sDatenschutz"
    rf"|(?:{OF_LAND}\s)?Landes(?:amt|amte?s|zentrums?)\sfür\s(?:den\s)?Datenschutz(?:aufsicht)?{TAIL}"
    rf"|{OF_LAND}\s(?:Landes|Daten)\w+\sfür\sDatenschutz{TAIL}"
    rf"|(?:(?:State|Federal|Berlin|Hamburg|Hessian|Bavarian|Saxon|Thuringian|Independent)\s){{0,2}}(?:Commissioner|Officer|Cent(?:er|re)|Office)\sfor\s(?:the\s)?(?:Data\s(?:Protection|Privacy)|Freedom\sof\sInformation)(?:\sSupervision)?"
    rf"(?:\sand\s(?:the\s)?(?:Freedom\sof\sInformation|Right\sof\sAccess\sto\s\w+|Data\sProtection|Transparency))?(?:\s(?:of|in|for)?\s?(?:the\s)?(?:(?:Federal\s)?State\sof\s)?(?:{LAND}))?"
    rf"|(?:State|Federal|Berlin|Hamburg|Hessian|Bavarian|Saxon|Thuringian|Austrian)\sData\sProtection\s(?:(?:and\s\w+\s)?Commissioner|Authority|Officer)"
    rf"|LDI\sNRW|(?:\w{{0,3}}LfDI?|LfDI?)\s(?:{LAND})|BayLDA|BayLfD|HmbBfDI|TLfDI|BfDI(?!\s?[–-]\s(?:Infothek|Anschriften)))"
)  # fmt: skip
ABOUT = re.compile(rf"(?:{LAND}|{OF_LAND}|Saxon|Hessian|LDI|LfD|EKD)")
ARTICLE = re.compile(r"^(?:de[rmn]|die|das)\s", re.IGNORECASE)
LABEL = re.compile(
    r"\b(?:[Dd]atenschutz-?)?[Aa]ufsicht(?:s(?:behörde|stelle|instanz))?n?\b[^\n:.]{0,80}?(?::|\b(?:ist|sind|führt|hat)\b|(?=\n))"
    r"|\b[Ss]upervisory\s[Aa]uthority\b[^\n:.]{0,80}?(?::|\bis\b|(?=\n))"
)
"""How an authority is introduced without a word of complaints: "Aufsichtsbehörde: LDI NRW"."""
THEIRS = re.compile(OPERATOR)
"""Whose authority a label may mean: "Aufsichtsbehörde von Meta ist …"."""
LABELS = ("aufsicht", "supervisory")
"""Lower-case letters of which every such label has some."""
BEHIND = 80
"""How far behind a label the authority's name may begin."""
LONGEST = 150
"""Code points of such a name."""
TRIED = 50
"""Labels that are looked at."""
NEAR = 700
"""How far from the word for complaint the authority's name may stand."""


def complaint_right(prose: Prose) -> list[int]:
    """Where the right to complain to an authority is spoken of."""
    text = prose.text
    places = merge(prose.places(*CUES), prose.cited("77"))
    cues = [m.start() for m in prose.matches(CUE, places, AROUND)]
    return [
        cue for cue in cues if AUTHORITY.search(text, max(0, cue - 200), min(len(text), cue + 300))
    ]


def complaint_authority(prose: Prose, granted: list[int]) -> tuple[str | None, int | None]:
    """The authority's name, or `UNSPECIFIED`; None where no right to complain is granted.

    granted: where that is. An authority may be named as such without a word of complaints.
    """
    if not granted:
        return _labelled(prose)
    text = prose.text
    named: list[re.Match[str]] = []
    end = 0
    for cue in granted:
        start, end = max(end, cue - NEAR), max(end, min(cue + NEAR, len(text)))
        named += NAMED.finditer(text, start, end)
    if not named:
        return UNSPECIFIED, granted[0]
    best = next((found for found in named if ABOUT.search(found.group())), named[0])
    return _name(best), best.start()


def _labelled(prose: Prose) -> tuple[str | None, int | None]:
    """The authority that stands behind "Aufsichtsbehörde:" or below such a heading."""
    for label in islice(prose.matches(LABEL, prose.places(*LABELS), AROUND), TRIED):
        if is_operators(prose.around(label.start(), NEAR)) or THEIRS.search(label.group()):
            continue
        end = min(label.end() + BEHIND + LONGEST, len(prose.text))
        named = NAMED.search(prose.text, label.end(), end)
        if named and named.start() <= label.end() + BEHIND:
            return _name(named), named.start()
    return None, None


def _name(found: re.Match[str]) -> str:
    return ARTICLE.sub("", " ".join(found.group().split()))
