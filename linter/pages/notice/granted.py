"""granted: a sentence that grants the reader a right, and from where on it does."""

from __future__ import annotations

import re

from linter.pages.notice.wording import either, has, one_of

_READER = r"(?:Sie|Betroffene|[Dd]u|Nutzer\w*)"
_WITHDRAWN = one_of("widerrufen widerruft Widerruf zurückziehen")
_WANTED = one_of(
    "widersprechen widerspricht Widerspruch widerrufen widerruft Widerruf verlangen zurückziehen beantragen"
    " object withdraw revoke request"
)
_WHOSE = one_of(
    r"[Dd]as [Ee]in [Ii]hr\w{0,2} [Dd]ein\w{0,2} [Ee]uer [Kk]ein [Dd]ieses [Vv]om [Zz]um [Dd]ie"
)
_TO = either("auf", r"zu\b", "zur", ",", r"\(", "gegen", "nach", "gem", "besteh", "jederzeit")
_A_RIGHT = rf"\b{_WHOSE}\s(?:\w+\s)?(?:An)?[Rr]echte?n?\b(?=\s?{_TO})"
_RIGHT_TO = r"\b(?:Rechte?|Anrecht)\s(?:auf|zur?)\b"
_BY_NAME = r"\b(?:Auskunfts|Berichtigungs|Löschungs?|Widerspruchs|Widerrufs|Beschwerde)rechte?s?\b"
_CAN = either(
    rf"{_READER}\s(?:können|dürfen|kannst|kann)", rf"(?:können|dürfen|kannst|kann)\s{_READER}"
)
_READER_CAN = rf"\b{_CAN}\b[^\n]{{0,240}}?\b{_WANTED}\b"
_LAWFUL_TILL = r"\bRechtmäßigkeit\b[^\n]{0,200}?(?:\bWiderruf|berührt)"
_CONSENT_WITHDRAWN = (
    r"(?:\b[Ii]hre\w?\s|\b[Ee]ine\w?\s)?\b(?:Einwilligung|Zustimmung)\w*"
    rf"[^\n]{{0,80}}?\b{_WITHDRAWN}\b|\bWiderruf\b"
)
_ENGLISH = (
    r"\b(?:the|an?|your|any)\s(?:\w+\s)?rights?\s(?:to|of|under)\b"
    r"|\byou\s(?:can|may)\b[^\n]{0,160}?\b(?:object|withdraw|revoke)\b"
    r"|\blawfulness\b[^\n]{0,160}?\bwithdrawal"
)
ANYWHERE = re.compile(
    either(
        _A_RIGHT, _RIGHT_TO, _BY_NAME, _READER_CAN, _LAWFUL_TILL, _CONSENT_WITHDRAWN, _ENGLISH
    )
)  # fmt: skip
NEEDLES = (
    *("echt", "önnen", "ürfen", "kann", "iderruf", "inwilligung", "ustimmung"),
    *("right", "you ", "lawful"),
)
"""Letters of which a sentence with one of these wordings has some."""

_SAID_OF_ACCESS = either(
    r"(?:jeweiligen\s)?Verarbeitungszwecke",
    r"Kategorien\s(?:von\s)?(?:personen|Empf)",
    r"(?:konkreten\s)?Empfänger\soder",
    r"geplante\s(?:Speicherd|D)auer",
    r"purposes\sof\sthe",
    r"categories\sof",
    r"recipients\sor",
)
ITEM = re.compile(
    r"\W*(?:[a-z]\)\s|\d\.\s)?(?:(?:falls|wenn)\smöglich,?\s)?(?:über\s)?(?:die|das|the)\s"
    + _SAID_OF_ACCESS
)
"""An item of what access comprises."""

_IF = one_of("Wenn Soweit Sofern Falls Werden Wird Erfolgt Beruht Basiert Insoweit If Where")
_THEN = either(
    rf"(?:können|haben|dürfen|kannst|hast)\s{_READER}",
    r"steht\s(?:Ihnen|dir|der|den)",
    "besteht",
    r"you\s(?:may|can|have)",
)
CONDITION = re.compile(
    rf"\W*(?:{_IF}\b[^\n]*?,\s(?:so\s|dann\s)?{_THEN}\b"
    rf"|Gegen\b[^\n]*?\b(?:können|haben|dürfen)\s{_READER}\b)",
)
"""A sentence that says first what a right is about: "Werden Daten … verarbeitet, können Sie …"."""


def granted_from(sentence: str) -> int | None:
    """From where on a sentence grants something; None where it does not."""
    if ITEM.match(sentence):
        return 0
    granted = ANYWHERE.search(sentence) if has(sentence, NEEDLES) else None
    if granted is None:
        return None
    return 0 if CONDITION.match(sentence) else granted.start()
