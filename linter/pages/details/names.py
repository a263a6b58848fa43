"""Persons and bodies: is this the name of a human being, of an organisation, or neither."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from functools import lru_cache

from linter.pages.details import topics

TITLE = re.compile(
    r"^(?:Dipl\.?-[\w.]+|Dipl\.\s[A-ZÄÖÜ][a-zäöü]{1,9}\.(?=\s)|\((?:FH|TH|TU|BA|DH|Univ\.?)\)|\(?(?:Univ\.-?\s?Prof|[Aa]pl|Hon|Jun|Prof|(?:Junior|Honorar)?[Pp]rofessor(?:in)?|Dr|Doktor|DI|PD|Priv\.-Doz|Privatdozent|Ass|Dipl|Ing|Mag|med|univ|dent|vet|rer|nat|phil|jur|iur|"
    r"theol|oec|pol|habil|hc|h|c|e|E(?=\.\s?h\.)|mult|agr|troph|techn|sc|mont|paed|psych|soc|forest|math|pharm|medic|B\.?\s?Eng|B\.?\s?Sc|B\.?\s?A|M\.?\s?A|M\.?\s?Sc|M\.?\s?Eng|LL\.?\s?M|"
    r"MBA|MPA|StD|OStD|OStR|StR|RA|Rechtsanwalt|Rechtsanwältin)(?:['’´]?in)?\b(?:\.['’´]?(?:in|a)\b)?\.?\)?)[\s.,-]*",
)
_HONORIFIC = re.compile(
    r"^(?:(?:Herrn?|Frau|Hrn?\.|Fr\.|(?:[123]\.\s)?O?Bgm\.|ppa\.|Mr|Mrs|Ms|Mx)(?!\w)\.?\s+|(?-i:(?:[HO]?BM|[HO]?LM|[BLH]?BI|O[BL]I|HBI|BR|KB[MIR]|GB[MIR]|StBI|ABI)\s+(?=\S+\s+\S)))",
    re.IGNORECASE,
)
"""How a person is addressed, and the ranks of fire brigades, which are written as letters."""
_RANK = r"(?:(?:Leitende[rn]?|Ltd\.|Erste[rnm]?|1\.|2\.|Zweite[rnm]?|Amtierende[rn]?|Geschäftsführende[rn]?|Kommissarische[rn]?|Hauptamtliche[rn]?|Ehrenamtliche[rn]?)\s)?"
_OFFICE = re.compile(
    rf"^(?:(?:[Dd]ie|[Dd]er|den|dem)\s)?{_RANK}[A-ZÄÖÜ][\w-]*(?:sprecher|leiter|pfarrer|referent|dezernent|direktor|präsident|minister|meister|landrat|landrät|"
    r"senator|sekretär|beauftragte|redakteur|vorsteher|geschäftsführer|vorsitzende|inhaber|betreiber|dekan|rektor|intendant|kanzler|"
    r"superintendent|vikar|bischof|wehrführer|kommandant|inspektor|staatsanwalt|staatsanwält|dirigent|landrat|rat|rät)(?:r|n|en|in|innen)?(?:[*:_/]-?(?:r|n|in|innen))?\s(?:a\.\s?D\.\s)?(?=\S+\s+\S)|^(?:Geistl(?:\.|iche[rn]?)\s)?(?:Pfarrer|Pastor|Propst|Pröpst|Dechant|Bischof|Rektor|Direktor|Minister|Präsident|Senator|Kanzler|Dekan|"
    r"Intendant|Landrat|Landrät|Leiter|Sprecher|Inhaber|Referent|Kommandant)(?:in|en)?(?:[*:_/]-?(?:in|innen))?\s(?:a\.\s?D\.\s)?(?=\S+\s+\S)"
)
_OFFICE_OF = re.compile(
    r"^(?:(?:die|der|den|dem)\s)?[\w-]*(?:leiter|direktor|präsident|dezernent|sprecher)(?:in)?\s(?:der|des)\s[A-ZÄÖÜ][\w-]+\s(?=\S+\s+\S)",
    re.IGNORECASE,
)
_OFFICE_EN = re.compile(
    r"^(?:[Tt]he\s)?(?:(?:Federal|Lord|State|Managing|Executive|Prime|Acting)\s)?"
    r"(?:Minister|Mayor|President|Rector|Director|Chancellor|Chair(?:man|woman|person)?|Commissioner)\s(?=[A-Z]\S*\s+\S)"
)
_PARTICLES = frozenset(
    [
        "von",
        "v.",
        "van",
        "vom",
        "zu",
        "zur",
        "zum",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "la",
        "le",
        "al",
        "el",
        "ten",
        "ter",
        "und-",
    ]
)
_ELIDED = frozenset(("d'", "d’", "l'", "l’"))
"""Particles that are one word with the name: "d’Aubigné"."""
_CALENDAR = frozenset(("montag", "freitag", "samstag", "sonntag", "märz"))
"""Words that are surnames too, where a given name stands before them."""
_WHICH = re.compile(
    r"(?:jede|letzte|erste|zweite|dritte|lange|offene|nächste|diese|\d)", re.IGNORECASE
)
_NO_GIVEN_NAMES = frozenset(
    "Erster Erste Ersten Zweiter Zweite Leitender Leitende Leitenden Amtierender Amtierende Kommissarischer Kommissarische "
    "Hauptamtlicher Hauptamtliche Ehrenamtlicher Ehrenamtliche Stellvertretender Stellvertretende Bad Sankt St. Ort Der Die Das Ihr Ihre Ihren Ihrem Familie Fam. Eheleute Geschwister Dein Deine Unser Unsere Bitte Vielen Alle Letzte Vorname PLZ Über Weiter "
    "Legal Terms Chief Managing Principal Project United Bäckerei Bistro Café Cafe Imbiss Kiosk Pizzeria Trattoria Ristorante Taverne Hotel Pension Gasthof Gasthaus Restaurant Villa Campus Schloss Burg Palais Turm Flügel Ebene Etage Empfang Standort Infopoint Neues Neue Altes Alte Große Großes Kleines Freie "
    "Weingut Metzgerei Fleischerei Friseur Salon Autohaus Fahrschule Schreinerei Tischlerei Gärtnerei Apotheke Buchhandlung "
    "FH TU TH PH ETH RWTH Bezirk Region Ortsteil Stadtteil Gebäude Volksbank Raiffeisenbank".split()
)
"""How places ("Bad Aue"), notices, functions and houses ("Hotel Adler") begin, and no person."""
_HOUSES = (
    "haus", "gebäude", "gebäudeteil", "schloss", "palais", "sitz", "eingang", "flügel", "stadt", "kurort", "seebad", "center",
    "zimmer", "forum", "mitte", "trakt", "saal",
)  # fmt: skip
"""How buildings and places end, and no given name: "Kreishaus Aue", "Eingang Süd"."""
_FUNCTION = re.compile(
    r"(?:vorsitzende[rn]?|geschäftsführer(?:in)?|gesellschafter(?:in)?|direktor(?:in)?|leiterin|präsident(?:in)?|bürgermeisterin|"
    r"verantwortliche[rn]?|redakteur(?:in)?|ansprechpartner(?:in)?|inhaber(?:in)?|betreiber(?:in)?|vertreterin|dienstleister|"
    r"journalistin|psychologin|director|officer|investigator)$",
    re.IGNORECASE,
)
"""A function at the end of what may be a name: "Geschäftsführender Gesellschafter"."""
_PROFESSION = re.compile(
    r"(?:[\w-]*architekt|stadtplaner|(?:[\w-]+-)?ingenieur|steuerberater|wirtschaftsprüfer|heilpraktiker|[\w-]+therapeut|[\w-]*fotograf|"
    r"(?:abteilungs|sparten|übungs|jugend)leiter|[\w-]+entwickler|[\w-]*designer|dolmetscher|übersetzer|sachverständige[rn]?|rechtsanw[aä]lt|notar|diplom-?\w+)(?:in)?$",
    re.IGNORECASE,
)
"""A profession, which may stand below a name as if it were one: "Freier Architekt"."""
_BODY_TAIL = re.compile(
    r"(?:amt|amtes|ministerium|ministry|verein|vereins|schule|universität|gesellschaft|verwaltung|abteilung|referat|"
    r"zentrum|institut|institute|verband|stiftung|dienste?|stelle|büro|behörde|kanzlei|präsidium|direktion|regierung|"
    r"straße|strasse|platz|allee|(?<!b)(?<!p)recht|erbrecht|arbeit|schutz|betrieb|betriebe|werke|praxis|agentur|gericht|bibliothek|museum|"
    r"theater|kasse|klinik|klinikum|software|media|solutions|systems?|group|studio|design|service|erklärung|hinweise?|"
    r"nummer|verzeichnis|register|kreis|projekt|kommission|ausschuss|fraktion|leitung|führung|seite|bereich)$",
    re.IGNORECASE,
)
_BODY_HEAD = re.compile(
    _BODY_TAIL.pattern[:-2]
    + r"|heim|bund|ring|initiative|bücherei|gruppe|gemeinschaft|genossenschaft|gymnasium|werkstatt|wehr|"
    r"archiv|kolleg|garten|jugend|treff|laden|hilfe|rat)$",
    re.IGNORECASE,
)
"""How words end that stand before a name or a place in the name of a body: "Tierheim Aue"."""
LEGAL_FORM = re.compile(
    r"(?:(?:gemeinnützige\s)?Gesellschaft mit beschränkter Haftung(?:\s\((?:g?GmbH|mbH)\))?"
    r"|\b[A-ZÄÖÜ][\wäöüß-]*gesellschaft\s(?:mbH|mit beschränkter Haftung)(?:\s?&\sC[oO]\.?\s?KG)?"
    r"|\bg?GmbH\s?&\s?C[oO]\.?\s?(?:KGaA|KG|OHG|OG)(?:\sa\.?\s?A\.?)?|\bg?GmbH\b|\b(?:mbH|UG(?:\s\(?haftungsbeschränkt\)?)?|AG|SE)\s?&\s?C[oO]\.?\s?(?:KGaA|KG|OHG)\b|\bmbH\b"
    r"|(?:\b|(?<=[a-zäöü]))[Gg]es\.?\s?m\.?\s?b\.?\s?H\b\.?"
    r"|\bg?UG\b(?:\s\(?haftungsbeschränkt\)?)?|\bUnternehmergesellschaft(?:\s\(?haftungsbeschränkt\)?)?"
    r"|\b(?:eingetragene[rn]|nicht-?\s?(?:rechtsfähiger|eingetragener)|rechtsfähiger)\sVereins?\b"
    r"|\beingetragener?\sKauf(?:mann|frau)\b|\b[Ee]ingetragene Genossenschaft\b"
    r"|\be\.?\s?V\.(?=\W|$)|\be\.\s?V\b|\beV\b|\bw\.\s?V\.(?=\W|$)|\be\.\s?U\.(?=\W|$)|\be\.\s?K(?:fm|fr)?\.?(?=\W|$)|\be\.?\s?G\.(?=\W|$)|\beG\b|\beGbR\b|\bGbR\b|\bOHG\b|\bKGaA\b|\bKG\b|\bSE\b"
    r"|\bAG\b(?!\s[A-ZÄÖÜ][a-zäöü]+\s?[A-ZÄÖÜ]?)|\bPartG\s?mbB\b|\bPartGmbB\b|\bPartG\b|\bAd?öR\b|\bA\.\s?(?:d\.\s?)?ö\.\s?R\.|\bK\.?\s?d\.?\s?ö\.?\s?R\b\.?|\bKd?öR\b"
    r"|\bLtd\b(?!\.?\s(?:[A-ZÄÖÜ][\w-]*(?:direktor|dirigent|rat\b|rät|arzt|ärzt|angestellte)|[A-ZÄÖÜ][A-Za-zäöü]{0,5}[A-ZÄÖÜ](?:in)?\b))\.?|\bLLC\b|\bInc\b\.?|\bAktiengesellschaft\b|\bKommanditgesellschaft\b"
    r"|\b(?:Gebiets-?\s?)?[Kk]örperschaft\s(?:des\s|d\.\s?)?[öÖ](?:ffentlichen\sRechts\b|\.\s?R\.)|\bGebietskörperschaft\b|\b[öÖ]ffentlich-rechtliche\s(?:Körperschaft|Anstalt|Stiftung)\b"
    r"|\b(?:(?:[Nn]icht\s?|[Tt]eil)?[Rr]echtsfähige\s)?(?:Bundes)?[Aa]nstalt\s(?:des\s|d\.\s?)?[öÖ](?:ffentlichen\sRechts\b|\.\s?R\.)"
    r"|\b(?:[Rr]echtsfähige\s)?Stiftung\s(?:des\s)?(?:[öÖ]ffentlichen|bürgerlichen|privaten)\sRechts\b"
    r"|\b[Cc]orporation under public law\b|\b[Pp]ublic(?:[- ]law)? corporation\b|\bstatutory body under public law\b|\bpublic body\b)"
)
_BODY = re.compile(
    r"\b(?:stadt|landeshauptstadt|(?:hanse|kreis|universitäts)stadt|stura|jobcenter|wähler|gemeinde|(?<!\bam\s)(?<!\bzum\s)markt|kreis|landkreis|land|freistaat|bundes\w*|landes\w*|ministerium|"
    r"ministry|university|bezirksregierung|regierungspräsidium|polizei\w*|senat\w*|staatskanzlei|kreisverwaltung|amt|"
    r"verband|verein|stiftung|foundation|club|kirche\w*|kirchengemeinde|institut\w*|institute|zentrum|center|centre|"
    r"gruppe|group|fachschaft\w*|studierendenschaft|asta|dekanat|bistum|erzbistum|diözese|society|association|department|faculty|"
    r"bäckerei|caf[eé]|pension|gasthof|gasthaus|restaurant|weingut|metzgerei|fleischerei|salon|autohaus|fahrschule|schreinerei|"
    r"tischlerei|gärtnerei|apotheke|buchhandlung|volksbank|raiffeisenbank|school|council|college|laboratory|union|federation|agency|akademie|academy|gesellschaft|kammer|initiative|bündnis|partei|gewerkschaft|verlag|kanzlei|studio|"
    r"agentur|labor|team|projekt|forum|museum|theater|feuerwehr|chor|orchester|hochschule|schule|klinik\w*|"
    r"krankenhaus|werke|stadtwerke|sparkasse|bank|lehrstuhl|professur|gymnasium|kirchspiel|pfarrei|pfarramt|propstei|kindergarten|kita|"
    r"(?:leit|gleichstellungs|beratungs|koordinierungs)stelle|fraktion|deichacht|[fst]c|sg|sv|tsv|tus|vf[lbr]|dlrg|drk|thw|ihk|hwk|vhs|mbb)\b"
    r"|\w{3,}-?(?:amt|anstalt|fraktion|ministerium|verwaltung|universität|hochschule|verein|verband|praxis|institut|schule|zentrum|"
    r"präsidium|stiftung|gesellschaft|gemeinschaft|genossenschaft|gruppe|initiative|bücherei|gymnasium|jugend(?:ring)?|treff|hilfe|wehr|bibliothek|kammer|behörde|betrieb|werke|feuerwehr|akademie|chor|gericht|rat|"
    r"kanzlei|kirche|gemeinde|kreis|haus|museum|ärzte|anwälte|klub|club|agentur|büro|atelier|werkstatt|laden|shop|service|dienst|hotel|archiv|kolleg|fakultät|bund|netzwerk|heim|klinik|klinikum|verlag|theater|garten|park|hof|bad|kita|rat)\b|(?-i:\b(?:FH|TU|TH|ETH|RWTH)(?=\s[A-ZÄÖÜ]))|\buniversität\b|\bbibliothek\b|\bpraxis\b|\bbehörde\b|\bbüro\sfür\b",
    re.IGNORECASE,
)
_GUEST = re.compile(
    r"^\W*(?:c\s?/\s?o\b|℅|per\s(?:adr\.|adresse)|p\.\s?a(?:dr)?\.\s|im\shause\s|bei(?:m|\sde[rm])?\s(?=[A-ZÄÖÜ]))",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    r"(?:Kunst|Kultur|Wissenschaft|Forschung|Bildung|Sport|Jugend|Familie|Soziales|Arbeit|Integration|Gesundheit|Wirtschaft|Energie|Klimaschutz|Umwelt|"
    r"Verkehr|Wohnen|Bauen|Finanzen|Inneres|Justiz|Europa|Tourismus|Digitalisierung|Landwirtschaft|Verbraucherschutz|Technologie|Infrastruktur)\s(?=\S+\s\S)"
)
"""What an office is for, of which the last stands before the name of who holds it."""
_CLUB = re.compile(r"[A-ZÄÖÜ]{2,4}$")
"""The short form of a kind of club where a given name would stand: "SG Auen"."""
_SHORT_FORM = re.compile(
    r"(?!(?:PLZ|DE|EU|HR[AB]|VR|IP|PDF|UID|FN)\s)[A-ZÄÖÜ]{2,4}\s[A-ZÄÖÜ][a-zäöüß]{2,}(?:-[A-ZÄÖÜ][a-zäöüß]+)*"
)
"""A kind of body by its letters, with its place: "IGS Aue"."""
_HOLDS = re.compile(
    r"(?:(?:der|die|den|dem)\s)?(?:[A-ZÄÖÜ][a-zäöü]+e[rn]?\s)?(?:[A-ZÄÖÜ]\w*)?(?:[Mm]inister|[Ss]enator|[Ss]taatssekretär|[Dd]ezernent|[Bb]eigeordnete|[Bb]eauftragte)(?:in|n|r|s)?\s(?=(?:für|der|des)\s)"
)
_REMIT = re.compile(
    r"(?:Inn(?:ern|eres)|Auswärtigen|Äußeren|Heimat|Kommunales|Bau|Medien|Frauen|Familien?|Senioren|Kultus|Schule|Hochschulen?|Landesplanung|Städtebau|Tierschutz|Datenschutz"
    r"|[A-ZÄÖÜ][\w-]{2,}(?:ung|schaft|tion|heit|keit|ität|politik|schutz|wesen|angelegenheiten|forschung|sicherheit))$"
)
"""Words that end what an office is for, beside those of which an office is often."""
_ADJECTIVE = re.compile(
    r"(?:liche|ische|ierte|öse|(?:wicht|sonst|stand|ständ|künft|will|läuf|wärt)ige)[rnsm]?$"
)
_ABSTRACT = re.compile(r"(?:heit|keit|ung|schaft|tion|ität)$")
"""How no given name ends: "Informationsfreiheit Auenland"."""
_BRACKET = re.compile(r"\([^()]{0,80}\)")
_TRAILER = re.compile(r"\s*(?:\([^)]*\)?|\[[^\]]*\]?|[–—]\s.*|-\s.*|\|.*)$|\sals\s[A-ZÄÖÜa-z].*$")
_LABELS = ("Kontakt", "Registereintrag", "Handelsregister", "Telefon", "E-Mail", "Anschrift")
_NEXT_LABEL = re.compile(rf"(?<=\w\s)(?P<last>\S+)\s(?:{'|'.join(_LABELS)})$")
"""The label of what follows, where a page has lost its lines: "Anna Kern Registereintrag"."""
_SUFFIX = re.compile(r"(?<=\w)\s(?:(?:sen|jun|sr|jr)\b\.?|senior|junior)$", re.IGNORECASE)
"""What tells a person from one of the same name: "Anton Kern sen."."""
_WORD = re.compile(r"^[^\W\d_][^\W\d_]*(?:['’´`.-][^\W\d_]+)*\.?$")
_MAIL = re.compile(r"(?<=\w)[\s,]{1,3}\(?[\w.+-]{1,64}@[\w.-]{3,80}\)?$")
"""An e-mail address behind a name."""
MOST_NAME = 90
KEPT = 512
"""Each who looks for a name asks about the same lines again."""


@lru_cache(maxsize=KEPT)
def person(text: str) -> str:
    """Return the person's name in the text, titles kept and functions dropped, or ""."""
    text = _HONORIFIC.sub("", text.strip(" ,;:.*•·–-\t"))
    text = _MAIL.sub("", text) if "@" in text else text
    if len(text) > MOST_NAME * 2:
        return ""
    text = text.split(",", 1)[0] if "," in text else text
    for _ in range(2):
        shorter = _TRAILER.sub("", text) if not text.startswith("(") else text
        if shorter == text:
            break
        text = shorter
    if text.endswith(_LABELS):
        text = _NEXT_LABEL.sub(r"\g<last>", text)
    text = _OFFICE_EN.sub("", _OFFICE.sub("", _OFFICE_OF.sub("", text.strip(" ,;:*"))))
    text = _OFFICE.sub("", text)  # "Anstaltsleiterin Ltd. Regierungsdirektorin Anna Kern"
    text = _HONORIFIC.sub("", text)
    whole, text = text, _SUFFIX.sub("", text)
    if not text or len(text) > MOST_NAME or LEGAL_FORM.search(text):
        return ""
    rest, titles = _without_titles(text)
    words = rest.split()
    fewest = 1 if titles else 2
    if titles and TITLE.fullmatch(f"{rest}."):
        return ""  # titles whose name was cut off: "Prof. Dr.-Ing. Dr"
    if (
        not fewest <= len(words) <= 6
        or words[0].casefold() in _PARTICLES
        or words[0] in _NO_GIVEN_NAMES
        or words[0].lower().endswith(_HOUSES)
        or words[-1].endswith(("Gebäude", "Campus", "Palais"))
        or (_CLUB.match(words[0]) is not None and not words[-1].isupper())
        or _FUNCTION.search(words[-1])
        or _PROFESSION.match(words[-1])
        or (len(words) == 2 and _PROFESSION.match(words[0]))
        or not all(map(_name_word, words))
    ):
        return ""
    if any(word.casefold().strip(".") in _not_names() for word in words) and not (
        _named_like_a_day(words)
    ):
        return ""
    if len(words[0]) > 6 and (_ADJECTIVE.search(words[0]) or _ABSTRACT.search(words[0])):
        return ""
    if any(len(word) > 5 and _BODY_HEAD.search(word) for word in words[:-1]) or _body_tail(
        words[-1]
    ):
        return ""
    full = [word for word in words if len(word.strip(".")) > 1 and word not in _PARTICLES]
    last = words[-1][2:] if words[-1][:2] in _ELIDED else words[-1]
    return whole if full and last[:1].isupper() and len(words[-1].strip(".")) > 1 else ""


def ranked(text: str) -> bool:
    """Whether a text names a person behind the rank or office they have: "Ltd. Direktor Jo Kern"."""
    return _OFFICE.match(text.strip()) is not None and bool(person(text))


def maybe_surname(word: str) -> bool:
    """Whether a word that stands alone behind an office may be the name of who holds it."""
    return (
        _name_word(word)
        and word.casefold() not in _not_names()
        and not (_BODY.search(word) or _FUNCTION.search(word) or _body_tail(word))
    )


def _named_like_a_day(words: list[str]) -> bool:
    """Whether a surname is a word of the calendar: "Thomas Freitag", but not "Jeden Freitag"."""
    first, last = words[0], words[-1].casefold()
    return (
        len(words) == 2
        and last in _CALENDAR
        and first.casefold() not in _not_names()
        and _WHICH.match(first) is None
    )


@lru_cache(maxsize=1)
def _not_names() -> frozenset[str]:
    return frozenset(word for line in topics.words()["not_names"] for word in line.split())


def _body_tail(word: str) -> bool:
    return len(word) > 6 and _BODY_TAIL.search(word) is not None


def _without_titles(text: str) -> tuple[str, int]:
    count = 0
    while (match := TITLE.match(text)) and match.end() < len(text) and match.end():
        # "Christian" starts with no title: a title ends in a dot, a blank or a hyphen.
        if text[match.end() - 1] not in " .-,)":
            break
        if (
            match.group().strip(" -,") in {"h", "c", "e", "hc", "Hon", "med", "Ing", "Mag"}
            and not count
        ):
            break
        text = text[match.end() :]
        count += 1
    return text, count


def _name_word(word: str) -> bool:
    if word in _PARTICLES:
        return True
    word = word[2:] if word[:2] in _ELIDED else word
    return word[:1].isupper() and _WORD.match(word) is not None


def held(text: str) -> str:
    """Who holds an office, without what it is for: "Ministerin für Schule und Bildung Anna A"."""
    office = _HOLDS.match(text)
    if office is None:
        return text
    words = text[office.end() :].split()
    remit = [
        number
        for number, word in enumerate(words[:-1])
        if _REMIT.match(word.rstrip(",")) or _DEPARTMENT.match(f"{word.rstrip(',')} A B")
    ]
    name = " ".join(words[remit[-1] + 1 :]) if remit else ""
    return name if person(name.split(",", 1)[0]) else text


def persons(text: str) -> list[str]:
    """Return the persons of an enumeration: "Anna A, Bernd B (Vorsitz) und Clara C"."""
    text = held(text.lstrip())
    flat = _BRACKET.sub(lambda m: m.group() if TITLE.match(m.group()) else " ", text)
    flat = re.sub(r"(?<=\S)\s{2,}(?=\S)", " ", flat)
    parts = re.split(r"[,;/|•·]|\s+(?:und|and|sowie|&|u\.|oder|or|bzw\.)\s+", flat)
    names: list[str] = []
    for part in parts:
        # "Ministerin für Wissenschaft und Kunst Eva Stein"
        name = person(_DEPARTMENT.sub("", part.lstrip()))
        if name:
            names.append(name)
    return names


@lru_cache(maxsize=KEPT)
def body(text: str) -> float:
    """Return how much a text looks like the name of an organisation: 0, 2, or 4 with a legal form."""
    if LEGAL_FORM.search(text):
        return 4.0
    return 2.0 if _BODY.search(text) or _SHORT_FORM.fullmatch(text) else 0.0


def guest(text: str) -> bool:
    """Whether a line of an address says at whose house the addressee is: "c/o Kulturbund e.V."."""
    return _GUEST.match(text) is not None


def legal_form(text: str) -> re.Match[str] | None:
    """Return the first legal form in a text."""
    return LEGAL_FORM.search(text)
