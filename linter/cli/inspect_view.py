"""The view of `amtlint inspect` for a person: one block a page, in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.report.columns import width_of
from linter.report.escape import file_name, terminal
from linter.text import CAUSES

if TYPE_CHECKING:
    from linter.text import Text

HEADS: dict[str, Text] = {
    "page_type": {"de": "Art", "en": "kind"},
    "reasons": {"de": "Gründe", "en": "reasons"},
    "state": {"de": "Zustand", "en": "state"},
    "details": {"de": "Angaben eines Impressums", "en": "Details of an Impressum"},
    "privacy": {"de": "Inhalte einer Datenschutzerklärung", "en": "Contents of a privacy notice"},
    "links": {"de": "Links", "en": "Links"},
    "absent": {"de": "nicht gefunden", "en": "not found"},
    "uncertain": {"de": "unsicher", "en": "uncertain"},
    "line": {"de": "Zeile", "en": "line"},
    "likely": {"de": "vermutlich", "en": "likely"},
    "hidden": {"de": "verborgen", "en": "hidden"},
    "yes": {"de": "ja", "en": "yes"},
    "no-links": {"de": "keine", "en": "none"},
    "none-so-far": {"de": "keine im gelesenen Anfang", "en": "none in the beginning that was read"},
}
KINDS: dict[str, Text] = {
    "impressum": {"de": "Impressum", "en": "Impressum"},
    "privacy": {"de": "Datenschutzerklärung", "en": "privacy notice"},
    "impressum+privacy": {
        "de": "Impressum und Datenschutzerklärung",
        "en": "Impressum and privacy notice",
    },
    "contact": {"de": "Kontaktseite", "en": "contact page"},
    "home": {"de": "Startseite", "en": "home page"},
    "other": {"de": "sonstige Seite", "en": "other page"},
}
STATES: dict[str, Text] = {
    "ok": {"de": "lesbar", "en": "readable"},
    "soft_404": {"de": "Fehlerseite, die sich nicht so nennt", "en": "error page in disguise"},
    "login_wall": {"de": "Anmeldung verlangt", "en": "login required"},
    "consent_wall": {"de": "Einwilligung verlangt", "en": "consent required"},
    "empty_shell": {"de": "leer ohne JavaScript", "en": "empty without JavaScript"},
    "frameset": {"de": "Rahmen (Frames)", "en": "frames"},
    "link_hub": {"de": "Linksammlung", "en": "link hub"},
}
DETAILS: dict[str, Text] = {
    "provider_name": {"de": "Anbieter", "en": "provider"},
    "legal_form": {"de": "Rechtsform", "en": "legal form"},
    "street": {"de": "Straße", "en": "street"},
    "postal_code": {"de": "Postleitzahl", "en": "postal code"},
    "city": {"de": "Ort", "en": "city"},
    "po_box": {"de": "Postfach", "en": "P.O. box"},
    "po_box_only": {"de": "nur Postfach", "en": "P.O. box only"},
    "representative": {"de": "vertreten durch", "en": "represented by"},
    "phone": {"de": "Telefon", "en": "phone"},
    "fax": {"de": "Fax", "en": "fax"},
    "email": {"de": "E-Mail", "en": "e-mail"},
    "email_only_in_image": {"de": "E-Mail nur als Bild", "en": "e-mail as picture only"},
    "supervisory_authority": {"de": "Aufsichtsbehörde", "en": "supervisory authority"},
    "register": {"de": "Register", "en": "register"},
    "register_number": {"de": "Registernummer", "en": "register number"},
    "vat_id": {"de": "USt-IdNr.", "en": "VAT id"},
    "business_id": {"de": "Wirtschafts-IdNr.", "en": "business id"},
    "editorially_responsible": {
        "de": "redaktionell verantwortlich",
        "en": "editorially responsible",
    },
    "editorial_basis": {"de": "Grundlage dafür", "en": "basis for that"},
    "cites_tmg": {"de": "nennt TMG", "en": "cites TMG"},
    "cites_tmg_as_basis": {"de": "beruft sich auf § 5 TMG", "en": "relies on § 5 TMG"},
    "cites_ddg": {"de": "nennt DDG", "en": "cites DDG"},
    "cites_rstv": {"de": "nennt RStV", "en": "cites RStV"},
    "cites_mstv": {"de": "nennt MStV", "en": "cites MStV"},
    "cites_tdg_or_mdstv": {"de": "nennt TDG oder MDStV", "en": "cites TDG or MDStV"},
    "os_platform_link": {"de": "Link zur OS-Plattform", "en": "link to the ODR platform"},
}
EXPECTED = ("provider_name", "street", "postal_code", "city", "representative", "email", "phone")
"""What an Impressum is expected to have: named where it is absent."""
PRIVACY: dict[str, Text] = {
    "controller_named": {"de": "Verantwortlicher", "en": "controller"},
    "dpo_contact": {"de": "Datenschutzbeauftragte", "en": "data protection officer"},
    "legal_basis_art6": {"de": "Art. 6 Abs. 1 DSGVO, Buchstaben", "en": "Art. 6(1) GDPR, letters"},
    "data_subject_rights": {"de": "Rechte", "en": "rights"},
    "complaint_authority": {"de": "Beschwerde bei", "en": "complaint to"},
    "mentions_social_media": {"de": "soziale Netzwerke", "en": "social networks"},
    "mentions_art26": {"de": "gemeinsame Verantwortlichkeit", "en": "joint controllership"},
    "purposes": {"de": "Zwecke", "en": "purposes"},
    "recipients": {"de": "Empfänger", "en": "recipients"},
    "third_country": {"de": "Drittlandübermittlung", "en": "third-country transfer"},
    "retention": {"de": "Speicherdauer", "en": "retention"},
    "privacy_shield": {"de": "stützt sich auf Privacy Shield", "en": "relies on Privacy Shield"},
    "outdated_law": {"de": "außer Kraft getretenes Recht", "en": "law no longer in force"},
}
NOTICE = (*tuple(PRIVACY)[:5], "purposes", "recipients", "retention")
"""What a notice is expected to have."""
RIGHTS: dict[str, Text] = {
    "access": {"de": "Auskunft", "en": "access"},
    "rectification": {"de": "Berichtigung", "en": "rectification"},
    "erasure": {"de": "Löschung", "en": "erasure"},
    "restriction": {"de": "Einschränkung", "en": "restriction"},
    "portability": {"de": "Übertragbarkeit", "en": "portability"},
    "objection": {"de": "Widerspruch", "en": "objection"},
    "withdrawal": {"de": "Widerruf", "en": "withdrawal"},
    "unspecified": {"de": "Aufsichtsbehörde ohne Namen", "en": "an authority without a name"},
}
REASONS = {"heading": "Überschrift", "details": "Angaben", "data protection": "Datenschutz"}
"""How reasons for the kind of a page begin, in German."""
CLUES = {
    "heading": "Überschrift", "e-mail": "E-Mail", "address": "Anschrift", "phone": "Telefon", "legal basis": "Rechtsgrundlage",
    "representative": "Vertretung", "register or VAT": "Register oder USt-IdNr.", "editor": "redaktionell Verantwortliche",
    "public body": "öffentliche Stelle", "office": "Amtsbezeichnung",
}  # fmt: skip
COUNTED = {
    "right": "Recht", "rights": "Rechte", "law": "Gesetz", "laws": "Gesetze", "subject": "Thema", "subjects": "Themen",
}  # fmt: skip
READ = 0.5
"""The least confidence of a value that was read, not guessed."""
GENERATED = 300
"""Characters of a value or a reason that are shown."""


def as_text(page: dict[str, Any], lang: str) -> str:
    """One page."""
    kind = KINDS[page["page_type"]][lang]
    if page["uncertain"]:
        kind += f" ({HEADS['uncertain'][lang]})"
    rows = [(HEADS["page_type"][lang], kind)]
    reasons = [reason(why, lang) for why in page["reasons"]]
    rows += [("" if i else HEADS["reasons"][lang], why) for i, why in enumerate(reasons)]
    rows.append((HEADS["state"][lang], STATES[page["state"]][lang]))
    if page["truncated"]:
        rows.append(("", CAUSES["too-large"][lang]))
    lines = [file_name(page["path"]), *columns(rows)]
    parts = page["page_type"].split("+")
    if "privacy" not in parts or "impressum" in parts:
        wanted = EXPECTED if "impressum" in parts else ()
        lines += _block("details", DETAILS, wanted, {**page, "values": page["details"]}, lang)
    if "privacy" in parts:
        told = {**page["privacy"], **page["elements"]}
        lines += _block("privacy", PRIVACY, NOTICE, {**page, "values": told}, lang)
    return "\n".join(lines + _links(page["links"], lang, whole=not page["truncated"]))


def _block(
    head: str, names: dict[str, Text], expected: tuple[str, ...], page: dict[str, Any], lang: str
) -> list[str]:
    values, places = page["values"], page["places"]
    rows = []
    for name, title in names.items():
        value = values.get(name)
        if value in (None, "", False, []):
            continue
        rows.append((title[lang], shown(value, lang) + _where(places.get(name), lang)))
    absent = [names[name][lang] for name in expected if values.get(name) in (None, "", False, [])]
    if absent:
        rows.append((HEADS["absent"][lang], ", ".join(absent)))
    return ["", f"  {HEADS[head][lang]}", *columns(rows, 4)] if rows else []


def _where(place: list[dict[str, Any]] | None, lang: str) -> str:
    """Where a value stands, and that it is but a guess where it is."""
    if not place:
        return ""
    likely = HEADS["likely"][lang] if place[0].get("confidence", 1) < READ else ""
    line = f"{HEADS['line'][lang]} {place[0]['line']}" if place[0]["line"] else ""
    remarks = ", ".join(filter(None, (likely, line)))
    return f"  ({remarks})" if remarks else ""


def _links(links: dict[str, list[dict[str, Any]]], lang: str, *, whole: bool) -> list[str]:
    """The links to both kinds of page; whole: the page was read to its end."""
    rows = []
    none = HEADS["no-links" if whole else "none-so-far"][lang]
    for target, ones in links.items():
        title = KINDS[target][lang]
        found = [_link(link, lang) for link in ones] or [none]
        rows += [("" if i else title, text) for i, text in enumerate(found)]
    return ["", f"  {HEADS['links'][lang]}", *columns(rows, 4)]


def _link(link: dict[str, Any], lang: str) -> str:
    remarks = [word for word in (link["region"], link["hidden"] and HEADS["hidden"][lang]) if word]
    text = {"de": f"„{link['text']}“", "en": f"“{link['text']}”"}[lang]
    return f"{text} → {link['href']}" + (f"  ({', '.join(remarks)})" if remarks else "")


def reason(said: str, lang: str) -> str:
    """A reason in the reader's language; programs get it as `linter.pages` writes it, in English."""
    head, _, rest = said.partition(": ")
    if lang == "en" or head not in REASONS:
        return said
    if head == "details":
        rest = ", ".join(CLUES.get(name, name) for name in rest.split(", "))
    elif head == "data protection":
        counts = (one.partition(" ") for one in rest.split(", "))
        rest = ", ".join(f"{number} {COUNTED.get(word, word)}" for number, _, word in counts)
    return f"{REASONS[head]}: {rest}"


def shown(value: Any, lang: str) -> str:
    """A value in the page's own words, or the words for what is only yes or a key."""
    if value is True:
        return HEADS["yes"][lang]
    if isinstance(value, list):
        return "; ".join(shown(one, lang) for one in value)
    if isinstance(value, dict):  # an e-mail address
        written, usable = str(value["as_written"]), str(value["normalised"])
        return written if written == usable else f"{written} = {usable}"
    return RIGHTS[value][lang] if value in RIGHTS else str(value)


def columns(rows: list[tuple[str, str]], indent: int = 2) -> list[str]:
    """Two columns; foreign text made safe."""
    width = max((width_of(head) for head, _ in rows), default=0)
    pad = " " * indent
    return [
        f"{pad}{head}{' ' * (width - width_of(head))}  {terminal(text[:GENERATED])}".rstrip()
        for head, text in rows
    ]
