"""What libyaml complains of, in words for people who write registries and not parsers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.text import Text

IN_CONTEXT: dict[tuple[str, str], Text] = {
    ("while scanning a quoted scalar", "found unexpected end of stream"): {
        "de": "das Anführungszeichen, das hier beginnt, wird nicht geschlossen",
        "en": "the quotation mark that opens here is never closed",
    },
    ("while scanning a quoted scalar", "found unknown escape character"): {
        "de": "in doppelten Anführungszeichen leitet „\\“ ein Sonderzeichen ein; dieses gibt es nicht",
        "en": "within double quotes “\\” begins an escape; there is none such",
    },
    ("while parsing a block mapping", "did not find expected key"): {
        "de": "hier passt die Einrückung nicht, oder ein Wert mit „:“, „#“ oder Anführungszeichen "
        "steht nicht ganz in Anführungszeichen",
        "en": "the indentation does not fit here, or a value with “:”, “#” or quotation marks "
        "is not quoted as a whole",
    },
    ("while scanning a simple key", "could not find expected ':'"): {
        "de": "nach einem Feldnamen fehlt der Doppelpunkt mit Leerzeichen („feld: wert“)",
        "en": "a field's name lacks its colon and space (“field: value”)",
    },
}
ALONE: dict[str, Text] = {
    "could not find expected ':'": {"de": "hier fehlt ein Doppelpunkt", "en": "a colon is missing"},
    "block sequence entries are not allowed in this context": {
        "de": "ein Listenpunkt („- “) kann hier nicht stehen; prüfen Sie die Einrückung",
        "en": "a list item (“- ”) cannot stand here; check the indentation",
    },
    "mapping keys are not allowed in this context": {
        "de": "ein Feld kann hier nicht stehen; prüfen Sie die Einrückung",
        "en": "a field cannot stand here; check the indentation",
    },
    "mapping values are not allowed in this context": {
        "de": "ein zweiter Doppelpunkt in der Zeile, oder die Einrückung passt nicht; "
        "Werte mit „: “ gehören in Anführungszeichen",
        "en": "a second colon on the line, or the indentation does not fit; "
        "values with “: ” belong in quotes",
    },
    "found unexpected end of stream": {
        "de": "die Datei endet mitten in einem Wert",
        "en": "the file ends within a value",
    },
    "found unexpected document indicator": {
        "de": "eine Zeile mit „---“ oder „...“ steht mitten in einem Wert",
        "en": "a line with “---” or “...” stands within a value",
    },
    "found character that cannot start any token": {
        "de": "mit diesem Zeichen kann kein Wert beginnen (Tabulator, „@“, „`“ oder „%“); "
        "rücken Sie mit Leerzeichen ein und setzen Sie den Wert in Anführungszeichen",
        "en": "no value can begin with this character (tab, “@”, “`” or “%”); "
        "indent with spaces and quote the value",
    },
    "found a tab character that violates indentation": {
        "de": "ein Tabulator steht in der Einrückung; nehmen Sie Leerzeichen",
        "en": "a tab stands in the indentation; use spaces",
    },
    "found a tab character where an indentation space is expected": {
        "de": "ein Tabulator steht in der Einrückung; nehmen Sie Leerzeichen",
        "en": "a tab stands in the indentation; use spaces",
    },
    "did not find expected key": {
        "de": "hier wird ein Feld erwartet; prüfen Sie Einrückung und Anführungszeichen",
        "en": "a field is expected here; check indentation and quotes",
    },
    "did not find expected '-' indicator": {
        "de": "hier wird der nächste Listenpunkt („- “) erwartet; prüfen Sie die Einrückung",
        "en": "the next list item (“- ”) is expected here; check the indentation",
    },
    "did not find expected ',' or ']'": {
        "de": "in der Liste [ … ] fehlt ein Komma oder die schließende Klammer",
        "en": "a comma or the closing bracket is missing in the list [ … ]",
    },
    "did not find expected ',' or '}'": {
        "de": "in { … } fehlt ein Komma oder die schließende Klammer",
        "en": "a comma or the closing brace is missing in { … }",
    },
    "did not find expected node content": {
        "de": "hier wird ein Wert erwartet",
        "en": "a value is expected here",
    },
    "did not find expected <document start>": {
        "de": "hier wird nichts mehr erwartet; prüfen Sie die Einrückung der Zeilen darüber",
        "en": "nothing more is expected here; check the indentation of the lines above",
    },
    "did not find expected alphabetic or numeric character": {
        "de": "nach „&“ oder „*“ wird ein Name erwartet; ein Text damit gehört in Anführungszeichen",
        "en": "a name is expected after “&” or “*”; a text with it belongs in quotes",
    },
    "found undefined tag handle": {
        "de": "Werte mit „!“ am Anfang gehören in Anführungszeichen",
        "en": "values that begin with “!” belong in quotes",
    },
    "did not find expected comment or line break": {
        "de": "nach „|“ oder „>“ muss die Zeile enden",
        "en": "the line must end after “|” or “>”",
    },
    "control characters are not allowed": {
        "de": "hier steht ein unsichtbares Steuerzeichen; löschen Sie es",
        "en": "there is an invisible control character here; delete it",
    },
}


def in_words(context: str | None, problem: str | None) -> Text:
    """The complaint in both languages; libyaml's own words where it says something rare."""
    own = " ".join(" ".join(word.split()) for word in (context, problem) if word)
    return (
        IN_CONTEXT.get((context or "", problem or ""))
        or ALONE.get(problem or "")
        or {"de": f"YAML-Fehler ({own})", "en": own}
    )
