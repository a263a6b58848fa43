"""elements: the other contents of Art. 13 GDPR, told by their words, and law that is out of force."""

from __future__ import annotations

import re
from heapq import merge
from typing import TYPE_CHECKING

from linter.pages.notice.aside import own_part

if TYPE_CHECKING:
    from linter.pages.notice.prose import Prose

PURPOSES = re.compile(
    r"\bZweck(?:e|en|s|es)?\b|\bzwecks\b|\b(?:Daten|Angaben|verarbeite\w*|speicher\w*|gespeichert|genutzt|nutzen|verwende\w*)\b[^\n.]{0,120}\bzur (?:Bearbeitung|Beantwortung)\b|\bVerarbeitungszweck\w*|\bdien(?:t|en)\b[^\n.]{0,80}\b(?:der|dem|dazu|zur|zum)\b|\bpurposes?\b|\bin order to\b"
    r"|\b(?:Wofür|Wozu|Warum)\b[^\n.?]{0,60}\b(?:Daten|nutzen|verarbeite[nt]|verwenden|erheben|brauchen|benötigen|speichern)\b|\b(?:verarbeite[nt]|Verarbeitung|erheben|nutzen|verwenden)\b[^\n.]{0,60}, um\b"
    r"|\b(?:why|what) (?:do )?we (?:process|collect|use|need|store)\b|\bwe (?:\w{1,12} )?(?:process|use|need|require)\b[^\n.]{0,60}\b(?:data|address\w*)\b[^\n.]{0,60}\b(?:for|to (?!third|the (?:US|United)|you\b|your\b)[a-z]{3})"
    r"|\bdata\b[^\n.]{0,40}\b(?:used|needed|required|necessary|processed)\b[^\n.]{0,30}\b(?:to|for)\b|\bdata serves?\b",
    re.IGNORECASE,
)
RECIPIENTS = re.compile(
    r"\bEmpfänger\w*|\bAuftragsverarbeit\w*|\bWeitergabe\b|\bweitergegeben\b|\bgeben\b[^\n.]{0,80}\bweiter\b|\bübermitte(?:ln|lt|lung)\b[^\n.]{0,80}\b(?:an|nicht)\b|\bDienstleister\w*|\bDritte\b"
    r"|\bWer (?:erhält|bekommt|hat Zugriff|kann)\b|\b(?:Wem|An wen)\b[^\n.]{0,60}\b(?:geben|gegeben|leiten|geleitet|übermitteln|übermittelt|weiter)"
    r"|\bHosting\b|\bgehostet\b|\brecipients?\b|\bprocessors?\b|\bthird part(?:y|ies)\b|\bhosted by\b"
    r"|\bdisclos(?:e|es|ed|ing|ure)\b|\bpass(?:ed|es|ing)?\b[^\n.]{0,40}\bon\b|(?<!look )\bforward(?:ed|s)?\b[^\n.]{0,60}\bto\b|\bdata\b[^\n.]{0,40}\b(?:transmitted|transferred|sent|given|made available|shared)\b"
    r"|\bshar(?:e|es|ed|ing)\b[^\n.]{0,60}\b(?:data|information)\b|\bdata sharing\b|\bwho (?:receives|will receive|gets|has access)\b|\bcontractors?\b|\bon our behalf\b|\bhosting (?:provider|service)"
    r"|\b(?:to|by|with|our|external|engage\w*|commission\w*) (?:\w{1,15} ){0,2}service providers?\b|\bservice providers?(?::|\b[^\n.]{0,40}\b(?:process|acting|receive))",
    re.IGNORECASE,
)
ACCESS_CLAUSE = re.compile(
    r"\b(?:Herkunft|Auskunft\w*|origin)\b[^\n.;]{0,120}\b(?:Empfänger|Zwecke?|recipients?|purposes?)\b|\bZwecke?n? und (?:die )?Mitteln?\b|\bpurposes and means\b|\bEmpfänger(?:n|s)?\b[^\n.]{0,60}\bZweck|\brights? (?:of|to)\b[^\n.;]{0,160}\bdisclosed\b",
    re.IGNORECASE,
)
THIRD_COUNTRY = re.compile(
    r"\bDritt(?:land|länder|ländern|landes|staat|staaten|staates)\b|\bDrittland\w*|\bDrittstaat\w*|\bthird[- ](?:countr\w+|states?\b)|\baußerhalb (?:der|des) (?:EU|Europäischen|EWR|europäischen)|\boutside (?:of )?(?:the )?(?:EU|EEA|European)|\binternational (?:data )?transfers?\b"
    r"|\bStandard(?:vertrags|datenschutz)klauseln|\bstandard (?:contractual|data protection) clauses|\bAngemessenheitsbeschl\w+|\badequacy decision|\bData Privacy Framework|\bArt(?:ikel|icle|\.)?\s?4[4-9]\b"
    r"|\b(?:in|an|nach)\b[^\n.]{0,30}\b(?:den |die )?(?:USA|Vereinigten Staaten)\b[^\n.]{0,60}\b(?:übertrag|übermitt|gespeichert|verarbeit|transfer)|\b(?:übertrag|übermitt|transfer)\w*[^\n.]{0,60}\b(?:USA|Vereinigte\w* Staaten|United States)\b"
    r"|\b(?:process|stored|storage|storing|transmit|sent|access|servers?)\w{0,5}\b[^\n.]{0,80}\b(?:USA|United States|the (?-i:US))\b|\btransfer\w*[^\n.]{0,60}\bthe (?-i:US)\b|\b(?:USA|United States|the (?-i:US))\b[^\n.]{0,60}\b(?:process|transfer|access|stored)",
    re.IGNORECASE,
)
_SPAN = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty|ninety|several|an?)[ -](?:\w{1,10} )?(?:hour|day|week|month|year)s?\b"
_GONE = r"(?:deleted?|erased?|removed|destroyed|overwritten|anonymi[sz]ed|purged?)"
RETENTION = re.compile(
    r"\bWie lange\b|\baufbewahrt\b|(?:\bwir\b[^\n.]{0,40}\blöschen|\blöschen wir)\b[^\n.]{0,100}\b(?:sobald|nach|wenn|sofern|spätestens|nicht mehr)\b|"
    r"\bSpeicherdauer\b|\bAufbewahrung(?:sdauer|sfrist\w*|szeit\w*)?\b|\bLöschfrist\w*|\bDauer der (?:Daten)?(?:speicherung|verarbeitung)|\bgespeichert\b[^\n.]{0,60}\b(?:Tage?n?|Wochen?|Monate?n?|Jahre?n?|solange|bis)\b"
    r"|\b(?:Tage?n?|Wochen?|Monate?n?|Jahre?n?|Stunden|spätestens|sobald|unverzüglich|anschließend|danach|automatisch)\b[^\n.]{0,80}\bgelöscht\b|\bgelöscht\b[^\n.]{0,60}\b(?:sobald|nach|wenn|sofern|spätestens)\b"
    r"|\b(?:so lange|solange)\b[^\n.]{0,100}\b(?:gespeichert|aufbewahrt|speichern|bewahren|erforderlich|notwendig)|\bretention\b|\b(?:stored|kept|retained)\b[^\n.]{0,60}\b(?:for|until|as long as)\b|\bdeleted\b[^\n.]{0,40}\b(?:after|as soon as|once)\b"
    rf"|\b(?:storage|deletion|erasure) (?:periods?|durations?|times?|limit\w*|schedules?|deadlines?|terms?)\b|\bduration of (?:the )?(?:data )?(?:storage|processing)\b|\btime limits? for (?:the )?(?:deletion|erasure|storage)\b"
    rf"|\bhow long\b[^\n.]{{0,60}}\b(?:store|keep|hold|retain|stored|kept|held)\b|\b(?:store|stored|keep|kept|retain|retained|hold|held|save|saved)\b[^\n.]{{0,80}}\b(?:until|as long as|no longer than|{_SPAN})"
    rf"|\b{_GONE}\b[^\n.]{{0,40}}\b(?:after|as soon as|once|within|automatically|no later than|at the latest|when (?:they|it|the|no)|{_SPAN})|\b(?:after|once|as soon as|automatically|immediately|at the latest|within|{_SPAN})\b[^\n.]{{0,80}}\b{_GONE}\b"
    rf"|\b(?:erasure|deletion) after\b",
    re.IGNORECASE,
)
CONTENTS: dict[str, tuple[re.Pattern[str], tuple[str, ...]]] = {
    "purposes": (
        PURPOSES,
        (
            "zweck", "bearbeitung", "beantwortung", "dient", "dienen", "purpose", "in order to", "wofür", "wozu", "warum", ", um", "why", "what", "data",
            "address",
        ),
    ),
    "recipients": (
        RECIPIENTS,
        (
            "empfänger", "auftragsverarbeit", "weitergabe", "geben", "übermitte", "dienstleister", "dritte", "hosting",
            "gehostet", "recipient", "processor", "third part", "hosted by", "disclos", "pass", "forward", "data", "shar",
            "who", "contractor", "behalf", "provider", "wer ", "wem ", "an wen",
        ),
    ),
    "third_country": (
        THIRD_COUNTRY,
        (
            "drittl", "dritts", "außerhalb d", "outside ", "klauseln",
            "angemessenheitsbeschl", "adequacy decision", "privacy framework", "usa", "vereinigte", "united states",
            "third", "international", "clauses", "the us",
        ),
    ),
    "retention": (
        RETENTION,
        (
            "speicherdauer", "aufbewahrung", "löschfrist", "dauer der ", "gespeichert", "gelöscht", "solange", "so lange",
            "wie lange", "löschen", "retention", "stored", "kept", "retain", "delet", "eras", "storage", "duration", "long", "store", "keep", "hold",
            "held", "save", "removed", "destroyed", "overwritten", "anonymi", "purge",
        ),
    ),
}  # fmt: skip
"""By content: the pattern, and lower-case letters of which every match has some (or an article)."""
BESIDE = {
    "purposes": re.compile(
        r"\bZwecke?s?\b[^\n.,]{0,60}\b(?:entf[aä]ll|weggefallen|wegf[aä]ll|erreicht (?:ist|sind|wurde)|erfüllt (?:ist|sind|wurde))\w*|\bsobald\b[^\n.,]{0,80}\bZwecke?s?\b"
        r"|\bpurposes?\b[^\n.,]{0,60}\b(?:no longer|ceases|fulfilled)",
        re.IGNORECASE,
    ),
    "recipients": re.compile(
        r"\b(?:unbefugt|unrechtmäßig|unberechtigt|widerrechtlich|unlawful|unauthori[sz]ed)\w*[^\n.]{0,80}|^[^\n.]*\b(?:strafbar|punishable)\b",
        re.IGNORECASE,
    ),
}
"""What the words for a content say beside it: when data are deleted, what is forbidden."""
ON_REQUEST = re.compile(
    r"(?=.*\b(?:erfahr|mitteil|mitgeteilt|teilen|nenn|genannt|benenn|benannt|Auskunft|erhalten|erhältlich|bekommen|Verfügung|tell|told|available|provide|list)).*"
    r"\b(?:(?:auf|bei) (?:\w+ )?(?:Anfrage|Nachfrage|Wunsch|Verlangen|Anforderung)|(?:up)?on request)\b|.*\b(?:erfragen|ask us)\b",
    re.IGNORECASE,
)
"""A sentence by which a content is told to whoever asks, and so is not told here."""
PART = re.compile(r"[.;]\s+")
PROMISE = 160
"""Code points of a line that says nothing but that."""
ENTRY = 80
"""Code points of an entry of a table of contents."""
SHIELD = re.compile(r"\bPrivacy[\s-]?Shields?\b", re.IGNORECASE)
STRUCK_DOWN = re.compile(
    r"\b(?:ungültig|unwirksam|nichtig|gekippt|aufgehoben|außer Kraft|hinfällig|weggefallen|Wegfall\w*|Ende|Aus|gescheitert\w*|Aufhebung|Unwirksamkeit|Ungültigkeit|Urteil\w*|abgelöst|ersetzt|Nachfolge\w*|Vorgänger\w*|damalig\w*|seinerzeit\w*|einst|vormals|nicht länger|galt|ehemalig\w*|früher\w*|nicht mehr|bisherig\w*|Schrems|C-311/18|invalid\w*|struck down|no longer|former\w*|replaced|annul\w*|predecessor|verworfen|verwarf|kassiert\w*|an (?:die )?Stelle|anstelle|EuGH\w*|Europäische\w* Gerichtshof\w*|CJEU|ECJ|Court of Justice|(?:gilt|gelten|stütz\w*|beruf\w*|trägt)\b[^\n.]{0,60}\bnicht|(?:war|waren|hatten?|was|were)\b[^\n.]{0,80}\bPrivacy[\s-]?Shields?|bis (?:zum )?(?:\d{1,2}\. ?)?(?:\w{3,9} )?20(?:19|20|21)|until (?:\d{1,2} )?(?:\w{3,9} )?20(?:19|20|21))\b",
    re.IGNORECASE,
)
OLD_LAW = re.compile(
    r"\b(?:TTDSG|TMG|Telemediengesetz(?:es)?|Telekommunikation-?\s?Telemedien-?\s?Datenschutz-?\s?Gesetz(?:es)?)\b"
)
FORMER = re.compile(
    r"\b(?:früher\w*|vormals|ehemals|ehem\.|ehemalig\w*|bisher\w*|zuvor|vorher|alt|statt|anstelle|ersetzte?|abgelöst|Nachfolge\w*|a\. ?F\.|formerly|previously|bis (?:zum )?\d)[^\n.]{0,60}$",
    re.IGNORECASE,
)
AROUND = 100
"""Code points of a law's name that may stand around its abbreviation, more than any has."""
PROVIDER = re.compile(r"§§?\s?(?:5|6|7|8|9|10)\b[^\n§]{0,60}$")
"""§ 5 TMG is the Impressum's, §§ 7–10 are the disclaimer's: neither is the notice's law."""


def told(prose: Prose, content: str) -> int | None:
    """Where the house speaks of a content: not where a word is defined or a right is explained."""
    pattern, needles = CONTENTS[content]
    places = prose.places(*needles)
    if content == "third_country":
        places = merge(places, prose.cited("4"))
    for start, end in prose.telling(places):
        found = pattern.search(prose.text, start, end)
        if not found or ACCESS_CLAUSE.search(prose.text, start, end):
            continue
        sentence = prose.text[start:end]
        own = start + own_part(sentence, ("definition", "right"))
        if ON_REQUEST.match(sentence):
            continue
        meant = _beside(content, sentence)
        while found and found.start() < own:
            if found.start() - start not in meant and not _hollow(prose, start):
                return found.start()
            found = pattern.search(prose.text, found.end(), end)
    return None


def _beside(content: str, sentence: str) -> set[int]:
    """The places in a sentence where the words for a content say something else."""
    pattern = BESIDE.get(content)
    found = pattern.finditer(sentence) if pattern else ()
    return {at for match in found for at in range(match.start(), match.end())}


def _hollow(prose: Prose, at: int) -> bool:
    """Whether a word stands in a heading over nothing or a mere promise, or in a table of contents."""
    index = prose.index(at)
    line = prose.lines[index]
    if not line.heading:
        return len(line.text) < ENTRY and any(href.startswith("#") for href in line.hrefs)
    below = prose.lines[index + 1 : index + 3]
    if not below or 0 < below[0].heading <= line.heading:
        return True
    alone = len(below) == 1 or below[1].heading > 0
    parts = PART.split(below[0].text[: PROMISE + 1].rstrip(". "))
    return alone and len(below[0].text) <= PROMISE and all(map(ON_REQUEST.match, parts))


def shield(prose: Prose) -> int | None:
    """Where the notice relies on the Privacy Shield; saying that it fell is no fault."""
    for found in SHIELD.finditer(prose.text) if prose.has("shield") else ():
        around = prose.text[max(0, found.start() - 220) : found.end() + 220]
        if not STRUCK_DOWN.search(around):
            return found.start()
    return None


def outdated_law(prose: Prose) -> list[tuple[str, int]]:
    """Laws out of force that the notice names as in force, each once."""
    seen: dict[str, int] = {}
    for found in prose.matches(OLD_LAW, prose.places("tmg", "ttdsg", "telemedien"), AROUND):
        before = prose.text[max(0, found.start() - 90) : found.start()]
        if not FORMER.search(before) and not PROVIDER.search(before):
            seen.setdefault(" ".join(found.group().split()), found.start())
    return list(seen.items())
