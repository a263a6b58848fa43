"""Two languages: the small pieces of text that belong to no rule, and how values are shown."""

from __future__ import annotations

from datetime import date
from typing import Any

LANGUAGES = ("de", "en")

Text = dict[str, str]
"""A text in both languages: {"de": …, "en": …}."""

CAUSES: dict[str, Text] = {
    "not-declared": {
        "de": "Das Register sagt dazu nichts; nur das Profil könnte es zeigen.",
        "en": "The registry is silent on this; only the profile could tell.",
    },
    "eligibility-unknown": {
        "de": "Es ist nicht bekannt, ob die Plattform diesem Account eine Verifizierung anbietet.",
        "en": "It is not known whether the platform offers this account verification.",
    },
    "interval-not-configured": {
        "de": "Die Quelle nennt keine Frist, und im Register ist keine festgelegt.",
        "en": "The source names no interval, and the registry sets none.",
    },
    "not-recorded": {
        "de": "Das Register enthält die dafür nötige Angabe nicht.",
        "en": "The registry lacks the entry this depends on.",
    },
    "turning-point-unclear": {
        "de": "Von welchem Tag an die Quelle galt, steht nicht lesbar in ihr; die Angabe liegt in diesem Zeitraum.",
        "en": "The source does not say legibly from which day it applied; the entry falls within that period.",
    },
    "target-hidden": {
        "de": "Kurzlinks und Linksammlungen verraten nicht, wohin sie führen.",
        "en": "Short links and link hubs do not show where they lead.",
    },
    "wording-unclear": {
        "de": "Die Angabe lässt offen, was damit gemeint ist.",
        "en": "The entry leaves open what is meant by it.",
    },
    "authority-unknown": {
        "de": "Die Behörde des Accounts ist nicht bekannt, oder ihr Name ist nicht verzeichnet.",
        "en": "The account's authority is not known, or its name is not recorded.",
    },
    "registry-in-part": {
        "de": "Eine Datei des Registers war nicht oder nicht vollständig lesbar; dort könnte es stehen.",
        "en": "A file of the registry could not be read, or not in full; it may stand there.",
    },
    "page-not-read": {
        "de": "Die Seite dahinter wurde nicht gelesen.",
        "en": "The page behind it was not read.",
    },
    "page-not-judgeable": {
        "de": "Die Seite lässt sich so nicht beurteilen (Skript, Bild, Anmeldung oder leer).",
        "en": "The page cannot be judged as it is (script, image, login or empty).",
    },
    "page-refers-on": {
        "de": "Die Seite nennt die Angaben nicht selbst, sondern verweist auf weitere Seiten; was dort steht, ließ sich nicht beurteilen.",
        "en": "The page does not give the details itself but refers to further pages; what is there could not be judged.",
    },
    "page-uncertain": {
        "de": "Ob dies die gesuchte Seite ist, lässt sich nicht sicher sagen.",
        "en": "Whether this is the page looked for cannot be said for certain.",
    },
    "another-page": {
        "de": "Unter der Adresse steht eine andere Seite als die gesuchte.",
        "en": "The address leads to a different page from the one looked for.",
    },
    "too-large": {
        "de": "Von der Seite wurde nur der Anfang gelesen oder nicht jeder Teil (zu groß, unvollständig gesendet, oder ein Rahmen oder Baustein in ihr kam nicht).",
        "en": "Only the beginning of the page was read, or not every part of it (too large, sent in part, or a frame or a piece in it did not come).",
    },
    "forwarded-nowhere": {
        "de": "Die Seite leitet auf eine Adresse weiter, unter der nichts zu finden ist.",
        "en": "The page forwards to an address at which nothing is found.",
    },
    "page-not-linked": {
        "de": "Das Profil und die Seiten dahinter führen zu keiner solchen Seite.",
        "en": "The profile and the pages behind it lead to no such page.",
    },
    "page-gone": {
        "de": "Die Seite ist unter der Adresse, auf die verwiesen wird, nicht da.",
        "en": "The page is not at the address that is referred to.",
    },
    "profile-not-read": {
        "de": "Das öffentliche Profil konnte nicht gelesen werden.",
        "en": "The public profile could not be read.",
    },
    "not-yet-live": {
        "de": "Der Account ist erst geplant; es gibt noch kein Profil.",
        "en": "The account is only planned; there is no profile yet.",
    },
    "profile-gone": {
        "de": "Das Profil ist unter seiner Adresse nicht mehr da.",
        "en": "The profile is no longer at its address.",
    },
    "platform-not-readable": {
        "de": "Diese Plattform zeigt ohne Anmeldung keine Profile; nötig ist ein Export oder eine gespeicherte Seite.",
        "en": "This platform shows no profiles to visitors without a login; an export or a saved page is needed.",
    },
    "no-token": {
        "de": "Für die Schnittstelle der Plattform ist kein Zugangsschlüssel hinterlegt.",
        "en": "No access token is set for the platform's interface.",
    },
    "token-refused": {
        "de": "Die Schnittstelle der Plattform hat den Zugangsschlüssel abgewiesen.",
        "en": "The platform's interface refused the access token.",
    },
    "login-wall": {
        "de": "Statt der Seite kam eine Anmeldung, eine Abweisung oder ein Wartungshinweis.",
        "en": "A login, a refusal or a maintenance notice came in place of the page.",
    },
    "not-reachable": {
        "de": "Die Seite war nicht erreichbar (Zeitüberschreitung, Verbindung, Zertifikat oder Serverfehler).",
        "en": "The page could not be reached (timeout, connection, certificate or server error).",
    },
    "asked-to-wait": {
        "de": "Der Server bat, ihn eine Weile in Ruhe zu lassen; die Seite wurde deshalb nicht gelesen.",
        "en": "The server asked to be left alone for a while; so the page was not read.",
    },
    "robots": {
        "de": "Die Seite untersagt automatische Abrufe (robots.txt).",
        "en": "The page forbids automatic requests (robots.txt).",
    },
    "address-refused": {
        "de": "Die Adresse wurde nicht abgerufen: Sie führt in ein nicht öffentliches Netz oder ist nicht brauchbar.",
        "en": "The address was not requested: it leads into a non-public network or is not usable.",
    },
    "not-in-recording": {
        "de": "Die aufgezeichnete Nacht enthält diese Seite nicht.",
        "en": "The recorded night does not contain this page.",
    },
    "too-many-requests": {
        "de": "Die Höchstzahl an Abrufen für diesen Account war erreicht.",
        "en": "The limit of requests for this account was reached.",
    },
    "seen-once": {
        "de": "Erst in einer Nacht gesehen; was die Erreichbarkeit betrifft, gilt erst, wenn es sich wiederholt.",
        "en": "Seen in one night only; what concerns reachability counts once it is seen again.",
    },
    "page-undated": {
        "de": "Die Seite nennt keinen Tag, an dem sie zuletzt überprüft wurde.",
        "en": "The page names no day on which it was last reviewed.",
    },
    "link-back-gone": {
        "de": "Die Plattform zeigt den Account noch als bestätigt an, die Seite der Behörde verweist aber nicht mehr auf ihn.",
        "en": "The platform still shows the account as verified, but the authority's page no longer links back to it.",
    },
    "not-understood": {
        "de": "Auf der Seite steht etwas, das die gesuchte Angabe sein kann; sicher verstanden wurde es nicht.",
        "en": "Something on the page may be what is asked for; it was not understood for certain.",
    },
    "narrower-notice": {
        "de": "Die Datenschutzerklärung verweist auf eigene Datenschutzhinweise für soziale Medien; diese wurden nicht gelesen.",
        "en": "The privacy notice points to a notice of its own for social media; that one was not read.",
    },
    "narrower-notice-unclear": {
        "de": "Die Datenschutzerklärung verweist auf eigene Datenschutzhinweise für soziale Medien; ob sie auch diesen Account betreffen und was sie sagen, "
        "ließ sich nicht beurteilen.",
        "en": "The privacy notice points to a notice of its own for social media; whether that one is about this account, and what it says, could not be "
        "judged.",
    },
    "provider-unclear": {
        "de": "Das Impressum nennt einen Anbieter, von dem nicht bekannt ist, wie er zur Behörde gehört.",
        "en": "The Impressum names a provider whose relation to the authority is not known.",
    },
    "not-shown": {
        "de": "Diese Art des Abrufs zeigt das nicht.",
        "en": "This way of reading the profile does not show it.",
    },
    "unreadable": {
        "de": "Der Wert im Register ist nicht lesbar (siehe REG-Befunde).",
        "en": "The value in the registry cannot be read (see the REG findings).",
    },
}
"""Why a check could not look: the keys that `linter.checks.base.Unknown` may name."""


def shown(value: Any, lang: str) -> str:
    """Show a placeholder's value to a reader of the language."""
    if isinstance(value, dict):
        return str(value[lang])
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y") if lang == "de" else value.isoformat()
    if isinstance(value, (tuple, list)):
        return ", ".join(shown(item, lang) for item in value)
    return str(value)
