"""What a label announces: whose details follow until the next label."""

from __future__ import annotations

import re

PROVIDER = "provider"
REPRESENTATIVE = "representative"
RESPONSIBLE = "responsible"
REGISTER = "register"
VAT = "vat"
AUTHORITY = "authority"
CHAMBER = "chamber"
LEGAL_FORM = "legal form"
CONTACT = "contact"
PHONE = "phone"
FAX = "fax"
EMAIL = "email"
WEB = "web"
ADDRESS = "address"
OTHER = "other"
PRIVACY = "privacy"
PROSE = "prose"
UNKNOWN = "unknown"

STRANGERS = frozenset({AUTHORITY, CHAMBER, OTHER, PRIVACY})
"""Under these labels stand others than the provider."""
SUBLABELS = frozenset({CONTACT, PHONE, FAX, EMAIL, WEB, ADDRESS})
"""These labels say what follows, not whose it is."""

_KINDS: tuple[tuple[str, str], ...] = (
    (
        PRIVACY,
        r"(?:unser\w*\s|hinweise?\s(?:zum|zur)\s|erklärung\szum\s|allgemeine\shinweise\szum\s)?datenschutz(?!be)[\w-]*"
        r"|privacy(?:\s(?:policy|notice|statement))?|data\s(?:protection|privacy)(?!\sofficer)|verantwortliche\sstelle"
        r"|dsgvo|gdpr",
    ),
    (
        OTHER,
        r"(?:\w+\s){0,2}(?:datenschutzbeauftragte\w*|data\sprotection\sofficer)|behördliche\w*\sdatenschutz\w*"
        r"|konzept\w*|(?:\w+[\s-])?(?:web-?)?(?:design|layout|gestaltung)\w*|(?:technische\s|grafische\s)?"
        r"(?:umsetzung|realisierung|realisation|implementierung|produktion)|programmierung|(?:web-?)?hosting\w*|hoster"
        r"|(?:technische\s)?entwicklung|development|technik\b|technische\w*\s(?:betreuung|verantwort\w+|betrieb|dienstleist\w+)"
        r"|(?:web|internet|werbe|design)-?agentur|(?:bild|foto|grafik|text|video)\w*(?:nachweis|rechte|quelle|credit|material)\w*"
        r"|bilder|fotos?|photos?|fotograf\w*|bildquellen?|quellen?(?:angabe|nachweis)?\w*|(?:image|photo|picture)\s(?:credits?|sources?)"
        r"|credits?|(?:\w+\s)?schlichtungs\w*|(?:\w+\s)?streit(?:schlichtung|beilegung)\w*|(?:consumer|dispute)\s\w+"
        r"|verbraucher\w*|ombuds\w*|(?:angaben\szur\s)?(?:berufs|betriebs|vermögensschaden)?-?haftpflicht\w*"
        r"|name\sund\ssitz\sde[rs]\s(?:haftpflicht)?versicher\w*|versicher\w*|insurance|aufsichtsrat\w*|supervisory\sboard"
        r"|kuratorium|beirat|verwaltungsrat|bank(?:verbindung|daten)?|spendenkonto|konto\w*|bank\saccount"
        r"|druck|satz|vertrieb|anzeigen\w*|mediendesign|corporate\sdesign|übersetzung\w*|umgesetzt\s(?:von|durch)"
        r"|realisiert\s(?:von|durch)|(?:erstellt|gestaltet|programmiert|entwickelt)\s(?:von|durch|mit)|powered\sby|site\sby|website\sby"
        r"|(?:gefördert|unterstützt)\s(?:von|durch)|förder\w*|sponsor\w*|partner|kooperation\w*|durchsetzungsstelle|enforcement\sbody",
    ),
    (
        PROSE,
        r"haftung\w*|(?:allgemeine[rs]?\s)?disclaimer|liability|urheber\w*|copyright|©|rechtliche\w*\shinweis\w*|nutzungs\w*"
        r"|lizenz\w*|licen[sc]e|marken\w*|google\s\w+|cookies?|barriere\w*|accessibility|ausschluss|rechtswirksam\w*|salvatorisch\w*"
        r"|schutzrecht\w*|abgrenzung|externe\slinks|verweise|links?\b|gewährleistung|salvator\w*|angemeldete\w*|berufsrecht\w*|berufsbezeichnung"
        r"|gesetzliche\sberufsbezeichnung|berufsordnung|gender\w*|wichtige[rs]?\shinweis\w*|legal\sdisclaimer|terms",
    ),
    (
        VAT,
        r"(?:umsatzsteuer|ust|mehrwertsteuer|mwst|vat|uid|wirtschafts|w-id)(?:[\s./-]?\s?(?:id|ident|nummer|nr|no|number|reg|steuer)[\w./-]*)*\b\.?"
        r"|umsatzsteuer\w*|vat\b|tax\s(?:id|number)\w*|sales\stax\w*|value[\s-]added\stax\w*|steuer-?\s?(?:nummer|nr)\w*",
    ),
    (
        REPRESENTATIVE,
        r"(?:(?:gesetzlich|rechtlich|juristisch|diese\w*|die\s\w+)\s)?(?:wird\s)?(?:gesetzlich\s)?(?:gemeinsam\s)?vertreten(?:\s(?:durch|von)|\sd\.?\s?d\.?)?|vertr\.(?:\s?d\.?\s?d\.)?"
        r"|(?:gesetzliche[rs]?\s)?vertret(?:er|erin|ung|ungs\w*)(?:\sdes\s\w+)?(?=\W|$)|(?:allein|einzel|gesamt)?vertretungsberechtig\w*(?:\s\w+){0,2}"
        r"|(?:legally\s)?represented(?:\sby)?|(?:authori[sz]ed|legal)\srepresentatives?|(?:board\sof\s)?(?:managing\s)?directors?(?:\sgeneral)?\b|ceo\b|executive\sboard"
        r"|(?:(?:kaufmännisch|wissenschaftlich|hauptamtlich|ehrenamtlich|alleinig|amtierend|geschäftsführend|alleinvertretungsberechtigt)\w*\s(?:und\s\w+\s)?)?(?:geschäftsführ(?:er|erin|ung|ende|erinnen)\w*)|geschäftsleitung"
        r"|(?:(?:[\w-]+\s){0,2}(?:geschäftsführende[rs]?\s)?)?(?:vereins)?vorst(?:and|ände)(?!s?w)\w*|(?:(?:1\.|2\.|erste[rn]?|zweite[rn]?|stellvertretende[rn]?|geschäftsführende[rs]?)\s)?vorsitz(?:ende\w*)?"
        r"|(?:vereins)?vorsitzende[rn]?|inhaber(?:in)?\b|inh\.|owner\b|(?:betriebs|werk|instituts|schul|amts|behörden|gemeinde)leit(?:ung|er|erin)|leiter(?:in)?\s(?:der|des)\s\w+"
        r"|(?:(?:die|der)\s)?(?:ober|samtgemeinde|verbands)?bürgermeister(?:in)?\b(?!-)|(?:(?:die|der)\s)?landr(?:at|ätin)\b(?!-)|(?:(?:die|der)\s)?(?:staats|innen|ministerpräsident|justiz|finanz)?minister(?:in)?\b"
        r"|(?:regierungs|polizei|vize)?präsident(?:in)?\b|rektor(?:in)?\b|intendant(?:in)?\b|(?:verbands|amts|gemeinde)?vorsteher(?:in)?\b|superintendent(?:in)?\b|(?:haupt|general)(?:geschäftsführ\w+|direktor(?:in)?)\b|(?:kommissarische\s)?leitung(?=\s*:)|(?:gemeinde|stadt|kreis)(?:wehrführer|brandmeister|direktor)(?:in)?\b|(?:regional)?direktor(?:in)?\b|behördenleitung",
    ),
    (
        RESPONSIBLE,
        r"v\.?\s?i\.?\s?s\.?\s?d\.?\s?(?:p|§|\w)?\.?|(?:(?:inhaltlich|redaktionell|journalistisch|presserechtlich|technisch)\w*(?:[-\s](?:und\s)?redaktionell\w*)?\s)?(?:(?:verantwortlich\w*)|verantwortung)"
        r"|(?:person\s)?responsible(?:\s(?:for|according|under|person|party|editor)\b)?|redaktion\w*|chefredak\w*|editor(?:ial)?\b|content\s(?:responsibility|manager)|angaben\szum\sverantwort\w*"
        r"|für\s(?:den|die)\sinhalte?\s(?:dieser\s\w+\s)?(?:ist\s|sind\s)?verantwortlich\w*|verantw\.|im\ssinne\sdes\spresserechts|inhalt(?:e|lich)?\sverantw\w*",
    ),
    (
        LEGAL_FORM,
        r"rechtsform\b|legal\sform\b",
    ),
    (
        REGISTER,
        r"(?:handels|vereins|genossenschafts|partnerschafts|stiftungs|gewerbe)?register\w*(?:[\s-]\w+)?|registration\w*|firmenbuch\w*|regist\w+|amtsgericht|hr[ab]\b|vr\b"
        r"|(?:commercial|trade|company)\sregist\w+|court\w*(?:\sof\s\w+)?|eintrag\w*|eingetragen\w*|enlist\w+|gemeinnützig\w*",
    ),
    (
        AUTHORITY,
        r"(?:(?:zuständige|zust\.|verantwortliche)\w*\s)?(?:rechts-?\s?(?:und|/)\s?(?:dienst|fach)?-?)?(?:[\w-]+\sund\s)?(?:rechts|fach|dienst|kommunal|staats|versicherungs|heim|bau)?-?(?:aufsicht|aufsichtsführend|genehmigungs|zulassungs|erlaubnis)\w*"
        r"|(?:competent\s|responsible\s)?(?:supervis(?:ory|ing|ion)|regulatory|licensing)(?:\s(?:authority|body))?\w*",
    ),
    (
        CHAMBER,
        r"(?:(?:zuständige|gesetzliche|berufsständische)\w*\s)?[\w-]*kammer(?:zugehörigkeit|mitgliedschaft|n)?\b|(?:competent\s)?chamber|kassenärztliche\w*|kv\b|mitglied(?:schaft)?\b",
    ),
    (PHONE, r"\w{2,14}telefon\b|(?:zentrale\s)?tel(?:efon|ephone|\.|-?nr)?(?:nummer|zentrale)?\b|fon\b|phone|call\b|mobil\w*|handy\w*|mobile|t\b(?=[.:])|☎|📞|✆|🕿|(?:service|behörden)ruf\w*|rufnummer|hotline"),
    (FAX, r"(?:tele)?fax\b|f\b(?=[.:])|🖷|📠|℻"),
    (EMAIL, r"(?:de-?)?e?-?\s?mail\b(?:-?\s?(?:adresse|address))?|✉|📧|@\b|elektronische\spost|e-post|mail\b"),
    (WEB, r"(?:internet|web|www|url|homepage|website|webseite|webpräsenz|unternehmenswebseite|internetadresse|social|soziale)\b[\w-]*(?=\W|$)"),
    (
        ADDRESS,
        r"straße(?:\s?(?:und|,|/)\s?(?:haus)?(?:nummer|nr\.?))?(?=\s*(?::|$))|plz(?:\s?[/,]\s?(?:wohn)?ort)?(?=\s*(?::|$))|postleitzahl(?=\s*(?::|$))|ort(?=\s*(?::|$))|"
        r"(?:(?:zentrale|ladungsfähige|postalische|our)\s)?(?:(?:post|haus|besucher|liefer|brief|firmen)-?)?(?:adresse|anschrift)\w*|address|postal\saddress|mailing\saddress|(?:haupt|dienst|unternehmens|firmen|verwaltungs)?sitz\b(?:\s\w+){0,2}|registered\soffice|postfach(?=\s?:)",
    ),
    (CONTACT, r"(?:ihr\s)?(?:schneller\s|weitere\s)?kontakt(?:daten|möglichkeiten|aufnahme|ieren|adresse|information\w*)?\b|contact(?:\s(?:us|details|information))?\b|so\serreichen\ssie\suns|ansprechpartner\w*|erreichbarkeit"),
    (
        PROVIDER,
        r"(?:[\w-]+\s(?:&|und|/)\s)?impressum|imprint|legal\s(?:notice|disclosure)|site\snotice|(?:dienste?|site|website|inhalts)?-?anbieter\w*|anbieterin|herausgeber\w*|medieninhaber\w*|herausgegeben\svo[nm]|publisher|published\sby|(?:service\s)?provider\w*|provided\sby"
        r"|(?:\w+\s)?betreiber\w*|betrieben\s(?:von|durch)|operator|operated\sby|angaben\s(?:gem|nach|zum|laut|i\.|im|entspr)\w*|information(?:s?pflichten?)?\w*\s(?:gem|nach|laut|according|conforming|pursuant|in\saccordance|required|provided|obligation)\w*"
        r"|(?:pflicht|unternehmens)?(?:angaben|information(?:en)?)(?:\s(?:gem|nach)\w*)?(?=\W|$)|gem(?:äß|\.)\s§|according\sto\s(?:§|section)|company\s(?:details|information|name)|corporate\sinformation|firma\b|firmenname|name(?:\sund\sanschrift)?\b|unternehmen\b|verein\b|träger(?:in|schaft)?\b"
        r"|das\sinternetangebot\s(?:der|des)?\s?\w*\s?wird\sherausgegeben|dies(?:e|es|er)\s\w+(?:\s\w+)?\s(?:ist|wird)\s(?:ein|herausgegeben|betrieben|bereitgestellt)\w*|kennzeichnung\si\.?|diensteanbieter\w*|eine?\s(?:website|internetseite|angebot)\sde[rs]",
    ),
)  # fmt: skip
_START = re.compile(
    r"\s*(?:[\divxIVX]{1,4}[.)]\s+|[-•*·–►»▶→§]\s+|\d+(?:\.\d+)+\s+)?(?:(?:die|der|das|dem|den|the|our|unsere?)\s(?=(?:zuständig|inhaltlich|gesetzlich|supervis|responsib|datenschutz|herausgeber|anbieter)))?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    "|".join(f"(?P<{kind.replace(' ', '_')}>(?:{words})(?![\\w@]|-\\w|\\.[a-z]{{2}}))" for kind, words in _KINDS),
    re.IGNORECASE,
)


def label_of(text: str) -> tuple[str, int]:
    """Return what the beginning of a text announces, and where the announcing words end."""
    if not text:
        return "", 0
    start = _START.match(text)
    at = start.end() if start else 0
    found = _LABEL.match(text, at)
    if found is None or found.lastgroup is None:
        return "", 0
    return found.lastgroup.replace("_", " "), found.end()
