"""words: what the report says by itself, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.text import Text

TEXTS: dict[str, Text] = {
    "title": {
        "de": "Prüfbericht Social-Media-Accounts",
        "en": "Report on social-media accounts",
    },
    # the head
    "as-of": {"de": "Stichtag", "en": "As of"},
    "tool": {"de": "Geprüft mit", "en": "Checked with"},
    "rulebook": {"de": "Prüfsumme des Regelwerks", "en": "Digest of the rulebook"},
    "plugins": {"de": "Plug-ins", "en": "Plug-ins"},
    "looked-at": {"de": "Umfang", "en": "Scope"},
    "scope": {"de": "{accounts}, {rules}", "en": "{accounts}, {rules}"},
    "other-book": {
        "de": "Der Lauf verwendete ein anderes Regelwerk als die Fassung, mit der dieser Bericht erstellt wurde; "
        "Titel und Begründungen der Regeln können deshalb abweichen.",
        "en": "The run used a different rulebook from the version that made this report; titles and reasons of rules may "
        "therefore differ.",
    },
    # the verdict
    "verdict": {"de": "Ergebnis", "en": "Result"},
    "nothing": {
        "de": "Es wurde kein Account geprüft. Dieser Bericht sagt deshalb nichts darüber, ob alles in Ordnung ist.",
        "en": "No account was checked. So this report says nothing about whether all is well.",
    },
    "broken": {
        "de": "Der Lauf ist nicht fehlerfrei verlaufen; das Ergebnis ist unvollständig (siehe „Fehler des Laufs“).",
        "en": "The run did not go through without errors; the result is incomplete (see “Errors of the run”).",
    },
    "found": {
        "de": "Offen: {counts}, bei {where}.",
        "en": "Open: {counts}, at {where}.",
    },
    "found-nowhere": {"de": "Offen: {counts}.", "en": "Open: {counts}."},
    "none": {
        "de": "Die angewandten Regeln haben keinen offenen Befund ergeben.",
        "en": "The rules that were applied produced no open finding.",
    },
    "none-new": {
        "de": "Die angewandten Regeln haben keinen neuen offenen Befund ergeben.",
        "en": "The rules that were applied produced no new open finding.",
    },
    "open-before": {
        "de": "Der Lauf zeigt nur Neues (--only new). Aus früheren Nächten offen und hier nicht aufgeführt: {counts}.",
        "en": "The run shows only what is new (--only new). Open from earlier nights and not listed here: {counts}.",
    },
    "rest-before": {
        "de": "Ebenfalls nicht aufgeführt (--only new): {n} Punkte, die nicht prüfbar waren oder unterdrückt sind.",
        "en": "Not listed either (--only new): {n} points that could not be checked or are suppressed.",
    },
    "rest-before-one": {
        "de": "Ebenfalls nicht aufgeführt (--only new): ein Punkt, der nicht prüfbar war oder unterdrückt ist.",
        "en": "Not listed either (--only new): one point that could not be checked or is suppressed.",
    },
    "gaps": {
        "de": "Bei {accounts} ließ sich nicht alles prüfen; was dort offenblieb, ist weder gut noch schlecht, sondern nicht bekannt.",
        "en": "For {accounts} not everything could be checked; what was left open there is neither good nor bad but unknown.",
    },
    "gaps-house": {
        "de": "Punkte, die das Haus als Ganzes betreffen und sich nicht prüfen ließen: {n}. Was offenblieb, ist weder gut noch schlecht, sondern nicht bekannt.",
        "en": "Points that concern the authority as a whole and could not be checked: {n}. What was left open is neither good nor bad but unknown.",
    },
    "no-gaps": {
        "de": "Bei allen {accounts} konnten die angewandten Regeln entschieden werden.",
        "en": "For all {accounts} the rules that were applied could be decided.",
    },
    "no-gaps-one": {
        "de": "Bei diesem Account konnten die angewandten Regeln entschieden werden.",
        "en": "For this account the rules that were applied could be decided.",
    },
    "rules-left": {
        "de": "{rules} wurden nicht angewandt (siehe „Was nicht geprüft werden konnte“); was sie ergäben, ist nicht bekannt.",
        "en": "{rules} were not applied (see “What could not be checked”); what they would find is not known.",
    },
    "rules-left-one": {
        "de": "{rules} wurde nicht angewandt (siehe „Was nicht geprüft werden konnte“); was sie ergäbe, ist nicht bekannt.",
        "en": "{rules} was not applied (see “What could not be checked”); what it would find is not known.",
    },
    "only-applied": {
        "de": "Das heißt nicht, dass alle Vorschriften eingehalten sind: Geprüft wurden nur die Regeln, die gewählt waren.",
        "en": "That does not mean that the law is complied with in every respect: only the rules that were chosen were checked.",
    },
    "only-new": {
        "de": "Der Lauf zeigt nur Neues (--only new): {n} aus früheren Läufen stehen hier nicht.",
        "en": "The run shows only what is new (--only new): {n} from earlier runs are not shown here.",
    },
    "only-new-one": {
        "de": "Der Lauf zeigt nur Neues (--only new): {n} aus früheren Läufen steht hier nicht.",
        "en": "The run shows only what is new (--only new): {n} from earlier runs is not shown here.",
    },
    "audit": {
        "de": "Das Ergebnis stammt aus „amtlint audit“. Dessen eigener Bericht (--output html=DATEI) nennt auch, was ein Mensch noch ansehen muss.",
        "en": "The result comes from `amtlint audit`. Its own report (--output html=FILE) also names what a person still has to look at.",
    },
    # the overview
    "overview": {"de": "Überblick", "en": "Overview"},
    "by-severity": {"de": "Befunde nach Schwere", "en": "Findings by severity"},
    "by-authority": {"de": "Offene Befunde nach Behörde", "en": "Open findings by authority"},
    "by-rule": {"de": "Offene Befunde nach Regel", "en": "Open findings by rule"},
    "severity": {"de": "Schwere", "en": "Severity"},
    "open": {"de": "Offen", "en": "Open"},
    "open-new": {"de": "Neu offen", "en": "Newly open"},
    "waived": {"de": "Mit Ausnahme", "en": "Waived"},
    "baselined": {"de": "In der Baseline", "en": "In the baseline"},
    "authority": {"de": "Behörde", "en": "Authority"},
    "accounts": {"de": "Betroffene Accounts", "en": "Accounts concerned"},
    "rule": {"de": "Regel", "en": "Rule"},
    "name": {"de": "Bezeichnung", "en": "Title"},
    "sum": {"de": "Zusammen", "en": "Total"},
    "no-authority": {"de": "(ohne Behörde)", "en": "(no authority)"},
    "changes": {"de": "Seit der letzten Nacht", "en": "Since the last night"},
    "changed": {
        "de": "{new} neu, {reopened} wieder da, {still} unverändert offen, {gone} erledigt.",
        "en": "{new} new, {reopened} reopened, {still} still open, {gone} gone.",
    },
    # what could not be checked
    "coverage": {"de": "Was nicht geprüft werden konnte", "en": "What could not be checked"},
    "covered": {
        "de": "Geprüft wurden {accounts} mit {rules}: {checked} in allen Punkten, {unknown} nicht in allen.",
        "en": "{accounts} were checked with {rules}: {checked} in every point, {unknown} not in every point.",
    },
    "covered-one": {
        "de": "Geprüft wurde {accounts} mit {rules}: {checked} in allen Punkten, {unknown} nicht in allen.",
        "en": "{accounts} was checked with {rules}: {checked} in every point, {unknown} not in every point.",
    },
    "not-run-one": {
        "de": "{rules} wurde nicht angewandt, weil sich das, wonach sie fragt, aus den vorliegenden Angaben allein nicht entscheiden lässt.",
        "en": "{rules} was not applied, because what it asks cannot be decided from the entries at hand alone.",
    },
    "not-run": {
        "de": "{rules} wurden nicht angewandt, weil sich das, wonach sie fragen, aus den vorliegenden Angaben allein nicht entscheiden lässt.",
        "en": "{rules} were not applied, because what they ask cannot be decided from the entries at hand alone.",
    },
    "all-covered": {
        "de": "Kein Punkt blieb offen.",
        "en": "No point was left open.",
    },
    "by-cause": {"de": "Offengebliebene Punkte nach Ursache", "en": "Points left open, by cause"},
    "cause": {"de": "Ursache", "en": "Cause"},
    "points": {"de": "Punkte", "en": "Points"},
    "rules": {"de": "Regeln", "en": "Rules"},
    "where": {"de": "Accounts", "en": "Accounts"},
    # findings
    "findings": {"de": "Offene Befunde", "en": "Open findings"},
    "no-findings": {"de": "Keine.", "en": "None."},
    "no-new-findings": {
        "de": "Keine neuen. Was aus früheren Nächten offen ist, steht hier nicht (--only new).",
        "en": "No new ones. What is open from earlier nights is not listed here (--only new).",
    },
    "changed-alone": {
        "de": "{new} neu, {reopened} wieder da, {gone} erledigt.",
        "en": "{new} new, {reopened} reopened, {gone} gone.",
    },
    "house": {"de": "Das Haus als Ganzes", "en": "The authority as a whole"},
    "account": {"de": "Account", "en": "Account"},
    "remedy": {"de": "Was zu tun ist", "en": "What to do"},
    "source": {"de": "Quelle", "en": "Source"},
    "why": {"de": "Warum", "en": "Why"},
    "place": {"de": "Stelle im Register", "en": "Place in the registry"},
    "at": {"de": "{path}, Zeile {line} ({field})", "en": "{path}, line {line} ({field})"},
    "at-line": {"de": "{path}, Zeile {line}", "en": "{path}, line {line}"},
    "since": {"de": "offen seit {day}", "en": "open since {day}"},
    "new": {"de": "neu", "en": "new"},
    "reopened": {"de": "wieder da", "en": "reopened"},
    "stale": {
        "de": "seit {n} Nächten nicht erneut prüfbar",
        "en": "could not be checked again for {n} nights",
    },
    "stale-one": {
        "de": "seit einer Nacht nicht erneut prüfbar",
        "en": "could not be checked again for one night",
    },
    "unknown-here": {
        "de": "Hier nicht prüfbar: {rules}.",
        "en": "Could not be checked here: {rules}.",
    },
    # evidence
    "evidence": {"de": "Nachweis", "en": "Evidence"},
    "url": {"de": "Abgerufen", "en": "Asked"},
    "final-url": {"de": "Erreicht", "en": "Reached"},
    "redirects": {"de": "Weiterleitungen", "en": "Redirects"},
    "status": {"de": "HTTP-Status", "en": "HTTP status"},
    "fetched-at": {"de": "Zeitpunkt (UTC)", "en": "Time (UTC)"},
    "sha256": {"de": "SHA-256 des Inhalts", "en": "SHA-256 of the content"},
    "warc": {"de": "Aufzeichnung", "en": "Recording"},
    "warc-at": {"de": "{file}, Byte {offset}", "en": "{file}, byte {offset}"},
    "click-path": {"de": "Klickweg", "en": "Click path"},
    # suppressed, gone, unused
    "suppressed": {
        "de": "Ausnahmen und Baseline",
        "en": "Waivers and baseline",
    },
    "suppressed-intro": {
        "de": "Diese Befunde bestehen, sind aber mit Begründung ausgenommen oder von Anfang an bekannt; sie zählen nicht als offen.",
        "en": "These findings exist but are waived for a reason or known from the start; they do not count as open.",
    },
    "suppressed-absent": {
        "de": "Das Ergebnis enthält keine ausgenommenen oder in der Baseline geführten Befunde. Sie sind nur dabei, wenn der Lauf "
        "mit „--show-suppressed“ ausgegeben wurde.",
        "en": "The result contains no findings that are waived or in the baseline. They are there only if the run was "
        "reported with `--show-suppressed`.",
    },
    "suppressed-counted": {
        "de": "Der Lauf zählte {waived} mit Ausnahme und {baselined} in der Baseline, führt sie aber nicht auf; mit „--show-suppressed“ stehen sie hier.",
        "en": "The run counted {waived} waived and {baselined} in the baseline but does not list them; with `--show-suppressed` they are listed here.",
    },
    "reason": {"de": "Begründung", "en": "Reason"},
    "gone": {"de": "Erledigt seit der letzten Nacht", "en": "Gone since the last night"},
    "first-seen": {"de": "zuerst gesehen am {day}", "en": "first seen on {day}"},
    "unused": {"de": "Ausnahmen ohne Wirkung", "en": "Waivers without effect"},
    "unused-line": {
        "de": "{code} bei {whom} ({path}, Zeile {line}): {reason}",
        "en": "{code} at {whom} ({path}, line {line}): {reason}",
    },
    "errors": {"de": "Fehler des Laufs", "en": "Errors of the run"},
    "errors-intro": {
        "de": "Was hier steht, wurde nicht oder nicht vollständig geprüft. Die Meldungen stehen in der Sprache, in der der Lauf sprach.",
        "en": "What is listed here was not checked, or not in full. The messages are in the language in which the run spoke.",
    },
    # the annex
    "annex": {"de": "Die Regeln und ihre Gründe", "en": "The rules and their reasons"},
    "no-rule": {
        "de": "Diese Regel kennt die Fassung nicht, mit der dieser Bericht erstellt wurde (eigenes Regelpaket oder Plug-in?).",
        "en": "The version that made this report does not know this rule (a pack of your own, or a plug-in?).",
    },
    "notes": {"de": "Zum Lesen", "en": "How to read this"},
    "note-severity": {
        "de": "Die Schwere folgt der Quelle: Fehler, wo sie „muss“ sagt, Warnung bei „soll“, Hinweis bei „kann“ oder einer "
        "bloßen Feststellung. Eigene Regeln von amtlint nennen sich so.",
        "en": "The severity follows the source: error where it says must, warning where it says should, note where it says may "
        "or merely states something. Rules of amtlint's own say so.",
    },
    "note-unknown": {
        "de": "„Nicht prüfbar“ heißt nicht „in Ordnung“: Was amtlint nicht sehen konnte, muss ein Mensch ansehen.",
        "en": "“Could not be checked” does not mean “all right”: what amtlint could not see, a person has to look at.",
    },
    "note-law": {
        "de": "Der Bericht wendet Regeln an und ersetzt keine Rechtsprüfung. Jede Regel nennt ihre Quelle.",
        "en": "The report applies rules and does not replace a legal review. Every rule names its source.",
    },
    "contents": {"de": "Inhalt", "en": "Contents"},
}

LEVELS: dict[str, Text] = {
    "error": {"de": "Fehler", "en": "Error"},
    "warning": {"de": "Warnung", "en": "Warning"},
    "info": {"de": "Hinweis", "en": "Note"},
    "waived": {"de": "Ausnahme", "en": "Waived"},
    "baselined": {"de": "Baseline", "en": "Baseline"},
    "gone": {"de": "Erledigt", "en": "Gone"},
}


def say(key: str, lang: str, **values: object) -> str:
    """One of the texts with its placeholders filled."""
    return TEXTS[key][lang].format(**values)


def say_of(key: str, number: int, lang: str, **values: object) -> str:
    """The same of one or of several."""
    one = f"{key}-one"
    return say(one if number == 1 and one in TEXTS else key, lang, **values)
