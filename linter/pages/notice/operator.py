"""operator: a sentence that says what a network's operator does, and not the house as well."""

from __future__ import annotations

import re

from linter.pages.notice.wording import either, has, one_of

_NETWORKS = (
    "Meta Facebook Instagram Threads WhatsApp Twitter X Google YouTube LinkedIn XING TikTok Bluesky"
)
_OF_THE_HOUSE = one_of("Fanpage Seite Kan[aä]l Account Auftritt Profil Page Insight Analytics Maps")
_FIRM = one_of(
    "Platforms Ireland International Internet Unlimited Technology Corp Inc Ltd Limited LLC Company"
)
_BY_NAME = rf"{one_of(_NETWORKS)}\b(?!-|\s{_OF_THE_HOUSE})(?:\s{_FIRM}\b\.?){{0,4}}"
_RUNS = r"(?:Plattform|Netzwerk|Dienste|Portal)(?:betreiber|anbieter)(?:in|s|n)?\b"
_RUNS_IT = (
    r"(?:Betreiber|Anbieter)(?:in|s|n)?\s(?:der|des|dieser|dieses)\s"
    r"(?:\w+\s){0,2}(?:Plattform|Netzwerk)\w*"
)
_BY_ROLE = rf"(?:[Dd]e[rmns]|[Dd]ie)\s(?:jeweilige[nrs]?\s)?{either(_RUNS, _RUNS_IT)}"
OPERATOR = either(_BY_NAME, _BY_ROLE)
"""Who runs a network, by the name of it or what it is."""
NEEDLES = (*_NETWORKS.split(), "etreiber", "nbieter")
"""Letters of which a sentence about an operator has some."""

_DOES = one_of(
    "verarbeitet nutzt nennt stützt beruft erhebt erfüllt beantwortet gewährt übernimmt kümmert speichert"
    " löscht gibt verwendet gewährleistet stellt bietet informiert legt handelt erteilt bearbeitet räumt"
    r" ermöglicht behält hat ist\s(?:für|verpflichtet|zuständig|verantwortlich|erste|primär)"
    r" processes uses states relies collects fulfils? answers handles stores is\s(?:responsible|obliged)"
)
_DONE_BY = one_of(
    "beantwortet erfüllt gewährt übernimmt bearbeitet verarbeitet speichert nennt stellt trägt ist"
)
_BESIDE_IT = r"(?:\s\([^()\n]{1,80}\)|,\s[^,\n]{1,80},)?"
_IT_DOES = rf"(?:^\W*|[:;,]\s|\b(?:und|and)\s){OPERATOR}{_BESIDE_IT}\s{_DOES}\b"
_THAT_IT = rf"\b(?:dass|wonach|that)\s{OPERATOR}"
_DONE_BY_IT = rf"\b{_DONE_BY}\s(?:die\s|der\s)?{OPERATOR}"
_ACCORDING = (
    r"\b(?:[Nn]ach\s(?:eigenen\s)?(?:Angaben?|Auskunft|Aussage)\s(?:von|der|des)|[Ll]aut|[Aa]ccording\sto)"
    rf"\s(?:der\s)?{OPERATOR}"
)
_WITH_IT = rf"(?<![Aa]uch\s)\b(?:bei|gegenüber|seitens)\s(?:der\s)?{OPERATOR}"
_ITS = (
    r"\b(?:[Rr]echtsgrundlagen?|Datenschutz-?beauftragte\w*|officer)\s(?:von|bei|der|des|of)"
    rf"\s(?:die\s|der\s)?{OPERATOR}|\b(?:Metas|Facebooks|Googles|Meta’s|Meta's)\b"
)
THEIRS = re.compile(either(_IT_DOES, _THAT_IT, _DONE_BY_IT, _ACCORDING, _WITH_IT, _ITS))
"""How a sentence says what an operator does, names or has."""

_WE = one_of(
    r"[Ww]ir [Uu]ns [Uu]nser\w* [Bb]eide\w* [Ss]owohl [Gg]emeinsam\w* [Ww]e [Uu]s [Oo]ur [Bb]oth [Jj]ointly"
)
_HOUSE = one_of(
    r"Stadt Gemeinde Kreis Landkreis Land Hochschule Universität Schule Ministerium Behörde Polizei\w*"
    r" Bezirk\w* Amt Verwaltung city university ministry"
)
OURS = re.compile(
    rf"\b{_WE}\b|\b(?:die|der|das|dem|the)\s{_HOUSE}\b"
    rf"|\b{OPERATOR}\s(?:und|oder|sowie|and|or)\b"
    r"|\b(?:und|oder|sowie|als\sauch|and|or)\s(?:(?:bei|gegenüber|an|von|by)\s)?(?:die\s|der\s|dem\s)?"
    + OPERATOR
)
"""Who speaks: what is said of both may be the house's as well."""


def is_operators(sentence: str) -> bool:
    """Whether a sentence says what a network's operator does, and not the house as well."""
    if not has(sentence, NEEDLES):
        return False
    return THEIRS.search(sentence) is not None and not OURS.search(sentence)
