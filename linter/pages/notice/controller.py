"""controller: who a notice names as responsible for the processing (Art. 13 (1) (a) GDPR)."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from linter.pages.notice import operator
from linter.pages.notice.names import BODY, FORM, REMARK, name_in
from linter.pages.notice.owner import owner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.pages.notice.prose import Prose

_STELLE = r"(?:Stelle|Organ|Einrichtung|Behörde|Institution|Dienststelle|Körperschaft|Rechtsträger)"
WORD = rf"(?:(?:datenschutzrechtlich\s)?Verantwortliche[rnms]?(?:\s(?:{_STELLE}|Person(?:\s(?:bzw\.|oder|und)\sStelle)?))?|Daten(?:schutz)?verantwortliche[rn]?|[Dd]atenverarbeitende[nr]?\sStelle|verantwortliche[rns]?\s{_STELLE}|(?:[Dd]atenschutzrechtlich\s)?Verantwortlich|(?:Data\s)?Controller|responsible\s(?:body|party|entity|person|for))"
NUMBERED = re.compile(r"\W*(?:(?:\d+\.?){1,3}|[IVX]+\.|[a-z]\))?\W*")
LABEL = re.compile(
    rf"^\W*(?:(?:\d+\.){{0,3}}\d*[.)]?\s*|[IVX]+\.\s*|[a-z]\)\s*)?(?:(?:Kontakt(?:informationen)?|Identität|Bezeichnung|Sitz|Anschrift|Adresse)\s(?:des|der)\s|Name\s(?:und|&)\s(?:Anschrift|Kontaktdaten|Adresse)\s(?:des|der)\s(?:für\sdie\sVerarbeitung\s)?|(?:Angaben|Information(?:en)?|Hinweise?|Auskünfte)\s(?:zum|zur|zu\sde[rm]|über\sd(?:ie|en|as))\s|Kontaktdaten\s(?:des|der)\s|Benennung\sder\s|Name\sand\s(?:contact\sdetails|address)\sof\sthe\s|Information\s(?:about|on)\sthe\s|Wer\sist\s(?:der|die|für\s[^\n?]{{3,60}})?\s?|Who\sis\s(?:the\s)?|(?:De[rn]|Die|The)\s|(?:Dienste?)?(?:Anbieter|Betreiber|Herausgeber)(?:in)?\s(?:und|&|/)\s)?{WORD}\b"
    r"|^\W*(?:\d+[.)]?\s*|[IVX]+\.\s*)?Betreiber(?:in)?\s(?:der|des|dieser|dieses|unserer?|unseres)\s(?:[\w-]+\s){0,2}[\w-]*(?:Profile?s?|Fanpages?|Auftritte?s?|Kan[aä]le?s?|Accounts?)\W*$",
    re.IGNORECASE,
)
SAID = re.compile(
    rf"\b{WORD}\b(?:[^\n.]|(?:(?<=\b[A-Za-z])|(?<=Art)|(?<=Nr)|(?<=Abs)|(?<=lit)|(?<=gem))\.|\.(?=[a-z])){{0,260}}?(?:\b(?:ist|sind|is|are|lautet)\b(?:\s(?:hierbei|dabei|daher|damit|somit|also|insoweit))?(?:\s(?:die|der|das|the|dem))?\s*:?|:)\s*",
    re.IGNORECASE,
)
DEFINITION = re.compile(
    r"natürliche oder juristische Person|natural or legal person|allein oder gemeinsam|über die Zwecke und Mittel|alone or jointly|Impressum|imprint|legal notice"
    r"|technische\s(?:Umsetzung|Realisierung|Betreuung)|Webdesign|Programmierung|Gestaltung|Hosting"
    r"|für den Inhalt|Inhaltlich|redaktionell|im Sinne des Presse|V\.\s?i\.\s?S\.\s?d|MStV|RStV|TMG|DDG",
    re.IGNORECASE,
)
_IN_NAME = (
    r"(?:[^\n.:;]|(?<=\bCo)\.|(?<=\be)\.|(?<=\be\.V)\.|(?<=\be\.\sV)\.|(?<=\b(?:St|Ev|Dr))\.)"
)
_BEGINS = r"(?:^|(?<!\bCo)(?<!\b(?:St|Ev|Dr))[.:!?]\s|\n)(?:(?:Die|Der|Das)\s)?"
"""Where a name may begin, and what it goes on with: also the point of "& Co. KG"."""
ASSIGNS = re.compile(
    rf"{_BEGINS}([A-ZÄÖÜ]{_IN_NAME}{{3,100}}?)\s(?:ist|sind|is)\s(?:als\sBetreiber\w*\s[^\n.]{{0,60}})?(?:(?:der|die|das|the)\s)?(?:{WORD}|(?:Verantwortliche|verantwortlich)\s(?:für|im\sSinne))"
)
WE = re.compile(
    rf"\b[Ww](?:ir|e),?\s(?:die|der|das|the)?\s?([A-ZÄÖÜ](?:[^\n.:;]|\.(?=\s?\d|(?<=\be\.)|(?<=\be\.V\.)|(?<=\be\.\sV\.)|(?<=\bCo\.))){{3,160}}?),\s(?:sind|are)\s(?:[^\n.]{{0,60}}{WORD}|(?:[\w-]{{2,40}}\s){{0,3}}verantwortlich\s(?:für|im|gem(?:äß|\.)|nach|i\.))"
)
ANSWERS = re.compile(
    r"\b(?:[Vv]erarbeitung|Datenverarbeitung|Erhebung)\b[^\n.;:]{0,80}?\s(?:ist|sind|zeichnet)\s(?:(?:die|der|das)\s)?([A-ZÄÖÜ][^\n.;:,]{3,100}?)\sverantwortlich\b"
    r"|\bVerantwortung\sfür\s[^\n.;:]{0,60}(?:[Vv]erarbeitung|Daten)\b[^\n.;:]{0,40}?\s(?:trägt|liegt\sbei)\s(?:(?:die|der|das|dem)\s)?([A-ZÄÖÜ][^\n.;:,]{3,100}?)(?=[.,;:(\n]|\s(?:als|mit|in)\s|$)"
)
AS = re.compile(
    rf"\b[Dd](?:ie|er|as|em)\s([A-ZÄÖÜ][^\n.;:,]{{3,100}}?)(?:\s(?:ist|handelt|verarbeitet|erhebt|informiert|entscheidet|tritt))?\sals\s(?:datenschutzrechtlich\s)?(?:verantwortliche[rns]?\s{_STELLE}|Verantwortliche[rn]?)\b"
)
SUBJECT = re.compile(
    r"(?:^|[.:!?]\s|\n)(?:(?:Die|Der|Das)\s)?([A-ZÄÖÜ][^\n.;:,]{3,100}?)\s(?:(?:ist|sind)\sfür\sdie\s(?:Daten)?[Vv]erarbeitung[^\n.;:]{0,100}?\sverantwortlich\b|verarbeitet\sals\s(?:datenschutzrechtlich\s)?Verantwortliche[rn]?\b)"
)
"""A body of which a sentence says that it answers for the processing; of others one says so too."""
GOVERNS = re.compile(
    r"\b(?:gilt|gelten)\sfür\s(?:uns,\s|die\s(?:Daten)?[Vv]erarbeitung\s(?:(?:von|der|Ihrer|personenbezogener)\s(?:[\w-]{2,20}\s)?Daten\s)?durch:?\s(?:uns,\s)?)(?:(?:die|das|den)\s)?([A-ZÄÖÜ][^\n;:,]{3,100})"
)
"""Whose processing a notice is about: "Diese Hinweise gelten für die Datenverarbeitung durch: Auen GmbH"."""
HOUSE = re.compile(
    rf"{FORM.pattern}|(?:\b|[a-zäöü-])(?:Anstalt|[Vv]erwaltung|[Gg]emeinde|[Ss]tadt|[Kk]reis|[Aa]mt|[Bb]ehörde|[Mm]inisterium|[Ss]chule|[Uu]niversität|[Kk]linik(?:um)?"
    r"|[Gg]ericht|anwaltschaft|[Pp]räsidium|[Vv]erband|[Kk]ammer|[Ss]tiftung|werke|anstalt|[Ii]nstitut|[Kk]irche|[Bb]istum|[Vv]erein|[Mm]useum|[Bb]ibliothek|[Tt]heater|[Ll]and)\b"
)
"""What a name has that is one of a body or firm."""
THEIRS = re.compile(rf"(?:die\s)?{operator.OPERATOR}\W*$")
"""The operator of a network, whoever runs an account there: no name of the house."""
FURTHER = re.compile(
    r"(?<=\w{2})\s\([^()]{0,60}?(?:Impressum|imprint)[^()]{0,20}\)|(?<=\w{2})\.\s(?=(?:Weitere|Alle|Die|Unsere|Further)\b)"
)
"""Where what is said of the name ends: "… ist die Auenwerk AG (Anschrift siehe Impressum)"."""
FIELD = re.compile(
    r"(?:Verein(?:sname)?|(?:Vor-\sund\sNach)?[Nn]ame|Vorname(?:,|\sund|\s/)?\s?(?:Nach)?[Nn]ame|Firma|Firmenname|Unternehmen|Anbieter(?:in)?|Betreiber(?:in)?|Legal\sname|Company(?:\sname)?|Kontaktdaten|Contact(?:\sdetails)?)(?:\s?[/,]\s?[A-ZÄÖÜ][\w.]{1,15})?\s*(?::\s*|$)"
)
"""How a line begins that gives one field of an address, and its name."""
FOLLOWS = re.compile(r"\b(?:nach)?folgend(?:e[nrs]?)?\b", re.IGNORECASE)
NOBODY = re.compile(
    r"(?:Für|Bei|Mit|Im|In|Durch|Soweit|Sofern|Wenn|Dabei|Hier(?:für|bei)|Dafür|Dein\w*|Ihre?\w{0,2}|Euer|Unser\w*|Jede\w*|Du|You|Your"
    r"|(?:(?:jeweilige[nr]?|eigene[nr]?)\s)?(?:Kund|Nutzer|Nutzend|Anwender|Auftraggeber|Arbeitgeber|Einzelunternehm|Lehrkr|Mieter|Mandant|User|Customer|Client)\w*)\b"
)
"""Who reads the notice, or a clause: no name of who is responsible."""
_OURS = r"[\"“”'‘’]?(?:us|[Ww]e|[Oo]ur)[\"“”'‘’]?"
PROVIDED = re.compile(
    r"\b(?:[Ss]ervice|SERVICE|[Aa]pp|[Ww]ebsite)\sis\sprovided\sby\s([A-ZÄÖÜ][^\n.;:]{2,80}?)\s(?:at\sno\scost|free\sof\scharge|and\sis\sintended|as\sis\b)"
    r"|\bCompany\s\(referred\sto\sas[^()\n]{2,100}\)\srefers\sto\s([A-ZÄÖÜ][^\n;:]{2,100})"
    rf"|(?:^|[.!?]\s|\n)([A-ZÄÖÜ][^\n.;:()]{{2,80}}?)\s\({_OURS}(?:,?\s(?:or\s|and\s)?{_OURS}){{0,3}}\)\s(?:operates?|owns?|runs?)\s"
)
"""Who says in a notice that the app or site is theirs, where it names nobody else."""
OPERATOR = re.compile(
    r"(?:^|\n)\W{0,3}Web(?:site|seiten)-?betreiber(?:in)?:\s+([^\W\d][^\n]{2,120})|\bdurch\sde[nr]\s(?:die\s)?Web(?:site|seiten)-?betreiber(?:in)?\s\(([^\W\d][^\n()]{2,80})\)",
    re.IGNORECASE,
)
"""Who runs the site, in a line of its own or a bracket: it stands where a notice has no other words for it."""
ANSWERS_FOR_DATA = re.compile(
    r"\W*(?:Verantwortliche\sStelle|Verantwortliche[rn]?\s(?:im\sSinne|i\.\s?S\.|nach|gemäß|gem\.)[^\n]{0,30}(?:DS-?GVO|Datenschutz))"
)
"""Labels that speak of data, where others name whoever wrote the pages."""
RUNS = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?:(?:Betreiber|Anbieter|Entwickler)(?:in)?(?:\s(?:der|des|dieser|dieses|unserer|unseres)\s(?:[\w-]*(?:App|Anwendung|Web\w+|Homepage|Seiten?|Internet\w+|Plattform|Portals?|Dienste?s|Angebote?s|Spiele?s|Bots?)))?"
    r"|(?:App|Website|Site|Service)?\s?(?:[Oo]perator|[Dd]eveloper)(?:\sof\s(?:the|this)\s(?:app|website|site|service))?)\W*"
)
"""A line that is nothing but the label for who runs an app or a site."""
OFFERS = ("is provided by", "company (referred", "operate", " owns ", " runs ")
"""Lower-case letters of which these have some."""
NEEDLES = ("verantwortlich", "verarbeitende", "controller", "responsible")
"""Lower-case letters of which every mention has some."""
SENTENCES = (
    (WE, NEEDLES),
    (ASSIGNS, NEEDLES),
    (ANSWERS, (*NEEDLES, "verantwortung")),
    (AS, ("als verantwortliche", "als datenschutzrechtlich")),
    (GOVERNS, ("für uns, ", "verarbeitung durch", "daten durch")),
    (SUBJECT, ("ist für die ", "sind für die ", "verarbeitet als ")),
)
BODIES = (ANSWERS, AS, SUBJECT, GOVERNS)
"""Sentences that are believed of a public body, a club or a firm alone."""
AROUND = 500
"""Code points of a mention that may stand around these, more than any has."""
TRIED = 100
"""Mentions that are looked at; a notice names its controller among the first."""
REST = 400
"""Code points of a line that may hold a name and what follows it."""
AFTER = 4
"""Lines behind a label that may come before the name."""


def controller(prose: Prose) -> tuple[str | None, int | None]:
    """The literal name and its place; None where the page names nobody or only points elsewhere."""
    said = {
        found.start(): found
        for found in islice(prose.matches(SAID, prose.places(*NEEDLES), AROUND), TRIED)
    }
    labels = {prose.starts[index]: index for index in _labels(prose)}
    inside = {prose.index(start): found for start, found in reversed(said.items())}
    for start in sorted({*said, *labels}):
        index = labels.get(start)
        found = said.get(start) or (inside.get(index) if index is not None else None)
        name = _said(prose, found) if found else None
        if name is None and index is not None and not _leads_on(prose, index):
            name = _below(prose, index)
        if name is not None and not THEIRS.match(name[0]):
            return name
    for pattern, needles in SENTENCES:
        assigned = next(prose.matches(pattern, prose.places(*needles), AROUND), None)
        if assigned and not DEFINITION.search(assigned.group()):
            group = assigned.lastindex or 1
            named = name_in(assigned[group])
            theirs = pattern in BODIES and (
                "nicht " in assigned.group() or not (named and _is_house(named))
            )
            if named and not theirs and not NOBODY.match(named) and not THEIRS.match(named):
                return named, assigned.start(group)
    provided = next(prose.matches(PROVIDED, prose.places(*OFFERS), AROUND), None)
    if provided and provided.lastindex and (named := name_in(provided[provided.lastindex])):
        return named, provided.start(provided.lastindex)
    run = _operator(prose)
    return run if run[0] else _headed(prose) or owner(prose)


def announced(prose: Prose) -> tuple[str | None, int | None]:
    """Who stands below a label that is about data alone, in a part of a page that is no notice."""
    for index in _labels(prose):
        if ANSWERS_FOR_DATA.match(prose.lines[index].text) and (name := _below(prose, index)):
            return name
    return None, None


def _is_house(name: str) -> bool:
    """Whether a name is that of a body or firm: one for its kind alone names nobody."""
    return BODY.search(name) is not None or (" " in name and HOUSE.search(name) is not None)


def _operator(prose: Prose) -> tuple[str | None, int | None]:
    """Who runs the site, in a notice that names nobody as responsible."""
    run = next(prose.matches(OPERATOR, prose.places("betreiber"), AROUND), None)
    named = name_in(run[run.lastindex]) if run and run.lastindex else None
    if run is None or run.lastindex is None or not named:
        return None, None
    if NOBODY.match(named) or DEFINITION.search(named):
        return None, None
    return named, run.start(run.lastindex)


def _headed(prose: Prose) -> tuple[str, int] | None:
    """Who stands below a line that names who runs what the notice is about: "Betreiber der App"."""
    for at in prose.places("betreiber", "anbieter", "entwickler", "operator", "developer"):
        index = prose.index(at)
        text = prose.lines[index].text
        if not RUNS.fullmatch(text) or _leads_on(prose, index):
            continue
        if (name := _below(prose, index)) and not REMARK.search(name[0]):
            return name
    return None


def _labels(prose: Prose) -> Iterator[int]:
    """The lines that are but a label."""
    some: Iterable[int] = range(len(prose.lines))
    if prose.aligned:
        some = dict.fromkeys(map(prose.index, prose.places(*NEEDLES, "betreiber")))
    for index in some:
        text = prose.lines[index].text
        if len(text) < 90 and LABEL.match(text) and not DEFINITION.search(text):  # noqa: PLR2004 - a label's length
            yield index


def _leads_on(prose: Prose, index: int) -> bool:
    """An entry of a table of contents: it leads to a place of this page, or to a heading further down."""
    line = prose.lines[index]
    if line.heading or line.bold:
        return False
    return any(href.startswith("#") for href in line.hrefs) or _is_headed_below(prose, index)


def _is_headed_below(prose: Prose, index: int) -> bool:
    """Whether a heading further down has the words of a line, but for its number."""
    said = _bare(prose.lines[index].text)
    at = prose.low.find(said, prose.starts[index + 1]) if index + 1 < len(prose.lines) else -1
    if at < 0 or not said or not prose.aligned:
        return False
    heading = prose.lines[prose.index(at)]
    return bool(heading.heading or heading.bold) and _bare(heading.text) == said


def _bare(text: str) -> str:
    """A heading without number and colon, as a table of contents may have it."""
    return (
        NUMBERED.sub("", text, 1)
        .strip(" :.")
        .lower()
        .encode("latin-1", "replace")
        .decode("latin-1")
    )


def _said(prose: Prose, found: re.Match[str]) -> tuple[str, int] | None:
    """The name behind "… is responsible:", on the same line or below."""
    before = prose.text[max(0, found.start() - 80) : found.start()].rpartition("\n")[2]
    if DEFINITION.search(found.group()) or DEFINITION.search(before):
        return None
    if found.group().rstrip(" :\n").endswith((" für", " for")):
        return None  # a list of what somebody is responsible for
    rest = prose.text[found.end() : found.end() + REST].split("\n", 1)[0]
    rest = FURTHER.split(rest, 1)[0]
    if not rest.strip():
        return _below(prose, prose.index(found.start()))
    at = found.end() + len(rest) - len(rest.lstrip())
    if field := FIELD.match(rest.strip()):
        at, rest = at + field.end(), rest.strip()[field.end() :]
        if not rest:
            return _below(prose, prose.index(at))
    name = None if DEFINITION.search(rest[:160]) else name_in(rest)
    return (name, at) if name and not NOBODY.match(name) else None


def _below(prose: Prose, index: int) -> tuple[str, int] | None:
    """The name in the lines behind a label."""
    for number in range(index + 1, min(index + 1 + AFTER, len(prose.lines))):
        text = prose.lines[number].text[:REST]
        if DEFINITION.search(text) and not SAID.search(text):
            return None
        if ours := GOVERNS.search(text):
            return (
                (name, prose.starts[number] + ours.start(1)) if (name := name_in(ours[1])) else None
            )
        if SAID.search(text):
            return None  # a sentence of its own, which is read as such
        if text.isupper() and number > index + 1 and prose.lines[index].text.isupper():
            return None  # the next heading, where a text without markup sets them in capitals
        field = FIELD.match(text)
        text = text[field.end() :] if field else text
        if LABEL.match(text) or not text:
            continue
        if prose.lines[number].heading and not (FORM.search(text) or BODY.search(text)):
            return None
        name = name_in(text)
        if name and not NOBODY.match(name):
            offset = prose.lines[number].text.find(name)
            return name, prose.starts[number] + max(offset, 0)
        if len(text) > 150 and not FOLLOWS.search(text):  # noqa: PLR2004 - running text: the label opened a section, not a block
            return None
    return None
