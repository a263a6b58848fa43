"""web_faults: what went wrong with a request, in words for people; the particulars are in the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.text import Text

FAULTS: dict[str, Text] = {
    "not_found": {"de": "nicht vorhanden", "en": "not there"},
    "forbidden": {"de": "Abruf abgewiesen", "en": "request refused"},
    "login_wall": {"de": "Anmeldung verlangt", "en": "login asked for"},
    "client_error": {"de": "Abruf nicht angenommen", "en": "request not accepted"},
    "rate_limited": {
        "de": "der Server nimmt vorerst keine weiteren Abrufe an",
        "en": "the server accepts no further requests for now",
    },
    "server_error": {"de": "Fehler des Servers", "en": "server error"},
    "dns_error": {
        "de": "Adresse unbekannt (Name nicht auflösbar)",
        "en": "address unknown (name cannot be resolved)",
    },
    "tls_error": {
        "de": "Zertifikat oder Verschlüsselung fehlerhaft",
        "en": "certificate or encryption at fault",
    },
    "connect_error": {"de": "keine Verbindung", "en": "no connection"},
    "timeout": {"de": "Zeitüberschreitung", "en": "timeout"},
    "reset": {"de": "Verbindung abgebrochen", "en": "connection cut off"},
    "redirect_loop": {"de": "Weiterleitung im Kreis", "en": "redirects in a circle"},
    "too_many_redirects": {"de": "zu viele Weiterleitungen", "en": "too many redirects"},
    "bad_redirect": {
        "de": "Weiterleitung ohne brauchbares Ziel",
        "en": "redirect without a usable target",
    },
    "robots_disallowed": {"de": "von robots.txt untersagt", "en": "forbidden by robots.txt"},
    "robots_unreachable": {
        "de": "robots.txt nicht lesbar, deshalb kein Abruf",
        "en": "robots.txt cannot be read, hence no request",
    },
    "address_refused": {"de": "keine öffentliche Adresse", "en": "not a public address"},
    "budget_exhausted": {
        "de": "Höchstzahl an Abrufen erreicht",
        "en": "limit of requests reached",
    },
    "bad_encoding": {
        "de": "Antwort beschädigt (nicht zu entpacken)",
        "en": "answer damaged (cannot be unpacked)",
    },
    "failed": {
        "de": "Fehler in amtlint, nicht auf der Seite",
        "en": "an error of amtlint, not of the page",
    },
    "not_recorded": {"de": "nicht in der Aufzeichnung", "en": "not in the recording"},
}
"""Every fault (see `linter.crawl.capture`)."""
STATUSES: dict[tuple[str, int], Text] = {
    ("forbidden", 401): {"de": "Anmeldung verlangt", "en": "login asked for"},
    ("client_error", 400): {
        "de": "Abruf als fehlerhaft abgewiesen",
        "en": "request refused as faulty",
    },
    ("client_error", 402): {"de": "Bezahlung verlangt", "en": "payment asked for"},
    ("client_error", 405): {
        "de": "Art des Abrufs nicht zugelassen",
        "en": "kind of request not permitted",
    },
    ("client_error", 407): {
        "de": "ein Proxy verlangt eine Anmeldung",
        "en": "a proxy asks for a login",
    },
    ("client_error", 421): {
        "de": "Server für diesen Namen nicht zuständig",
        "en": "server not responsible for this name",
    },
    ("client_error", 418): {"de": "dem Programm verweigert", "en": "refused to a program"},
    ("client_error", 451): {
        "de": "aus rechtlichen Gründen gesperrt",
        "en": "blocked for legal reasons",
    },
    ("bad_redirect", 300): {
        "de": "Auswahl mehrerer Seiten statt der einen",
        "en": "choice of pages in place of the one",
    },
    ("bad_redirect", 304): {
        "de": "Antwort „unverändert“ ohne die Seite",
        "en": "answer “not modified” without the page",
    },
}
"""Statuses that say more than their fault."""
PAUSE: Text = {"de": "der Server bat um eine Pause", "en": "the server asked for a pause"}
USED_UP: Text = {
    "de": "das Kontingent an Abrufen ist aufgebraucht",
    "en": "the quota of requests is used up",
}
TOO_MANY = 429
PAUSES = (None, 503)
"""Statuses with which a host is left alone: none where it was not even asked."""
REFUSED: tuple[tuple[str, Text], ...] = (
    ("no public address", FAULTS["address_refused"]),
    (
        "user name",
        {"de": "Adresse mit einem Nutzernamen", "en": "address with a user name in it"},
    ),
    ("port", {"de": "nicht üblicher Port", "en": "unusual port"}),
)
"""Why an address was refused, by what the detail says; anything else is none that can be asked."""
NO_PROFILE = "the platform says that there is no such profile"
"""The detail of a `not_found` that an interface told, whatever the profile's own address answers."""
UNUSABLE: Text = {"de": "keine brauchbare Adresse", "en": "not a usable address"}


def in_words(fault: str, status: int | None = None, detail: str = "") -> Text:
    """What went wrong, in words."""
    if fault == "rate_limited" and status != TOO_MANY:
        return PAUSE if status in PAUSES else USED_UP
    if fault == "address_refused" and detail:
        return next((words for part, words in REFUSED if part in detail), UNUSABLE)
    said = STATUSES.get((fault, status or 0)) or FAULTS.get(fault)
    return said or dict.fromkeys(("de", "en"), fault.replace("_", " "))
