"""joint: joint controllership (Art. 26 GDPR) and the essence of an arrangement with Meta."""

from __future__ import annotations

import re
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

from linter.pages.notice import letter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.notice.prose import Prose

_IN = r"(?:[^\n.]|\.(?=\s(?-i:[a-zäöüß])))"
"""What a sentence goes on with: also the point of an abbreviation, "Meta Platforms Ireland Ltd. tragen"."""
JOINT = re.compile(
    r"\bArt(?:ikel|icle|\.)?\s{0,3}26\b(?!\s{0,3}(?:Abs(?:atz|\.)\s{0,2}\d\s{0,2})?BDSG)(?=[^\n]{0,60}(?:DS-?GVO|GDPR|Datenschutz-?Grundverordnung|gemeinsam|joint))"
    r"|\bgemeinsam(?:e[nrms]?)?\s(?:für\s[^\n.]{0,80}\s)?(?:Verantwortliche?\w*|Verantwortung|verantwortlich)\b|\bgemeinsam\b[^\n.]{0,80}\bverantwortlich\b"
    rf"|\b(?:gemeinsam|zusammen)\smit\b{_IN}{{0,120}}\b(?:Verantwortung|verantwortlich)\b|\bmitverantwort(?:lich|ung)\w*"
    rf"|\bgeteilte\w?\sVerantwort\w+|\bteilen\b{_IN}{{0,60}}\bVerantwortung\b|\bVerantwortung\b{_IN}{{0,60}}\bteilen\b"
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
JOINTLY = (
    "gemeinsam", "joint", "addendum", "insights", "zusatz", "zusammen mit", "mitverantwort", "geteilte", "teilen",
)  # fmt: skip
"""Lower-case letters of which every mention has some, unless an article is named."""
OPERATORS = {
    "meta": re.compile(
        r"\b(?:Meta|Facebook|Instagram)|\bFan-?pages?\b|\bZusatz für Verantwortliche\b",
        re.IGNORECASE,
    ),
    "google": re.compile(r"\b(?:Google|You[ -]?Tube|Alphabet)", re.IGNORECASE),
    "linkedin": re.compile(r"\b(?:LinkedIn|Microsoft)", re.IGNORECASE),
    "tiktok": re.compile(r"\b(?:Tik[ -]?Tok|ByteDance)", re.IGNORECASE),
    "x": re.compile(r"\bTwitter", re.IGNORECASE),
}
"""Who runs the networks with which there may be joint control."""
OPEN = re.compile(
    r"\b(?:jeweilige[nrm]?|allen|verschiedenen|genannten)\b|\b(?:Plattform|Netzwerk|Dienste?)-?(?:betreiber|anbieter)\w*|\b(?:Plattformen|Netzwerken?|Betreibern|Anbietern)\b"
    r"|\bsoziale[nrm]?\s(?:Medien|Netzwerk\w*)|\bSocial[ -]Media\b|\bsocial networks?\b|\b(?:EuGH|CJEU|Urteil\w*|C-210/16)\b",
    re.IGNORECASE,
)
"""What speaks of all networks, whichever are named beside."""
BODIES = re.compile(
    r"\bmit\s(?:\w+\s){0,3}?(?:\w*gemeinden?|\w*kommunen?|\w*städten?|\w*kreis\w{0,3}|\w*behörden?|\w*ämtern?|\w*ministeri\w+|Land|Ländern|Bund|\w*verb[aä]nd\w*|\w*hochschulen?|\w*universität\w*|\w*rechenzentr\w+|\w*stellen?|\w*partnern?|Dritten)\b"
    r"|\b\w*(?:portals?|verfahrens?|registers?)\b",
    re.IGNORECASE,
)
"""Other bodies with which a house may process data jointly, and what for."""
NETWORKS = ("meta", "facebook", "instagram")
MANY = 50
"""Mentions of joint control of which it is asked with whom."""
NEAR = 60
"""Lines below a heading that still stand under it."""
AROUND = 500
"""Code points of a sentence that may stand around such a word, more than any match has."""
ANSWERING = ("15", "rechte", "anfragen", "auskunft", "subject")
"""Lower-case letters of which those who say that a network answers have some."""
POLICIES = ("facebook.com/", "instagram.com/", "instagram", "datenrichtlinie", "data policy")
ANSWERS = re.compile(
    r"(?:Art(?:ikel|icle|\.)?\s?15\s?(?:[–-]|bis|to|ff)|Betroffenenrechte\w*+|Rechte[^\n.]{0,80}(?:betroffene|Art)|Anfragen|Auskunft\w*+|data subjects?\W{0,2}s?\srights)[^\n]{0,240}\b(?:Meta|Facebook|Instagram)\b"
    r"|\b(?:Meta|Facebook|Instagram)\b[^\n]{0,240}(?:Art(?:ikel|icle|\.)?\s?15\s?(?:[–-]|bis|to|ff)|Betroffenenrechte\w*|Anfragen (?:von|der) Betroffenen|Auskunftsanfragen|data subjects?\W{0,2}s?\srights)",
    re.IGNORECASE,
)


def joint_controllers(prose: Prose) -> list[int]:
    """Where joint controllership is spoken of; the definition of a controller is not it."""
    return list(islice(_mentions(prose), MANY))


def joint_with(prose: Prose, mentions: list[int]) -> tuple[str, ...]:
    """With whom there is joint control: keys of `OPERATORS`, `others` who may be anybody else, `any` where nobody is named."""
    texts = [at for at in mentions if not prose.lines[prose.index(at)].heading]
    found = [name for at in texts or mentions for name in _parties(prose, at)]
    return tuple(dict.fromkeys(found))


def _mentions(prose: Prose) -> Iterator[int]:
    """Every place where joint controllership is spoken of."""
    places = merge(prose.places(*JOINTLY), prose.cited("26"))
    for found in prose.matches(JOINT, places, AROUND):
        around = prose.text[max(0, found.start() - 40) : found.end() + 60]
        if not NOT_JOINT.search(around):
            yield found.start()


def _parties(prose: Prose, at: int) -> tuple[str, ...]:
    """Those whom a sentence names, or where it names nobody the headings above it, less surely."""
    said = prose.around(at, AROUND)
    if OPEN.search(said):
        return ("any",)
    named = _operators(said)
    if not named and BODIES.search(said):
        return ("others",)
    if named:
        return named
    headed = _headed(prose, prose.index(at))
    return (*headed, "others") if headed else ("any",)


def _operators(text: str) -> tuple[str, ...]:
    found = [name for name, pattern in OPERATORS.items() if pattern.search(text)]
    if "x" not in found and next(letter.named(text), None) is not None:
        found.append("x")
    return tuple(found)


def _headed(prose: Prose, index: int) -> tuple[str, ...]:
    """The operators in the heading above a line, else in the one above that."""
    level = 7
    for line in reversed(prose.lines[max(index - NEAR, 0) : index]):
        if 0 < line.heading < level:
            named = _operators(line.text)
            if named:
                return () if OPEN.search(line.text) else named
            level = line.heading
    return ()


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
