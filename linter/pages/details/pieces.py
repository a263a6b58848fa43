"""The page cut into pieces: one label with its value, or one line, each under the topic it belongs to."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.cut import MAY_STICK, dashed, glued, signs
from linter.pages.details.names import LEGAL_FORM, persons
from linter.pages.details.piece import DIGIT, MOST_PIECES, Piece, Pieces, Texts
from linter.pages.details.reach import assign
from linter.pages.details.streets import is_numbered
from linter.pages.details.wrapped import unwrapped

if TYPE_CHECKING:
    from linter.pages.page import Line, Written

LONGEST = 5_000
_CELL = re.compile(r"[^|\s](?:[^|]*[^|\s])?")
_LEADER = re.compile(r"(?<=[^\s@])(?:\s+\.{4,}\s+|\.{8,})(?=\S)")
MOST_CUT = 600
_INLINE = re.compile(
    r"(?<=[\w.)\]])(?<!\bund)(?<!\band)(?<!\bu\.)(?<!uständige)(?<!uständiges)(?:\s*[,;|•·]\s*|\s+(?:[/–-]\s+)?)(?=(?:Tel(?:efon|efax)?|Fon|Phone|(?:Tele)?[Ff]ax|Mobil(?:telefon)?|Handy|"
    r"(?:De-|E-?|e-?)?[Mm]ail|URL|Web(?:site)?|Internet|Homepage|Registergericht|Registernummer|USt-?Id[\w.-]{0,8}|"
    r"Handelsregister|Vertreten durch|pers(?:önlich|\.)\shaft(?:ende\w*|\.)\sGesellschafter(?:in)?|Steuernummer|Sitz der Gesellschaft|Amtsgericht|"
    r"Aufsichtsbehörde|\d\.\sVorsitzende[rn]?|Schatzmeister(?:in)?|Kassenwart(?:in)?|Schriftführer(?:in)?|Postanschrift|Hausanschrift)\s?(?:\.?\s?:|\.\s?(?=[\d+(])|\s(?=[\d+(])))"
    r"|(?<=\S)\s*[|·•]\s*(?=(?:Vorstand|Vertretungsberechtigt\w*|Geschäftsführ\w+|Inhaber(?:in)?|Vorsitzende[rn]?|[\w-]{0,20}[Bb]ürgermeister(?:in)?|Landr(?:at|ätin)|GF|Verantwortlich|V\.?i\.?S\.?d\.?P\.?)\s?:)"
    # In an Impressum that is set as one paragraph.
    r"|(?<=[\w)\]]{3}[.;,])\s+(?=(?:(?:[Gg]esetzlich\w*|[Rr]echtlich\w*|[Aa]lleinig\w*)\s)?(?:[Vv]ertretungsberechtigt\w*|[Vv]ertret(?:ung|er(?:in)?|en\s(?:durch|von))|Vertr\.\s?d(?:urch|\.))(?:\s(?!(?:ist|sind|wird|werden)\b)[\w§./]+){0,4}\s?:|(?:[Ii]nhaltlich\w*\s|[Rr]edaktionell\w*\s)?[Vv]erantwortlich\w*(?:\s(?!(?:ist|sind)\b)[\w§.]+){0,8}\s?:\s|(?:[\w-]{0,20}(?:[Bb]ürgermeister|[Vv]orsteher|[Gg]eschäftsleiter)(?:in)?|Landr(?:at|ätin)|Behördenleit(?:ung|er(?:in)?)|Amtsdirektor(?:in)?|Vorstand|Geschäftsführ(?:ung|er(?:in)?))\s?:\s)"
)
_INLINE_WORDS = (
    "tel", "fon", "phone", "fax", "mobil", "handy", "mail", "url", "web", "internet", "homepage", "regist",
    "ust", "vertret", "steuern", "sitz", "gericht", "aufsicht", "schatz", "kassen", "schriftf", "anschrift",
    "vorst", "gf", "geschäft", "gesellschafter", "inhaber", "verantw", "dp", "d.p", "vertr", "meister", "landr", "leit", "direktor",
)  # fmt: skip
"""Letters of which a label within a line has some: cheaper to ask than the pattern."""
_ARTICLES = tuple(
    f" {word}" for word in "diese dieser dieses die der des this the unserer meiner".split()
)
"""What stands before a word that belongs to the label: "Verantwortlich für diese Website: …"."""
_LABELLED = re.compile(
    r"[^\x00-')*,-/:-\xff](?<=[ .].)(?:(?<=[^\W\d]..)|(?<=[^\W\d][ .]..)|(?<=[^\W\d] \...))"
)
"""What may be a number behind a word: so a label within a line stands that has no colon.

Begins with a digit, a plus, a bracket or any letter outside of Latin-1, which may be a digit: that is
asked in half the time, and as an exception compiled at once."""
_GOES_ON = re.compile(
    r"\.?\s*(?:$|[(/&§,–-]|(?:gem(?:äß|\.)|nach|i\.\s?S|im\ssinne|laut|für|zu[rm]?|der|des|dieser?s?|von|und|u\.|"
    r"according|pursuant|to|with|on|of|for|in|and|ist|is|sind|haben|\[)\b)",
    re.IGNORECASE,
)
_IS = re.compile(r"\s*(?:ist|is|sind|are|lautet|:)?\s*(?::|：|=)?\s*", re.IGNORECASE)
_WITH_VALUE = frozenset(
    (topics.PHONE, topics.FAX, topics.EMAIL, topics.VAT, topics.REPRESENTATIVE, topics.RESPONSIBLE,
     topics.REGISTER, topics.AUTHORITY, topics.LEGAL_FORM)
)  # fmt: skip
_OF_LABEL = frozenset(
    ("person", "personen", "partner", "gesellschafter", "organ", "organe", "personen sind")
)
"""Words that belong to a label for those who represent: "Vertretungsberechtigte Personen"."""
_PERSON = re.compile(r"\s*Person(?:en)?\s(?=\S+\s\S)")
"""Such a word before a name: "Vertretungsberechtigte Person Anna Kern"."""
_MAKES = re.compile(
    r"umsetz|umgesetzt|realisier|host|design|gestalt|programmier|erstell|entwickel|entwickl|layout|powered|built|developed",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:durch|von|by)\s(?=[A-ZÄÖÜ]|(?:de[rnm]|die|das|the)\s[A-ZÄÖÜ])")
_ORNAMENT = re.compile(
    r"(?:(?:\{\{[^{}]{0,120}\}\}|\{%[^{}]{0,120}%\}|:[a-z][a-z_-]{1,30}:|"
    r"(?![\u260e\u2706\u2709])[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff]\ufe0f?|"
    r"(?![\U0001f4de\U0001f4e0\U0001f57f\U0001f5b7\U0001f4e7])[\U0001f000-\U0001faff]\ufe0f?)\s+)+(?=\S)"
)
"""A picture before the words of a line, as a character or as a template writes it.

Those that stand for a label (a telephone, a letter) are kept."""
_OFFICE = re.compile(
    r"[\w-]*(?:büro|studio|service|atelier|werkstatt|makler)\s[A-ZÄÖÜ]", re.IGNORECASE
)
"""A firm that is called after what others would do for the provider."""
_SOCIETY = re.compile(r"(?:Verein|Träger)\s(?:zu[rm]|für|der|von)\s[A-ZÄÖÜ]")
"""A name that begins like a label: "Verein zur Förderung der Heimatpflege"."""
_BY_LAW = re.compile(
    r"\(?(?:gemäß|gem\.|nach|laut|im\sSinne|i\.\s?S\.)\s[^:]{0,20}§", re.IGNORECASE
)
_LAW_ALONE = re.compile(
    r"\s*\(?(?:gemäß|gem\.|nach|laut|im\sSinne(?:\sde[sr])?|i\.\s?S\.\s?(?:d\.|v\.)?)\s?§§?\s?\d+[^:;,]{0,30}"
)
"""A law behind a label, and nothing that would be its value."""
_LAW_BEFORE = re.compile(
    r"\s*\(?(?:gem(?:äß|\.)|nach|laut|im\sSinne(?:\sde[sr])?|i\.\s?S\.\s?(?:d\.|v\.)?)\s?§§?\s?\d+[a-z]?(?:\s(?:Abs\.|Absatz)\s?\d)?(?:\s(?:BGB|DDG|TMG|GmbHG|HGB|GO))?\)?\s+(?!(?:BGB|DDG|TMG|GmbHG|HGB|GO)\b)(?=[A-ZÄÖÜ])"
)
"""A law between a label and the name: "Vorstand gem. § 26 BGB Anna Kern"."""
_FIRST_PICTURE = "\u2190"
_STRING = re.compile(r"\{\s?(?P<quote>[\"'`])(?P<said>[^\"'`{}]{0,160})(?P=quote)\s?\}")
_RULE = re.compile(r"[-|:*_=+~. ]{3,}")
"""A line that is drawn with signs, and no text."""
SHORT = 90
MOST_WORDS = 12
"""More words than a label has."""


def pieces_of(page: Written) -> Pieces:
    """Cut the visible lines of a page into pieces and give each its topic."""
    lines = unwrapped(_readable(page.text_lines))
    texts = Texts([line.text for line in lines])
    with_digit = set(texts.where(DIGIT))
    composed = texts.having(":", "|", "....", "USt")
    composed.update([number for number in with_digit if _LABELLED.search(lines[number].text)])
    may_stick = texts.having("@").union(texts.where(MAY_STICK))
    composed.update([number for number in may_stick if glued(lines[number].text)])
    pieces: list[Piece] = []
    before = 0
    for number, line in enumerate(lines):
        if len(pieces) >= MOST_PIECES:
            break
        text, at, label = line.text, line.number, line.label
        skip = _ornament(text) if text[0] >= _FIRST_PICTURE or text[0] in "{:" else 0
        text = text[skip:] if skip else text
        outer = topics.label_of(f"{label}:")[0] if label else ""
        digit = number in with_digit
        if number in composed or len(text) > LONGEST:
            for offset, part in _cut(text):
                own = digit and DIGIT.search(part) is not None
                column = offset + skip + 1
                pieces.append(Piece(part, at, column, line, part, at > before + 1, own, outer))
                before = at
        else:
            pieces.append(Piece(text, at, skip + 1, line, text, at > before + 1, digit, outer))
            before = at
    for number, piece in enumerate(pieces):
        _label(piece)
        if number and piece.kind == topics.PROVIDER and _goes_on_below(pieces[number - 1], piece):
            piece.kind = topics.RESPONSIBLE
        if number and pieces[number - 1].kind == topics.OTHER and is_numbered(piece.text):
            _unlabel(pieces[number - 1])
    assign(pieces, notice="privacy" in page.page_type)
    return Pieces(pieces)


def _goes_on_below(label: Piece, piece: Piece) -> bool:
    """Whether a line names the law for the label above: "Verantwortlich / gemäß § 18 Abs. 2 MStV"."""
    return (
        label.kind == topics.RESPONSIBLE
        and label.announces
        and piece.announces
        and not piece.gap
        and not piece.source.heading
        and _BY_LAW.match(piece.text) is not None
    )


def _unlabel(piece: Piece) -> None:
    """Take a word above a street for what somebody does: nobody else's name stands below it."""
    if (
        piece.announces
        and not piece.source.heading
        and piece.text[-1].isalnum()
        and not piece.outer
    ):
        piece.kind, piece.value = "", piece.text


def _ornament(text: str) -> int:
    """How many characters of a line are pictures before its words."""
    found = _ORNAMENT.match(text)
    return found.end() if found else 0


def _readable(lines: tuple[Line, ...]) -> list[Line]:
    seen = [line for line in lines if not line.hidden]
    text = sum([len(line.text) for line in seen if line.region not in {"nav", "footer"}])
    if text < SHORT and len(lines) > 2 * len(seen):
        # A page hidden as a whole until its script has run: the reader will see it.
        seen = list(lines)
    return [
        line
        for line in map(_unquoted, seen)
        if line.region != "nav" and line.text and not _RULE.fullmatch(line.text)
    ]


def _unquoted(line: Line) -> Line:
    """A line without what sets a string apart in the source of a page: `{" "}`, `{'Ringstr. 4'}`."""
    if "{" not in line.text or not (said := _STRING.sub(r"\g<said>", line.text)):
        return line
    return line if said == line.text else replace(line, text=" ".join(said.split()))


def _cut(text: str) -> list[tuple[int, str]]:
    if len(text) > LONGEST:
        text = text[:LONGEST]
    parts: list[tuple[int, str]] = []
    start = 0
    if text.startswith("|") or text.endswith("|"):
        # A row of a table in Markdown, or what a break left of it: its cells are lines of their own.
        return [(cell.start(), cell.group()) for cell in _CELL.finditer(text)]
    leader = _LEADER.search(text) if "...." in text else None
    if leader:
        # "Telefon ........ 03573 70-10": a table set with dots.
        return [(0, text[: leader.start()]), (leader.end(), text[leader.end() :])]
    stuck = glued(text)
    if stuck:
        return [(0, text[:stuck]), (stuck, text[stuck:])]
    if len(text) <= MOST_CUT and text.count(":") > 1 and (parted := signs(text)):
        return _at_signs(text, parted)
    if len(text) <= MOST_CUT and (":" in text or DIGIT.search(text)):
        low = text.lower()
        if any([word in low for word in _INLINE_WORDS]):  # noqa: C419 - faster than a generator
            for match in _INLINE.finditer(text):
                if low[: match.start()].endswith(_ARTICLES):
                    continue
                if "/" in match.group() and _is_half(text[start : match.start()]):
                    continue
                parts.append((start, text[start : match.start()]))
                start = match.end()
    parts.append((start, text[start:]))
    return [(offset, part) for offset, part in parts if part]


def _at_signs(text: str, parted: list[tuple[int, int]]) -> list[tuple[int, str]]:
    """The fields of a line between signs, each cut where a label stands in it."""
    starts, ends = [0, *(end for _, end in parted)], [*(begin for begin, _ in parted), len(text)]
    return [
        (start + offset, part)
        for start, end in zip(starts, ends, strict=True)
        for offset, part in _cut(text[start:end])
    ]


def _is_half(text: str) -> bool:
    """Whether a label goes on with another for the same value: "Telefon / Fax: …"."""
    kind, end = topics.label_of(text)
    return kind == topics.PHONE and not text[end:].strip(" .")


def _is_name(kind: str, text: str, rest: str) -> bool:
    """Whether a line without a colon that begins like a label is a name, or a part of one."""
    if kind in topics.STRANGERS and LEGAL_FORM.search(text):
        return True  # "Förderverein Freibad e.V."
    if kind == topics.PROVIDER:
        return _SOCIETY.match(text) is not None
    if kind == topics.REGISTER:  # "Eingetragene Genossenschaft" below the name
        return LEGAL_FORM.fullmatch(text.strip(" .")) is not None
    # "Übersetzungsbüro Kern"
    return kind == topics.OTHER and bool(rest.strip()) and _OFFICE.match(text) is not None


def _label(piece: Piece) -> None:
    text, line = piece.text, piece.source
    if (
        piece.outer
        and piece.column <= _ornament(line.text) + 1
        and not piece.low.startswith(line.label.lower())
    ):
        piece.kind = piece.outer
        if not _labelled_apart(piece):
            return
    if len(text) > 2 * SHORT and not _may_be_labelled(text, line):
        return
    kind, end = topics.label_of(text)
    if not kind and line.label and text.startswith(line.label):
        kind, end = topics.label_of(f"{line.label}:")[0], len(line.label)
    if not kind:
        return
    if kind == topics.PRIVACY and len(text) <= SHORT and topics.IMPRESSUM.search(text):
        kind = topics.PROVIDER
    rest = text[end:]
    colon = _colon(rest)
    if colon < 0 and kind == topics.OTHER and (made := _made_by(text, end)):
        piece.kind, piece.at, piece.value = kind, made, text[made:]
        return
    if colon < 0 and _is_name(kind, text, rest):
        return
    value, own = "", _parted(piece, kind, end)
    if colon >= 0:
        end += colon + 1
        value = text[end:]
    elif own:
        end, value = own, text[own:]
    elif line.heading or not rest.strip(" .*:–—-"):
        value = rest if kind in _WITH_VALUE and (persons(rest) or re.search(r"\d{4}", rest)) else ""
    elif kind in _WITH_VALUE and (len(text) <= 2 * SHORT or kind == topics.AUTHORITY):
        if not _suits(kind, rest):
            return
        value, skip = _said(kind, rest)
        end += skip
    elif line.bold and len(text) <= SHORT and not LEGAL_FORM.search(rest):
        value = ""
    elif not (len(text) <= SHORT and _GOES_ON.match(rest) and not LEGAL_FORM.search(rest)):
        return
    if line.hrefs and not line.heading and not line.bold and not value and colon < 0:
        return  # an entry of a menu
    piece.kind = kind
    start = _IS.match(value)
    piece.at = end + (start.end() if start else 0)
    piece.value = value[start.end() :] if start else value
    _again(piece)


def _parted(piece: Piece, kind: str, end: int) -> int:
    """Where the value begins of a label that is emphasised as a whole, or has a dash behind it; else 0."""
    label, text = piece.source.label, piece.text
    if kind not in _WITH_VALUE or piece.source.heading:
        return 0
    if end <= len(label) <= SHORT and text.startswith(f"{label} ") and len(text) > len(label) + 1:
        return len(label)  # "**Verantwortlich für den Inhalt** Anna Amt"
    return dashed(text, end, kind)


def _labelled_apart(piece: Piece) -> bool:
    """Whether a line in the provider's cell says by a label of its own what it is: "Vorsteherin: Anna Kern"."""
    if piece.outer != topics.PROVIDER or ":" not in piece.text:
        return False
    kind, end = topics.label_of(piece.text)
    return kind in _WITH_VALUE and kind != topics.AUTHORITY and _colon(piece.text[end:]) >= 0


def _made_by(text: str, end: int) -> int:
    """Where a line names who made the site, behind such a word: "Umsetzung durch die Klick GmbH"."""
    by = _BY.search(text, max(end - 6, 0), end + SHORT) if _MAKES.search(text, 0, end) else None
    return by.end() if by else 0


def _may_be_labelled(text: str, line: Line) -> bool:
    """Whether a long text may be a label with its value: without a colon only one kind has such."""
    if ":" in text or line.heading or text.count(" ") < MOST_WORDS:
        return True
    return topics.may_begin(text, topics.AUTHORITY)


def _said(kind: str, rest: str) -> tuple[str, int]:
    """What a label without a colon says, and how far behind it: "verantwortlich … ist Anna Amt"."""
    if kind == topics.REPRESENTATIVE and rest.strip(" .*").casefold() in _OF_LABEL:
        return "", 0
    law = _LAW_BEFORE.match(rest) if kind == topics.REPRESENTATIVE else None
    if law and persons(rest[law.end() :]):
        return rest[law.end() :], law.end()
    if kind == topics.REPRESENTATIVE and _LAW_ALONE.fullmatch(rest):
        return "", 0  # "Vorstand nach § 26 BGB"
    if kind == topics.REPRESENTATIVE and (word := _PERSON.match(rest)):
        return rest[word.end() :], word.end()
    if kind != topics.RESPONSIBLE or persons(rest):
        return rest, 0
    verb = re.search(r"\b(?:ist|sind|is|are)\s", rest)
    if verb and persons(rest[verb.end() :]):
        return rest[verb.end() :], verb.end()
    return "", 0


def _suits(kind: str, rest: str) -> bool:
    """Whether what follows a word without a colon can be its value: "Mobile Security Group" is a name."""
    if kind in {topics.PHONE, topics.FAX}:
        return any(char.isdigit() for char in rest[:40])
    if kind == topics.EMAIL:
        return re.search(r"@|\bat\b|\[", rest[:80]) is not None
    if kind in {topics.VAT, topics.REGISTER}:
        return (
            any(char.isdigit() for char in rest)
            or re.match(r"\s(?:des|beim|am|der|of|[A-ZÄÖÜ])", rest) is not None
        )
    return True


def _again(piece: Piece) -> None:
    """A value that begins with the same label once more ("E-Mail: E-Mail:")."""
    for _ in range(2):
        kind, end = topics.label_of(piece.value)
        if kind != piece.kind or not kind:
            return
        rest = piece.value[end:]
        colon = _colon(rest)
        if kind == topics.REPRESENTATIVE and _LAW_ALONE.fullmatch(rest):
            piece.value = ""
            return
        if (colon < 0 and rest.strip()) or ";" in rest[: max(colon, 0)]:
            return  # "Vorsitzende: Landrätin Anna Kern; Geschäftsleiter: Ben Lutz"
        skip = end + max(colon + 1, 0)
        shift = len(piece.value[skip:]) - len(piece.value[skip:].lstrip())
        piece.at += skip + shift
        piece.value = piece.value[skip:].lstrip()


def _colon(rest: str) -> int:
    place = rest.find(":", 0, 110)
    if place < 0 or rest.startswith("//", place + 1) or re.search(r"\d{5}|@", rest[:place]):
        return -1
    return place
