"""E-mail addresses as written, in the open or hidden from collectors of addresses."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from linter.pages.details import hidden_email, topics
from linter.pages.details.found import Email
from linter.pages.markup.plain import PlainTree

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.page import Line, Written

_PLAIN = re.compile(r"[\w.+%&'/=-]{1,64}@[\w-]+(?:\.+[\w-]+)+")
_AT = re.compile(
    r"\s*[\[({<|]{1,2}\s*(?:(?:a\s?t|ät|æt|aet|@)(?:t|[\s-]?(?:zeichen|sign|symbol))?|a|klammeraffe|bei|affe|ad|-at-)\s*[\])}>|]{1,2}\s*"
    r"|\s*[\"'„“”‚‘’‹«]\s?(?:at|ät)\s?[\"'“”‘’›»]\s*|(?<=\w)\s*@\s*(?=\w)|(?<=[\w)\]}])\s+(?:AT|at|ät|\*at\*|_at_|-at-|@)\s+(?=\w)|_at_|\*at\*|(?<=\w)(?<!-)--?at--?(?=\w)|(?<=\w)\s*＠\s*(?=\w)",
    re.IGNORECASE,
)
_CIRCLED = r"a[\s-](?:mit|im|in)[\s-](?:dem\s|einem\s)?(?:kreis|kringel)|klammeraffe|affenschwanz"
"""What the sign is called."""
_CALLED = re.compile(rf"(?<=\w)\s?[\[({{<|]?(?:{_CIRCLED})[\])}}>|]?\s?(?=\w)", re.IGNORECASE)
_CALLED_BY = ("kreis", "kringel", "lammeraffe", "affenschw")
"""Letters of which every such word has some, in lower case."""
_FRAMED = re.compile(r"\s?(?P<frame>[_*+#=~•·–-]|//|\.\.)\s?(?:at|ät|AT|ÄT)\s?(?P=frame)\s?(?=\w)")
"""The word for it between two signs of one kind."""
_WIDE = "\uff20"
_SIGN = re.compile(r"[@＠\[({<|]|\b(?:at|ät)\b|_at_|\*at\*", re.IGNORECASE)
_SAYS_AT = (
    re.compile(r"at(?:(?<!\w..)(?!\w)|(?<=_at)(?=_)).*"),
    re.compile(r"ät(?<!\w..)(?!\w).*"),
)
"""Words for the sign, in lower case."""
_DOT = re.compile(
    r"\s*[\[({<|]\s*(?:(?i:dot|punkt|pkt)|\.|d)\s*[\])}>|]\s*|(?<=\w)\s+(?:DOT|dot|PUNKT|punkt|Punkt)\s+(?=\w)|_dot_|_punkt_|\*(?:dot|punkt)\*|\s*\.\s*(?=[a-z]{2,10}\b\W*$)|\s+\.\s+(?=[a-z]{2,6}\b)",
)
_GOES_ON = re.compile(r"\s?[\[({]\s?(?:dot|punkt|pkt|\.)\s?[\])}]\s?[a-z]{2,10}\b", re.IGNORECASE)
"""The rest of a domain whose last dot alone is written out: "post(at)amt.aue(dot)de"."""
_LOCAL = re.compile(r"[\w.+-]{1,64}$")
_DOMAIN = re.compile(
    r"(?:[a-z0-9äöüß](?:[\w-]{0,62})\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,40})(?![\w-])", re.IGNORECASE
)
_GLUED = re.compile(r"(?:[\w-]+\.)+?[a-z]{2,}(?=(?:\.(?=\w{5}))?[A-ZÄÖÜ][a-zäöüß]\w*$)")
"""A domain to which the next word of a menu sticks: "aue.exampleImpressum", "aue.example.Telefon"."""
_STUCK = re.compile(r"[\d.-]*\d|(?:e-?)?mail|kontakt", re.IGNORECASE)
"""What sticks to the beginning of an address: the end of a number, or a label."""
_FILES = frozenset(
    ["png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "php", "html", "htm", "pdf"]
)
_BRACKET = re.compile(
    r"[\[({<|_*~\"'„“”‚‘’‹«-]\s*(a\s?tt?|ät|æt|aet|@|a|klammeraffe|bei|affe|ad|(?:at|ät)[\s-]?(?:zeichen|sign|symbol)|dot|punkt|pkt|\.)\s*[\])}>|_*~\"'“”‘’›»-]",
    re.IGNORECASE,
)
_WORDED = re.compile(rf"\b(at|ät|dot|punkt|{_CIRCLED})\b", re.IGNORECASE)
_TURNED = re.compile(
    r"(?<![\w.@-])(?:ed|ta|hc|ue|ten|gro|moc|ofni)\.[\w.-]{2,60}@[\w-]{2,64}(?![\w.@-])"
)
"""What an address reads like from its end, where nothing behind the sign can be a domain."""
LINKED = "plain mailto"
"""The form of an address that stands in a link alone."""
LEFT, RIGHT = 90, 160
FEW_PICTURES = 20


def emails(pieces: Pieces, page: Written) -> tuple[Email, ...]:
    """Return the provider's addresses, each once, in reading order."""
    found: dict[str, Email] = {}
    done: set[int] = set()
    called, worded = pieces.texts.marked(*_CALLED_BY), _worded(pieces)
    signed = _signed(pieces) | called | worded
    beside = {n for n, piece in enumerate(pieces) if piece.source.hrefs or piece.source.marks}
    for index in sorted(signed | beside):
        piece = pieces[index]
        stranger = piece.topic in topics.STRANGERS
        mine: list[Email] = []
        if not stranger:
            mine.extend(_in_text(piece) if index in signed else _backwards(piece))
            if not mine and (index in called or index in worded):
                mine.extend(_in_text(piece, _CALLED if index in called else _FRAMED))
        if piece.line not in done:
            done.add(piece.line)
            if not stranger:
                mine.extend(_in_line(piece, bool(mine)) if not _is_all(piece, mine) else [])
        for mail in mine:
            known = found.get(mail.normalised.casefold())
            if known is None or (known.form == LINKED and mail.form == "plain"):
                found[mail.normalised.casefold()] = mail
    if not found and not any(piece.topic == topics.PRIVACY for piece in pieces):
        for mail in _in_scripts(page):
            found.setdefault(mail.normalised.casefold(), mail)
        for mail in () if found else _in_pictures(page, pieces):
            found.setdefault(mail.normalised.casefold(), mail)
    return tuple(found.values())


def _is_all(piece: Piece, mine: list[Email]) -> bool:
    """Whether a line says nothing but an address: where its link leads instead no reader sees."""
    source, rest = piece.source, piece.source.text
    if not mine or not source.hrefs or source.marks:
        return False
    for mail in mine:
        if mail.form != "plain":
            return False  # a text that hides an address, and a link that gives another
        rest = rest.replace(mail.value, "")
    kind, end = topics.label_of(rest)
    return not (rest[end:] if kind == topics.EMAIL else rest).strip(" .,;:|/()<>*·•–-")


def _signed(pieces: Pieces) -> set[int]:
    """The numbers of the pieces in which something may be the sign."""
    texts = pieces.texts
    found = texts.having("@", "[", "(", "{", "<", "|")
    if _WIDE in texts.text:
        found.update([number for number, piece in enumerate(pieces) if _WIDE in piece.text])
    return found


def _worded(pieces: Pieces) -> set[int]:
    """The numbers of those that have the word for it."""
    return {n for pattern in _SAYS_AT for n in pieces.texts.where(pattern, low=True)}


def only_in_image(pieces: Pieces) -> bool:
    """Whether an e-mail label is followed by a picture instead of an address."""
    for place in pieces.kinds.get(topics.EMAIL, ()):
        piece = pieces[place]
        if piece.value.strip(" .:*") or piece.topic in topics.STRANGERS:
            continue
        lines = [piece.source] + [following.source for following in pieces[place + 1 : place + 2]]
        if any(name == "img" for line in lines for name, _ in line.marks):
            return True
    return False


def _in_text(piece: Piece, pattern: re.Pattern[str] = _AT) -> list[Email]:
    text = piece.text
    labelled = topics.EMAIL in {piece.kind, piece.outer}
    found: list[Email] = []
    if pattern is _AT and not _SIGN.search(text):
        return _backwards(piece)
    end = 0
    for match in pattern.finditer(text):
        if match.start() < end:
            continue
        mail, stop = _around(text, match, end, piece, labelled=labelled)
        if mail is not None:
            found.append(_unstuck(mail, piece))
            end = stop
    if not found:
        found.extend(_backwards(piece))
    return found


def _unstuck(mail: Email, piece: Piece) -> Email:
    """An address without what stands before it with no blank between, where its link says so."""
    for href in piece.source.hrefs:
        address, _ = hidden_email.of_href(href)
        stuck, own = mail.value[: -len(address) or None], mail.value[-len(address) :]
        if address and own.casefold() == address.casefold() and _STUCK.fullmatch(stuck):
            return replace(mail, value=own, normalised=own, column=mail.column + len(stuck))
    return mail


def _around(
    text: str, at: re.Match[str], floor: int, piece: Piece, *, labelled: bool
) -> tuple[Email | None, int]:
    """Read outwards from an "at" sign: a bounded window to both sides."""
    left = text[max(floor, at.start() - LEFT) : at.start()]
    right = text[at.end() : at.end() + RIGHT]
    framed = at.group().strip().casefold() not in {"at", "ät"}
    real = "@" in at.group() or "＠" in at.group()
    local, begin = _local(left, spaced=not real or at.group() != "@")
    domain, stop = _domain(right)
    if not local or not domain:
        return None, 0
    if glued := _GLUED.match(domain):
        domain = domain[: glued.end()]
        stop = glued.end()
    sure = real or framed or labelled or re.search(r"punkt|dot", right[:stop], re.IGNORECASE)
    if not sure and not _is_sign(text, at, len(left) - begin, stop, domain):
        return None, 0  # "Mo at example.org": the English word
    if domain.rsplit(".", 1)[-1].casefold() in _FILES:
        return None, 0
    start = at.start() - len(left) + begin
    if real and text[start - 1 : start] == "@":
        more = _LOCAL.search(text[: start - 1])
        if more is None:
            return None, 0  # what somebody is called in a network: "@aue@social.example"
        start, local = (
            more.start(),
            f"{more.group()}@{local}",
        )  # no address, but what is given as one
    written = text[start : at.end() + stop].strip()
    normalised = f"{local}@{domain}".strip(".")
    form = _form(written, normalised)
    line, column = piece.place(start)
    return Email(
        written, line, column, 0.95 if form == "plain" else 0.9, normalised, form
    ), at.end() + stop


def _is_sign(text: str, at: re.Match[str], before: int, behind: int, domain: str) -> bool:
    """Whether "AT" in capitals, or an "at" in a line that says nothing else, stands for the sign."""
    if domain.startswith("www."):
        return False
    beside = text[: at.start() - before] + text[at.end() + behind :]
    if topics.label_of(beside)[0] == topics.CONTACT:
        beside = beside.partition(":")[2]
    return at.group().strip() == "AT" or not beside.strip(" .,;:|")


def _local(left: str, *, spaced: bool) -> tuple[str, int]:
    """The part before the sign; dots may be written out."""
    begin = len(left)
    parts: list[str] = []
    rest = left
    for _ in range(6):
        word = _LOCAL.search(rest)
        if word is None:
            break
        parts.insert(0, word.group())
        begin = word.start()
        rest = rest[:begin]
        if not spaced:
            break
        dot = re.search(
            r"(?:\s*[\[({<|]\s*(?:dot|punkt|pkt|\.)\s*[\])}>|]\s*|\s+(?:dot|punkt)\s+)$",
            rest,
            re.IGNORECASE,
        )
        if dot is None:
            break
        rest = rest[: dot.start()]
    return ".".join(parts).strip("."), begin


def _domain(right: str) -> tuple[str, int]:
    plain = _DOMAIN.match(right)
    if plain and not _GOES_ON.match(right, plain.end()):
        return plain.group(), plain.end()
    dotted = re.match(r"[\w-]+(?:\.+[\w-]+)*\.[a-z]{2,24}", right, re.IGNORECASE)
    if dotted and not _GOES_ON.match(right, dotted.end()):
        return dotted.group(), dotted.end()
    # Dots written out: walk word by word.
    place, words = 0, []
    word = re.compile(r"(?:(?!_(?:dot|punkt)_)[\w-])+(?:\.[\w-]+)*")
    while match := word.match(right, place):
        words.append(match.group())
        end = match.end()
        dot = _DOT.match(right, end)
        if dot is None:
            break
        place = dot.end()
    else:
        return "", 0
    domain = ".".join(words)
    return (domain, end) if len(words) > 1 and _DOMAIN.fullmatch(domain) else ("", 0)


def _form(written: str, normalised: str) -> str:
    if normalised.count("@") > 1:
        return "two signs: not usable"
    if written == normalised:
        return "abbreviated by dots: not usable" if ".." in normalised else "plain"
    marks = [match.group().strip() for match in _BRACKET.finditer(written)]
    if not marks:
        marks = [match.group() for match in _WORDED.finditer(written)]
    return " ".join(dict.fromkeys(marks)) or "blanks around @"


def _backwards(piece: Piece) -> list[Email]:
    """Written from right to left: `ed.elpmaxe@ofni`, shown the right way round."""
    if not piece.source.marks:
        # By a style sheet that is not seen here: it begins like the end of a domain, and has none.
        shown = _TURNED.search(piece.text) if "@" in piece.text else None
        back = shown.group()[::-1] if shown else ""
        if shown and _PLAIN.fullmatch(back):
            return [Email(shown.group(), *piece.place(shown.start()), 0.6, back, "reversed")]
        return []
    runs = [value for name, value in piece.source.marks if name == "rtl"]
    found = []
    for run in runs:
        turned = run[::-1].strip()
        if _PLAIN.fullmatch(turned):
            found.append(
                Email(run, *piece.place(max(piece.text.find(run), 0)), 0.85, turned, "reversed")
            )
    return found


def _in_line(piece: Piece, seen: bool) -> list[Email]:
    """Addresses in the line's links, attributes and scripts."""
    line: Line = piece.source
    if not (line.hrefs or line.marks):
        return []
    place = piece.place(0)
    found: list[Email] = []
    for href in line.hrefs:
        address, form = hidden_email.of_href(href)
        if address:
            written = href if form != "plain" else unquote(href)
            found.append(
                Email(
                    written,
                    *place,
                    0.9,
                    address,
                    f"link only: {form}" if form != "plain" else LINKED,
                )
            )
    data: dict[str, str] = {}
    for name, value in line.marks:
        if name == "data-cfemail":
            address = hidden_email.cloudflare(value)
            if address:
                found.append(Email(value, *place, 0.9, address, "Cloudflare"))
        elif name == "rtl" and not seen:
            turned = value[::-1].strip()
            if _PLAIN.fullmatch(turned):
                found.append(Email(value, *place, 0.85, turned, "reversed"))
        elif name == "data-mailto-token" and (address := hidden_email.shifted(value)):
            found.append(Email(value, *place, 0.9, address, "shifted letters"))
        elif name == "script":
            found.extend(
                Email(address, *place, 0.8, address, "JavaScript")
                for address in hidden_email.of_script(value)
            )
        elif name == "img" and not seen and "." in value:
            found.extend(_pictured(value, piece))
        elif name == "hidden" and not seen and piece.kind == topics.EMAIL:
            found.extend(_hidden(value, piece))
        elif name.startswith("data-"):
            data[name] = value
    if data and not seen and not found:
        address = hidden_email.of_attributes(data)
        if address:
            found.append(Email(address, *place, 0.8, address, "data attributes"))
    return found


def _pictured(value: str, piece: Piece) -> list[Email]:
    """An address that a picture shows, and its alternative text says."""
    return [
        replace(mail, confidence=0.8, form="picture")
        for mail in _hidden(value, piece)
        if mail.value == value.strip()
    ]


def _hidden(value: str, piece: Piece) -> list[Email]:
    found = []
    for match in _AT.finditer(value):
        mail, _ = _around(value, match, 0, piece, labelled=True)
        if mail is not None:
            found.append(mail)
    return found


def _in_pictures(page: Written, pieces: Pieces) -> list[Email]:
    """What the alternative text of a picture says behind which no line comes that would tell it."""
    if not pieces or isinstance(page.tree, PlainTree):
        return []
    told = {value for piece in pieces for name, value in piece.source.marks if name == "img"}
    alts = [node.attributes.get("alt") or "" for node in page.tree.named("img")[-FEW_PICTURES:]]
    own = [alt for alt in alts if "." in alt and alt not in told and len(alt) < LEFT]
    return [mail for alt in own for mail in _pictured(alt, pieces[-1])]


def _in_scripts(page: Written) -> list[Email]:
    """Where the text holds no address at all: what the page's scripts put together."""
    found: list[Email] = []
    for kind, text in page.scripts:
        if "json" in kind:
            continue
        found.extend(
            Email(address, 0, 0, 0.6, address, "JavaScript")
            for address in hidden_email.of_script(text)
        )
    return found
