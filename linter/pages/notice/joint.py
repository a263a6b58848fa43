"""joint: joint controllership (Art. 26 GDPR) and the essence of an arrangement with Meta."""

from __future__ import annotations

import re
from heapq import merge
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.pages.notice.prose import Prose

JOINT = re.compile(
    r"\bArt(?:ikel|icle|\.)?\s{0,3}26\b(?!\s{0,3}(?:Abs(?:atz|\.)\s{0,2}\d\s{0,2})?BDSG)(?=[^\n]{0,60}(?:DS-?GVO|GDPR|Datenschutz-?Grundverordnung|gemeinsam|joint))"
    r"|\bgemeinsam(?:e[nrms]?)?\s(?:für\s[^\n.]{0,80}\s)?(?:Verantwortliche?\w*|Verantwortung|verantwortlich)\b|\bgemeinsam\b[^\n.]{0,80}\bverantwortlich\b"
    r"|\bjoint(?:ly)?\s(?:data\s)?(?:controller\w*|responsib\w*)"
    r"|\b(?:Page\s(?:Insights\s)?Controller\sAddendum|Controller\sAddendum|Seiten-?Insights-?Ergänzung|Zusatz\sfür\sVerantwortliche)\b",
    re.IGNORECASE,
)
NOT_JOINT = re.compile(r"allein oder gemeinsam|alone or jointly|Zwecke und Mittel", re.IGNORECASE)
META = re.compile(r"\b(?:Meta\s(?:Platforms\s)?Ireland|Facebook\sIreland)\b", re.IGNORECASE)
POLICY = re.compile(
    r"facebook\.com/(?:about/privacy|privacy|policy|policies|legal|full_data_use_policy)|instagram\.com/(?:legal|about/legal)|privacycenter\.instagram|help\.instagram\.com/519522125107875"
    r"|\bDatenrichtlinie\b|\bDatenschutzrichtlinie von (?:Meta|Facebook|Instagram)|\bdata policy\b",
    re.IGNORECASE,
)
JOINTLY = ("gemeinsam", "joint", "addendum", "insights", "zusatz")
"""Lower-case letters of which every mention has some, unless an article is named."""
NETWORKS = ("meta", "facebook", "instagram")
AROUND = 500
"""Code points of a sentence that may stand around such a word, more than any match has."""
ANSWERING = ("15", "rechte", "anfragen", "auskunft", "subject")
"""Lower-case letters of which those who say that a network answers have some."""
POLICIES = ("facebook.com/", "instagram.com/", "instagram", "datenrichtlinie", "data policy")
ANSWERS = re.compile(
    r"(?:Art(?:ikel|icle|\.)?\s?15\s?(?:[–-]|bis|to|ff)|Betroffenenrechte\w*|Rechte[^\n.]{0,80}(?:betroffene|Art)|Anfragen|Auskunft\w*|data subjects?\W{0,2}s?\srights)[^\n]{0,240}\b(?:Meta|Facebook|Instagram)\b"
    r"|\b(?:Meta|Facebook|Instagram)\b[^\n]{0,240}(?:Art(?:ikel|icle|\.)?\s?15\s?(?:[–-]|bis|to|ff)|Betroffenenrechte\w*|Anfragen (?:von|der) Betroffenen|Auskunftsanfragen|data subjects?\W{0,2}s?\srights)",
    re.IGNORECASE,
)


def joint_controllers(prose: Prose) -> int | None:
    """Where joint controllership is spoken of; the definition of a controller is not it."""
    places = merge(prose.places(*JOINTLY), prose.cited("26"))
    for found in prose.matches(JOINT, places, AROUND):
        around = prose.text[max(0, found.start() - 40) : found.end() + 60]
        if not NOT_JOINT.search(around):
            return found.start()
    return None


def arrangement(prose: Prose) -> dict[str, int | None]:
    """Of an arrangement with Meta: the joint controller, its data policy, who answers requests."""
    policy = None
    if prose.has(*POLICIES):
        places = prose.places(*POLICIES, "datenschutzrichtlinie")
        policy = next(prose.matches(POLICY, places, AROUND), None)
    meta = next(prose.matches(META, prose.places("ireland"), AROUND), None)
    answers = _answers(prose) if prose.has(" meta", "facebook", "instagram") else None
    return {
        "meta_controller": meta.start() if meta else None,
        "meta_policy": policy.start() if policy else _linked(prose),
        "meta_requests": answers.start() if answers else None,
    }


def _answers(prose: Prose) -> re.Match[str] | None:
    """Who answers those who ask for their rights, where that is a network."""
    for start, end in prose.stretches(prose.places(*NETWORKS), AROUND):
        if prose.aligned and all(prose.low.find(word, start, end) < 0 for word in ANSWERING):
            continue
        found = ANSWERS.search(prose.text, start, end)
        if found:
            return found
    return None


def _linked(prose: Prose) -> int | None:
    """The line with a link to the policy of a network."""
    hrefs = "\n".join([href for line in prose.lines for href in line.hrefs]).lower()
    if not any([word in hrefs for word in POLICIES]):  # noqa: C419 - faster than a generator
        return None
    for line, start in zip(prose.lines, prose.starts, strict=True):
        if line.hrefs and any(map(POLICY.search, line.hrefs)):
            return start
    return None
