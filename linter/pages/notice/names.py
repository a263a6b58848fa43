"""names: is a line somebody's name, and where does a name in a line end?"""

from __future__ import annotations

import re

FORM = re.compile(
    r"\b(?:GmbH(?: & Co\.? ?(?:KG|OG))?|gGmbH|UG(?: \(haftungsbeschränkt\))?|AG|KG|OHG|GbR|KGaA|SE|e\. ?V\.|eV|e\. ?G\.|eG|AöR|A\.ö\.R\.|KdöR|K\.d\.ö\.R\.|PartG mbB|mbB|e\. ?K\.|e\. ?U\.|Ltd\.?|Inc\.?|Ges\.m\.b\.H\.)(?![\w])"
)
BODY = re.compile(
    r"\b(?:Ministerium|Senatsverwaltung|Staatskanzlei|Stadtverwaltung|Kreisverwaltung|Samtgemeinde|Verbandsgemeinde|(?:Verwaltungs|Kreispolizei|Landes)behörde|Bezirksregierung|Regierungspräsidium|Stadt|Hansestadt|Landeshauptstadt|Gemeinde|Markt|Kreis|Landkreis|Landratsamt|Bezirk\w*|Amt|Landesamt|Bundesamt|Bundesministerium"
    r"|Universität|Hochschule|Institut|Verein|Verband|Stiftung|Kammer|Polizei\w*|Landes\w+|Bundes\w+|Zweckverband|Eigenbetrieb|Akademie|Kirchengemeinde|Diözese|Bistum|Genossenschaft"
    r"|University|City of|Ministry|Institute|Foundation|Association)\b"
)
PERSON = re.compile(
    r"^(?:(?:Herrn?|Frau|Mr\.?|Ms\.?|Mrs\.?|Dr\.|Prof\.|Dipl\.-?\w*\.?|RA|RAin|Rechtsanw[aä]lt(?:in)?|LL\.M\.|jur\.|med\.|-Ing\.|Inf\.)\s*)*"
    r"[A-ZÄÖÜ][\w'’-]+(?:\s(?:[A-ZÄÖÜ]\.|(?:von|van|de|der|zu|zum)(?=\s+[A-ZÄÖÜ]|\s(?:der|den|dem)\s)|[A-ZÄÖÜ][\w'’-]+)){1,3}"
)
STREET = re.compile(
    r"(?<!\w)(?:[A-ZÄÖÜ][\wäöüß.-]*(?:\s[A-ZÄÖÜ][\wäöüß.-]*){0,2}\s?(?:straße|strasse|str\.|allee|weg|platz|gasse|ring|ufer|damm|markt|hof|park|chaussee)"
    r"|(?:Straße|Strasse|Allee|Weg|Platz|Am|An|Auf|Im|In|Zum|Zur|Unter)\s[^\s,]+(?:\s[^\s,]+){0,2})\s\d{1,4}\s?[a-zA-Z]?\b"
    r"|^(?:Ring|Markt|Wall|Damm|Hof|Graben|Ufer|Kai|Domplatz|Marktplatz|Rathausplatz)\s\d{1,4}\b|\b(?:D-|A-|CH-)?\d{4,5}\s[A-ZÄÖÜ]|\bPostfach\b",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\s[A-ZÄÖÜ][\wäöüß.-]+\s\d{1,4}\s?[a-zA-Z]?\s(?=(?:D-)?\d{5}\b)")
BESIDE_STREET = re.compile(
    r"[A-ZÄÖÜ][\w.'’-]*(?:\s[A-ZÄÖÜ][\w'’-]*){0,3}?(?=\s[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|str\.|allee|weg|platz|gasse|ring|ufer|damm)\s\d)"
)
"""A name that stands before a street in one line, of which that might be the beginning."""
CUT = re.compile(
    r"\s?(?:,|\||\(|;|\s[-–]\s|·|\bTel\b|\bTelefon\b|\bE-?Mail\b|\b(?:(?:gesetzlich|rechtlich|diese)\s)?vertreten\b|\brepräsentiert\b|\bc/o\b|\bhttps?://|\bwww\.|\S+@|\.\s(?=(?:Art(?:ikel|icle)?\b|§|Rechtsgrundlage|Legal\sbasis)))"
)
REMARK = re.compile(
    r"@|\bhttps?:|\bwww\.|^(?:Tel|Telefon|Fax|E-?Mail|Anschrift|Adresse|Kontakt|Name|Siehe|Die|Der|Das|Wir|Sie|Es|Diese|This|The|We|You)\b(?!\s(?:Landes|Bundes|Stadt))"
    r"|\b(?:Verarbeitung|Verantwortlich\w*|Impressum|Datenschutz\w*|Grundverordnung|Website|Webseite|personenbezogen\w*|entnehmen|bestimm\w+|Rechtsgrundlagen?|DS-?GVO|ist|sind|haben|wird|werden|entscheide\w+|personal data|natural person)\b",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"(?:Die|Der)\s(?=(?:[A-ZÄÖÜ]?[\w-]*(?:[Ss]enator|[Mm]inister|[Pp]räsident|[Bb]ürgermeister|[Ll]andrat|[Ll]andrät|[Rr]ektor|[Dd]irektor|[Bb]eauftragte)\w*|Magistrat|Senat|Stadt|Gemeinde|Kreis|Landkreis|Universität|Hochschule)\b)"
)
"""The article of an authority that is called after its office: "Die Senatorin für Inneres"."""
BESIDE = re.compile(
    rf"(?:neben|(?:gemeinsam|zusammen)\smit)\s[^\n.;:]{{3,100}}?\s(?:die|der|das)\s(?=(?-i:{BODY.pattern}))"
)
"""Who else answers, before the name: "neben dem Betreiber der Plattform die Stadt Aue"."""
REMITS = re.compile(
    r"[\w-]*(?:[Mm]inisterium|[Vv]erwaltung|[Aa]mt|[Bb]ehörde|[Ss]enator(?:in)?|[Mm]inister(?:in)?|[Dd]ezernat|[Ff]achbereich|[Ii]nstitut)"
    r"\s(?:für|der)\s[^\n,:@\d]{2,50}(?:,\s[^\n,:@\d]{2,40}){0,4}?,\s[A-ZÄÖÜ][\w-]*\s(?:und|sowie)\s(?:für\s)?[A-ZÄÖÜ][\w-]*"
)
"""The commas within the name of a body that is for several things."""
COUNTED = re.compile(r"\d{1,3}[A-ZÄÖÜ](?:[\w&+-]|\s[A-ZÄÖÜ])")
"""How a brand begins that plays with a number: "4Werk", "3D Aue"."""
CONTACT = re.compile(
    r"\s(?:Kontakt|Telefon|Tel|Fax|Telefax|Mobil|E-?Mail|Mail|Anschrift|Postanschrift|Adresse)\b"
)
"""Words that go on in the line of a name and belong to what follows."""
LONGEST = 120


def name_in(text: str) -> str | None:
    """The name at the beginning of a text: what stands before address, remark or contact."""
    text = text.strip(" :–-•*\t„“\"'")
    text = text[beside.end() :] if (beside := BESIDE.match(text)) else text
    first = re.match(r"(?:die|der|das|the|Firma)\s(?=[A-ZÄÖÜ])", text) or OFFICE.match(text)
    if first:
        text = text[first.end() :]
    remits = REMITS.match(text) if ", " in text else None
    within = remits.end() if remits else 0
    ends = [m.start() for p in (CUT, STREET, NUMBERED) if (m := p.search(text, within))]
    if 0 in ends and (street := BESIDE_STREET.match(text)):
        ends = [end for end in ends if end] + [street.end()]
    name = text[: min(ends)] if ends else text
    name = name.strip(" .:–-•*\t„“\"'")
    # a legal form ends a name, whatever a street's pattern makes of the words before it
    form, cut = FORM.search(text), CUT.search(text)
    if form and form.end() <= LONGEST and (not cut or form.start() <= cut.start() + 2):
        name = text[: form.end()]
    if not name or FORM.fullmatch(name):
        return None
    if len(name) > LONGEST or len(name.split()) > 14:  # noqa: PLR2004 - words of a long title
        return None
    return name if is_name(name) else None


def is_name(text: str) -> bool:
    """Could this be the name of a body, a firm or a person?"""
    if FORM.search(text) or (BODY.search(text) and not REMARK.search(text)):
        return True
    if REMARK.search(text) or text.endswith((".", "?", ":")):
        return False
    words = text.split()
    capital = sum(word[:1].isupper() or COUNTED.match(word) is not None for word in words)
    if len(words) == 1 and "." in text and text[0].isalpha():
        return True  # a brand that is a domain
    begins = text[:1].isupper() or COUNTED.match(text) is not None
    return bool(words) and capital >= len(words) / 2 and begins


def person_in(text: str) -> str | None:
    """A person's name at the beginning of a text."""
    text = text.strip(" :–-•*,\t")
    found = PERSON.match(text)
    if not found or FORM.search(text[: found.end() + 8]) or BODY.search(found.group()):
        return None
    if STREET.match(found.group()) or re.search(r"\d", text[found.end() : found.end() + 4]):
        return None
    name = re.sub(r"^(?:Herrn?|Frau|Mr\.?|Ms\.?|Mrs\.?)\s+", "", found.group())
    name = CONTACT.split(name, 1)[0]
    return None if REMARK.search(name) else name.strip()
