"""joint: joint controllership (Art. 26 GDPR) and the essence of an arrangement with Meta."""

from __future__ import annotations

import re
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
NETWORKS = ("meta", "facebook", "instagram")
AROUND = 500
"""Code points of a sentence that may stand around the name of a network, more than any match has."""
POLICIES = ("facebook.com/", "instagram.com/", "instagram", "datenrichtlinie", "data policy")
ANSWERS = re.compile(
    r"(?:Art(?:ikel|icle|\.)?\s?15\s?(?:[–-]|bis|to|ff)|Betroffenenrechte\w*|Rechte[^\n.]{0,80}(?:betroffene|Art)|Anfragen|Auskunft\w*|data subjects?\W{0,2}s?\srights)[^\n]{0,240}\b(?:Meta|Facebook|Instagram)\b"
    r"|\b(?:Meta|Facebook|Instagram)\b[^\n]{0,240}(?:Art(?:ikel|icle|\.)?\s?15\s?(?:[–-]|bis|to|ff)|Betroffenenrechte\w*|Anfragen (?:von|der) Betroffenen|Auskunftsanfragen|data subjects?\W{0,2}s?\srights)",
    re.IGNORECASE,
)


def joint_controllers(prose: Prose) -> int | None:
    """Where joint controllership is spoken of; the definition of a controller is not it."""
    if not prose.has("26", "gemeinsam", "joint", "addendum", "insights", "zusatz"):
        return None
    for found in JOINT.finditer(prose.text):
        around = prose.text[max(0, found.start() - 40) : found.end() + 60]
        if not NOT_JOINT.search(around):
            return found.start()
    return None


def arrangement(prose: Prose) -> dict[str, int | None]:
    """Of an arrangement with Meta: the joint controller, its data policy, who answers requests."""
    policy = POLICY.search(prose.text) if prose.has(*POLICIES) else None
    linked = next(
        (
            start
            for line, start in zip(prose.lines, prose.starts, strict=True)
            if line.hrefs and any(map(_is_policy, line.hrefs))
        ),
        None,
    )
    meta = META.search(prose.text) if prose.has("ireland") else None
    answers = None
    if prose.has(" meta", "facebook", "instagram"):
        answers = ANSWERS.search(prose.text, *prose.span(NETWORKS, AROUND))
    return {
        "meta_controller": meta.start() if meta else None,
        "meta_policy": policy.start() if policy else linked,
        "meta_requests": answers.start() if answers else None,
    }


def _is_policy(href: str) -> bool:
    low = href.lower()
    return any([word in low for word in POLICIES]) and POLICY.search(href) is not None  # noqa: C419 - faster than a generator
