"""words: what an audit says by itself, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from linter.text import Text

Level = Literal["no", "caution", "open", "yes", "nothing"]

VERDICTS: dict[Level, Text] = {
    "no": {
        "de": "So nicht veröffentlichen: {found}.",
        "en": "Do not publish like this: {found}.",
    },
    "caution": {
        "de": "Vor dem Veröffentlichen klären: {found}.",
        "en": "To be settled before publishing: {found}.",
    },
    "open": {
        "de": "Nichts zu beanstanden in dem, was geprüft werden konnte.",
        "en": "Nothing to object to in what could be checked.",
    },
    "yes": {
        "de": "Nichts zu beanstanden; alle Regeln waren prüfbar.",
        "en": "Nothing to object to; all rules could be checked.",
    },
    "nothing": {"de": "Es wurde nichts geprüft.", "en": "Nothing was checked."},
}
NO_HOUSE: Text = {
    "de": " Wessen Account das ist, wurde nicht erkannt; was nur für ein bestimmtes Haus gilt, blieb ungeprüft.",
    "en": " Whose account it is was not recognised; what applies to a particular authority only was not checked.",
}
AND_WAIVED: Text = {
    "de": " Durch Ausnahmen oder Baseline gedeckt: {found}.",
    "en": " Covered by waivers or the baseline: {found}.",
}
AND_UNKNOWN: Text = {"de": " Nicht prüfbar: {unknown}.", "en": " Could not be checked: {unknown}."}
HEADINGS: dict[str, Text] = {
    "error": {
        "de": "Zuerst: Pflichten, die nicht erfüllt oder nicht belegt sind",
        "en": "First: duties that are not met or not shown to be met",
    },
    "warning": {"de": "Danach: was anders sein sollte", "en": "Then: what should be different"},
    "info": {"de": "Hinweise", "en": "Notes"},
    "unknown": {"de": "Was nicht geprüft werden konnte", "en": "What could not be checked"},
    "eye": {
        "de": "Was ein Mensch noch ansehen muss",
        "en": "What a person still has to look at",
    },
    "covered": {
        "de": "Was durch Ausnahmen oder Baseline gedeckt ist",
        "en": "What waivers or the baseline cover",
    },
    "evidence": {"de": "Was gelesen wurde", "en": "What was read"},
}
INTRO: dict[str, Text] = {
    "eye": {
        "de": "Das entscheidet kein Programm; die Quellen verlangen oder empfehlen es trotzdem.",
        "en": "No program decides this; the sources ask for it or recommend it all the same.",
    },
    "unknown": {
        "de": "Nicht prüfbar heißt nicht in Ordnung.",
        "en": "“Could not be checked” does not mean “in order”.",
    },
}
LABELS: dict[str, Text] = {
    "why": {"de": "Warum", "en": "Why"},
    "source": {"de": "Quelle", "en": "Source"},
    "remedy": {"de": "Abhilfe", "en": "Remedy"},
    "account": {"de": "Account", "en": "Account"},
    "place": {"de": "Stelle", "en": "Place"},
    "clicks": {"de": "Weg", "en": "Way"},
    "rules": {"de": "Regeln", "en": "Rules"},
    "only": {"de": "Nur diese Regeln", "en": "Only these rules"},
    "reason": {"de": "Begründung", "en": "Reason"},
    "day": {"de": "Stichtag", "en": "As of"},
    "rulebook": {"de": "Regelwerk", "en": "Rulebook"},
    "house": {"de": "Behörde", "en": "Authority"},
    "kind": {"de": "Art", "en": "Kind"},
    "registry": {"de": "Register", "en": "Registry"},
    "version": {"de": "Geprüft mit", "en": "Checked with"},
    "final_url": {"de": "Endadresse", "en": "Final address"},
    "status": {"de": "Status", "en": "Status"},
    "fetched_at": {"de": "Abgerufen", "en": "Requested"},
    "sha256": {"de": "SHA-256", "en": "SHA-256"},
    "fault": {"de": "Störung", "en": "Fault"},
    "detail": {"de": "Einzelheiten (englisch)", "en": "Details"},
}
KINDS: dict[str, Text] = {
    "ressort": {"de": "Ressort-Account (ressort)", "en": "ministry account (ressort)"},
    "fach": {"de": "Fach-Account (fach)", "en": "subject account (fach)"},
    "personal": {
        "de": "persönlicher Account einer Amtsinhaberin oder eines Amtsinhabers (personal)",
        "en": "office holder's personal account (personal)",
    },
    "authority": {
        "de": "Account einer anderen öffentlichen Stelle (authority)",
        "en": "account of another public body (authority)",
    },
}
"""Kinds of accounts in words, with what `--kind` and a registry call them."""
GUESSED: Text = {
    "de": "{house} (erkannt; mit --authority festlegen)",
    "en": "{house} (recognised; set it with --authority)",
}
ENTRY: Text = {
    "de": "schon verzeichnet als {id} ({place}:{line}, status: {status}); geprüft wurde dieser Eintrag",
    "en": "already recorded as {id} ({place}:{line}, status: {status}); this entry was checked",
}
FORMER: Text = {
    "de": "dort steht {id} ({place}:{line}, status: closed) als früherer Account dieses Namens; geprüft wurde ohne diesen Eintrag",
    "en": "it has {id} ({place}:{line}, status: closed), a former account of this name; that entry was left aside",
}
NO_REGISTRY: Text = {
    "de": "Vermerke wie Billigung, Datenschutz-Prüfung oder Zuständigkeit stehen nur in einem Register; ein Entwurf (YAML) macht sie prüfbar.",
    "en": "Records such as approval, data protection review or responsibility exist only in a registry; a draft (YAML) lets them be checked.",
}
NOT_RUN: Text = {
    "de": "Von den Seiten im Netz wurde keine gelesen: {rules} nicht angewandt.",
    "en": "None of the pages on the web was read: {rules} not applied.",
}
NOT_KNOWN: Text = {
    "de": "nicht erkannt; mit --authority festlegen",
    "en": "not recognised; set it with --authority",
}
MORE: Text = {"de": "{n} weitere", "en": "{n} more"}
