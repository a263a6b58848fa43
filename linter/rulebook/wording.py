"""The words in which a rule is told: labels, kinds of accounts, duties, dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.text import Text, shown

if TYPE_CHECKING:
    from datetime import date

LABELS: dict[str, Text] = {
    "why": {"de": "Warum", "en": "Why"},
    "remedy": {"de": "Abhilfe", "en": "Remedy"},
    "severity": {"de": "Schwere", "en": "Severity"},
    "source": {"de": "Quelle", "en": "Source"},
    "applies": {"de": "Gilt für", "en": "Applies to"},
    "waiver": {"de": "Ausnahme", "en": "Waiver"},
    "message": {"de": "Meldungen", "en": "Messages"},
    "check": {"de": "Prüfung", "en": "Check"},
    "examples": {"de": "Beispiele", "en": "Examples"},
    "about": {"de": "Zur Regel", "en": "About this rule"},
}

DUTIES: dict[str, Text] = {
    "must": {
        "de": "Die Quelle verlangt es verbindlich (muss, ist zu, hat zu, darf nicht, nur nach …).",
        "en": "The source makes it binding (must, is to, may not, only after …).",
    },
    "should": {
        "de": "Die Quelle sagt soll, sollte, grundsätzlich oder nach Möglichkeit oder empfiehlt es; "
        "auch „sollte stets“ bleibt ein Soll.",
        "en": "The source says should, as a rule or where possible, or recommends it; "
        "“should always” is still a should.",
    },
    "may": {
        "de": "Die Quelle stellt es frei oder gibt nur einen Hinweis (kann, Feststellung).",
        "en": "The source leaves it open or merely points it out (may, a statement).",
    },
    "own": {
        "de": "Eigene Regel des Linters; keine Quelle verlangt es.",
        "en": "A rule of the linter's own; no source asks for it.",
    },
}

KINDS: dict[str, Text] = {
    "ressort": {"de": "Ressort-Accounts", "en": "ministry accounts (ressort)"},
    "fach": {"de": "Fach-Accounts", "en": "subject accounts (fach)"},
    "personal": {
        "de": "persönliche Accounts von Amtsinhaberinnen und Amtsinhabern (personal)",
        "en": "office holders' personal accounts (personal)",
    },
    "authority": {
        "de": "Accounts anderer öffentlicher Stellen (authority)",
        "en": "accounts of other public bodies (authority)",
    },
}

STATUS: dict[str, Text] = {
    "planned": {"de": "geplant", "en": "planned"},
    "active": {"de": "aktiv", "en": "active"},
    "dormant": {"de": "ruhend", "en": "dormant"},
    "closed": {"de": "geschlossen", "en": "closed"},
}

MATURITY: dict[str, Text] = {
    "preview": {"de": "in Erprobung", "en": "in preview"},
    "stable": {"de": "stabil", "en": "stable"},
    "deprecated": {"de": "überholt", "en": "deprecated"},
}

NEEDS: dict[str, Text] = {
    "registry": {"de": "dem Register", "en": "the registry"},
    "profile": {"de": "dem öffentlichen Profil", "en": "the public profile"},
    "web": {"de": "den Webseiten dahinter", "en": "the web pages behind it"},
}

PER: dict[str, Text] = {
    "account": {"de": "ein Befund je Account", "en": "one finding per account"},
    "authority": {
        "de": "ein Befund je Behörde, nicht je Account",
        "en": "one finding per authority, not per account",
    },
    "authority-platform": {
        "de": "ein Befund je Behörde und Plattform",
        "en": "one finding per authority and platform",
    },
    "entry": {
        "de": "ein Befund je Angabe, auch unter „authorities“",
        "en": "one finding per entry, under `authorities`, too",
    },
    "registry": {"de": "geprüft am ganzen Register", "en": "checked on the registry as a whole"},
}

CHECKED: dict[str, Text] = {
    "guard": {"de": "nur wenn:", "en": "only if:"},
    "check": {"de": "geprüft wird:", "en": "checked:"},
}

FORMS: dict[str, Text] = {
    "of-date": {"de": "Stand {day}", "en": "of {day}"},
    "of-ruling": {"de": "{ruling} vom {day}", "en": "{ruling} of {day}"},
    "in-force-from": {"de": "ab {day}", "en": "from {day}"},
    "in-force-until": {"de": "bis {day}", "en": "until {day}"},
    "quoted": {"de": "„{text}“", "en": "“{text}”"},
    "kinds": {"de": "Arten: {names}", "en": "kinds: {names}"},
    "any-kind": {"de": "alle", "en": "all"},
    "status": {"de": "Zustand: {names}", "en": "state: {names}"},
    "platforms": {"de": "Plattformen: {names}", "en": "platforms: {names}"},
    "not-platforms": {"de": "nicht auf: {names}", "en": "not on: {names}"},
    "jurisdictions": {"de": "Land: {names}", "en": "jurisdiction: {names}"},
    "authority-kinds": {"de": "Art der Behörde: {names}", "en": "kind of authority: {names}"},
    "authorities": {"de": "Behörden: {names}", "en": "authorities: {names}"},
    "unless-packs": {
        "de": "nicht neben dem Paket: {names}",
        "en": "not together with the pack: {names}",
    },
    "milder": {
        "de": "Hier milder eingestuft, weil die Pflicht umstritten ist, nicht alle trifft oder sich "
        "so nicht sicher beurteilen lässt.",
        "en": "Graded more leniently here, because the duty is disputed, does not bind everybody or "
        "cannot be judged for certain this way.",
    },
    "needs": {"de": "entscheidbar aus: {names}", "en": "decided from: {names}"},
    "valid-from": {"de": "in Kraft ab {day}", "en": "in force from {day}"},
    "valid-until": {"de": "in Kraft bis {day}", "en": "in force until {day}"},
    "never-waived": {
        "de": "Ausnahmen sind nicht zugelassen.",
        "en": "No waiver is permitted.",
    },
    "waived-for": {
        "de": "Mit Begründung und Frist zugelassen, höchstens {days} Tage.",
        "en": "Permitted with a reason and a limit, for {days} days at most.",
    },
    "waived": {
        "de": "Mit Begründung und Frist zugelassen.",
        "en": "Permitted with a reason and a limit.",
    },
    "example-good": {"de": "Gut, kein Befund", "en": "Good, no finding"},
    "example-bad": {"de": "Schlecht, Befund", "en": "Bad, a finding"},
    "example-unknown": {"de": "Nicht entscheidbar", "en": "Cannot be decided"},
    "found-at": {"de": " an {places}", "en": " at {places}"},
    "marked": {"de": " („{text}“)", "en": " (“{text}”)"},
    "on-day": {"de": " (Stichtag {day})", "en": " (as of {day})"},
    "pack": {"de": "Paket: {name}", "en": "pack: {name}"},
    "tags": {"de": "Schlagwörter: {names}", "en": "tags: {names}"},
    "since": {"de": "seit Version {version}, {status}", "en": "since version {version}, {status}"},
    "redirects": {"de": "früher: {names}", "en": "formerly: {names}"},
    "reviewed": {"de": "geprüft von {by} am {day}", "en": "reviewed by {by} on {day}"},
}


def label(key: str, lang: str) -> str:
    """A section's heading."""
    return LABELS[key][lang]


def form(key: str, lang: str, **values: object) -> str:
    """A fixed phrase with its placeholders filled."""
    return FORMS[key][lang].format(**values)


def dated(day: date | str | None, lang: str) -> str:
    """A day as the language writes it; a year or a month stays what it is."""
    if isinstance(day, str):
        from linter.subject import day_of  # noqa: PLC0415

        year, _, month = day.partition("-")
        if lang == "de" and len(month) == 2:  # noqa: PLR2004 - of a month, no day is known
            return f"{month}.{year}"
        return shown(day_of(day) or day, lang)
    return shown(day, lang) if day else ""
