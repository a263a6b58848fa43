"""refusals: how whoever stands in front of a page says that it is not to be had now, or not like this.

A proxy, a hoster, the server itself: what they say is about cookies, browsers, sessions, queues and
themselves. Most of it stands in a heading; running text may speak of the same things in passing.
"""

from __future__ import annotations

import re

from linter.pages.kinds.wording import Wording, folded

_HEADS = re.compile(
    # what is blocked, by whom ever
    r"\b(?:zugriff|zugang|\w*seite|website|url|\w*verbindung|internetpräsenz|anfrage|konto|domain|adresse|account|page|access|site|request|connection|website)\b(?: \w+){0,4} "
    r"(?:gesperrt|blockiert|abgelehnt|unterbrochen|verweigert|deaktiviert|blocked|denied|suspended|rejected|forbidden|disabled)\b"
    # browsers, cookies, sessions
    r"|\bcookies? (?:\w+ ){0,2}(?:erforderlich|deaktiviert|notwendig|required|disabled|not enabled)\b"
    r"|\b(?:unsupported|outdated|old|veralteter|alter) browser\b|\bbrowser (?:\w+ ){0,3}(?:veraltet|nicht (?:mehr )?unterstützt|not supported|outdated|too old)\b"
    r"|\b(?:sitzung|session)\b(?: \w+){0,2} (?:abgelaufen|ungültig|beendet|expired|timed out|invalid)\b"
    # too many at once
    r"|\bzu viele (?:anfragen|zugriffe|aufrufe)\b|\btoo many requests\b|\brate limit\w*|\bwarteraum\b|\bwaiting room\b|\bwarteschlange\b"
    # what is not set up yet, or by nobody
    r"|\bdefault (?:web ?|welcome )?page\b|\bit works!|^\W*index of /|\b(?:welcome to|willkommen bei) (?:nginx|apache|plesk|iis|caddy)\b|\btest ?page (?:for|of)\b|\bcoming soon\b|\bunder construction\b"
    r"|\bpage is being generated\b|\bhier (?:wird gebaut|entsteht)\b|\bdemnächst (?:hier|online)\b|\b(?:gleich|bald|in kürze) wieder (?:da|zurück|online|für sie)\b|\bhosting provider\b"
    # the way into the net
    r"|\bw-?lan\b|\bwi-?fi\b|\bhotspot\b|\bcaptive portal\b|\bproxy ?server\b"
    # a bare word
    r"|^\W*(?:\d{1,4}\W+)?(?:fehler|error|störung|wartung|oops|ups|hoppla)\W*(?:\d{1,4})?\W*$|\bnotfallseite\b|\bit-sicherheitsvorfall\b",
    re.IGNORECASE | re.MULTILINE,
)
"""What only a heading, or the title, says of a page that is none."""
_TEXT = Wording(
    re.compile(
        r"\b(?:browser )?akzeptiert keine cookies\b|\b(?:aktivieren sie|erlauben sie|enable)(?: \w+){0,2} cookies\b|\bitte verwenden sie eine[nr]? (?:aktuelle\w*|andere\w*) (?:version|browser)"
        r"|\b(?:upgrade|update)(?: \w+){0,2} (?:modern|your) browser\b|\b(?:sitzung|session) (?:\w+ ){0,2}(?:abgelaufen|expired)\b|\bzu viele (?:anfragen|zugriffe)\b|\btoo many requests\b|\bwartezeit\b"
        r"|\b(?:sicherheits|nutzungs|internet)-?richtlinien? (?:ihres|des|unseres) (?:\w+ )?(?:netz\w*|hauses|unternehmens|hosters)\b|\b(?:usage|security|access) policy\b|\bcache[- ]?administrator\b"
        r"|\b(?:unexpected|critical|kritischer?n?|unerwarteter?n?) (?:error|fehler)\b|\b(?:verbindung|connection) (?:\w+ ){0,3}(?:nicht hergestellt|fehlgeschlagen|failed|refused|timed out)\b"
        r"|\b(?:steht|stehen)\b(?: [\w-]+){0,6} nicht zur verfügung\b|\b(?:bauen|räumen)(?: \w+){0,2} um\b|\bgeht(?: \w+){0,3} online\b|\bhackerangriff|\bcyber-?angriff|\bvom netz (?:genommen|getrennt)\b",
        re.IGNORECASE,
    ),
    (
        "cookie", "browser", "sitzung", "session", "zu viele", "too many", "wartezeit", "richtlinie", "policy",
        "administrator", "error", "fehler", "verbindung", "connection", "zur verfügung", " um", "version", "online",
        "hackerangriff", "cyber", "vom netz",
    ),
)  # fmt: skip
"""What the first sentences of such a page say."""
_AGAIN = Wording(
    re.compile(
        r"\b(?:versuch\w*|probier\w*|lad\w*|aktualisier\w*|komm\w*|schau\w*) (?:[\w.]+ ){1,8}(?:neu|erneut|noch ?(?:ein)?mal|später|wieder)\b"
        r"|\b(?:try|reload|refresh|retry|check|come)\b(?: \w+){0,5} (?:again|later|page|back|soon)\b|\b(?:ging|geht|gegangen|gelaufen) (?:\w+ )?(?:schief|etwas)|\bschief ?(?:gelaufen|gegangen)\b|\bsomething went wrong\b",
        re.IGNORECASE,
    ),
    (
        "versuch", "probier", "lad", "aktualisier", "komm", "schau", "try", "load", "refresh", "check", "come", "g",
        "wrong",
    ),
    (
        "neu", "mal", "später", "wieder", "again", "later", "page", "back", "soon", "schief", "etwas", "wrong",
    ),
)  # fmt: skip
_HELD_BACK = Wording(
    re.compile(
        r"\bnach (?:\w+ ){0,3}(?:zustimmung|einwilligung|bestätigung|freigabe|klick)\b(?: \w+){0,4} (?:geladen|angezeigt|aktiviert|dargestellt|sichtbar)\b"
        r"|\b(?:externe[nrs]?|dritt\w*|external|third[- ]party) (?:inhalte?s?|content|dienste?)\b(?: \w+){0,4} (?:blockiert|gesperrt|deaktiviert|ausgeblendet|blocked|disabled)\b|\b(?:inhalte?|content) (?:laden|anzeigen|zulassen|entsperren|freischalten)\b|\b(?:load|show|unblock) (?:\w+ )?content\b"
        r"|\bcookies? (?:\w+ ){0,2}(?:müssen|must)\b|\b(?:akzeptieren|erlauben|accept|allow) (?:\w+ ){0,4}cookies\b",
        re.IGNORECASE,
    ),
    (
        "geladen", "angezeigt", "aktiviert", "dargestellt", "sichtbar", "inhalt", "dritt", "extern", "third", "content",
        "cookie",
    ),
)  # fmt: skip
"""How a page keeps something back until its reader agrees."""
_GONE = Wording(
    re.compile(
        r"\b(?:\w*seiten?|inhalts?|dokument|adressen?|resource|content|page)\b[^.!?\n]{0,80}?"
        r"\b(?:gibt es (?:\w+ ){0,2}nicht|existier\w+ nicht|(?:nicht|no) (?:mehr|longer) (?:\w+ ){0,2}(?:verfügbar|vorhanden|erreichbar|available)|nicht mehr zur verfügung"
        r"|(?:wurden?|ist|sind) (?:\w+ ){0,3}(?:gelöscht|verschoben|entfernt|archiviert|umgezogen)|keinen? (?:inhalt|seite|eintrag) (?:\w+ ){0,2}finden|does not exist|(?:been|was) (?:moved|removed|deleted))\b"
        r"|\bkonnten? (?:\w+ ){0,6}keinen? (?:inhalte?|seite) finden\b|\bergab (?:leider )?(?:0|keine) (?:treffer|ergebnisse)\b|\bno results (?:for|found)\b",
        re.IGNORECASE,
    ),
    (
        "seite", "inhalt", "dokument", "adresse", "resource", "content", "page", "ergab", "results",
    ),
    (
        "nicht", "no", "wurde", "ist", "sind", "keine", "been", "was", "treffer", "ergebnisse",
    ),
)  # fmt: skip
"""What such a page says instead where it was moved, or is no more."""
_RULES = re.compile(
    r"netiquette|etikette|regel|richtlinie|kommentar|umgang|dialog|ordnung|barriere|accessib|rules|guideline|comment",
    re.IGNORECASE,
)
"""What pages are called that say what is removed, or what cannot be reached."""


def refuses(heads: str, text: str) -> bool:
    """Whether the headings of a page, one a line, or the first sentences of a short one, say so."""
    if _HEADS.search(heads) is not None:
        return True
    low = folded(text)
    return _TEXT.is_in(text, low) or retries(text, low)


def retries(text: str, low: str) -> bool:
    """Whether a text asks its reader to come again: whatever happened, this is not what is there.

    low: the text, folded.
    """
    return _AGAIN.is_in(text, low)


def says_gone(heads: str, text: str) -> bool:
    """Whether a short page says that what was asked for is elsewhere, or no more."""
    return _GONE.is_in(text, folded(text)) and _RULES.search(heads) is None


def holds_back(text: str) -> bool:
    """Whether a text says that something is shown only to those who agree."""
    return _HELD_BACK.is_in(text, folded(text))
